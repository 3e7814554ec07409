//! Intervals by drawing again: the ratio of two means, and a share of a total, with businesses as clusters (M2, M8).
//!
//! A business comes with all it got or not at all, so two awards to one business never count as two events. The
//! interval is bias-corrected and accelerated (`BCa`, Efron 1987; for two samples as scipy's `bootstrap`), and the
//! plain percentile one where the correction cannot be computed.

use statrs::distribution::{ContinuousCDF, Normal};

use super::random::Seeded;
use super::{Interval, count, float, number};

/// So many businesses are drawn in all: up to 100,000 times the pool of a small program, 1,000 times that of a large
/// one, whose interval is narrow enough for it. With other seeds the ends then move by less than 2 %.
const MOST_STEPS: usize = 4_000_000;
const MOST_DRAWS: usize = 100_000;
const FEWEST_DRAWS: usize = 1_000;

/// A business: what it got (cents, minutes, square feet), and in how many parts. With one part each, a mean is per
/// business; with the number of its awards, per award.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cluster {
    pub amount: i64,
    pub parts: u32,
}

/// A figure with the interval of what drawing again gave. Print number and seed with it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Resampled {
    pub estimate: f64,
    /// Absent where a side has fewer than two businesses, or nothing varies, or an end is beyond all bounds.
    pub interval: Option<Interval>,
    /// How often was drawn; 0 where a side has fewer than two businesses.
    pub draws: u32,
    pub seed: u64,
}

/// What a statistic is made of; each business adds its own four numbers.
type Sums = [i128; 4];
type Statistic = fn(&Sums) -> Option<f64>;

impl Cluster {
    /// One business, counted once whatever number of awards it got.
    #[must_use]
    pub fn whole(amount: i64) -> Self {
        Self { amount, parts: 1 }
    }
}

/// Mean of x over mean of y; each side is drawn again within itself. Nothing where y has nothing.
#[must_use]
pub fn ratio_of_means(x: &[Cluster], y: &[Cluster], confidence: f64, seed: u64) -> Option<Resampled> {
    let of_x = x.iter().map(|one| [one.amount.into(), one.parts.into(), 0, 0]).collect();
    let of_y = y.iter().map(|one| [0, 0, one.amount.into(), one.parts.into()]).collect();
    resample(&[of_x, of_y], ratio, confidence, seed)
}

/// What `own` businesses have of the sum over `own` and `others`; all are drawn again from one pool.
#[must_use]
pub fn share_of_total(own: &[i64], others: &[i64], confidence: f64, seed: u64) -> Option<Resampled> {
    let own = own.iter().map(|amount| [(*amount).into(), (*amount).into(), 0, 0]);
    let others = others.iter().map(|amount| [0, (*amount).into(), 0, 0]);
    resample(&[own.chain(others).collect()], part, confidence, seed)
}

fn ratio(sums: &Sums) -> Option<f64> {
    let [x, x_parts, y, y_parts] = *sums;
    (x_parts > 0 && y_parts > 0 && y > 0).then(|| (float(x) / float(x_parts)) / (float(y) / float(y_parts)))
}

fn part(sums: &Sums) -> Option<f64> {
    (sums[1] > 0).then(|| float(sums[0]) / float(sums[1]))
}

fn resample(strata: &[Vec<Sums>], statistic: Statistic, confidence: f64, seed: u64) -> Option<Resampled> {
    let all: Sums = strata.iter().flatten().fold(Sums::default(), |sums, one| add(&sums, one));
    let estimate = statistic(&all)?;
    let size: usize = strata.iter().map(Vec::len).sum();
    let draws = (MOST_STEPS / size.max(1)).clamp(FEWEST_DRAWS, MOST_DRAWS);
    let is_enough = strata.iter().all(|stratum| stratum.len() > 1) && confidence > 0.0 && confidence < 1.0;
    let interval = is_enough.then(|| {
        let mut seeded = Seeded::new(seed);
        // A draw without a value (nothing on the other side) is beyond all bounds.
        let mut drawn: Vec<f64> = (0..draws).map(|_| statistic(&again(strata, &mut seeded)).unwrap_or(f64::INFINITY)).collect();
        drawn.sort_by(f64::total_cmp);
        let [low, high] = ends(&drawn, estimate, leave_one_out(strata, &all, statistic), confidence).map(|at| quantile(&drawn, at));
        Interval { low, high }
    });
    let interval = interval.filter(|ends| ends.low.is_finite() && ends.high.is_finite() && ends.low < ends.high);
    let draws = if is_enough { u32::try_from(draws).unwrap_or(u32::MAX) } else { 0 };
    Some(Resampled { estimate, interval, draws, seed })
}

