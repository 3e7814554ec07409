//! A transaction that knows who acts and when, and refuses to keep a change that left no audit row.

use super::chain::{Entry, Head};
use super::keyring::Keyring;
use super::random::Randomness;
use crate::config::Clock;
use crate::error::{Error, Result};
use crate::values::{ActorKind, Day, Instant, PublicId, Zone};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, named_params};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// What kind of actor.
    pub kind: ActorKind,
    /// Opaque id: an account's public id, a link's id, or the operating-system user.
    pub id: String,
}

impl Actor {
    /// An actor of a kind.
    pub fn new(kind: ActorKind, id: impl Into<String>) -> Self {
        Self { kind, id: id.into() }
    }

    /// Nobody is signed in.
    pub fn nobody() -> Self {
        Self::new(ActorKind::Nobody, "")
    }

    /// The program itself.
    pub fn system() -> Self {
        Self::new(ActorKind::System, "fairfloor")
    }

    /// Whoever runs a command on this machine.
    pub fn command_line() -> Self {
        let user = rustix::process::getuid().as_raw();
        let name = std::fs::read_to_string("/etc/passwd").ok().and_then(|text| {
            text.lines()
                .find(|line| line.split(':').nth(2) == Some(user.to_string().as_str()))
                .and_then(|line| line.split(':').next().map(str::to_owned))
        });
        Self::new(ActorKind::CommandLine, name.unwrap_or_else(|| format!("uid {user}")))
    }
}

/// What an audit event is about: a table and an opaque id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Object {
    /// Table name.
    pub kind: Cow<'static, str>,
    /// Opaque id.
    pub id: String,
}

impl Object {
    /// Something with an id.
    pub fn new(kind: &'static str, id: impl ToString) -> Self {
        Self { kind: kind.into(), id: id.to_string() }
    }

    /// Nothing in particular.
    pub fn none() -> Self {
        Self { kind: "".into(), id: String::new() }
    }
}

/// Rows changed since the last audit event, noted by `SQLite`'s update hook.
#[derive(Debug, Clone, Default)]
pub(super) struct Touched(Arc<Mutex<BTreeSet<(String, i64)>>>);

impl Touched {
    /// Tables whose changes need no audit row: the record itself, its index of rows, what only carries a visit or a double click.
    pub fn is_exempt(table: &str) -> bool {
        matches!(table, "session" | "sign_in_attempt" | "form_key" | "api_answer" | "api_visit" | "audit_event" | "audit_row")
            || table.starts_with("search_")
            || table.starts_with("sqlite_")
    }

    pub fn note(&self, table: &str, row: i64) {
        if !Self::is_exempt(table) {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).insert((table.to_owned(), row));
        }
    }

    pub fn take(&self) -> BTreeSet<(String, i64)> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// What a transaction works with.
pub(super) struct Tools {
    pub keys: Arc<Keyring>,
    pub clock: Clock,
    pub touched: Touched,
    pub randomness: Randomness,
}

/// One deed under way. Reads like a connection; whatever changes must be followed by [`Tx::audit`].
pub struct Tx<'c> {
    conn: &'c Connection,
    actor: Actor,
    at: Instant,
    tools: &'c RefCell<Tools>,
    head: RefCell<Head>,
}

impl std::ops::Deref for Tx<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        self.conn
    }
}

impl<'c> Tx<'c> {
    pub(super) fn new(conn: &'c Connection, actor: Actor, tools: &'c RefCell<Tools>, head: Head) -> Self {
        let at = tools.borrow().clock.now();
        Self { conn, actor, at, tools, head: RefCell::new(head) }
    }

    /// Who acts.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// When.
    pub fn at(&self) -> Instant {
        self.at
    }

    /// The date on the organization's wall.
    pub fn today(&self) -> Day {
        self.tools.borrow().clock.zone().day(self.at)
    }

    /// The organization's wall: what day and hour an instant is there.
    pub fn zone(&self) -> Zone {
        self.tools.borrow().clock.zone().clone()
    }

    /// The keyring.
    pub fn keys(&self) -> Arc<Keyring> {
        Arc::clone(&self.tools.borrow().keys)
    }

    /// Fresh random bytes.
    pub fn random<const N: usize>(&self) -> Result<[u8; N]> {
        self.tools.borrow_mut().randomness.bytes()
    }

    /// A fresh public id.
    pub fn fresh_id<I: PublicId>(&self) -> Result<I> {
        Ok(I::from_bits(self.random()?))
    }

    /// A deed of somebody else at another time within the same transaction; only the making of a demo folder needs it.
    pub fn acting_as<T>(&self, actor: Actor, at: Instant, deed: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
        let inner = Tx { conn: self.conn, actor, at, tools: self.tools, head: RefCell::new(self.head.borrow().clone()) };
        let outcome = deed(&inner)?;
        inner.refuse_unaudited()?;
        *self.head.borrow_mut() = inner.head.into_inner();
        Ok(outcome)
    }

