//! Every form of one report says the same numbers, whatever its size and whatever stands in its names.

use super::*;
use crate::document::{self, Number};
use crate::equity::cells::Measure;
use crate::equity::findings::findings;
use crate::equity::groups::{Answer, Race, Sex};
use crate::equity::table::{Unit as Business, tabulate};
use crate::equity::{Dimension, Tables};
use crate::reports::{Section as Part, Totals, printed};
use crate::resources::queries::SourceTotal;
use crate::values::{Period, Question};
use calamine::{Data, Reader, Xlsx};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

const SIZES: [usize; 6] = [0, 1, 6, 12, 60, 180];

fn business(at: usize) -> Business {
    let races = [Race::BlackOrAfricanAmerican, Race::White, Race::Asian, Race::HispanicOrLatino, Race::White];
    let race = if at % 9 == 8 { Answer::Declined } else { Answer::Answered(races[at % races.len()].set()) };
    let sex = if at % 7 == 6 { Answer::NotAsked } else { Answer::Answered([Sex::Female, Sex::Male][at % 2].set()) };
    let awards = u32::from(!at.is_multiple_of(5) || at.is_multiple_of(3));
    Business {
        race,
        sex,
        read_out: at.is_multiple_of(4),
        awards,
        awarded_cents: i64::from(awards) * (100_000 + 1_237 * i64::try_from(at).unwrap()),
        minutes: 30 + i64::try_from(at % 11).unwrap() * 15,
        referrals_decided: 1,
        referrals_accepted: u32::from(at % 3 != 1),
    }
}

fn part(businesses: &[Business], dimension: Dimension) -> Part {
    let tables: Tables = tabulate(businesses, dimension, 5);
    let found = tables.resource.as_ref().map(|table| findings(table, Measure::Resource, dimension)).unwrap_or_default();
    Part { dimension, tables, findings: found }
}

fn report(size: usize, organization: &str) -> Report {
    let businesses: Vec<Business> = (0..size).map(business).collect();
    let dimensions = vec![part(&businesses, Dimension::Race), part(&businesses, Dimension::Sex)];
    let source = SourceTotal { source: "@SUM(A1) fund".to_owned(), unit: Unit::Cents, deployments: 3, awarded: 123_456_789 };
    Report {
        organization: organization.to_owned(),
        program: Some("=HYPERLINK(\"http://x\") <Makers> & 株式会社".to_owned()),
        period: Period::parse("2025").unwrap(),
        threshold: 5,
        totals: Totals { businesses: i64::try_from(size).unwrap(), awarded_cents: 123_456_789, minutes: 754, ..Totals::default() },
        sources: vec![source],
        others: vec![(Question::Race, dimensions[0].tables.coverage.clone())],
        dimensions,
        compared: None,
        declaration: None,
    }
}

fn numbers(document: &Document) -> Vec<(String, &Number, bool)> {
    let mut all = Vec::new();
    for table in document.tables() {
        for row in &table.rows {
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                if let Cell::Number(number) = cell {
                    all.push((table.id(row, column), number, column.is_read && table.look != Look::Files));
                }
            }
        }
    }
    all
}

#[test]
fn a_number_has_one_id_and_is_the_same_in_csv_and_json_and_on_the_page() {
    for size in SIZES {
        let report = report(size, "Riverton");
        let document = document(&report);
        let page = printed(&report).into_string();
        let csv = document::csv(&document, "2025").unwrap();
        let mut reader = csv::Reader::from_reader(csv.as_slice());
        let heads: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        assert_eq!(heads.join(","), "table,measure,group,group_scheme,stage,period,value,lo,hi,p,q,n_flag,shown,note,unit,id");
        let rows: BTreeMap<String, csv::StringRecord> =
            reader.records().map(|row| row.unwrap()).map(|row| (row[15].to_owned(), row)).collect();
        let json: serde_json::Value = serde_json::from_slice(&document::json(&document).unwrap()).unwrap();
        let figures: BTreeMap<&str, &serde_json::Value> =
            json["figures"].as_array().unwrap().iter().map(|figure| (figure["id"].as_str().unwrap(), figure)).collect();
        let mut seen = BTreeSet::new();
        for (id, number, is_read) in numbers(&document) {
            assert!(seen.insert(id.clone()), "{id} twice, at {size}");
            let exact = |value: Option<Value>| value.map(Value::exact).unwrap_or_default();
            let told = [exact(number.value), exact(number.ends.map(|(low, _)| low)), exact(number.ends.map(|(_, high)| high))];
            let row = &rows[&id];
            assert_eq!([&row[6], &row[7], &row[8]], told.each_ref().map(String::as_str), "{id} in CSV, at {size}");
            for (name, text) in ["value", "lo", "hi"].iter().zip(&told) {
                assert_eq!(figures[id.as_str()][name].as_str().unwrap_or_default(), text, "{id} in JSON, at {size}");
            }
            if is_read {
                let words = [number.shown(), number.range()].into_iter().find(|words| !words.is_empty()).unwrap_or_default();
                assert!(page.contains(&format!("id=\"{id}\">{words}")), "{id} on the page, at {size}: {words}");
            }
        }
        assert!(seen.len() > 10, "{size}");
        assert_eq!(rows.len(), figures.len(), "one row for each id, at {size}");
    }
}

