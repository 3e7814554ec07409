//! The form of a service: what is known of it, field by field.

use crate::auth::Viewer;
use crate::partners::{Partner, Service};
use crate::values::{Kind, ServiceStatus, Vocabulary, codes};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// A service as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceForm {
    #[serde(default)]
    pub(in crate::directory) key: String,
    #[serde(default)]
    pub(in crate::directory) version: i64,
    pub(in crate::directory) name: String,
    #[serde(default)]
    pub(in crate::directory) kind: String,
    #[serde(default)]
    pub(in crate::directory) status: String,
    #[serde(default)]
    pub(in crate::directory) about: String,
    #[serde(default)]
    pub(in crate::directory) application_process: String,
    #[serde(default)]
    pub(in crate::directory) eligibility: String,
    #[serde(default)]
    pub(in crate::directory) fees: String,
    #[serde(default)]
    pub(in crate::directory) free: String,
    #[serde(default)]
    pub(in crate::directory) wait_time: String,
    #[serde(default)]
    pub(in crate::directory) schedule: String,
    #[serde(default)]
    pub(in crate::directory) alert: String,
    #[serde(default)]
    pub(in crate::directory) location_name: String,
    #[serde(default)]
    pub(in crate::directory) street: String,
    #[serde(default)]
    pub(in crate::directory) city: String,
    #[serde(default)]
    pub(in crate::directory) postal_code: String,
    #[serde(default)]
    pub(in crate::directory) latitude: String,
    #[serde(default)]
    pub(in crate::directory) longitude: String,
    #[serde(default)]
    pub(in crate::directory) language: Vec<String>,
    #[serde(default)]
    pub(in crate::directory) documents: String,
    #[serde(default)]
    pub(in crate::directory) areas: String,
}

impl ServiceForm {
    pub(in crate::directory) fn of(service: &Service) -> Self {
        let facts = &service.facts;
        let note = |note: &Option<crate::values::Note>| note.as_ref().map(ToString::to_string).unwrap_or_default();
        let line = |line: &Option<crate::values::Line>| line.as_ref().map(ToString::to_string).unwrap_or_default();
        let lines = |lines: &[crate::values::Line]| lines.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        let point = facts.location.point;
        Self {
            key: String::new(),
            version: service.version,
            name: facts.name.to_string(),
            kind: facts.kind.code().to_owned(),
            status: facts.status.code().to_owned(),
            about: note(&facts.about),
            application_process: note(&facts.application_process),
            eligibility: note(&facts.eligibility),
            fees: note(&facts.fees),
            free: facts.is_free.map(|is_free| if is_free { "yes" } else { "no" }).unwrap_or_default().to_owned(),
            wait_time: line(&facts.wait_time),
            schedule: note(&facts.schedule),
            alert: note(&facts.alert),
            location_name: line(&facts.location.name),
            street: line(&facts.location.street),
            city: line(&facts.location.city),
            postal_code: line(&facts.location.postal_code),
            latitude: point.map(|point| point.latitude.to_string()).unwrap_or_default(),
            longitude: point.map(|point| point.longitude.to_string()).unwrap_or_default(),
            language: facts.languages.clone(),
            documents: lines(&facts.documents),
            areas: lines(&facts.areas),
        }
    }
}

/// The page of the form; without a service it adds one.
pub fn service_page(viewer: &Viewer, partner: &Partner, service: Option<&Service>, form: &ServiceForm, complaints: &Complaints) -> Markup {
    let home = format!("/partners/{}", partner.id);
    let above = html! { a href="/partners" { "Partners" } " " span aria-hidden="true" { "/" } " " a href=(home) { (partner.name) } };
    let heading = service.map_or_else(|| "Add a service".to_owned(), |service| service.facts.name.to_string());
    let action = service.map_or_else(|| format!("{home}/services"), |service| format!("{home}/services/{}", service.id));
    let below = html! { "In the words that directories of services share, so that it can be handed to others. Only the name and the kind are needed." };
    let body = html! {
        (parts::head(Some(above), &heading, Some(below)))
        (parts::error_summary(complaints))
        form class="cols even" method="post" action=(action) {
            (parts::form_key(&forms::fresh_key(), service.map(|_| form.version)))
            div class="stack" {
                (parts::card("s-what", "What it is", html! { div class="in stack" { (what(partner, form, complaints)) } }))
                (parts::card("s-who", "For whom, and what it takes", html! { div class="in stack" { (who(form, complaints)) } }))
            }
            div class="stack" {
                (parts::card("s-where", "Where and when", html! { div class="in stack" { (place(form, complaints)) } }))
                (parts::card("s-lists", "Languages and areas", html! { div class="in stack" { (lists(form, complaints)) } }))
                div class="row" { button class="btn main" { "Save service" } a class="btn bare" href=(home) { "Cancel" } }
            }
        }
        @if let Some(service) = service.filter(|service| service.facts.status != ServiceStatus::Defunct) {
            form class="row gap" method="post" action={ (action) "/retirement" } {
                (parts::form_key(&forms::fresh_key(), Some(service.version)))
                button class="btn" { "Give this service up" }
                span class="small dim" { "It stays in the directory as given up, and no referral meets it any more." }
            }
        }
    };
    let title = format!("{}{heading}", if complaints.is_empty() { "" } else { "Error: " });
    staff(&viewer.chrome(), &Page::new(&title, "/partners"), body)
}

fn what(partner: &Partner, form: &ServiceForm, complaints: &Complaints) -> Markup {
    let kinds: Vec<(String, String)> = Kind::ALL.iter().map(|kind| (kind.code().to_owned(), kind.label().to_owned())).collect();
    let kind = if form.kind.is_empty() { partner.kinds.first().map(|kind| kind.code()).unwrap_or_default() } else { form.kind.as_str() };
    let status = if form.status.is_empty() { ServiceStatus::Active.code() } else { form.status.as_str() };
    html! {
        (parts::field("name", "Name of the service", None, complaints, |wiring| wiring.text(&form.name, "text")))
        (parts::chips("kind", "The kind of referral it answers", None, kind, &kinds, complaints))
        (parts::chips("status", "Is it offered?", None, status, &parts::options::<ServiceStatus>(None), complaints))
        (parts::field("about", "What it is", Some("optional"), complaints, |wiring| wiring.area(&form.about, 4)))
        (parts::field("alert", "What one must know first", Some("optional; stands above everything else"), complaints, |wiring| wiring.area(&form.alert, 2)))
    }
}

fn who(form: &ServiceForm, complaints: &Complaints) -> Markup {
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

fn place(form: &ServiceForm, complaints: &Complaints) -> Markup {
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

fn lists(form: &ServiceForm, complaints: &Complaints) -> Markup {
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
