//! Indicators: all of them, one with its line, and the form that says how one is counted.

mod line;
mod one;

pub(super) use one::{OnePage, Typed, one};

use super::form::{Choices, IndicatorForm, in_what};
use super::starter::STARTS;
use super::words::asked;
use super::{Decided, Facts, Indicator, Point, Voice, sentence, shown};
use crate::auth::Viewer;
use crate::measures::kind_choices;
use crate::values::{Day, EquityQuestion, IndicatorDirection, IndicatorPer, IndicatorStatus, ListedMeasure, Vocabulary};
use crate::web::layout::{Page, staff};
use crate::web::{Access, Complaints, Leaf, forms, parts};
use maud::{Markup, html};

fn titled(title: &str, complaints: &Complaints) -> String {
    if complaints.is_empty() { title.to_owned() } else { format!("Error: {title}") }
}

fn tab(viewer: &Viewer) -> &'static str {
    if viewer.is(Access::Manager) { "/reports" } else { "/today" }
}

fn above() -> Markup {
    html! { a href="/indicators" { "Indicators" } }
}

/// Who says something. A client's name stands there only by their own wish.
fn spoken(voice: &Voice) -> Markup {
    html! {
        @match (&voice.staff, &voice.name) {
            (Some((_, name)), _) => { (name) ", staff" },
            (None, Some(name)) => { bdi { (name) } ", a client" },
            (None, None) => "A client",
        }
    }
}

fn standing(indicator: &Indicator) -> Markup {
    let tone = match indicator.status {
        IndicatorStatus::Chosen => "good",
        IndicatorStatus::Proposed => "note",
        IndicatorStatus::NotChosen | IndicatorStatus::Retired => "",
    };
    html! {
        (parts::tag(tone, indicator.status.label()))
        @if indicator.facts.is_none() { (parts::tag("wait", "Not defined yet")) }
    }
}

/// "3 clients rank it, 2 of them first".
fn ranks(indicator: &Indicator) -> String {
    match indicator.ranked {
        (0, _) => "No client ranks it yet".to_owned(),
        (ranked, 0) => format!("{} it", parts::count(ranked, "client ranks", "clients rank")),
        (1, _) => "1 client ranks it, as the first".to_owned(),
        (ranked, first) => format!("{} it, {first} of them first", parts::count(ranked, "client ranks", "clients rank")),
    }
}

/// "Chosen by the Makers loan committee on October 1".
fn by_whom(decided: &Decided, today: Day) -> String {
    format!("{} by {}, {}", decided.verdict.label(), decided.body.0, decided.body.1.short(today))
}

/// A figure of an indicator with its unit.
fn figure(facts: &Facts, value: i64) -> String {
    shown(facts.definition.numerator.measure.unit(), value)
}

/// Every indicator with its last figure, where it is looked at.
pub(super) fn list(viewer: &Viewer, rows: &[(Indicator, Option<Point>)], leaf: Leaf, has_more: bool, today: Day) -> Markup {
    let managed: Vec<(i64, &str)> = viewer.programs().into_iter().filter(|(key, _)| viewer.manages(*key)).collect();
    let body = html! {
        (parts::head(None, "Indicators", Some(html! { "What the community chose to look at. Entrepreneurs propose and rank on their own pages; a deciding body decides; everything is counted live." })))
        div class="stack" {
            (parts::card("all", "Proposed and chosen", html! {
                @if rows.is_empty() && leaf.page == 0 { (parts::empty("No indicator yet", "Entrepreneurs propose on their own pages. A manager can begin with one of the set below.", None)) }
                ul class="rows" { @for (indicator, last) in rows { li { (listed(indicator, last.as_ref(), today)) } } }
                (parts::leaves("/indicators", leaf, has_more))
            }))
            @for (key, name) in managed { (starts(key, name)) }
        }
    };
    staff(&viewer.chrome(), &Page::new("Indicators", tab(viewer)), body)
}

fn listed(indicator: &Indicator, last: Option<&Point>, today: Day) -> Markup {
    html! {
        div class="row" { h3 { a href={ "/indicators/" (indicator.id) } { (indicator.named()) } } (standing(indicator)) }
        @if let Some(facts) = &indicator.facts {
            p { (sentence(&facts.definition)) "." }
            @if let Some(point) = last { p {
                (super::period_words(point.period)) ": "
                @match point.value { Some(value) => b { (figure(facts, value)) }, None => "nothing to count against" }
                @if let Some((target, on)) = facts.target { ". Target: " (figure(facts, target)) " by " (on.short(today)) }
                "."
            } }
        }
        p class="small dim" {
            (indicator.program.2) ". "
            @match &indicator.decided { Some(decided) if indicator.status != IndicatorStatus::Proposed => { (by_whom(decided, today)) ". " }, _ => { (ranks(indicator)) ". " } }
        }
    }
}

