//! The parts of a referral's page that only somebody who is inside sees.

use super::home::short;
use crate::i18n::{Args, Language};
use crate::portal::own_referral::{Besides, Line, label};
use crate::referrals::own_words;
use crate::values::{ClientWordKind, Day, digits};
use crate::web::{forms, parts};
use maud::{Markup, html};

fn day(language: Language, on: Day, today: Day) -> String {
    short(language, on, today)
}

/// Who has the ball, since when it stands still, and what was asked for by a press; with the press that reminds the partner.
pub(in crate::portal) fn ball(besides: &Besides, base: &str, language: Language, today: Day) -> Markup {
    parts::card(
        "ball",
        &language.word("ball-title"),
        html! {
            div class="in stack" {
                p { b { (besides.moves) } }
                @if let Some(words) = &besides.paused { p { (words) } }
                @if let Some(words) = &besides.usual { p class="dim" { (words) } }
                @if besides.may_remind {
                    form method="post" action={ (base) "/reminders" } { (key()) button class="btn full" { (language.word("remind-them")) } }
                }
                (asked(besides, language, today))
            }
        },
    )
}

fn key() -> Markup {
    parts::form_key(&forms::fresh_key(), None)
}

fn asked(besides: &Besides, language: Language, today: Day) -> Markup {
    html! {
        @if !besides.words.is_empty() {
            ul id="asked" class="small dim" {
                @for (word, on) in &besides.words {
                    @let said = match (word.kind, word.done_at) {
                        (ClientWordKind::Remind, _) => "asked-remind",
                        (ClientWordKind::NotContacted, None) => "asked-not-contacted",
                        (ClientWordKind::NotContacted, Some(_)) => "asked-not-contacted-done",
                        (ClientWordKind::Wrong, None) => "asked-wrong",
                        (ClientWordKind::Wrong, Some(_)) => "asked-wrong-done",
                    };
                    li { (language.sentence(&language.say(said, Args::default().with("day", day(language, *on, today))))) }
                }
            }
        }
    }
}

/// What can happen next.
pub(in crate::portal) fn can_happen(besides: &Besides, language: Language) -> Markup {
    html! {
        @if !besides.can_happen.is_empty() {
            (parts::card("can", &language.word("can-title"), html! { ul class="in stack" { @for words in &besides.can_happen { li { (words) } } } }))
        }
    }
}

/// Whom to call at the partner, after its yes.
pub(in crate::portal) fn contact(besides: &Besides, org: &str, language: Language) -> Markup {
    html! {
        @if let Some(contact) = &besides.contact {
            p { (language.sentence(&language.say("contact-at", Args::default().with("name", contact.name.as_str()).with("org", org)))) }
            @if let Some(number) = &contact.telephone { p { a class="btn full" href={ "tel:" (digits(number)) } { (language.say("contact-call", Args::default().with("name", contact.name.as_str()))) } } }
            @if let Some(email) = &contact.email { p { a href={ "mailto:" (email) } dir="ltr" translate="no" { (email) } } }
        }
    }
}

/// The exact values that the partner can see, or will see after its yes.
pub(in crate::portal) fn values(besides: &Besides, org: &str, language: Language) -> Markup {
    let rough = &besides.rough;
    html! {
        details {
            summary { (language.word("values-title")) }
            div class="in stack" {
                p class="small dim" { (language.word("values-before")) }
                dl class="facts" {
                    div { dt { (language.word("values-work")) } dd { bdi { (own_words::industry(rough, language)) } } }
                    div { dt { (language.word("values-size")) } dd { (own_words::size(&rough.size, language)) } }
                    div { dt { (language.word("values-area")) } dd { bdi { (own_words::area(&rough.area, language)) } } }
                }
                @if !besides.values.is_empty() {
                    p class="small dim" { (language.say(if besides.are_open { "values-open" } else { "values-after" }, Args::default().with("org", org))) }
                    dl class="facts" { @for (field, value) in &besides.values { div { dt { (label(*field, language)) } dd dir="auto" { (value) } } } }
                }
            }
        }
    }
}

/// What happened, newest first. What was taken back stands there with what took it back.
pub(in crate::portal) fn timeline(besides: &Besides, language: Language, today: Day) -> Markup {
    parts::card(
        "history",
        &language.word("history-title"),
        html! { div class="in" { ol class="spine" { @for line in &besides.lines { (one(line, language, today)) } } } },
    )
}

fn one(line: &Line, language: Language, today: Day) -> Markup {
    html! {
        li {
            span class="dot done" aria-hidden="true" {}
            div class="row" {
                h3 { (line.said) }
                span class="when push" { (day(language, line.on, today)) }
                @if line.is_taken_back { (parts::tag("wait", &language.word("history-taken-back"))) }
            }
            p class="dim" { bdi { (line.by) } }
        }
    }
}

/// A word to the advisor: nobody called, or something is wrong here.
pub(in crate::portal) fn tell(besides: &Besides, base: &str, language: Language) -> Markup {
    html! {
        @if besides.may_miss_contact {
            form method="post" action={ (base) "/words" } {
                (key())
                input type="hidden" name="what" value="not_contacted";
                button class="btn full" { (language.word("not-contacted")) }
            }
        }
        details {
            summary { (language.word("wrong-title")) }
            form class="in stack" method="post" action={ (base) "/words" } {
                (key())
                input type="hidden" name="what" value="wrong";
                div {
                    label for="wrong" { (language.word("wrong-what")) " " span class="hint" id="wrong-hint" { (language.word("wrong-hint")) } }
                    textarea class="inp" id="wrong" name="body" rows="3" maxlength="2000" required aria-describedby="wrong-hint" {}
                }
                button class="btn full" { (language.word("wrong-send")) }
            }
        }
    }
}

/// How to look without signing in.
pub(in crate::portal) fn quick(besides: &Besides, label: &str, language: Language) -> Markup {
    html! {
        details {
            summary { (language.word("quick-title")) }
            div class="in stack" {
                p { (language.sentence(&language.word("quick-how"))) }
                p translate="no" dir="ltr" id="short" { b { (label) } " · " b { (besides.quick) } }
                p { a href="/status" { (language.word("quick-look")) } }
            }
        }
    }
}
