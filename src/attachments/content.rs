//! What a file is by its content: pure. What is not on the list is refused by name.

use crate::values::{Complaint, FileKind};
use std::io::Cursor;

/// The largest file, in bytes.
pub const LARGEST: usize = 5 * 1024 * 1024;
/// A packed document says that it unpacks to no more than this.
const UNPACKED: u64 = 200 * 1024 * 1024;

const TAKEN: &str =
    "Take a PDF, a picture (PNG or JPEG), a text or CSV, an Excel workbook without macros or a Word document without macros";

/// Beginnings that are known, and what is said of them.
const REFUSED: &[(&[u8], &str)] = &[
    (b"MZ", "This is a program"),
    (b"\x7fELF", "This is a program"),
    (b"#!", "This is a program"),
    (b"GIF8", "This is a GIF picture"),
    (b"\xd0\xcf\x11\xe0", "This is a document of an older Office, which may hold macros"),
    (b"{\\rtf", "This is a rich text"),
    (b"\x1f\x8b", "This is a packed file"),
    (b"Rar!", "This is a packed file"),
    (b"7z\xbc\xaf", "This is a packed file"),
];

/// What a file is.
pub fn kind_of(bytes: &[u8]) -> Result<FileKind, Complaint> {
    let refuse = |what: &str| Err(Complaint::new(format!("{what}. {TAKEN}")));
    if bytes.is_empty() {
        return refuse("This file is empty");
    }
    if let Some((_, what)) = REFUSED.iter().find(|(start, _)| bytes.starts_with(start)) {
        return refuse(what);
    }
    match bytes {
        _ if bytes.starts_with(b"%PDF-") => Ok(FileKind::Pdf),
        _ if bytes.starts_with(b"\x89PNG\r\n\x1a\n") => Ok(FileKind::Png),
        _ if bytes.starts_with(b"\xff\xd8\xff") => Ok(FileKind::Jpeg),
        _ if bytes.get(4..12).is_some_and(|brand| brand.starts_with(b"ftyphei") || brand.starts_with(b"ftypmif")) => {
            refuse("This is a HEIC picture, which many computers cannot open; save it as JPEG")
        }
        _ if bytes.starts_with(b"PK") => packed(bytes).or_else(refuse),
        _ => text(bytes).or_else(refuse),
    }
}

/// A workbook or a document, without macros, that does not unpack to too much.
fn packed(bytes: &[u8]) -> Result<FileKind, &'static str> {
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| "This packed file is damaged")?;
    let (mut size, mut kind, mut has_macros) = (0_u64, None, false);
    for at in 0..parts.len() {
        let part = parts.by_index_raw(at).map_err(|_| "This packed file is damaged")?;
        size = size.saturating_add(part.size());
        let name = part.name().map_err(|_| "This packed file is damaged")?;
        match name.as_ref() {
            "xl/workbook.xml" => kind = Some(FileKind::Xlsx),
            "word/document.xml" => kind = Some(FileKind::Docx),
            name => has_macros |= name.to_ascii_lowercase().ends_with("vbaproject.bin"),
        }
    }
    match kind {
        _ if has_macros => Err("This document holds macros, which are programs"),
        _ if size > UNPACKED => Err("This document unpacks to more than 200 MiB"),
        Some(kind) => Ok(kind),
        None => Err("This is a packed file"),
    }
}

/// A text that shows as what it is: no page of the web, which is a text too.
fn text(bytes: &[u8]) -> Result<FileKind, &'static str> {
    let Ok(text) = std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) else {
        return Err("Fairfloor does not know this kind of file, or it is a text in another encoding than UTF-8");
    };
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}')) {
        return Err("Fairfloor does not know this kind of file");
    }
    if text.trim_start().starts_with('<') {
        return Err("This is a page of the web or a drawing with program in it");
    }
    Ok(FileKind::Text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::write::SimpleFileOptions;

    fn zipped(parts: &[&str]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for part in parts {
            zip.start_file(*part, SimpleFileOptions::default()).unwrap();
            zip.write_all(b"<x/>").unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn a_file_is_what_its_content_says() {
        let cases: &[(&[u8], FileKind)] = &[
            (b"%PDF-1.7\n%\xe2\xe3", FileKind::Pdf),
            (b"\x89PNG\r\n\x1a\n\0\0", FileKind::Png),
            (b"\xff\xd8\xff\xe0\0\x10JFIF", FileKind::Jpeg),
            ("\u{feff}name;minutes\nÁda;30\n".as_bytes(), FileKind::Text),
        ];
        for (bytes, kind) in cases {
            assert_eq!(kind_of(bytes), Ok(*kind));
        }
        assert_eq!(kind_of(&zipped(&["[Content_Types].xml", "xl/workbook.xml"])), Ok(FileKind::Xlsx));
        assert_eq!(kind_of(&zipped(&["[Content_Types].xml", "word/document.xml"])), Ok(FileKind::Docx));
    }

    #[test]
    fn what_is_not_on_the_list_is_refused_by_name() {
        let macros = zipped(&["xl/workbook.xml", "xl/vbaProject.bin"]);
        let cases: &[(&[u8], &str)] = &[
            (b"", "empty"),
            (b"MZ\x90\0", "a program"),
            (b"#!/bin/sh\n", "a program"),
            (b"<!doctype html><script>", "page of the web"),
            (b"  <svg onload=x>", "page of the web"),
            (b"\xd0\xcf\x11\xe0\xa1", "older Office"),
            (b"GIF89a", "GIF"),
            (b"\0\0\0\x18ftypheic", "HEIC"),
            (b"caf\xe9", "another encoding"),
            (b"a\0b", "does not know"),
            (b"PK\x03\x04broken", "damaged"),
            (&macros, "macros"),
        ];
        for (bytes, words) in cases {
            let complaint = kind_of(bytes).unwrap_err().to_string();
            assert!(complaint.contains(words) && complaint.contains("Take a PDF"), "{words}: {complaint}");
        }
        assert!(kind_of(&zipped(&["a.txt"])).unwrap_err().to_string().contains("packed"));
    }
}