fn starts(program: i64, name: &str) -> Markup {
    parts::card_with(
        &format!("start-{program}"),
        &format!("Propose one for {name}"),
        html! { a class="push" href={ "/indicators/new?program=" (program) } { "Begin with nothing" span class="vh" { " in " (name) } } },
        html! {
            details class="in" {
                summary { "A set to start from" }
                ul class="rows" {
                    @for start in STARTS {
                        li {
                            a href={ "/indicators/new?program=" (program) "&start=" (start.code) } { (start.name) span class="vh" { ", for " (name) } }
                            p class="small dim" { (start.question.label()) ". " (sentence(&start.definition())) "." }
                        }
                    }
                }
                p class="small dim" { "Nothing here says who anybody is. How groups fare stands in the equity report, as protected totals." }
            }
        },
    )
}

/// A new indicator.
pub(super) fn new(viewer: &Viewer, choices: &Choices, form: &IndicatorForm, complaints: &Complaints) -> Markup {
    let program = viewer.programs().into_iter().find(|(key, _)| key.to_string() == form.program).map_or("", |(_, name)| name);
    let body = html! {
        (parts::head(Some(above()), "Propose an indicator", Some(html! { @if !program.is_empty() { "For " (program) ". " } "It is a proposal until a deciding body decides." })))
        (parts::error_summary(complaints))
        div class="card" { form class="in form" method="post" action="/indicators" {
            (parts::form_key(&key_of(form), None))
            input type="hidden" name="program" value=(form.program);
            (fields(choices, form, complaints))
            div class="row" { button class="btn main" { "Propose it" } }
        } }
    };
    staff(&viewer.chrome(), &Page::new(&titled("Propose an indicator", complaints), "/reports"), body)
}

/// How an indicator is counted, for the first time or anew.
pub(super) fn definition(
    viewer: &Viewer,
    indicator: &Indicator,
    choices: &Choices,
    form: &IndicatorForm,
    complaints: &Complaints,
) -> Markup {
    let above = html! { (above()) " / " a href={ "/indicators/" (indicator.id) } { (indicator.named()) } };
    let body = html! {
        (parts::head(Some(above), "How it is counted", Some(html! {
            @if indicator.decided.is_some() { "A body decided about it as it is counted now. Whoever changes what is counted, the baseline or the target asks for another decision; the name, why it matters, the question and whether it may be shared can be changed at any time." }
            @else { "It is a proposal until a deciding body decides." }
        })))
        (parts::error_summary(complaints))
        @if let Some(words) = &indicator.words { div class="box note" { p { b { "As it was proposed" } } p class="said" dir="auto" { (words) } } }
        div class="card" { form class="in form" method="post" action={ "/indicators/" (indicator.id) "/definition" } {
            (parts::form_key(&key_of(form), Some(form.version)))
            (fields(choices, form, complaints))
            div class="row" { button class="btn main" { "Save how it is counted" } a class="btn" href={ "/indicators/" (indicator.id) } { "Back" } }
        } }
    };
    staff(&viewer.chrome(), &Page::new(&titled("How it is counted", complaints), "/reports"), body)
}

fn key_of(form: &IndicatorForm) -> String {
    if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() }
}

fn with_first(words: &str, rest: impl IntoIterator<Item = (String, String)>) -> Vec<(String, String)> {
    std::iter::once((String::new(), words.to_owned())).chain(rest).collect()
}

