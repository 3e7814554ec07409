//! The forms a report comes in.

use crate::error::{Error, Result};

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
