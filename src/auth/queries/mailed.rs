//! Six-digit codes that the program mails itself: kept as keyed digests, ten minutes long; a newer one closes the older. And limits on
//! trying.
//!
//! Nobody shuts an address by typing wrong codes: wrong ones are counted for the code and the caller, and a new code begins anew. A code
//! dies after some wrong tries from everywhere, so that many callers together do not guess it. Codes are asked for so often a day and
//! no more: for an address, and much less often by one caller, who so does not use up what is left to its owner.

use crate::error::Result;
use crate::store::{Keyring, Object, Tx};
use crate::values::Instant;
use rusqlite::{Connection, OptionalExtension, named_params};
use subtle::ConstantTimeEq;

/// How long a code works.
pub const LIVES_MINUTES: i64 = 10;
/// Codes for one address in a day.
const MOST_A_DAY: i64 = 48;
/// Codes for one address in a day that one caller may ask for.
const MOST_A_DAY_OF_CALLER: i64 = 12;
/// Wrong tries of a code by one caller before that caller is not heard about it.
const TRIES: i64 = 5;
/// Wrong tries of a code by all callers together before it opens nothing.
const TRIES_OF_ALL: i64 = 25;
/// How long wrong tries count: longer than a code lives.
const COUNT_MINUTES: i64 = 30;
/// Failures within a quarter of an hour before somebody is not heard any more.
const FAILURES: i64 = 20;

/// What somebody typed as their code is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checked {
    /// It is theirs, and is used up now.
    Right,
    /// It is not, or no longer.
    Wrong,
    /// Too many wrong ones: this code is not looked at any more, from here or at all.
    Resting,
}

/// Makes a code for an address; whoever asks is inside, and is counted by who they are. See [`issue_to`].
pub fn issue(tx: &Tx<'_>, address: &str) -> Result<Option<String>> {
    issue_to(tx, address, &tx.actor().id)
}

/// Makes a code for an address, unless it was asked for too often today, and closes the one before. It is returned once, to be mailed,
/// and is written down nowhere.
pub fn issue_to(tx: &Tx<'_>, address: &str, caller: &str) -> Result<Option<String>> {
    let keys = tx.keys();
    let who = keys.typed_name_mac(address);
    let (asked, day) = (keys.typed_name_mac(&format!("code for {address} to {caller}")), tx.at().plus_days(-1));
    tx.execute("DELETE FROM mailed_code WHERE expires_at < :old", named_params! { ":old": day })?;
    let made: i64 = tx.query_row(
        "SELECT count(*) FROM mailed_code WHERE who_mac = :who AND issued_at > :day",
        named_params! { ":who": who.as_slice(), ":day": day },
        |row| row.get(0),
    )?;
    if made >= MOST_A_DAY || count(tx, &asked, day)? >= MOST_A_DAY_OF_CALLER {
        tx.audit("mailed_code.withheld", Object::none())?;
        return Ok(None);
    }
    note(tx, &asked)?;
    let sql = "UPDATE mailed_code SET used_at = :now WHERE who_mac = :who AND used_at IS NULL";
    tx.execute(sql, named_params! { ":now": tx.at(), ":who": who.as_slice() })?;
    let code = put(tx, address, &who)?;
    tx.audit("mailed_code.issued", Object::none())?;
    Ok(Some(code))
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

/// Checks a code and uses it up; whoever tries is inside, and is counted by who they are. See [`check_from`].
pub fn check(tx: &Tx<'_>, address: &str, typed: &str) -> Result<Checked> {
    check_from(tx, address, typed, &tx.actor().id)
}

/// Checks a code and uses it up. Known and unknown addresses are answered alike.
pub fn check_from(tx: &Tx<'_>, address: &str, typed: &str, caller: &str) -> Result<Checked> {
    let keys = tx.keys();
    let who = keys.typed_name_mac(address);
    let sql =
        "SELECT id, code_mac FROM mailed_code WHERE who_mac = :who AND used_at IS NULL AND expires_at > :now ORDER BY id DESC LIMIT 1";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, i64>("id")?, row.get::<_, Vec<u8>>("code_mac")?));
    let live = tx.prepare_cached(sql)?.query_row(named_params! { ":who": who.as_slice(), ":now": tx.at() }, read).optional()?;
    let (key, wanted) = live.unwrap_or_default();
    let tried_by_all = keys.typed_name_mac(&format!("code {key} for {address}"));
    let tried = keys.typed_name_mac(&format!("code {key} for {address} from {caller}"));
    let since = tx.at().plus_minutes(-COUNT_MINUTES);
    if count(tx, &tried, since)? >= TRIES || count(tx, &tried_by_all, since)? >= TRIES_OF_ALL {
        return Ok(Checked::Resting);
    }
    let code: String = typed.chars().filter(char::is_ascii_digit).collect();
    if bool::from(keys.mailed_code_mac(address, &code).as_slice().ct_eq(&wanted)) {
        tx.execute("UPDATE mailed_code SET used_at = :now WHERE id = :key", named_params! { ":now": tx.at(), ":key": key })?;
        tx.audit("mailed_code.accepted", Object::none())?;
        return Ok(Checked::Right);
    }
    note(tx, &tried)?;
    note(tx, &tried_by_all)?;
    tx.audit("mailed_code.failed", Object::none())?;
    Ok(Checked::Wrong)
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

pub(super) fn note(tx: &Tx<'_>, who: &[u8]) -> Result<()> {
    tx.execute("DELETE FROM sign_in_attempt WHERE at < :old", named_params! { ":old": tx.at().plus_days(-1) })?;
    tx.execute("INSERT INTO sign_in_attempt (who_mac, at) VALUES (:who, :at)", named_params! { ":who": who, ":at": tx.at() })?;
    Ok(())
}

pub(super) fn count(conn: &Connection, who: &[u8], since: Instant) -> Result<i64> {
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
