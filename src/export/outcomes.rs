//! Outcomes as a table: one row each, with the number of the client instead of a name, and without anybody's words.
//!
//! Why no words: they are free notes, and free notes leave in no default file. Who somebody is is nowhere in it.

use crate::error::{Error, Result};
use crate::outcomes::{Filter, Outcome, queries};
use crate::people::label;
use crate::referrals;
use crate::store::{Actor, Db, Object, sha256};
use crate::values::{Vocabulary, is_formula_like};
use rusqlite::Connection;

const HEADERS: [&str; 16] = [
    "Outcome",
    "Program",
    "Client",
    "Kind",
    "Kind in words",
    "Day",
    "Unit",
    "Before",
    "After or amount",
    "Counted",
    "How well it is known",
    "Client says",
    "Client's own figure",
    "Did we help",
    "Answered on",
    "Referral",
];

/// The outcomes of some programs, by row key.
pub fn gather(conn: &Connection, programs: &[i64], filter: &Filter) -> Result<Vec<Outcome>> {
    queries::list_of_programs(conn, programs, filter)
}

/// The table as CSV. Money is in cents, shares in hundredths of a percent, as the unit says.
pub fn csv(conn: &Connection, outcomes: &[Outcome]) -> Result<Vec<u8>> {
    let broken = |cause: &dyn std::fmt::Display| Error::internal(format!("a table could not be written: {cause}"));
    let zone = referrals::queries::zone(conn)?;
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEADERS).map_err(|cause| broken(&cause))?;
    for outcome in outcomes {
        let (facts, answered) = (&outcome.facts, outcome.answered.as_ref());
        let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
        let row = [
            outcome.id.to_string(),
            outcome.program.1.clone(),
            label(outcome.client.2),
            facts.kind.clone(),
            outcome.label().to_owned(),
            facts.on.to_string(),
            facts.measure().unit.map(|unit| unit.code().to_owned()).unwrap_or_default(),
            number(facts.before),
            number(facts.after),
            number(facts.counted()),
            outcome.evidence.code().to_owned(),
            answered.map(|answered| answered.said.answer.code().to_owned()).unwrap_or_default(),
            number(answered.and_then(|answered| answered.said.amount)),
            answered.and_then(|answered| answered.said.helped).map(|helped| helped.code().to_owned()).unwrap_or_default(),
            answered.map(|answered| zone.day(answered.at).to_string()).unwrap_or_default(),
            outcome.referral.as_ref().map(|(_, number, _)| referrals::label(*number)).unwrap_or_default(),
        ];
        let cells = row.into_iter().map(|cell| if is_formula_like(&cell) { format!("'{cell}") } else { cell });
        writer.write_record(cells).map_err(|cause| broken(&cause))?;
    }
    writer.into_inner().map_err(|cause| broken(&cause))
}

/// Writes down that outcomes were handed over, how many, and the hash of the file.
pub async fn note(db: &Db, actor: Actor, outcomes: usize, bytes: &[u8]) -> Result<()> {
    let hash: String = sha256(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let detail = format!("outcomes {outcomes} form csv sha256 {hash}");
    db.write(actor, move |tx| tx.audit_with("outcomes.exported", Object::none(), &detail)).await
}
