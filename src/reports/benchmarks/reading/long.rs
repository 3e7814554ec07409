//! Fairfloor's own long form: one figure a row, everything about it written out.

use super::super::{Cell, Facts, Place, Said};
use super::codes::{self, CLASSIFIABLE, TOTAL, UNCLASSIFIABLE};
use super::table::{Row, Table};
use super::{Draft, cells};
use crate::error::{Error, Result};
use crate::values::{BenchmarkMeasure, Day, GeoLevel, GroupScheme, Line, Universe, Vocabulary, quoted};

/// Without these a figure says nothing.
const NEEDED: [&str; 13] = [
    "benchmark_id",
    "source",
    "dataset",
    "reference_year",
    "geo_level",
    "geo_id",
    "geo_name",
    "naics",
    "universe",
    "group_scheme",
    "group_code",
    "measure",
    "value",
];

pub(super) fn read(table: &Table, said: &Said) -> Result<(Draft, Vec<String>)> {
    if let Some(missing) = NEEDED.into_iter().find(|column| !table.has(column)) {
        return Err(Error::Rejected(format!("The file has no column {missing}. The long form needs: {}.", NEEDED.join(", "))));
    }
    let mut draft = Draft::default();
    for row in &table.rows {
        if let Err(words) = take(table, said, row, &mut draft) {
            draft.complain(format!("Line {}: {words}.", row.line));
        }
    }
    let wholes: Vec<String> = draft.benchmarks.values().flat_map(|one| without_whole(&one.cells)).collect();
    for words in wholes {
        draft.complain(words);
    }
    Ok((draft, Vec::new()))
}

/// A share needs its whole in the same file.
fn without_whole(cells: &std::collections::BTreeMap<Place, Cell>) -> Vec<String> {
    let has = |place: &Place, code| {
        cells.contains_key(&Place { code, ..*place })
            || code == TOTAL && cells.contains_key(&Place { scheme: GroupScheme::Whole, code: TOTAL, ..*place })
    };
    let lacks = cells.iter().filter_map(|(place, cell)| {
        let whole = cell.denominator.filter(|whole| !has(place, *whole))?;
        let written = codes::written(place.scheme, whole);
        Some(format!("Line {}: its whole, {} {written}, stands nowhere in the file.", cell.line, place.scheme.label().to_lowercase()))
    });
    lacks.collect()
}

fn word<V: Vocabulary>(column: &str, typed: &str) -> std::result::Result<V, String> {
    V::parse(&typed.to_lowercase()).map_err(|_| {
        let words: Vec<&str> = V::ALL.iter().map(|word| word.code()).collect();
        format!("{column} {} is none of: {}", quoted(typed), words.join(", "))
    })
}

fn take(table: &Table, said: &Said, row: &Row, draft: &mut Draft) -> std::result::Result<(), String> {
    let cell = |column: &str| table.cell(row, column);
    let (facts, name) = (facts(table, said, row)?, cell("benchmark_id"));
    if name.is_empty() {
        return Err("benchmark_id is empty: it says which figures belong together".to_owned());
    }
    let scheme: GroupScheme = word("group_scheme", cell("group_scheme"))?;
    let code = |column: &str| {
        let typed = cell(column);
        codes::read(scheme, typed).ok_or_else(|| format!("{column} {} is no code of {}", quoted(typed), scheme.label().to_lowercase()))
    };
    let (group, label) = (code("group_code")?, cell("group_label"));
    let scheme = if group == TOTAL { GroupScheme::Whole } else { scheme };
    if let Some(fault) = codes::fault(scheme, group, label) {
        return Err(format!("group_label: {fault}"));
    }
    let measure: BenchmarkMeasure = word("measure", cell("measure"))?;
    if (measure == BenchmarkMeasure::People) != (facts.universe == Universe::Population) {
        return Err(format!("{} are not counted in a universe of {}", measure.label(), facts.universe.label()));
    }
    let is_whole = matches!(group, TOTAL | CLASSIFIABLE | UNCLASSIFIABLE);
    let denominator = match (cell("denominator_code"), is_whole) {
        (_, true) => None,
        ("", false) => return Err("denominator_code is empty: say of which whole the group is a share".to_owned()),
        (_, false) => Some(code("denominator_code")?),
    };
    if facts.universe != Universe::Population && denominator.is_some_and(|whole| whole != CLASSIFIABLE) {
        return Err("a share of businesses is one of those whose owners are known: denominator_code 96".to_owned());
    }
    let value = cells::count(cell("value"), cell("flag"), cell("rse_pct")).map_err(|words| format!("value: {words}"))?;
    let rse_e2 = cells::error(cell("rse_pct"), "").map_err(|words| format!("rse_pct: {words}"))?;
    let label = if label.is_empty() { codes::label(scheme, group) } else { label };
    if draft.of(name, row.line, &facts) {
        let cell = Cell { label: label.to_owned(), value, rse_e2, denominator, line: row.line };
        draft.put(name, Place { scheme, code: group, measure }, cell);
    }
    Ok(())
}

fn facts(table: &Table, said: &Said, row: &Row) -> std::result::Result<Facts, String> {
    let cell = |column: &str| table.cell(row, column);
    let line = |column: &str| Line::parse(cell(column), column).map(|line| line.to_string()).map_err(|complaint| complaint.0);
    let maybe =
        |column: &str| Line::maybe(cell(column), column).map(|line| line.map(|line| line.to_string())).map_err(|complaint| complaint.0);
    let year = |column: &str| cells::year(cell(column)).ok_or_else(|| format!("{column} {} is no year", quoted(cell(column))));
    let reference_year = year("reference_year")?;
    let vintage = if cell("vintage").is_empty() { said.vintage } else { Some(year("vintage")?) };
    if vintage.is_some_and(|vintage| vintage < reference_year) {
        return Err(format!("it counts the year {reference_year}, and cannot have been published in {}", vintage.unwrap_or_default()));
    }
    let origin_hash = maybe("sha256")?;
    if origin_hash.as_ref().is_some_and(|hash| hash.len() != 64 || !hash.bytes().all(|byte| byte.is_ascii_hexdigit())) {
        return Err("sha256 is no SHA-256 of 64 digits".to_owned());
    }
    let geo_level: GeoLevel = word("geo_level", cell("geo_level"))?;
    Ok(Facts {
        source: line("source")?,
        dataset: line("dataset")?,
        vintage,
        reference_year,
        geo_level,
        geo_id: line("geo_id")?,
        geo_name: line("geo_name")?,
        naics: cells::industry(cell("naics")).map_err(|words| format!("naics: {words}"))?,
        naics_label: maybe("naics_label")?,
        naics_version: maybe("naics_version")?,
        universe: word("universe", cell("universe"))?,
        retrieved_on: Day::maybe(cell("retrieved_on")).map_err(|complaint| format!("retrieved_on: {}", complaint.0))?.or(said.retrieved_on),
        url: maybe("url")?.or_else(|| said.url.as_ref().map(ToString::to_string)),
        origin_hash,
    })
}
