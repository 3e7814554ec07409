//! The report as a page: findings as sentences first, then charts that are tables, then what can be trusted and how it is made.

mod tables;

use super::benchmarks::views::section::section;
use super::files;
use super::{Report, Totals};
use crate::auth::Viewer;
use crate::equity::findings::Finding;
use crate::equity::table::Tag;
use crate::programs::Program;
use crate::values::{Amount, Cents, Day, Vocabulary, grouped, hours};
use crate::web::layout::{Page, Solo, solo, staff};
use crate::web::{Icon, icon, parts};
use maud::{Markup, html};
use tables::{answers, capital, dimension};

/// What the page shows besides the report.
pub(super) struct Desk<'d> {
    pub(super) programs: &'d [Program],
    pub(super) chosen: Option<&'d Program>,
    pub(super) years: Vec<i16>,
    pub(super) this_year: (Day, Totals),
}

pub(super) fn page(viewer: &Viewer, desk: &Desk<'_>, report: &Report) -> Markup {
    let query = desk.chosen.map(|program| format!("?program={}", program.id)).unwrap_or_default();
    let file = |ending: &str| format!("/reports/{}.{ending}{query}", report.period);
    let body = html! {
        div class="head" {
            div class="row" {
                h1 { "Who gets resources" }
                div class="exports push" {
                    button class="btn mini" type="button" data-print { (icon(Icon::Print, 17)) " Print or PDF" }
                    a class="btn mini" href=(file("csv")) { (icon(Icon::Download, 17)) " Spreadsheet" }
                    a class="btn mini" href=(file("json")) { (icon(Icon::Download, 17)) " JSON" }
                }
            }
            (cover(report))
        }
        div class="stack" {
            section class="card" aria-label="What the report shows" {
                form class="in filters" method="get" action="/reports" {
                    div { label for="year" { "Year" } select class="inp" id="year" name="year" { @for year in &desk.years { option value=(year) selected[year.to_string() == report.period.to_string()] { (year) } } } }
                    div { label for="program" { "Program" } select class="inp" id="program" name="program" {
                        @for program in desk.programs { option value=(program.id) selected[desk.chosen.is_some_and(|chosen| chosen.key == program.key)] { (program.name) } }
                    } }
                    button class="btn" { "Update" }
                }
            }
            p { a href={ "/reports/referrals" @if let Some(program) = desk.chosen { "?program=" (program.id) } } { "How referrals go: answers, waits, needs met, by kind, partner and neighborhood" } }
            @if let Some(program) = desk.chosen { p { a href={ "/programs/" (program.id) "/questions" } { "Which questions are asked" } " about who owners are, and what people are told first" } }
            p { a href="/benchmarks" { "Benchmarks" } ": what the businesses of the area are, to compare with" }
            (this_year(desk))
            (sections(report, desk.chosen.map(|program| format!("/benchmarks/choice?program={}", program.id)).as_deref()))
        }
    };
    staff(&viewer.chrome(), &Page::new("Who gets resources", "/reports"), body)
}

/// The report as one page by itself, for the command line.
pub fn printed(report: &Report) -> Markup {
    let body = html! { div class="head" { h1 { "Who gets resources" } (cover(report)) } div class="stack" { (sections(report, None)) } };
    solo(&Solo { title: "Who gets resources", ..Solo::default() }, body)
}

fn cover(report: &Report) -> Markup {
    html! {
        p class="dim" {
            (report.program.as_deref().unwrap_or("All programs")) ", " (report.organization) ", January to December " (report.period)
            ". For staff of this organization only: not to be passed on."
        }
        @if let Some(words) = report.declared() { p class="box note" { (words) } }
    }
}

fn this_year(desk: &Desk<'_>) -> Markup {
    let (today, totals) = &desk.this_year;
    parts::card(
        "live",
        &format!("{} so far, to {}", today.year(), today.short(*today)),
        html! {
            dl class="stat" {
                div { dt { "Businesses" } dd { (grouped(totals.businesses)) } }
                div { dt { "Services" } dd { (grouped(totals.services)) } }
                div { dt { "Advisor hours" } dd { (hours(totals.minutes)) } }
                div { dt { "Awards" } dd { (grouped(totals.deployments)) } }
                div { dt { "Dollars awarded" } dd { (Cents::new(totals.awarded_cents)) } }
                div { dt { "Partners said yes" } dd { (grouped(totals.accepted)) " of " (grouped(totals.decided)) } }
            }
        },
    )
}

fn sections(report: &Report, choose: Option<&str>) -> Markup {
    html! {
        (found(report))
        (totals(report))
        @for section in &report.dimensions { (dimension(section)) }
        (section(report.compared.as_ref(), choose))
        @if !report.others.is_empty() { (others(report)) }
        @if !report.sources.is_empty() { (who_pays(report)) }
        (trust(report))
        (method(report))
    }
}

/// Sentences on the page: more are not read.
const FINDINGS: usize = 5;

