//! The line of an indicator over time, from two counts for each period. Pure: no clock, no database.
//!
//! A figure is shown, stored and compared in hundredths: what a reader sees is what a target is held against.

use super::words::{Per, hundredths_of};
use super::{Count, Definition};
use crate::values::{Day, IndicatorDirection, IndicatorPer, Period};

/// One period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// Which.
    pub period: Period,
    /// What was counted, in the unit of its measure.
    pub numerator: i64,
    /// Against what, in the unit of its measure; nothing where it is only counted.
    pub denominator: Option<i64>,
    /// In hundredths of what is shown. Never zero for want of something to compare with: then nothing.
    pub value: Option<i64>,
    /// The period is not over.
    pub is_running: bool,
}

/// The period that holds a day.
fn holding(per: IndicatorPer, day: Day) -> Period {
    let (year, month) = (day.year(), day.date().month());
    match per {
        IndicatorPer::Month => Period::Month(year, month),
        IndicatorPer::Quarter => Period::Quarter(year, (month + 2) / 3),
        IndicatorPer::Year => Period::Year(year),
    }
}

/// How many periods a line shows at most.
fn most(per: IndicatorPer) -> usize {
    match per {
        IndicatorPer::Month => 13,
        IndicatorPer::Quarter => 9,
        IndicatorPer::Year => 6,
    }
}

/// The periods of a line, the oldest first: those that hold a day since the program began, the last of them running.
pub fn periods(per: IndicatorPer, began: Day, today: Day) -> Vec<Period> {
    let mut all = Vec::new();
    let mut period = holding(per, today);
    while all.len() < most(per) && period.last() >= began {
        all.push(period);
        period = holding(per, period.first().plus_days(-1));
    }
    all.reverse();
    all
}

/// The last period that was over on a day, and the one before it.
pub fn last_closed(per: IndicatorPer, day: Day) -> (Period, Period) {
    let running = holding(per, day.plus_days(1));
    let last = holding(per, running.first().plus_days(-1));
    (last, holding(per, last.first().plus_days(-1)))
}

/// What two counts come to, in hundredths of what is shown, rounded half away from zero. Nothing of nothing.
pub fn value(definition: &Definition, numerator: i64, denominator: Option<i64>) -> Option<i64> {
    let (times, by) = hundredths_of(definition.numerator.measure.unit());
    let per = match (&definition.denominator, denominator) {
        (None, _) => (1, 1),
        (Some(_), None | Some(..=0)) => return None,
        (Some(Count { measure, .. }), Some(count)) => (Per::of(definition.numerator.measure.unit(), measure.unit()).basis, count),
    };
    let over = i128::from(numerator) * i128::from(times) * i128::from(per.0);
    let under = i128::from(by) * i128::from(per.1);
    let rounded = (over.abs() * 2 + under) / (under * 2);
    i64::try_from(rounded * over.signum()).ok()
}

/// True where a figure is at its target or beyond it.
pub fn is_met(direction: IndicatorDirection, value: i64, target: i64) -> bool {
    match direction {
        IndicatorDirection::Up => value >= target,
        IndicatorDirection::Down => value <= target,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::ListedMeasure as M;

    fn defined(numerator: M, denominator: Option<M>) -> Definition {
        let count = |measure| Count { measure, kind: None, place: None, source: None };
        Definition { numerator: count(numerator), denominator: denominator.map(count), per: IndicatorPer::Quarter }
    }

    #[test]
    fn what_two_counts_come_to_is_what_a_hand_reckons() {
        /// Of what, against what, the two counts, and the hundredths.
        type Worked = (M, Option<M>, i64, Option<i64>, Option<i64>);
        #[rustfmt::skip]
        let table: &[Worked] = &[
            (M::Services,        None,                      12,      None,            Some(1_200)),
            (M::DollarsAwarded,  None,                      125_050, None,            Some(125_050)),
            (M::ContactTime,     None,                      90,      None,            Some(150)),
            (M::Outcomes,        Some(M::ClientsServed),    3,       Some(8),         Some(3_750)),
            (M::Outcomes,        Some(M::ClientsServed),    2,       Some(3),         Some(6_667)),
            (M::Outcomes,        Some(M::ClientsServed),    3,       Some(0),         None),
            (M::JobsCreated,     Some(M::ClientsServed),    -1,      Some(3),         Some(-3_333)),
            (M::Services,        Some(M::JobsCreated),      4,       Some(-2),        None),
            (M::DollarsAwarded,  Some(M::ClientsServed),    100_000, Some(3),         Some(33_333)),
            (M::JobsCreated,     Some(M::DollarsAwarded),   6,       Some(30_000_000), Some(200)),
            (M::DollarsDelivered, Some(M::DollarsAwarded),  425,     Some(1_000),     Some(4_250)),
            (M::ContactTime,     Some(M::ClientsServed),    100,     Some(3),         Some(56)),
            (M::SpaceDelivered,  Some(M::Awards),           9_000,   Some(4),         Some(225_000)),
            (M::Services,        Some(M::ContactTime),      3,       Some(120),       Some(15_000)),
        ];
        for (numerator, denominator, over, under, expected) in table {
            assert_eq!(value(&defined(*numerator, *denominator), *over, *under), *expected, "{numerator:?} {denominator:?} {over}");
        }
    }

    #[test]
    fn a_line_ends_with_the_running_period_and_begins_no_sooner_than_the_program() {
        let day = |text| Day::parse(text).unwrap();
        let said = |per, began, today| periods(per, day(began), day(today)).iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(said(IndicatorPer::Quarter, "2026-05-20", "2026-11-30"), ["2026-Q2", "2026-Q3", "2026-Q4"]);
        assert_eq!(said(IndicatorPer::Month, "2020-01-01", "2026-02-10").len(), 13);
        assert_eq!(said(IndicatorPer::Month, "2020-01-01", "2026-02-10")[11..], ["2026-01", "2026-02"]);
        assert_eq!(said(IndicatorPer::Year, "2025-12-31", "2026-01-01"), ["2025", "2026"]);
        assert!(said(IndicatorPer::Year, "2027-01-01", "2026-01-01").is_empty());
    }

    #[test]
    fn a_period_is_over_on_its_last_day() {
        let day = |text| Day::parse(text).unwrap();
        let said = |per, on| {
            let (last, before) = last_closed(per, day(on));
            format!("{before} {last}")
        };
        assert_eq!(said(IndicatorPer::Quarter, "2026-09-29"), "2026-Q1 2026-Q2");
        assert_eq!(said(IndicatorPer::Quarter, "2026-09-30"), "2026-Q2 2026-Q3");
        assert_eq!(said(IndicatorPer::Month, "2026-01-15"), "2025-11 2025-12");
        assert_eq!(said(IndicatorPer::Year, "2026-12-31"), "2025 2026");
    }

    #[test]
    fn a_target_is_met_from_its_own_side() {
        assert!(is_met(IndicatorDirection::Up, 10, 10) && !is_met(IndicatorDirection::Up, 9, 10));
        assert!(is_met(IndicatorDirection::Down, 10, 10) && !is_met(IndicatorDirection::Down, 11, 10));
    }
}
