//! A file as a table: which of the forms it has, its header, its rows. Recognized by content: a name says nothing.

use crate::error::{Error, Result};
use crate::values::BenchmarkForm;
use std::collections::BTreeMap;

/// Largest file. Every figure of a hundred metropolitan areas fits.
pub const LARGEST: usize = 10 * 1024 * 1024;
/// More rows and columns than a file of one's own area has.
const MOST_ROWS: usize = 100_000;
const MOST_COLUMNS: usize = 300;

/// A file as rows of texts. Absent cells are empty.
#[derive(Debug)]
pub struct Table {
    pub form: BenchmarkForm,
    columns: BTreeMap<String, usize>,
    pub rows: Vec<Row>,
}

/// One row, with its line in the file; in JSON its place in the list, the header being 1.
#[derive(Debug)]
pub struct Row {
    pub line: u64,
    cells: Vec<String>,
}

/// A cell of the API: a text or null; some copies write numbers.
#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Value {
    Text(String),
    Number(serde_json::Number),
    Null(()),
}

impl Value {
    fn text(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Number(number) => number.to_string(),
            Self::Null(()) => String::new(),
        }
    }
}

impl Table {
    /// A cell by its column; empty where there is no such column.
    pub fn cell<'r>(&self, row: &'r Row, column: &str) -> &'r str {
        self.columns.get(column).and_then(|place| row.cells.get(*place)).map_or("", |cell| cell.trim())
    }

    /// True when there is such a column.
    pub fn has(&self, column: &str) -> bool {
        self.columns.contains_key(column)
    }

    /// The first column that some rule accepts.
    pub fn column(&self, is: impl Fn(&str) -> bool) -> Option<&str> {
        self.columns.keys().map(String::as_str).find(|name| is(name))
    }
}

fn rejected(words: &str) -> Error {
    Error::Rejected(words.to_owned())
}

/// Reads a file as a table.
pub fn read(bytes: &[u8]) -> Result<Table> {
    if bytes.len() > LARGEST {
        return Err(rejected("The file is larger than 10 MiB. Keep the rows of your own area, its state and the nation, and try again."));
    }
    if bytes.starts_with(b"PK") {
        return Err(rejected("This is a packed file (zip or Excel). Unpack it, and take the CSV, JSON or .dat file inside."));
    }
    let text = text_of(bytes);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    match text.chars().next() {
        None => Err(rejected("The file is empty.")),
        Some('[') => of_json(text),
        Some('{' | '<') => Err(rejected(
            "This is no table of the Census: its answers are a list of lists, beginning with [[. Look at the file; it may be an error page or a description of the data.",
        )),
        Some(_) => of_lines(text),
    }
}

/// Place names of Puerto Rico come in Latin-1 in the older files.
fn text_of(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

fn of_json(text: &str) -> Result<Table> {
    let rows: Vec<Vec<Value>> = serde_json::from_str(text).map_err(|cause| {
        Error::Rejected(format!(
            "The file is no whole answer of the Census API, a list of lists of texts (line {}, column {}). It may have been cut off: fetch it again.",
            cause.line(),
            cause.column()
        ))
    })?;
    let mut rows = rows.into_iter().map(|cells| cells.into_iter().map(Value::text).collect::<Vec<_>>());
    let header = rows.next().unwrap_or_default();
    let rows = rows.zip(2..).map(|(cells, line)| Row { line, cells }).collect();
    table(BenchmarkForm::Api, &header, rows)
}

fn of_lines(text: &str) -> Result<Table> {
    let first = text.lines().next().unwrap_or_default();
    let of = |sign| first.matches(sign).count();
    let (delimiter, is_bulk) = if of('|') > of(',') { (b'|', true) } else { (b',', false) };
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).quoting(!is_bulk).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|cause| Error::Rejected(format!("The file cannot be read as a table: {cause}.")))?;
        let line = record.position().map_or(0, csv::Position::line);
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(Row { line, cells: record.iter().map(str::to_owned).collect() });
        }
        if rows.len() > MOST_ROWS {
            break;
        }
    }
    let mut rows = rows.into_iter().peekable();
    let header = rows.next().map(|row| row.cells).unwrap_or_default();
    let is_long = header.iter().any(|name| name.trim().eq_ignore_ascii_case("benchmark_id"));
    let has_labels = !is_long && rows.peek().is_some_and(|row| is_labels(&header, row));
    if has_labels {
        rows.next();
    }
    let form = match (is_bulk, is_long, has_labels) {
        (true, _, _) => BenchmarkForm::Bulk,
        (_, true, _) => BenchmarkForm::Long,
        (_, _, true) => BenchmarkForm::TwoHeaders,
        _ => BenchmarkForm::OneHeader,
    };
    table(form, &header, rows.collect())
}

/// The second header of data.census.gov: words where codes and a year belong.
fn is_labels(header: &[String], row: &Row) -> bool {
    let coded = ["SEX", "ETH_GROUP", "RACE_GROUP", "VET_GROUP", "YEAR"];
    let cells = header.iter().zip(&row.cells).filter(|(name, _)| coded.contains(&name.trim()));
    let mut cells = cells.map(|(_, cell)| cell.trim()).peekable();
    cells.peek().is_some() && cells.all(|cell| cell.chars().any(char::is_alphabetic))
}

fn table(form: BenchmarkForm, header: &[String], rows: Vec<Row>) -> Result<Table> {
    if header.len() > MOST_COLUMNS || rows.len() > MOST_ROWS {
        return Err(rejected(
            "The file has more rows or columns than a benchmark needs. Keep the rows of your own area, its state and the nation.",
        ));
    }
    let mut columns = BTreeMap::new();
    for (place, name) in header.iter().enumerate() {
        let name = name.trim().trim_start_matches('#').to_owned();
        let name = if form == BenchmarkForm::Long { name.to_lowercase() } else { name };
        // Downloads of data.census.gov end each line in a comma: a column without a name.
        if name.is_empty() {
            continue;
        }
        if columns.insert(name.clone(), place).is_some()
            && rows.iter().any(|row| row.cells.get(place) != columns_first(header, &name).and_then(|first| row.cells.get(first)))
        {
            return Err(Error::Rejected(format!("The column {name} stands in the file twice, with different values. Delete one.")));
        }
    }
    if let Some(row) = rows.iter().find(|row| row.cells.len() > header.len()) {
        return Err(Error::Rejected(format!(
            "Line {}: {} cells, and the first line names {} columns. A sign between two cells may be missing or one too many.",
            row.line,
            row.cells.len(),
            header.len()
        )));
    }
    Ok(Table { form, columns, rows })
}

/// Where a name stands first. The API repeats a column that is asked for and filtered by.
fn columns_first(header: &[String], name: &str) -> Option<usize> {
    header.iter().position(|other| other.trim().trim_start_matches('#') == name)
}
