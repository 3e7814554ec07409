//! Two groups' amounts side by side: means, medians, Welch, Mann-Whitney, and a permutation test (M8).

use statrs::distribution::{ContinuousCDF, Normal, StudentsT};

use super::random::{Method, Seeded};
use super::{Interval, count, float};

/// The most ways of dealing the amounts that are gone through one by one.
const MOST_DEALS: u64 = 200_000;
/// Where there are more, so many are drawn.
const DRAWS: u32 = 10_000;

/// Two groups compared. Amounts come in whole units (cents, minutes) and figures leave in the same unit.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct TwoGroups {
    pub mean_x: Option<f64>,
    pub mean_y: Option<f64>,
    pub median_x: Option<f64>,
    pub median_y: Option<f64>,
    /// Absent where a group has fewer than two, or nobody differs from anybody.
    pub welch: Option<Welch>,
    pub mann_whitney: Option<MannWhitney>,
    pub permutation: Option<Permutation>,
}

/// Fisher's permutation test of the difference of means, two-sided.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Permutation {
    pub p: f64,
    pub method: Method,
}

/// Welch's unequal-variance t test of mean x minus mean y, with the 95 % interval of that difference.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Welch {
    pub t: f64,
    pub df: f64,
    pub p: f64,
    pub difference: Interval,
}

/// Mann and Whitney's U of x, with the normal approximation (ties and continuity corrected, as in scipy).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MannWhitney {
    pub u: f64,
    pub p: f64,
}

/// Everything there is to say about two groups' amounts, one amount per business. The seed is used where there are
/// too many ways of dealing the amounts to go through all.
#[must_use]
pub fn two_groups(x: &[i64], y: &[i64], seed: u64) -> TwoGroups {
    TwoGroups {
        mean_x: mean(x),
        mean_y: mean(y),
        median_x: median(x),
        median_y: median(y),
        welch: welch(x, y),
        mann_whitney: mann_whitney(x, y),
        permutation: permutation(x, y, seed),
    }
}

/// The exact sum.
#[must_use]
pub fn sum(amounts: &[i64]) -> i128 {
    amounts.iter().copied().map(i128::from).sum()
}

/// The arithmetic mean, nothing for nobody.
#[must_use]
pub fn mean(amounts: &[i64]) -> Option<f64> {
    (!amounts.is_empty()).then(|| float(sum(amounts)) / f64::from(count(amounts)))
}

/// The middle amount, or the mean of the two middle ones.
#[must_use]
pub fn median(amounts: &[i64]) -> Option<f64> {
    let mut sorted = amounts.to_vec();
    sorted.sort_unstable();
    let half = sorted.len() / 2;
    let upper = i128::from(*sorted.get(half)?);
    let lower = if sorted.len() % 2 == 1 { upper } else { i128::from(*sorted.get(half.checked_sub(1)?)?) };
    Some(float(lower + upper) / 2.0)
}

/// Variance of the mean: the sample variance over n. Nothing for fewer than two.
fn variance_of_mean(amounts: &[i64]) -> Option<f64> {
    let center = mean(amounts)?;
    let n = f64::from(count(amounts));
    let squares: f64 = amounts.iter().map(|amount| (float(i128::from(*amount)) - center).powi(2)).sum();
    (n > 1.0).then(|| squares / (n - 1.0) / n)
}

/// Welch (1947), degrees of freedom by Satterthwaite, as scipy's `ttest_ind(equal_var=False)`.
#[must_use]
pub fn welch(x: &[i64], y: &[i64]) -> Option<Welch> {
    let (vx, vy) = (variance_of_mean(x)?, variance_of_mean(y)?);
    let variance = vx + vy;
    if variance <= 0.0 {
        return None;
    }
    let difference = mean(x)? - mean(y)?;
    let less_one = |amounts: &[i64]| f64::from(count(amounts)) - 1.0;
    let df = variance.powi(2) / (vx.powi(2) / less_one(x) + vy.powi(2) / less_one(y));
    let law = StudentsT::new(0.0, 1.0, df).ok()?;
    let t = difference / variance.sqrt();
    let reach = law.inverse_cdf(0.975) * variance.sqrt();
    let interval = Interval { low: difference - reach, high: difference + reach };
    Some(Welch { t, df, p: 2.0 * law.sf(t.abs()), difference: interval })
}

