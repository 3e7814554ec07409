//! What happened to referrals in some days: one read of the events of those that anything happened to.

use super::sheet_of;
use crate::error::Result;
use crate::referrals::deed::entry;
use crate::referrals::fact::Fact;
use crate::referrals::lifecycle::{Event, Party};
use crate::referrals::passage::{Passage, Step, Whose, passage};
use crate::values::{Day, Zone};
use rusqlite::{Connection, Row, named_params};

/// A referral whose events are being read: its row key, whose it is, and what was read.
type Held = (i64, Whose, Vec<Step>);

/// The passages of a program, by row key, or of all of them, from the first day to the last.
pub fn passages(conn: &Connection, program: Option<i64>, first: Day, last: Day, zone: &Zone) -> Result<Vec<Passage>> {
    let days = zone.start_of(first)..zone.start_of(last.plus_days(1));
    let sql = "
        SELECT referral.id, referral.business_id, referral.program_id, referral.kind, referral.partner_id, referral_event.event,
               referral_event.party, referral_event.at, referral_event.reason_code, referral_event.outcome_code,
               CASE WHEN referral_event.event IN ('confirm', 'complete', 'recall') THEN referral_event.facts ELSE '{}' END AS facts
        FROM referral
        JOIN referral_event ON referral_event.referral_id = referral.id
        WHERE (:program IS NULL OR referral.program_id = :program)
          AND referral.status NOT IN ('draft', 'entered-in-error')
          AND EXISTS (
              SELECT 1
              FROM referral_event AS recent
              WHERE recent.referral_id = referral.id
                AND recent.at >= :from
                AND recent.at < :until)
        ORDER BY referral.id, referral_event.seq";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! { ":program": program, ":from": days.start, ":until": days.end })?;
    let (mut passages, mut held): (Vec<Passage>, Option<Held>) = (Vec::new(), None);
    let read = |(_, whose, steps): Held| passage(whose, &steps, days.clone(), |at| zone.day(at));
    while let Some(row) = rows.next()? {
        let (key, step) = (row.get("id")?, step(row)?);
        match held.as_mut().filter(|(same, ..)| *same == key) {
            Some((.., steps)) => steps.push(step),
            None => passages.extend(held.replace((key, whose(row)?, vec![step])).and_then(read)),
        }
    }
    passages.extend(held.and_then(read));
    Ok(passages)
}

fn whose(row: &Row<'_>) -> Result<Whose> {
    Ok(Whose {
        business: row.get("business_id")?,
        program: row.get("program_id")?,
        kind: row.get("kind")?,
        partner: row.get("partner_id")?,
    })
}

fn step(row: &Row<'_>) -> Result<Step> {
    let (event, party): (Event, Party) = (row.get("event")?, row.get("party")?);
    let facts: String = row.get("facts")?;
    let sheet = sheet_of(&facts)?;
    let said = entry(event, party, &sheet);
    let outcome: Option<String> = row.get("outcome_code")?;
    Ok(Step {
        event,
        at: row.get("at")?,
        reason: row.get::<_, Option<String>>("reason_code")?.or(said.reason),
        outcome: outcome.or_else(|| sheet.get(&Fact::Outcome).cloned()),
        answer: said.answer,
    })
}
