//! A file as rows, read one after the other.

use super::{sniff, workbook};
use crate::import::sniff::{Decoded, Text};
use crate::store::Content;
use crate::values::Complaint;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::Read;
use std::rc::Rc;

/// Lines in which a title may stand above the names of the columns.
const TITLES: usize = 12;
/// Bytes that are read at once.
const PIECE: usize = 64 * 1024;

/// A file as one text with a sign between its cells.
pub struct Table {
    text: Text,
    /// What kind of file it was.
    pub words: String,
    /// True where each record is one row of a sheet, whatever lines its cells have.
    pub is_sheet: bool,
}

impl Table {
    /// Looks through a file, or says why it is no table.
    pub fn open(content: &Content) -> Result<Self, Complaint> {
        let start = content.start(4).map_err(|cause| sniff::unread(&cause))?;
        if workbook::is_packed(&start) {
            let sheet = workbook::open(content)?;
            return Ok(Self { text: Text::own(sheet.text), words: sheet.words, is_sheet: true });
        }
        let text = sniff::open(content)?;
        Ok(Self { words: text.words(), text, is_sheet: false })
    }

    /// Its rows, from the first.
    pub fn rows(&self) -> Rows {
        let history = Rc::new(RefCell::new(History::default()));
        let taught = Taught { from: self.text.reader(), history: Rc::clone(&history) };
        let csv = csv::ReaderBuilder::new()
            .delimiter(self.text.delimiter)
            .has_headers(false)
            .flexible(true)
            .buffer_capacity(PIECE)
            .from_reader(taught);
        Rows { csv, history, is_sheet: self.is_sheet, count: 0 }
    }

    /// How many lines stand above the names of the columns: a title, who ran it when. Each has one cell, and a line of three or more follows.
    pub fn titles(&self) -> usize {
        let mut rows = self.rows();
        let mut first = Vec::new();
        while first.len() < TITLES
            && let Ok(Some((_, row))) = rows.next()
        {
            first.extend(Some(filled(&row)).filter(|filled| *filled > 0));
        }
        let above = first.iter().take_while(|filled| **filled == 1).count();
        if first.get(above).is_some_and(|filled| *filled >= 3) { above } else { 0 }
    }
}

/// How many cells of a row have something in them.
pub fn filled(record: &csv::StringRecord) -> usize {
    record.iter().filter(|cell| !cell.trim().is_empty()).count()
}

/// Rows under way.
pub struct Rows {
    csv: csv::Reader<Taught>,
    history: Rc<RefCell<History>>,
    is_sheet: bool,
    count: u64,
}

impl Rows {
    /// The next row, and the line it begins in; of a sheet its number.
    pub fn next(&mut self) -> Result<Option<(u64, csv::StringRecord)>, Complaint> {
        let mut record = csv::StringRecord::new();
        let is_one =
            self.csv.read_record(&mut record).map_err(|cause| Complaint::new(format!("The file cannot be read as a table: {cause}.")))?;
        if !is_one {
            return Ok(None);
        }
        self.count += 1;
        let line = if self.is_sheet { self.count } else { self.history.borrow_mut().line_of(record.position()) };
        Ok(Some((line, record)))
    }

    /// Bytes that were read so far, more or less.
    pub fn bytes(&self) -> u64 {
        self.csv.position().byte()
    }
}

/// What was handed to the reader of the table lately: from where, and the bytes.
#[derive(Default)]
struct History {
    from: u64,
    bytes: VecDeque<u8>,
}

impl History {
    /// The line in which a row begins. The reader of the table names the end of the row before: empty lines lie between. What lies before is
    /// forgotten.
    fn line_of(&mut self, position: Option<&csv::Position>) -> u64 {
        let Some(position) = position else { return 0 };
        let gone = usize::try_from(position.byte().saturating_sub(self.from)).unwrap_or(usize::MAX).min(self.bytes.len());
        self.bytes.drain(..gone);
        self.from += gone as u64;
        let empty = self.bytes.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| **byte == b'\n').count();
        position.line() + u64::try_from(empty).unwrap_or(0)
    }
}

/// Hands bytes on, and remembers them until a row has been read of them.
struct Taught {
    from: Decoded,
    history: Rc<RefCell<History>>,
}

impl Read for Taught {
    fn read(&mut self, held: &mut [u8]) -> std::io::Result<usize> {
        let read = self.from.read(held)?;
        self.history.borrow_mut().bytes.extend(held.get(..read).unwrap_or_default());
        Ok(read)
    }
}
