//! Waiting for a service: how many still wait after so many days, the median wait, and whether groups differ (M13).
//!
//! Who still waits is not left out but counted as waiting until the day the data were taken (censored).

use statrs::distribution::{ChiSquared, ContinuousCDF};

use super::intervals::two_sided_z;
use super::{count, number};

/// One business's wait, in days from asking; `served` is false where it still waited on the last day known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait {
    pub days: u32,
    pub served: bool,
}

/// Kaplan and Meier's curve (1958): one point for each day on which a wait ended or was last seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    pub points: Vec<Point>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    pub day: u32,
    /// Who waited up to this day, before it.
    pub at_risk: u32,
    pub served: u32,
    /// Share still waiting after this day.
    pub waiting: f64,
    /// Greenwood's sum of d / (n (n - d)) so far; infinite once nobody waits.
    greenwood: f64,
}

/// The median wait's limits, in days. An end is absent where the curve's limit never falls to one half.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MedianLimits {
    pub low: Option<u32>,
    pub high: Option<u32>,
}

/// The log-rank test that groups wait alike.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogRank {
    pub chi2: f64,
    pub df: u32,
    pub p: f64,
}

const HALF: f64 = 0.5;

/// The curve of a set of waits; without points for nobody.
#[must_use]
pub fn kaplan_meier(waits: &[Wait]) -> Curve {
    let mut sorted = waits.to_vec();
    sorted.sort_unstable_by_key(|wait| wait.days);
    let (mut at_risk, mut log, mut greenwood) = (count(&sorted), 0.0, 0.0);
    let points = sorted.chunk_by(|left, right| left.days == right.days).filter_map(|day| {
        let served = served(day);
        let left = f64::from(at_risk - served);
        // Why in logarithms: this is how the reference (lifelines) adds up, see `Curve::median`.
        log += left.ln() - f64::from(at_risk).ln();
        greenwood += if served > 0 { f64::from(served) / (f64::from(at_risk) * left) } else { 0.0 };
        let point = Point { day: day.first()?.days, at_risk, served, waiting: log.exp(), greenwood };
        at_risk -= count(day);
        Some(point)
    });
    Curve { points: points.collect() }
}

fn served(waits: &[Wait]) -> u32 {
    number(waits.iter().filter(|wait| wait.served))
}

impl Curve {
    /// The first day after which half or fewer still wait. Absent where more than half are still waiting.
    ///
    /// Where exactly half still wait, R's `survfit` takes the midpoint to the next event; we, as lifelines, do not.
    /// The curve is added up in logarithms as lifelines does it, and there the last bit decides whether "exactly
    /// half" is that day or the next event's: a choice between two days that are equally right.
    #[must_use]
    pub fn median(&self) -> Option<u32> {
        self.points.iter().find(|point| point.waiting <= HALF).map(|point| point.day)
    }

    /// The first day by which a share of the waits was over: 0.25 is a quarter of them. Absent where fewer are. The slack is for shares that
    /// are exactly met: the curve is added up in logarithms.
    #[must_use]
    pub fn over_by(&self, share: f64) -> Option<u32> {
        self.points.iter().find(|point| point.waiting <= 1.0 - share + 1e-9).map(|point| point.day)
    }

    /// The share still waiting after `day` days; absent for nobody. After the last day anybody was seen the curve
    /// stays where it was (as lifelines has it), though nobody knows: a page asks `is_known` first.
    #[must_use]
    pub fn still_waiting(&self, day: u32) -> Option<f64> {
        self.points.first()?;
        Some(self.points.iter().rev().find(|point| point.day <= day).map_or(1.0, |point| point.waiting))
    }

    /// Whether anybody was seen so long: on that day somebody was still followed, or all were served before.
    #[must_use]
    pub fn is_known(&self, day: u32) -> bool {
        self.points.last().is_some_and(|last| day <= last.day || last.waiting <= 0.0)
    }

    /// The limits of the median: the days on which the limits of the curve (log-log, as in R's
    /// `survfit(conf.type = "log-log")`) fall to one half (Brookmeyer and Crowley 1982).
    #[must_use]
    pub fn median_limits(&self, confidence: f64) -> MedianLimits {
        let Some(z) = two_sided_z(confidence) else { return MedianLimits { low: None, high: None } };
        let first = |limit: &dyn Fn(&Point) -> Option<f64>| {
            let fallen = self.points.iter().find(|point| limit(point).is_some_and(|limit| limit <= HALF));
            fallen.map(|point| point.day)
        };
        MedianLimits { low: first(&|point| point.limit(z)), high: first(&|point| point.limit(-z)) }
    }
}

