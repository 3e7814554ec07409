//! Which counts of a release must stay unknown, as they are kept: encrypted.
//!
//! Why: that a difference of two counts is small says of a client who alone makes it up which group they are in. Whoever has the database
//! and not the keyring must not read it.

use super::super::making::{Draft, Frozen};
use crate::equity::ledger::editions::{At, Kept};
use crate::error::{Error, Result};
use crate::store::{Keyring, Tx};
use crate::values::{ReleaseAudience, ReleaseId, Vocabulary};
use rusqlite::{Connection, OptionalExtension, named_params};
use std::collections::HashMap;
use zeroize::Zeroizing;

/// A count, by the row key of its release and its place there.
type Line = (i64, usize);
/// What is encrypted is a multiple of so many bytes: its length does not say how many there are.
const STEP: usize = 4_096;

/// What a release guards for its readers, encrypted.
pub fn sealed(tx: &Tx<'_>, draft: &Draft, release: i64, frozen: &Frozen) -> Result<Vec<u8>> {
    let line = |at: At| -> Line { (draft.before.get(at.0).copied().unwrap_or(release), at.1) };
    let lines: Vec<(Line, Option<Line>)> = frozen.secrets.iter().map(|kept| (line(kept.outer), kept.inner.map(line))).collect();
    let mut plain = serde_json::to_vec(&lines)?;
    plain.resize(plain.len().div_ceil(STEP) * STEP, b' ');
    tx.keys().seal_guarded(&plain, &about(&draft.id, frozen.readers), tx.random::<24>()?)
}

/// What a release guards for some readers; nothing where it told them nothing. `places` are those of the releases, by row key.
pub fn read(conn: &Connection, keys: &Keyring, release: i64, readers: ReleaseAudience, places: &HashMap<i64, usize>) -> Result<Vec<Kept>> {
    let sql = "
        SELECT release_edition.guarded, report_release.public_id
        FROM release_edition
        JOIN report_release ON report_release.id = release_edition.release_id
        WHERE release_edition.release_id = :release AND release_edition.audience = :readers";
    let found: Option<(Vec<u8>, ReleaseId)> = conn
        .prepare_cached(sql)?
        .query_row(named_params! { ":release": release, ":readers": readers }, |row| Ok((row.get("guarded")?, row.get("public_id")?)))
        .optional()?;
    let Some((sealed, id)) = found else { return Ok(Vec::new()) };
    let lines: Vec<(Line, Option<Line>)> = serde_json::from_slice(&keys.open_guarded(&sealed, &about(&id, readers))?)?;
    let at = |(release, place): Line| places.get(&release).map(|edition| (*edition, place));
    let kept = |(outer, inner): (Line, Option<Line>)| {
        Some(Kept {
            outer: at(outer)?,
            inner: match inner {
                Some(line) => Some(at(line)?),
                None => None,
            },
        })
    };
    lines.into_iter().map(|line| kept(line).ok_or_else(|| Error::internal("a release guards a count of none"))).collect()
}

/// What a release guards, opened to be sealed with the key of an archive. Nobody reads it.
pub fn guarded_plain(conn: &Connection, keys: &Keyring, release: i64, readers: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    keys.open_guarded(sealed, &about(&address(conn, release)?, audience(readers)?))
}

/// The same, sealed with the keyring of this folder. The release is here.
pub fn guarded_sealed(tx: &Tx<'_>, release: i64, readers: &str, plain: &[u8]) -> Result<Vec<u8>> {
    tx.keys().seal_guarded(plain, &about(&address(tx, release)?, audience(readers)?), tx.random::<24>()?)
}

fn address(conn: &Connection, release: i64) -> Result<ReleaseId> {
    Ok(conn.query_row("SELECT public_id FROM report_release WHERE id = ?1", [release], |row| row.get("public_id"))?)
}

fn audience(readers: &str) -> Result<ReleaseAudience> {
    ReleaseAudience::parse(readers).map_err(|_| Error::internal("a release has readers of no kind"))
}

fn about(release: &ReleaseId, readers: ReleaseAudience) -> String {
    format!("{release} {}", readers.code())
}
