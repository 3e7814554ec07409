//! The page where a reference and a code are typed, and the page of a link that opens nothing.

use crate::i18n::Language;
use crate::programs::Program;
use crate::values::digits;
use crate::web::layout::{Solo, solo};
use crate::web::{Complaints, parts};
use maud::{Markup, html};

/// Where a guest's choice of a language is posted from here.
const SWITCH: &str = "/language?next=%2Fc";

/// `tried` is the reference of a try that opened nothing: why stays untold.
pub(in crate::portal) fn code(programs: &[Program], tried: Option<&str>, can_send: bool, language: Language) -> Markup {
    let mut complaints = Complaints::default();
    if tried.is_some() {
        complaints.add("code", language.word("code-wrong"));
    }
    let say = |key: &str| language.word(key);
    let body = html! {
        div class="stack" {
            div class="hero" { h1 { (say("code-heading")) } p { (language.join(&[say("code-where")])) } }
            (parts::errors(language, &complaints))
            form class="card" method="post" action="/c" {
                div class="in stack" {
                    (parts::field("reference", &say("code-reference"), Some(&say("code-reference-hint")), &complaints, |wiring| wiring.line(tried.unwrap_or_default(), "text", Some("on"))))
                    (parts::field("code", &say("code-code"), Some(&say("code-code-hint")), &complaints, |wiring| wiring.line("", "text", Some("one-time-code"))))
                    button class="btn main full" { (say("code-open")) }
                }
            }
            @if can_send { p { a class="btn full" href="/me/sign-in" { (say("code-by-mail")) } } }
            p { (say("code-no-code")) }
            (call(programs))
        }
    };
    let title = super::title_of(language, &say("code-heading"), !complaints.is_empty());
    solo(&Solo { title: &title, language, switch: Some(SWITCH), ..Solo::default() }, body)
}

fn call(programs: &[Program]) -> Markup {
    html! {
        ul {
            @for program in programs {
                li {
                    bdi { (program.name) }
                    @if let Some(number) = &program.telephone { ": " a dir="ltr" href={ "tel:" (digits(number)) } { (number) } }
                }
            }
        }
    }
}

/// A link that is over or closed looks like one that never was; so does a visit with a code. Where a new
/// link can be asked for, the form posts to the page's own address, so that the page of a link that never was is the same to the letter.
pub(in crate::portal) fn stopped(programs: &[Program], can_ask: bool, language: Language) -> Markup {
    let title = language.word("link-stopped");
    let body = html! {
        div class="stack" {
            h1 { (title) }
            p class="lead" { (language.join(&[language.word("link-stopped-why"), language.word("link-stopped-next")])) }
            @if can_ask { form method="post" { button class="btn main full" { (language.word("stopped-new-link")) } } }
            p { a class="btn" href="/c" { (language.word("have-code")) } }
            (call(programs))
        }
    };
    solo(&Solo { title: &title, language, switch: Some(SWITCH), ..Solo::default() }, body)
}

/// The same answer whether there was such a link or not.
pub(in crate::portal) fn asked_anew(programs: &[Program], language: Language) -> Markup {
    let title = language.word("link-stopped");
    let body = html! {
        div class="stack" {
            h1 { (title) }
            p class="lead" role="status" { (language.sentence(&language.word("stopped-asked"))) }
            p { a class="btn" href="/c" { (language.word("have-code")) } }
            (call(programs))
        }
    };
    solo(&Solo { title: &title, language, switch: Some(SWITCH), ..Solo::default() }, body)
}
