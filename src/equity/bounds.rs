//! What the businesses without an answer could change: worst-case bounds (Manski 1989) and the tipping number.

use super::{Interval, share};

/// A group's share of everybody, bounded by the two extreme answers of those who gave none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShareBounds {
    pub share_of_known: Option<f64>,
    pub bounds: Option<Interval>,
}

/// A rate among those known, and its bounds whatever the others would have answered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateBounds {
    pub point: Option<f64>,
    pub bounds: Option<Interval>,
}

/// A ratio of two rates, its bounds, and the fewest unknown businesses that could carry it across the threshold.
///
/// `high` is absent where the reference could have no success at all: the ratio then has no upper limit.
/// `tipping` is absent where no answer of theirs could: the finding stands whatever they would have said.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct RatioBounds {
    pub point: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub tipping: Option<u32>,
}

/// Successes and failures of a set of businesses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    pub successes: u32,
    pub failures: u32,
}

/// A threshold as an exact fraction, so that a ratio of exactly four fifths is never a question of rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    pub over: u32,
    pub under: u32,
}

/// Four fifths: below it a ratio of rates is called a gap (29 CFR 1607.4(D)).
pub const FOUR_FIFTHS: Fraction = Fraction { over: 4, under: 5 };

impl Tally {
    /// Everybody in it.
    #[must_use]
    pub fn size(self) -> u32 {
        self.successes.saturating_add(self.failures)
    }

    fn rate(self) -> Option<f64> {
        share(self.successes, self.size())
    }

    fn and(self, successes: u32, failures: u32) -> Self {
        Self { successes: self.successes.saturating_add(successes), failures: self.failures.saturating_add(failures) }
    }
}

/// Share of `total` in a group, with `unknown` of the total not known: [`in_group / total`, `(in_group + unknown) / total`].
#[must_use]
pub fn manski_share(in_group: u32, total: u32, unknown: u32) -> ShareBounds {
    let Some(known) = total.checked_sub(unknown).filter(|known| in_group <= *known) else {
        return ShareBounds { share_of_known: None, bounds: None };
    };
    let low = share(in_group, total);
    let high = share(in_group.saturating_add(unknown), total);
    let bounds = low.zip(high).map(|(low, high)| Interval { low, high });
    ShareBounds { share_of_known: share(in_group, known), bounds }
}

/// A group's rate: lowest when every unknown failure belongs to it, highest when every unknown success does.
#[must_use]
pub fn manski_rate(known: Tally, unknown: Tally) -> RateBounds {
    // Where only unknown successes (or failures) could fill an empty group, its rate could only be 1 (or 0).
    let low = known.and(0, unknown.failures).rate().or((unknown.successes > 0).then_some(1.0));
    let high = known.and(unknown.successes, 0).rate().or((unknown.failures > 0).then_some(0.0));
    RateBounds { point: known.rate(), bounds: low.zip(high).map(|(low, high)| Interval { low, high }) }
}

/// The ratio of a group's rate to a reference's, where every unknown may be in either or in neither.
///
/// The ratio falls only by unknown failures joining the group and unknown successes joining the reference, and
/// these are different businesses, so both extremes are reached at once: the bounds are sharp.
/// Nothing is shown where group or reference has nobody known in it.
#[must_use]
pub fn manski_ratio(group: Tally, reference: Tally, unknown: Tally, threshold: Fraction) -> RatioBounds {
    if group.size() == 0 || reference.size() == 0 {
        return RatioBounds::default();
    }
    let low = divide(group.and(0, unknown.failures), reference.and(unknown.successes, 0));
    let high = divide(group.and(unknown.successes, 0), reference.and(0, unknown.failures));
    let point = divide(group, reference);
    let tipping = point.and_then(|_| tipping(group, reference, unknown, threshold));
    RatioBounds { point, low, high, tipping }
}

fn divide(group: Tally, reference: Tally) -> Option<f64> {
    let reference = reference.rate().filter(|rate| *rate > 0.0)?;
    Some(group.rate()? / reference)
}

