//! The quick log, its page when something is to be fixed, and the page that asks whom a service was for.

use crate::auth::Viewer;
use crate::people::Found;
use crate::services::Recent;
use crate::services::forms::LogForm;
use crate::services::views::{choices, client_list, hidden, titled};
use crate::values::ServiceKind;
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// Client, service, minutes, note.
pub fn quick(form: &LogForm, recent: &[Recent], complaints: &Complaints, is_next: bool) -> Markup {
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    let complaint = |field: &str| complaints.on(field);
    let wrong = |field: &str| complaints.on(field).map(|_| "true");
    let described = |field: &str| complaints.on(field).map(|_| format!("{field}-error"));
    html! {
        section class="card quick" id="log" aria-labelledby="ql" {
            div class="in stack" {
                div class="cap" { h2 id="ql" { "Quick log" } span class="small dim push keys" { "Usually 20 seconds. " kbd { "Ctrl Enter" } " saves." } }
                form action="/services" method="post" data-draft="quick" {
                    (parts::form_key(&key, None))
                    input type="hidden" name="back" value="today";
                    div {
                        label for="client" { "Client" }
                        @if let Some(words) = complaint("client") { span class="err" id="client-error" { (words) } }
                        input class="inp" id="client" name="client" list="recent" value=(form.client) placeholder="Name or business" autocomplete="off" autofocus[is_next] aria-invalid=[wrong("client")] aria-describedby=[described("client")];
                        (client_list(recent))
                    }
                    div class="half" {
                        label for="kind" { "Service" }
                        @if let Some(words) = complaint("kind") { span class="err" id="kind-error" { (words) } }
                        select class="inp" id="kind" name="kind" aria-invalid=[wrong("kind")] aria-describedby=[described("kind")] {
                            @for (value, words) in parts::options::<ServiceKind>(None) { option value=(value) selected[value == form.kind] { (words) } }
                        }
                    }
                    div class="half" {
                        label for="minutes" { "Minutes" }
                        @if let Some(words) = complaint("minutes") { span class="err" id="minutes-error" { (words) } }
                        input class="inp num" id="minutes" name="minutes" inputmode="numeric" autocomplete="off" value=(form.minutes()) aria-invalid=[wrong("minutes")] aria-describedby=[described("minutes")];
                    }
                    div {
                        label for="note" { "Note " span class="hint" { "(optional, your team reads it)" } }
                        @if let Some(words) = complaint("note") { span class="err" id="note-error" { (words) } }
                        input class="inp" id="note" name="note" value=(form.note) autocomplete="off" aria-invalid=[wrong("note")] aria-describedby=[described("note")];
                    }
                    button class="btn main" { "Save" }
                }
            }
        }
    }
}

/// The quick log on a page of its own, with what is to be fixed.
pub fn quick_log_page(page: &LogPage<'_>, recent: &[Recent]) -> Markup {
    let body = html! {
        (parts::head(Some(html! { a href="/today" { "Today" } }), "Log a service", None))
        div class="stack" { (parts::error_summary(page.complaints)) (quick(page.form, recent, page.complaints, false)) }
    };
    staff(&page.viewer.chrome(), &Page::new(&titled("Log a service", page.complaints), "/today"), body)
}

/// A service that is not saved yet.
pub struct LogPage<'p> {
    /// Who logs.
    pub viewer: &'p Viewer,
    /// What was typed.
    pub form: &'p LogForm,
    /// What is to be fixed.
    pub complaints: &'p Complaints,
}

/// Whom was it for? Clients that come near, or somebody who is no client yet. What was typed is kept.
pub fn whom(page: &LogPage<'_>, found: &[Found]) -> Markup {
    let (form, complaints) = (page.form, page.complaints);
    let kept = kept(form);
    let title = "Who was this service for?";
    let name = if form.caller_name.is_empty() { &form.client } else { &form.caller_name };
    let programs: Vec<(String, String)> =
        page.viewer.programs().into_iter().map(|(key, name)| (key.to_string(), name.to_owned())).collect();
    let body = html! {
        (parts::head(Some(html! { a href="/today" { "Today" } }), title, Some(html! { "Nothing is lost: the service, the minutes and the note you typed are kept." })))
        div class="stack" {
            (parts::error_summary(complaints))
            @if !form.client.trim().is_empty() {
                h2 { @if found.is_empty() { "No such client" } @else { "One of these clients?" } }
                (choices(&form.client, found, "/services", &kept))
            }
            (parts::card("nobody", "Somebody who is not a client yet", html! {
                form class="in stack" method="post" action="/services" {
                    (hidden(&kept))
                    p class="dim" { "A name and a telephone number are enough. You can put the call with a client later." }
                    div class="pair apart" {
                        (parts::field("caller_name", "Name", None, complaints, |wiring| wiring.text(name, "text")))
                        (parts::field("caller_telephone", "Telephone", Some("optional"), complaints, |wiring| wiring.text(&form.caller_telephone, "tel")))
                    }
                    @if programs.len() > 1 { (parts::field("program", "Program", None, complaints, |wiring| wiring.select(&form.program, &programs))) }
                    div class="row" {
                        button class="btn main" name="caller" value="yes" { "Log for somebody who is not a client yet" }
                        button class="btn" name="caller" value="register" { "Save it and register a client" }
                    }
                }
            }))
        }
    };
    staff(&page.viewer.chrome(), &Page::new(&titled(title, complaints), "/today"), body)
}

/// What was typed about the service itself.
fn kept(form: &LogForm) -> Vec<(&'static str, &str)> {
    vec![
        ("key", &form.key),
        ("back", &form.back),
        ("client", &form.client),
        ("kind", &form.kind),
        ("minutes", form.minutes()),
        ("channel", &form.channel),
        ("note", &form.note),
        ("note_level", &form.note_level),
        ("follow_up", &form.follow_up),
        ("follow_up_on", &form.follow_up_on),
        ("follow_up_title", &form.follow_up_title),
        ("served_on", &form.served_on),
    ]
}
