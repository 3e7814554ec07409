//! `fairfloor import zones`: a file of zones from the command line.

use super::reading::{self, Reading};
use super::{NewEdition, Recorded, ZoneSet, acres, queries};
use crate::error::{Error, Result};
use crate::store::{Actor, Db, digest};
use crate::values::{Day, Line, grouped};
use std::path::PathBuf;

/// What the command line was told.
#[derive(Debug, Clone, Default)]
pub struct Command {
    /// The file.
    pub file: PathBuf,
    /// Field and property.
    pub map: Vec<(String, String)>,
    /// What is said about the edition.
    pub said: Said,
    /// Only says what would be done.
    pub dry_run: bool,
}

/// What somebody says about an edition; what is empty is taken from the file, or from the edition before.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// Name of the set.
    pub set: String,
    /// What one of them is.
    pub kind: String,
    /// Who drew it.
    pub source: String,
    /// Terms.
    pub licence: String,
    /// First day.
    pub valid_from: String,
}

impl Said {
    /// An edition as it is recorded. `known` is the set of that name, where there is one.
    pub fn edition(
        &self,
        title: Option<&str>,
        file_name: &str,
        known: Option<&ZoneSet>,
        today: Day,
        file_hash: String,
    ) -> Result<NewEdition> {
        let (set, source) = self.names(title, file_name);
        let kind = known.map_or("Zone", |set| set.kind.as_str());
        let or = |typed: &str, other: &str| if typed.trim().is_empty() { other.to_owned() } else { typed.to_owned() };
        Ok(NewEdition {
            set: Line::parse(&set, "the name of the set of zones")?,
            kind: Line::parse(&or(&self.kind, kind), "what one of them is")?,
            source: Line::parse(&source, "the source")?,
            licence: Line::maybe(&self.licence, "the licence")?,
            valid_from: Day::maybe(&self.valid_from)?.unwrap_or(today),
            file_name: file_name.to_owned(),
            file_hash,
        })
    }

    /// Name of the set and its source. A title such as "Business Zones (Planning Office, 2018 edition)" says both.
    pub fn names(&self, title: Option<&str>, file_name: &str) -> (String, String) {
        let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
        let title = title.unwrap_or(stem);
        let (set, source) = match title.strip_suffix(')').and_then(|title| title.rsplit_once('(')) {
            Some((set, source)) if !set.trim().is_empty() && !source.trim().is_empty() => (set.trim(), source.trim()),
            _ => (title, file_name),
        };
        let or = |typed: &str, other: &str| if typed.trim().is_empty() { other.to_owned() } else { typed.trim().to_owned() };
        (or(&self.set, set), or(&self.source, source))
    }
}

/// Imports a file and says what came of it.
pub async fn command(db: &Db, command: Command) -> Result<String> {
    let path = command.file.display().to_string();
    let bytes = std::fs::read(&command.file)
        .map_err(|cause| Error::Rejected(format!("{path} cannot be read: {cause}. See that it is there and may be read.")))?;
    let file_name = command.file.file_name().map_or_else(|| "zones.geojson".to_owned(), |name| name.to_string_lossy().into_owned());
    let reading =
        reading::read(&bytes, &command.map).map_err(|complaint| Error::Rejected(format!("{path}: {complaint}\nNothing was imported.")))?;
    if reading.error_count > 0 {
        return Err(Error::Rejected(complaints(&path, &reading)));
    }
    let (said, title, today) = (command.said, reading.title.clone(), db.clock().today());
    let edition = db
        .read(move |conn| {
            let (set, _) = said.names(title.as_deref(), &file_name);
            let known = queries::find_set(conn, &set)?;
            said.edition(title.as_deref(), &file_name, known.as_ref(), today, digest(&bytes))
        })
        .await?;
    let listed = list(&edition, &reading);
    if command.dry_run {
        return Ok(format!("{listed}Nothing was changed."));
    }
    let zones = reading.zones;
    let set = edition.set.to_string();
    match db.write(Actor::command_line(), move |tx| queries::record(tx, &edition, &zones)).await? {
        Recorded::SameFile { valid_from } => {
            Ok(format!("{set}: this very file is the newest edition already, from {valid_from}. Nothing was changed."))
        }
        Recorded::New { zones, ended, begun, .. } => {
            let changes = [("Ended, because this edition does not have them", ended), ("New in this edition", begun)];
            let changes: String = changes
                .iter()
                .filter(|(_, names)| !names.is_empty())
                .map(|(words, names)| format!("{words}: {}.\n", names.join(", ")))
                .collect();
            Ok(format!("{listed}{changes}{zones} zones are imported. It can be undone for 30 days on the page Zones."))
        }
    }
}

fn complaints(path: &str, reading: &Reading) -> String {
    let mut text = format!("{path} cannot be imported. Nothing was changed.\n");
    for words in &reading.errors {
        text.push_str(words);
        text.push('\n');
    }
    if reading.error_count > reading.errors.len() {
        text.push_str(&format!("And {} more.\n", reading.error_count - reading.errors.len()));
    }
    text.push_str("Correct the file and import it again; it is imported whole or not at all.");
    text
}

/// What is in the file, a line each.
fn list(edition: &NewEdition, reading: &Reading) -> String {
    let mut text = format!("{} ({}), from {}:\n", edition.set, edition.source, edition.valid_from);
    for zone in &reading.zones {
        let part_of = zone.part_of.as_ref().map(|part| format!(", {part}")).unwrap_or_default();
        let corners = grouped(i64::try_from(zone.shape.vertex_count()).unwrap_or(i64::MAX));
        text.push_str(&format!("  {}{part_of}: {}, {corners} corners\n", zone.name, acres(zone.shape.area_sq_m())));
    }
    for note in &reading.notes {
        text.push_str(&format!("{note}\n"));
    }
    text
}
