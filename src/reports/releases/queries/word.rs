//! What a program says about a release, in its own words. Not part of what is frozen: shown with it.

use crate::error::{Error, Result};
use crate::reports::releases::{NewWord, Release, Word};
use crate::store::{Object, Tx};
use rusqlite::{Connection, Row, named_params};

fn read(row: &Row<'_>) -> rusqlite::Result<Word> {
    Ok(Word {
        seq: row.get("seq")?,
        context: row.get("context")?,
        answer: row.get("answer")?,
        written_by: row.get("written_by")?,
        at: row.get("at")?,
    })
}

/// Everything written about a release, the newest first.
pub fn words(conn: &Connection, release: i64) -> Result<Vec<Word>> {
    let sql = "
        SELECT release_word.seq, release_word.context, release_word.answer, release_word.at,
               coalesce(account.name, release_word.written_by) AS written_by
        FROM release_word
        LEFT JOIN account ON account.public_id = release_word.written_by
        WHERE release_word.release_id = ?1
        ORDER BY release_word.seq DESC";
    let mut statement = conn.prepare_cached(sql)?;
    let words = statement.query_map([release], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(words)
}

/// What counts now.
pub fn word(conn: &Connection, release: i64) -> Result<Option<Word>> {
    Ok(words(conn, release)?.into_iter().next())
}

/// Writes down what a program says, unless somebody did so since the form was drawn.
pub fn write(tx: &Tx<'_>, release: &Release, seen: i64, new: &NewWord) -> Result<()> {
    let last = word(tx, release.key)?.map_or(0, |word| word.seq);
    if last != seen {
        return Err(Error::Stale);
    }
    let sql = "
        INSERT INTO release_word (release_id, seq, context, answer, written_by, at)
        VALUES (:release, :seq, :context, :answer, :by, :at)";
    tx.execute(
        sql,
        named_params! {
            ":release": release.key,
            ":seq": last + 1,
            ":context": new.context,
            ":answer": new.answer,
            ":by": tx.actor().id,
            ":at": tx.at(),
        },
    )?;
    tx.audit_with("release.words_written", Object::new("report_release", &release.id), &format!("version {}", last + 1))
}
