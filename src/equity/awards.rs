//! Is a group's share of the dollars chance? Awards given at random by availability (M10).
//!
//! What disparity studies simulate, computed exactly where it can be: each award goes to the group with the
//! probability of the benchmark, independently. Awards that went to one business stand or fall together, so they
//! come in as one sum per business.

use super::float;
use super::random::{Method, Seeded};

/// The most different sums that are gone through one by one: any 20 awards have at most so many.
const MOST_SUMS: usize = 1 << 20;
/// And the most steps to find them, so that a hundred thousand equal awards are drawn as well.
const MOST_WORK: usize = 1 << 24;
/// So many draws are made, and fewer only where more than 10,000 businesses make each one long.
const DRAWS: usize = 100_000;
const FEWEST_DRAWS: usize = 10_000;
const MOST_STEPS: usize = 1_000_000_000;

/// How likely the group's share, or a smaller one, would be if only availability decided.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShareByChance {
    /// The group's share of it all. Absent where there is nothing to share.
    pub share: Option<f64>,
    /// The share over availability, times 100: a disparity index of dollars.
    pub index: Option<f64>,
    /// P(share <= observed).
    pub p_less_or_equal: f64,
    pub method: Method,
}

/// The chance that a group gets `observed` or less of `amounts` (one sum per business, in cents, minutes or square
/// feet), each going to it with probability `availability`.
///
/// Exact while the possible sums can be counted (any 20 amounts, and many more where amounts repeat); else 100,000
/// draws with the seed, where p = (1 + as little) / (1 + draws) (Davison and Hinkley 1997, 4.2).
/// Nothing for a negative amount, for no amounts, or an availability outside 0 to 1.
#[must_use]
pub fn share_by_chance(amounts: &[i64], observed: i128, availability: f64, seed: u64) -> Option<ShareByChance> {
    let is_possible = (0.0..=1.0).contains(&availability) && !amounts.is_empty() && amounts.iter().all(|amount| *amount >= 0);
    if !is_possible {
        return None;
    }
    let (p_less_or_equal, method) = match sums(amounts, availability) {
        Some(sums) => {
            let tail: f64 = sums.iter().filter(|(sum, _)| *sum <= observed).map(|(_, chance)| chance).sum();
            (tail.min(1.0), Method::Exact)
        }
        None => {
            let number = u32::try_from((MOST_STEPS / amounts.len()).clamp(FEWEST_DRAWS, DRAWS)).unwrap_or(u32::MAX);
            (drawn(amounts, observed, availability, number, seed), Method::Draws { number, seed })
        }
    };
    let whole = super::money::sum(amounts);
    let share = (whole > 0).then(|| float(observed) / float(whole));
    let index = share.filter(|_| availability > 0.0).map(|share| 100.0 * share / availability);
    Some(ShareByChance { share, index, p_less_or_equal, method })
}

/// Every sum the group could get with its probability, smallest first. Nothing once there are too many.
fn sums(amounts: &[i64], availability: f64) -> Option<Vec<(i128, f64)>> {
    let mut sums = vec![(0_i128, 1.0)];
    let mut work = 0;
    for amount in amounts {
        let with = sums.iter().map(|(sum, chance)| (sum + i128::from(*amount), chance * availability));
        let without = sums.iter().map(|(sum, chance)| (*sum, chance * (1.0 - availability)));
        sums = merge(without, with);
        work += sums.len();
        if sums.len() > MOST_SUMS || work > MOST_WORK {
            return None;
        }
    }
    Some(sums)
}

/// Two ascending lists as one; equal sums become one with both probabilities.
fn merge(left: impl Iterator<Item = (i128, f64)>, right: impl Iterator<Item = (i128, f64)>) -> Vec<(i128, f64)> {
    let (mut left, mut right) = (left.peekable(), right.peekable());
    let mut merged: Vec<(i128, f64)> = Vec::new();
    loop {
        let next = match (left.peek(), right.peek()) {
            (Some(one), Some(other)) if one.0 <= other.0 => left.next(),
            (Some(_), None) => left.next(),
            (_, Some(_)) => right.next(),
            (None, None) => return merged,
        };
        let Some((sum, chance)) = next else { return merged };
        match merged.last_mut() {
            Some(last) if last.0 == sum => last.1 += chance,
            _ => merged.push((sum, chance)),
        }
    }
}

fn drawn(amounts: &[i64], observed: i128, availability: f64, number: u32, seed: u64) -> f64 {
    let mut seeded = Seeded::new(seed);
    let mut as_little = 0_u32;
    for _ in 0..number {
        let sum: i128 = amounts.iter().filter(|_| seeded.unit() < availability).copied().map(i128::from).sum();
        as_little += u32::from(sum <= observed);
    }
    (f64::from(as_little) + 1.0) / (f64::from(number) + 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::equity::benchmark::binomial;
    use proptest::prelude::*;

    #[test]
    fn no_awards_and_negative_ones_have_no_chance() {
        assert_eq!(share_by_chance(&[], 0, 0.3, 1), None);
        assert_eq!(share_by_chance(&[5, -1], 0, 0.3, 1), None);
        assert_eq!(share_by_chance(&[5], 0, 1.3, 1), None);
        let nothing = share_by_chance(&[0, 0], 0, 0.3, 1).unwrap();
        assert_eq!((nothing.share, nothing.index), (None, None));
        assert!((nothing.p_less_or_equal - 1.0).abs() < 1e-12);
        assert_eq!(share_by_chance(&[5], 5, 0.0, 1).unwrap().index, None);
    }

    #[test]
    fn twenty_different_awards_are_exact_and_twenty_four_are_drawn() {
        let powers = |number: u32| (0..number).map(|at| 2_i64.pow(at)).collect::<Vec<_>>();
        let of = |amounts: &[i64]| share_by_chance(amounts, super::super::money::sum(amounts) / 2, 0.5, 42).unwrap();
        assert_eq!(of(&powers(20)).method, Method::Exact);
        let drawn = of(&powers(24));
        assert_eq!(drawn.method, Method::Draws { number: 100_000, seed: 42 });
        assert!((drawn.p_less_or_equal - 0.5).abs() < 0.01);
        assert_eq!(of(&[5; 300]).method, Method::Exact, "equal awards have few sums");
    }

    #[test]
    fn draws_come_close_to_the_exact_chance() {
        let amounts = [250, 500, 750, 1_000, 2_000, 8_000, 150, 90, 4_000, 600, 1_200];
        let exact = share_by_chance(&amounts, 6_000, 0.3, 1).unwrap().p_less_or_equal;
        let close = drawn(&amounts, 6_000, 0.3, 20_000, 1);
        assert!((exact - close).abs() < 0.015, "{exact} {close}");
        let again = |seed| drawn(&amounts, 6_000, 0.3, 500, seed);
        assert!((again(1) - again(1)).abs() < 1e-15, "the same seed draws the same");
    }

    proptest! {
        #[test]
        fn equal_awards_are_a_binomial(number in 1_u32..60, got in 0_u32..60, availability in 0.01_f64..0.99) {
            let got = got.min(number);
            let amounts = vec![700; usize::try_from(number).unwrap()];
            let p = share_by_chance(&amounts, i128::from(got) * 700, availability, 1).unwrap().p_less_or_equal;
            prop_assert!((p - binomial(got, number, availability).unwrap().less).abs() < 1e-12);
        }
    }
}
