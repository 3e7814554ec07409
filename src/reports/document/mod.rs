//! What the report says, as a document that every form is written from.

mod area;
mod dimension;
mod rows;
mod telling;

pub use telling::told;

use super::Report;
use super::benchmarks::available::Chosen;
use super::benchmarks::compare::Clients;
use crate::document::{Block, Cell, Column, Document, Finding, Kind, Label, Look, Number, Row, Section, Table, Tone, Value};
use crate::equity::coverage::{Answers, Coverage, ReadOut, Silence};
use crate::equity::table::Tag;
use crate::values::{Unit, Vocabulary, grouped};

/// What is counted, in words that every form of the report carries.
const UNIT: &str = "a business; its groups are the answers of owners with 25 % or more together, and a business may be in several";
/// Who is counted.
const POOL: &str = "businesses enrolled on some day of the year";
/// Sentences on the page: more are not read.
const FINDINGS: usize = 5;

/// The report as a document.
pub fn document(report: &Report) -> Document {
    let mut sections = vec![found(report)];
    sections.extend(report.dimensions.iter().enumerate().map(|(place, section)| dimension::section(report, section, place > 0)));
    let clients: Vec<Clients> = report.dimensions.iter().map(|section| rows::clients(&section.tables)).collect();
    sections.push(area::compared(report.compared.as_ref(), &clients));
    sections.push(totals(report));
    sections.extend((!report.others.is_empty()).then(|| others(report)));
    sections.extend((!report.sources.is_empty()).then(|| who_pays(report)));
    sections.extend([trust(report), method(report)]);
    Document {
        title: "Who gets resources".to_owned(),
        about: about(report),
        day: report.period.last(),
        cover: cover(report),
        notices: report.declared().into_iter().collect(),
        sections,
        footer: [about(report), format!("Fairfloor {}. Internal: not to be passed on.", env!("CARGO_PKG_VERSION"))]
            .into_iter()
            .chain(report.compared.iter().flat_map(Chosen::hashes))
            .collect(),
    }
}

fn about(report: &Report) -> String {
    format!(
        "{}, {}, January to December {}. For staff of this organization only: not to be passed on.",
        report.program.as_deref().unwrap_or("All programs"),
        report.organization,
        report.period
    )
}

/// Whose numbers they are and of when, under a chart that travels alone.
fn source(report: &Report) -> String {
    format!("Source: {} Figures of Fairfloor {}.", about(report), env!("CARGO_PKG_VERSION"))
}

fn section(key: &str, heading: &str, blocks: Vec<Block>) -> Section {
    Section { key: key.to_owned(), heading: heading.to_owned(), begins_page: false, blocks }
}

fn column(key: &str, heading: &str, is_read: bool) -> Column {
    Column { key: key.to_owned(), heading: heading.to_owned(), is_read }
}

/// A table of names with one value each.
fn list(key: &str, scheme: &str, title: &str, look: Look, rows: Vec<(&str, &str, Cell)>) -> Table {
    let rows = rows.into_iter().map(|(key, name, cell)| Row {
        key: key.to_owned(),
        name: name.to_owned(),
        more: None,
        under: None,
        cells: vec![cell],
    });
    Table {
        key: key.to_owned(),
        scheme: scheme.to_owned(),
        title: title.to_owned(),
        rows_are: "What".to_owned(),
        look,
        columns: vec![column("value", "Value", true)],
        rows: rows.collect(),
    }
}

fn count(number: impl Into<i128>, what: &'static str) -> Cell {
    Cell::Number(Number::new(Kind::Count(what), Some(Value::Whole(number.into()))))
}

fn cover(report: &Report) -> Table {
    let text = |words: &str| Cell::Text(words.to_owned());
    let day = |day| Cell::Number(Number::new(Kind::Day, Some(Value::Day(day))));
    let mut rows = vec![
        ("organization", "Organization", text(&report.organization)),
        ("program", "Program", text(report.program.as_deref().unwrap_or("all programs"))),
        ("from", "First day", day(report.period.first())),
        ("to", "Last day", day(report.period.last())),
        ("audience", "Readers", text("internal")),
        ("threshold", "No line describes fewer than", count(report.threshold, "businesses")),
        ("unit", "What is counted", text(UNIT)),
        ("pool", "Who is counted", text(POOL)),
        ("version", "Made with", text(concat!("Fairfloor ", env!("CARGO_PKG_VERSION")))),
    ];
    rows.extend(report.declared().map(|words| ("declaration", "Declared", Cell::Text(words))));
    list("cover", "", "Cover", Look::Files, rows)
}

/// How a comparison is labelled.
fn label(tag: Tag) -> Label {
    let tone = match tag {
        Tag::GapUnlikelyChance => Tone::Stop,
        Tag::AboveUnlikelyChance => Tone::Note,
        Tag::TooFewToTell | Tag::NoClearDifference => Tone::Plain,
    };
    Label { words: tag.words().to_owned(), tone }
}

