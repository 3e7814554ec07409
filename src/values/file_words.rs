//! The vocabulary of files beside what happened.

use super::Vocabulary;
use super::words::vocabulary;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

vocabulary! {
    /// What a file is by its content.
    FileKind ("attachment.kind") {
        Pdf = "pdf", "PDF";
        Png = "png", "Picture, PNG";
        Jpeg = "jpeg", "Picture, JPEG";
        Text = "text", "Text";
        Xlsx = "xlsx", "Excel workbook";
        Docx = "docx", "Word document";
    }
}

impl FileKind {
    /// Ending of a file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Text => "txt",
            other => other.code(),
        }
    }

    /// Media type it is handed over as. A text is never a page.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Text => "text/plain; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }
}
