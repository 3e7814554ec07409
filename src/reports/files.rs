//! The report as one tidy table and as JSON. No instant and no name of who exported: the same report is the same bytes.

use super::benchmarks::figures::{Described, Entry, described, entries};
use super::{Report, Section};
use crate::equity::Dimension;
use crate::equity::Interval;
use crate::equity::cells::Measure;
use crate::equity::coverage::{Answers, Coverage, ReadOut, Silence};
use crate::equity::protect::Line;
use crate::equity::table::{Against, AmountLine, RateLine, ShareLine, Table};
use crate::error::{Error, Result};
use crate::values::{Vocabulary, is_formula_like};

/// One figure: a row of the table.
#[derive(Debug, Clone, serde::Serialize)]
struct Figure {
    table: &'static str,
    by: &'static str,
    group: String,
    measure: &'static str,
    value: Option<String>,
    low: Option<String>,
    high: Option<String>,
    unit: &'static str,
    note: String,
}

/// What stands above the figures of a JSON file.
#[derive(serde::Serialize)]
struct Document<'r> {
    format: &'static str,
    organization: &'r str,
    program: &'r str,
    period: String,
    audience: &'static str,
    threshold: u32,
    unit_of_count: &'static str,
    pool: &'static str,
    figures: Vec<Figure>,
    findings: Vec<Sentence<'r>>,
    benchmarks: Vec<Described>,
}

#[derive(serde::Serialize)]
struct Sentence<'r> {
    by: &'static str,
    tag: &'static str,
    text: &'r str,
    detail: Option<&'r str>,
}

/// What is counted, in words that every form of the report carries.
pub(super) const UNIT: &str =
    "a business; its groups are the answers of owners with 25 % or more together, and a business may be in several";
/// Who is counted.
pub(super) const POOL: &str = "businesses enrolled on some day of the year";

/// The report as CSV: UTF-8, CRLF, one figure a row.
pub fn csv(report: &Report) -> Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let broken = |cause: &dyn std::fmt::Display| Error::internal(format!("a table could not be written: {cause}"));
    writer
        .write_record([
            "organization",
            "program",
            "period",
            "audience",
            "threshold",
            "table",
            "by",
            "group",
            "measure",
            "value",
            "low",
            "high",
            "unit",
            "note",
        ])
        .map_err(|cause| broken(&cause))?;
    let (program, period, threshold) =
        (report.program.clone().unwrap_or_else(|| "all programs".to_owned()), report.period.to_string(), report.threshold.to_string());
    for figure in figures(report) {
        let cell = |value: &Option<String>| value.clone().unwrap_or_default();
        let row = [
            guarded(&report.organization),
            guarded(&program),
            period.clone(),
            "internal".to_owned(),
            threshold.clone(),
            figure.table.to_owned(),
            figure.by.to_owned(),
            guarded(&figure.group),
            figure.measure.to_owned(),
            cell(&figure.value),
            cell(&figure.low),
            cell(&figure.high),
            figure.unit.to_owned(),
            figure.note,
        ];
        writer.write_record(row).map_err(|cause| broken(&cause))?;
    }
    writer.into_inner().map_err(|cause| broken(&cause))
}

/// A text that a spreadsheet would take for a formula gets one apostrophe before it.
pub fn guarded(text: &str) -> String {
    if is_formula_like(text) { format!("'{text}") } else { text.to_owned() }
}

/// The report as JSON.
pub fn json(report: &Report) -> Result<Vec<u8>> {
    let findings = report.dimensions.iter().flat_map(|section| {
        section.findings.iter().map(|finding| Sentence {
            by: by(section.dimension),
            tag: finding.tag.words(),
            text: &finding.sentence,
            detail: finding.detail.as_deref(),
        })
    });
    let document = Document {
        format: "fairfloor-report-1",
        organization: &report.organization,
        program: report.program.as_deref().unwrap_or("all programs"),
        period: report.period.to_string(),
        audience: "internal",
        threshold: report.threshold,
        unit_of_count: UNIT,
        pool: POOL,
        figures: figures(report),
        findings: findings.collect(),
        benchmarks: described(report.compared.as_ref()),
    };
    let mut bytes = serde_json::to_vec_pretty(&document)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn by(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Race => "race_ethnicity",
        Dimension::Sex => "sex",
    }
}

