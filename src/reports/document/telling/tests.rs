//! The report of made-up programs of every size: what it says, that it says the same in every form, and that it says nothing that is not
//! told.

use super::told as document;
use crate::document::{self, Block, Cell, Document, Kind, Look, Number, Value};
use crate::equity::catalogue::{Account, Class, Point, Told as Count, Who};
use crate::equity::telling::grouping::{Grouping, owners};
use crate::equity::telling::{Business, account, businesses, hidden};
use crate::reports::benchmarks::available::{Chosen, Figure, Origin, Side, Source};
use crate::reports::operations::figures::{Figures, Sums};
use crate::reports::told::{Cover, Told};
use crate::values::{Day, Unit};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write as _;

const SIZES: [usize; 7] = [0, 1, 6, 12, 60, 180, 600];

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn report(account: Account) -> Told {
    let cover = Cover {
        organization: "City of <Riverton>".to_owned(),
        program: Some("=Riverton & Makers".to_owned()),
        period: "2025".to_owned(),
        first: day("2025-01-01"),
        last: day("2025-12-31"),
        years: 1,
        as_of: day("2026-02-01"),
        code: "R7K2M".to_owned(),
        version: "0.0.0".to_owned(),
        audit_head: "0a1b2c3d".to_owned(),
        readers: "staff of this organization".to_owned(),
        passing_on: "Not to be passed on.".to_owned(),
        declared: None,
        stated: vec![("Ledger".to_owned(), "release 3".to_owned())],
    };
    Told { cover, exact: Some(exact(&account)), account, compared: Some(chosen()), context: None, answer: None }
}

/// Exact figures that fit an account.
fn exact(account: &Account) -> Figures {
    let number = |point| account.count(point, Class::Everyone).unwrap_or_default();
    let way = Point::STATIONS.into_iter().chain([Point::Awarded]);
    Figures {
        sums: Sums {
            businesses: number(Point::Enrolled),
            awarded_cents: account.cents(Class::Everyone).unwrap_or_default(),
            ..Sums::default()
        },
        funnel: way.map(|point| (point, number(point))).collect(),
        ..Figures::default()
    }
}

/// A benchmark without Native Hawaiian owners, with a noisy figure, and no fallback.
fn chosen() -> Chosen {
    let here = |group, rse| Figure::Here { group, total: 10_000, group_rse_pct: Some(rse), total_rse_pct: Some(0.5) };
    let figures = [
        ("of-color", here(2_000, 2.0)),
        ("white-only", here(7_500, 0.8)),
        ("owned-most", here(2_000, 2.0)),
        ("owned-half", here(500, 6.0)),
        ("owned-less", here(7_500, 0.8)),
        ("aian", here(80, 20.0)),
        ("asian", here(600, 4.0)),
        ("black", here(400, 44.0)),
        ("hisp", here(700, 5.0)),
        ("white", here(8_800, 0.7)),
        ("nhpi", Figure::Missing("No benchmark: it has no row for Native Hawaiian. That is not 0.".to_owned())),
        ("female", here(2_100, 1.5)),
        ("male", here(6_900, 1.0)),
    ];
    let title = "Manufacturing (31-33), Riverton, 2022, businesses with employees".to_owned();
    let origin = Origin {
        said: "Census, Annual Survey; counts 2022, businesses with employees".to_owned(),
        title: title.clone(),
        file_name: "survey.csv".to_owned(),
        file_hash: "00112233445566778899".to_owned(),
    };
    let side = Side {
        industry: "Manufacturing (31-33)".to_owned(),
        place: "Riverton".to_owned(),
        counts_people: false,
        origins: vec![origin],
        area: None,
        chosen: Source { title, figures: figures.into_iter().map(|(class, figure)| (class.to_owned(), figure)).collect() },
        fallbacks: vec![("the same industry in the state".to_owned(), None)],
    };
    Chosen { sides: vec![side], reason: Some("It is the survey our council knows.".to_owned()) }
}

fn of_size(size: usize) -> Told {
    report(account(&businesses(size, 7), 5))
}

/// The document without the exact figures, which have tests of their own.
fn by_group(told: Told) -> Document {
    document(&Told { exact: None, ..told })
}

/// What a reader reads, as text.
fn read(document: &Document) -> String {
    let mut text = format!("{}\n{}\n", document.title, document.about);
    for notice in &document.notices {
        writeln!(text, "! {notice}").unwrap();
    }
    for section in &document.sections {
        writeln!(text, "\n## {}", section.heading).unwrap();
        text.extend(section.blocks.iter().map(said));
    }
    for line in &document.footer {
        writeln!(text, "_ {line}").unwrap();
    }
    text
}