/// The fewest unknowns that carry the ratio across. Only two kinds of unknown move it the wanted way, and more
/// of either moves it further: so for each number of successes the fewest failures follow by one exact division.
fn tipping(group: Tally, reference: Tally, unknown: Tally, threshold: Fraction) -> Option<u32> {
    let [s1, n1, s2, n2] = [group.successes, group.size(), reference.successes, reference.size()].map(u128::from);
    let (over, under) = (u128::from(threshold.over), u128::from(threshold.under));
    let is_below = s1 * n2 * under < over * n1 * s2;
    let fewest_failures = |successes: u128| -> Option<u128> {
        if is_below {
            // (s1+x)/(n1+x) * (n2+y)/s2 >= threshold, solved for the least y.
            let divisor = (s1 + successes) * under;
            (divisor > 0).then(|| (over * (n1 + successes) * s2).div_ceil(divisor).saturating_sub(n2))
        } else {
            // s1/(n1+y) * (n2+x)/(s2+x) < threshold, solved for the least y.
            let divisor = over * (s2 + successes);
            (divisor > 0).then(|| (s1 * (n2 + successes) * under / divisor + 1).saturating_sub(n1))
        }
    };
    (0..=unknown.successes)
        .filter_map(|successes| {
            let failures = u32::try_from(fewest_failures(u128::from(successes))?).ok()?;
            (failures <= unknown.failures).then(|| successes.saturating_add(failures))
        })
        .min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every way to place the unknowns: the ratio's extremes, and the fewest placed that cross the threshold.
    fn brute_force(group: Tally, reference: Tally, unknown: Tally, t: Fraction) -> (f64, f64, Option<u32>) {
        let below = |g: Tally, r: Tally| {
            u64::from(g.successes) * u64::from(r.size()) * u64::from(t.under)
                < u64::from(t.over) * u64::from(g.size()) * u64::from(r.successes)
        };
        let (mut low, mut high, mut fewest) = (f64::INFINITY, 0.0_f64, None::<u32>);
        for s1 in 0..=unknown.successes {
            for s2 in 0..=unknown.successes - s1 {
                for f1 in 0..=unknown.failures {
                    for f2 in 0..=unknown.failures - f1 {
                        let (g, r) = (group.and(s1, f1), reference.and(s2, f2));
                        let ratio = g.rate().unwrap() / r.rate().unwrap();
                        low = low.min(ratio);
                        high = high.max(ratio);
                        if below(g, r) != below(group, reference) {
                            let placed = s1 + s2 + f1 + f2;
                            fewest = Some(fewest.map_or(placed, |best| best.min(placed)));
                        }
                    }
                }
            }
        }
        (low, high, fewest)
    }

    proptest! {
        #[test]
        fn ratio_bounds_and_tipping_agree_with_every_allocation(
            s1 in 0_u32..12, f1 in 0_u32..12, s2 in 1_u32..12, f2 in 0_u32..12, su in 0_u32..6, fu in 0_u32..6,
        ) {
            prop_assume!(s1 + f1 > 0);
            let (group, reference) = (Tally { successes: s1, failures: f1 }, Tally { successes: s2, failures: f2 });
            let unknown = Tally { successes: su, failures: fu };
            let got = manski_ratio(group, reference, unknown, FOUR_FIFTHS);
            let (low, high, fewest) = brute_force(group, reference, unknown, FOUR_FIFTHS);
            prop_assert!((got.low.unwrap() - low).abs() < 1e-12);
            prop_assert!((got.high.unwrap() - high).abs() < 1e-12);
            prop_assert_eq!(got.tipping, fewest);
        }

        #[test]
        fn share_bounds_agree_with_every_allocation(own in 0_u32..8, others in 0_u32..8, unknown in 0_u32..8) {
            let total = own + others + unknown;
            prop_assume!(total > 0);
            let shares: Vec<f64> = (0..=unknown).filter_map(|joined| share(own + joined, total)).collect();
            let got = manski_share(own, total, unknown).bounds.unwrap();
            prop_assert_eq!(Some(&got.low), shares.first());
            prop_assert_eq!(Some(&got.high), shares.last());
        }

        #[test]
        fn rate_bounds_agree_with_every_allocation(s in 0_u32..6, f in 0_u32..6, su in 0_u32..6, fu in 0_u32..6) {
            let known = Tally { successes: s, failures: f };
            let rates: Vec<f64> = (0..=su)
                .flat_map(|a| (0..=fu).filter_map(move |b| known.and(a, b).rate()))
                .collect();
            let got = manski_rate(known, Tally { successes: su, failures: fu }).bounds;
            let want = (!rates.is_empty()).then(|| Interval {
                low: rates.iter().copied().fold(1.0, f64::min),
                high: rates.iter().copied().fold(0.0, f64::max),
            });
            prop_assert_eq!(got, want);
        }
    }

    #[test]
    fn three_thousand_unknowns_are_answered_at_once() {
        let group = Tally { successes: 60, failures: 140 };
        let reference = Tally { successes: 130, failures: 197 };
        let unknown = Tally { successes: 1_200, failures: 1_849 };
        let got = manski_ratio(group, reference, unknown, FOUR_FIFTHS);
        assert!(got.tipping.is_some_and(|number| number < 40), "{got:?}");
    }

    #[test]
    fn a_ratio_of_exactly_four_fifths_is_not_below_it() {
        let (group, reference) = (Tally { successes: 4, failures: 6 }, Tally { successes: 5, failures: 5 });
        let one = manski_ratio(group, reference, Tally { successes: 0, failures: 1 }, FOUR_FIFTHS);
        assert_eq!(one.tipping, Some(1));
    }

    #[test]
    fn a_reference_that_may_have_no_success_has_no_upper_limit() {
        let got = manski_ratio(
            Tally { successes: 4, failures: 6 },
            Tally { successes: 0, failures: 5 },
            Tally { successes: 2, failures: 2 },
            FOUR_FIFTHS,
        );
        assert_eq!((got.point, got.high, got.tipping), (None, None, None));
        assert!(got.low.is_some());
    }

    #[test]
    fn all_unknown_may_be_anything() {
        assert_eq!(manski_share(0, 9, 9).bounds, Some(Interval { low: 0.0, high: 1.0 }));
        assert_eq!(manski_share(0, 9, 9).share_of_known, None);
        assert_eq!(manski_share(0, 0, 0).bounds, None);
        assert_eq!(manski_share(5, 9, 6).bounds, None);
    }
}
