//! From the first stage to the last: who is below four fifths of the best, and where a gap arises (M5, M6).

use std::cmp::Ordering;

use super::bounds::{FOUR_FIFTHS, Fraction, Tally};
use super::share;

/// A group sets the mark only with so many businesses.
pub const FEWEST_FOR_BEST: u32 = 30;

/// A group's rate beside the best group's.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Impact {
    /// Absent where the group has nobody.
    pub rate: Option<f64>,
    /// Rate over the best rate. Absent where no group sets a mark, or the mark is 0.
    pub ratio: Option<f64>,
    /// Whether the ratio is below four fifths, decided in whole numbers: exactly four fifths is not below.
    pub is_below: bool,
    /// Whether one business more with success (or one fewer, for a group not below) would change that: if so, the
    /// finding hangs on a single business (EEOC, Questions and Answers 21). Absent for the best group.
    pub one_business_flips: Option<bool>,
}

/// The four-fifths comparison of all groups (29 CFR 1607.4(D)). Groups must be mutually exclusive.
#[derive(Debug, Clone, PartialEq)]
pub struct FourFifths {
    /// Which group sets the mark: of equals the first. Absent where none is large enough.
    pub best: Option<usize>,
    pub groups: Vec<Impact>,
    /// Highest less lowest rate.
    pub rate_difference: Option<f64>,
}

/// Impact ratios of groups, the best being the highest rate among groups of at least `fewest_for_best` businesses
/// (`FEWEST_FOR_BEST` in reports).
#[must_use]
pub fn four_fifths(groups: &[Tally], fewest_for_best: u32) -> FourFifths {
    let best = best_of(groups, fewest_for_best);
    let rates = || groups.iter().filter_map(|group| rate(*group));
    let impact = |(at, group): (usize, &Tally)| {
        let mark = best.and_then(|best| groups.get(best)).copied();
        let ratio = mark.and_then(|mark| Some((rate(*group)?, rate(mark).filter(|mark| *mark > 0.0)?)));
        let flips = (best.is_some() && best != Some(at) && group.size() > 0).then(|| flips(groups, at, fewest_for_best));
        Impact {
            rate: rate(*group),
            ratio: ratio.map(|(rate, mark)| rate / mark),
            is_below: is_below(groups, at, fewest_for_best),
            one_business_flips: flips,
        }
    };
    let span = rates().reduce(f64::max).zip(rates().reduce(f64::min));
    FourFifths { best, groups: groups.iter().enumerate().map(impact).collect(), rate_difference: span.map(|(high, low)| high - low) }
}

fn rate(tally: Tally) -> Option<f64> {
    share(tally.successes, tally.size())
}

fn best_of(groups: &[Tally], fewest: u32) -> Option<usize> {
    let large = groups.iter().enumerate().filter(|(_, group)| group.size() >= fewest.max(1));
    // Of equals `max_by` takes the last, so the order of places is turned around.
    large.max_by(|left, right| compare(*left.1, *right.1).then(right.0.cmp(&left.0))).map(|(at, _)| at)
}

/// Which of two rates is higher, in whole numbers.
fn compare(left: Tally, right: Tally) -> Ordering {
    let product = |successes: u32, size: u32| u64::from(successes) * u64::from(size);
    product(left.successes, right.size()).cmp(&product(right.successes, left.size()))
}

fn is_below(groups: &[Tally], at: usize, fewest: u32) -> bool {
    let Some((group, mark)) = groups.get(at).zip(best_of(groups, fewest).and_then(|best| groups.get(best))) else { return false };
    let Fraction { over, under } = FOUR_FIFTHS;
    let product = |numbers: [u32; 3]| numbers.map(u128::from).iter().product::<u128>();
    group.size() > 0 && product([group.successes, mark.size(), under]) < product([over, group.size(), mark.successes])
}

fn flips(groups: &[Tally], at: usize, fewest: u32) -> bool {
    let was_below = is_below(groups, at, fewest);
    let mut moved = groups.to_vec();
    let Some(group) = moved.get_mut(at) else { return false };
    let (from, to) = if was_below { (&mut group.failures, &mut group.successes) } else { (&mut group.successes, &mut group.failures) };
    if *from == 0 {
        return false;
    }
    *from -= 1;
    *to += 1;
    is_below(&moved, at, fewest) != was_below
}

