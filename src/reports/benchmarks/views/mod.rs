//! The markup of benchmarks: the list, and one of them.

pub mod choice;
pub mod import;

use super::compare::usable;
use super::reading::codes::{self, CLASSIFIABLE, TOTAL, UNCLASSIFIABLE};
use super::{Benchmark, Cell, Facts, Place};
use crate::auth::Viewer;
use crate::config::Clock;
use crate::values::{BenchmarkMeasure, GroupScheme, Universe, Vocabulary, grouped};
use crate::web::layout::{Page, staff};
use crate::web::{Access, Leaf, parts};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// Every benchmark that is here.
pub fn list(viewer: &Viewer, found: Vec<Benchmark>, leaf: Leaf, clock: &Clock) -> Markup {
    let (found, has_more) = leaf.of_window(found);
    let below =
        html! { "Public figures of the businesses of an area. Each program chooses one or two, and its report stands beside them." };
    let is_manager = viewer.is(Access::Manager);
    let body = html! {
        (parts::head(is_manager.then(|| html! { a href="/reports" { "Reports" } }), "Benchmarks", Some(below)))
        div class="stack" {
            p class="row" {
                a class="btn main" href="/benchmarks/import" { "Import a file" }
                @if is_manager { a class="btn" href="/benchmarks/choice" { "Choose what to compare with" } }
            }
            section class="card" aria-labelledby="here" {
                h2 id="here" { "Imported" }
                @if found.is_empty() { (parts::empty("No benchmark yet", "Fetch the company summary of the Annual Business Survey for your area, and import the file as it is.", None)) }
                @else { ul class="rows" { @for one in &found { (row(one, clock)) } } }
                (parts::leaves("/benchmarks", leaf, has_more))
            }
        }
    };
    staff(&viewer.chrome(), &Page::new("Benchmarks", tab(viewer)), body)
}

/// Under which tab these pages stand: a manager came from the reports, an administrator from the programs.
fn tab(viewer: &Viewer) -> &'static str {
    if viewer.is(Access::Manager) { "/reports" } else { "/programs" }
}

fn row(one: &Benchmark, clock: &Clock) -> Markup {
    let facts = &one.facts;
    html! {
        li {
            h3 { a href={ "/benchmarks/" (one.id) } { (facts.industry()) ", " (facts.geo_name) } }
            p class="meta" { span { "counts " (facts.reference_year) } span { (facts.universe.label()) } span { (published(facts)) } }
            p class="meta" {
                @if let Some(day) = facts.retrieved_on { span { "fetched " (day) } }
                span { "imported " (clock.zone().day(one.imported_at)) } span { "SHA-256 " span class="num" { (short(&one.file_hash)) } }
            }
        }
    }
}

/// The first digits of a hash: its page has them all.
fn short(hash: &str) -> &str {
    hash.get(..12).unwrap_or(hash)
}

fn published(facts: &Facts) -> String {
    let vintage = facts.vintage.map(|year| format!(", published as {year}")).unwrap_or_default();
    format!("{}, {}{vintage}", facts.source, facts.dataset)
}

/// One benchmark with its figures, group by group.
pub fn one(viewer: &Viewer, one: &Benchmark, cells: &BTreeMap<Place, Cell>, clock: &Clock) -> Markup {
    let facts = &one.facts;
    let above = html! { a href="/benchmarks" { "Benchmarks" } };
    let body = html! {
        (parts::head(Some(above), &format!("{}, {}", facts.industry(), facts.geo_name), Some(html! { "Counts " (facts.reference_year) ": " (facts.universe.label()) "." })))
        div class="stack" {
            (parts::card("groups", "Group by group", groups(facts, cells)))
            (parts::card("from", "Where it comes from", html! { div class="in" { (origin(one, clock)) } }))
        }
    };
    staff(&viewer.chrome(), &Page::new("Benchmark", tab(viewer)), body)
}

