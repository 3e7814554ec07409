//! What is typed beside a file of living wages, read at the door.

use super::Said;
use crate::values::{Complaint, Line};
use crate::web::{Complaints, Upload};

/// What is typed beside the file.
#[derive(Debug, Default)]
pub(super) struct Typed {
    pub key: String,
    pub source: String,
    pub year: String,
    pub household: String,
    pub url: String,
}

impl Typed {
    /// As it was sent.
    pub fn of(upload: &Upload) -> Self {
        let text = |field: &str| upload.text(field);
        Self { key: text("key"), source: text("source"), year: text("year"), household: text("household"), url: text("url") }
    }

    /// What is said, if there is nothing to complain about.
    pub fn said(&self, complaints: &mut Complaints) -> Option<Said> {
        let source = complaints.take("source", Line::parse(&self.source, "who published it"));
        let year = self.year.trim().parse::<i64>().ok().filter(|year| (1990..=2200).contains(year));
        let year = complaints.take("year", year.ok_or_else(|| Complaint::new("Type the year the wages are for, such as 2026")));
        let household = complaints.take("household", Line::parse(&self.household, "for whom it is enough"));
        let url = complaints.take("url", Line::maybe(&self.url, "the address"))?;
        Some(Said { source: source?.to_string(), year: year?, household: household?.to_string(), url: url.map(|url| url.to_string()) })
    }
}
