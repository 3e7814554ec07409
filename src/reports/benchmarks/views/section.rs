//! "Compared with businesses in the area": a section of the report.

use super::super::compare::{Beside, Compare, Compared, Fallback, Found, Index, MAPPING, NOT_MEASURED, Outcome, Part};
use super::super::figures::row_id;
use super::super::places::Area;
use super::super::{Benchmark, Facts};
use crate::equity::Dimension;
use crate::values::{Universe, grouped};
use crate::web::parts;
use maud::{Markup, html};

/// The section; without a choice, where to make one.
pub fn section(compared: Option<&Compared>, choose: Option<&str>) -> Markup {
    let change = |words: &str| html! { @if let Some(address) = choose { p class="noprint" { a href=(address) { (words) } } } };
    html! {
        section class="card newpage" aria-labelledby="area" {
            div class="cap" { h2 id="area" { "Compared with businesses in the area" } }
            div class="in stack" {
                @match compared {
                    None => {
                        p { "No benchmark is chosen, so clients are compared with one another only." }
                        (change("Choose what to compare with"))
                    },
                    Some(compared) => {
                        p { "An index of 100 means: as large a share of our clients as of the area's businesses. Below 80 is a gap that disparity studies call substantial. The range holds chance in whom we reached and the benchmark's own error." }
                        @if let Some(reason) = &compared.reason { p { b { "Why these: " } (reason) } }
                        @for (side, number) in compared.sides.iter().zip(1..) { (beside(side, number)) }
                        h3 { "How to read it" }
                        p { (MAPPING) }
                        p { (NOT_MEASURED) }
                        p class="dim" { "White there includes Hispanic owners who are White; Middle Eastern or North African owners are counted as White there. A group of the report that is hidden or merged is not compared." }
                        (change("Choose other benchmarks"))
                    },
                }
            }
        }
    }
}

fn beside(side: &Beside, number: usize) -> Markup {
    let facts = &side.benchmark.facts;
    html! {
        h3 { (facts.industry()) ", " (facts.geo_name) }
        p class="dim small" { (origin(&side.benchmark)) @if let Some(added) = &side.added { " Added to it: " (origin(added)) } }
        @if let Some(area) = &side.area { (outside(area, facts)) }
        @for part in &side.parts { (table(part, number, facts)) }
    }
}

/// "Annual Survey, counts 2016, businesses with employees. File SHA-256 0011…".
fn origin(one: &Benchmark) -> String {
    use crate::values::Vocabulary;
    let facts = &one.facts;
    let vintage = facts.vintage.map(|year| format!(", published as {year}")).unwrap_or_default();
    format!(
        "{}, {}{vintage}; counts {}, {}. File {}, SHA-256 {}.",
        facts.source,
        facts.dataset,
        facts.reference_year,
        facts.universe.label(),
        one.file_name,
        super::short(&one.file_hash)
    )
}

/// Clients that the benchmark does not speak of.
fn outside(area: &Area, facts: &Facts) -> Markup {
    let (inside, elsewhere, unknown) = (area.inside, area.elsewhere, area.unknown);
    let businesses = inside.businesses + elsewhere.businesses + unknown.businesses;
    let awards = inside.awards + elsewhere.awards + unknown.awards;
    let out = (elsewhere.businesses + unknown.businesses, elsewhere.awards + unknown.awards);
    html! {
        @if out.0 > 0 {
            p class="box note" {
                b { (grouped(out.0)) " of " (grouped(businesses)) " businesses, with " (grouped(out.1)) " of " (grouped(awards)) " awards, are not known to be in the benchmark's area" }
                ": " (grouped(elsewhere.businesses)) " (" (grouped(elsewhere.awards)) " awards) are elsewhere, and the address on record of " (grouped(unknown.businesses)) " (" (grouped(unknown.awards)) " awards) does not say. The table counts them all; its index speaks of " (facts.geo_name) " only."
            }
        }
    }
}

fn words(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Race => "By race and ethnicity",
        Dimension::Sex => "By sex",
    }
}

