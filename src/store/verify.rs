//! `fairfloor verify`: is the record whole, and is every record what it was when it was written?

use super::chain::{Entry, Head, hash};
use super::keyring::Keyring;
use super::tx::{Actor, Object, Touched, row_line, row_mac};
use crate::error::Result;
use rusqlite::Connection;
use std::collections::{BTreeMap, HashMap};

/// What a check found.
#[derive(Debug, Default)]
pub struct Findings {
    /// Events in the chain.
    pub events: i64,
    /// Records compared with their digests.
    pub records: usize,
    /// Everything that is wrong, in words. Empty when all is well.
    pub faults: Vec<String>,
}

/// How many faults are named before the rest is only counted.
const MOST: usize = 20;

impl Findings {
    fn fault(&mut self, words: String) {
        if self.faults.len() < MOST {
            self.faults.push(words);
        } else if self.faults.len() == MOST {
            self.faults.push("There is more. The first faults are named above.".to_owned());
        }
    }
}

/// Checks the chain, its gaps, the head file, every record's digest, foreign keys and the file itself.
///
/// Why on a connection of its own: the search index (FTS5 in `SQLite` 3.54.1) checks itself against what the connection saw of it
/// last, so on a connection that lives long `integrity_check` reports a mismatch after somebody else's write. Searches are not affected.
pub fn verify(conn: &Connection, keys: &Keyring, head_file: &std::path::Path) -> Result<Findings> {
    let mut found = Findings::default();
    check_file(conn, &mut found)?;
    check_chain(conn, keys, &mut found)?;
    check_records(conn, keys, &mut found)?;
    match Head::read(head_file, keys) {
        Ok(Some(file)) if file.is_reached_by(conn)? => {}
        Ok(Some(file)) => found.fault(format!(
            "The head file names event {}, which this record does not have: changes are missing or the record was rewritten.",
            file.seq
        )),
        Ok(None) => found.fault("The head file is damaged or was not written with this keyring.".to_owned()),
        Err(cause) => found.fault(format!("The head file cannot be read: {cause}.")),
    }
    Ok(found)
}

fn check_file(conn: &Connection, found: &mut Findings) -> Result<()> {
    let mut statement = conn.prepare("PRAGMA integrity_check(20)")?;
    let lines = statement.query_map([], |row| row.get::<_, String>(0))?;
    for line in lines {
        let line = line?;
        if line != "ok" {
            found.fault(format!("The file is damaged: {line}."));
        }
    }
    let mut statement = conn.prepare("PRAGMA foreign_key_check")?;
    let orphans = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, Option<i64>>(1)?)))?;
    for orphan in orphans {
        let (table, row) = orphan?;
        found.fault(format!("Row {} of {table} points to a record that is gone.", row.unwrap_or_default()));
    }
    Ok(())
}

fn check_chain(conn: &Connection, keys: &Keyring, found: &mut Findings) -> Result<()> {
    let mut rows_of = rows_by_event(conn)?;
    let mut statement = conn.prepare(
        "SELECT seq, at, actor_kind, actor, action, object_kind, object, detail, rows_mac, prev, hash FROM audit_event ORDER BY seq",
    )?;
    let mut rows = statement.query([])?;
    let mut last = Head::nothing();
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get("seq")?;
        if seq != last.seq + 1 {
            found.fault(format!("Events {} to {} are missing from the audit record.", last.seq + 1, seq - 1));
        }
        let object_kind: String = row.get("object_kind")?;
        let actor = Actor { kind: row.get("actor_kind")?, id: row.get("actor")? };
        let (action, detail): (String, String) = (row.get("action")?, row.get("detail")?);
        let (rows_mac, prev, said): (Vec<u8>, Vec<u8>, Vec<u8>) = (row.get("rows_mac")?, row.get("prev")?, row.get("hash")?);
        let object = Object { kind: object_kind.into(), id: row.get("object")? };
        let entry = Entry { at: row.get("at")?, actor: &actor, action: &action, object: &object, detail: &detail, rows_mac: &rows_mac };
        if prev != last.hash || hash(seq, &entry, &prev) != said {
            found.fault(format!("Event {seq} of the audit record was changed, or one before it."));
        }
        let lines = rows_of.remove(&seq).unwrap_or_default();
        if keys.audit_mac(&[b"rows", &seq.to_be_bytes(), &lines]).as_slice() != rows_mac.as_slice() {
            found.fault(format!("The list of rows that event {seq} changed was altered."));
        }
        last = Head { seq, hash: said };
        found.events += 1;
    }
    if let Some(seq) = rows_of.keys().next() {
        found.fault(format!("The audit record lists changed rows for event {seq}, which is not there."));
    }
    Ok(())
}

