//! What each word means, whom to call, and a complaint to somebody above the advisor.

use super::page as own_page;
use crate::i18n::Args;
use crate::referrals::label;
use crate::rights::queries::complaints::Hearing;
use crate::rights::{Filed, Reader};
use crate::values::{ReferralId, Zone, digits};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// Words that the pages use, and what each means.
const WORDS: [(&str, &str); 6] = [
    ("rights-word-advisor", "rights-means-advisor"),
    ("rights-word-partner", "rights-means-partner"),
    ("rights-word-request", "rights-means-request"),
    ("rights-word-permission", "rights-means-permission"),
    ("rights-word-code", "rights-means-code"),
    ("rights-word-helper", "rights-means-helper"),
];

pub(in crate::rights) fn page(
    reader: &Reader,
    (filed, requests): (&[Filed], &[(ReferralId, i64)]),
    hearing: &Hearing,
    typed: &str,
    complaints: &Complaints,
    zone: &Zone,
) -> Markup {
    let body = html! {
        section class="card" aria-labelledby="call" {
            h2 id="call" { (reader.say("rights-call")) }
            div class="in stack" { (whom(reader)) }
        }
        @if !requests.is_empty() {
            section class="card" aria-labelledby="requests" {
                h2 id="requests" { (reader.say("rights-part-requests")) }
                ul class="rows" { @for (id, number) in requests { li { a href={ "/me/referrals/" (id) } dir="ltr" { (label(*number)) } } } }
            }
        }
        @if !reader.is_helper { (complain(reader, filed, hearing, typed, complaints, zone)) }
        section class="card" aria-labelledby="words-mean" {
            h2 id="words-mean" { (reader.say("rights-words-mean")) }
            dl class="in stack" { @for (word, means) in WORDS { div { dt { b { (reader.say(word)) } } dd { (reader.say(means)) } } } }
        }
    };
    own_page(reader, "/me/help", "rights-help-title", complaints, body)
}

fn whom(reader: &Reader) -> Markup {
    html! {
        @if let Some((_, advisor)) = &reader.home.advisor {
            p { (reader.say_with("rights-your-advisor", Args::default().with("advisor", advisor).with("program", &reader.program.name))) }
        }
        @if let Some(number) = &reader.program.telephone {
            p { a class="btn main full" href={ "tel:" (digits(number)) } { span { (reader.say_with("rights-call-program", Args::default().with("program", &reader.program.name))) " " bdi dir="ltr" { (number) } } } }
        }
        @if let Some(hours) = &reader.program.office_hours { p class="dim" { (reader.say("rights-hours")) ": " span dir="auto" { (hours) } } }
    }
}

fn complain(reader: &Reader, filed: &[Filed], hearing: &Hearing, typed: &str, complaints: &Complaints, zone: &Zone) -> Markup {
    let [name, _, telephone] = &reader.program.complaints_to;
    // A contact who has a part in this person's businesses is not told, and not named.
    let hears = name.clone().filter(|_| hearing.by_contact).unwrap_or_else(|| reader.say("rights-steward"));
    html! {
        section class="card" aria-labelledby="complaint" {
            h2 id="complaint" { (reader.say("rights-complain")) }
            div class="in stack" {
                p {
                    @if hearing.by_nobody_else { (reader.say("rights-complain-nobody-else")) }
                    @else { (reader.say_with("rights-complain-lead", Args::default().with("hears", hears))) }
                }
                @if let Some(number) = telephone.as_ref().filter(|_| hearing.by_contact) { p { a href={ "tel:" (digits(number)) } dir="ltr" { (number) } } }
                @for one in filed { (told(reader, one, zone)) }
                form class="stack" method="post" action="/me/help" {
                    (parts::form_key(&forms::fresh_key(), None))
                    (parts::field("words", &reader.say("rights-complain-words"), None, complaints, |wiring| wiring.area(typed, 5)))
                    button class="btn full" { (reader.say("rights-complain-send")) }
                }
            }
        }
    }
}

fn told(reader: &Reader, one: &Filed, zone: &Zone) -> Markup {
    let args = || Args::default().with("number", one.label());
    html! {
        div class="box stack" {
            p { b { (reader.say_with("rights-complaint", args().with("day", reader.day(zone.day(one.asked_at))))) } }
            // Any advisor of the program can give out a letter code: with one, the words of a complaint are not shown.
            @if reader.is_mailed { p class="said" dir="auto" { (one.words) } }
            @match &one.answer {
                None => p class="dim" { (reader.say_with("rights-complaint-open", args().with("day", reader.day(one.due_on)))) },
                Some((words, at)) => {
                    p class="dim" { (reader.say_with("rights-complaint-answer", args().with("day", reader.day(zone.day(*at))))) }
                    @if reader.is_mailed { p class="said" dir="auto" { (words) } }
                },
            }
        }
    }
}
