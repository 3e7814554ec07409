//! Addresses that are told of referrals, as a page.

use super::Hook;
use crate::api::views::{end, shown_once, ticks};
use crate::auth::{Viewer, proof};
use crate::config::Clock;
use crate::referrals::Event;
use crate::values::{Instant, Vocabulary};
use crate::web::layout::{Page, staff};
use crate::web::{Access, Complaints, Leaf, forms, parts};
use maud::{Markup, html};

/// What was typed about an address. It has no `Debug`: there is a password in it.
#[derive(Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct HookForm {
    pub key: String,
    pub url: String,
    pub program: String,
    pub event: Vec<String>,
    pub password: String,
    pub code: String,
}

/// The page of addresses.
pub(super) struct Hooks<'p> {
    pub viewer: &'p Viewer,
    pub listed: &'p [Hook],
    pub more: (Leaf, bool),
    pub form: &'p HookForm,
    pub complaints: &'p Complaints,
    pub clock: &'p Clock,
    pub made: Option<&'p str>,
}

/// Draws it.
pub(super) fn hooks(page: &Hooks<'_>) -> Markup {
    let (leaf, has_more) = page.more;
    let lead = html! { "Whatever happens to a referral is told to a system of your own, by ids alone: no name and no words. " a href="/api" { "What is posted" } };
    let words =
        "Copy it into the other system now, to check who calls. It is shown once; if it is lost, end this address and name it anew.";
    let body = html! {
        (parts::head(Some(html! { a href="/tokens" { "Tokens" } }), "Calls", Some(lead)))
        (parts::error_summary(page.complaints))
        @if let Some(secret) = page.made { div class="in" { (shown_once("The secret", secret, words)) } }
        div class="cols" {
            div class="stack" {
                (parts::card("list", "Addresses", html! {
                    @if page.listed.is_empty() { (parts::empty("Nobody is told yet", "Name an address, and it is called within seconds.", None)) }
                    ul class="rows" { @for hook in page.listed { li { (row(hook, page.clock)) } } }
                    (parts::leaves("/hooks", leaf, has_more))
                }))
            }
            div class="stack" { @if page.viewer.is(Access::Manager) && page.made.is_none() { (name(page)) } }
        }
    };
    let title = if page.complaints.is_empty() { "Calls" } else { "Error: Calls" };
    staff(&page.viewer.chrome(), &Page::new(title, "/tokens"), body)
}

fn row(hook: &Hook, clock: &Clock) -> Markup {
    let day = |at: Instant| clock.zone().day(at).short(clock.today());
    let (taken, waiting, given_up) = hook.counts;
    let state = match (&hook.ended, hook.is_held) {
        (Some(_), _) => parts::tag("", "Ended"),
        (None, false) => parts::tag("wait", "Told nothing"),
        (None, true) if waiting > 0 && hook.failure.is_some() => parts::tag("wait", "Trying"),
        (None, true) => parts::tag("good", "Told"),
    };
    html! {
        h3 class="row" { span class="break" { (hook.url) } " " (state) }
        p { (hook.program) ": " (hook.events.iter().map(|event| event.code()).collect::<Vec<_>>().join(", ")) }
        p class="small" {
            (taken) " taken, " (waiting) " waiting, " (given_up) " given up. "
            @if let Some(at) = hook.sent_at { "Last taken on " (day(at)) ", " (clock.zone().clock(at)) ". " }
            @if let Some(failure) = hook.failure { "When one was not taken: " (failure.label()) ". " }
        }
        p class="small dim" { "Named on " (day(hook.created_at)) " by " bdi { (hook.maker) } ". " }
        @if let Some((at, who, why)) = &hook.ended {
            p class="small" { "Ended on " (day(*at)) " by " bdi { (who) } ": " (why) }
        } @else {
            @if !hook.is_held { p class="small" { "Whoever named it does not manage this program any more, so it is told nothing." } }
            (end(&format!("/hooks/{}", hook.id), hook.id.as_str(), hook.version, "End this address"))
        }
    }
}

fn name(page: &Hooks<'_>) -> Markup {
    let (form, complaints) = (page.form, page.complaints);
    let programs = page.viewer.programs().into_iter().filter(|(program, _)| page.viewer.manages(*program));
    let mut programs: Vec<(String, String)> = programs.map(|(program, name)| (program.to_string(), name.to_owned())).collect();
    if programs.len() > 1 {
        programs.insert(0, (String::new(), "Choose a program".to_owned()));
    }
    let events: Vec<(String, String)> = Event::ALL.iter().map(|event| (event.code().to_owned(), event.code().replace('_', " "))).collect();
    parts::card(
        "name",
        "Name an address",
        html! {
            form class="in stack" method="post" action="/hooks" {
                (parts::form_key(&forms::fresh_key(), None))
                (parts::field("url", "Where the other system is called", Some("https, open to the internet"), complaints, |wiring| wiring.text(&form.url, "text")))
                (parts::field("program", "Program", None, complaints, |wiring| wiring.select(&form.program, &programs)))
                (ticks("event", "What it is told of", &events, &form.event, complaints))
                (proof(page.viewer, complaints))
                button class="btn main" { "Name the address" }
            }
        },
    )
}
