//! What the community chose to look at, as reports tell it: each indicator in the last of its own periods that was over in the span, beside
//! the one before.
//!
//! Why its own periods and not the span of the report: a target for a quarter says nothing of a year.

use super::figures::{FigureTold, IndicatorLine};
use crate::error::Result;
use crate::indicators::{self, Facts, Indicator, queries};
use crate::reports::Span;
use crate::values::{Day, Vocabulary, Zone};
use rusqlite::Connection;

/// The indicators of a program, or of all of them, that a body chose on the last day of a span or before.
pub fn indicators(conn: &Connection, program: Option<i64>, span: Span, as_of: Day, zone: &Zone) -> Result<Vec<IndicatorLine>> {
    let chosen = queries::chosen(conn, program, span.last)?;
    let told = |indicator: &Indicator| {
        let line = indicator.facts.as_ref().map(|facts| line(conn, indicator, facts, span, as_of, zone));
        line.transpose()
    };
    Ok(chosen.iter().map(told).collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
}

fn line(conn: &Connection, indicator: &Indicator, facts: &Facts, span: Span, as_of: Day, zone: &Zone) -> Result<IndicatorLine> {
    // A day that is not over yet ends no period.
    let (last, before) = indicators::last_closed(facts.definition.per, span.last.min(as_of.plus_days(-1)));
    let unit = facts.definition.numerator.measure.unit();
    let told = |hundredths: i64| FigureTold { hundredths, words: indicators::shown(unit, hundredths) };
    let value = queries::point(conn, indicator.program.0, facts, last, as_of, zone)?.value;
    let earlier = queries::point(conn, indicator.program.0, facts, before, as_of, zone)?.value;
    let decided = indicator.decided.as_ref().map(|decided| format!("{}, {}", decided.body.0, long(decided.body.1)));
    Ok(IndicatorLine {
        program: indicator.program.2.clone(),
        name: facts.name.clone(),
        question: facts.question.label().to_owned(),
        sentence: indicators::sentence(&facts.definition),
        unit: match unit {
            crate::measures::Unit::Things => "number",
            crate::measures::Unit::Cents => "dollars",
            crate::measures::Unit::Minutes => "hours",
            crate::measures::Unit::SquareFeet => "square_feet",
        }
        .to_owned(),
        period: indicators::period_words(last),
        value: value.map(told),
        before: earlier.map(told),
        baseline: facts.baseline.as_ref().map(|baseline| (told(baseline.value), baseline.source.clone(), baseline.year)),
        target: facts.target.map(|(target, on)| (told(target), long(on))),
        is_met: value.zip(facts.target).is_some_and(|(value, (target, _))| indicators::is_met(facts.direction, value, target)),
        decided: decided.unwrap_or_default(),
    })
}

/// With its year: a report is read for years.
fn long(day: Day) -> String {
    day.date().strftime("%B %-d, %Y").to_string()
}
