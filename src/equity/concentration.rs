//! How concentrated an amount is: Gini, Lorenz, the top fifth, and Theil split between and within groups (M11).
//!
//! None of these has an interval. They are released only as `protect` and the ledger allow, and rounded.

use std::collections::BTreeMap;

use super::{count, float};

/// How evenly an amount is spread over businesses, zeros included.
#[derive(Debug, Clone, PartialEq)]
pub struct Concentration {
    /// 0: all alike; towards 1: one has it all. The population form, without n/(n-1).
    pub gini: f64,
    /// The share of the poorest 0, 1, 2 ... n businesses: n + 1 points from 0 to 1.
    pub lorenz: Vec<f64>,
    /// The share of the fifth of the businesses that got most; a part of a business counts as one.
    pub top_fifth_share: f64,
}

/// Theil's T: 0 where all have the same, ln(n) where one has it all.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Theil {
    pub total: f64,
    /// What would be left if everybody had their group's mean.
    pub between: f64,
    /// What is left inside the groups.
    pub within: f64,
    /// Absent where all have the same: no inequality to share out.
    pub between_share: Option<f64>,
}

/// Gini (1914), Lorenz (1905) and the top fifth of amounts in whole units. Nothing for nobody, for a negative
/// amount (a clawback has no place on a curve), or where nobody got anything.
#[must_use]
pub fn concentration(amounts: &[i64]) -> Option<Concentration> {
    let mut sorted = amounts.to_vec();
    sorted.sort_unstable();
    let total = total_of(&sorted)?;
    let businesses = i128::from(count(&sorted));
    // Twice the sum of rank times amount: whole numbers, so that equal amounts are exactly 0.
    let ranked: i128 = sorted.iter().zip(1_i128..).map(|(amount, rank)| 2 * rank * i128::from(*amount)).sum();
    let mut sum = 0_i128;
    let steps = sorted.iter().map(|amount| {
        sum += i128::from(*amount);
        float(sum) / float(total)
    });
    let lorenz: Vec<f64> = [0.0].into_iter().chain(steps).collect();
    let top: i128 = sorted.iter().rev().take(sorted.len().div_ceil(5)).copied().map(i128::from).sum();
    Some(Concentration {
        gini: float(ranked - (businesses + 1) * total) / (float(businesses) * float(total)),
        lorenz,
        top_fifth_share: float(top) / float(total),
    })
}

/// Theil's T (1967) and its split by group; 0 ln 0 counts as 0. Each business is an amount and the number of its
/// group; groups must be mutually exclusive. Nothing where `concentration` has nothing.
#[must_use]
pub fn theil(businesses: &[(i64, usize)]) -> Option<Theil> {
    let amounts: Vec<i64> = businesses.iter().map(|(amount, _)| *amount).collect();
    let total = total_of(&amounts)?;
    let mut groups: BTreeMap<usize, Vec<i64>> = BTreeMap::new();
    for (amount, group) in businesses {
        groups.entry(*group).or_default().push(*amount);
    }
    let everyone = i128::from(count(&amounts));
    let (mut between, mut within) = (0.0, 0.0);
    for amounts in groups.values() {
        let sum = super::money::sum(amounts);
        let share = float(sum) / float(total);
        between += weighed(share, sum * everyone, i128::from(count(amounts)) * total);
        within += share * index(amounts, sum);
    }
    let whole = index(&amounts, total);
    let is_even = amounts.windows(2).all(|pair| pair.first() == pair.last());
    Some(Theil { total: whole, between, within, between_share: (!is_even && whole > 0.0).then(|| between / whole) })
}

/// The sum, if it is one that can be shared out.
fn total_of(amounts: &[i64]) -> Option<i128> {
    let total = super::money::sum(amounts);
    (total > 0 && amounts.iter().all(|amount| *amount >= 0)).then_some(total)
}

/// T of amounts with this sum; 0 where there is nothing.
fn index(amounts: &[i64], sum: i128) -> f64 {
    let size = i128::from(count(amounts));
    let part = |amount: &i64| {
        let amount = i128::from(*amount);
        weighed(float(amount) / float(sum), amount * size, sum)
    };
    if sum > 0 { amounts.iter().map(part).sum() } else { 0.0 }
}

