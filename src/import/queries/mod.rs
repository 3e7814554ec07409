//! Imports in SQL: what is here already, writing a file in, the records, taking an import back.

mod known;
mod lists;
mod matching;
mod met;
mod partners;
mod presets;
mod records;
mod records_undo;
mod referrals;
mod sites;
#[cfg(test)]
mod tests;
mod undo;
mod writing;

pub use known::known;
pub use matching::preview;
pub use partners::first_partners;
pub use presets::{find_kept, keep, kept_as, kept_for, let_go, rename};
pub use records::preview as preview_records;
pub use undo::undo;
pub use writing::{By, import};

use super::{Made, Question, Run};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::values::{ClientId, ImportId, ImportKind, Instant};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

const RUN: &str = "
    SELECT import_run.id, import_run.public_id, import_run.program_id, program.name AS program_name, import_run.kind, import_run.preset,
           import_run.file_name, import_run.encoding, import_run.mapping, import_run.row_count, import_run.made,
           coalesce(account.name, 'the command line (' || import_run.actor || ')') AS actor, import_run.started_at, import_run.undone_at
    FROM import_run
    JOIN program ON program.id = import_run.program_id
    LEFT JOIN account ON account.public_id = import_run.actor";

const MINE: &str = "import_run.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer AND role = 'manager')";

fn read(row: &Row<'_>) -> rusqlite::Result<Run> {
    let json = |text: String| serde_json::from_str(&text).unwrap_or_default();
    let mapping: String = row.get("mapping")?;
    let made: String = row.get("made")?;
    Ok(Run {
        key: row.get("id")?,
        id: row.get("public_id")?,
        program: row.get("program_id")?,
        program_name: row.get("program_name")?,
        kind: row.get("kind")?,
        preset: row.get("preset")?,
        file_name: row.get("file_name")?,
        encoding: row.get("encoding")?,
        mapping: json(mapping),
        row_count: row.get("row_count")?,
        made: serde_json::from_str(&made).unwrap_or_default(),
        actor: row.get("actor")?,
        started_at: row.get("started_at")?,
        undone_at: row.get("undone_at")?,
    })
}

/// Imports into the programs the viewer manages, the last one first.
pub fn list_for(conn: &Connection, viewer: &Viewer) -> Result<Vec<Run>> {
    let sql = format!("{RUN} WHERE {MINE} ORDER BY import_run.id DESC");
    let mut statement = conn.prepare_cached(&sql)?;
    let runs = statement.query_map(named_params! { ":viewer": viewer.key }, read)?;
    Ok(runs.collect::<rusqlite::Result<_>>()?)
}

/// An import into a program the viewer manages.
pub fn find_for(conn: &Connection, viewer: &Viewer, id: &ImportId) -> Result<Run> {
    let sql = format!("{RUN} WHERE import_run.public_id = :id AND {MINE}");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?.ok_or(Error::NotFound)
}

/// The same bytes imported into the same program as the same kind before, and not taken back.
pub fn find_same(conn: &Connection, program: i64, kind: ImportKind, sha256: &str) -> Result<Option<(ImportId, Instant)>> {
    let sql = "
        SELECT public_id, started_at
        FROM import_run
        WHERE file_sha256 = :hash
          AND program_id = :program
          AND kind = :kind
          AND undone_at IS NULL
        ORDER BY id DESC
        LIMIT 1";
    Ok(conn
        .prepare_cached(sql)?
        .query_row(named_params! { ":hash": sha256, ":program": program, ":kind": kind }, |row| {
            Ok((row.get("public_id")?, row.get("started_at")?))
        })
        .optional()?)
}

/// The questions of an import, the most frequent first.
pub fn questions(conn: &Connection, run: i64) -> Result<Vec<Question>> {
    let sql = "SELECT header, typed, question, row_count, lines FROM import_question WHERE import_id = ?1 ORDER BY row_count DESC, id";
    let mut statement = conn.prepare_cached(sql)?;
    let questions = statement.query_map([run], |row| {
        let lines: String = row.get("lines")?;
        Ok(Question {
            header: row.get("header")?,
            typed: row.get("typed")?,
            words: row.get("question")?,
            row_count: row.get("row_count")?,
            lines: serde_json::from_str(&lines).unwrap_or_default(),
        })
    })?;
    Ok(questions.collect::<rusqlite::Result<_>>()?)
}

/// The questions of an import by its address.
pub fn questions_of(conn: &Connection, id: &ImportId) -> Result<Vec<Question>> {
    let key: Option<i64> = conn.query_row("SELECT id FROM import_run WHERE public_id = ?1", [id], |row| row.get("id")).optional()?;
    questions(conn, key.ok_or(Error::NotFound)?)
}

/// The first businesses an import made: address and name.
pub fn first_made(conn: &Connection, run: i64, limit: i64) -> Result<Vec<(ClientId, String)>> {
    let sql = "SELECT public_id, name FROM business WHERE import_id = :run ORDER BY id LIMIT :limit";
    let mut statement = conn.prepare_cached(sql)?;
    let made = statement.query_map(named_params! { ":run": run, ":limit": limit }, |row| Ok((row.get("public_id")?, row.get("name")?)))?;
    Ok(made.collect::<rusqlite::Result<_>>()?)
}

fn written(made: &Made) -> Result<String> {
    Ok(serde_json::to_string(made)?)
}
