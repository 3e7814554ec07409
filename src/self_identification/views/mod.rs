//! One question a page, every one optional, in the language of whoever reads; the pages around it; and the pages of staff.

mod limits;
mod office;
mod public;
mod question;
mod summary;

pub(super) use limits::LimitsForm;
pub use office::card;
pub(super) use office::{Questions, ReadOut, questions, read_out};
pub(super) use public::{handed_back, never};
pub(super) use question::question;
pub(super) use summary::summary;

use super::Sitting;
use super::way::Way;
use crate::auth::own::door::SIGN_IN;
use crate::firewall::{Facts, Line};
use crate::i18n::{Args, Language};
use crate::web::{icon, parts};
use maud::{Markup, html};

fn say(language: Language, key: &str) -> String {
    language.say(key, Args::default())
}

/// A whole sentence, with the mark at its end that the language has.
fn sentence(language: Language, key: &str) -> String {
    language.sentence(&say(language, key))
}

fn promises(facts: &Facts, language: Language) -> Markup {
    let line = |line: &Line| html! { li { (icon(line.icon, 22)) span { (line.words) } } };
    html! { ul class="promise" { @for one in facts.lines(language) { (line(&one)) } } }
}

/// Why we ask, and who can see it.
fn notice(facts: &Facts, language: Language) -> Markup {
    html! {
        div { h2 { (say(language, "self-why-head")) } p { (sentence(language, "self-why")) } }
        div { h2 { (say(language, "self-who-head")) } (promises(facts, language)) }
        p { a href="/never-asked" { (say(language, "self-never-link")) } }
    }
}

/// What has changed since they answered, and what they can do about it.
fn changed(way: &Way, sitting: &Sitting) -> Markup {
    let language = way.language;
    let changes = sitting.before.as_ref().map(|before| sitting.facts.changes(before, language)).unwrap_or_default();
    html! {
        @if sitting.is_asked_again() {
            section class="box wait stack" aria-labelledby="changed" {
                h2 id="changed" { (say(language, "self-changed-head")) }
                @if changes.is_empty() { p { (sentence(language, "self-changed-words")) } } @else { ul { @for words in &changes { li { (words) } } } }
                p { (sentence(language, "self-changed-until")) }
                @if !way.may_keep { (without_keeping(way)) }
                div class="both" {
                    @if way.may_keep {
                        form method="post" action={ (way.base) "/keeping" } {
                            input type="hidden" name="notice" value=(sitting.version);
                            button class="btn full" { (say(language, "self-keep")) }
                        }
                    } @else if let Some(first) = sitting.asked.questions.first() {
                        a class="btn full" href=(way.question(*first)) { (say(language, "self-change")) }
                    }
                    form method="post" action={ (way.base) "/deleting" } { button class="btn full" { (say(language, "self-delete-all")) } }
                }
                p class="small" { (sentence(language, "self-change-below")) }
            }
        }
    }
}

/// Why nothing can be kept from here, and where it can. On a device that was handed over nobody is sent to sign in.
fn without_keeping(way: &Way) -> Markup {
    let language = way.language;
    html! {
        p {
            (sentence(language, "self-keep-mailed"))
            @if !way.is_sitting() { " " a href={ (SIGN_IN) "?next=/me/about-me" } { (say(language, "self-keep-sign-in")) } }
        }
    }
}

fn foot(way: &Way, sitting: &Sitting) -> Markup {
    let language = way.language;
    html! {
        @if matches!(way.came, super::way::Came::Inside) { (parts::leave(language)) }
        p class="small dim" {
            (sentence(language, if matches!(way.came, super::way::Came::Inside) { "self-foot-inside" } else { "self-foot" }))
            @if let Some(email) = &sitting.ask { " " (say(language, "self-ask")) " " a href={ "mailto:" (email.as_str()) } dir="ltr" { (email.as_str()) } }
            br; (sentence(language, "self-standard"))
        }
    }
}
