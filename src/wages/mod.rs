//! What people need to earn to live in a county: tables that somebody imported, each with its source, its year and for whom it is enough.
//!
//! Why the figures are imported and never shipped: they are published by others, change every year, and differ by the household they are
//! reckoned for. A comparison names all three, or it is none.

mod form;
pub mod queries;
mod reading;
pub mod routes;
mod views;

pub use reading::{LARGEST, Row, read};
pub use routes::routes;

use crate::values::{Instant, LivingWageTableId};

/// A table, from one file.
#[derive(Debug, Clone)]
pub struct Table {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: LivingWageTableId,
    /// What was said about it.
    pub said: Said,
    /// As the file was called.
    pub file_name: String,
    /// How many counties it has.
    pub counties: i64,
    /// Wages are compared with it.
    pub is_compared: bool,
    /// When it was taken back.
    pub undone_at: Option<Instant>,
    /// Counts edits.
    pub version: i64,
    /// When it was imported.
    pub imported_at: Instant,
}

/// What whoever imports a table says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Who published it.
    pub source: String,
    /// For which year.
    pub year: i64,
    /// For whom it is enough.
    pub household: String,
    /// From where.
    pub url: Option<String>,
}

/// What an hour is compared with in one county.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LivingWage {
    /// For an hour, in cents.
    pub hourly_cents: i64,
    /// Where.
    pub county: String,
    /// Who published it.
    pub source: String,
    /// For which year.
    pub year: i64,
    /// For whom it is enough.
    pub household: String,
}
