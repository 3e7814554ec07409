//! What workers answer without a name: all answers of a round in one urn, under one seal.
//!
//! Why an urn and not a row for each answer: a row has an age. The record of changes names every row with the time of its change, a table
//! keeps rows where they were written, and two copies of the folder differ by the rows between them. Here every answer changes the same
//! row, which is sealed anew as a whole: sorted, so that no order is left, and always as long as a full urn. Who has the file and the
//! record learns that somebody answered at a time, and nothing of what; who has the keys too finds the answers of the round as one heap.
//!
//! What the record says of an answer: that one came, and when. Not less, because every change is in the record and each event stands
//! between its neighbours in time; not more: no round, no address, no digest that belongs to one answer alone.
//!
//! Limits: whoever holds the keys and two copies of the folder, from before and after one answer, can tell that answer. Copies are as
//! guarded as the keys are apart; so totals are made soon, and the urn is emptied with them.

use crate::equity::survey::lines::Lists;
use crate::equity::survey::release::{Earlier, Told, release};
use crate::equity::survey::{Band, Group, Job, Worker};
use crate::error::{Error, Result};
use crate::store::{Keyring, Object, Tx};
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use zeroize::Zeroizing;

/// Letters of one answer: group, pay, job and language fit into it.
const SLOT: usize = 64;
/// How many answers there are is told to staff in steps of so many while a round runs.
const STEP: usize = 10;

fn context(round: i64) -> Vec<u8> {
    format!("urn of survey {round}").into_bytes()
}

/// An answer as it lies in the urn.
fn slot(worker: &Worker) -> Result<[u8; SLOT]> {
    let pay = worker.pay.map(Band::code).unwrap_or_default();
    let job = worker.job.map(Job::code).unwrap_or_default();
    let text = format!("{}|{pay}|{job}|{}", worker.group.code(), worker.language.as_deref().unwrap_or_default());
    let mut slot = [b' '; SLOT];
    let place = slot.get_mut(..text.len()).ok_or_else(|| Error::internal("an answer is longer than its place"))?;
    place.copy_from_slice(text.as_bytes());
    Ok(slot)
}

fn worker(slot: &[u8]) -> Result<Worker> {
    let broken = || Error::internal("an answer in the urn of a survey cannot be read");
    let text = std::str::from_utf8(slot).map_err(|_| broken())?;
    let mut parts = text.trim_end().split('|');
    let mut next = || parts.next().ok_or_else(broken);
    let (group, pay, job, language) = (next()?, next()?, next()?, next()?);
    Ok(Worker {
        group: Group::parse(group).ok_or_else(broken)?,
        pay: Band::parse(pay),
        job: Job::parse(job),
        language: Some(language.to_owned()).filter(|code| !code.is_empty()),
    })
}

fn is_taken(slot: &[u8]) -> bool {
    slot.first().is_some_and(|letter| *letter != b' ')
}

/// Everything in an urn, free places too.
fn opened(conn: &Connection, keys: &Keyring, round: i64) -> Result<Option<Zeroizing<Vec<u8>>>> {
    let sql = "SELECT key_id, nonce, sealed FROM survey_urn WHERE survey_round_id = ?1";
    let read = |row: &Row<'_>| Ok((row.get::<_, String>("key_id")?, row.get::<_, Vec<u8>>("nonce")?, row.get::<_, Vec<u8>>("sealed")?));
    let Some((key, nonce, sealed)) = conn.prepare_cached(sql)?.query_row([round], read).optional()? else { return Ok(None) };
    Ok(Some(keys.wrapping_by_id(&key)?.open(&nonce, &sealed, &context(round))?))
}

fn seal(tx: &Tx<'_>, round: i64, plain: &[u8]) -> Result<()> {
    let keys = tx.keys();
    let (wrapping, nonce) = (keys.active_wrapping()?, tx.random::<24>()?);
    let sealed = wrapping.seal(&nonce, plain, &context(round))?;
    let sql = "
        INSERT INTO survey_urn (survey_round_id, key_id, nonce, sealed)
        VALUES (:round, :key, :nonce, :sealed)
        ON CONFLICT (survey_round_id) DO UPDATE
        SET key_id = excluded.key_id, nonce = excluded.nonce, sealed = excluded.sealed";
    tx.execute(sql, named_params! { ":round": round, ":key": wrapping.id, ":nonce": nonce.as_slice(), ":sealed": sealed })?;
    Ok(())
}

