//! Days on which a partner told us it does not work. Pure: the clock of a referral stands still over them.

use crate::values::{ClosureId, Day, Instant, Line};

/// Days on which a partner does not work, the first and the last included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    /// Address.
    pub id: ClosureId,
    /// First day.
    pub from: Day,
    /// Last day. Never before the first.
    pub to: Day,
    /// Why, in words.
    pub reason: String,
    /// When we were told. A clock may leave out days that were over before.
    pub announced_at: Instant,
    /// Name of who wrote it down, where it is known.
    pub announced_by: Option<String>,
}

/// A closure about to be announced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewClosure {
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// Why, in words.
    pub reason: Line,
}

/// Longer than a year is no closure but the end of a partner.
const AT_MOST_DAYS: i64 = 366;

impl NewClosure {
    /// Why these days cannot be announced, in a sentence.
    pub fn trouble(&self, today: Day) -> Option<&'static str> {
        if self.to < self.from {
            Some("The last day lies before the first. Change one of them.")
        } else if self.to < today {
            Some("These days are over. A closure is announced while it is ahead, or while it lasts.")
        } else if self.from.days_until(self.to) >= AT_MOST_DAYS {
            Some("That is longer than a year. Mark the partner as closed instead.")
        } else {
            None
        }
    }
}

impl Closure {
    /// True on one of its days.
    pub fn covers(&self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }
}

/// The closure that a day lies in, if there is one: the one that ends last.
pub fn closed_on(closures: &[Closure], day: Day) -> Option<&Closure> {
    closures.iter().filter(|closure| closure.covers(day)).max_by_key(|closure| closure.to)
}

/// The first closure that begins within so many days after a day.
pub fn next_within(closures: &[Closure], day: Day, days: i64) -> Option<&Closure> {
    closures.iter().filter(|closure| day < closure.from && closure.from <= day.plus_days(days)).min_by_key(|closure| closure.from)
}

/// First and last days without overlaps, in order: days that touch or overlap are one stretch.
pub fn stretches(closures: &[Closure]) -> Vec<(Day, Day)> {
    let mut days: Vec<(Day, Day)> = closures.iter().map(|closure| (closure.from, closure.to)).collect();
    days.sort_unstable();
    let mut whole: Vec<(Day, Day)> = Vec::new();
    for (from, to) in days {
        match whole.last_mut() {
            Some((_, end)) if from <= end.plus_days(1) => *end = to.max(*end),
            _ => whole.push((from, to)),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn closure(from: &str, to: &str) -> Closure {
        Closure {
            id: ClosureId::from_bits([7; 16]),
            from: day(from),
            to: day(to),
            reason: "Holidays".to_owned(),
            announced_at: Instant::from_millis(0),
            announced_by: None,
        }
    }

    #[test]
    fn a_closure_has_its_first_and_its_last_day() {
        let shut = [closure("2026-12-21", "2026-12-31")];
        for (on, is_shut) in [("2026-12-20", false), ("2026-12-21", true), ("2026-12-31", true), ("2027-01-01", false)] {
            assert_eq!(closed_on(&shut, day(on)).is_some(), is_shut, "{on}");
        }
        assert!(next_within(&shut, day("2026-12-20"), 30).is_some());
        assert!(next_within(&shut, day("2026-12-21"), 30).is_none(), "it has begun");
        assert!(next_within(&shut, day("2026-11-01"), 30).is_none(), "it is far ahead");
    }

    #[test]
    fn of_two_closures_the_longer_one_counts_and_together_they_are_one_stretch() {
        let shut = [
            closure("2026-12-28", "2027-01-08"),
            closure("2026-12-21", "2026-12-31"),
            closure("2027-01-09", "2027-01-09"),
            closure("2027-02-01", "2027-02-01"),
        ];
        assert_eq!(closed_on(&shut, day("2026-12-30")).map(|closure| closure.to), Some(day("2027-01-08")));
        assert_eq!(stretches(&shut), [(day("2026-12-21"), day("2027-01-09")), (day("2027-02-01"), day("2027-02-01"))]);
        assert!(stretches(&[]).is_empty());
    }

    #[test]
    fn what_is_over_backwards_or_endless_is_not_announced() {
        let today = day("2026-11-25");
        let new = |from, to| NewClosure { from: day(from), to: day(to), reason: Line::parse("Holidays", "why").unwrap() };
        assert_eq!(new("2026-11-20", "2026-11-25").trouble(today), None, "it lasts still");
        for (from, to) in [("2026-11-20", "2026-11-24"), ("2026-12-31", "2026-12-30"), ("2026-12-01", "2028-12-01")] {
            assert!(new(from, to).trouble(today).is_some(), "{from} to {to}");
        }
    }
}
