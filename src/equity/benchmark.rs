//! Whom a program reaches beside whom it could: the disparity index, and chance against a benchmark (M2, M3).
//!
//! A benchmark share always divides by the *classifiable* firms: nobody knows the owners of the others. Every
//! benchmark from a survey has an error of its own, and the interval that counts contains it.

use statrs::distribution::{ContinuousCDF, Normal};

use super::exact::ZTest;
use super::intervals::{two_sided_z, wilson};
use super::{Interval, float, share};

/// So many percent of relative standard error, and a benchmark carries no index.
pub const MOST_ERROR_PCT: f64 = 30.0;
/// A sampled cell of fewer firms whose error is given as 0 was not measured, whatever the file says.
pub const FEWEST_FIRMS: u64 = 30;
/// Below so many expected, the normal approximation says nothing: the exact p stands alone.
const ENOUGH_EXPECTED: f64 = 5.0;
/// Outcomes whose probabilities differ by less than this share are equally likely (as in R and scipy).
const TIE: f64 = 1e-7;

/// What there is of a group: firms (or people) of the group, of all classifiable ones, with their errors.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Benchmark {
    pub group: u64,
    pub total: u64,
    /// Relative standard error of `group` in percent, 0 to 100 and more; absent where the source gives none.
    pub group_rse_pct: Option<f64>,
    /// Relative standard error of `total` in percent.
    pub total_rse_pct: Option<f64>,
}

/// Why a benchmark carries no index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The source has nobody in the group, or no total: nothing can be divided.
    NoGroup,
    /// The group is larger than the whole it should be a part of.
    Impossible,
    /// The group's relative standard error is above 30 %.
    TooNoisy,
    /// Fewer than 30 firms, with an error of 0: a sample that small was not measured without error.
    TooFewFirms,
}

/// Why an index is blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blank {
    /// Nobody (or nothing) was reached at all.
    NothingReached,
    /// The benchmark has nobody of the group.
    NotInBenchmark,
    /// A part that is larger than its whole, or a negative amount.
    Impossible,
}

/// A disparity index: 100 is parity, below 80 is called substantial. Its limits are in the same unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DisparityIndex {
    pub index: f64,
    /// Chance in whom the program reached, the benchmark taken as exact.
    pub interval: Option<Interval>,
    /// The same with the benchmark's own error in it. Absent where no error is known, or nobody was reached.
    pub with_benchmark_error: Option<Interval>,
}

/// Exact binomial probabilities of a count against a benchmark share.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Binomial {
    pub two_sided: f64,
    /// So many or fewer.
    pub less: f64,
    /// So many or more.
    pub greater: f64,
}

/// A count beside what the benchmark share leads one to expect.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AgainstExpected {
    pub expected: f64,
    /// Observed less expected, in businesses.
    pub difference: f64,
    /// The difference in standard deviations. Absent where fewer than 5 are expected: the exact p stands alone.
    pub z: Option<ZTest>,
    pub exact: Binomial,
}

impl Benchmark {
    /// The group's share of the classifiable firms.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        (self.total > 0).then(|| float(self.group.into()) / float(self.total.into()))
    }

    /// Whether, and why, the benchmark is refused for an index. Never silent: the report names the reason.
    /// Counts of people from a full count (no sampling) have no error given, and are not refused for being few.
    #[must_use]
    pub fn refused(&self) -> Option<Refused> {
        if self.group == 0 || self.total == 0 {
            return Some(Refused::NoGroup);
        }
        if self.group > self.total {
            return Some(Refused::Impossible);
        }
        match self.group_rse_pct {
            Some(error) if error.is_nan() || error > MOST_ERROR_PCT => Some(Refused::TooNoisy),
            Some(error) if error <= 0.0 && self.group < FEWEST_FIRMS => Some(Refused::TooFewFirms),
            _ => None,
        }
    }

    /// Squared relative error of the share. A share of a subset: the errors of part and whole largely move
    /// together, so they subtract (Census: RSE(share)^2 = RSE(part)^2 - RSE(whole)^2), never below 0.
    fn share_variance(&self) -> Option<f64> {
        let of = |percent: f64| (percent / 100.0).powi(2);
        Some((of(self.group_rse_pct?) - of(self.total_rse_pct.unwrap_or(0.0))).max(0.0))
    }
}

