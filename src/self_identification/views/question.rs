//! One question.

use super::limits::table;
use super::{changed, foot, notice, say, sentence};
use crate::equity::groups::Race;
use crate::firewall::{Asked, choice, choices};
use crate::i18n::{Args, Language};
use crate::self_identification::Sitting;
use crate::self_identification::forms::{DECLINED, Typed, detail_field, field_of};
use crate::self_identification::way::Way;
use crate::values::{Basis, Question, Vocabulary};
use crate::web::Complaints;
use crate::web::layout::{Solo, solo};
use maud::{Markup, html};

/// Draws the page of a question. Nothing that was answered before is on it.
pub(in crate::self_identification) fn question(
    way: &Way,
    sitting: &Sitting,
    question: Question,
    typed: &Typed,
    complaints: &Complaints,
) -> Markup {
    let (language, asked) = (way.language, &sitting.asked);
    let place = asked.questions.iter().position(|one| *one == question).unwrap_or_default();
    let words = say(language, &format!("self-question-{}", question.code()));
    let count = Args::default().count("n", number(place + 1)).count("of", number(asked.questions.len()));
    let is_last = place + 1 == asked.questions.len();
    let body = html! {
        div class="stack" {
            @if way.is_sitting() { (handed_over(way)) }
            p class="small dim" { (language.say("self-count", count)) }
            h1 id="qh" { (words) }
            p class="lead" { (sentence(language, "self-lead")) }
            (changed(way, sitting))
            (summary_of(complaints, language))
            (earlier(way, sitting, question))
            @if place == 0 {
                section class="card" { div class="in stack" { (notice(&sitting.facts, language)) } }
            } @else {
                details { summary { (say(language, "self-who-head")) } div class="stack" { (notice(&sitting.facts, language)) } }
            }
            form class="stack" method="post" action=(way.question(question)) autocomplete="off" {
                input type="hidden" name="notice" value=(sitting.version);
                (fields("qh", question, asked, typed, complaints, language))
                div class="both" {
                    button class="btn main" { (say(language, if is_last { "self-save" } else { "self-save-next" })) }
                    button class="btn" name="skip" value="yes" { (say(language, "self-skip")) }
                }
            }
        }
    };
    let title = if complaints.is_empty() { words } else { language.say("self-error", Args::default().with("title", &words)) };
    let switch = way.switch(Some(question));
    solo(&Solo { title: &title, language, switch: Some(&switch), foot: Some(foot(way, sitting)), ..Solo::default() }, body)
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn handed_over(way: &Way) -> Markup {
    html! {
        div class="box note stack" {
            p { (sentence(way.language, "self-sitting")) }
            form method="post" action={ (way.base) "/ending" } { button class="btn mini" { (say(way.language, "self-stop")) } }
        }
    }
}

/// Everything that has to be put right, in the language of the page.
fn summary_of(complaints: &Complaints, language: Language) -> Markup {
    html! {
        @if !complaints.is_empty() {
            div class="box stop" role="alert" tabindex="-1" id="errors" {
                h2 { (say(language, "self-fix")) }
                ul { @for (field, words) in complaints.iter() { li { a href={ "#" (field) } { (words) } } } }
            }
        }
    }
}

/// When this question was answered, never what; and the way to take it back.
fn earlier(way: &Way, sitting: &Sitting, question: Question) -> Markup {
    let language = way.language;
    let saved = sitting.on(question).filter(|saved| !saved.is_skipped && saved.basis != Basis::ReleasedBySource);
    html! {
        @if let Some(saved) = saved {
            div class="box note stack" {
                p {
                    (language.sentence(&language.say(
                        if saved.basis == Basis::ReadOut { "self-answered-read-out" } else { "self-answered" },
                        Args::default().with("day", language.full_day(saved.on.date())),
                    )))
                }
                form method="post" action={ (way.base) "/deleting" } {
                    input type="hidden" name="question" value=(question.code());
                    button class="btn" { (say(language, "self-delete-one")) }
                }
            }
        }
    }
}

/// The boxes of a question; the same for the person and for staff who write down what is read out.
pub(super) fn fields(
    labelled: &str,
    question: Question,
    asked: &Asked,
    typed: &Typed,
    complaints: &Complaints,
    language: Language,
) -> Markup {
    let is_many = question == Question::Race;
    let field = field_of(question);
    let hint = format!("{field}-hint");
    html! {
        fieldset id=(field) aria-labelledby=(labelled) aria-describedby=(hint) {
            @if let Some(words) = complaints.on(field) { p class="err" { (words) } }
            p id=(hint) class="hint qa" { (sentence(language, if is_many { "self-mark-all" } else { "self-mark-one" })) }
            @if let Some(limits) = asked.limits.as_ref().filter(|_| question == Question::Income) { (table(limits, language)) }
            ul class="sid" {
                @for code in choices(question) { (one(question, code, asked, typed, language)) }
                @if is_many && asked.has_words { (own_words(typed, complaints, language)) }
                li {
                    div class="tick" {
                        @if is_many {
                            input type="checkbox" id="declined" name="declined" value="yes" checked[typed.is_declined(question)] data-alone;
                            label for="declined" { (say(language, "self-decline")) }
                        } @else {
                            input type="radio" id={ (field) "-declined" } name=(field) value=(DECLINED) checked[typed.is_declined(question)];
                            label for={ (field) "-declined" } { (say(language, "self-decline")) }
                        }
                        span class="hint" { (sentence(language, "self-decline-hint")) }
                    }
                }
            }
        }
    }
}

fn one(question: Question, code: &'static str, asked: &Asked, typed: &Typed, language: Language) -> Markup {
    let (id, label) = (format!("c-{}-{code}", question.code()), choice(question, code, language));
    let race = Race::parse(code).filter(|_| question == Question::Race && asked.has_detail);
    html! {
        li {
            div class="tick" {
                input type=(if question == Question::Race { "checkbox" } else { "radio" }) id=(id) name=(question.code()) value=(code) checked[typed.is_chosen(question, code)];
                label for=(id) { (label) }
            }
            @if let Some(race) = race { (detail(race, &label, typed, language)) }
        }
    }
}

fn detail(race: Race, label: &str, typed: &Typed, language: Language) -> Markup {
    let name = detail_field(race);
    let examples = say(language, &format!("self-example-{name}"));
    html! {
        details open[!typed.one(&name).is_empty()] {
            summary { (say(language, "self-detail")) span class="vh" { ": " (label) } }
            label class="hint" for={ "w-" (name) } { (language.say("self-for-example", Args::default().with("examples", examples))) }
            // Whoever writes in another language than the page's is read the way they write.
            input class="inp" id={ "w-" (name) } name=(name) value=(typed.one(&name)) autocomplete="off" dir="auto";
        }
    }
}

fn own_words(typed: &Typed, complaints: &Complaints, language: Language) -> Markup {
    html! {
        li {
            details class="plain" open[!typed.one("own").is_empty()] {
                summary { (say(language, "self-own-words")) }
                @if let Some(words) = complaints.on("own") { p class="err" { (words) } }
                label class="hint" for="own" { (sentence(language, "self-own-words-hint")) }
                input class="inp" id="own" name="own" value=(typed.one("own")) autocomplete="off" dir="auto";
            }
        }
    }
}
