//! Releases: a closed period of the equity report, decided once for all its readers, frozen, and remembered by the publication ledger.
//!
//! - `making`: what would be told, and the release of it;
//! - `publication`: everything ever told to one kind of readers, in a form that anybody can attack;
//! - `audit`: whether all of it is what it was, and keeps what it should;
//! - `files`: the bytes that are handed out, each made once;
//! - `merges`: what a longer period or more programs would bring back.
//!
//! Nothing about groups of people leaves the house but through here.

pub mod audit;
mod counts;
pub mod files;
pub mod making;
pub mod obtain;
pub mod publication;
pub mod queries;

pub use making::{Asked, Draft, Progress};

use crate::values::{Day, Instant, Period, ReleaseAudience, ReleaseId, ReleasePlan};

/// A release, as lists and pages name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Row key.
    pub key: i64,
    /// The code under which it is found again.
    pub id: ReleaseId,
    /// Row key of its program; all of them where empty.
    pub program: Option<i64>,
    pub program_name: Option<String>,
    pub period: Period,
    pub years: u8,
    pub first: Day,
    pub last: Day,
    pub plan: ReleasePlan,
    pub made_by: String,
    pub made_at: Instant,
    /// The release of the same period before it, and why there is another.
    pub corrects: Option<i64>,
    pub reason: Option<String>,
    /// For each kind of readers, how many lines are told, and of how many.
    pub told: Vec<(ReleaseAudience, u32, u32)>,
}