fn said(block: &Block) -> String {
    match block {
        Block::Heading(words) => format!("### {words}\n"),
        Block::Paragraph(lead, rest) => format!("{lead}{rest}\n"),
        Block::Aside(words) => format!("  ({words})\n"),
        Block::Hidden(name, why) => format!("x {name}: {why}\n"),
        Block::Findings(found) => found
            .iter()
            .map(|one| format!("* {} [{}]\n  {}\n", one.sentence, one.tag.words, one.detail.clone().unwrap_or_default()))
            .collect(),
        Block::Facts(facts) => facts.iter().map(|(name, words)| format!("- {name}: {words}\n")).collect(),
        Block::Table(table) => rows(table),
        Block::Plot(plot) => format!("{}\n{}\n{}", plot.against, plot.in_words(), rows(&plot.table)),
        Block::Chart(chart) => format!("{}\n{}", chart.in_words(), rows(&chart.table)),
    }
}

fn rows(table: &document::Table) -> String {
    if table.look == Look::Files {
        return String::new();
    }
    let heads: Vec<&str> = table.read_columns().map(|(_, column)| column.heading.as_str()).collect();
    let mut text = format!("| {} | {} |\n", table.rows_are, heads.join(" | "));
    for row in &table.rows {
        let cells: Vec<String> = table.read_columns().map(|(at, _)| cell(&row.cells[at])).collect();
        writeln!(text, "| {} | {} |", row.name, cells.join(" | ")).unwrap();
    }
    text
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(words) => words.clone(),
        Cell::Hidden(_) => "Hidden".to_owned(),
        Cell::Number(number) => {
            [number.shown(), number.range()].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ")
        }
    }
}

#[test]
fn a_report_of_every_size_is_read_from_top_to_bottom() {
    for size in SIZES {
        insta::assert_snapshot!(format!("read_{size}"), read(&by_group(of_size(size))));
    }
}

#[test]
fn a_hundred_thousand_clients_are_read_like_sixty() {
    let text = read(&by_group(of_size(100_000)));
    insta::assert_snapshot!("read_100000", text);
    assert!(!text.contains("Hidden"));
}

#[test]
fn where_everything_is_hidden_nothing_is_said_of_anybody() {
    let told = report(hidden(account(&businesses(180, 7), 11)));
    insta::assert_snapshot!("read_hidden", read(&by_group(told)));
}

#[test]
fn each_subject_is_told_by_group_and_then_exactly() {
    let keys = |told: &Told| document(told).sections.into_iter().map(|section| section.key).collect::<Vec<_>>().join(" ");
    assert_eq!(
        keys(&of_size(180)),
        "found results dropping-out everyone who area pays benefits decides-by-group dollars concentration jobs jobs-by-group waiting waiting-by-group process \
         process-by-group place other-ways trust not-shown method"
    );
    assert_eq!(
        keys(&of_size(6)),
        "found everyone pays benefits concentration jobs waiting process place trust not-shown method",
        "with so few there is nothing by group"
    );
}

#[test]
fn the_programs_own_words_stand_under_what_was_found() {
    let told = Told {
        context: Some("The crane lane was closed in spring.".to_owned()),
        answer: Some("We ask each partner why.".to_owned()),
        ..of_size(180)
    };
    let text = read(&document(&told));
    let (found, rest) = text.split_once("\n## How often").unwrap();
    assert!(found.contains("says about it: The crane lane was closed in spring.") && found.contains("will do: We ask each partner why."));
    assert!(!rest.contains("crane lane"));
}

#[test]
fn few_answers_are_preliminary_on_every_page() {
    let mut all = businesses(400, 7);
    all.iter_mut().skip(150).for_each(|one| one.who = Who::default());
    let document = document(&report(account(&all, 5)));
    assert!(document.notices[0].starts_with("Preliminary: "));
    assert!(document.footer.iter().any(|line| line.starts_with("Preliminary")));
}

#[test]
fn without_dollars_there_are_no_shares_of_them() {
    let mut all = businesses(400, 7);
    for one in &mut all {
        one.cents = 0;
    }
    let text = read(&document(&report(account(&all, 5))));
    assert!(text.contains("No dollars were awarded in the period"));
    all.iter_mut().take(1).for_each(|one: &mut Business| (one.way.is_awarded, one.cents) = (true, -5_000));
    let text = read(&document(&report(account(&all, 5))));
    assert!(text.contains("Dollars awarded") && !text.contains("NaN") && !text.contains("inf"));
}

#[test]
fn an_earlier_figure_is_marked_as_such() {
    let mut account = account(&businesses(400, 7), 5);
    let Some(Count::Shown(count)) = account.counts.get("asian.enrolled").copied() else { panic!() };
    account.counts.insert("asian.enrolled".to_owned(), Count::Unchanged(count));
    let text = read(&document(&report(account)));
    assert!(text.contains(&format!("{count}, unchanged")) && text.contains("Unchanged since the last release: too few changes to show."));
}

