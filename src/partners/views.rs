//! What staff and the partner itself see and fill in about its services and closed days: one look for both.

use super::capacity::Standing;
use super::service::{Freshness, freshness};
use super::typed::{ClosureForm, ServiceForm};
use super::{Closure, Service};
use crate::values::{Capacity, Day, Kind, ServiceStatus, Vocabulary, Zone, codes};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// Whether something takes anybody, as a tag. What is simply open needs no color.
pub fn standing(standing: Standing, today: Day) -> Markup {
    let tone = match standing {
        Standing::Open | Standing::OpenAgain(_) => "good",
        Standing::Waitlist(_) => "wait",
        Standing::Full(_) => "stop",
    };
    parts::tag(tone, &standing.words(today))
}

/// The facts of a service, as far as they are known.
pub fn known(service: &Service) -> Markup {
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

/// When somebody last made sure that it is true, and the button that says so today. `action` is the address of the service.
pub fn checked(service: &Service, action: &str, words: &str, today: Day) -> Markup {
    let by = service.checked_by.as_ref().map(|name| format!(" by {name}")).unwrap_or_default();
    html! {
        div class="row" {
            @match freshness(service.checked_on, today) {
                Freshness::Never => { (parts::tag("wait", "Never checked")) span class="small dim" { "Nobody has made sure that this is true." } }
                Freshness::Checked(day) => { span class="small dim" { "Checked on " (day.short(today)) (by) "." } }
                Freshness::Old(day) => { (parts::tag("wait", "Not checked for more than 180 days")) span class="small dim" { "Last on " (day.short(today)) (by) "." } }
            }
            form class="push" method="post" action={ (action) "/checks" } {
                (parts::form_key(&forms::fresh_key(), Some(service.version)))
                button class="btn mini" { (words) span class="vh" { ": " (service.facts.name) } }
            }
        }
    }
}

/// Whether it takes anybody, and the switch. `action` is the address of the service.
pub fn switch(service: &Service, action: &str, zone: &Zone, today: Day) -> Markup {
    let said = &service.capacity;
    let id = |part: &str| format!("{part}-{}", service.id);
    html! {
        details {
            summary { "Open, waitlist or full" span class="vh" { ": " (service.facts.name) } }
            @if let Some(at) = said.at {
                p class="small dim" { (said.word.label()) ", said on " (zone.day(at).short(today)) @if let Some(name) = &said.by { " by " (name) } "." }
            }
            form class="stack" method="post" action={ (action) "/capacity" } {
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

/// What the program writes down of a service: its name, what it answers, and whether it is offered. `first` is the kind chosen at first.
pub fn of_program(first: Option<Kind>, form: &ServiceForm, complaints: &Complaints) -> Markup {
    let kinds: Vec<(String, String)> = Kind::ALL.iter().map(|kind| (kind.code().to_owned(), kind.label().to_owned())).collect();
    let kind = if form.kind.is_empty() { first.map(Kind::code).unwrap_or_default() } else { form.kind.as_str() };
    let status = if form.status.is_empty() { ServiceStatus::Active.code() } else { form.status.as_str() };
    html! {
        (parts::field("name", "Name of the service", None, complaints, |wiring| wiring.text(&form.name, "text")))
        (parts::chips("kind", "The kind of referral it answers", None, kind, &kinds, complaints))
        (parts::chips("status", "Is it offered?", None, status, &parts::options::<ServiceStatus>(None), complaints))
    }
}

/// What it is, in words.
pub fn about(form: &ServiceForm, complaints: &Complaints) -> Markup {
    html! {
        (parts::field("about", "What it is", Some("optional"), complaints, |wiring| wiring.area(&form.about, 4)))
        (parts::field("alert", "What one must know first", Some("optional; stands above everything else"), complaints, |wiring| wiring.area(&form.alert, 2)))
    }
}

/// For whom it is, and what it takes.
pub fn who(form: &ServiceForm, complaints: &Complaints) -> Markup {
    let free = [("", "Nobody knows"), ("yes", "Yes"), ("no", "No")].map(|(value, words)| (value.to_owned(), words.to_owned()));
    html! {
        (parts::field("eligibility", "For whom", Some("size, sector, place, time in business"), complaints, |wiring| wiring.area(&form.eligibility, 3)))
        (parts::field("application_process", "How to ask for it", None, complaints, |wiring| wiring.area(&form.application_process, 3)))
        (parts::field("documents", "What to bring", Some("one on each line"), complaints, |wiring| wiring.area(&form.documents, 3)))
        (parts::chips("free", "Is it free?", None, &form.free, &free, complaints))
        (parts::field("fees", "What it costs", Some("in words"), complaints, |wiring| wiring.area(&form.fees, 2)))
        (parts::field("wait_time", "How long it takes", Some("such as: about three weeks"), complaints, |wiring| wiring.text(&form.wait_time, "text")))
    }
}

/// Where and when.
pub fn place(form: &ServiceForm, complaints: &Complaints) -> Markup {
    html! {
        (parts::field("location_name", "Name of the place", None, complaints, |wiring| wiring.text(&form.location_name, "text")))
        (parts::field("street", "Street", None, complaints, |wiring| wiring.text(&form.street, "text")))
        div class="pair" {
            (parts::field("city", "City", None, complaints, |wiring| wiring.text(&form.city, "text")))
            (parts::field("postal_code", "ZIP code", None, complaints, |wiring| wiring.text(&form.postal_code, "text")))
        }
        div class="pair" {
            (parts::field("latitude", "Latitude", None, complaints, |wiring| wiring.text(&form.latitude, "text")))
            (parts::field("longitude", "Longitude", None, complaints, |wiring| wiring.text(&form.longitude, "text")))
        }
        p class="small dim" { "A service that is given at two places is written down twice." }
        (parts::field("schedule", "When", Some("days and hours, in words"), complaints, |wiring| wiring.area(&form.schedule, 2)))
    }
}

/// Languages and areas.
pub fn lists(form: &ServiceForm, complaints: &Complaints) -> Markup {
    let (first, rest): (Vec<_>, Vec<_>) = codes::rows(codes::List::Languages)
        .iter()
        .partition(|code| ["en", "es", "cmn", "yue", "vi", "ar"].contains(&code.code.as_str()) || form.language.contains(&code.code));
    let chip = |code: &codes::Code| html! { label { input type="checkbox" name="language" value=(code.code) checked[form.language.contains(&code.code)]; span { (code.label) } } };
    html! {
        fieldset id="language" {
            legend class="lbl-h" { "Languages" }
            @if let Some(words) = complaints.on("language") { span class="err" { (words) } }
            div class="chips" { @for code in first { (chip(code)) } }
            details { summary { "More languages" } div class="chips" { @for code in rest { (chip(code)) } } }
        }
        (parts::field("areas", "Area it serves", Some("boroughs, zones, neighborhoods, one on each line; empty for everywhere"), complaints, |wiring| wiring.area(&form.areas, 3)))
    }
}

/// "December 21 to January 4, 2027", or one day.
fn days(closure: &Closure, today: Day) -> String {
    if closure.from == closure.to {
        closure.from.short(today)
    } else {
        format!("{} to {}", closure.from.short(today), closure.to.short(today))
    }
}

/// The card of closures. Those that are over are not shown. `action` is the address of the list.
pub fn closures(all: &[Closure], action: &str, form: &ClosureForm, complaints: &Complaints, today: Day) -> Markup {
    let ahead: Vec<&Closure> = all.iter().filter(|closure| closure.to >= today).collect();
    parts::card(
        "closures",
        "Closed days",
        html! {
            @if ahead.is_empty() { p class="in dim" { "None announced." } }
            ul class="rows" {
                @for closure in ahead {
                    li class="row" {
                        span {
                            b { (days(closure, today)) }
                            @if closure.covers(today) { " " (parts::tag("wait", "Closed now")) }
                            br;
                            (closure.reason)
                            @if let Some(name) = &closure.announced_by { " " span class="dim" { "(noted by " (name) ")" } }
                        }
                        form class="push" method="post" action={ (action) "/" (closure.id) "/withdrawal" } {
                            button class="btn mini" { "Take back" span class="vh" { ": closed " (days(closure, today)) } }
                        }
                    }
                }
            }
            p class="in small dim" { "The time that a partner has for an answer stands still on these days." }
            details class="in" open[["closure_from", "closure_to", "closure_reason"].iter().any(|field| complaints.on(field).is_some())] {
                summary { "Announce closed days" }
                form class="stack" method="post" action=(action) {
                    (parts::form_key(&forms::fresh_key(), None))
                    div class="pair apart" {
                        (parts::field("closure_from", "First day", None, complaints, |wiring| wiring.text(&form.closure_from, "date")))
                        (parts::field("closure_to", "Last day", None, complaints, |wiring| wiring.text(&form.closure_to, "date")))
                    }
                    (parts::field("closure_reason", "Why", Some("such as: holidays, stock-taking, moving"), complaints, |wiring| wiring.text(&form.closure_reason, "text")))
                    button class="btn" { "Announce" }
                }
            }
        },
    )
}