fn figures(report: &Report) -> Vec<Figure> {
    let mut all = totals(report);
    all.extend(report.declared().map(|words| plain("about", "", "", "declaration", None, "", words)));
    for section in &report.dimensions {
        all.extend(coverage(section));
        let tables = &section.tables;
        let mut put = |measure: Measure, figures: Option<Vec<Figure>>| match figures {
            Some(figures) => all.extend(figures),
            None => all.push(plain(name(measure), by(section.dimension), "", "hidden", None, "", measure.why_withheld(tables.threshold))),
        };
        put(Measure::Businesses, tables.businesses.as_ref().map(|table| shares(section, "businesses", table)));
        put(Measure::Resource, tables.resource.as_ref().map(|table| rates(section, "got_a_resource", table)));
        put(Measure::Referrals, tables.referrals.as_ref().map(|table| rates(section, "referrals_accepted", table)));
        put(Measure::Dollars, tables.dollars.as_ref().map(|table| amounts(section, "dollars_awarded", "cents", table)));
        put(Measure::Hours, tables.minutes.as_ref().map(|table| amounts(section, "advisor_time", "minutes", table)));
        put(Measure::Deployments, tables.deployments.as_ref().map(|table| shares(section, "deployments", table)));
    }
    all.extend(entries(report.compared.as_ref()).into_iter().map(beside));
    for (question, coverage) in &report.others {
        all.extend(answered(question.code(), coverage, report.threshold));
    }
    all
}

/// A figure of the comparison with the area. Its id stands first in the note.
fn beside(entry: Entry) -> Figure {
    let note = if entry.note.is_empty() { entry.id } else { format!("{}: {}", entry.id, entry.note) };
    let (low, high) = entry.interval.map(|ends| (decimal(ends.low), decimal(ends.high))).unzip();
    let (by, measure, unit, value) = (entry.by, entry.measure, entry.unit, entry.value.map(decimal));
    Figure { table: "compared_with_the_area", by, group: entry.group, measure, value, low, high, unit, note }
}

fn name(measure: Measure) -> &'static str {
    match measure {
        Measure::Businesses => "businesses",
        Measure::Resource => "got_a_resource",
        Measure::Referrals => "referrals_accepted",
        Measure::Dollars => "dollars_awarded",
        Measure::Hours => "advisor_time",
        Measure::Deployments => "deployments",
    }
}

fn plain(
    table: &'static str,
    by: &'static str,
    group: &str,
    measure: &'static str,
    value: Option<String>,
    unit: &'static str,
    note: String,
) -> Figure {
    Figure { table, by, group: group.to_owned(), measure, value, low: None, high: None, unit, note }
}

fn totals(report: &Report) -> Vec<Figure> {
    let totals = &report.totals;
    let mut figures: Vec<Figure> = [
        ("businesses", Some(totals.businesses), "businesses"),
        ("deployments", Some(totals.deployments), "awards"),
        ("dollars_awarded", Some(totals.awarded_cents), "cents"),
        ("dollars_delivered", totals.delivered_cents, "cents"),
        ("services", Some(totals.services), "services"),
        ("advisor_time", Some(totals.minutes), "minutes"),
        ("referrals_decided", Some(totals.decided), "referrals"),
        ("referrals_accepted", Some(totals.accepted), "referrals"),
    ]
    .into_iter()
    .map(|(measure, value, unit)| {
        let note = if value.is_none() { "none on record" } else { "" };
        plain("totals", "everyone", "all", measure, value.map(|value| value.to_string()), unit, note.to_owned())
    })
    .collect();
    figures.extend(report.sources.iter().map(|source| {
        plain(
            "who_pays",
            "funding_source",
            &source.source,
            "awarded",
            Some(source.awarded.to_string()),
            source.unit.code(),
            format!("{} awards", source.deployments),
        )
    }));
    figures
}

fn coverage(section: &Section) -> Vec<Figure> {
    let by = by(section.dimension);
    let mut figures = answered(by, &section.tables.coverage, section.tables.threshold.get());
    let few = || format!("fewer than {0}, or all but fewer than {0}", section.tables.threshold.get());
    let (value, note) = match section.tables.read_out {
        ReadOut::Nobody => (Some("0".to_owned()), String::new()),
        ReadOut::Shown(count) => (Some(count.to_string()), String::new()),
        ReadOut::Few => (None, few()),
    };
    figures.push(plain("coverage", by, "read out to staff", "count", value, "businesses", note));
    figures
}

