//! A workbook as a table: its first sheet with something in it, as text, row by row.
//!
//! What would be read wrongly is refused by its cell: merged cells, errors of formulas. What unpacks to more than any table for an
//! import is refused before it is read, and a workbook with macros or a password is never opened.

use super::COLUMNS;
use crate::store::{Content, ContentReader, spool};
use crate::values::{Complaint, quoted};
use calamine::{Cell, DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write, copy, sink};

/// Bytes a workbook may unpack to: a million rows of a dozen columns.
const UNPACKED: u64 = 400 * 1024 * 1024;
/// Bytes of text its first sheet may come to: one long text that many cells share takes little room in the file.
const TEXT: usize = 256 * 1024 * 1024;
/// Bytes that the texts its cells share may unpack to: they are held while it is read. The cells themselves are not.
const SHARED: u64 = 64 * 1024 * 1024;
/// Rows a sheet may have.
const ROWS: u32 = 1_048_576;
/// Sheets that are named where they are not read.
const NAMED: usize = 5;
/// Parts it may have.
const PARTS: usize = 2_000;
const SAVE_AS: &str = "Open it in a spreadsheet program, choose Save as, then Excel workbook (.xlsx) or CSV UTF-8, and take that file";

/// A sheet as a table.
#[derive(Debug)]
pub struct Sheet {
    /// One line a row, from the first row of the sheet on, every cell in quotation marks.
    pub text: Content,
    /// Which sheet it is, and which are not read.
    pub words: String,
}

/// Whether a file is packed as workbooks are.
pub fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Reads a workbook, or says why it cannot be read.
pub fn open(content: &Content) -> Result<Sheet, Complaint> {
    refuse_other(content, UNPACKED)?;
    let mut book = Xlsx::new(BufReader::new(content.reader())).map_err(|_| broken())?;
    let sheets: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible))
        .collect();
    let (shown, hidden): (Vec<_>, Vec<_>) = sheets.into_iter().partition(|(_, is_shown)| *is_shown);
    let mut found: Option<(String, Content)> = None;
    let mut unread: Vec<String> = Vec::new();
    for (name, _) in shown.into_iter().chain(hidden) {
        if found.is_some() {
            unread.push(name);
        } else if let Some(table) = table(&mut book, &name, content)? {
            found = Some((name, table));
        }
    }
    let Some((found, text)) = found else {
        return Err(Complaint::new("There is nothing in this workbook. Take one with a line of headers and at least one row."));
    };
    let more = if unread.len() > NAMED { format!(" and {} more", unread.len() - NAMED) } else { String::new() };
    let named: Vec<String> = unread.iter().take(NAMED).map(|name| quoted(name)).collect();
    let beside = if named.is_empty() { String::new() } else { format!("; not read: {}{more}", named.join(", ")) };
    Ok(Sheet { text, words: format!("Excel workbook, sheet {}{beside}", quoted(&found)) })
}

fn broken() -> Complaint {
    Complaint::new(format!("This workbook is damaged, or is none. {SAVE_AS}."))
}

/// Refuses what is packed but no workbook, what may not be opened, and what unpacks to too much.
fn refuse_other(content: &Content, most: u64) -> Result<(), Complaint> {
    let mut parts = zip::ZipArchive::new(BufReader::new(content.reader())).map_err(|_| broken())?;
    let has = |name: &str| parts.file_names().any(|part| part.is_ok_and(|part| part == name));
    if has("xl/vbaProject.bin") {
        return Err(Complaint::new(format!("This workbook has macros, which are programs. {SAVE_AS}.")));
    }
    let other = [
        ("xl/workbook.bin", "a binary Excel workbook"),
        ("content.xml", "an OpenDocument file"),
        ("word/document.xml", "a Word document"),
        ("ppt/presentation.xml", "a presentation"),
    ];
    if let Some((_, what)) = other.iter().find(|(part, _)| has(part)) {
        return Err(Complaint::new(format!("This is {what}. {SAVE_AS}.")));
    }
    if !has("xl/workbook.xml") {
        return Err(Complaint::new("This is a packed file (zip), not a workbook. Unpack it first, then choose the file inside."));
    }
    let too_much = || {
        Complaint::new(
            "This workbook unpacks to more than 400 MiB, which no table for an import needs. Save the sheet as CSV UTF-8, and take that file.",
        )
    };
    if parts.len() > PARTS {
        return Err(too_much());
    }
    let mut left = most;
    for at in 0..parts.len() {
        let part = parts.by_index(at).map_err(|_| broken())?;
        let is_shared = part.name().is_ok_and(|name| name == "xl/sharedStrings.xml");
        // What a part says of its own size may be untrue: it is counted while it is unpacked.
        let size = copy(&mut part.take(left + 1), &mut sink()).map_err(|_| broken())?;
        left = left.checked_sub(size).ok_or_else(too_much)?;
        if is_shared && size > SHARED {
            return Err(Complaint::new(
                "The texts of this workbook come to more than 64 MiB. Save the sheet as CSV UTF-8, and take that file: a text table may be of any size.",
            ));
        }
    }
    Ok(())
}

