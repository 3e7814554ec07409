//! Break-glass: the list of requests, one of them, and the answers it opened.

use super::{moment, named};
use crate::auth::alerts::Alert;
use crate::auth::not_yet;
use crate::auth::settling::Settling;
use crate::auth::step_up::Typed;
use crate::auth::{Viewer, proof, told};
use crate::config::Clock;
use crate::firewall::glass::{AGREE_HOURS, OPEN_MINUTES, Request, Standing};
use crate::firewall::office::Office;
use crate::firewall::{self, Seen};
use crate::people::label;
use crate::web::layout::{self, staff};
use crate::web::{Access, Complaints, Leaf, forms, parts};
use maud::{Markup, html};

/// What is typed to ask. No `Debug`: there is a password in it.
#[derive(Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskForm {
    pub(in crate::safeguards) key: String,
    pub(in crate::safeguards) file: String,
    pub(in crate::safeguards) name: String,
    pub(in crate::safeguards) reason: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
}

impl AskForm {
    /// What proves who asks.
    pub(in crate::safeguards) fn typed(&self) -> Typed {
        Typed { password: self.password.clone(), code: self.code.clone() }
    }
}

/// What the page of requests shows.
pub struct Page<'p> {
    pub(in crate::safeguards) viewer: &'p Viewer,
    pub(in crate::safeguards) requests: &'p [Request],
    pub(in crate::safeguards) more: (Leaf, bool),
    pub(in crate::safeguards) office: &'p Office,
    /// What they were told lately.
    pub(in crate::safeguards) alerts: &'p [Alert],
    pub(in crate::safeguards) settles: Option<Settling>,
    pub(in crate::safeguards) form: &'p AskForm,
    pub(in crate::safeguards) complaints: &'p Complaints,
    pub(in crate::safeguards) clock: &'p Clock,
}

fn tag(standing: Standing) -> Markup {
    let (tone, words) = match standing {
        Standing::Waiting => ("wait", "Waits for a second person"),
        Standing::Open => ("stop", "Open now"),
        Standing::Refused => ("", "Refused"),
        Standing::RanOut => ("", "Nobody agreed in time"),
        Standing::Over => ("", "Over"),
        Standing::Ended => ("", "Ended early"),
    };
    parts::tag(tone, words)
}

/// Draws the requests, and the form that makes one.
pub fn page(page: &Page<'_>) -> Markup {
    let Page { viewer, complaints, clock, .. } = page;
    let now = clock.now();
    let body = html! {
        (parts::head(None, "Break-glass", Some(html! { "What people say about who they are is shut away from everybody here. If the law or a person's safety needs it, a steward can look at one person's answers for " (OPEN_MINUTES) " minutes, after a second person agreed. Each look is on the record first, and the person is told." })))
        (parts::error_summary(complaints))
        div class="stack" {
            (roles(viewer, page.office))
            div class="cols" {
                (parts::card("list", "Requests, newest first", html! {
                    @if page.requests.is_empty() { (parts::empty("Nobody has asked", "That is how it should be. A request stands here with its reason, for good.", None)) }
                    ul class="rows" {
                        @for request in page.requests {
                            li {
                                div class="row" { a href={ "/glass/" (request.id) } { "A person in file " (label(request.number)) } (tag(request.standing(now))) }
                                p class="small dim" { "Asked by " (request.asked_by.1) " on " (moment(clock, request.asked_at)) ". Looked at " (parts::count(request.openings, "time", "times")) "." }
                            }
                        }
                    }
                    (parts::leaves("/glass", page.more.0, page.more.1))
                }))
                div class="stack" {
                    @if viewer.is(Access::Steward) { (ask(page)) }
                    (told(page.alerts, clock.zone(), clock.today()))
                }
            }
        }
    };
    let title = if complaints.is_empty() { "Break-glass" } else { "Error: Break-glass" };
    staff(&viewer.chrome(), &layout::Page::new(title, "/glass"), body)
}

fn roles(viewer: &Viewer, office: &Office) -> Markup {
    html! {
        @if !office.is_in_order() {
            div class="box stop stack" {
                p { b { "Break-glass is shut." } " " (office.shared.join(", ")) " guard people's data and also work with clients, and nobody has declared that. Keep the roles apart, or declare it openly." }
                @if viewer.is(Access::Steward) { p { a class="btn" href="/office" { "Who guards the data" } } }
            }
        } @else if let Some(declared) = &office.declaration {
            p class="box note" { "Declared: this office cannot keep the roles apart. " (declared.reason) @if let Some(outside) = &declared.outside { " Second person: " (outside) "." } }
        } @else if viewer.is(Access::Steward) {
            p class="small" { a href="/office" { "Who guards the data, and what a small office declares" } }
        }
    }
}

fn ask(page: &Page<'_>) -> Markup {
    let (form, complaints) = (page.form, page.complaints);
    parts::card(
        "ask",
        "Ask to see one person's answers",
        html! {
            form class="in stack" method="post" action="/glass" {
                (parts::form_key(&forms::fresh_key(), None))
                (named(&form.file, &form.name, complaints))
                (parts::field("reason", "Why it is needed", Some("the person reads this; name no one"), complaints, |wiring| wiring.area(&form.reason, 3)))
                (proof(page.viewer, complaints))
                (not_yet(page.settles, "ask to see somebody's answers", page.clock))
                button class="btn main" { "Ask" }
                p class="small dim" { "A second person has " (AGREE_HOURS) " hours to agree: another steward, or an auditor, who has no clients." }
            }
        },
    )
}

