//! What operational figures say, as sections of a document: on the page of operations, and in every report and release.

mod decides;
mod indicators;
mod jobs;
mod money;
mod place;
mod process;
mod stories;

pub(super) use stories::stories;

use super::figures::{Clock, Figures};
use crate::document::{Block, Cell, Column, Kind, Look, Number, Row, Section, Table, Value};
use crate::equity::catalogue::Point;
use crate::values::Unit;

/// Whose figures they are, and of when; as each table says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// "Riverton Makers".
    pub program: String,
    /// "January 1 to December 31, 2025".
    pub period: String,
    /// What was chosen besides: "referrals of one kind: Space", "businesses in Mill Basin". Empty where nothing was.
    pub only: Vec<String>,
    /// The day that who still waits is counted to, in words.
    pub as_of: String,
}

impl Scope {
    pub(in crate::reports) fn line(&self, unit: &str, pool: &str, repeats: &str) -> Block {
        let only = if self.only.is_empty() { String::new() } else { format!(" Only {}.", self.only.join("; ")) };
        Block::Aside(format!("Unit: {unit}. Pool: {pool}, {}. Period: {}.{only} Repeats: {repeats}.", self.program, self.period))
    }

    fn source(&self) -> String {
        format!("Source: {}, {}. Figures of Fairfloor {}.", self.program, self.period, env!("CARGO_PKG_VERSION"))
    }
}

const ENROLLED: &str = "businesses enrolled on some day of the period";

/// Every section, in the order they are read.
pub fn sections(figures: &Figures, scope: &Scope) -> Vec<Section> {
    let mut all = vec![everyone(figures, scope), money::pays(figures, scope), money::benefits(figures, scope)];
    all.extend(figures.decides.as_ref().map(|found| decides::decides(found, scope)));
    all.extend(indicators::indicators(&figures.indicators, scope));
    all.push(process::waiting(figures, scope));
    all.push(process::referrals(figures, scope));
    all.push(money::spread(figures, scope));
    all.push(jobs::jobs(figures, scope));
    all.push(place::places(figures, scope));
    all
}

pub(in crate::reports) fn section(key: &str, heading: &str, blocks: Vec<Block>) -> Section {
    Section { key: key.to_owned(), heading: heading.to_owned(), begins_page: false, blocks }
}

pub(in crate::reports) fn columns(of: &[(&str, &str)]) -> Vec<Column> {
    of.iter().map(|(key, heading)| Column { key: (*key).to_owned(), heading: (*heading).to_owned(), is_read: true }).collect()
}

pub(in crate::reports) fn table(key: &str, scheme: &str, title: &str, rows_are: &str, columns: Vec<Column>, rows: Vec<Row>) -> Table {
    let (key, scheme, title, rows_are) = (key.to_owned(), scheme.to_owned(), title.to_owned(), rows_are.to_owned());
    Table { key, scheme, title, rows_are, look: Look::Grid, columns, rows }
}

pub(in crate::reports) fn row(key: &str, name: &str, cells: Vec<Cell>) -> Row {
    Row { key: key.to_owned(), name: name.to_owned(), more: None, under: None, cells }
}

pub(in crate::reports) fn count(number: impl Into<i128>, what: &'static str) -> Cell {
    Cell::Number(Number::new(Kind::Count(what), Some(Value::Whole(number.into()))))
}

pub(in crate::reports) fn amount(value: i64, unit: Unit) -> Cell {
    Cell::Number(Number::new(Kind::Amount(unit), Some(Value::Whole(value.into()))))
}

pub(in crate::reports) fn real(kind: Kind, number: f64) -> Cell {
    Cell::Number(Number::new(kind, Some(Value::Real(number))))
}

/// A part of a whole; nothing of nothing.
fn share(part: u32, whole: u32) -> Cell {
    crate::equity::share(part, whole).map_or(Cell::Empty, |share| real(Kind::Share, share))
}

pub(in crate::reports) fn days(number: Option<u32>, otherwise: &str) -> Cell {
    let days = Number::new(Kind::Count("days"), number.map(|days| Value::Whole(days.into())));
    Cell::Number(if number.is_none() { days.said(otherwise.to_owned()).noting(otherwise) } else { days })
}

/// What stands for a wait that most have not come to the end of.
const NOT_YET: &str = "not reached yet";