#[test]
fn every_part_of_the_page_has_a_name_of_its_own() {
    let document = document(&report(180, "Riverton"));
    let grids = document.tables().filter(|table| table.look == Look::Grid).map(|table| table.title.as_str());
    let names: Vec<&str> = document.sections.iter().map(|section| section.heading.as_str()).chain(grids).collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "who hears a page finds parts by their names: {names:?}");
}

#[test]
fn a_workbook_holds_the_same_numbers_as_numbers_and_no_formula() {
    for size in SIZES {
        let document = document(&report(size, "=1+1 Riverton"));
        let mut book = Xlsx::new(Cursor::new(document::xlsx(&document).unwrap())).unwrap();
        let sheets = book.sheet_names();
        assert_eq!(sheets.len(), document.tables().count() + 2, "one for each table, one for findings, one for the method: {sheets:?}");
        for (table, sheet) in document.tables().zip(&sheets[1..]) {
            let range = book.worksheet_range(sheet).unwrap();
            assert!(book.worksheet_formula(sheet).unwrap().used_cells().next().is_none(), "{sheet} holds a formula");
            for (row, cells) in table.rows.iter().zip(range.rows().skip(1)) {
                let told: Vec<f64> = row.cells.iter().flat_map(told).collect();
                let held: Vec<f64> = cells
                    .iter()
                    .filter_map(|cell| match cell {
                        Data::Float(number) => Some(*number),
                        Data::DateTime(day) => Some(day.as_f64()),
                        _ => None,
                    })
                    .collect();
                assert_eq!(told.len(), held.len(), "{sheet}, {}: {told:?} {held:?}", row.name);
                assert!(told.iter().zip(&held).all(|(told, held)| (told - held).abs() < 1e-9), "{sheet}, {}: {told:?} {held:?}", row.name);
            }
        }
        let cover = book.worksheet_range(&sheets[1]).unwrap();
        assert_eq!(
            cover.get_value((1, 1)),
            Some(&Data::String("=1+1 Riverton".to_owned())),
            "a text cell is exact, whatever it begins with"
        );
        assert!(matches!(cover.get_value((3, 1)), Some(Data::DateTime(_))), "a day is a day");
    }
}

/// What a sheet shows of a cell, in the order of its columns.
fn told(cell: &Cell) -> Vec<f64> {
    let Cell::Number(number) = cell else { return Vec::new() };
    let scale = match number.kind {
        Kind::Points => 0.01,
        Kind::Amount(Unit::Cents) => 100.0,
        Kind::Amount(Unit::Minutes | Unit::LabMinutes) => 60.0,
        _ => 1.0,
    };
    let ends = number.ends.map(|(low, high)| [low, high]).into_iter().flatten();
    number.value.into_iter().chain(ends).map(|value| value.real() / scale).chain(number.p).collect()
}

#[test]
fn a_name_that_looks_like_a_formula_is_disarmed_in_csv_and_is_no_markup() {
    let report = report(60, "-1+1|cmd <b>");
    let document = document(&report);
    let csv = String::from_utf8(document::csv(&document, "2025").unwrap()).unwrap();
    assert!(csv.contains("'-1+1|cmd <b>") && csv.contains("\"'=HYPERLINK(\"\"http://x\"\") <Makers> & 株式会社\""), "{csv}");
    assert!(csv.contains(",'@SUM(A1) fund,"));
    for plot in document.plots() {
        let svg = plot.svg();
        assert!(svg.contains("&lt;Makers&gt; &amp; 株式会社") && !svg.contains("<Makers>"), "{svg}");
        assert!(svg.contains("<title id=\"t\">") && svg.contains("<desc id=\"d\">"));
    }
    assert!(document.plots().count() >= 3);
}

#[test]
fn a_pdf_passes_the_check_of_its_standard_at_every_size_and_is_the_same_bytes_twice() {
    for size in SIZES {
        let document = document(&report(size, "Riverton"));
        let first = document::pdf::pdf(&document).unwrap();
        let holds = |words: &[u8]| first.windows(words.len()).any(|window| window == words);
        assert!(first.starts_with(b"%PDF-1.7") && holds(b"pdfuaid") && holds(b"/StructTreeRoot"), "{size}");
        assert!(first == document::pdf::pdf(&document).unwrap(), "the same report is the same file, at {size}");
        assert!(document::xlsx(&document).unwrap() == document::xlsx(&document).unwrap(), "so is a workbook, at {size}");
    }
}

#[test]
fn a_row_that_is_hidden_keeps_its_place_in_every_form() {
    let mut document = document(&report(60, "Riverton"));
    let why = "Hidden: fewer than 5 businesses. Counted in the totals.";
    let plot = document.sections.iter_mut().flat_map(|section| &mut section.blocks).find_map(|block| match block {
        Block::Plot(plot) => Some(plot),
        _ => None,
    });
    let plot = plot.unwrap();
    plot.table.rows[0].cells.iter_mut().for_each(|cell| *cell = Cell::Hidden(why.to_owned()));
    plot.instead[0] = why.to_owned();
    assert!(plot.svg().contains(why) && plot.in_words().contains(why));
    let csv = String::from_utf8(document::csv(&document, "2025").unwrap()).unwrap();
    assert!(csv.lines().any(|line| line.contains(&format!(",,,,,,hidden,no,{why},"))), "{csv}");
    let json = String::from_utf8(document::json(&document).unwrap()).unwrap();
    assert!(json.contains("\"shown\": false"));
    document::pdf::pdf(&document).unwrap();
    document::xlsx(&document).unwrap();
}
