//! What the report counts, in SQL. Who people are is not read here: the wall counts (`firewall::count`).

use super::{Span, Totals};
use crate::equity::{Answer, Unit as Figures};
use crate::error::Result;
use crate::firewall::{Owner, Unit};
use rusqlite::{Connection, Row, named_params};
use std::collections::BTreeMap;

/// A program by row key, or all of them.
const IN_PROGRAM: &str = "(:program IS NULL OR program_id = :program)";

/// Exact totals of a span, as they are at this moment.
pub fn totals(conn: &Connection, program: Option<i64>, span: Span, zone: &crate::values::Zone) -> Result<Totals> {
    let count = |sql: &str| -> Result<(i64, i64, i64)> {
        let params = named_params! { ":program": program, ":first": span.first, ":last": span.last };
        Ok(conn.prepare_cached(sql)?.query_row(params, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?)
    };
    let (businesses, _, _) = count(&format!(
        "SELECT count(DISTINCT business_id), 0, 0
         FROM enrollment
         WHERE {IN_PROGRAM} AND from_on <= :last AND (to_on IS NULL OR to_on >= :first)"
    ))?;
    let (deployments, awarded_cents, _) = count(&format!(
        "SELECT count(*), coalesce(sum(CASE WHEN unit = 'cents' THEN awarded END), 0), 0
         FROM deployment
         WHERE {IN_PROGRAM} AND undone_at IS NULL AND awarded IS NOT NULL AND awarded_on BETWEEN :first AND :last"
    ))?;
    let (delivered_cents, deliveries, _) = count(&format!(
        "SELECT coalesce(sum(delivered), 0), count(delivered), 0
         FROM deployment
         WHERE {IN_PROGRAM} AND undone_at IS NULL AND unit = 'cents' AND delivered_on BETWEEN :first AND :last"
    ))?;
    let (services, minutes, _) = count(&format!(
        "SELECT count(*), coalesce(sum(minutes), 0), 0
         FROM service
         WHERE {IN_PROGRAM} AND undone_at IS NULL AND business_id IS NOT NULL AND served_on BETWEEN :first AND :last"
    ))?;
    let (decided, accepted) = decisions(conn, program, span, zone)?.into_values().fold((0, 0), |sum, (d, a)| (sum.0 + d, sum.1 + a));
    Ok(Totals {
        businesses,
        deployments,
        awarded_cents,
        delivered_cents: (deliveries > 0).then_some(delivered_cents),
        services,
        minutes,
        decided: decided.into(),
        accepted: accepted.into(),
    })
}

/// Businesses enrolled on some day of the span, with their owners and what reached them in it.
pub fn units(conn: &Connection, program: Option<i64>, span: Span, zone: &crate::values::Zone) -> Result<Vec<Unit>> {
    let sql = format!(
        "SELECT DISTINCT business.id, business.is_cooperative
         FROM enrollment
         JOIN business ON business.id = enrollment.business_id
         WHERE {IN_PROGRAM} AND enrollment.from_on <= :last AND (enrollment.to_on IS NULL OR enrollment.to_on >= :first)
         ORDER BY business.id"
    );
    let mut units: BTreeMap<i64, Unit> = BTreeMap::new();
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":program": program, ":first": span.first, ":last": span.last };
    let rows = statement.query_map(params, |row| Ok((row.get::<_, i64>("id")?, row.get::<_, bool>("is_cooperative")?)))?;
    for row in rows {
        let (business, is_cooperative) = row?;
        units.insert(business, Unit { owners: Vec::new(), is_cooperative, figures: nothing() });
    }
    add_owners(conn, span, &mut units)?;
    add_awards(conn, program, span, &mut units)?;
    add_minutes(conn, program, span, &mut units)?;
    for (business, (decided, accepted)) in decisions(conn, program, span, zone)? {
        if let Some(unit) = units.get_mut(&business) {
            unit.figures.referrals_decided = decided;
            unit.figures.referrals_accepted = accepted;
        }
    }
    Ok(units.into_values().collect())
}

fn nothing() -> Figures {
    Figures {
        race: Answer::NotAsked,
        sex: Answer::NotAsked,
        read_out: false,
        awards: 0,
        awarded_cents: 0,
        minutes: 0,
        referrals_decided: 0,
        referrals_accepted: 0,
    }
}

