//! Indicators with their figures: one row for each period that is over. How it is counted, its baseline, target and who decided stand in each,
//! so that a row can be read alone. What people said about an indicator, and who proposed it, stay in the record.

use super::{Asked, Cell};
use crate::error::Result;
use crate::indicators::{Count, Facts, Indicator, Point, decimal, period_words, queries, sentence};
use crate::measures::Unit;
use crate::values::{Vocabulary, Zone};
use rusqlite::Connection;

/// Names of the columns.
pub(super) const COLUMNS: &[&str] = &[
    "Indicator",
    "Where it stands",
    "Question",
    "Why it matters",
    "How it is counted",
    "Counted",
    "Counted of kind",
    "Counted in place",
    "Counted of funder",
    "Against",
    "Against of kind",
    "Against in place",
    "Against of funder",
    "How often",
    "Direction",
    "Baseline",
    "Source of the baseline",
    "Year of the baseline",
    "Target",
    "Target by",
    "Who decided",
    "Decided on",
    "Other cities may get it",
    "Period",
    "First day",
    "Last day",
    "Number counted",
    "Number against",
    "Figure",
    "Figures are in",
    "In the program",
    "Fairfloor id of the record",
];

/// Every row that is asked for, by indicator and period. As few as there are indicators and periods on a page: they are held.
pub(super) fn rows(conn: &Connection, asked: &Asked, zone: &Zone) -> Result<Vec<Vec<Cell>>> {
    let programs = serde_json::to_string(&asked.programs)?;
    let mut all = Vec::new();
    for indicator in queries::defined(conn, &programs)? {
        let Some(facts) = &indicator.facts else { continue };
        for point in queries::line_of(conn, &indicator, facts, asked.today, zone)? {
            let last = point.period.last();
            let is_asked = asked.from.is_none_or(|from| last >= from) && asked.to.is_none_or(|to| last <= to);
            if is_asked && !point.is_running {
                all.push(row(&indicator, facts, &point));
            }
        }
    }
    Ok(all)
}

fn row(indicator: &Indicator, facts: &Facts, point: &Point) -> Vec<Cell> {
    let (over, under) = (&facts.definition.numerator, facts.definition.denominator.as_ref());
    let text = |words: &str| Cell::Text(words.to_owned());
    let baseline = facts.baseline.as_ref();
    let decided = indicator.decided.as_ref();
    let mut cells = vec![
        text(&facts.name),
        text(indicator.status.label()),
        text(facts.question.label()),
        Cell::text(facts.why.clone()),
        text(&sentence(&facts.definition)),
    ];
    cells.extend(count(Some(over)));
    cells.extend(count(under));
    cells.extend([
        text(facts.definition.per.label()),
        text(facts.direction.label()),
        figure(baseline.map(|baseline| baseline.value)),
        Cell::text(baseline.map(|baseline| baseline.source.clone())),
        Cell::number(baseline.map(|baseline| baseline.year.into())),
        figure(facts.target.map(|(target, _)| target)),
        Cell::day(facts.target.map(|(_, on)| on)),
        Cell::text(decided.map(|decided| decided.body.0.clone())),
        Cell::day(decided.map(|decided| decided.body.1)),
        text(if facts.is_shareable { "yes" } else { "no" }),
        text(&period_words(point.period)),
        Cell::Day(point.period.first()),
        Cell::Day(point.period.last()),
        in_unit(over.measure.unit(), Some(point.numerator)),
        under.map_or(Cell::Nothing, |under| in_unit(under.measure.unit(), point.denominator)),
        figure(point.value),
        text(match over.measure.unit() {
            Unit::Things => "a number",
            Unit::Cents => "dollars",
            Unit::Minutes => "hours",
            Unit::SquareFeet => "square feet",
        }),
        text(&indicator.program.2),
        text(indicator.id.as_str()),
    ]);
    cells
}

/// A measure by its code, narrowed as it is: what another system can count by.
fn count(count: Option<&Count>) -> [Cell; 4] {
    let text = |words: Option<String>| Cell::text(words);
    [
        text(count.map(|count| count.measure.code().to_owned())),
        text(count.and_then(|count| count.kind.clone())),
        text(count.and_then(|count| count.place.clone())),
        text(count.and_then(|count| count.source.as_ref().map(|(_, name)| name.clone()))),
    ]
}

/// Hundredths as a number, without commas.
fn figure(hundredths: Option<i64>) -> Cell {
    hundredths.map_or(Cell::Nothing, |hundredths| Cell::Decimal(decimal(hundredths).replace(',', "")))
}

/// What was counted, as people count it: things, dollars, hours, square feet.
fn in_unit(unit: Unit, counted: Option<i64>) -> Cell {
    match unit {
        Unit::Things | Unit::SquareFeet => Cell::number(counted),
        Unit::Cents => figure(counted),
        Unit::Minutes => figure(counted.map(|minutes| minutes * 100 / 60)),
    }
}
