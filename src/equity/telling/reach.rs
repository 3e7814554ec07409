//! Who is here: each class's share of those who answered and of all, and which classes are too few to be told (M1, M14).

use super::CONFIDENCE;
use super::grouping::Grouping;
use crate::equity::bounds::manski_share;
use crate::equity::catalogue::{Account, Class, Place, Point, Told};
use crate::equity::intervals::wilson;
use crate::equity::presentation::proportion;
use crate::equity::{Interval, share};

/// How many of a pool gave an answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Answered {
    pub known: u32,
    pub pool: u32,
}

/// A class's part of the businesses.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReachLine {
    pub class: Class,
    pub told: Told,
    /// Of those who answered. Absent where a part is hidden, or too few are there for a share (M17): then the count stands alone.
    pub of_known: Option<(f64, Interval)>,
    pub of_all: Option<(f64, Interval)>,
    /// Whatever those without an answer would have said.
    pub bounds: Option<Interval>,
}

/// Who is here, in one way of counting.
#[derive(Debug, Clone, PartialEq)]
pub struct Reach {
    pub grouping: Grouping,
    pub answered: Option<Answered>,
    pub lines: Vec<ReachLine>,
    /// How many businesses stand in no line that is told, where classes do not overlap and all else is told.
    pub untold: Option<u32>,
}

impl Answered {
    /// Of the businesses enrolled, if it is told.
    #[must_use]
    pub fn of(account: &Account, grouping: Grouping) -> Option<Self> {
        let pool = account.count(Point::Enrolled, Class::Everyone)?;
        let known = pool.checked_sub(account.count(Point::Enrolled, grouping.silent()?)?)?;
        Some(Self { known, pool })
    }

    /// The part that answered.
    #[must_use]
    pub fn coverage(self) -> Option<f64> {
        share(self.known, self.pool)
    }
}

/// Who is here. Nothing where no line of the table is told.
#[must_use]
pub fn reach(account: &Account, grouping: Grouping) -> Option<Reach> {
    let answered = Answered::of(account, grouping);
    let pool = account.count(Point::Enrolled, Class::Everyone);
    let lines: Vec<ReachLine> = grouping.classes().into_iter().map(|class| line(account, class, answered, pool)).collect();
    let is_told = lines.iter().any(|line| line.told != Told::Hidden);
    let told: u32 = lines.iter().filter_map(ReachLine::count).fold(0, u32::saturating_add);
    let untold = answered.filter(|_| grouping.is_exclusive()).and_then(|answered| answered.known.checked_sub(told));
    is_told.then_some(Reach { grouping, answered, lines, untold })
}

fn line(account: &Account, class: Class, answered: Option<Answered>, pool: Option<u32>) -> ReachLine {
    let told = account.told(Point::Enrolled, class, Place::Everywhere);
    let count = account.count(Point::Enrolled, class);
    let of = |whole: Option<u32>| {
        let (count, whole) = (count?, whole?);
        let part = share(count, whole).filter(|_| proportion(count, whole).is_shown)?;
        Some((part, wilson(count, whole, CONFIDENCE)?))
    };
    let bounds = answered.zip(count).and_then(|(answered, count)| {
        let unknown = answered.pool.checked_sub(answered.known)?;
        manski_share(count, answered.pool, unknown).bounds.filter(|_| unknown > 0)
    });
    ReachLine { class, told, of_known: of(answered.map(|answered| answered.known)), of_all: of(pool), bounds }
}

impl ReachLine {
    /// The count, if it is told.
    #[must_use]
    pub fn count(&self) -> Option<u32> {
        match self.told {
            Told::Shown(count) | Told::Unchanged(count) => Some(count),
            Told::Hidden => None,
        }
    }
}