/// Who answered, and why the others did not.
fn answered(by: &'static str, coverage: &Coverage, threshold: u32) -> Vec<Figure> {
    let put = |group: &str, measure, value: Option<String>, note: String| plain("coverage", by, group, measure, value, "businesses", note);
    let pool = coverage.pool;
    let mut figures = vec![put("all", "pool", Some(pool.to_string()), POOL.to_owned())];
    match &coverage.answers {
        Answers::Shown { answered, response_rate, silent } => {
            figures.push(put("answered", "count", Some(answered.to_string()), String::new()));
            figures.push(put("answered", "share_of_all", response_rate.map(decimal), String::new()));
            figures.extend(silent.iter().map(|(reasons, count)| put(&silences(reasons), "count", Some(count.to_string()), String::new())));
        }
        Answers::FewSilent => figures.push(put("no answer", "count", None, format!("fewer than {threshold}"))),
        Answers::FewAnswered => figures.push(put("answered", "count", None, format!("fewer than {threshold}"))),
    }
    figures
}

/// "declined or unknown".
pub(super) fn silences(reasons: &[Silence]) -> String {
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

/// The name of a line: "Asian", "American Indian or Alaska Native; Hispanic or Latino", "no answer".
pub(super) fn named(line: Line, dimension: Dimension) -> String {
    let mut names: Vec<&str> = dimension.labels(line.groups);
    if line.no_answer {
        names.push("no answer");
    }
    names.join("; ")
}

fn row(
    section: &Section,
    table: &'static str,
    line: Line,
    measure: &'static str,
    unit: &'static str,
) -> impl Fn(Option<String>, Option<Interval>, String) -> Figure {
    let (by, group) = (by(section.dimension), named(line, section.dimension));
    move |value, interval, note| Figure {
        table,
        by,
        group: group.clone(),
        measure,
        value,
        low: interval.map(|ends| decimal(ends.low)),
        high: interval.map(|ends| decimal(ends.high)),
        unit,
        note,
    }
}

fn shares(section: &Section, name: &'static str, table: &Table<ShareLine>) -> Vec<Figure> {
    let mut figures = Vec::new();
    for line in &table.lines {
        let row = |measure, unit| row(section, name, line.line, measure, unit);
        let unit = if name == "deployments" { "awards" } else { "businesses" };
        figures.push(row("count", unit)(Some(line.count.to_string()), None, merged(line.line)));
        figures.push(row("share_of_known", "share")(line.of_known.map(decimal), line.of_known_interval, String::new()));
        figures.push(row("share_of_all", "share")(line.of_all.map(decimal), line.of_all_interval, String::new()));
        if let Some(bounds) = line.bounds {
            figures.push(row("share_whatever_the_others_would_answer", "share")(
                None,
                bounds.bounds,
                "worst and best case for those without an answer".to_owned(),
            ));
        }
    }
    figures
}

fn merged(line: Line) -> String {
    if line.groups.len() > 1 || (line.no_answer && !line.groups.is_empty()) {
        "merged: too few to be shown apart".to_owned()
    } else {
        String::new()
    }
}

fn rates(section: &Section, name: &'static str, table: &Table<RateLine>) -> Vec<Figure> {
    let mut figures = Vec::new();
    let against = against(table.against);
    for line in &table.lines {
        let row = |measure, unit| row(section, name, line.line, measure, unit);
        figures.push(row("with", "businesses")(Some(line.x.to_string()), None, merged(line.line)));
        figures.push(row("of", "businesses")(Some(line.n.to_string()), None, String::new()));
        figures.push(row("rate", "share")(line.rate.map(decimal), line.interval, "Wilson 95 %".to_owned()));
        if let Some(bounds) = &line.bounds {
            figures.push(row("rate_whatever_the_others_would_answer", "share")(None, bounds.bounds, String::new()));
        }
        let Some(comparison) = &line.comparison else { continue };
        figures.push(row("others_with", "businesses")(Some(comparison.others_x.to_string()), None, against.to_owned()));
        figures.push(row("others_of", "businesses")(Some(comparison.others_n.to_string()), None, against.to_owned()));
        figures.push(row("rate_ratio", "ratio")(
            comparison.ratio.ratio.map(decimal),
            comparison.ratio.interval,
            format!("{}; Katz 95 %", comparison.tag.words()),
        ));
        if let Some(difference) = &comparison.difference {
            figures.push(row("rate_difference", "share")(
                Some(decimal(difference.difference)),
                Some(difference.interval),
                "Newcombe 95 %".to_owned(),
            ));
        }
        figures.push(row("p_fisher", "p")(Some(decimal(comparison.fisher_p)), None, "two-sided".to_owned()));
        figures.push(row("p_mid", "p")(Some(decimal(comparison.mid_p)), None, "two-sided".to_owned()));
        if let Some(z) = &comparison.z {
            figures.push(row("p_z", "p")(Some(decimal(z.p)), None, "pooled two-proportion z".to_owned()));
        }
        if let Some(bounds) = &comparison.bounds {
            let ends = bounds.low.zip(bounds.high).map(|(low, high)| Interval { low, high });
            figures.push(row("rate_ratio_whatever_the_others_would_answer", "ratio")(None, ends, String::new()));
            let note = if bounds.tipping.is_none() {
                "no answer of theirs could carry the ratio across 0.8"
            } else {
                "answers that could carry the ratio across 0.8"
            };
            figures.push(row("tipping_number", "businesses")(bounds.tipping.map(|number| number.to_string()), None, note.to_owned()));
        }
    }
    figures
}

fn amounts(section: &Section, name: &'static str, unit: &'static str, table: &Table<AmountLine>) -> Vec<Figure> {
    let mut figures = Vec::new();
    let against = against(table.against);
    for line in &table.lines {
        let row = |measure, unit| row(section, name, line.line, measure, unit);
        let rounded =
            if line.is_rounded { "rounded, because an exact sum of so few could be solved for the businesses behind it" } else { "" };
        let note = [merged(line.line).as_str(), rounded].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join("; ");
        figures.push(row("total", unit)(Some(line.total.to_string()), None, note));
        figures.push(row("share_of_known", "share")(line.of_known.map(decimal), None, String::new()));
        figures.push(row("share_of_all", "share")(line.of_all.map(decimal), None, String::new()));
        figures.push(row("per_business", unit)(line.per_business.map(decimal), None, String::new()));
        figures.push(row("median", unit)(
            line.median.map(|middle| middle.to_string()),
            None,
            "to two digits; from 2k businesses on".to_owned(),
        ));
        let Some(comparison) = &line.comparison else { continue };
        figures.push(row("ratio_of_means", "ratio")(comparison.ratio_of_means.map(decimal), None, against.to_owned()));
        if let Some((low, high)) = comparison.difference {
            figures.push(Figure {
                low: Some(low.to_string()),
                high: Some(high.to_string()),
                ..row("difference_of_means", unit)(None, None, "Welch 95 %, to two digits".to_owned())
            });
        }
        let note = if comparison.p == Some(0.0) { "Mann-Whitney; under 0.005" } else { "Mann-Whitney, to two decimals" };
        let p = comparison.p.filter(|p| *p > 0.0).map(decimal);
        figures.push(row("p_ranks", "p")(p, None, note.to_owned()));
    }
    figures
}

fn against(against: Against) -> &'static str {
    match against {
        Against::OthersWhoAnswered => "compared with all other businesses that answered",
        Against::AllOthers => "compared with all other businesses, with or without an answer",
        Against::Nobody => "nobody to compare with",
    }
}

/// Six decimals, without a minus before zero: the same number is the same text.
fn decimal(number: f64) -> String {
    let text = format!("{number:.6}");
    if text == "-0.000000" { "0.000000".to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_in_a_name_opens_as_text() {
        assert_eq!(guarded("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(guarded("  +1+1"), "'  +1+1");
        assert_eq!(guarded("\tcmd"), "'\tcmd");
        assert_eq!(guarded("-5.2"), "-5.2");
        assert_eq!(guarded("Núñez Foods"), "Núñez Foods");
    }

    #[test]
    fn a_number_has_one_spelling() {
        assert_eq!(decimal(-0.000_000_01), "0.000000");
        assert_eq!(decimal(1.0 / 3.0), "0.333333");
    }
}
