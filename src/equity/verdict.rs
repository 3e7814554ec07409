//! What a comparison is called: size and chance decide together, and neither is told without the other.
//!
//! The words are those of the report's method page. They never name a cause: a gap is a gap. `table::Tag` is the
//! shorter mark of a single table; a verdict knows how many comparisons the section made.

use super::Interval;
use super::bounds::{FOUR_FIFTHS, Fraction};

/// Chance is ruled out below this q: the false discovery rate within the section (`multiple`).
const MOST_CHANCE: f64 = 0.05;

/// A comparison of a group with its reference, read "group relative to reference".
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Verdict {
    /// Below four fifths, and chance is an unlikely reason.
    ClearGap,
    /// Below four fifths, and chance could be the reason.
    PossibleGap,
    /// Behind by less than a fifth, and chance is an unlikely reason.
    SmallGap,
    /// Ahead, and chance is an unlikely reason: no gap of this group's, but one beside it.
    Ahead,
    /// Nothing found; the interval says how large a gap could be hidden.
    NoGap { could_hide: Option<f64> },
}

impl Verdict {
    /// The verdict on a ratio with its interval, and its q within the section; a comparison without q was not
    /// tested, and counts as one that chance could explain. Nothing without a ratio.
    #[must_use]
    pub fn of(ratio: Option<f64>, interval: Option<Interval>, q: Option<f64>) -> Option<Self> {
        let ratio = ratio.filter(|ratio| ratio.is_finite() && *ratio >= 0.0)?;
        let Fraction { over, under } = FOUR_FIFTHS;
        let is_below = ratio * f64::from(under) < f64::from(over) * (1.0 - f64::EPSILON);
        let is_unlikely_chance = q.is_some_and(|q| q < MOST_CHANCE);
        Some(match (is_below, is_unlikely_chance) {
            (true, true) => Self::ClearGap,
            (true, false) => Self::PossibleGap,
            (false, true) if ratio < 1.0 => Self::SmallGap,
            (false, true) => Self::Ahead,
            (false, false) => Self::NoGap { could_hide: interval.map(|ends| ends.low).filter(|low| *low < 1.0) },
        })
    }

    /// The words of the verdict, as they stand in a table.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::ClearGap => "clear gap".to_owned(),
            Self::PossibleGap => "possible gap: too few to tell".to_owned(),
            Self::SmallGap => "small but consistent gap".to_owned(),
            Self::Ahead => "ahead, unlikely to be chance".to_owned(),
            Self::NoGap { could_hide: Some(low) } => format!("no gap found (could hide one as large as {low:.2})"),
            Self::NoGap { could_hide: None } => "no gap found".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(ratio: f64, low: f64, q: Option<f64>) -> String {
        Verdict::of(Some(ratio), Some(Interval { low, high: ratio * ratio / low }), q).unwrap().words()
    }

    #[test]
    fn size_and_chance_decide_together() {
        assert_eq!(words(0.6, 0.45, Some(0.01)), "clear gap");
        assert_eq!(words(0.6, 0.25, Some(0.05)), "possible gap: too few to tell");
        assert_eq!(words(0.6, 0.25, None), "possible gap: too few to tell");
        assert_eq!(words(0.9, 0.85, Some(0.01)), "small but consistent gap");
        assert_eq!(words(0.9, 0.55, Some(0.4)), "no gap found (could hide one as large as 0.55)");
        assert_eq!(words(1.4, 1.2, Some(0.01)), "ahead, unlikely to be chance");
        assert_eq!(words(1.4, 1.01, Some(0.2)), "no gap found");
    }

    #[test]
    fn four_fifths_exactly_is_not_below() {
        for (rate, reference) in [(0.6, 0.75), (0.4, 0.5), (0.8, 1.0)] {
            let verdict = Verdict::of(Some(rate / reference), None, Some(0.01));
            assert_eq!(verdict, Some(Verdict::SmallGap), "{rate} {reference}");
        }
    }

    #[test]
    fn without_a_ratio_there_is_no_verdict_and_without_an_interval_no_size() {
        assert_eq!(Verdict::of(None, None, Some(0.01)), None);
        assert_eq!(Verdict::of(Some(f64::INFINITY), None, Some(0.01)), None);
        assert_eq!(Verdict::of(Some(0.0), None, Some(0.01)), Some(Verdict::ClearGap));
        assert_eq!(Verdict::of(Some(0.95), None, None).unwrap().words(), "no gap found");
    }
}
