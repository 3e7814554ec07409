//! Outcomes: what came of it for a client, how well that is known, and what the client says of it.
//!
//! An outcome counts by the last row of its evidence. Nothing lowers that silently: a client who says that something is different, and a
//! change of what counts, each leave a row that says so. What is known of it never names who its owners are.

pub mod form;
pub mod measure;
pub mod prefilled;
pub mod queries;
pub mod routes;
mod telling;
mod views;

pub use routes::routes;
pub use views::card;

use crate::auth::Viewer;
use crate::i18n::Language;
use crate::values::codes::{self, List};
use crate::values::{
    AnswerWay, ClientId, Day, DeploymentId, Evidence, EvidenceCause, Helped, Instant, OutcomeAnswer, OutcomeId, ReferralId,
};
use measure::Measure;

/// How long whoever wrote an outcome down may take it back.
const OPEN_MS: i64 = 24 * 60 * 60 * 1000;

/// What is known of an outcome: all that a form may change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// A code of the list of kinds.
    pub kind: String,
    /// The day.
    pub on: Day,
    /// Before, for a kind that is a change.
    pub before: Option<i64>,
    /// After, or how much. The change is computed, never stored.
    pub after: Option<i64>,
    /// More about it. The client reads it.
    pub words: Option<String>,
    /// The referral it came of, by row key.
    pub referral: Option<i64>,
    /// The resource it came of, by row key.
    pub resource: Option<i64>,
}

impl Facts {
    /// What the amounts count.
    pub fn measure(&self) -> Measure {
        Measure::of(&self.kind)
    }

    /// What is counted: the change, or the one amount.
    pub fn counted(&self) -> Option<i64> {
        if self.measure().is_change { Some(self.after? - self.before?) } else { self.after }
    }

    /// True where what a figure is made of differs: kind, day or an amount.
    fn differs_in_what_counts(&self, other: &Self) -> bool {
        (&self.kind, self.on, self.before, self.after) != (&other.kind, other.on, other.before, other.after)
    }
}

/// How well something is known, and by what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The level.
    pub level: Evidence,
    /// Who says so, or what was seen.
    pub words: Option<String>,
    /// The day it was said or seen.
    pub on: Day,
}

/// What a client says of an outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Is it so?
    pub answer: OutcomeAnswer,
    /// Their own figure.
    pub amount: Option<i64>,
    /// Their own words.
    pub words: Option<String>,
    /// Did we help?
    pub helped: Option<Helped>,
}

/// An answer of a client, with when and how.
#[derive(Debug, Clone)]
pub struct Answered {
    /// What they say.
    pub said: Said,
    /// How.
    pub way: AnswerWay,
    /// Who of staff heard it, where it was spoken.
    pub witness: Option<String>,
    /// When.
    pub at: Instant,
}

/// A row of the evidence.
#[derive(Debug, Clone)]
pub struct Step {
    /// The level from then on.
    pub level: Evidence,
    /// What made it so.
    pub cause: EvidenceCause,
    /// Who says so, or what was seen.
    pub words: Option<String>,
    /// The day it was said or seen.
    pub on: Option<Day>,
    /// Who of staff; none for the client.
    pub by: Option<String>,
    /// When it was written down.
    pub at: Instant,
}

/// An outcome.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: OutcomeId,
    /// Program: row key and name.
    pub program: (i64, String),
    /// Business: row key, address, number and name.
    pub client: (i64, ClientId, i64, String),
    /// Row key and name of whoever wrote it down.
    pub author: (i64, String),
    /// What is known of it.
    pub facts: Facts,
    /// The referral it came of: address, number, partner.
    pub referral: Option<(ReferralId, i64, String)>,
    /// The resource it came of: address and words.
    pub resource: Option<(DeploymentId, String)>,
    /// How well it is known.
    pub evidence: Evidence,
    /// What made it so.
    pub cause: EvidenceCause,
    /// The last answer of the client.
    pub answered: Option<Answered>,
    /// When the client was last asked by a link.
    pub asked_at: Option<Instant>,
    /// When what counts was last changed.
    pub changed_at: Option<Instant>,
    /// When it was taken back, and why.
    pub undone: Option<(Instant, String)>,
    /// Counts edits.
    pub version: i64,
    /// When it was written down.
    pub created_at: Instant,
}

