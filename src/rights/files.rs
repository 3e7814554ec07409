//! Somebody's copy as files: the same parts as a table for spreadsheets and as JSON for other programs.

use super::{Part, Reader};
use crate::error::{Error, Result};
use crate::values::is_formula_like;
use serde_json::{Map, Value};

/// Every part one under the other: its name, its headers, its rows.
pub fn csv(reader: &Reader, parts: &[Part]) -> Result<Vec<u8>> {
    let broken = |cause: &dyn std::fmt::Display| Error::internal(format!("a table could not be written: {cause}"));
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for part in parts {
        let name = [reader.say(part.name)];
        let headers: Vec<String> = part.headers.iter().map(|key| reader.say(key)).collect();
        writer.write_record(&name).map_err(|cause| broken(&cause))?;
        writer.write_record(headers).map_err(|cause| broken(&cause))?;
        for row in &part.rows {
            writer.write_record(row.iter().map(|cell| guarded(cell))).map_err(|cause| broken(&cause))?;
        }
        if let Some(words) = part.withheld(reader) {
            writer.write_record([words]).map_err(|cause| broken(&cause))?;
        }
    }
    writer.into_inner().map_err(|cause| broken(&cause))
}

/// A spreadsheet takes some texts for formulas; an apostrophe keeps them texts.
fn guarded(cell: &str) -> String {
    if is_formula_like(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// Every part by its name, each row an object. Names are the same in every language.
pub fn json(reader: &Reader, parts: &[Part]) -> Result<String> {
    let name = |key: &str| key.trim_start_matches("rights-").to_owned();
    let mut all = Map::new();
    all.insert("made_on".to_owned(), Value::String(reader.today.to_string()));
    let mut withheld = Map::new();
    for part in parts {
        if part.withheld > 0 {
            withheld.insert(name(part.name), Value::from(part.withheld));
        }
        let rows = part.rows.iter().map(|row| {
            let cells = part.headers.iter().zip(row).map(|(key, cell)| (name(key), Value::String(cell.clone())));
            Value::Object(cells.collect())
        });
        all.insert(name(part.name), Value::Array(rows.collect()));
    }
    all.insert("withheld".to_owned(), Value::Object(withheld));
    serde_json::to_string_pretty(&Value::Object(all)).map_err(|cause| Error::internal(cause.to_string()))
}