/// Owners as they were on the last day of the span.
fn add_owners(conn: &Connection, span: Span, units: &mut BTreeMap<i64, Unit>) -> Result<()> {
    let sql = "
        SELECT ownership.business_id, ownership.person_id, ownership.share_bp, person.self_id_asked_on IS NOT NULL AS asked
        FROM ownership
        JOIN person ON person.id = ownership.person_id
        WHERE (ownership.from_on IS NULL OR ownership.from_on <= :last)
          AND (ownership.to_on IS NULL OR ownership.to_on >= :last)
        ORDER BY ownership.id";
    let mut statement = conn.prepare_cached(sql)?;
    let read = |row: &Row<'_>| {
        Ok((
            row.get::<_, i64>("business_id")?,
            Owner { person: row.get("person_id")?, share_bp: row.get("share_bp")?, asked: row.get("asked")? },
        ))
    };
    let rows = statement.query_map(named_params! { ":last": span.last }, read)?;
    for row in rows {
        let (business, owner) = row?;
        if let Some(unit) = units.get_mut(&business) {
            unit.owners.push(owner);
        }
    }
    Ok(())
}

fn add_awards(conn: &Connection, program: Option<i64>, span: Span, units: &mut BTreeMap<i64, Unit>) -> Result<()> {
    let sql = format!(
        "SELECT business_id, count(*) AS awards, coalesce(sum(CASE WHEN unit = 'cents' THEN awarded END), 0) AS cents
         FROM deployment
         WHERE {IN_PROGRAM} AND undone_at IS NULL AND awarded IS NOT NULL AND awarded_on BETWEEN :first AND :last
         GROUP BY business_id"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":program": program, ":first": span.first, ":last": span.last };
    let rows = statement
        .query_map(params, |row| Ok((row.get::<_, i64>("business_id")?, row.get::<_, u32>("awards")?, row.get::<_, i64>("cents")?)))?;
    for row in rows {
        let (business, awards, cents) = row?;
        if let Some(unit) = units.get_mut(&business) {
            unit.figures.awards = awards;
            unit.figures.awarded_cents = cents;
        }
    }
    Ok(())
}

fn add_minutes(conn: &Connection, program: Option<i64>, span: Span, units: &mut BTreeMap<i64, Unit>) -> Result<()> {
    let sql = format!(
        "SELECT business_id, sum(minutes) AS minutes
         FROM service
         WHERE {IN_PROGRAM} AND undone_at IS NULL AND business_id IS NOT NULL AND served_on BETWEEN :first AND :last
         GROUP BY business_id"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":program": program, ":first": span.first, ":last": span.last };
    let rows = statement.query_map(params, |row| Ok((row.get::<_, i64>("business_id")?, row.get::<_, i64>("minutes")?)))?;
    for row in rows {
        let (business, minutes) = row?;
        if let Some(unit) = units.get_mut(&business) {
            unit.figures.minutes = minutes;
        }
    }
    Ok(())
}

/// For each business: referrals that a partner decided on in the span, and those of them that were accepted.
fn decisions(conn: &Connection, program: Option<i64>, span: Span, zone: &crate::values::Zone) -> Result<BTreeMap<i64, (u32, u32)>> {
    let sql = format!(
        "SELECT business_id, count(*) AS decided, sum(status <> 'rejected') AS accepted
         FROM referral
         WHERE {IN_PROGRAM}
           AND status <> 'entered-in-error'
           AND decided_at >= :from
           AND decided_at < :until
         GROUP BY business_id"
    );
    let (from, until) = (zone.start_of(span.first), zone.start_of(span.last.plus_days(1)));
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":program": program, ":from": from, ":until": until };
    let rows = statement.query_map(params, |row| Ok((row.get::<_, i64>("business_id")?, (row.get("decided")?, row.get("accepted")?))))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many businesses were enrolled on some day of a span.
pub fn enrolled(conn: &Connection, program: Option<i64>, span: Span) -> Result<usize> {
    let sql = format!(
        "SELECT count(DISTINCT business_id)
         FROM enrollment
         WHERE {IN_PROGRAM} AND from_on <= :last AND (to_on IS NULL OR to_on >= :first)"
    );
    let params = named_params! { ":program": program, ":first": span.first, ":last": span.last };
    let number: i64 = conn.prepare_cached(&sql)?.query_row(params, |row| row.get(0))?;
    Ok(usize::try_from(number).unwrap_or(usize::MAX))
}

/// k of the audience internal.
pub fn threshold(conn: &Connection) -> Result<u32> {
    Ok(conn.query_row("SELECT threshold FROM organization", [], |row| row.get("threshold"))?)
}

/// Closed years in which a program had clients, or any had, newest first; the last closed one in any case.
pub fn closed_years(conn: &Connection, program: Option<i64>, today: crate::values::Day) -> Result<Vec<i16>> {
    let sql = "SELECT min(from_on) FROM enrollment WHERE ?1 IS NULL OR program_id = ?1";
    let first: Option<crate::values::Day> = conn.prepare_cached(sql)?.query_row([program], |row| row.get(0))?;
    let last = today.year() - 1;
    let first = first.map_or(last, crate::values::Day::year).min(last);
    Ok((first..=last).rev().collect())
}