impl Point {
    /// The curve's limit at this day, lower for a positive `z`. Absent where nobody, or everybody, still waits.
    fn limit(&self, z: f64) -> Option<f64> {
        let log = self.waiting.ln();
        let spread = self.greenwood.sqrt() / log.abs();
        (self.served_before() && self.greenwood.is_finite()).then(|| self.waiting.powf((z * spread).exp()))
    }

    fn served_before(&self) -> bool {
        self.greenwood > 0.0
    }
}

/// Mantel's log-rank test (1966) of two or more groups, with the hypergeometric variance. Groups of nobody do not
/// take part. Nothing for fewer than two groups, or where no wait ended while two groups still had somebody waiting.
#[must_use]
pub fn log_rank(groups: &[Vec<Wait>]) -> Option<LogRank> {
    let groups: Vec<Sorted> = groups.iter().filter(|waits| !waits.is_empty()).map(|waits| Sorted::of(waits)).collect();
    // The differences of all groups sum to 0, so the last one follows from the others.
    let free = groups.len().checked_sub(1).filter(|free| *free > 0)?;
    let mut days: Vec<u32> = groups.iter().flat_map(|group| group.ends.iter().copied()).collect();
    days.sort_unstable();
    days.dedup();
    let mut excess = vec![0.0; free];
    let mut variance = vec![vec![0.0; free]; free];
    for day in days {
        let at_risk: Vec<f64> = groups.iter().map(|group| group.at_risk(day)).collect();
        let ended: Vec<f64> = groups.iter().map(|group| group.ended(day)).collect();
        let (all, gone): (f64, f64) = (at_risk.iter().sum(), ended.iter().sum());
        let spread = if all > 1.0 { gone * (all - gone) / (all - 1.0) } else { 0.0 };
        for (row, (excess, variance)) in excess.iter_mut().zip(&mut variance).enumerate() {
            let part = |at: usize| at_risk.get(at).copied().unwrap_or_default() / all;
            *excess += ended.get(row).copied().unwrap_or_default() - gone * part(row);
            for (column, cell) in variance.iter_mut().enumerate() {
                let own = if row == column { part(row) } else { 0.0 };
                *cell += spread * (own - part(row) * part(column));
            }
        }
    }
    let solved = solve(variance, excess.clone())?;
    let chi2: f64 = excess.iter().zip(&solved).map(|(excess, solved)| excess * solved).sum();
    let df = u32::try_from(free).ok()?;
    Some(LogRank { chi2, df, p: ChiSquared::new(f64::from(df)).ok()?.sf(chi2) })
}

/// A group's days in order, so that a day is looked up and not searched for.
struct Sorted {
    days: Vec<u32>,
    ends: Vec<u32>,
}

impl Sorted {
    fn of(waits: &[Wait]) -> Self {
        let sorted = |is: fn(&Wait) -> bool| {
            let mut days: Vec<u32> = waits.iter().filter(|wait| is(wait)).map(|wait| wait.days).collect();
            days.sort_unstable();
            days
        };
        Self { days: sorted(|_| true), ends: sorted(|wait| wait.served) }
    }

    /// How many waited up to a day.
    fn at_risk(&self, day: u32) -> f64 {
        let before = self.days.partition_point(|known| *known < day);
        f64::from(number(self.days.iter().skip(before)))
    }

    fn ended(&self, day: u32) -> f64 {
        let [before, until] = [self.ends.partition_point(|known| *known < day), self.ends.partition_point(|known| *known <= day)];
        f64::from(number(before..until))
    }
}

