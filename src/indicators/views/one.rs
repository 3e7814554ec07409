//! One indicator: what it is, its line, who decided, and what people say.

use super::{above, by_whom, figure, line, ranks, spoken, standing, tab, titled};
use crate::auth::Viewer;
use crate::indicators::form::DecideForm;
use crate::indicators::{Choice, Comment, Decided, Facts, Indicator, Point, sentence};
use crate::values::{Day, IndicatorStatus, IndicatorVerdict, Vocabulary, Zone};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, Leaf, forms, parts};
use maud::{Markup, html};

/// What the page shows.
pub(in crate::indicators) struct OnePage<'p> {
    pub viewer: &'p Viewer,
    pub indicator: &'p Indicator,
    pub points: &'p [Point],
    pub decisions: &'p [Decided],
    /// Decisions by which it may be chosen.
    pub choices: &'p [Choice],
    pub comments: &'p [Comment],
    pub leaf: Leaf,
    pub has_more: bool,
    pub zone: &'p Zone,
    pub today: Day,
}

/// What was typed on the page when it comes back.
#[derive(Debug, Default)]
pub(in crate::indicators) struct Typed {
    pub decide: DecideForm,
    pub comment: String,
    pub retirement: String,
    pub complaints: Complaints,
    /// Which of the forms the complaints are about.
    pub is_retirement: bool,
}

pub(in crate::indicators) fn one(page: &OnePage<'_>, typed: &Typed) -> Markup {
    let indicator = page.indicator;
    let manages = page.viewer.manages(indicator.program.0);
    let title = indicator.named();
    let body = html! {
        (parts::head(Some(above()), &title, Some(html! { @if let Some(facts) = &indicator.facts { (sentence(&facts.definition)) "." } @else { "Nobody has said yet how it is counted." } })))
        (parts::error_summary(&typed.complaints))
        (notices(page))
        div class="cols" {
            div class="stack" {
                @if let Some(facts) = &indicator.facts { (over_time(facts, page.points)) }
                (said(page, typed))
            }
            div class="stack" {
                (about(page, manages))
                (decided(page, typed, manages))
                @if manages && indicator.is_open() { (ends(indicator, typed)) }
            }
        }
    };
    staff(&page.viewer.chrome(), &Page::new(&titled(&title, &typed.complaints), tab(page.viewer)), body)
}

fn notices(page: &OnePage<'_>) -> Markup {
    let indicator = page.indicator;
    html! {
        @if indicator.undone_at.is_some() { div class="box stop" { p { "This proposal was taken back." } } }
        @if let Some((at, why)) = &indicator.retired { div class="box stop" { p { "Nobody looks at it any more since " (page.zone.day(*at).short(page.today)) ". Why: " span class="said" { (why) } } } }
        @if let Some(decided) = &indicator.decided {
            @if indicator.is_open() && decided.edition != indicator.edition {
                div class="box note" { p { (by_whom(decided, page.today)) ", as it was counted then: " (decided.sentence) ". Since then how it is counted, its baseline or its target was changed: it waits for another decision." } }
            }
            @if decided.is_corrected {
                div class="box note" { p { "The decision about it was corrected. " a href={ "/decisions/" (decided.decision) } { "See what took its place" } } }
            }
        }
    }
}

fn over_time(facts: &Facts, points: &[Point]) -> Markup {
    parts::card(
        "line",
        "Over time",
        html! { div class="in stack" {
            @if points.is_empty() { p class="dim" { "The program has not begun yet." } } @else { (line::line(facts, points)) }
            p class="small dim" { "Counted now from what is written down, without a word on who anybody is, so every figure is exact. A period in which there is nothing to count against has no figure, which is not zero." }
        } },
    )
}

