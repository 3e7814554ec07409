//! Today: what needs the advisor, and a form to log the next service.

use super::{follow_up_address, log};
use crate::auth::Viewer;
use crate::desk::{NeedRow, Today, in_words};
use crate::services::forms::LogForm;
use crate::services::{FollowUp, Recent, Waiting, dates};
use crate::values::{Day, hours};
use crate::web::layout::{Page, Toast, staff};
use crate::web::{Complaints, Icon, icon, parts};
use maud::{Markup, html};

/// Draws Today. `is_next` puts the cursor back into the log form: one service was just saved.
pub fn today(viewer: &Viewer, page: &Today, toast: Option<Toast>, is_next: bool) -> Markup {
    let form = LogForm { back: "today".to_owned(), minutes: page.usual.to_string(), ..LogForm::default() };
    let body = html! {
        div class="head" { h1 { "Today" } p class="dim" { (sentence(page)) } }
        div class="stack" {
            (log::quick(&form, &page.recent, &Complaints::default(), is_next))
            @if page.is_first_day { (first_day(page)) }
            div class="cols" {
                div class="stack" { (needs(page)) (follow_ups(page)) }
                div class="stack" { (week(page)) (recent(page)) (leases(page)) (certificates(page)) (waiting(page)) }
            }
        }
    };
    staff(&viewer.chrome(), &Page::new("Today", "/today").with_toast(toast), body)
}

/// "Tuesday, October 13. Three things need you. Nothing else is late."
fn sentence(page: &Today) -> String {
    let date = page.today.in_words();
    match page.needs.len() {
        0 => format!("{date}. Nothing needs you right now."),
        1 => format!("{date}. One thing needs you. Nothing else is late."),
        many => format!("{date}. {} things need you. Nothing else is late.", in_words(i64::try_from(many).unwrap_or(i64::MAX))),
    }
}

fn needs(page: &Today) -> Markup {
    html! {
        @if page.needs.is_empty() {
            @if !page.is_first_day { (caught_up(page)) }
        } @else {
            section class="card" aria-labelledby="nh" {
                div class="cap" { h2 id="nh" { "Needs you" } span class="count hot" { (page.needs.len()) } }
                ul class="rows" { @for row in &page.needs { (need(row)) } }
            }
        }
    }
}

fn need(row: &NeedRow) -> Markup {
    html! {
        li class="need" {
            p class={ "age " (row.tone) } { @if row.age == 0 { b { "new" } " today" } @else { b { (row.age) } " " (row.unit) } }
            h3 { a href=(row.href) { (row.title) } }
            p class="sub dim" { (row.line) }
            @if !row.acts.is_empty() {
                div class="acts" {
                    @for (place, (words, href)) in row.acts.iter().enumerate() {
                        a class=(if place == 0 && row.tone == "over" { "btn mini main" } else { "btn mini" }) href=(href) { (words) span class="vh" { ": " (row.title) } }
                    }
                }
            }
        }
    }
}

fn caught_up(page: &Today) -> Markup {
    let next = page.follow_ups.iter().find(|follow_up| follow_up.done_at.is_none());
    let long = page.waiting.long;
    html! {
        section class="card" aria-labelledby="nh" {
            h2 id="nh" { "Needs you" }
            div class="empty" {
                (icon(Icon::Tick, 44))
                h3 { "All caught up" }
                p class="dim" {
                    @if let Some(next) = next { "Next follow-up: " (dates::coming(next.due_on, page.today)) ". " }
                    @match long { 0 => {} 1 => "One client has waited more than 30 days for a service.", _ => { (in_words(long)) " clients have waited more than 30 days for a service." } }
                }
                @if page.waiting.all > 0 { a class="btn" href="/clients/waiting" { "See who has waited" } }
            }
        }
    }
}

/// Three steps, the done ones ticked.
fn first_day(page: &Today) -> Markup {
    parts::card(
        "first",
        "Your first day",
        html! {
            ol class="spine in" {
                li {
                    span class=(if page.has_clients { "dot done" } else { "dot now" }) { @if page.has_clients { (icon(Icon::Tick, 14)) } @else { b { "1" } } }
                    h3 { a href="/clients/new" { "Add a client" } }
                    p class="dim" { "A name is enough. A manager can import a whole list." }
                }
                li {
                    span class=(if page.has_clients { "dot now" } else { "dot" }) { b { "2" } }
                    h3 { a href="#log" { "Log one service" } }
                    p class="dim" { "Client, service, minutes. Everything else has a default." }
                }
                li {
                    span class="dot" { b { "3" } }
                    h3 { "Send one referral" }
                    p class="dim" { "It starts on the page of a client and ends with an answer." }
                }
            }
        },
    )
}

