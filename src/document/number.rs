//! Numbers with their ranges: what is stored of them, how a reader reads them, and their one spelling in files.

use crate::values::{Cents, Day, Unit, grouped, hours};

/// A number with its range.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// What kind of number.
    pub kind: Kind,
    /// The number. Absent where there is a range alone, or none.
    pub value: Option<Value>,
    /// Lower and upper end.
    pub ends: Option<(Value, Value)>,
    /// The chance of a difference as large by chance alone.
    pub p: Option<f64>,
    /// Marks: `merged`, `rounded`, or what a comparison comes to.
    pub flag: String,
    /// A sentence about it.
    pub note: String,
    /// What is said for it to readers, where not the number alone: "36 of 149".
    pub words: Option<String>,
}

/// What is stored of a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// An integer: a count, cents, minutes.
    Whole(i128),
    /// A share, a ratio, a mean.
    Real(f64),
    /// A day.
    Day(Day),
}

/// What kind of number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A count of something.
    Count(&'static str),
    /// A part of one.
    Share,
    /// A difference of two shares.
    Points,
    /// An amount in its smallest unit.
    Amount(Unit),
    /// So many times.
    Ratio,
    /// Of a hundred, where a hundred is parity.
    Index,
    /// A probability.
    Chance,
    /// A day.
    Day,
}

impl Number {
    /// A number without anything about it.
    pub fn new(kind: Kind, value: Option<Value>) -> Self {
        Self { kind, value, ends: None, p: None, flag: String::new(), note: String::new(), words: None }
    }

    /// With a range.
    #[must_use]
    pub fn within(self, ends: Option<(Value, Value)>) -> Self {
        Self { ends, ..self }
    }

    /// With a sentence.
    #[must_use]
    pub fn noting(self, note: &str) -> Self {
        Self { note: note.to_owned(), ..self }
    }

    /// With a mark.
    #[must_use]
    pub fn flagged(self, flag: &str) -> Self {
        Self { flag: flag.to_owned(), ..self }
    }

    /// Said in other words to readers.
    #[must_use]
    pub fn said(self, words: String) -> Self {
        Self { words: Some(words), ..self }
    }

    /// What a reader reads.
    pub fn shown(&self) -> String {
        self.words.clone().or_else(|| self.value.map(|value| self.kind.show(value))).unwrap_or_default()
    }

    /// The range as a reader reads it; empty where there is none.
    pub fn range(&self) -> String {
        self.ends
            .map(|(low, high)| {
                let (low, high) = (self.kind.show(low), self.kind.show(high));
                // Why the sign once: "0.42 to 0.80×" would look like a product.
                if self.kind == Kind::Ratio {
                    format!("{} to {}", low.trim_end_matches('×'), high.trim_end_matches('×'))
                } else {
                    format!("{low} to {high}")
                }
            })
            .unwrap_or_default()
    }
}

impl Value {
    /// As a real number, for drawing and for spreadsheets.
    #[expect(clippy::cast_precision_loss, reason = "spreadsheets hold 53 bits, and no program awards more cents")]
    pub fn real(self) -> f64 {
        match self {
            Self::Whole(number) => number as f64,
            Self::Real(number) => number,
            Self::Day(day) => f64::from(i32::try_from(Day::new(jiff::civil::date(1899, 12, 30)).days_until(day)).unwrap_or(0)),
        }
    }

    fn whole(self) -> i64 {
        match self {
            Self::Whole(number) => i64::try_from(number).unwrap_or(i64::MAX),
            Self::Real(number) => round(number),
            Self::Day(_) => 0,
        }
    }

    /// The one spelling of a number in files: integers bare, others with six decimals and no minus before zero.
    pub fn exact(self) -> String {
        match self {
            Self::Whole(number) => number.to_string(),
            Self::Real(number) => {
                let text = format!("{number:.6}");
                if text == "-0.000000" { "0.000000".to_owned() } else { text }
            }
            Self::Day(day) => day.to_string(),
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a mean of cents or minutes, rounded for the reader")]
fn round(number: f64) -> i64 {
    number.round() as i64
}

impl Kind {
    /// A number as a reader reads it.
    pub fn show(self, value: Value) -> String {
        match self {
            Self::Count(_) | Self::Amount(Unit::SquareFeet) => grouped(value.whole()),
            Self::Share => format!("{:.1}%", value.real() * 100.0).replace('-', "−"),
            Self::Points => format!("{:+.1}", value.real() * 100.0).replace('-', "−"),
            Self::Amount(Unit::Cents) => Cents::new(value.whole()).to_string(),
            Self::Amount(Unit::Minutes | Unit::LabMinutes) => hours(value.whole()),
            Self::Ratio => format!("{:.2}×", value.real()),
            Self::Index => format!("{:.0}", value.real()),
            Self::Chance if value.real() < 0.001 => "under 0.001".to_owned(),
            Self::Chance => format!("{:.3}", value.real()),
            Self::Day => value.exact(),
        }
    }

    /// What the number counts, in files.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Count(what) => what,
            Self::Share | Self::Points => "share",
            Self::Amount(unit) => crate::values::Vocabulary::code(unit),
            Self::Ratio => "ratio",
            Self::Index => "index",
            Self::Chance => "p",
            Self::Day => "day",
        }
    }
}
