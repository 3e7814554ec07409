//! A program looks at its own equity at each of its stages: who pays, who benefits, who decides, what changed because of it, who signed.
//!
//! A signature stands under the words as they were read: whoever changes them asks for it again.

pub mod form;
pub mod queries;
pub mod routes;
mod views;

pub use routes::routes;

use crate::values::{Day, EquityCheckId, Instant, ProgramStage};

/// What somebody found: all that a form may change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// At which stage.
    pub stage: ProgramStage,
    /// The day.
    pub on: Day,
    /// Who pays, and who bears a cost.
    pub who_pays: String,
    /// Who benefits, and who is left out.
    pub who_benefits: String,
    /// Who decides, and who is not asked.
    pub who_decides: String,
    /// What changed because of it.
    pub what_changed: Option<String>,
}

/// A check.
#[derive(Debug, Clone)]
pub struct Check {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: EquityCheckId,
    /// Row key and name of the program.
    pub program: (i64, String),
    /// What was found.
    pub facts: Facts,
    /// Row key and name of whoever wrote it down.
    pub author: (i64, String),
    /// How many signed it as it stands.
    pub signed: i64,
    /// When it was taken back.
    pub undone_at: Option<Instant>,
    /// Counts edits.
    pub version: i64,
}

/// A name under a check.
#[derive(Debug, Clone)]
pub struct Signature {
    /// Row key and name.
    pub by: (i64, String),
    /// When.
    pub at: Instant,
    /// True where the words have not been changed since.
    pub is_current: bool,
}
