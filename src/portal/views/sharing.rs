//! The sharing parts of the status page: the question in its exact words, what partners can see, undo, stop and renew.

use super::{StatusPage, answers};
use crate::consent::{Consent, name};
use crate::i18n::{Args, Joiner, Language};
use crate::portal::sharing::Partner;
use crate::referrals::lifecycle::{Event, Status};
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

/// The paragraphs of a text; what somebody typed in it runs its own way.
fn paragraphs(text: &str) -> Markup {
    html! { @for paragraph in text.lines().filter(|line| !line.is_empty()) { p dir="auto" { (paragraph) } } }
}

/// The exact words, and a yes and a no of the same size. No answer is a no.
pub(super) fn question(page: &StatusPage<'_>) -> Markup {
    html! { @if page.seen.sharing.question.is_some() { (parts::card("share", &page.word("share-heading"), question_form(page))) } }
}

pub(super) fn question_form(page: &StatusPage<'_>) -> Markup {
    let Some((words, partners)) = &page.seen.sharing.question else { return html! {} };
    let all: Vec<&str> = partners.iter().map(|partner| partner.value.as_str()).collect();
    let count = i64::try_from(all.len()).unwrap_or(i64::MAX);
    let yes = page.language.say("share-yes", Args::default().count("n", count));
    html! {
            div class="in stack" {
                (paragraphs(words))
                div class="both" {
                    (press(page, "share", &all, "btn full", &yes))
                    (press(page, "refuse", &all, "btn full", &page.word("share-no")))
                }
                @if all.len() > 1 { (choose(page, partners)) }
                p class="dim" { (page.language.join(&[page.say("share-leave-out"), page.word("page-nothing-before-yes")])) }
            }
    }
}

/// Only some of them: nothing is ticked beforehand.
fn choose(page: &StatusPage<'_>, partners: &[Partner]) -> Markup {
    html! {
        details {
            summary { (page.word("share-some")) }
            form class="in stack" method="post" action={ (page.base) "/sharing" } {
                (parts::form_key(&forms::fresh_key(), None))
                input type="hidden" name="what" value="share";
                @for (place, partner) in partners.iter().enumerate() {
                    div class="tick" { input type="checkbox" id={ "with" (place) } name="with" value=(partner.value); label for={ "with" (place) } dir="auto" { (partner.name) } }
                }
                button class="btn full" { (page.word("share-ticked")) }
            }
        }
    }
}

/// What the partner can see, and how to undo, stop and renew it.
pub(super) fn shared(page: &StatusPage<'_>) -> Markup {
    let can_stop = page.open.contains(&Event::Withdraw);
    html! {
        section class="stack" aria-labelledby="see" {
            h2 id="see" { (page.word("sees-heading")) }
            (sees(page))
            @if let Some(besides) = page.seen.besides.as_ref().filter(|_| page.seen.yes.is_some()) { (super::own_referral::values(besides, page.seen.story.referral.partner_name(), page.language)) }
            @if let Some(words) = page.seen.trainees.words(page.language) { p class="dim" { (words) } }
            @if let (times, Some(last)) = page.seen.openings {
                @let args = Args::default().count("n", times).with("day", page.day(page.zone.day(last)));
                p class="dim" { (page.language.join(&[page.language.say("sees-opened-details", args)])) }
            }
            @if page.seen.sharing.is_renewable { (renewal(page)) }
            (undo(page))
            @if page.open.contains(&Event::Discard) && page.seen.sharing.question.is_none() { (answers::press(page, Event::Discard, &page.word("no-longer-needed"))) }
            @if can_stop { p { a href={ (page.base) "/stopping" } { (page.word("stop-button")) } } }
        }
        (others(page))
    }
}

fn sees(page: &StatusPage<'_>) -> Markup {
    let status = page.seen.story.state.now.status;
    let line = |keys: &[String]| html! { p class="dim" { (page.language.join(keys)) } };
    match &page.seen.yes {
        _ if status.is_end() && page.seen.sharing.was_read => line(&[page.word("sees-no-more"), page.word("told-cannot-be-unread")]),
        _ if status.is_end() => line(&[page.word("sees-never-opened")]),
        None => line(&[page.word("sees-nothing")]),
        Some(yes) => html! {
            (line(&[page.word(if status == Status::Draft { "sees-when-sent" } else { "sees-rough" }), sees_more(page, yes)]))
            (line(&[page.language.say("sees-until", Args::default().with("day", page.day(yes.expires_on)))]))
            details {
                summary { (page.word("sees-exact-words")) }
                div class="box" lang=[(yes.language != page.language).then(|| yes.language.code())] { (paragraphs(&yes.text_shown)) }
            }
        },
    }
}

/// What they see beyond the rough facts, and from when on.
fn sees_more(page: &StatusPage<'_>, yes: &Consent) -> String {
    let status = page.seen.story.state.now.status;
    if yes.fields.is_empty() {
        return page.word("sees-no-fields");
    }
    let key = match (yes.by_name, status) {
        (true, _) => "sees-by-name",
        (false, Status::Accepted | Status::InProgress | Status::OnHold) => "sees-after-yes",
        (false, _) => "sees-only-after-yes",
    };
    page.language.say(key, Args::default().with("items", items(yes, page.language)))
}

fn items(yes: &Consent, language: Language) -> String {
    let names: Vec<String> = yes.fields.iter().map(|field| name(*field, language)).collect();
    language.list(&names, Joiner::And)
}

pub(super) fn renewal(page: &StatusPage<'_>) -> Markup {
    let ends = page.word(if page.seen.yes.is_some() { "renew-ends" } else { "renew-ended" });
    html! {
        div class="box wait stack" id="renew" {
            p { b { (page.language.join(&[ends])) } " " (page.language.join(&[page.say("renew-how"), page.word("renew-or-not")])) }
            (press(page, "renew", &[], "btn", &page.word("renew-button")))
        }
    }
}

/// A day to think again. After it the same thing is called stopping.
fn undo(page: &StatusPage<'_>) -> Markup {
    let Some(until) = page.seen.sharing.undo_until else { return html! {} };
    let own = format!("{}.{}", page.seen.story.referral.id, page.seen.story.referral.version);
    let until = page.language.say("undo-until", Args::default().with("moment", page.moment(until)));
    let what = if page.seen.sharing.was_read {
        vec![until, page.say("undo-was-read"), page.word("told-cannot-be-unread"), page.word("undo-rest-stops")]
    } else {
        vec![until, page.say("undo-not-read")]
    };
    html! {
        details {
            summary { (page.word("undo-heading")) }
            div class="in stack" {
                p { (page.language.join(&what)) }
                (press(page, "stop", &[&own], "btn", &page.word("undo-button")))
            }
        }
    }
}

/// The other partners of the same act, each stopped on its own.
fn others(page: &StatusPage<'_>) -> Markup {
    let others = &page.seen.sharing.others;
    let about = |key: &str, other: &Partner| page.language.say(key, Args::default().with("org", &other.name));
    html! {
        @if !others.is_empty() && page.seen.sharing.question.is_none() {
            section class="stack" aria-labelledby="others" {
                h2 id="others" { (page.word("others-heading")) }
                @for other in others {
                    div class="row" {
                        p { b { bdi { (other.name) } } ": " (page.word(other.stands)) }
                        @if other.can_stop { (press(page, "stop", &[&other.value], "btn mini push", &about("others-stop", other))) }
                    }
                }
                p class="small dim" { (page.language.join(&[page.word("others-each"), page.word("told-cannot-be-unread")])) }
            }
        }
    }
}
