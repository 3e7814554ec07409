//! The door: keeping a reply, and deleting it. What was said when is told to nobody who may not know what.

use super::Firewalled;
use super::notice;
use super::switches::programs_of;
use crate::auth::own::Inside;
use crate::equity;
use crate::error::Result;
use crate::store::{Keyring, Tx, WrappingKey};
use crate::values::{Basis, Day, Question, Vocabulary};
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use zeroize::Zeroizing;

/// Every reply to a question is padded to a multiple of this, so that its length tells nothing. With the limits of the page every
/// reply fits into one block: race and ethnicity has seven details and own words, of four bytes a letter at most.
const BLOCK: usize = 1024;
const RACE_BLOCK: usize = 4 * BLOCK;
/// Format of what is encrypted.
const FORMAT: &str = "reply-1";

/// What somebody replied to a question about who they are.
#[derive(serde::Serialize, serde::Deserialize, Default)]
pub struct Reply {
    /// Not asked is no reply at all.
    pub(super) state: Held,
    /// Codes of the groups chosen.
    pub(super) codes: Vec<String>,
    /// The person's own words.
    pub(super) words: String,
    /// Detail, by the code of its group.
    #[serde(default)]
    pub(super) details: Vec<(String, String)>,
    /// When, in milliseconds. Why here: beside the wall it would tell with the record of changes whose row this is.
    #[serde(default)]
    pub(super) at: Option<i64>,
    /// Given in a visit that began with a code mailed to the person.
    #[serde(default)]
    pub(super) by_mail: bool,
}

/// What kind of reply is held.
#[derive(serde::Serialize, serde::Deserialize, Clone, Copy, PartialEq, Eq, Default)]
#[serde(rename_all = "snake_case")]
pub enum Held {
    /// Groups were chosen.
    Answered,
    /// The person prefers not to answer.
    Declined,
    /// The page was passed over.
    Skipped,
    /// Asked or released without an answer.
    #[default]
    Unknown,
}

impl Reply {
    /// Groups by their codes, and the person's own words.
    pub fn answered(codes: Vec<String>, words: String) -> Self {
        Self { state: Held::Answered, codes, words, ..Self::default() }
    }

    /// With detail, by the code of its group.
    #[must_use]
    pub fn with_details(self, details: Vec<(String, String)>) -> Self {
        Self { details, ..self }
    }

    /// Given in a visit that began with a code which the program mailed. Why it is kept: whoever holds the mailbox can only read what was
    /// said from there. Staff who write down an address of their own read nothing.
    #[must_use]
    pub fn in_visit_of(self, inside: Option<&Inside>) -> Self {
        Self { by_mail: inside.and_then(super::OwnEyes::of).is_some(), ..self }
    }

    /// Prefers not to answer.
    pub fn declined() -> Self {
        Self { state: Held::Declined, ..Self::default() }
    }

    /// Nobody knows.
    pub fn unknown() -> Self {
        Self::default()
    }
}

/// Keeps a reply behind the wall in place of an earlier one, under the notice in force. Whoever calls audits the deed, without the value.
pub fn keep(tx: &Tx<'_>, person: i64, question: Question, reply: Reply, basis: Basis) -> Result<()> {
    put(tx, person, question, reply, basis)
}

/// Writes down that a page was passed over; an earlier answer stays. Whoever calls audits the deed.
///
/// Why behind the wall: a skip that stood beside it would make a row of every answer, and so tell who gave one.
pub fn skip(tx: &Tx<'_>, person: i64, question: Question) -> Result<()> {
    if saved(tx, &tx.keys(), person)?.iter().any(|saved| saved.question == question) {
        return Ok(());
    }
    put(tx, person, question, Reply { state: Held::Skipped, ..Reply::default() }, Basis::OwnWord)
}

