//! The headline comparison in each program and in each area, and whether it is the same everywhere (M7, M9).

use super::rates::Sheet;
use super::words::{ONCE, ends, noted, real};
use crate::document::{Block, Cell, Kind, Look, Number, Row, Section, Table, Value};
use crate::equity::catalogue::Told;
use crate::equity::telling::Telling;
use crate::equity::telling::programs::{OverPrograms, Places};
use crate::equity::telling::rates::{Rate, RateTable};
use crate::equity::telling::sentences::{Words, station};
use crate::reports::document::{column, section};
use crate::reports::told;

/// The section. Absent where no place is told.
pub(super) fn by_place(told: &told::Told, telling: &Telling) -> Option<Section> {
    let mut blocks = Vec::new();
    if let Some(programs) = &telling.programs {
        blocks.extend(places(told, programs, &told.account.programs, &PROGRAMS));
    }
    blocks.extend(over_programs(told, &telling.over_programs));
    if let Some(areas) = &telling.areas {
        blocks.extend(places(told, areas, &told.account.areas, &AREAS));
    }
    (!blocks.is_empty()).then(|| section("by-place", "By program and by area", blocks))
}

/// What a list of places is called.
struct Called {
    key: &'static str,
    one: &'static str,
    heading: &'static str,
}

const PROGRAMS: Called = Called { key: "program", one: "Program", heading: "By program" };
const AREAS: Called = Called { key: "area", one: "Area", heading: "By area" };

fn places(told: &told::Told, places: &Places, names: &[String], called: &Called) -> Vec<Block> {
    let columns = Rate::RESULTS.iter().flat_map(|rate| {
        let (code, name) = (rate.code(), station(rate.point));
        [
            column(&format!("{code}_of_color"), &format!("{name}: owners of color"), true),
            column(&format!("{code}_white"), "White owners only", true),
            column(&format!("{code}_ratio"), "Times as often", true),
        ]
    });
    let numbers: std::collections::BTreeSet<u16> = places.tables.iter().map(|(number, _)| *number).collect();
    let row = |number: &u16| {
        let name = names.get(usize::from(*number)).cloned().unwrap_or_default();
        let of = |rate: &Rate| places.tables.iter().find(|(at, table)| at == number && table.rate == *rate).map(|(_, table)| table);
        let cells = Rate::RESULTS.iter().flat_map(|rate| of(rate).map_or([const { Cell::Empty }; 3], |table| three(told, table)));
        Row { key: format!("{}-{number}", called.key), name, more: None, under: None, cells: cells.collect() }
    };
    let table = Table {
        key: format!("by_{}", called.key),
        scheme: "headline".to_owned(),
        title: format!("{}: owners of color beside White owners", called.heading),
        rows_are: called.one.to_owned(),
        look: Look::Grid,
        columns: columns.collect(),
        rows: numbers.iter().map(row).collect(),
    };
    let mut blocks = vec![Block::Heading(called.heading.to_owned()), Block::Table(table)];
    blocks.push(Block::Aside(format!(
        "Unit: a client, which is a business. Pool: {}. Reference: clients with White owners only. Period: {}. Repeats: {ONCE}.",
        super::words::ENROLLED,
        super::words::said(told.cover.first, told.cover.last),
    )));
    if places.untold > 0 {
        blocks.push(Block::Aside(format!("{} more: hidden, and counted in the totals.", places.untold)));
    }
    for (number, one) in &places.tables {
        let place = names.get(usize::from(*number)).map(|name| format!(", {name}")).unwrap_or_default();
        let sheet = Sheet { told, tested: places.tested, key: format!("{}_{number}", called.key), place };
        blocks.push(Block::Table(sheet.table(one, Look::Files)));
    }
    blocks
}

/// "12 of 40", "20 of 38", "0.57×".
fn three(told: &told::Told, table: &RateTable) -> [Cell; 3] {
    let side = |at: usize| {
        let line = table.lines.get(at)?;
        let (Told::Shown(with) | Told::Unchanged(with), Told::Shown(of) | Told::Unchanged(of)) = (line.with, line.of) else {
            return Some(Cell::Hidden(super::words::hidden(told)));
        };
        Some(Cell::Number(Number::new(Kind::Share, line.rate.map(|(rate, _)| Value::Real(rate))).said(format!("{with} of {of}"))))
    };
    let compared = table.comparisons().next().map(|(_, compared)| compared);
    let ratio = compared.and_then(|compared| Some((compared.ratio?.ratio?, compared.ratio?.interval)));
    let ratio = ratio.map_or_else(
        || compared.map_or(Cell::Empty, |_| Cell::Number(Number::new(Kind::Ratio, None).said("too few for a rate".to_owned()))),
        |(ratio, interval)| Cell::Number(Number::new(Kind::Ratio, Some(Value::Real(ratio))).within(ends(interval)).noting("Katz 95 %")),
    );
    [side(0).unwrap_or(Cell::Empty), side(1).unwrap_or(Cell::Empty), ratio]
}

/// Crude beside pooled, and the gap split.
fn over_programs(told: &told::Told, over: &[OverPrograms]) -> Vec<Block> {
    if over.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        column("crude_ratio", "Thrown together", true),
        column("pooled_ratio", "Program by program", true),
        column("gap", "Difference of shares", true),
        column("mix", "From which programs people are in", true),
        column("within", "From inside the programs", true),
        column("p_cmh", "Chance alone (p)", false),
    ];
    let rows = over.iter().map(|one| {
        let pooled = &one.pooled;
        let split = |of: fn(&crate::equity::mix::Split) -> f64| real(Kind::Points, one.split.as_ref().map(of));
        Row {
            key: one.rate.code(),
            name: station(one.rate.point).to_owned(),
            more: None,
            under: None,
            cells: vec![
                real(Kind::Ratio, pooled.crude_ratio),
                pooled.ratio.map_or(Cell::Empty, |ratio| {
                    let number = Number::new(Kind::Ratio, Some(Value::Real(ratio))).within(ends(pooled.interval));
                    Cell::Number(number.noting("Mantel and Haenszel, interval of Greenland and Robins"))
                }),
                split(|split| split.gap),
                split(|split| split.mix),
                split(|split| split.within),
                noted(real(Kind::Chance, pooled.test.map(|test| test.p)), "Cochran, Mantel and Haenszel"),
            ],
        }
    });
    let table = Table {
        key: "over_programs".to_owned(),
        scheme: "headline".to_owned(),
        title: "Is it the same in each program? Owners of color beside White owners".to_owned(),
        rows_are: "What".to_owned(),
        look: Look::Grid,
        columns,
        rows: rows.collect(),
    };
    let mut blocks = vec![Block::Heading("Is it the same in each program?".to_owned()), Block::Table(table)];
    blocks.push(Block::Aside(format!(
        "Unit: an enrollment of a client in a program; a client in two counts in each. Pool: every program with anybody. Reference: clients \
         with White owners only. Period: {}. The difference of shares is split into what would be left if each \
         program treated both alike, and what would be left if both were in the same programs.",
        super::words::said(told.cover.first, told.cover.last)
    )));
    let turned = over.iter().filter(|one| one.pooled.reverses).map(|one| {
        Block::Paragraph(
            "The two disagree. ".to_owned(),
            format!(
                "Thrown together and program by program, who {} more often is not the same: it is a matter of which programs people are in.",
                Words::of(one.rate).did
            ),
        )
    });
    blocks.extend(turned);
    blocks
}