#[test]
fn it_is_kept_small_and_read_back_the_same() {
    let told = of_size(600);
    let kept = serde_json::to_vec(&told).unwrap();
    let again: Told = serde_json::from_slice(&kept).unwrap();
    assert_eq!(again, told);
    assert!(kept.len() < 40_000, "{}", kept.len());
}

/// Every number with its id.
fn figures(document: &Document) -> BTreeMap<String, Number> {
    let mut all = BTreeMap::new();
    for table in document.tables() {
        for row in &table.rows {
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                if let Cell::Number(number) = cell {
                    let before = all.insert(table.id(row, column), number.clone());
                    assert!(before.is_none(), "{} twice", table.id(row, column));
                }
            }
        }
    }
    all
}

#[test]
fn a_number_is_the_same_in_csv_and_json_and_on_the_page_and_every_form_is_written() {
    for size in SIZES {
        let document = document(&of_size(size));
        let page = crate::reports::views::document_printed(&document).into_string();
        let csv = String::from_utf8(document::csv(&document, "2025").unwrap()).unwrap();
        let json: serde_json::Value = serde_json::from_slice(&document::json(&document).unwrap()).unwrap();
        let listed: BTreeMap<&str, &serde_json::Value> =
            json["figures"].as_array().unwrap().iter().map(|figure| (figure["id"].as_str().unwrap(), figure)).collect();
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let rows: BTreeMap<String, csv::StringRecord> =
            reader.records().map(|row| row.unwrap()).map(|row| (row[15].to_owned(), row)).collect();
        for (id, number) in figures(&document) {
            let exact = number.value.map(Value::exact).unwrap_or_default();
            assert_eq!(rows[&id][6], exact, "{id} at {size}");
            assert_eq!(listed[id.as_str()]["value"].as_str().unwrap_or_default(), exact, "{id} at {size}");
        }
        let read = document.tables().filter(|table| table.look != Look::Files);
        for (table, row, at, column) in read
            .flat_map(|table| table.rows.iter().flat_map(move |row| table.read_columns().map(move |(at, column)| (table, row, at, column))))
        {
            if let Cell::Number(number) = &row.cells[at] {
                let words = [number.shown(), number.range()].into_iter().find(|words| !words.is_empty()).unwrap_or_default();
                let id = table.id(row, column);
                assert!(page.contains(&format!("id=\"{id}\">{words}")), "{id} on the page, at {size}: {words}");
            }
        }
        assert!(document::pdf::pdf(&document).unwrap() == document::pdf::pdf(&document).unwrap());
        document::xlsx(&document).unwrap();
        assert!(csv.contains("'=Riverton & Makers"));
        let grids = document.tables().filter(|table| table.look == Look::Grid).map(|table| table.title.as_str());
        let names: Vec<&str> = document.sections.iter().map(|section| section.heading.as_str()).chain(grids).collect();
        assert_eq!(names.iter().collect::<std::collections::BTreeSet<_>>().len(), names.len());
    }
}

/// The numbers of a row, as a spreadsheet has them: each with its range and its chance, in the order of the columns.
fn spread(row: &crate::document::Row) -> Vec<f64> {
    let scale = |number: &Number| match number.kind {
        Kind::Points => 0.01,
        Kind::Amount(Unit::Cents) => 100.0,
        Kind::Amount(Unit::Minutes | Unit::LabMinutes) => 60.0,
        _ => 1.0,
    };
    let numbers = row.cells.iter().filter_map(|cell| if let Cell::Number(number) = cell { Some(number) } else { None });
    let parts = |number: &Number| {
        let ends = [number.ends.map(|(low, _)| low), number.ends.map(|(_, high)| high)];
        let scaled = number.value.into_iter().chain(ends.into_iter().flatten()).map(|value| value.real() / scale(number));
        scaled.chain(number.p).collect::<Vec<f64>>()
    };
    numbers.flat_map(parts).collect()
}

#[test]
fn every_number_of_a_table_stands_in_the_sheet_of_the_workbook_and_no_other() {
    use calamine::{Data, Reader, Xlsx};
    for size in [6, 180, 600] {
        let document = document(&of_size(size));
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(document::xlsx(&document).unwrap())).unwrap();
        let names = book.sheet_names();
        assert_eq!(names.len(), document.tables().count() + 2);
        for (name, table) in names[1..].iter().zip(document.tables()) {
            let sheet = book.worksheet_range(name).unwrap();
            let rows: Vec<Vec<f64>> = sheet
                .rows()
                .skip(1)
                .map(|cells| {
                    let number = |cell: &Data| match cell {
                        Data::Float(number) => Some(*number),
                        Data::DateTime(day) => Some(day.as_f64()),
                        _ => None,
                    };
                    cells.iter().filter_map(number).collect()
                })
                .collect();
            let wanted: Vec<Vec<f64>> = table.rows.iter().map(spread).collect();
            assert_eq!(rows.len(), wanted.len(), "{name} at {size}");
            for (place, (row, wanted)) in rows.iter().zip(&wanted).enumerate() {
                let is_same = row.len() == wanted.len()
                    && row.iter().zip(wanted).all(|(one, other)| (one - other).abs() <= 1e-9 * other.abs().max(1.0));
                assert!(is_same, "{name}, row {place}, at {size}: {row:?} and not {wanted:?}");
            }
        }
    }
}

