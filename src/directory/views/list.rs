//! The list of partners: search, filters, one row for each, and the form that adds one.

use super::{PartnerForm, fields};
use crate::auth::Viewer;
use crate::partners::queries::Listing;
use crate::partners::service::{Freshness, freshness};
use crate::partners::views::standing;
use crate::partners::{Closure, closure};
use crate::referrals::queries::AnswerTimes;
use crate::values::{Day, Kind, PartnerType, ServiceStatus, Vocabulary, codes};
use crate::web::layout::{Page, staff};
use crate::web::{Access, Complaints, forms, parts};
use maud::{Markup, html};

/// What somebody looks for, as it stands in the address.
#[derive(Debug, Default, Clone, serde::Deserialize)]
pub struct SearchForm {
    #[serde(default)]
    pub(in crate::directory) q: String,
    #[serde(default)]
    pub(in crate::directory) kind: String,
    #[serde(default, rename = "type")]
    pub(in crate::directory) sort: String,
    #[serde(default)]
    pub(in crate::directory) language: String,
    #[serde(default)]
    pub(in crate::directory) open: String,
    #[serde(default)]
    pub(in crate::directory) page: u32,
}

impl SearchForm {
    /// The address of another page of the same search.
    pub(in crate::directory) fn address(&self, page: u32) -> String {
        let page = if page > 0 { page.to_string() } else { String::new() };
        let asked = [
            ("q", &self.q),
            ("kind", &self.kind),
            ("type", &self.sort),
            ("language", &self.language),
            ("open", &self.open),
            ("page", &page),
        ];
        let query: Vec<String> =
            asked.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("{name}={}", parts::encoded(value))).collect();
        if query.is_empty() { "/partners".to_owned() } else { format!("/partners?{}", query.join("&")) }
    }
}

/// A partner in the list.
pub struct Listed {
    pub(in crate::directory) listing: Listing,
    pub(in crate::directory) closures: Vec<Closure>,
    pub(in crate::directory) times: AnswerTimes,
}

/// What the list shows.
pub struct ListPage<'a> {
    pub(in crate::directory) listed: &'a [Listed],
    pub(in crate::directory) found: usize,
    pub(in crate::directory) is_all: bool,
    pub(in crate::directory) search: &'a SearchForm,
    pub(in crate::directory) pages: Markup,
    pub(in crate::directory) form: &'a PartnerForm,
    pub(in crate::directory) complaints: &'a Complaints,
    pub(in crate::directory) today: Day,
}

/// The list.
pub fn partners(viewer: &Viewer, page: &ListPage<'_>) -> Markup {
    let can_add = viewer.is(Access::Manager);
    let found = parts::count(i64::try_from(page.found).unwrap_or_default(), "partner", "partners");
    let body = html! {
        div class="head" {
            div class="row" { h1 { "Partners" } @if can_add { a class="btn push" href="#new" { "Add a partner" } } }
            p class="dim" { (found) @if page.is_all { " that answer referrals, by name." } @else { " found, by name." } " Answer times are measured from what happened." }
        }
        (parts::error_summary(page.complaints))
        div class="stack" {
            (search(page.search, page.is_all))
            section class="card" aria-labelledby="list" {
                h2 class="vh" id="list" { "Partners" }
                @if page.listed.is_empty() {
                    @if page.is_all { (parts::empty("No partners yet", "A manager adds the organizations that take referrals: landlords, labs, lenders, trainers.", None)) }
                    @else { (parts::empty("Nothing found", "Try fewer words, or take a filter off.", Some(html! { a class="btn" href="/partners" { "All partners" } }))) }
                }
                ul class="rows" { @for listed in page.listed { (row(listed, page.today)) } }
                (page.pages)
            }
            @if can_add { div class="cols even" { (add(viewer, page)) (files()) } }
        }
    };
    let title = if page.complaints.is_empty() { "Partners" } else { "Error: Partners" };
    staff(&viewer.chrome(), &Page::new(title, "/partners"), body)
}

