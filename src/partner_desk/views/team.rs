//! The pages of a partner's people with accounts: the list, the request that nobody opened yet, who answers it, and the people.

use super::DeskPage;
use crate::auth::visits::{Member, Visit};
use crate::partner_desk::queries::team::{Shown, was_opened};
use crate::partners::{Account, Contact};
use crate::referrals::lifecycle::Status;
use crate::referrals::{Ball, Referral};
use crate::values::{Day, Zone, digits};
use crate::web::layout::{Solo, solo};
use crate::web::{Leaf, forms, parts};
use maud::{Markup, html};

/// A request in the list, with the name of the business where it may be seen.
pub struct Row {
    pub client: Option<String>,
    pub referral: Referral,
}

/// What the list shows.
pub struct List<'a> {
    pub visit: &'a Visit,
    pub member: &'a Member,
    pub shown: Shown,
    pub only_mine: bool,
    pub counts: [i64; 3],
    pub rows: &'a [Row],
    pub leaf: Leaf,
    pub has_more: bool,
    pub today: Day,
}

/// Where somebody with an account can go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Requests,
    Entry,
    People,
}

pub(super) fn places(member: &Member, here: Place) -> Markup {
    let place = |to: Place, address: &str, words: &str| html! { a class=(if to == here { "btn mini" } else { "btn mini bare" }) href=(address) aria-current=[(to == here).then_some("page")] { (words) } };
    html! {
        p class="small dim" { (member.partner_name) " · " (member.program_name) " · you are " (member.name) }
        nav class="row" aria-label="Your pages" {
            (place(Place::Requests, "/p/team", "Requests"))
            (place(Place::Entry, "/p/team/entry", "Your entry"))
            (place(Place::People, "/p/team/people", "Your team"))
        }
    }
}

pub(super) fn foot(member: &Member) -> Markup {
    html! {
        form class="stack" method="post" action="/p/leaving" {
            button class="btn" { "Sign out" }
            p class="small dim" { "You are signed out after 30 minutes without a word from you, and after twelve hours at the latest. Race, sex and military service are never asked, used or shown here." }
            @if let Some(number) = &member.program_telephone { p class="small dim" { "Questions? Call " (member.program_name) ", " a href={ "tel:" (digits(number)) } { (number) } "." } }
        }
    }
}

pub fn list(page: &List<'_>, is_done: bool, zone: &Zone) -> Markup {
    let mine = if page.only_mine { "&mine=1" } else { "" };
    let address = format!("/p/team?show={}{mine}", page.shown.code());
    let older = page.has_more.then(|| format!("{address}&page={}", page.leaf.page.saturating_add(1)));
    let newer = (page.leaf.page > 0).then(|| address.clone());
    let body = html! {
        div class="stack" {
            (places(page.member, Place::Requests))
            h1 { (headline(page)) }
            @if is_done { p class="box good" role="status" { "Your answer is recorded. The program and the manufacturer are told." } }
            nav class="row" aria-label="Which requests" {
                @for (shown, count) in Shown::ALL.into_iter().zip(page.counts) {
                    a class={ "btn mini" @if shown == page.shown { " main" } } href={ "/p/team?show=" (shown.code()) (mine) } aria-current=[(shown == page.shown).then_some("true")] { (shown.label()) " (" (count) ")" }
                }
                a class="btn mini bare" href={ "/p/team?show=" (page.shown.code()) @if !page.only_mine { "&mine=1" } } { @if page.only_mine { "Show everybody's" } @else { "Show only mine" } }
            }
            section class="card" aria-labelledby="list" {
                h2 id="list" { (page.shown.label()) @if page.only_mine { ", only yours" } }
                @if page.rows.is_empty() { p class="in dim" { (nothing(page)) } }
                ul class="rows" { @for row in page.rows { (line(page, row, zone)) } }
                (parts::pager(newer, older))
            }
            div class="row" {
                a class="btn mini" href="/p/team/requests.csv" { "Download the list (CSV)" }
                a class="btn mini" href="/p/mine" { "Report “no change” for several" }
            }
            (elsewhere(page.visit))
        }
    };
    solo(&Solo { title: "Requests to your team", foot: Some(foot(page.member)), ..Solo::default() }, body)
}

