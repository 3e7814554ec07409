//! People who sign in to their own pages, and the devices on which they stay signed in, in SQL.

use crate::auth::own::HELD;
use crate::auth::own::kept::KEPT;
use crate::error::{Error, Result};
use crate::store::{Keyring, Object, Tx, sha256};
use crate::values::{CodeWay, Instant, Vocabulary, base32, digits, international, is_base32};
use rusqlite::{Connection, OptionalExtension, named_params};

/// How long a device stays signed in.
pub const STAYS_DAYS: i64 = 30;
/// Devices of one person: a sixth ends the oldest.
const MOST: i64 = 5;
/// People who share one address or number. Beyond that it is nobody's own.
const SHARED: i64 = 12;

/// Where a code is sent: an address or a number, as it is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// By which way.
    pub way: CodeWay,
    /// The address in lower case, or the number in digits with its country.
    pub at: String,
}

impl Reached {
    /// Under which name its codes and tries are kept: apart from those of partners at the same address.
    pub fn name(&self) -> String {
        format!("own pages {} {}", self.way.code(), self.at)
    }

    /// The keyed digest that a visit holds: over when the address or the number is changed.
    pub fn mac(&self, keys: &Keyring) -> Vec<u8> {
        keys.typed_name_mac(&self.name()).to_vec()
    }
}

/// Somebody who may be signing in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Row key of the person.
    pub person: i64,
    /// What they are called: told only after the code came back.
    pub first_name: String,
    /// What they chose to read, and what they are written down to speak.
    pub reads: (Option<String>, String),
}

/// Everybody with an address or number who has pages of their own: who owns or speaks for a business, or was sent to a training.
pub fn people_at(conn: &Connection, reached: &Reached) -> Result<Vec<Candidate>> {
    let (column, at) = match reached.way {
        CodeWay::Email => ("person.email", reached.at.clone()),
        CodeWay::Text => ("person.telephone_digits", reached.at.clone()),
    };
    // A number of the United States is written with its country or without.
    let short = reached.at.strip_prefix('1').filter(|_| reached.way == CodeWay::Text).unwrap_or(&reached.at);
    let sql = format!(
        "SELECT person.id, person.first_name, person.reads, person.language
         FROM person
         WHERE {column} IN (:at, :short)
           AND (EXISTS (SELECT 1 FROM ownership WHERE ownership.person_id = person.id AND ownership.to_on IS NULL)
                OR EXISTS (SELECT 1 FROM referral WHERE referral.trainee_id = person.id))
         ORDER BY person.id
         LIMIT {SHARED}"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map(named_params! { ":at": at, ":short": short }, |row| {
        Ok(Candidate { person: row.get("id")?, first_name: row.get("first_name")?, reads: (row.get("reads")?, row.get("language")?) })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Where a person is reached now, by one way.
pub fn reached_at(conn: &Connection, person: i64, way: CodeWay) -> Result<Option<Reached>> {
    let sql = "SELECT email, telephone FROM person WHERE id = :person";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get("email")?, row.get("telephone")?));
    let found: Option<(Option<String>, Option<String>)> =
        conn.prepare_cached(sql)?.query_row(named_params! { ":person": person }, read).optional()?;
    let (email, telephone) = found.ok_or(Error::NotFound)?;
    Ok(match way {
        CodeWay::Email => email.map(|at| Reached { way, at }),
        CodeWay::Text => telephone.map(|number| Reached { way, at: international(&number).unwrap_or_else(|| digits(&number)) }),
    })
}

/// A device on which somebody stays signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Row key.
    pub key: i64,
    /// Row key of the person.
    pub person: i64,
    /// How the code came.
    pub way: CodeWay,
    /// Since when.
    pub since: Instant,
    /// Until when.
    pub until: Instant,
}

