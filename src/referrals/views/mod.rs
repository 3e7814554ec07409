//! Referrals on pages: the board, one referral, a new one, and the cards other pages borrow.

mod board;
mod codes;
pub mod deeds;
mod letter;
mod messages;
mod needs;
mod new;
mod page;
mod secrets;
mod sending;
mod sharing;
pub mod sheet;
mod tasks;
mod timers;
mod triage;
mod voices;

pub(super) use board::{BoardPage, board};
pub use letter::{Letter, letter};
pub(super) use messages::messages_page;
pub use messages::{Names, Thread, thread, thread_card};
pub(super) use needs::{NeedsForm, NeedsPage, change_needs};
pub(super) use new::{NewForm, NewPage, Offered, new_referral};
pub(super) use page::{ReferralPage, referral};
pub(super) use secrets::{AgreementForm, SecretForm, SecretPage, confidential};
pub use sending::{ToSend, WHY, page as sending};
pub(super) use sharing::Sharing;
pub(super) use tasks::Words;
pub use timers::{TimerForm, TimersPage, timers};
pub(super) use triage::{InboundPage, inbound, triage};
pub(super) use voices::{StepRow, StepsPage, next_steps};

use super::deed::Happened;
use super::fact::Fact;
use super::lifecycle::{Event, Party, Status};
use super::queries::Card;
use super::results;
use super::{Ball, Referral};
use crate::values::{Day, Source, Vocabulary, Zone};
use crate::web::{Icon, icon, parts};
use maud::{Markup, html};

/// The status in a small field; late goes before everything.
pub fn status_tag(referral: &Referral, today: Day) -> Markup {
    if referral.is_late(today) {
        return html! { (parts::tag("stop", "Late")) " " (parts::tag("", referral.status.label())) };
    }
    let tone = match referral.status {
        Status::Accepted | Status::InProgress | Status::Completed => "good",
        Status::Requested | Status::Received => "note",
        Status::OnHold | Status::Draft => "wait",
        Status::Rejected | Status::Failed | Status::Cancelled if referral.waiting_on == Ball::Advisor => "stop",
        _ => "",
    };
    parts::tag(tone, referral.status.label())
}

/// What happened, in the middle of a sentence: "Eastern Yards Trust said yes".
pub fn happened(line: &Happened) -> String {
    let partner = line.partner.as_deref().unwrap_or("the partner");
    let client = "the client";
    match line.event {
        Event::Create => "prepared".to_owned(),
        Event::RequestConsent => format!("asked {client} if we may share with {partner}"),
        Event::GiveConsent => format!("{client} agreed to share with {partner}"),
        Event::RefuseConsent => format!("{client} did not want to share"),
        Event::Send => format!("sent to {partner}"),
        Event::UndoSend => "sending was taken back".to_owned(),
        Event::Discard => "draft dropped".to_owned(),
        Event::Acknowledge => format!("{partner} has it"),
        Event::Accept => format!("{partner} said yes"),
        Event::Reject => format!("{partner} said no"),
        Event::AskInformation => format!("{partner} asked for something"),
        Event::ProvideInformation => format!("{partner}'s question was answered"),
        Event::Withdraw => format!("{client} stopped it"),
        Event::Recall => "we stopped it".to_owned(),
        Event::AutoRecall => format!("stopped, because {partner} did not answer"),
        Event::Start => "work started".to_owned(),
        Event::Progress => format!("news from {partner}"),
        Event::Hold => "on hold".to_owned(),
        Event::Resume => "moving again".to_owned(),
        Event::Complete => format!("{partner} says it is done"),
        Event::Fail => "it did not work out".to_owned(),
        Event::UndoLast => "the last update was undone".to_owned(),
        Event::Confirm => format!("{client} said how it went"),
        Event::Reopen => "opened again".to_owned(),
        Event::RecordNextStep => "next step agreed".to_owned(),
        Event::ReRefer => "another partner is tried".to_owned(),
        Event::ConsentLapses => "the permission to share ended".to_owned(),
        Event::MarkError => "marked as entered by mistake".to_owned(),
    }
}

/// For a form that was drawn before somebody else acted: what happened since, and what the form was about to do.
pub fn changed_since(log: &[Happened], seen: i64, about_to: &str, zone: &Zone) -> String {
    let since: Vec<String> = log
        .iter()
        .filter(|line| line.seq > seen)
        .map(|line| format!("{} ({}, {})", happened(line), by_whom(line), zone.clock(line.at)))
        .collect();
    let what = if since.is_empty() { "the draft was changed".to_owned() } else { since.join("; ") };
    format!(
        "This changed since you opened it: {what}. You were about to: {about_to}. Nothing of yours was saved. Look again, and send it if it is still right"
    )
}

/// A label before its answer: a question has its own mark.
fn before(label: &str) -> String {
    if label.ends_with('?') { label.to_owned() } else { format!("{label}:") }
}

