//! What is counted, as entrepreneurs read it: all of it with a proposal and an order, and one with its figures and what people say.

use super::home::{Frame, back, short};
use crate::i18n::{Args, Language};
use crate::indicators::form::WordsForm;
use crate::indicators::{Comment, Count, Definition, Facts, Indicator, Per, Point, Voice, is_met};
use crate::measures::{Kinds, Unit};
use crate::portal::indicators::{Typed, Voting};
use crate::values::{Day, IndicatorPer, IndicatorStatus, Kind, Period, Vocabulary, Zone};
use crate::web::{Complaints, Leaf, forms, parts};
use maud::{Markup, html};

/// What the list shows.
pub(in crate::portal) struct ListPage<'a> {
    pub language: Language,
    pub rows: &'a [(Indicator, Option<Point>)],
    pub votings: &'a [Voting],
    pub leaf: Leaf,
    pub has_more: bool,
    pub typed: &'a Typed,
    pub today: Day,
}

/// What the page of one shows.
pub(in crate::portal) struct OnePage<'a> {
    pub language: Language,
    pub person: i64,
    pub indicator: &'a Indicator,
    pub points: &'a [Point],
    pub comments: &'a [Comment],
    pub leaf: Leaf,
    pub has_more: bool,
    pub form: &'a WordsForm,
    pub complaints: &'a Complaints,
    pub zone: &'a Zone,
    pub today: Day,
}

/// A number of hundredths as the language writes it.
fn decimal(language: Language, hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let whole = i64::try_from(hundredths.unsigned_abs() / 100).unwrap_or(i64::MAX);
    let part = hundredths.unsigned_abs() % 100;
    let digits = format!("{part:02}");
    let digits = digits.trim_end_matches('0');
    let mark = if digits.is_empty() { String::new() } else { language.word("number-decimal") };
    format!("{sign}{}{mark}{digits}", language.number(whole))
}

/// A figure with its unit.
fn figure(language: Language, unit: Unit, hundredths: i64) -> String {
    let number = |key| language.say(key, Args::default().with("number", decimal(language, hundredths)));
    match unit {
        Unit::Things => decimal(language, hundredths),
        Unit::Cents => language.money(hundredths),
        Unit::Minutes => number("unit-hours"),
        Unit::SquareFeet => number("rights-amount-square-feet"),
    }
}

fn of_facts(language: Language, facts: &Facts, hundredths: i64) -> String {
    figure(language, facts.definition.numerator.measure.unit(), hundredths)
}

fn kind_words(language: Language, kinds: Kinds, code: &str) -> String {
    match kinds {
        Kinds::Outcomes => crate::outcomes::name_in(language, code),
        Kinds::Referrals => Kind::parse(code).map_or_else(|| code.to_owned(), |kind| super::kind_alone(language, kind)),
        kinds => language.word(&format!("indicator-kind-{}-{}", kinds.code(), code.replace('_', "-"))),
    }
}

/// What is counted, narrowed as it is: "Outcomes (Lease signed) in Northgate".
fn counted(language: Language, count: &Count) -> String {
    let mut words = language.word(&format!("indicator-measure-{}", count.measure.code().replace('_', "-")));
    if let Some(kind) = &count.kind {
        let kind = kind_words(language, count.measure.kinds(), kind);
        words = language.say("indicator-of-kind", Args::default().with("what", words).with("kind", kind));
    }
    if let Some(place) = &count.place {
        words = language.say("indicator-in-place", Args::default().with("what", words).with("place", place.clone()));
    }
    if let Some((_, source)) = &count.source {
        words = language.say("indicator-paid-by", Args::default().with("what", words).with("source", source.clone()));
    }
    words
}

/// How it is counted, in one sentence.
fn sentence(language: Language, definition: &Definition) -> String {
    let what = counted(language, &definition.numerator);
    let what = match &definition.denominator {
        None => what,
        Some(against) => {
            let per = Per::of(definition.numerator.measure.unit(), against.measure.unit());
            let whole = per.whole().saturating_mul(100);
            let args = Args::default().with("counted", what).with("against", counted(language, against));
            match per.whole() {
                1 if per.unit == Unit::Things => language.say("indicator-average", args),
                _ => language.say("indicator-for-every", args.with("many", figure(language, per.unit, whole))),
            }
        }
    };
    let often = language.word(match definition.per {
        IndicatorPer::Month => "indicator-each-month",
        IndicatorPer::Quarter => "indicator-each-quarter",
        IndicatorPer::Year => "indicator-each-year",
    });
    language.sentence(&language.say("indicator-sentence", Args::default().with("counted", what).with("often", often)))
}

