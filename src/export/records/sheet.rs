//! A workbook with one sheet, written row by row into anything that takes bytes: nothing of it is held, and nothing goes back.
//!
//! Texts stand in their cells as they are (`inlineStr`), numbers are numbers and days are days. A text is a text whatever it begins with;
//! one that looks like a formula is marked as a text for whoever edits it.
//!
//! Why not the writer of reports: it holds a sheet until it is done, or puts its rows into a file of its own elsewhere on the disk.

use super::Cell;
use crate::error::{Error, Result};
use crate::values::{Day, disarmed, is_formula_like};
use std::io::Write;
use zip::write::{SimpleFileOptions, StreamWriter, ZipWriter};

/// Rows of a sheet, the line of names among them.
const ROWS: usize = 1_048_576;
/// Characters of a cell.
const CELL: usize = 32_767;

const NAMESPACE: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>";
const TOP: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
const BOOK: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>";
/// Styles by place: 0 plain, 1 head, 2 a day, 3 a text that looks like a formula.
const STYLES: &str = "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"4\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/><xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\"/></cellXfs>";

/// A workbook under way.
pub struct Sheet<W: Write> {
    zip: ZipWriter<StreamWriter<W>>,
    row: usize,
}

impl<W: Write> Sheet<W> {
    /// Begins one with the names of its columns.
    pub fn begin(out: W, name: &str, headers: &[&str]) -> Result<Self> {
        let mut sheet = Self { zip: ZipWriter::new_stream(out), row: 0 };
        let book = format!(
            "<workbook xmlns=\"{NAMESPACE}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"{name}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        );
        let styles = format!(
            "<styleSheet xmlns=\"{NAMESPACE}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>{STYLES}</styleSheet>"
        );
        for (part, text) in [
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", TOP),
            ("xl/workbook.xml", book.as_str()),
            ("xl/_rels/workbook.xml.rels", BOOK),
            ("xl/styles.xml", styles.as_str()),
        ] {
            sheet.part(part)?;
            sheet.put(HEAD)?;
            sheet.put(text)?;
        }
        sheet.part("xl/worksheets/sheet1.xml")?;
        sheet.put(HEAD)?;
        sheet.put(&format!(
            "<worksheet xmlns=\"{NAMESPACE}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData>"
        ))?;
        sheet.open_row()?;
        for header in headers {
            sheet.text(header, 1)?;
        }
        sheet.put("</row>")?;
        Ok(sheet)
    }

    /// Writes a row.
    pub fn row(&mut self, cells: Vec<Cell>) -> Result<()> {
        if self.row >= ROWS {
            return Err(Error::Rejected(
                "A sheet of a workbook holds 1,048,575 rows, and there are more. Choose fewer days, or take CSV.".to_owned(),
            ));
        }
        self.open_row()?;
        for cell in cells {
            match cell {
                Cell::Nothing => self.put("<c/>")?,
                Cell::Number(number) => self.put(&format!("<c><v>{number}</v></c>"))?,
                Cell::Decimal(number) => self.put(&format!("<c><v>{number}</v></c>"))?,
                Cell::Day(day) => self.put(&format!("<c s=\"2\"><v>{}</v></c>", serial(day)))?,
                // What an import would take off gets one more: a text comes back as it was.
                Cell::Text(text) if text.starts_with('\'') => self.text(&disarmed(text), 0)?,
                Cell::Text(text) => self.text(&text, if is_formula_like(&text) { 3 } else { 0 })?,
            }
        }
        self.put("</row>")
    }

    /// Ends it.
    pub fn end(mut self) -> Result<()> {
        self.put("</sheetData></worksheet>")?;
        let mut out = self.zip.finish().map_err(|cause| broken(&cause))?;
        out.flush().map_err(|cause| broken(&cause))
    }

    fn part(&mut self, name: &str) -> Result<()> {
        // The same rows make the same bytes: no part says when it was written.
        let options = SimpleFileOptions::default().large_file(true).last_modified_time(zip::DateTime::default());
        self.zip.start_file(name, options).map_err(|cause| broken(&cause))
    }

    fn open_row(&mut self) -> Result<()> {
        self.row += 1;
        let row = self.row;
        self.put(&format!("<row r=\"{row}\">"))
    }

    fn text(&mut self, text: &str, style: u8) -> Result<()> {
        let style = if style == 0 { String::new() } else { format!(" s=\"{style}\"") };
        let text: String = text.chars().take(CELL).collect();
        self.put(&format!("<c{style} t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", escaped(&text)))
    }

    fn put(&mut self, text: &str) -> Result<()> {
        self.zip.write_all(text.as_bytes()).map_err(|cause| broken(&cause))
    }
}

fn broken(cause: &dyn std::fmt::Display) -> Error {
    Error::internal(format!("a workbook could not be written: {cause}"))
}

/// A text as XML. Signs that XML has no way to say become the sign for an unknown one.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\r' => out.push_str("&#13;"),
            '\t' | '\n' => out.push(sign),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
    out
}

/// A day as workbooks count them: days since 30 December 1899.
fn serial(day: Day) -> i64 {
    let first = Day::new(jiff::civil::date(1899, 12, 30));
    first.days_until(day)
}
