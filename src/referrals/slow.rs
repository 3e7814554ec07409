//! Whether a partner is slow: three or more answers overdue, or no news for thirty days while something waits for it. Pure.
//!
//! Staleness belongs to the partner, not to each of its referrals; what has ended does not count, and any answer clears it.

use crate::partners::closure::{Closure, stretches};
use crate::values::Day;

/// So many overdue answers make a partner slow.
const OVERDUE: usize = 3;
/// So many days without a word make a partner slow, where something waits for it.
const SILENT_DAYS: i64 = 30;

/// An open referral on which the partner has the next move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// When it was sent.
    pub sent_on: Day,
    /// By when the partner is to move, where there is such a day.
    pub due_on: Option<Day>,
}

/// How slow a partner is, in numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Slowness {
    /// Open referrals on which it has the next move.
    pub open: usize,
    /// Of these, past their day.
    pub overdue: usize,
    /// Of these, past a day that came after its last answer.
    pub overdue_since: usize,
    /// Days without a word while something is overdue, its announced closures taken off; nothing where nothing is overdue.
    pub silent_days: Option<i64>,
}

/// How slow a partner is today. `last_word_on` is the day of its last answer of any kind, on any referral.
pub fn slowness(waiting: &[Waiting], last_word_on: Option<Day>, closures: &[Closure], today: Day) -> Slowness {
    // Before the day it has, or that it named itself, nobody waits for a word.
    let overdue: Vec<&Waiting> = waiting.iter().filter(|one| one.due_on.is_some_and(|due| due < today)).collect();
    let overdue_since = overdue.iter().filter(|one| one.due_on.is_some_and(|due| last_word_on.is_none_or(|word| word <= due))).count();
    let quiet_from = overdue.iter().map(|one| one.sent_on).min().map(|sent| last_word_on.map_or(sent, |word| word.max(sent)));
    let silent_days = quiet_from.map(|from| from.days_until(today) - closed_days(closures, from, today));
    Slowness { open: waiting.len(), overdue: overdue.len(), overdue_since, silent_days }
}

/// Announced closed days after `from`, up to and with `to`.
fn closed_days(closures: &[Closure], from: Day, to: Day) -> i64 {
    let within = |(first, last): (Day, Day)| first.max(from.plus_days(1)).days_until(last.min(to)) + 1;
    stretches(closures).into_iter().map(within).filter(|days| *days > 0).sum()
}

impl Slowness {
    /// The flag.
    pub fn is_slow(&self) -> bool {
        self.overdue_since >= OVERDUE || self.is_silent()
    }

    fn is_silent(&self) -> bool {
        self.silent_days.is_some_and(|days| days >= SILENT_DAYS)
    }

    /// Why it is flagged, with the numbers; nothing where it is not.
    pub fn words(&self) -> Option<String> {
        if !self.is_slow() {
            return None;
        }
        let mut parts = Vec::new();
        if self.overdue > 0 {
            parts.push(format!("{} of {} open referrals overdue", self.overdue, self.open));
        }
        if let Some(days) = self.silent_days.filter(|_| self.is_silent()) {
            parts.push(format!("no news for {days} days"));
        }
        Some(parts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::{ClosureId, Instant};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    const TODAY: &str = "2026-11-25";

    fn due(days: &[&str]) -> Vec<Waiting> {
        days.iter().map(|text| Waiting { sent_on: day(text).plus_days(-7), due_on: Some(day(text)) }).collect()
    }

    fn slow(waiting: &[Waiting], last: Option<&str>) -> Slowness {
        slowness(waiting, last.map(day), &[], day(TODAY))
    }

    #[test]
    fn three_overdue_answers_are_slow_and_two_are_not() {
        assert!(slow(&due(&["2026-11-20", "2026-11-23", "2026-11-24"]), None).is_slow());
        assert!(!slow(&due(&["2026-11-23", "2026-11-24"]), None).is_slow());
        assert!(!slow(&due(&["2026-11-23", "2026-11-24", TODAY]), None).is_slow(), "what is due today is not overdue");
        let words = slow(&due(&["2026-11-20", "2026-11-23", "2026-11-24", "2026-12-01"]), None).words();
        assert_eq!(words.as_deref(), Some("3 of 4 open referrals overdue"));
    }

    #[test]
    fn any_answer_clears_it() {
        let three = due(&["2026-11-20", "2026-11-23", "2026-11-24"]);
        assert!(slow(&three, Some("2026-11-20")).is_slow(), "the answer came before they fell due");
        let answered = slow(&three, Some("2026-11-25"));
        assert!(!answered.is_slow());
        assert_eq!((answered.overdue, answered.overdue_since), (3, 0), "they are overdue all the same, and the page says so");
    }

    #[test]
    fn thirty_days_without_a_word_are_slow_where_something_is_overdue() {
        let one = due(&["2026-11-02"]);
        assert_eq!(slow(&one, None).silent_days, Some(30), "from the day it was sent");
        assert_eq!(slow(&one, None).words().as_deref(), Some("1 of 1 open referrals overdue, no news for 30 days"));
        assert!(!slow(&one, Some("2026-10-27")).is_slow(), "29 days");
        assert!(!slow(&due(&["2026-12-24"]), Some("2026-01-01")).is_slow(), "it named a day, and the day is ahead");
        assert!(!slow(&[], Some("2020-01-01")).is_slow(), "nothing is open");
    }

    #[test]
    fn days_it_said_it_would_be_closed_are_no_silence() {
        let shut = |from, to| Closure {
            id: ClosureId::from_bits([1; 16]),
            from: day(from),
            to: day(to),
            reason: "Moving".to_owned(),
            announced_at: Instant::from_millis(0),
            announced_by: None,
        };
        let one = due(&["2026-11-02"]);
        assert_eq!(slowness(&one, None, &[shut("2026-11-01", "2026-11-10")], day(TODAY)).silent_days, Some(20));
        assert_eq!(slowness(&one, None, &[shut("2026-01-01", "2026-02-10")], day(TODAY)).silent_days, Some(30), "long before");
        assert_eq!(slowness(&one, None, &[shut("2026-11-20", "2027-02-10")], day(TODAY)).silent_days, Some(24), "still shut");
    }
}