fn headline(page: &List<'_>) -> String {
    match (page.counts[0], page.only_mine) {
        (0, false) => "Nothing waits for your team".to_owned(),
        (0, true) => "Nothing waits for you".to_owned(),
        (1, false) => "One request waits for your team".to_owned(),
        (1, true) => "One request waits for you".to_owned(),
        (many, is_mine) => format!("{many} requests wait for {}", if is_mine { "you" } else { "your team" }),
    }
}

fn nothing(page: &List<'_>) -> &'static str {
    match (page.shown, page.only_mine) {
        (Shown::Turn, false) => "When the program sends your team a request, it stands here until one of you has answered.",
        (Shown::Turn, true) => "No request with your name on it waits for an answer. Your colleagues may have some.",
        (Shown::Open, _) => "No request is open.",
        (Shown::Closed, _) => "Nothing ended in the last twelve months.",
    }
}

fn line(page: &List<'_>, row: &Row, zone: &Zone) -> Markup {
    let (referral, today) = (&row.referral, page.today);
    let with = match &referral.contact {
        Some((key, _)) if *key == page.member.contact => "with you".to_owned(),
        Some((_, name)) => format!("with {name}"),
        None => "with nobody yet".to_owned(),
    };
    if page.shown == Shown::Closed {
        return html! {
            li {
                h3 { (referral.kind.label()) }
                p class="dim" { (referral.label()) " · " (with) }
                p { @if referral.status == Status::Rejected { "You said no" } @else { (referral.status.label()) } @if let Some(at) = referral.ended_at { " on " (zone.day(at).short(today)) } }
            }
        };
    }
    html! {
        li {
            h3 { a href={ "/p/r/" (referral.id) } { @match &row.client { Some(name) => { (name) }, None => (referral.kind.label()) } span class="vh" { ", " (referral.label()) } } }
            p class="dim" { (referral.label()) @if row.client.is_some() { " · " (referral.kind.label()) } " · " (what(referral.status)) " · " (with) }
            p {
                @if !was_opened(referral) { (parts::tag("note", "New")) " " }
                @if referral.is_late(today) && referral.waiting_on == Ball::Partner { (parts::tag("stop", "Late")) " " }
                @if let Some(due) = referral.due_on { "By " (due.short(today)) }
            }
        }
    }
}

fn what(status: Status) -> &'static str {
    match status {
        Status::Requested | Status::Received => "say yes or no",
        Status::Accepted => "you said yes; tell us when work starts",
        Status::OnHold => "on hold",
        _ => "in progress",
    }
}

/// Somebody may answer for two organizations, or stand in the directories of two programs.
fn elsewhere(visit: &Visit) -> Markup {
    html! {
        @for other in &visit.elsewhere {
            form class="row" method="post" action="/p/team/switching" {
                input type="hidden" name="account" value=(other.id);
                span { "You also answer for " b { (other.partner_name) } " (" (other.program_name) ")." }
                button class="btn mini" { "Go there" span class="vh" { ": " (other.partner_name) ", " (other.program_name) } }
            }
        }
    }
}

/// Before anybody opened it: who asks, for what, by when. Nothing personal.
pub fn unopened(visit: &Visit, referral: &Referral, by: Option<&str>) -> Markup {
    let list = if visit.member.is_some() { "/p/team" } else { "/p/mine" };
    let body = html! {
        div class="stack" {
            p class="small dim" { (referral.program_name) " · " (referral.label()) " · " a href=(list) { "all your requests" } }
            div class="hero" {
                h1 { "A manufacturer asks for help with " (referral.kind.in_a_sentence()) }
                p { (referral.program_name) " sent you this request." @if let Some(by) = by { " Please answer by " b { (by) } "." } }
            }
            form method="post" action={ "/p/r/" (referral.id) "/opening" } {
                (parts::form_key(&forms::fresh_key(), None))
                button class="btn main full" { "Open the request" }
            }
            p class="small dim" { "The manufacturer can see that you have opened it. Names and contacts appear when you say yes." }
        }
    };
    solo(&Solo { title: "A request for you", ..Solo::default() }, body)
}

