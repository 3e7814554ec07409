//! A report as markup: findings as sentences first, then charts that are tables, then what can be trusted and how it is made.

mod blocks;
mod charts;
pub(super) mod desk;

use crate::document::Document;
use crate::web::layout::{Solo, solo};
use crate::web::parts;
pub(super) use blocks::{cards, sections};
use maud::{Markup, html};

/// A document as one page by itself.
pub fn document_printed(document: &Document) -> Markup {
    let body = html! { div class="head" { h1 { (document.title) } (cover(document)) } div class="stack" { (sections(document)) } };
    solo(&Solo { title: "Who gets resources", ..Solo::default() }, body)
}

/// Whose numbers they are, and what must be read first.
pub(super) fn cover(document: &Document) -> Markup {
    html! { p class="dim" { (document.about) } @for words in &document.notices { p class="box note" { (words) } } }
}

/// Every form of the same numbers, and each chart as a picture that stands by itself.
pub(super) fn files(document: &Document, for_whom: &str, file: &dyn Fn(&str) -> String) -> Markup {
    parts::card(
        "files",
        "Take it with you",
        html! {
            div class="in stack" {
                p class="dim small" { "Every file holds the same numbers under the same names, and the report code. They are for " (for_whom) ". Asked again, each is the same to the byte." }
                ul class="stack" {
                    li { a href=(file("pdf")) { "PDF" } ", tagged for screen readers, to print and read" }
                    li { a href=(file("xlsx")) { "Spreadsheet" } ", a sheet for each table and one for the method" }
                    li { a href=(file("csv")) { "CSV" } ", one tidy table of every number" }
                    li { a href=(file("json")) { "JSON" } ", the same for programs" }
                    @for (address, title) in document.pictures() { li { a href=(file(&format!("{address}.svg"))) { "Chart: " (title) } } }
                }
            }
        },
    )
}
