//! The door: keeping a reply, deleting it, counting.

use super::Firewalled;
use crate::equity;
use crate::error::{Error, Result};
use crate::store::{Keyring, Tx, WrappingKey};
use crate::values::{Basis, Question, Vocabulary};
use rusqlite::{Connection, OptionalExtension, named_params};
use std::collections::HashMap;
use zeroize::Zeroizing;

/// Every reply is padded to a multiple of this, so that its length tells nothing.
const BLOCK: usize = 1024;
/// Format of what is encrypted.
const FORMAT: &str = "reply-1";

/// What somebody replied to a question about who they are.
#[derive(serde::Serialize, serde::Deserialize, Default)]
pub struct Reply {
    /// `answered`, `declined` or `unknown`. Not asked is no reply at all.
    pub(super) state: Held,
    /// Codes of the groups chosen.
    pub(super) codes: Vec<String>,
    /// The person's own words.
    pub(super) words: String,
}

/// What kind of reply is held.
#[derive(serde::Serialize, serde::Deserialize, Clone, Copy, PartialEq, Eq, Default)]
#[serde(rename_all = "snake_case")]
pub enum Held {
    /// Groups were chosen.
    Answered,
    /// The person prefers not to answer.
    Declined,
    /// Asked or released without an answer.
    #[default]
    Unknown,
}

impl Reply {
    /// Groups by their codes, and the person's own words.
    pub fn answered(codes: Vec<String>, words: String) -> Self {
        Self { state: Held::Answered, codes, words }
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

/// Keeps a reply behind the wall in place of an earlier one. Whoever calls audits the deed, without the value.
pub fn keep(tx: &Tx<'_>, person: i64, question: Question, reply: Reply, basis: Basis) -> Result<()> {
    let reply = Firewalled::new(reply);
    let (reference, key) = subject_of(tx, person)?;
    let nonce: [u8; 24] = tx.random()?;
    let sealed = key.seal(&nonce, &padded(reply.open())?, &context(&reference, question))?;
    tx.execute(
        "DELETE FROM demographic_answer WHERE reference = :reference AND question = :question",
        named_params! { ":reference": reference, ":question": question },
    )?;
    let sql = "
        INSERT INTO demographic_answer (id, reference, question, basis, notice, nonce, ciphertext, answered_on)
        VALUES (:id, :reference, :question, :basis, :notice, :nonce, :ciphertext, :on)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": random_key(tx)?,
        ":reference": reference,
        ":question": question,
        ":basis": basis,
        ":notice": super::NOTICE,
        ":nonce": nonce.as_slice(),
        ":ciphertext": sealed,
        ":on": tx.today(),
    })?;
    super::filing::note_told(tx, (tx.last_insert_rowid(), person), question, basis)
}

/// Deletes a person's replies and their key: what a copy still holds can't be opened with it.
pub fn forget(tx: &Tx<'_>, person: i64) -> Result<()> {
    let mac = tx.keys().subject_mac(person);
    let sql = "SELECT reference FROM subject WHERE person_mac = :mac";
    let reference: Option<Vec<u8>> = tx.query_row(sql, named_params! { ":mac": mac.as_slice() }, |row| row.get("reference")).optional()?;
    if let Some(reference) = reference {
        tx.execute("DELETE FROM demographic_answer WHERE reference = :reference", named_params! { ":reference": reference })?;
        tx.execute("DELETE FROM subject WHERE reference = :reference", named_params! { ":reference": reference })?;
    }
    Ok(())
}

/// Counts: reads what is behind the wall, in memory, and gives out protected tables only.
///
/// `asked` tells of a person's row key whether they were ever asked; `units` are businesses with their owners' row keys.
pub fn count(conn: &Connection, keys: &Keyring, units: &[Unit], threshold: u32, dimension: equity::Dimension) -> Result<equity::Tables> {
    let answers = answers(conn, keys)?;
    let answer_of = |owner: &Owner, question: Question| -> equity::Answer {
        let mac = keys.subject_mac(owner.person);
        match answers.get(&(mac, question.code())) {
            Some(reply) => meaning(reply.open(), question),
            None if owner.asked => equity::Answer::Unknown,
            None => equity::Answer::NotAsked,
        }
    };
    let units: Vec<equity::Unit> = units
        .iter()
        .map(|unit| {
            let of = |question| {
                let owners: Vec<_> = unit.owners.iter().map(|owner| (owner.share_bp, answer_of(owner, question))).collect();
                equity::unit_answer(&owners, unit.is_cooperative)
            };
            equity::Unit { race: of(Question::Race), sex: of(Question::Sex), ..unit.figures }
        })
        .collect();
    Ok(equity::tabulate(&units, dimension, threshold))
}

/// An owner of a business, as far as counting needs them.
pub struct Owner {
    /// Row key of the person.
    pub person: i64,
    /// Share in hundredths of a percent.
    pub share_bp: Option<u32>,
    /// True once they were asked.
    pub asked: bool,
}

/// A business and what it got; who its owners are is filled in behind the wall.
pub struct Unit {
    /// Owners.
    pub owners: Vec<Owner>,
    /// Owned by its members.
    pub is_cooperative: bool,
    /// Its figures, with answers left out.
    pub figures: equity::Unit,
}

pub(super) type Answers = HashMap<([u8; 32], &'static str), Firewalled<Reply>>;

fn answers(conn: &Connection, keys: &Keyring) -> Result<Answers> {
    let sql = "
        SELECT subject.reference, subject.person_mac, subject.key_id, subject.nonce AS wrap_nonce, subject.wrapped_key, demographic_answer.question, demographic_answer.nonce, demographic_answer.ciphertext
        FROM demographic_answer
        JOIN subject ON subject.reference = demographic_answer.reference";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut answers = Answers::new();
    while let Some(row) = rows.next()? {
        let reference: Vec<u8> = row.get("reference")?;
        let mac: Vec<u8> = row.get("person_mac")?;
        let question: Question = row.get("question")?;
        let key = unwrap(
            keys,
            &row.get::<_, String>("key_id")?,
            &row.get::<_, Vec<u8>>("wrap_nonce")?,
            &row.get::<_, Vec<u8>>("wrapped_key")?,
            &reference,
        )?;
        let plain = key.open(&row.get::<_, Vec<u8>>("nonce")?, &row.get::<_, Vec<u8>>("ciphertext")?, &context(&reference, question))?;
        let mac: [u8; 32] = mac.try_into().map_err(|_| Error::internal("a digest has 32 bytes"))?;
        answers.insert((mac, question.code()), Firewalled::new(serde_json::from_slice(trimmed(&plain))?));
    }
    Ok(answers)
}

pub(super) fn meaning(reply: &Reply, question: Question) -> equity::Answer {
    match reply.state {
        Held::Declined => equity::Answer::Declined,
        Held::Unknown => equity::Answer::Unknown,
        Held::Answered => match question {
            Question::Race => equity::Answer::races(reply.codes.iter().map(String::as_str)),
            Question::Sex => equity::Answer::sexes(reply.codes.iter().map(String::as_str)),
            Question::Veteran => equity::Answer::Unknown,
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

fn padded(reply: &Reply) -> Result<Zeroizing<Vec<u8>>> {
    let mut plain = Zeroizing::new(serde_json::to_vec(reply)?);
    let length = plain.len().div_ceil(BLOCK) * BLOCK;
    plain.resize(length, b' ');
    Ok(plain)
}

pub(super) fn trimmed(plain: &[u8]) -> &[u8] {
    plain.trim_ascii_end()
}
