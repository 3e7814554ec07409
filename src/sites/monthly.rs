//! When a landlord is asked again whether its units are still there: once a month, on a business day, not while it is closed. Pure.

use crate::partners::{Closure, closure};
use crate::values::{Day, NoticeChannel};
use jiff::civil::{Date, Weekday};
use std::collections::BTreeSet;

/// What is known of a landlord's units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// When the unit that waits the longest for a word was confirmed; none where one never was.
    pub checked_on: Option<Day>,
    /// When the landlord was asked last.
    pub asked_on: Option<Day>,
}

/// A month after a day; at the end of a longer month, the last day of the shorter one.
pub fn a_month_after(day: Day) -> Day {
    Day::new(day.date().saturating_add(jiff::Span::new().months(1)))
}

/// The last day of confirmation that is a month old on a day.
pub fn a_month_before(today: Day) -> Day {
    let mut day = Day::new(today.date().saturating_sub(jiff::Span::new().months(1)));
    while a_month_after(day.plus_days(1)) <= today {
        day = day.plus_days(1);
    }
    day
}

/// The day on which the next question goes: a month after the last word and the last question, and never in the past.
pub fn next_question(known: Known, closures: &[Closure], holidays: &BTreeSet<Date>, today: Day) -> Day {
    let due = [known.checked_on, known.asked_on].into_iter().flatten().map(a_month_after);
    let due = if known.checked_on.is_none() { known.asked_on.map(a_month_after) } else { due.max() };
    let mut day = due.map_or(today, |due| due.max(today));
    loop {
        if let Some(closed) = closure::closed_on(closures, day) {
            day = closed.to.plus_days(1);
        } else if matches!(day.date().weekday(), Weekday::Saturday | Weekday::Sunday) || holidays.contains(&day.date()) {
            day = day.plus_days(1);
        } else {
            return day;
        }
    }
}

/// What the question says. A letter has no link: its reader ticks and calls, or sends it back.
pub fn question(channel: NoticeChannel, program: &str, telephone: Option<&str>, name: &str, units: &[String]) -> String {
    match channel {
        NoticeChannel::Text => format!("{program}: there is news. {{link}}"),
        NoticeChannel::Letter => {
            let ticks: String =
                units.iter().map(|unit| format!("\n{unit}\n[ ] still available   [ ] gone   [ ] the rent is now: ________\n")).collect();
            let call = telephone.map(|number| format!(", or call {number}")).unwrap_or_default();
            format!(
                "Hello {name},\n\nare the units you told us of still available? Tick what is so and send this page back{call}.\n{ticks}\n{program}"
            )
        }
        _ => format!(
            "Hello {name},\n\nare the units you told us of still available? One press for each: still available, the rent changed, or gone.\n\n{{link}}\n\nYou need no account. The link works for 45 days.\n\n{program}"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::{ClosureId, Instant};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn next(checked: &str, asked: &str, closed: &[(&str, &str)], today: &str) -> String {
        let known = Known { checked_on: Day::maybe(checked).unwrap(), asked_on: Day::maybe(asked).unwrap() };
        let closures: Vec<Closure> = closed
            .iter()
            .map(|(from, to)| Closure {
                id: ClosureId::from_bits([0; 16]),
                from: day(from),
                to: day(to),
                reason: String::new(),
                announced_at: Instant::from_millis(0),
                announced_by: None,
            })
            .collect();
        let holidays = ["2026-11-26", "2026-12-25", "2027-01-01"].map(|holiday| day(holiday).date()).into();
        next_question(known, &closures, &holidays, day(today)).to_string()
    }

    #[test]
    #[rustfmt::skip]
    fn a_landlord_is_asked_once_a_month() {
        for (checked, asked, closed, today, expected, why) in [
            ("2026-11-02", "", &[][..], "2026-11-10", "2026-12-02", "a month after it was confirmed"),
            ("2026-09-02", "", &[], "2026-11-10", "2026-11-10", "what is overdue goes today"),
            ("", "", &[], "2026-11-10", "2026-11-10", "what nobody ever confirmed goes today"),
            ("", "2026-11-02", &[], "2026-11-10", "2026-12-02", "who did not answer is not asked again before a month"),
            ("2026-09-02", "2026-11-02", &[], "2026-11-10", "2026-12-02", "nor about units they said nothing of"),
            ("2026-11-20", "2026-11-02", &[], "2026-12-03", "2026-12-21", "what was confirmed since waits its own month (and a Sunday)"),
            ("2026-10-14", "", &[], "2026-11-10", "2026-11-16", "a Saturday is moved to Monday"),
            ("2026-10-26", "", &[], "2026-11-25", "2026-11-27", "a holiday to the next day"),
            ("2027-01-31", "", &[], "2027-02-10", "2027-03-01", "the end of January falls on Sunday, February 28"),
            ("2028-01-31", "", &[], "2028-02-10", "2028-02-29", "in a leap year on the 29th"),
            ("2027-03-31", "", &[], "2027-04-10", "2027-04-30", "April has 30 days"),
            ("2026-10-02", "", &[("2026-11-09", "2026-11-13")], "2026-11-10", "2026-11-16", "not while it is closed, nor on the Saturday after"),
            ("2026-10-02", "", &[("2026-11-09", "2026-11-13"), ("2026-11-14", "2026-11-20")], "2026-11-10", "2026-11-23", "closures one after the other"),
            ("2026-10-02", "", &[("2026-12-09", "2026-12-13")], "2026-11-10", "2026-11-10", "a closure ahead stops nothing today"),
        ] {
            assert_eq!(next(checked, asked, closed, today), expected, "{why}");
        }
    }

    #[test]
    fn what_is_a_month_old_and_what_is_due_after_a_month_are_the_same() {
        for start in ["2027-01-25", "2028-01-25", "2026-11-25"] {
            let mut today = day(start);
            for _ in 0..70 {
                let old = a_month_before(today);
                assert!(a_month_after(old) <= today && a_month_after(old.plus_days(1)) > today, "{today} {old}");
                today = today.plus_days(1);
            }
        }
    }
}
