//! The page of a client's notes, and the page of one of them.

use super::ClientNote;
use crate::auth::Viewer;
use crate::people::Client;
use crate::programs::keeping::KeepForm;
use crate::programs::views::keeping;
use crate::values::{Day, Instant, NoteLevel, Vocabulary, Zone};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, Leaf, forms, parts};
use maud::{Markup, html};

/// What was typed as a note.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NoteForm {
    pub(super) key: String,
    pub(super) version: i64,
    pub(super) body: String,
    pub(super) level: String,
}

/// A page of a client's notes.
pub(super) struct List<'p> {
    pub notes: &'p [ClientNote],
    pub leaf: Leaf,
    pub has_more: bool,
    /// Until when a note is kept that is written today.
    pub until: Day,
    pub zone: &'p Zone,
    pub today: Day,
}

fn titled(title: &str, complaints: &Complaints) -> String {
    if complaints.is_empty() { title.to_owned() } else { format!("Error: {title}") }
}

/// The notes about a client, and the form for the next one.
pub(super) fn notes(viewer: &Viewer, client: &Client, list: &List<'_>, form: &NoteForm, complaints: &Complaints) -> Markup {
    let address = format!("/clients/{}/notes", client.id);
    let above = html! { a href="/clients" { "Clients" } " " span aria-hidden="true" { "/" } " " a href={ "/clients/" (client.id) } { (client.name) } };
    let body = html! {
        (parts::head(Some(above), "Notes", Some(html! { "About " bdi { (client.name) } ". No search, report, export or partner shows them." })))
        div class="stack" {
            (parts::error_summary(complaints))
            (parts::card("write", "Write a note", html! {
                form class="in form" method="post" action=(address) data-draft={ "note-" (client.id) } {
                    (fields(form, complaints, true))
                    p class="small dim" { "It is kept until " (list.until.short(list.today)) " and then deleted for good. You can change that day." }
                    div class="row" { button class="btn main" { "Save note" } span class="saved push" data-saved { } }
                }
            }))
            @if list.notes.is_empty() { (parts::empty("No notes yet", "What you write here stands on the timeline of the client.", None)) }
            @else {
                section class="card" aria-label="Notes so far" {
                    ul class="rows" { @for note in list.notes { (row(note, list.zone, list.today)) } }
                }
            }
            (parts::leaves(&address, list.leaf, list.has_more))
        }
    };
    staff(&viewer.chrome(), &Page::new(&titled(&format!("Notes, {}", client.name), complaints), "/clients"), body)
}

/// The text and who reads it.
fn fields(form: &NoteForm, complaints: &Complaints, asks_level: bool) -> Markup {
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    let level = if form.level.is_empty() { NoteLevel::Team.code() } else { &form.level };
    html! {
        (parts::form_key(&key, Some(form.version)))
        (parts::field("body", "Note", Some("what helps the next conversation"), complaints, |wiring| wiring.area(&form.body, 5)))
        @if asks_level { (parts::chips("level", "Who reads it?", None, level, &parts::options::<NoteLevel>(None), complaints)) }
        @else { input type="hidden" name="level" value=(level); }
    }
}

fn row(note: &ClientNote, zone: &Zone, today: Day) -> Markup {
    let day = zone.day(note.created_at).short(today);
    html! {
        li {
            p class="row" { b { (note.author.1) } @if note.level == NoteLevel::Mine { (parts::tag("note", "Only you")) } span class="when push" { (day) } }
            p class="said" { (note.body) }
            p class="small dim" { (parts::sentence(&note.standing(today))) @if note.changed_at.is_some() { " Changed." } }
            p class="small" { a href={ "/notes/" (note.id) } { "Open" span class="vh" { ": note of " (day) } } }
        }
    }
}

/// What the page of one note shows.
pub(super) struct NotePage<'p> {
    pub viewer: &'p Viewer,
    pub note: &'p ClientNote,
    /// What it said before, and until when.
    pub before: &'p [(String, Instant)],
    pub zone: &'p Zone,
    pub now: Instant,
    pub today: Day,
}

/// One note: what it says, what it said, how long it is kept; the form to change it for its author.
pub(super) fn note(page: &NotePage<'_>, form: &NoteForm, keep: &KeepForm, complaints: &Complaints) -> Markup {
    let note = page.note;
    let above = html! { a href="/clients" { "Clients" } " " span aria-hidden="true" { "/" } " " a href={ "/clients/" (note.client.0) } { (note.client.1) } };
    let day = page.zone.day(note.created_at).short(page.today);
    let below = html! { "By " (note.author.1) ", " (day) ". " (parts::sentence(&note.standing(page.today))) };
    let body = html! {
        (parts::head(Some(above), "Note", Some(below)))
        div class="stack" {
            (parts::error_summary(complaints))
            @if note.undone_at.is_some() {
                p class="box note" role="status" { "You took this note back. It is deleted for good within two days." }
            } @else if note.is_own(page.viewer) {
                (change(page, form, complaints))
            } @else {
                section class="card" aria-label="What was written" { p class="in said" { (note.body) } }
            }
            (before(page))
            @if note.is_kept_by(page.viewer) {
                (keeping(&format!("/notes/{}/keeping", note.id), note.version, (note.until_on, note.until_why.as_deref()), page.today, keep, complaints))
            }
            p { a href={ "/clients/" (note.client.0) "/notes" } { "All notes about " (note.client.1) } }
        }
    };
    staff(&page.viewer.chrome(), &Page::new(&titled(&format!("Note, {}", note.client.1), complaints), "/clients"), body)
}

fn change(page: &NotePage<'_>, form: &NoteForm, complaints: &Complaints) -> Markup {
    let note = page.note;
    let is_fresh = note.is_fresh(page.now);
    html! {
        (parts::card("change", "Change it", html! {
            form class="in form" method="post" action={ "/notes/" (note.id) } {
                (fields(form, complaints, is_fresh))
                p class="small dim" { @if is_fresh { "For 24 hours after it was written the new words replace the old ones." } @else { "What it says now stays visible under \u{201c}changed\u{201d}." } }
                div class="row" { button class="btn main" { "Save changes" } }
            }
        }))
        @if is_fresh {
            form method="post" action={ "/notes/" (note.id) "/undoing" } {
                input type="hidden" name="version" value=(note.version);
                button class="btn" { "Take this note back" }
            }
        }
    }
}

/// What it said before a change.
fn before(page: &NotePage<'_>) -> Markup {
    html! {
        @if !page.before.is_empty() {
            (parts::card("changed", "Changed", html! {
                ul class="rows" {
                    @for (body, at) in page.before {
                        li { p class="small dim" { "Until " (page.zone.day(*at).short(page.today)) ", " (page.zone.clock(*at)) " it said:" } p class="said" { (body) } }
                    }
                }
            }))
        }
    }
}
