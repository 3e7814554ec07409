//! The report as a page: findings as sentences first, then charts that are tables, then what can be trusted and how it is made.

mod blocks;
mod charts;

use super::{Report, Totals, document};
use crate::auth::Viewer;
use crate::document::Document;
use crate::programs::Program;
use crate::values::{Cents, Day, grouped, hours};
use crate::web::layout::{Page, Solo, solo, staff};
use crate::web::{Icon, icon, parts};
pub(super) use blocks::sections;
use maud::{Markup, html};

/// What the page shows besides the report.
pub(super) struct Desk<'d> {
    pub(super) programs: &'d [Program],
    pub(super) chosen: Option<&'d Program>,
    pub(super) years: Vec<i16>,
    pub(super) this_year: (Day, Totals),
}

pub(super) fn page(viewer: &Viewer, desk: &Desk<'_>, report: &Report) -> Markup {
    let query = desk.chosen.map(|program| format!("?program={}", program.id)).unwrap_or_default();
    let file = |ending: &str| format!("/reports/{}.{ending}{query}", report.period);
    let document = document(report);
    let body = html! {
        div class="head" {
            div class="row" {
                h1 { "Who gets resources" }
                div class="exports push" {
                    button class="btn mini" type="button" data-print { (icon(Icon::Print, 17)) " Print" }
                    a class="btn mini" href=(file("pdf")) { (icon(Icon::Download, 17)) " PDF" }
                    a class="btn mini" href=(file("xlsx")) { (icon(Icon::Download, 17)) " Spreadsheet" }
                    a class="btn mini" href="#files" { (icon(Icon::Download, 17)) " Charts" }
                }
            }
            (cover(&document))
        }
        div class="stack" {
            section class="card" aria-label="What the report shows" {
                form class="in filters" method="get" action="/reports" {
                    div { label for="year" { "Year" } select class="inp" id="year" name="year" { @for year in &desk.years { option value=(year) selected[year.to_string() == report.period.to_string()] { (year) } } } }
                    div { label for="program" { "Program" } select class="inp" id="program" name="program" {
                        @for program in desk.programs { option value=(program.id) selected[desk.chosen.is_some_and(|chosen| chosen.key == program.key)] { (program.name) } }
                    } }
                    button class="btn" { "Update" }
                }
            }
            p { a href={ "/reports/operations" @if let Some(program) = desk.chosen { "?program=" (program.id) } } { "Operations, exactly" } ": figures without demographics, for any days: who pays, who benefits, waits, referrals, how dollars are spread, places" }
            p { a href={ "/reports/referrals" @if let Some(program) = desk.chosen { "?program=" (program.id) } } { "How referrals go: answers, waits, needs met, by kind, partner and neighborhood" } }
            @if let Some(program) = desk.chosen { p { a href={ "/programs/" (program.id) "/questions" } { "Which questions are asked" } " about who owners are, and what people are told first" } }
            p {
                a href="/benchmarks" { "Benchmarks" } ": what the businesses of the area are, to compare with"
                @if let Some(program) = desk.chosen { ". " a href={ "/benchmarks/choice?program=" (program.id) } { "Choose what to compare with" } }
            }
            (this_year(desk))
            (sections(&document))
            div class="noprint" { (files(&document, &file)) }
        }
    };
    staff(&viewer.chrome(), &Page::new("Who gets resources", "/reports"), body)
}

/// The report as one page by itself, for the command line.
pub fn printed(report: &Report) -> Markup {
    let document = document(report);
    let body = html! { div class="head" { h1 { (document.title) } (cover(&document)) } div class="stack" { (sections(&document)) } };
    solo(&Solo { title: "Who gets resources", ..Solo::default() }, body)
}

fn cover(document: &Document) -> Markup {
    html! { p class="dim" { (document.about) } @for words in &document.notices { p class="box note" { (words) } } }
}

/// Every form of the same numbers, and each chart as a picture that stands by itself.
fn files(document: &Document, file: &dyn Fn(&str) -> String) -> Markup {
    parts::card(
        "files",
        "Take it with you",
        html! {
            div class="in stack" {
                p class="dim small" { "Every file holds the same numbers under the same names. For staff of this organization only." }
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

fn this_year(desk: &Desk<'_>) -> Markup {
    let (today, totals) = &desk.this_year;
    parts::card(
        "live",
        &format!("{} so far, to {}", today.year(), today.short(*today)),
        html! {
            dl class="stat" {
                div { dt { "Businesses" } dd { (grouped(totals.businesses)) } }
                div { dt { "Services" } dd { (grouped(totals.services)) } }
                div { dt { "Advisor hours" } dd { (hours(totals.minutes)) } }
                div { dt { "Awards" } dd { (grouped(totals.deployments)) } }
                div { dt { "Dollars awarded" } dd { (Cents::new(totals.awarded_cents)) } }
                div { dt { "Partners said yes" } dd { (grouped(totals.accepted)) " of " (grouped(totals.decided)) } }
            }
        },
    )
}
