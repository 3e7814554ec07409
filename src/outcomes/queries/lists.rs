//! Outcomes in lists and totals. Nobody's demographics are in them, so they are exact and live.

use super::{MINE, OUTCOME, read};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::outcomes::prefilled::Ended;
use crate::outcomes::{Filter, Outcome, Total};
use crate::people::Client;
use crate::values::{Evidence, Instant, ReferralId, Vocabulary, Zone};
use rusqlite::{Connection, OptionalExtension, named_params};

const FITS: &str = "
    outcome.undone_at IS NULL
    AND (:kind IS NULL OR outcome.kind = :kind)
    AND (:from IS NULL OR outcome.happened_on >= :from)
    AND (:to IS NULL OR outcome.happened_on <= :to)
    AND (:program IS NULL OR outcome.program_id = :program)
    AND (:levels IS NULL OR outcome.evidence IN (SELECT value FROM json_each(:levels)))";

/// The codes of a level and of those above it, as a JSON list; none where all are asked for.
fn levels(least: Option<Evidence>) -> Result<Option<String>> {
    let Some(least) = least else { return Ok(None) };
    let codes: Vec<&str> = Evidence::ALL.iter().filter(|level| **level >= least).map(|level| level.code()).collect();
    Ok(Some(serde_json::to_string(&codes)?))
}

/// Outcomes of the viewer's programs, newest first.
pub fn list_for(conn: &Connection, viewer: &Viewer, filter: &Filter, (skip, limit): (i64, i64)) -> Result<Vec<Outcome>> {
    let sql = format!(
        "{OUTCOME}
         WHERE {FITS}
           AND {MINE}
         ORDER BY outcome.happened_on DESC, outcome.id DESC
         LIMIT :limit OFFSET :skip"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! {
        ":kind": filter.kind, ":from": filter.from, ":to": filter.to, ":program": filter.program, ":levels": levels(filter.evidence)?,
        ":viewer": viewer.key, ":limit": limit, ":skip": skip,
    };
    let outcomes = statement.query_map(params, read)?;
    Ok(outcomes.collect::<rusqlite::Result<_>>()?)
}

/// Outcomes of some programs, oldest first, for a file.
pub fn list_of_programs(conn: &Connection, programs: &[i64], filter: &Filter) -> Result<Vec<Outcome>> {
    let sql = format!(
        "{OUTCOME}
         WHERE {FITS}
           AND outcome.program_id IN (SELECT value FROM json_each(:programs))
         ORDER BY outcome.happened_on, outcome.id"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! {
        ":kind": filter.kind, ":from": filter.from, ":to": filter.to, ":program": filter.program, ":levels": levels(filter.evidence)?,
        ":programs": serde_json::to_string(programs)?,
    };
    let outcomes = statement.query_map(params, read)?;
    Ok(outcomes.collect::<rusqlite::Result<_>>()?)
}

/// What the outcomes of a list come to, kind by kind. `unit` is not in it: a kind has one.
pub fn totals_for(conn: &Connection, viewer: &Viewer, filter: &Filter) -> Result<Vec<Total>> {
    let sql = format!(
        "WITH counted AS (
             SELECT outcome.kind, outcome.business_id, outcome.evidence,
                    CASE WHEN outcome.amount_before IS NULL THEN outcome.amount_after
                         ELSE outcome.amount_after - outcome.amount_before END AS amount
             FROM outcome
             WHERE {FITS}
               AND {MINE}
         )
         SELECT kind, count(*) AS outcomes, count(DISTINCT business_id) AS businesses, sum(amount) AS amount,
                sum(amount IS NULL) AS without_amount, sum(evidence <> 'advisor_note') AS known,
                sum(CASE WHEN evidence <> 'advisor_note' THEN amount END) AS known_amount
         FROM counted
         GROUP BY kind"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! {
        ":kind": filter.kind, ":from": filter.from, ":to": filter.to, ":program": filter.program, ":levels": levels(filter.evidence)?,
        ":viewer": viewer.key,
    };
    let totals = statement.query_map(params, |row| {
        Ok(Total {
            kind: row.get("kind")?,
            outcomes: row.get("outcomes")?,
            businesses: row.get("businesses")?,
            amount: row.get("amount")?,
            without_amount: row.get("without_amount")?,
            known: row.get("known")?,
            known_amount: row.get("known_amount")?,
        })
    })?;
    let mut totals: Vec<Total> = totals.collect::<rusqlite::Result<_>>()?;
    let place = |kind: &str| crate::values::codes::rows(crate::values::codes::List::OutcomeKinds).iter().position(|row| row.code == kind);
    totals.sort_by_key(|total| place(&total.kind));
    Ok(totals)
}

/// Outcomes of a client in its program, newest first.
pub fn list_of_client(conn: &Connection, client: &Client, (skip, limit): (i64, i64)) -> Result<Vec<Outcome>> {
    let sql = format!(
        "{OUTCOME}
         WHERE outcome.business_id = :business
           AND outcome.program_id = :program
           AND outcome.undone_at IS NULL
         ORDER BY outcome.happened_on DESC, outcome.id DESC
         LIMIT :limit OFFSET :skip"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":business": client.key, ":program": client.program, ":limit": limit, ":skip": skip };
    let outcomes = statement.query_map(params, read)?;
    Ok(outcomes.collect::<rusqlite::Result<_>>()?)
}

/// How many there are of them.
pub fn count_of_client(conn: &Connection, client: &Client) -> Result<i64> {
    let sql = "SELECT count(*) FROM outcome WHERE business_id = :business AND program_id = :program AND undone_at IS NULL";
    let params = named_params! { ":business": client.key, ":program": client.program };
    Ok(conn.prepare_cached(sql)?.query_row(params, |row| row.get(0))?)
}

/// A referral of a client that has ended, as the partner told it.
pub fn ended(conn: &Connection, client: &Client, id: &ReferralId, zone: &Zone) -> Result<Ended> {
    let sql = "
        SELECT referral.id, referral.number, partner.name, referral_event.facts, referral_event.at
        FROM referral
        JOIN partner ON partner.id = referral.partner_id
        JOIN referral_event ON referral_event.referral_id = referral.id AND referral_event.event = 'complete'
        WHERE referral.public_id = :id
          AND referral.business_id = :business
          AND referral.program_id = :program
          AND referral.trainee_id IS NULL
          AND referral.status = 'completed'
        ORDER BY referral_event.seq DESC
        LIMIT 1";
    let params = named_params! { ":id": id, ":business": client.key, ":program": client.program };
    let found = conn.prepare_cached(sql)?.query_row(params, |row| {
        let at: Instant = row.get("at")?;
        let (key, number, partner) = (row.get("id")?, row.get("number")?, row.get("name")?);
        Ok(Ended { key, number, partner, on: zone.day(at), facts: row.get("facts")? })
    });
    found.optional()?.ok_or(Error::NotFound)
}
