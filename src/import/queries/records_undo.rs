//! Taking back files of services, owners, training, outcomes and referrals: what was changed, filed or built on since stays.

use crate::error::Result;
use crate::import::{Run, wall};
use crate::store::{Object, Tx};
use crate::values::ImportKind;
use rusqlite::named_params;

/// So many rows are taken back at once, and then taken into the record of changes: what it notes until then is in memory.
pub(super) const BATCH: usize = 2_000;

const FREE_SERVICES: &str = "
    SELECT service.id
    FROM service
    WHERE service.import_id = :run
      AND service.version = 1
      AND service.undone_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM follow_up WHERE follow_up.service_id = service.id)
      AND NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.service_id = service.id)
      AND NOT EXISTS (SELECT 1 FROM filing_record WHERE filing_record.service_id = service.id)
      AND NOT EXISTS (SELECT 1
                      FROM filing
                      JOIN filing_made ON filing_made.filing_id = filing.id
                      WHERE filing.program_id = service.program_id
                        AND filing.form NOT IN ('sba641', 'sba888')
                        AND service.served_on BETWEEN filing_made.first_on AND filing_made.last_on)";

const FREE_TRAININGS: &str = "
    SELECT training.id
    FROM training
    WHERE training.import_id = :run
      AND training.version = 1
      AND training.undone_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM training_person WHERE training_person.training_id = training.id)
      AND NOT EXISTS (SELECT 1 FROM training_heads WHERE training_heads.training_id = training.id)
      AND NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.training_id = training.id)
      AND NOT EXISTS (SELECT 1 FROM filing_record WHERE filing_record.training_id = training.id)
      AND NOT EXISTS (SELECT 1
                      FROM training_date
                      JOIN filing ON filing.program_id = training.program_id
                      JOIN filing_made ON filing_made.filing_id = filing.id
                      WHERE training_date.training_id = training.id
                        AND filing.form NOT IN ('sba641', 'sba888')
                        AND training_date.on_day BETWEEN filing_made.first_on AND filing_made.last_on)";

const FREE_OUTCOMES: &str = "
    SELECT outcome.id
    FROM outcome
    WHERE outcome.import_id = :run
      AND outcome.version = 1
      AND outcome.undone_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM outcome_answer WHERE outcome_answer.outcome_id = outcome.id)
      AND NOT EXISTS (SELECT 1 FROM outcome_ask WHERE outcome_ask.outcome_id = outcome.id)
      AND NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.outcome_id = outcome.id)";

const FREE_OWNERS: &str = "
    SELECT person.id
    FROM person
    JOIN ownership ON ownership.person_id = person.id
    WHERE ownership.import_id = :run
      AND ownership.to_on IS NULL
      AND person.version = 1
      AND person.self_id_asked_on IS NULL
      AND person.self_id_answered_on IS NULL
      AND NOT EXISTS (SELECT 1 FROM ownership AS other WHERE other.person_id = person.id AND other.import_id IS NOT :run)
      AND NOT EXISTS (SELECT 1 FROM access_link WHERE access_link.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM letter_code WHERE letter_code.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM own_device WHERE own_device.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM client_word WHERE client_word.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM message WHERE message.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM referral WHERE referral.trainee_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM notice_told WHERE notice_told.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM filing_person WHERE filing_person.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM glass WHERE glass.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM legal_hold WHERE legal_hold.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM erasure WHERE erasure.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM service_person WHERE service_person.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM training_person WHERE training_person.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM outcome_answer WHERE outcome_answer.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM outcome_ask WHERE outcome_ask.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM story_step WHERE story_step.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM story_consent WHERE story_consent.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM outbox_message WHERE outbox_message.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM correction_request WHERE correction_request.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM complaint WHERE complaint.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM erasure_request WHERE erasure_request.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM indicator WHERE indicator.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM indicator_comment WHERE indicator_comment.person_id = person.id)
      AND NOT EXISTS (SELECT 1 FROM helper WHERE helper.person_id = person.id)";

/// Deletes what a file brought. How many went, and how many stay.
pub fn undo(tx: &Tx<'_>, run: &Run) -> Result<(usize, usize)> {
    let (free, table, beside): (&str, &str, &[&str]) = match run.kind {
        ImportKind::Services => (FREE_SERVICES, "service", &["service_topic", "service_language", "service_person"]),
        ImportKind::Training => (FREE_TRAININGS, "training", &["training_date", "training_partner"]),
        ImportKind::Outcomes => (FREE_OUTCOMES, "outcome", &["outcome_evidence"]),
        ImportKind::People => return undo_owners(tx, run),
        ImportKind::Referrals => return super::referrals::undo(tx, run),
        _ => return Ok((0, 0)),
    };
    let (mut gone, mut last) = (0, 0);
    loop {
        let keys = keys(tx, free, table, (run.key, last))?;
        let Some(newest) = keys.last() else { break };
        last = *newest;
        for key in &keys {
            for other in beside {
                tx.prepare_cached(&format!("DELETE FROM {other} WHERE {table}_id = ?1"))?.execute([key])?;
            }
            tx.prepare_cached(&format!("DELETE FROM {table} WHERE id = ?1"))?.execute([key])?;
        }
        gone += keys.len();
        tx.audit_with("import.rows_undone", Object::new("import_run", &run.id), &format!("rows to {gone}"))?;
    }
    let kept: i64 = tx.query_row(&format!("SELECT count(*) FROM {table} WHERE import_id = ?1"), [run.key], |row| row.get(0))?;
    Ok((gone, usize::try_from(kept).unwrap_or(0)))
}

/// The next rows that may go, behind the last one that was looked at.
fn keys(tx: &Tx<'_>, free: &str, table: &str, (run, last): (i64, i64)) -> Result<Vec<i64>> {
    let sql = format!("{free} AND {table}.id > :last ORDER BY {table}.id LIMIT {BATCH}");
    let mut statement = tx.prepare_cached(&sql)?;
    let keys = statement.query_map(named_params! { ":run": run, ":last": last }, |row| row.get(0))?;
    Ok(keys.collect::<rusqlite::Result<_>>()?)
}

fn undo_owners(tx: &Tx<'_>, run: &Run) -> Result<(usize, usize)> {
    let (mut gone, mut last) = (0, 0);
    loop {
        let people = keys(tx, FREE_OWNERS, "person", (run.key, last))?;
        let Some(newest) = people.last() else { break };
        last = *newest;
        gone += people.len();
        delete_owners(tx, &people)?;
        tx.audit_with("import.rows_undone", Object::new("import_run", &run.id), &format!("rows to {gone}"))?;
    }
    let kept: i64 = tx.query_row("SELECT count(*) FROM ownership WHERE import_id = ?1", [run.key], |row| row.get(0))?;
    Ok((gone, usize::try_from(kept).unwrap_or(0)))
}

fn delete_owners(tx: &Tx<'_>, people: &[i64]) -> Result<()> {
    for person in people {
        let business: i64 = tx.query_row("SELECT business_id FROM ownership WHERE person_id = ?1", [person], |row| row.get(0))?;
        tx.prepare_cached("DELETE FROM ownership WHERE person_id = ?1")?.execute([person])?;
        wall::forget(tx, *person)?;
        tx.prepare_cached("DELETE FROM look WHERE person_id = ?1")?.execute([person])?;
        tx.prepare_cached("DELETE FROM person WHERE id = ?1")?.execute([person])?;
        crate::people::queries::index(tx, business)?;
    }
    Ok(())
}
