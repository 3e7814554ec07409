//! "Where people drop out": panels whose numbers are a table, and where a gap arises in shares and in people.

use super::words::{CLIENTS, Estimand, ONCE, UNCHANGED, counted, grid, hidden, noted, real, row};
use crate::document::{Block, Cell, Chart, Kind, Number, Panels, Picture, Row, Value};
use crate::equity::catalogue::{Point, Told};
use crate::equity::intervals::wilson;
use crate::equity::presentation::rate_may_be_shown;
use crate::equity::share;
use crate::equity::stages::Step;
use crate::equity::telling::Telling;
use crate::equity::telling::grouping::Grouping;
use crate::equity::telling::sentences::station;
use crate::equity::telling::way::{Way, Ways};
use crate::reports::document::{column, section};
use crate::reports::told;
use crate::values::grouped;

/// The section. Absent where no class is told beyond its first station.
pub(super) fn dropping_out(told: &told::Told, telling: &Telling) -> Option<crate::document::Section> {
    if telling.ways.is_empty() {
        return None;
    }
    let mut blocks = Vec::new();
    for ways in &telling.ways {
        blocks.push(Block::Heading(ways.grouping.heading().to_owned()));
        blocks.push(panels(told, ways));
        blocks.push(estimand(told, ways));
        blocks.extend(stops(ways));
        blocks.extend(arising(told, ways));
    }
    blocks.extend(super::rates::side_by_side(told, &telling.steps, "step", "each step", "clients who came to the step before"));
    let mut section = section("dropping-out", "Where people drop out", blocks);
    section.begins_page = true;
    Some(section)
}

fn estimand(told: &told::Told, ways: &Ways) -> Block {
    let reference = if ways.is_of_answers {
        "all who answered (dashed line)"
    } else {
        "all clients, with or without an answer (dashed line), because the number without an answer is hidden"
    };
    Estimand {
        told,
        grouping: ways.grouping,
        pool: super::words::ENROLLED.to_owned(),
        reference: Some(reference.to_owned()),
        repeats: ONCE,
    }
    .line()
}

fn key(point: Point) -> String {
    point.code().replace('-', "_")
}

/// One small chart for each class.
fn panels(told: &told::Told, ways: &Ways) -> Block {
    let mut columns: Vec<_> = Point::STATIONS.iter().map(|point| column(&key(*point), station(*point), true)).collect();
    columns.extend(Point::STATIONS.iter().map(|point| column(&format!("{}_of_first", key(*point)), "Of those who joined", false)));
    columns.extend(Point::STATIONS.iter().skip(1).map(|point| column(&format!("{}_of_before", key(*point)), "Of the step before", false)));
    let stations: Vec<Told> = (0..5).map(|at| ways.all.get(at).map_or(Told::Hidden, |count| Told::Shown(*count))).collect();
    let all = Row {
        key: if ways.is_of_answers { "all-answered" } else { "everyone" }.to_owned(),
        name: if ways.is_of_answers { "All who answered" } else { "All clients" }.to_owned(),
        more: None,
        under: None,
        cells: numbers(told, &stations, &ways.all),
    };
    let all_key = all.key.clone();
    let rows = ways.ways.iter().map(|way| {
        let under = way.numbers.first().map(|first| format!("{} clients", grouped((*first).into())));
        row(way.class, under, numbers(told, &way.stations, &way.numbers))
    });
    let rows: Vec<Row> = std::iter::once(all).chain(rows).collect();
    let instead = |way: &Way| match way.numbers.as_slice() {
        [] | [_] => hidden(told),
        [first, second, ..] if shown(*second, *first).is_none() => "Too few for a line: the counts are below.".to_owned(),
        _ => String::new(),
    };
    let table = grid("way".to_owned(), ways.grouping.code(), format!("{}: clients at each step", ways.grouping.heading()), columns, rows);
    Block::Chart(Chart {
        takeaway: format!("{}: how many are left at each step.", ways.grouping.heading()),
        reading:
            "Each line starts with every client who joined, and falls as people stop moving. The shaded area is the difference from the \
                  dashed line: below it, fewer got through. A line ends at the last step whose share may be shown."
                .to_owned(),
        source: super::source(told),
        picture: Picture::Panels(Panels {
            stations: Point::STATIONS.iter().map(|point| (format!("{}_of_first", key(*point)), short(*point).to_owned())).collect(),
            all: all_key,
            instead: std::iter::once(String::new()).chain(ways.ways.iter().map(instead)).collect(),
        }),
        table,
    })
}

/// A station in a word or two, where there is little room.
fn short(point: Point) -> &'static str {
    match point {
        Point::Served => "Served",
        Point::Accepted => "Accepted",
        point => station(point),
    }
}