fn period(language: Language, period: Period) -> String {
    let year = |year: i16| year.to_string();
    match period {
        Period::Month(of, month) => {
            let month = language.say("month", Args::default().count("n", i64::from(month)));
            language.say("indicator-month", Args::default().with("month", month).with("year", year(of)))
        }
        Period::Quarter(of, quarter) => {
            language.say("indicator-quarter", Args::default().with("quarter", quarter.to_string()).with("year", year(of)))
        }
        Period::Year(of) | Period::Fiscal(of) => year(of),
    }
}

fn standing(language: Language, indicator: &Indicator) -> Markup {
    let key = match indicator.status {
        IndicatorStatus::Chosen => "indicator-chosen",
        IndicatorStatus::Proposed => "indicator-proposed",
        IndicatorStatus::NotChosen => "indicator-not-chosen",
        IndicatorStatus::Retired => "indicator-retired",
    };
    parts::tag(if indicator.status == IndicatorStatus::Chosen { "good" } else { "" }, &language.word(key))
}

fn named(language: Language, indicator: &Indicator) -> Markup {
    match (&indicator.facts, &indicator.words) {
        (None, None) => html! { (language.word("indicator-words-gone")) },
        _ => html! { bdi { (indicator.named()) } },
    }
}

fn ranked(language: Language, indicator: &Indicator) -> String {
    match indicator.ranked.0 {
        0 => language.word("indicator-ranked-none"),
        clients => language.say("indicator-ranked", Args::default().count("n", clients)),
    }
}

fn target(language: Language, facts: &Facts, today: Day) -> Option<String> {
    let (target, on) = facts.target?;
    let args = Args::default().with("figure", of_facts(language, facts, target)).with("day", short(language, on, today));
    Some(language.say("indicator-target", args))
}

/// Everything that is proposed and chosen.
pub(in crate::portal) fn list(page: &ListPage<'_>) -> Markup {
    let language = page.language;
    let title = language.word("indicator-title");
    let body = html! {
        div class="stack" {
            (back(language))
            div class="hero" { h1 { (title) } p { (language.sentence(&language.word("indicator-lead"))) } }
            (parts::errors(language, &page.typed.complaints))
            section class="card" aria-labelledby="all" {
                h2 id="all" { (language.word("indicator-all")) }
                @if page.rows.is_empty() { p class="in dim" { (language.sentence(&language.word("indicator-none"))) } }
                ul class="rows" { @for (indicator, last) in page.rows { li { (listed(page, indicator, last.as_ref())) } } }
                (parts::leaves_in(language, "/me/indicators", page.leaf, page.has_more))
            }
            @for (place, voting) in page.votings.iter().enumerate() { @if !voting.proposals.is_empty() { (order(page, place, voting)) } }
            @if !page.votings.is_empty() { (proposal(page)) }
        }
    };
    Frame { language, title: &title, address: "/me/indicators", is_error: !page.typed.complaints.is_empty() }.draw(body)
}

fn listed(page: &ListPage<'_>, indicator: &Indicator, last: Option<&Point>) -> Markup {
    let language = page.language;
    html! {
        div class="row" { a href={ "/me/indicators/" (indicator.id) } { (named(language, indicator)) } (standing(language, indicator)) }
        @match &indicator.facts {
            Some(facts) => {
                p { (sentence(language, &facts.definition)) }
                @if let Some(point) = last { p { b { (at(language, facts, point)) } } }
                @if let Some(words) = target(language, facts, page.today) { p class="small dim" { (language.sentence(&words)) } }
            }
            None => p class="small dim" { (language.sentence(&language.word("indicator-undefined"))) }
        }
        @if indicator.is_ranked() { p class="small dim" { (language.sentence(&ranked(language, indicator))) } }
        @if page.votings.len() > 1 { p class="small dim" { bdi { (indicator.program.2) } } }
    }
}

/// "Quarter 3 of 2026: 37.5".
fn at(language: Language, facts: &Facts, point: &Point) -> String {
    let figure = point.value.map_or_else(|| language.word("indicator-no-figure"), |value| of_facts(language, facts, value));
    language.say("indicator-last", Args::default().with("period", period(language, point.period)).with("figure", figure))
}

/// "Rosa's Metal Works · Riverton Makers", where there are several.
fn which(page: &ListPage<'_>, voting: &Voting) -> Markup {
    html! { @if page.votings.len() > 1 { p class="small dim" { bdi { (voting.standing.name) } " · " bdi { (voting.standing.program.1) } } } }
}

