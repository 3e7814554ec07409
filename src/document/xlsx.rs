//! The document as a workbook: a sheet for what was found, one for each table, one for the method. Numbers are numbers, days are days,
//! and a text is a text cell whatever it begins with, so that no cell opens as a formula and every name is exact.

use super::{Block, Cell, Document, HIDDEN, Kind, Number, Table};
use crate::error::{Error, Result};
use crate::values::{Unit, is_formula_like};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// Bytes of the workbook.
pub fn xlsx(document: &Document) -> Result<Vec<u8>> {
    written(document).map_err(|cause| Error::internal(format!("a workbook could not be written: {cause}")))
}

type Written<T> = std::result::Result<T, XlsxError>;

fn written(document: &Document) -> Written<Vec<u8>> {
    let mut book = Workbook::new();
    let day = document.day.date();
    let made = ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or(1900), day.month().unsigned_abs(), day.day().unsigned_abs())?;
    book.set_properties(&DocProperties::new().set_title(&document.title).set_comment(&document.about).set_creation_datetime(&made));
    let mut names = Vec::new();
    let mut sheet = |book: &mut Workbook, wished: &str| -> Written<usize> {
        book.add_worksheet().set_name(named(wished, &mut names))?;
        Ok(names.len() - 1)
    };
    let at = sheet(&mut book, "Findings")?;
    findings(book.worksheet_from_index(at)?, document)?;
    for table in document.tables() {
        let at = sheet(&mut book, &wished(table))?;
        fill(book.worksheet_from_index(at)?, table)?;
    }
    let at = sheet(&mut book, "Method")?;
    method(book.worksheet_from_index(at)?, document)?;
    book.save_to_buffer()
}

/// "Got a resource by sex".
fn wished(table: &Table) -> String {
    let key = table.key.replace('_', " ");
    let scheme = table.scheme.replace("race_ethnicity", "race").replace('_', " ");
    if scheme.is_empty() { key } else { format!("{key} by {scheme}") }
}

/// A name that every spreadsheet takes: at most 31 letters, none of `[]:*?/\`, no apostrophe at an end, and none twice.
fn named(wished: &str, taken: &mut Vec<String>) -> String {
    let clean: String =
        wished.chars().filter(|sign| !sign.is_control()).map(|sign| if "[]:*?/\\".contains(sign) { '-' } else { sign }).collect();
    let clean = clean.trim().trim_matches('\'');
    let mut letters = clean.chars();
    let clean: String = letters.next().map_or_else(|| "Sheet".to_owned(), |first| first.to_uppercase().chain(letters).collect());
    let cut = |room: usize| clean.chars().take(room).collect::<String>().trim_end().trim_end_matches('\'').to_owned();
    let is_free = |name: &String, taken: &[String]| {
        !name.eq_ignore_ascii_case("History") && !taken.iter().any(|other| other.to_lowercase() == name.to_lowercase())
    };
    let numbered = (2..).map(|number: u32| format!("{} {number}", cut(27)));
    let name = std::iter::once(cut(31)).chain(numbered).find(|name| is_free(name, taken)).unwrap_or_default();
    taken.push(name.clone());
    name
}

fn head() -> Format {
    Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top)
}

fn wrapped() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

/// A text cell. One that looks like a formula is also marked as a text for whoever edits it.
fn text(sheet: &mut Worksheet, (row, column): (u32, u16), said: &str, format: &Format) -> Written<()> {
    let marked = format.clone().set_quote_prefix();
    let format = if is_formula_like(said) { &marked } else { format };
    // Excel's own limit of one cell.
    let said: String = said.chars().take(32_000).collect();
    sheet.write_string_with_format(row, column, said, format)?;
    Ok(())
}

fn headed(sheet: &mut Worksheet, heads: &[String]) -> Written<()> {
    for (column, said) in (0_u16..).zip(heads) {
        text(sheet, (0, column), said, &head())?;
    }
    sheet.set_freeze_panes(1, 1)?;
    Ok(())
}

fn findings(sheet: &mut Worksheet, document: &Document) -> Written<()> {
    headed(sheet, &["What we found", "Figures", "What it comes to", "Id"].map(str::to_owned))?;
    for (row, finding) in (1_u32..).zip(document.findings()) {
        let cells =
            [&finding.sentence, finding.detail.as_ref().unwrap_or(&String::new()), &finding.tag.words, &finding.id].map(Clone::clone);
        for (column, said) in (0_u16..).zip(cells) {
            text(sheet, (row, column), &said, &wrapped())?;
        }
    }
    for (column, width) in [(0, 70), (1, 70), (2, 28), (3, 14)] {
        sheet.set_column_width(column, width)?;
    }
    Ok(())
}

