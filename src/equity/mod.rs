//! The heart: how evenly resources reach businesses, and what of that may be shown. Pure: rows in, figures out.
//!
//! - `groups`: who an answer says one is, and what a business's owners make it;
//! - `tabulation`: the three ways to count people of several groups;
//! - the statistics, each with the source of its formula: `intervals` and `exact` for rates, `multiple` for many of them;
//!   `benchmark` for shares beside a benchmark's, `awards` for dollars beside it; `stages` and `strata` for where a gap
//!   arises; `money`, `resample`, `mix` and `concentration` for amounts; `summaries` for one number over all groups;
//!   `waiting` for days; `bounds` for what those without an answer could change;
//! - `random`: chance with a printed seed; `presentation`: may a rate be shown; `verdict`: what a comparison is called;
//! - `catalogue`: everything that is counted; `ledger`: what of it may be told, so that nothing else follows from all that ever was;
//! - `telling`: every figure and sentence that may be said from what is told;
//! - `survey`: the same for what workers answer without a name.
//!
//! Counts are `u32` (exact in `f64`), money is integer cents, time integer minutes; floats appear only at the end.

pub mod awards;
pub mod benchmark;
pub mod bounds;
pub mod catalogue;
pub mod concentration;
pub mod exact;
pub mod groups;
pub mod intervals;
pub mod ledger;
pub mod mix;
pub mod money;
pub mod multiple;
pub mod presentation;
pub mod random;
pub mod resample;
pub mod stages;
pub mod strata;
pub mod summaries;
pub mod survey;
pub mod tabulation;
pub mod telling;
pub mod verdict;
pub mod waiting;

pub use groups::{Answer, Dimension, unit_answer};

/// A range with its two ends, low first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

/// `part / whole`, or nothing where the whole is empty: an empty denominator is no estimate, never 0.
#[must_use]
pub fn share(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}

/// How many there are. A program of four billion businesses is counted as `u32::MAX`.
fn count<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).unwrap_or(u32::MAX)
}

/// How many an iterator gives.
fn number(items: impl Iterator) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

/// An exact whole number as a float, at the very end of a computation.
#[expect(clippy::cast_precision_loss, reason = "sums of cents stay below 2^53, and this is the last step")]
fn float(whole: i128) -> f64 {
    whole as f64
}
