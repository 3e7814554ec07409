//! What may be asked for of a report: in which form, and of which period.

use crate::config::Clock;
use crate::error::{Error, Result};
use crate::values::{Complaint, Period};
use rusqlite::Connection;

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
            _ => Err(Error::Rejected(format!("{typed:?} is no format of a report. Take html, csv, json, xlsx, pdf or publication."))),
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

/// Refuses a period that is still open.
pub fn closed(period: Period, clock: &Clock) -> std::result::Result<Period, Complaint> {
    if period.is_closed(clock.today()) {
        return Ok(period);
    }
    Err(Complaint::new(format!(
        "{period} is not over yet. Figures by race and by sex are made of closed periods; the last closed year is {}.",
        Period::last_closed(clock.today())
    )))
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
