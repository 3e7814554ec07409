//! Notes in SQL. Found through the viewer: another program's note, and one that only somebody else reads, looks exactly like none.

use super::{ClientNote, Words};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::people::Client;
use crate::programs;
use crate::store::{Object, Tx};
use crate::values::{Day, Instant, Line, NoteId};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

const NOTE: &str = "
    SELECT note.id, note.public_id, note.program_id, business.public_id AS client_id, business.name AS client_name, note.account_id,
           account.name AS author, note.level, note.body, note.until_on, note.until_why, note.changed_at, note.undone_at, note.version,
           note.created_at
    FROM note
    JOIN business ON business.id = note.business_id
    JOIN account ON account.id = note.account_id";

/// What the viewer may read.
const READABLE: &str = "
    note.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)
    AND (note.level = 'team' OR note.account_id = :viewer)";

fn read(row: &Row<'_>) -> rusqlite::Result<ClientNote> {
    Ok(ClientNote {
        key: row.get("id")?,
        id: row.get("public_id")?,
        program: row.get("program_id")?,
        client: (row.get("client_id")?, row.get("client_name")?),
        author: (row.get("account_id")?, row.get("author")?),
        level: row.get("level")?,
        body: row.get("body")?,
        until_on: row.get("until_on")?,
        until_why: row.get("until_why")?,
        changed_at: row.get("changed_at")?,
        undone_at: row.get("undone_at")?,
        version: row.get("version")?,
        created_at: row.get("created_at")?,
    })
}

/// A note the viewer may read; one that was taken back only its author.
pub fn find_for(conn: &Connection, viewer: &Viewer, id: &NoteId) -> Result<ClientNote> {
    let sql = format!("{NOTE} WHERE note.public_id = :id AND {READABLE} AND (note.undone_at IS NULL OR note.account_id = :viewer)");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?.ok_or(Error::NotFound)
}

/// The notes about a client that the viewer may read, newest first.
pub fn list_of_client(conn: &Connection, viewer: &Viewer, business: i64, limit: i64, skip: i64) -> Result<Vec<ClientNote>> {
    let sql = format!(
        "{NOTE}
         WHERE note.business_id = :business
           AND note.undone_at IS NULL
           AND {READABLE}
         ORDER BY note.created_at DESC, note.id DESC
         LIMIT :limit OFFSET :skip"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":business": business, ":viewer": viewer.key, ":limit": limit, ":skip": skip };
    let notes = statement.query_map(params, read)?;
    Ok(notes.collect::<rusqlite::Result<_>>()?)
}

/// How many there are of them.
pub fn count_of_client(conn: &Connection, viewer: &Viewer, business: i64) -> Result<i64> {
    let sql = format!("SELECT count(*) FROM note WHERE note.business_id = :business AND note.undone_at IS NULL AND {READABLE}");
    Ok(conn.prepare_cached(&sql)?.query_row(named_params! { ":business": business, ":viewer": viewer.key }, |row| row.get(0))?)
}

/// What a note said before, the last words first, each with when they were replaced.
pub fn before(conn: &Connection, note: &ClientNote) -> Result<Vec<(String, Instant)>> {
    let mut statement = conn.prepare_cached("SELECT body, at FROM note_text WHERE note_id = ?1 ORDER BY id DESC")?;
    let texts = statement.query_map([note.key], |row| Ok((row.get("body")?, row.get("at")?)))?;
    Ok(texts.collect::<rusqlite::Result<_>>()?)
}

/// Writes a note down, for as long as its program keeps notes.
pub fn write(tx: &Tx<'_>, viewer: &Viewer, client: &Client, words: &Words) -> Result<NoteId> {
    let id: NoteId = tx.fresh_id()?;
    let sql = "
        INSERT INTO note (public_id, program_id, business_id, account_id, level, body, until_on, created_at)
        VALUES (:id, :program, :business, :account, :level, :body, :until, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":program": client.program,
        ":business": client.key,
        ":account": viewer.key,
        ":level": words.level,
        ":body": words.body,
        ":until": programs::queries::note_until(tx, client.program, tx.today())?,
        ":at": tx.at(),
    })?;
    tx.audit("note.written", Object::new("note", &id))?;
    Ok(id)
}

