//! Outcomes for staff: the card and the list of a client, the list of a program with what it comes to, and one outcome.

use super::form::FilterForm;
use super::measure::Measure;
use super::{Outcome, Total};
use crate::auth::Viewer;
use crate::people::{self, Client};
use crate::values::codes::{self, List};
use crate::values::{Day, Evidence, Vocabulary, grouped};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, Leaf, parts};
use maud::{Markup, html};

mod facts;
mod one;

pub(super) use facts::{facts, new};
pub(super) use one::{OutcomePage, outcome};

fn titled(title: &str, complaints: &Complaints) -> String {
    if complaints.is_empty() { title.to_owned() } else { format!("Error: {title}") }
}

fn above(client: &Client) -> Markup {
    html! { a href="/clients" { "Clients" } " / " a href={ "/clients/" (client.id) } { (client.name) } " " span class="dim" { (people::label(client.number)) } }
}

/// How well it is known, as a tag.
fn evidence(outcome: &Outcome) -> Markup {
    match outcome.evidence {
        Evidence::AdvisorNote if outcome.is_contradicted() => parts::tag("stop", "The client says it is different"),
        Evidence::AdvisorNote => parts::tag("", Evidence::AdvisorNote.label()),
        known => parts::tag("good", known.label()),
    }
}

fn title(outcome: &Outcome) -> String {
    outcome.amount().map_or_else(|| outcome.label().to_owned(), |amount| format!("{}: {amount}", outcome.label()))
}

/// An outcome in a list; of whom, where the list is of several.
fn row(outcome: &Outcome, names_client: bool, today: Day) -> Markup {
    html! {
        li {
            div class="row" { h3 { a href={ "/outcomes/" (outcome.id) } { (title(outcome)) } } (evidence(outcome)) }
            p class="small dim" {
                @if names_client { bdi { (outcome.client.3) } ", " }
                (outcome.facts.on.short(today))
                @if let Some((_, number, _)) = &outcome.referral { ", of R-" (number) }
                @if outcome.waits_for_client() { ". The client was asked, and has not answered yet" }
            }
        }
    }
}

/// The card on the page of a client: the newest three, and the way to all of them.
#[must_use]
pub fn card(client: &Client, outcomes: &[Outcome], today: Day) -> Markup {
    parts::card_with(
        "outcomes",
        "Outcomes",
        html! { a class="push" href={ "/clients/" (client.id) "/outcomes" @if outcomes.is_empty() { "/new" } } { @if outcomes.is_empty() { "Add one" } @else { "All, and add" } } },
        html! {
            @if outcomes.is_empty() { p class="in dim" { "Nothing written down yet: a job, a lease, a contract, a license." } }
            @else { ul class="rows" { @for outcome in outcomes.iter().take(3) { (row(outcome, false, today)) } } }
        },
    )
}

/// Every outcome of a client.
pub(super) fn of_client(viewer: &Viewer, client: &Client, outcomes: &[Outcome], leaf: Leaf, has_more: bool, today: Day) -> Markup {
    let address = format!("/clients/{}/outcomes", client.id);
    let add = html! { a class="btn main" href={ (address) "/new" } { "Add an outcome" } };
    let body = html! {
        (parts::head(Some(above(client)), "Outcomes", Some(html! { "What came of it for this client, and how well that is known." })))
        div class="stack" {
            @if outcomes.is_empty() {
                section class="card" { (parts::empty("No outcome yet", "Write it down when you learn of it. The client can say with one tap whether it is right.", Some(add))) }
            } @else {
                p { (add) }
                (parts::card("list", "So far", html! { ul class="rows" { @for outcome in outcomes { (row(outcome, false, today)) } } }))
            }
            (parts::leaves(&address, leaf, has_more))
        }
    };
    staff(&viewer.chrome(), &Page::new("Outcomes", "/clients"), body)
}

/// What the list of a program shows.
pub(super) struct ListPage<'p> {
    pub outcomes: &'p [Outcome],
    pub totals: &'p [Total],
    pub form: &'p FilterForm,
    pub has_more: bool,
    pub today: Day,
}

