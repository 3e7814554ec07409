//! What the notice must tell: to whom files with exact answers go, and whether the roles of data protection are kept apart.

use crate::error::Result;
use crate::values::{FilingForm, Instant, OrganizationRole, Question, Vocabulary};
use rusqlite::{Connection, Row, named_params};

/// A required filing in force: who gets exact figures made of answers, and by what authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilingFact {
    /// Who gets it.
    pub recipient: String,
    /// The law, rule or contract.
    pub authority: String,
    /// The questions it takes.
    pub questions: Vec<Question>,
    /// How it is written.
    pub form: FilingForm,
    /// Records hold names and ways to reach people.
    pub has_names: bool,
}

/// What an organization declares that cannot keep steward, second person and auditor apart from case work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declaration {
    /// Why the roles cannot be kept apart.
    pub reason: String,
    /// Who stands outside and agrees to break-glass; empty where nobody does.
    pub outside: Option<String>,
    /// In what role somebody declared it.
    pub declared_as: OrganizationRole,
    /// When.
    pub declared_at: Instant,
}

/// The filings of a program that are in force now, oldest first: from the moment one is recorded until it is ended.
pub fn filings(conn: &Connection, program: i64) -> Result<Vec<FilingFact>> {
    let sql = "
        SELECT recipient, authority, questions, form, has_names
        FROM filing
        WHERE program_id = :program
          AND ended_at IS NULL
        ORDER BY id";
    let mut statement = conn.prepare_cached(sql)?;
    let filings = statement.query_map(named_params! { ":program": program }, |row| {
        Ok(FilingFact {
            recipient: row.get("recipient")?,
            authority: row.get("authority")?,
            questions: questions(row)?,
            form: row.get("form")?,
            has_names: row.get("has_names")?,
        })
    })?;
    Ok(filings.collect::<rusqlite::Result<_>>()?)
}

/// The questions of a row, as they are written: words parted by commas.
pub(super) fn questions(row: &Row<'_>) -> rusqlite::Result<Vec<Question>> {
    let written: String = row.get("questions")?;
    Ok(words_of(&written))
}

/// Questions by their words, parted by commas.
pub(super) fn words_of(written: &str) -> Vec<Question> {
    written.split(',').filter_map(|word| Question::parse(word).ok()).collect()
}

/// The declaration in force, if there is one.
pub fn declaration(conn: &Connection) -> Result<Option<Declaration>> {
    let sql = "SELECT is_declared, reason, outside, as_role, declared_at FROM small_office ORDER BY seq DESC LIMIT 1";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    if !row.get::<_, bool>("is_declared")? {
        return Ok(None);
    }
    Ok(Some(Declaration {
        reason: row.get("reason")?,
        outside: row.get("outside")?,
        declared_as: row.get("as_role")?,
        declared_at: row.get("declared_at")?,
    }))
}