/// Who did it, and how we know.
fn by_whom(line: &Happened) -> String {
    let account = line.account.as_ref().map_or("", |(_, name)| name);
    match line.party {
        _ if line.from_file.is_some() => "told by a file".to_owned(),
        Party::Advisor | Party::Manager | Party::AdvisorOnBehalf if line.source.is_some() => {
            let how = line.source.map(Source::label).unwrap_or_default().to_lowercase();
            format!("reported by {account}, {how}")
        }
        Party::Advisor | Party::Manager | Party::AdvisorOnBehalf => account.to_owned(),
        Party::Partner => match (&line.asserted_name, &line.contact) {
            (Some(name), Some(contact)) => format!("link issued to {contact}, name given: {name}"),
            (Some(name), None) => format!("by link, name given: {name}"),
            (None, _) => "the partner, by link".to_owned(),
        },
        Party::Entrepreneur => "the client, on their private page".to_owned(),
        Party::System => "Fairfloor, by the calendar".to_owned(),
    }
}

/// Facts worth reading on the timeline, each with its words.
const SHOWN: [Fact; 19] = [
    Fact::ReasonText,
    Fact::Question,
    Fact::Answer,
    Fact::NeededBy,
    Fact::ResponsiblePerson,
    Fact::FirstContactOn,
    Fact::ContactedOn,
    Fact::NextExpectedOn,
    Fact::ReviewOn,
    Fact::WaitlistPosition,
    Fact::WhatChanged,
    Fact::Delivered,
    Fact::EndOn,
    Fact::Attempts,
    Fact::Alternative,
    Fact::SharedNote,
    Fact::ToldOn,
    Fact::OverrideReason,
    Fact::AskedOutside,
];

/// The history on the spine, newest first.
pub fn spine(log: &[Happened], zone: &Zone, today: Day, code_words: &dyn Fn(Event, Fact, &str) -> String) -> Markup {
    let taken_back = super::voices::undone(log);
    html! {
        ol class="spine" reversed {
            @for line in log.iter().rev() {
                li {
                    (dot(line))
                    div class="row" {
                        h3 { (super::words::sentence(&happened(line)).trim_end_matches('.')) }
                        @if taken_back.contains(&line.seq) { (parts::tag("wait", "Taken back")) }
                        @else if line.event == Event::UndoLast { (parts::tag("wait", "Correction")) }
                        span class="when push" { (zone.day(line.at).short(today)) @if line.from_file.is_none() { ", " (zone.clock(line.at)) } }
                    }
                    @for fact in [Fact::Reason, Fact::Stage, Fact::Outcome, Fact::Results, Fact::MoreResults, Fact::NextStep] {
                        @for code in line.sheet.get(&fact).map(String::as_str).unwrap_or_default().split(',').filter(|code| !code.is_empty()) { p { (code_words(line.event, fact, code)) } }
                    }
                    @for (label, words) in results::lines(&line.sheet, today) { p { b { (before(label)) } " " (words) } }
                    @for fact in SHOWN {
                        @if let Some(value) = line.sheet.get(&fact) { p { b { (before(fact.label())) } " " (value_words(fact, value, today)) } }
                    }
                    @if let Some(told) = &line.told { p class="dim" { "The client was told: " (told) } }
                    p class="small dim" { (by_whom(line)) @if let Some(read) = line.from_file { ", read on " (zone.day(read).short(today)) } }
                }
            }
        }
    }
}

fn value_words(fact: Fact, value: &str, today: Day) -> String {
    match Day::parse(value) {
        Ok(day) if fact.is_date() => day.short(today),
        _ if fact == Fact::AskedOutside => Source::parse(value).map_or_else(|_| value.to_owned(), |by| by.label().to_lowercase()),
        _ => value.to_owned(),
    }
}

fn dot(line: &Happened) -> Markup {
    let (class, picture) = match line.event {
        Event::Accept | Event::Complete | Event::GiveConsent => ("dot done", Icon::Tick),
        Event::Reject | Event::Fail | Event::Withdraw | Event::Recall | Event::AutoRecall | Event::RefuseConsent => ("dot", Icon::Cross),
        _ => ("dot ref", Icon::Referrals),
    };
    html! { span class=(class) { (icon(picture, 14)) } }
}

/// The open referrals of a client, as cards for the client's page.
pub fn referral_cards(cards: &[Card], today: Day) -> Markup {
    html! {
        section class="card" aria-labelledby="open-referrals" {
            h2 id="open-referrals" { @if cards.len() == 1 { "Open referral" } @else { "Open referrals" } }
            @if cards.is_empty() { p class="in dim" { "No referral is open." } }
            @for card in cards {
                div class="in" {
                    p { a href={ "/referrals/" (card.referral.id) } { b { (card.referral.label()) } } " " (card.referral.kind.label()) ", " (card.referral.partner_name()) }
                    (mini_track(card.done))
                    p class="small dim" {
                        "Step " (card.done.min(4) + 1) " of 5: " (card.now)
                        @if card.late_days > 0 { " Late by " (parts::count(i64::from(card.late_days), "business day", "business days")) "." }
                        @else if let Some(due) = card.referral.due_on { " Expected by " (due.short(today)) "." }
                    }
                }
            }
        }
    }
}

/// Five bars, as many green as stations are behind.
pub fn mini_track(done: usize) -> Markup {
    html! {
        div class="mini-track" aria-hidden="true" {
            @for step in 0..5_usize { i class=[match step.cmp(&done) { std::cmp::Ordering::Less => Some("d"), std::cmp::Ordering::Equal => Some("n"), std::cmp::Ordering::Greater => None }] {} }
        }
    }
}
