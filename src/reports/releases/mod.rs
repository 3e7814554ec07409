//! Releases: a closed period of the equity report, decided once for all its readers, frozen, and remembered by the publication ledger.
//!
//! - `gathering`: what a release is made of; `making`: what would be told of it, and the release;
//! - `publication`: everything ever told to one kind of readers, in a form that anybody can attack;
//! - `audit`: whether all of it is what it was, and keeps what it should;
//! - `files`: the bytes that are handed out, each made once;
//! - `merges`: what a longer period or more programs would bring back;
//! - `looks`: the last look at each release, so that two looks do not tell one answer;
//! - `previewing`: the work of looking at a release before it is made, and the making of it;
//! - `routes`: the releases there are, their files, and what a program says about them.
//!
//! Nothing about groups of people leaves the house but through here.

pub mod audit;
mod counts;
pub mod files;
pub mod gathering;
mod looks;
pub mod making;
pub mod merges;
pub mod obtain;
pub mod previewing;
pub mod publication;
pub mod queries;
pub mod routes;
pub(super) mod views;

pub use gathering::Asked;
pub use making::{Draft, Progress};

use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::programs::{self, Program};
use crate::reports::Span;
use crate::values::{Day, Instant, Note, Period, ProgramId, ReleaseAudience, ReleaseId, ReleasePlan, Vocabulary};
use crate::web::Complaints;
use rusqlite::Connection;

/// A release, as lists and pages name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Row key.
    pub key: i64,
    /// The code under which it is found again.
    pub id: ReleaseId,
    /// Row key of its program; all of them where empty.
    pub program: Option<i64>,
    pub program_id: Option<ProgramId>,
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

/// What a program says about a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Counts what was written.
    pub seq: i64,
    /// About its figures.
    pub context: Option<String>,
    /// What it will do.
    pub answer: Option<String>,
    pub written_by: String,
    pub at: Instant,
}

/// What is being written.
#[derive(Debug)]
pub struct NewWord {
    pub context: Option<Note>,
    pub answer: Option<Note>,
}

/// The form, as posted.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordForm {
    pub key: String,
    pub version: i64,
    pub context: String,
    pub answer: String,
}

impl WordForm {
    /// What counts now, to be changed.
    pub fn of(word: Option<&Word>) -> Self {
        Self {
            version: word.map_or(0, |word| word.seq),
            context: word.and_then(|word| word.context.clone()).unwrap_or_default(),
            answer: word.and_then(|word| word.answer.clone()).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// The words that were posted.
    pub fn parse(&self) -> std::result::Result<NewWord, Complaints> {
        let mut complaints = Complaints::default();
        let context = complaints.take("context", Note::maybe(&self.context, "what you say about the figures")).flatten();
        let answer = complaints.take("answer", Note::maybe(&self.answer, "what you will do")).flatten();
        complaints.or(Some(NewWord { context, answer }))
    }
}

/// What a manager may release.
#[derive(Debug, Clone)]
pub struct Reach {
    /// The programs they manage.
    pub programs: Vec<Program>,
    /// Whether these are all there are: then they may release all of them together, where they are several.
    pub is_all: bool,
}

impl Reach {
    /// Of a viewer.
    pub fn of(conn: &Connection, viewer: &Viewer) -> Result<Self> {
        let all = programs::queries::list(conn)?;
        let number = all.len();
        let programs: Vec<Program> = all.into_iter().filter(|program| viewer.manages(program.key)).collect();
        Ok(Self { is_all: programs.len() == number && number > 0, programs })
    }

    /// Whether all programs can be taken together.
    pub fn joins(&self) -> bool {
        self.is_all && self.programs.len() > 1
    }

    /// Whether a release of this program, or of all of them, is for this viewer.
    pub fn holds(&self, program: Option<i64>) -> bool {
        program.map_or(self.is_all, |key| self.programs.iter().any(|program| program.key == key))
    }

    /// A release by its code. Another program's looks exactly like none.
    pub fn find(&self, conn: &Connection, id: &ReleaseId) -> Result<Release> {
        let release = queries::find(conn, id)?;
        if self.holds(release.program) { Ok(release) } else { Err(Error::NotFound) }
    }
}

/// The readers who are told of a period. Why a month is for staff alone: so many periods of so few clients would leave nothing to tell of
/// quarters and years, which is what others ask for.
#[must_use]
pub fn told_to(period: Period) -> &'static [ReleaseAudience] {
    match period {
        Period::Month(..) => &[ReleaseAudience::Internal],
        Period::Year(_) | Period::Quarter(..) | Period::Fiscal(_) => ReleaseAudience::ALL,
    }
}

/// Refuses readers who are not told of a period.
pub fn check_readers(period: Period, readers: ReleaseAudience) -> Result<()> {
    if told_to(period).contains(&readers) {
        return Ok(());
    }
    Err(Error::Rejected(format!(
        "{period} is a month. Months are for staff of this organization alone. For {}, take its quarter or its year.",
        readers.label()
    )))
}

impl Release {
    /// Where it is read.
    pub fn address(&self) -> String {
        format!("/reports/releases/{}", self.id)
    }

    /// "2025", "2023 to 2025".
    pub fn period_words(&self) -> String {
        named(self.period, Span { first: self.first, last: self.last }, self.years)
    }
}

/// "2025", "2023 to 2025", "July to September 2025", "October 2024 to September 2025 (fiscal year 2025)".
pub(super) fn named(period: Period, span: Span, years: u8) -> String {
    match period {
        Period::Year(year) if years > 1 => format!("{} to {year}", span.first.year()),
        Period::Year(year) => year.to_string(),
        Period::Quarter(year, quarter) => format!("quarter {quarter} of {year}"),
        Period::Month(..) => span.first.date().strftime("%B %Y").to_string(),
        Period::Fiscal(year) => format!("federal fiscal year {year}, October {} to September {year}", span.first.year()),
    }
}
