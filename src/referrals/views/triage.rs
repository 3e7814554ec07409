//! What waits for somebody to take it, and one person whom a partner sent.

use crate::auth::Viewer;
use crate::people::Lookalike;
use crate::referrals::Referral;
use crate::referrals::inbound::{Inbound, Waiting};
use crate::values::{Day, Zone, digits};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

pub fn triage(viewer: &Viewer, waiting: &[Waiting], zone: &Zone, today: Day) -> Markup {
    let above = html! { a href="/referrals" { "Referrals" } };
    let below = html! { "Asked for by a client, or sent by a partner. Somebody takes each within two business days." };
    let body = html! {
        (parts::head(Some(above), "Waiting to be taken", Some(below)))
        section class="card" aria-labelledby="waiting" {
            h2 id="waiting" { "The oldest first" }
            @if waiting.is_empty() {
                (parts::empty("Nothing waits", "When a client asks for something else, or a partner sends you somebody, it comes here.", Some(html! { a class="btn" href="/referrals" { "See the board" } })))
            } @else {
                ul class="rows" { @for one in waiting { (row(one, zone, today)) } }
            }
        }
    };
    staff(&viewer.chrome(), &Page::new("Waiting to be taken", "/referrals"), body)
}

fn row(one: &Waiting, zone: &Zone, today: Day) -> Markup {
    let is_late = one.due_on < today;
    let age = zone.day(one.at).days_until(today);
    html! {
        li class="need" {
            p class=(if is_late { "age over" } else { "age" }) { b { (age) } " " (if age == 1 { "day" } else { "days" }) }
            h3 { a href=(one.href) { (one.title) } }
            div class="sub" {
                p { (one.need) }
                p class="dim" { (one.from) " Take it by " (one.due_on.short(today)) "." @if is_late { " " (parts::tag("stop", "Late")) } }
            }
        }
    }
}

/// The box on a draft that a client asked for: take it, ask, or close it with a reason.
pub(super) fn taking(referral: &Referral, staff: &[(i64, String)], viewer: i64) -> Markup {
    html! {
        div class="box wait stack" {
            p { b { "The client asked for this. " } "Take it, write to them below if something is unclear, or drop the draft with a reason: they read it." }
            form class="row" method="post" action={ "/referrals/" (referral.id) "/taking" } {
                (parts::form_key(&forms::fresh_key(), Some(referral.version)))
                label for="advisor" { "Who takes it?" }
                select class="inp grow" id="advisor" name="advisor" {
                    @for (key, name) in staff { option value=(key) selected[*key == viewer] { (name) } }
                }
                button class="btn main" { "Take it" }
            }
        }
    }
}

/// One person whom a partner sent.
pub struct InboundPage<'a> {
    pub inbound: &'a Inbound,
    pub alike: &'a [Lookalike],
    pub zone: &'a Zone,
    pub today: Day,
    pub typed: (&'a str, &'a str),
    pub complaints: &'a Complaints,
}

pub fn inbound(viewer: &Viewer, page: &InboundPage<'_>) -> Markup {
    let inbound = page.inbound;
    let above = html! { a href="/referrals/triage" { "Waiting to be taken" } };
    let sender = inbound.asserted_name.as_deref().map(|name| format!("{name}, ")).unwrap_or_default();
    let rows = [
        ("Whom to call", html! { (inbound.person_name) }, None),
        ("Telephone", html! { a href={ "tel:" (digits(&inbound.telephone)) } { (inbound.telephone) } }, None),
        ("Business", html! { (inbound.business_name.as_deref().unwrap_or("not said")) }, None),
        ("Kind of help", html! { (inbound.kind.label()) }, None),
        ("What they need", html! { span class="said" { (inbound.need) } }, None),
        (
            "Sent by",
            html! { (sender) (inbound.partner.1) ", " (page.zone.day(inbound.at).short(page.today)) ". They said yes to our call." },
            None,
        ),
    ];
    let body = html! {
        (parts::head(Some(above), &format!("{} needs help", inbound.person_name), None))
        (parts::error_summary(page.complaints))
        div class="cols" {
            div class="stack" {
                (parts::card("who", "Who it is", html! { div class="in" { (parts::facts(&rows)) } }))
                @if inbound.settled_at.is_none() { (take(page)) }
            }
            div class="stack" {
                @if inbound.settled_at.is_none() { (close(page)) } @else { p class="box good" { "Somebody has taken or closed this." } }
            }
        }
    };
    let title = format!("{}{} needs help", if page.complaints.is_empty() { "" } else { "Error: " }, inbound.person_name);
    staff(&viewer.chrome(), &Page::new(&title, "/referrals"), body)
}

fn take(page: &InboundPage<'_>) -> Markup {
    let is_elsewhere = page.alike.iter().any(|one| matches!(one, Lookalike::Elsewhere { .. }));
    parts::card(
        "take",
        "Take it",
        html! {
            form class="in stack" method="post" action={ "/inbound/" (page.inbound.id) "/taking" } {
                (parts::form_key(&forms::fresh_key(), None))
                fieldset {
                    legend class="lbl-h" { "For whom?" }
                    @for one in page.alike {
                        @if let Lookalike::Here(found, why) = one {
                            div class="tick" { input type="radio" id={ "c-" (found.id) } name="client" value=(found.id); label for={ "c-" (found.id) } { (found.name) " " span class="hint" { "a client already: " (why) } } }
                        }
                    }
                    @if is_elsewhere {
                        p class="box wait" { "Somebody like this is already known to this organization, in another program. Register them on the page of clients first: its manager is asked there." }
                    } @else {
                        div class="tick" { input type="radio" id="new" name="client" value="new" checked[page.alike.is_empty()]; label for="new" { "Register them as a new client" } }
                    }
                }
                @if !is_elsewhere || page.alike.len() > 1 { button class="btn main" { "Take it" } }
                p class="small dim" { "A draft is made with what they need. Nothing is shared with anyone before they say yes." }
            }
        },
    )
}

fn close(page: &InboundPage<'_>) -> Markup {
    parts::card(
        "close",
        "Close it",
        html! {
            form class="in stack" method="post" action={ "/inbound/" (page.inbound.id) "/closing" } {
                (parts::form_key(&forms::fresh_key(), None))
                (parts::field("why", "Why, in the words you told them", None, page.complaints, |wiring| wiring.text(page.typed.0, "text")))
                (parts::field("told_on", "Told them on", None, page.complaints, |wiring| wiring.text(page.typed.1, "date")))
                button class="btn" { "Close it" }
            }
        },
    )
}
