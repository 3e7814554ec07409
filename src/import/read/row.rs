//! One row of a file: its cells by field.

use crate::import::fields::{self, Mapping, Source};
use crate::import::{Preset, terms};

/// A row and how to find a field in it.
pub struct Row<'r> {
    /// Line of the file, from 1.
    pub line: u64,
    /// Cells.
    pub cells: &'r csv::StringRecord,
    /// Headers.
    pub headers: &'r [String],
    /// Which column is which field.
    pub mapping: &'r Mapping,
    /// Named reading.
    pub preset: Option<&'static Preset>,
}

impl Row<'_> {
    /// What stands in the column of a field, trimmed; nothing where it is blank, or the preset says that it means nothing.
    pub fn text(&self, field: &str) -> Option<&str> {
        let cell = match self.mapping.source(field)? {
            Source::Column(place) => self.cells.get(*place)?,
            Source::Fixed(value) => value,
        };
        let text = terms::without_escape(cell).trim();
        let is_blank = text.is_empty() || self.preset.is_some_and(|preset| preset.is_blank(field, text));
        (!is_blank).then_some(text)
    }

    /// The header of a field's column; its label where every row has the same value or there is no column.
    pub fn header(&self, field: &str) -> String {
        match self.mapping.source(field) {
            Some(Source::Column(place)) => self.headers.get(*place).cloned().unwrap_or_default(),
            _ => fields::find(field).map(|field| field.label.to_owned()).unwrap_or_default(),
        }
    }
}
