//! The partner's pages: one column, large choices, nothing personal before a yes.

pub(super) mod entry;
mod inbound;
pub(super) mod inbox;
mod messages;
pub(super) mod team;

pub(super) use inbound::sending;
pub(super) use messages::messages;

use super::page::{Said, Seen};
use crate::auth::visits::Visit;
use crate::i18n::Language;
use crate::programs::Program;
use crate::referrals::Referral;
use crate::referrals::fact::Fact;
use crate::referrals::lifecycle::{Event, Party, Status};
use crate::referrals::timers;
use crate::referrals::views::deeds::Forms;
use crate::referrals::views::{Thread, thread_card};
use crate::values::{SharedField, Vocabulary, digits};
use crate::web::layout::{Solo, solo};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// What stands behind the link before anybody opens it: who asks, for what, by when. Nothing personal.
pub(super) fn landing(referral: &Referral, token: &str, by: Option<&str>, name: &str, complaints: &Complaints) -> Markup {
    let body = html! {
        div class="stack" {
            p class="small dim" { (referral.program_name) " · " (referral.label()) }
            div class="hero" {
                h1 { "A manufacturer asks for help with " (referral.kind.in_a_sentence()) }
                p { (referral.program_name) " sent you this request." @if let Some(by) = by { " Please answer by " b { (by) } "." } }
            }
            (parts::error_summary(complaints))
            form class="card" method="post" action={ "/p/" (token) "/opening" } {
                div class="in stack" {
                    (parts::field("name", "Your name", Some("so that we know who answered"), complaints, |wiring| wiring.line(name, "text", Some("name"))))
                    button class="btn main full" { "Open the request" }
                    p class="small dim" { "It takes about a minute. You need no account. The link opens once; afterwards you have two hours." }
                }
            }
        }
    };
    let title = if complaints.is_empty() { "A request for you" } else { "Error: A request for you" };
    solo(&Solo { title, ..Solo::default() }, body)
}

/// A link that is used, over or closed looks like one that never was.
pub(super) fn stopped(programs: &[Program]) -> Markup {
    let body = html! {
        div class="stack" {
            h1 { "This link has stopped working" }
            p class="lead" { "Each link opens once and works for 14 days, to keep people's information safe. If you have answered already, your answer is with us." }
            p { "Do you still need it? We send a new link to the address this one was sent to." }
            form method="post" { button class="btn main full" { "Send a new link" } }
            p { a href="/p/inbox" { "See everything that waits for you" } }
            p { "Or call the program that sent it:" }
            (call(programs))
        }
    };
    solo(&Solo { title: "This link has stopped working", ..Solo::default() }, body)
}

/// What is said about a new link, whether or not there was an old one.
pub(super) fn new_link_asked(programs: &[Program]) -> Markup {
    let body = html! {
        div class="stack" {
            h1 { "We look for your request" }
            p class="lead" { "If this was a link of ours and the request is still open, a new link goes to the address the first one was sent to. Where the program sends its notices by hand, that can take a working day." }
            p { "You would rather talk?" }
            (call(programs))
        }
    };
    solo(&Solo { title: "A new link", ..Solo::default() }, body)
}

fn call(programs: &[Program]) -> Markup {
    html! {
        ul {
            @for program in programs {
                li {
                    (program.name)
                    @if let Some(number) = &program.telephone { ": " a href={ "tel:" (digits(number)) } { (number) } }
                }
            }
        }
    }
}

/// After the last answer: the link is closed by then.
pub(super) fn thanks(programs: &[Program]) -> Markup {
    let body = html! {
        div class="stack" {
            h1 { "Thank you. Your answer is recorded" }
            p class="lead" { "The program and the manufacturer are told. The link is closed now." }
            p { "Was it a mistake, or is there more to say? Call the program:" }
            (call(programs))
        }
    };
    solo(&Solo { title: "Your answer is recorded", ..Solo::default() }, body)
}