    /// Records what was done since the last call. Without it nothing is kept.
    pub fn audit(&self, action: &str, object: Object) -> Result<()> {
        self.audit_with(action, object, "")
    }

    /// As [`Tx::audit`], with names of fields, counts or hashes. Never a value that names somebody.
    pub fn audit_with(&self, action: &str, object: Object, detail: &str) -> Result<()> {
        let touched = self.tools.borrow().touched.take();
        let keys = self.keys();
        let seq = self.head.borrow().seq + 1;
        let mut sum = Vec::with_capacity(touched.len() * 32);
        for (table, row) in &touched {
            let mac = row_mac(self.conn, &keys, table, *row)?;
            let sql = "INSERT INTO audit_row (seq, table_name, row_id, mac) VALUES (:seq, :table, :row, :mac)";
            self.conn.prepare_cached(sql)?.execute(named_params! { ":seq": seq, ":table": table, ":row": row, ":mac": mac })?;
            sum.extend_from_slice(&row_line(table, *row, mac.as_deref()));
        }
        let rows_mac = keys.audit_mac(&[b"rows", &seq.to_be_bytes(), &sum]);
        let entry = Entry { at: self.at, actor: &self.actor, action, object: &object, detail, rows_mac: &rows_mac };
        let next = self.head.borrow().append(self.conn, &entry)?;
        *self.head.borrow_mut() = next;
        Ok(())
    }

    /// Where an earlier post of the same form was sent to, if there was one.
    pub fn answer_to(&self, key: &str) -> Result<Option<String>> {
        use rusqlite::OptionalExtension;
        let sql = "SELECT answer FROM form_key WHERE key = :key";
        Ok(self.conn.prepare_cached(sql)?.query_row(named_params! { ":key": self.bound(key) }, |row| row.get("answer")).optional()?)
    }

    /// Remembers where a form's post was sent to, so that a second click gets the same answer.
    pub fn remember_answer(&self, key: &str, answer: &str) -> Result<()> {
        let sql = "INSERT INTO form_key (key, answer, at) VALUES (:key, :answer, :at)";
        self.conn.prepare_cached(sql)?.execute(named_params! { ":key": self.bound(key), ":answer": answer, ":at": self.at })?;
        Ok(())
    }

    /// A form's key belongs to whoever posted it: nobody learns another's answer by guessing a key.
    fn bound(&self, key: &str) -> String {
        format!("{} {key}", self.actor.id)
    }

    fn refuse_unaudited(&self) -> Result<()> {
        let left = self.tools.borrow().touched.take();
        match left.first() {
            None => Ok(()),
            Some((table, _)) => Err(Error::internal(format!("a change of table {table} left no audit row, so it was not kept"))),
        }
    }

    pub(super) fn finish(self) -> Result<Head> {
        self.refuse_unaudited()?;
        Ok(self.head.into_inner())
    }
}

/// How one changed row enters an event's digest.
pub(super) fn row_line(table: &str, row: i64, mac: Option<&[u8]>) -> Vec<u8> {
    let mut line = Vec::with_capacity(table.len() + 48);
    line.extend_from_slice(&(table.len() as u64).to_be_bytes());
    line.extend_from_slice(table.as_bytes());
    line.extend_from_slice(&row.to_be_bytes());
    line.push(u8::from(mac.is_some()));
    line.extend_from_slice(mac.unwrap_or_default());
    line
}

/// The keyed digest of a row as it is now; nothing where there is no such row.
pub(super) fn row_mac(conn: &Connection, keys: &Keyring, table: &str, row: i64) -> Result<Option<Vec<u8>>> {
    if !table.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') {
        return Err(Error::internal(format!("{table:?} is no table of ours")));
    }
    let mut statement = conn.prepare_cached(&format!("SELECT * FROM {table} WHERE rowid = ?1"))?;
    let columns = statement.column_count();
    let mut rows = statement.query([row])?;
    let Some(found) = rows.next()? else { return Ok(None) };
    let mut text = Vec::with_capacity(256);
    for column in 0..columns {
        put(&mut text, found.get_ref(column)?);
    }
    Ok(Some(keys.audit_mac(&[b"row", table.as_bytes(), &text]).to_vec()))
}

fn put(text: &mut Vec<u8>, value: ValueRef<'_>) {
    let (tag, bytes): (u8, &[u8]) = match value {
        ValueRef::Null => (0, &[]),
        ValueRef::Integer(number) => {
            text.push(1);
            text.extend_from_slice(&number.to_be_bytes());
            return;
        }
        ValueRef::Real(number) => {
            text.push(2);
            text.extend_from_slice(&number.to_be_bytes());
            return;
        }
        ValueRef::Text(bytes) => (3, bytes),
        ValueRef::Blob(bytes) => (4, bytes),
    };
    text.push(tag);
    text.extend_from_slice(&(bytes.len() as u64).to_be_bytes());
    text.extend_from_slice(bytes);
}