/// Counts with their share of the step before, then both shares for files and for drawing. Nothing is divided beyond what fits.
fn numbers(told: &told::Told, stations: &[Told], fitting: &[u32]) -> Vec<Cell> {
    let before = |at: usize| shown(*fitting.get(at)?, *fitting.get(at.checked_sub(1)?)?);
    let counts = stations.iter().enumerate().map(|(at, count)| match (counted(*count, &hidden(told)), before(at)) {
        (Cell::Number(number), Some(part)) if number.words.is_none() => {
            let words = format!("{} ({:.0}%)", number.shown(), part * 100.0);
            Cell::Number(number.said(words))
        }
        (cell, _) => cell,
    });
    let mut cells: Vec<Cell> = counts.collect();
    cells.extend((0..5).map(|at| real(Kind::Share, fitting.get(at).zip(fitting.first()).and_then(|(count, first)| shown(*count, *first)))));
    cells.extend((1..5).map(|at| real(Kind::Share, before(at))));
    cells
}

/// A share that may be shown (M17). All of a few are all of them, and a line must begin somewhere.
fn shown(part: u32, whole: u32) -> Option<f64> {
    let is_shown = part == whole || rate_may_be_shown(part, whole, wilson(part, whole, 0.95));
    share(part, whole).filter(|_| is_shown)
}

/// Which lines end early, and before which step.
fn stops(ways: &Ways) -> Option<Block> {
    let early: Vec<String> = ways
        .ways
        .iter()
        .filter(|way| way.numbers.len() > 1)
        .filter_map(|way| Some(format!("{} (before “{}”)", way.class.label(), station(way.stops_at()?))))
        .collect();
    (!early.is_empty()).then(|| {
        Block::Aside(format!("Shown only up to a step, because the next is hidden or {}: {}.", lower(UNCHANGED), early.join("; ")))
    })
}

fn lower(words: &str) -> String {
    let mut letters = words.trim_end_matches('.').chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// Where a gap arises, step by step, for each class that is behind.
fn arising(told: &told::Told, ways: &Ways) -> Vec<Block> {
    let behind: Vec<&Way> = ways.ways.iter().filter(|way| way.has_gap()).collect();
    if behind.is_empty() {
        return Vec::new();
    }
    let steps: Vec<Point> = Point::STATIONS.into_iter().skip(1).collect();
    let mut columns: Vec<_> = steps.iter().map(|point| column(&format!("{}_shortfall", key(*point)), station(*point), true)).collect();
    columns.extend(steps.iter().map(|point| column(&format!("{}_part_of_gap", key(*point)), "Part of the gap", false)));
    columns.extend(steps.iter().map(|point| column(&format!("{}_ratio", key(*point)), "Times as often", false)));
    columns.push(column("overall_ratio", "All steps together", true));
    let rows = behind.iter().map(|way| row(way.class, None, split(way, steps.len())));
    let title = format!("{}: where the gap arises, in clients and in parts of the gap", ways.grouping.heading());
    let reference = if ways.grouping == Grouping::Headline { "clients with White owners only" } else { "all other clients who answered" };
    vec![
        Block::Heading(format!("{}: where the gap arises", ways.grouping.heading())),
        Block::Table(grid("gap".to_owned(), ways.grouping.code(), title, columns, rows.collect())),
        Block::Aside(
            "At each step: how many more clients would have come so far at the others' rate, and in brackets the step's part of the whole gap. \
             Parts add up to 100%; where one step makes up for another, a part is below 0% or above 100%. \
             Groups less than a tenth behind, or with too few for a rate, are not split."
                .to_owned(),
        ),
        Estimand {
            told,
            grouping: ways.grouping,
            pool: "clients who came to the step before".to_owned(),
            reference: Some(reference.to_owned()),
            repeats: ONCE,
        }
        .line(),
    ]
}

fn split(way: &Way, steps: usize) -> Vec<Cell> {
    let Some(funnel) = &way.funnel else { return vec![Cell::Empty; steps * 3 + 1] };
    let step = |at: usize| funnel.steps.get(at);
    let part = |at: usize| funnel.shares.as_ref().and_then(|shares| shares.get(at)).copied();
    let shortfall = |at: usize| {
        let Some(Step { shortfall: Some(shortfall), .. }) = step(at) else { return Cell::Empty };
        let short = if shortfall.abs() < 0.5 { 0.0 } else { *shortfall };
        let words = match part(at) {
            Some(part) => format!("{short:.0} ({:.0}%)", part * 100.0),
            None => format!("{short:.0}"),
        };
        Cell::Number(
            Number::new(Kind::Count(CLIENTS), Some(Value::Real(*shortfall)))
                .said(words.replace('-', "−"))
                .noting("clients short of the others' rate; in brackets the part of the gap"),
        )
    };
    let mut cells: Vec<Cell> = (0..steps).map(shortfall).collect();
    cells.extend((0..steps).map(|at| real(Kind::Share, part(at))));
    cells.extend((0..steps).map(|at| real(Kind::Ratio, step(at).and_then(|step| step.ratio))));
    let number = way.numbers.len().min(way.others.len());
    cells.push(noted(real(Kind::Ratio, funnel.overall_ratio), &format!("from the first of {number} steps to the last")));
    cells
}
