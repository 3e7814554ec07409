//! How long the notes of services are kept, in SQL.

use super::find_for;
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::services::Service;
use crate::store::{Object, Tx};
use crate::values::{Day, Line, ServiceId};
use rusqlite::{Connection, named_params};

/// Keeps a note for a shorter or a longer time.
pub fn keep_note(tx: &Tx<'_>, viewer: &Viewer, id: &ServiceId, version: i64, until: Day, why: &Line) -> Result<Service> {
    let service = find_for(tx, viewer, id)?;
    if service.note.is_none() {
        return Err(Error::NotFound);
    }
    if !service.keeps_note(viewer) {
        return Err(Error::Rejected(format!("Only {} and your managers can change how long this note is kept.", service.author.1)));
    }
    let sql = "
        UPDATE service
        SET note_until_on = :until, note_until_why = :why, version = version + 1
        WHERE id = :key
          AND version = :version";
    if tx.execute(sql, named_params! { ":until": until, ":why": why, ":key": service.key, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("service.note_kept_until", Object::new("service", id), "note_until_on note_until_why")?;
    Ok(service)
}

/// The note of a service is due to be deleted: its day is over, and nothing keeps what is known of this client.
const DUE: &str = "
    note_until_on < :today
    AND NOT EXISTS (
        SELECT 1
        FROM legal_hold
        JOIN ownership ON ownership.person_id = legal_hold.person_id
        WHERE ownership.business_id = service.business_id
          AND legal_hold.lifted_at IS NULL)";

/// Services whose notes are due to go, by row key.
pub fn notes_due(conn: &Connection, today: Day) -> Result<Vec<i64>> {
    let mut statement = conn.prepare_cached(&format!("SELECT id FROM service WHERE {DUE} ORDER BY id"))?;
    let keys = statement.query_map(named_params! { ":today": today }, |row| row.get("id"))?;
    Ok(keys.collect::<rusqlite::Result<_>>()?)
}

/// Deletes the note of a service whose day is over; the service itself stays.
pub fn forget_note(tx: &Tx<'_>, key: i64) -> Result<()> {
    let sql = format!(
        "
        UPDATE service
        SET note = NULL, note_level = 'team', note_until_on = NULL, note_until_why = NULL, version = version + 1
        WHERE id = :key
          AND {DUE}
        RETURNING public_id"
    );
    let mut statement = tx.prepare_cached(&sql)?;
    let gone = statement.query_map(named_params! { ":key": key, ":today": tx.today() }, |row| row.get::<_, ServiceId>(0))?;
    let gone = gone.collect::<rusqlite::Result<Vec<_>>>()?;
    gone.iter().try_for_each(|id| tx.audit("service.note_deleted", Object::new("service", id)))
}
