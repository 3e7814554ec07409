//! What kind of file this is: its encoding, the sign between its cells, and a refusal by name of what is no text. Read piece by piece: the
//! file may be larger than the memory.

mod decoding;
mod scanning;

pub use decoding::Decoded;

use crate::store::Content;
use crate::values::Complaint;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use scanning::Scan;
use std::io::Read;

/// Bytes of its beginning by which a file is told.
const START: u64 = 64 * 1024;
/// Bytes a row may have. A cell is refused long before that, by its line.
pub const ROW: u64 = 16 * 1024 * 1024;

/// A file as text.
#[derive(Debug, Clone)]
pub struct Text {
    content: Content,
    /// Bytes of its byte order mark.
    mark: usize,
    coding: &'static Encoding,
    /// How its bytes are read: "UTF-8", "Windows-1252".
    pub encoding: &'static str,
    /// The sign between two cells.
    pub delimiter: u8,
}

impl Text {
    /// A table that was written here: UTF-8 with commas.
    pub fn own(content: Content) -> Self {
        Self { content, mark: 0, coding: UTF_8, encoding: "UTF-8", delimiter: b',' }
    }

    /// Reads it from its beginning, as UTF-8 and without a mark.
    pub fn reader(&self) -> Decoded {
        Decoded::new(self.content.reader(), self.mark, self.coding)
    }

    /// Encoding and sign in words, for the record: "UTF-8, comma".
    pub fn words(&self) -> String {
        let sign = DELIMITERS.iter().find(|(sign, _)| *sign == self.delimiter).map_or("comma", |(_, words)| words);
        format!("{}, {sign}", self.encoding)
    }
}

const DELIMITERS: [(u8, &str); 4] = [(b',', "comma"), (b';', "semicolon"), (b'\t', "tab"), (b'|', "vertical bar")];

/// First bytes of files that people take for a table, what they are, and what to do next.
const OTHERS: &[(&[u8], &str, &str)] = &[
    (b"PK\x03\x04", "an Excel workbook or another packed file", SAVE_AS),
    (b"\xD0\xCF\x11\xE0", "an old Excel or Word file", SAVE_AS),
    (b"%PDF", "a PDF", "Ask for the table itself, as CSV"),
    (b"\x1F\x8B", "a packed file (gzip)", "Unpack it first, then choose the file inside"),
    (b"7z\xBC\xAF", "a packed file (7z)", "Unpack it first, then choose the file inside"),
    (b"\x89PNG", "a picture", "Ask for the table itself, as CSV"),
    (b"\xFF\xD8\xFF", "a picture", "Ask for the table itself, as CSV"),
    (b"GIF8", "a picture", "Ask for the table itself, as CSV"),
    (b"SQLite format 3", "a database", "Export the table as CSV first"),
    (b"PAR1", "a Parquet file", "Export the table as CSV first"),
    (b"{\\rtf", "a text document (RTF)", SAVE_AS),
];

const SAVE_AS: &str = "Open it in a spreadsheet program, choose Save as, then CSV UTF-8, and take that file";

/// Looks through a file, or says what it is instead of a table.
pub fn open(content: &Content) -> Result<Text, Complaint> {
    let start = content.start(START).map_err(|cause| unread(&cause))?;
    if start.iter().all(u8::is_ascii_whitespace) && content.len() <= START {
        return Err(Complaint::new("The file is empty. Choose a file with a line of headers and at least one row."));
    }
    if let Some((_, what, next)) = OTHERS.iter().find(|(first, _, _)| start.starts_with(first)) {
        return Err(Complaint::new(format!("This is {what}, not a CSV file. {next}.")));
    }
    let (coding, mark, encoding) = coding(content, &start)?;
    let mut text = Text { content: content.clone(), mark, coding, encoding, delimiter: b',' };
    let mut first = Vec::new();
    // What cannot be decoded is met again below, and named there.
    let _ = text.reader().take(START).read_to_end(&mut first);
    refuse_markup(&String::from_utf8_lossy(&first))?;
    text.delimiter = delimiter(&first);
    look_through(&text)?;
    Ok(text)
}

