//! What kind of file this is: its encoding, the sign between its cells, and a refusal by name of what is no text.

use crate::values::Complaint;
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A file as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Content without a byte order mark.
    pub text: String,
    /// How its bytes were read: "UTF-8", "Windows-1252".
    pub encoding: &'static str,
    /// The sign between two cells.
    pub delimiter: u8,
}

impl Text {
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

/// Reads the bytes of a file, or says what it is instead of a table.
pub fn open(bytes: &[u8]) -> Result<Text, Complaint> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Complaint::new("The file is empty. Choose a file with a line of headers and at least one row."));
    }
    if let Some((_, what, next)) = OTHERS.iter().find(|(start, _, _)| bytes.starts_with(start)) {
        return Err(Complaint::new(format!("This is {what}, not a CSV file. {next}.")));
    }
    let (text, encoding) = decode(bytes)?;
    refuse_markup(&text)?;
    refuse_nul(&text)?;
    let delimiter = delimiter(&text);
    Ok(Text { text, encoding, delimiter })
}

fn decode(bytes: &[u8]) -> Result<(String, &'static str), Complaint> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let body = bytes.get(mark..).unwrap_or_default();
        let (text, broken) = encoding.decode_without_bom_handling(body);
        let name = if encoding == UTF_16LE || encoding == UTF_16BE { "UTF-16" } else { "UTF-8 with mark" };
        return if broken {
            Err(Complaint::new(format!("The file begins as {name} but does not go on so. Save it again as CSV UTF-8.")))
        } else {
            Ok((text.into_owned(), name))
        };
    }
    if looks_like_utf_16(bytes) {
        return Err(Complaint::new(
            "This file is UTF-16 text without the mark that says so. Save it again as CSV UTF-8, and take that file.",
        ));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((text.to_owned(), "UTF-8")),
        Err(_) if is_binary(bytes) => {
            Err(Complaint::new("This is no text, so it cannot be a CSV file. Open it in the program it comes from and save it as CSV."))
        }
        Err(_) => Ok((WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(), "Windows-1252")),
    }
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

fn refuse_nul(text: &str) -> Result<(), Complaint> {
    let Some(place) = text.find('\0') else { return Ok(()) };
    let line = text.get(..place).unwrap_or_default().matches('\n').count() + 1;
    let words = format!(
        "Line {line} holds a NUL character, which no text has. Type that line again in a spreadsheet program and save the file as CSV UTF-8."
    );
    Err(Complaint::new(words))
}

/// The sign that parts the headers most often, outside quotation marks.
fn delimiter(text: &str) -> u8 {
    let mut counts = [0_usize; 4];
    let mut quoted = false;
    for byte in text.trim_start_matches(['\r', '\n']).bytes() {
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

/// The line in which a quotation mark is opened and never closed: everything below would be one cell.
pub fn open_quotation(text: &str, delimiter: u8) -> Option<usize> {
    let (mut line, mut opened, mut at_start) = (1, None, true);
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match (byte, opened) {
            (b'"', Some(_)) if bytes.peek() == Some(&b'"') => {
                bytes.next();
            }
            (b'"', Some(_)) => opened = None,
            (b'"', None) if at_start => opened = Some(line),
            _ => {}
        }
        at_start = opened.is_none() && (byte == delimiter || byte == b'\n' || byte == b'\r');
        line += usize::from(byte == b'\n');
    }
    opened
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(bytes: &[u8]) -> String {
        open(bytes).expect_err("no table").0
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
            let read = open(bytes).expect("a table");
            assert_eq!((read.text.as_str(), read.encoding, read.delimiter), (accents, name, b','));
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
            assert_eq!(open(text.as_bytes()).expect("a table").delimiter, sign, "{text:?}");
        }
        assert_eq!(open(b"a;b\n").expect("a table").words(), "UTF-8, semicolon");
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
    fn an_open_quotation_is_named_by_its_line() {
        assert_eq!(open_quotation("a,b\n1,\"two\n3,4\n", b','), Some(2));
        assert_eq!(open_quotation("a,b\n1,\"two \"\"x\"\"\"\n3,5\" pipe\n", b','), None);
    }
}