/// The index of `x` of `n` businesses against a benchmark: 100 * (x/n) / (group/total).
///
/// Limits: Wilson's for x/n, divided by the benchmark share; and with the benchmark's error by the delta method on
/// the logarithm, var = (1-U)/(nU) + RSE(share)^2. With nobody reached the index is 0 and only Wilson's has a limit.
pub fn disparity_index(x: u32, n: u32, benchmark: &Benchmark, confidence: f64) -> Result<DisparityIndex, Blank> {
    let used = share(x, n).ok_or(Blank::NothingReached)?;
    let available = available(benchmark)?;
    if x > n {
        return Err(Blank::Impossible);
    }
    let scale = 100.0 / available;
    let index = used * scale;
    let interval = wilson(x, n, confidence).map(|ends| Interval { low: ends.low * scale, high: ends.high * scale });
    let with_benchmark_error = benchmark.share_variance().filter(|_| x > 0).and_then(|of_benchmark| {
        let variance = (1.0 - used) / (f64::from(n) * used) + of_benchmark;
        let reach = (two_sided_z(confidence)? * variance.sqrt()).exp();
        Some(Interval { low: index / reach, high: index * reach })
    });
    Ok(DisparityIndex { index, interval, with_benchmark_error })
}

/// The index of an amount (cents, minutes, square feet): `part` of `whole` against a benchmark.
///
/// `share_interval` is the part's interval with businesses as clusters (`resample::share_of_total`): a few businesses
/// hold most of an amount, so no formula gives one. The benchmark's error is joined to it on the logarithm, each end
/// for itself; where the lower end is 0 only the upper one is joined. `awards` tests such a share.
pub fn amount_index(
    part: i128,
    whole: i128,
    share_interval: Option<Interval>,
    benchmark: &Benchmark,
    confidence: f64,
) -> Result<DisparityIndex, Blank> {
    if whole == 0 {
        return Err(Blank::NothingReached);
    }
    let available = available(benchmark)?;
    if part < 0 || part > whole {
        return Err(Blank::Impossible);
    }
    let scale = 100.0 / available;
    let index = float(part) / float(whole) * scale;
    let interval = share_interval.map(|ends| Interval { low: ends.low * scale, high: ends.high * scale });
    let error = benchmark.share_variance().zip(two_sided_z(confidence)).map(|(variance, z)| z * variance.sqrt());
    let with_benchmark_error = interval.zip(error).filter(|_| part > 0).map(|(ends, error)| {
        let reach = |end: f64| (end / index).ln().hypot(error).exp();
        let low = if ends.low > 0.0 { index / reach(ends.low) } else { 0.0 };
        Interval { low, high: index * reach(ends.high) }
    });
    Ok(DisparityIndex { index, interval, with_benchmark_error })
}

fn available(benchmark: &Benchmark) -> Result<f64, Blank> {
    if benchmark.group > benchmark.total {
        return Err(Blank::Impossible);
    }
    benchmark.share().filter(|share| *share > 0.0).ok_or(Blank::NotInBenchmark)
}

/// Exact binomial tests of `x` of `n` against a share. Two-sided: all counts no likelier than the one seen
/// (scipy's `binomtest`, R's `binom.test`). Nothing for a share outside 0 to 1, or more than `n`.
#[must_use]
pub fn binomial(x: u32, n: u32, expected_share: f64) -> Option<Binomial> {
    if x > n || !(0.0..=1.0).contains(&expected_share) {
        return None;
    }
    let outcomes = Outcomes::of(n, expected_share);
    let seen = outcomes.weight(x);
    let total = outcomes.sum(0, n);
    let limit = seen * (1.0 + TIE);
    let tail: f64 = outcomes.weights.iter().filter(|weight| **weight <= limit).sum();
    Some(Binomial {
        two_sided: (tail / total).min(1.0),
        less: (outcomes.sum(0, x) / total).min(1.0),
        greater: (outcomes.sum(x, n) / total).min(1.0),
    })
}

/// The difference between observed and expected in standard deviations, with the variance the benchmark share
/// implies (the measure of Castaneda v. Partida: courts speak of two or three). Nothing where there is no spread.
#[must_use]
pub fn castaneda_z(x: u32, n: u32, expected_share: f64) -> Option<ZTest> {
    let n = f64::from(n);
    let variance = n * expected_share * (1.0 - expected_share);
    if variance.is_nan() || variance <= 0.0 {
        return None;
    }
    let z = (f64::from(x) - n * expected_share) / variance.sqrt();
    Some(ZTest { z, p: 2.0 * Normal::standard().sf(z.abs()) })
}