/// One step of a funnel: how many of those who reached the stage before reached this one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// Absent where nobody of the group reached the stage before.
    pub group_rate: Option<f64>,
    pub reference_rate: Option<f64>,
    pub ratio: Option<f64>,
    /// Natural logarithm of the ratio. Absent for a ratio of 0.
    pub log_ratio: Option<f64>,
    /// How many more of the group would be here at the reference's rate; negative where the group does better.
    pub shortfall: Option<f64>,
}

/// Where a gap arises: ln(overall ratio) is the sum over the steps of ln(step ratio).
#[derive(Debug, Clone, PartialEq)]
pub struct Funnel {
    pub steps: Vec<Step>,
    pub overall_ratio: Option<f64>,
    pub overall_log: Option<f64>,
    /// Each step's part of the overall logarithm; together 1. Parts may be negative or above 1, where steps pull
    /// in opposite directions. Absent where a step has no logarithm, or the overall ratio is 1: no gap to share out.
    pub shares: Option<Vec<f64>>,
    /// The first step (from 0) where the splitting stops, because nobody of a side got through.
    pub stops_at: Option<usize>,
}

/// Splits the ratio of two groups' overall rates into steps. Both lists hold the numbers who reached each stage,
/// first the stage everybody starts from. Nothing for lists of different lengths or fewer than two stages.
#[must_use]
pub fn funnel(group: &[u32], reference: &[u32]) -> Option<Funnel> {
    if group.len() != reference.len() || group.len() < 2 {
        return None;
    }
    let pairs = group.windows(2).zip(reference.windows(2));
    let steps: Vec<Step> =
        pairs.filter_map(|(own, other)| Some(step(*own.first()?, *own.last()?, *other.first()?, *other.last()?))).collect();
    let [own, other] = [group, reference].map(|stages| share(*stages.last()?, *stages.first()?));
    let overall_ratio = divide(own, other);
    let overall_log = overall_ratio.and_then(log);
    let logs: Option<Vec<f64>> = steps.iter().map(|step| step.log_ratio).collect();
    let shares = overall_log.filter(|_| !is_even(group, reference)).zip(logs);
    let shares = shares.map(|(overall, logs)| logs.into_iter().map(|log| log / overall).collect());
    let stops_at = steps.iter().position(|step| step.log_ratio.is_none());
    Some(Funnel { steps, overall_ratio, overall_log, shares, stops_at })
}

fn step(own_before: u32, own: u32, other_before: u32, other: u32) -> Step {
    let [group_rate, reference_rate] = [share(own, own_before), share(other, other_before)];
    let ratio = divide(group_rate, reference_rate);
    let shortfall = reference_rate.map(|rate| f64::from(own_before) * rate - f64::from(own));
    Step { group_rate, reference_rate, ratio, log_ratio: ratio.and_then(log), shortfall }
}

fn divide(own: Option<f64>, other: Option<f64>) -> Option<f64> {
    Some(own? / other.filter(|rate| *rate > 0.0)?)
}

fn log(ratio: f64) -> Option<f64> {
    (ratio > 0.0).then(|| ratio.ln())
}

