//! Who guards the data, and what a small office declares.

use super::day;
use crate::auth::Viewer;
use crate::auth::settling::Settling;
use crate::config::Clock;
use crate::firewall::office::{Declared, Office};
use crate::values::Vocabulary;
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// What is typed to declare it, or to take it back.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeForm {
    pub(in crate::safeguards) key: String,
    pub(in crate::safeguards) reason: String,
    #[serde(default)]
    pub(in crate::safeguards) outside: String,
    pub(in crate::safeguards) takes_back: Option<String>,
    pub(in crate::safeguards) version: i64,
}

/// Draws the page.
pub fn page(
    viewer: &Viewer,
    (office, history, settling): (&Office, &[Declared], &[(String, Settling)]),
    clock: &Clock,
    form: &OfficeForm,
    complaints: &Complaints,
) -> Markup {
    let version = history.first().map_or(0, |declared| declared.seq);
    let body = html! {
        (parts::head(None, "Who guards the data", Some(html! { "Steward, second person and auditor should have no clients of their own. Where an office is too small for that, it says so: to its clients before they answer, and on every report." })))
        (parts::error_summary(complaints))
        div class="cols" {
            div class="stack" {
                (parts::card("now", "How it is now", html! { div class="in stack" { (standing(office)) (waiting(settling, clock)) } }))
                @if !history.is_empty() { (parts::card("history", "What was declared, newest first", html! { ul class="rows" { @for line in history { (declared(line, clock)) } } })) }
            }
            (parts::card("declare", if office.declaration.is_some() { "Take it back" } else { "Declare it" }, html! {
                form class="in stack" method="post" action="/office" {
                    (parts::form_key(&forms::fresh_key(), Some(version)))
                    @if office.declaration.is_some() { input type="hidden" name="takes_back" value="yes"; }
                    (parts::field("reason", if office.declaration.is_some() { "What changed" } else { "Why the roles cannot be kept apart" }, Some("clients and readers of reports see it"), complaints, |wiring| wiring.area(&form.reason, 3)))
                    @if office.declaration.is_none() { (parts::field("outside", "Who stands outside and agrees", Some("optional; an organization, such as your fiscal sponsor"), complaints, |wiring| wiring.text(&form.outside, "text"))) }
                    button class="btn main" { @if office.declaration.is_some() { "Take the declaration back" } @else { "Declare that we cannot keep the roles apart" } }
                }
            }))
        }
    };
    let title = if complaints.is_empty() { "Who guards the data" } else { "Error: Who guards the data" };
    staff(&viewer.chrome(), &Page::new(title, "/office"), body)
}

fn standing(office: &Office) -> Markup {
    html! {
        @if office.shared.is_empty() { p { "No steward and no auditor works with clients." } }
        @else { p { b { (office.shared.join(", ")) } " guard people's data and also work with clients." } }
        @match &office.declaration {
            Some(declared) => { p { (parts::tag("wait", "Declared")) " " (declared.reason) @if let Some(outside) = &declared.outside { " Second person: " (outside) "." } } }
            None if office.shared.is_empty() => { p class="dim" { "Nothing has to be declared." } }
            None => { p class="box stop" { "This is not declared. Until it is, or the roles are kept apart, nobody can look at answers by break-glass." } }
        }
    }
}

fn waiting(settling: &[(String, Settling)], clock: &Clock) -> Markup {
    html! {
        @for (name, settling) in settling {
            p { (parts::tag("wait", "Not yet")) " " (name) " guards from " (settling.until_in_words(clock.zone(), clock.today())) " on: somebody else set how they sign in." }
        }
        @if !settling.is_empty() { p class="small dim" { "Until then they cannot ask for, agree to or open break-glass, nor record or make a filing. So nobody makes two guards alone and opens answers with them." } }
    }
}

fn declared(line: &Declared, clock: &Clock) -> Markup {
    html! {
        li {
            p { b { @if line.is_declared { "Declared" } @else { "Taken back" } } ": " (line.reason) @if let Some(outside) = &line.outside { " Second person: " (outside) "." } }
            p class="small dim" { (line.by) ", " (line.role.label()) ", " (day(clock, line.at)) }
        }
    }
}
