//! Handing the directory of partners to others: as CSV that can be read in again, and as JSON in the shape of Open Referral HSDS. And the
//! records of programs, as tables ([`records`]).
//!
//! Why people are left out unless somebody asks for them: the names, e-mail addresses and telephones of those we ask are personal and
//! were given for referrals. A directory that is handed on carries the organization's own mailbox and number. Who does ask for them is
//! written down with the export.

mod csv;
mod hsds;
mod pages;
mod queries;
pub mod records;
pub mod routes;
mod views;

pub use routes::routes;

use crate::error::{Error, Result};
use crate::partners::queries as partners;
use crate::partners::{Closure, Contact, Partner, Service};
use crate::store::{Actor, Db, Object, digest};
use crate::values::Day;
use rusqlite::Connection;

/// How a directory is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One row for each service; `fairfloor import partners` reads it.
    Csv,
    /// HSDS 3.0.
    Json,
}

impl Format {
    /// Reads a format by its name.
    pub fn parse(typed: &str) -> Result<Self> {
        match typed {
            "csv" => Ok(Self::Csv),
            "json" => Ok(Self::Json),
            _ => Err(Error::Rejected(format!("A directory is written as csv or json, not as {typed:?}."))),
        }
    }

    /// Ending of a file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    fn kind(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Json => "application/json",
        }
    }
}

/// A partner with everything the directory says of it.
pub struct Entry {
    partner: Partner,
    services: Vec<Service>,
    /// Closures that are not over.
    closures: Vec<Closure>,
    /// Empty unless asked for.
    people: Vec<Contact>,
}

/// The directory of some programs, by row key.
pub fn gather(conn: &Connection, programs: &[i64], with_people: bool, today: Day) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for program in programs {
        for partner in partners::list_of(conn, *program)? {
            let people = if with_people { partners::contacts(conn, partner.key)? } else { Vec::new() };
            let closures = partners::closures(conn, partner.key)?.into_iter().filter(|closure| closure.to >= today).collect();
            entries.push(Entry { services: partners::services(conn, partner.key)?, closures, people, partner });
        }
    }
    Ok(entries)
}

/// A directory in a form.
pub fn bytes(entries: &[Entry], format: Format, today: Day) -> Result<Vec<u8>> {
    match format {
        Format::Csv => csv::csv(entries),
        Format::Json => hsds::json(entries, today),
    }
}

/// Writes down that a directory was handed over, whether with its people, and the hash of the file.
pub async fn note(db: &Db, actor: Actor, entries: &[Entry], with_people: bool, format: Format, bytes: &[u8]) -> Result<()> {
    let hash: String = digest(bytes);
    let people = if with_people { "with" } else { "without" };
    let detail = format!("partners {} {people} people form {} sha256 {hash}", entries.len(), format.ending());
    db.write(actor, move |tx| tx.audit_with("directory.exported", Object::none(), &detail)).await
}
