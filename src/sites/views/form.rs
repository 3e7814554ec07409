//! The form of a unit: everything a practitioner asks of one. What is left empty is not known.

use super::fields::{Empty, grid};
use crate::auth::Viewer;
use crate::partners::Partner;
use crate::sites::Site;
use crate::sites::attribute::{self, Attribute, On};
use crate::sites::typed::Typed;
use crate::values::SiteStatus;
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// What the page shows.
pub struct FormPage<'a> {
    /// The unit; nothing while it is new.
    pub site: Option<&'a Site>,
    /// Landlords of the viewer's programs.
    pub landlords: &'a [Partner],
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong with it.
    pub complaints: &'a Complaints,
}

/// Draws the form of a new unit, or of one that is known.
pub fn form(viewer: &Viewer, page: &FormPage<'_>) -> Markup {
    let (typed, complaints) = (page.typed, page.complaints);
    let title = page.site.map_or_else(|| "Add a unit".to_owned(), |site| format!("Change {}", site.name));
    let action = page.site.map_or_else(|| "/sites".to_owned(), |site| format!("/sites/{}", site.id));
    let above = html! {
        a href="/sites" { "Sites" }
        @if let Some(site) = page.site { " " span aria-hidden="true" { "/" } " " a href={ "/sites/" (site.id) } { (site.name) } }
    };
    let body = html! {
        (parts::head(Some(above), &title, Some(html! { "Leave empty what you do not know. A match asks the landlord about it." })))
        (parts::error_summary(complaints))
        form class="stack" method="post" action=(action) {
            (parts::form_key(&forms::fresh_key(), Some(page.site.map_or(0, |site| site.version))))
            (parts::card("unit", "The unit", html! {
                div class="in stack" {
                    @if page.site.is_none() { (landlord(page.landlords, typed, complaints)) }
                    (parts::field("name", "Name of the unit", Some("building and unit"), complaints, |wiring| wiring.text(typed.get("name"), "text")))
                    @if page.site.is_some() {
                        (parts::chips("status", "Where it stands", None, typed.get("status"), &parts::options::<SiteStatus>(None), complaints))
                    }
                }
            }))
            @for (place, (group, attributes)) in attribute::GROUPS.iter().enumerate() {
                @let shown: Vec<&'static Attribute> = attributes.iter().filter(|attribute| attribute.on != On::Need).collect();
                (parts::card(&format!("g{place}"), group, html! { div class="in" { (grid(&shown, typed, complaints, Empty::NotKnown)) } }))
            }
            div class="row" {
                button class="btn main" { @if page.site.is_some() { "Save changes" } @else { "Add unit" } }
                a class="btn bare" href=(page.site.map_or_else(|| "/sites".to_owned(), |site| format!("/sites/{}", site.id))) { "Cancel" }
            }
        }
    };
    let title = if complaints.is_empty() { title } else { format!("Error: {title}") };
    staff(&viewer.chrome(), &Page::new(&title, "/sites"), body)
}

/// The landlords to choose from.
pub(super) fn landlord(landlords: &[Partner], typed: &Typed, complaints: &Complaints) -> Markup {
    let choices: Vec<(String, String)> = [(String::new(), "Choose the landlord".to_owned())]
        .into_iter()
        .chain(landlords.iter().map(|partner| (partner.id.to_string(), partner.name.clone())))
        .collect();
    html! {
        (parts::field("partner", "Landlord", None, complaints, |wiring| wiring.select(typed.get("partner"), &choices)))
        @if landlords.is_empty() {
            p class="box note" { "No partner takes referrals for space yet. A manager adds the landlord to the " a href="/partners" { "directory" } " first." }
        }
    }
}
