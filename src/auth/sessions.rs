//! The session store: rows by the hash of the cookie, and a cache in memory that writes through.
//!
//! What was ended stays ended: a request that was under way when somebody signed out still holds the session, and writes it when it is
//! done. So a save changes a row that is there and never makes one, and for a while the cache remembers which ids were ended: neither a
//! save nor a load that began before puts one of them back.

use crate::config::Clock;
use crate::error::Error;
use crate::store::{Actor, Db, sha256};
use async_trait::async_trait;
use rusqlite::{OptionalExtension, named_params};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant as Moment};
use time::OffsetDateTime;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error as StoreError, Result as StoreResult};
use tower_sessions::{Expiry, SessionManagerLayer, SessionStore};

/// A session dies after half an hour without a request; its life is written every five minutes at most.
const IDLE_MINUTES: i64 = 35;
/// A partner's session.
const PARTNER_MINUTES: i64 = 30;
/// An entrepreneur's. It opens nothing after half an hour (see `own`), and is kept for a day: what was typed when it ended is in it.
const PORTAL_MINUTES: i64 = 24 * 60;
/// How many sessions are kept in memory.
const CACHED: usize = 100_000;

/// Sessions of staff, partners and entrepreneurs.
#[derive(Clone)]
pub struct Sessions {
    db: Db,
    cache: Arc<Mutex<Cache>>,
}

type Hash = [u8; 32];

/// How long an ended id is remembered: no request is under way for so long.
const REMEMBERED: Duration = Duration::from_mins(5);

/// What is kept in memory, by the hash of the id.
#[derive(Default)]
struct Cache {
    open: HashMap<Hash, Record>,
    ended: HashMap<Hash, Moment>,
}

impl Cache {
    /// Keeps a session, unless it was ended while somebody was reading or writing it. False where it was.
    fn keep(&mut self, hash: Hash, record: Record) -> bool {
        if self.ended.contains_key(&hash) {
            return false;
        }
        if !is_kept_in_memory(&record) {
            self.open.remove(&hash);
            return true;
        }
        if self.open.len() >= CACHED {
            self.open.clear();
        }
        self.open.insert(hash, record);
        true
    }

    fn end(&mut self, hash: Hash) {
        self.ended.retain(|_, at| at.elapsed() < REMEMBERED);
        self.ended.insert(hash, Moment::now());
        self.open.remove(&hash);
    }
}

impl std::fmt::Debug for Sessions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sessions")
    }
}

impl Sessions {
    /// Sessions of a data folder.
    pub fn new(db: Db) -> Self {
        Self { db, cache: Arc::default() }
    }

    /// The layer for staff pages.
    pub fn staff_layer(&self, encrypted: bool) -> SessionManagerLayer<Self> {
        self.layer(encrypted, "__Host-staff", "staff", IDLE_MINUTES)
    }

    /// The layer for partners' pages: a cookie of its own, apart from staff's.
    pub fn partner_layer(&self, encrypted: bool) -> SessionManagerLayer<Self> {
        self.layer(encrypted, "__Host-partner", "partner", PARTNER_MINUTES)
    }

    /// The layer for entrepreneurs who came with a letter code.
    pub fn portal_layer(&self, encrypted: bool) -> SessionManagerLayer<Self> {
        self.layer(encrypted, "__Host-portal", "portal", PORTAL_MINUTES)
    }

    /// Without https a browser keeps no `__Host-` cookie: on loopback the plain name stands in.
    fn layer(&self, encrypted: bool, name: &'static str, plain: &'static str, minutes: i64) -> SessionManagerLayer<Self> {
        SessionManagerLayer::new(self.clone())
            .with_name(if encrypted { name } else { plain })
            .with_secure(encrypted)
            .with_http_only(true)
            .with_same_site(tower_sessions::cookie::SameSite::Lax)
            .with_path("/")
            .with_expiry(Expiry::OnInactivity(time::Duration::minutes(minutes)))
    }

    fn cache(&self) -> MutexGuard<'_, Cache> {
        self.cache.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends every visit of a person to their own pages, and throws away what they had half typed.
    pub async fn end_of_person(&self, person: i64) -> crate::error::Result<()> {
        self.db.write(Actor::system(), move |tx| super::queries::own::end_visits(tx, person)).await
    }

