//! Dollars by class, from told sums: shares, and dollars per business beside the others.
//!
//! Why no interval and no test: both need single awards, and these are told to nobody.

use super::grouping::Grouping;
use crate::equity::catalogue::{Account, Class, Point};
use crate::equity::float;

/// What a class was awarded.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AmountLine {
    pub class: Class,
    pub cents: Option<i64>,
    pub of_known: Option<f64>,
    pub of_all: Option<f64>,
    /// Per business enrolled, and per business with an award.
    pub per_enrolled: Option<f64>,
    pub per_awarded: Option<f64>,
    /// Per business enrolled, of the others who answered.
    pub others_per_enrolled: Option<f64>,
    /// Times the others' dollars per business enrolled.
    pub ratio: Option<f64>,
}

/// Dollars in one way of counting.
#[derive(Debug, Clone, PartialEq)]
pub struct Amounts {
    pub grouping: Grouping,
    /// Cents to everyone, and to those who answered.
    pub all: Option<i64>,
    pub known: Option<i64>,
    pub lines: Vec<AmountLine>,
}

/// A sum with the businesses behind it.
#[derive(Clone, Copy)]
struct Sum {
    cents: i64,
    businesses: u32,
}

/// Dollars by class. Nothing where no class's are told.
#[must_use]
pub fn amounts(account: &Account, grouping: Grouping) -> Option<Amounts> {
    let all = account.cents(Class::Everyone);
    let silent = grouping.silent().and_then(|class| account.cents(class));
    let known = all.zip(silent).and_then(|(all, silent)| all.checked_sub(silent));
    let lines: Vec<AmountLine> = grouping.classes().into_iter().map(|class| line(account, grouping, class, all, known)).collect();
    lines.iter().any(|line| line.cents.is_some()).then_some(Amounts { grouping, all, known, lines })
}

fn line(account: &Account, grouping: Grouping, class: Class, all: Option<i64>, known: Option<i64>) -> AmountLine {
    let cents = account.cents(class);
    let part = |whole: Option<i64>| part(cents?, whole?);
    let own = sum(account, class);
    let per_enrolled = own.and_then(Sum::mean);
    let others_per_enrolled = own.and_then(|own| {
        let silent = sum(account, grouping.silent()?)?;
        sum(account, Class::Everyone)?.less(silent)?.less(own)?.mean()
    });
    AmountLine {
        class,
        cents,
        of_known: part(known),
        of_all: part(all),
        per_enrolled,
        per_awarded: cents.zip(account.count(Point::Awarded, class)).and_then(|(cents, businesses)| Sum { cents, businesses }.mean()),
        others_per_enrolled,
        ratio: per_enrolled.zip(others_per_enrolled).filter(|(_, others)| *others > 0.0).map(|(own, others)| own / others),
    }
}

fn sum(account: &Account, class: Class) -> Option<Sum> {
    Some(Sum { cents: account.cents(class)?, businesses: account.count(Point::Enrolled, class)? })
}

/// A part of a whole; nothing of nothing, and nothing where adjustments made one of them negative.
fn part(part: i64, whole: i64) -> Option<f64> {
    (whole > 0 && (0..=whole).contains(&part)).then(|| float(part.into()) / float(whole.into()))
}

impl Sum {
    fn mean(self) -> Option<f64> {
        (self.businesses > 0).then(|| float(self.cents.into()) / f64::from(self.businesses))
    }

    fn less(self, part: Self) -> Option<Self> {
        Some(Self { cents: self.cents.checked_sub(part.cents)?, businesses: self.businesses.checked_sub(part.businesses)? })
    }
}
