//! The list of units, and those to ask about again.

use super::status_tag;
use crate::auth::Viewer;
use crate::sites::queries::Listed;
use crate::sites::{Site, saying};
use crate::values::{Day, SiteStatus, Vocabulary, grouped};
use crate::web::layout::{Page, staff};
use crate::web::{forms, parts};
use maud::{Markup, html};

/// What the list shows.
pub struct ListPage<'a> {
    /// Units of this page.
    pub sites: &'a [Site],
    /// Units in all.
    pub count: i64,
    /// Which status.
    pub status: Option<SiteStatus>,
    /// What was looked for.
    pub words: &'a str,
    /// Landlords with units to let, the next to be asked first.
    pub landlords: &'a [Listed],
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
    match page.status {
        Some(status) => format!("{}, {}", parts::count(page.count, "unit", "units"), status.label().to_lowercase()),
        None => parts::count(page.count, "unit", "units"),
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

/// Landlords shown with their next question; the others are counted.
const MOST: usize = 8;

fn ask_again(page: &ListPage<'_>) -> Markup {
    let can_ask = page.landlords.iter().any(|one| one.is_due(page.today));
    let next = page.landlords.iter().filter(|one| one.contact.is_some()).map(|one| one.next_on).min();
    // First who has to be seen to: nobody to ask there, or units that nobody confirmed.
    let mut shown: Vec<&Listed> = page.landlords.iter().filter(|one| one.stale > 0).collect();
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
                    (Some(contact), None) if landlord.next_on <= today => { (contact.name) " is asked next." },
                    (Some(contact), None) => { (contact.name) " is asked on " (landlord.next_on.short(today)) "." },
                    (Some(contact), Some(on)) if landlord.next_on <= today => { (contact.name) " was asked on " (on.short(today)) ", and is asked next." },
                    (Some(contact), Some(on)) => { (contact.name) " was asked on " (on.short(today)) ", and is asked again on " (landlord.next_on.short(today)) "." },
                }
            }
        }
    }
}