fn found(report: &Report) -> Section {
    let mut findings: Vec<_> = report.dimensions.iter().flat_map(|section| &section.findings).collect();
    // Gaps first, then what lies above, then what cannot be told apart, whichever table they come from.
    findings.sort_by_key(|finding| match finding.tag {
        Tag::GapUnlikelyChance => 0,
        Tag::AboveUnlikelyChance => 1,
        Tag::NoClearDifference => 2,
        Tag::TooFewToTell => 3,
    });
    let findings: Vec<Finding> = findings
        .into_iter()
        .take(FINDINGS)
        .zip(1..)
        .map(|(finding, number)| Finding {
            id: format!("finding.{number}"),
            sentence: finding.sentence.clone(),
            detail: finding.detail.clone(),
            tag: label(finding.tag),
        })
        .collect();
    let blocks = if findings.is_empty() {
        vec![Block::Paragraph(
            String::new(),
            format!(
                "Too early to compare. A comparison needs at least {} businesses with an answer in each of two groups; a rate needs ten. \
                 The exact figures below hold at any size.",
                report.threshold
            ),
        )]
    } else {
        vec![Block::Findings(findings)]
    };
    section("found", "What we found", blocks)
}

fn totals(report: &Report) -> Section {
    let totals = &report.totals;
    let amount = |value: i64, unit| Cell::Number(Number::new(Kind::Amount(unit), Some(Value::Whole(value.into()))));
    let delivered = match totals.delivered_cents {
        Some(cents) => amount(cents, Unit::Cents),
        None => Cell::Number(Number::new(Kind::Amount(Unit::Cents), None).noting("none on record").said("none on record".to_owned())),
    };
    let rows = vec![
        ("businesses", "Businesses enrolled in the year", count(totals.businesses, "businesses")),
        ("deployments", "Awards", count(totals.deployments, "awards")),
        ("dollars_awarded", "Dollars awarded", amount(totals.awarded_cents, Unit::Cents)),
        ("dollars_delivered", "Dollars delivered", delivered),
        ("services", "Services", count(totals.services, "services")),
        ("advisor_time", "Advisor hours", amount(totals.minutes, Unit::Minutes)),
        ("referrals_decided", "Referrals that partners decided on", count(totals.decided, "referrals")),
        ("referrals_accepted", "Of these, accepted", count(totals.accepted, "referrals")),
    ];
    section(
        "totals",
        "Everyone, exactly",
        vec![
            Block::Aside("Counted without demographics, so these figures are exact.".to_owned()),
            Block::Table(list("totals", "", "Everyone, exactly", Look::Facts, rows)),
        ],
    )
}

/// Questions that are asked and of which no measure is made.
fn others(report: &Report) -> Section {
    let facts = report.others.iter().map(|(question, coverage)| {
        let (lead, rest) = answers(coverage, report.threshold);
        (question.label().to_owned(), format!("{lead}{rest}"))
    });
    let mut blocks = vec![
        Block::Aside("Only how many answered is counted here. What they answered stands in no figure of this report.".to_owned()),
        Block::Facts(facts.collect()),
    ];
    let tables = report.others.iter().map(|(question, coverage)| Block::Table(answered(question.code(), coverage, report.threshold, None)));
    blocks.extend(tables);
    section("others", "Other questions about owners", blocks)
}

fn who_pays(report: &Report) -> Section {
    let rows = report.sources.iter().zip(1..).map(|(source, number)| Row {
        // Why a number and not the name: two names may differ in signs that an id has no place for.
        key: format!("source-{number}"),
        name: source.source.clone(),
        more: None,
        under: None,
        cells: vec![
            Cell::Number(
                Number::new(Kind::Amount(source.unit), Some(Value::Whole(source.awarded.into())))
                    .said(crate::values::Amount { value: source.awarded, unit: source.unit }.to_string()),
            ),
            count(source.deployments, "awards"),
        ],
    });
    let table = Table {
        key: "who_pays".to_owned(),
        scheme: "funding_source".to_owned(),
        title: "Awards by funding source".to_owned(),
        rows_are: "Source".to_owned(),
        look: Look::Grid,
        columns: vec![column("awarded", "Awarded", true), column("awards", "Awards", true)],
        rows: rows.collect(),
    };
    section("pays", "Who pays", vec![Block::Table(table)])
}

fn trust(report: &Report) -> Section {
    let facts = [
        ("What is counted", format!("{}.", capital(UNIT))),
        ("Who is counted", format!("{}.", capital(POOL))),
        ("Repeats", "Awards are counted once each; a business with several is one business in every rate and test.".to_owned()),
        (
            "What is hidden and why",
            format!(
                "No line, and no difference between lines, describes fewer than {} businesses. Groups too small stand together in one line. \
                 A money line is also merged where one or two businesses would be nearly all of it, and rounded where its exact sum could be \
                 solved for the businesses behind it.",
                report.threshold
            ),
        ),
        (
            "What is never done",
            "Nothing is guessed or filled in. Answered, declined, skipped, not asked and unknown are counted apart, and so is what was read \
             out to staff. A certificate is no answer."
                .to_owned(),
        ),
    ];
    let facts = facts.into_iter().map(|(name, words)| (name.to_owned(), words)).collect();
    section("trust", "Can you trust this?", vec![Block::Facts(facts)])
}

