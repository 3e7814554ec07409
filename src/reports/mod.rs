//! The equity report: who is reached and who gets what, by race and ethnicity and by sex.
//!
//! Figures by group are made of closed periods and released once ([`releases`]); everything without demographics is exact and live
//! ([`operations`]).

pub mod benchmarks;
mod document;
mod format;
pub mod funding;
pub mod operations;
mod queries;
pub mod referrals;
pub mod releases;
pub mod routes;
pub mod told;
mod views;

pub use document::told;
pub use format::Format;
pub use routes::routes;

use crate::firewall::Declaration;
use crate::values::Day;

/// The days a report counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
}

impl Span {
    /// Whether a day lies in it, or on its edge.
    pub fn holds(self, day: Day) -> bool {
        (self.first..=self.last).contains(&day)
    }
}

/// What is declared about who guards the data, as every form of the report prints it.
pub fn declared(declared: &Declaration) -> String {
    let outside = declared.outside.as_ref().map(|outside| format!(" Outside of it, {outside} agrees to every look at an answer."));
    format!(
        "This organization declares that who guards people's answers also works with clients. Why: {}{}",
        declared.reason,
        outside.unwrap_or_default()
    )
}
