//! The record in SQL. Nobody changes it.

use super::AuditEvent;
use crate::error::Result;
use rusqlite::{Connection, named_params};

/// One page of the record, newest first, before a sequence number.
pub fn list(conn: &Connection, before: i64, limit: i64) -> Result<Vec<AuditEvent>> {
    let sql = "
        SELECT audit_event.seq, audit_event.at, audit_event.actor_kind, coalesce(account.name, api_token.name, audit_event.actor) AS actor,
               audit_event.action, audit_event.object_kind, audit_event.object, audit_event.detail,
               (SELECT count(*) FROM audit_row WHERE audit_row.seq = audit_event.seq) AS changed
        FROM audit_event
        LEFT JOIN account ON account.public_id = audit_event.actor
        LEFT JOIN api_token ON api_token.public_id = audit_event.actor
        WHERE audit_event.seq < :before
        ORDER BY audit_event.seq DESC
        LIMIT :limit";
    let mut statement = conn.prepare_cached(sql)?;
    let events = statement.query_map(named_params! { ":before": before, ":limit": limit }, |row| {
        Ok(AuditEvent {
            seq: row.get("seq")?,
            at: row.get("at")?,
            actor_kind: row.get("actor_kind")?,
            actor: row.get("actor")?,
            action: row.get("action")?,
            object_kind: row.get("object_kind")?,
            object: row.get("object")?,
            detail: row.get("detail")?,
            rows: row.get("changed")?,
        })
    })?;
    Ok(events.collect::<rusqlite::Result<_>>()?)
}