fn method(report: &Report) -> Section {
    let paragraph = |words: &str| Block::Paragraph(String::new(), words.to_owned());
    section(
        "method",
        "How it is made",
        vec![
            paragraph(
                "A range is a 95 % confidence interval: Wilson's for a share, Katz's for a ratio of rates, Newcombe's for a difference, \
                 Welch's for a difference of means. The chance is the mid-P of Fisher's exact test. “Whatever the others would answer” is \
                 the worst and the best case over everybody without an answer.",
            ),
            paragraph(
                "“Gap” and “Above” need a ratio below 0.8 or above 1.25 whose whole range lies on that side of 1, and at least ten businesses \
                 in each of the four counts. Several groups are compared, so expect a stray result now and then. No clear difference is no \
                 proof of equal treatment.",
            ),
            Block::Aside(format!(
                "This is a management report for {}, not a disparity study and not a legal finding. It compares clients with one another{}.",
                report.period,
                if report.compared.is_some() {
                    ", and with the businesses of the area where it says so"
                } else {
                    ", not with the businesses of the region"
                }
            )),
        ],
    )
}

/// How many answered, and why the others did not: what is heavy, and the rest.
fn answers(coverage: &Coverage, threshold: u32) -> (String, String) {
    let pool = grouped(coverage.pool.into());
    match &coverage.answers {
        Answers::Shown { answered, response_rate, silent } => {
            let rate = response_rate.map(|rate| format!(" ({:.0}%)", rate * 100.0)).unwrap_or_default();
            let why: String = silent
                .iter()
                .filter(|(_, count)| *count > 0)
                .map(|(reasons, count)| format!(" {}: {}.", capital(&silences(reasons)), grouped((*count).into())))
                .collect();
            (format!("{} of {pool} businesses have an answer", grouped((*answered).into())), format!("{rate}.{why}"))
        }
        Answers::FewSilent => (format!("All but fewer than {threshold} of {pool} businesses have an answer."), String::new()),
        Answers::FewAnswered => {
            (format!("Fewer than {threshold} of {pool} businesses have an answer."), " Nothing can be compared yet.".to_owned())
        }
    }
}

/// The same as figures, with who read an answer out where that is counted.
fn answered(by: &str, coverage: &Coverage, threshold: u32, read_out: Option<ReadOut>) -> Table {
    let few = || Cell::Hidden(format!("fewer than {threshold}"));
    let mut rows = vec![("all".to_owned(), "All".to_owned(), count(coverage.pool, "businesses"), Cell::Empty)];
    match &coverage.answers {
        Answers::Shown { answered, response_rate, silent } => {
            let rate = Number::new(Kind::Share, response_rate.map(Value::Real));
            rows.push(("answered".to_owned(), "Answered".to_owned(), count(*answered, "businesses"), Cell::Number(rate)));
            rows.extend(silent.iter().map(|(reasons, number)| {
                let name = silences(reasons);
                (crate::document::slug(&name), capital(&name), count(*number, "businesses"), Cell::Empty)
            }));
        }
        Answers::FewSilent => rows.push(("no-answer".to_owned(), "No answer".to_owned(), few(), Cell::Empty)),
        Answers::FewAnswered => rows.push(("answered".to_owned(), "Answered".to_owned(), few(), Cell::Empty)),
    }
    let read_out = read_out.map(|read_out| match read_out {
        ReadOut::Nobody => count(0, "businesses"),
        ReadOut::Shown(number) => count(number, "businesses"),
        ReadOut::Few => Cell::Hidden(format!("fewer than {threshold}, or all but fewer than {threshold}")),
    });
    rows.extend(read_out.map(|cell| ("read-out".to_owned(), "Read out to staff".to_owned(), cell, Cell::Empty)));
    Table {
        key: "coverage".to_owned(),
        scheme: by.to_owned(),
        title: "Who answered".to_owned(),
        rows_are: "Businesses".to_owned(),
        look: Look::Files,
        columns: vec![column("count", "Businesses", true), column("share_of_all", "Of all", true)],
        rows: rows
            .into_iter()
            .map(|(key, name, number, share)| Row { key, name, more: None, under: None, cells: vec![number, share] })
            .collect(),
    }
}

/// "declined or unknown".
fn silences(reasons: &[Silence]) -> String {
    let words: Vec<&str> = reasons
        .iter()
        .map(|reason| match reason {
            Silence::Declined => "declined",
            Silence::Skipped => "skipped",
            Silence::NotAsked => "not asked",
            Silence::Unknown => "unknown",
        })
        .collect();
    words.join(" or ")
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
