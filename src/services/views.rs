//! The parts of the log form that several screens share, and the pages of one service and one follow-up.

use super::forms::{FollowUpForm, LogForm};
use super::{Choices, Recent, Service, dates};
use crate::auth::Viewer;
use crate::people::Found;
use crate::programs::keeping::KeepForm;
use crate::programs::views::keeping;
use crate::values::{Channel, Day, Instant, NoteLevel, PersonId, ServiceKind, Vocabulary, codes};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

mod more;

pub use more::{more, tried_or_more};

/// What, how long, how, and the note: the fields of a service, as chips.
pub fn given(form: &LogForm, complaints: &Complaints, note_rows: u32) -> Markup {
    html! {
        (parts::chips("kind", "What did you do?", None, &form.kind, &parts::options::<ServiceKind>(None), complaints))
        div class="both" {
            fieldset id="minutes" {
                legend class="lbl-h" { "How long? " span class="hint" { "minutes" } }
                @if let Some(words) = complaints.on("minutes") { span class="err" { (words) } }
                div class="chips" {
                    @for (value, words) in minute_choices(form) {
                        label { input type="radio" name="minutes" value=(value) class=[(value == "other").then_some("last")] checked[value == form.minutes]; span { (words) } }
                    }
                }
                p class="then" { label for="minutes_other" { "Other minutes" } input class="inp num" id="minutes_other" name="minutes_other" inputmode="numeric" value=(form.minutes_other) autocomplete="off"; }
            }
            (parts::chips("channel", "How?", None, &form.channel, &parts::options::<Channel>(None), complaints))
        }
        (parts::field("note", "Note", Some("optional"), complaints, |wiring| wiring.area(&form.note, note_rows)))
        (parts::chips("note_level", "Who reads the note?", None, level(form), &parts::options::<NoteLevel>(None), complaints))
    }
}

/// Who reads the note; the team unless somebody says otherwise.
fn level(form: &LogForm) -> &str {
    if form.note_level.is_empty() { NoteLevel::Team.code() } else { &form.note_level }
}

/// The usual steps, and whatever else is chosen now.
fn minute_choices(form: &LogForm) -> Vec<(String, String)> {
    let mut minutes = vec![15, 30, 45, 60];
    if let Ok(chosen) = form.minutes.parse::<i64>()
        && !minutes.contains(&chosen)
        && (1..=1440).contains(&chosen)
    {
        minutes.push(chosen);
        minutes.sort_unstable();
    }
    let mut choices: Vec<(String, String)> = minutes.iter().map(|minutes| (minutes.to_string(), minutes.to_string())).collect();
    choices.push(("other".to_owned(), "Other".to_owned()));
    choices
}

/// When to follow up, and what to do then.
pub fn follow_up(form: &LogForm, complaints: &Complaints) -> Markup {
    html! {
        fieldset id="follow_up" {
            legend class="lbl-h" { "Follow up?" }
            @if let Some(words) = complaints.on("follow_up") { span class="err" { (words) } }
            div class="chips" {
                @for (value, words) in dates::FOLLOW_UP {
                    label { input type="radio" name="follow_up" value=(value) class=[(*value == "date").then_some("last")] checked[*value == form.follow_up]; span { (words) } }
                }
            }
            p class="then" { label for="follow_up_on" { "Follow up on" } input class="inp" type="date" id="follow_up_on" name="follow_up_on" value=(form.follow_up_on); }
            p class="some" {
                label for="follow_up_title" { "What to do then " span class="hint" { "optional" } }
                @if let Some(words) = complaints.on("follow_up_title") { span class="err" { (words) } }
                input class="inp" id="follow_up_title" name="follow_up_title" value=(form.follow_up_title) autocomplete="off";
            }
        }
    }
}

/// The day, folded away: nearly always it is today.
pub fn served_on(form: &LogForm, complaints: &Complaints) -> Markup {
    let complaint = complaints.on("served_on");
    html! {
        details class="day-of" open[complaint.is_some() || !form.served_on.is_empty()] {
            summary { "Change date (today)" }
            label for="served_on" { "Day of the service" }
            @if let Some(words) = complaint { span class="err" { (words) } }
            input class="inp" type="date" id="served_on" name="served_on" value=(form.served_on);
        }
    }
}