/// What the page of a referral shows a partner.
pub struct DeskPage<'a> {
    pub(super) seen: &'a Seen,
    pub(super) said: &'a Said<'a>,
    pub(super) thread: Option<&'a Thread<'a>>,
    pub(super) open: &'a [Event],
    pub(super) visit: &'a Visit,
    pub(super) by: Option<String>,
    pub(super) forms: Forms<'a>,
}

pub(super) fn desk(page: &DeskPage<'_>) -> Markup {
    let referral = &page.seen.story.referral;
    let status = page.seen.story.state.now.status;
    let body = html! {
        div class="stack" {
            p class="small dim" { (referral.program_name) " · " (referral.label()) " · you are " (page.visit.name) @if page.visit.member.is_some() { " · " a href="/p/team" { "all your requests" } } @else if page.visit.link.is_none() { " · " a href="/p/mine" { "all your requests" } } }
            @if let Some(words) = page.said.done { p class="box good" role="status" { (words) } }
            div class="hero" { h1 { (headline(status, referral)) } (by(page, status)) @if let Some(words) = timers::standing_still(&page.seen.story.clocks, page.forms.today.date(), Language::english()) { p { (words) } } }
            (page.forms.summary())
            (parts::error_summary(&page.said.complaints))
            (asked(page))
            (facts(page))
            @if let Some(address) = &page.seen.proof { (prove(page, address)) }
            (secret(page))
            (answers(page, status))
            (team::assignment(page))
            @if let Some(thread) = page.thread { (thread_card(thread, html! {})) }
            p { a class="btn full" href={ "/p/r/" (referral.id) "/somebody" } { "Send us somebody who needs help" } }
            (elsewhere(page))
            (parts::card("questions", "Questions?", html! {
                div class="in stack" {
                    p { (page.seen.words.advisor) " of " (referral.program_name) " looks after this request." }
                    @if let Some(number) = &page.seen.words.phone { p { a class="btn" href={ "tel:" (digits(number)) } { "Call " (page.seen.words.advisor) ", " (number) } } }
                }
            }))
        }
    };
    let foot = html! { p class="small dim" { "This page closes after 30 minutes without a word from you, and after " @if page.visit.member.is_some() { "twelve" } @else { "two" } " hours at the latest. Race, sex and military service are never asked, used or shown here." } };
    let title = if page.forms.again.is_some() || !page.said.complaints.is_empty() { "Error: Your answer" } else { "A request for help" };
    solo(&Solo { title, foot: Some(foot), ..Solo::default() }, body)
}

fn headline(status: Status, referral: &Referral) -> String {
    let kind = referral.kind.in_a_sentence();
    match status {
        Status::Requested | Status::Received => format!("A manufacturer asks for help with {kind}"),
        Status::Accepted => "You said yes. Thank you".to_owned(),
        Status::InProgress => "Work is under way".to_owned(),
        Status::OnHold => "This request is on hold".to_owned(),
        _ => "This request is closed".to_owned(),
    }
}

fn by(page: &DeskPage<'_>, status: Status) -> Markup {
    let what = match status {
        Status::Requested | Status::Received => "Can you help? Please answer by",
        Status::Accepted => "We told them to expect you by",
        Status::InProgress => "We told them to expect news by",
        Status::OnHold => "We told them you look at it again on",
        _ => return html! {},
    };
    html! { @if let Some(by) = &page.by { @if page.seen.story.state.now.question.is_none() { p { (what) " " b { (by) } "." } } } }
}

/// The partner's own open question: the clock stands still.
fn asked(page: &DeskPage<'_>) -> Markup {
    html! {
        @if page.seen.story.state.now.question.is_some() {
            p class="box wait" { b { "You asked: " } (page.seen.story.course.question.as_deref().unwrap_or_default()) " Your time to answer stops until they reply." }
        }
    }
}

