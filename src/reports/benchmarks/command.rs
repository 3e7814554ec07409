//! `fairfloor import benchmark`: a file of benchmarks from the command line.

use super::queries::{self, Recorded};
use super::reading::{self, Reading, cells};
use super::{Facts, Said};
use crate::error::{Error, Result};
use crate::store::digest;
use crate::store::{Actor, Db};
use crate::values::{Complaint, Day, Line, Vocabulary, grouped};
use crate::web::Complaints;
use std::path::PathBuf;

/// What is said of a file, as typed.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    pub source: String,
    pub dataset: String,
    pub vintage: String,
    pub retrieved_on: String,
    pub url: String,
}

impl Typed {
    /// The same, read field by field.
    pub fn parse(&self, today: Day) -> std::result::Result<Said, Complaints> {
        let mut complaints = Complaints::default();
        let source = complaints.take("source", Line::maybe(&self.source, "the source")).flatten();
        let dataset = complaints.take("dataset", Line::maybe(&self.dataset, "the series")).flatten();
        let url = complaints.take("url", Line::maybe(&self.url, "the address")).flatten();
        let retrieved_on = complaints.take("retrieved_on", Day::maybe(&self.retrieved_on)).flatten();
        if retrieved_on.is_some_and(|day| day > today) {
            complaints.add("retrieved_on", "This day has not come yet");
        }
        let year = match self.vintage.trim() {
            "" => Ok(None),
            typed => cells::year(typed).map(Some).ok_or_else(|| Complaint::new("Write the year with four digits, such as 2018")),
        };
        let vintage = complaints.take("vintage", year).flatten();
        complaints.or(Some(Said { source, dataset, vintage, retrieved_on, url }))
    }
}

/// Imports a file and says what came of it.
pub async fn command(db: &Db, file: PathBuf, typed: Typed, dry_run: bool) -> Result<String> {
    let path = file.display().to_string();
    let refused = |words: String| Error::Rejected(format!("{path}: {words}\nNothing was imported."));
    let size = std::fs::metadata(&file).map_or(0, |about| about.len());
    if usize::try_from(size).unwrap_or(usize::MAX) > reading::LARGEST {
        return Err(refused("The file is larger than 10 MiB. Keep the rows of your own area, its state and the nation.".to_owned()));
    }
    let bytes = std::fs::read(&file)
        .map_err(|cause| Error::Rejected(format!("{path} cannot be read: {cause}. See that it is there and may be read.")))?;
    let file_name = file.file_name().map_or_else(|| "benchmark".to_owned(), |name| name.to_string_lossy().into_owned());
    let said = typed.parse(db.clock().today()).map_err(|complaints| {
        let words: Vec<String> = complaints.iter().map(|(field, words)| format!("--{}: {words}.", field.replace('_', "-"))).collect();
        refused(words.join(" "))
    })?;
    let reading = match reading::read(&bytes, &said) {
        Ok(reading) => reading,
        Err(Error::Rejected(words)) => return Err(refused(words)),
        Err(cause) => return Err(cause),
    };
    if reading.error_count > 0 {
        let more = reading.error_count - reading.errors.len();
        let more = if more > 0 { format!("\nAnd {more} more.") } else { String::new() };
        return Err(refused(format!("{} to correct.\n{}{more}", reading.error_count, reading.errors.join("\n"))));
    }
    let hash = digest(&bytes);
    let (listed, zone) = (list(&reading, &hash), db.clock().zone().clone());
    let known = hash.clone();
    if let Some((name, at)) = db.read(move |conn| queries::already(conn, &known)).await? {
        return Ok(format!("This very file is here already, as {name}, since {}. Nothing was changed.", zone.day(at)));
    }
    if dry_run {
        return Ok(format!("{listed}Nothing was changed."));
    }
    let count = reading.benchmarks.len();
    match db.write(Actor::command_line(), move |tx| queries::record(tx, &file_name, &hash, &reading)).await? {
        Recorded::Already { file_name, at } => {
            Ok(format!("This very file is here already, as {file_name}, since {}. Nothing was changed.", zone.day(at)))
        }
        Recorded::New => Ok(format!("{listed}{count} benchmarks are imported. Each program chooses one or two on the page Benchmarks.")),
    }
}

/// What a file holds.
fn list(reading: &Reading, hash: &str) -> String {
    let (figures, missing) = reading.figures();
    let counted = |count: usize| grouped(i64::try_from(count).unwrap_or(i64::MAX));
    let each: String = reading.benchmarks.iter().map(|one| format!("  {}\n", described(&one.facts))).collect();
    let notes: String = reading.notes.iter().map(|note| format!("{note}\n")).collect();
    format!(
        "{}, {} rows, {} benchmarks with {} figures, {} of them missing at the source.\nSHA-256 {hash}\n{each}{notes}",
        reading.form.label(),
        counted(reading.rows),
        counted(reading.benchmarks.len()),
        counted(figures),
        counted(missing)
    )
}

/// "Manufacturing (31-33), Riverton, OH Metro Area, 2016, businesses with employees: U.S. Census Bureau, Annual Survey".
fn described(facts: &Facts) -> String {
    format!("{}: {}, {}", facts.title(), facts.source, facts.dataset)
}
