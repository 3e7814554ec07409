//! Days between two days, as a clock of business days counts them and as people live them; and the middle of many.

use crate::referrals::clock::Calendar;
use crate::values::Day;

/// How long something took.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Taken {
    /// Business days, pauses taken out.
    pub business: u32,
    /// Calendar days as lived, nothing taken out.
    pub lived: u32,
}

/// A time while the ball was not with whom the clock is for: from after the first day to the end of the last.
pub type Pause = (Day, Option<Day>);

/// Whatever is due later than this is due on that day.
const AT_MOST_DAYS: i64 = 1500;

/// Counts business days in one step, however long the span: one number a day, made once.
#[derive(Debug)]
pub struct Ruler<'c> {
    calendar: &'c Calendar,
    first: Day,
    counted: Vec<u32>,
}

impl<'c> Ruler<'c> {
    /// For the days from `first` to `last`. Outside of them nothing is counted.
    pub fn new(calendar: &'c Calendar, first: Day, last: Day) -> Self {
        let mut counted = vec![0];
        let mut sum = 0;
        for ahead in 1..=first.days_until(last).max(0) {
            sum += u32::from(calendar.is_business_day(first.plus_days(ahead).date()));
            counted.push(sum);
        }
        Self { calendar, first, counted }
    }

    /// Business days after `from`, up to and with `to`.
    pub fn business(&self, from: Day, to: Day) -> u32 {
        self.up_to(to).saturating_sub(self.up_to(from))
    }

    /// Business days after `from` up to and with `to`, less those that a pause covers; and the days as lived.
    pub fn taken(&self, from: Day, to: Day, pauses: &[Pause]) -> Taken {
        let mut paused = 0;
        let mut done = from;
        for (begins, ends) in pauses {
            let begins = (*begins).max(done);
            let ends = ends.map_or(to, |ends| ends.min(to));
            if ends > begins {
                paused += self.business(begins, ends);
                done = ends;
            }
        }
        let lived = u32::try_from(from.days_until(to)).unwrap_or(0);
        Taken { business: self.business(from, to).saturating_sub(paused), lived }
    }

    /// The last day for something that is due this many business days after `from`, pauses not counted.
    pub fn due(&self, from: Day, days: u32, pauses: &[Pause]) -> Day {
        if pauses.is_empty() {
            return Day::new(self.calendar.add_business_days(from.date(), days));
        }
        let (mut day, mut left) = (from, days);
        for ahead in 1..=AT_MOST_DAYS {
            if left == 0 {
                break;
            }
            day = from.plus_days(ahead);
            let is_paused = pauses.iter().any(|(begins, ends)| *begins < day && ends.is_none_or(|ends| day <= ends));
            left -= u32::from(self.calendar.is_business_day(day.date()) && !is_paused);
        }
        day
    }

    fn up_to(&self, day: Day) -> u32 {
        let place = usize::try_from(self.first.days_until(day)).unwrap_or(0);
        self.counted.get(place).or(self.counted.last()).copied().unwrap_or(0)
    }
}

/// The middle and the long end of a list of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spread {
    /// The middle one.
    pub median: u32,
    /// Three of four are not longer.
    pub p75: u32,
    /// Nine of ten are not longer.
    pub p90: u32,
}

/// The definition of a percentile, as every page and file prints it.
pub const PERCENTILE: &str = "A percentile is one of the times themselves: with n times in order, the p-th percentile is the one at place p × n ÷ 100, \
     rounded down, plus one. Of two in the middle it is the later, so that nobody looks quicker than they are.";

impl Spread {
    /// Of these days, in any order; nothing for none.
    pub fn of(days: impl Iterator<Item = u32>) -> Option<Self> {
        let mut days: Vec<u32> = days.collect();
        days.sort_unstable();
        let at = |percent: usize| days.get(days.len() * percent / 100).copied();
        Some(Self { median: at(50)?, p75: at(75)?, p90: at(90)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::referrals::clock::{Due, Pause as Stop, decision_due};
    use jiff::civil::date;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn calendar() -> Calendar {
        Calendar { holidays: [date(2026, 11, 11), date(2026, 11, 26)].into_iter().collect() }
    }

    #[test]
    fn weekends_holidays_and_pauses_do_not_count_and_are_lived_all_the_same() {
        let calendar = calendar();
        let ruler = Ruler::new(&calendar, day("2026-10-01"), day("2026-12-31"));
        let taken = |from, to, pauses: &[Pause]| {
            let taken = ruler.taken(day(from), day(to), pauses);
            (taken.business, taken.lived)
        };
        assert_eq!(taken("2026-11-20", "2026-11-30", &[]), (5, 10));
        assert_eq!(taken("2026-11-20", "2026-11-20", &[]), (0, 0));
        let asked = (day("2026-11-24"), Some(day("2026-12-01")));
        assert_eq!(taken("2026-11-20", "2026-12-04", &[asked]), (5, 14));
        assert_eq!(taken("2026-11-20", "2026-11-27", &[(day("2026-11-24"), None)]), (2, 7));
        let twice = [asked, (day("2026-11-25"), Some(day("2026-12-02")))];
        assert_eq!(taken("2026-11-20", "2026-12-04", &twice), (4, 14), "two pauses at once stop the clock once");
    }

    #[test]
    fn of_two_in_the_middle_it_is_the_later() {
        let spread = |days: &[u32]| Spread::of(days.iter().copied()).map(|spread| (spread.median, spread.p75, spread.p90));
        assert_eq!(spread(&[]), None);
        assert_eq!(spread(&[7]), Some((7, 7, 7)));
        assert_eq!(spread(&[4, 1]), Some((4, 4, 4)));
        assert_eq!(spread(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), Some((6, 8, 10)));
    }

    proptest! {
        #[test]
        fn whoever_answers_on_the_due_day_took_all_the_days_they_had(days in 1_u32..15, asked in 0_i64..15, long in 0_i64..20) {
            let calendar = calendar();
            let sent = day("2026-11-02");
            let (from, to) = (sent.plus_days(asked), sent.plus_days(asked + long));
            let stop = Stop { from: from.date(), to: Some(to.date()) };
            let Due::On(due) = decision_due(sent.date(), days, &[stop], &calendar) else { unreachable!() };
            let ruler = Ruler::new(&calendar, sent, day("2027-06-01"));
            let plain = ruler.due(sent, days, &[]);
            // A question after the due day changes nothing, and one on it leaves the day of the answer.
            prop_assume!(from < plain);
            prop_assert_eq!(ruler.taken(sent, Day::new(due), &[(from, Some(to))]).business, days);
        }
    }
}
