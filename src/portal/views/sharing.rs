//! The sharing parts of the status page: the question in its exact words, what partners can see, undo, stop and renew.

use super::{StatusPage, fields};
use crate::portal::sharing::Partner;
use crate::referrals::lifecycle::{Event, Party, Status};
use crate::web::{forms, parts};
use maud::{Markup, html};

/// A small form that posts one deed about some partners.
fn press(page: &StatusPage<'_>, what: &str, with: &[&str], class: &str, words: &str) -> Markup {
    html! {
        form method="post" action={ (page.base) "/sharing" } {
            (parts::form_key(&forms::fresh_key(), None))
            input type="hidden" name="what" value=(what);
            @for value in with { input type="hidden" name="with" value=(value); }
            button class=(class) { (words) }
        }
    }
}

/// The exact words, and a yes and a no of the same size. No answer is a no.
pub(super) fn question(page: &StatusPage<'_>) -> Markup {
    let Some((words, partners)) = &page.seen.sharing.question else { return html! {} };
    let all: Vec<&str> = partners.iter().map(|partner| partner.value.as_str()).collect();
    let yes = if all.len() > 1 { format!("Yes, share with all {}", all.len()) } else { "Yes, share this".to_owned() };
    parts::card(
        "share",
        "May we share this?",
        html! {
            div class="in stack" {
                @for paragraph in words.lines().filter(|line| !line.is_empty()) { p { (paragraph) } }
                div class="both" {
                    (press(page, "share", &all, "btn full", &yes))
                    (press(page, "refuse", &all, "btn full", "No, do not share"))
                }
                @if all.len() > 1 { (choose(page, partners)) }
                p class="dim" { "To leave something out, call " (page.seen.words.advisor) ". Nothing is shared until you say yes." }
            }
        },
    )
}

/// Only some of them: nothing is ticked beforehand.
fn choose(page: &StatusPage<'_>, partners: &[Partner]) -> Markup {
    html! {
        details {
            summary { "Share with some of them only" }
            form class="in stack" method="post" action={ (page.base) "/sharing" } {
                (parts::form_key(&forms::fresh_key(), None))
                input type="hidden" name="what" value="share";
                @for (place, partner) in partners.iter().enumerate() {
                    div class="tick" { input type="checkbox" id={ "with" (place) } name="with" value=(partner.value); label for={ "with" (place) } { (partner.name) } }
                }
                button class="btn full" { "Yes, share with those I ticked" }
            }
        }
    }
}

/// What the partner can see, and how to undo, stop and renew it.
pub(super) fn shared(page: &StatusPage<'_>) -> Markup {
    let can_stop = page.open.contains(&Event::Withdraw);
    html! {
        section class="stack" aria-labelledby="see" {
            h2 id="see" { "What the partner can see" }
            (sees(page))
            @if let Some(words) = page.seen.trainees.words() { p class="dim" { (words) } }
            @if let (times, Some(last)) = page.seen.openings {
                p class="dim" { "Your confidential details: they opened them " (parts::count(times, "time", "times")) ", last on " (page.zone.day(last).short(page.today)) "." }
            }
            @if page.seen.sharing.is_renewable { (renewal(page)) }
            (undo(page))
            @if page.open.contains(&Event::Discard) && page.seen.sharing.question.is_none() { (page.forms.deed(Event::Discard, Party::Entrepreneur, false)) }
            @if can_stop { p { a href={ (page.base) "/stopping" } { "Stop this referral" } } }
        }
        (others(page))
    }
}

fn sees(page: &StatusPage<'_>) -> Markup {
    match (&page.seen.yes, page.seen.story.state.now.status) {
        (_, status) if status.is_end() => html! {
            p class="dim" {
                @if page.seen.sharing.was_read { "Nothing any more: their links to this request are closed. What they have read already cannot be unread." }
                @else { "Nothing. They never opened your request, so nothing was shared." }
            }
        },
        (Some(yes), status) => html! {
            p class="dim" {
                @match status {
                    Status::Draft => "Nothing yet. When we send your request, they see what you need, how soon, the kind of work, about how many people work with you, and your area. ",
                    _ => "What you need, how soon, the kind of work, about how many people work with you, and your area. ",
                }
                @match (yes.by_name, status) {
                    (true, _) => "You asked to be introduced by name, so they also see: ",
                    (false, Status::Accepted | Status::InProgress | Status::OnHold) => "They said yes, so they also see: ",
                    (false, _) => "Only after they say yes, also: ",
                }
                (fields(yes)) "."
            }
            p class="dim" { "You agreed to this. It ends on " (yes.expires_on.short(page.today)) " at the latest." }
            details {
                summary { "The exact words you agreed to" }
                div class="box" { @for paragraph in yes.text_shown.lines().filter(|line| !line.is_empty()) { p { (paragraph) } } }
            }
        },
        (None, _) => html! { p class="dim" { "Nothing. You have given no permission that is in force now." } },
    }
}

fn renewal(page: &StatusPage<'_>) -> Markup {
    let org = page.seen.words.org.as_deref().unwrap_or("the partner");
    html! {
        div class="box wait stack" {
            p {
                @if page.seen.yes.is_some() { b { "Your permission ends soon." } } @else { b { "Your permission has ended." } }
                " To go on, let " (org) " see the same things for as long again. Do nothing, and it ends."
            }
            (press(page, "renew", &[], "btn", "Renew my permission"))
        }
    }
}

/// A day to think again. After it the same thing is called stopping.
fn undo(page: &StatusPage<'_>) -> Markup {
    let Some(until) = page.seen.sharing.undo_until else { return html! {} };
    let own = format!("{}.{}", page.seen.story.referral.id, page.seen.story.referral.version);
    let org = page.seen.words.org.as_deref().unwrap_or("The partner");
    html! {
        details {
            summary { "Undo my yes" }
            div class="in stack" {
                p {
                    "You can undo it until " (page.zone.day(until).short(page.today)) ", " (page.zone.clock(until)) ". "
                    @if page.seen.sharing.was_read { (org) " has opened your request. What they have read cannot be unread. Everything else stops." }
                    @else { (org) " has not opened your request, so nothing was shared, and nothing will be." }
                }
                (press(page, "stop", &[&own], "btn", "Undo: do not share"))
            }
        }
    }
}

/// The other partners of the same act, each stopped on its own.
fn others(page: &StatusPage<'_>) -> Markup {
    let others = &page.seen.sharing.others;
    html! {
        @if !others.is_empty() && page.seen.sharing.question.is_none() {
            section class="stack" aria-labelledby="others" {
                h2 id="others" { "Also asked about this" }
                @for other in others {
                    div class="row" {
                        p { b { (other.name) } ": " (other.stands) }
                        @if other.can_stop { (press(page, "stop", &[&other.value], "btn mini push", &format!("Stop sharing with {}", other.name))) }
                    }
                }
                p class="small dim" { "Each can be stopped on its own. What they have read cannot be unread." }
            }
        }
    }
}
