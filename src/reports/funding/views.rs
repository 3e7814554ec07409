//! The page of who pays: the funders, then what they paid in some days.

use super::routes::{DaysQuery, Found};
use crate::auth::Viewer;
use crate::programs::FundingSource;
use crate::reports::views::sections;
use crate::values::{FundingKind, Vocabulary};
use crate::web::layout::{Page, staff};
use crate::web::{Access, Complaints, Icon, icon, parts};
use maud::{Markup, html};

pub(super) const TITLE: &str = "Who pays";

pub(super) fn page(viewer: &Viewer, found: &Found, query: &DaysQuery, complaints: &Complaints) -> Markup {
    let address = format!("/programs/{}", found.program.id);
    let (above, tab) = if viewer.is(Access::Manager) { ("Reports", "/reports") } else { ("Programs", "/programs") };
    let file = format!("{address}/funding.csv?from={}&to={}", found.span.first, found.span.last);
    let body = html! {
        div class="head" {
            p class="small" { a href=(tab) { (above) } }
            div class="row" {
                h1 { (TITLE) }
                div class="exports push" {
                    button class="btn mini" type="button" data-print { (icon(Icon::Print, 17)) " Print or PDF" }
                    a class="btn mini" href=(file) { (icon(Icon::Download, 17)) " CSV" }
                }
            }
            p class="dim" { (found.document.about) " Nothing here says who anybody is, so every figure is exact." }
        }
        (parts::error_summary(complaints))
        div class="stack" {
            (funders(found, &address))
            section class="card noprint" aria-label="Which days" {
                form class="in filters" method="get" action={ (address) "/funding" } {
                    (parts::field("from", "First day", None, complaints, |wiring| wiring.text(&typed(&query.from, found.span.first.to_string()), "date")))
                    (parts::field("to", "Last day", None, complaints, |wiring| wiring.text(&typed(&query.to, found.span.last.to_string()), "date")))
                    button class="btn" { "Update" }
                }
            }
            (sections(&found.document))
        }
    };
    let title = if complaints.is_empty() { TITLE.to_owned() } else { format!("Error: {TITLE}") };
    staff(&viewer.chrome(), &Page::new(&title, tab), body)
}

fn typed(typed: &str, otherwise: String) -> String {
    if typed.is_empty() { otherwise } else { typed.to_owned() }
}

fn funders(found: &Found, address: &str) -> Markup {
    parts::card_with(
        "funders",
        "Funders",
        html! { a class="push" href={ (address) "/funding-sources/new" } { "Add a funder" } },
        html! {
            @if found.sources.is_empty() { (parts::empty("Nobody pays yet", "Add who pays in this program: a public budget, a foundation, a bank, or the owners themselves.", None)) }
            ul class="rows" { @for source in &found.sources { li { (funder(source)) } } }
        },
    )
}

fn funder(source: &FundingSource) -> Markup {
    let (facts, lacks) = (&source.facts, source.facts.lacks());
    html! {
        div class="row" {
            h3 { (facts.name) }
            @if source.is_default { (parts::tag("note", "usual")) }
            @if source.retired_on.is_some() { (parts::tag("", "retired")) }
            @if !lacks.is_empty() { (parts::tag("stop", "incomplete")) }
            a class="push" href={ "/funding-sources/" (source.id) } { "Change" span class="vh" { " " (facts.name) } }
        }
        p class="small dim" {
            (facts.kind.label()) @if let Some(bank) = &facts.institution { ", " bdi { (bank) } } "."
            @if let Some(test) = facts.cra_test { " " (test.label()) "." }
            @if let Some(purpose) = facts.cra_purpose { " " (purpose.label()) "." }
            @if let Some(on) = source.retired_on { " Retired on " (on) "." }
        }
        @if !lacks.is_empty() {
            p class="small" { "Missing, so the bank’s money cannot be told under the Community Reinvestment Act: " (listed(&lacks)) "." }
        }
        @if facts.kind == FundingKind::Bank && lacks.is_empty() { p class="small dim" { "Counted under the rule of 1995, which is the one that is applied." } }
    }
}

/// "the test and the purpose".
fn listed(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}
