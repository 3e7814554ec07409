//! Making a report: what may be asked for, and how the parts come together.

use super::benchmarks::available;
use super::queries;
use super::{Report, Section, Span};
use crate::config::Clock;
use crate::equity::cells::Measure;
use crate::equity::findings::findings;
use crate::equity::{Dimension, Tables};
use crate::error::{Error, Result};
use crate::programs::Program;
use crate::resources::queries::totals_by_source;
use crate::store::Keyring;
use crate::values::{Complaint, Period, Question};
use rusqlite::Connection;

/// For whom a report is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The organization's own staff.
    Internal,
}

impl Audience {
    /// Reads an audience. Releases to others need a record of everything released before, which this edition does not keep.
    pub fn parse(typed: &str) -> Result<Self> {
        match typed {
            "internal" => Ok(Self::Internal),
            "funder" | "public" => Err(Error::Rejected(format!(
                "A report for {typed} readers is a release, and this edition keeps no record of what was released before, so that two releases could be subtracted. Take --audience internal, and do not pass it on."
            ))),
            _ => Err(Error::Rejected(format!("{typed:?} is no audience. Take internal."))),
        }
    }
}

/// In what form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One page.
    Html,
    /// One tidy table.
    Csv,
    /// The same figures for programs.
    Json,
    /// A workbook.
    Xlsx,
    /// Pages to print and read.
    Pdf,
}

impl Format {
    /// Reads a format.
    pub fn parse(typed: &str) -> Result<Self> {
        match typed {
            "html" => Ok(Self::Html),
            "csv" => Ok(Self::Csv),
            "json" => Ok(Self::Json),
            "xlsx" => Ok(Self::Xlsx),
            "pdf" => Ok(Self::Pdf),
            _ => Err(Error::Rejected(format!("{typed:?} is no format this edition writes. Take html, csv, json, xlsx or pdf."))),
        }
    }

    /// Ending of a file name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
            Self::Pdf => "pdf",
        }
    }

    /// Media type.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Html => "text/html; charset=utf-8",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Json => "application/json",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pdf => "application/pdf",
        }
    }
}

/// Refuses a year that is still open.
pub fn closed(period: Period, clock: &Clock) -> std::result::Result<Period, Complaint> {
    if period.is_closed(clock.today()) {
        return Ok(period);
    }
    Err(Complaint::new(format!(
        "{period} is not over yet. Figures by race and by sex are made of whole closed years; the last one is {}.",
        Period::last_closed(clock.today())
    )))
}

/// Makes the report of a closed year, for one program or all of them.
pub fn make(
    conn: &Connection,
    keys: &Keyring,
    clock: &Clock,
    organization: &str,
    program: Option<&Program>,
    period: Period,
) -> Result<Report> {
    let period = closed(period, clock)?;
    let (key, span) = (program.map(|program| program.key), Span { first: period.first(), last: period.last() });
    let threshold = queries::threshold(conn)?;
    let units = queries::units(conn, key, span, clock.zone())?;
    let mut dimensions = Vec::new();
    for dimension in [Dimension::Race, Dimension::Sex] {
        let tables = crate::firewall::count(conn, keys, &units, threshold, dimension)?;
        dimensions.push(Section { dimension, findings: sentences(&tables), tables });
    }
    let mut others = Vec::new();
    for question in asked(conn, key)?.into_iter().filter(|question| !matches!(question, Question::Race | Question::Sex)) {
        others.push((question, crate::firewall::coverage(conn, keys, &units, threshold, question)?));
    }
    let sources = match key {
        Some(key) => totals_by_source(conn, key, span.first, span.last)?,
        None => Vec::new(),
    };
    let compared = match key.or(only_program(conn)?) {
        Some(program) => available::chosen(conn, program, span)?,
        None => None,
    };
    Ok(Report {
        organization: organization.to_owned(),
        program: program.map(|program| program.name.clone()),
        period,
        threshold,
        totals: queries::totals(conn, key, span, clock.zone())?,
        sources,
        dimensions,
        others,
        compared,
        declaration: crate::firewall::declaration(conn)?,
    })
}

/// What is declared about who guards the data, as every form of the report prints it.
pub fn declared(declared: &crate::firewall::Declaration) -> String {
    let outside = declared.outside.as_ref().map(|outside| format!(" Outside of it, {outside} agrees to every look at an answer."));
    format!(
        "This organization declares that who guards people's answers also works with clients. Why: {}{}",
        declared.reason,
        outside.unwrap_or_default()
    )
}

/// The program of an organization that has one: a report on all of them is its own.
pub(super) fn only_program(conn: &Connection) -> Result<Option<i64>> {
    let programs = crate::programs::queries::list(conn)?;
    Ok(if let [only] = programs.as_slice() { Some(only.key) } else { None })
}

/// The questions that a program asks, or that any program does.
fn asked(conn: &Connection, program: Option<i64>) -> Result<Vec<Question>> {
    let programs = match program {
        Some(program) => vec![program],
        None => crate::programs::queries::list(conn)?.into_iter().map(|program| program.key).collect(),
    };
    Ok(crate::firewall::asked_in(conn, &programs)?.questions)
}

/// Exact totals of any days, closed or not: nothing in them says who anybody is.
pub fn live(conn: &Connection, clock: &Clock, program: Option<i64>, span: Span) -> Result<super::Totals> {
    queries::totals(conn, program, span, clock.zone())
}

/// Sentences on getting a resource, then on partners' answers.
fn sentences(tables: &Tables) -> Vec<crate::equity::findings::Finding> {
    let on = |table: &Option<_>, measure| table.as_ref().map(|table| findings(table, measure, tables.dimension)).unwrap_or_default();
    let mut all = on(&tables.resource, Measure::Resource);
    all.extend(on(&tables.referrals, Measure::Referrals));
    all
}
