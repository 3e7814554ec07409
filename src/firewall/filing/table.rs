//! A table of exact totals: how many owners chose each answer, one line for each answer there is.

use super::{Days, Filing, told};
use crate::error::{Error, Result};
use crate::firewall::door::Held;
use crate::firewall::reading::replies_of;
use crate::firewall::words;
use crate::store::Keyring;
use crate::values::{Question, Vocabulary};
use rusqlite::{Connection, named_params};
use std::collections::BTreeMap;
use zeroize::Zeroizing;

/// Owners, on the last day, of clients that got a service of the program in these days; one that the funder paid, where one is chosen.
pub(super) fn people(conn: &Connection, filing: &Filing, days: Days) -> Result<Vec<i64>> {
    let sql = "
        SELECT DISTINCT ownership.person_id
        FROM service
        JOIN ownership ON ownership.business_id = service.business_id
        WHERE service.program_id = :program
          AND service.undone_at IS NULL
          AND service.served_on BETWEEN :first AND :last
          AND (:source IS NULL OR service.funding_source_id = :source)
          AND (ownership.from_on IS NULL OR ownership.from_on <= :last)
          AND (ownership.to_on IS NULL OR ownership.to_on >= :last)
        ORDER BY ownership.person_id";
    let mut statement = conn.prepare_cached(sql)?;
    let params = named_params! {
        ":program": filing.program, ":first": days.first, ":last": days.last, ":source": filing.details.source,
    };
    let people = statement.query_map(params, |row| row.get(0))?;
    Ok(people.collect::<rusqlite::Result<_>>()?)
}

/// What is said of somebody whose notice did not name this recipient.
pub(super) const NOT_TOLD: &str = "Not asked under a notice that names this recipient";

/// The table, and whose answers it counts. Only answers that may be counted are decrypted.
pub(super) fn count(conn: &Connection, keys: &Keyring, filing: &Filing, days: Days) -> Result<(Zeroizing<String>, Vec<i64>)> {
    let told = told(conn, filing.key)?;
    let mut lines: BTreeMap<(Question, usize, String), u64> = BTreeMap::new();
    let mut counted = Vec::new();
    let known = |question: Question| words::choices(question);
    for question in &filing.questions {
        for (place, code) in known(*question).iter().enumerate() {
            lines.insert((*question, place, words::label(*question, code)), 0);
        }
        for (place, words) in ["Prefers not to answer", "No answer", NOT_TOLD].into_iter().enumerate() {
            lines.insert((*question, 1_000 + place, words.to_owned()), 0);
        }
    }
    for person in people(conn, filing, days)? {
        let replies = replies_of(conn, keys, person, |answer, question| told.contains(&answer) && filing.questions.contains(&question))?;
        for question in &filing.questions {
            let mut add = |place: usize, words: String| *lines.entry((*question, place, words)).or_default() += 1;
            match replies.get(question.code()).map(crate::firewall::Firewalled::open) {
                None => add(1_002, NOT_TOLD.to_owned()),
                Some(reply) => match reply.state {
                    Held::Declined => add(1_000, "Prefers not to answer".to_owned()),
                    Held::Answered => {
                        for code in &reply.codes {
                            let place = known(*question).iter().position(|known| known == code).unwrap_or(999);
                            add(place, words::label(*question, code));
                        }
                    }
                    Held::Skipped | Held::Unknown => add(1_001, "No answer".to_owned()),
                },
            }
        }
        if !replies.is_empty() {
            counted.push(person);
        }
    }
    let mut table = csv::Writer::from_writer(Vec::new());
    let broken = |cause: &dyn std::fmt::Display| Error::internal(cause.to_string());
    table.write_record(["question", "answer", "owners"]).map_err(|cause| broken(&cause))?;
    for ((question, _, words), owners) in &lines {
        table.write_record([question.label(), words, &owners.to_string()]).map_err(|cause| broken(&cause))?;
    }
    let bytes = table.into_inner().map_err(|cause| broken(&cause))?;
    Ok((Zeroizing::new(String::from_utf8(bytes).map_err(|cause| broken(&cause))?), counted))
}
