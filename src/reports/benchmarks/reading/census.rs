//! The columns of the Census, in whichever form they come: one row for each place, industry and group.

use super::super::{ALL_SECTORS, Cell, Facts, Place, Said};
use super::codes::{self, CLASSIFIABLE, TOTAL, UNCLASSIFIABLE};
use super::table::{Row, Table};
use super::{Draft, cells};
use crate::error::{Error, Result};
use crate::values::{BenchmarkMeasure, GeoLevel, GroupScheme, Universe, quoted};

/// Column of a scheme.
const SCHEMES: [(GroupScheme, &str); 4] = [
    (GroupScheme::Sex, "SEX"),
    (GroupScheme::Ethnicity, "ETH_GROUP"),
    (GroupScheme::Race, "RACE_GROUP"),
    (GroupScheme::Veteran, "VET_GROUP"),
];

/// Column of a measure, and of whom it counts.
const MEASURES: [(&str, Universe, BenchmarkMeasure); 6] = [
    ("FIRMPDEMP", Universe::Employer, BenchmarkMeasure::Firms),
    ("RCPPDEMP", Universe::Employer, BenchmarkMeasure::Receipts),
    ("EMP", Universe::Employer, BenchmarkMeasure::Employees),
    ("PAYANN", Universe::Employer, BenchmarkMeasure::Payroll),
    ("FIRMNOPD", Universe::Nonemployer, BenchmarkMeasure::Firms),
    ("RCPNOPD", Universe::Nonemployer, BenchmarkMeasure::Receipts),
];

/// Columns that divide businesses by size or age: only the rows of all of them are read.
const SIZES: [&str; 3] = ["EMPSZFI", "RCPSZFI", "YIBSZFI"];

