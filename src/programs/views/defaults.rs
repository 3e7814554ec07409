//! The page that says what a program takes for a service where nobody says otherwise.

use crate::auth::Viewer;
use crate::programs::{FundingSource, Program};
use crate::values::codes::{self, List};
use crate::values::{Day, ServiceKind, Vocabulary};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// What is set: one topic for each kind of service, in their order.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DefaultsForm {
    pub(in crate::programs) key: String,
    pub(in crate::programs) version: i64,
    pub(in crate::programs) topic: Vec<String>,
    pub(in crate::programs) reportable: Vec<String>,
    pub(in crate::programs) language: Vec<String>,
    pub(in crate::programs) source: String,
}

/// Whose it is.
pub struct DefaultsPage<'p> {
    pub(in crate::programs) viewer: &'p Viewer,
    pub(in crate::programs) program: &'p Program,
    pub(in crate::programs) sources: &'p [FundingSource],
    pub(in crate::programs) today: Day,
}

pub(in crate::programs) fn service_defaults(page: &DefaultsPage<'_>, form: &DefaultsForm, complaints: &Complaints) -> Markup {
    let title = format!("Services of {}", page.program.name);
    let topics: Vec<(String, String)> =
        codes::offered(List::Topics, page.today).map(|topic| (topic.code.clone(), topic.label.clone())).collect();
    let body = html! {
        (parts::head(Some(html! { a href="/programs" { "Programs" } }), &title, Some(html! { "What is taken for a service unless its author says otherwise. Services that are saved already stay as they are." })))
        (parts::error_summary(complaints))
        div class="card" { form class="in form" method="post" action={ "/programs/" (page.program.id) "/services" } {
            (parts::form_key(&forms::fresh_key(), Some(form.version)))
            fieldset id="topic" {
                legend class="lbl-h" { "What each service is filed under" }
                @if let Some(words) = complaints.on("topic") { span class="err" { (words) } }
                @for (place, kind) in ServiceKind::ALL.iter().enumerate() {
                    @let chosen = form.topic.get(place).map(String::as_str).unwrap_or_default();
                    div class="pair" {
                        div {
                            label for={ "topic-" (place) } { (kind.label()) }
                            select class="inp" id={ "topic-" (place) } name="topic" { @for (code, words) in &topics { option value=(code) selected[code == chosen] { (words) } } }
                        }
                        div class="tick" {
                            input type="checkbox" id={ "reportable-" (place) } name="reportable" value=(kind.code()) checked[form.reportable.iter().any(|code| code == kind.code())];
                            label for={ "reportable-" (place) } { "Reported to funders" span class="vh" { ": " (kind.label()) } }
                        }
                    }
                }
            }
            (languages(form, page.today, complaints))
            @if page.sources.is_empty() {
                p class="small dim" { "Nobody pays yet. Add a funder on the page before, and services can name it." }
            } @else {
                (parts::field("source", "Who pays", Some("unless the service says otherwise"), complaints, |wiring| {
                    let sources = page.sources.iter().filter(|source| source.is_offered(None)).map(|source| (source.key.to_string(), source.facts.name.clone()));
                    wiring.select(&form.source, &std::iter::once((String::new(), "Nobody in particular".to_owned())).chain(sources).collect::<Vec<_>>())
                }))
            }
            div class="row" { button class="btn main" { "Save" } }
        } }
    };
    let titled = if complaints.is_empty() { title.clone() } else { format!("Error: {title}") };
    staff(&page.viewer.chrome(), &Page::new(&titled, "/programs"), body)
}

/// Up to three languages, for clients who chose none.
fn languages(form: &DefaultsForm, today: Day, complaints: &Complaints) -> Markup {
    html! {
        fieldset id="language" {
            legend class="lbl-h" { "Languages " span class="hint" { "for callers and clients who named none" } }
            @if let Some(words) = complaints.on("language") { span class="err" { (words) } }
            div class="pair" {
                @for place in 0..form.language.len().max(2) {
                    @let chosen = form.language.get(place).map(String::as_str).unwrap_or_default();
                    div {
                        label for={ "language-" (place) } { @if place == 0 { "Language" } @else { "And" span class="vh" { ", another language" } } }
                        select class="inp" id={ "language-" (place) } name="language" {
                            option value="" { @if place == 0 { "English" } @else { "None" } }
                            @for language in codes::offered(List::Languages, today) { option value=(language.code) selected[language.code == chosen] { (language.label) } }
                        }
                    }
                }
            }
        }
    }
}
