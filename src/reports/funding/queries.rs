//! Every resource of a program that stands, in SQL. Nothing here says who anybody is.

use super::Given;
use crate::error::Result;
use crate::resources::days::Steps;
use crate::resources::{Brought, Step};
use rusqlite::{Connection, Row, named_params};

fn read(row: &Row<'_>) -> rusqlite::Result<Given> {
    Ok(Given {
        kind: row.get("kind")?,
        unit: row.get("unit")?,
        source: row.get("funding_source_id")?,
        steps: Steps {
            applied: Step { amount: row.get("applied")?, on: row.get("applied_on")? },
            awarded: Step { amount: row.get("awarded")?, on: row.get("awarded_on")? },
            delivered: Step { amount: row.get("delivered")?, on: row.get("delivered_on")? },
            refused_on: row.get("refused_on")?,
        },
        brought: Brought {
            matched: row.get("match_cents")?,
            deposit: row.get("deposit_cents")?,
            fees: row.get("fees_cents")?,
            guarantee: row.get("guarantee")?,
            guarantee_cents: row.get("guarantee_cents")?,
        },
    })
}

/// Every resource of a program, by row key, that was not taken back.
pub fn rows(conn: &Connection, program: i64) -> Result<Vec<Given>> {
    let sql = "
        SELECT kind, unit, funding_source_id, applied, applied_on, awarded, awarded_on, delivered, delivered_on, refused_on, match_cents,
               deposit_cents, fees_cents, guarantee, guarantee_cents
        FROM deployment
        WHERE program_id = :program
          AND undone_at IS NULL
        ORDER BY id";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! { ":program": program }, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
