//! Files in SQL. Found through the viewer: another program's file looks exactly like none.

use super::{ALL_TOGETHER, Attachment, Beside, MOST, Place};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::store::{Object, Tx, digest};
use crate::values::{Amount, AttachmentId, Day, FileKind, Instant, ResourceKind, ServiceKind, Unit, Vocabulary, codes};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// How long whoever put a file there may take it back.
const OPEN_MS: i64 = 24 * 60 * 60 * 1000;

/// The thing of a program the viewer works in that files stand beside, one that was taken back too: its files can be taken back as well.
pub fn place(conn: &Connection, viewer: &Viewer, beside: Beside, id: &str) -> Result<Place> {
    let sql = match beside {
        Beside::Service => "SELECT id, program_id, undone_at, served_on AS on_day, kind FROM service WHERE public_id = :id",
        Beside::Training => "SELECT id, program_id, undone_at, title FROM training WHERE public_id = :id",
        Beside::Outcome => "SELECT id, program_id, undone_at, happened_on AS on_day, kind FROM outcome WHERE public_id = :id",
        Beside::Resource => {
            "SELECT id, program_id, undone_at, kind, unit, coalesce(delivered, awarded, applied) AS amount
             FROM deployment WHERE public_id = :id"
        }
    };
    let sql = format!("{sql} AND program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)");
    let read = |row: &Row<'_>| {
        let words = words(beside, row)?;
        Ok(Place {
            key: row.get("id")?,
            beside,
            id: id.to_owned(),
            program: row.get("program_id")?,
            words,
            is_undone: row.get::<_, Option<Instant>>("undone_at")?.is_some(),
        })
    };
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?.ok_or(Error::NotFound)
}

fn words(beside: Beside, row: &Row<'_>) -> rusqlite::Result<String> {
    Ok(match beside {
        Beside::Service => {
            let (kind, on): (ServiceKind, Day) = (row.get("kind")?, row.get("on_day")?);
            format!("{}, {on}", kind.label())
        }
        Beside::Training => row.get("title")?,
        Beside::Outcome => {
            let (kind, on): (String, Day) = (row.get("kind")?, row.get("on_day")?);
            format!("{}, {on}", codes::label(codes::List::OutcomeKinds, &kind).unwrap_or(&kind))
        }
        Beside::Resource => {
            let (kind, unit): (ResourceKind, Unit) = (row.get("kind")?, row.get("unit")?);
            format!("{}, {}", kind.label(), Amount { value: row.get("amount")?, unit })
        }
    })
}

fn column(beside: Beside) -> &'static str {
    match beside {
        Beside::Service => "service_id",
        Beside::Training => "training_id",
        Beside::Outcome => "outcome_id",
        Beside::Resource => "deployment_id",
    }
}

const ATTACHMENT: &str = "
    SELECT attachment.id, attachment.public_id, attachment.program_id, attachment.name, attachment.kind, attachment.size,
           attachment.account_id, account.name AS author, attachment.undone_at, attachment.version, attachment.created_at
    FROM attachment
    JOIN account ON account.id = attachment.account_id";

fn read(row: &Row<'_>) -> rusqlite::Result<Attachment> {
    Ok(Attachment {
        key: row.get("id")?,
        id: row.get("public_id")?,
        program: row.get("program_id")?,
        name: row.get("name")?,
        kind: row.get("kind")?,
        size: row.get("size")?,
        author: (row.get("account_id")?, row.get("author")?),
        undone_at: row.get("undone_at")?,
        version: row.get("version")?,
        created_at: row.get("created_at")?,
    })
}

/// The files beside a thing, the oldest first: never more than [`MOST`] that stand, and those that were taken back.
pub fn list(conn: &Connection, place: &Place) -> Result<Vec<Attachment>> {
    let sql = format!("{ATTACHMENT} WHERE attachment.{} = ?1 ORDER BY attachment.id LIMIT 200", column(place.beside));
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map([place.key], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A file of a program the viewer works in.
pub fn find_for(conn: &Connection, viewer: &Viewer, id: &AttachmentId) -> Result<Attachment> {
    let sql = format!(
        "{ATTACHMENT}
         WHERE attachment.public_id = :id
           AND attachment.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)"
    );
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?.ok_or(Error::NotFound)
}

/// Where the page of the files stands that one belongs to.
pub fn address_of(conn: &Connection, attachment: &Attachment) -> Result<String> {
    let sql = "
        SELECT service.public_id AS service, training.public_id AS training, outcome.public_id AS outcome, deployment.public_id AS resource
        FROM attachment
        LEFT JOIN service ON service.id = attachment.service_id
        LEFT JOIN training ON training.id = attachment.training_id
        LEFT JOIN outcome ON outcome.id = attachment.outcome_id
        LEFT JOIN deployment ON deployment.id = attachment.deployment_id
        WHERE attachment.id = ?1";
    let all = [("service", Beside::Service), ("training", Beside::Training), ("outcome", Beside::Outcome), ("resource", Beside::Resource)];
    let found = conn.prepare_cached(sql)?.query_row([attachment.key], |row| {
        let mut found = None;
        for (name, beside) in all {
            let id: Option<String> = row.get(name)?;
            found = found.or(id.map(|id| format!("{}/{id}/files", beside.address())));
        }
        Ok(found)
    })?;
    found.ok_or(Error::NotFound)
}

/// What is in a file. One that was taken back looks like none.
pub fn content(conn: &Connection, attachment: &Attachment) -> Result<Vec<u8>> {
    let sql = "SELECT bytes FROM attachment_content WHERE attachment_id = ?1";
    conn.prepare_cached(sql)?.query_row([attachment.key], |row| row.get(0)).optional()?.ok_or(Error::NotFound)
}

/// A file as it came, known by its content.
pub struct New<'n> {
    /// As it was called.
    pub name: &'n str,
    /// What it is.
    pub kind: FileKind,
    /// What is in it.
    pub bytes: &'n [u8],
}

