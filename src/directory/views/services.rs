//! What a partner offers: a card for each service, with its switch and its check.

use super::PartnerPage;
use crate::partners::Service;
use crate::partners::capacity::Standing;
use crate::partners::service::{Freshness, freshness};
use crate::values::{Capacity, Day, ServiceStatus, Vocabulary, codes};
use crate::web::{forms, parts};
use maud::{Markup, html};

/// Whether something takes anybody, as a tag. What is simply open needs no color.
pub(super) fn standing(standing: Standing, today: Day) -> Markup {
    let tone = match standing {
        Standing::Open | Standing::OpenAgain(_) => "good",
        Standing::Waitlist(_) => "wait",
        Standing::Full(_) => "stop",
    };
    parts::tag(tone, &standing.words(today))
}

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
                    @if facts.status == ServiceStatus::Active { (standing(now, today)) } @else { (parts::tag("wait", facts.status.label())) }
                    @if facts.is_free == Some(true) { (parts::tag("good", "Free")) }
                    @if page.can_change { a class="btn mini push" href=(address(page, service)) { "Change" span class="vh" { ": " (facts.name) } } }
                }
                p class="meta" { span { (facts.kind.label()) } @if let Some(place) = facts.location.words() { span { (place) } } }
            }
            @if let Some(alert) = &facts.alert { p class="box wait said" { (alert) } }
            @if let Some(about) = &facts.about { p class="said" { (about) } }
            (known(service))
            @if let Standing::OpenAgain(day) = now { p class="box note" { "It was not open until " (day.short(today)) ", and that day is over. Ask whether it takes people again, and say so below." } }
            (checked(page, service))
            (switch(page, service))
        }
    }
}

fn known(service: &Service) -> Markup {
    let facts = &service.facts;
    let note = |text: &Option<crate::values::Note>| text.as_ref().map(|text| html! { span class="said" { (text) } });
    let list = |words: Vec<&str>| (!words.is_empty()).then(|| html! { (words.join(", ")) });
    let languages = facts.languages.iter().map(|code| codes::label(codes::List::Languages, code).unwrap_or(code)).collect();
    let rows = [
        ("For whom", note(&facts.eligibility)),
        ("How to ask", note(&facts.application_process)),
        ("What to bring", list(facts.documents.iter().map(crate::values::Line::as_str).collect())),
        (
            "Cost",
            note(&facts.fees).or_else(|| facts.is_free.map(|is_free| html! { @if is_free { "Nothing" } @else { "It costs something" } })),
        ),
        ("How long it takes", facts.wait_time.as_ref().map(|line| html! { (line) })),
        ("When", note(&facts.schedule)),
        ("Languages", list(languages)),
        ("Area", list(facts.areas.iter().map(crate::values::Line::as_str).collect())),
    ];
    let rows: Vec<(&str, Markup, Option<Markup>)> =
        rows.into_iter().filter_map(|(name, value)| value.map(|value| (name, value, None))).collect();
    html! { @if !rows.is_empty() { (parts::facts(&rows)) } }
}

fn checked(page: &PartnerPage<'_>, service: &Service) -> Markup {
    let today = page.today;
    let by = service.checked_by.as_ref().map(|name| format!(" by {name}")).unwrap_or_default();
    html! {
        div class="row" {
            @match freshness(service.checked_on, today) {
                Freshness::Never => { (parts::tag("wait", "Never checked")) span class="small dim" { "Nobody has made sure that this is true." } }
                Freshness::Checked(day) => { span class="small dim" { "Checked on " (day.short(today)) (by) "." } }
                Freshness::Old(day) => { (parts::tag("wait", "Not checked for more than 180 days")) span class="small dim" { "Last on " (day.short(today)) (by) "." } }
            }
            form class="push" method="post" action={ (address(page, service)) "/checks" } {
                (parts::form_key(&forms::fresh_key(), Some(service.version)))
                button class="btn mini" { "I checked this today" span class="vh" { ": " (service.facts.name) } }
            }
        }
    }
}

fn switch(page: &PartnerPage<'_>, service: &Service) -> Markup {
    let (said, today) = (&service.capacity, page.today);
    let id = |part: &str| format!("{part}-{}", service.id);
    html! {
        details {
            summary { "Open, waitlist or full" span class="vh" { ": " (service.facts.name) } }
            @if let Some(at) = said.at {
                p class="small dim" { (said.word.label()) ", said on " (page.zone.day(at).short(today)) @if let Some(name) = &said.by { " by " (name) } "." }
            }
            form class="stack" method="post" action={ (address(page, service)) "/capacity" } {
                (parts::form_key(&forms::fresh_key(), Some(service.version)))
                fieldset {
                    legend class="lbl-h" { "Does it take people now?" }
                    div class="chips" {
                        @for word in Capacity::ALL { label { input type="radio" name="capacity" value=(word.code()) checked[*word == said.word]; span { (word.label()) } } }
                    }
                }
                div class="day-of" {
                    label for=(id("until")) { "Until " span class="hint" id=(id("until-hint")) { "the last day of the waitlist, or on which it is full; empty if nobody knows" } }
                    input class="inp" id=(id("until")) name="full_until" type="date" value=(said.until.map(|day| day.to_string()).unwrap_or_default()) aria-describedby=(id("until-hint"));
                }
                button class="btn" { "Save" span class="vh" { " whether " (service.facts.name) " is open" } }
            }
        }
    }
}
