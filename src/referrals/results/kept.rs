//! Who is still at work after 90, 180 and 365 days: the days to ask, computed from the first day, and what was answered. Pure.

use super::held;
use crate::referrals::deed::Happened;
use crate::referrals::fields::Answers;
use crate::referrals::lifecycle::Event;
use crate::values::Day;

/// The days after the first on which we ask, and the field that takes the answer.
pub const ASKS: [(i64, &str); 3] = [(90, "kept_90"), (180, "kept_180"), (365, "kept_365")];

/// One question of the three.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// Days after the first.
    pub days: i64,
    /// When to ask.
    pub on: Day,
    /// How many are still there, if it was answered.
    pub kept: Option<i64>,
}

/// Who started, and the three questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// How many started.
    pub started: i64,
    /// The first day.
    pub first_day: Day,
    pub asks: [Ask; 3],
}

/// The days to ask on, counted from the first day of work.
#[must_use]
pub fn asked_on(first_day: Day) -> [(i64, Day); 3] {
    ASKS.map(|(days, _)| (days, first_day.plus_days(days)))
}

/// The lines that still hold: what was undone is not among them, and neither is the undoing.
#[must_use]
pub fn standing(log: &[Happened]) -> Vec<&Happened> {
    let mut lines = Vec::new();
    for line in log {
        if line.event == Event::UndoLast {
            lines.pop();
        } else {
            lines.push(line);
        }
    }
    lines
}

/// What the log says about people who started work; nothing where nobody did.
#[must_use]
pub fn kept(log: &[Happened]) -> Option<Kept> {
    let mut all = Answers::new();
    for line in standing(log) {
        all.extend(held(&line.sheet));
    }
    let number = |code: &str| all.get(code).and_then(|stored| stored.parse::<i64>().ok());
    let first_day = all.get("placed_on").and_then(|stored| Day::parse(stored).ok())?;
    let ask = |place: usize| {
        let (days, code) = ASKS.get(place).copied().unwrap_or_default();
        let at_end = if days == 90 { number("kept_90_at_end") } else { None };
        Ask { days, on: first_day.plus_days(days), kept: number(code).or(at_end) }
    };
    Some(Kept { started: number("placed_count")?, first_day, asks: [ask(0), ask(1), ask(2)] })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_days_to_ask_are_counted_from_the_first_day_of_work() {
        let on = |year, month, day| Day::new(date(year, month, day));
        for (first, expected) in [
            (on(2026, 11, 25), [on(2027, 2, 23), on(2027, 5, 24), on(2027, 11, 25)]),
            (on(2027, 12, 1), [on(2028, 2, 29), on(2028, 5, 29), on(2028, 11, 30)]),
        ] {
            assert_eq!(asked_on(first).map(|(_, day)| day), expected);
        }
    }
}