/// The cells of a sheet as text, put down beside the file; nothing where there are none.
fn table(book: &mut Xlsx<BufReader<ContentReader>>, name: &str, content: &Content) -> Result<Option<Content>, Complaint> {
    let merged = book.merge_cells_by_sheet_name(name).map_err(|_| broken())?;
    let mut cells = book.worksheet_cells_reader(name).map_err(|_| broken())?;
    let mut rows = Rows::new(TEXT, content)?;
    while let Some(cell) = cells.next_cell().map_err(|_| broken())? {
        rows.take(&cell)?;
    }
    if rows.is_empty() {
        return Ok(None);
    }
    if let Some(area) = merged.first() {
        return Err(Complaint::new(format!(
            "Sheet {}: the cells {} to {} are merged into one. Take the merge back, so that each row has its own text in each column.",
            quoted(name),
            place(area.start),
            place(area.end)
        )));
    }
    rows.end(content).map(Some)
}

fn no_room(cause: &std::io::Error) -> Complaint {
    Complaint::new(format!("The sheet cannot be put down to be read: {cause}. See that the disk has room, then try again."))
}

/// Rows as they are filled, from the left and from above.
struct Rows {
    text: BufWriter<File>,
    /// The row under way.
    cells: Vec<String>,
    row: u32,
    has_any: bool,
    /// Bytes taken so far, and how many may be.
    taken: usize,
    most: usize,
}

impl Rows {
    fn new(most: usize, content: &Content) -> Result<Self, Complaint> {
        let text = BufWriter::new(spool::unnamed(content.beside()).map_err(|cause| no_room(&cause))?);
        Ok(Self { text, cells: Vec::new(), row: 0, has_any: false, taken: 0, most })
    }

    fn is_empty(&self) -> bool {
        !self.has_any
    }

    fn take(&mut self, cell: &Cell<DataRef<'_>>) -> Result<(), Complaint> {
        let (row, column) = cell.get_position();
        let said = said(cell.get_value()).map_err(|words| Complaint::new(format!("Cell {}: {words}", place((row, column)))))?;
        if said.is_empty() {
            return Ok(());
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column >= COLUMNS {
            return Err(Complaint::new(format!(
                "Cell {} lies beyond the {COLUMNS}th column, and {COLUMNS} is the most. Take out those that are not needed.",
                place((row, cell.get_position().1))
            )));
        }
        if row < self.row || row >= ROWS {
            return Err(broken());
        }
        self.taken += said.len();
        if self.taken > self.most {
            return Err(Complaint::new(
                "The text of this sheet comes to more than 256 MiB, which no table for an import needs. Take out what is not needed.",
            ));
        }
        while self.row < row {
            self.next_row()?;
        }
        if self.cells.len() <= column {
            self.cells.resize(column + 1, String::new());
        }
        if let Some(place) = self.cells.get_mut(column) {
            *place = said;
        }
        self.has_any = true;
        Ok(())
    }

    fn next_row(&mut self) -> Result<(), Complaint> {
        let cells = std::mem::take(&mut self.cells);
        let quoted: Vec<String> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        // A row without cells is a row all the same: rows are counted.
        let line = if quoted.is_empty() { "\"\"\n".to_owned() } else { quoted.join(",") + "\n" };
        self.row += 1;
        self.text.write_all(line.as_bytes()).map_err(|cause| no_room(&cause))
    }

    fn end(mut self, content: &Content) -> Result<Content, Complaint> {
        self.next_row()?;
        let file = self.text.into_inner().map_err(|cause| no_room(cause.error()))?;
        Content::of(file, content.beside()).map_err(|cause| no_room(&cause))
    }
}

/// A cell as somebody would type it.
fn said(value: &DataRef<'_>) -> Result<String, String> {
    Ok(match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => decimal(*number),
        DataRef::String(text) => text.trim().to_owned(),
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        DataRef::DateTime(moment) => moment_of(moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => {
            return Err(format!("the formula shows {error}. Mend it, or type the value in its place."));
        }
        DataRef::Empty => String::new(),
    })
}

/// A number without what is left of computing with it: spreadsheets keep fifteen digits.
fn decimal(number: f64) -> String {
    let kept: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    format!("{kept}")
}

/// "2026-11-22", and the time where there is one.
fn moment_of(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    if moment.is_duration() || moment.as_f64() < 1.0 {
        return decimal(moment.as_f64());
    }
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) { date } else { format!("{date} {hour:02}:{minute:02}:{second:02}") }
}

