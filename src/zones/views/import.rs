//! The markup of importing zones.

use super::map::{Drawn, map};
use crate::auth::Viewer;
use crate::config::Clock;
use crate::places::command::Said;
use crate::places::drawing::label_points;
use crate::places::reading::Reading;
use crate::places::{Edition, ZoneSet, acres};
use crate::values::{Instant, grouped};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

fn counted(count: usize) -> String {
    grouped(i64::try_from(count).unwrap_or(i64::MAX))
}

/// Choosing a file, and the editions there were.
pub fn choice(viewer: &Viewer, editions: &[Edition], clock: &Clock, property: &str, complaints: &Complaints) -> Markup {
    let above = html! { a href="/zones" { "Zones" } };
    let below = html! { "Boundaries from a GeoJSON file. Nothing changes until you press Import. A newer edition closes the one before; what happened on an earlier day stays in the zone of that day." };
    let body = html! {
        (parts::head(Some(above), "Import zones", Some(below)))
        (parts::error_summary(complaints))
        div class="cols" {
            (parts::card("past", "Imported so far", html! {
                @if editions.is_empty() { (parts::empty("Nothing imported yet", "Choose a file. You see its zones before anything changes.", None)) }
                @else { ul class="rows" { @for edition in editions { (one_edition(edition, clock)) } } }
            }))
            (parts::card("new", "Import a file", html! {
                form class="in stack" method="post" action="/zones/preview" enctype="multipart/form-data" {
                    (parts::field("file", "File", Some("GeoJSON in longitude and latitude (WGS 84), at most 10 MiB"), complaints, |wiring| wiring.text("", "file")))
                    (parts::field("property", "Property that holds the name", Some("only if it is not called name"), complaints, |wiring| wiring.text(property, "text")))
                    button class="btn main" { "Look at it first" }
                }
            }))
        }
    };
    staff(&viewer.chrome(), &Page::new(if complaints.is_empty() { "Import zones" } else { "Error: Import zones" }, "/zones"), body)
}

fn one_edition(edition: &Edition, clock: &Clock) -> Markup {
    let now: Instant = clock.now();
    html! {
        li {
            div class="row" { h3 { (edition.set_name) } @if edition.undone_at.is_some() { (parts::tag("wait", "Undone")) } }
            p class="meta" {
                span { (parts::count(edition.zone_count, "zone", "zones")) } span { "from " (edition.valid_from) } span { (edition.source) }
                @if let Some(licence) = &edition.licence { span { (licence) } }
            }
            p class="meta" { span { (edition.file_name) } span { "imported " (clock.zone().day(edition.imported_at)) } span { (edition.imported_by) } }
            @if edition.can_be_undone(now) {
                form method="post" action={ "/zones/editions/" (edition.id) "/undoing" } {
                    (parts::form_key(&forms::fresh_key(), None))
                    button class="btn mini" { "Undo this import" span class="vh" { ": " (edition.set_name) " from " (edition.valid_from) } }
                }
            }
        }
    }
}

/// A file before it is imported.
pub struct Draft<'d> {
    /// Address of the job.
    pub job: &'d str,
    /// As the file is called.
    pub file: &'d str,
    /// What was read.
    pub reading: &'d Reading,
    /// What is said about it so far.
    pub said: &'d Said,
    /// The set of that name, if it is here.
    pub known: Option<&'d ZoneSet>,
}

/// What a file would bring, or why it can't be imported.
pub fn preview(viewer: &Viewer, draft: &Draft<'_>, complaints: &Complaints) -> Markup {
    let reading = draft.reading;
    let above = html! { a href="/zones" { "Zones" } " / " a href="/zones/import" { "Import" } };
    let body = html! {
        (parts::head(Some(above), &format!("Look at {}", draft.file), Some(html! { "Nothing is changed yet." })))
        @if reading.error_count > 0 { (refused(reading)) } @else {
            (parts::error_summary(complaints))
            div class="cols" { (drawn(reading)) (about(draft, complaints)) }
        }
    };
    let is_fine = reading.error_count == 0 && complaints.is_empty();
    staff(&viewer.chrome(), &Page::new(if is_fine { "Look at the file" } else { "Error: Look at the file" }, "/zones"), body)
}

