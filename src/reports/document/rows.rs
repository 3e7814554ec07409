//! The tables of one dimension, line by line. Columns that no reader needs at once stand in files of figures alone.

use super::dimension::named;
use super::{capital, column, label, source};
use crate::document::{Block, Cell, Kind, Number, Plot, Row, Table, Value, slug};
use crate::document::{Column, Look};
use crate::equity::coverage::Answers;
use crate::equity::protect::Line;
use crate::equity::table::{Against, AmountComparison, AmountLine, Comparison, RateLine, ShareLine};
use crate::equity::{Dimension, Interval, Tables, table};
use crate::reports::benchmarks::compare::{self, Clients};
use crate::reports::{Report, Section};
use crate::values::Unit;

/// The name of a line: "Asian", "American Indian or Alaska Native; Hispanic or Latino", "no answer".
fn called(line: Line, dimension: Dimension) -> String {
    let mut names: Vec<&str> = dimension.labels(line.groups);
    if line.no_answer {
        names.push("no answer");
    }
    names.join("; ")
}

/// The numbers of businesses that this edition shows, to be set beside a benchmark.
pub(super) fn clients(tables: &Tables) -> Clients {
    let words = named(tables.dimension);
    let bare = Clients {
        scheme: words.scheme.to_owned(),
        heading: words.heading.to_owned(),
        withheld: None,
        known: 0,
        pool: tables.coverage.pool,
        others: compare::SILENT,
        lines: Vec::new(),
    };
    let withheld = |why: &str| Clients { withheld: Some(why.to_owned()), ..bare.clone() };
    let Some(table) = &tables.businesses else {
        return withheld("The numbers of businesses by group are hidden in this report, so none is compared.");
    };
    let Answers::Shown { answered: known, .. } = tables.coverage.answers else {
        return withheld("How many businesses have an answer is hidden in this report, so no share of them is compared.");
    };
    let lines: Vec<_> = table.lines.iter().filter(|line| !line.line.no_answer && line.of_known.is_some()).collect();
    if lines.is_empty() {
        return withheld("No share of those who answered is shown in this report, so none is compared.");
    }
    let line = |line: &ShareLine| {
        let codes = tables.dimension.codes(line.line.groups);
        compare::Line {
            key: codes.join("_"),
            class: if let [code] = codes.as_slice() { Some(code.to_ascii_lowercase()) } else { None },
            group: called(line.line, tables.dimension),
            count: line.count,
            cents: None,
        }
    };
    Clients { known, lines: lines.into_iter().map(line).collect(), ..bare }
}

fn is_merged(line: Line) -> bool {
    line.groups.len() > 1 || (line.no_answer && !line.groups.is_empty())
}

fn row(line: Line, dimension: Dimension, under: Option<String>, cells: Vec<Cell>) -> Row {
    let name = called(line, dimension);
    let more = is_merged(line).then(|| "together: too few to be shown apart".to_owned());
    Row { key: slug(&name), name, more, under, cells }
}

fn grid(section: &Section, key: &str, title: String, columns: Vec<Column>, rows: Vec<Row>) -> Table {
    Table {
        key: key.to_owned(),
        scheme: named(section.dimension).scheme.to_owned(),
        title,
        rows_are: "Group".to_owned(),
        look: Look::Grid,
        columns,
        rows,
    }
}

fn ends(interval: Option<Interval>) -> Option<(Value, Value)> {
    interval.map(|ends| (Value::Real(ends.low), Value::Real(ends.high)))
}

fn real(kind: Kind, value: Option<f64>) -> Number {
    Number::new(kind, value.map(Value::Real))
}

/// A count that says where its line stands for several groups.
fn counted(count: u32, what: &'static str, line: Line) -> Cell {
    let number = Number::new(Kind::Count(what), Some(Value::Whole(count.into())));
    Cell::Number(if is_merged(line) { number.flagged("merged").noting("merged: too few to be shown apart") } else { number })
}

/// Worst and best case over those without an answer. A reader reads the range alone.
fn whatever(kind: Kind, interval: Option<Interval>) -> Cell {
    match ends(interval) {
        Some(ends) => Cell::Number(Number::new(kind, None).within(Some(ends)).noting("worst and best case for those without an answer")),
        None => Cell::Empty,
    }
}

