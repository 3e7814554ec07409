//! The records of programs as tables for spreadsheets and other programs: one row each, written as they are read, so that a million rows
//! take no more room than ten.
//!
//! Columns carry the names by which `fairfloor import` knows them, so that a file comes in again without a mapping. What people said about
//! who they are stands in none, and neither do notes or other free words about somebody, but for stories that their clients agreed to have in a
//! file. What names a client by its number alone names it by its id too: a number of one folder is another client's in the next, an id is
//! nobody's.

mod sheet;
mod writing;

pub use writing::{Cell, write};

use super::queries;
use crate::error::{Error, Result};
use crate::store::{Actor, Db, Object};
use crate::values::Day;

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Records {
    /// Clients with whom we call.
    Clients,
    /// Their owners today.
    People,
    /// Sessions with clients.
    Services,
    /// Training events.
    Training,
    /// Referrals and where they stand.
    Referrals,
    /// Resources.
    Deployments,
    /// What came of it.
    Outcomes,
    /// Units of space.
    Sites,
    /// Zones as they are drawn today.
    Zones,
    /// Figures of who is there.
    Benchmark,
    /// What communities chose to look at, with its figures.
    Indicators,
    /// Stories whose clients agree to files.
    Stories,
    /// Certificates of clients.
    Certifications,
}

/// Every kind, as the command line calls it, as people read it, and what one row is.
#[rustfmt::skip]
pub const ALL: [(Records, &str, &str, &str); 13] = [
    (Records::Clients,     "clients",     "Clients",           "one for each client of a program, with whom we call"),
    (Records::People,      "people",      "Owners of clients", "one for each owner today"),
    (Records::Services,    "services",    "Services",          "one for each session with a client"),
    (Records::Training,    "training",    "Training",          "one for each event"),
    (Records::Referrals,   "referrals",   "Referrals",         "one for each, with where it stands"),
    (Records::Deployments, "deployments", "Resources",         "one for each grant, loan, space or other resource"),
    (Records::Outcomes,    "outcomes",    "Outcomes",          "one for each"),
    (Records::Sites,       "sites",       "Units of space",    "one for each"),
    (Records::Zones,       "zones",       "Zones",             "one for each as drawn today; as JSON with their shapes (GeoJSON)"),
    (Records::Benchmark,   "benchmark",   "Benchmarks",        "one for each figure"),
    (Records::Indicators,  "indicators",  "Indicators",        "one for each indicator and period that is over"),
    (Records::Stories,     "stories",     "Stories",           "one for each whose client agrees to files today, as they agreed to it"),
    (Records::Certifications, "certifications", "Certifications", "one for each certificate of a client; its days are those it ends on"),
];

impl Records {
    /// Reads a kind by its name.
    pub fn parse(typed: &str) -> Option<Self> {
        ALL.iter().find(|(_, code, _, _)| *code == typed).map(|(kind, ..)| *kind)
    }

    /// As the command line calls it.
    pub fn code(self) -> &'static str {
        ALL.iter().find(|(kind, ..)| *kind == self).map_or("", |(_, code, _, _)| code)
    }

    /// As people read it.
    pub fn label(self) -> &'static str {
        ALL.iter().find(|(kind, ..)| *kind == self).map_or("", |(_, _, label, _)| label)
    }

    /// True where each row is about a client: whoever takes such a file proves anew who they are.
    pub fn is_about_clients(self) -> bool {
        !matches!(self, Self::Training | Self::Sites | Self::Zones | Self::Benchmark | Self::Indicators)
    }

    /// True where a row has a day by which it can be chosen.
    pub fn has_days(self) -> bool {
        !matches!(self, Self::People | Self::Sites | Self::Zones | Self::Benchmark | Self::Stories)
    }
}

/// How it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A text table.
    Csv,
    /// A workbook.
    Xlsx,
    /// A list of objects.
    Json,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Xlsx, Self::Json];

    /// Reads a form by its name.
    pub fn parse(typed: &str) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|form| form.code() == typed)
            .ok_or_else(|| Error::Rejected(format!("Records are written as csv, xlsx or json, not as {typed:?}.")))
    }

    /// Its name, and the ending of a file's name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }

    /// As people read it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Xlsx => "Excel workbook (.xlsx)",
            Self::Json => "JSON",
        }
    }

    /// Media type.
    pub fn media(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Json => "application/json",
        }
    }
}

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What.
    pub kind: Records,
    /// How.
    pub form: Form,
    /// Of which programs, by row key. Zones and benchmarks belong to the organization.
    pub programs: Vec<i64>,
    /// The first day.
    pub from: Option<Day>,
    /// The last day.
    pub to: Option<Day>,
    /// Zones: of this set alone.
    pub set: Option<String>,
    /// The day on which it is asked: a period that is not over has no row, and a story only while its client agrees.
    pub today: Day,
}

impl Asked {
    /// Refuses what cannot be answered, before anything is written.
    pub fn check(&self) -> Result<()> {
        if !self.kind.has_days() && (self.from.is_some() || self.to.is_some()) {
            return Err(Error::Rejected(format!("{} have no days to choose from. Leave the days out.", self.kind.label())));
        }
        if self.from.zip(self.to).is_some_and(|(from, to)| from > to) {
            return Err(Error::Rejected("The last day lies before the first. Turn them round.".to_owned()));
        }
        if self.kind != Records::Zones && self.set.is_some() {
            return Err(Error::Rejected("Only zones have sets to choose from. Leave the set out.".to_owned()));
        }
        Ok(())
    }
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Rows.
    pub rows: usize,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// What is not in it, in a sentence; empty where all is.
    pub left_out: String,
}

/// Writes down that records were handed over: what, of which programs and days, how many rows, and the hash of the file.
pub async fn note(db: &Db, actor: Actor, asked: &Asked, written: &Written) -> Result<()> {
    let day = |day: Option<Day>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
    let programs: Vec<String> = asked.programs.iter().map(ToString::to_string).collect();
    let detail = format!(
        "kind {} programs {} days {} to {} rows {} form {} sha256 {}",
        asked.kind.code(),
        programs.join(","),
        day(asked.from),
        day(asked.to),
        written.rows,
        asked.form.code(),
        written.sha256
    );
    db.write(actor, move |tx| tx.audit_with("records.exported", Object::none(), &detail)).await
}
