//! Resources of a span: what was asked for, awarded or delivered in it.

use crate::error::Result;
use crate::reports::Span;
use crate::reports::operations::book::Award;
use crate::resources::Brought;
use rusqlite::{Connection, named_params};

/// Resources of a program, by row key, or of all of them, of which some day is known: those outside of the span are of use too, where
/// they were asked for in it.
pub fn awards(conn: &Connection, program: Option<i64>, span: Span) -> Result<Vec<Award>> {
    let sql = "
        SELECT deployment.business_id, deployment.program_id, deployment.kind, deployment.unit, deployment.applied, deployment.awarded,
               deployment.delivered, deployment.applied_on, deployment.awarded_on, deployment.delivered_on, deployment.refused_on, funding_source.name AS source,
               funding_source.kind AS money, deployment.deciding_body_id IS NOT NULL AS has_body,
               deployment.decision_id IS NOT NULL AS has_decision, deployment.match_cents, deployment.deposit_cents, deployment.fees_cents,
               deployment.guarantee, deployment.guarantee_cents
        FROM deployment
        LEFT JOIN funding_source ON funding_source.id = deployment.funding_source_id
        WHERE (:program IS NULL OR deployment.program_id = :program)
          AND deployment.undone_at IS NULL
          AND (deployment.applied_on BETWEEN :first AND :last
            OR deployment.awarded_on BETWEEN :first AND :last
            OR deployment.delivered_on BETWEEN :first AND :last
            OR deployment.refused_on BETWEEN :first AND :last
            OR coalesce(deployment.applied_on, deployment.awarded_on, deployment.delivered_on, deployment.refused_on) IS NULL)
        ORDER BY deployment.id";
    let mut statement = conn.prepare_cached(sql)?;
    let params = named_params! { ":program": program, ":first": span.first, ":last": span.last };
    let rows = statement.query_map(params, |row| {
        Ok(Award {
            business: row.get("business_id")?,
            program: row.get("program_id")?,
            kind: row.get("kind")?,
            unit: row.get("unit")?,
            applied: (row.get("applied")?, row.get("applied_on")?),
            awarded: (row.get("awarded")?, row.get("awarded_on")?),
            delivered: (row.get("delivered")?, row.get("delivered_on")?),
            refused_on: row.get("refused_on")?,
            source: row.get("source")?,
            money: row.get("money")?,
            is_decided: (row.get("has_body")?, row.get("has_decision")?),
            brought: Brought {
                matched: row.get("match_cents")?,
                deposit: row.get("deposit_cents")?,
                fees: row.get("fees_cents")?,
                guarantee: row.get("guarantee")?,
                guarantee_cents: row.get("guarantee_cents")?,
            },
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