fn add(left: &Sums, right: &Sums) -> Sums {
    std::array::from_fn(|at| left[at] + right[at])
}

/// Every stratum drawn again, with replacement, at its own size.
fn again(strata: &[Vec<Sums>], seeded: &mut Seeded) -> Sums {
    let mut sums = Sums::default();
    for stratum in strata {
        for _ in 0..stratum.len() {
            if let Some(one) = stratum.get(seeded.below(stratum.len())) {
                sums = add(&sums, one);
            }
        }
    }
    sums
}

/// Which quantiles of the draws are the ends of the interval.
fn ends(drawn: &[f64], estimate: f64, acceleration: Option<f64>, confidence: f64) -> [f64; 2] {
    let tail = (1.0 - confidence) / 2.0;
    let plain = [tail, 1.0 - tail];
    let normal = Normal::standard();
    let below = f64::from(number(drawn.iter().filter(|value| **value < estimate)));
    let equal = f64::from(number(drawn.iter().filter(|value| value.total_cmp(&estimate).is_eq())));
    let place = (below + equal / 2.0) / f64::from(count(drawn));
    let Some(acceleration) = acceleration.filter(|_| place > 0.0 && place < 1.0) else { return plain };
    let bias = normal.inverse_cdf(place);
    let shifted = plain.map(|tail| bias + normal.inverse_cdf(tail));
    // Where so few businesses pull so hard that the correction turns around, it corrects nothing.
    if shifted.iter().any(|shifted| acceleration * shifted >= 1.0) {
        return plain;
    }
    shifted.map(|shifted| normal.cdf(bias + shifted / (1.0 - acceleration * shifted)))
}

/// The acceleration: how skewed the estimate's dependence on single businesses is. Absent where leaving out one
/// business leaves no estimate, or changes nothing.
fn leave_one_out(strata: &[Vec<Sums>], all: &Sums, statistic: Statistic) -> Option<f64> {
    let (mut cubes, mut squares) = (0.0, 0.0);
    for stratum in strata {
        let size = f64::from(count(stratum));
        let without: Option<Vec<f64>> = stratum.iter().map(|one| statistic(&std::array::from_fn(|at| all[at] - one[at]))).collect();
        let without = without?;
        let center = without.iter().sum::<f64>() / size;
        for value in without {
            let pull = (size - 1.0) * (center - value) / size;
            cubes += pull.powi(3);
            squares += pull.powi(2);
        }
    }
    (squares > 0.0).then(|| cubes / (6.0 * squares.powf(1.5)))
}