fn follow_ups(page: &Today) -> Markup {
    let week_ends = page.today.plus_days(6 - i64::from(page.today.date().weekday().to_monday_zero_offset()));
    let is_within =
        |from: Day, to: Day| move |(follow_up, _): &&(&FollowUp, &Option<String>)| follow_up.due_on > from && follow_up.due_on <= to;
    let all: Vec<_> = page.follow_ups.iter().zip(&page.done_at).collect();
    let ever = Day::new(jiff::civil::date(1900, 1, 1));
    let yesterday = page.today.plus_days(-1);
    let groups = [
        ("Late", all.iter().filter(is_within(ever, yesterday)).collect::<Vec<_>>()),
        ("Today", all.iter().filter(is_within(yesterday, page.today)).collect()),
        ("Later this week", all.iter().filter(is_within(page.today, week_ends)).collect()),
        ("Later", all.iter().filter(is_within(week_ends, page.today.plus_days(100_000))).collect()),
    ];
    let open = page.follow_ups.iter().filter(|follow_up| follow_up.done_at.is_none()).count();
    html! {
        section class="card" aria-labelledby="fh" {
            div class="cap" { h2 id="fh" { "Follow-ups" } span class="count" { (open) } a class="push" href="/follow-ups/new" { "Add one" span class="vh" { ": a follow-up" } } }
            @if page.follow_ups.is_empty() { p class="in dim" { "None yet. What you promise while logging a service comes here." } }
            @for (title, rows) in &groups {
                @if !rows.is_empty() {
                    h3 class="day" { (title) }
                    ul { @for (follow_up, done_at) in rows { (todo(follow_up, done_at.as_deref(), page.today)) } }
                }
            }
        }
    }
}

fn todo(follow_up: &FollowUp, done_at: Option<&str>, today: Day) -> Markup {
    let is_done = done_at.is_some();
    let address = follow_up_address(follow_up, if is_done { "reopening" } else { "finish" }, "today");
    html! {
        li class=(if is_done { "todo done" } else { "todo" }) id={ "follow-up-" (follow_up.id) } {
            form method="post" action=(address) {
                input type="hidden" name="version" value=(follow_up.version);
                button class=(if is_done { "check on" } else { "check" }) { @if is_done { (icon(Icon::Tick, 16)) } span class="vh" { @if is_done { "Not done after all: " } @else { "Done: " } (follow_up.title) ", " (follow_up.client.1) } }
                div class="what" { span { (follow_up.title) } " " a class="small" href={ "/clients/" (follow_up.client.0) } { (follow_up.client.1) } }
                @if let Some(words) = done_at { span class="when" { (words) " " button class="link" { "Undo" span class="vh" { ": " (follow_up.title) } } } }
                @else { span class=(if follow_up.due_on < today { "when late" } else { "when" }) { (dates::coming(follow_up.due_on, today)) } }
            }
        }
    }
}

fn week(page: &Today) -> Markup {
    parts::card(
        "wh",
        "Your week so far",
        html! {
            dl class="stat two" { div { dt { "Services" } dd { (page.week.0) } } div { dt { "Hours" } dd { (hours(page.week.1)) } } }
            @if page.attempts > 0 { p class="in small dim" { "Besides, " (parts::count(page.attempts, "attempt that came to nothing.", "attempts that came to nothing.")) } }
        },
    )
}

fn recent(page: &Today) -> Markup {
    html! {
        @if !page.recent.is_empty() {
            (parts::card("rh", "Recent clients", html! { ul { @for client in page.recent.iter().take(4) { (person(client, page.today)) } } }))
        }
    }
}

fn person(client: &Recent, today: Day) -> Markup {
    html! {
        li class="person" {
            span class="face" aria-hidden="true" { (parts::initials(client.contact.as_deref().unwrap_or(&client.name))) }
            div {
                a href={ "/clients/" (client.id) } { (client.name) } br;
                span class="small dim" { @if let Some(contact) = &client.contact { (contact) ", " } (dates::past(client.last_on, today)) }
            }
            a class="btn mini push" href={ "/clients/" (client.id) "#log" } { "Log" span class="vh" { " a service for " (client.name) } }
        }
    }
}

fn waiting(page: &Today) -> Markup {
    html! {
        @if page.waiting.all > 0 {
            section class="card" aria-labelledby="lh" {
                div class="cap" { h2 id="lh" { "Waiting longest" } a class="push" href="/clients/waiting" { "All " (crate::values::grouped(page.waiting.all)) span class="vh" { " who wait" } } }
                div class="in" {
                    p class="dim small" { "Clients with no service for the longest time. Order is by days only." }
                    dl class="facts" { @for client in &page.waiting.clients { (waits(client, page.today)) } }
                }
            }
        }
    }
}

/// Leases that are over or end within a year: time to renew, to bargain or to look.
fn leases(page: &Today) -> Markup {
    html! {
        @if page.leases > 0 {
            section class="card" aria-labelledby="leh" {
                div class="cap" { h2 id="leh" { "Leases ending" } a class="push" href="/leases" { "See them" span class="vh" { ": leases ending" } } }
                p class="in" { (parts::count(page.leases, "lease of your clients is", "leases of your clients are")) " over, or " @if page.leases == 1 { "ends" } @else { "end" } " within twelve months." }
            }
        }
    }
}

/// Certificates that end within sixty days: time to ask for them anew.
fn certificates(page: &Today) -> Markup {
    html! {
        @if page.certificates > 0 {
            section class="card" aria-labelledby="ceh" {
                div class="cap" { h2 id="ceh" { "Certificates ending" } a class="push" href="/certifications" { "See them" span class="vh" { ": certificates ending" } } }
                p class="in" { (parts::count(page.certificates, "certificate of your clients ends", "certificates of your clients end")) " within sixty days." }
            }
        }
    }
}

fn waits(client: &Waiting, today: Day) -> Markup {
    html! {
        div { dt class="vh" { (client.name) } dd { a href={ "/clients/" (client.id) } { (client.name) } } dd class="num" { (parts::count(client.since.days_until(today), "day", "days")) } }
    }
}
