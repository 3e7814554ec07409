//! What the report says, as a document that every form is written from.

mod area;
mod telling;

pub use telling::told;

use crate::document::{Block, Cell, Column, Kind, Look, Number, Row, Section, Table, Value};

/// What is counted, in words that every form of the report carries.
const UNIT: &str = "a business; its groups are the answers of owners with 25 % or more together, and a business may be in several";
/// Sentences on the page: more are not read.
const FINDINGS: usize = 5;

fn section(key: &str, heading: &str, blocks: Vec<Block>) -> Section {
    Section { key: key.to_owned(), heading: heading.to_owned(), begins_page: false, blocks }
}

fn column(key: &str, heading: &str, is_read: bool) -> Column {
    Column { key: key.to_owned(), heading: heading.to_owned(), is_read }
}

/// A table of names with one value each.
fn list(key: &str, scheme: &str, title: &str, look: Look, rows: Vec<(&str, &str, Cell)>) -> Table {
    let rows = rows.into_iter().map(|(key, name, cell)| Row {
        key: key.to_owned(),
        name: name.to_owned(),
        more: None,
        under: None,
        cells: vec![cell],
    });
    Table {
        key: key.to_owned(),
        scheme: scheme.to_owned(),
        title: title.to_owned(),
        rows_are: "What".to_owned(),
        look,
        columns: vec![column("value", "Value", true)],
        rows: rows.collect(),
    }
}

fn count(number: impl Into<i128>, what: &'static str) -> Cell {
    Cell::Number(Number::new(Kind::Count(what), Some(Value::Whole(number.into()))))
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
