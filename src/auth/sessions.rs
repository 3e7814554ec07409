//! The session store: rows by the hash of the cookie, and a cache in memory that writes through.

use crate::config::Clock;
use crate::error::Error;
use crate::store::{Actor, Db, sha256};
use async_trait::async_trait;
use rusqlite::{OptionalExtension, named_params};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
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
    cache: Arc<Mutex<HashMap<[u8; 32], Record>>>,
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
                let conflict = if fresh { "DO NOTHING" } else { "DO UPDATE SET data = excluded.data, expires_at = excluded.expires_at, account_id = excluded.account_id" };
                let sql = format!("INSERT INTO session (id_hash, account_id, data, expires_at) VALUES (:hash, :account, :data, :expires) ON CONFLICT (id_hash) {conflict}");
                tx.execute("DELETE FROM session WHERE expires_at < :now", named_params! { ":now": Clock::machine_now() })?;
                Ok(tx.prepare_cached(&sql)?.execute(named_params! { ":hash": hash.as_slice(), ":account": account, ":data": data, ":expires": expires })? > 0)
            })
            .await
            .map_err(backend)?;
        if written {
            let mut cache = self.cache.lock().unwrap_or_else(PoisonError::into_inner);
            if !is_kept_in_memory(record) {
                cache.remove(&hash);
                return Ok(true);
            }
            if cache.len() >= CACHED {
                cache.clear();
            }
            cache.insert(hash, record.clone());
        }
        Ok(written)
    }
}

#[async_trait]
impl SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> StoreResult<()> {
        while !self.put(record, true).await? {
            record.id = Id::default();
        }
        Ok(())
    }

    async fn save(&self, record: &Record) -> StoreResult<()> {
        self.put(record, false).await.map(drop)
    }

    async fn load(&self, id: &Id) -> StoreResult<Option<Record>> {
        let (hash, now) = (hash(id), OffsetDateTime::now_utc());
        let cached = self.cache.lock().unwrap_or_else(PoisonError::into_inner).get(&hash).cloned();
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
        if is_kept_in_memory(&record) {
            self.cache.lock().unwrap_or_else(PoisonError::into_inner).insert(hash, record.clone());
        }
        Ok(Some(record))
    }

    async fn delete(&self, id: &Id) -> StoreResult<()> {
        let hash = hash(id);
        self.cache.lock().unwrap_or_else(PoisonError::into_inner).remove(&hash);
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