fn search(form: &SearchForm, is_all: bool) -> Markup {
    let kinds: Vec<(String, String)> = Kind::ALL.iter().map(|kind| (kind.code().to_owned(), kind.label().to_owned())).collect();
    let languages: Vec<(String, String)> =
        codes::rows(codes::List::Languages).iter().map(|code| (code.code.clone(), code.label.clone())).collect();
    let select = |name: &str, label: &str, any: &str, chosen: &str, options: &[(String, String)]| {
        html! {
            div {
                label for={ "by-" (name) } { (label) }
                select class="inp" id={ "by-" (name) } name=(name) {
                    option value="" { (any) }
                    @for (value, words) in options { option value=(value) selected[value == chosen] { (words) } }
                }
            }
        }
    };
    html! {
        form class="stack" method="get" action="/partners" role="search" {
            div class="row" {
                label class="vh" for="q" { "Find a partner" }
                input class="inp grow" id="q" name="q" type="search" value=(form.q) placeholder="Name, service, area, what to bring" autocomplete="off";
                button class="btn" { "Find" }
                @if !is_all { a class="btn bare" href="/partners" { "All partners" } }
            }
            div class="filters" {
                (select("kind", "Takes", "Every kind", &form.kind, &kinds))
                (select("type", "Organization", "Every sort", &form.sort, &parts::options::<PartnerType>(None)))
                (select("language", "Language", "Any language", &form.language, &languages))
                div class="tick" { input type="checkbox" id="by-open" name="open" value="yes" checked[!form.open.is_empty()]; label for="by-open" { "Open now" } }
            }
        }
    }
}

fn row(listed: &Listed, today: Day) -> Markup {
    let Listing { partner, services } = &listed.listing;
    let offered: Vec<_> = services.iter().filter(|service| service.facts.status == ServiceStatus::Active).collect();
    let oldest = offered.iter().filter_map(|service| match freshness(service.checked_on, today) {
        Freshness::Old(day) => Some(day),
        _ => None,
    });
    html! {
        li {
            div class="row" {
                h3 { a href={ "/partners/" (partner.id) } { (partner.name) } }
                @if partner.is_closed { (parts::tag("", "Closed")) }
                @else {
                    @if listed.times.is_slow() { (parts::tag("wait", "Slow to answer")) }
                    @if let Some(now) = closure::closed_on(&listed.closures, today) { (parts::tag("wait", &format!("Closed until {}", now.to.short(today)))) }
                    @if let Some(day) = oldest.min() { (parts::tag("", &format!("Not checked since {}", day.short(today)))) }
                }
            }
            p class="meta" { @for kind in &partner.kinds { span { (kind.label()) } } @for word in &partner.types { span { (word.label()) } } }
            @if !offered.is_empty() {
                ul class="small" {
                    @for service in offered { li { (service.facts.name) " " (standing(service.capacity.standing(today), today)) } }
                }
            }
            p class="small dim" { (listed.times.words()) }
        }
    }
}

/// The whole directory as a file, with its people or without.
fn files() -> Markup {
    parts::card(
        "files",
        "The directory as a file",
        html! {
            div class="in stack" {
                p { "For a spreadsheet, or for another directory of services. Everything is in it but the people we ask." }
                p class="exports" {
                    a class="btn" href="/exports/partners.csv" { "CSV" }
                    a class="btn" href="/exports/partners.json" { "JSON (HSDS)" }
                }
                details {
                    summary { "With the people we ask" }
                    div class="stack" {
                        p class="small dim" { "Their names, e-mail addresses and telephones are personal: hand such a file on with care. That you took it is written down." }
                        p class="exports" {
                            a class="btn" href="/exports/partners.csv?people=yes" { "CSV with people" }
                            a class="btn" href="/exports/partners.json?people=yes" { "JSON with people" }
                        }
                    }
                }
                p class="small dim" { "A file in the form of this CSV is read in on the page " a href="/imports" { "Imports" } "; what is here already stays as it is." }
            }
        },
    )
}

fn add(viewer: &Viewer, page: &ListPage<'_>) -> Markup {
    html! {
        section class="card" aria-labelledby="new" {
            h2 id="new" { "Add a partner" }
            form class="in stack" method="post" action="/partners" {
                (parts::form_key(&forms::fresh_key(), None))
                (program(viewer, page.form))
                (fields(page.form, page.complaints))
                button class="btn main" { "Add partner" }
            }
        }
    }
}

fn program(viewer: &Viewer, form: &PartnerForm) -> Markup {
    let programs = viewer.programs();
    html! {
        @if programs.len() > 1 {
            div {
                label for="program" { "Program" }
                select class="inp" id="program" name="program" {
                    @for (key, name) in programs { option value=(key) selected[form.program == key.to_string()] { (name) } }
                }
            }
        }
    }
}
