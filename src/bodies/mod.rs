//! Who decides: bodies with their members, the days they meet, and what they decide and why. A member's public words about themselves are
//! theirs alone: nobody else writes them, they are shown by their own yes, and counted nowhere.

pub mod form;
pub mod queries;
mod routes;
mod views;

pub use routes::routes;

use crate::values::{
    BodyId, Day, DecisionAbout, DecisionId, DeploymentId, Instant, MeetingId, MemberId, ResourceKind, Seat, SpeaksFor, Unit,
};

/// The edition of what a member reads before they agree. Whoever changes what it says counts this up.
pub const NOTICE: i64 = 1;

/// How many characters a member's words may have.
pub const MOST_WORDS: usize = 300;

/// A seat for one term.
#[derive(Debug, Clone)]
pub struct Member {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: MemberId,
    /// Row key, address and name of the body.
    pub body: (i64, BodyId, String),
    /// Program, by row key.
    pub program: i64,
    /// What is known of it.
    pub facts: MemberFacts,
    /// When the name was removed.
    pub name_gone_at: Option<Instant>,
    /// The newest link to their own page, by row key.
    pub link: Option<i64>,
    /// What they say of themselves, while they agree.
    pub statement: Option<Statement>,
    /// Counts edits.
    pub version: i64,
}

/// What is known of a seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberFacts {
    /// Who holds it. Nothing once the name was removed.
    pub name: Option<String>,
    /// Which seat.
    pub seat: Seat,
    /// For whom it speaks.
    pub speaks_for: Option<SpeaksFor>,
    /// First day of the term.
    pub from: Day,
    /// Its last day.
    pub to: Option<Day>,
}

/// What a member says of themselves, as they wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Their words.
    pub words: String,
    /// When they last agreed.
    pub agreed_at: Instant,
}

impl MemberFacts {
    /// The name, or what stands for it.
    pub fn named(&self) -> &str {
        self.name.as_deref().unwrap_or("Name removed")
    }

    /// True where the term holds that day.
    pub fn holds(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// A day on which a body met.
#[derive(Debug, Clone)]
pub struct Meeting {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: MeetingId,
    /// Row key, address and name of the body.
    pub body: (i64, BodyId, String),
    /// Program, by row key.
    pub program: i64,
    /// The day.
    pub on: Day,
    /// What was said.
    pub minutes: Option<String>,
    /// How many decisions.
    pub decisions: i64,
    /// Counts edits.
    pub version: i64,
}

/// What was decided.
#[derive(Debug, Clone)]
pub struct Decision {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: DecisionId,
    /// Row key, address and day of the meeting.
    pub meeting: (i64, MeetingId, Day),
    /// Row key, address and name of the body.
    pub body: (i64, BodyId, String),
    /// Program, by row key.
    pub program: i64,
    /// What was written down.
    pub facts: DecisionFacts,
    /// The decision it takes the place of.
    pub corrects: Option<DecisionId>,
    /// The decision that took its place.
    pub corrected_by: Option<DecisionId>,
    /// Who wrote it down.
    pub author: String,
}

/// What is written down of a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionFacts {
    /// About what.
    pub about: DecisionAbout,
    /// What was decided.
    pub decision: String,
    /// Why.
    pub reason: Option<String>,
    /// Votes for, against, and abstained.
    pub votes: [Option<i64>; 3],
    /// Who took no part, by row key, and why.
    pub recused: Vec<(i64, String)>,
}

/// A resource that a decision is about. It names no client: whoever needs to see them opens it.
#[derive(Debug, Clone)]
pub struct Awarded {
    /// Address.
    pub id: DeploymentId,
    /// What kind.
    pub kind: ResourceKind,
    /// What the amounts count.
    pub unit: Unit,
    /// The latest amount.
    pub amount: Option<i64>,
    /// When awarded.
    pub on: Option<Day>,
    /// Counts edits.
    pub version: i64,
}