/// Reads all of it once: every byte is what its encoding says, no row is without an end, and no sign is in it that no text has.
fn look_through(text: &Text) -> Result<(), Complaint> {
    let (mut reader, mut scan, mut held) = (text.reader(), Scan::new(text.delimiter), vec![0; 64 * 1024]);
    loop {
        match reader.read(&mut held) {
            Ok(0) => return scan.end(),
            Ok(read) => scan.take(held.get(..read).unwrap_or_default())?,
            Err(_) if reader.is_broken() => {
                let name = text.encoding;
                return Err(Complaint::new(format!("The file begins as {name} but does not go on so. Save it again as CSV UTF-8.")));
            }
            Err(cause) => return Err(unread(&cause)),
        }
    }
}

/// A file that the disk does not give.
pub fn unread(cause: &std::io::Error) -> Complaint {
    Complaint::new(format!("The file cannot be read to its end: {cause}. Try again."))
}

/// How its bytes are to be read, how many of them say so, and how that is called.
fn coding(content: &Content, start: &[u8]) -> Result<(&'static Encoding, usize, &'static str), Complaint> {
    if let Some((coding, mark)) = Encoding::for_bom(start) {
        let name = if coding == UTF_16LE || coding == UTF_16BE { "UTF-16" } else { "UTF-8 with mark" };
        return Ok((coding, mark, name));
    }
    if looks_like_utf_16(start) {
        return Err(Complaint::new(
            "This file is UTF-16 text without the mark that says so. Save it again as CSV UTF-8, and take that file.",
        ));
    }
    if decoding::is_utf_8(content.reader()).map_err(|cause| unread(&cause))? {
        return Ok((UTF_8, 0, "UTF-8"));
    }
    if is_binary(start) {
        return Err(Complaint::new(
            "This is no text, so it cannot be a CSV file. Open it in the program it comes from and save it as CSV.",
        ));
    }
    Ok((WINDOWS_1252, 0, "Windows-1252"))
}

/// Every second byte of the beginning is zero: letters of UTF-16.
fn looks_like_utf_16(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(400)).unwrap_or_default();
    let zeros = |odd: usize| start.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let half = start.len() / 2;
    half >= 4 && (zeros(0) * 10 > half * 7) != (zeros(1) * 10 > half * 7)
}

/// Control characters that no text has, in number.
fn is_binary(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(8192)).unwrap_or_default();
    let odd = start.iter().filter(|byte| matches!(byte, 0..=8 | 14..=31)).count();
    odd * 50 > start.len()
}

fn refuse_markup(text: &str) -> Result<(), Complaint> {
    let start: String = text.trim_start().chars().take(40).collect::<String>().to_lowercase();
    let what = if start.starts_with("<!doctype html") || start.starts_with("<html") {
        "a web page"
    } else if start.starts_with("<?xml") {
        "an XML file"
    } else if start.starts_with("{\"") || start.starts_with("[{") || start.starts_with("{\n") {
        "a JSON file"
    } else {
        return Ok(());
    };
    Err(Complaint::new(format!("This is {what}, not a CSV file. Export the table as CSV first.")))
}

