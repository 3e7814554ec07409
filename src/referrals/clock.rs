//! Business days: how long somebody has, with the clock stopped while it is not their turn.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};

/// Days that count: Monday to Friday, less the deployment's holidays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    pub holidays: BTreeSet<Date>,
}

/// A time when the ball is with somebody else. It starts after `from` and ends with `to`; without
/// `to` it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    pub from: Date,
    pub to: Option<Date>,
}

/// When an answer is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// By the end of this day. Never a day that does not count.
    On(Date),
    /// The clock stands still with this many business days left.
    Paused { since: Date, business_days_left: u32 },
}

impl Calendar {
    /// Whether the day counts.
    #[must_use]
    pub fn is_business_day(&self, day: Date) -> bool {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !self.holidays.contains(&day)
    }

    /// The `days`-th business day after `from`; `from` itself for none.
    #[must_use]
    pub fn add_business_days(&self, from: Date, days: u32) -> Date {
        self.walk(from, days, Date::tomorrow)
    }

    /// The `days`-th business day before `from`; `from` itself for none.
    #[must_use]
    pub fn subtract_business_days(&self, from: Date, days: u32) -> Date {
        self.walk(from, days, Date::yesterday)
    }

    /// How many business days come after `from`, up to and with `to`. None if `to` is not later.
    #[must_use]
    pub fn business_days_between(&self, from: Date, to: Date) -> u32 {
        let days_after = std::iter::successors(from.tomorrow().ok(), |day| day.tomorrow().ok());
        let count = days_after.take_while(|day| *day <= to).filter(|day| self.is_business_day(*day)).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// This day if it counts, else the next that does.
    #[must_use]
    pub fn on_or_after(&self, day: Date) -> Date {
        if self.is_business_day(day) { day } else { self.add_business_days(day, 1) }
    }

    /// The end of the calendar ends the walk: dates past the year 9999 do not exist.
    fn walk(&self, from: Date, days: u32, step: fn(Date) -> Result<Date, jiff::Error>) -> Date {
        let mut day = from;
        let mut left = days;
        while left > 0 {
            let Ok(next) = step(day) else { return day };
            day = next;
            if self.is_business_day(day) {
                left -= 1;
            }
        }
        day
    }
}

/// When a partner's answer is due: `days` business days after `sent_on`, not counting pauses.
///
/// A day counts if it is a business day and no pause covers it; the day on which a question is
/// asked counts, the day on which it is answered does not. A question after the due date changes
/// nothing: a breach stays a breach. A question on the due date leaves no day, so the answer is
/// due on the day the clock starts again. Pauses may come in any order and overlap.
#[must_use]
pub fn decision_due(sent_on: Date, days: u32, pauses: &[Pause], calendar: &Calendar) -> Due {
    let mut from = sent_on;
    let mut left = days;
    let mut due = calendar.add_business_days(sent_on, days);
    for pause in in_order(pauses) {
        if pause.from > due {
            break;
        }
        if pause.to.is_some_and(|to| to <= from) {
            continue;
        }
        left = left.saturating_sub(calendar.business_days_between(from, pause.from));
        let Some(to) = pause.to else {
            return Due::Paused { since: pause.from.max(from), business_days_left: left };
        };
        from = to;
        due = calendar.on_or_after(calendar.add_business_days(to, left));
    }
    Due::On(calendar.on_or_after(due))
}

/// By their first day; of two from the same day, the one without end comes last.
fn in_order(pauses: &[Pause]) -> Vec<Pause> {
    let mut pauses = pauses.to_vec();
    pauses.sort_by_key(|pause| (pause.from, pause.to.is_none(), pause.to));
    pauses
}

#[cfg(test)]
mod tests;
