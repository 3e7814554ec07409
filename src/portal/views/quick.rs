//! The quick look: two fields, and then one sentence.

use super::home::short;
use crate::i18n::{Args, Language};
use crate::programs::Program;
use crate::values::{Day, digits};
use crate::web::layout::{Solo, solo};
use crate::web::{Complaints, parts};
use maud::{Markup, html};

/// What is told.
pub(in crate::portal) struct Look {
    pub label: String,
    pub need: String,
    pub said: String,
    pub news_on: Option<Day>,
    pub today: Day,
}

fn page(language: Language, title: &str, body: Markup) -> Markup {
    solo(&Solo { title, language, switch: Some("/language?next=%2Fstatus"), ..Solo::default() }, body)
}

/// Where a reference and a short code are typed; again, where they opened nothing.
pub(in crate::portal) fn ask(language: Language, programs: &[Program], tried: Option<&str>) -> Markup {
    let mut complaints = Complaints::default();
    if tried.is_some() {
        complaints.add("code", language.word("quick-wrong"));
    }
    let title = language.word("quick-title");
    let body = html! {
        div class="stack" {
            div class="hero" { h1 { (title) } p { (language.sentence(&language.word("quick-lead"))) } }
            (parts::errors(language, &complaints))
            form class="card" method="post" action="/status" {
                div class="in stack" {
                    (parts::field("reference", &language.word("quick-reference"), Some(&language.word("quick-reference-hint")), &complaints, |wiring| wiring.line(tried.unwrap_or_default(), "text", None)))
                    (parts::field("code", &language.word("quick-code"), Some(&language.word("quick-code-hint")), &complaints, |wiring| wiring.line("", "text", None)))
                    button class="btn main full" { (language.word("quick-look")) }
                }
            }
            p { a class="btn full" href="/me/sign-in" { (language.word("own-sign-in")) } }
            p { (language.sentence(&language.word("sign-in-call"))) }
            ul {
                @for program in programs {
                    li { bdi { (program.name) } @if let Some(number) = &program.telephone { ": " a href={ "tel:" (digits(number)) } dir="ltr" { (number) } } }
                }
            }
        }
    };
    let whole =
        if complaints.is_empty() { title.clone() } else { language.say("title-error", Args::default().with("title", title.clone())) };
    page(language, &whole, body)
}

/// How it stands: what it is about, one sentence, the day of the last news.
pub(in crate::portal) fn seen(language: Language, seen: &Look) -> Markup {
    let about = language.say("home-about", Args::default().with("need", seen.need.as_str()));
    let body = html! {
        div class="stack" {
            p class="small dim" { (about) " · " span dir="ltr" { (seen.label) } }
            div class="hero" {
                h1 { (seen.said) }
                @if let Some(day) = seen.news_on { p { (language.say("home-news", Args::default().with("day", short(language, day, seen.today)))) } }
            }
            p class="dim" { (language.sentence(&language.word("quick-more"))) }
            p { a class="btn full" href="/me/sign-in" { (language.word("own-sign-in")) } }
            p { a href="/status" { (language.word("quick-again")) } }
        }
    };
    page(language, &about, body)
}
