//! How a place and its risk are shown.

use super::PlaceCard;
use super::occupancy::Occupancy;
use super::risk::{Risk, percent};
use crate::values::{Cents, ClientId, Day, LeaseOption, RiskLevel, Tenure, Vocabulary};
use crate::web::parts;
use maud::{Markup, html};

/// Tone of a level's tag.
pub fn tone(level: RiskLevel) -> &'static str {
    match level {
        RiskLevel::High => "stop",
        RiskLevel::Raised => "wait",
        RiskLevel::Watch => "note",
    }
}

/// The level in a word or two.
pub fn level(risk: &Risk) -> Markup {
    html! {
        @match risk.level {
            Some(level) => { (parts::tag(tone(level), level.label())) },
            None if risk.is_unknown() => { (parts::tag("", "Not known")) },
            None => { (parts::tag("good", "No reason on record")) },
        }
    }
}

/// The reasons of a risk, and what is not known.
pub fn reasons(risk: &Risk) -> Markup {
    html! {
        @if !risk.findings.is_empty() { ul class="why" { @for finding in &risk.findings { li { span class="q" aria-hidden="true" { "•" } span { (finding.words) } } } } }
        @if !risk.unknown.is_empty() { p class="small dim" { "Not known: " (risk.unknown.join(", ")) "." } }
    }
}

/// How a place is held, in one line.
pub fn held(held: &Occupancy, today: Day) -> String {
    let lease = held.lease_ends_on.filter(|_| held.tenure != Some(Tenure::Own)).map(|on| {
        let verb = if on < today { "ended" } else { "ends" };
        format!("{verb} {}", on.short(today))
    });
    let option = held.lease_option.filter(|option| *option != LeaseOption::None).map(|option| {
        held.option_words.as_ref().map_or_else(|| option.label().to_owned(), |words| format!("{} ({words})", option.label()))
    });
    let parts = [
        held.tenure.map(|tenure| tenure.label().to_owned()),
        lease,
        held.rent_cents.map(|cents| format!("{} a month", Cents::new(cents))),
        held.rent_step_bp.map(|step| format!("next step {}", percent(step))),
        option,
    ];
    let told: Vec<String> = parts.into_iter().flatten().collect();
    if told.is_empty() { "Terms not known".to_owned() } else { told.join(", ") }
}

/// The card on the page of a client.
pub fn card(client: &ClientId, card: &PlaceCard, today: Day) -> Markup {
    let address = format!("/clients/{client}/place");
    let change = |what: &str, field: &str| Some(html! { a href={ (address) "#" (field) } { "Change" span class="vh" { " " (what) } } });
    let place = html! {
        @match &card.located {
            Some(located) => {
                (located.point) br; span class="small dim" { (located.source.label()) ", since " (located.since_on.short(today)) }
                @if located.point.is_coarse() { br; span class="small dim" { "Two decimals or fewer: known to about half a mile. Check the zone." } }
            },
            None => { span class="dim" { "Place not known" } },
        }
    };
    let zones = html! {
        @if card.located.is_none() { span class="dim" { "Not known without coordinates" } }
        @else if card.zones.is_empty() { "In no zone on record" }
        @else {
            @for (number, zone) in card.zones.iter().enumerate() { @if number > 0 { br; } a href={ "/zones/" (zone.id) } { (zone.name) } span class="dim" { ", " (zone.kind) } }
            @if is_shared(card) { br; span class="small dim" { "Zones of one kind overlap here. It is counted in the first, the smaller one." } }
        }
    };
    let terms = html! {
        @match card.told.first() {
            Some(told) => { (held(&told.held, today)) br; span class="small dim" { (told.basis.label()) ", " (told.told_on.short(today)) } },
            None => { span class="dim" { "Not told yet" } },
        }
    };
    parts::card(
        "place",
        "Place and lease",
        html! {
            div class="in" {
                (parts::facts(&[("On the map", place, change("where it is on the map", "point")), ("Zone", zones, None), ("How it is held", terms, change("how it is held", "tenure"))]))
                div class="stack gap" {
                    p class="row" { b { "Risk of losing the place" } (level(&card.risk)) }
                    (reasons(&card.risk))
                    p class="small" { a href="/zones/rules" { "The rules behind this" } }
                }
            }
        },
    )
}

/// True when two zones of one set hold the place.
fn is_shared(card: &PlaceCard) -> bool {
    card.zones.iter().enumerate().any(|(place, zone)| card.zones.iter().skip(place + 1).any(|other| other.set == zone.set))
}