pub(super) fn list(viewer: &Viewer, page: &ListPage<'_>) -> Markup {
    let (form, query) = (page.form, page.form.query());
    let address = |number: u32| format!("/outcomes?page={number}{query}");
    let body = html! {
        (parts::head(None, "Outcomes", Some(html! { "What came of it for clients. These figures are exact: nobody's demographics are in them." })))
        div class="stack" {
            (filter(viewer, form))
            @if page.outcomes.is_empty() {
                section class="card" {
                    @if query.is_empty() { (parts::empty("No outcome yet", "Open a client and add what came of it. It stands here with how well it is known.", Some(html! { a class="btn" href="/clients" { "See clients" } }))) }
                    @else { (parts::empty("No such outcome", "None fits what you chose.", Some(html! { a class="btn" href="/outcomes" { "See all of them" } }))) }
                }
            } @else {
                (totals(page.totals))
                (parts::card("list", "One by one", html! { ul class="rows" { @for outcome in page.outcomes { (row(outcome, true, page.today)) } } }))
            }
            p { a href="/stories" { "Stories" } ": how it went, in words that clients agree to" }
            (parts::pager((form.page > 0).then(|| address(0)), page.has_more.then(|| address(form.page.saturating_add(1)))))
            @if viewer.is(crate::web::Access::Manager) && !page.outcomes.is_empty() {
                p { a class="btn" href="/exports?kind=outcomes" { "Take them out as a file" } " " span class="small dim" { "With client numbers instead of names, and without the words." } }
            }
        }
    };
    staff(&viewer.chrome(), &Page::new("Outcomes", "/outcomes"), body)
}

fn filter(viewer: &Viewer, form: &FilterForm) -> Markup {
    let none = Complaints::default();
    let first = |words: &str| std::iter::once((String::new(), words.to_owned()));
    let kinds: Vec<(String, String)> =
        first("All kinds").chain(codes::rows(List::OutcomeKinds).iter().map(|row| (row.code.clone(), row.label.clone()))).collect();
    let programs = viewer.programs().into_iter().map(|(key, name)| (key.to_string(), name.to_owned()));
    let programs: Vec<(String, String)> = first("All of yours").chain(programs).collect();
    let levels: Vec<(String, String)> = first("However known")
        .chain(Evidence::ALL.iter().skip(1).map(|level| (level.code().to_owned(), format!("{}, or better", level.label()))))
        .collect();
    html! {
        details class="card" open[!form.query().is_empty()] {
            summary class="in" { "Choose which" }
            form class="in form" method="get" action="/outcomes" {
                div class="pair apart" {
                    (parts::field("kind", "Kind", None, &none, |wiring| wiring.select(&form.kind, &kinds)))
                    (parts::field("evidence", "How well it is known", None, &none, |wiring| wiring.select(&form.evidence, &levels)))
                }
                div class="pair apart" {
                    (parts::field("from", "From", None, &none, |wiring| wiring.text(&form.from, "date")))
                    (parts::field("to", "To", None, &none, |wiring| wiring.text(&form.to, "date")))
                }
                @if programs.len() > 2 {
                    (parts::field("program", "Program", None, &none, |wiring| wiring.select(&form.program, &programs)))
                }
                div class="row" { button class="btn" { "Show these" } @if !form.query().is_empty() { a class="btn bare" href="/outcomes" { "All of them" } } }
            }
        }
    }
}

/// "12 people more", "$1,200,000", or nothing for a kind without amounts.
fn sum(kind: &str, amount: Option<i64>) -> String {
    let measure = Measure::of(kind);
    match measure.unit.zip(amount) {
        // Shares of different businesses add up to nothing.
        Some((super::measure::Unit::Percent, _)) | None => String::new(),
        Some((unit, amount)) if measure.is_change => unit.signed(amount),
        Some((unit, amount)) => unit.words(amount),
    }
}

fn totals(totals: &[Total]) -> Markup {
    parts::card(
        "totals",
        "What they come to",
        parts::scroll(
            "Totals by kind",
            html! {
                table class="grid" {
                    thead { tr { th scope="col" { "Kind" } th scope="col" class="n" { "Outcomes" } th scope="col" class="n" { "Businesses" } th scope="col" class="n" { "In all" } th scope="col" class="n" { "Known better than by a note" } } }
                    tbody {
                        @for total in totals {
                            tr {
                                th scope="row" { (codes::label(List::OutcomeKinds, &total.kind).unwrap_or("Something else")) }
                                td class="n" { (grouped(total.outcomes)) }
                                td class="n" { (grouped(total.businesses)) }
                                td class="n" { (sum(&total.kind, total.amount)) @if total.amount.is_some() && total.without_amount > 0 { br; span class="small dim" { (grouped(total.without_amount)) " without an amount" } } }
                                td class="n" { (grouped(total.known)) @let known = sum(&total.kind, total.known_amount); @if !known.is_empty() { br; span class="small dim" { (known) } } }
                            }
                        }
                    }
                }
            },
        ),
    )
}
