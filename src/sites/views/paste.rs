//! Listings pasted from a mail or a web page: looked at first, listed with a second press.

use super::form::landlord;
use crate::auth::Viewer;
use crate::partners::Partner;
use crate::sites::attribute::{self, On};
use crate::sites::paste::Listing;
use crate::sites::typed::Typed;
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// What the page shows.
pub struct PastePage<'a> {
    /// Landlords of the viewer's programs.
    pub landlords: &'a [Partner],
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong with it.
    pub complaints: &'a Complaints,
    /// What was read; nothing before the first look.
    pub listings: Option<&'a [Listing]>,
}

/// Draws the box, and what was read from it.
pub fn paste(viewer: &Viewer, page: &PastePage<'_>) -> Markup {
    let (typed, complaints) = (page.typed, page.complaints);
    let is_whole = page.listings.is_some_and(|listings| !listings.is_empty() && listings.iter().all(|one| one.site.is_some()));
    let body = html! {
        (parts::head(Some(html! { a href="/sites" { "Sites" } }), "Paste a listing", Some(html! { "Nothing is listed before you have looked at what was read." })))
        (parts::error_summary(complaints))
        form class="cols even" method="post" action="/sites/paste" {
            (parts::form_key(&forms::fresh_key(), None))
            (parts::card("listing", "The listing", html! {
                div class="in stack" {
                    (landlord(page.landlords, typed, complaints))
                    (parts::field("text", "Text", Some("lines such as \u{201c}Size: 5,200 sq ft\u{201d}, an empty line between units; or a table with a line of headers"), complaints, |wiring| wiring.area(typed.get("text"), 14)))
                    button class="btn" name="deed" value="look" { "Look at it" }
                }
            }))
            div class="stack" {
                @if let Some(listings) = page.listings {
                    @for (place, listing) in listings.iter().enumerate() { (one(place, listing)) }
                    @if is_whole { div class="row" { button class="btn main" name="deed" value="list" { @if listings.len() == 1 { "List this unit" } @else { "List these " (listings.len()) " units" } } } }
                } @else {
                    section class="box note" {
                        h2 { "What is understood" }
                        p { "Every field of a unit by its name, as landlords write it: size, rent ($18/sf/yr NNN), available, clear height, power, phase, docks, drive-ins, zoning, deposit and so on." }
                        p { a href="/sites/new" { "See all fields" } }
                    }
                }
            }
        }
    };
    let title = if complaints.is_empty() { "Paste a listing" } else { "Error: Paste a listing" };
    staff(&viewer.chrome(), &Page::new(title, "/sites"), body)
}

fn one(place: usize, listing: &Listing) -> Markup {
    let title = listing.site.as_ref().map_or_else(|| format!("From line {}", listing.line), |site| site.name.clone());
    parts::card(
        &format!("l{place}"),
        &title,
        html! {
            div class="in stack" {
                @if !listing.complaints.is_empty() { ul class="box stop" { @for words in &listing.complaints { li { (words) } } } }
                @if let Some(site) = &listing.site {
                    dl class="facts" {
                        @for attribute in attribute::all().filter(|attribute| attribute.on != On::Need) {
                            @if let Some(value) = site.facts.get(attribute.name) { div { dt { (attribute.label) } dd { (attribute.shown(value)) } } }
                        }
                    }
                }
                @if !listing.left_out.is_empty() { p class="small dim" { "Not understood and left out: " (listing.left_out.join("; ")) } }
            }
        },
    )
}
