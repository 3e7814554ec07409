//! Where businesses are: a map of the zones with its table, and neighborhoods.

use super::{Scope, amount, columns, count, row, section, table};
use crate::document::{Block, Chart, Look, Map, Picture, Row, Section, Table};
use crate::reports::operations::figures::{Figures, PlaceLine, Places};
use crate::values::Unit;
use std::collections::BTreeSet;

/// A reader reads so many neighborhoods.
const READ: usize = 40;

pub(super) fn places(figures: &Figures, scope: &Scope) -> Section {
    let mut blocks = Vec::new();
    let line = || {
        scope.line(
            "a business",
            "businesses enrolled in the period; with an award, those that were awarded something in it",
            "a business counts once, where it was on the last day of the period",
        )
    };
    match &figures.zones {
        Some(zones) => {
            blocks.push(Block::Heading(zones.set.clone()));
            blocks.push(map(zones, scope));
            blocks.push(line());
        }
        None => blocks.push(Block::Aside(
            "No zones are drawn for the last day of the period. A manager imports them on the page Zones, with the day from which they hold; then businesses are counted by zone, on a map.".to_owned(),
        )),
    }
    blocks.push(Block::Heading("By neighborhood".to_owned()));
    if figures.neighborhoods.areas.is_empty()
        && figures.neighborhoods.unknown == (PlaceLine { name: figures.neighborhoods.unknown.name.clone(), ..PlaceLine::default() })
    {
        blocks.push(Block::Paragraph(String::new(), "No business was enrolled or awarded anything in these days.".to_owned()));
    } else {
        blocks.extend(neighborhoods(&figures.neighborhoods));
        blocks.push(line());
    }
    section("place", "Where businesses are", blocks)
}

/// The neighborhoods with the most businesses, by name; in files of figures all of them.
fn neighborhoods(places: &Places) -> Vec<Block> {
    let whole = lines(places, "neighborhood", "Businesses by neighborhood", "Neighborhood");
    let mut by_size: Vec<usize> = (0..places.areas.len()).collect();
    by_size.sort_by_key(|place| std::cmp::Reverse(places.areas.get(*place).map_or(0, |line| line.enrolled)));
    let left_out: BTreeSet<usize> = by_size.into_iter().skip(READ).collect();
    if left_out.is_empty() {
        return vec![Block::Table(whole)];
    }
    let (mut read, mut rest) = (whole.clone(), whole);
    let mut place = 0;
    read.rows.retain(|_| {
        place += 1;
        !left_out.contains(&(place - 1))
    });
    rest.rows = left_out.iter().filter_map(|place| rest.rows.get(*place).cloned()).collect();
    (rest.title, rest.look) = ("Businesses by neighborhood, the others".to_owned(), Look::Files);
    let more = format!("The {READ} neighborhoods with the most businesses. {} more are in the files of figures.", left_out.len());
    vec![Block::Table(read), Block::Aside(more), Block::Table(rest)]
}

fn map(zones: &Places, scope: &Scope) -> Block {
    let table = lines(zones, "zone", &format!("Businesses by zone: {}", zones.set), "Zone");
    let inside: u32 = zones.areas.iter().map(|line| line.enrolled).sum();
    let all = inside + zones.in_none.as_ref().map_or(0, |line| line.enrolled) + zones.unknown.enrolled;
    Block::Chart(Chart {
        table,
        takeaway: format!("{inside} of {all} businesses are in {}.", zones.set),
        reading: "The more businesses enrolled, the darker. Each zone carries the number of its row in the table; north is up.".to_owned(),
        source: scope.source(),
        picture: Picture::Map(Map {
            drawn: "enrolled".to_owned(),
            what: "businesses".to_owned(),
            size: zones.size,
            areas: zones.drawn.clone(),
        }),
    })
}

fn lines(places: &Places, scheme: &str, title: &str, rows_are: &str) -> Table {
    let cells = |line: &PlaceLine| {
        vec![
            count(line.enrolled, "businesses"),
            count(line.served, "businesses"),
            count(line.awarded, "businesses"),
            amount(line.cents, Unit::Cents),
            amount(line.square_feet, Unit::SquareFeet),
        ]
    };
    let is_map = !places.drawn.is_empty();
    let mut rows: Vec<Row> = places
        .areas
        .iter()
        .zip(1..)
        .map(|(line, number)| {
            // Why a number and not the name: two names may differ in signs that an id has no place for.
            let name = if is_map { format!("{number}. {}", line.name) } else { line.name.clone() };
            row(&format!("{scheme}-{number}"), &name, cells(line))
        })
        .collect();
    rows.extend(places.in_none.as_ref().map(|line| row("none", &line.name, cells(line))));
    rows.push(row("unknown", &places.unknown.name, cells(&places.unknown)));
    let heads = columns(&[
        ("enrolled", "Enrolled"),
        ("served", "Served"),
        ("awarded", "With an award"),
        ("dollars", "Dollars awarded"),
        ("square_feet", "Square feet awarded"),
    ]);
    table("place", scheme, title, rows_are, heads, rows)
}
