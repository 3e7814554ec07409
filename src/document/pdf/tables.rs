//! Tables on paper: heads that stand again on each page, and rows that are never torn.

use super::paper::{Branch, EDGE, Op, Paper, ROOM};
use super::text::{Set, Setter, Style};
use crate::chart::Ink;
use crate::document::{Cell, HIDDEN, Row, Table};
use krilla::tagging::{TableHeaderScope, Tag};
use std::rc::Rc;

const PAD: f32 = 4.0;
/// Between columns.
const GAP: f32 = 7.0;
const CELL: Style = Style { size: 8.2, is_bold: false, ink: Ink::Text };
const NAME: Style = Style { size: 8.2, is_bold: true, ink: Ink::Text };
const HEAD: Style = Style { size: 7.6, is_bold: true, ink: Ink::Dim };
const SMALL: Style = Style { size: 7.2, is_bold: false, ink: Ink::Dim };

/// A cell as it will stand: texts under one another.
type Stack = Vec<Rc<Set>>;

fn height(stack: &Stack) -> f32 {
    stack.iter().map(|set| set.whole()).sum()
}

fn ops(stack: &Stack, x: f32, mut y: f32) -> Vec<Op> {
    let mut ops = Vec::new();
    for set in stack {
        ops.push(Op::Text(Rc::clone(set), 0..set.lines(), x, y));
        y += set.whole();
    }
    ops
}

/// What a reader reads in a cell: the value, and smaller under it its range.
fn said(cell: &Cell) -> (String, String) {
    match cell {
        Cell::Empty => (String::new(), String::new()),
        Cell::Text(words) => (words.clone(), String::new()),
        Cell::Hidden(_) => (HIDDEN.to_owned(), String::new()),
        Cell::Number(number) => {
            let (value, range) = (number.shown(), number.range());
            let rounded = if number.flag == "rounded" { "rounded" } else { "" };
            if value.is_empty() {
                (range, rounded.to_owned())
            } else if range.is_empty() {
                (value, rounded.to_owned())
            } else {
                (value, range)
            }
        }
    }
}

/// Widths of the columns, the first for names; longer words get more.
fn widths(table: &Table, first: f32) -> Vec<f32> {
    let words = |text: &str| f32::from(u8::try_from(text.chars().count().min(17)).unwrap_or(17));
    let weights: Vec<f32> = table
        .read_columns()
        .map(|(place, column)| {
            let longest = table
                .rows
                .iter()
                .filter_map(|row| row.cells.get(place))
                .map(said)
                .map(|(value, range)| words(&value).max(words(&range) * 0.85));
            let head = column.heading.split(' ').map(words).fold(0.0, f32::max);
            longest.fold(head, f32::max).max(7.0)
        })
        .collect();
    let all: f32 = weights.iter().sum::<f32>().max(1.0);
    std::iter::once(first).chain(weights.iter().map(|weight| (ROOM - first) * weight / all)).collect()
}

/// Which columns stand to the right: numbers do, sentences do not.
fn rights(table: &Table) -> Vec<bool> {
    let is_short = |place: usize| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(place));
        cells.map(said).all(|(value, _)| value.chars().count() <= 20)
    };
    std::iter::once(false).chain(table.read_columns().map(|(place, _)| table.look.is_grid() && is_short(place))).collect()
}

