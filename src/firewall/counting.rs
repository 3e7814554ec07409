//! Reading for counts: what is behind the wall, in memory, for whoever inside the wall counts it.

use super::Firewalled;
use super::door::{Held, Reply, context, meaning, trimmed, unwrap};
use crate::equity;
use crate::equity::catalogue::is_grouped;
use crate::equity::groups::Sex;
use crate::error::{Error, Result};
use crate::store::Keyring;
use crate::values::{Basis, Question, Vocabulary};
use rusqlite::{Connection, named_params};
use std::collections::HashMap;

/// An owner of a business, as far as counting needs them.
pub struct Owner {
    /// Row key of the person.
    pub person: i64,
    /// Share in hundredths of a percent.
    pub share_bp: Option<u32>,
    /// True once they were asked.
    pub asked: bool,
}

/// A reply, and whether somebody of ours wrote it down.
pub(super) struct Read {
    reply: Firewalled<Reply>,
    is_read_out: bool,
}

/// The replies to one question, by the keyed digest of the person.
pub(super) type Answers = HashMap<[u8; 32], Read>;

fn found<'a>(answers: &'a Answers, keys: &Keyring, owner: &Owner) -> Option<&'a Read> {
    answers.get(&keys.subject_mac(owner.person))
}

/// Each owner's share and answer. `is_asked`: some program of theirs asks the question.
pub(super) fn answers_of(
    owners: &[Owner],
    keys: &Keyring,
    answers: &Answers,
    question: Question,
    is_asked: bool,
) -> Vec<(Option<u32>, equity::Answer)> {
    let said = |reply: &Reply| match reply.state {
        // Which answer it is says nothing here: groups are counted of two questions alone.
        Held::Answered if !is_grouped(question) => equity::Answer::Answered(Sex::Female.set()),
        _ => meaning(reply, question),
    };
    let answer_of = |owner: &Owner| match found(answers, keys, owner) {
        Some(read) => said(read.reply.open()),
        None if owner.asked && is_asked => equity::Answer::Unknown,
        None => equity::Answer::NotAsked,
    };
    owners.iter().map(|owner| (owner.share_bp, answer_of(owner))).collect()
}

/// Whether staff wrote down what some owner answered.
pub(super) fn is_read_out(owners: &[Owner], keys: &Keyring, answers: &Answers) -> bool {
    owners.iter().any(|owner| found(answers, keys, owner).is_some_and(|read| read.is_read_out))
}

pub(super) fn answers(conn: &Connection, keys: &Keyring, question: Question) -> Result<Answers> {
    let sql = "
        SELECT subject.reference, subject.person_mac, subject.key_id, subject.nonce AS wrap_nonce, subject.wrapped_key,
               demographic_answer.basis, demographic_answer.nonce, demographic_answer.ciphertext
        FROM demographic_answer
        JOIN subject ON subject.reference = demographic_answer.reference
        WHERE demographic_answer.question = :question";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! { ":question": question.code() })?;
    let mut answers = Answers::new();
    while let Some(row) = rows.next()? {
        let reference: Vec<u8> = row.get("reference")?;
        let mac: Vec<u8> = row.get("person_mac")?;
        let (id, nonce, wrapped): (String, Vec<u8>, Vec<u8>) = (row.get("key_id")?, row.get("wrap_nonce")?, row.get("wrapped_key")?);
        let key = unwrap(keys, &id, &nonce, &wrapped, &reference)?;
        let (nonce, sealed): (Vec<u8>, Vec<u8>) = (row.get("nonce")?, row.get("ciphertext")?);
        let plain = key.open(&nonce, &sealed, &context(&reference, question))?;
        let mac: [u8; 32] = mac.try_into().map_err(|_| Error::internal("a digest has 32 bytes"))?;
        let reply = Firewalled::new(serde_json::from_slice(trimmed(&plain))?);
        answers.insert(mac, Read { reply, is_read_out: row.get::<_, Basis>("basis")? == Basis::ReadOut });
    }
    Ok(answers)
}
