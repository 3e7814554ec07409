//! Is a gap the same at every site or program? Crude beside pooled, and whether pooling turns it around (M7).

use statrs::distribution::{ChiSquared, ContinuousCDF};

use super::Interval;
use super::bounds::Tally;
use super::intervals::{katz, two_sided_z};

/// One site or program: the group and everyone it is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stratum {
    pub group: Tally,
    pub reference: Tally,
}

/// Rates compared across strata. The pooled ratio compares like with like; the crude one does not.
#[derive(Debug, Clone, PartialEq)]
pub struct Pooled {
    /// The ratio of rates with all strata thrown together.
    pub crude_ratio: Option<f64>,
    /// Mantel and Haenszel's rate ratio, with the interval of Greenland and Robins (1985).
    pub ratio: Option<f64>,
    pub interval: Option<Interval>,
    /// Mantel and Haenszel's odds ratio (1959).
    pub odds_ratio: Option<f64>,
    /// Cochran, Mantel and Haenszel's test, without continuity correction.
    pub test: Option<Cmh>,
    /// Which strata (from 0) have nobody of the group, or nobody else: they say nothing, and the page lists them.
    pub dropped: Vec<usize>,
    /// Whether crude and pooled ratio lie on different sides of 1: the gap is one of where people are.
    pub reverses: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cmh {
    pub chi2: f64,
    pub p: f64,
}

/// Sums over the strata that count; each is of one size with the strata's numbers of businesses.
#[derive(Default)]
struct Sums {
    own: f64,
    other: f64,
    spread: f64,
    odds_over: f64,
    odds_under: f64,
    excess: f64,
    variance: f64,
}

/// Pools the comparison over the strata.
#[must_use]
pub fn mantel_haenszel(strata: &[Stratum], confidence: f64) -> Pooled {
    let counts = |stratum: &Stratum| stratum.group.size() > 0 && stratum.reference.size() > 0;
    let mut sums = Sums::default();
    strata.iter().filter(|stratum| counts(stratum)).for_each(|stratum| sums.add(*stratum));
    let total = |of: fn(&Stratum) -> u32| strata.iter().map(of).fold(0, u32::saturating_add);
    let crude_ratio = katz(
        total(|s| s.group.successes),
        total(|s| s.group.size()),
        total(|s| s.reference.successes),
        total(|s| s.reference.size()),
        confidence,
    )
    .ratio;
    let divide = |over: f64, under: f64| (under > 0.0).then(|| over / under);
    let ratio = divide(sums.own, sums.other);
    Pooled {
        crude_ratio,
        ratio,
        interval: ratio.filter(|ratio| *ratio > 0.0).and_then(|ratio| sums.interval(ratio, confidence)),
        odds_ratio: divide(sums.odds_over, sums.odds_under),
        test: sums.test(),
        dropped: strata.iter().enumerate().filter(|(_, stratum)| !counts(stratum)).map(|(at, _)| at).collect(),
        reverses: crude_ratio.zip(ratio).is_some_and(|(crude, pooled)| (crude - 1.0) * (pooled - 1.0) < 0.0),
    }
}

impl Sums {
    fn add(&mut self, stratum: Stratum) {
        let Stratum { group, reference } = stratum;
        let [a, b, c, d] = [group.successes, group.failures, reference.successes, reference.failures].map(f64::from);
        let (own, other, successes, failures) = (a + b, c + d, a + c, b + d);
        let all = own + other;
        self.own += a * other / all;
        self.other += c * own / all;
        self.spread += (successes * own * other - a * c * all) / (all * all);
        self.odds_over += a * d / all;
        self.odds_under += b * c / all;
        self.excess += a - own * successes / all;
        self.variance += own * other * successes * failures / (all * all * (all - 1.0));
    }

    fn interval(&self, ratio: f64, confidence: f64) -> Option<Interval> {
        let reach = (two_sided_z(confidence)? * (self.spread / (self.own * self.other)).max(0.0).sqrt()).exp();
        Some(Interval { low: ratio / reach, high: ratio * reach })
    }

    /// Nothing where everybody, or nobody, succeeded everywhere.
    fn test(&self) -> Option<Cmh> {
        let chi2 = (self.variance > 0.0).then(|| self.excess.powi(2) / self.variance)?;
        Some(Cmh { chi2, p: ChiSquared::new(1.0).ok()?.sf(chi2) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stratum(a: u32, n: u32, c: u32, m: u32) -> Stratum {
        Stratum { group: Tally { successes: a, failures: n - a }, reference: Tally { successes: c, failures: m - c } }
    }

    #[test]
    fn strata_with_nobody_on_a_side_drop_out_and_are_listed() {
        let full = [stratum(3, 20, 9, 30), stratum(8, 25, 12, 30)];
        let with = [full[0], stratum(0, 0, 5, 10), full[1], stratum(2, 7, 0, 0)];
        let (alone, among) = (mantel_haenszel(&full, 0.95), mantel_haenszel(&with, 0.95));
        assert_eq!(among.dropped, [1, 3]);
        assert_eq!((alone.ratio, alone.test, alone.interval), (among.ratio, among.test, among.interval));
        assert_ne!(alone.crude_ratio, among.crude_ratio);
    }

    #[test]
    fn a_gap_that_is_only_one_of_where_people_are_is_flagged() {
        // Better at both sites, and worse in all: the group is mostly at the harder site.
        let reversal = mantel_haenszel(&[stratum(30, 100, 5, 20), stratum(18, 20, 85, 100)], 0.95);
        assert!(reversal.crude_ratio.unwrap() < 1.0 && reversal.ratio.unwrap() > 1.0 && reversal.reverses);
        assert!(!mantel_haenszel(&[stratum(3, 20, 9, 30), stratum(8, 25, 12, 30)], 0.95).reverses);
    }

    #[test]
    fn one_stratum_is_the_plain_comparison() {
        let got = mantel_haenszel(&[stratum(12, 40, 20, 45)], 0.95);
        let plain = katz(12, 40, 20, 45, 0.95);
        let (one, other) = (got.interval.unwrap(), plain.interval.unwrap());
        assert!((got.ratio.unwrap() - plain.ratio.unwrap()).abs() < 1e-12);
        assert!((one.low - other.low).abs() < 1e-9 && (one.high - other.high).abs() < 1e-9);
    }

    #[test]
    fn without_strata_or_without_success_there_is_nothing_to_say() {
        let none = mantel_haenszel(&[], 0.95);
        assert_eq!((none.crude_ratio, none.ratio, none.test), (None, None, None));
        let nobody = mantel_haenszel(&[stratum(0, 9, 0, 9)], 0.95);
        assert_eq!((nobody.ratio, nobody.odds_ratio, nobody.test, nobody.reverses), (None, None, None, false));
        assert_eq!(mantel_haenszel(&[stratum(0, 9, 4, 9)], 0.95).interval, None);
    }
}