fn about(page: &OnePage<'_>, manages: bool) -> Markup {
    let indicator = page.indicator;
    let link = manages && indicator.is_open();
    let change = link.then(|| {
        let words = if indicator.facts.is_some() { "Change" } else { "Say how it is counted" };
        html! { a href={ "/indicators/" (indicator.id) "/definition" } { (words) @if indicator.facts.is_some() { span class="vh" { " how it is counted" } } } }
    });
    let mut rows = vec![
        ("Stands", html! { div class="row" { (standing(indicator)) } }, change),
        ("Proposed by", html! { (spoken(&indicator.by)) ", " (page.zone.day(indicator.created_at).short(page.today)) }, None),
        ("Rank", html! { (ranks(indicator)) }, None),
    ];
    if let Some(words) = &indicator.words {
        rows.push(("In their words", html! { span class="said" dir="auto" { (words) } }, None));
    }
    if let Some(facts) = &indicator.facts {
        rows.extend(defined(facts, page.today));
    }
    parts::card("about", "About it", html! { div class="in" { (parts::facts(&rows)) } })
}

fn defined(facts: &Facts, today: Day) -> Vec<(&'static str, Markup, Option<Markup>)> {
    let not_set = || html! { span class="dim" { "Not set" } };
    let mut rows = vec![("Question", html! { (facts.question.label()) }, None)];
    if let Some(why) = &facts.why {
        rows.push(("Why", html! { span class="said" { (why) } }, None));
    }
    let baseline = match &facts.baseline {
        Some(baseline) => html! { (figure(facts, baseline.value)) " in " (baseline.year) ", says: " (baseline.source) },
        None => not_set(),
    };
    let target = match facts.target {
        Some((target, on)) => html! { (figure(facts, target)) " by " (on.short(today)) },
        None => not_set(),
    };
    rows.push(("Direction", html! { (facts.direction.label()) }, None));
    rows.push(("Baseline", baseline, None));
    rows.push(("Target", target, None));
    rows.push(("Other cities", html! { @if facts.is_shareable { "May get it" } @else { "Do not get it" } }, None));
    rows
}

fn decided(page: &OnePage<'_>, typed: &Typed, manages: bool) -> Markup {
    let indicator = page.indicator;
    parts::card(
        "decided",
        "Who decided",
        html! {
            @if page.decisions.is_empty() { p class="in dim" { "No body has decided about it yet." } }
            ul class="rows" {
                @for decided in page.decisions {
                    li {
                        h3 { @if manages { a href={ "/decisions/" (decided.decision) } { (by_whom(decided, page.today)) } } @else { (by_whom(decided, page.today)) } }
                        p class="said" { (decided.reason) }
                        p class="small dim" { "Counted then: " (decided.sentence) "." @if decided.is_corrected { " The decision was corrected since." } }
                    }
                }
            }
            @if manages && indicator.is_open() && indicator.facts.is_some() {
                @if is_settled(indicator) {
                    details class="in" open[typed.complaints.on("decision").is_some()] { summary { "Write down another decision about it" } (decide(page, typed)) }
                } @else { (decide(page, typed)) }
            }
        },
    )
}

/// A body decided about it as it is counted now.
fn is_settled(indicator: &Indicator) -> bool {
    indicator.decided.as_ref().is_some_and(|decided| decided.edition == indicator.edition)
}

/// One line of a choice: the body, the day, and the beginning of what was decided.
fn choice_words(choice: &Choice) -> String {
    let decision: String = choice.decision.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(80).collect();
    format!("{}, {}: {decision}", choice.body.0, choice.body.1)
}

fn decide(page: &OnePage<'_>, typed: &Typed) -> Markup {
    let (indicator, form) = (page.indicator, &typed.decide);
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    let bodies = html! { a href={ "/programs/" (indicator.program.1) "/bodies" } { "Who decides" } };
    html! {
        @if page.choices.is_empty() {
            p class="in dim" { "To choose it, write down the decision first: under " (bodies) ", a meeting of the body, about an indicator, with its reason. Then it can be named here." }
        } @else {
            form class="in form" method="post" action={ "/indicators/" (indicator.id) "/decisions" } {
                (parts::form_key(&key, Some(indicator.version)))
                (parts::field("decision", "By which decision?", Some("about an indicator, with its reason"), &typed.complaints, |wiring| {
                    let options: Vec<(String, String)> = page.choices.iter().map(|choice| (choice.id.to_string(), choice_words(choice))).collect();
                    wiring.select(&form.decision, &options)
                }))
                div class="row" {
                    button class="btn main" name="verdict" value=(IndicatorVerdict::Chosen.code()) { "It was chosen" }
                    button class="btn" name="verdict" value=(IndicatorVerdict::NotChosen.code()) { "It was not chosen" }
                }
                p class="small dim" { "Not on the list? Write it down under " (bodies) "." }
            }
        }
    }
}

