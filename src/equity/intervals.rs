//! Intervals for a rate, a ratio of two rates and a difference of two rates.

use statrs::distribution::{Beta, ContinuousCDF, Normal};

use super::{Interval, share};

/// A rate ratio. The ratio is absent where the reference rate is 0 or a denominator is empty;
/// the interval is absent as well where a numerator is 0, because the logarithm has no limits there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateRatio {
    pub ratio: Option<f64>,
    pub interval: Option<Interval>,
}

/// A rate difference with its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    pub difference: f64,
    pub interval: Interval,
}

/// The standard normal quantile for a two-sided interval: 1.96 for 0.95. Nothing unless 0 < `confidence` < 1.
pub(super) fn two_sided_z(confidence: f64) -> Option<f64> {
    if !(confidence > 0.0 && confidence < 1.0) {
        return None;
    }
    Some(Normal::standard().inverse_cdf(f64::midpoint(1.0, confidence)))
}

/// Wilson's score interval for `x` of `n` (Wilson 1927, as in statsmodels `proportion_confint(method="wilson")`).
#[must_use]
pub fn wilson(x: u32, n: u32, confidence: f64) -> Option<Interval> {
    let z = two_sided_z(confidence)?;
    if x > n {
        return None;
    }
    let p = share(x, n)?;
    let n = f64::from(n);
    let spread = 1.0 + z * z / n;
    let center = (p + z * z / (2.0 * n)) / spread;
    let half = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt() / spread;
    Some(Interval { low: (center - half).max(0.0), high: (center + half).min(1.0) })
}

/// The exact interval of Clopper and Pearson (1934), from beta quantiles.
#[must_use]
pub fn clopper_pearson(x: u32, n: u32, confidence: f64) -> Option<Interval> {
    if n == 0 || x > n || !(confidence > 0.0 && confidence < 1.0) {
        return None;
    }
    let tail = (1.0 - confidence) / 2.0;
    let (hits, misses) = (f64::from(x), f64::from(n - x));
    let low = if x == 0 { 0.0 } else { Beta::new(hits, misses + 1.0).ok()?.inverse_cdf(tail) };
    let high = if x == n { 1.0 } else { Beta::new(hits + 1.0, misses).ok()?.inverse_cdf(1.0 - tail) };
    Some(Interval { low, high })
}

/// The ratio of two rates with the log interval of Katz and others (1978), as scipy's `relative_risk`.
#[must_use]
pub fn katz(x1: u32, n1: u32, x2: u32, n2: u32, confidence: f64) -> RateRatio {
    let ratio = match (share(x1, n1), share(x2, n2)) {
        (Some(rate), Some(reference)) if reference > 0.0 => Some(rate / reference),
        _ => None,
    };
    let interval = ratio.filter(|ratio| *ratio > 0.0).and_then(|ratio| {
        let z = two_sided_z(confidence)?;
        let inverse = |count: u32| 1.0 / f64::from(count);
        let variance = inverse(x1) - inverse(n1) + inverse(x2) - inverse(n2);
        let reach = (z * variance.max(0.0).sqrt()).exp();
        Some(Interval { low: ratio / reach, high: ratio * reach })
    });
    RateRatio { ratio, interval }
}

/// The difference `x1/n1 - x2/n2` with Newcombe's hybrid score interval (1998, method 10, no continuity correction).
#[must_use]
pub fn newcombe(x1: u32, n1: u32, x2: u32, n2: u32, confidence: f64) -> Option<Difference> {
    let (first, second) = (wilson(x1, n1, confidence)?, wilson(x2, n2, confidence)?);
    let (p1, p2) = (share(x1, n1)?, share(x2, n2)?);
    let difference = p1 - p2;
    let down = (p1 - first.low).hypot(second.high - p2);
    let up = (first.high - p1).hypot(p2 - second.low);
    Some(Difference { difference, interval: Interval { low: difference - down, high: difference + up } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_denominator_has_no_interval() {
        assert_eq!(wilson(0, 0, 0.95), None);
        assert_eq!(clopper_pearson(0, 0, 0.95), None);
        assert_eq!(newcombe(0, 0, 1, 2, 0.95), None);
        assert_eq!(katz(0, 0, 1, 2, 0.95), RateRatio { ratio: None, interval: None });
    }

    #[test]
    fn more_hits_than_tries_have_no_interval() {
        assert_eq!(wilson(3, 2, 0.95), None);
        assert_eq!(clopper_pearson(3, 2, 0.95), None);
    }

    #[test]
    fn a_ratio_of_zero_has_no_log_limits_and_a_ratio_to_zero_is_no_ratio() {
        assert_eq!(katz(0, 10, 5, 10, 0.95), RateRatio { ratio: Some(0.0), interval: None });
        assert_eq!(katz(5, 10, 0, 10, 0.95), RateRatio { ratio: None, interval: None });
    }

    #[test]
    fn a_confidence_outside_zero_to_one_is_refused() {
        assert_eq!(wilson(1, 2, 1.0), None);
        assert_eq!(wilson(1, 2, f64::NAN), None);
    }
}