/// Puts a table, and gives back its branch.
pub(super) fn table(paper: &mut Paper, setter: &mut Setter, table: &Table) -> Branch {
    let has_heads = table.look.is_grid();
    let widths = widths(table, if has_heads { 118.0 } else { 230.0 });
    let rights = rights(table);
    let heads: Vec<Stack> = if has_heads {
        let names = std::iter::once(table.rows_are.as_str()).chain(table.read_columns().map(|(_, column)| column.heading.as_str()));
        names.zip(&widths).zip(&rights).map(|((name, width), is_right)| vec![setter.set(name, 0, HEAD, width - GAP, *is_right)]).collect()
    } else {
        Vec::new()
    };
    let rows: Vec<Vec<Stack>> = table.rows.iter().map(|row| stacks(setter, table, row, &widths, &rights)).collect();
    let first = rows.first().map_or(0.0, |row| tall(row));
    paper.need(tall(&heads) + first);
    let mut branches = Vec::new();
    if has_heads {
        let cells =
            line(paper, &heads, &widths, true).into_iter().map(|leaf| Branch::Group(Tag::TH(TableHeaderScope::Column).into(), vec![leaf]));
        let row = Branch::Group(Tag::TR.into(), cells.collect());
        branches.push(Branch::Group(Tag::THead.into(), vec![row]));
    }
    let mut body = Vec::new();
    for row in &rows {
        if paper.left() < tall(row) {
            paper.turn();
            // Why no reader hears it again: the cells name their heads already.
            if has_heads {
                repeat(paper, &heads, &widths);
            }
        }
        let cells = line(paper, row, &widths, false).into_iter().enumerate().map(|(at, leaf)| {
            let tag = if at == 0 { Tag::TH(TableHeaderScope::Row).into() } else { Tag::TD.into() };
            Branch::Group(tag, vec![leaf])
        });
        body.push(Branch::Group(Tag::TR.into(), cells.collect()));
    }
    branches.push(Branch::Group(Tag::TBody.into(), body));
    Branch::Group(Tag::Table.with_summary(Some(table.title.clone())).into(), branches)
}

fn stacks(setter: &mut Setter, table: &Table, row: &Row, widths: &[f32], rights: &[bool]) -> Vec<Stack> {
    let width = |at: usize| widths.get(at).copied().unwrap_or(40.0) - GAP;
    let is_right = |at: usize| rights.get(at).copied().unwrap_or(false);
    let mut name = vec![setter.set(&row.name, 0, NAME, width(0), false)];
    for words in [&row.more, &row.under].into_iter().flatten() {
        name.push(setter.set(words, 0, SMALL, width(0), false));
    }
    let mut all = vec![name];
    for (at, (place, _)) in (1..).zip(table.read_columns()) {
        let (value, range) = row.cells.get(place).map(said).unwrap_or_default();
        let mut stack = Vec::new();
        if !value.is_empty() {
            stack.push(setter.set(&value, 0, CELL, width(at), is_right(at)));
        }
        if !range.is_empty() {
            stack.push(setter.set(&range, 0, SMALL, width(at), is_right(at)));
        }
        all.push(stack);
    }
    all
}

fn tall(cells: &[Stack]) -> f32 {
    cells.iter().map(height).fold(0.0, f32::max) + 2.0 * PAD
}

/// One row of cells with a rule under it.
fn line(paper: &mut Paper, cells: &[Stack], widths: &[f32], is_head: bool) -> Vec<Branch> {
    let (mut x, y, tall) = (EDGE, paper.y, tall(cells));
    let mut leaves = Vec::new();
    for (cell, width) in cells.iter().zip(widths) {
        leaves.push(paper.put(ops(cell, x, y + PAD)));
        x += width;
    }
    rule(paper, y + tall, is_head);
    paper.y += tall;
    leaves
}

fn repeat(paper: &mut Paper, heads: &[Stack], widths: &[f32]) {
    let (mut x, y, tall) = (EDGE, paper.y, tall(heads));
    for (cell, width) in heads.iter().zip(widths) {
        paper.adorn(ops(cell, x, y + PAD));
        x += width;
    }
    rule(paper, y + tall, true);
    paper.y += tall;
}

fn rule(paper: &mut Paper, y: f32, is_head: bool) {
    let ink = if is_head { Ink::Reference } else { Ink::Rule };
    paper.adorn(vec![Op::Line((EDGE, y), (EDGE + ROOM, y), ink, 0.7)]);
}
