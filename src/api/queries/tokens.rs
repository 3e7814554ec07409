//! Tokens in SQL: made, listed, ended, and found by what somebody sends.

use crate::api::{Caller, NewToken, Token};
use crate::auth::{self, Viewer};
use crate::error::{Error, Result};
use crate::store::{Object, Tx, sha256};
use crate::values::{ApiScope, Instant, Line, ProgramRole, TokenId, base32};
use rusqlite::{Connection, OptionalExtension, named_params};

/// How every token begins, so that whoever finds one knows what it is.
const START: &str = "fairfloor_";

/// The digest by which a token is known; nothing for a text that no token of ours can be.
pub fn digest_of(token: &str) -> Option<[u8; 32]> {
    let secret = token.strip_prefix(START)?;
    crate::values::is_base32(secret, 52).then(|| sha256(token.as_bytes()))
}

/// Makes a token, and gives it: it is kept nowhere.
pub fn make(tx: &Tx<'_>, viewer: &Viewer, new: &NewToken) -> Result<String> {
    if new.programs.iter().any(|program| !viewer.manages(*program)) {
        return Err(Error::NotFound);
    }
    let token = format!("{START}{}", base32(&tx.random::<32>()?));
    let id: TokenId = tx.fresh_id()?;
    let sql = "
        INSERT INTO api_token (public_id, account_id, name, token_hash, per_minute, expires_at, created_at)
        VALUES (:id, :account, :name, :hash, :pace, :expires, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":account": viewer.key,
        ":name": new.name,
        ":hash": sha256(token.as_bytes()),
        ":pace": new.per_minute,
        ":expires": new.expires_at,
        ":at": tx.at(),
    })?;
    let key = tx.last_insert_rowid();
    for scope in &new.scopes {
        tx.prepare_cached("INSERT INTO api_token_scope (token_id, scope) VALUES (?1, ?2)")?.execute((key, scope))?;
    }
    for program in &new.programs {
        tx.prepare_cached("INSERT INTO api_token_program (token_id, program_id) VALUES (?1, ?2)")?.execute((key, program))?;
    }
    let scopes: Vec<&str> = new.scopes.iter().map(|scope| crate::values::Vocabulary::code(*scope)).collect();
    tx.audit_with("token.made", Object::new("api_token", &id), &scopes.join(" "))?;
    Ok(token)
}

/// Whoever sends a token with this digest, if it opens anything now: its maker is read anew, and what they lost it has lost.
pub fn find_caller(conn: &Connection, digest: &[u8], now: Instant) -> Result<Option<Caller>> {
    let sql = "
        SELECT api_token.id, api_token.public_id, api_token.account_id, api_token.per_minute, api_visit.at AS seen_at
        FROM api_token
        LEFT JOIN api_visit ON api_visit.token_id = api_token.id
        WHERE token_hash = :digest
          AND ended_at IS NULL
          AND expires_at > :now";
    let read = |row: &rusqlite::Row<'_>| {
        Ok((row.get("id")?, row.get("public_id")?, row.get("account_id")?, row.get("per_minute")?, row.get("seen_at")?))
    };
    let found: Option<(i64, TokenId, i64, i64, Option<Instant>)> =
        conn.prepare_cached(sql)?.query_row(named_params! { ":digest": digest, ":now": now }, read).optional()?;
    let Some((key, id, account, per_minute, seen_at)) = found else { return Ok(None) };
    let Some(mut viewer) = auth::queries::find_viewer(conn, account, i64::MAX)? else { return Ok(None) };
    let mut statement = conn.prepare_cached("SELECT program_id FROM api_token_program WHERE token_id = ?1")?;
    let programs = statement.query_map([key], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
    viewer.organization.clear();
    viewer.seats.retain(|seat| seat.role == ProgramRole::Manager && programs.contains(&seat.key));
    if viewer.seats.is_empty() {
        return Ok(None);
    }
    Ok(Some(Caller { key, id, viewer, scopes: scopes_of(conn, key)?, per_minute, seen_at }))
}

