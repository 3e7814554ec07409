//! What a program takes for a service where nobody says otherwise, in SQL.

use super::find_by_id;
use crate::error::{Error, Result};
use crate::programs::{FundingSource, ServiceDefaults};
use crate::store::{Object, Tx};
use crate::values::{ProgramId, ServiceKind, Vocabulary, codes};
use rusqlite::{Connection, OptionalExtension, named_params};

/// What a kind of service is filed under in a program, and whether it is reported: the reviewed table where the program says nothing.
pub fn service_default(conn: &Connection, program: i64, kind: ServiceKind) -> Result<(String, bool)> {
    let sql = "SELECT topic, is_reportable FROM program_service WHERE program_id = :program AND kind = :kind";
    let params = named_params! { ":program": program, ":kind": kind };
    let own = conn.prepare_cached(sql)?.query_row(params, |row| Ok((row.get("topic")?, row.get("is_reportable")?))).optional()?;
    Ok(own.unwrap_or_else(|| (codes::topic_of(kind.code()).to_owned(), true)))
}

/// The same for every kind.
pub fn service_defaults(conn: &Connection, program: i64) -> Result<Vec<(ServiceKind, String, bool)>> {
    ServiceKind::ALL
        .iter()
        .map(|kind| service_default(conn, program, *kind).map(|(topic, is_reportable)| (*kind, topic, is_reportable)))
        .collect()
}

/// In which languages a program works with whoever did not choose one. Empty where it says nothing.
pub fn languages(conn: &Connection, program: i64) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached("SELECT language FROM program_language WHERE program_id = ?1 ORDER BY id")?;
    let languages = statement.query_map([program], |row| row.get(0))?;
    Ok(languages.collect::<rusqlite::Result<_>>()?)
}

/// A funding source of a program by its row key.
pub fn funding_source(conn: &Connection, program: i64, key: i64) -> Result<i64> {
    let sql = "SELECT id FROM funding_source WHERE id = :key AND program_id = :program";
    let found = conn.prepare_cached(sql)?.query_row(named_params! { ":key": key, ":program": program }, |row| row.get(0)).optional()?;
    found.ok_or_else(|| {
        Error::Rejected("Choose one of the program's own funders. The list may have changed: open the form again.".to_owned())
    })
}

/// Sets all of it at once.
pub fn set_service_defaults(tx: &Tx<'_>, id: &ProgramId, version: i64, defaults: &ServiceDefaults) -> Result<()> {
    let program = find_by_id(tx, id)?;
    let sql = "UPDATE program SET version = version + 1 WHERE id = :program AND version = :version";
    if tx.execute(sql, named_params! { ":program": program.key, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    for (kind, topic, is_reportable) in &defaults.kinds {
        let sql = "
            INSERT INTO program_service (program_id, kind, topic, is_reportable)
            VALUES (:program, :kind, :topic, :reportable)
            ON CONFLICT (program_id, kind) DO UPDATE SET topic = excluded.topic, is_reportable = excluded.is_reportable";
        let params = named_params! { ":program": program.key, ":kind": kind, ":topic": topic, ":reportable": is_reportable };
        tx.prepare_cached(sql)?.execute(params)?;
    }
    tx.execute("DELETE FROM program_language WHERE program_id = ?1", [program.key])?;
    for language in &defaults.languages {
        let sql = "INSERT INTO program_language (program_id, language) VALUES (?1, ?2)";
        tx.prepare_cached(sql)?.execute((program.key, language))?;
    }
    let source = defaults.source.map(|key| funding_source(tx, program.key, key)).transpose()?;
    // One at a time: no two are the usual one, not even for a moment.
    tx.execute("UPDATE funding_source SET is_default = 0 WHERE program_id = ?1 AND is_default = 1", [program.key])?;
    if let Some(source) = source {
        tx.execute("UPDATE funding_source SET is_default = 1 WHERE id = ?1", [source])?;
    }
    tx.audit_with("program.changed", Object::new("program", id), "services: topics reportable languages funding_source")
}

/// What a program takes now.
pub fn find_service_defaults(conn: &Connection, program: i64, sources: &[FundingSource]) -> Result<ServiceDefaults> {
    Ok(ServiceDefaults {
        kinds: service_defaults(conn, program)?,
        languages: languages(conn, program)?,
        source: sources.iter().find(|source| source.is_default).map(|source| source.key),
    })
}