fn facts(page: &DeskPage<'_>) -> Markup {
    let referral = &page.seen.story.referral;
    let mut rows: Vec<(&str, Markup, Option<Markup>)> = vec![
        ("Kind of help", html! { (referral.kind.label()) }, None),
        ("What they need", html! { (referral.need) }, None),
        ("How soon", html! { (referral.urgency.label()) }, None),
        ("Kind of work", html! { (page.seen.rough.sector) }, None),
        ("Size", html! { (page.seen.rough.size) }, None),
        ("Area", html! { (page.seen.rough.area) }, None),
    ];
    rows.splice(2..2, page.seen.needs.iter().map(|(label, words)| (*label, html! { (words) }, None)));
    rows.extend(page.seen.fields.iter().map(|(field, value)| (field.label(), value_of(*field, value), None)));
    let is_decided = !matches!(page.seen.story.state.now.status, Status::Requested | Status::Received);
    html! {
        (parts::card("request", "The request", html! {
            div class="in stack" {
                (parts::facts(&rows))
                @if page.seen.fields.is_empty() && !is_decided { p class="dim" { "Name and contact appear here when you say yes. That is what the manufacturer agreed to." } }
                @if page.seen.fields.is_empty() && is_decided && page.seen.proof.is_none() { p class="dim" { "No permission to share name and contact is in force. Call the advisor." } }
            }
        }))
        @for line in page.seen.story.log.iter().rev().filter(|line| line.event == Event::Confirm).take(1) {
            @if let (Some(words), Some("partner")) = (line.sheet.get(&Fact::Comment), line.sheet.get(&Fact::CommentVisibility).map(String::as_str)) {
                p class="box note said" { b { "The manufacturer says: " } (words) }
            }
        }
        @for line in page.seen.story.log.iter().filter(|line| line.event == Event::ProvideInformation) {
            @if let Some(answer) = line.sheet.get(&Fact::Answer) { p class="box good" { b { "Answer to your question: " } (answer) } }
        }
    }
}

/// The confidential part: a button where it may be read, otherwise what has to happen first. Its words are not on this page.
fn secret(page: &DeskPage<'_>) -> Markup {
    let Some(gate) = page.seen.secret else { return html! {} };
    parts::card(
        "confidential",
        "Confidential details",
        html! {
            div class="in stack" {
                @match gate {
                    Ok(()) => {
                        p { "Your non-disclosure agreement with the manufacturer covers them. Each opening is written down, and the manufacturer sees how often." }
                        form method="post" action={ "/p/r/" (page.seen.story.referral.id) "/confidential" } { button class="btn full" { "Open the confidential details" } }
                    }
                    Err(closed) => p class="dim" { (closed.words()) },
                }
            }
        },
    )
}

/// Links are passed on in small offices. Whom to contact is shown to a browser that brings a code from the address we wrote to.
fn prove(page: &DeskPage<'_>, address: &str) -> Markup {
    let id = &page.seen.story.referral.id;
    parts::card(
        "code-card",
        "Whom to contact",
        html! {
            div class="in stack" {
                p { "You said yes, and may see whom to contact. Links are sometimes passed on, so we first mail a six-digit code to " b { (address) } "." }
                form method="post" action={ "/p/r/" (id) "/codes" } { button class="btn" { "Mail the code" } }
                form class="stack" method="post" action={ "/p/r/" (id) "/browser" } {
                    (parts::field("code", "Code", Some("six digits; works for ten minutes"), &page.said.complaints, |wiring| wiring.line("", "text", Some("one-time-code"))))
                    button class="btn main" { "Show whom to contact" }
                }
            }
        },
    )
}

