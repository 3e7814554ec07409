//! The markup of one zone: its map, the clients in it, what presses on it, how it was drawn.

use super::map::{self, Drawn, Spot};
use crate::auth::Viewer;
use crate::people::label;
use crate::places::risk::Risk;
use crate::places::views::{held, level, reasons};
use crate::places::{Placed, acres};
use crate::values::grouped;
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, Leaf, forms, parts};
use crate::zones::forms::PressureForm;
use crate::zones::queries::{Sums, ZonePage};
use maud::{Markup, html};

/// One zone.
pub fn zone(viewer: &Viewer, page: &ZonePage, leaf: Leaf, form: &PressureForm, complaints: &Complaints) -> Markup {
    let zone = &page.zone;
    let above = html! { a href="/zones" { "Zones" } };
    let below = html! { (zone.kind) @if let Some(part_of) = &zone.part_of { ", " (part_of) } ", " (acres(zone.area_sq_m)) };
    let numbered: Vec<(usize, (Placed, Risk))> = page.rows.iter().cloned().enumerate().map(|(place, row)| (place + 1, row)).collect();
    let (rows, has_more) = leaf.of(numbered);
    let address = format!("/zones/{}", zone.id);
    let body = html! {
        (parts::head(Some(above), &zone.name, Some(below)))
        (parts::error_summary(complaints))
        @if let Some(until) = zone.valid_to.filter(|until| *until < page.today) { p class="box wait" { "This zone ended on " (until) ". It is shown as it was drawn last." } }
        div class="cols" {
            div class="stack" {
                (parts::card("map", "Map", html! { div class="in stack" { (drawing(page, &rows)) (key(page)) } }))
                (parts::card_with("clients", "Clients in this zone", html! { span class="count" { (grouped(page.sums.clients)) } }, html! {
                    @if rows.is_empty() { (parts::empty("No client on the map here", "A client is in a zone once its latitude and longitude are written down on its page, under Place and lease.", None)) }
                    @else { ol class="rows" { @for (number, (client, risk)) in &rows { (row(*number, client, risk, page)) } } (parts::leaves(&address, leaf, has_more)) }
                    @for (name, count) in &page.counted_elsewhere { p class="in small dim" { (parts::count(*count, "client", "clients")) " where this zone and " (name) " overlap: counted in " (name) ", the smaller one." } }
                }))
                (units(page))
            }
            div class="stack" {
                (parts::card("sums", "In numbers", html! { div class="in" { (sums(&page.sums)) p class="small" { a href="/leases?whose=all" { "Leases ending" } " · " a href="/zones/rules" { "Rules of risk" } } } }))
                (pressures(page, form, complaints))
                (drawn(page))
            }
        }
    };
    staff(&viewer.chrome(), &Page::new(if complaints.is_empty() { &zone.name } else { "Error: zone" }, "/zones"), body)
}

fn drawing(page: &ZonePage, rows: &[(usize, (Placed, Risk))]) -> Markup {
    let shapes: Vec<Drawn<'_>> = page
        .near
        .iter()
        .map(|near| Drawn { shape: &near.shape, class: "zone faint", number: None })
        .chain([Drawn { shape: &page.zone.shape, class: "zone", number: None }])
        .collect();
    let spots: Vec<Spot> =
        rows.iter().filter_map(|(number, (client, _))| client.point.map(|point| Spot { point, number: number.to_string() })).collect();
    let spots: Vec<Spot> = page
        .units
        .iter()
        .take(MOST_UNITS)
        .enumerate()
        .map(|(place, unit)| Spot { point: unit.point, number: mark(place) })
        .chain(spots)
        .collect();
    let words = "Each number is a client in the list below, U and a number a unit to let. Zones around it are drawn in gray. North is up.";
    map::within("zone-map", &format!("Map of {}", page.zone.name), words, page.zone.bounds, &shapes, &spots)
}

fn key(page: &ZonePage) -> Markup {
    html! {
        @if !page.rows.is_empty() { p class="small dim" { "A number on the map is a client of your programs in the list below. Others' clients are not shown." } }
    }
}

