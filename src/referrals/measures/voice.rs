//! The two voices: what partners report and what entrepreneurs say, never mixed.

use super::Reading;
use super::count::Share;
use super::trail::{Trail, is_met};
use crate::referrals::lifecycle::Party;
use crate::referrals::replay::{Answer, Met};
use crate::values::Limit;
use std::collections::BTreeMap;

/// The rows of the table on needs met.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Voice {
    /// The partner says that the need was met, at least in part.
    pub met_reported: Share,
    /// The entrepreneur says so.
    pub met_confirmed: Share,
    /// Every referral sent, by what the entrepreneur said.
    pub words: BTreeMap<Word, Vec<i64>>,
    /// The entrepreneur disagrees, of those who answered where the partner reported a need met.
    pub disagreement: Share,
    /// Completed referrals with stars, of all whose time to answer is over.
    pub rated: Share,
    /// The stars.
    pub ratings: Vec<u8>,
}

/// What the entrepreneur said of how it ended. Silence is a slice of its own, and so is what is not over yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Word {
    Yes,
    Partly,
    No,
    /// Written down by the advisor from a recorded call, letter or visit.
    YesByAdvisor,
    PartlyByAdvisor,
    NoByAdvisor,
    /// It is over and they have not said.
    Unknown,
    /// It is not over.
    Open,
}

impl Word {
    /// In the order of the page.
    pub const ALL: [Self; 8] =
        [Self::Yes, Self::Partly, Self::No, Self::YesByAdvisor, Self::PartlyByAdvisor, Self::NoByAdvisor, Self::Unknown, Self::Open];

    /// In files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
            Self::YesByAdvisor => "yes_by_advisor",
            Self::PartlyByAdvisor => "partly_by_advisor",
            Self::NoByAdvisor => "no_by_advisor",
            Self::Unknown => "unknown",
            Self::Open => "open",
        }
    }

    /// On the page.
    pub fn label(self) -> &'static str {
        match self {
            Self::Yes => "Yes, in their own words",
            Self::Partly => "Partly, in their own words",
            Self::No => "No, in their own words",
            Self::YesByAdvisor => "Yes, told to an advisor",
            Self::PartlyByAdvisor => "Partly, told to an advisor",
            Self::NoByAdvisor => "No, told to an advisor",
            Self::Unknown => "Over, and not answered",
            Self::Open => "Not over yet",
        }
    }

    fn of(trail: &Trail<'_>) -> Self {
        let Some((line, answer)) = trail.answer() else {
            return if trail.is_over() { Self::Unknown } else { Self::Open };
        };
        match (answer.met, line.entry.party == Party::AdvisorOnBehalf) {
            (Met::Yes, false) => Self::Yes,
            (Met::Partly, false) => Self::Partly,
            (Met::No, false) => Self::No,
            (Met::Yes, true) => Self::YesByAdvisor,
            (Met::Partly, true) => Self::PartlyByAdvisor,
            (Met::No, true) => Self::NoByAdvisor,
        }
    }
}

impl Voice {
    pub(super) fn add(&mut self, trail: &Trail<'_>, reading: &Reading<'_>) {
        let number = trail.log.number;
        self.met_reported.add(number, true, trail.is_reported_met());
        self.met_confirmed.add(number, true, trail.is_confirmed());
        self.words.entry(Word::of(trail)).or_default().push(number);

        // A chapter that was opened again because of a no stays counted: reopening does not take a disagreement back.
        let mut answered = trail.chapters.iter().filter(|chapter| chapter.outcome.is_some_and(is_met)).filter_map(|chapter| chapter.answer);
        if let Some((_, first)) = answered.next() {
            let disagrees = disagrees(first) || answered.any(|(_, answer)| disagrees(answer));
            self.disagreement.add(number, true, disagrees);
        }

        if let Some(end) = trail.end.filter(|_| trail.is_completed()) {
            let stars = trail.answer().and_then(|(line, _)| line.rating);
            let is_mature = reading.is_past(end.on, reading.days(trail, Limit::Confirm, end.on));
            self.rated.add(number, is_mature, stars.is_some());
            self.ratings.extend(stars.filter(|_| is_mature));
        }
    }
}

impl Voice {
    /// The mean of the stars with one decimal, "4.2"; nothing without stars.
    pub fn mean(&self) -> Option<String> {
        let (sum, count) = (self.ratings.iter().map(|stars| usize::from(*stars)).sum::<usize>(), self.ratings.len());
        let tenths = (sum * 20 + count).checked_div(2 * count)?;
        Some(format!("{}.{}", tenths / 10, tenths % 10))
    }
}

fn disagrees(answer: Answer) -> bool {
    !answer.happened_as_reported || answer.met == Met::No
}