/// Solves a small symmetric system by elimination with pivots. Nothing where it has no single solution.
fn solve(mut rows: Vec<Vec<f64>>, mut right: Vec<f64>) -> Option<Vec<f64>> {
    let size = right.len();
    for at in 0..size {
        let weight = |row: &usize| rows.get(*row).and_then(|row| row.get(at)).map_or(0.0, |value| value.abs());
        let pivot = (at..size).max_by(|left, right| weight(left).total_cmp(&weight(right)))?;
        if weight(&pivot) < 1e-12 {
            return None;
        }
        rows.swap(at, pivot);
        right.swap(at, pivot);
        let (lead, value) = (rows.get(at)?.clone(), *right.get(at)?);
        for (row, other) in rows.iter_mut().zip(&mut right).skip(at + 1) {
            let times = row.get(at)? / lead.get(at)?;
            row.iter_mut().zip(&lead).for_each(|(own, lead)| *own -= times * lead);
            *other -= times * value;
        }
    }
    let mut solution = vec![0.0; size];
    for at in (0..size).rev() {
        let row = rows.get(at)?;
        let known: f64 = row.iter().zip(&solution).skip(at + 1).map(|(weight, value)| weight * value).sum();
        *solution.get_mut(at)? = (right.get(at)? - known) / row.get(at)?;
    }
    Some(solution)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn waits(days: &[u32], served: bool) -> Vec<Wait> {
        days.iter().map(|days| Wait { days: *days, served }).collect()
    }

    #[test]
    fn nobody_has_no_curve_and_no_median() {
        let nobody = kaplan_meier(&[]);
        assert_eq!((nobody.median(), nobody.still_waiting(0), nobody.is_known(0)), (None, None, false));
        assert_eq!(nobody.median_limits(0.95), MedianLimits { low: None, high: None });
    }

    #[test]
    fn while_more_than_half_wait_there_is_no_median() {
        let curve = kaplan_meier(&[waits(&[5, 9], true), waits(&[30; 4], false)].concat());
        assert_eq!(curve.median(), None);
        assert!((curve.still_waiting(30).unwrap() - 4.0 / 6.0).abs() < 1e-12);
        assert_eq!([curve.is_known(30), curve.is_known(31)], [true, false], "nobody was seen that long");
        assert_eq!(curve.still_waiting(31), curve.still_waiting(30));
        assert_eq!(curve.still_waiting(4), Some(1.0));
    }

    #[test]
    fn at_exactly_half_the_day_itself_is_the_median() {
        assert_eq!(kaplan_meier(&[waits(&[5, 6], true), waits(&[7, 8], false)].concat()).median(), Some(6));
        assert_eq!(kaplan_meier(&waits(&[5, 5, 9, 9], true)).median(), Some(5));
    }

    #[test]
    fn once_all_are_served_nobody_waits_ever_after() {
        let curve = kaplan_meier(&waits(&[2, 4, 6], true));
        assert_eq!((curve.still_waiting(6), curve.still_waiting(90), curve.is_known(90)), (Some(0.0), Some(0.0), true));
        assert_eq!(kaplan_meier(&waits(&[0, 0], true)).still_waiting(0), Some(0.0));
    }

    #[test]
    fn who_still_waits_counts_until_the_last_day() {
        let curve = kaplan_meier(&[waits(&[10], true), waits(&[5], false), waits(&[20], true)].concat());
        assert_eq!(
            curve.points.iter().map(|point| (point.day, point.at_risk, point.served)).collect::<Vec<_>>(),
            [(5, 3, 0), (10, 2, 1), (20, 1, 1)]
        );
        assert!((curve.still_waiting(10).unwrap() - 0.5).abs() < 1e-12);
    }

    #[test]
    fn one_group_or_no_end_has_no_test() {
        let some = waits(&[3, 5], true);
        assert_eq!(log_rank(std::slice::from_ref(&some)), None);
        assert_eq!(log_rank(&[some.clone(), vec![]]), None);
        assert_eq!(log_rank(&[waits(&[3, 5], false), waits(&[4], false)]), None);
        // One side is gone before the other's first wait ends.
        assert_eq!(log_rank(&[waits(&[1], false), some]), None);
    }

    #[test]
    fn groups_of_nobody_take_no_part() {
        let (one, other) = (waits(&[3, 5, 9], true), waits(&[4, 8, 12], true));
        let both = log_rank(&[one.clone(), other.clone()]);
        assert!(both.is_some_and(|test| test.df == 1));
        assert_eq!(log_rank(&[one, vec![], other]), both);
    }

    proptest! {
        #[test]
        fn without_censoring_the_curve_is_the_share_that_waited_longer(days in prop::collection::vec(0_u32..60, 1..60), day in 0_u32..70) {
            let longer = f64::from(number(days.iter().filter(|wait| **wait > day))) / f64::from(count(&days));
            prop_assert!((kaplan_meier(&waits(&days, true)).still_waiting(day).unwrap() - longer).abs() < 1e-12);
        }

        #[test]
        fn the_order_of_groups_does_not_matter(all in prop::collection::vec((0_u32..30, any::<bool>(), 0_usize..3), 6..60)) {
            let group = |at: usize| -> Vec<Wait> {
                all.iter().filter(|(_, _, of)| *of == at).map(|(days, served, _)| Wait { days: *days, served: *served }).collect()
            };
            let [first, second] = [[0, 1, 2], [2, 0, 1]].map(|order| log_rank(&order.map(group)));
            match (first, second) {
                (Some(first), Some(second)) => prop_assert!((first.chi2 - second.chi2).abs() < 1e-6 && first.chi2 > -1e-9),
                (first, second) => prop_assert_eq!(first.is_some(), second.is_some()),
            }
        }
    }
}