fn put(tx: &Tx<'_>, person: i64, question: Question, reply: Reply, basis: Basis) -> Result<()> {
    let is_skipped = reply.state == Held::Skipped;
    let reply = Firewalled::new(Reply { at: Some(tx.at().millis()), ..reply });
    let programs = programs_of(tx, person, tx.today())?;
    // Whoever stands in a file that a source released was shown no notice.
    let notice = match basis {
        Basis::ReleasedBySource => String::new(),
        Basis::OwnWord | Basis::ReadOut => notice::remember(tx, &notice::told_now(tx, &programs)?)?,
    };
    let (reference, key) = subject_of(tx, person)?;
    let nonce: [u8; 24] = tx.random()?;
    let sealed = key.seal(&nonce, &padded(reply.open(), question)?, &context(&reference, question))?;
    tx.execute(
        "DELETE FROM demographic_answer WHERE reference = :reference AND question = :question",
        named_params! { ":reference": reference, ":question": question },
    )?;
    let sql = "
        INSERT INTO demographic_answer (id, reference, question, basis, notice, nonce, ciphertext, answered_on, is_skipped)
        VALUES (:id, :reference, :question, :basis, :notice, :nonce, :ciphertext, :on, :is_skipped)";
    let id = random_key(tx)?;
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":reference": reference,
        ":question": question,
        ":basis": basis,
        ":notice": notice,
        ":nonce": nonce.as_slice(),
        ":ciphertext": sealed,
        ":on": tx.today(),
        ":is_skipped": is_skipped,
    })?;
    if notice.is_empty() || is_skipped { Ok(()) } else { super::filing::note_told(tx, id, question, &programs) }
}

/// What may be known of a reply without opening it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// To which question.
    pub question: Question,
    /// The day.
    pub on: Day,
    /// Who entered it.
    pub basis: Basis,
    /// The page was passed over.
    pub is_skipped: bool,
    /// Version of the notice that was shown; empty where a source released it.
    pub notice: String,
}

impl Saved {
    /// True for a reply that was given to us, under another notice than this one.
    pub fn is_under_another(&self, version: &str) -> bool {
        !self.is_skipped && self.basis != Basis::ReleasedBySource && self.notice != version
    }
}

/// What somebody replied to, and when; never what.
pub fn saved(conn: &Connection, keys: &Keyring, person: i64) -> Result<Vec<Saved>> {
    let sql = "
        SELECT demographic_answer.question, demographic_answer.answered_on, demographic_answer.basis, demographic_answer.is_skipped,
               demographic_answer.notice
        FROM subject
        JOIN demographic_answer ON demographic_answer.reference = subject.reference
        WHERE subject.person_mac = :mac";
    let mac = keys.subject_mac(person);
    let read = |row: &Row<'_>| {
        Ok(Saved {
            question: row.get("question")?,
            on: row.get("answered_on")?,
            basis: row.get("basis")?,
            is_skipped: row.get("is_skipped")?,
            notice: row.get("notice")?,
        })
    };
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! { ":mac": mac.as_slice() }, read)?;
    let mut saved = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    saved.sort_by_key(|saved| saved.question);
    Ok(saved)
}

/// Somebody read what has changed and keeps their answers: from now on they are used as the notice in force says. Whoever calls audits.
pub fn confirm(tx: &Tx<'_>, person: i64) -> Result<()> {
    let programs = programs_of(tx, person, tx.today())?;
    let version = notice::remember(tx, &notice::told_now(tx, &programs)?)?;
    let Some(reference) = reference_of(tx, person, &tx.keys())? else { return Ok(()) };
    let mut statement = tx.prepare_cached(
        "SELECT id, question FROM demographic_answer WHERE reference = :reference AND basis <> 'released_by_source' AND is_skipped = 0",
    )?;
    let rows = statement.query_map(named_params! { ":reference": reference }, |row| Ok((row.get("id")?, row.get("question")?)))?;
    for (id, question) in rows.collect::<rusqlite::Result<Vec<(i64, Question)>>>()? {
        let sql = "UPDATE demographic_answer SET notice = :version WHERE id = :id";
        tx.prepare_cached(sql)?.execute(named_params! { ":version": version, ":id": id })?;
        super::filing::note_told(tx, id, question, &programs)?;
    }
    Ok(())
}

fn reference_of(conn: &Connection, person: i64, keys: &Keyring) -> Result<Option<Vec<u8>>> {
    let mac = keys.subject_mac(person);
    let sql = "SELECT reference FROM subject WHERE person_mac = :mac";
    Ok(conn.prepare_cached(sql)?.query_row(named_params! { ":mac": mac.as_slice() }, |row| row.get("reference")).optional()?)
}

/// Deletes a person's replies and their key: what a copy still holds can't be opened with it.
pub fn forget(tx: &Tx<'_>, person: i64) -> Result<()> {
    if let Some(reference) = reference_of(tx, person, &tx.keys())? {
        tx.execute("DELETE FROM demographic_answer WHERE reference = :reference", named_params! { ":reference": reference })?;
        tx.execute("DELETE FROM subject WHERE reference = :reference", named_params! { ":reference": reference })?;
    }
    Ok(())
}