/// An empty urn for a round, with room for so many answers. Whoever opens the round audits it.
pub fn prepare(tx: &Tx<'_>, round: i64, most: usize) -> Result<()> {
    seal(tx, round, &Zeroizing::new(vec![b' '; most * SLOT]))
}

/// Puts an answer into the urn; false where it is full.
pub fn cast(tx: &Tx<'_>, round: i64, worker: &Worker) -> Result<bool> {
    let mut plain = opened(tx, &tx.keys(), round)?.ok_or(Error::NotFound)?;
    let slot = Zeroizing::new(slot(worker)?);
    let places = plain.as_chunks_mut::<SLOT>().0;
    let Some(free) = places.iter_mut().find(|place| !is_taken(&place[..])) else { return Ok(false) };
    free.copy_from_slice(&slot[..]);
    places.sort_unstable();
    seal(tx, round, &plain)?;
    // Nothing of the round: where several run, it is not even said in which one somebody answered.
    tx.audit("survey.answered", Object::none())?;
    Ok(true)
}

fn workers(conn: &Connection, keys: &Keyring, round: i64) -> Result<Option<Vec<Worker>>> {
    let Some(plain) = opened(conn, keys, round)? else { return Ok(None) };
    plain.chunks(SLOT).filter(|slot| is_taken(slot)).map(worker).collect::<Result<Vec<_>>>().map(Some)
}

/// How many answers there are, in steps of ten and never more than that: whoever looks twice learns of no single answer.
pub fn at_least(conn: &Connection, keys: &Keyring, round: i64) -> Result<usize> {
    let plain = opened(conn, keys, round)?;
    let number = plain.map_or(0, |plain| plain.chunks(SLOT).filter(|slot| is_taken(slot)).count());
    Ok(number / STEP * STEP)
}

/// What may be told of a round; nothing where its answers are gone. `before`: what earlier rounds told of workers who may be the same.
pub fn totals(
    conn: &Connection,
    keys: &Keyring,
    round: i64,
    lists: &Lists,
    before: &[Earlier],
    threshold: i64,
) -> Result<Option<Vec<Told>>> {
    Ok(workers(conn, keys, round)?.map(|workers| release(&workers, lists, before, threshold)))
}

/// Destroys the answers of a round. Whoever tells the totals audits it.
pub fn destroy(tx: &Tx<'_>, round: i64) -> Result<()> {
    tx.execute("DELETE FROM survey_urn WHERE survey_round_id = ?1", [round])?;
    Ok(())
}

/// Seals an urn anew with the active key.
pub(super) fn seal_anew(tx: &Tx<'_>, keys: &Keyring, key: i64) -> Result<()> {
    let round: i64 = tx.query_row("SELECT survey_round_id FROM survey_urn WHERE id = ?1", [key], |row| row.get(0))?;
    let plain = opened(tx, keys, round)?.ok_or(Error::NotFound)?;
    seal(tx, round, &plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::equity::survey::bands;

    #[test]
    fn every_answer_fits_into_its_place_and_comes_out_as_it_went_in() {
        let languages = Lists::of(None).languages;
        let longest = languages.iter().max_by_key(|code| code.len()).unwrap();
        let widest = Band { low: u32::MAX - 2, high: Some(u32::MAX) };
        for group in Group::ALL {
            for pay in bands(Some(2_450)).into_iter().chain([widest]).map(Some).chain([None]) {
                for job in Job::ALL.into_iter().map(Some).chain([None]) {
                    for language in [Some(longest.clone()), None] {
                        let said = Worker { group, pay, job, language };
                        assert_eq!(worker(&slot(&said).unwrap()).unwrap(), said);
                    }
                }
            }
        }
        assert!(is_taken(&slot(&Worker::default()).unwrap()), "whoever answers nothing is counted too");
    }
}
