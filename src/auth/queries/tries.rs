//! Wrong tries of a caller, in SQL.

use super::mailed::{count, note};
use crate::auth::tries::Calls;
use crate::error::Result;
use crate::store::{Keyring, Object, Tx};
use crate::values::Instant;
use rusqlite::Connection;

/// Wrong tries within the window before a caller is not heard any more.
const TRIES: i64 = 20;
/// The window.
const WINDOW_MINUTES: i64 = 15;
/// It is written down once in so long that a caller is not heard.
const NOTED_MINUTES: i64 = 60;

/// Answers to a survey from one place within an hour: a shift of many who share one network gets through, a machine does not get far.
const MOST_ANSWERS: i64 = 120;
const ANSWERS_MINUTES: i64 = 60;

/// How a caller stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// They may try.
    Heard,
    /// They tried too often.
    Over {
        /// That was written down within the hour.
        is_noted: bool,
    },
}

fn wrong(keys: &Keyring, calls: &Calls) -> [u8; 32] {
    keys.typed_name_mac(&format!("wrong tries from {}", calls.name()))
}

fn unheard(keys: &Keyring, calls: &Calls) -> [u8; 32] {
    keys.typed_name_mac(&format!("not heard from {}", calls.name()))
}

/// How a caller stands now.
pub fn stands(conn: &Connection, keys: &Keyring, calls: &Calls, now: Instant) -> Result<Stands> {
    if count(conn, &wrong(keys, calls), now.plus_minutes(-WINDOW_MINUTES))? < TRIES {
        return Ok(Stands::Heard);
    }
    Ok(Stands::Over { is_noted: count(conn, &unheard(keys, calls), now.plus_minutes(-NOTED_MINUTES))? > 0 })
}

/// True where a caller is over the limit: asked once more inside the deed, for those who came in together.
pub fn is_over(tx: &Tx<'_>, calls: &Calls) -> Result<bool> {
    Ok(stands(tx, &tx.keys(), calls, tx.at())? != Stands::Heard)
}

/// Writes a wrong try down. Whoever audits the deed audits this with it.
pub fn note_wrong(tx: &Tx<'_>, calls: &Calls) -> Result<()> {
    note(tx, &wrong(&tx.keys(), calls))
}

/// Writes down that a caller is not heard, once an hour.
pub fn note_unheard(tx: &Tx<'_>, calls: &Calls) -> Result<()> {
    if stands(tx, &tx.keys(), calls, tx.at())? != (Stands::Over { is_noted: false }) {
        return Ok(());
    }
    note(tx, &unheard(&tx.keys(), calls))?;
    tx.audit("caller.not_heard", Object::none())
}

fn answers(keys: &Keyring, calls: &Calls) -> [u8; 32] {
    keys.typed_name_mac(&format!("survey answers from {}", calls.name()))
}

/// Counts an answer to a survey from a place; false where there were too many. Nothing of the answer is here: a digest of the place and
/// the time, thrown away within a day.
pub fn count_answer(tx: &Tx<'_>, calls: &Calls) -> Result<bool> {
    let who = answers(&tx.keys(), calls);
    if count(tx, &who, tx.at().plus_minutes(-ANSWERS_MINUTES))? >= MOST_ANSWERS {
        return Ok(false);
    }
    note(tx, &who)?;
    Ok(true)
}
