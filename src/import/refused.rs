//! The rows that stop an import, as a table of their own: where each stands in the file, what is read of it, and what to fix.

use super::fields::{self, Source};
use super::{File, Reading};
use crate::error::{Error, Result};
use crate::values::disarmed;

/// Rows that are kept for it: more are corrected where the file comes from.
pub const MOST: usize = 10_000;

/// A row that could not be read, with the reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Line of the file, from 1.
    pub line: u64,
    /// As they stand in the file.
    pub cells: Vec<String>,
    /// Why.
    pub words: Vec<String>,
}

/// The table as CSV. Columns about who somebody is are left out, and those that are not read: what they hold is nobody's to look through.
pub fn csv(file: &File, reading: &Reading) -> Result<Vec<u8>> {
    let broken = |cause: &dyn std::fmt::Display| Error::internal(format!("a table could not be written: {cause}"));
    let mut columns: Vec<usize> = fields::of(file.kind)
        .filter(|field| !field.is_walled)
        .filter_map(|field| match reading.mapping.source(field.name) {
            Some(Source::Column(place)) => Some(*place),
            _ => None,
        })
        .collect();
    columns.sort_unstable();
    columns.dedup();
    let chosen = |cells: &[String]| -> Vec<String> { columns.iter().map(|place| cells.get(*place).cloned().unwrap_or_default()).collect() };
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head = std::iter::once("Line".to_owned()).chain(chosen(&reading.headers)).chain(["What to fix".to_owned()]);
    writer.write_record(head.map(disarmed)).map_err(|cause| broken(&cause))?;
    for row in &reading.refused {
        let line = std::iter::once(row.line.to_string()).chain(chosen(&row.cells)).chain([row.words.join(" ")]);
        writer.write_record(line.map(disarmed)).map_err(|cause| broken(&cause))?;
    }
    writer.into_inner().map_err(|cause| broken(&cause))
}