fn refused(reading: &Reading) -> Markup {
    html! {
        div class="stack" {
            div class="box stop" role="alert" tabindex="-1" id="errors" {
                h2 { @if reading.error_count == 1 { "One thing to fix" } @else { (counted(reading.error_count)) " things to fix" } }
                ul { @for words in &reading.errors { li { (words) } } }
                @if reading.error_count > reading.errors.len() { p { "And " (counted(reading.error_count - reading.errors.len())) " more." } }
            }
            p { "Correct the file and choose it again. It is imported whole or not at all." }
            p { a class="btn" href="/zones/import" { "Choose another file" } }
        }
    }
}

fn drawn(reading: &Reading) -> Markup {
    let shapes: Vec<Drawn<'_>> = reading
        .zones
        .iter()
        .enumerate()
        .map(|(place, zone)| Drawn { shape: &zone.shape, class: "zone", number: Some(place + 1) })
        .collect();
    let middle = reading.zones.first().and_then(|zone| label_points(&zone.shape).into_iter().next());
    parts::card(
        "zones",
        &format!("{} zones", counted(reading.zones.len())),
        html! {
            div class="in stack" {
                (map("preview-map", "The zones of the file", "Each zone carries the number it has in the list below. North is up.", &shapes, &[]))
                @if let Some(point) = middle { p class="small dim" { "The first zone lies near " (point) " (latitude, longitude). If that is not your city, the file is not what you think." } }
                @for note in &reading.notes { p class="box note" { (note) } }
            }
            ol class="rows" {
                @for (place, zone) in reading.zones.iter().enumerate() {
                    li {
                        p { span class="num dim" { (place + 1) } " " b { (zone.name) } }
                        p class="meta" {
                            @if let Some(part_of) = &zone.part_of { span { (part_of) } }
                            span { (acres(zone.shape.area_sq_m())) } span { (counted(zone.shape.vertex_count())) " corners" }
                        }
                    }
                }
            }
        },
    )
}

fn about(draft: &Draft<'_>, complaints: &Complaints) -> Markup {
    let said = draft.said;
    parts::card(
        "about",
        "About this edition",
        html! {
            form class="in stack" method="post" action="/zones/editions" {
                (parts::form_key(&forms::fresh_key(), None))
                input type="hidden" name="job" value=(draft.job);
                @if let Some(known) = draft.known { p class="box note" { (known.name) " is here already. This becomes a newer edition: its zones replace those before from the first day below." } }
                (parts::field("set", "Name of all of them together", Some("the same name makes a newer edition"), complaints, |wiring| wiring.text(&said.set, "text")))
                (parts::field("kind", "What one of them is", Some("such as Industrial Business Zone"), complaints, |wiring| wiring.text(&said.kind, "text")))
                (parts::field("source", "Source and edition", Some("who drew it, and when"), complaints, |wiring| wiring.text(&said.source, "text")))
                (parts::field("licence", "Terms of use", Some("if known"), complaints, |wiring| wiring.text(&said.licence, "text")))
                (parts::field("valid_from", "First day of these boundaries", None, complaints, |wiring| wiring.text(&said.valid_from, "date")))
                p class="small dim" { "Names are read from the property " (draft.reading.name_property) @if let Some(part) = &draft.reading.part_property { ", the part of the city from " (part) } "." }
                p class="row" { button class="btn main" { "Import " (parts::count(i64::try_from(draft.reading.zones.len()).unwrap_or(0), "zone", "zones")) } a class="btn" href="/zones/import" { "Choose another file" } }
            }
        },
    )
}