/// Who of the team answers a request, and the forms that change it.
pub(super) fn assignment(page: &DeskPage<'_>) -> Markup {
    let referral = &page.seen.story.referral;
    let (Some(member), false) = (crate::partner_desk::member_for(page.visit, referral), page.seen.colleagues.is_empty()) else {
        return html! {};
    };
    let now = referral.contact.as_ref();
    let is_own = now.is_some_and(|(key, _)| *key == member.contact);
    let own = page.seen.colleagues.iter().find(|contact| contact.key == member.contact);
    let others: Vec<(String, String)> = std::iter::once((String::new(), "Choose".to_owned()))
        .chain(
            page.seen
                .colleagues
                .iter()
                .filter(|contact| now.is_none_or(|(key, _)| *key != contact.key) && contact.key != member.contact)
                .map(|contact| (contact.id.to_string(), contact.name.clone())),
        )
        .collect();
    let action = format!("/p/r/{}/assignment", referral.id);
    parts::card(
        "team",
        "Who of you answers it",
        html! {
            div class="in stack" {
                p { @match now { Some(_) if is_own => "You do.", Some((_, name)) => { b { (name) } "." }, None => "Nobody yet." } }
                @if let Some(own) = own.filter(|_| !is_own) {
                    form method="post" action=(action) {
                        (parts::form_key(&forms::fresh_key(), Some(page.forms.version)))
                        input type="hidden" name="colleague" value=(own.id);
                        button class="btn" { "I take it" }
                    }
                }
                @if others.len() > 1 {
                    form class="stack" method="post" action=(action) {
                        (parts::form_key(&forms::fresh_key(), Some(page.forms.version)))
                        (parts::field("colleague", "Hand it to", Some("they are told with a link of their own"), &page.said.complaints, |wiring| wiring.select("", &others)))
                        button class="btn" { "Hand over" }
                    }
                }
                p class="small dim" { "Reminders and links go to whoever answers it. Everybody of your team with an account can still see it and answer." }
            }
        },
    )
}

/// The people of the partner, and who of them has an account.
pub fn people(member: &Member, contacts: &[Contact], accounts: &[Account], zone: &Zone, today: Day) -> Markup {
    let body = html! {
        div class="stack" {
            (places(member, Place::People))
            h1 { "Your team" }
            section class="card" aria-labelledby="people" {
                h2 id="people" { "Who answers for " (member.partner_name) }
                ul class="rows" {
                    @for contact in contacts {
                        li class="stack" {
                            div {
                                h3 { (contact.name) @if contact.key == member.contact { " (you)" } }
                                @if let Some(email) = &contact.email { p class="dim" { (email) } }
                            }
                            @match accounts.iter().find(|account| account.contact == contact.key) {
                                Some(account) => (account_of(member, contact, account, zone, today)),
                                None => p class="small dim" { "No account. Answers by the links we send." },
                            }
                        }
                    }
                }
            }
            p class="small dim" { "Somebody new, or somebody left? The program writes down who works with you and gives accounts" @if let Some(number) = &member.program_telephone { ": call " a href={ "tel:" (digits(number)) } { (number) } } ". An account of somebody who should no longer see your requests you can end here at once." }
        }
    };
    solo(&Solo { title: "Your team", foot: Some(foot(member)), ..Solo::default() }, body)
}

fn account_of(member: &Member, contact: &Contact, account: &Account, zone: &Zone, today: Day) -> Markup {
    html! {
        p class="small" {
            (parts::tag("good", "Account")) " since " (zone.day(account.given_at).short(today))
            @match account.last_used_at { Some(at) => { ", last signed in " (zone.day(at).short(today)) }, None => ", not used yet" }
        }
        details {
            summary { "End this account" span class="vh" { ": " (contact.name) } }
            form class="in stack" method="post" action={ "/p/team/people/" (account.id) "/ending" } {
                (parts::form_key(&forms::fresh_key(), None))
                p class="small dim" { @if contact.key == member.contact { "You are signed out at once, and the program has to give you a new one." } @else { "They are signed out at once. The links we send them still work; tell the program if they left." } }
                button class="btn" { "End the account" span class="vh" { " of " (contact.name) } }
            }
        }
    }
}
