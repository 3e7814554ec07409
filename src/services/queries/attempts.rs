//! Attempts to meet a client that came to nothing, in SQL. Found through the viewer, as services are.

use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::services::{Attempt, Given, dates};
use crate::store::{Object, Tx};
use crate::values::{AttemptId, AttemptOutcome, Day};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

const ATTEMPT: &str = "
    SELECT attempt.id, attempt.public_id, attempt.program_id, business.public_id AS client_id, business.name AS client_name,
           attempt.account_id, account.name AS author, attempt.tried_on, attempt.kind, attempt.channel, attempt.outcome,
           attempt.prepare_minutes, attempt.travel_minutes, attempt.is_late, attempt.undone_at, attempt.version, attempt.created_at
    FROM attempt
    JOIN business ON business.id = attempt.business_id
    JOIN account ON account.id = attempt.account_id";

const MINE: &str = "attempt.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)";

fn read(row: &Row<'_>) -> rusqlite::Result<Attempt> {
    Ok(Attempt {
        key: row.get("id")?,
        id: row.get("public_id")?,
        program: row.get("program_id")?,
        client: (row.get("client_id")?, row.get("client_name")?),
        author: (row.get("account_id")?, row.get("author")?),
        tried_on: row.get("tried_on")?,
        kind: row.get("kind")?,
        channel: row.get("channel")?,
        outcome: row.get("outcome")?,
        prepare: row.get("prepare_minutes")?,
        travel: row.get("travel_minutes")?,
        is_late: row.get("is_late")?,
        undone_at: row.get("undone_at")?,
        version: row.get("version")?,
        created_at: row.get("created_at")?,
    })
}

/// An attempt in a program the viewer works in.
pub fn find_attempt(conn: &Connection, viewer: &Viewer, id: &AttemptId) -> Result<Attempt> {
    let sql = format!("{ATTEMPT} WHERE attempt.public_id = :id AND {MINE}");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?.ok_or(Error::NotFound)
}

/// Writes an attempt down. Whoever calls has found the client through the viewer.
pub fn note_attempt(
    tx: &Tx<'_>,
    viewer: &Viewer,
    (program, business): (i64, i64),
    given: &Given,
    outcome: AttemptOutcome,
) -> Result<AttemptId> {
    if !viewer.works_in(program) {
        return Err(Error::NotFound);
    }
    let id: AttemptId = tx.fresh_id()?;
    let is_late = dates::is_late(given.served_on, tx.today());
    let sql = "
        INSERT INTO attempt (public_id, program_id, business_id, account_id, tried_on, kind, channel, outcome, prepare_minutes,
                             travel_minutes, is_late, created_at)
        VALUES (:id, :program, :business, :account, :on, :kind, :channel, :outcome, :prepare, :travel, :late, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":program": program,
        ":business": business,
        ":account": viewer.key,
        ":on": given.served_on,
        ":kind": given.kind,
        ":channel": given.channel,
        ":outcome": outcome,
        ":prepare": given.more.prepare,
        ":travel": given.more.travel,
        ":late": is_late,
        ":at": tx.at(),
    })?;
    tx.audit_with("attempt.noted", Object::new("attempt", &id), if is_late { "late entry" } else { "" })?;
    Ok(id)
}

/// Takes an attempt back. A second time changes nothing.
pub fn undo_attempt(tx: &Tx<'_>, viewer: &Viewer, id: &AttemptId, version: i64) -> Result<Attempt> {
    let attempt = find_attempt(tx, viewer, id)?;
    if attempt.undone_at.is_some() && attempt.author.0 == viewer.key {
        return Ok(attempt);
    }
    if !attempt.is_open_to(viewer, tx.at()) {
        return Err(Error::Rejected(format!("Only {} can take this back, and only for 24 hours after saving it.", attempt.author.1)));
    }
    let sql = "UPDATE attempt SET undone_at = :at, version = version + 1 WHERE id = :key AND version = :version";
    if tx.execute(sql, named_params! { ":at": tx.at(), ":key": attempt.key, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("attempt.undone", Object::new("attempt", id))?;
    Ok(attempt)
}

/// Attempts to meet a client in the viewer's programs, newest first.
pub fn attempts_of_client(conn: &Connection, viewer: &Viewer, business: i64, limit: i64) -> Result<Vec<Attempt>> {
    let sql = format!(
        "{ATTEMPT}
         WHERE attempt.business_id = :business
           AND attempt.undone_at IS NULL
           AND {MINE}
         ORDER BY attempt.tried_on DESC, attempt.id DESC
         LIMIT :limit"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let attempts = statement.query_map(named_params! { ":business": business, ":viewer": viewer.key, ":limit": limit }, read)?;
    Ok(attempts.collect::<rusqlite::Result<_>>()?)
}

/// How many there are of them.
pub fn count_attempts_of_client(conn: &Connection, viewer: &Viewer, business: i64) -> Result<i64> {
    let sql = format!("SELECT count(*) FROM attempt WHERE attempt.business_id = :business AND attempt.undone_at IS NULL AND {MINE}");
    Ok(conn.prepare_cached(&sql)?.query_row(named_params! { ":business": business, ":viewer": viewer.key }, |row| row.get(0))?)
}

/// How often the viewer tried in vain since Monday.
pub fn attempts_this_week(conn: &Connection, viewer: &Viewer, today: Day) -> Result<i64> {
    let monday = today.plus_days(-i64::from(today.date().weekday().to_monday_zero_offset()));
    let sql = "SELECT count(*) FROM attempt WHERE account_id = :viewer AND tried_on >= :monday AND undone_at IS NULL";
    Ok(conn.prepare_cached(sql)?.query_row(named_params! { ":viewer": viewer.key, ":monday": monday }, |row| row.get(0))?)
}