/// Mann and Whitney (1947) in the time of a sort, as scipy's `mannwhitneyu(method="asymptotic")`.
#[must_use]
pub fn mann_whitney(x: &[i64], y: &[i64]) -> Option<MannWhitney> {
    if x.is_empty() || y.is_empty() {
        return None;
    }
    let mut pooled: Vec<(i64, bool)> = x.iter().map(|amount| (*amount, true)).chain(y.iter().map(|amount| (*amount, false))).collect();
    pooled.sort_unstable();
    // Ranks are doubled to stay whole: tied amounts share the mean of their places.
    let (mut passed, mut doubled_ranks, mut ties) = (0_i128, 0_i128, 0_i128);
    for tied in pooled.chunk_by(|left, right| left.0 == right.0) {
        let size = i128::from(count(tied));
        let of_x = tied.iter().map(|(_, is_x)| i128::from(*is_x)).sum::<i128>();
        doubled_ranks += of_x * (2 * passed + size + 1);
        ties += size * size * size - size;
        passed += size;
    }
    let (n1, n2) = (i128::from(count(x)), i128::from(count(y)));
    let u = float(doubled_ranks - n1 * (n1 + 1)) / 2.0;
    let pairs = float(n1 * n2);
    let everyone = float(passed);
    let spread = (pairs / 12.0 * (everyone + 1.0 - float(ties) / (everyone * (everyone - 1.0)))).max(0.0).sqrt();
    let above = u.max(pairs - u) - pairs / 2.0 - 0.5;
    let p = if spread > 0.0 { (2.0 * Normal::standard().sf(above / spread)).min(1.0) } else { 1.0 };
    Some(MannWhitney { u, p })
}

/// Fisher's permutation test of the difference of means: twice the smaller tail (as scipy). Every deal of the amounts
/// where there are at most 200,000, else 10,000 drawn with the seed, the deal seen counted among them (as scipy, so
/// that p is never 0). The sums are whole numbers, so ties are exact. Nothing where a side has nobody.
#[must_use]
pub fn permutation(x: &[i64], y: &[i64], seed: u64) -> Option<Permutation> {
    // With the pool fixed, the difference of means moves with the smaller hand's sum alone.
    let hand = if x.len() <= y.len() { x } else { y };
    let pool: Vec<i64> = x.iter().chain(y).copied().collect();
    if hand.is_empty() {
        return None;
    }
    let mut deals = Deals { seen: sum(hand), all: 0, no_more: 0, no_less: 0 };
    let method = if ways(pool.len(), hand.len()).is_some() {
        deals.deal(&pool, hand.len(), 0);
        Method::Exact
    } else {
        deals.count(deals.seen);
        deals.draw(pool, hand.len(), seed);
        Method::Draws { number: DRAWS, seed }
    };
    let tail = deals.no_more.min(deals.no_less);
    Some(Permutation { p: (2.0 * f64::from(tail) / f64::from(deals.all)).min(1.0), method })
}

/// C(n, r), or nothing once it exceeds what we would enumerate.
fn ways(n: usize, r: usize) -> Option<u64> {
    let mut product = 1_u64;
    for step in 1..=u64::try_from(r).ok()? {
        product = product.checked_mul(u64::try_from(n).ok()?.checked_sub(step - 1)?)? / step;
        if product > MOST_DEALS {
            return None;
        }
    }
    Some(product)
}

struct Deals {
    seen: i128,
    all: u32,
    no_more: u32,
    no_less: u32,
}

impl Deals {
    /// Deals `left` more cards from `pool`. At most ten deep: more cards exceed the limit on deals.
    fn deal(&mut self, pool: &[i64], left: usize, so_far: i128) {
        if left == 0 {
            self.count(so_far);
            return;
        }
        let mut rest = pool;
        while let [card, others @ ..] = rest {
            if rest.len() < left {
                return;
            }
            self.deal(others, left - 1, so_far + i128::from(*card));
            rest = others;
        }
    }