fn scopes_of(conn: &Connection, token: i64) -> Result<Vec<ApiScope>> {
    let mut statement = conn.prepare_cached("SELECT scope FROM api_token_scope WHERE token_id = ?1 ORDER BY scope")?;
    Ok(statement.query_map([token], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Notes that a token was used.
pub fn note_visit(tx: &Tx<'_>, token: i64) -> Result<()> {
    let sql = "INSERT INTO api_visit (token_id, at) VALUES (:token, :at) ON CONFLICT (token_id) DO UPDATE SET at = excluded.at";
    tx.prepare_cached(sql)?.execute(named_params! { ":token": token, ":at": tx.at() })?;
    Ok(())
}

/// Tokens of programs that the viewer manages, all of them for an administrator; the newest first.
const MINE: &str = "
    (:all
     OR EXISTS (
        SELECT 1
        FROM api_token_program
        JOIN membership ON membership.program_id = api_token_program.program_id
        WHERE api_token_program.token_id = api_token.id
          AND membership.account_id = :viewer
          AND membership.role = 'manager'))";

/// A page of the list, by rows to skip and to read.
pub fn list(conn: &Connection, viewer: &Viewer, (skip, limit): (i64, i64)) -> Result<Vec<Token>> {
    let sql = format!(
        "
        SELECT api_token.id, api_token.public_id, api_token.name, maker.name AS maker, maker.disabled_at IS NULL AS has_maker,
               api_token.per_minute, api_token.created_at, api_token.expires_at, api_visit.at AS seen_at, api_token.ended_at,
               ender.name AS ended_by, api_token.ended_why, api_token.version
        FROM api_token
        JOIN account AS maker ON maker.id = api_token.account_id
        LEFT JOIN account AS ender ON ender.id = api_token.ended_by_id
        LEFT JOIN api_visit ON api_visit.token_id = api_token.id
        WHERE {MINE}
        ORDER BY api_token.ended_at IS NOT NULL, api_token.id DESC
        LIMIT :limit OFFSET :skip"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let all = viewer.is(crate::web::Access::Admin);
    let params = named_params! { ":all": all, ":viewer": viewer.key, ":limit": limit, ":skip": skip };
    let rows = statement.query_map(params, |row| {
        let ended: (Option<Instant>, Option<String>, Option<String>) = (row.get("ended_at")?, row.get("ended_by")?, row.get("ended_why")?);
        let token = Token {
            id: row.get("public_id")?,
            name: row.get("name")?,
            maker: row.get("maker")?,
            has_maker: row.get("has_maker")?,
            programs: Vec::new(),
            lost: Vec::new(),
            scopes: Vec::new(),
            per_minute: row.get("per_minute")?,
            created_at: row.get("created_at")?,
            expires_at: row.get("expires_at")?,
            seen_at: row.get("seen_at")?,
            ended: ended.0.map(|at| (at, ended.1.unwrap_or_default(), ended.2.unwrap_or_default())),
            version: row.get("version")?,
        };
        Ok((row.get::<_, i64>("id")?, token))
    })?;
    let mut tokens = Vec::new();
    for row in rows {
        let (key, mut token) = row?;
        token.scopes = scopes_of(conn, key)?;
        for (name, is_managed) in programs_of(conn, key)? {
            if !is_managed {
                token.lost.push(name.clone());
            }
            token.programs.push(name);
        }
        tokens.push(token);
    }
    Ok(tokens)
}

/// Names of a token's programs, and whether its maker manages each.
fn programs_of(conn: &Connection, token: i64) -> Result<Vec<(String, bool)>> {
    let sql = "
        SELECT program.name,
               EXISTS (SELECT 1
                       FROM membership
                       WHERE membership.program_id = program.id
                         AND membership.account_id = api_token.account_id
                         AND membership.role = 'manager') AS is_managed
        FROM api_token_program
        JOIN api_token ON api_token.id = api_token_program.token_id
        JOIN program ON program.id = api_token_program.program_id
        WHERE api_token_program.token_id = ?1
        ORDER BY program.name";
    let mut statement = conn.prepare_cached(sql)?;
    let programs = statement.query_map([token], |row| Ok((row.get("name")?, row.get("is_managed")?)))?;
    Ok(programs.collect::<rusqlite::Result<_>>()?)
}

/// Ends a token at once, for good.
pub fn end(tx: &Tx<'_>, viewer: &Viewer, id: &TokenId, version: i64, why: &Line) -> Result<()> {
    let sql = format!("SELECT ended_at IS NOT NULL FROM api_token WHERE public_id = :id AND {MINE}");
    let all = viewer.is(crate::web::Access::Admin);
    let is_ended: Option<bool> =
        tx.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":all": all, ":viewer": viewer.key }, |row| row.get(0)).optional()?;
    match is_ended {
        None => return Err(Error::NotFound),
        Some(true) => return Ok(()),
        Some(false) => {}
    }
    let sql = "
        UPDATE api_token
        SET ended_at = :at, ended_by_id = :by, ended_why = :why, version = version + 1
        WHERE public_id = :id
          AND version = :version";
    let params = named_params! { ":at": tx.at(), ":by": viewer.key, ":why": why, ":id": id, ":version": version };
    if tx.prepare_cached(sql)?.execute(params)? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("token.ended", Object::new("api_token", id), "ended_why")
}