/// "B12".
fn place((row, column): (u32, u32)) -> String {
    let mut letters = String::new();
    let mut left = column + 1;
    while left > 0 {
        let letter = char::from(b'A' + u8::try_from((left - 1) % 26).unwrap_or(0));
        letters.insert(0, letter);
        left = (left - 1) / 26;
    }
    format!("{letters}{}", row + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_xlsxwriter::{Format, Formula, Workbook};
    use std::io::Cursor;
    use zip::write::SimpleFileOptions;

    fn book(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
        let mut book = Workbook::new();
        fill(&mut book);
        book.save_to_buffer().unwrap()
    }

    fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn content(bytes: &[u8]) -> Content {
        Content::from_bytes(bytes, &std::env::temp_dir()).unwrap()
    }

    /// Its text, and its words.
    fn opened(bytes: &[u8]) -> Result<(String, String), Complaint> {
        let sheet = open(&content(bytes))?;
        let mut text = String::new();
        sheet.text.reader().read_to_string(&mut text).unwrap();
        Ok((text, sheet.words))
    }

    fn refused(bytes: &[u8]) -> String {
        opened(bytes).expect_err("refused").0
    }

    #[test]
    fn each_kind_of_cell_is_read_as_somebody_would_type_it() {
        let bytes = book(|book| {
            let sheet = book.add_worksheet().set_name("Makers").unwrap();
            let day = Format::new().set_num_format("yyyy-mm-dd");
            for (column, head) in (0_u16..).zip(["name", "dollars", "since", "online", "zip", "sum"]) {
                sheet.write(0, column, head).unwrap();
            }
            sheet.write(1, 0, " Okafor \"Metal\", Finishing ").unwrap();
            sheet.write(1, 1, 0.1 + 0.2).unwrap();
            sheet.write_with_format(1, 2, 45_213.0, &day).unwrap();
            sheet.write(1, 3, true).unwrap();
            sheet.write_string(1, 4, "07102").unwrap();
            sheet.write(1, 5, Formula::new("=B2*10").set_result("3")).unwrap();
            sheet.write(4, 0, "two\nlines").unwrap();
            sheet.write(4, 1, 1_250_000).unwrap();
            book.add_worksheet().set_name("Lists").unwrap().write(0, 0, "x").unwrap();
        });
        let (text, words) = opened(&bytes).unwrap();
        assert_eq!(
            text,
            "\"name\",\"dollars\",\"since\",\"online\",\"zip\",\"sum\"\n\
             \"Okafor \"\"Metal\"\", Finishing\",\"0.3\",\"2023-10-14\",\"yes\",\"07102\",\"3\"\n\
             \"\"\n\"\"\n\"two\nlines\",\"1250000\"\n"
        );
        assert_eq!(words, "Excel workbook, sheet “Makers”; not read: “Lists”");
    }

    #[test]
    fn the_first_sheet_with_something_in_it_is_read_and_a_hidden_one_last() {
        let bytes = book(|book| {
            book.add_worksheet().set_name("Cover").unwrap();
            book.add_worksheet().set_name("Codes").unwrap().write(0, 0, "code").unwrap().set_hidden(true);
            book.add_worksheet().set_name("Data").unwrap().write(0, 0, "name").unwrap();
        });
        assert_eq!(opened(&bytes).unwrap().1, "Excel workbook, sheet “Data”; not read: “Codes”");
        let empty = book(|book| {
            book.add_worksheet();
        });
        assert!(refused(&empty).contains("nothing in this workbook"));
    }

    #[test]
    fn what_would_be_read_wrongly_is_named_by_its_cell() {
        let merged = book(|book| {
            let sheet = book.add_worksheet();
            sheet.merge_range(0, 0, 0, 3, "Makers of Riverton", &Format::new()).unwrap();
            sheet.write(1, 0, "name").unwrap();
        });
        assert!(refused(&merged).contains("the cells A1 to D1 are merged"), "{}", refused(&merged));
        let wrong = book(|book| {
            let sheet = book.add_worksheet();
            sheet.write(0, 0, "dollars").unwrap();
            sheet.write(11, 27, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
        });
        assert!(refused(&wrong).starts_with("Cell AB12: the formula shows #DIV/0!"), "{}", refused(&wrong));
        let wide = book(|book| {
            book.add_worksheet().write(0, 300, "far").unwrap();
        });
        assert!(refused(&wide).starts_with("Cell KO1 lies beyond the 300th column"), "{}", refused(&wide));
    }

    #[test]
    fn what_is_no_workbook_or_may_not_be_opened_is_refused_by_name() {
        let with = |part: &str| packed(&[("xl/workbook.xml", b"<workbook/>"), (part, b"x")]);
        assert!(refused(&with("xl/vbaProject.bin")).contains("macros"));
        assert!(refused(&packed(&[("content.xml", b"x")])).contains("OpenDocument"));
        assert!(refused(&packed(&[("word/document.xml", b"x")])).contains("Word document"));
        assert!(refused(&packed(&[("clients.csv", b"a,b")])).contains("Unpack it first"));
        assert!(refused(&with("xl/other.xml")).contains("damaged"));
        assert!(refused(b"PK\x03\x04 and no more").contains("damaged"));
        let many: Vec<(String, &[u8])> = (0..=PARTS).map(|at| (format!("xl/media/{at}"), &b""[..])).collect();
        let many: Vec<(&str, &[u8])> =
            many.iter().map(|(name, bytes)| (name.as_str(), *bytes)).chain([("xl/workbook.xml", &b""[..])]).collect();
        assert!(refused(&packed(&many)).contains("400 MiB"));
    }

    #[test]
    fn a_small_file_that_unpacks_to_a_huge_one_is_not_unpacked() {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("xl/workbook.xml", SimpleFileOptions::default()).unwrap();
        zip.write_all(b"<workbook/>").unwrap();
        zip.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default().compression_level(Some(1))).unwrap();
        zip.write_all(&vec![b' '; 4 << 20]).unwrap();
        let bytes = zip.finish().unwrap().into_inner();
        assert!(bytes.len() < 1 << 20, "{}", bytes.len());
        assert!(refuse_other(&content(&bytes), 2 << 20).expect_err("refused").0.contains("unpacks to more than"));
        assert_eq!(refuse_other(&content(&bytes), 5 << 20), Ok(()));
        // The directory of the file may say that the part is small: it is counted all the same.
        let size = u32::try_from(4 << 20).unwrap().to_le_bytes();
        let lying: Vec<u8> = {
            let mut lying = bytes.clone();
            let places: Vec<usize> = (0..bytes.len() - 4).filter(|at| bytes[*at..*at + 4] == size).collect();
            assert!(!places.is_empty());
            for at in places {
                lying[at..at + 4].copy_from_slice(&9_u32.to_le_bytes());
            }
            lying
        };
        assert!(refuse_other(&content(&lying), 2 << 20).is_err());
    }

    #[test]
    fn one_far_cell_takes_no_more_room_than_its_rows() {
        let bytes = book(|book| {
            let sheet = book.add_worksheet();
            sheet.write(0, 0, "name").unwrap();
            sheet.write(1_048_575, 1, "last").unwrap();
        });
        let text = opened(&bytes).unwrap().0;
        assert!(text.len() < 4 << 20 && text.ends_with("\"\",\"last\"\n"));
    }

    #[test]
    fn one_long_text_in_many_cells_is_not_written_out_without_end() {
        let mut rows = Rows::new(10_000, &content(b"")).unwrap();
        let long = "x".repeat(3_000);
        let mut take = |row| rows.take(&Cell::new((row, 0), DataRef::SharedString(&long)));
        assert_eq!([take(0), take(1), take(2)], [Ok(()), Ok(()), Ok(())]);
        assert!(take(3).is_err_and(|complaint| complaint.0.contains("256 MiB")));
        let mut rows = Rows::new(10_000, &content(b"")).unwrap();
        assert!(rows.take(&Cell::new((ROWS, 0), DataRef::Int(1))).is_err());
        assert!(rows.is_empty());
    }

    #[test]
    fn cells_have_their_names() {
        for (at, name) in [((0, 0), "A1"), ((11, 25), "Z12"), ((0, 26), "AA1"), ((0, 16_383), "XFD1")] {
            assert_eq!(place(at), name);
        }
    }
}
