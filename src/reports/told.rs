//! What a report keeps of one period for its readers, and no more: everything else is computed from it anew, each time it is opened.

use super::benchmarks::available::Chosen;
use super::operations::Figures;
use crate::equity::catalogue::Account;
use crate::values::Day;
use serde::{Deserialize, Serialize};

/// What is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Told {
    pub cover: Cover,
    /// The counts and sums that may be told. Nothing about groups of people comes from anywhere else.
    pub account: Account,
    /// Everything without demographics, exact; nothing where a release leaves it out.
    pub exact: Option<Figures>,
    /// What clients are compared with; nothing where the program chose no benchmark.
    pub compared: Option<Chosen>,
    /// What the program says about its figures, in its own words.
    pub context: Option<String>,
    /// What it will do about them.
    pub answer: Option<String>,
}

/// What stands on the cover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    pub organization: String,
    /// All of them where empty.
    pub program: Option<String>,
    /// As the period is called: "2025", "July to September 2025".
    pub period: String,
    pub first: Day,
    pub last: Day,
    /// How many years stand together.
    pub years: u8,
    /// The day on which the figures were made.
    pub as_of: Day,
    /// Under which it is found again.
    pub code: String,
    /// Which edition of the program made it.
    pub version: String,
    /// The last event of the record when it was made, as hexadecimal digits: what came later changes nothing of it.
    pub audit_head: String,
    /// For whom it is: "the public".
    pub readers: String,
    /// "Internal: not to be passed on."
    pub passing_on: String,
    /// What is declared about who guards the data, if roles are not kept apart.
    pub declared: Option<String>,
    /// What else a release states of itself: its number in the ledger, its snapshot, what was left out.
    pub stated: Vec<(String, String)>,
}

impl Told {
    /// "Riverton Makers, City of Riverton, 2025."
    pub fn about(&self) -> String {
        let Cover { organization, program, period, readers, passing_on, .. } = &self.cover;
        let program = program.as_deref().unwrap_or("All programs");
        format!("{program}, {organization}, {period}. For {readers}. {passing_on}").trim_end().to_owned()
    }
}
