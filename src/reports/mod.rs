//! The equity report, first edition: who is reached and who gets what, by race and ethnicity and by sex, inside the organization.
//!
//! Why closed calendar years only: nothing yet remembers what was published before, so a report made a week later could be
//! subtracted from this one. A closed year has one answer. Everything without demographics is exact and live.

pub mod benchmarks;
mod document;
pub mod make;
pub mod operations;
mod queries;
pub mod referrals;
pub mod routes;
mod views;

pub use document::document;
pub use make::{Audience, Format, make};
pub use routes::routes;
pub use views::printed;

use crate::equity::coverage::Coverage;
use crate::equity::findings::Finding;
use crate::equity::{Dimension, Tables};
use crate::firewall::Declaration;
use crate::resources::queries::SourceTotal;
use crate::values::{Day, Period, Question};

/// A report on one closed year.
#[derive(Debug, Clone)]
pub struct Report {
    /// Whose.
    pub organization: String,
    /// Which program; all of them where empty.
    pub program: Option<String>,
    /// Which year.
    pub period: Period,
    /// k: no line describes fewer businesses.
    pub threshold: u32,
    /// Exact figures without demographics.
    pub totals: Totals,
    /// Who pays, exact.
    pub sources: Vec<SourceTotal>,
    /// By race and ethnicity, then by sex.
    pub dimensions: Vec<Section>,
    /// Questions of which no measure is made: how many answered, and why the others did not.
    pub others: Vec<(Question, Coverage)>,
    /// The program's clients beside the businesses of the area; nothing where the program chose no benchmark.
    pub compared: Option<benchmarks::compare::Compared>,
    /// What the organization declares about who guards the data, if its roles are not kept apart.
    pub declaration: Option<Declaration>,
}

/// The protected tables of one dimension, and the sentences computed from them.
#[derive(Debug, Clone)]
pub struct Section {
    /// Which dimension.
    pub dimension: Dimension,
    /// Its tables.
    pub tables: Tables,
    /// At most five sentences on each rate.
    pub findings: Vec<Finding>,
}

/// Counts of a period that carry no demographics.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Totals {
    /// Businesses enrolled on some day of the period.
    pub businesses: i64,
    /// Awards.
    pub deployments: i64,
    /// Dollars awarded.
    pub awarded_cents: i64,
    /// Dollars delivered. `None` where no delivery is on record, which is not the same as nothing delivered.
    pub delivered_cents: Option<i64>,
    /// Services.
    pub services: i64,
    /// Advisor time.
    pub minutes: i64,
    /// Referrals that a partner decided on.
    pub decided: i64,
    /// Of these, accepted.
    pub accepted: i64,
}

impl Report {
    /// What is declared, as every form of the report prints it.
    fn declared(&self) -> Option<String> {
        let declared = self.declaration.as_ref()?;
        let outside = declared.outside.as_ref().map(|outside| format!(" Outside of it, {outside} agrees to every look at an answer."));
        Some(format!(
            "This organization declares that who guards people's answers also works with clients. Why: {}{}",
            declared.reason,
            outside.unwrap_or_default()
        ))
    }
}

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
