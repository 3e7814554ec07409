//! How long a resource takes: from asking to award, from award to payment, from asking to payment. Pure.
//!
//! Calendar days. A wait begins on the day of its first step and belongs to the days that it began in. Who still waits is counted as
//! waiting until the day the figures are made (Kaplan and Meier 1958), who was told no until that day, not as short and not as left out.
//! Where a day is missing, the wait is not known, and that is counted.

use super::Step;
use crate::equity::waiting::{Wait, kaplan_meier};
use crate::values::Day;

/// Which two steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leg {
    /// From asking to award.
    AskedAwarded,
    /// From award to payment: for what is no money, until it was handed over.
    AwardedPaid,
    /// From asking to payment.
    AskedPaid,
}

/// The steps of one resource.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Steps {
    /// Asked for.
    pub applied: Step,
    /// Promised.
    pub awarded: Step,
    /// Handed over.
    pub delivered: Step,
    /// When the answer to the application was no.
    pub refused_on: Option<Day>,
}

/// How long something takes, in calendar days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Days {
    /// How many came to the end.
    pub ended: u32,
    /// How many still wait.
    pub waiting: u32,
    /// How many were told no.
    pub refused: u32,
    /// Of how many a day is missing.
    pub unknown: u32,
    /// Of how many the later day lies before the earlier one.
    pub backwards: u32,
    /// A quarter within so many days; nothing where fewer than [`FEWEST`] came to the end, or fewer than a quarter did.
    pub quarter: Option<u32>,
    /// Half within so many days; nothing where more than half still wait.
    pub median: Option<u32>,
    /// Three quarters, as a quarter.
    pub three_quarters: Option<u32>,
}

/// So many must have come to the end before quarters are told.
pub const FEWEST: u32 = 5;

/// What one resource is for a leg, in some days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    Ended(u32),
    Waiting(u32),
    Refused(u32),
    Unknown,
    Backwards,
}

impl Leg {
    /// Every leg, in their order.
    pub const ALL: [Self; 3] = [Self::AskedAwarded, Self::AwardedPaid, Self::AskedPaid];

    /// "asked-awarded".
    pub fn code(self) -> &'static str {
        match self {
            Self::AskedAwarded => "asked-awarded",
            Self::AwardedPaid => "awarded-paid",
            Self::AskedPaid => "asked-paid",
        }
    }

    /// "From asking to award".
    pub fn label(self) -> &'static str {
        match self {
            Self::AskedAwarded => "From asking to award",
            Self::AwardedPaid => "From award to payment",
            Self::AskedPaid => "From asking to payment",
        }
    }

    fn ends(self, steps: &Steps) -> (Step, Step) {
        match self {
            Self::AskedAwarded => (steps.applied, steps.awarded),
            Self::AwardedPaid => (steps.awarded, steps.delivered),
            Self::AskedPaid => (steps.applied, steps.delivered),
        }
    }

    /// The day of a no, for a leg that begins with an application.
    fn refused(self, steps: &Steps) -> Option<Day> {
        steps.refused_on.filter(|_| self != Self::AwardedPaid)
    }

    /// What a resource is for this leg from `first` to `last`; nothing where it belongs to other days, or never came so far.
    fn of(self, steps: &Steps, (first, last): (Day, Day), as_of: Day) -> Option<Of> {
        let is_within = |day: Day| first <= day && day <= last;
        let (from, until) = self.ends(steps);
        let has_come = |step: Step| step.amount.is_some() || step.on.is_some();
        // Handed over, so it was awarded, whether that is written down or not.
        let is_over = has_come(until) || (self == Self::AskedAwarded && has_come(steps.delivered));
        let Some(began) = from.on else {
            // It is known to be over, or to have begun, and not when: it belongs to the days of what is known, or to all where nothing is.
            let known = [steps.applied.on, steps.awarded.on, steps.delivered.on].into_iter().flatten().min();
            let is_of = (has_come(from) || is_over) && known.is_none_or(is_within);
            return is_of.then_some(Of::Unknown);
        };
        if !is_within(began) {
            return None;
        }
        Some(match until.on {
            Some(ended) => u32::try_from(began.days_until(ended)).map_or(Of::Backwards, Of::Ended),
            None if is_over => Of::Unknown,
            None => match self.refused(steps) {
                Some(refused) => u32::try_from(began.days_until(refused)).map_or(Of::Backwards, Of::Refused),
                None => Of::Waiting(u32::try_from(began.days_until(as_of)).unwrap_or(0)),
            },
        })
    }
}

/// How long resources take for a leg: those whose wait began from the first to the last of `days`. `as_of` is the day the figures are made.
pub fn measure<'s>(resources: impl Iterator<Item = &'s Steps>, leg: Leg, days: (Day, Day), as_of: Day) -> Days {
    let (mut found, mut waits) = (Days::default(), Vec::new());
    for of in resources.filter_map(|steps| leg.of(steps, days, as_of)) {
        match of {
            Of::Ended(days) => {
                found.ended += 1;
                waits.push(Wait { days, served: true });
            }
            Of::Waiting(days) => {
                found.waiting += 1;
                waits.push(Wait { days, served: false });
            }
            // Until then it waited, and how long an award would have taken nobody knows.
            Of::Refused(days) => {
                found.refused += 1;
                waits.push(Wait { days, served: false });
            }
            Of::Unknown => found.unknown += 1,
            Of::Backwards => found.backwards += 1,
        }
    }
    let curve = kaplan_meier(&waits);
    let quarters = (found.ended >= FEWEST).then_some(&curve);
    Days {
        quarter: quarters.and_then(|curve| curve.over_by(0.25)),
        median: curve.median(),
        three_quarters: quarters.and_then(|curve| curve.over_by(0.75)),
        ..found
    }
}

