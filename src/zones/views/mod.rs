//! The markup of zones.

pub mod import;
pub mod leases;
mod map;
pub mod place;
pub mod rules;
pub mod zone;

use super::queries::{SetShown, Sums};
use crate::auth::Viewer;
use crate::places::{Zone, acres};
use crate::web::layout::{Page, staff};
use crate::web::{Access, parts};
use map::{Drawn, map};
use maud::{Markup, html};

/// Every set with its map, and the same zones as a list.
pub fn list(viewer: &Viewer, sets: &[SetShown], unplaced: i64) -> Markup {
    let manages = viewer.is(Access::Manager);
    let body = html! {
        (parts::head(None, "Zones", Some(html! { "Places with a boundary on record, such as industrial business zones. A client is in a zone by its coordinates, never by its postal code." })))
        div class="stack" {
            p class="row" {
                a class="btn" href="/leases" { "Leases ending" }
                a class="btn" href="/zones/rules" { "Rules of risk" }
                @if manages { a class="btn" href="/zones/import" { "Import zones" } }
            }
            @if sets.is_empty() {
                section class="card" { (parts::empty("No zones yet", "A manager imports them from a GeoJSON file, which a city's planning office gives out.", None)) }
            }
            @else if unplaced > 0 { p class="box note" { (parts::count(unplaced, "client has", "clients have")) " no place on the map yet, and " @if unplaced == 1 { "counts" } @else { "count" } " in no zone here." } }
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
        .map(|(place, (zone, _))| Drawn { shape: &zone.shape, class: "zone", number: Some(place + 1) })
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
            ol class="rows" { @for (number, (zone, sums)) in shown.zones.iter().enumerate() { (one_zone(number + 1, zone, sums)) } }
        },
    )
}

fn one_zone(number: usize, zone: &Zone, sums: &Sums) -> Markup {
    let told = [
        (sums.clients, "client", "clients"),
        (sums.open_referrals, "open referral", "open referrals"),
        (sums.leases, "lease ending", "leases ending"),
    ];
    html! {
        li {
            div class="row" {
                span class="num dim" { (number) }
                h3 { a href={ "/zones/" (zone.id) } { (zone.name) } }
                @if sums.high > 0 { (parts::tag("stop", &format!("{} at high risk", sums.high))) }
                @if sums.raised > 0 { (parts::tag("wait", &format!("{} raised", sums.raised))) }
            }
            p class="meta" {
                @if let Some(part_of) = &zone.part_of { span { (part_of) } }
                span { (acres(zone.area_sq_m)) }
                @for (count, one, many) in told { @if count > 0 || one == "client" { span { (parts::count(count, one, many)) } } }
            }
        }
    }
}