/// The sign that parts the headers most often, outside quotation marks.
fn delimiter(text: &[u8]) -> u8 {
    let mut counts = [0_usize; 4];
    let mut quoted = false;
    for byte in text.iter().copied().skip_while(|byte| matches!(byte, b'\r' | b'\n')) {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if quoted => {}
            _ => {
                for (count, (sign, _)) in counts.iter_mut().zip(DELIMITERS) {
                    *count += usize::from(sign == byte);
                }
            }
        }
    }
    let most = counts.iter().copied().max().unwrap_or(0);
    DELIMITERS.iter().zip(counts).find(|(_, count)| *count == most).map_or(b',', |((sign, _), _)| *sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(bytes: &[u8]) -> Result<Text, Complaint> {
        open(&Content::from_bytes(bytes, &std::env::temp_dir()).expect("a file"))
    }

    fn refused(bytes: &[u8]) -> String {
        opened(bytes).expect_err("no table").0
    }

    #[test]
    fn encodings_are_told_apart() {
        let accents = "Name,City\nPanadería Núñez,Dalton\n";
        let (windows, _, _) = WINDOWS_1252.encode(accents);
        let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(accents.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let marked = [b"\xEF\xBB\xBF", accents.as_bytes()].concat();
        for (bytes, name) in
            [(accents.as_bytes(), "UTF-8"), (&marked, "UTF-8 with mark"), (windows.as_ref(), "Windows-1252"), (&utf16, "UTF-16")]
        {
            let read = opened(bytes).expect("a table");
            let mut text = String::new();
            read.reader().read_to_string(&mut text).expect("text");
            assert_eq!((text.as_str(), read.encoding, read.delimiter), (accents, name, b','));
        }
    }

    #[test]
    fn the_sign_between_cells_is_found_outside_quotation_marks() {
        for (text, sign) in [
            ("a,b\n1;2;3,4", b','),
            ("a;b;\"c,d,e,f\"\n", b';'),
            ("a\tb\tc\n", b'\t'),
            ("a|b\n", b'|'),
            ("alone\n", b','),
            ("\"two\nlines;\",b\n", b','),
        ] {
            assert_eq!(opened(text.as_bytes()).expect("a table").delimiter, sign, "{text:?}");
        }
        assert_eq!(opened(b"a;b\n").expect("a table").words(), "UTF-8, semicolon");
    }

    #[test]
    fn other_files_are_refused_by_name_with_what_to_do() {
        assert!(refused(b"PK\x03\x04\x14\x00").contains("Excel workbook"));
        assert!(refused(b"%PDF-1.7").contains("a PDF"));
        assert!(refused(b"\xD0\xCF\x11\xE0\xA1").contains("Save as"));
        assert!(refused(b"<!DOCTYPE html><table>").contains("a web page"));
        assert!(refused(b"{\"a\":1}").contains("a JSON file"));
        assert!(refused(b" \r\n").contains("empty"));
        let noise: Vec<u8> = (0..2000_u32).map(|n| u8::try_from(n * 7 % 251).unwrap_or(0)).collect();
        assert!(refused(&noise).contains("no text"));
        let bare: Vec<u8> = "Name,City\nAda,Dalton\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(refused(&bare).contains("UTF-16"));
    }

    #[test]
    fn a_nul_is_named_by_its_line() {
        assert!(refused(b"Name,City\nAda,Dalton\nB\0b,Rome\n").starts_with("Line 3 holds a NUL"));
    }

    #[test]
    fn an_open_quotation_is_named_by_its_line_wherever_the_pieces_end() {
        assert!(refused(b"a,b\n1,\"two\n3,4\n").starts_with("Line 2: a quotation mark is opened"));
        assert!(opened(b"a,b\n1,\"two \"\"x\"\"\"\n3,5\" pipe\n").is_ok());
        for at in 0..20 {
            let mut scan = Scan::new(b',');
            let text = b"a,b\n1,\"x\"\"\"\n\"y\"\n";
            let (one, other) = text.split_at(at.min(text.len()));
            assert_eq!((scan.take(one), scan.take(other), scan.end()), (Ok(()), Ok(()), Ok(())), "{at}");
        }
    }

    #[test]
    fn a_row_without_an_end_is_named_by_its_line() {
        let long = ["a,b\n1,\"", &"x".repeat(17 << 20), "\"\n"].concat();
        assert!(refused(long.as_bytes()).starts_with("Line 2: this row has more than 16 MiB"));
        let lines = ["a,b\n", &"1,2\n".repeat(5 << 20)].concat();
        assert!(opened(lines.as_bytes()).is_ok());
    }

    #[test]
    fn letters_that_lie_across_two_pieces_are_read_whole() {
        for shift in 0..4 {
            let text = format!("{}{}", "a".repeat(shift), "\u{e9}\u{20ac}\u{1f3ed}".repeat(40_000));
            let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
            for bytes in [text.as_bytes(), &utf16] {
                let mut read = String::new();
                opened(bytes).expect("text").reader().read_to_string(&mut read).expect("text");
                assert_eq!(read.len(), text.len());
                assert!(read == text);
            }
        }
    }
}