pub(super) fn shares(section: &Section, table: &table::Table<ShareLine>, key: &str, what: &'static str) -> Block {
    let columns = vec![
        column("count", &capital(what), true),
        column("share_of_known", "Of those who answered", true),
        column("share_of_all", "Of all", true),
        column("share_whatever_the_others_would_answer", "Whatever the others would answer", true),
    ];
    let rows = table.lines.iter().map(|line| {
        let cells = vec![
            counted(line.count, what, line.line),
            Cell::Number(real(Kind::Share, line.of_known).within(ends(line.of_known_interval))),
            Cell::Number(real(Kind::Share, line.of_all).within(ends(line.of_all_interval))),
            whatever(Kind::Share, line.bounds.and_then(|bounds| bounds.bounds)),
        ];
        row(line.line, section.dimension, None, cells)
    });
    let title = format!("{}, number of {what}", named(section.dimension).heading);
    Block::Table(grid(section, key, title, columns, rows.collect()))
}

pub(super) fn rates(report: &Report, section: &Section, table: &table::Table<RateLine>, key: &str, deed: &str) -> Block {
    let columns = vec![
        column("rate", "Share", true),
        column("others", "Others", true),
        column("rate_ratio", "Times as often", true),
        column("rate_difference", "Difference", true),
        column("p_mid", "Chance alone (p)", true),
        column("rate_ratio_whatever_the_others_would_answer", "Whatever the others would answer", true),
        column("tipping_number", "Could it turn?", true),
        column("with", "With", false),
        column("of", "Of", false),
        column("rate_whatever_the_others_would_answer", "Share, whatever the others would answer", false),
        column("others_with", "Others with", false),
        column("others_of", "Others of", false),
        column("p_fisher", "Fisher's exact test", false),
        column("p_z", "Test of two proportions", false),
    ];
    let rows = table.lines.iter().map(|line| {
        let under = format!("{} of {} businesses", line.x, line.n);
        row(line.line, section.dimension, Some(under), rate_cells(line, table.against))
    });
    let heading = named(section.dimension).heading;
    let takeaway = section.findings.first().filter(|_| key == "got_a_resource").map(|finding| finding.sentence.clone());
    let is_compared = |line: &&RateLine| line.comparison.is_some_and(|comparison| comparison.ratio.ratio.is_some());
    let instead = table.lines.iter().map(|line| {
        if is_compared(&line) {
            ""
        } else if line.n == 0 {
            "Nobody here yet."
        } else {
            "Not compared."
        }
        .to_owned()
    });
    let title = format!("{heading}: how often businesses {deed}");
    Block::Plot(Plot {
        takeaway: takeaway.unwrap_or_else(|| format!("{title}.")),
        table: grid(section, key, title, columns, rows.collect()),
        drawn: "rate_ratio".to_owned(),
        against: format!("{}.", capital(against(table.against))),
        source: source(report),
        instead: instead.collect(),
        tags: table.lines.iter().map(|line| line.comparison.map(|comparison| label(comparison.tag))).collect(),
    })
}

fn rate_cells(line: &RateLine, against: Against) -> Vec<Cell> {
    let people = |count: u32| Number::new(Kind::Count("businesses"), Some(Value::Whole(count.into())));
    let compared = line.comparison.as_ref();
    let with = |cell: &dyn Fn(&Comparison) -> Cell| compared.map_or(Cell::Empty, cell);
    vec![
        Cell::Number(real(Kind::Share, line.rate).within(ends(line.interval)).noting("Wilson 95 %")),
        with(&|comparison| {
            let share = (comparison.others_n > 0).then(|| f64::from(comparison.others_x) / f64::from(comparison.others_n));
            Cell::Number(
                real(Kind::Share, share).said(format!("{} of {}", comparison.others_x, comparison.others_n)).noting(self::against(against)),
            )
        }),
        with(&|comparison| {
            let ratio = real(Kind::Ratio, comparison.ratio.ratio).within(ends(comparison.ratio.interval));
            let ratio = Number { p: Some(comparison.mid_p), ..ratio };
            Cell::Number(ratio.flagged(comparison.tag.words()).noting("Katz 95 %; p by the mid-P of Fisher's exact test"))
        }),
        with(&|comparison| {
            comparison.difference.map_or(Cell::Empty, |difference| {
                let number = real(Kind::Points, Some(difference.difference)).within(ends(Some(difference.interval)));
                Cell::Number(number.noting("Newcombe 95 %"))
            })
        }),
        with(&|comparison| Cell::Number(real(Kind::Chance, Some(comparison.mid_p)).noting("two-sided"))),
        with(&|comparison| {
            whatever(
                Kind::Ratio,
                comparison.bounds.and_then(|bounds| bounds.low.zip(bounds.high)).map(|(low, high)| Interval { low, high }),
            )
        }),
        with(&turning),
        match counted(line.x, "businesses", line.line) {
            Cell::Number(number) => Cell::Number(number),
            other => other,
        },
        Cell::Number(people(line.n)),
        line.bounds.map_or(Cell::Empty, |bounds| whatever(Kind::Share, bounds.bounds)),
        with(&|comparison| Cell::Number(people(comparison.others_x).noting(self::against(against)))),
        with(&|comparison| Cell::Number(people(comparison.others_n).noting(self::against(against)))),
        with(&|comparison| Cell::Number(real(Kind::Chance, Some(comparison.fisher_p)).noting("two-sided"))),
        with(&|comparison| {
            comparison.z.map_or(Cell::Empty, |z| Cell::Number(real(Kind::Chance, Some(z.p)).noting("pooled two-proportion z")))
        }),
    ]
}