    /// Deals `hand` cards at random, again and again (Fisher and Yates, stopped when the hand is full).
    fn draw(&mut self, mut pool: Vec<i64>, hand: usize, seed: u64) {
        let mut seeded = Seeded::new(seed);
        for _ in 0..DRAWS {
            for at in 0..hand {
                let other = at + seeded.below(pool.len() - at);
                pool.swap(at, other);
            }
            self.count(sum(pool.get(..hand).unwrap_or_default()));
        }
    }

    fn count(&mut self, sum: i128) {
        self.all += 1;
        self.no_more += u32::from(sum <= self.seen);
        self.no_less += u32::from(sum >= self.seen);
    }
}

/// A whole amount to so many significant digits, halves away from zero: 12,345 to two digits is 12,000.
#[must_use]
pub fn round_significant(amount: i128, digits: u32) -> i128 {
    let mut unit = 1_i128;
    let most = 10_i128.saturating_pow(digits);
    while amount.abs() / unit >= most {
        unit = unit.saturating_mul(10);
    }
    (amount.abs() + unit / 2) / unit * unit * amount.signum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_has_no_mean_and_one_has_no_interval() {
        assert_eq!(two_groups(&[], &[], 1), TwoGroups::default());
        assert_eq!(welch(&[5], &[1, 2, 3]), None);
        assert_eq!(welch(&[5, 5], &[5, 5]), None);
    }

    #[test]
    fn equal_amounts_are_no_evidence() {
        assert_eq!(mann_whitney(&[5, 5], &[5, 5, 5]).map(|test| test.p), Some(1.0));
        assert_eq!(permutation(&[5, 5], &[5, 5, 5], 1), Some(Permutation { p: 1.0, method: Method::Exact }));
    }

    #[test]
    fn above_two_hundred_thousand_deals_the_permutation_test_draws() {
        let method = |x: &[i64], y: &[i64]| permutation(x, y, 7).unwrap().method;
        let ten: Vec<i64> = (0..10).collect();
        assert_eq!(method(&ten, &ten), Method::Exact, "184,756 deals");
        assert_eq!(method(&ten, &(0..11).collect::<Vec<i64>>()), Method::Draws { number: 10_000, seed: 7 }, "352,716 deals");
        assert_eq!(method(&[1], &vec![0; 5_000]), Method::Exact);
        assert_eq!(permutation(&[], &[1, 2], 7), None);
    }

    #[test]
    fn drawn_deals_come_close_to_all_deals_and_are_the_same_for_the_same_seed() {
        let (x, y) = ([1_200, 3_400, 500, 0, 8_000, 2_500, 700], [4_000, 5_200, 900, 12_000, 7_000, 3_100]);
        let exact = permutation(&x, &y, 1).unwrap();
        let drawn = |seed| {
            let mut deals = Deals { seen: sum(&y), all: 0, no_more: 0, no_less: 0 };
            deals.draw([x.as_slice(), y.as_slice()].concat(), y.len(), seed);
            2.0 * f64::from(deals.no_more.min(deals.no_less)) / f64::from(deals.all)
        };
        assert!((drawn(1) - exact.p).abs() < 0.015, "{} {}", drawn(1), exact.p);
        assert!((drawn(1) - drawn(1)).abs() < 1e-15 && (drawn(1) - drawn(2)).abs() > 1e-15);
        let far: Vec<i64> = (1_000..1_020).collect();
        assert!((permutation(&far, &(0..20).collect::<Vec<_>>(), 1).unwrap().p - 2.0 / 10_001.0).abs() < 1e-12, "never 0");
    }

    #[test]
    fn thousands_are_compared_in_a_blink() {
        let x: Vec<i64> = (0..300).map(|i| i * 7919 % 1_000).collect();
        let y: Vec<i64> = (0..300).map(|i| i * 104_729 % 1_010).collect();
        let got = two_groups(&x, &y, 1);
        assert!(got.mann_whitney.is_some() && got.permutation.is_some_and(|test| test.method != Method::Exact));
    }

    #[test]
    fn rounding_keeps_the_leading_digits() {
        let cases = [(0, 0), (7, 7), (94, 94), (12_345, 12_000), (995, 1_000), (-12_500, -13_000), (115, 120)];
        for (amount, want) in cases {
            assert_eq!(round_significant(amount, 2), want, "{amount}");
        }
    }
}
