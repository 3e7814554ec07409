//! The figures of an indicator, counted now from what is written down.

use super::super::{Count, Facts, Indicator, Point, line};
use crate::error::Result;
use crate::measures::{self, Filter};
use crate::values::{Day, Period, Zone};
use rusqlite::Connection;

/// The line of an indicator up to a day, the oldest period first.
pub fn line_of(conn: &Connection, indicator: &Indicator, facts: &Facts, today: Day, zone: &Zone) -> Result<Vec<Point>> {
    let sql = "SELECT started_on FROM program WHERE id = ?1";
    let began = conn.prepare_cached(sql)?.query_row([indicator.program.0], |row| row.get("started_on"))?;
    let periods = line::periods(facts.definition.per, began, today);
    periods.into_iter().map(|period| point(conn, indicator.program.0, facts, period, today, zone)).collect()
}

/// One period of an indicator.
pub fn point(conn: &Connection, program: i64, facts: &Facts, period: Period, today: Day, zone: &Zone) -> Result<Point> {
    let definition = &facts.definition;
    let numerator = counted(conn, program, &definition.numerator, period, zone)?;
    let denominator = definition.denominator.as_ref().map(|count| counted(conn, program, count, period, zone)).transpose()?;
    let value = line::value(definition, numerator, denominator);
    Ok(Point { period, numerator, denominator, value, is_running: !period.is_closed(today) })
}

fn counted(conn: &Connection, program: i64, count: &Count, period: Period, zone: &Zone) -> Result<i64> {
    let filter = Filter {
        program,
        first: period.first(),
        last: period.last(),
        kind: count.kind.clone(),
        place: count.place.clone(),
        source: count.source.as_ref().map(|(key, _)| *key),
    };
    measures::queries::value(conn, count.measure, &filter, zone)
}
