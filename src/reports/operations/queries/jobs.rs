//! The work at clients: the last count of each in a span, with its positions and what is enough to live in its county.

use crate::error::Result;
use crate::reports::Span;
use crate::reports::operations::book::Counted;
use crate::values::Day;
use crate::workers::quality::Quality;
use rusqlite::{Connection, named_params};

/// The last count of each business, of a program by row key or of all of them, whose work somebody described.
pub(super) fn jobs(conn: &Connection, program: Option<i64>, span: Span) -> Result<Vec<Counted>> {
    let sql = "
        SELECT job_snapshot.id, job_snapshot.business_id, job_snapshot.workers, job_snapshot.on_day, business.county_fips
        FROM job_snapshot
        JOIN business ON business.id = job_snapshot.business_id
        WHERE job_snapshot.program_id IS NOT NULL
          AND (:program IS NULL OR job_snapshot.program_id = :program)
          AND job_snapshot.undone_at IS NULL
          AND job_snapshot.on_day BETWEEN :first AND :last
          AND EXISTS (SELECT 1 FROM job_position WHERE job_position.snapshot_id = job_snapshot.id)
        ORDER BY job_snapshot.business_id, job_snapshot.on_day, job_snapshot.id";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! { ":program": program, ":first": span.first, ":last": span.last })?;
    let mut counted: Vec<Counted> = Vec::new();
    while let Some(row) = rows.next()? {
        let (count, business, workers, on): (i64, i64, i64, Day) =
            (row.get("id")?, row.get("business_id")?, row.get("workers")?, row.get("on_day")?);
        let fips: Option<String> = row.get("county_fips")?;
        let living = match &fips {
            Some(fips) => crate::wages::queries::living_wage(conn, fips, i64::from(on.year()))?,
            None => None,
        };
        let positions = crate::workers::queries::positions(conn, count)?;
        let works = positions.iter().map(|position| &position.work);
        let quality = Quality::of(workers, works, living.as_ref().map(|living| living.hourly_cents));
        let compared = living.map(|living| format!("{}, {}, for {}", living.source, living.year, living.household));
        // The later count of a business takes the place of the one before it.
        if counted.last().is_some_and(|before| before.business == business) {
            counted.pop();
        }
        counted.push(Counted { business, quality, compared });
    }
    Ok(counted)
}
