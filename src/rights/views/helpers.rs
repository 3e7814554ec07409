//! Somebody trusted: the list, the invitation, the code that is shown once, and the page where it is typed.

use super::page as own_page;
use crate::auth::codes::LetterCode;
use crate::auth::helpers::{LONGEST_DAYS, did};
use crate::auth::queries::helpers::{Done, Known};
use crate::i18n::{Args, Language};
use crate::programs::Program;
use crate::referrals::label;
use crate::rights::routes::helpers::{ComeForm, InviteForm};
use crate::rights::{Reader, words};
use crate::values::{HelperLevel, Vocabulary, Zone, digits};
use crate::web::layout::{Solo, solo};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

pub(in crate::rights) fn page(
    reader: &Reader,
    all: &[Known],
    done: &[Done],
    form: &InviteForm,
    complaints: &Complaints,
    zone: &Zone,
) -> Markup {
    let body = html! {
        p { (reader.say("rights-helpers-lead")) }
        @for known in all { (one(reader, known)) }
        (invite(reader, form, complaints))
        @if !done.is_empty() {
            section class="card" aria-labelledby="done" {
                h2 id="done" { (reader.say("rights-helpers-did")) }
                ol class="rows" { @for one in done { li { (deed(reader, one, zone)) } } }
            }
        }
    };
    own_page(reader, "/me/helpers", "rights-helpers-title", complaints, body)
}

fn one(reader: &Reader, known: &Known) -> Markup {
    let (helper, is_live) = (&known.helper, known.is_live(reader.today));
    let until = Args::default().with("day", reader.day(helper.until_on));
    html! {
        section class="card" aria-label=(helper.name) {
            div class="in stack" {
                p { b dir="auto" { (helper.name) } " · " (words::level(reader.language, helper.level)) }
                p class="dim" {
                    @if is_live { (reader.say_with("rights-helper-until", until)) } @else { (reader.say("rights-helper-over")) }
                    @if let Some(witness) = &known.witness { " " (reader.say_with("rights-helper-witness", Args::default().with("witness", witness))) }
                }
                @if is_live {
                    form method="post" action={ "/me/helpers/" (helper.id) "/ending" } { button class="btn" { (reader.say_with("rights-helper-end", Args::default().with("name", &helper.name))) } }
                }
            }
        }
    }
}

fn invite(reader: &Reader, form: &InviteForm, complaints: &Complaints) -> Markup {
    let levels: Vec<(String, String)> =
        HelperLevel::ALL.iter().map(|level| (level.code().to_owned(), words::level(reader.language, *level))).collect();
    let level = if form.level.is_empty() { HelperLevel::See.code() } else { &form.level };
    let last = reader.today.plus_days(LONGEST_DAYS);
    let until = if form.until.is_empty() { reader.today.plus_days(90).to_string() } else { form.until.clone() };
    html! {
        section class="card" aria-labelledby="invite" {
            h2 id="invite" { (reader.say("rights-helper-invite")) }
            form class="in stack" method="post" action="/me/helpers" {
                (parts::form_key(&forms::fresh_key(), None))
                (parts::field("name", &reader.say("rights-helper-name"), None, complaints, |wiring| wiring.text(&form.name, "text")))
                (parts::chips("level", &reader.say("rights-helper-level"), None, level, &levels, complaints))
                p class="small dim" { (reader.say("rights-helper-never")) }
                (parts::field("until", &reader.say_with("rights-helper-last", Args::default().with("day", reader.day(last))), None, complaints, |wiring| wiring.text(&until, "date")))
                button class="btn main full" { (reader.say("rights-helper-make")) }
            }
        }
    }
}

/// Something a helper did, always "for you".
pub(in crate::rights) fn deed(reader: &Reader, one: &Done, zone: &Zone) -> Markup {
    let args = Args::default().with("name", &one.name).with("what", did(reader.language, one.what));
    html! {
        p { (reader.say_with("rights-did", args)) }
        p class="dim" { (reader.day(zone.day(one.at))) " · " a href={ "/me/referrals/" (one.referral.0) } dir="ltr" { (label(one.referral.1)) } }
    }
}

/// The code, once.
pub(in crate::rights) fn code(reader: &Reader, name: &str, reference: &str, code: &LetterCode, url: &str) -> Markup {
    let body = html! {
        p { (reader.say_with("rights-code-once", Args::default().with("name", name).with("address", format!("{url}/h")))) }
        div class="card in stack" {
            p { (reader.say("rights-come-reference")) ": " b class="code" dir="ltr" { (reference) } }
            p { (reader.say("rights-code")) ": " b class="code" dir="ltr" { (code.grouped()) } }
        }
        p { a class="btn" href="/me/helpers" { (reader.say("rights-helpers-title")) } }
    };
    own_page(reader, "/me/helpers", "rights-helpers-title", &Complaints::default(), body)
}

/// The page where a helper types the code.
pub(in crate::rights) fn come_in(language: Language, programs: &[Program], form: &ComeForm, complaints: &Complaints) -> Markup {
    let say = |key: &str| language.say(key, Args::default());
    let named = say("rights-come-title");
    let title = if complaints.is_empty() { named.clone() } else { language.say("title-error", Args::default().with("title", &named)) };
    let body = html! {
        div class="stack" {
            div class="hero" { h1 { (named) } p { (say("rights-come-lead")) } }
            (parts::errors(language, complaints))
            form class="card" method="post" action="/h" {
                div class="in stack" {
                    (parts::field("name", &say("rights-come-name"), None, complaints, |wiring| wiring.line(&form.name, "text", Some("name"))))
                    (parts::field("reference", &say("rights-come-reference"), Some("H-7"), complaints, |wiring| wiring.text(&form.reference, "text")))
                    (parts::field("code", &say("rights-code"), None, complaints, |wiring| wiring.line("", "text", Some("one-time-code"))))
                    button class="btn main full" { (say("rights-come-open")) }
                }
            }
            ul { @for program in programs { @if let Some(number) = &program.telephone { li { (program.name) ": " a href={ "tel:" (digits(number)) } dir="ltr" { (number) } } } } }
        }
    };
    solo(&Solo { title: &title, language, switch: Some("/language?next=%2Fh"), ..Solo::default() }, body)
}