/// Deletes a person's reply to one question; with the last reply goes the key.
pub fn forget_one(tx: &Tx<'_>, person: i64, question: Question) -> Result<()> {
    let Some(reference) = reference_of(tx, person, &tx.keys())? else { return Ok(()) };
    let sql = "DELETE FROM demographic_answer WHERE reference = :reference AND question = :question";
    tx.execute(sql, named_params! { ":reference": reference, ":question": question })?;
    if saved(tx, &tx.keys(), person)?.is_empty() { forget(tx, person) } else { Ok(()) }
}

pub(super) fn meaning(reply: &Reply, question: Question) -> equity::Answer {
    match reply.state {
        Held::Declined => equity::Answer::Declined,
        Held::Skipped => equity::Answer::Skipped,
        Held::Unknown => equity::Answer::Unknown,
        Held::Answered => match question {
            Question::Race => equity::Answer::races(reply.codes.iter().map(String::as_str)),
            Question::Sex => equity::Answer::sexes(reply.codes.iter().map(String::as_str)),
            // No measure is made of these; `coverage` counts that they were answered.
            _ => equity::Answer::Unknown,
        },
    }
}

/// A subject's reference and key, made at the first reply.
fn subject_of(tx: &Tx<'_>, person: i64) -> Result<(Vec<u8>, WrappingKey)> {
    let keys = tx.keys();
    let mac = keys.subject_mac(person);
    let sql = "SELECT reference, key_id, nonce, wrapped_key FROM subject WHERE person_mac = :mac";
    let found = tx
        .prepare_cached(sql)?
        .query_row(named_params! { ":mac": mac.as_slice() }, |row| {
            Ok((
                row.get::<_, Vec<u8>>("reference")?,
                row.get::<_, String>("key_id")?,
                row.get::<_, Vec<u8>>("nonce")?,
                row.get::<_, Vec<u8>>("wrapped_key")?,
            ))
        })
        .optional()?;
    if let Some((reference, id, nonce, wrapped)) = found {
        let key = unwrap(&keys, &id, &nonce, &wrapped, &reference)?;
        return Ok((reference, key));
    }
    let reference: [u8; 16] = tx.random()?;
    let key = Zeroizing::new(tx.random::<32>()?);
    let nonce: [u8; 24] = tx.random()?;
    let wrapping = keys.active_wrapping()?;
    let wrapped = wrapping.seal(&nonce, key.as_slice(), &reference)?;
    let sql = "INSERT INTO subject (id, reference, person_mac, key_id, nonce, wrapped_key) VALUES (:id, :reference, :mac, :key_id, :nonce, :wrapped)";
    tx.prepare_cached(sql)?.execute(named_params! { ":id": random_key(tx)?, ":reference": reference.as_slice(), ":mac": mac.as_slice(), ":key_id": wrapping.id, ":nonce": nonce.as_slice(), ":wrapped": wrapped })?;
    Ok((reference.to_vec(), WrappingKey::from_bytes("subject", key.as_slice())?))
}

pub(super) fn unwrap(keys: &Keyring, id: &str, nonce: &[u8], wrapped: &[u8], reference: &[u8]) -> Result<WrappingKey> {
    let key = keys.wrapping_by_id(id)?.open(nonce, wrapped, reference)?;
    WrappingKey::from_bytes("subject", &key)
}

/// A row key that tells nothing of the order in which people answered.
pub(super) fn random_key(tx: &Tx<'_>) -> Result<i64> {
    Ok(i64::from_be_bytes(tx.random()?) & i64::MAX)
}

pub(super) fn context(reference: &[u8], question: Question) -> Vec<u8> {
    [reference, b" ", question.code().as_bytes(), b" ", FORMAT.as_bytes()].concat()
}

fn padded(reply: &Reply, question: Question) -> Result<Zeroizing<Vec<u8>>> {
    let mut plain = Zeroizing::new(serde_json::to_vec(reply)?);
    let block = if question == Question::Race { RACE_BLOCK } else { BLOCK };
    let length = plain.len().div_ceil(block) * block;
    plain.resize(length, b' ');
    Ok(plain)
}

pub(super) fn trimmed(plain: &[u8]) -> &[u8] {
    plain.trim_ascii_end()
}
