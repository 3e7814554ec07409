//! One pass over a text, piece by piece: quotation marks that are never closed, rows without an end, signs that no text has.

use super::ROW;
use crate::values::Complaint;

/// What has been seen so far.
pub struct Scan {
    delimiter: u8,
    line: u64,
    /// The line in which the quotation mark was opened that stands open.
    opened: Option<u64>,
    /// The byte before was a quotation mark inside a quotation: it ends it, or stands for one.
    is_closing: bool,
    at_start: bool,
    /// Line in which the row began, and its bytes so far.
    row: (u64, u64),
}

impl Scan {
    /// Before the first byte.
    pub fn new(delimiter: u8) -> Self {
        Self { delimiter, line: 1, opened: None, is_closing: false, at_start: true, row: (1, 0) }
    }

    /// Takes a piece in.
    pub fn take(&mut self, piece: &[u8]) -> Result<(), Complaint> {
        piece.iter().try_for_each(|byte| self.byte(*byte))
    }

    fn byte(&mut self, byte: u8) -> Result<(), Complaint> {
        if byte == 0 {
            return Err(Complaint::new(format!(
                "Line {} holds a NUL character, which no text has. Type that line again in a spreadsheet program and save the file as CSV UTF-8.",
                self.line
            )));
        }
        if std::mem::take(&mut self.is_closing) {
            if byte == b'"' {
                self.row.1 += 1;
                return Ok(());
            }
            self.opened = None;
        }
        match (byte, self.opened) {
            (b'"', Some(_)) => self.is_closing = true,
            (b'"', None) if self.at_start => self.opened = Some(self.line),
            _ => {}
        }
        self.at_start = self.opened.is_none() && (byte == self.delimiter || matches!(byte, b'\n' | b'\r'));
        self.line += u64::from(byte == b'\n');
        if self.opened.is_none() && matches!(byte, b'\n' | b'\r') {
            self.row = (self.line, 0);
            return Ok(());
        }
        self.row.1 += 1;
        if self.row.1 > ROW {
            return Err(Complaint::new(format!(
                "Line {}: this row has more than 16 MiB. See that its quotation marks are closed, and shorten it.",
                self.row.0
            )));
        }
        Ok(())
    }

    /// After the last byte.
    pub fn end(self) -> Result<(), Complaint> {
        let Some(line) = self.opened.filter(|_| !self.is_closing) else { return Ok(()) };
        Err(Complaint::new(format!(
            "Line {line}: a quotation mark is opened and never closed, so everything below it would be one cell. Close it or take it out."
        )))
    }
}