/// A list of clients that a text field offers.
pub fn client_list(recent: &[Recent]) -> Markup {
    html! { datalist id="recent" { @for client in recent { option value=(client.name) {} } } }
}

/// Title of a page with a form.
pub fn titled(title: &str, complaints: &Complaints) -> String {
    if complaints.is_empty() { title.to_owned() } else { format!("Error: {title}") }
}

fn home(service: &Service) -> Markup {
    html! {
        @match &service.client {
            Some((_, id, name)) => { a href="/clients" { "Clients" } " / " a href={ "/clients/" (id) } { (name) } }
            None => { a href="/today" { "Today" } }
        }
    }
}

/// What the page of one service shows.
pub struct ServicePage<'p> {
    /// Who looks.
    pub viewer: &'p Viewer,
    /// The service.
    pub service: &'p Service,
    /// Today.
    pub today: Day,
    /// Now.
    pub now: Instant,
    /// Clients to offer for a caller.
    pub recent: &'p [Recent],
    /// What its form can offer.
    pub choices: &'p Choices,
    /// Who of the client was there.
    pub people: &'p [(PersonId, String)],
}

/// One service: the form to change it while that is possible, what was written otherwise.
pub fn service(page: &ServicePage<'_>, form: &LogForm, keep: &KeepForm, complaints: &Complaints) -> Markup {
    let (service, title) = (page.service, page.service.title());
    let is_open = service.is_open_to(page.viewer, page.now);
    let body = html! {
        (parts::head(Some(home(service)), &title, Some(html! { (service.whose()) ", " (dates::past(service.served_on, page.today)) ", by " (service.author.1) ". " a href={ "/services/" (service.id) "/files" } { "Files" span class="vh" { " beside this service" } } @if service.is_late { " " (parts::tag("wait", "Late entry")) } })))
        (parts::error_summary(complaints))
        div class="stack" {
            @if service.client.is_none() { (caller(service, page.recent)) }
            @if is_open {
                (parts::card("change", "Change it", html! {
                    form class="in form" method="post" action={ "/services/" (service.id) } {
                        (parts::form_key(&forms::fresh_key(), Some(form.version)))
                        (given(form, complaints, 4))
                        (parts::field("served_on", "Day of the service", None, complaints, |wiring| wiring.text(&form.served_on, "date")))
                        (more(form, page.choices, page.today, complaints))
                        div class="row" { button class="btn main" { "Save changes" } }
                    }
                }))
                (parts::card("undo", "Take it back", html! {
                    div class="in stack" {
                        p class="dim" { "It leaves the timeline and every count, and its follow-up goes with it. The record keeps that it was there." }
                        form method="post" action={ "/services/" (service.id) "/undoing" } {
                            input type="hidden" name="version" value=(service.version);
                            button class="btn" { "Take this service back" }
                        }
                    }
                }))
            } @else {
                (parts::card("what", "What was written", html! {
                    div class="in" { (parts::facts(&[
                        ("Service", html! { (title) }, None),
                        ("How", html! { (crate::values::Vocabulary::label(service.channel)) }, None),
                        ("Filed as", html! { (codes::label(codes::List::SessionTypes, &service.filed.session_type).unwrap_or(&service.filed.session_type)) br; span class="small dim" { (parts::sentence(&service.filed.summary())) } }, None),
                        ("There", html! { @if page.people.is_empty() { "Nobody was named" } @for (place, (_, name)) in page.people.iter().enumerate() { @if place > 0 { br; } (name) } }, None),
                        ("Paid by", html! { (service.filed.funding_source.as_ref().map_or("Nobody in particular", |(_, name)| name)) }, None),
                        ("Note", html! { (service.note().unwrap_or("None")) @if let Some(note) = &service.note { br; span class="small dim" { (parts::sentence(&note.standing(page.today))) } } }, None),
                        ("State", html! { @if service.undone_at.is_some() { "Taken back" } @else if let Some(filing) = &service.filed_with { "Filed with " (filing) ". It stays as it is: write a new entry that says what was wrong." } @else { "Counted. Its author can change it for 24 hours after saving." } }, None),
                    ])) }
                }))
            }
            @if let Some(note) = service.note.as_ref().filter(|_| service.keeps_note(page.viewer))
                && let Some(until) = note.until_on {
                (keeping(&format!("/services/{}/keeping", service.id), service.version, (until, note.until_why.as_deref()), page.today, keep, complaints))
            }
        }
    };
    staff(&page.viewer.chrome(), &Page::new(&titled(&title, complaints), "/clients"), body)
}

