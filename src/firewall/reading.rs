//! Reading one person's answers: for break-glass, and one at a time for a required filing. Nothing here leaves the wall.

use super::Firewalled;
use super::door::{Reply, context, trimmed, unwrap};
use crate::error::Result;
use crate::store::Keyring;
use crate::values::{Question, Vocabulary};
use rusqlite::{Connection, named_params};
use std::collections::HashMap;

/// What somebody replied, by the word of the question. Only what is wanted, by row key and question, is decrypted.
pub(super) fn replies_of(
    conn: &Connection,
    keys: &Keyring,
    person: i64,
    wanted: impl Fn(i64, Question) -> bool,
) -> Result<HashMap<&'static str, Firewalled<Reply>>> {
    let sql = "
        SELECT subject.reference, subject.key_id, subject.nonce AS wrap_nonce, subject.wrapped_key, demographic_answer.id,
               demographic_answer.question, demographic_answer.nonce, demographic_answer.ciphertext
        FROM subject
        JOIN demographic_answer ON demographic_answer.reference = subject.reference
        WHERE subject.person_mac = :mac";
    let mac = keys.subject_mac(person);
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! { ":mac": mac.as_slice() })?;
    let mut replies = HashMap::new();
    while let Some(row) = rows.next()? {
        let reference: Vec<u8> = row.get("reference")?;
        let (answer, question): (i64, Question) = (row.get("id")?, row.get("question")?);
        if !wanted(answer, question) {
            continue;
        }
        let (id, nonce, wrapped): (String, Vec<u8>, Vec<u8>) = (row.get("key_id")?, row.get("wrap_nonce")?, row.get("wrapped_key")?);
        let key = unwrap(keys, &id, &nonce, &wrapped, &reference)?;
        let (nonce, sealed): (Vec<u8>, Vec<u8>) = (row.get("nonce")?, row.get("ciphertext")?);
        let plain = key.open(&nonce, &sealed, &context(&reference, question))?;
        let reply = Firewalled::new(serde_json::from_slice(trimmed(&plain))?);
        replies.insert(question.code(), reply);
    }
    Ok(replies)
}
