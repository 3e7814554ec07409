//! What a release states beside its figures: what is on record and not counted, and up to where the record goes.

use crate::error::Result;
use crate::reports::Span;
use rusqlite::{Connection, OptionalExtension, named_params};

/// What is on record of a program, or of all, and not counted in a span.
pub struct LeftOut {
    pub not_enrolled: u32,
    pub without_a_day: u32,
    pub taken_back: u32,
}

/// Counts it.
pub fn left_out(conn: &Connection, program: Option<i64>, span: Span) -> Result<LeftOut> {
    let sql = "
        SELECT (SELECT count(DISTINCT business_id) FROM enrollment WHERE :program IS NULL OR program_id = :program)
             - (SELECT count(DISTINCT business_id)
                FROM enrollment
                WHERE (:program IS NULL OR program_id = :program)
                  AND from_on <= :last AND (to_on IS NULL OR to_on >= :first)) AS not_enrolled,
               (SELECT count(*)
                FROM deployment
                WHERE (:program IS NULL OR program_id = :program)
                  AND undone_at IS NULL AND coalesce(applied_on, awarded_on, delivered_on, refused_on) IS NULL) AS without_a_day,
               (SELECT count(*)
                FROM deployment
                WHERE (:program IS NULL OR program_id = :program)
                  AND undone_at IS NOT NULL AND awarded_on BETWEEN :first AND :last) AS taken_back";
    let params = named_params! { ":program": program, ":first": span.first, ":last": span.last };
    Ok(conn.prepare_cached(sql)?.query_row(params, |row| {
        Ok(LeftOut { not_enrolled: row.get("not_enrolled")?, without_a_day: row.get("without_a_day")?, taken_back: row.get("taken_back")? })
    })?)
}

/// The hash of the last event of the record, as hexadecimal digits.
pub fn audit_head(conn: &Connection) -> Result<String> {
    let sql = "SELECT lower(hex(hash)) AS hash FROM audit_event ORDER BY seq DESC LIMIT 1";
    Ok(conn.prepare_cached(sql)?.query_row([], |row| row.get("hash")).optional()?.unwrap_or_default())
}