fn turning(comparison: &Comparison) -> Cell {
    let Some(bounds) = comparison.bounds else { return Cell::Empty };
    let number = Number::new(Kind::Count("businesses"), bounds.tipping.map(|number| Value::Whole(number.into())));
    Cell::Number(match bounds.tipping {
        Some(tipping) => number
            .said(format!("Yes: {tipping} of those without an answer could carry it across 0.8."))
            .noting("answers that could carry the ratio across 0.8"),
        None => number
            .said("No: it stands whatever the others would answer.".to_owned())
            .noting("no answer of theirs could carry the ratio across 0.8"),
    })
}

pub(super) fn amounts(section: &Section, table: &table::Table<AmountLine>, key: &str, unit: Unit) -> Block {
    let what = if unit == Unit::Cents { "dollars awarded" } else { "advisor hours" };
    let columns = vec![
        column("total", &capital(what), true),
        column("share_of_known", "Of those who answered", true),
        column("share_of_all", "Of all", true),
        column("per_business", "Per business", true),
        column("median", "Middle business", true),
        column("ratio_of_means", "Times the others' mean", true),
        column("businesses", "Businesses", false),
        column("difference_of_means", "Difference of means", false),
        column("p_ranks", "Chance alone by ranks (p)", false),
    ];
    let rows = table.lines.iter().map(|line| {
        let under = format!("{} businesses", line.businesses);
        row(line.line, section.dimension, Some(under), amount_cells(line, unit, table.against))
    });
    let title = format!("{}: {what}", named(section.dimension).heading);
    Block::Table(grid(section, key, title, columns, rows.collect()))
}

const ROUNDED: &str = "rounded, because an exact sum of so few could be solved for the businesses behind it";

fn amount_cells(line: &AmountLine, unit: Unit, against: Against) -> Vec<Cell> {
    let kind = Kind::Amount(unit);
    let whole = |value: Option<i128>| value.map_or(Cell::Empty, |value| Cell::Number(Number::new(kind, Some(Value::Whole(value)))));
    let compared = line.comparison.as_ref();
    let with = |cell: &dyn Fn(&AmountComparison) -> Cell| compared.map_or(Cell::Empty, cell);
    let total = Number::new(kind, Some(Value::Whole(line.total)));
    let middle = match whole(line.median) {
        Cell::Number(number) => Cell::Number(number.noting("to two digits; from 2k businesses on")),
        empty => empty,
    };
    vec![
        Cell::Number(if line.is_rounded { total.flagged("rounded").noting(ROUNDED) } else { total }),
        Cell::Number(real(Kind::Share, line.of_known)),
        Cell::Number(real(Kind::Share, line.of_all)),
        Cell::Number(real(kind, line.per_business)),
        middle,
        with(&|comparison| Cell::Number(real(Kind::Ratio, comparison.ratio_of_means).noting(self::against(against)))),
        counted(line.businesses, "businesses", line.line),
        with(&|comparison| {
            comparison.difference.map_or(Cell::Empty, |(low, high)| {
                let number = Number::new(kind, None).within(Some((Value::Whole(low), Value::Whole(high))));
                Cell::Number(number.noting("Welch 95 %, to two digits"))
            })
        }),
        with(&|comparison| match comparison.p {
            None => Cell::Empty,
            Some(p) if p > 0.0 => Cell::Number(real(Kind::Chance, Some(p)).noting("Mann-Whitney, to two decimals")),
            Some(_) => Cell::Number(Number::new(Kind::Chance, None).noting("Mann-Whitney; under 0.005")),
        }),
    ]
}

fn against(against: Against) -> &'static str {
    match against {
        Against::OthersWhoAnswered => "compared with all other businesses that answered",
        Against::AllOthers => "compared with all other businesses, with or without an answer",
        Against::Nobody => "nobody to compare with",
    }
}