fn caller(service: &Service, recent: &[Recent]) -> Markup {
    let name = service.caller_name.as_deref().unwrap_or_default();
    let telephone = service.caller_telephone.as_deref().unwrap_or_default();
    parts::card(
        "caller",
        "Not a client yet",
        html! {
            div class="in stack" {
                p { (name) @if !telephone.is_empty() { ", " a href={ "tel:" (telephone) } { (telephone) } } }
                @if let Some(filing) = service.filed_with.as_ref().filter(|_| service.undone_at.is_none()) {
                    p { "This call is of a time that was filed with " (filing) ". If they are a client after all, log anew what was done." }
                } @else if service.undone_at.is_none() {
                    form class="stack" method="post" action={ "/services/" (service.id) "/client" } {
                        (parts::form_key(&forms::fresh_key(), Some(service.version)))
                        (parts::field("client", "A client of ours after all?", Some("name or number"), &Complaints::default(), |_| html! {
                            input class="inp" id="client" name="client" list="recent" placeholder="Name or business" autocomplete="off" required;
                            (client_list(recent))
                        }))
                        button class="btn main" { "Put this call with that client" }
                    }
                    form method="get" action="/clients/new" {
                        input type="hidden" name="service" value=(service.id);
                        button class="btn" { "Register as a client" }
                    }
                }
            }
        },
    )
}

/// Several clients answer to what was typed: choose one. `hidden` holds whatever else was typed.
pub fn choose(viewer: &Viewer, title: &str, typed: &str, found: &[Found], action: &str, hidden: &[(&str, &str)]) -> Markup {
    let body = html! {
        (parts::head(None, title, Some(html! { "What you typed is kept." })))
        div class="stack" { (choices(typed, found, action, hidden)) }
    };
    staff(&viewer.chrome(), &Page::new(title, "/clients"), body)
}

/// A list of clients, each with a button that takes it.
pub fn choices(typed: &str, found: &[Found], action: &str, hidden: &[(&str, &str)]) -> Markup {
    html! {
        @if found.is_empty() {
            div class="card in stack" { p { "No client of yours is called " b { (typed) } "." } p class="row" { a class="btn" href="/clients" { "See all clients" } } }
        } @else {
            form class="card" method="post" action=(action) {
                (self::hidden(hidden))
                ul class="rows" {
                    @for client in found {
                        li class="row" {
                            div {
                                b { (client.name) } " " span class="dim" { (crate::people::label(client.number)) } br;
                                span class="small dim" { (client.contact.as_deref().unwrap_or("No contact yet")) @if let Some(about) = &client.about { ", " (about) } }
                            }
                            button class="btn mini push" name="client_id" value=(client.id) { "This one" span class="vh" { ": " (client.name) } }
                        }
                    }
                }
            }
        }
    }
}

/// What was typed, kept in a form that asks for something else.
pub fn hidden(fields: &[(&str, &str)]) -> Markup {
    html! { @for (name, value) in fields { input type="hidden" name=(name) value=(value); } }
}

/// The page that writes a follow-up down.
pub fn follow_up_page(viewer: &Viewer, recent: &[Recent], form: &FollowUpForm, complaints: &Complaints) -> Markup {
    let body = html! {
        (parts::head(Some(html! { a href="/today" { "Today" } }), "Add a follow-up", None))
        (parts::error_summary(complaints))
        div class="card" { form class="in stack" method="post" action="/follow-ups" {
            (parts::form_key(if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() }.as_str(), None))
            (parts::field("client", "Client", Some("name or number"), complaints, |_| html! {
                input class="inp" id="client" name="client" list="recent" value=(form.client) placeholder="Name or business" autocomplete="off";
                (client_list(recent))
            }))
            (parts::field("title", "What will you do?", None, complaints, |wiring| wiring.text(&form.title, "text")))
            (parts::field("due_on", "By", None, complaints, |wiring| wiring.text(&form.due_on, "date")))
            button class="btn main" { "Add follow-up" }
        } }
    };
    staff(&viewer.chrome(), &Page::new(&titled("Add a follow-up", complaints), "/today"), body)
}
