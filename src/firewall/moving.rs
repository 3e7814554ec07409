//! What is behind the wall, on its way from one folder to another: under the key of an archive, and never in plain.
//!
//! Answers themselves are not opened: they move as they lie, each under its subject's own key, and that key is wrapped anew. What a sheet
//! of counts and a file that was made hold is opened for the moment in which it is sealed with the other key. Nobody reads any of it here,
//! so the notice names nobody: an archive with its key is a copy for the same organization, as a backup with its keyring is.

use super::filing::context_of as of_filing;
use super::headcounts::context as of_heads;
use crate::error::{Error, Result};
use crate::store::{ArchiveKey, Keyring, Row, Tx};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rusqlite::Connection;
use rusqlite::types::Value;
use std::collections::HashMap;
use zeroize::Zeroizing;

/// The tables behind the wall.
pub const TABLES: [&str; 5] = ["subject", "demographic_answer", "answer_told", "training_heads", "filing_made"];
/// A sealed row is a multiple of so many bytes, so that its length tells nothing.
const BLOCK: usize = 1024;

/// Moves rows out of a folder, or into one.
pub struct Mover<'m> {
    keys: &'m Keyring,
    key: &'m ArchiveKey,
    /// People by the digest that leads from them to their answers.
    people: HashMap<Vec<u8>, i64>,
}

impl<'m> Mover<'m> {
    /// For rows that leave.
    pub fn out_of(conn: &Connection, keys: &'m Keyring, key: &'m ArchiveKey) -> Result<Self> {
        let mut statement = conn.prepare("SELECT id FROM person")?;
        let ids = statement.query_map([], |row| row.get::<_, i64>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
        let people = ids.into_iter().map(|person| (keys.subject_mac(person).to_vec(), person)).collect();
        Ok(Self { keys, key, people })
    }

    /// For rows that arrive.
    pub fn into_folder(keys: &'m Keyring, key: &'m ArchiveKey) -> Self {
        Self { keys, key, people: HashMap::new() }
    }

    /// A row as an archive holds it.
    pub fn leave(&self, table: &str, mut row: Row) -> Result<Row> {
        match table {
            "subject" => {
                let mac = row.take_blob("person_mac")?;
                let person = *self.people.get(&mac).ok_or_else(|| Error::internal("answers belong to nobody who is here"))?;
                let reference = row.blob("reference")?;
                let plain = self.opened(&mut row, "wrapped_key", &reference)?;
                row.put("person", Value::Integer(person));
                row.put("key", Value::Text(STANDARD.encode(&plain)));
                self.whole(table, &row)
            }
            "demographic_answer" | "answer_told" => self.whole(table, &row),
            _ => {
                let context = context(table, &row)?;
                let plain = self.opened(&mut row, "sealed", &context)?;
                row.put("sealed", Value::Blob(self.key.seal(&plain, &context)?));
                Ok(row)
            }
        }
    }

    /// A row as the folder holds it.
    pub fn arrive(&self, tx: &Tx<'_>, table: &str, row: Row) -> Result<Row> {
        match table {
            "subject" => {
                let mut row = self.unwhole(table, row)?;
                let (person, key) = (row.take_integer("person")?, Zeroizing::new(row.take_text("key")?));
                let plain = Zeroizing::new(STANDARD.decode(key.as_bytes()).map_err(|_| damaged())?);
                let reference = row.blob("reference")?;
                self.sealed(tx, &mut row, "wrapped_key", &plain, &reference)?;
                row.put("person_mac", Value::Blob(self.keys.subject_mac(person).to_vec()));
                Ok(row)
            }
            "demographic_answer" | "answer_told" => self.unwhole(table, row),
            _ => {
                let mut row = row;
                let context = context(table, &row)?;
                let plain = self.key.unseal(&row.take_blob("sealed")?, &context)?;
                self.sealed(tx, &mut row, "sealed", &plain, &context)?;
                Ok(row)
            }
        }
    }

    /// What a column holds, opened with the key its row names; that key and the nonce are taken out.
    fn opened(&self, row: &mut Row, column: &str, context: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        let (id, nonce, sealed) = (row.take_text("key_id")?, row.take_blob("nonce")?, row.take_blob(column)?);
        self.keys.wrapping_by_id(&id)?.open(&nonce, &sealed, context)
    }

    /// Seals a column with the active key of the folder.
    fn sealed(&self, tx: &Tx<'_>, row: &mut Row, column: &str, plain: &[u8], context: &[u8]) -> Result<()> {
        let (active, nonce) = (self.keys.active_wrapping()?, tx.random::<24>()?);
        row.put(column, Value::Blob(active.seal(&nonce, plain, context)?));
        row.put("key_id", Value::Text(active.id));
        row.put("nonce", Value::Blob(nonce.to_vec()));
        Ok(())
    }

    /// A whole row under the key: not even when somebody answered stands beside it.
    fn whole(&self, table: &str, row: &Row) -> Result<Row> {
        let mut plain = Zeroizing::new(row.to_json()?.into_bytes());
        let length = plain.len().next_multiple_of(BLOCK);
        plain.resize(length, b' ');
        Ok(Row::of(vec![("sealed".to_owned(), Value::Blob(self.key.seal(&plain, table.as_bytes())?))]))
    }

    fn unwhole(&self, table: &str, mut row: Row) -> Result<Row> {
        let plain = self.key.unseal(&row.take_blob("sealed")?, table.as_bytes())?;
        Row::from_json(&plain).ok_or_else(damaged)
    }
}

fn damaged() -> Error {
    Error::Rejected("A sealed row of the archive is damaged.".to_owned())
}

/// What a sheet of counts or a file that was made is bound to.
fn context(table: &str, row: &Row) -> Result<Vec<u8>> {
    match table {
        "training_heads" => Ok(of_heads(row.integer("training_id")?)),
        _ => Ok(of_filing(&row.text("public_id")?)),
    }
}