fn order(page: &ListPage<'_>, place: usize, voting: &Voting) -> Markup {
    let (language, id) = (page.language, format!("rank-{place}"));
    let typed = page.typed.order.as_ref().filter(|form| form.place == place);
    let none = Complaints::default();
    let complaints = if typed.is_some() { &page.typed.complaints } else { &none };
    let chosen = |at: usize| voting.order.get(at).map(ToString::to_string).unwrap_or_default();
    let chosen =
        typed.map_or_else(|| [chosen(0), chosen(1), chosen(2)], |form| [form.first.clone(), form.second.clone(), form.third.clone()]);
    let options: Vec<(String, String)> = std::iter::once((String::new(), language.word("indicator-rank-nothing")))
        .chain(voting.proposals.iter().map(|indicator| (indicator.id.to_string(), indicator.named())))
        .collect();
    let fields = [("first", "indicator-rank-first"), ("second", "indicator-rank-second"), ("third", "indicator-rank-third")];
    html! {
        section class="card" aria-labelledby=(id) {
            h2 id=(id) { (language.word("indicator-rank-title")) }
            form class="in stack" method="post" action="/me/indicators/ranking" {
                (parts::form_key(&forms::fresh_key(), None))
                input type="hidden" name="place" value=(place);
                (which(page, voting))
                p class="dim" { (language.sentence(&language.word("indicator-rank-lead"))) }
                @if let Some(words) = complaints.on("first") { span class="err" id="first" { (words) } }
                @for ((name, key), chosen) in fields.into_iter().zip(&chosen) {
                    div {
                        label for={ (name) "-" (place) } { (language.word(key)) }
                        select class="inp" id={ (name) "-" (place) } name=(name) { @for (value, words) in &options { option value=(value) selected[value == chosen] { (words) } } }
                    }
                }
                button class="btn main full" { (language.word("indicator-rank-save")) }
            }
        }
    }
}

fn proposal(page: &ListPage<'_>) -> Markup {
    let (language, form, none) = (page.language, &page.typed.proposal, Complaints::default());
    let complaints = if page.typed.order.is_some() { &none } else { &page.typed.complaints };
    html! {
        section class="card" aria-labelledby="propose" {
            h2 id="propose" { (language.word("indicator-propose-title")) }
            form class="in stack" method="post" action="/me/indicators" {
                (parts::form_key(&forms::fresh_key(), None))
                @if page.votings.len() > 1 {
                    @let places: Vec<(String, String)> = page.votings.iter().enumerate().map(|(place, one)| (place.to_string(), format!("{} · {}", one.standing.name, one.standing.program.1))).collect();
                    (parts::field("place", &language.word("ask-for-which"), None, complaints, |wiring| wiring.select(&form.place.to_string(), &places)))
                }
                (parts::field("words", &language.word("indicator-propose-words"), Some(&language.word("indicator-propose-hint")), complaints, |wiring| wiring.area(&form.words, 4)))
                (name_it(language, &form.named))
                button class="btn full" { (language.word("indicator-propose-save")) }
                p class="small dim" { (language.sentence(&language.word("indicator-readers"))) }
            }
        }
    }
}

/// A name stands there only by their own wish.
fn name_it(language: Language, named: &str) -> Markup {
    html! {
        div class="tick" {
            input type="checkbox" id="named" name="named" value="yes" checked[named == "yes"];
            label for="named" { (language.word("indicator-named")) }
        }
    }
}

fn spoken(page: &OnePage<'_>, voice: &Voice) -> Markup {
    let language = page.language;
    html! {
        @match (&voice.staff, &voice.name) {
            (Some((_, name)), _) => (language.say("indicator-from-program", Args::default().with("name", name.clone()))),
            _ if voice.person == Some(page.person) => (language.word("indicator-you")),
            (None, Some(name)) => bdi { (name) },
            (None, None) => (language.word("indicator-client")),
        }
    }
}

/// One of them: how it is counted, its figures, who decided, what people say.
pub(in crate::portal) fn one(page: &OnePage<'_>) -> Markup {
    let (language, indicator) = (page.language, page.indicator);
    let title =
        if indicator.facts.is_none() && indicator.words.is_none() { language.word("indicator-words-gone") } else { indicator.named() };
    let address = format!("/me/indicators/{}", indicator.id);
    let body = html! {
        div class="stack" {
            (back(language))
            p class="small" { a href="/me/indicators" { (language.word("indicator-back")) } }
            div class="hero" { h1 { bdi { (title) } } @if let Some(facts) = &indicator.facts { p { (sentence(language, &facts.definition)) } } }
            (parts::errors(language, page.complaints))
            (about(page))
            @if let Some(facts) = &indicator.facts { @if !page.points.is_empty() { (figures(page, facts)) } }
            (said(page))
            @if indicator.by.person == Some(page.person) && indicator.words.is_some() {
                form method="post" action={ (address) "/withdrawal" } { button class="btn full" { (language.word("indicator-withdraw")) } }
            }
        }
    };
    Frame { language, title: &title, address: &address, is_error: !page.complaints.is_empty() }.draw(body)
}

