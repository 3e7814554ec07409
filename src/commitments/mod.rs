//! Commitments: what a client promised in return for a resource, such as a lease or a grant, when that is looked at, and what was found.
//!
//! A commitment is looked at on its check days and on its last day. What was found is written down once for each day and stays.

pub mod form;
pub mod queries;
pub mod routes;
mod views;

pub use routes::routes;

use crate::values::{ClientId, CommitmentFound, CommitmentId, Day, DeploymentId, Instant};

/// What is known of a commitment: all that a form may change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// What was promised.
    pub what: String,
    /// How many, where it can be counted.
    pub amount: Option<i64>,
    /// By when.
    pub due_on: Day,
    /// When somebody looks, each once and in order; the last of them is the day it is due.
    pub checks: Vec<Day>,
}

/// What was found on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Kept, partly, or broken.
    pub answer: CommitmentFound,
    /// How many there were.
    pub amount: Option<i64>,
    /// In words.
    pub words: Option<String>,
}

/// A day on which somebody looks.
#[derive(Debug, Clone)]
pub struct Check {
    /// The day.
    pub on: Day,
    /// What was found; nothing while nobody looked.
    pub found: Option<Found>,
    /// Who looked, and when it was written down.
    pub by: Option<(String, Instant)>,
}

/// A commitment.
#[derive(Debug, Clone)]
pub struct Commitment {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: CommitmentId,
    /// Row key of the program.
    pub program: i64,
    /// Business: row key, address and name.
    pub client: (i64, ClientId, String),
    /// Resource: address and what it is.
    pub resource: (DeploymentId, String),
    /// Row key and name of whoever wrote it down.
    pub author: (i64, String),
    /// What was promised.
    pub what: String,
    /// How many.
    pub amount: Option<i64>,
    /// By when.
    pub due_on: Day,
    /// Its check days, in order.
    pub checks: Vec<Check>,
    /// When it was taken back.
    pub undone_at: Option<Instant>,
    /// Counts edits.
    pub version: i64,
    /// When it was written down.
    pub created_at: Instant,
}

impl Commitment {
    /// What was found last.
    pub fn standing(&self) -> Option<&Found> {
        self.checks.iter().rev().find_map(|check| check.found.as_ref())
    }

    /// The first day that nobody looked on.
    pub fn next_check(&self) -> Option<Day> {
        self.checks.iter().find(|check| check.found.is_none()).map(|check| check.on)
    }

    /// What a form shows again.
    pub fn facts(&self) -> Facts {
        let checks = self.checks.iter().map(|check| check.on).collect();
        Facts { what: self.what.clone(), amount: self.amount, due_on: self.due_on, checks }
    }
}

/// A check day that has come, for the list of what needs somebody.
#[derive(Debug, Clone)]
pub struct Due {
    /// Address of the commitment.
    pub id: CommitmentId,
    /// Name of the client.
    pub client: String,
    /// What was promised.
    pub what: String,
    /// The day.
    pub on: Day,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn check(on: &str, answer: Option<CommitmentFound>) -> Check {
        Check { on: day(on), found: answer.map(|answer| Found { answer, amount: None, words: None }), by: None }
    }

    #[test]
    fn it_stands_by_the_last_look_and_waits_for_the_next() {
        let mut commitment = Commitment {
            key: 1,
            id: CommitmentId::from_bits([1; 16]),
            program: 1,
            client: (1, ClientId::from_bits([1; 16]), String::new()),
            resource: (DeploymentId::from_bits([1; 16]), String::new()),
            author: (1, String::new()),
            what: "Three jobs".to_owned(),
            amount: Some(3),
            due_on: day("2027-06-30"),
            checks: vec![check("2026-12-31", Some(CommitmentFound::Partly)), check("2027-06-30", None)],
            undone_at: None,
            version: 1,
            created_at: Instant::from_millis(0),
        };
        assert_eq!(commitment.standing().map(|found| found.answer), Some(CommitmentFound::Partly));
        assert_eq!(commitment.next_check(), Some(day("2027-06-30")));
        commitment.checks[1] = check("2027-06-30", Some(CommitmentFound::Kept));
        assert_eq!(commitment.standing().map(|found| found.answer), Some(CommitmentFound::Kept));
        assert_eq!(commitment.next_check(), None);
    }
}
