//! A document as markup: whatever section it holds. Numbers carry the id that the files give them.

use super::charts;
use crate::chart::{BAND, TICKS, percent, place};
use crate::document::{
    BAND_IS, Block, Cell, Column, Document, Finding, HIDDEN, Label, Look, Number, Plot, READING, Row, Section, Table, Tone,
};
use crate::web::parts;
use maud::{Markup, html};

pub(in crate::reports) fn sections(document: &Document) -> Markup {
    cards(&document.sections)
}

/// Some sections of one.
pub(in crate::reports) fn cards(sections: &[Section]) -> Markup {
    html! { @for section in sections { (card(section)) } }
}

fn card(section: &Section) -> Markup {
    html! {
        section class=(if section.begins_page { "card newpage" } else { "card" }) aria-labelledby=(section.key) {
            div class="cap" { h2 id=(section.key) { (section.heading) } }
            div class="in stack" { @for block in &section.blocks { (shown(block)) } }
        }
    }
}

fn shown(block: &Block) -> Markup {
    html! {
        @match block {
            Block::Heading(words) => h3 { (words) },
            Block::Paragraph(lead, rest) => p { @if !lead.is_empty() { b { (lead) } } (rest) },
            Block::Aside(words) => p class="small dim" { (words) },
            Block::Hidden(name, why) => p class="gone" { span { @if !name.is_empty() { b { (name) ". " } } (why) } },
            Block::Findings(findings) => (found(findings)),
            Block::Facts(facts) => dl class="facts" { @for (name, words) in facts { div { dt { (name) } dd { (words) } } } },
            Block::Table(table) => @match table.look {
                Look::Files => {},
                Look::Facts => (list(table)),
                Look::Grid => (grid(table)),
                Look::Folded => details { summary { (table.title) } (grid(table)) },
            },
            Block::Plot(plot) => (drawn(plot)),
            Block::Chart(chart) => { (charts::chart(chart)) details { summary { "See the numbers" } (grid(&chart.table)) } },
        }
    }
}

fn found(findings: &[Finding]) -> Markup {
    html! {
        ol class="finds" {
            @for finding in findings {
                li id=(finding.id) { h3 { (finding.sentence) } div { @if let Some(detail) = &finding.detail { p class="dim" { (detail) } } (tag(&finding.tag)) } }
            }
        }
    }
}

fn tag(label: &Label) -> Markup {
    let tone = match label.tone {
        Tone::Stop => "stop",
        Tone::Note => "note",
        Tone::Plain => "",
    };
    parts::tag(tone, &label.words)
}

fn list(table: &Table) -> Markup {
    html! {
        dl class="facts" {
            @for row in &table.rows { div {
                dt { (row.name) }
                @for ((_, column), cell) in table.read_columns().zip(&row.cells) { dd class="num" id=(table.id(row, column)) { (said(cell)) } }
            } }
        }
    }
}

fn said(cell: &Cell) -> Markup {
    html! {
        @match cell {
            Cell::Empty => {},
            Cell::Text(words) => (words),
            Cell::Hidden(_) => span class="gone" { (HIDDEN) },
            Cell::Number(number) => (figure(number)),
        }
    }
}

/// A number, and under it its range and whether it is rounded.
fn figure(number: &Number) -> Markup {
    let (value, range) = (number.shown(), number.range());
    html! {
        (value)
        @if !range.is_empty() { @if value.is_empty() { (range) } @else { br; span class="small dim" { (range) } } }
        @if number.flag == "rounded" { br; span class="small dim" { "rounded" } }
    }
}

fn name(row: &Row) -> Markup {
    html! {
        (row.name)
        @if let Some(more) = &row.more { br; span class="small dim" { (more) } }
        @if let Some(under) = &row.under { br; span class="small dim num" { (under) } }
    }
}

fn is_number(table: &Table, place: usize) -> bool {
    !table.rows.iter().any(|row| matches!(row.cells.get(place), Some(Cell::Text(_))))
}

