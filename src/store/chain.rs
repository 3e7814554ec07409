//! The chain of the audit record, and the head file that says how far it had come.

use super::keyring::Keyring;
use super::tx::{Actor, Object};
use crate::error::Result;
use crate::values::{Instant, Vocabulary};
use rusqlite::{Connection, named_params};
use sha2::{Digest, Sha256};
use std::io::Write;
use std::path::Path;

/// Where the audit record ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Sequence number of the last event; 0 before the first.
    pub seq: i64,
    /// Its hash.
    pub hash: Vec<u8>,
}

/// What the first event names as the hash before it.
pub fn hash_of_nothing() -> Vec<u8> {
    vec![0; 32]
}

/// One event, as it goes into the chain.
pub struct Entry<'a> {
    /// When.
    pub at: Instant,
    /// Who.
    pub actor: &'a Actor,
    /// What, in dotted words: `referral.accepted`.
    pub action: &'a str,
    /// To what.
    pub object: &'a Object,
    /// Names of fields, counts, file hashes. Never a value that names somebody.
    pub detail: &'a str,
    /// Keyed digest over the rows it changed.
    pub rows_mac: &'a [u8],
}

impl Head {
    /// Before the first event.
    pub fn nothing() -> Self {
        Self { seq: 0, hash: hash_of_nothing() }
    }

    /// Reads the end of the record from the database.
    pub fn of(conn: &Connection) -> rusqlite::Result<Self> {
        use rusqlite::OptionalExtension;
        let last = conn
            .query_row("SELECT seq, hash FROM audit_event ORDER BY seq DESC LIMIT 1", [], |row| {
                Ok(Self { seq: row.get("seq")?, hash: row.get("hash")? })
            })
            .optional()?;
        Ok(last.unwrap_or_else(Self::nothing))
    }

    /// Appends an event and returns the new end.
    pub fn append(&self, conn: &Connection, entry: &Entry<'_>) -> Result<Self> {
        let seq = self.seq + 1;
        let hash = hash(seq, entry, &self.hash);
        let sql = "
            INSERT INTO audit_event (seq, at, actor_kind, actor, action, object_kind, object, detail, rows_mac, prev, hash)
            VALUES (:seq, :at, :actor_kind, :actor, :action, :object_kind, :object, :detail, :rows_mac, :prev, :hash)";
        conn.prepare_cached(sql)?.execute(named_params! {
            ":seq": seq,
            ":at": entry.at,
            ":actor_kind": entry.actor.kind,
            ":actor": entry.actor.id,
            ":action": entry.action,
            ":object_kind": entry.object.kind,
            ":object": entry.object.id,
            ":detail": entry.detail,
            ":rows_mac": entry.rows_mac,
            ":prev": self.hash,
            ":hash": hash,
        })?;
        Ok(Self { seq, hash })
    }

    /// Writes the head file. `sync` makes the disk have it before this returns.
    pub fn save(&self, path: &Path, keys: &Keyring, sync: bool) -> std::io::Result<()> {
        let mac = keys.head_mac(self.seq, &self.hash);
        let text = format!("{} {} {}\n", self.seq, crate::values::base32(&self.hash), crate::values::base32(&mac));
        let fresh = path.with_extension("new");
        let mut file = std::fs::File::create(&fresh)?;
        file.write_all(text.as_bytes())?;
        if sync {
            file.sync_all()?;
        }
        std::fs::rename(&fresh, path)
    }

    /// What a head file says: its sequence number, if its text and digest are whole, and the hash as text.
    pub fn read(path: &Path, keys: &Keyring) -> std::io::Result<Option<HeadFile>> {
        let text = std::fs::read_to_string(path)?;
        let mut parts = text.split_whitespace();
        let (Some(seq), Some(hash), Some(mac), None) =
            (parts.next().and_then(|seq| seq.parse::<i64>().ok()), parts.next(), parts.next(), parts.next())
        else {
            return Ok(None);
        };
        Ok(Some(HeadFile { seq, hash: hash.to_owned(), mac: mac.to_owned() }).filter(|file| file.is_genuine(keys)))
    }
}

/// A head file that was read.
#[derive(Debug)]
pub struct HeadFile {
    /// Sequence number it names.
    pub seq: i64,
    /// Hash it names, in base32.
    pub hash: String,
    mac: String,
}

impl HeadFile {
    fn is_genuine(&self, keys: &Keyring) -> bool {
        let Some(hash) = unbase32(&self.hash) else { return false };
        crate::values::base32(&keys.head_mac(self.seq, &hash)) == self.mac
    }

    /// True when the database has the event this file names.
    pub fn is_reached_by(&self, conn: &Connection) -> rusqlite::Result<bool> {
        use rusqlite::OptionalExtension;
        if self.seq == 0 {
            return Ok(true);
        }
        let hash: Option<Vec<u8>> =
            conn.query_row("SELECT hash FROM audit_event WHERE seq = ?1", [self.seq], |row| row.get(0)).optional()?;
        Ok(hash.is_some_and(|hash| crate::values::base32(&hash) == self.hash))
    }
}

fn unbase32(text: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0_u32);
    for c in text.bytes() {
        let value = b"0123456789abcdefghjkmnpqrstvwxyz".iter().position(|letter| *letter == c)?;
        held = (held << 5) | u32::try_from(value).ok()?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 0xff).ok()?);
        }
    }
    Some(bytes)
}

/// SHA-256 over a length-prefixed form of everything an event says, and the hash before it.
pub fn hash(seq: i64, entry: &Entry<'_>, prev: &[u8]) -> Vec<u8> {
    let mut sum = Sha256::new();
    let parts: [&[u8]; 10] = [
        &seq.to_be_bytes(),
        &entry.at.millis().to_be_bytes(),
        entry.actor.kind.code().as_bytes(),
        entry.actor.id.as_bytes(),
        entry.action.as_bytes(),
        entry.object.kind.as_bytes(),
        entry.object.id.as_bytes(),
        entry.detail.as_bytes(),
        entry.rows_mac,
        prev,
    ];
    for part in parts {
        sum.update((part.len() as u64).to_be_bytes());
        sum.update(part);
    }
    sum.finalize().to_vec()
}
