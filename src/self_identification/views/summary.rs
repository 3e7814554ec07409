//! The page after the last question: what was answered when, and the ways to change or delete it. Only a mailed code shows what it was.

use super::{changed, foot, notice, say, sentence};
use crate::firewall::{Own, own_answer};
use crate::i18n::{Args, Language};
use crate::self_identification::Sitting;
use crate::self_identification::way::{Came, Way};
use crate::values::{Basis, Question, Vocabulary};
use crate::web::layout::{Solo, solo};
use maud::{Markup, html};

/// Draws it. `done` is what was just done; `own` what a mailed code opened.
pub(in crate::self_identification) fn summary(way: &Way, sitting: &Sitting, done: Option<&str>, own: Option<&Own>) -> Markup {
    let language = way.language;
    let (title, lead) = match done {
        Some("saved") => ("self-saved-head", "self-saved"),
        Some("skipped") => ("self-skipped-head", "self-skipped"),
        Some("deleted") => ("self-deleted-head", "self-deleted"),
        Some("kept") => ("self-kept-head", "self-kept"),
        _ => ("self-mine-head", "self-lead"),
    };
    let is_inside = matches!(way.came, Came::Inside);
    let has_any = sitting.saved.iter().any(|saved| !saved.is_skipped);
    let body = html! {
        div class="stack" {
            h1 { (say(language, title)) }
            p class="lead" role="status" { (sentence(language, lead)) }
            (changed(way, sitting))
            @if is_inside && own.is_none() && has_any { p class="box note" { (sentence(language, "self-mine-letter")) } }
            section class="card" aria-labelledby="each" {
                h2 id="each" { (say(language, "self-questions")) }
                ul class="in stack" { @for question in &sitting.asked.questions { li { (one(way, sitting, *question, own)) } } }
            }
            @if has_any {
                form method="post" action={ (way.base) "/deleting" } { button class="btn" { (say(language, "self-delete-all")) } }
            }
            details { summary { (say(language, "self-who-head")) } div class="stack" { (notice(&sitting.facts, language)) } }
            @if is_inside { p { a href="/me" { (say(language, "self-to-home")) } } } @else { p { (sentence(language, "self-close")) } }
        }
    };
    let switch = way.switch(None);
    solo(&Solo { title: &say(language, title), language, switch: Some(&switch), foot: Some(foot(way, sitting)), ..Solo::default() }, body)
}

fn one(way: &Way, sitting: &Sitting, question: Question, own: Option<&Own>) -> Markup {
    let language = way.language;
    let words = say(language, &format!("self-question-{}", question.code()));
    let saved = sitting.on(question).filter(|saved| !saved.is_skipped);
    html! {
        h3 { (words) }
        p class="small dim" {
            @match saved {
                None => (say(language, "self-not-answered")),
                Some(saved) => {
                    @let key = match saved.basis {
                        Basis::OwnWord => "self-on",
                        Basis::ReadOut => "self-on-read-out",
                        Basis::ReleasedBySource => "self-on-released",
                    };
                    (language.sentence(&language.say(key, Args::default().with("day", language.full_day(saved.on.date())))))
                    @if saved.is_under_another(&sitting.version) { " " (sentence(language, "self-under-earlier")) }
                },
            }
        }
        @if let Some(own) = own { (own_answer(own, question, language)) }
        div class="row" {
            a class="btn mini" href=(way.question(question)) { (change(saved.is_some(), language)) span class="vh" { ": " (words) } }
            @if saved.is_some() {
                form method="post" action={ (way.base) "/deleting" } {
                    input type="hidden" name="question" value=(question.code());
                    button class="btn mini" { (say(language, "self-delete-one")) span class="vh" { ": " (words) } }
                }
            }
        }
    }
}

fn change(has_saved: bool, language: Language) -> String {
    say(language, if has_saved { "self-change" } else { "self-answer" })
}