fn about(page: &OnePage<'_>) -> Markup {
    let (language, indicator) = (page.language, page.indicator);
    let labels = ["indicator-stands", "indicator-by", "indicator-in-words", "indicator-why", "indicator-decided-by", "indicator-before"];
    let [stands, by, in_words, why, decided_by, before] = labels.map(|key| language.word(key));
    let mut rows = vec![
        (
            stands.as_str(),
            html! {
                div class="row" { (standing(language, indicator)) }
                @if indicator.facts.is_none() { p class="small dim" { (language.sentence(&language.word("indicator-undefined"))) } }
                @if indicator.decided.as_ref().is_some_and(|decided| decided.edition != indicator.edition) && indicator.is_open() {
                    p class="small dim" { (language.sentence(&language.word("indicator-again"))) }
                }
                @if indicator.is_ranked() { p class="small dim" { (language.sentence(&ranked(language, indicator))) } }
            },
            None,
        ),
        (by.as_str(), spoken(page, &indicator.by), None),
    ];
    if let Some(words) = &indicator.words {
        rows.push((in_words.as_str(), html! { span class="said" dir="auto" { (words) } }, None));
    }
    if let Some(facts) = &indicator.facts {
        if let Some(words) = &facts.why {
            rows.push((why.as_str(), html! { span class="said" dir="auto" { (words) } }, None));
        }
        if let Some(baseline) = &facts.baseline {
            let args = Args::default()
                .with("figure", of_facts(language, facts, baseline.value))
                .with("year", baseline.year.to_string())
                .with("source", baseline.source.clone());
            rows.push((before.as_str(), html! { (language.say("indicator-baseline", args)) }, None));
        }
    }
    if let Some(decided) = &indicator.decided {
        let day = short(language, decided.body.1, page.today);
        let when = language.say("indicator-decided", Args::default().with("body", decided.body.0.clone()).with("day", day));
        rows.push((decided_by.as_str(), html! { (when) p class="said" dir="auto" { (decided.reason) } }, None));
    }
    let retired = language.word("indicator-retired-why");
    if let Some((_, words)) = &indicator.retired {
        rows.push((retired.as_str(), html! { span class="said" dir="auto" { (words) } }, None));
    }
    html! { section class="card" aria-label=(language.word("indicator-about")) { div class="in" { (parts::facts(&rows)) } } }
}

fn figures(page: &OnePage<'_>, facts: &Facts) -> Markup {
    let language = page.language;
    html! {
        section class="card" aria-labelledby="figures" {
            h2 id="figures" { (language.word("indicator-figures")) }
            div class="in stack" {
                @if let Some(words) = target(language, facts, page.today) { p { (language.sentence(&words)) } }
                table class="grid" {
                    thead { tr { th scope="col" { (language.word("indicator-period")) } th scope="col" { (language.word("indicator-figure")) } } }
                    tbody { @for point in page.points.iter().rev() { tr {
                        th scope="row" { (period(language, point.period)) @if point.is_running { br; span class="small dim" { (language.word("indicator-running")) } } }
                        td { @match point.value {
                            Some(value) => {
                                b { (of_facts(language, facts, value)) }
                                @if facts.target.is_some_and(|(target, _)| is_met(facts.direction, value, target)) { " " span class="small dim" { (language.word("indicator-reached")) } }
                            },
                            None => span class="dim" { (language.word("indicator-no-figure")) },
                        } }
                    } } }
                }
                p class="small dim" { (language.sentence(&language.word("indicator-exact"))) }
            }
        }
    }
}

fn said(page: &OnePage<'_>) -> Markup {
    let (language, indicator) = (page.language, page.indicator);
    let address = format!("/me/indicators/{}", indicator.id);
    html! {
        section class="card" aria-labelledby="said" {
            h2 id="said" { (language.word("indicator-said")) }
            @if page.comments.is_empty() && page.leaf.page == 0 { p class="in dim" { (language.sentence(&language.word("indicator-said-none"))) } }
            ul class="rows" { @for comment in page.comments { li {
                p class="small dim" { (spoken(page, &comment.by)) " · " (short(language, page.zone.day(comment.at), page.today)) }
                @if let Some(words) = &comment.words { p class="said" dir="auto" { (words) } }
                @if comment.by.person == Some(page.person) {
                    form method="post" action={ "/me/indicator-comments/" (comment.id) "/removal" } { button class="btn mini" { (language.word("indicator-take-back")) } }
                }
            } } }
            (parts::leaves_in(language, &address, page.leaf, page.has_more))
            @if indicator.is_open() {
                form class="in stack" method="post" action={ (address) "/comments" } {
                    (parts::form_key(&forms::fresh_key(), None))
                    (parts::field("words", &language.word("indicator-say"), None, page.complaints, |wiring| wiring.area(&page.form.words, 3)))
                    (name_it(language, &page.form.named))
                    button class="btn full" { (language.word("indicator-say-save")) }
                    p class="small dim" { (language.sentence(&language.word("indicator-readers"))) }
                }
            }
        }
    }
}
