//! Indicators: what a community chose to look at. Entrepreneurs and staff propose, entrepreneurs rank and talk, a deciding body decides.
//!
//! An indicator is counted live from listed measures, which say no word on who anybody is: nobody types a figure. What a body decided about
//! is an edition: who changes what is counted, its target or its baseline asks for another decision.
//!
//! Why proposals keep the words they came in: a manager says in measures what can be counted, and both stand side by side, so that everybody
//! sees what was lost on the way.

pub mod form;
mod line;
pub mod queries;
mod routes;
pub mod starter;
mod views;
mod words;

pub use line::{Point, is_met, last_closed, periods, value};
pub use routes::routes;
pub use words::{Per, decimal, for_every, period_words, sentence, shown};

use crate::values::{
    Day, DecisionId, EquityQuestion, IndicatorCommentId, IndicatorDirection, IndicatorId, IndicatorPer, IndicatorStatus, IndicatorVerdict,
    Instant, ListedMeasure, ProgramId,
};

/// How many proposals a client puts in order.
pub const RANKED: usize = 3;

/// What is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The measure.
    pub measure: ListedMeasure,
    /// Of one kind, by its code.
    pub kind: Option<String>,
    /// In one neighborhood.
    pub place: Option<String>,
    /// Paid by one funder: row key and name.
    pub source: Option<(i64, String)>,
}

/// How an indicator is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// What is counted.
    pub numerator: Count,
    /// For each of what; nothing where it is only counted.
    pub denominator: Option<Count>,
    /// For how long each time.
    pub per: IndicatorPer,
}

/// How it was before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline {
    /// In hundredths of what is shown.
    pub value: i64,
    /// Who says so.
    pub source: String,
    /// Of which year.
    pub year: i16,
}

/// Everything that a manager says of an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// What it is called.
    pub name: String,
    /// Which question it speaks to.
    pub question: EquityQuestion,
    /// Why it matters.
    pub why: Option<String>,
    /// How it is counted.
    pub definition: Definition,
    /// Where it should go.
    pub direction: IndicatorDirection,
    /// How it was before.
    pub baseline: Option<Baseline>,
    /// Where it should be, in hundredths of what is shown, and by when.
    pub target: Option<(i64, Day)>,
    /// May go to other cities.
    pub is_shareable: bool,
}

impl Facts {
    /// True where a body that decided about these facts decided about those too.
    pub fn is_decided_with(&self, other: &Self) -> bool {
        self.definition == other.definition
            && self.direction == other.direction
            && self.baseline == other.baseline
            && self.target == other.target
    }
}

/// Who says something: somebody of staff, or a client whose name stands there only by their own wish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// Row key and name of somebody of staff.
    pub staff: Option<(i64, String)>,
    /// Row key of the person of a client.
    pub person: Option<i64>,
    /// The name of that person, where they want it to be read.
    pub name: Option<String>,
}

/// What a body last said of an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// What.
    pub verdict: IndicatorVerdict,
    /// Which edition of it.
    pub edition: i64,
    /// What was counted then.
    pub sentence: String,
    /// Address of the decision.
    pub decision: DecisionId,
    /// The body, and the day it met.
    pub body: (String, Day),
    /// Why.
    pub reason: String,
    /// Another decision took its place.
    pub is_corrected: bool,
}

/// An indicator.
#[derive(Debug, Clone)]
pub struct Indicator {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: IndicatorId,
    /// Row key, address and name of the program.
    pub program: (i64, ProgramId, String),
    /// Who proposed it.
    pub by: Voice,
    /// In the words of the client who did.
    pub words: Option<String>,
    /// What a manager made of it; nothing while nobody defined it.
    pub facts: Option<Facts>,
    /// Where it stands.
    pub status: IndicatorStatus,
    /// Counts what was decided about.
    pub edition: i64,
    /// What a body last said of it.
    pub decided: Option<Decided>,
    /// How many clients rank it, and how many of them first.
    pub ranked: (i64, i64),
    /// Since when nobody looks any more, and why.
    pub retired: Option<(Instant, String)>,
    /// When it was taken back.
    pub undone_at: Option<Instant>,
    /// Counts edits.
    pub version: i64,
    /// When it was proposed.
    pub created_at: Instant,
}

impl Indicator {
    /// What it is called; while nobody defined it, the beginning of what the client wrote.
    pub fn named(&self) -> String {
        match (&self.facts, &self.words) {
            (Some(facts), _) => facts.name.clone(),
            (None, Some(words)) => beginning(words),
            (None, None) => "Words taken back".to_owned(),
        }
    }

    /// True while something may still be changed of it.
    pub fn is_open(&self) -> bool {
        self.undone_at.is_none() && self.status != IndicatorStatus::Retired
    }

    /// True where clients may put it in their order.
    pub fn is_ranked(&self) -> bool {
        self.undone_at.is_none() && self.status == IndicatorStatus::Proposed
    }
}

/// The first words of a text, in one line.
pub fn beginning(text: &str) -> String {
    const MOST: usize = 70;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MOST {
        return line;
    }
    let cut: String = line.chars().take(MOST).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(start, _)| start);
    format!("{whole}\u{2026}")
}

/// Something that was said about an indicator.
#[derive(Debug, Clone)]
pub struct Comment {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: IndicatorCommentId,
    /// Who says it.
    pub by: Voice,
    /// What; nothing once it was taken back.
    pub words: Option<String>,
    /// When.
    pub at: Instant,
}

/// A client in a program, and who speaks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Client {
    /// Row key of the program.
    pub program: i64,
    /// Row key of the business.
    pub business: i64,
    /// Row key of the person.
    pub person: i64,
}

/// A decision that an indicator may be chosen by.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Address.
    pub id: DecisionId,
    /// The body, and the day it met.
    pub body: (String, Day),
    /// What was decided.
    pub decision: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_proposal_is_called_by_its_first_words() {
        assert_eq!(beginning("Who gets\n a lease"), "Who gets a lease");
        let long = beginning(&"How many shops still have a lease ".repeat(5));
        assert!(long.ends_with('\u{2026}') && long.chars().count() <= 71, "{long}");
    }
}
