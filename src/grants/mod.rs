//! Grants: what a funder gave a program money for, until when, what was promised for it, and how far it is.
//!
//! A goal is set in a listed measure and counted live: nobody types how far they are. What is filed with the funder stands elsewhere.

pub mod form;
mod pace;
pub mod queries;
pub mod routes;
mod views;

pub use pace::{Pace, pace};
pub use routes::routes;

use crate::values::{Cents, Day, GrantDueId, GrantGoalId, GrantId, Instant, ListedMeasure};

/// What is known of a grant: all that a form may change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// What it is called.
    pub name: String,
    /// The funder's number of it.
    pub number: Option<String>,
    /// Who pays, by row key of a funding source of the program.
    pub source: Option<i64>,
    /// First day.
    pub from_on: Day,
    /// Last day.
    pub to_on: Day,
    /// What it pays in all; empty where it is not money or not known.
    pub budget: Option<Cents>,
    /// What the program brings itself.
    pub matching: Option<Cents>,
    /// What it is for.
    pub words: Option<String>,
}

/// A grant.
#[derive(Debug, Clone)]
pub struct Grant {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: GrantId,
    /// Row key and name of the program.
    pub program: (i64, String),
    /// What is known.
    pub facts: Facts,
    /// Name of the funder.
    pub source: Option<String>,
    /// Row key and name of whoever wrote it down.
    pub author: (i64, String),
    /// When it was taken back.
    pub undone_at: Option<Instant>,
    /// Counts edits.
    pub version: i64,
    /// How many goals it has.
    pub goals: i64,
    /// The first day that something is due and not done.
    pub next_due: Option<Day>,
}

/// What was promised, as it is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aim {
    /// What is counted.
    pub measure: ListedMeasure,
    /// Of one kind, by its code.
    pub kind: Option<String>,
    /// In one neighborhood.
    pub place: Option<String>,
    /// Only what this grant's funder paid.
    pub is_of_source: bool,
    /// How much, in the unit of the measure.
    pub target: i64,
}

/// A goal of a grant.
#[derive(Debug, Clone)]
pub struct Goal {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: GrantGoalId,
    /// What was promised.
    pub aim: Aim,
    /// Counts edits.
    pub version: i64,
}

/// A goal with how far it is.
#[derive(Debug, Clone)]
pub struct Standing {
    /// The goal.
    pub goal: Goal,
    /// Counted until today, or until the last day of the grant.
    pub actual: i64,
    /// Beside the time that has gone by.
    pub pace: Pace,
}

/// Something to hand in.
#[derive(Debug, Clone)]
pub struct Due {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: GrantDueId,
    /// What.
    pub what: String,
    /// By when.
    pub due_on: Day,
    /// When it was handed in, and who says so.
    pub done: Option<(Day, String)>,
    /// Counts edits.
    pub version: i64,
}

/// Something to hand in soon, for the list of what needs somebody.
#[derive(Debug, Clone)]
pub struct Soon {
    /// Address of the grant.
    pub grant: GrantId,
    /// What it is called.
    pub name: String,
    /// What.
    pub what: String,
    /// By when.
    pub due_on: Day,
}

/// What this grant's funder paid in its days, in cents, and the advisors' time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spent {
    /// Promised to clients.
    pub awarded_cents: i64,
    /// Handed over to clients.
    pub delivered_cents: i64,
    /// Time with clients, in minutes.
    pub minutes: i64,
}