fn found(report: &Report) -> Markup {
    let mut findings: Vec<&Finding> = report.dimensions.iter().flat_map(|section| &section.findings).collect();
    // Gaps first, then what lies above, then what cannot be told apart, whichever table they come from.
    findings.sort_by_key(|finding| match finding.tag {
        Tag::GapUnlikelyChance => 0,
        Tag::AboveUnlikelyChance => 1,
        Tag::NoClearDifference => 2,
        Tag::TooFewToTell => 3,
    });
    findings.truncate(FINDINGS);
    parts::card(
        "found",
        "What we found",
        html! {
            div class="in" {
                @if findings.is_empty() {
                    p { "Too early to compare. A comparison needs at least " (report.threshold) " businesses with an answer in each of two groups; a rate needs ten. The exact figures below hold at any size." }
                }
                ol class="finds" {
                    @for finding in &findings {
                        li { h3 { (finding.sentence) } div { @if let Some(detail) = &finding.detail { p class="dim" { (detail) } } (tag(finding.tag)) } }
                    }
                }
            }
        },
    )
}

fn tag(tag: Tag) -> Markup {
    let tone = match tag {
        Tag::GapUnlikelyChance => "stop",
        Tag::AboveUnlikelyChance => "note",
        Tag::TooFewToTell | Tag::NoClearDifference => "",
    };
    parts::tag(tone, tag.words())
}

fn totals(report: &Report) -> Markup {
    let totals = &report.totals;
    parts::card(
        "totals",
        "Everyone, exactly",
        html! {
            div class="in" {
                p class="dim small" { "Counted without demographics, so these figures are exact." }
                (parts::facts(&[
                    ("Businesses enrolled in the year", html! { (grouped(totals.businesses)) }, None),
                    ("Awards", html! { (grouped(totals.deployments)) }, None),
                    ("Dollars awarded", html! { (Cents::new(totals.awarded_cents)) }, None),
                    ("Dollars delivered", html! { @if let Some(cents) = totals.delivered_cents { (Cents::new(cents)) } @else { "none on record" } }, None),
                    ("Services", html! { (grouped(totals.services)) ", " (hours(totals.minutes)) " advisor hours" }, None),
                    ("Referrals that partners decided on", html! { (grouped(totals.decided)) ", of these " (grouped(totals.accepted)) " accepted" }, None),
                ]))
            }
        },
    )
}

/// Questions that are asked and of which no measure is made.
fn others(report: &Report) -> Markup {
    parts::card(
        "others",
        "Other questions about owners",
        html! {
            div class="in stack" {
                p class="dim small" { "Only how many answered is counted here. What they answered stands in no figure of this report." }
                dl class="facts" { @for (question, coverage) in &report.others { div { dt { (question.label()) } dd { (answers(coverage, report.threshold)) } } } }
            }
        },
    )
}

fn who_pays(report: &Report) -> Markup {
    parts::card(
        "pays",
        "Who pays",
        html! {
            dl class="facts in" {
                @for source in &report.sources {
                    div { dt { (source.source) } dd class="num" { (Amount { value: source.awarded, unit: source.unit }) " in " (parts::count(source.deployments, "award", "awards")) } }
                }
            }
        },
    )
}

fn trust(report: &Report) -> Markup {
    parts::card(
        "trust",
        "Can you trust this?",
        html! {
            div class="in" {
                (parts::facts(&[
                    ("What is counted", html! { (capital(files::UNIT)) "." }, None),
                    ("Who is counted", html! { (capital(files::POOL)) "." }, None),
                    ("Repeats", html! { "Awards are counted once each; a business with several is one business in every rate and test." }, None),
                    ("What is hidden and why", html! { "No line, and no difference between lines, describes fewer than " (report.threshold) " businesses. Groups too small stand together in one line. A money line is also merged where one or two businesses would be nearly all of it, and rounded where its exact sum could be solved for the businesses behind it." }, None),
                    ("What is never done", html! { "Nothing is guessed or filled in. Answered, declined, skipped, not asked and unknown are counted apart, and so is what was read out to staff. A certificate is no answer." }, None),
                ]))
            }
        },
    )
}

fn method(report: &Report) -> Markup {
    parts::card(
        "method",
        "How it is made",
        html! {
            div class="in stack" {
                p { "A range is a 95 % confidence interval: Wilson's for a share, Katz's for a ratio of rates, Newcombe's for a difference, Welch's for a difference of means. The chance is the mid-P of Fisher's exact test. “Whatever the others would answer” is the worst and the best case over everybody without an answer." }
                p { "“Gap” and “Above” need a ratio below 0.8 or above 1.25 whose whole range lies on that side of 1, and at least ten businesses in each of the four counts. Several groups are compared, so expect a stray result now and then. No clear difference is no proof of equal treatment." }
                p class="dim" { "This is a management report for " (report.period) ", not a disparity study and not a legal finding. " @if report.compared.is_some() { "It compares clients with one another, and with the businesses of the area where it says so." } @else { "It compares clients with one another, not with the businesses of the region." } }
            }
        },
    )
}
