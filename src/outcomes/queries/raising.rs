//! How well an outcome is known, in SQL. Rows are added and never changed: the last one holds.

use super::{find_for, next_version, refuse_undone};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::outcomes::{Known, Outcome, Step};
use crate::store::{Object, Tx};
use crate::values::{Evidence, EvidenceCause, OutcomeId};
use rusqlite::{Connection, named_params};

/// Every row about an outcome, the oldest first.
pub fn steps(conn: &Connection, outcome: &Outcome) -> Result<Vec<Step>> {
    let sql = "
        SELECT outcome_evidence.level, outcome_evidence.cause, outcome_evidence.words, outcome_evidence.seen_on, account.name,
               outcome_evidence.recorded_at
        FROM outcome_evidence
        LEFT JOIN account ON account.id = outcome_evidence.account_id
        WHERE outcome_evidence.outcome_id = ?1
        ORDER BY outcome_evidence.id";
    let mut statement = conn.prepare_cached(sql)?;
    let steps = statement.query_map([outcome.key], |row| {
        Ok(Step {
            level: row.get("level")?,
            cause: row.get("cause")?,
            words: row.get("words")?,
            on: row.get("seen_on")?,
            by: row.get("name")?,
            at: row.get("recorded_at")?,
        })
    })?;
    Ok(steps.collect::<rusqlite::Result<_>>()?)
}

/// Adds a row, and lets the outcome count by it. Whoever calls audits it.
pub(super) fn note_step(
    tx: &Tx<'_>,
    outcome: i64,
    cause: EvidenceCause,
    known: &Known,
    account: Option<i64>,
    answer: Option<i64>,
) -> Result<()> {
    let sql = "
        INSERT INTO outcome_evidence (outcome_id, level, cause, words, seen_on, account_id, answer_id, recorded_at)
        VALUES (:outcome, :level, :cause, :words, :on, :account, :answer, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":outcome": outcome,
        ":level": known.level,
        ":cause": cause,
        ":words": known.words,
        ":on": known.on,
        ":account": account,
        ":answer": answer,
        ":at": tx.at(),
    })?;
    let sql = "UPDATE outcome SET evidence = :level WHERE id = :outcome AND evidence <> :level";
    tx.prepare_cached(sql)?.execute(named_params! { ":level": known.level, ":outcome": outcome })?;
    Ok(())
}

/// Raises an outcome: a document was seen, or a third party says so. It is never lowered here.
pub fn raise(tx: &Tx<'_>, viewer: &Viewer, id: &OutcomeId, version: i64, known: &Known) -> Result<()> {
    let outcome = find_for(tx, viewer, id)?;
    refuse_undone(&outcome)?;
    if !outcome.raises().any(|level| level == known.level) {
        return Err(Error::Rejected("This is known as well as that already. Nothing lowers how well something is known.".to_owned()));
    }
    next_version(tx, &outcome, version)?;
    note_step(tx, outcome.key, EvidenceCause::Raised, known, Some(viewer.key), None)?;
    tx.audit_with("outcome.evidence_raised", Object::new("outcome", id), "level what_was_seen")
}

/// What counts was changed: what was seen and said before was about something else. Whoever calls audits it.
pub(super) fn know_anew(tx: &Tx<'_>, viewer: &Viewer, outcome: &Outcome) -> Result<()> {
    if outcome.evidence == Evidence::AdvisorNote && outcome.answered.is_none() {
        return Ok(());
    }
    let known = Known { level: Evidence::AdvisorNote, words: None, on: tx.today() };
    note_step(tx, outcome.key, EvidenceCause::Changed, &known, Some(viewer.key), None)
}
