//! What may be told about one period to one audience: the only figures about groups of people that a report is made from.

use super::{Class, Count, Place, Plan, Point};
use crate::values::{Complaint, Question, Vocabulary};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is told of one line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Told {
    /// Exactly this.
    Shown(u32),
    /// The figure of an earlier release: it has changed, by too few to show.
    Unchanged(u32),
    /// Nothing. It is counted in the totals.
    Hidden,
}

/// A question that is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Written", try_from = "Written")]
pub struct Asked {
    pub question: Question,
    /// The programs that ask it; none where no program is told apart.
    pub programs: Vec<u16>,
}

/// The same as it is kept: the question by its word.
#[derive(Serialize, Deserialize)]
struct Written {
    question: String,
    programs: Vec<u16>,
}

impl From<Asked> for Written {
    fn from(asked: Asked) -> Self {
        Self { question: asked.question.code().to_owned(), programs: asked.programs }
    }
}

impl TryFrom<Written> for Asked {
    type Error = Complaint;

    fn try_from(written: Written) -> Result<Self, Complaint> {
        Ok(Self { question: Question::parse(&written.question)?, programs: written.programs })
    }
}

/// Everything told about a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// No count from 1 to below this is told, or follows from what is.
    pub threshold: u32,
    pub plan: Plan,
    /// Names of areas and of programs, in the order of their numbers.
    pub areas: Vec<String>,
    pub programs: Vec<String>,
    /// The questions that are asked, each with the numbers of the programs that ask it.
    pub asked: Vec<Asked>,
    /// By the ids of the list.
    pub counts: BTreeMap<String, Told>,
    /// Cents awarded to the businesses of a class, by the class's code. Absent: hidden.
    pub cents: BTreeMap<String, i64>,
}

impl Account {
    /// What is told of a count. A line that the plan does not ask for is hidden.
    #[must_use]
    pub fn told(&self, point: Point, class: Class, place: Place) -> Told {
        self.counts.get(&Count { point, class, place }.id()).copied().unwrap_or(Told::Hidden)
    }

    /// A count everywhere, if it is told.
    #[must_use]
    pub fn count(&self, point: Point, class: Class) -> Option<u32> {
        self.count_in(point, class, Place::Everywhere)
    }

    /// A count somewhere, if it is told.
    #[must_use]
    pub fn count_in(&self, point: Point, class: Class, place: Place) -> Option<u32> {
        match self.told(point, class, place) {
            Told::Shown(count) | Told::Unchanged(count) => Some(count),
            Told::Hidden => None,
        }
    }

    /// Cents awarded to a class, if they are told.
    #[must_use]
    pub fn cents(&self, class: Class) -> Option<i64> {
        self.cents.get(&class.code()).copied()
    }

    /// How many lines are told, of how many.
    #[must_use]
    pub fn shown(&self) -> (usize, usize) {
        (self.counts.values().filter(|told| **told != Told::Hidden).count(), self.counts.len())
    }
}