fn table(part: &Part, number: usize, facts: &Facts) -> Markup {
    let title = format!("{}, beside {}", words(part.dimension), facts.title());
    let those = if facts.universe == Universe::Population { "Of the area's people" } else { "Of the area's businesses" };
    html! {
        h4 { (words(part.dimension)) }
        @if let Some((known, pool)) = part.answered { (unknown(known, pool)) }
        @if let Some(why) = &part.withheld { p class="gone" { span { (why) } } } @else {
            (parts::scroll(&title, html! {
                table class="grid" {
                    caption class="vh" { (title) }
                    thead { tr { th scope="col" { "Group" } th scope="col" class="n" { "Clients" } th scope="col" class="n" { "Of those who answered" } th scope="col" class="n" { (those) } th scope="col" { "Index, 95% range" } } }
                    tbody { @for row in &part.rows { (line(row, number, part.dimension)) } }
                }
            }))
        }
    }
}

/// How many are in no share, and that little is known where most are not.
fn unknown(known: u32, pool: u32) -> Markup {
    let silent = pool.saturating_sub(known);
    let is_little = silent > known;
    html! {
        @if silent > 0 {
            p class=[is_little.then_some("box note")] {
                (grouped(silent.into())) " of " (grouped(pool.into())) " businesses (" (format!("{:.0}%", f64::from(silent) / f64::from(pool) * 100.0)) ") have no answer and are in no share."
                @if is_little { b { " Preliminary: most are not known, and each index could be anything in the range below it." } }
            }
        }
    }
}

fn line(row: &Compare, number: usize, dimension: Dimension) -> Markup {
    html! {
        tr id=(row_id(number, dimension, row)) {
            th scope="row" { (row.group) }
            td class="n" { (grouped(row.count.into())) }
            td class="n" { @if let Some(share) = row.of_known { (percent(share)) } @if let Some(ends) = row.of_known_interval { br; span class="small dim" { (percent(ends.low)) " to " (percent(ends.high)) } } }
            td class="n" { @if let Some(share) = row.available { (format!("{:.2}%", share.share * 100.0)) br; span class="small dim" { @match share.rse_pct { Some(rse) => { "error " (format!("{rse:.1}%")) }, None => "error not given" } } } }
            td { (outcome(&row.outcome)) @if let Some(ends) = row.bounds { br; span class="small dim" { "Whatever the others would answer: " (format!("{:.0} to {:.0}", ends.low, ends.high)) } } }
        }
    }
}

fn outcome(outcome: &Outcome) -> Markup {
    html! {
        @match outcome {
            Outcome::Index(index) => { (shown(index)) },
            Outcome::None(why) => { (why) },
            Outcome::Refused { why, fallbacks } => {
                (why)
                @if !fallbacks.is_empty() { " In its place, in this order:" ol class="small" { @for fallback in fallbacks { li { (stand_in(fallback)) } } } }
            },
        }
    }
}

fn shown(index: &Index) -> Markup {
    html! {
        b { (format!("{:.0}", index.index)) } @if let Some(ends) = index.interval { " " span class="small dim" { (format!("{:.0} to {:.0}", ends.low, ends.high)) } }
        br; (parts::sentence(&index.words))
        @if !index.holds_error { " " span class="small dim" { "The range holds chance in our own numbers only." } }
    }
}

fn stand_in(fallback: &Fallback) -> Markup {
    html! {
        @match &fallback.found {
            Found::Missing => { (parts::sentence(&format!("{}: not imported", fallback.step))) },
            Found::Refused(name, why) => { (capital(fallback.step)) " (" (name) "): " (why) },
            Found::Index(name, index) => { (capital(fallback.step)) " (" (name) "): " (shown(index)) },
        }
    }
}

fn capital(words: &str) -> String {
    parts::sentence(words).trim_end_matches('.').to_owned()
}

fn percent(share: f64) -> String {
    format!("{:.1}%", share * 100.0)
}