    async fn put(&self, record: &Record, fresh: bool) -> StoreResult<bool> {
        let hash = hash(&record.id);
        let data = serde_json::to_string(&record.data).map_err(|cause| StoreError::Encode(cause.to_string()))?;
        let account = record.data.get(super::gate::SIGNED_IN).and_then(|held| held.get("account")).and_then(serde_json::Value::as_i64);
        let expires = millis(record.expiry_date);
        let written = self
            .db
            .write(Actor::system(), move |tx| {
                tx.execute("DELETE FROM session WHERE expires_at < :now", named_params! { ":now": Clock::machine_now() })?;
                let sql = if fresh { MAKE } else { CHANGE };
                let params = named_params! { ":hash": hash.as_slice(), ":account": account, ":data": data, ":expires": expires };
                Ok(tx.prepare_cached(sql)?.execute(params)? > 0)
            })
            .await
            .map_err(backend)?;
        if written {
            self.cache().keep(hash, record.clone());
        }
        Ok(written)
    }
}

const MAKE: &str = "INSERT INTO session (id_hash, account_id, data, expires_at) VALUES (:hash, :account, :data, :expires) ON CONFLICT (id_hash) DO NOTHING";
const CHANGE: &str = "UPDATE session SET data = :data, expires_at = :expires, account_id = :account WHERE id_hash = :hash";

#[async_trait]
impl SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> StoreResult<()> {
        while !self.put(record, true).await? {
            record.id = Id::default();
        }
        Ok(())
    }

    /// One that was ended meanwhile is not brought back, and nobody is told: whoever is answered is out.
    async fn save(&self, record: &Record) -> StoreResult<()> {
        self.put(record, false).await.map(drop)
    }

    async fn load(&self, id: &Id) -> StoreResult<Option<Record>> {
        let (hash, now) = (hash(id), OffsetDateTime::now_utc());
        let cached = self.cache().open.get(&hash).cloned();
        if let Some(record) = cached {
            return Ok((record.expiry_date > now).then_some(record));
        }
        let row = self
            .db
            .read(move |conn| {
                let sql = "SELECT data, expires_at FROM session WHERE id_hash = :hash AND expires_at > :now";
                let params = named_params! { ":hash": hash.as_slice(), ":now": Clock::machine_now() };
                Ok(conn
                    .prepare_cached(sql)?
                    .query_row(params, |row| Ok((row.get::<_, String>("data")?, row.get::<_, i64>("expires_at")?)))
                    .optional()?)
            })
            .await
            .map_err(backend)?;
        let Some((data, expires)) = row else { return Ok(None) };
        let data = serde_json::from_str(&data).map_err(|cause| StoreError::Decode(cause.to_string()))?;
        let expiry_date = OffsetDateTime::from_unix_timestamp(expires / 1000).map_err(|cause| StoreError::Decode(cause.to_string()))?;
        let record = Record { id: *id, data, expiry_date };
        Ok(self.cache().keep(hash, record.clone()).then_some(record))
    }

    async fn delete(&self, id: &Id) -> StoreResult<()> {
        let hash = hash(id);
        self.cache().end(hash);
        let deleted = self.db.write(Actor::system(), move |tx| {
            tx.prepare_cached("DELETE FROM session WHERE id_hash = :hash")?.execute(named_params! { ":hash": hash.as_slice() })?;
            Ok(())
        });
        deleted.await.map_err(backend)
    }
}

/// A visit to one's own pages is read from its row each time: the transaction that deletes a person ends it with the row.
fn is_kept_in_memory(record: &Record) -> bool {
    ![super::own::HELD, super::own::kept::KEPT].into_iter().any(|name| record.data.contains_key(name))
}

fn hash(id: &Id) -> [u8; 32] {
    sha256(&id.0.to_be_bytes())
}

fn millis(at: OffsetDateTime) -> i64 {
    at.unix_timestamp().saturating_mul(1000)
}

fn backend(cause: Error) -> StoreError {
    StoreError::Backend(cause.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> Record {
        Record { id: Id::default(), data: HashMap::new(), expiry_date: OffsetDateTime::now_utc() + time::Duration::minutes(5) }
    }

    #[test]
    fn what_was_ended_while_it_was_read_or_written_is_not_kept() {
        let (mut cache, one, other) = (Cache::default(), record(), record());
        assert!(cache.keep(hash(&one.id), one.clone()));
        cache.end(hash(&one.id));
        assert!(!cache.keep(hash(&one.id), one) && cache.open.is_empty());
        assert!(cache.keep(hash(&other.id), other), "another is");
    }
}
