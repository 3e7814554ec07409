//! Files that were made: which there are, handing a copy over, and whose answers are in them.

use super::{Days, context, records};
use crate::auth::queries::settling::refuse_unsettled;
use crate::error::{Error, Result};
use crate::store::{Keyring, Object, Tx};
use crate::values::{FiledId, FilingForm, FilingId, Instant};
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use zeroize::Zeroizing;

/// A file that was made, as the steward sees it.
#[derive(Debug, Clone)]
pub struct Made {
    /// Address.
    pub id: FiledId,
    /// The days it counts.
    pub days: Days,
    /// Of the file.
    pub sha256: String,
    /// Who made it.
    pub by: String,
    /// When.
    pub at: Instant,
    /// How many records it holds; none for a table.
    pub records: i64,
    /// How many were not ready and wait.
    pub left_out: i64,
}

/// The files that were made for a filing, newest first.
pub fn made(conn: &Connection, filing: i64) -> Result<Vec<Made>> {
    let sql = "
        SELECT filing_made.public_id, filing_made.first_on, filing_made.last_on, filing_made.sha256, account.name, filing_made.made_at,
               filing_made.left_out, (SELECT count(*) FROM filing_record WHERE filing_record.made_id = filing_made.id) AS records
        FROM filing_made
        JOIN account ON account.id = filing_made.account_id
        WHERE filing_made.filing_id = :filing
        ORDER BY filing_made.id DESC";
    let mut statement = conn.prepare_cached(sql)?;
    let made = statement.query_map(named_params! { ":filing": filing }, |row| {
        Ok(Made {
            id: row.get("public_id")?,
            days: Days { first: row.get("first_on")?, last: row.get("last_on")? },
            sha256: row.get("sha256")?,
            by: row.get("name")?,
            at: row.get("made_at")?,
            records: row.get("records")?,
            left_out: row.get("left_out")?,
        })
    })?;
    Ok(made.collect::<rusqlite::Result<_>>()?)
}

/// Writes down that a copy is handed over.
pub fn hand_over(tx: &Tx<'_>, filing: &FilingId, file: &FiledId, by: i64) -> Result<()> {
    refuse_unsettled(tx, by, "take a copy of this file")?;
    let sql = "
        SELECT EXISTS (
            SELECT 1 FROM filing_made JOIN filing ON filing.id = filing_made.filing_id
            WHERE filing_made.public_id = :file AND filing.public_id = :filing)";
    if !tx.query_row(sql, named_params! { ":file": file, ":filing": filing }, |row| row.get::<_, bool>(0))? {
        return Err(Error::NotFound);
    }
    tx.audit_with("filing.handed_over", Object::new("filing", filing), file.as_str())
}

/// A sheet of what was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// What the recipient gets.
    File,
    /// What is written otherwise than we hold it, and what was left out; for whoever files.
    Changes,
}

/// The file itself, once [`hand_over`] is on the disk.
pub fn file(conn: &Connection, keys: &Keyring, id: &FiledId, sheet: Sheet) -> Result<(Days, Vec<u8>)> {
    let (days, form, plain) = open(conn, keys, id)?;
    if !form.has_records() {
        return if sheet == Sheet::File { Ok((days, plain.to_vec())) } else { Err(Error::NotFound) };
    }
    let mut sheets: records::Sheets = serde_json::from_slice(&plain)?;
    Ok((
        days,
        match sheet {
            Sheet::File => std::mem::take(&mut sheets.file).into_bytes(),
            Sheet::Changes => std::mem::take(&mut sheets.changes).into_bytes(),
        },
    ))
}

fn open(conn: &Connection, keys: &Keyring, id: &FiledId) -> Result<(Days, FilingForm, Zeroizing<Vec<u8>>)> {
    let sql = "
        SELECT filing_made.first_on, filing_made.last_on, filing_made.key_id, filing_made.nonce, filing_made.sealed, filing.form
        FROM filing_made
        JOIN filing ON filing.id = filing_made.filing_id
        WHERE filing_made.public_id = :id";
    let read = |row: &Row<'_>| {
        let days = Days { first: row.get("first_on")?, last: row.get("last_on")? };
        let sealed: (String, Vec<u8>, Vec<u8>) = (row.get("key_id")?, row.get("nonce")?, row.get("sealed")?);
        Ok((days, row.get::<_, FilingForm>("form")?, sealed))
    };
    let (days, form, (key, nonce, sealed)) =
        conn.prepare_cached(sql)?.query_row(named_params! { ":id": id }, read).optional()?.ok_or(Error::NotFound)?;
    Ok((days, form, Zeroizing::new(keys.wrapping_by_id(&key)?.open(&nonce, &sealed, &context(id))?.to_vec())))
}

/// Seals a file anew with the active key.
pub(in crate::firewall) fn seal_anew(tx: &Tx<'_>, keys: &Keyring, key: i64) -> Result<()> {
    let id: FiledId = tx.query_row("SELECT public_id FROM filing_made WHERE id = ?1", [key], |row| row.get(0))?;
    let plain = open(tx, keys, &id)?.2;
    let (wrapping, nonce) = (keys.active_wrapping()?, tx.random::<24>()?);
    let sealed = wrapping.seal(&nonce, &plain, &context(&id))?;
    let sql = "UPDATE filing_made SET key_id = :key, nonce = :nonce, sealed = :sealed WHERE id = :id";
    tx.execute(sql, named_params! { ":key": wrapping.id, ":nonce": nonce.as_slice(), ":sealed": sealed, ":id": key })?;
    Ok(())
}

/// A file that counted somebody's answers, as their own page says it.
#[derive(Debug, Clone)]
pub struct Filed {
    /// Who got it.
    pub recipient: String,
    /// The law, rule or contract.
    pub authority: String,
    /// Name of the program.
    pub program_name: String,
    /// The days it counts.
    pub days: Days,
    /// When it was made.
    pub at: Instant,
    /// How it is written.
    pub form: FilingForm,
}

/// Every file that counted somebody's answers, newest first.
pub fn filings_of(conn: &Connection, person: i64) -> Result<Vec<Filed>> {
    let sql = "
        SELECT filing.recipient, filing.authority, filing.form, program.name, filing_made.first_on, filing_made.last_on, filing_made.made_at
        FROM filing_person
        JOIN filing_made ON filing_made.id = filing_person.made_id
        JOIN filing ON filing.id = filing_made.filing_id
        JOIN program ON program.id = filing.program_id
        WHERE filing_person.person_id = :person
        ORDER BY filing_made.id DESC";
    let mut statement = conn.prepare_cached(sql)?;
    let filed = statement.query_map(named_params! { ":person": person }, |row| {
        Ok(Filed {
            recipient: row.get("recipient")?,
            authority: row.get("authority")?,
            program_name: row.get("name")?,
            days: Days { first: row.get("first_on")?, last: row.get("last_on")? },
            at: row.get("made_at")?,
            form: row.get("form")?,
        })
    })?;
    Ok(filed.collect::<rusqlite::Result<_>>()?)
}