fn sums(sums: &Sums) -> Markup {
    let number = |number: i64| html! { span class="num" { (grouped(number)) } };
    parts::facts(&[
        ("Clients", number(sums.clients), None),
        ("Their open referrals", number(sums.open_referrals), None),
        ("Leases over, or ending in 12 months", number(sums.leases), None),
        ("Risk: high", number(sums.high), None),
        ("Risk: raised", number(sums.raised), None),
        ("Risk: watch", number(sums.watch), None),
        ("Risk not known", number(sums.unknown), None),
    ])
}

fn row(number: usize, client: &Placed, risk: &Risk, page: &ZonePage) -> Markup {
    html! {
        li {
            div class="row" {
                span class="num dim" { (number) }
                h3 { a href={ "/clients/" (client.id) } { (client.name) } }
                span class="dim" { (label(client.number)) }
                span class="push" { (level(risk)) }
            }
            p class="meta" {
                @if client.open_referrals > 0 { span { (parts::count(client.open_referrals, "open referral", "open referrals")) } }
                @if let Some(held_now) = &client.held { span { (held(held_now, page.today)) } }
            }
            (reasons(risk))
        }
    }
}

/// Units on the map and below it; a list of its own has them all.
const MOST_UNITS: usize = 20;

/// Units to let in the zone: the letters on the map.
fn units(page: &ZonePage) -> Markup {
    html! {
        @if !page.units.is_empty() {
            (parts::card_with("units", "Units to let in this zone", html! { span class="count" { (page.units.len()) } }, html! {
                ul class="rows" {
                    @for (place, unit) in page.units.iter().take(MOST_UNITS).enumerate() {
                        li {
                            div class="row" { span class="num dim" { (mark(place)) } h3 { a href={ "/sites/" (unit.id) } { (unit.name) } } }
                            p class="meta" { span { (unit.landlord) } @if let Some(area) = unit.area_sq_ft { span { (grouped(area)) " sq ft" } } }
                        }
                    }
                }
                @if page.units.len() > MOST_UNITS { p class="in" { a href={ "/sites?status=available&zone=" (page.zone.id) } { "All " (page.units.len()) " units to let in this zone" } } }
            }))
        }
    }
}

/// The mark of a unit on the map: U1, U2.
fn mark(place: usize) -> String {
    format!("U{}", place + 1)
}

fn pressures(page: &ZonePage, form: &PressureForm, complaints: &Complaints) -> Markup {
    let address = format!("/zones/{}/pressures", page.zone.id);
    parts::card(
        "pressures",
        "What presses on it",
        html! {
            @if page.pressures.is_empty() { p class="in dim" { "Nothing on record, such as a rezoning under way." } }
            @else {
                ul class="rows" {
                    @for pressure in &page.pressures {
                        li {
                            p { (pressure.what) }
                            p class="meta" { span { (pressure.source) } span { "since " (pressure.since_on.short(page.today)) } }
                            form method="post" action={ (address) "/" (pressure.id) "/ending" } {
                                (parts::form_key(&forms::fresh_key(), Some(pressure.version)))
                                button class="link" { "It is over" span class="vh" { ": " (pressure.what) } }
                            }
                        }
                    }
                }
            }
            details class="in" open[!complaints.is_empty()] {
                summary { "Write down a rezoning or the like" }
                form class="stack" method="post" action=(address) {
                    (parts::form_key(&forms::fresh_key(), None))
                    (parts::field("what", "What is proposed", None, complaints, |wiring| wiring.text(&form.what, "text")))
                    (parts::field("where_written", "Where it is written", Some("file number, notice, newspaper with date"), complaints, |wiring| wiring.text(&form.where_written, "text")))
                    (parts::field("since_on", "Known since", Some("today, if left empty"), complaints, |wiring| wiring.text(&form.since_on, "date")))
                    button class="btn" { "Write it down" }
                }
            }
        },
    )
}

fn drawn(page: &ZonePage) -> Markup {
    parts::card(
        "drawn",
        "How it was drawn",
        html! {
            ul class="rows" {
                @for version in &page.versions {
                    li {
                        p { "from " (version.valid_from) @if let Some(until) = version.valid_to { " to " (until) } }
                        p class="meta" { span { (acres(version.area_sq_m)) } span { (grouped(version.vertex_count)) " corners" } }
                    }
                }
            }
        },
    )
}
