//! Rows as they are read, into one of the forms.

use super::sheet::Sheet;
use super::{Asked, Form, Records, Written, queries};
use crate::error::{Error, Result};
use crate::jobs::Progress;
use crate::store::Hashing;
use crate::values::{Day, disarmed, grouped};
use rusqlite::Connection;
use serde_json::{Value, json};
use std::io::Write;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known.
    Nothing,
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A number as it is written: `12.50`.
    Decimal(String),
    /// A day.
    Day(Day),
}

impl Cell {
    /// A text, or nothing where it is empty.
    pub fn text(text: Option<String>) -> Self {
        text.filter(|text| !text.is_empty()).map_or(Self::Nothing, Self::Text)
    }

    /// A number, if it is known.
    pub fn number(number: Option<i64>) -> Self {
        number.map_or(Self::Nothing, Self::Number)
    }

    /// A day, if it is known.
    pub fn day(day: Option<Day>) -> Self {
        day.map_or(Self::Nothing, Self::Day)
    }

    fn into_text(self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) => disarmed(text),
            Self::Number(number) => number.to_string(),
            Self::Decimal(number) => number,
            Self::Day(day) => day.to_string(),
        }
    }

    fn into_json(self) -> Value {
        match self {
            Self::Nothing => Value::Null,
            Self::Text(text) => Value::String(text),
            Self::Number(number) => json!(number),
            Self::Decimal(number) => serde_json::from_str(&number).unwrap_or(Value::String(number)),
            Self::Day(day) => Value::String(day.to_string()),
        }
    }
}

/// Writes what is asked for, row by row. A word to stop, and a disk that is full, end it where it stands: whoever gave the way takes back
/// what was written.
pub fn write(conn: &Connection, asked: &Asked, out: &mut dyn Write, progress: &Progress) -> Result<Written> {
    asked.check()?;
    let total = queries::count(conn, asked)?;
    if total == 0 && asked.kind == Records::Zones && asked.set.is_some() {
        return Err(Error::Rejected("There is no such set of zones. The page Zones names those there are.".to_owned()));
    }
    let mut out = Hashing::new(out);
    let mut done = 0;
    let mut step = || {
        done += 1;
        progress.reach(done, total)
    };
    if (asked.kind, asked.form) == (Records::Zones, Form::Json) {
        geojson(conn, asked, &mut out, &mut step)?;
    } else {
        let columns = queries::columns(asked.kind);
        match asked.form {
            Form::Csv => csv(conn, asked, &columns, &mut out, &mut step)?,
            Form::Json => objects(conn, asked, &columns, &mut out, &mut step)?,
            Form::Xlsx => {
                let mut sheet = Sheet::begin(&mut out, asked.kind.label(), &columns)?;
                queries::each(conn, asked, &mut |row| {
                    step()?;
                    sheet.row(row)
                })?;
                sheet.end()?;
            }
        }
    }
    progress.say(done, total);
    let (_, sha256) = out.end().map_err(|cause| broken(&cause))?;
    Ok(Written { rows: done, sha256, left_out: left_out(conn, asked)? })
}

/// What a table of records has no row for.
fn left_out(conn: &Connection, asked: &Asked) -> Result<String> {
    if asked.kind != Records::Services {
        return Ok(String::new());
    }
    let callers = queries::count_callers(conn, asked)?;
    Ok(if callers == 0 {
        String::new()
    } else {
        format!("Not in it: {} sessions with callers who are no clients yet. Each has its own page.", grouped(callers))
    })
}

fn broken(cause: &dyn std::fmt::Display) -> Error {
    Error::Rejected(format!("The file could not be written: {cause}. See that there is room for it, then try again."))
}

/// Rows end as the standard of CSV has it (RFC 4180).
fn csv(conn: &Connection, asked: &Asked, columns: &[&str], out: &mut dyn Write, step: &mut dyn FnMut() -> Result<()>) -> Result<()> {
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    csv.write_record(columns).map_err(|cause| broken(&cause))?;
    queries::each(conn, asked, &mut |row| {
        step()?;
        csv.write_record(row.into_iter().map(Cell::into_text)).map_err(|cause| broken(&cause))
    })?;
    csv.flush().map_err(|cause| broken(&cause))
}

/// A list with one object a line.
fn objects(conn: &Connection, asked: &Asked, columns: &[&str], out: &mut dyn Write, step: &mut dyn FnMut() -> Result<()>) -> Result<()> {
    let names: Vec<Value> = columns.iter().map(|name| json!(name)).collect();
    let mut between = "[\n";
    queries::each(conn, asked, &mut |row| {
        step()?;
        // Written out, so that the columns stand in their order.
        let fields: Vec<String> = names.iter().zip(row).map(|(name, cell)| format!("{name}: {}", cell.into_json())).collect();
        let line = format!("{between}{{{}}}", fields.join(", "));
        between = ",\n";
        out.write_all(line.as_bytes()).map_err(|cause| broken(&cause))
    })?;
    let end = if between == "[\n" { "[]\n" } else { "\n]\n" };
    out.write_all(end.as_bytes()).map_err(|cause| broken(&cause))
}

fn geojson(conn: &Connection, asked: &Asked, out: &mut dyn Write, step: &mut dyn FnMut() -> Result<()>) -> Result<()> {
    let title = queries::title_of_zones(conn, asked)?;
    let mut between = format!("{{\"type\": \"FeatureCollection\", \"name\": {}, \"features\": [\n", json!(title));
    queries::each_zone(conn, asked, &mut |feature| {
        step()?;
        let line = format!("{between}{feature}");
        ",\n".clone_into(&mut between);
        out.write_all(line.as_bytes()).map_err(|cause| broken(&cause))
    })?;
    let begun = if between == ",\n" { "" } else { between.as_str() };
    out.write_all(format!("{begun}\n]}}\n").as_bytes()).map_err(|cause| broken(&cause))
}
