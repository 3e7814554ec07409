//! Changing the wrapping key: every subject's key, and every filing that was made, is wrapped anew. Answers themselves are not touched.

use super::door::unwrap;
use crate::error::{Error, Result};
use crate::store::{Keyring, Object, Tx};
use rusqlite::{Connection, OptionalExtension, named_params};
use zeroize::Zeroizing;

/// How many rows are still wrapped with another key than the active one.
pub fn left_to_wrap(conn: &Connection, keys: &Keyring) -> Result<i64> {
    let active = keys.active_wrapping()?.id;
    let sql = "
        SELECT (SELECT count(*) FROM subject WHERE key_id <> :active)
             + (SELECT count(*) FROM filing_made WHERE key_id <> :active)
             + (SELECT count(*) FROM training_heads WHERE key_id <> :active)
             + (SELECT count(*) FROM survey_urn WHERE key_id <> :active)";
    Ok(conn.query_row(sql, named_params! { ":active": active }, |row| row.get(0))?)
}

/// Wraps everything anew with the active key, in one transaction, and says how many it was. `progress` hears of each.
pub fn wrap_anew(tx: &Tx<'_>, progress: &mut dyn FnMut(usize)) -> Result<usize> {
    let keys = tx.keys();
    let active = keys.active_wrapping()?;
    let rows = |sql: &str| -> Result<Vec<i64>> {
        let mut statement = tx.prepare(sql)?;
        let ids = statement.query_map(named_params! { ":active": active.id }, |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    };
    let subjects = rows("SELECT id FROM subject WHERE key_id <> :active")?;
    let files = rows("SELECT id FROM filing_made WHERE key_id <> :active")?;
    for (done, subject) in subjects.iter().enumerate() {
        wrap_subject(tx, &keys, *subject)?;
        progress(done + 1);
    }
    for (done, file) in files.iter().enumerate() {
        super::filing::seal_anew(tx, &keys, *file)?;
        progress(subjects.len() + done + 1);
    }
    let heads = rows("SELECT id FROM training_heads WHERE key_id <> :active")?;
    for (done, key) in heads.iter().enumerate() {
        super::headcounts::seal_anew(tx, &keys, *key)?;
        progress(subjects.len() + files.len() + done + 1);
    }
    let urns = rows("SELECT id FROM survey_urn WHERE key_id <> :active")?;
    for (done, key) in urns.iter().enumerate() {
        super::survey::seal_anew(tx, &keys, *key)?;
        progress(subjects.len() + files.len() + heads.len() + done + 1);
    }
    let count = subjects.len() + files.len() + heads.len() + urns.len();
    tx.audit_with("keys.wrapped_anew", Object::none(), &format!("{count} with {}", active.id))?;
    Ok(count)
}

fn wrap_subject(tx: &Tx<'_>, keys: &Keyring, subject: i64) -> Result<()> {
    let sql = "SELECT reference, key_id, nonce, wrapped_key FROM subject WHERE id = :id";
    let read = |row: &rusqlite::Row<'_>| {
        let reference: Vec<u8> = row.get("reference")?;
        Ok((reference, row.get::<_, String>("key_id")?, row.get::<_, Vec<u8>>("nonce")?, row.get::<_, Vec<u8>>("wrapped_key")?))
    };
    let (reference, id, nonce, wrapped) = tx.prepare_cached(sql)?.query_row(named_params! { ":id": subject }, read)?;
    let plain: Zeroizing<Vec<u8>> = keys.wrapping_by_id(&id)?.open(&nonce, &wrapped, &reference)?;
    let (active, nonce) = (keys.active_wrapping()?, tx.random::<24>()?);
    let sealed = active.seal(&nonce, &plain, &reference)?;
    let sql = "UPDATE subject SET key_id = :key, nonce = :nonce, wrapped_key = :wrapped WHERE id = :id";
    tx.prepare_cached(sql)?.execute(named_params! { ":key": active.id, ":nonce": nonce.as_slice(), ":wrapped": sealed, ":id": subject })?;
    Ok(())
}

/// Refuses a keyring that does not open what is stored: one key of each kind in use is tried. Why at the start: an older copy of the
/// keyring fits the record, and would fail only when somebody's answers are needed.
pub fn check(conn: &Connection, keys: &Keyring) -> Result<()> {
    let missing = |id: &str| {
        Error::Rejected(format!(
            "The keyring does not open the answers: its wrapping key {id} is missing or is another one. It is a copy from before the keys were changed.\nNext: put the newest copy of the keyring in its place, or make it from the newest printed sheet: fairfloor keys restore"
        ))
    };
    let sql = "
        SELECT key_id FROM subject
        UNION SELECT key_id FROM filing_made
        UNION SELECT key_id FROM training_heads
        UNION SELECT key_id FROM survey_urn";
    let mut statement = conn.prepare(sql)?;
    let ids = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    for id in ids {
        if keys.wrapping_by_id(&id).is_err() {
            return Err(missing(&id));
        }
        let sql = "SELECT reference, nonce, wrapped_key FROM subject WHERE key_id = :id LIMIT 1";
        let read = |row: &rusqlite::Row<'_>| {
            Ok((row.get::<_, Vec<u8>>("reference")?, row.get::<_, Vec<u8>>("nonce")?, row.get::<_, Vec<u8>>("wrapped_key")?))
        };
        let one = conn.prepare_cached(sql)?.query_row(named_params! { ":id": id }, read).optional()?;
        if let Some((reference, nonce, wrapped)) = one
            && unwrap(keys, &id, &nonce, &wrapped, &reference).is_err()
        {
            return Err(missing(&id));
        }
    }
    Ok(())
}
