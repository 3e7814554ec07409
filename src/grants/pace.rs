//! How far a goal is beside the time that has gone by. Pure.

use crate::values::Day;

/// How far a goal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// Its days have not begun.
    Ahead,
    /// The target is reached.
    Reached,
    /// At least as far as the time that has gone by.
    OnPace,
    /// Behind the time that has gone by.
    Behind,
    /// The days are over and it was not reached.
    Missed,
}

impl Pace {
    /// In words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Ahead => "Not begun",
            Self::Reached => "Reached",
            Self::OnPace => "On pace",
            Self::Behind => "Behind",
            Self::Missed => "Not reached",
        }
    }
}

/// How far `actual` of `target` is on `today`, of a grant from `first` to `last`, both days in it. Time goes by evenly; today counts as gone.
pub fn pace(actual: i64, target: i64, (first, last): (Day, Day), today: Day) -> Pace {
    let whole = i128::from(first.days_until(last)) + 1;
    let gone = (i128::from(first.days_until(today)) + 1).clamp(0, whole);
    match (actual >= target, today < first, today > last) {
        (_, true, _) => Pace::Ahead,
        (true, ..) => Pace::Reached,
        (false, false, true) => Pace::Missed,
        (false, false, false) if i128::from(actual) * whole >= i128::from(target) * gone => Pace::OnPace,
        (false, false, false) => Pace::Behind,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_is_seen_beside_the_time_that_has_gone_by() {
        let day = |text: &str| Day::parse(text).unwrap();
        let year = (day("2026-01-01"), day("2026-12-31"));
        let cases = [
            (0, 100, "2025-12-31", Pace::Ahead),
            (0, 100, "2026-01-01", Pace::Behind),
            (1, 100, "2026-01-01", Pace::OnPace),
            (50, 100, "2026-07-02", Pace::Behind),
            (51, 100, "2026-07-02", Pace::OnPace),
            (100, 100, "2026-02-01", Pace::Reached),
            (99, 100, "2026-12-31", Pace::Behind),
            (99, 100, "2027-01-01", Pace::Missed),
            (120, 100, "2027-01-01", Pace::Reached),
            (0, 0, "2026-06-01", Pace::Reached),
            (-2, 10, "2026-06-01", Pace::Behind),
        ];
        for (actual, target, today, expected) in cases {
            assert_eq!(pace(actual, target, year, day(today)), expected, "{actual} of {target} on {today}");
        }
    }
}