/// What a column of the sheet shows of a column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Value,
    Low,
    High,
    Chance,
    Flag,
    Note,
}

const PARTS: [(Part, &str); 6] =
    [(Part::Value, ""), (Part::Low, "from"), (Part::High, "to"), (Part::Chance, "p"), (Part::Flag, "mark"), (Part::Note, "note")];

/// One row for each row of the table; a column for each part of its columns that some row has.
fn fill(sheet: &mut Worksheet, table: &Table) -> Written<()> {
    let parts: Vec<(usize, Part, &str)> = (0..table.columns.len())
        .flat_map(|place| PARTS.map(|(part, words)| (place, part, words)))
        .filter(|(place, part, _)| is_wanted(table, *place, *part))
        .collect();
    let mut heads = vec![table.rows_are.clone()];
    for (place, part, words) in &parts {
        let column = table.columns.get(*place).map(|column| column.heading.clone()).unwrap_or_default();
        let unit = table.rows.iter().find_map(|row| match row.cells.get(*place) {
            Some(Cell::Number(Number { kind, .. })) => Some(unit(*kind)),
            _ => None,
        });
        let unit = unit.filter(|unit| !unit.is_empty() && matches!(part, Part::Value) && table.look.is_grid());
        heads.push(
            [Some(column), unit.map(|unit| format!("({unit})")), Some((*words).to_owned())]
                .into_iter()
                .flatten()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" "),
        );
    }
    headed(sheet, &heads)?;
    for (at, row) in (1_u32..).zip(&table.rows) {
        let more = row.more.as_ref().map(|more| format!(" ({more})")).unwrap_or_default();
        text(sheet, (at, 0), &format!("{}{more}", row.name), &wrapped())?;
        for (column, (place, part, _)) in (1_u16..).zip(&parts) {
            if let Some(cell) = row.cells.get(*place) {
                put(sheet, (at, column), cell, *part)?;
            }
        }
    }
    sheet.set_column_width(0, 38)?;
    for (column, (_, part, _)) in (1_u16..).zip(&parts) {
        sheet.set_column_width(column, if *part == Part::Note { 40 } else { 16 })?;
    }
    Ok(())
}

fn cells(table: &Table, place: usize) -> impl Iterator<Item = &Cell> {
    table.rows.iter().filter_map(move |row| row.cells.get(place))
}

/// Whether a part has a column of its own. A note that is the same on every row stands once, on the sheet of the method.
fn is_wanted(table: &Table, place: usize, part: Part) -> bool {
    let some = |part: Part| cells(table, place).any(|cell| has(cell, part));
    match part {
        Part::Value => some(Part::Value) || !some(Part::Low),
        Part::Note => some(Part::Note) && shared_note(table, place).is_none(),
        _ => some(part),
    }
}

fn shared_note(table: &Table, place: usize) -> Option<&str> {
    let note = |cell: &'_ Cell| matches!(cell, Cell::Number(number) if !number.note.is_empty());
    let Some(Cell::Number(first)) = cells(table, place).find(|cell| note(cell)) else { return None };
    let is_same = |cell: &Cell| match cell {
        Cell::Number(number) => number.note == first.note || number.value.is_none() && number.ends.is_none() && number.note.is_empty(),
        Cell::Empty => true,
        Cell::Text(_) | Cell::Hidden(_) => false,
    };
    cells(table, place).all(is_same).then_some(first.note.as_str())
}

fn unit(kind: Kind) -> &'static str {
    match kind {
        Kind::Amount(Unit::Cents) => "dollars",
        Kind::Amount(Unit::Minutes | Unit::LabMinutes) => "hours",
        Kind::Amount(Unit::SquareFeet) => "square feet",
        Kind::Points => "percentage points",
        _ => "",
    }
}

fn has(cell: &Cell, part: Part) -> bool {
    match (cell, part) {
        (Cell::Number(number), Part::Value) => number.value.is_some(),
        (Cell::Text(_) | Cell::Hidden(_), Part::Value) | (Cell::Hidden(_), Part::Note) => true,
        (Cell::Number(number), Part::Low | Part::High) => number.ends.is_some(),
        (Cell::Number(number), Part::Chance) => number.p.is_some(),
        (Cell::Number(number), Part::Flag) => !number.flag.is_empty(),
        (Cell::Number(number), Part::Note) => !number.note.is_empty(),
        _ => false,
    }
}

