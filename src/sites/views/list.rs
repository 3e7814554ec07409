//! The list of units, and those to ask about again.

use super::status_tag;
use crate::auth::Viewer;
use crate::places;
use crate::sites::queries::Listed;
use crate::sites::{Site, saying};
use crate::values::{Day, SiteStatus, Vocabulary, grouped};
use crate::web::layout::{Page, staff};
use crate::web::{forms, parts};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// What was found.
pub struct Found {
    /// Units of this page.
    pub sites: Vec<Site>,
    /// The zone of each that lies in one, by row key.
    pub zones: BTreeMap<i64, String>,
    /// Units in all.
    pub count: i64,
    /// Whether there are more behind this page.
    pub has_more: bool,
    /// Landlords with units to let, the next to be asked first.
    pub landlords: Vec<Listed>,
    /// The zone that the list keeps to.
    pub zone: Option<places::Zone>,
}

/// What the list shows.
pub struct ListPage<'a> {
    /// What was found.
    pub found: &'a Found,
    /// Which status.
    pub status: Option<SiteStatus>,
    /// What was looked for.
    pub words: &'a str,
    /// The pages of the list.
    pub pages: Markup,
    /// Today.
    pub today: Day,
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
        @if let Some(zone) = &page.found.zone { p class="box note" { "Only units in " a href={ "/zones/" (zone.id) } { (zone.name) } ". " a href="/sites" { "Show all" } } }
        nav class="pick" aria-label="Which units" {
            a href={ "/sites?status=all" (of_zone(page)) } aria-current=[page.status.is_none().then_some("true")] { "All" }
            @for status in SiteStatus::ALL { a href={ "/sites?status=" (status.code()) (of_zone(page)) } aria-current=[(page.status == Some(*status)).then_some("true")] { (status.label()) } }
        }
        div class="cols" {
            (parts::card_with("list", &heading(page), search(page), html! {
                @if page.found.sites.is_empty() {
                    (parts::empty("No units here", "Add the units that landlords offer, paste a listing, or import a file of them.", None))
                }
                ul class="rows" { @for site in &page.found.sites { (row(site, page.found.zones.get(&site.key), page.today)) } }
                (page.pages)
            }))
            (ask_again(page))
        }
    };
    staff(&viewer.chrome(), &Page::new("Sites", "/sites"), body)
}

/// What keeps a link to the zone.
fn of_zone(page: &ListPage<'_>) -> String {
    page.found.zone.as_ref().map(|zone| format!("&zone={}", zone.id)).unwrap_or_default()
}

fn heading(page: &ListPage<'_>) -> String {
    match page.status {
        Some(status) => format!("{}, {}", parts::count(page.found.count, "unit", "units"), status.label().to_lowercase()),
        None => parts::count(page.found.count, "unit", "units"),
    }
}

fn search(page: &ListPage<'_>) -> Markup {
    html! {
        form class="row push" method="get" action="/sites" role="search" {
            input type="hidden" name="status" value=(page.status.map_or("all", Vocabulary::code));
            @if let Some(zone) = &page.found.zone { input type="hidden" name="zone" value=(zone.id); }
            label class="vh" for="q" { "Name, address or neighborhood" }
            input class="inp" id="q" name="q" type="search" value=(page.words) placeholder="Name or neighborhood";
            button class="btn mini" { "Search" }
        }
    }
}

fn row(site: &Site, zone: Option<&String>, today: Day) -> Markup {
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
                @if let Some(zone) = zone { span { (zone) } }
            }
        }
    }
}

/// Landlords shown with their next question; the others are counted.
const MOST: usize = 8;

fn ask_again(page: &ListPage<'_>) -> Markup {
    let can_ask = page.found.landlords.iter().any(|one| one.is_due(page.today));
    let next = page.found.landlords.iter().filter(|one| one.contact.is_some()).map(|one| one.next_on).min();
    // First who has to be seen to: nobody to ask there, or units that nobody confirmed.
    let mut shown: Vec<&Listed> = page.found.landlords.iter().filter(|one| one.stale > 0).collect();
    shown.sort_by_key(|one| one.contact.is_some());
    parts::card(
        "ask",
        "Are they still there?",
        html! {
            div class="in stack" {
                p class="small dim" { "Each landlord is asked once a month, by itself, in office hours of a business day: one message, and one press for each unit." }
                @match next {
                    None => p class="dim" { "No landlord with a unit to let can be asked." },
                    Some(day) if day <= page.today => p { "The next question goes today, or in the morning of the next business day." },
                    Some(day) => p { "The next question goes on " b { (day.in_words()) } "." },
                }
                @if can_ask {
                    form method="post" action="/sites/asking" { (parts::form_key(&forms::fresh_key(), None)) button class="btn" { "Ask those now" } }
                }
            }
            @if !shown.is_empty() {
                p class="in small" { b { "Nobody confirmed these for a month" } }
                ul class="rows" { @for landlord in shown.iter().take(MOST) { (unconfirmed(landlord, page.today)) } }
                @if shown.len() > MOST { p class="in small dim" { "And " (parts::count(i64::try_from(shown.len() - MOST).unwrap_or(0), "landlord", "landlords")) " more." } }
            }
        },
    )
}

fn unconfirmed(landlord: &Listed, today: Day) -> Markup {
    html! {
        li {
            h3 { a href={ "/partners/" (landlord.partner.id) } { (landlord.partner.name) } }
            p class="dim" { (parts::count(landlord.stale, "unit", "units")) }
            p class="small" {
                @match (&landlord.contact, landlord.asked_on) {
                    (None, _) => { "Nobody to ask is known there. Add a person on its page." },
                    (Some(contact), None) if landlord.next_on <= today => { bdi { (contact.name) } " is asked next." },
                    (Some(contact), None) => { bdi { (contact.name) } " is asked on " (landlord.next_on.short(today)) "." },
                    (Some(contact), Some(on)) if landlord.next_on <= today => { bdi { (contact.name) } " was asked on " (on.short(today)) ", and is asked next." },
                    (Some(contact), Some(on)) => { bdi { (contact.name) } " was asked on " (on.short(today)) ", and is asked again on " (landlord.next_on.short(today)) "." },
                }
            }
        }
    }
}