impl Days {
    /// True where nothing of it is known or waits.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(of: i64) -> Day {
        Day::new(jiff::civil::date(2026, 1, 1)).plus_days(of)
    }

    fn step(amount: Option<i64>, on: Option<i64>) -> Step {
        Step { amount, on: on.map(day) }
    }

    fn steps(applied: Option<i64>, awarded: Option<i64>, delivered: Option<i64>) -> Steps {
        let dated = |on: Option<i64>| step(on.map(|_| 100), on);
        Steps { applied: dated(applied), awarded: dated(awarded), delivered: dated(delivered), refused_on: None }
    }

    const YEAR: (i64, i64) = (0, 364);

    fn of(leg: Leg, steps: &Steps) -> Option<Of> {
        leg.of(steps, (day(YEAR.0), day(YEAR.1)), day(200))
    }

    #[test]
    fn each_resource_is_ended_waiting_unknown_or_elsewhere() {
        use Leg::{AskedAwarded, AskedPaid, AwardedPaid};
        let no_day = |amount| step(Some(amount), None);
        let refused = |asked, on| Steps { refused_on: Some(day(on)), ..steps(Some(asked), None, None) };
        #[rustfmt::skip]
        let table: &[(Leg, Steps, Option<Of>)] = &[
            (AskedAwarded, steps(Some(10), Some(40), Some(60)), Some(Of::Ended(30))),
            (AwardedPaid,  steps(Some(10), Some(40), Some(60)), Some(Of::Ended(20))),
            (AskedPaid,    steps(Some(10), Some(40), Some(60)), Some(Of::Ended(50))),
            (AskedAwarded, steps(Some(10), None, None),         Some(Of::Waiting(190))),
            (AwardedPaid,  steps(Some(10), None, None),         None),
            (AskedPaid,    steps(Some(10), Some(40), None),     Some(Of::Waiting(190))),
            (AskedAwarded, refused(10, 30),                     Some(Of::Refused(20))),
            (AskedPaid,    refused(10, 30),                     Some(Of::Refused(20))),
            (AwardedPaid,  refused(10, 30),                     None),
            (AskedAwarded, refused(30, 10),                     Some(Of::Backwards)),
            // The award is not written down, and what was not awarded is not paid.
            (AskedAwarded, steps(Some(10), None, Some(60)),     Some(Of::Unknown)),
            // Awarded without an application on record.
            (AskedAwarded, steps(None, Some(40), None),         Some(Of::Unknown)),
            (AwardedPaid,  steps(None, Some(40), None),         Some(Of::Waiting(160))),
            (AskedAwarded, Steps { applied: no_day(5), ..Steps::default() }, Some(Of::Unknown)),
            (AwardedPaid,  Steps { awarded: no_day(5), delivered: step(Some(5), Some(60)), ..Steps::default() }, Some(Of::Unknown)),
            (AskedAwarded, Steps { applied: step(Some(5), Some(10)), awarded: no_day(5), ..Steps::default() }, Some(Of::Unknown)),
            // Begun in another year, whatever came later.
            (AskedAwarded, steps(Some(-20), Some(40), None),    None),
            (AwardedPaid,  steps(Some(-20), Some(40), Some(41)), Some(Of::Ended(1))),
            (AskedAwarded, steps(Some(10), Some(10), None),     Some(Of::Ended(0))),
            (AskedAwarded, steps(Some(40), Some(10), None),     Some(Of::Backwards)),
            (AskedAwarded, Steps::default(),                    None),
        ];
        for (leg, steps, expected) in table {
            assert_eq!(of(*leg, steps), *expected, "{leg:?} {steps:?}");
        }
    }

    #[test]
    fn who_waits_is_counted_and_quarters_stand_from_five_on() {
        let ended = |days: &[i64]| -> Vec<Steps> { days.iter().map(|days| steps(Some(0), Some(*days), None)).collect() };
        let found = |all: &[Steps]| measure(all.iter(), Leg::AskedAwarded, (day(0), day(364)), day(200));
        let four = found(&ended(&[10, 20, 30, 40]));
        assert_eq!((four.ended, four.quarter, four.median, four.three_quarters), (4, None, Some(20), None));
        let five = found(&ended(&[10, 20, 30, 40, 50]));
        assert_eq!((five.quarter, five.median, five.three_quarters), (Some(20), Some(30), Some(40)));
        let mut waiting = ended(&[10]);
        waiting.extend([steps(Some(0), None, None), steps(Some(0), None, None)]);
        let three = found(&waiting);
        assert_eq!((three.ended, three.waiting, three.median), (1, 2, None), "most still wait, so nobody knows how long half wait");
        assert!(found(&[]).is_empty());
    }

    proptest! {
        #[test]
        fn everything_is_counted_once_and_quarters_are_in_order(
            all in prop::collection::vec((prop::option::of(-50_i64..400), prop::option::of(0_i64..400), prop::option::of(0_i64..400)), 0..40)
        ) {
            let all: Vec<Steps> = all.into_iter().map(|(applied, awarded, delivered)| steps(applied, awarded, delivered)).collect();
            for leg in Leg::ALL {
                let found = measure(all.iter(), leg, (day(0), day(364)), day(400));
                let counted = found.ended + found.waiting + found.refused + found.unknown + found.backwards;
                prop_assert_eq!(counted as usize, all.iter().filter(|steps| leg.of(steps, (day(0), day(364)), day(400)).is_some()).count());
                if let (Some(quarter), Some(median)) = (found.quarter, found.median) {
                    prop_assert!(quarter <= median);
                }
                if let (Some(median), Some(three)) = (found.median, found.three_quarters) {
                    prop_assert!(median <= three);
                }
                prop_assert!(found.median.is_none() || found.ended > 0);
            }
        }
    }
}