impl Outcome {
    /// "Jobs created".
    pub fn label(&self) -> &'static str {
        label(&self.facts.kind, self.facts.on)
    }

    /// "3 people more: 5 before, 8 after"; nothing for a kind without amounts.
    pub fn amount(&self) -> Option<String> {
        self.facts.measure().words(self.facts.before, self.facts.after)
    }

    /// True while the last answer is to what stands now.
    pub fn is_answered(&self) -> bool {
        self.answered.as_ref().is_some_and(|answered| self.changed_at.is_none_or(|changed| changed <= answered.at))
    }

    /// True while the client waits to be heard: they were asked, and have not answered since, or not to what stands now.
    pub fn waits_for_client(&self) -> bool {
        self.undone.is_none()
            && self.asked_at.is_some_and(|asked| self.answered.as_ref().is_none_or(|answered| answered.at < asked) || !self.is_answered())
    }

    /// True while the client says that something is different, and nothing was seen since.
    pub fn is_contradicted(&self) -> bool {
        self.cause == EvidenceCause::Contradicted
    }

    /// True while `viewer` may take it back: whoever wrote it down, for 24 hours; a manager of the program, always.
    pub fn is_open_to(&self, viewer: &Viewer, now: Instant) -> bool {
        let is_authors = self.author.0 == viewer.key && now.millis() - self.created_at.millis() < OPEN_MS;
        self.undone.is_none() && (is_authors || viewer.manages(self.program.0))
    }

    /// The levels it can still be raised to by staff: what the client says is the client's alone.
    pub fn raises(&self) -> impl Iterator<Item = Evidence> {
        [Evidence::DocumentSeen, Evidence::ThirdParty].into_iter().filter(move |level| *level > self.evidence)
    }
}

/// What a kind was called on a day.
pub fn label(kind: &str, on: Day) -> &'static str {
    codes::find_on(List::OutcomeKinds, kind, on).map_or("Something else", |row| row.label.as_str())
}

/// The name of a kind for whoever reads another language. One that no list knows is its code.
pub fn name_in(language: Language, kind: &str) -> String {
    match codes::find(List::OutcomeKinds, kind) {
        Some(row) => language.word(&format!("outcome-kind-{}", row.code)),
        None => kind.to_owned(),
    }
}

/// Which outcomes of a program's list are shown.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Of this kind.
    pub kind: Option<String>,
    /// Known at least so well.
    pub evidence: Option<Evidence>,
    /// From this day on.
    pub from: Option<Day>,
    /// Up to this day.
    pub to: Option<Day>,
    /// Of this program, by row key.
    pub program: Option<i64>,
}

/// What the outcomes of one kind come to: exact, and nobody's demographics in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// The kind.
    pub kind: String,
    /// How many outcomes.
    pub outcomes: i64,
    /// Of how many businesses.
    pub businesses: i64,
    /// The sum of what is counted; nothing where no amount is known.
    pub amount: Option<i64>,
    /// How many have no amount though the kind has one.
    pub without_amount: i64,
    /// How many are known better than by the advisor's note.
    pub known: i64,
    /// The same of the amount.
    pub known_amount: Option<i64>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(kind: &str, before: Option<i64>, after: Option<i64>) -> Facts {
        let on = Day::parse("2026-11-02").unwrap();
        Facts { kind: kind.to_owned(), on, before, after, words: None, referral: None, resource: None }
    }

    #[test]
    fn a_change_is_computed_and_an_amount_is_itself() {
        for (kind, before, after, counted) in [
            ("jobs_created", Some(5), Some(8), Some(3)),
            ("sales_change", Some(900), Some(400), Some(-500)),
            ("jobs_created", None, Some(8), None),
            ("contract_won", None, Some(12_000_000), Some(12_000_000)),
            ("contract_won", None, None, None),
            ("patent", None, None, None),
        ] {
            assert_eq!(facts(kind, before, after).counted(), counted, "{kind}");
        }
    }

    #[test]
    fn words_do_not_count_and_figures_do() {
        let stands = facts("jobs_created", Some(5), Some(8));
        let mut other = Facts { words: Some("On the second shift".to_owned()), referral: Some(1), ..stands.clone() };
        assert!(!stands.differs_in_what_counts(&other));
        other.after = Some(9);
        assert!(stands.differs_in_what_counts(&other));
    }

    #[test]
    fn every_kind_has_a_name_on_its_day() {
        let on = Day::parse("2026-11-02").unwrap();
        assert_eq!(label("licence", on), "License signed");
        assert_eq!(label("astrology", on), "Something else");
    }
}
