//! What operational figures and the ways of businesses are counted from, in SQL: each a read once through its table. Nothing here says
//! who anybody is.

mod areas;
mod awards;
mod decides;
mod jobs;

pub use areas::Areas;
pub use awards::awards;
use jobs::jobs;

use super::book::{Book, Enrolled, Served};
use crate::error::Result;
use crate::reports::Span;
use crate::values::{Day, PartnerType, Zone};
use rusqlite::{Connection, named_params};
use std::collections::{BTreeMap, HashMap};

/// Everything of a program, by row key, or of all of them, in a span.
pub fn book(conn: &Connection, program: Option<i64>, span: Span, zone: &Zone) -> Result<Book> {
    Ok(Book {
        enrolled: enrolled(conn, program, span)?,
        first_served: first_served(conn, program)?,
        served: served(conn, program, span)?,
        awards: awards(conn, program, span)?,
        decides: decides::decides(conn, program, span)?,
        passages: crate::referrals::queries::passages(conn, program, span.first, span.last, zone)?,
        jobs: jobs(conn, program, span)?,
    })
}

/// Businesses enrolled on some day of the span.
fn enrolled(conn: &Connection, program: Option<i64>, span: Span) -> Result<BTreeMap<i64, Enrolled>> {
    let sql = "
        SELECT business_id, program_id, from_on, from_on <= :last AND (to_on IS NULL OR to_on >= :first) AS is_in
        FROM enrollment
        WHERE (:program IS NULL OR program_id = :program)
          AND from_on <= :last
        ORDER BY business_id, program_id";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! { ":program": program, ":first": span.first, ":last": span.last })?;
    let mut all: BTreeMap<i64, Enrolled> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (business, program, from, is_in): (i64, i64, Day, bool) =
            (row.get("business_id")?, row.get("program_id")?, row.get("from_on")?, row.get("is_in")?);
        let one = all.entry(business).or_insert_with(|| Enrolled { programs: Vec::new(), first: from });
        one.first = one.first.min(from);
        one.programs.extend(is_in.then_some(program));
    }
    all.retain(|_, one| !one.programs.is_empty());
    Ok(all)
}

/// The first service of each business, whenever it was. Whoever was only prepared for has not been served.
fn first_served(conn: &Connection, program: Option<i64>) -> Result<HashMap<i64, Day>> {
    let sql = "
        SELECT business_id, min(served_on) AS served_on
        FROM service
        WHERE (:program IS NULL OR program_id = :program)
          AND business_id IS NOT NULL
          AND minutes > 0
          AND undone_at IS NULL
        GROUP BY business_id";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! { ":program": program }, |row| Ok((row.get("business_id")?, row.get("served_on")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Services of the span, by business: those in which somebody was spoken with.
fn served(conn: &Connection, program: Option<i64>, span: Span) -> Result<HashMap<i64, Served>> {
    let sql = "
        SELECT business_id, count(*) AS services, sum(minutes) AS minutes
        FROM service
        WHERE (:program IS NULL OR program_id = :program)
          AND business_id IS NOT NULL
          AND minutes > 0
          AND undone_at IS NULL
          AND served_on BETWEEN :first AND :last
        GROUP BY business_id";
    let mut statement = conn.prepare_cached(sql)?;
    let params = named_params! { ":program": program, ":first": span.first, ":last": span.last };
    let rows = statement
        .query_map(params, |row| Ok((row.get("business_id")?, Served { services: row.get("services")?, minutes: row.get("minutes")? })))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What sort of partner each is, by row key.
pub fn partner_types(conn: &Connection) -> Result<HashMap<i64, Vec<PartnerType>>> {
    let mut statement = conn.prepare_cached("SELECT partner_id, type FROM partner_type ORDER BY partner_id, id")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, i64>("partner_id")?, row.get::<_, PartnerType>("type")?)))?;
    let mut types: HashMap<i64, Vec<PartnerType>> = HashMap::new();
    for row in rows {
        let (partner, sort) = row?;
        types.entry(partner).or_default().push(sort);
    }
    Ok(types)
}