/// Puts a file beside a thing that stands. The same file twice is one.
pub fn put(tx: &Tx<'_>, viewer: &Viewer, place: &Place, new: &New<'_>) -> Result<()> {
    if place.is_undone {
        return Err(Error::Rejected("This was taken back; no file is added to it any more.".to_owned()));
    }
    let hash: String = digest(new.bytes);
    let column = column(place.beside);
    let sql = format!(
        "SELECT count(*) AS files, coalesce(sum(file_hash = :hash), 0) > 0 AS is_here
         FROM attachment
         WHERE {column} = :key
           AND undone_at IS NULL"
    );
    let (files, is_here): (i64, bool) = tx
        .prepare_cached(&sql)?
        .query_row(named_params! { ":hash": hash, ":key": place.key }, |row| Ok((row.get("files")?, row.get("is_here")?)))?;
    if is_here {
        return Err(Error::Rejected("This file is here already. Nothing was added.".to_owned()));
    }
    if files >= MOST {
        return Err(Error::Rejected(format!("There are {MOST} files here, and no more are kept beside one thing. Take one back first.")));
    }
    let all: i64 = tx.query_row("SELECT coalesce(sum(size), 0) FROM attachment WHERE undone_at IS NULL", [], |row| row.get(0))?;
    let size = i64::try_from(new.bytes.len()).unwrap_or(i64::MAX);
    if all.saturating_add(size) > ALL_TOGETHER {
        let words = "All files of the organization together would weigh more than 4 GiB. Take back some that are not needed.";
        return Err(Error::Rejected(words.to_owned()));
    }
    let id: AttachmentId = tx.fresh_id()?;
    let sql = format!(
        "INSERT INTO attachment (public_id, program_id, {column}, account_id, name, kind, size, file_hash, created_at)
         VALUES (:id, :program, :key, :account, :name, :kind, :size, :hash, :at)"
    );
    tx.prepare_cached(&sql)?.execute(named_params! {
        ":id": id, ":program": place.program, ":key": place.key, ":account": viewer.key, ":name": new.name, ":kind": new.kind,
        ":size": size, ":hash": hash, ":at": tx.at(),
    })?;
    let sql = "INSERT INTO attachment_content (attachment_id, bytes) VALUES (?1, ?2)";
    tx.prepare_cached(sql)?.execute((tx.last_insert_rowid(), new.bytes))?;
    tx.audit_with("attachment.added", Object::new("attachment", &id), &format!("kind {} bytes {size} sha256 {hash}", new.kind.code()))
}

/// Writes down that somebody took a file with them.
pub fn note_taken(tx: &Tx<'_>, attachment: &Attachment) -> Result<()> {
    tx.audit("attachment.downloaded", Object::new("attachment", &attachment.id))
}

/// True where the viewer may take a file back: whoever put it there within a day, a manager of the program always.
pub fn may_undo(viewer: &Viewer, attachment: &Attachment, now: Instant) -> bool {
    let is_authors = attachment.author.0 == viewer.key && now.millis() - attachment.created_at.millis() < OPEN_MS;
    attachment.undone_at.is_none() && (is_authors || viewer.manages(attachment.program))
}

/// Takes a file back: its content is gone. A second time changes nothing.
pub fn undo(tx: &Tx<'_>, viewer: &Viewer, id: &AttachmentId, version: i64) -> Result<()> {
    let attachment = find_for(tx, viewer, id)?;
    if attachment.undone_at.is_some() {
        return Ok(());
    }
    if !may_undo(viewer, &attachment, tx.at()) {
        let words = format!(
            "Only {} can take this back, and only for 24 hours after adding it; after that a manager of the program can.",
            attachment.author.1
        );
        return Err(Error::Rejected(words));
    }
    let sql = "UPDATE attachment SET undone_at = :at, version = version + 1 WHERE id = :key AND version = :version";
    if tx.execute(sql, named_params! { ":at": tx.at(), ":key": attachment.key, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    tx.execute("DELETE FROM attachment_content WHERE attachment_id = ?1", [attachment.key])?;
    tx.audit("attachment.undone", Object::new("attachment", id))
}
