//! Answers that posts with a key got, in SQL: the same post again makes nothing new.

use crate::error::Result;
use crate::store::Tx;
use crate::values::Instant;
use rusqlite::{OptionalExtension, named_params};

/// How long an answer is kept: two days.
const KEPT_MS: i64 = 48 * 60 * 60 * 1000;

/// What a post made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Id of the record.
    pub id: String,
    /// Tag of it as it was then.
    pub etag: String,
}

/// What a key stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// Nothing yet.
    Fresh,
    /// This very post was made before.
    Same(Made),
    /// The key came with another post.
    Other,
}

/// A post as its answer is kept: row key of the token, keyed digests of its key and of what it said.
#[derive(Debug, Clone)]
pub struct Post {
    /// Row key of the token.
    pub token: i64,
    /// Keyed digest of the key.
    pub key: [u8; 32],
    /// Keyed digest of address and body.
    pub body: [u8; 32],
}

/// Whether a post was made before.
pub fn known(tx: &Tx<'_>, post: &Post) -> Result<Known> {
    let sql = "SELECT body_mac, made, etag FROM api_answer WHERE token_id = :token AND key_mac = :key AND at > :since";
    let params = named_params! { ":token": post.token, ":key": post.key, ":since": kept_since(tx.at()) };
    let read = |row: &rusqlite::Row<'_>| Ok((row.get("body_mac")?, Made { id: row.get("made")?, etag: row.get("etag")? }));
    let found: Option<(Vec<u8>, Made)> = tx.prepare_cached(sql)?.query_row(params, read).optional()?;
    Ok(match found {
        None => Known::Fresh,
        Some((body, made)) if body == post.body => Known::Same(made),
        Some(_) => Known::Other,
    })
}

fn kept_since(now: Instant) -> Instant {
    now.plus_millis(-KEPT_MS)
}

/// Keeps what a post made, and lets go of answers that are older than they have to be.
pub fn keep(tx: &Tx<'_>, post: &Post, made: &Made) -> Result<()> {
    tx.prepare_cached("DELETE FROM api_answer WHERE at <= ?1")?.execute([kept_since(tx.at())])?;
    let sql = "INSERT INTO api_answer (token_id, key_mac, body_mac, made, etag, at) VALUES (:token, :key, :body, :made, :etag, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":token": post.token,
        ":key": post.key,
        ":body": post.body,
        ":made": made.id,
        ":etag": made.etag,
        ":at": tx.at(),
    })?;
    Ok(())
}