/// What the columns of a file are.
struct Columns {
    naics: String,
    naics_label: String,
    naics_version: String,
    measures: Vec<(&'static str, Universe, BenchmarkMeasure)>,
}

/// Rows that were left out on purpose.
#[derive(Default)]
struct LeftOut {
    crossed: usize,
    sized: usize,
}

pub(super) fn read(table: &Table, said: &Said) -> Result<(Draft, Vec<String>)> {
    let columns = columns(table)?;
    let (mut draft, mut left_out) = (Draft::default(), LeftOut::default());
    for row in &table.rows {
        if let Err(words) = take(table, &columns, said, row, &mut draft, &mut left_out) {
            draft.complain(format!("Line {}: {words}.", row.line));
        }
    }
    let rows = |count: usize| if count == 1 { "1 row".to_owned() } else { format!("{count} rows") };
    let mut notes = Vec::new();
    if left_out.crossed > 0 {
        notes.push(format!("{} left out: two kinds of group at once, such as race and sex together.", rows(left_out.crossed)));
    }
    if left_out.sized > 0 {
        notes.push(format!("{} left out: businesses of one size or age only. The rows of all of them are read.", rows(left_out.sized)));
    }
    Ok((draft, notes))
}

fn columns(table: &Table) -> Result<Columns> {
    let missing = |what: &str| {
        Error::Rejected(format!(
            "The file has no column {what}. Fairfloor reads the company summary of the Annual Business Survey and its like: NAICS2017 or NAICS2022, SEX, ETH_GROUP, RACE_GROUP, VET_GROUP, YEAR and FIRMPDEMP (or FIRMNOPD), or its own long form, which begins with benchmark_id."
        ))
    };
    if table.has("QDESC") {
        return Err(Error::Rejected(
            "This file divides businesses by their answers to a question (QDESC), so its rows are no counts of all of them. Take the company summary (abscs).".to_owned(),
        ));
    }
    let is_naics = |name: &str| name.strip_prefix("NAICS").is_some_and(|year| year.len() == 4 && cells::year(year).is_some());
    let naics = table.column(is_naics).ok_or_else(|| missing("NAICS2017 or NAICS2022"))?.to_owned();
    for (_, column) in SCHEMES {
        if !table.has(column) {
            return Err(missing(column));
        }
    }
    if !table.has("YEAR") {
        return Err(missing("YEAR"));
    }
    let measures: Vec<_> = MEASURES.into_iter().filter(|(column, _, _)| table.has(column)).collect();
    if !measures.iter().any(|(_, _, measure)| *measure == BenchmarkMeasure::Firms) {
        return Err(missing("FIRMPDEMP or FIRMNOPD"));
    }
    let has_firms = |universe| measures.iter().any(|(_, of, measure)| *of == universe && *measure == BenchmarkMeasure::Firms);
    let measures: Vec<_> = measures.iter().copied().filter(|(_, universe, _)| has_firms(*universe)).collect();
    Ok(Columns {
        naics_label: [format!("{naics}_LABEL"), format!("{naics}_TTL")].into_iter().find(|name| table.has(name)).unwrap_or_default(),
        naics_version: naics.trim_start_matches("NAICS").to_owned(),
        naics,
        measures,
    })
}

fn take(
    table: &Table,
    columns: &Columns,
    said: &Said,
    row: &Row,
    draft: &mut Draft,
    left_out: &mut LeftOut,
) -> std::result::Result<(), String> {
    let cell = |column: &str| table.cell(row, column);
    let is_all = |typed: &str| matches!(typed, "" | "1" | "01" | "001" | "0" | "00");
    if !SIZES.into_iter().all(|column| is_all(cell(column))) {
        left_out.sized += 1;
        return Ok(());
    }
    let mut divided = Vec::new();
    for (scheme, column) in SCHEMES {
        let typed = cell(column);
        let code = codes::read(scheme, typed).ok_or_else(|| format!("{column} {} is no code of the Census", quoted(typed)))?;
        let label = cell(&format!("{column}_LABEL"));
        if let Some(fault) = codes::fault(scheme, code, label) {
            return Err(format!("{column}: {fault}"));
        }
        if code != TOTAL {
            divided.push((scheme, code, label));
        }
    }
    let (scheme, code, label) = match divided.as_slice() {
        [] => (GroupScheme::Whole, TOTAL, "All"),
        [(scheme, code, label)] => (*scheme, *code, *label),
        _ => {
            left_out.crossed += 1;
            return Ok(());
        }
    };
    let label = if label.is_empty() { codes::label(scheme, code) } else { label };
    let facts = facts(table, columns, said, row)?;
    for (column, universe, measure) in &columns.measures {
        let flag = cell(&format!("{column}_F"));
        let (error, error_flag) = (cell(&format!("{column}_S")), cell(&format!("{column}_S_F")));
        let value = cells::count(cell(column), flag, error).map_err(|words| format!("{column}: {words}"))?;
        let rse_e2 = cells::error(error, error_flag).map_err(|words| format!("{column}_S: {words}"))?;
        let facts = Facts { universe: *universe, dataset: dataset(said, columns, *universe), ..facts.clone() };
        let name = format!("{:?} {} {} {:?}", facts.geo_level, facts.geo_id, facts.naics, (facts.reference_year, universe));
        if draft.of(&name, row.line, &facts) {
            let denominator = (!matches!(code, TOTAL | CLASSIFIABLE | UNCLASSIFIABLE)).then_some(CLASSIFIABLE);
            let cell = Cell { label: label.to_owned(), value, rse_e2, denominator, line: row.line };
            draft.put(&name, Place { scheme, code, measure: *measure }, cell);
        }
    }
    Ok(())
}

fn dataset(said: &Said, columns: &Columns, universe: Universe) -> String {
    let known = match (universe, columns.naics_version.as_str()) {
        (Universe::Nonemployer, _) => "Nonemployer Statistics by Demographics",
        (_, "2012") => "Annual Survey of Entrepreneurs, company summary",
        _ => "Annual Business Survey, company summary",
    };
    said.dataset.as_ref().map_or(known, |line| line.as_str()).to_owned()
}

fn facts(table: &Table, columns: &Columns, said: &Said, row: &Row) -> std::result::Result<Facts, String> {
    let cell = |column: &str| table.cell(row, column);
    let naics = cells::industry(cell(&columns.naics)).map_err(|words| format!("{}: {words}", columns.naics))?;
    let typed = cell("YEAR");
    // YEAR is the year that was counted. The API files it under the year after.
    let reference_year = cells::year(typed).ok_or_else(|| format!("YEAR {} is no year", quoted(typed)))?;
    let vintage = said.vintage;
    if vintage.is_some_and(|vintage| vintage < reference_year) {
        return Err(format!("it counts the year {reference_year}, and cannot have been published in {}", vintage.unwrap_or_default()));
    }
    let (geo_level, geo_id) = place(table, row)?;
    let name = [cell("NAME"), cell("GEO_TTL")].into_iter().find(|name| !name.is_empty());
    let label = cell(&columns.naics_label);
    Ok(Facts {
        source: said.source.as_ref().map_or("U.S. Census Bureau", |line| line.as_str()).to_owned(),
        dataset: String::new(),
        vintage,
        reference_year,
        geo_name: name
            .map_or_else(|| if geo_level == GeoLevel::Nation { "United States".to_owned() } else { geo_id.clone() }, str::to_owned),
        geo_level,
        geo_id,
        naics_label: (!label.is_empty() && naics != ALL_SECTORS).then(|| without_note(label)),
        naics,
        naics_version: Some(columns.naics_version.clone()),
        universe: Universe::Employer,
        retrieved_on: said.retrieved_on,
        url: said.url.as_ref().map(ToString::to_string),
        origin_hash: None,
    })
}

/// "Manufacturing(663)" is Manufacturing.
fn without_note(label: &str) -> String {
    let note = label
        .rsplit_once('(')
        .filter(|(_, note)| note.strip_suffix(')').is_some_and(|note| note.bytes().all(|byte| byte.is_ascii_digit())));
    note.map_or(label, |(words, _)| words.trim()).to_owned()
}

/// Level and code of the place: by `GEO_ID`, by the columns the API appends, or by those of a bulk file.
fn place(table: &Table, row: &Row) -> std::result::Result<(GeoLevel, String), String> {
    let cell = |column: &str| table.cell(row, column);
    let geo_id = cell("GEO_ID");
    if !geo_id.is_empty() {
        let level = cells::level(geo_id)
            .ok_or_else(|| format!("GEO_ID {} is no nation, state, metropolitan area, county or city", quoted(geo_id)))?;
        return Ok((level, geo_id.to_owned()));
    }
    let metro = [cell("metropolitan statistical area/micropolitan statistical area"), cell("MSA")];
    let (state, county) = ([cell("state"), cell("ST")], [cell("county"), cell("COUNTY")]);
    let first = |cells: [&str; 2], size| {
        cells.into_iter().find_map(|typed| cells::padded(typed, size)).filter(|code| code.bytes().any(|byte| byte != b'0'))
    };
    let of = |(metro, state, county)| match (metro, state, county) {
        (Some(metro), _, _) => Some((GeoLevel::Metro, format!("310M000US{metro}"))),
        (_, Some(state), Some(county)) => Some((GeoLevel::County, format!("0500000US{state}{county}"))),
        (_, Some(state), None) => Some((GeoLevel::State, format!("0400000US{state}"))),
        _ => None,
    };
    let is_nation = !cell("us").is_empty() || matches!(cell("GEOTYPE"), "1" | "01");
    match of((first(metro, 5), first(state, 2), first(county, 3))) {
        _ if is_nation => Ok((GeoLevel::Nation, "0100000US".to_owned())),
        Some(found) => Ok(found),
        None => Err("no place is named: there is neither GEO_ID nor a code of a nation, state, metropolitan area or county".to_owned()),
    }
}