/// `share * ln(over / under)`. Dividing whole numbers last makes an equal part exactly 0.
fn weighed(share: f64, over: i128, under: i128) -> f64 {
    if over > 0 && under > 0 { share * (float(over) / float(under)).ln() } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn gini(amounts: &[i64]) -> f64 {
        concentration(amounts).unwrap().gini
    }

    #[test]
    fn nobody_nothing_and_negative_amounts_are_refused() {
        for amounts in [&[][..], &[0, 0, 0], &[5, -1, 9]] {
            assert_eq!(concentration(amounts), None);
            assert_eq!(theil(&amounts.iter().map(|amount| (*amount, 0)).collect::<Vec<_>>()), None);
        }
    }

    #[test]
    fn one_client_is_not_unequal() {
        let one = concentration(&[700]).unwrap();
        assert!(one.gini.abs() < 1e-15 && (one.top_fifth_share - 1.0).abs() < 1e-15 && one.lorenz == [0.0, 1.0]);
        let theil = theil(&[(700, 3)]).unwrap();
        assert!(theil.total.abs() < 1e-15 && theil.between_share.is_none());
    }

    #[test]
    fn one_who_has_it_all_is_as_unequal_as_can_be() {
        assert!((gini(&[0, 0, 0, 0, 900]) - 0.8).abs() < 1e-12);
        let theil = theil(&[(0, 0), (0, 0), (0, 1), (900, 1)]).unwrap();
        assert!((theil.total - 4.0_f64.ln()).abs() < 1e-12, "0 ln 0 is 0");
        assert!((theil.between - 2.0_f64.ln()).abs() < 1e-12 && (theil.within - 2.0_f64.ln()).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn gini_asks_for_shares_alone(amounts in prop::collection::vec(0_i64..100_000, 1..40), times in 2_i64..50) {
            prop_assume!(amounts.iter().any(|amount| *amount > 0));
            let scaled: Vec<i64> = amounts.iter().map(|amount| amount * times).collect();
            let replicated = [amounts.clone(), amounts.clone(), amounts.clone()].concat();
            prop_assert!((gini(&amounts) - gini(&scaled)).abs() < 1e-12);
            prop_assert!((gini(&amounts) - gini(&replicated)).abs() < 1e-12);
            prop_assert!((0.0..1.0).contains(&gini(&amounts)));
        }

        #[test]
        fn gini_is_half_the_mean_difference_over_the_mean(amounts in prop::collection::vec(0_i64..1_000, 1..30)) {
            prop_assume!(amounts.iter().any(|amount| *amount > 0));
            let n = f64::from(count(&amounts));
            let sum: i64 = amounts.iter().sum();
            let apart: i64 = amounts.iter().flat_map(|a| amounts.iter().map(move |b| (a - b).abs())).sum();
            prop_assert!((gini(&amounts) - float(apart.into()) / (2.0 * n * float(sum.into()))).abs() < 1e-12);
        }

        #[test]
        fn lorenz_rises_from_none_to_all_below_the_diagonal(amounts in prop::collection::vec(0_i64..1_000, 1..30)) {
            prop_assume!(amounts.iter().any(|amount| *amount > 0));
            let lorenz = concentration(&amounts).unwrap().lorenz;
            prop_assert!(lorenz.is_sorted() && (lorenz[amounts.len()] - 1.0).abs() < 1e-12);
            prop_assert!((0_u32..).zip(&lorenz).all(|(at, share)| *share <= f64::from(at) / f64::from(count(&amounts)) + 1e-12));
        }

        #[test]
        fn between_and_within_are_the_whole(businesses in prop::collection::vec((0_i64..10_000, 0_usize..5), 1..40)) {
            prop_assume!(businesses.iter().any(|(amount, _)| *amount > 0));
            let got = theil(&businesses).unwrap();
            prop_assert!((got.between + got.within - got.total).abs() < 1e-9);
            prop_assert!(got.between >= -1e-12 && got.within >= -1e-12);
        }
    }
}