fn put(sheet: &mut Worksheet, at: (u32, u16), cell: &Cell, part: Part) -> Written<()> {
    match (cell, part) {
        (Cell::Text(said), Part::Value) => text(sheet, at, said, &wrapped()),
        (Cell::Hidden(_), Part::Value) => text(sheet, at, HIDDEN, &wrapped()),
        (Cell::Hidden(why), Part::Note) => text(sheet, at, why, &wrapped()),
        (Cell::Number(number), Part::Flag) if !number.flag.is_empty() => text(sheet, at, &number.flag, &wrapped()),
        (Cell::Number(number), Part::Note) if !number.note.is_empty() => text(sheet, at, &number.note, &wrapped()),
        (Cell::Number(number), part) => {
            let (value, kind) = match part {
                Part::Value => (number.value, number.kind),
                Part::Low => (number.ends.map(|(low, _)| low), number.kind),
                Part::High => (number.ends.map(|(_, high)| high), number.kind),
                Part::Chance => (number.p.map(super::Value::Real), Kind::Chance),
                Part::Flag | Part::Note => (None, number.kind),
            };
            let Some(value) = value else { return Ok(()) };
            let (scale, format) = typed(kind);
            sheet.write_number_with_format(
                at.0,
                at.1,
                value.real() / scale,
                &Format::new().set_num_format(format).set_align(FormatAlign::Top),
            )?;
            Ok(())
        }
        _ => Ok(()),
    }
}

/// What a stored number is divided by, and how a spreadsheet shows it.
fn typed(kind: Kind) -> (f64, &'static str) {
    match kind {
        Kind::Count(_) | Kind::Amount(Unit::SquareFeet) => (1.0, "#,##0"),
        Kind::Share => (1.0, "0.0%"),
        Kind::Points => (0.01, "+0.0;-0.0;0.0"),
        Kind::Amount(Unit::Cents) => (100.0, "$#,##0.00"),
        Kind::Amount(Unit::Minutes | Unit::LabMinutes) => (60.0, "#,##0.0"),
        Kind::Ratio => (1.0, "0.00"),
        Kind::Index => (1.0, "0.0"),
        Kind::Chance => (1.0, "0.000"),
        Kind::Day => (1.0, "yyyy-mm-dd"),
    }
}

/// Everything that is said beside the numbers.
fn method(sheet: &mut Worksheet, document: &Document) -> Written<()> {
    headed(sheet, &["Part", "What is said"].map(str::to_owned))?;
    let mut rows: Vec<(String, String)> = vec![(document.title.clone(), document.about.clone())];
    rows.extend(document.notices.iter().map(|notice| (String::new(), notice.clone())));
    for section in &document.sections {
        let mut part = section.heading.clone();
        for block in &section.blocks {
            let said: Vec<(String, String)> = match block {
                Block::Paragraph(first, rest) => vec![(String::new(), format!("{first}{rest}"))],
                Block::Aside(said) => vec![(String::new(), said.clone())],
                Block::Hidden(name, why) => vec![(name.clone(), why.clone())],
                Block::Facts(facts) => facts.clone(),
                Block::Plot(plot) => vec![(plot.table.title.clone(), format!("{} {READ}", plot.against, READ = super::READING))],
                Block::Chart(chart) => vec![(chart.table.title.clone(), chart.reading.clone())],
                Block::Heading(_) | Block::Findings(_) | Block::Table(_) => Vec::new(),
            };
            for (name, words) in said {
                let named = [std::mem::take(&mut part), name].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(": ");
                rows.push((named, words));
            }
        }
    }
    for table in document.tables() {
        let notes = table.columns.iter().enumerate().filter_map(|(place, column)| Some((column, shared_note(table, place)?)));
        rows.extend(notes.map(|(column, note)| (format!("{}: {}", table.title, column.heading), note.to_owned())));
    }
    rows.extend(document.footer.iter().map(|line| (String::new(), line.clone())));
    for (at, (part, words)) in (1_u32..).zip(&rows) {
        text(sheet, (at, 0), part, &wrapped().set_bold())?;
        text(sheet, (at, 1), words, &wrapped())?;
    }
    sheet.set_column_width(0, 38)?;
    sheet.set_column_width(1, 110)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_are_safe_and_none_stands_twice() {
        let mut taken = Vec::new();
        let mut name = |wished: &str| named(wished, &mut taken);
        assert_eq!(name("got a resource by race"), "Got a resource by race");
        assert_eq!(name("Got a Resource by Race"), "Got a Resource by Race 2");
        assert_eq!(name("a/b\\c:d*e?f[g]"), "A-b-c-d-e-f-g-");
        assert_eq!(name("'quoted'"), "Quoted");
        assert_eq!(name(""), "Sheet");
        assert_eq!(name("history"), "History 2");
        let long = "x".repeat(60);
        assert_eq!(name(&long).len(), 31);
        let second = name(&long);
        assert!(second.len() <= 31 && second.ends_with(" 2"), "{second}");
    }
}