/// The confidential details, shown once per press.
pub(super) fn opened_secret(referral: &Referral, words: &str) -> Markup {
    let body = html! {
        div class="stack" {
            p class="small dim" { (referral.program_name) " · " (referral.label()) }
            h1 { "Confidential details" }
            p class="box wait" { "These words are under your non-disclosure agreement. Do not pass them on. That you opened them is written down." }
            section class="card" aria-label="The details" { div class="in stack" { @for line in words.lines().filter(|line| !line.is_empty()) { p { (line) } } } }
            p { a class="btn" href={ "/p/r/" (referral.id) } { "Back to the request" } }
        }
    };
    solo(&Solo { title: "Confidential details", ..Solo::default() }, body)
}

/// Not now, or not me.
fn elsewhere(page: &DeskPage<'_>) -> Markup {
    let (id, complaints, today) = (&page.seen.story.referral.id, &page.said.complaints, page.forms.today);
    let is_open = |names: &[&str]| names.iter().any(|name| complaints.on(name).is_some());
    let is_undecided = matches!(page.seen.story.state.now.status, Status::Requested | Status::Received);
    html! {
        @if page.visit.link.is_some() && !page.open.is_empty() {
            section class="stack" aria-labelledby="elsewhere" {
                h2 id="elsewhere" { "Not now, or not you?" }
                @if is_undecided {
                    details open[is_open(&["on"])] {
                        summary { "Remind me later" }
                        form class="in stack" method="post" action={ "/p/r/" (id) "/reminder" } {
                            (parts::form_key(&forms::fresh_key(), None))
                            (parts::field("on", "On which day?", Some("within a week; the day to answer by stays the same"), complaints, |wiring| wiring.text(&today.plus_days(2).to_string(), "date")))
                            button class="btn" { "Remind me" }
                        }
                    }
                }
                details open[is_open(&["right_name", "right_email", "right_telephone"])] {
                    summary { "This is not for me" }
                    form class="in stack" method="post" action={ "/p/r/" (id) "/right-contact" } {
                        (parts::form_key(&forms::fresh_key(), None))
                        p class="small dim" { "Who is the right person? The advisor checks it and asks them. Nothing is passed on by itself." }
                        (parts::field("right_name", "Their name", None, complaints, |wiring| wiring.text(page.said.typed[0], "text")))
                        (parts::field("right_email", "Their e-mail", Some("or telephone"), complaints, |wiring| wiring.text(page.said.typed[1], "email")))
                        (parts::field("right_telephone", "Their telephone", None, complaints, |wiring| wiring.text(page.said.typed[2], "tel")))
                        button class="btn" { "Send this name" }
                    }
                }
            }
        }
    }
}

fn value_of(field: SharedField, value: &str) -> Markup {
    match field {
        SharedField::Telephone => html! { a href={ "tel:" (digits(value)) } { (value) } },
        SharedField::Email => html! { a href={ "mailto:" (value) } { (value) } },
        _ => html! { (value) },
    }
}

/// The large choices: yes, yes with a waiting list, no because; and what may follow a yes.
fn answers(page: &DeskPage<'_>, status: Status) -> Markup {
    let undecided = matches!(status, Status::Requested | Status::Received);
    let main = match status {
        Status::Requested | Status::Received => Event::Accept,
        Status::Accepted => Event::Start,
        Status::OnHold => Event::Resume,
        _ => Event::Progress,
    };
    let rest: Vec<Event> = page.open.iter().copied().filter(|event| *event != main && *event != Event::Acknowledge).collect();
    html! {
        section class="card" aria-labelledby="answer" {
            h2 id="answer" { @if undecided { "Can you help?" } @else { "What is new?" } }
            div class="in stack" {
                @if page.open.is_empty() { p class="dim" { "There is nothing to answer now." } }
                @if page.open.contains(&main) { (page.forms.deed(main, Party::Partner, true)) }
                @if undecided { (page.forms.accept_and_hold()) }
                @for event in rest { (page.forms.deed(event, Party::Partner, false)) }
                @if page.open.contains(&Event::Acknowledge) { (page.forms.deed(Event::Acknowledge, Party::Partner, false)) }
            }
        }
    }
}