/// Whether both came through at exactly the same rate, in whole numbers.
fn is_even(group: &[u32], reference: &[u32]) -> bool {
    let end = |stages: &[u32]| [stages.first(), stages.last()].map(|number| i128::from(number.copied().unwrap_or_default()));
    let ([own_first, own_last], [other_first, other_last]) = (end(group), end(reference));
    own_last * other_first == other_last * own_first
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tally(successes: u32, size: u32) -> Tally {
        Tally { successes, failures: size - successes }
    }

    #[test]
    fn a_small_group_does_not_set_the_mark() {
        let got = four_fifths(&[tally(9, 9), tally(20, 40), tally(15, 40)], FEWEST_FOR_BEST);
        assert_eq!(got.best, Some(1));
        assert!(got.groups[0].ratio.is_some_and(|ratio| ratio > 1.9) && !got.groups[0].is_below);
        assert!(got.groups[2].is_below);
        let none = four_fifths(&[tally(9, 9), tally(0, 4)], FEWEST_FOR_BEST);
        assert_eq!((none.best, none.groups[1].ratio, none.groups[1].is_below), (None, None, false));
        assert_eq!(none.groups[1].one_business_flips, None);
    }

    #[test]
    fn ties_are_fine_and_exactly_four_fifths_is_not_below() {
        let got = four_fifths(&[tally(20, 40), tally(25, 50), tally(16, 40), tally(15, 40)], 30);
        assert_eq!(got.best, Some(0));
        assert_eq!(got.groups.iter().map(|group| group.is_below).collect::<Vec<_>>(), [false, false, false, true]);
        // In floats 0.6 / 0.75 is below 0.8.
        assert!(!four_fifths(&[tally(75, 100), tally(60, 100)], 30).groups[1].is_below);
    }

    #[test]
    fn one_business_may_turn_the_finding_either_way() {
        let flips = |of| four_fifths(&[tally(50, 100), of], 30).groups[1].one_business_flips;
        assert_eq!([39, 38, 40, 41].map(|x| flips(tally(x, 100))), [Some(true), Some(false), Some(true), Some(false)]);
        assert_eq!(four_fifths(&[tally(50, 100), tally(40, 100)], 30).groups[0].one_business_flips, None);
        // Nobody is left who could still succeed.
        assert_eq!(flips(Tally { successes: 0, failures: 0 }), None);
    }

    #[test]
    fn nobody_has_no_rate_and_a_mark_of_zero_no_ratio() {
        let got = four_fifths(&[tally(0, 40), tally(0, 0)], 30);
        assert_eq!((got.groups[0].ratio, got.groups[1].rate, got.rate_difference), (None, None, Some(0.0)));
        assert_eq!(four_fifths(&[], 30), FourFifths { best: None, groups: vec![], rate_difference: None });
    }

    #[test]
    fn a_stage_nobody_passes_stops_the_split_and_is_named() {
        let got = funnel(&[50, 20, 0, 0], &[80, 40, 30, 10]).unwrap();
        assert_eq!((got.stops_at, got.shares, got.overall_log), (Some(1), None, None));
        assert_eq!((got.overall_ratio, got.steps[1].shortfall, got.steps[2].shortfall), (Some(0.0), Some(15.0), Some(0.0)));
        assert_eq!(got.steps[2].group_rate, None);
        let other = funnel(&[50, 20, 10], &[80, 0, 0]).unwrap();
        assert_eq!((other.stops_at, other.steps[0].ratio, other.steps[1].shortfall), (Some(0), None, None));
    }

    #[test]
    fn no_gap_has_no_shares() {
        let got = funnel(&[30, 10, 6], &[60, 30, 12]).unwrap();
        assert_eq!((got.shares, got.stops_at), (None, None));
        assert_eq!((funnel(&[30], &[60]), funnel(&[30, 2], &[60, 4, 1])), (None, None));
    }

    prop_compose! {
        fn stages()(first in 50_u32..500, percents in prop::collection::vec(20_u32..100, 4)) -> Vec<u32> {
            let mut stages = vec![first];
            for percent in percents {
                let last = *stages.last().unwrap();
                stages.push((last * percent / 100).max(1));
            }
            stages
        }
    }

    proptest! {
        #[test]
        fn the_steps_add_up_to_the_whole(group in stages(), reference in stages()) {
            let got = funnel(&group, &reference).unwrap();
            let sum: f64 = got.steps.iter().map(|step| step.log_ratio.unwrap()).sum();
            prop_assert!((sum - got.overall_log.unwrap()).abs() < 1e-9);
            if let Some(shares) = got.shares.filter(|_| got.overall_log.unwrap().abs() > 1e-3) {
                prop_assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            }
            for (at, step) in got.steps.iter().enumerate() {
                let at_their_rate = f64::from(group[at + 1]) + step.shortfall.unwrap();
                prop_assert!((at_their_rate / f64::from(group[at]) - step.reference_rate.unwrap()).abs() < 1e-9);
            }
        }
    }
}