const CLOCK: [(&str, &str); 7] = [
    ("begun", "Began"),
    ("ended", "Ended"),
    ("open", "Still open"),
    ("quarter", "A quarter within, days"),
    ("median", "Half within, days"),
    ("three_quarters", "Three quarters within, days"),
    ("nine_tenths", "Nine tenths within, days"),
];

fn clock(clock: &Clock, what: &'static str) -> Vec<Cell> {
    let is_empty = clock.ended + clock.open == 0;
    let by = |days_by: Option<u32>| if is_empty { Cell::Empty } else { days(days_by, NOT_YET) };
    let median = match by(clock.median) {
        Cell::Number(number) if number.value.is_some() => {
            let ends = clock.median_range.0.zip(clock.median_range.1);
            Cell::Number(number.within(ends.map(|(low, high)| (Value::Whole(low.into()), Value::Whole(high.into())))).noting("95 % range"))
        }
        other => other,
    };
    vec![
        count(clock.begun, what),
        count(clock.ended, what),
        count(clock.open, what),
        by(clock.quarter),
        median,
        by(clock.three_quarters),
        by(clock.nine_tenths),
    ]
}

/// How a wait is counted, once under each table of waits.
fn waits_are(scope: &Scope) -> Block {
    Block::Aside(format!(
        "Calendar days. What is still open counts as waiting until {}, not as short and not as left out (Kaplan and Meier). \
         Where fewer have come to the end than a column asks for, it says so.",
        scope.as_of
    ))
}

fn backwards(clocks: &[&Clock]) -> Option<Block> {
    let backwards: u32 = clocks.iter().map(|clock| clock.backwards).sum();
    (backwards > 0).then(|| {
        Block::Aside(format!("Left out: {backwards} where the later day on record lies before the earlier one. Correct the days."))
    })
}

fn everyone(figures: &Figures, scope: &Scope) -> Section {
    let sums = &figures.sums;
    let delivered = match sums.delivered_cents {
        Some(cents) => amount(cents, Unit::Cents),
        None => Cell::Number(Number::new(Kind::Amount(Unit::Cents), None).noting("none on record").said("none on record".to_owned())),
    };
    let facts = vec![
        row("businesses", "Businesses enrolled", vec![count(sums.businesses, "businesses")]),
        row("deployments", "Awards", vec![count(sums.awards, "awards")]),
        row("dollars_awarded", "Dollars awarded", vec![amount(sums.awarded_cents, Unit::Cents)]),
        row("dollars_delivered", "Dollars delivered", vec![delivered]),
        row("services", "Services", vec![count(sums.services, "services")]),
        row("advisor_time", "Advisor hours", vec![amount(sums.minutes, Unit::Minutes)]),
        row("referrals_decided", "Referrals that partners decided on", vec![count(sums.decided, "referrals")]),
        row("referrals_accepted", "Of these, accepted", vec![count(sums.accepted, "referrals")]),
    ];
    let totals = Table { look: Look::Facts, ..table("totals", "", "Everyone, exactly", "What", columns(&[("value", "Value")]), facts) };
    let enrolled = figures.funnel.first().map_or(0, |(_, count)| *count);
    let mut before = enrolled;
    let stations = figures.funnel.iter().map(|(point, reached)| {
        // An award is made with a referral or without: it is no step after a completion.
        let step = if matches!(point, Point::Enrolled | Point::Awarded) { Cell::Empty } else { share(*reached, before) };
        before = *reached;
        row(point.code(), station(*point), vec![count(*reached, "businesses"), share(*reached, enrolled), step])
    });
    let heads =
        columns(&[("count", "Businesses"), ("share_of_enrolled", "Of those enrolled"), ("share_of_step_before", "Of the step before")]);
    let funnel = table("funnel", "", "How far everyone came", "Step", heads, stations.collect());
    section(
        "everyone",
        "Everyone, exactly",
        vec![
            Block::Aside("Counted without demographics, so these figures are exact.".to_owned()),
            Block::Table(totals),
            Block::Table(funnel),
            scope.line("a business", ENROLLED, "a business counts once, at its furthest step"),
        ],
    )
}

fn station(point: Point) -> &'static str {
    match point {
        Point::Enrolled => "Enrolled",
        Point::Served => "Served, or further",
        Point::Referred => "Referred to a partner, or further",
        Point::Accepted => "A partner said yes, or further",
        Point::Completed => "A referral was completed",
        _ => "Awarded a resource",
    }
}
