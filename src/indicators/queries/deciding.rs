//! What deciding bodies say of indicators: by a decision with a day and a reason, about one edition of it.

use super::{find_to_change, refuse_closed};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::indicators::{Choice, Decided, Indicator, sentence};
use crate::store::{Object, Tx};
use crate::values::{DecisionId, IndicatorId, IndicatorVerdict};
use rusqlite::{Connection, OptionalExtension, named_params};

/// Decisions about indicators that stand and say why, of the bodies of one program.
const OPEN: &str = "
    FROM body_decision
    JOIN body_meeting ON body_meeting.id = body_decision.meeting_id
    JOIN deciding_body ON deciding_body.id = body_meeting.body_id
    WHERE body_decision.about = 'indicator'
      AND body_decision.reason IS NOT NULL
      AND deciding_body.program_id = :program
      AND NOT EXISTS (SELECT 1 FROM body_decision AS newer WHERE newer.corrects_id = body_decision.id)
      AND NOT EXISTS (SELECT 1 FROM indicator_decision
                      WHERE indicator_decision.decision_id = body_decision.id AND indicator_decision.indicator_id = :indicator)";

/// The decisions by which an indicator may be chosen, the latest first: none that it was decided by before.
pub fn choices(conn: &Connection, indicator: &Indicator) -> Result<Vec<Choice>> {
    let sql = format!(
        "SELECT body_decision.public_id, body_decision.decision, deciding_body.name, body_meeting.met_on
         {OPEN}
         ORDER BY body_meeting.met_on DESC, body_decision.id DESC
         LIMIT 50"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":program": indicator.program.0, ":indicator": indicator.key }, |row| {
        Ok(Choice { id: row.get("public_id")?, body: (row.get("name")?, row.get("met_on")?), decision: row.get("decision")? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Everything that bodies said of an indicator, the latest first.
pub fn decisions_of(conn: &Connection, indicator: &Indicator) -> Result<Vec<Decided>> {
    let sql = "
        SELECT indicator_decision.verdict, indicator_decision.edition, indicator_decision.sentence, body_decision.public_id,
               body_decision.reason, deciding_body.name, body_meeting.met_on,
               EXISTS (SELECT 1 FROM body_decision AS newer WHERE newer.corrects_id = body_decision.id) AS is_corrected
        FROM indicator_decision
        JOIN body_decision ON body_decision.id = indicator_decision.decision_id
        JOIN body_meeting ON body_meeting.id = body_decision.meeting_id
        JOIN deciding_body ON deciding_body.id = body_meeting.body_id
        WHERE indicator_decision.indicator_id = ?1
        ORDER BY indicator_decision.id DESC
        LIMIT 100";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([indicator.key], |row| {
        let reason: Option<String> = row.get("reason")?;
        Ok(Decided {
            verdict: row.get("verdict")?,
            edition: row.get("edition")?,
            sentence: row.get("sentence")?,
            decision: row.get("public_id")?,
            body: (row.get("name")?, row.get("met_on")?),
            reason: reason.unwrap_or_default(),
            is_corrected: row.get("is_corrected")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes down what a body said of an indicator as it is defined now.
pub fn decide(
    tx: &Tx<'_>,
    viewer: &Viewer,
    id: &IndicatorId,
    version: i64,
    (decision, verdict): (&DecisionId, IndicatorVerdict),
) -> Result<()> {
    let indicator = find_to_change(tx, viewer, id)?;
    refuse_closed(&indicator)?;
    let Some(facts) = &indicator.facts else {
        return Err(Error::Rejected("Say first how it is counted: a body decides about something that can be counted.".to_owned()));
    };
    let sql = format!("SELECT body_decision.id {OPEN} AND body_decision.public_id = :decision");
    let params = named_params! { ":program": indicator.program.0, ":indicator": indicator.key, ":decision": decision };
    let key: Option<i64> = tx.prepare_cached(&sql)?.query_row(params, |row| row.get("id")).optional()?;
    let key = key.ok_or_else(|| {
        Error::Rejected(
            "Choose a decision about indicators of this program that says why, and that did not decide about this before.".to_owned(),
        )
    })?;
    let sql = "
        UPDATE indicator
        SET status = :status, version = version + 1
        WHERE id = :key
          AND version = :version";
    if tx.execute(sql, named_params! { ":status": verdict, ":key": indicator.key, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    let sql = "
        INSERT INTO indicator_decision (indicator_id, decision_id, verdict, edition, sentence, account_id, created_at)
        VALUES (:indicator, :decision, :verdict, :edition, :sentence, :account, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":indicator": indicator.key,
        ":decision": key,
        ":verdict": verdict,
        ":edition": indicator.edition,
        ":sentence": sentence(&facts.definition),
        ":account": viewer.key,
        ":at": tx.at(),
    })?;
    let deed = match verdict {
        IndicatorVerdict::Chosen => "indicator.chosen",
        IndicatorVerdict::NotChosen => "indicator.not_chosen",
    };
    tx.audit(deed, Object::new("indicator", id))
}
