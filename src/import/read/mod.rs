//! From a file to rows: every cell read once, every complaint with its line and column, every doubt as a question.

mod award;
mod doubts;
mod hsds;
mod json;
mod partners;
mod reader;
mod records;
mod referrals;
mod row;
mod table;
#[cfg(test)]
mod tests;
mod workbook;

use super::known::{Known, Record};
use super::refused::{MOST, Refused};
use super::{Coverage, File, Progress, Reading, fields, sniff};
use crate::error::Result;
use crate::store::Content;
use crate::values::{Complaint, Day, ImportKind};
use reader::Reader;
pub use records::is_of_records;
use row::Row;
use table::{Rows, Table, filled};

/// Complaints that are listed; the rest is counted.
const LISTED: usize = 100;

/// Columns a file may have.
const COLUMNS: usize = 300;
/// Characters the name of a column may have.
const HEADER: usize = 200;
/// Rows that are shown before anything is imported.
const SAMPLE: usize = 5;

/// Bytes of a directory in JSON: it is held as a whole.
const DIRECTORY: u64 = 64 * 1024 * 1024;
/// Rows of kinds that are compared with one another before any is written, and so are held. Services, owners, training, outcomes
/// and referrals are not.
const HELD: usize = 250_000;

/// Refuses what is no file of its kind, before anything of it is read.
pub fn refuse_other(content: &Content, kind: ImportKind) -> std::result::Result<(), Complaint> {
    let start = content.start(1024).map_err(|cause| sniff::unread(&cause))?;
    if kind == ImportKind::Partners && hsds::is_json(&start) {
        return Ok(());
    }
    // A workbook takes a while to unpack: that is done where the file is read.
    if workbook::is_packed(&start) { Ok(()) } else { sniff::open(content).map(drop) }
}

/// A directory in JSON as bytes.
fn directory(content: &Content) -> std::result::Result<Vec<u8>, Complaint> {
    if content.len() > DIRECTORY {
        return Err(Complaint::new("A directory in JSON may have 64 MiB. Export it in parts, or take it as CSV."));
    }
    content.start(DIRECTORY).map_err(|cause| sniff::unread(&cause))
}

/// Reads a file. `Err` when it is no table at all; complaints about lines are in the reading.
pub fn read(file: &File, known: Option<&Known>, today: Day) -> Result<Reading> {
    scan(file, known, today, None, &mut |_| Ok(()))
}