fn grid(table: &Table) -> Markup {
    let class = |place: usize, _: &Column| if is_number(table, place) { "n" } else { "" };
    parts::scroll(
        &table.title,
        html! {
            table class="grid" {
                caption class="vh" { (table.title) }
                thead { tr { th scope="col" { (table.rows_are) } @for (place, column) in table.read_columns() { th scope="col" class=(class(place, column)) { (column.heading) } } } }
                tbody { @for row in &table.rows { tr {
                    th scope="row" { (name(row)) }
                    @for (place, column) in table.read_columns() {
                        td class=(class(place, column)) id=[row.cells.get(place).filter(|cell| **cell != Cell::Empty).map(|_| table.id(row, column))] {
                            @if let Some(cell) = row.cells.get(place) { (said(cell)) }
                        }
                    }
                } } }
            }
        },
    )
}

fn drawn(plot: &Plot) -> Markup {
    html! {
        p class="dim" { (plot.against) " " (READING) }
        table class="plot" {
            caption class="vh" { (plot.table.title) }
            thead { tr {
                th scope="col" { (plot.table.rows_are) }
                th scope="col" class="g" { (axis()) span class="vh" { "Times as often as the others" } }
                th scope="col" class="v" { "Times as often, 95% range" }
            } }
            tbody { @for (at, row) in plot.table.rows.iter().enumerate() { tr {
                th scope="row" { (name(row)) }
                @match plot.table.cell(row, &plot.drawn) {
                    Some(Cell::Number(number)) if number.value.is_some() => { td class="g" { (dot(number)) } td class="v" { (times(plot, at, number)) } },
                    _ => td class="gone" colspan="2" { span { (plot.instead.get(at).map_or("", String::as_str)) } },
                }
            } } }
        }
        (key())
        details { summary { "See the numbers" } (grid(&plot.table)) }
    }
}

fn axis() -> Markup {
    html! {
        svg aria-hidden="true" focusable="false" {
            text class="tx" x="0" y="12" { "← less often" }
            text class="tx b" x="50%" y="12" text-anchor="middle" { "same rate" }
            text class="tx" x="100%" y="12" text-anchor="end" { "more often →" }
            @for (ratio, words, is_same) in TICKS { text class=(if is_same { "tx b" } else { "tx" }) x=(percent(place(ratio).percent)) y="32" text-anchor="middle" { (words) } }
        }
    }
}

fn times(plot: &Plot, at: usize, number: &Number) -> Markup {
    html! {
        b { (number.shown()) }
        @if number.ends.is_some() { " " span class="small dim" { (number.range()) } }
        @if let Some(Some(label)) = plot.tags.get(at) { br; (tag(label)) }
    }
}

fn dot(number: &Number) -> Markup {
    let ratio = number.value.map_or(1.0, crate::document::Value::real);
    let ends = number.ends.map(|(low, high)| (low.real(), high.real()));
    let (dot, band) = (place(ratio), (place(BAND.0).percent, place(BAND.1).percent));
    let is_clear = ends.is_some_and(|(low, high)| low > 1.0 || high < 1.0);
    html! {
        svg aria-hidden="true" focusable="false" {
            rect class="bd" x=(percent(band.0)) y="0" width=(percent(band.1 - band.0)) height="100%" {}
            @for (tick, _, is_same) in TICKS { @let at = percent(place(tick).percent); line class=(if is_same { "rf" } else { "ax" }) x1=(at) x2=(at) y1="0" y2="100%" {} }
            @if let Some((low, high)) = ends { line class="wh" x1=(percent(place(low).percent)) x2=(percent(place(high).percent)) y1="50%" y2="50%" {} }
            @if dot.is_beyond { text class="tx b" x=(percent(dot.percent)) y="50%" dy="5" text-anchor=(if ratio > 1.0 { "end" } else { "start" }) { (if ratio > 1.0 { "→" } else { "←" }) } }
            @else { circle class=(if is_clear { "pt" } else { "pt open" }) cx=(percent(dot.percent)) cy="50%" r="7" {} }
        }
    }
}

fn key() -> Markup {
    html! {
        p class="key" {
            span { svg width="44" height="16" aria-hidden="true" { line class="wh" x1="4" x2="40" y1="8" y2="8" {} circle class="pt" cx="22" cy="8" r="6" {} } "rate and 95% range" }
            span { svg width="26" height="16" aria-hidden="true" { rect class="bd" width="26" height="16" {} } (BAND_IS) }
        }
    }
}
