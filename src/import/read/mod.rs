//! From a file to rows: every cell read once, every complaint with its line and column, every doubt as a question.

mod hsds;
mod json;
mod partners;
mod reader;
mod records;
mod row;
#[cfg(test)]
mod tests;
mod workbook;

use super::known::{Known, Record};
use super::refused::{MOST, Refused};
use super::{Coverage, File, Reading, fields, sniff};
use crate::error::Result;
use crate::values::{Complaint, Day, ImportKind};
use reader::Reader;
pub use records::is_of_records;
use row::Row;

/// Complaints that are listed; the rest is counted.
const LISTED: usize = 100;

/// Columns a file may have.
const COLUMNS: usize = 300;
/// Characters the name of a column may have.
const HEADER: usize = 200;
/// Rows that are shown before anything is imported.
const SAMPLE: usize = 5;

/// Refuses what is no file of its kind, before anything of it is read.
pub fn refuse_other(bytes: &[u8], kind: ImportKind) -> std::result::Result<(), Complaint> {
    if kind == ImportKind::Partners && hsds::is_json(bytes) {
        return Ok(());
    }
    // A workbook takes a while to unpack: that is done where the file is read.
    if workbook::is_packed(bytes) { Ok(()) } else { sniff::open(bytes).map(drop) }
}

/// A file as one text with a sign between its cells.
struct Table {
    text: String,
    delimiter: u8,
    /// What kind of file it was.
    words: String,
    /// True where each record is one row of a sheet, whatever lines its cells have.
    is_sheet: bool,
}

fn table(bytes: &[u8]) -> std::result::Result<Table, Complaint> {
    if workbook::is_packed(bytes) {
        let sheet = workbook::open(bytes)?;
        return Ok(Table { text: sheet.text, delimiter: b',', words: sheet.words, is_sheet: true });
    }
    let sniffed = sniff::open(bytes)?;
    if let Some(line) = sniff::open_quotation(&sniffed.text, sniffed.delimiter) {
        let words = format!(
            "Line {line}: a quotation mark is opened and never closed, so everything below it would be one cell. Close it or take it out."
        );
        return Err(Complaint::new(words));
    }
    Ok(Table { words: sniffed.words(), text: sniffed.text, delimiter: sniffed.delimiter, is_sheet: false })
}

/// Reads a file. `Err` when it is no table at all; complaints about lines are in the reading.
pub fn read(file: &File, known: Option<&Known>, today: Day) -> Result<Reading> {
    scan(file, known, today, &mut |_| Ok(()))
}

/// Reads a file, and hands each row of services, owners, training or outcomes on as soon as it is read. None of those is kept.
pub fn scan(file: &File, known: Option<&Known>, today: Day, take: &mut dyn FnMut(Record) -> Result<()>) -> Result<Reading> {
    if file.kind == ImportKind::Partners && hsds::is_json(&file.bytes) {
        return Ok(hsds::read(&file.bytes, &file.adjustments)?);
    }
    let table = table(&file.bytes)?;
    let mut csv = csv::ReaderBuilder::new().delimiter(table.delimiter).has_headers(false).flexible(true).from_reader(table.text.as_bytes());
    let mut records = (1..).zip(csv.records());
    let above = titles(&table);
    let is_blank = |record: &csv::StringRecord| filled(record) == 0;
    let mut names = records.by_ref().filter(|(_, record)| !record.as_ref().is_ok_and(is_blank));
    let headers: Vec<String> = match names.nth(above) {
        Some((_, Ok(record))) => record.iter().map(|header| header.trim().to_owned()).collect(),
        _ => return Err(Complaint::new("The first line cannot be read. It must hold the names of the columns.").into()),
    };
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
    for (at, record) in records {
        let mut record = record.map_err(|cause| Complaint::new(format!("The file cannot be read as a table: {cause}.")))?;
        if is_blank(&record) {
            continue;
        }
        if table.is_sheet {
            // A sheet has no cells where nothing was typed.
            (record.len()..reading.headers.len()).for_each(|_| record.push_field(""));
        }
        reading.row_count += 1;
        let line = if table.is_sheet { at } else { line_of(&table.text, record.position()) };
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

/// A first line of running text, or of endless columns, names no columns.
/// Lines in which a title may stand above the names of the columns.
const TITLES: usize = 12;

/// How many cells of a row have something in them.
fn filled(record: &csv::StringRecord) -> usize {
    record.iter().filter(|cell| !cell.trim().is_empty()).count()
}

/// How many lines stand above the names of the columns: a title, who ran it when. Each has one cell, and a line of three or more follows.
fn titles(table: &Table) -> usize {
    let mut csv = csv::ReaderBuilder::new().delimiter(table.delimiter).has_headers(false).flexible(true).from_reader(table.text.as_bytes());
    let rows = csv.records().map_while(std::result::Result::ok).map(|record| filled(&record));
    let first: Vec<usize> = rows.filter(|filled| *filled > 0).take(TITLES).collect();
    let above = first.iter().take_while(|filled| **filled == 1).count();
    if first.get(above).is_some_and(|filled| *filled >= 3) { above } else { 0 }
}

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

/// The line in which a row begins. The reader of the table names the end of the row before: empty lines lie between.
fn line_of(text: &str, position: Option<&csv::Position>) -> u64 {
    let Some(position) = position else { return 0 };
    let rest = usize::try_from(position.byte()).ok().and_then(|start| text.as_bytes().get(start..)).unwrap_or_default();
    let empty = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| **byte == b'\n').count();
    position.line() + u64::try_from(empty).unwrap_or(0)
}

/// A row may be longer than the headers when there is nothing in its last cells.
fn spare_cells_are_empty(record: &csv::StringRecord, width: usize) -> bool {
    record.len() > width && record.iter().skip(width).all(|cell| cell.trim().is_empty())
}
