//! The way of every business through a program in some days: what the publication ledger counts. Nothing in it says who anybody is.

use super::queries::{Areas, book};
use crate::equity::catalogue::Way;
use crate::error::Result;
use crate::reports::Span;
use crate::values::{Day, Zone};
use rusqlite::Connection;

/// The way of every business that was enrolled on some day of a span, by row key; of a program, or of all of them.
///
/// - `as_of` is the day the figures are made: who joined less than 90 days before it is not followed far enough to count waits of;
/// - `areas` and `programs` (row keys, at most 32) are the lists by whose numbers places are named.
///
/// A referral counts where it was sent, decided, ended or disputed in the span; drafts, mistakes, duplicates and undone events do not.
pub fn ways(
    conn: &Connection,
    program: Option<i64>,
    span: Span,
    as_of: Day,
    areas: &Areas,
    programs: &[i64],
    zone: &Zone,
) -> Result<Vec<(i64, Way)>> {
    Ok(book(conn, program, span, zone)?.ways(span, as_of, areas, programs))
}
