//! The words and the cells that every section by group shares: estimands, what stands for a hidden count, names of columns.

use crate::document::{Block, Cell, Column, Kind, Label, Look, Number, Row, Table, Tone, Value};
use crate::equity::Interval;
use crate::equity::catalogue::{Class, Told};
use crate::equity::telling::grouping::Grouping;
use crate::equity::telling::rates::{Against, Rate, Tag};
use crate::equity::telling::sentences::Words;
use crate::reports::told;
use crate::values::{Day, grouped};

/// What a number counts, in files.
pub(super) const CLIENTS: &str = "clients";
/// What stands where a figure of an earlier release still stands.
pub(super) const UNCHANGED: &str = "Unchanged since the last release: too few changes to show.";

/// The one sentence for everything hidden, whatever the reason: to say which are small would help to find them. It does not say that
/// what is hidden is small, for much of it is hidden only because of what it would let a reader work out.
pub(super) fn hidden(told: &told::Told) -> String {
    format!("Hidden to protect groups of fewer than {} clients. Counted in the totals.", told.account.threshold)
}

/// What is counted, of whom, against whom, when, and how repeats are treated: under every table.
pub(super) struct Estimand<'t> {
    pub(super) told: &'t told::Told,
    pub(super) grouping: Grouping,
    /// Who could have been counted: "clients enrolled on some day of the period".
    pub(super) pool: String,
    /// With whom each row is compared; nothing where none is.
    pub(super) reference: Option<String>,
    /// What one row counts once.
    pub(super) repeats: &'static str,
}

impl Estimand<'_> {
    pub(super) fn line(&self) -> Block {
        let cover = &self.told.cover;
        let reference = self.reference.as_deref().unwrap_or("none");
        Block::Aside(format!(
            "Unit: a client, which is a business. Pool: {}. Reference: {reference}. Period: {}. Repeats: {}. Groups: {}",
            self.pool,
            said(cover.first, cover.last),
            self.repeats,
            self.grouping.counted(),
        ))
    }
}

/// "2025-01-01 to 2025-12-31".
pub(super) fn said(first: Day, last: Day) -> String {
    format!("{first} to {last}")
}

pub(super) const ENROLLED: &str = "clients enrolled on some day of the period";
/// Why repeats are no question in counts of businesses.
pub(super) const ONCE: &str = "a client counts once, however often it was served, referred or awarded";

/// Who could have come to a point.
pub(super) fn pool(rate: Rate) -> String {
    match Words::of(rate).clients {
        "clients" => ENROLLED.to_owned(),
        "new clients" => "clients who joined in the period, 90 days or more before the figures were made".to_owned(),
        clients => format!("{clients} in the period"),
    }
}

/// With whom a row is compared.
pub(super) fn reference(grouping: Grouping, against: Against) -> String {
    match (against, grouping) {
        (Against::White, _) => "clients with White owners only",
        (Against::OtherAnswers, _) => "all other clients who answered, never with one other group",
        (Against::Everyone, Grouping::RaceAndSex) => {
            "all other clients, with or without an answer, because nobody counts who answered both questions"
        }
        (Against::Everyone, _) => "all other clients, with or without an answer, because the number without an answer is hidden",
    }
    .to_owned()
}

pub(super) fn label(tag: Tag) -> Label {
    let tone = match tag {
        Tag::Gap | Tag::SmallGap => Tone::Stop,
        Tag::Above => Tone::Note,
        Tag::NoClearDifference | Tag::TooFew => Tone::Plain,
    };
    Label { words: tag.words().to_owned(), tone }
}

/// The mark of a comparison. Of a setback to have more is the gap, and to have fewer is not "above".
pub(super) fn tag_words(tag: Tag, rate: Rate) -> String {
    match (tag, rate.is_setback()) {
        (Tag::Above, true) => "Less often, unlikely to be chance".to_owned(),
        (tag, _) => tag.words().to_owned(),
    }
}

/// What is told of a count.
pub(super) fn counted(count: Told, hidden: &str) -> Cell {
    let number = |count: u32| Number::new(Kind::Count(CLIENTS), Some(Value::Whole(count.into())));
    match count {
        Told::Shown(count) => Cell::Number(number(count)),
        Told::Unchanged(count) => {
            let words = format!("{}, unchanged", grouped(count.into()));
            Cell::Number(number(count).said(words).flagged("unchanged").noting(UNCHANGED))
        }
        Told::Hidden => Cell::Hidden(hidden.to_owned()),
    }
}

pub(super) fn whole(kind: Kind, value: Option<i128>) -> Cell {
    value.map_or(Cell::Empty, |value| Cell::Number(Number::new(kind, Some(Value::Whole(value)))))
}

pub(super) fn real(kind: Kind, value: Option<f64>) -> Cell {
    value.map_or(Cell::Empty, |value| Cell::Number(Number::new(kind, Some(Value::Real(value)))))
}

/// A number with its range.
pub(super) fn ranged(kind: Kind, value: Option<(f64, Interval)>, note: &str) -> Cell {
    value.map_or(Cell::Empty, |(value, interval)| {
        Cell::Number(Number::new(kind, Some(Value::Real(value))).within(ends(Some(interval))).noting(note))
    })
}

/// Worst and best case over those without an answer. A reader reads the range alone.
pub(super) fn whatever(kind: Kind, interval: Option<Interval>) -> Cell {
    interval.map_or(Cell::Empty, |interval| {
        Cell::Number(Number::new(kind, None).within(ends(Some(interval))).noting("worst and best case for those without an answer"))
    })
}

pub(super) fn noted(cell: Cell, note: &str) -> Cell {
    if let Cell::Number(number) = cell { Cell::Number(number.noting(note)) } else { cell }
}

pub(super) fn ends(interval: Option<Interval>) -> Option<(Value, Value)> {
    interval.map(|ends| (Value::Real(ends.low), Value::Real(ends.high)))
}

pub(super) fn row(class: Class, under: Option<String>, cells: Vec<Cell>) -> Row {
    Row { key: class.code(), name: class.label(), more: None, under, cells }
}

pub(super) fn grid(key: String, scheme: &str, title: String, columns: Vec<Column>, rows: Vec<Row>) -> Table {
    Table { key, scheme: scheme.to_owned(), title, rows_are: "Group".to_owned(), look: Look::Grid, columns, rows }
}