/// Observed beside expected, in businesses (M3).
#[must_use]
pub fn against_expected(x: u32, n: u32, expected_share: f64) -> Option<AgainstExpected> {
    let exact = binomial(x, n, expected_share)?;
    let expected = f64::from(n) * expected_share;
    let z = castaneda_z(x, n, expected_share).filter(|_| expected >= ENOUGH_EXPECTED);
    Some(AgainstExpected { expected, difference: f64::from(x) - expected, z, exact })
}

/// The binomial law as weights relative to its likeliest count: neighbors differ by an exact factor, so walking
/// outward loses nothing to cancellation (see `exact`).
struct Outcomes {
    weights: Vec<f64>,
}

impl Outcomes {
    fn of(n: u32, share: f64) -> Self {
        let size = usize::try_from(n).unwrap_or_default();
        let mut weights = vec![0.0; size + 1];
        let mode = Self::mode(n, share);
        let odds = share / (1.0 - share);
        let step = |below: u32| f64::from(n - below) / f64::from(below + 1) * odds;
        let mut set = |at: u32, weight: f64| {
            if let Some(place) = usize::try_from(at).ok().and_then(|at| weights.get_mut(at)) {
                *place = weight;
            }
        };
        set(mode, 1.0);
        let mut weight = 1.0;
        for at in mode..n {
            weight *= if share < 1.0 { step(at) } else { 0.0 };
            set(at + 1, weight);
        }
        weight = 1.0;
        for at in (0..mode).rev() {
            weight /= if share < 1.0 { step(at) } else { f64::INFINITY };
            set(at, weight);
        }
        Self { weights }
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a u32, rounded down")]
    fn mode(n: u32, share: f64) -> u32 {
        (((f64::from(n) + 1.0) * share).floor() as u32).min(n)
    }

    fn weight(&self, at: u32) -> f64 {
        self.sum(at, at)
    }

    fn sum(&self, from: u32, to: u32) -> f64 {
        let [from, to] = [from, to].map(|at| usize::try_from(at).unwrap_or(usize::MAX));
        self.weights.get(from..=to).unwrap_or_default().iter().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn firms(group: u64, total: u64, rse: Option<f64>) -> Benchmark {
        Benchmark { group, total, group_rse_pct: rse, total_rse_pct: rse.map(|_| 0.3) }
    }

    #[test]
    fn an_index_without_a_base_is_blank_and_says_why() {
        assert_eq!(disparity_index(0, 0, &firms(10, 100, None), 0.95), Err(Blank::NothingReached));
        assert_eq!(disparity_index(3, 20, &firms(0, 100, None), 0.95), Err(Blank::NotInBenchmark));
        assert_eq!(disparity_index(3, 20, &firms(0, 0, None), 0.95), Err(Blank::NotInBenchmark));
        assert_eq!(disparity_index(21, 20, &firms(10, 100, None), 0.95), Err(Blank::Impossible));
        assert_eq!(disparity_index(3, 20, &firms(101, 100, None), 0.95), Err(Blank::Impossible));
        assert_eq!(amount_index(0, 0, None, &firms(10, 100, None), 0.95), Err(Blank::NothingReached));
        assert_eq!(amount_index(5, 10, None, &firms(0, 100, None), 0.95), Err(Blank::NotInBenchmark));
        assert_eq!(amount_index(-1, 10, None, &firms(10, 100, None), 0.95), Err(Blank::Impossible));
        assert_eq!(amount_index(11, 10, None, &firms(10, 100, None), 0.95), Err(Blank::Impossible));
    }

    #[test]
    fn with_nobody_of_a_group_the_index_is_zero_and_has_an_upper_limit() {
        let got = disparity_index(0, 80, &firms(1_608, 238_204, Some(4.7)), 0.95).unwrap();
        assert!(got.index.abs() < 1e-15 && got.with_benchmark_error.is_none());
        assert!(got.interval.is_some_and(|ends| ends.low.abs() < 1e-9 && ends.high > 600.0));
    }

    #[test]
    fn dollars_have_the_same_index_as_people_with_the_same_share() {
        let benchmark = firms(1_014_958, 5_474_721, None);
        let people = disparity_index(12, 80, &benchmark, 0.95).unwrap();
        let dollars = amount_index(1_200_000, 8_000_000, None, &benchmark, 0.95).unwrap();
        assert!((people.index - dollars.index).abs() < 1e-9 && (dollars.index - 80.9).abs() < 0.1);
        assert_eq!((dollars.interval, dollars.with_benchmark_error), (None, None));
    }

    #[test]
    fn a_noisy_benchmark_is_refused_by_name() {
        assert_eq!(firms(2_852, 13_987, Some(14.0)).refused(), None);
        assert_eq!(firms(232, 13_987, Some(77.5)).refused(), Some(Refused::TooNoisy));
        assert_eq!(firms(232, 13_987, Some(30.0)).refused(), None);
        assert_eq!(firms(29, 13_987, Some(0.0)).refused(), Some(Refused::TooFewFirms));
        assert_eq!(firms(30, 13_987, Some(0.0)).refused(), None);
        assert_eq!(firms(29, 13_987, None).refused(), None);
        assert_eq!(firms(0, 13_987, None).refused(), Some(Refused::NoGroup));
        assert_eq!(firms(9, 0, None).refused(), Some(Refused::NoGroup));
        assert_eq!(firms(9, 8, None).refused(), Some(Refused::Impossible));
        assert_eq!(firms(9, 80, Some(f64::NAN)).refused(), Some(Refused::TooNoisy));
    }

    #[test]
    fn the_benchmarks_error_widens_the_interval() {
        let ends = |rse| disparity_index(12, 80, &firms(24_415, 238_204, Some(rse)), 0.95).unwrap().with_benchmark_error.unwrap();
        assert!(ends(14.0).high > ends(1.4).high && ends(14.0).low < ends(1.4).low);
        // The whole's error is larger than the part's: the difference counts as none.
        assert_eq!(ends(0.1), ends(0.3));
    }

    #[test]
    fn an_amounts_interval_is_widened_by_the_benchmarks_error_on_both_sides() {
        let index = |low, rse| amount_index(15, 100, Some(Interval { low, high: 0.25 }), &firms(24_415, 238_204, rse), 0.95).unwrap();
        let got = index(0.08, Some(14.0));
        let (plain, wide) = (got.interval.unwrap(), got.with_benchmark_error.unwrap());
        assert!(wide.low < plain.low && wide.high > plain.high);
        // Without an error to speak of the ends stay where they were.
        let exact = index(0.08, Some(0.3)).with_benchmark_error.unwrap();
        assert!((exact.low - plain.low).abs() < 1e-9 && (exact.high - plain.high).abs() < 1e-9);
        assert!(index(0.0, Some(14.0)).with_benchmark_error.unwrap().low.abs() < 1e-15);
        assert_eq!(index(0.08, None).with_benchmark_error, None);
    }

    #[test]
    fn few_expected_have_an_exact_p_and_no_z() {
        let few = against_expected(3, 180, 0.0067).unwrap();
        assert!(few.z.is_none() && few.expected < 5.0 && few.exact.two_sided > 0.1);
        let enough = against_expected(4, 40, 0.125).unwrap();
        assert!(enough.z.is_some() && (enough.difference + 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_share_of_all_or_nothing_leaves_no_doubt() {
        let all = binomial(5, 5, 1.0).unwrap();
        assert!((all.two_sided - 1.0).abs() < 1e-15 && (all.less - 1.0).abs() < 1e-15);
        assert!(binomial(4, 5, 1.0).unwrap().two_sided.abs() < 1e-15);
        assert!(binomial(1, 5, 0.0).unwrap().greater.abs() < 1e-15);
        assert!((binomial(0, 0, 0.3).unwrap().two_sided - 1.0).abs() < 1e-15);
        assert_eq!((binomial(6, 5, 0.3), binomial(1, 5, 1.5), binomial(1, 5, f64::NAN)), (None, None, None));
        assert_eq!((castaneda_z(0, 5, 0.0), castaneda_z(0, 0, 0.3)), (None, None));
    }

    proptest! {
        #[test]
        fn the_tails_agree_with_another_implementation(n in 1_u32..400, x in 0_u32..400, share in 0.001_f64..0.999) {
            use statrs::distribution::{Binomial as Law, DiscreteCDF};
            let x = x.min(n);
            let got = binomial(x, n, share).unwrap();
            let law = Law::new(share, n.into()).unwrap();
            prop_assert!((got.less - law.cdf(x.into())).abs() < 1e-9);
            prop_assert!(got.less + got.greater >= 1.0 - 1e-9 && got.two_sided <= 1.0);
        }
    }
}
