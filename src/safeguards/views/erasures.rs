//! Deletion: who asked, what is on hold, the form that does it, and when it was done.

use super::{day, named};
use crate::auth::step_up::Typed;
use crate::auth::{Viewer, proof};
use crate::config::Clock;
use crate::firewall::erasure::{Asked, Erased, Hold};
use crate::people::label;
use crate::web::layout::{self, staff};
use crate::web::{Complaints, Leaf, forms, parts};
use maud::{Markup, html};

/// What is typed to delete somebody, or to keep their data. No `Debug`: there is a password in it.
#[derive(Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedForm {
    pub(in crate::safeguards) key: String,
    pub(in crate::safeguards) file: String,
    pub(in crate::safeguards) name: String,
    #[serde(default)]
    pub(in crate::safeguards) reason: String,
    pub(in crate::safeguards) sure: Option<String>,
    pub(in crate::safeguards) hold: Option<String>,
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
}

impl NamedForm {
    /// What proves who asks.
    pub(in crate::safeguards) fn typed(&self) -> Typed {
        Typed { password: self.password.clone(), code: self.code.clone() }
    }
}

/// What the page shows.
pub struct Page<'p> {
    pub(in crate::safeguards) viewer: &'p Viewer,
    pub(in crate::safeguards) requests: &'p [Asked],
    pub(in crate::safeguards) holds: &'p [Hold],
    pub(in crate::safeguards) erasures: &'p [Erased],
    pub(in crate::safeguards) more: (Leaf, bool),
    pub(in crate::safeguards) form: &'p NamedForm,
    pub(in crate::safeguards) complaints: &'p Complaints,
    pub(in crate::safeguards) clock: &'p Clock,
}

/// What happens, in words.
fn what_happens() -> Markup {
    html! {
        ul {
            li { "Their answers are destroyed with the key to them. No copy of the data opens them with the keys of today." }
            li { "Name, telephone, e-mail, notes and messages are emptied. A business that nobody else owns is emptied too." }
            li { "Their links and codes open nothing any more." }
            li { "Services, referrals and money stay counted, without a name. Past totals do not change." }
            li { "If an old copy of the data is put back, they are deleted again before anything is served." }
        }
    }
}

/// Draws the page.
pub fn page(page: &Page<'_>) -> Markup {
    let (viewer, complaints, clock) = (page.viewer, page.complaints, page.clock);
    let body = html! {
        (parts::head(None, "Erasures", Some(html! { "People can ask that what is known of them be deleted. A steward does it, unless a rule makes you keep it." })))
        (parts::error_summary(complaints))
        div class="cols" {
            div class="stack" {
                (parts::card("asked", "Who asked", html! { (asked(page.requests, clock)) }))
                (parts::card("holds", "On hold", html! { (holds(page.holds, clock)) }))
                (parts::card("done", "Deleted", html! {
                    @if page.erasures.is_empty() { (parts::empty("Nobody was deleted", "Each deletion stands here by its day, without a name.", None)) }
                    ul class="rows" { @for erased in page.erasures { li { (day(clock, erased.at)) ", " @match &erased.by { Some(name) => (name), None => "again, after an old copy was put back" } } } }
                    (parts::leaves("/erasures", page.more.0, page.more.1))
                }))
                (parts::card("after", "After a deletion", html! {
                    div class="in stack" {
                        p { "The disk may hold remains until whoever runs this machine clears them:" }
                        p { code { "fairfloor erase-remains --data DIR" } }
                        p { "Old copies of the data still hold names. Destroy them, or let them grow old: keep none for more than 35 days. " code { "fairfloor keys rotate" } " makes the answers in them unreadable." }
                    }
                }))
            }
            (form(page, viewer))
        }
    };
    let title = if complaints.is_empty() { "Erasures" } else { "Error: Erasures" };
    staff(&viewer.chrome(), &layout::Page::new(title, "/erasures"), body)
}

