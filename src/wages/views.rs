//! Tables of living wages: the list, one of them, and the form that imports a file.

use super::form::Typed;
use super::{Row, Table};
use crate::auth::Viewer;
use crate::values::{Cents, grouped};
use crate::web::layout::{Page, staff};
use crate::web::{Access, Complaints, Leaf, forms, parts};
use maud::{Markup, html};

/// The tab a page belongs to: whoever is no manager has no reports.
fn tab(viewer: &Viewer) -> &'static str {
    if viewer.is(Access::Manager) { "/reports" } else { "/programs" }
}

fn above() -> Markup {
    html! { a href="/living-wages" { "Living wages" } }
}

fn standing(table: &Table) -> Markup {
    match (table.undone_at, table.is_compared) {
        (Some(_), _) => parts::tag("stop", "Taken back"),
        (None, true) => parts::tag("good", "Wages are compared with it"),
        (None, false) => parts::tag("", "Set aside"),
    }
}

/// All tables, the newest year first.
pub(super) fn list(viewer: &Viewer, tables: Vec<Table>, leaf: Leaf) -> Markup {
    let (tables, has_more) = leaf.of_window(tables);
    let body = html! {
        (parts::head(None, "Living wages", Some(html! { "What people need to earn in an hour to live in a county. Pay that clients tell you is compared with the table of its year." })))
        div class="stack" {
            p { a class="btn main" href="/living-wages/import" { "Import a table" } }
            section class="card" aria-label="Tables" {
                @if tables.is_empty() { (parts::empty("No table yet", "Import one from whoever publishes living wages for your counties. Until then pay is shown and compared with nothing.", None)) }
                ul class="rows" {
                    @for table in &tables {
                        li {
                            div class="row" { h2 { a href={ "/living-wages/" (table.id) } { (table.said.year) ", " (table.said.household) } } (standing(table)) }
                            p class="small dim" { (table.said.source) ". " (parts::count(table.counties, "county", "counties")) "." }
                        }
                    }
                }
            }
            (parts::leaves("/living-wages", leaf, has_more))
        }
    };
    staff(&viewer.chrome(), &Page::new("Living wages", tab(viewer)), body)
}

/// One table with its counties.
pub(super) fn one(viewer: &Viewer, table: &Table, rows: Vec<Row>, leaf: Leaf, imported_on: String) -> Markup {
    let (rows, has_more) = leaf.of_window(rows);
    let title = format!("Living wages {}", table.said.year);
    let address = format!("/living-wages/{}", table.id);
    let mut facts = vec![
        ("Published by", html! { (table.said.source) }, None),
        ("Enough for", html! { (table.said.household) }, None),
        ("File", html! { bdi { (table.file_name) } ", imported " (imported_on) }, None),
    ];
    if let Some(url) = &table.said.url {
        facts.push(("From", html! { bdi { (url) } }, None));
    }
    let body = html! {
        (parts::head(Some(above()), &title, Some(standing(table))))
        div class="stack" {
            (parts::card("about", "About it", html! { div class="in" { (parts::facts(&facts)) } }))
            (parts::card("counties", "Counties", html! {
                (parts::scroll("Table: living wages by county", html! {
                    table class="grid" {
                        thead { tr { th scope="col" { "County" } th scope="col" { "Code" } th scope="col" class="num" { "An hour" } } }
                        tbody { @for row in &rows { tr { th scope="row" { (row.county) } td { (row.fips) } td class="num" { (Cents::new(row.hourly_cents)) } } } }
                    }
                }))
                p class="in small dim" { (grouped(table.counties)) " in all." }
            }))
            (parts::leaves(&address, leaf, has_more))
            @if table.undone_at.is_none() { (deeds(table, &address)) }
        }
    };
    staff(&viewer.chrome(), &Page::new(&title, tab(viewer)), body)
}

fn deeds(table: &Table, address: &str) -> Markup {
    let year = table.said.year;
    parts::card(
        "use",
        "What it is used for",
        html! {
            div class="in stack" {
                @if table.is_compared { p { "Pay counted in " (year) " is compared with this table, and pay of years that have no table of their own where this one is the nearest." } }
                @else { p { "Nothing is compared with this table." } }
                div class="row" {
                    form method="post" action={ (address) "/comparison" } {
                        input type="hidden" name="version" value=(table.version);
                        input type="hidden" name="is_compared" value=(!table.is_compared);
                        @if table.is_compared { button class="btn" { "Set it aside" } } @else { button class="btn main" { "Compare wages with it" } }
                    }
                    form method="post" action={ (address) "/undoing" } {
                        input type="hidden" name="version" value=(table.version);
                        button class="btn" { "Take this table back" }
                    }
                }
                p class="small dim" { "One table for each year. Comparing with this one sets another of " (year) " aside. Taken back, it leaves the list; the record keeps it." }
            }
        },
    )
}

/// The form that imports a file, with what was wrong about the last one.
pub(super) fn import(viewer: &Viewer, typed: &Typed, complaints: &Complaints, refused: &[String]) -> Markup {
    let key = if typed.key.is_empty() { forms::fresh_key() } else { typed.key.clone() };
    let body = html! {
        (parts::head(Some(above()), "Import living wages", Some(html! { "One line for each county. The file is taken whole, or not at all." })))
        (parts::error_summary(complaints))
        div class="stack" {
            @if !refused.is_empty() {
                (parts::card("refused", "What is wrong with the file", html! { ul class="in stack" { @for words in refused { li { (words) } } } }))
            }
            (parts::card("new", "Import a table", html! {
                form class="in stack" method="post" action="/living-wages/import" enctype="multipart/form-data" {
                    (parts::form_key(&key, None))
                    (parts::field("file", "File", Some("CSV with the columns county_fips, county and hourly; at most 2 MiB"), complaints, |wiring| wiring.text("", "file")))
                    (parts::field("source", "Published by", None, complaints, |wiring| wiring.text(&typed.source, "text")))
                    (parts::field("year", "For the year", None, complaints, |wiring| wiring.text(&typed.year, "text")))
                    (parts::field("household", "Enough for", Some("such as: one adult without children"), complaints, |wiring| wiring.text(&typed.household, "text")))
                    (parts::field("url", "Address it was fetched from", Some("if known"), complaints, |wiring| wiring.text(&typed.url, "text")))
                    div class="row" { button class="btn main" { "Import the table" } }
                }
            }))
        }
    };
    let title = if complaints.is_empty() { "Import living wages" } else { "Error: Import living wages" };
    staff(&viewer.chrome(), &Page::new(title, tab(viewer)), body)
}
