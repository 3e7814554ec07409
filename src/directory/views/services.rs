//! What a partner offers: a card for each service, with its switch and its check.

use super::PartnerPage;
use crate::partners::Service;
use crate::partners::capacity::Standing;
use crate::partners::views as partners;
use crate::values::{ServiceStatus, Vocabulary};
use crate::web::parts;
use maud::{Markup, html};

/// The card of services.
pub(super) fn services(page: &PartnerPage<'_>) -> Markup {
    let partner = page.partner;
    let (given_up, offered): (Vec<_>, Vec<_>) = page.services.iter().partition(|service| service.facts.status == ServiceStatus::Defunct);
    let beside =
        html! { @if page.can_change { a class="btn mini push" href={ "/partners/" (partner.id) "/services/new" } { "Add a service" } } };
    parts::card_with(
        "services",
        "What it offers",
        beside,
        html! {
            @if offered.is_empty() { p class="in dim" { "No services written down yet. Nobody can see here what it takes, for whom, or whether it is full." } }
            ul class="rows" { @for service in offered { li { (one(page, service)) } } }
            @if !given_up.is_empty() {
                details class="in" {
                    summary { "Given up (" (given_up.len()) ")" }
                    ul { @for service in given_up { li class="row" { (service.facts.name) @if page.can_change { a class="btn mini push" href=(address(page, service)) { "Change" span class="vh" { ": " (service.facts.name) } } } } } }
                }
            }
        },
    )
}

fn address(page: &PartnerPage<'_>, service: &Service) -> String {
    format!("/partners/{}/services/{}", page.partner.id, service.id)
}

fn one(page: &PartnerPage<'_>, service: &Service) -> Markup {
    let (facts, today) = (&service.facts, page.today);
    let now = service.capacity.standing(today);
    html! {
        article class="stack" aria-labelledby={ "s-" (service.id) } {
            div {
                div class="row" {
                    h3 id={ "s-" (service.id) } { (facts.name) }
                    @if facts.status == ServiceStatus::Active { (partners::standing(now, today)) } @else { (parts::tag("wait", facts.status.label())) }
                    @if facts.is_free == Some(true) { (parts::tag("good", "Free")) }
                    @if page.can_change { a class="btn mini push" href=(address(page, service)) { "Change" span class="vh" { ": " (facts.name) } } }
                }
                p class="meta" { span { (facts.kind.label()) } @if let Some(place) = facts.location.words() { span { (place) } } }
            }
            @if let Some(alert) = &facts.alert { p class="box wait said" { (alert) } }
            @if let Some(about) = &facts.about { p class="said" { (about) } }
            (partners::known(service))
            @if let Standing::OpenAgain(day) = now { p class="box note" { "It was not open until " (day.short(today)) ", and that day is over. Ask whether it takes people again, and say so below." } }
            (partners::checked(service, &address(page, service), "I checked this today", today))
            (partners::switch(service, &address(page, service), page.zone, today))
        }
    }
}
