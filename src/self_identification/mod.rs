//! The pages where people say who they are, if they want to: by private link, on a device that is handed over, or on their own pages.
//! What they say goes behind the wall. Only a mailed code ever shows it again, and only to them.
//!
//! Answered, declined, skipped, not asked and unknown are five different things, from the form to the report.

mod forms;
pub mod queries;
pub mod routes;
mod telling;
pub mod views;
mod way;

pub use routes::routes;

use crate::firewall::{Asked, Facts, Saved};
use crate::values::{Email, Question};

/// Whose page it is, what is asked, what the notice says, and what may be said about earlier answers: only when.
#[derive(Debug, Clone)]
pub struct Sitting {
    /// Row key of the person.
    pub person: i64,
    /// The program that speaks to them, by row key: the first that they are a client of.
    pub program: Option<i64>,
    /// What is asked.
    pub asked: Asked,
    /// What they replied to, and when.
    pub saved: Vec<Saved>,
    /// What the notice is made of now.
    pub facts: Facts,
    /// Its version.
    pub version: String,
    /// What the notice was made of when they answered, where it was another one.
    pub before: Option<Facts>,
    /// Who can be asked about data.
    pub ask: Option<Email>,
}

impl Sitting {
    /// What they replied to a question, if anything; only when.
    pub fn on(&self, question: Question) -> Option<&Saved> {
        self.saved.iter().find(|saved| saved.question == question)
    }

    /// True when something was answered under another notice than the one in force.
    pub fn is_asked_again(&self) -> bool {
        self.saved.iter().any(|saved| saved.is_under_another(&self.version))
    }

    /// The question after this one; none after the last.
    pub fn after(&self, question: Question) -> Option<Question> {
        self.asked.questions.iter().copied().find(|next| *next > question)
    }
}

/// What a client's page may tell of an owner: how many questions have a reply, never which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// Questions with an answer, or with the words that the person prefers not to.
    pub saved: usize,
    /// Questions that are asked.
    pub of: usize,
    /// Some of it was read out to staff.
    pub has_read_out: bool,
}