fn groups(facts: &Facts, cells: &BTreeMap<Place, Cell>) -> Markup {
    let measure = facts.measure();
    let schemes = [GroupScheme::Whole, GroupScheme::Race, GroupScheme::Ethnicity, GroupScheme::Sex, GroupScheme::Veteran];
    let title = format!("{} by group", parts::sentence(measure.label()).trim_end_matches('.'));
    html! {
        div class="in stack" {
            p { "A share is one of the " (measure.label()) @if facts.universe != Universe::Population { " whose owners are known (classifiable). Public companies and others whose owners are not known are in no share. A group owns more than 50 %; those owned in equal parts are a class of their own" } "." }
            p class="dim small" { "Each figure of a survey has an error of its own: the relative standard error. Above 30 %, or on fewer than 30 businesses without one, a figure carries no index." }
            (parts::scroll(&title, html! {
                table class="grid" {
                    caption class="vh" { (title) }
                    thead { tr { th scope="col" { "Group" } th scope="col" class="n" { (parts::sentence(measure.label()).trim_end_matches('.')) } th scope="col" class="n" { "Share" } th scope="col" class="n" { "Error" } @if facts.universe != Universe::Population { th scope="col" class="n" { "Employees" } } th scope="col" { "Used for an index?" } } }
                    @for scheme in schemes {
                        @let rows: Vec<_> = cells.iter().filter(|(place, _)| place.scheme == scheme && place.measure == measure).collect();
                        @if !rows.is_empty() {
                            tbody {
                                @if scheme != GroupScheme::Whole { tr { th scope="rowgroup" colspan="6" { (scheme.label()) } } }
                                @for (place, cell) in rows { (group(facts, cells, *place, cell)) }
                            }
                        }
                    }
                }
            }))
        }
    }
}

fn group(facts: &Facts, cells: &BTreeMap<Place, Cell>, place: Place, cell: &Cell) -> Markup {
    let is_whole = matches!(place.code, TOTAL | CLASSIFIABLE | UNCLASSIFIABLE);
    let use_of = (!is_whole).then(|| usable(facts, cells, place));
    let employees = cells.get(&Place { measure: BenchmarkMeasure::Employees, ..place });
    html! {
        tr {
            th scope="row" { (cell.label) br; span class="small dim num" { (codes::written(place.scheme, place.code)) } }
            td class="n" { (figure(cell)) }
            td class="n" { @if let Some(share) = share(cells, place, cell) { (format!("{:.2}%", share * 100.0)) } }
            td class="n" { @match cell.rse_e2 { Some(rse) => { (percent(rse)) }, None => { span class="dim" { "not given" } } } }
            @if facts.universe != Universe::Population { td class="n" { @if let Some(cell) = employees { (figure(cell)) } } }
            td {
                @match use_of {
                    None => {},
                    Some(Ok(_)) if codes::is_equal(place.scheme, place.code) => { "A class of its own, in no group" },
                    Some(Ok(_)) => { "Yes" },
                    Some(Err(why)) => { (why) },
                }
            }
        }
    }
}

/// A share of the whole that the file names, refused for an index or not.
fn share(cells: &BTreeMap<Place, Cell>, place: Place, cell: &Cell) -> Option<f64> {
    let whole = cell.denominator?;
    let whole =
        cells.get(&Place { code: whole, ..place }).or_else(|| cells.get(&Place { scheme: GroupScheme::Whole, code: whole, ..place }))?;
    let (part, whole) = (cell.value.ok()?, whole.value.ok().filter(|whole| *whole > 0)?);
    #[expect(clippy::cast_precision_loss, reason = "counts of firms stay far below 2^53")]
    Some(part as f64 / whole as f64)
}

fn figure(cell: &Cell) -> Markup {
    html! { @match cell.value { Ok(value) => { (grouped(value)) }, Err(flag) => { span class="dim small" { "missing: " (flag.label()) } } } }
}

/// Hundredths of a percent, as the sources print them.
fn percent(hundredths: i64) -> String {
    format!("{}.{}%", hundredths / 100, hundredths % 100 / 10)
}

fn origin(one: &Benchmark, clock: &Clock) -> Markup {
    let facts = &one.facts;
    let maybe = |text: Option<String>| html! { @match text { Some(text) => { (text) }, None => { span class="dim" { "not said" } } } };
    parts::facts(&[
        ("Published by", html! { (facts.source) }, None),
        ("In the series", html! { (facts.dataset) }, None),
        ("Year counted", html! { (facts.reference_year) }, None),
        ("Published as", maybe(facts.vintage.map(|year| year.to_string())), None),
        ("Place", html! { (facts.geo_name) ", " (facts.geo_level.label()) ", " span class="num" { (facts.geo_id) } }, None),
        ("Industry", html! { (facts.industry()) @if let Some(version) = &facts.naics_version { ", NAICS " (version) } }, None),
        ("Who is counted", html! { (facts.universe.label()) }, None),
        ("Fetched", maybe(facts.retrieved_on.map(|day| day.to_string())), None),
        ("From", maybe(facts.url.clone()), None),
        ("File", html! { (one.file_name) ", " (one.form.label()) }, None),
        ("SHA-256 of the file", html! { span class="num wrap" { (one.file_hash) } }, None),
        ("SHA-256 of what it was made from", maybe(facts.origin_hash.clone()), None),
        ("Imported", html! { (clock.zone().day(one.imported_at)) " by " (one.imported_by) }, None),
    ])
}
