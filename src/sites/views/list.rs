//! The list of units, and those to ask about again.

use super::status_tag;
use crate::auth::Viewer;
use crate::sites::queries::Stale;
use crate::sites::{Site, saying};
use crate::values::{Day, SiteStatus, Vocabulary, Zone, grouped};
use crate::web::layout::{Page, staff};
use crate::web::{forms, parts};
use maud::{Markup, html};

/// What the list shows.
pub struct ListPage<'a> {
    /// Units of this page.
    pub sites: &'a [Site],
    /// Units in all.
    pub count: usize,
    /// Which status.
    pub status: Option<SiteStatus>,
    /// What was looked for.
    pub words: &'a str,
    /// Landlords to ask again.
    pub stale: &'a [Stale],
    /// The pages of the list.
    pub pages: Markup,
    /// Today.
    pub today: Day,
    /// The organization's time zone.
    pub zone: &'a Zone,
    /// What the last deed did, in words.
    pub done: Option<String>,
}

/// Draws the list.
pub fn list(viewer: &Viewer, page: &ListPage<'_>) -> Markup {
    let body = html! {
        (parts::head(None, "Sites", Some(html! { "Units that landlords told us of, and who waits for one." })))
        @if let Some(words) = &page.done { p class="box good" role="status" { (words) } }
        p class="row" {
            a class="btn main" href="/sites/new" { "Add a unit" }
            a class="btn" href="/sites/paste" { "Paste a listing" }
            a class="btn" href="/sites/rule" { "Who gets a unit" }
        }
        nav class="pick" aria-label="Which units" {
            a href="/sites?status=all" aria-current=[page.status.is_none().then_some("true")] { "All" }
            @for status in SiteStatus::ALL { a href={ "/sites?status=" (status.code()) } aria-current=[(page.status == Some(*status)).then_some("true")] { (status.label()) } }
        }
        div class="cols" {
            (parts::card_with("list", &heading(page), search(page), html! {
                @if page.sites.is_empty() {
                    (parts::empty("No units here", "Add the units that landlords offer, paste a listing, or import a file of them.", None))
                }
                ul class="rows" { @for site in page.sites { (row(site, page.today)) } }
                (page.pages)
            }))
            (ask_again(page))
        }
    };
    staff(&viewer.chrome(), &Page::new("Sites", "/sites"), body)
}

fn heading(page: &ListPage<'_>) -> String {
    let count = i64::try_from(page.count).unwrap_or(i64::MAX);
    match page.status {
        Some(status) => format!("{}, {}", parts::count(count, "unit", "units"), status.label().to_lowercase()),
        None => parts::count(count, "unit", "units"),
    }
}

fn search(page: &ListPage<'_>) -> Markup {
    html! {
        form class="row push" method="get" action="/sites" role="search" {
            input type="hidden" name="status" value=(page.status.map_or("all", Vocabulary::code));
            label class="vh" for="q" { "Name, address or neighborhood" }
            input class="inp" id="q" name="q" type="search" value=(page.words) placeholder="Name or neighborhood";
            button class="btn mini" { "Search" }
        }
    }
}

fn row(site: &Site, today: Day) -> Markup {
    html! {
        li {
            div class="row" {
                h3 { a href={ "/sites/" (site.id) } { (site.name) } }
                @if site.status != SiteStatus::Available { (status_tag(site.status)) }
                @if let Some(words) = site.checked_words(today) { (parts::tag("wait", &words)) }
            }
            p class="meta" {
                span { (site.partner.2) }
                @if let Some(area) = site.facts.number("area_sq_ft") { span { (grouped(area)) " sq ft" } }
                @if let Some(rent) = saying::rent_words(&site.facts) { span { (rent) } }
                @if let Some(place) = site.facts.text("neighborhood") { span { (place) } }
            }
        }
    }
}

fn ask_again(page: &ListPage<'_>) -> Markup {
    let can_ask = page.stale.iter().any(|one| one.contact.is_some());
    parts::card(
        "ask",
        "Ask again",
        html! {
            @if page.stale.is_empty() {
                p class="in dim" { "Every unit was confirmed within 30 days." }
            } @else {
                p class="in small dim" { "Nobody confirmed these for 30 days. Each landlord gets one link and answers with one press for each unit: still available, the rent changed, or gone. Nobody is asked twice in 30 days." }
                ul class="rows" {
                    @for landlord in page.stale {
                        li {
                            h3 { a href={ "/partners/" (landlord.partner.id) } { (landlord.partner.name) } }
                            p class="dim" { (parts::count(i64::try_from(landlord.sites.len()).unwrap_or(0), "unit", "units")) }
                            p class="small" {
                                @match (&landlord.contact, landlord.asked_at) {
                                    (None, _) => { "Nobody to ask is known there. Add a person with an e-mail address or telephone." },
                                    (Some(contact), None) => { "Ask " (contact.name) "." },
                                    (Some(contact), Some(at)) => { (contact.name) " was asked on " (page.zone.day(at).short(page.today)) "." },
                                }
                            }
                        }
                    }
                }
                @if can_ask {
                    form class="in" method="post" action="/sites/asking" { (parts::form_key(&forms::fresh_key(), None)) button class="btn" { "Ask these landlords" } }
                }
            }
        },
    )
}
