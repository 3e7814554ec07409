//! What the report asks of the database beside the ledger and the operational figures.

use super::Span;
use crate::error::Result;
use rusqlite::{Connection, named_params};

/// A program by row key, or all of them.
const IN_PROGRAM: &str = "(:program IS NULL OR program_id = :program)";

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