fn said(page: &OnePage<'_>, typed: &Typed) -> Markup {
    let indicator = page.indicator;
    let address = format!("/indicators/{}", indicator.id);
    let (none, key) = (Complaints::default(), forms::fresh_key());
    let complaints = if typed.is_retirement { &none } else { &typed.complaints };
    parts::card(
        "said",
        "What people say",
        html! {
            @if page.comments.is_empty() && page.leaf.page == 0 { p class="in dim" { "Nothing yet." } }
            ul class="rows" {
                @for comment in page.comments {
                    @let may = page.viewer.manages(indicator.program.0) || comment.by.staff.as_ref().is_some_and(|(key, _)| *key == page.viewer.key);
                    li {
                        div class="row" {
                            b { (spoken(&comment.by)) }
                            span class="small dim" { (page.zone.day(comment.at).short(page.today)) }
                            @if may {
                                form class="push" method="post" action={ "/indicator-comments/" (comment.id) "/removal" } {
                                    button class="btn mini" { "Take back" span class="vh" { " what was said on " (page.zone.day(comment.at).short(page.today)) } }
                                }
                            }
                        }
                        @if let Some(words) = &comment.words { p class="said" dir="auto" { (words) } }
                    }
                }
            }
            (parts::leaves(&address, page.leaf, page.has_more))
            @if indicator.is_open() {
                form class="in form" method="post" action={ (address) "/comments" } {
                    (parts::form_key(&key, None))
                    @if typed.is_retirement { (parts::field("comment-words", "Say something", Some("the program's clients and staff read it"), &none, |_| html! { textarea class="inp" id="comment-words" name="words" rows="3" aria-describedby="comment-words-hint" {} })) }
                    @else { (parts::field("words", "Say something", Some("the program's clients and staff read it"), complaints, |wiring| wiring.area(&typed.comment, 3))) }
                    div class="row" { button class="btn" { "Say it" } }
                }
            }
        },
    )
}

/// What ends it: a proposal of staff is taken back, what was decided about is not looked at any more.
fn ends(indicator: &Indicator, typed: &Typed) -> Markup {
    let address = format!("/indicators/{}", indicator.id);
    let is_retirable = indicator.decided.is_some() && indicator.status != IndicatorStatus::Retired;
    html! {
        @if is_retirable {
            (parts::card("retire", "Stop looking at it", html! {
                details class="in" open[typed.is_retirement] {
                    summary { "It is not looked at any more" }
                    form class="stack" method="post" action={ (address) "/retirement" } {
                        (parts::form_key(&forms::fresh_key(), Some(indicator.version)))
                        @if typed.is_retirement { (parts::field("words", "Why?", Some("entrepreneurs read it"), &typed.complaints, |wiring| wiring.area(&typed.retirement, 3))) }
                        @else { (parts::field("why-words", "Why?", Some("entrepreneurs read it"), &Complaints::default(), |_| html! { textarea class="inp" id="why-words" name="words" rows="3" aria-describedby="why-words-hint" {} })) }
                        button class="btn" { "Stop looking at it" }
                    }
                }
            }))
        } @else if indicator.by.staff.is_some() && indicator.decided.is_none() {
            (parts::card("undo", "Take it back", html! {
                form class="in" method="post" action={ (address) "/undoing" } {
                    input type="hidden" name="version" value=(indicator.version);
                    button class="btn" { "Take this proposal back" }
                }
            }))
        }
    }
}