/// Reads a file, and hands each row of services, owners, training, outcomes or referrals on as soon as it is read. None of those is kept. `progress`
/// is told how many rows were read, of about how many, and its word to stop is heard.
pub fn scan(
    file: &File,
    known: Option<&Known>,
    today: Day,
    progress: Option<&Progress>,
    take: &mut dyn FnMut(Record) -> Result<()>,
) -> Result<Reading> {
    if file.kind == ImportKind::Partners && hsds::is_json(&file.content.start(1024).map_err(|cause| sniff::unread(&cause))?) {
        return Ok(hsds::read(&directory(&file.content)?, &file.adjustments)?);
    }
    let table = Table::open(&file.content)?;
    let mut rows = table.rows();
    let above = table.titles();
    let headers = headers(&mut rows, above)?;
    refuse_no_headers(&headers)?;
    let words = match above {
        0 => table.words,
        1 => format!("{}, a line above the names of the columns not read", table.words),
        lines => format!("{}, {lines} lines above the names of the columns not read", table.words),
    };
    let mut reading = Reading { encoding: words, headers, ..Reading::default() };
    (reading.mapping, reading.errors) = fields::map(file.kind, file.preset, file.kept.as_deref(), &reading.headers, &file.adjustments);
    reading.error_count = reading.errors.len();
    if reading.error_count > 0 {
        return Ok(reading);
    }
    let mapping = reading.mapping.clone();
    let mut reader = Reader::new(file.kind, file.preset, &reading.headers, &mapping);
    while let Some((line, mut record)) = rows.next()? {
        if filled(&record) == 0 {
            continue;
        }
        if table.is_sheet {
            // A sheet has no cells where nothing was typed.
            (record.len()..reading.headers.len()).for_each(|_| record.push_field(""));
        }
        reading.row_count += 1;
        if reading.row_count.is_multiple_of(STEP)
            && let Some(progress) = progress
        {
            progress.reach(reading.row_count, estimate(reading.row_count, rows.bytes(), file.content.len()))?;
        }
        if reading.row_count > HELD && !is_of_records(file.kind) {
            reader.complain(format!(
                "The file has more than {HELD} rows. Split it: files of this kind are compared row by row, and so many are read at once."
            ));
            break;
        }
        if reading.sample.len() < SAMPLE {
            reading.sample.push((line, record.iter().map(|cell| cell.chars().take(200).collect()).collect()));
        }
        if record.len() != reader.headers.len() && !spare_cells_are_empty(&record, reader.headers.len()) {
            reader.complain(if table.is_sheet {
                format!("Line {line}: there is text to the right of the last column that has a name. Name that column, or take the text out.")
            } else {
                format!(
                    "Line {line}: this row has {} cells, the line of headers has {}. Put text that holds the sign between cells into quotation marks.",
                    record.len(),
                    reader.headers.len()
                )
            });
            keep_refused(&mut reading.refused, line, &record, reader.end_row());
            continue;
        }
        let row = Row { line, cells: &record, headers: reader.headers, mapping: &mapping, preset: file.preset };
        if let Some(known) = known.filter(|_| is_of_records(file.kind)) {
            if let Some(record) = reader.record(&row, known, today) {
                take(record)?;
            }
        } else if file.kind == ImportKind::Sites {
            reading.sites.extend(reader.site(&row));
        } else if file.kind == ImportKind::Partners {
            reading.partners.extend(reader.partner_row(&row));
        } else {
            reading.entries.extend(reader.entry(&row));
        }
        keep_refused(&mut reading.refused, line, &record, reader.end_row());
    }
    if reading.row_count == 0 {
        reader.complain("There is no row below the line of headers.".to_owned());
    }
    reader.refuse_without_kinds(&reading.partners);
    let finished = reader.finish();
    reading.coverage =
        finished.unknown.into_iter().map(|(what, unknown)| Coverage { what: what.to_owned(), unknown, of: reading.row_count }).collect();
    reading.questions = finished.questions;
    reading.errors = finished.errors;
    reading.error_count = finished.error_count;
    Ok(reading)
}

/// Keeps a row of which something was complained.
fn keep_refused(refused: &mut Vec<Refused>, line: u64, record: &csv::StringRecord, words: Vec<String>) {
    if !words.is_empty() && refused.len() < MOST {
        refused.push(Refused { line, cells: record.iter().map(str::to_owned).collect(), words });
    }
}

/// After so many rows somebody is told.
const STEP: usize = 1_000;

/// About how many rows a file has, by how many were found in so many of its bytes.
fn estimate(rows: usize, bytes: u64, all: u64) -> usize {
    let share = u128::from(all.max(bytes)) * rows as u128 / u128::from(bytes.max(1));
    usize::try_from(share).unwrap_or(usize::MAX).max(rows)
}

/// The names of the columns, below the lines of a title.
fn headers(rows: &mut Rows, above: usize) -> std::result::Result<Vec<String>, Complaint> {
    let mut left = above;
    while let Some((_, record)) = rows.next().map_err(|_| no_headers())? {
        if filled(&record) == 0 {
            continue;
        }
        if left == 0 {
            return Ok(record.iter().map(|header| header.trim().to_owned()).collect());
        }
        left -= 1;
    }
    Err(no_headers())
}

fn no_headers() -> Complaint {
    Complaint::new("The first line cannot be read. It must hold the names of the columns.")
}

/// A first line of running text, or of endless columns, names no columns.
fn refuse_no_headers(headers: &[String]) -> std::result::Result<(), Complaint> {
    if headers.len() > COLUMNS {
        return Err(Complaint::new(format!(
            "The first line has {} columns, and {COLUMNS} is the most. Take out those that are not needed.",
            headers.len()
        )));
    }
    match headers.iter().position(|header| header.chars().count() > HEADER) {
        Some(place) => Err(Complaint::new(format!(
            "Line 1, column {}: this is too long for the name of a column. The first line must hold the names of the columns.",
            place + 1
        ))),
        None => Ok(()),
    }
}

/// A row may be longer than the headers when there is nothing in its last cells.
fn spare_cells_are_empty(record: &csv::StringRecord, width: usize) -> bool {
    record.len() > width && record.iter().skip(width).all(|cell| cell.trim().is_empty())
}
