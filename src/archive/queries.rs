//! The rows of an archive in SQL: read in the order of their keys, written as they were.

use super::tables::{self, Fate};
use crate::error::{Error, Result};
use crate::people;
use crate::store::{Head, Row, Tx};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use std::collections::HashSet;

/// Hands each row of a table on that moves.
pub fn each(conn: &Connection, table: &str, fate: Fate, take: &mut dyn FnMut(Row) -> Result<()>) -> Result<()> {
    let pointer = tables::pointer(table);
    let went: HashSet<i64> = match pointer {
        Some(_) => {
            let sql = format!("SELECT id FROM outbox_message WHERE {}", tables::moving_messages());
            conn.prepare(&sql)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?
        }
        None => HashSet::new(),
    };
    let mut statement = conn.prepare(&format!("SELECT * FROM {table} WHERE {} ORDER BY rowid", tables::condition(fate)))?;
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut rows = statement.query([])?;
    while let Some(found) = rows.next()? {
        let mut columns = Vec::with_capacity(names.len());
        for (at, name) in names.iter().enumerate() {
            let value: Value = found.get(at)?;
            let is_left = pointer == Some(name.as_str()) && !matches!(&value, Value::Integer(message) if went.contains(message));
            columns.push((name.clone(), if is_left { Value::Null } else { value }));
        }
        take(Row::of(columns))?;
    }
    Ok(())
}

/// How many rows of a table move.
pub fn count(conn: &Connection, table: &str, fate: Fate) -> Result<usize> {
    let sql = format!("SELECT count(*) FROM {table} WHERE {}", tables::condition(fate));
    let rows: i64 = conn.query_row(&sql, [], |row| row.get(0))?;
    Ok(usize::try_from(rows).unwrap_or(usize::MAX))
}

/// Columns of a table.
pub fn columns_of(conn: &Connection, table: &str) -> Result<HashSet<String>> {
    let statement = conn.prepare(&format!("SELECT * FROM {table} LIMIT 0"))?;
    Ok(statement.column_names().map(str::to_owned).collect())
}

/// Writes a row in as it was. The columns are those of the table: see [`columns_of`].
pub fn insert(tx: &Tx<'_>, table: &str, row: &Row) -> Result<()> {
    let names: Vec<&str> = row.columns().iter().map(|(name, _)| name.as_str()).collect();
    let places = vec!["?"; names.len()].join(", ");
    let sql = format!("INSERT INTO {table} ({}) VALUES ({places})", names.join(", "));
    tx.prepare_cached(&sql)?.execute(params_from_iter(row.columns().iter().map(|(_, value)| value)))?;
    Ok(())
}

/// The one organization of a folder was made with it: it becomes the one of the archive.
pub fn become_organization(tx: &Tx<'_>, row: &Row) -> Result<()> {
    let sets: Vec<String> = row.columns().iter().map(|(name, _)| format!("{name} = ?")).collect();
    let sql = format!("UPDATE organization SET {} WHERE id = 1", sets.join(", "));
    tx.execute(&sql, params_from_iter(row.columns().iter().map(|(_, value)| value)))?;
    Ok(())
}

/// Rows may point to others that come later.
pub fn defer(tx: &Tx<'_>) -> Result<()> {
    Ok(tx.execute_batch("PRAGMA defer_foreign_keys = ON")?)
}

/// Refuses rows that point to none, before they are kept.
pub fn refuse_orphans(tx: &Tx<'_>) -> Result<()> {
    let sql = "PRAGMA foreign_key_check";
    let orphan = tx.prepare(sql)?.query_row([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?))).optional()?;
    match orphan {
        None => Ok(()),
        Some((table, row)) => Err(Error::Rejected(format!("Row {row} of {table} points to a row that is not in the archive."))),
    }
}

/// The address of a person.
pub fn address_of(tx: &Tx<'_>, person: i64) -> Result<String> {
    Ok(tx.prepare_cached("SELECT public_id FROM person WHERE id = ?1")?.query_row([person], |row| row.get(0))?)
}

/// Everybody can be searched for again.
pub fn index_all(tx: &Tx<'_>) -> Result<()> {
    let ids: Vec<i64> =
        tx.prepare("SELECT id FROM business ORDER BY id")?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    ids.into_iter().try_for_each(|business| people::queries::index(tx, business))
}

/// Who can make the first entry again: e-mail addresses of open accounts of administrators.
pub fn administrators(conn: &Connection) -> Result<Vec<String>> {
    let sql = "
        SELECT account.email
        FROM account
        JOIN organization_role ON organization_role.account_id = account.id
        WHERE organization_role.role = 'admin' AND account.disabled_at IS NULL
        ORDER BY account.id";
    Ok(conn.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// The end of the record as an archive names it: that of the last change. What only moved the organization is none; a folder into which it
/// was moved, and in which nothing was done since, names the end that the archive named.
pub fn end_of_record(conn: &Connection) -> Result<String> {
    let sql = "
        SELECT seq, hash
        FROM audit_event
        WHERE action NOT IN ('archive.written', 'archive.rows', 'archive.loaded')
        ORDER BY seq DESC
        LIMIT 1";
    let head = conn.query_row(sql, [], |row| Ok(Head { seq: row.get("seq")?, hash: row.get("hash")? })).optional()?;
    let head = head.unwrap_or_else(Head::nothing);
    let loaded = "SELECT detail FROM audit_event WHERE action = 'archive.loaded' AND seq > ?1 LIMIT 1";
    let loaded: Option<String> = conn.query_row(loaded, [head.seq], |row| row.get("detail")).optional()?;
    let from = loaded.as_deref().and_then(|detail| detail.rsplit_once(" record ")).map(|(_, end)| end.to_owned());
    Ok(from.unwrap_or_else(|| format!("{} {}", head.seq, crate::values::base32(&head.hash))))
}

/// Notices that wait, and are left.
pub fn waiting(conn: &Connection) -> Result<usize> {
    let sql = format!("SELECT count(*) FROM outbox_message WHERE NOT ({})", tables::moving_messages());
    let rows: i64 = conn.query_row(&sql, [], |row| row.get(0))?;
    Ok(usize::try_from(rows).unwrap_or(usize::MAX))
}