fn form(page: &Page<'_>, viewer: &Viewer) -> Markup {
    let (form, complaints) = (page.form, page.complaints);
    parts::card(
        "delete",
        "Delete a person",
        html! {
            form class="in stack" method="post" action="/erasures" {
                (parts::form_key(&forms::fresh_key(), None))
                (what_happens())
                (named(&form.file, &form.name, complaints))
                (proof(viewer, complaints))
                div class="tick" id="sure" {
                    input type="checkbox" id="sure-box" name="sure" value="yes" checked[form.sure.is_some()] aria-invalid=[complaints.on("sure").map(|_| "true")];
                    label for="sure-box" { "I know that this cannot be undone" }
                    @if let Some(words) = complaints.on("sure") { span class="err" { (words) } }
                }
                button class="btn main" { "Delete this person" }
                (parts::field("reason", "Or keep their data for now", Some("why: the case, the audit or the rule"), complaints, |wiring| wiring.text(&form.reason, "text")))
                button class="btn" name="hold" value="yes" { "Put on hold" }
            }
        },
    )
}

fn asked(requests: &[Asked], clock: &Clock) -> Markup {
    html! {
        @if requests.is_empty() { (parts::empty("No open requests", "When somebody asks on their own page, it stands here.", None)) }
        ul class="rows" {
            @for asked in requests {
                li {
                    div class="row" {
                        a href={ "/erasures/requests/" (asked.id) } { @match asked.number { Some(number) => { "A person in file " (label(number)) }, None => "A person without a file" } }
                        @if asked.held_reason.is_some() { (parts::tag("wait", "Kept for now")) }
                    }
                    p class="small dim" { "Asked on " (day(clock, asked.at)) @match &asked.noted_by { Some(name) => { ", written down by " (name) } None => ", on their own page" } "." }
                }
            }
        }
    }
}

fn holds(holds: &[Hold], clock: &Clock) -> Markup {
    html! {
        @if holds.is_empty() { (parts::empty("Nothing is on hold", "A hold stops a deletion until somebody lifts it.", None)) }
        ul class="rows" {
            @for (place, hold) in holds.iter().enumerate() {
                li class="stack" {
                    p { b { "A person in file " (label(hold.number)) } ": " (hold.reason) }
                    p class="small dim" { "Set by " (hold.by) " on " (day(clock, hold.at)) "." }
                    form class="row" method="post" action={ "/erasures/holds/" (hold.id) "/liftings" } {
                        input type="hidden" name="key" value=(forms::fresh_key());
                        label class="vh" for={ "lift" (place) } { "Why the hold in file " (label(hold.number)) " is lifted" }
                        input class="inp grow" id={ "lift" (place) } name="why" placeholder="Why it can go" required;
                        button class="btn" { "Lift the hold" }
                    }
                }
            }
        }
    }
}

/// Draws one request.
pub fn request(viewer: &Viewer, (asked, hold): (&Asked, Option<&Hold>), clock: &Clock, why: &str, complaints: &Complaints) -> Markup {
    let title = asked.number.map_or_else(|| "A person without a file".to_owned(), |number| format!("A person in file {}", label(number)));
    let address = format!("/erasures/requests/{}", asked.id);
    let body = html! {
        (parts::head(Some(html! { a href="/erasures" { "Erasures" } }), &title, Some(html! { "Asked to be deleted on " (day(clock, asked.at)) @match &asked.noted_by { Some(name) => { ", written down by " (name) } None => ", on their own page" } "." })))
        (parts::error_summary(complaints))
        @if let Some(reason) = &asked.held_reason { p class="box note" { b { "Kept for now: " } (reason) } }
        div class="cols" {
            @match hold {
                Some(hold) => { p class="box stop" { "Their data is on hold: " (hold.reason) " Lift the hold first, on the page of erasures." } }
                None => (parts::card("delete", "Delete this person", html! {
                    form class="in stack" method="post" action={ (address) "/deletions" } {
                        (parts::form_key(&forms::fresh_key(), None))
                        (what_happens())
                        (proof(viewer, complaints))
                        button class="btn main" { "Delete for good" }
                    }
                })),
            }
            (parts::card("keep", "Keep it for now", html! {
                form class="in stack" method="post" action={ (address) "/reasons" } {
                    (parts::form_key(&forms::fresh_key(), None))
                    (parts::field("why", "Why", Some("the person reads it on their page"), complaints, |wiring| wiring.text(why, "text")))
                    button class="btn" { "Keep for now, and tell them" }
                }
            }))
        }
    };
    let head = if complaints.is_empty() { format!("Erasures: {title}") } else { format!("Error: Erasures: {title}") };
    staff(&viewer.chrome(), &layout::Page::new(&head, "/erasures"), body)
}