fn rows_by_event(conn: &Connection) -> Result<BTreeMap<i64, Vec<u8>>> {
    let mut by_event: BTreeMap<i64, Vec<u8>> = BTreeMap::new();
    let mut statement = conn.prepare("SELECT seq, table_name, row_id, mac FROM audit_row ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (table, id, mac): (String, i64, Option<Vec<u8>>) = (row.get("table_name")?, row.get("row_id")?, row.get("mac")?);
        by_event.entry(row.get("seq")?).or_default().extend_from_slice(&row_line(&table, id, mac.as_deref()));
    }
    Ok(by_event)
}

/// True when the first event of the record was written with this keyring. A record that is empty or altered says nothing about keys.
pub(super) fn was_written_with(conn: &Connection, keys: &Keyring) -> rusqlite::Result<bool> {
    use rusqlite::OptionalExtension;
    let fits = |seq: i64, said: &[u8]| -> rusqlite::Result<bool> {
        let mut statement = conn.prepare("SELECT table_name, row_id, mac FROM audit_row WHERE seq = ?1 ORDER BY id")?;
        let mut rows = statement.query([seq])?;
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            let (table, id, mac): (String, i64, Option<Vec<u8>>) = (row.get("table_name")?, row.get("row_id")?, row.get("mac")?);
            lines.extend_from_slice(&row_line(&table, id, mac.as_deref()));
        }
        Ok(keys.audit_mac(&[b"rows", &seq.to_be_bytes(), &lines]).as_slice() == said)
    };
    // Two events, so that one altered row is still told apart from another keyring.
    for order in ["ASC", "DESC"] {
        let sql = format!("SELECT seq, rows_mac FROM audit_event ORDER BY seq {order} LIMIT 1");
        let event = conn.query_row(&sql, [], |row| Ok((row.get::<_, i64>("seq")?, row.get::<_, Vec<u8>>("rows_mac")?))).optional()?;
        let Some((seq, said)) = event else { return Ok(true) };
        if fits(seq, &said)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// How a row stands beside what the record says of it.
enum Row {
    Changed,
    Added,
    Deleted,
}

/// Every row of every table must be as its last audit row says, and there must be no other.
fn check_records(conn: &Connection, keys: &Keyring, found: &mut Findings) -> Result<()> {
    let (count, odd) = compare(conn, keys)?;
    found.records = count;
    for (table, id, row) in odd {
        let what = match row {
            Row::Changed => "changed",
            Row::Added => "added",
            Row::Deleted => "deleted",
        };
        found.fault(format!("Row {id} of {table} was {what} outside Fairfloor."));
    }
    Ok(())
}

/// Rows that are not what the record says of them: after a step to a newer schema, those the step made anew.
pub(super) fn altered(conn: &Connection, keys: &Keyring) -> Result<Vec<(String, i64)>> {
    Ok(compare(conn, keys)?.1.into_iter().map(|(table, id, _)| (table, id)).collect())
}

/// A row that is not what the record says: its table, its number, and how it differs.
type Odd = (String, i64, Row);

/// How many rows there are, and which are odd.
fn compare(conn: &Connection, keys: &Keyring) -> Result<(usize, Vec<Odd>)> {
    let mut last: HashMap<(String, i64), Option<Vec<u8>>> = HashMap::new();
    let mut statement = conn.prepare("SELECT table_name, row_id, mac FROM audit_row ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        last.insert((row.get("table_name")?, row.get("row_id")?), row.get("mac")?);
    }
    let (mut count, mut odd) = (0, Vec::new());
    for table in tables(conn)? {
        let mut ids = conn.prepare(&format!("SELECT rowid FROM {table} ORDER BY rowid"))?;
        let ids = ids.query_map([], |row| row.get::<_, i64>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
        for id in ids {
            count += 1;
            let now = row_mac(conn, keys, &table, id)?;
            match last.remove(&(table.clone(), id)) {
                Some(then) if then == now => {}
                Some(_) => odd.push((table.clone(), id, Row::Changed)),
                None => odd.push((table.clone(), id, Row::Added)),
            }
        }
    }
    let mut gone: Vec<_> = last.into_iter().filter(|(_, mac)| mac.is_some()).map(|(row, _)| row).collect();
    gone.sort();
    odd.extend(gone.into_iter().map(|(table, id)| (table, id, Row::Deleted)));
    Ok((count, odd))
}

fn tables(conn: &Connection) -> Result<Vec<String>> {
    let mut statement = conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?;
    let names = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(names.into_iter().filter(|name| !Touched::is_exempt(name)).collect())
}