/// Draws one request, with what the viewer can do about it.
pub fn request(
    viewer: &Viewer,
    (request, settles): (&Request, Option<Settling>),
    clock: &Clock,
    why: &str,
    complaints: &Complaints,
) -> Markup {
    let standing = request.standing(clock.now());
    let is_asker = request.asked_by.0 == viewer.key;
    let is_second = request.agreed_by.as_ref().is_some_and(|(second, _)| *second == viewer.key);
    let address = format!("/glass/{}", request.id);
    let body = html! {
        (parts::head(Some(html! { a href="/glass" { "Break-glass" } }), &format!("A person in file {}", label(request.number)), Some(tag(standing))))
        (parts::error_summary(complaints))
        div class="cols" {
            (parts::card("what", "The request", html! { (facts(request, clock)) }))
            div class="stack" {
                @if standing == Standing::Waiting && !is_asker { (second(viewer, &address, why, complaints, &not_yet(settles, "agree to this", clock))) }
                @if standing == Standing::Waiting && is_asker { p class="box note" { "You asked, so somebody else has to agree. Tell another steward or an auditor that this waits for them." } }
                @if standing == Standing::Open && is_asker { (look(&address, request, clock, settles)) }
                @if matches!(standing, Standing::Waiting | Standing::Open) && (is_asker || is_second) {
                    form method="post" action={ (address) "/endings" } { input type="hidden" name="key" value=(forms::fresh_key()); button class="btn" { "End this now" } }
                }
            }
        }
    };
    let title = format!("{}Break-glass: a person in file {}", if complaints.is_empty() { "" } else { "Error: " }, label(request.number));
    staff(&viewer.chrome(), &layout::Page::new(&title, "/glass"), body)
}

fn facts(request: &Request, clock: &Clock) -> Markup {
    let mut rows: Vec<(&str, Markup, Option<Markup>)> = vec![
        ("Why", html! { (request.reason) }, None),
        ("Asked by", html! { (request.asked_by.1) ", " (moment(clock, request.asked_at)) }, None),
    ];
    match (&request.agreed_by, request.open_until) {
        (Some((_, name)), Some(until)) => {
            rows.push(("Agreed by", html! { (name) }, None));
            rows.push(("Open until", html! { (moment(clock, until)) }, None));
        }
        _ => rows.push(("Can be agreed to until", html! { (moment(clock, request.agree_until)) }, None)),
    }
    if let Some(name) = &request.refused_by {
        rows.push(("Refused by", html! { (name) @if let Some(why) = &request.refused_why { ": " (why) } }, None));
    }
    if let Some(name) = &request.ended_by {
        rows.push(("Ended by", html! { (name) @if let Some(at) = request.closed_at { ", " (moment(clock, at)) } }, None));
    }
    rows.push(("Looked at", html! { (parts::count(request.openings, "time", "times")) }, None));
    html! { div class="in" { (parts::facts(&rows)) } }
}

fn second(viewer: &Viewer, address: &str, why: &str, complaints: &Complaints, not_yet: &Markup) -> Markup {
    html! {
        (parts::card("agree", "Agree", html! {
            form class="in stack" method="post" action={ (address) "/agreements" } {
                (parts::form_key(&forms::fresh_key(), None))
                p { "If you agree, whoever asked can look at this one person's answers for " (OPEN_MINUTES) " minutes. You see none of them. The person is told that a second person agreed." }
                (proof(viewer, complaints))
                (not_yet)
                button class="btn main" { "Agree" }
            }
        }))
        (parts::card("refuse", "Refuse", html! {
            form class="in stack" method="post" action={ (address) "/refusals" } {
                (parts::form_key(&forms::fresh_key(), None))
                (parts::field("why", "Why", None, complaints, |wiring| wiring.text(why, "text")))
                button class="btn" { "Refuse" }
            }
        }))
    }
}

fn look(address: &str, request: &Request, clock: &Clock, settles: Option<Settling>) -> Markup {
    parts::card(
        "look",
        "Look at the answers",
        html! {
            form class="in stack" method="post" action={ (address) "/openings" } {
                @if let Some(until) = request.open_until { p { "They can be looked at until " b { (clock.zone().clock(until)) } ". Each look goes on the record before it is shown, and the person is told of the first." } }
                (not_yet(settles, "look at these answers", clock))
                button class="btn main" { "Show the answers" }
            }
        },
    )
}

/// Draws what was opened. This page is kept nowhere: not by us, not by the browser.
pub fn seen(viewer: &Viewer, request: &Request, clock: &Clock, seen: Seen) -> Markup {
    let title = format!("Answers of a person in file {}", label(request.number));
    let body = html! {
        (parts::head(Some(html! { a href="/glass" { "Break-glass" } " / " a href={ "/glass/" (request.id) } { "the request" } }), &title, Some(html! { "This look is on the record. The answers are gone from this screen when you leave the page." })))
        div class="stack" {
            (parts::card("answers", "What they said", html! { div class="in" { (firewall::views::seen(seen)) } }))
            @if let Some(until) = request.open_until { p class="small dim" { "Open until " (clock.zone().clock(until)) ". Loading this page again is a new look." } }
            form method="post" action={ "/glass/" (request.id) "/endings" } { input type="hidden" name="key" value=(forms::fresh_key()); button class="btn" { "Done: end it now" } }
        }
    };
    staff(&viewer.chrome(), &layout::Page::new(&title, "/glass"), body)
}
