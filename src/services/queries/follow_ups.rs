//! Follow-ups in SQL.

use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::services::{FollowUp, NewFollowUp};
use crate::store::{Object, Tx};
use crate::values::{Day, FollowUpId, Instant};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

const FOLLOW_UP: &str = "
    SELECT follow_up.public_id, business.public_id AS client_id, business.name AS client_name, follow_up.account_id,
           account.name AS account_name, follow_up.title, follow_up.due_on, follow_up.done_at, follow_up.version
    FROM follow_up
    JOIN business ON business.id = follow_up.business_id
    JOIN account ON account.id = follow_up.account_id";

const MINE: &str = "follow_up.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)";

fn read(row: &Row<'_>) -> rusqlite::Result<FollowUp> {
    Ok(FollowUp {
        id: row.get("public_id")?,
        client: (row.get("client_id")?, row.get("client_name")?),
        account: (row.get("account_id")?, row.get("account_name")?),
        title: row.get("title")?,
        due_on: row.get("due_on")?,
        done_at: row.get("done_at")?,
        version: row.get("version")?,
    })
}

/// Writes a follow-up down. Whoever calls has found the client through the viewer.
pub fn add_follow_up(tx: &Tx<'_>, new: &NewFollowUp) -> Result<FollowUpId> {
    let id: FollowUpId = tx.fresh_id()?;
    let sql = "
        INSERT INTO follow_up (public_id, program_id, business_id, service_id, account_id, title, due_on, created_at)
        VALUES (:id, :program, :business, :service, :account, :title, :due, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":program": new.program,
        ":business": new.business,
        ":service": new.service,
        ":account": new.account,
        ":title": new.promise.title,
        ":due": new.promise.due_on,
        ":at": tx.at(),
    })?;
    tx.audit("follow_up.added", Object::new("follow_up", &id))?;
    Ok(id)
}

/// Drops what a service called for, when the service is taken back. Whoever takes it back audits both.
pub(super) fn drop_follow_ups_of(tx: &Tx<'_>, service: i64) -> Result<()> {
    let sql = "UPDATE follow_up SET dropped_at = :at, version = version + 1 WHERE service_id = :service AND done_at IS NULL AND dropped_at IS NULL";
    tx.execute(sql, named_params! { ":at": tx.at(), ":service": service })?;
    Ok(())
}

/// The viewer's own follow-ups by due day: the open ones, and those done since `done_since`.
pub fn follow_ups_of(conn: &Connection, viewer: &Viewer, done_since: Instant, limit: i64) -> Result<Vec<FollowUp>> {
    let sql = format!(
        "{FOLLOW_UP}
         WHERE follow_up.account_id = :viewer
           AND follow_up.dropped_at IS NULL
           AND (follow_up.done_at IS NULL OR follow_up.done_at >= :since)
           AND {MINE}
         ORDER BY follow_up.due_on, follow_up.id
         LIMIT :limit"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let follow_ups = statement.query_map(named_params! { ":viewer": viewer.key, ":since": done_since, ":limit": limit }, read)?;
    Ok(follow_ups.collect::<rusqlite::Result<_>>()?)
}

/// The viewer's open follow-ups whose day is over.
pub fn overdue_follow_ups(conn: &Connection, viewer: &Viewer, today: Day, limit: i64) -> Result<Vec<FollowUp>> {
    let sql = format!(
        "{FOLLOW_UP}
         WHERE follow_up.account_id = :viewer
           AND follow_up.dropped_at IS NULL
           AND follow_up.done_at IS NULL
           AND follow_up.due_on < :today
           AND {MINE}
         ORDER BY follow_up.due_on, follow_up.id
         LIMIT :limit"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let follow_ups = statement.query_map(named_params! { ":viewer": viewer.key, ":today": today, ":limit": limit }, read)?;
    Ok(follow_ups.collect::<rusqlite::Result<_>>()?)
}

/// Open follow-ups about a client, the next one first.
pub fn follow_ups_about(conn: &Connection, viewer: &Viewer, business: i64, limit: i64) -> Result<Vec<FollowUp>> {
    let sql = format!(
        "{FOLLOW_UP}
         WHERE follow_up.business_id = :business
           AND follow_up.dropped_at IS NULL
           AND follow_up.done_at IS NULL
           AND {MINE}
         ORDER BY follow_up.due_on, follow_up.id
         LIMIT :limit"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let follow_ups = statement.query_map(named_params! { ":business": business, ":viewer": viewer.key, ":limit": limit }, read)?;
    Ok(follow_ups.collect::<rusqlite::Result<_>>()?)
}

/// True when a follow-up with this title about this business is open already.
pub fn is_promised(conn: &Connection, business: i64, title: &str) -> Result<bool> {
    let sql = "
        SELECT EXISTS (SELECT 1 FROM follow_up
                       WHERE business_id = :business AND title = :title AND done_at IS NULL AND dropped_at IS NULL)";
    Ok(conn.prepare_cached(sql)?.query_row(named_params! { ":business": business, ":title": title }, |row| row.get(0))?)
}

/// A follow-up of a program the viewer works in.
pub fn find_follow_up(conn: &Connection, viewer: &Viewer, id: &FollowUpId) -> Result<FollowUp> {
    let sql = format!("{FOLLOW_UP} WHERE follow_up.public_id = :id AND follow_up.dropped_at IS NULL AND {MINE}");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?.ok_or(Error::NotFound)
}

/// Marks a follow-up done. Done already is fine.
pub fn finish(tx: &Tx<'_>, viewer: &Viewer, id: &FollowUpId, version: i64) -> Result<FollowUp> {
    let follow_up = find_follow_up(tx, viewer, id)?;
    if follow_up.done_at.is_some() {
        return Ok(follow_up);
    }
    set_done(tx, id, version, Some(tx.at()))?;
    tx.audit("follow_up.finished", Object::new("follow_up", id))?;
    Ok(follow_up)
}

/// Puts a finished follow-up back on the list. Open already is fine.
pub fn reopen(tx: &Tx<'_>, viewer: &Viewer, id: &FollowUpId, version: i64) -> Result<FollowUp> {
    let follow_up = find_follow_up(tx, viewer, id)?;
    if follow_up.done_at.is_none() {
        return Ok(follow_up);
    }
    set_done(tx, id, version, None)?;
    tx.audit("follow_up.reopened", Object::new("follow_up", id))?;
    Ok(follow_up)
}

fn set_done(tx: &Tx<'_>, id: &FollowUpId, version: i64, at: Option<Instant>) -> Result<()> {
    let sql = "UPDATE follow_up SET done_at = :at, version = version + 1 WHERE public_id = :id AND version = :version";
    if tx.execute(sql, named_params! { ":at": at, ":id": id, ":version": version })? == 0 { Err(Error::Stale) } else { Ok(()) }
}
