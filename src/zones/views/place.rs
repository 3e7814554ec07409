//! The markup of the page on which a place and its lease are written down.

use crate::auth::Viewer;
use crate::people::{Client, label};
use crate::places::PlaceCard;
use crate::places::views::{held, level, reasons};
use crate::values::{Day, LeaseOption, LocatedBy, PlaceBasis, PlaceNotice, Tenure, Vocabulary};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use crate::zones::forms::{LocationForm, OccupancyForm};
use maud::{Markup, html};

/// Draws it.
pub fn place(
    viewer: &Viewer,
    client: &Client,
    card: &PlaceCard,
    location: &LocationForm,
    occupancy: &OccupancyForm,
    complaints: &Complaints,
    today: Day,
) -> Markup {
    let above = html! { a href="/clients" { "Clients" } " / " a href={ "/clients/" (client.id) } { (client.name) } " " span class="dim" { (label(client.number)) } };
    let body = html! {
        (parts::head(Some(above), "Place and lease", Some(html! { "Facts about the place, as told or seen. What nobody knows stays empty: not known is better than guessed." })))
        (parts::error_summary(complaints))
        div class="cols" {
            (terms(client, occupancy, complaints))
            div class="stack" {
                (on_the_map(client, location, complaints))
                (parts::card("risk", "Risk of losing the place", html! { div class="in stack" { p { (level(&card.risk)) } (reasons(&card.risk)) p class="small" { a href="/zones/rules" { "The rules behind this" } } } }))
                @if !card.told.is_empty() { (parts::card("told", "Told so far", html! {
                    ul class="rows" { @for told in &card.told { li { p { (held(&told.held, today)) } p class="meta" { span { (told.told_on.short(today)) } span { (told.basis.label()) } @if let Some(by) = &told.by { span { (by) } } } } } }
                })) }
            }
        }
    };
    staff(&viewer.chrome(), &Page::new(if complaints.is_empty() { "Place and lease" } else { "Error: Place and lease" }, "/clients"), body)
}

fn on_the_map(client: &Client, form: &LocationForm, complaints: &Complaints) -> Markup {
    let sources: Vec<(String, String)> = parts::options::<LocatedBy>(None).into_iter().filter(|(code, _)| code != "imported").collect();
    parts::card(
        "where",
        "On the map",
        html! {
            form class="in stack" method="post" action={ "/clients/" (client.id) "/location" } {
                (parts::form_key(&forms::fresh_key(), None))
                (parts::field("point", "Latitude, longitude", Some("such as 40.71280, -73.95610; empty takes the place back"), complaints, |wiring| wiring.text(&form.point, "text")))
                (parts::field("source", "Where the numbers come from", None, complaints, |wiring| wiring.select(&form.source, &sources)))
                (parts::field("since_on", "There since", Some("today, if left empty"), complaints, |wiring| wiring.text(&form.since_on, "date")))
                p class="small dim" { "The zone is found from these numbers, never from a postal code. No address is sent to any other service." }
                button class="btn" { "Save the place" }
            }
        },
    )
}

fn terms(client: &Client, form: &OccupancyForm, complaints: &Complaints) -> Markup {
    let unknown = Some("Not known");
    let yes_no = [("", "Not known"), ("yes", "Yes"), ("no", "No")].map(|(code, words)| (code.to_owned(), words.to_owned()));
    let notices = parts::options::<PlaceNotice>(Some("None that we know of"));
    parts::card(
        "held",
        "How the place is held",
        html! {
            form class="in stack" method="post" action={ "/clients/" (client.id) "/occupancy" } {
                (parts::form_key(&forms::fresh_key(), Some(form.version)))
                div class="pair apart" {
                    (parts::field("tenure", "On what terms", None, complaints, |wiring| wiring.select(&form.tenure, &parts::options::<Tenure>(unknown))))
                    (parts::field("lease_ends_on", "Last day of the lease", None, complaints, |wiring| wiring.text(&form.lease_ends_on, "date")))
                }
                div class="pair apart" {
                    (parts::field("rent", "Rent a month, dollars", None, complaints, |wiring| wiring.text(&form.rent, "text")))
                    (parts::field("rent_step", "Next step of the rent, percent", None, complaints, |wiring| wiring.text(&form.rent_step, "text")))
                }
                div class="pair apart" {
                    (parts::field("lease_option", "Option", None, complaints, |wiring| wiring.select(&form.lease_option, &parts::options::<LeaseOption>(unknown))))
                    (parts::field("option_words", "Its terms", None, complaints, |wiring| wiring.text(&form.option_words, "text")))
                }
                div class="pair apart" {
                    (parts::field("notice", "Notice received", None, complaints, |wiring| wiring.select(&form.notice, &notices)))
                    (parts::field("notice_on", "Date of the notice", None, complaints, |wiring| wiring.text(&form.notice_on, "date")))
                }
                div class="pair apart" {
                    (parts::field("has_rezoning", "Rezoning pending nearby", None, complaints, |wiring| wiring.select(&form.has_rezoning, &yes_no)))
                    (parts::field("rezoning_source", "Where that is written", None, complaints, |wiring| wiring.text(&form.rezoning_source, "text")))
                }
                (parts::field("has_building_sale", "Building sold or for sale", None, complaints, |wiring| wiring.select(&form.has_building_sale, &yes_no)))
                div class="pair apart" {
                    (parts::field("has_competing_use", "Competing uses on the block", None, complaints, |wiring| wiring.select(&form.has_competing_use, &yes_no)))
                    (parts::field("competing_words", "Which", Some("storage, hotels, housing"), complaints, |wiring| wiring.text(&form.competing_words, "text")))
                }
                div class="pair apart" {
                    (parts::field("basis", "Who says so", None, complaints, |wiring| wiring.select(&form.basis, &parts::options::<PlaceBasis>(None))))
                    (parts::field("told_on", "As of", None, complaints, |wiring| wiring.text(&form.told_on, "date")))
                }
                button class="btn main" { "Save" }
            }
        },
    )
}
