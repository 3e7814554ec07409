//! The totals of a round, as they were told, with their files.

use super::{TAB, above};
use crate::auth::Viewer;
use crate::document::{Block, Cell, Document, HIDDEN, Table};
use crate::web::layout::{Page, staff};
use crate::web::parts;
use crate::worker_survey::Round;
use maud::{Markup, html};

/// The page of what was told.
pub(in crate::worker_survey) fn figures(viewer: &Viewer, round: &Round, document: &Document, files: &[(String, String)]) -> Markup {
    let above = html! { (above()) " / " a href=(round.address()) { (round.facts.title) } };
    let body = html! {
        (parts::head(Some(above), &document.title, Some(html! { (document.about) })))
        div class="stack" {
            @for notice in &document.notices { p class="box note" { (notice) } }
            @for section in &document.sections {
                (parts::card(&section.key, &section.heading, html! { div class="in stack" { @for block in &section.blocks { (drawn(block)) } } }))
            }
            (parts::card("files", "Take it with you", html! { div class="in stack" {
                p class="dim small" { "Made once, with the totals: whoever asks gets the same bytes. The code proves that a file is this one." }
                ul class="stack" { @for (form, hash) in files {
                    li { a href={ (round.address()) "/figures/" (form) } { (form.to_uppercase()) } p class="small dim" { "SHA-256 " bdi { (hash) } } }
                } }
            } }))
        }
    };
    staff(&viewer.chrome(), &Page::new(&document.title, TAB), body)
}

fn drawn(block: &Block) -> Markup {
    match block {
        Block::Table(table) => grid(table),
        Block::Paragraph(head, words) => html! { p { b { (head) } " " (words) } },
        Block::Aside(words) => html! { p class="small dim" { (words) } },
        _ => html! {},
    }
}

fn grid(table: &Table) -> Markup {
    html! {
        (parts::scroll(&format!("Table: {}", table.title), html! {
            table class="grid" {
                caption { (table.title) }
                thead { tr { th scope="col" { (table.rows_are) } @for (_, column) in table.read_columns() { th scope="col" class="num" { (column.heading) } } } }
                tbody { @for row in &table.rows {
                    tr { th scope="row" { (row.name) } @for cell in &row.cells { td class="num" { (shown(cell)) } } }
                } }
            }
        }))
    }
}

fn shown(cell: &Cell) -> Markup {
    match cell {
        Cell::Empty => html! {},
        Cell::Text(words) => html! { (words) },
        Cell::Hidden(_) => html! { span class="dim" { (HIDDEN) } },
        Cell::Number(number) => {
            html! { (number.shown()) @if !number.range().is_empty() { br; span class="small dim" { (number.range()) } } }
        }
    }
}