/// Changes a note of one's own. Within a day the new words replace the old ones; later the old ones stay beside them, and its readers
/// stay too: words that were written for oneself are never shown to others by a change.
pub fn change(tx: &Tx<'_>, viewer: &Viewer, id: &NoteId, version: i64, words: &Words) -> Result<()> {
    let note = find_for(tx, viewer, id)?;
    refuse_unless_own(viewer, &note)?;
    let is_fresh = note.is_fresh(tx.at());
    if !is_fresh && words.level != note.level {
        return Err(Error::Rejected("Who reads a note can be changed for 24 hours. Write a new note for the others.".to_owned()));
    }
    let sql = "
        UPDATE note
        SET body = :body, level = :level, changed_at = :at, version = version + 1
        WHERE id = :key
          AND version = :version";
    let params = named_params! { ":body": words.body, ":level": words.level, ":at": tx.at(), ":key": note.key, ":version": version };
    if tx.execute(sql, params)? == 0 {
        return Err(Error::Stale);
    }
    if !is_fresh && words.body.as_str() != note.body {
        let sql = "INSERT INTO note_text (note_id, body, at) VALUES (:note, :body, :at)";
        tx.execute(sql, named_params! { ":note": note.key, ":body": note.body, ":at": tx.at() })?;
    }
    tx.audit_with("note.changed", Object::new("note", id), "body level")
}

fn refuse_unless_own(viewer: &Viewer, note: &ClientNote) -> Result<()> {
    if note.is_own(viewer) {
        return Ok(());
    }
    Err(Error::Rejected(if note.undone_at.is_some() {
        "This note was taken back already.".to_owned()
    } else {
        format!("Only {}, who wrote this note, can change it.", note.author.1)
    }))
}

/// Takes a note of one's own back within a day. A second time changes nothing.
pub fn undo(tx: &Tx<'_>, viewer: &Viewer, id: &NoteId, version: i64) -> Result<ClientNote> {
    let note = find_for(tx, viewer, id)?;
    if note.undone_at.is_some() {
        return Ok(note);
    }
    refuse_unless_own(viewer, &note)?;
    if !note.is_fresh(tx.at()) {
        return Err(Error::Rejected(
            "A note can be taken back for 24 hours. Choose today as the day until which it is kept, and it goes tonight.".to_owned(),
        ));
    }
    let sql = "UPDATE note SET undone_at = :at, version = version + 1 WHERE id = :key AND version = :version";
    if tx.execute(sql, named_params! { ":at": tx.at(), ":key": note.key, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("note.undone", Object::new("note", id))?;
    Ok(note)
}

/// Keeps a note for a shorter or a longer time.
pub fn keep(tx: &Tx<'_>, viewer: &Viewer, id: &NoteId, version: i64, until: Day, why: &Line) -> Result<()> {
    let note = find_for(tx, viewer, id)?;
    if !note.is_kept_by(viewer) {
        return Err(Error::Rejected(format!("Only {} and your managers can change how long this note is kept.", note.author.1)));
    }
    let sql = "UPDATE note SET until_on = :until, until_why = :why, version = version + 1 WHERE id = :key AND version = :version";
    if tx.execute(sql, named_params! { ":until": until, ":why": why, ":key": note.key, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("note.kept_until", Object::new("note", id), "until_on until_why")
}

/// What is due to be deleted: the notes whose day is over, and those that were taken back a day ago.
const DUE: &str = "
    (until_on < :today OR undone_at <= :yesterday)
    AND NOT EXISTS (
        SELECT 1
        FROM legal_hold
        JOIN ownership ON ownership.person_id = legal_hold.person_id
        WHERE ownership.business_id = note.business_id
          AND legal_hold.lifted_at IS NULL)";

/// Row keys of the notes that are due to be deleted.
pub fn due(conn: &Connection, now: Instant, today: Day) -> Result<Vec<i64>> {
    let mut statement = conn.prepare_cached(&format!("SELECT id FROM note WHERE {DUE} ORDER BY id"))?;
    let keys = statement.query_map(named_params! { ":today": today, ":yesterday": now.plus_days(-1) }, |row| row.get("id"))?;
    Ok(keys.collect::<rusqlite::Result<_>>()?)
}

/// Deletes a note for good, with whatever it said before, if it is still due.
pub fn delete(tx: &Tx<'_>, key: i64) -> Result<()> {
    let sql = format!("SELECT public_id FROM note WHERE id = :key AND {DUE}");
    let params = named_params! { ":key": key, ":today": tx.today(), ":yesterday": tx.at().plus_days(-1) };
    let Some(id) = tx.prepare_cached(&sql)?.query_row(params, |row| row.get::<_, NoteId>(0)).optional()? else { return Ok(()) };
    tx.execute("DELETE FROM note_text WHERE note_id = ?1", [key])?;
    tx.execute("DELETE FROM note WHERE id = ?1", [key])?;
    tx.audit("note.deleted", Object::new("note", &id))
}
