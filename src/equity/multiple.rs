//! Many comparisons at once: p-values adjusted within a declared family (M16).
//!
//! One section of the report is one family. A cell that is suppressed is not tested: it has no p, takes no place in
//! the family, and gets no adjusted value. The raw p stays beside the adjusted one.

use super::count;

/// The p-values of one family, adjusted, in the order they came.
#[derive(Debug, Clone, PartialEq)]
pub struct Family {
    /// How many were tested; printed with the table.
    pub tested: u32,
    /// Absent where nothing was tested.
    pub adjusted: Vec<Option<f64>>,
}

/// Benjamini and Hochberg (1995): the false discovery rate q, as R's `p.adjust(method = "BH")`.
#[must_use]
pub fn benjamini_hochberg(p: &[Option<f64>]) -> Family {
    // From the largest p down: each q is the least of p * m / rank so far.
    adjust(p, |sorted, tested| {
        let ranked = sorted.iter().enumerate().rev();
        let mut least = 1.0_f64;
        let mut adjusted: Vec<(usize, f64)> = ranked
            .map(|(below, (at, p))| {
                // A factor of exactly 1 for the largest: dividing last could fall below p.
                least = least.min(p * (tested / rank(below)));
                (*at, least)
            })
            .collect();
        adjusted.reverse();
        adjusted
    })
}

/// Holm (1979): no false alarm in the whole family but with probability alpha, as R's `p.adjust(method = "holm")`.
#[must_use]
pub fn holm(p: &[Option<f64>]) -> Family {
    adjust(p, |sorted, tested| {
        let mut most = 0.0_f64;
        sorted
            .iter()
            .enumerate()
            .map(|(below, (at, p))| {
                most = most.max(p * (tested + 1.0 - rank(below))).min(1.0);
                (*at, most)
            })
            .collect()
    })
}

/// Sorts what was tested, lets `rule` adjust it, and puts everything back in its place.
fn adjust(p: &[Option<f64>], rule: impl Fn(&[(usize, f64)], f64) -> Vec<(usize, f64)>) -> Family {
    let is_probability = |p: &f64| (0.0..=1.0).contains(p);
    let mut sorted: Vec<(usize, f64)> = p.iter().enumerate().filter_map(|(at, p)| Some((at, p.filter(is_probability)?))).collect();
    sorted.sort_by(|left, right| left.1.total_cmp(&right.1));
    let tested = count(&sorted);
    let mut adjusted = vec![None; p.len()];
    for (at, value) in rule(&sorted, f64::from(tested)) {
        if let Some(place) = adjusted.get_mut(at) {
            *place = Some(value);
        }
    }
    Family { tested, adjusted }
}

/// The rank of an element with `below` before it, from 1.
fn rank(below: usize) -> f64 {
    f64::from(u32::try_from(below).unwrap_or(u32::MAX)) + 1.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Rule = fn(&[Option<f64>]) -> Family;

    #[test]
    fn what_is_suppressed_is_not_tested_and_keeps_its_place() {
        for rule in [benjamini_hochberg as Rule, holm] {
            let with = rule(&[Some(0.04), None, Some(0.01)]);
            let without = rule(&[Some(0.04), Some(0.01)]);
            assert_eq!((with.tested, with.adjusted[1]), (2, None));
            assert_eq!([with.adjusted[0], with.adjusted[2]], without.adjusted[..]);
        }
    }

    #[test]
    fn an_empty_family_has_nothing_and_one_test_is_not_adjusted() {
        for rule in [benjamini_hochberg as Rule, holm] {
            assert_eq!(rule(&[]), Family { tested: 0, adjusted: vec![] });
            assert_eq!(rule(&[Some(0.03)]), Family { tested: 1, adjusted: vec![Some(0.03)] });
            assert_eq!(rule(&[Some(f64::NAN), Some(1.5)]).tested, 0);
        }
    }

    proptest! {
        #[test]
        fn adjusting_keeps_the_order_and_never_lowers_a_p(p in prop::collection::vec(0.0_f64..=1.0, 1..30)) {
            let tested: Vec<Option<f64>> = p.iter().copied().map(Some).collect();
            for rule in [benjamini_hochberg as Rule, holm] {
                let q: Vec<f64> = rule(&tested).adjusted.into_iter().flatten().collect();
                for (left, q_left) in p.iter().zip(&q) {
                    prop_assert!(*q_left >= *left && *q_left <= 1.0);
                    for (right, q_right) in p.iter().zip(&q) {
                        prop_assert!(left > right || q_left <= q_right, "{left} {right} {q:?}");
                    }
                }
            }
        }

        #[test]
        fn holm_is_the_stricter(p in prop::collection::vec(0.0_f64..=1.0, 1..30)) {
            let tested: Vec<Option<f64>> = p.into_iter().map(Some).collect();
            let pairs = benjamini_hochberg(&tested).adjusted.into_iter().zip(holm(&tested).adjusted);
            prop_assert!(pairs.into_iter().all(|(q, holm)| q.unwrap() <= holm.unwrap() + 1e-12));
        }

        #[test]
        fn a_lower_p_lowers_no_other_q(p in prop::collection::vec(0.0_f64..=1.0, 2..20), at in 0_usize..20, by in 0.0_f64..1.0) {
            let before: Vec<Option<f64>> = p.iter().copied().map(Some).collect();
            let mut after = before.clone();
            let at = at % p.len();
            after[at] = Some(p[at] * by);
            let (before, after) = (benjamini_hochberg(&before).adjusted, benjamini_hochberg(&after).adjusted);
            prop_assert!(before.iter().zip(&after).all(|(before, after)| after.unwrap() <= before.unwrap() + 1e-12));
        }
    }
}