fn fields(choices: &Choices, form: &IndicatorForm, complaints: &Complaints) -> Markup {
    html! {
        (parts::field("name", "What is it called?", None, complaints, |wiring| wiring.text(&form.name, "text")))
        (parts::field("question", "Which question does it speak to?", None, complaints, |wiring| wiring.select(&form.question, &parts::options::<EquityQuestion>(Some("Choose")))))
        (parts::field("why", "Why does it matter?", Some("optional; entrepreneurs read it"), complaints, |wiring| wiring.area(&form.why, 3)))
        (over(choices, form, complaints))
        (under(choices, form, complaints))
        div class="pair apart" {
            (parts::field("per", "How often?", None, complaints, |wiring| wiring.select(&form.per, &parts::options::<IndicatorPer>(None))))
            (parts::field("direction", "Where should it go?", None, complaints, |wiring| wiring.select(&form.direction, &parts::options::<IndicatorDirection>(None))))
        }
        (aims(form, complaints))
        div class="tick" {
            input type="checkbox" id="shareable" name="shareable" value="yes" checked[form.shareable == "yes"];
            label for="shareable" { "Other cities may get it: how it is counted and its figures, and nothing else" }
        }
    }
}

fn over(choices: &Choices, form: &IndicatorForm, complaints: &Complaints) -> Markup {
    let places = with_first("Everywhere", choices.places.iter().map(|place| (place.clone(), place.clone())));
    let sources = with_first("Whoever paid", choices.sources.iter().map(|(key, name)| (key.to_string(), name.clone())));
    html! {
        fieldset class="stack" {
            legend class="lbl-h" { "What is counted" }
            (parts::field("numerator", "Count", None, complaints, |wiring| wiring.select(&form.numerator, &parts::options::<ListedMeasure>(Some("Choose")))))
            (parts::field("numerator_kind", "Of one kind?", Some("optional"), complaints, |wiring| wiring.select(&form.numerator_kind, &kind_choices())))
            div class="pair apart" {
                (parts::field("numerator_place", "Where?", Some("optional"), complaints, |wiring| wiring.select(&form.numerator_place, &places)))
                (parts::field("numerator_source", "Who paid?", Some("optional"), complaints, |wiring| wiring.select(&form.numerator_source, &sources)))
            }
        }
    }
}

fn under(choices: &Choices, form: &IndicatorForm, complaints: &Complaints) -> Markup {
    let places = with_first("Everywhere", choices.places.iter().map(|place| (place.clone(), place.clone())));
    let sources = with_first("Whoever paid", choices.sources.iter().map(|(key, name)| (key.to_string(), name.clone())));
    html! {
        fieldset class="stack" {
            legend class="lbl-h" { "Against what " span class="hint" { "optional; without it, it is a plain count" } }
            (parts::field("denominator", "For each of", None, complaints, |wiring| wiring.select(&form.denominator, &parts::options::<ListedMeasure>(Some("Nothing: only count it")))))
            (parts::field("denominator_kind", "Of which kind?", Some("optional"), complaints, |wiring| wiring.select(&form.denominator_kind, &kind_choices())))
            div class="pair apart" {
                (parts::field("denominator_place", "In which place?", Some("optional"), complaints, |wiring| wiring.select(&form.denominator_place, &places)))
                (parts::field("denominator_source", "Paid by whom?", Some("optional"), complaints, |wiring| wiring.select(&form.denominator_source, &sources)))
            }
        }
    }
}

/// In what the figures are typed, once it is known what is counted.
fn typed_in(form: &IndicatorForm) -> String {
    let unit = ListedMeasure::parse(&form.numerator).ok().map_or("a number", |measure| in_what(measure.unit()));
    let per = IndicatorPer::parse(&form.per).ok().map(|per| format!(", {}", asked(per))).unwrap_or_default();
    format!("{unit}{per}, as the line will show it")
}

fn aims(form: &IndicatorForm, complaints: &Complaints) -> Markup {
    let hint = typed_in(form);
    html! {
        fieldset class="stack" {
            legend class="lbl-h" { "How it was before " span class="hint" { "optional; all three or none" } }
            (parts::field("baseline", "Baseline", Some(&hint), complaints, |wiring| wiring.text(&form.baseline, "text")))
            div class="pair apart" {
                (parts::field("baseline_source", "Who says so?", Some("the source"), complaints, |wiring| wiring.text(&form.baseline_source, "text")))
                (parts::field("baseline_year", "Of which year?", None, complaints, |wiring| wiring.text(&form.baseline_year, "number")))
            }
        }
        fieldset class="stack" {
            legend class="lbl-h" { "Where it should be " span class="hint" { "optional; both or none" } }
            div class="pair apart" {
                (parts::field("target", "Target", Some(&hint), complaints, |wiring| wiring.text(&form.target, "text")))
                (parts::field("target_on", "By when?", None, complaints, |wiring| wiring.text(&form.target_on, "date")))
            }
        }
    }
}
