//! Six-digit codes that the program mails itself: kept as keyed digests, ten minutes long, five tries. And limits on trying.

use crate::error::Result;
use crate::store::{Keyring, Object, Tx};
use crate::values::Instant;
use rusqlite::{Connection, named_params};

/// How long a code works.
pub const LIVES_MINUTES: i64 = 10;
/// The most codes of one address that work at once.
const MOST_LIVE: i64 = 5;
/// Wrong tries before an address rests.
const TRIES: i64 = 5;
/// How long it rests.
const RESTS_MINUTES: i64 = 30;
/// Failures within a quarter of an hour before somebody is not heard any more.
const FAILURES: i64 = 20;

/// What somebody typed as their code is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checked {
    /// It is theirs, and is used up now.
    Right,
    /// It is not, or no longer.
    Wrong,
    /// Five wrong ones: nobody is heard for half an hour.
    Resting,
}

/// Makes a code for an address, unless five work already. It is returned once, to be mailed, and is written down nowhere.
pub fn issue(tx: &Tx<'_>, address: &str) -> Result<Option<String>> {
    let who = tx.keys().typed_name_mac(address);
    tx.execute("DELETE FROM mailed_code WHERE expires_at < :old", named_params! { ":old": tx.at().plus_days(-1) })?;
    let live: i64 = tx.query_row(
        "SELECT count(*) FROM mailed_code WHERE who_mac = :who AND used_at IS NULL AND expires_at > :now",
        named_params! { ":who": who.as_slice(), ":now": tx.at() },
        |row| row.get(0),
    )?;
    let made = if live >= MOST_LIVE || is_resting(tx, &tx.keys(), address, tx.at())? { None } else { Some(put(tx, address, &who)?) };
    tx.audit(if made.is_some() { "mailed_code.issued" } else { "mailed_code.withheld" }, Object::none())?;
    Ok(made)
}

fn put(tx: &Tx<'_>, address: &str, who: &[u8]) -> Result<String> {
    let bits: [u8; 8] = tx.random()?;
    let code = format!("{:06}", u64::from_be_bytes(bits) % 1_000_000);
    let sql = "INSERT INTO mailed_code (who_mac, code_mac, issued_at, expires_at) VALUES (:who, :code, :at, :expires)";
    tx.execute(
        sql,
        named_params! {
            ":who": who,
            ":code": tx.keys().mailed_code_mac(address, &code).as_slice(),
            ":at": tx.at(),
            ":expires": tx.at().plus_minutes(LIVES_MINUTES),
        },
    )?;
    Ok(code)
}

/// Checks a code and uses it up. Known and unknown addresses are answered alike.
pub fn check(tx: &Tx<'_>, address: &str, typed: &str) -> Result<Checked> {
    let keys = tx.keys();
    if is_resting(tx, &keys, address, tx.at())? {
        return Ok(Checked::Resting);
    }
    let code: String = typed.chars().filter(char::is_ascii_digit).collect();
    let sql = "
        UPDATE mailed_code
        SET used_at = :now
        WHERE who_mac = :who
          AND code_mac = :code
          AND used_at IS NULL
          AND expires_at > :now";
    let (who, mac) = (keys.typed_name_mac(address), keys.mailed_code_mac(address, &code));
    if tx.execute(sql, named_params! { ":now": tx.at(), ":who": who.as_slice(), ":code": mac.as_slice() })? > 0 {
        tx.execute("DELETE FROM sign_in_attempt WHERE who_mac = :who", named_params! { ":who": tried(&keys, address).as_slice() })?;
        tx.audit("mailed_code.accepted", Object::none())?;
        return Ok(Checked::Right);
    }
    note(tx, &tried(&keys, address))?;
    tx.audit("mailed_code.failed", Object::none())?;
    Ok(Checked::Wrong)
}

fn tried(keys: &Keyring, address: &str) -> [u8; 32] {
    keys.typed_name_mac(&format!("code for {address}"))
}

fn is_resting(conn: &Connection, keys: &Keyring, address: &str, now: Instant) -> Result<bool> {
    Ok(count(conn, &tried(keys, address), now.plus_minutes(-RESTS_MINUTES))? >= TRIES)
}

/// True when too many tries came from there, or at the same first letters of a token, within a quarter of an hour.
pub fn is_too_much(conn: &Connection, keys: &Keyring, marks: &[String], now: Instant) -> Result<bool> {
    for mark in marks {
        if count(conn, &keys.typed_name_mac(mark), now.plus_minutes(-15))? >= FAILURES {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Writes a failure down under each of its marks. Whoever audits the deed audits this with it.
pub fn note_failure(tx: &Tx<'_>, marks: &[String]) -> Result<()> {
    let keys = tx.keys();
    marks.iter().try_for_each(|mark| note(tx, &keys.typed_name_mac(mark)))
}

fn note(tx: &Tx<'_>, who: &[u8]) -> Result<()> {
    tx.execute("DELETE FROM sign_in_attempt WHERE at < :old", named_params! { ":old": tx.at().plus_days(-1) })?;
    tx.execute("INSERT INTO sign_in_attempt (who_mac, at) VALUES (:who, :at)", named_params! { ":who": who, ":at": tx.at() })?;
    Ok(())
}

fn count(conn: &Connection, who: &[u8], since: Instant) -> Result<i64> {
    let sql = "SELECT count(*) FROM sign_in_attempt WHERE who_mac = :who AND at > :since";
    Ok(conn.prepare_cached(sql)?.query_row(named_params! { ":who": who, ":since": since }, |row| row.get(0))?)
}

/// How often a door for partners was tried in vain since an instant: by links and by codes.
pub fn count_failures(conn: &Connection, since: Instant) -> Result<i64> {
    let sql = "SELECT count(*) FROM audit_event WHERE action IN ('partner_link.failed', 'mailed_code.failed') AND at > :since";
    Ok(conn.prepare_cached(sql)?.query_row(named_params! { ":since": since }, |row| row.get(0))?)
}

/// Row keys of the open contacts with an address, at open partners.
pub fn contacts_with(conn: &Connection, address: &str) -> Result<Vec<i64>> {
    let sql = "
        SELECT partner_contact.id
        FROM partner_contact
        JOIN partner ON partner.id = partner_contact.partner_id
        WHERE lower(partner_contact.email) = :address
          AND partner_contact.closed_at IS NULL
          AND partner.closed_at IS NULL
        ORDER BY partner_contact.id";
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement.query_map(named_params! { ":address": address }, |row| row.get("id"))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The first of these contacts that still works at its partner: row keys that do, and the name of the first.
pub fn still_there(conn: &Connection, contacts: &[i64]) -> Result<(Vec<i64>, String)> {
    let sql = "
        SELECT partner_contact.name
        FROM partner_contact
        JOIN partner ON partner.id = partner_contact.partner_id
        WHERE partner_contact.id = :id
          AND partner_contact.closed_at IS NULL
          AND partner.closed_at IS NULL";
    let mut statement = conn.prepare_cached(sql)?;
    let (mut keys, mut name) = (Vec::new(), String::new());
    for contact in contacts {
        let mut rows = statement.query(named_params! { ":id": contact })?;
        if let Some(row) = rows.next()? {
            keys.push(*contact);
            if name.is_empty() {
                name = row.get("name")?;
            }
        }
    }
    Ok((keys, name))
}
