//! Where people drop out: each class's numbers from station to station as far as they are told, and where a gap arises (M6).

use super::grouping::Grouping;
use crate::equity::catalogue::{Account, Class, Headline, Place, Point, Told};
use crate::equity::intervals::wilson;
use crate::equity::presentation::rate_may_be_shown;
use crate::equity::stages::{Funnel, funnel};

/// A class behind by less is not split by steps.
const WORTH_SPLITTING: f64 = 0.9;

/// One class on its way.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    pub class: Class,
    /// What is told at each station.
    pub stations: [Told; 5],
    /// The numbers up to the first station that is hidden, or that does not fit the one before.
    pub numbers: Vec<u32>,
    /// The same of those it is compared with, no further than both are told.
    pub others: Vec<u32>,
    /// The split of the gap over the steps that both have.
    pub funnel: Option<Funnel>,
}

/// The ways of the classes of one dimension, beside everyone who answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Ways {
    pub grouping: Grouping,
    /// Everyone who answered, as far as told; everyone at all where those without an answer are hidden.
    pub all: Vec<u32>,
    /// Whether `all` are those who answered.
    pub is_of_answers: bool,
    pub ways: Vec<Way>,
}

/// The ways by headline, by race and by sex have all five stations; other ways of counting have too few.
pub const GROUPINGS: [Grouping; 3] = [Grouping::Headline, Grouping::Race, Grouping::Sex];

/// The ways of the classes of a dimension. Nothing where no class is told beyond its first station.
#[must_use]
pub fn ways(account: &Account, grouping: Grouping) -> Option<Ways> {
    let everyone = counts(account, Class::Everyone);
    let silent = grouping.silent().map(|class| counts(account, class)).unwrap_or_default();
    let answered = fitting(everyone.iter().zip(&silent).map(|(all, silent)| all.as_ref()?.checked_sub((*silent)?)));
    let is_of_answers = answered.len() > 1;
    let all = if is_of_answers { answered } else { fitting(everyone.into_iter()) };
    let white = fitting(counts(account, Class::Headline(Headline::White)).into_iter());
    let ways: Vec<Way> = grouping
        .classes()
        .into_iter()
        .map(|class| {
            let numbers = fitting(counts(account, class).into_iter());
            let others = match (grouping, class) {
                (Grouping::Headline, Class::Headline(Headline::OfColor)) => white.clone(),
                (Grouping::Headline, _) => Vec::new(),
                // Who gave no answer is no other: nothing is said of whom they are.
                _ if !is_of_answers => Vec::new(),
                _ => fitting(all.iter().zip(&numbers).map(|(all, own)| all.checked_sub(*own))),
            };
            way(account, class, numbers, others)
        })
        .collect();
    ways.iter().any(|way| way.numbers.len() > 1).then_some(Ways { grouping, all, is_of_answers, ways })
}

fn way(account: &Account, class: Class, numbers: Vec<u32>, others: Vec<u32>) -> Way {
    let both = numbers.len().min(others.len());
    let funnel = numbers.get(..both).zip(others.get(..both)).and_then(|(own, others)| funnel(own, others));
    let stations = Point::STATIONS.map(|station| account.told(station, class, Place::Everywhere));
    Way { class, stations, others: others.into_iter().take(both).collect(), numbers, funnel }
}

fn counts(account: &Account, class: Class) -> [Option<u32>; 5] {
    Point::STATIONS.map(|station| account.count(station, class))
}

/// The numbers up to the first that is missing, or larger than the one before.
fn fitting(numbers: impl Iterator<Item = Option<u32>>) -> Vec<u32> {
    let mut fitting: Vec<u32> = Vec::new();
    for number in numbers {
        match number {
            Some(number) if fitting.last().is_none_or(|last| *last >= number) => fitting.push(number),
            _ => break,
        }
    }
    fitting
}

impl Way {
    /// The first station that is not told, if any.
    #[must_use]
    pub fn stops_at(&self) -> Option<Point> {
        Point::STATIONS.get(self.numbers.len()).copied()
    }

    /// Whether there is a gap to split: behind by a tenth or more, over all steps told, at rates that may be shown (M17). Why a tenth: the
    /// parts of a gap of nearly nothing are wild, and say nothing.
    #[must_use]
    pub fn has_gap(&self) -> bool {
        let is_shown = |numbers: &[u32]| {
            let (Some(first), Some(last)) = (numbers.first(), numbers.get(self.others.len().min(self.numbers.len()).saturating_sub(1)))
            else {
                return false;
            };
            rate_may_be_shown(*last, *first, wilson(*last, *first, super::CONFIDENCE))
        };
        let is_behind = self.funnel.as_ref().and_then(|funnel| funnel.overall_ratio).is_some_and(|ratio| ratio <= WORTH_SPLITTING);
        is_behind && is_shown(&self.numbers) && is_shown(&self.others)
    }

    /// The step (from 0) that takes the largest part of a gap, with that part and the people it lacks; nothing where there is no gap.
    #[must_use]
    pub fn widest(&self) -> Option<(usize, f64, f64)> {
        let funnel = self.funnel.as_ref().filter(|_| self.has_gap())?;
        let parts = funnel.shares.as_ref()?.iter().zip(&funnel.steps).enumerate();
        let widest = parts.max_by(|left, right| left.1.0.total_cmp(right.1.0))?;
        let (at, (part, step)) = widest;
        step.shortfall.filter(|shortfall| *shortfall > 0.0).map(|shortfall| (at, *part, shortfall))
    }
}