/// A quantile of sorted values, between neighbors in proportion (R's type 7).
fn quantile(sorted: &[f64], at: f64) -> f64 {
    let position = at.clamp(0.0, 1.0) * f64::from(count(sorted).saturating_sub(1));
    let value = |at: f64| sorted.get(index(at)).copied().unwrap_or(f64::NAN);
    let (low, high) = (value(position.floor()), value(position.ceil()));
    // Why not weigh two equal neighbors: beyond all bounds less beyond all bounds is no number.
    if low.total_cmp(&high).is_eq() { low } else { low + (high - low) * position.fract() }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a list, at least 0")]
fn index(at: f64) -> usize {
    at as usize
}

#[cfg(test)]
mod tests {
    use super::super::money::welch;
    use super::*;

    fn whole(amounts: &[i64]) -> Vec<Cluster> {
        amounts.iter().copied().map(Cluster::whole).collect()
    }

    const X: [i64; 12] = [1_200, 3_400, 500, 0, 8_000, 2_500, 700, 4_100, 0, 1_900, 2_200, 6_000];
    const Y: [i64; 10] = [4_000, 5_200, 900, 12_000, 7_000, 3_100, 2_800, 0, 6_600, 9_100];

    #[test]
    fn the_interval_is_that_of_another_implementation() {
        // scipy 1.17.1: bootstrap((x, y), mean(x) / mean(y), method="BCa", n_resamples=200000).
        let got = ratio_of_means(&whole(&X), &whole(&Y), 0.95, 20_261_129).unwrap();
        let Interval { low, high } = got.interval.unwrap();
        assert!((got.estimate - 0.501_315).abs() < 1e-6);
        assert!((low / 0.242 - 1.0).abs() < 0.02 && (high / 1.027 - 1.0).abs() < 0.02, "{low} {high}");
    }

    #[test]
    fn other_seeds_move_the_ends_by_less_than_two_percent() {
        let ends = |seed| ratio_of_means(&whole(&X), &whole(&Y), 0.95, seed).unwrap().interval.unwrap();
        let first = ends(1);
        for other in [2, 3].map(ends) {
            assert!((first.low / other.low - 1.0).abs() < 0.02 && (first.high / other.high - 1.0).abs() < 0.02);
        }
        let small = |seed| ratio_of_means(&whole(&[3, 5, 9]), &whole(&[4, 4, 7]), 0.95, seed).unwrap();
        assert_eq!(small(1), small(1), "the same seed draws the same");
    }

    #[test]
    fn fewer_than_two_have_no_interval_and_nothing_on_the_other_side_no_ratio() {
        let one = ratio_of_means(&whole(&[500]), &whole(&Y), 0.95, 1).unwrap();
        assert!(one.estimate > 0.0 && one.interval.is_none() && one.draws == 0);
        assert_eq!(ratio_of_means(&whole(&X), &whole(&[0, 0, 0]), 0.95, 1), None);
        assert_eq!(ratio_of_means(&whole(&X), &[], 0.95, 1), None);
        assert_eq!(ratio_of_means(&[], &[], 0.95, 1), None);
        let same = ratio_of_means(&whole(&[5, 5]), &whole(&[5, 5]), 0.95, 1).unwrap();
        assert_eq!(same.interval, None, "nothing varies");
    }

    #[test]
    fn zeros_are_kept() {
        let with = ratio_of_means(&whole(&[0, 0, 100, 100]), &whole(&[100, 100, 120]), 0.95, 1).unwrap();
        let without = ratio_of_means(&whole(&[100, 100]), &whole(&[100, 100, 120]), 0.95, 1).unwrap();
        assert!((with.estimate * 2.0 - without.estimate).abs() < 1e-12);
    }

    #[test]
    fn a_side_that_may_be_all_zero_has_no_upper_end() {
        let got = ratio_of_means(&whole(&X), &whole(&[0, 0, 900]), 0.95, 1).unwrap();
        assert_eq!(got.interval, None);
    }

    #[test]
    fn awards_to_one_business_stand_or_fall_together() {
        let apart: Vec<Cluster> = (0..40).map(|at| Cluster::whole(if at % 2 == 0 { 100 } else { 900 })).collect();
        // The same amounts, ten to a business: there are only four events.
        let together: Vec<Cluster> = (0..4).map(|at| Cluster { amount: if at % 2 == 0 { 1_000 } else { 9_000 }, parts: 10 }).collect();
        let width = |x: &[Cluster]| {
            let got = ratio_of_means(x, &whole(&Y), 0.95, 1).unwrap();
            got.interval.map(|ends| (got.estimate, ends.high - ends.low)).unwrap()
        };
        let (apart, together) = (width(&apart), width(&together));
        assert!((apart.0 - together.0).abs() < 1e-12 && together.1 > apart.1 * 1.3, "{apart:?} {together:?}");
    }

    #[test]
    fn a_share_of_the_dollars_has_an_interval_around_it() {
        let got = share_of_total(&X, &Y, 0.95, 1).unwrap();
        let ends = got.interval.unwrap();
        assert!(ends.low < got.estimate && got.estimate < ends.high && ends.low > 0.0 && ends.high < 1.0);
        assert_eq!(share_of_total(&[0], &[0], 0.95, 1), None);
        assert_eq!(share_of_total(&[], &Y, 0.95, 1).unwrap().interval, None);
    }

    #[test]
    fn a_large_program_is_drawn_less_often_and_agrees_with_welch() {
        let x: Vec<i64> = (0..600).map(|at| 1_000 + at * 7_919 % 1_000).collect();
        let y: Vec<i64> = (0..600).map(|at| 1_100 + at * 104_729 % 1_010).collect();
        let got = ratio_of_means(&whole(&x), &whole(&y), 0.95, 1).unwrap();
        assert_eq!(got.draws, 3_333);
        let Interval { low, high } = got.interval.unwrap();
        let welch = welch(&x, &y).unwrap().difference;
        let base = super::super::money::mean(&y).unwrap();
        assert!((low - 1.0 - welch.low / base).abs() < 0.01 && (high - 1.0 - welch.high / base).abs() < 0.01);
    }
}