/// What depends on which other rows of its section are told: the family's size, the best class, the marks, one number over all classes.
fn is_of_a_family(id: &str) -> bool {
    let last = id.rsplit('.').next().unwrap_or_default();
    // The split of a gap reaches as far as the way is told: with a station less it is another split.
    let is_split = id.starts_with("gap.");
    is_split
        || matches!(last, "q" | "mark" | "verdict" | "impact_ratio" | "one_client_flips")
        || last.ends_with("_mark")
        || id.starts_with("summary.")
}

/// Ids of counts of everyone say nothing about who anybody is.
fn is_open(id: &str) -> bool {
    id.contains(".everyone.")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn hiding_makes_no_figure_appear_and_changes_none_that_stays(seed in 0_u64..1_000, size in 130_usize..500, hide in 0_u64..1_000, part in 1_usize..9) {
        let full = account(&businesses(size, seed), 5);
        let mut dice = crate::equity::random::Seeded::new(hide);
        let mut less = full.clone();
        for (id, told) in &mut less.counts {
            if !id.starts_with("everyone.") && dice.below(10) < part {
                *told = Count::Hidden;
            }
        }
        less.cents.retain(|class, _| class == "everyone" || dice.below(10) >= part);
        let (full, less) = (figures(&document(&report(full))), figures(&document(&report(less))));
        for (id, number) in less.iter().filter(|(id, _)| !is_of_a_family(id) && !is_open(id)) {
            let before = full.get(id);
            prop_assert!(before.is_some(), "{} appears", id);
            // A count stays, though the share said beside it may go with its whole.
        let same = |one: &Number| (one.value, one.ends, one.p, one.words.clone().filter(|_| one.value.is_none()));
            prop_assert_eq!(before.map(same), Some(same(number)), "{}", id);
        }
    }

    #[test]
    fn no_finding_names_a_class_that_is_hidden(seed in 0_u64..1_000, size in 130_usize..900, at in 0_usize..7) {
        let class = Grouping::Race.classes()[at];
        let mut account = account(&businesses(size, seed), 5);
        for (id, told) in &mut account.counts {
            if id.starts_with(&format!("{}.", class.code())) {
                *told = Count::Hidden;
            }
        }
        let document = document(&report(account));
        let names = format!("with {}", owners(class));
        // "White owners only" is another class.
        let is_named = |text: &str| text.replace("White owners only", "").contains(&names);
        for finding in document.findings() {
            prop_assert!(!is_named(&finding.sentence) && !finding.detail.as_deref().is_some_and(is_named), "{finding:?}");
        }
    }
}

#[test]
fn whoever_is_not_compared_is_said_to_be_so_and_not_to_be_what_others_are_compared_with() {
    let mut account = account(&businesses(180, 3), 5);
    account.counts.insert("white-only.awarded".to_owned(), Count::Hidden);
    let document = document(&report(account));
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    let said: Vec<String> = blocks
        .filter_map(|block| match block {
            Block::Plot(plot) => Some(plot.table.rows.iter().map(|row| &row.key).zip(plot.instead.iter()).collect::<Vec<_>>()),
            _ => None,
        })
        .flatten()
        .filter(|(key, _)| key.as_str() == "of-color")
        .map(|(_, words)| words.clone())
        .collect();
    assert!(said.contains(&"Not compared: the others are hidden, or nobody is there.".to_owned()), "{said:?}");
    assert!(said.iter().all(|words| !words.contains("are compared with these")), "{said:?}");
}

#[test]
fn no_part_of_the_page_is_heavy_and_none_is_lost() {
    use crate::reports::releases::views::{HEAVY, in_parts};
    for size in SIZES.into_iter().chain([5_000, 100_000]) {
        let document = document(&report(account(&businesses(size, 3), 5)));
        let parts = in_parts(&document.sections);
        let count: usize = parts.iter().map(Vec::len).sum();
        assert_eq!(count, document.sections.len(), "{size}");
        for (part, sections) in parts.iter().enumerate() {
            let weight = crate::reports::views::cards(sections).into_string().len();
            assert!(weight <= HEAVY || sections.len() == 1, "{size}: part {part} has {weight} characters");
        }
    }
}
