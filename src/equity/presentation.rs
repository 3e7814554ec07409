//! May a rate be shown, or only its counts? The presentation standards of the National Center for Health Statistics
//! (M17). This asks whether a number means something; whether it may be known is asked by `protect` and the ledger.

use super::intervals::clopper_pearson;
use super::{Interval, share};

/// A proportion of fewer is not shown.
pub const FEWEST_FOR_PROPORTION: u32 = 30;
/// A rate with fewer in its numerator or denominator is not shown.
pub const FEWEST_FOR_RATE: u32 = 10;
const CONFIDENCE: f64 = 0.95;
/// An interval at least so wide hides a proportion, one at most so narrow shows it.
const TOO_WIDE: f64 = 0.30;
const NARROW: f64 = 0.05;
/// In between, the width may be so many times the proportion.
const MOST_RELATIVE: f64 = 1.30;
/// For rates, the width may be so many times the rate.
const MOST_RELATIVE_RATE: f64 = 1.60;

/// What the standard says of a proportion.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Proportion {
    pub is_shown: bool,
    /// Width of the exact 95 % interval; absent where there is nobody.
    pub width: Option<f64>,
    /// Shown, but the share of the others (1 less the proportion) is not reliable, and the page says so.
    pub complement_is_weak: bool,
    /// Nobody or everybody: the standard asks for a look by somebody who knows statistics.
    pub needs_review: bool,
}

/// A proportion (NCHS Vital and Health Statistics, Series 2, No. 175, 2017; simple random sample): at least 30; an
/// interval narrower than 0.30; and, unless it is at most 0.05, not wider than 130 % of the proportion.
#[must_use]
pub fn proportion(x: u32, n: u32) -> Proportion {
    let width = clopper_pearson(x, n, CONFIDENCE).map(|ends| ends.high - ends.low);
    let relative = |part: Option<f64>, width: f64| part.is_some_and(|part| width <= MOST_RELATIVE * part);
    let is_shown =
        n >= FEWEST_FOR_PROPORTION && width.is_some_and(|width| width < TOO_WIDE && (width <= NARROW || relative(share(x, n), width)));
    let others = n.saturating_sub(x);
    let complement_is_weak = is_shown && others > 0 && width.is_some_and(|width| width > NARROW && !relative(share(others, n), width));
    Proportion { is_shown, width, complement_is_weak, needs_review: n > 0 && (x == 0 || x == n) }
}

/// Whether a rate may be shown (NCHS Series 2, No. 200, 2022): numerator and denominator of 10 or more, and an
/// interval not wider than 160 % of the rate. Otherwise counts only.
#[must_use]
pub fn rate_may_be_shown(x: u32, n: u32, interval: Option<Interval>) -> bool {
    let is_enough = x >= FEWEST_FOR_RATE && n >= FEWEST_FOR_RATE;
    let fits = |ends: Interval, rate: f64| ends.high - ends.low <= MOST_RELATIVE_RATE * rate;
    is_enough && interval.zip(share(x, n)).is_some_and(|(ends, rate)| fits(ends, rate))
}

#[cfg(test)]
mod tests {
    use super::super::intervals::wilson;
    use super::*;

    #[test]
    fn nobody_and_few_are_not_shown() {
        let nobody = proportion(0, 0);
        assert_eq!((nobody.is_shown, nobody.width, nobody.needs_review), (false, None, false));
        assert!(!proportion(15, 29).is_shown);
        assert!(!proportion(31, 30).is_shown);
        assert!(!proportion(15, 30).is_shown, "0.37 wide");
    }

    #[test]
    fn a_rare_thing_needs_many_to_be_shown() {
        assert!(!proportion(2, 40).is_shown);
        assert!(!proportion(0, 60).is_shown);
        assert!(proportion(0, 100).is_shown, "narrower than 0.05");
        assert!(proportion(30, 400).is_shown);
    }

    #[test]
    fn the_others_may_be_too_few_to_speak_of() {
        let most = proportion(57, 60);
        assert!(most.is_shown && most.complement_is_weak);
        assert!(!proportion(45, 60).complement_is_weak);
        let all = proportion(60, 60);
        assert!(all.is_shown && !all.complement_is_weak && all.needs_review);
    }

    #[test]
    fn a_rate_needs_ten_on_both_sides_and_a_narrow_interval() {
        let shown = |x, n| rate_may_be_shown(x, n, wilson(x, n, 0.95));
        assert_eq!([shown(9, 200), shown(10, 10), shown(10, 200), shown(10, 9), shown(0, 0)], [false, true, true, false, false]);
        assert!(!rate_may_be_shown(20, 40, None));
        assert!(!rate_may_be_shown(20, 40, Some(Interval { low: 0.1, high: 0.95 })));
    }
}
