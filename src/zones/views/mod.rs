//! The markup of zones.

pub mod import;
mod map;

use super::drawing::label_point;
use super::queries::SetShown;
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::places::{Zone, acres};
use crate::values::{Day, grouped};
use crate::web::layout::{Page, staff};
use crate::web::{Access, parts};
use map::{Drawn, map};
use maud::{Markup, html};

/// Every set with its map, and the same zones as a list.
pub fn list(viewer: &Viewer, sets: &[SetShown]) -> Markup {
    let manages = viewer.is(Access::Manager);
    let body = html! {
        (parts::head(None, "Zones", Some(html! { "Places with a boundary on record, such as industrial business zones. A client is in a zone by its coordinates, never by its postal code." })))
        div class="stack" {
            @if manages { p class="row" { a class="btn" href="/zones/import" { "Import zones" } } }
            @if sets.is_empty() {
                section class="card" { (parts::empty("No zones yet", "A manager imports them from a GeoJSON file, which a city's planning office gives out.", None)) }
            }
            @for (place, shown) in sets.iter().enumerate() { (one_set(place, shown)) }
        }
    };
    staff(&viewer.chrome(), &Page::new("Zones", "/zones"), body)
}

fn one_set(place: usize, shown: &SetShown) -> Markup {
    let id = format!("set{place}");
    let drawn: Vec<Drawn<'_>> = shown
        .zones
        .iter()
        .enumerate()
        .map(|(number, zone)| Drawn {
            shape: &zone.shape,
            class: "zone",
            mark: label_point(&zone.shape).map(|point| (point, (number + 1).to_string())),
        })
        .collect();
    let edition = &shown.edition;
    parts::card(
        &id,
        &shown.set.name,
        html! {
            div class="in stack" {
                p class="meta" {
                    span { (parts::count(i64::try_from(shown.zones.len()).unwrap_or(0), "zone", "zones")) } span { (shown.set.kind) } span { (edition.source) }
                    span { "from " (edition.valid_from) } @if let Some(licence) = &edition.licence { span { (licence) } }
                }
                (map(&format!("{id}-map"), &format!("Map of {}", shown.set.name), "Each zone carries the number it has in the list below. North is up.", &drawn, &[]))
            }
            ol class="rows" { @for (number, zone) in shown.zones.iter().enumerate() { (one_zone(number, zone)) } }
        },
    )
}

fn one_zone(number: usize, zone: &Zone) -> Markup {
    html! {
        li {
            div class="row" { span class="num dim" { (number + 1) } h3 { a href={ "/zones/" (zone.id) } { (zone.name) } } }
            p class="meta" { @if let Some(part_of) = &zone.part_of { span { (part_of) } } span { (acres(zone.area_sq_m)) } }
        }
    }
}

/// One zone as it is drawn on a day, with those around it.
pub fn zone(viewer: &Viewer, versions: &[Zone], near: &[Zone], today: Day) -> Result<Markup> {
    let holds = |zone: &&Zone| zone.valid_from <= today && zone.valid_to.is_none_or(|until| until >= today);
    let zone = versions.iter().find(holds).or_else(|| versions.first()).ok_or(Error::NotFound)?;
    let reach = zone.bounds;
    let drawn: Vec<Drawn<'_>> = near
        .iter()
        .map(|near| Drawn { shape: &near.shape, class: "zone faint", mark: None })
        .chain([Drawn { shape: &zone.shape, class: "zone", mark: None }])
        .collect();
    let above = html! { a href="/zones" { "Zones" } };
    let below = html! { (zone.kind) @if let Some(part_of) = &zone.part_of { ", " (part_of) } ", " (acres(zone.area_sq_m)) };
    let body = html! {
        (parts::head(Some(above), &zone.name, Some(below)))
        div class="cols" {
            (parts::card("map", "Map", html! { div class="in" { (map::within("zone-map", &format!("Map of {}", zone.name), "North is up.", reach, &drawn, &[])) } }))
            (parts::card("drawn", "How it was drawn", html! {
                ul class="rows" {
                    @for version in versions {
                        li { p { "from " (version.valid_from) @if let Some(until) = version.valid_to { " to " (until) } } p class="meta" { span { (acres(version.area_sq_m)) } span { (grouped(version.vertex_count)) " corners" } } }
                    }
                }
            }))
        }
    };
    Ok(staff(&viewer.chrome(), &Page::new(&zone.name, "/zones"), body))
}