/// Keeps a device signed in. Gives the word that its cookie holds: it is kept nowhere else.
pub fn keep_device(tx: &Tx<'_>, person: i64, reached: &Reached) -> Result<String> {
    let token = base32(&tx.random::<32>()?);
    let sql = "
        INSERT INTO own_device (token_hash, person_id, address_mac, way, since, expires_at)
        VALUES (:hash, :person, :mac, :way, :at, :expires)";
    tx.execute(
        sql,
        named_params! {
            ":hash": sha256(token.as_bytes()).as_slice(),
            ":person": person,
            ":mac": reached.mac(&tx.keys()),
            ":way": reached.way,
            ":at": tx.at(),
            ":expires": tx.at().plus_days(STAYS_DAYS),
        },
    )?;
    let device = tx.last_insert_rowid();
    let sql = "
        UPDATE own_device
        SET ended_at = :at
        WHERE person_id = :person
          AND ended_at IS NULL
          AND id NOT IN (SELECT id FROM own_device WHERE person_id = :person AND ended_at IS NULL ORDER BY id DESC LIMIT :most)";
    tx.execute(sql, named_params! { ":at": tx.at(), ":person": person, ":most": MOST })?;
    tx.audit("own_device.kept", Object::new("own_device", device))?;
    Ok(token)
}

/// The device of a cookie, while it lasts and the address its code went to is still theirs.
pub fn find_device(conn: &Connection, keys: &Keyring, token: &str, now: Instant) -> Result<Option<Device>> {
    if !is_base32(token, 52) {
        return Ok(None);
    }
    let sql = "
        SELECT id, person_id, address_mac, way, since, expires_at
        FROM own_device
        WHERE token_hash = :hash
          AND ended_at IS NULL
          AND expires_at > :now";
    let found = conn
        .prepare_cached(sql)?
        .query_row(named_params! { ":hash": sha256(token.as_bytes()).as_slice(), ":now": now }, |row| {
            let device = Device {
                key: row.get("id")?,
                person: row.get("person_id")?,
                way: row.get("way")?,
                since: row.get("since")?,
                until: row.get("expires_at")?,
            };
            Ok((device, row.get::<_, Vec<u8>>("address_mac")?))
        })
        .optional()?;
    let Some((device, mac)) = found else { return Ok(None) };
    let is_theirs = reached_at(conn, device.person, device.way)?.is_some_and(|reached| reached.mac(keys) == mac);
    Ok(is_theirs.then_some(device))
}

/// The devices on which a person stays signed in, newest first.
pub fn devices_of(conn: &Connection, person: i64, now: Instant) -> Result<Vec<Device>> {
    let sql = "
        SELECT id, person_id, way, since, expires_at
        FROM own_device
        WHERE person_id = :person
          AND ended_at IS NULL
          AND expires_at > :now
        ORDER BY id DESC";
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement.query_map(named_params! { ":person": person, ":now": now }, |row| {
        Ok(Device {
            key: row.get("id")?,
            person: row.get("person_id")?,
            way: row.get("way")?,
            since: row.get("since")?,
            until: row.get("expires_at")?,
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Ends one device, by its cookie. A cookie that opens nothing any more ends nothing.
pub fn end_device(tx: &Tx<'_>, token: &str) -> Result<()> {
    let sql = "UPDATE own_device SET ended_at = :at WHERE token_hash = :hash AND ended_at IS NULL";
    if tx.execute(sql, named_params! { ":at": tx.at(), ":hash": sha256(token.as_bytes()).as_slice() })? > 0 {
        tx.audit("own_device.ended", Object::none())?;
    }
    Ok(())
}

/// Ends every device of a person.
pub fn end_devices(tx: &Tx<'_>, person: i64) -> Result<()> {
    let sql = "UPDATE own_device SET ended_at = :at WHERE person_id = :person AND ended_at IS NULL";
    tx.execute(sql, named_params! { ":at": tx.at(), ":person": person })?;
    tx.audit("own_device.all_ended", Object::none())
}

/// Ends every visit of a person, and what they had half typed goes from every browser. Whoever calls audits the deed.
pub fn end_visits(tx: &Tx<'_>, person: i64) -> Result<()> {
    let sql = "
        DELETE FROM session
        WHERE json_extract(data, :visit) = :person
           OR json_extract(data, :typed) = :person";
    let params = named_params! { ":visit": format!("$.{HELD}.person"), ":typed": format!("$.{KEPT}.person"), ":person": person };
    tx.execute(sql, params)?;
    Ok(())
}

/// Nobody is left at the door of somebody who was deleted: no visit, no half-typed text, no device that stays signed in. In the
/// transaction of the deletion, which audits it.
pub fn forget(tx: &Tx<'_>, person: i64) -> Result<()> {
    end_visits(tx, person)?;
    let sql = "UPDATE own_device SET ended_at = :at WHERE person_id = :person AND ended_at IS NULL";
    tx.execute(sql, named_params! { ":at": tx.at(), ":person": person })?;
    Ok(())
}
