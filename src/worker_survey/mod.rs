//! The anonymous survey of workers: a poster with a code to scan, a page without a name, totals once it is over, and then nothing is left
//! of the answers.
//!
//! - `form`: what staff type about a round, and what a worker sends; `document`: the figures of a round in words and tables; `telling`: how they come about;
//! - answers lie behind the wall (`firewall::survey`), where no one of them can be told from another;
//! - what is told of them is decided by `equity::survey`, once, with everything that earlier rounds told.
//!
//! Why it is no part of anybody's case: who works where is not known here and not asked. An answer belongs to a round of a program and to
//! nothing else, so it cannot be corrected, copied or deleted for anybody; the page says so before anybody answers.

mod document;
pub mod form;
pub mod queries;
mod routes;
pub mod telling;
mod views;

pub use routes::routes;

use crate::equity::survey::lines::Lists;
use crate::values::{Day, Instant, SurveyRoundId};

/// No count of fewer workers is told: what everybody may be shown, workers and employers too.
pub const THRESHOLD: i64 = 11;
/// The fewest and the most answers that a round may take.
pub const FEWEST: i64 = 20;
pub const MOST: i64 = 2_000;
/// A round runs no longer, in days: answers do not lie around.
pub const LONGEST_DAYS: i64 = 92;
/// So many days after its last day the totals of a round must be told: else its answers are destroyed untold, as workers were promised
/// that they do not lie around.
pub const TOLD_WITHIN_DAYS: i64 = 60;
/// Why totals cannot be told any more.
const LAPSED: &str = "Nobody told the totals of this round in time, so its answers were destroyed. Open another round.";
/// Letters and digits of the link on a poster. Why so few: people type it, and all it opens is an empty form.
const TOKEN: usize = 16;

/// What staff say about a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// What staff and reports call it.
    pub title: String,
    /// First day.
    pub from: Day,
    /// Last day.
    pub until: Day,
    /// No more answers are taken.
    pub most: i64,
    /// What an hour must pay to live on, in cents, and who says so.
    pub living: Option<(u32, String)>,
}

/// A round.
#[derive(Debug, Clone)]
pub struct Round {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: SurveyRoundId,
    /// Program: row key, name and telephone.
    pub program: (i64, String, Option<String>),
    /// Who opened it.
    pub author: String,
    /// What is said about it.
    pub facts: Facts,
    /// No count of fewer workers is told.
    pub threshold: i64,
    /// When it was closed before its last day, or with its totals.
    pub closed_at: Option<Instant>,
    /// When its totals were told and its answers destroyed.
    pub released_at: Option<Instant>,
    /// When its answers were destroyed because nobody told its totals in time.
    pub lapsed_at: Option<Instant>,
    /// Counts edits.
    pub version: i64,
}

/// Where a round stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Its first day lies ahead.
    Soon,
    /// Answers are taken.
    Running,
    /// No answers are taken any more; nothing was told yet.
    Over,
    /// Its totals were told, and its answers are gone.
    Released,
    /// Nobody told its totals in time, and its answers are gone.
    Lapsed,
}

/// What came of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    /// It was taken.
    Kept,
    /// No answers are taken, or not yet.
    Shut,
    /// There are as many as the round takes.
    Full,
    /// Too many came from one place within the hour.
    Crowded,
}

impl Round {
    /// Where it stands on a day.
    pub fn state(&self, today: Day) -> State {
        if self.released_at.is_some() {
            State::Released
        } else if self.lapsed_at.is_some() {
            State::Lapsed
        } else if self.closed_at.is_some() || today > self.facts.until {
            State::Over
        } else if today < self.facts.from {
            State::Soon
        } else {
            State::Running
        }
    }

    /// The last day on which its totals can be told.
    pub fn told_by(&self) -> Day {
        self.facts.until.plus_days(TOLD_WITHIN_DAYS)
    }

    /// Everything that can be answered and is counted.
    pub fn lists(&self) -> Lists {
        Lists::of(self.facts.living.as_ref().map(|(cents, _)| *cents))
    }

    /// Where staff see it.
    pub fn address(&self) -> String {
        format!("/surveys/{}", self.id)
    }
}

impl State {
    /// In words, for staff.
    pub fn label(self) -> &'static str {
        match self {
            Self::Soon => "Not begun",
            Self::Running => "Running",
            Self::Over => "Over, totals not told yet",
            Self::Released => "Totals told, answers destroyed",
            Self::Lapsed => "Answers destroyed, totals never told",
        }
    }
}
