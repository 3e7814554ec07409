//! How many people said what on a sign-in sheet without names: written once, counted in a file of form 888, shown on no page. Why behind
//! the wall: of five people in a room, a count of one tells who it is.

use crate::error::Result;
use crate::store::{Keyring, Tx};
use crate::values::Day;
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use zeroize::Zeroizing;

pub(super) fn context(training: i64) -> Vec<u8> {
    format!("heads of training {training}").into_bytes()
}

/// Every count is padded to as many letters, so that the length tells nothing.
const BLOCK: usize = 1024;

fn padded(counts: &[(String, u32)]) -> Result<Zeroizing<Vec<u8>>> {
    let mut plain = Zeroizing::new(serde_json::to_vec(counts)?);
    let length = plain.len().next_multiple_of(BLOCK);
    plain.resize(length, b' ');
    Ok(plain)
}

/// Keeps the counts of a training in place of earlier ones. Whoever calls audits it, without the counts.
pub fn keep(tx: &Tx<'_>, training: i64, counts: &[(String, u32)], by: i64) -> Result<()> {
    let keys = tx.keys();
    let plain = padded(counts)?;
    let (wrapping, nonce) = (keys.active_wrapping()?, tx.random::<24>()?);
    let sealed = wrapping.seal(&nonce, &plain, &context(training))?;
    let sql = "
        INSERT INTO training_heads (training_id, key_id, nonce, sealed, counted_on, account_id)
        VALUES (:training, :key, :nonce, :sealed, :on, :by)
        ON CONFLICT (training_id) DO UPDATE
        SET key_id = excluded.key_id, nonce = excluded.nonce, sealed = excluded.sealed, counted_on = excluded.counted_on,
            account_id = excluded.account_id";
    tx.execute(
        sql,
        named_params! {
            ":training": training,
            ":key": wrapping.id,
            ":nonce": nonce.as_slice(),
            ":sealed": sealed,
            ":on": tx.today(),
            ":by": by,
        },
    )?;
    Ok(())
}

/// When the counts of a training were written down; never what they are.
pub fn kept_on(conn: &Connection, training: i64) -> Result<Option<Day>> {
    let sql = "SELECT counted_on FROM training_heads WHERE training_id = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([training], |row| row.get("counted_on")).optional()?)
}

/// The counts themselves, for a file.
pub(super) fn counted(conn: &Connection, keys: &Keyring, training: i64) -> Result<Vec<(String, u32)>> {
    let sql = "SELECT key_id, nonce, sealed FROM training_heads WHERE training_id = ?1";
    let read = |row: &Row<'_>| Ok((row.get::<_, String>("key_id")?, row.get::<_, Vec<u8>>("nonce")?, row.get::<_, Vec<u8>>("sealed")?));
    let Some((key, nonce, sealed)) = conn.prepare_cached(sql)?.query_row([training], read).optional()? else { return Ok(Vec::new()) };
    Ok(serde_json::from_slice(&keys.wrapping_by_id(&key)?.open(&nonce, &sealed, &context(training))?)?)
}

/// Seals the counts of a training anew with the active key.
pub(super) fn seal_anew(tx: &Tx<'_>, keys: &Keyring, key: i64) -> Result<()> {
    let training: i64 = tx.query_row("SELECT training_id FROM training_heads WHERE id = ?1", [key], |row| row.get(0))?;
    let plain = padded(&counted(tx, keys, training)?)?;
    let (wrapping, nonce) = (keys.active_wrapping()?, tx.random::<24>()?);
    let sealed = wrapping.seal(&nonce, &plain, &context(training))?;
    let sql = "UPDATE training_heads SET key_id = :key, nonce = :nonce, sealed = :sealed WHERE id = :id";
    tx.execute(sql, named_params! { ":key": wrapping.id, ":nonce": nonce.as_slice(), ":sealed": sealed, ":id": key })?;
    Ok(())
}
