//! Operational figures: exact and live for any days, and without a word on who anybody is.
//!
//! - `queries` reads rows; `book` holds them, and finds the way of each business;
//! - `ways` is what the publication ledger counts;
//! - `figures` is what is shown and frozen; `measure` and `place` find it in a book, `chosen` in what the community chose to look at.

mod book;
mod chosen;
pub mod document;
pub mod figures;
mod measure;
mod place;
mod queries;
mod routes;
mod views;
mod ways;

pub use figures::Figures;
pub use queries::Areas;
pub use routes::routes;
pub(super) use routes::{period as period_words, span as span_of};
pub use ways::ways;

use super::Span;
use crate::error::Result;
use crate::places::ZoneSet;
use crate::referrals::Kind;
use crate::values::{Day, Zone};
use rusqlite::Connection;

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct Only {
    /// The program, by row key; all of them where empty.
    pub program: Option<i64>,
    /// What is said of referrals is said of those of one kind.
    pub kind: Option<Kind>,
    /// The set of zones that places are told by; without one there are neighborhoods alone.
    pub set: Option<ZoneSet>,
    /// Businesses in one zone of the set, by its name.
    pub zone: Option<String>,
}

/// Every figure of a span, as it is on record now. `as_of` is the day who still waits is counted to.
pub fn operations(conn: &Connection, only: &Only, span: Span, as_of: Day, zone: &Zone) -> Result<Figures> {
    let mut book = queries::book(conn, only.program, span, zone)?;
    let zones = match &only.set {
        Some(set) => Some((set.name.as_str(), Areas::zones(conn, set.key, span.last)?)),
        None => None,
    };
    let place = only.zone.as_ref().zip(zones.as_ref()).map(|(name, (_, areas))| areas.names.iter().position(|other| other == name));
    let is_in = |business: i64| {
        let area = || zones.as_ref().and_then(|(_, areas)| areas.of(business)).map(usize::from);
        place.is_none_or(|place| place.is_some() && area() == place)
    };
    book.narrow(is_in, only.kind);
    let (partners, neighborhoods) = (queries::partner_types(conn)?, Areas::neighborhoods(conn, only.program, span)?);
    let zones = zones.as_ref().filter(|(_, areas)| !areas.names.is_empty()).map(|(name, areas)| (*name, areas));
    let around = measure::Around { span, as_of, partners: &partners, zones, neighborhoods: &neighborhoods };
    Ok(Figures { indicators: chosen::indicators(conn, only.program, span, as_of, zone)?, ..measure::figures(&book, &around) })
}

#[cfg(test)]
mod tests;
