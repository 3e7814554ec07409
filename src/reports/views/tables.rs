//! The tables of one dimension; the dot plot is one of them: every row of the chart is a row of the table.

use super::tag;
use crate::chart::{percent, place};
use crate::equity::Dimension;
use crate::equity::cells::Measure;
use crate::equity::coverage::{Answers, Coverage, ReadOut};
use crate::equity::protect::Line;
use crate::equity::table::{Against, AmountLine, Comparison, RateLine, ShareLine, Table};
use crate::reports::Section;
use crate::reports::files::{named, silences};
use crate::values::{Amount, Unit, grouped};
use crate::web::parts;
use maud::{Markup, html};

fn words(dimension: Dimension) -> (&'static str, &'static str) {
    match dimension {
        Dimension::Race => ("race", "By race and ethnicity"),
        Dimension::Sex => ("sex", "By sex"),
    }
}

pub(super) fn dimension(section: &Section) -> Markup {
    let ((id, title), tables) = (words(section.dimension), &section.tables);
    let drawn: [(&str, Measure, Option<Markup>); 6] = [
        (
            "How many businesses were reached",
            Measure::Businesses,
            tables.businesses.as_ref().map(|table| shares(section, table, "businesses")),
        ),
        (
            "How often each group got a resource",
            Measure::Resource,
            tables.resource.as_ref().map(|table| rates(section, table, "got a resource")),
        ),
        (
            "How often a partner said yes",
            Measure::Referrals,
            tables.referrals.as_ref().map(|table| rates(section, table, "had a partner say yes, of those a partner decided on")),
        ),
        ("Dollars awarded", Measure::Dollars, tables.dollars.as_ref().map(|table| amounts(section, table, Unit::Cents))),
        ("Advisor hours", Measure::Hours, tables.minutes.as_ref().map(|table| amounts(section, table, Unit::Minutes))),
        ("Number of awards", Measure::Deployments, tables.deployments.as_ref().map(|table| shares(section, table, "awards"))),
    ];
    let hidden: Vec<&(&str, Measure, Option<Markup>)> = drawn.iter().filter(|(_, _, table)| table.is_none()).collect();
    html! {
        section class="card newpage" aria-labelledby=(id) {
            div class="cap" { h2 id=(id) { (title) } }
            div class="in stack" {
                (coverage(section))
                @for (heading, _, table) in &drawn { @if let Some(table) = table { h3 { (heading) } (table) } }
                @if hidden.len() == drawn.len() {
                    p class="gone" { span { "Nothing can be shown by group yet: too few businesses have an answer. All are counted in the totals." } }
                } @else if !hidden.is_empty() {
                    h3 { "Not shown, and why" }
                    ul class="stack" { @for (heading, measure, _) in hidden { li class="gone" { span { b { (heading) ". " } (measure.why_withheld(tables.threshold)) } } } }
                }
                p class="small dim" { "A business can be in several groups, so counts may add up to more than those who answered." }
            }
        }
    }
}

fn coverage(section: &Section) -> Markup {
    let threshold = section.tables.threshold.get();
    html! {
        p {
            (answers(&section.tables.coverage, threshold))
            @match section.tables.read_out {
                ReadOut::Nobody => {},
                ReadOut::Few => { "A few answers were read out to staff, who wrote them down: fewer than " (threshold) ", or all but fewer than " (threshold) "." },
                ReadOut::Shown(count) => { (grouped(count.into())) " of those who answered read an answer out to staff, who wrote it down." },
            }
        }
    }
}

/// How many answered, and why the others did not.
pub(super) fn answers(coverage: &Coverage, threshold: u32) -> Markup {
    let pool = grouped(coverage.pool.into());
    html! {
            @match &coverage.answers {
                Answers::Shown { answered, response_rate, silent } => {
                    b { (grouped((*answered).into())) " of " (pool) " businesses have an answer" }
                    @if let Some(rate) = response_rate { " (" (whole_percent(*rate)) ")" } ". "
                    @for (reasons, count) in silent { @if *count > 0 { (capital(&silences(reasons))) ": " (grouped((*count).into())) ". " } }
                },
                Answers::FewSilent => { b { "All but fewer than " (threshold) " of " (pool) " businesses have an answer." } },
                Answers::FewAnswered => { b { "Fewer than " (threshold) " of " (pool) " businesses have an answer." } " Nothing can be compared yet." },
            }
    }
}

fn line_name(line: Line, dimension: Dimension) -> Markup {
    html! {
        (named(line, dimension))
        @if line.groups.len() > 1 { br; span class="small dim" { "together: too few to be shown apart" } }
    }
}

fn shares(section: &Section, table: &Table<ShareLine>, what: &str) -> Markup {
    let title = format!("{}, number of {what}", words(section.dimension).1);
    parts::scroll(
        &title,
        html! {
            table class="grid" {
                caption class="vh" { (title) }
                thead { tr {
                    th scope="col" { "Group" } th scope="col" class="n" { (capital(what)) } th scope="col" class="n" { "Of those who answered" }
                    th scope="col" class="n" { "Of all" } th scope="col" class="n" { "Whatever the others would answer" }
                } }
                tbody { @for line in &table.lines {
                    tr {
                        th scope="row" { (line_name(line.line, section.dimension)) }
                        td class="n" { (grouped(line.count.into())) }
                        td class="n" { (share(line.of_known)) @if let Some(ends) = line.of_known_interval { br; span class="small dim" { (range(ends.low, ends.high)) } } }
                        td class="n" { (share(line.of_all)) }
                        td class="n" { @if let Some(ends) = line.bounds.and_then(|bounds| bounds.bounds) { (range(ends.low, ends.high)) } }
                    }
                } }
            }
        },
    )
}

fn rates(section: &Section, table: &Table<RateLine>, deed: &str) -> Markup {
    html! {
        p class="dim" {
            @match table.against {
                Against::OthersWhoAnswered => "Compared with all other businesses that answered. ",
                Against::AllOthers => "Compared with all other businesses, with or without an answer. ",
                Against::Nobody => "There is nobody to compare with. ",
            }
            "Filled dot: the range stays on one side of “same rate”. Open dot: it does not."
        }
        table class="plot" {
            caption class="vh" { (words(section.dimension).1) ": how often businesses " (deed) }
            thead { tr {
                th scope="col" { "Group" }
                th scope="col" class="g" { (axis()) span class="vh" { "Times as often as the others" } }
                th scope="col" class="v" { "Times as often, 95% range" }
            } }
            tbody { @for line in &table.lines { (rate(section, line)) } }
        }
        (key())
        details { summary { "See the numbers" } (numbers(section, table, deed)) }
    }
}

/// Where the axis is marked, in words, and which mark is "same rate".
const TICKS: [(f64, &str, bool); 5] =
    [(0.5, "0.5×", false), (0.75, "0.75×", false), (1.0, "1×", true), (1.5, "1.5×", false), (2.0, "2×", false)];

fn axis() -> Markup {
    html! {
        svg aria-hidden="true" focusable="false" {
            text class="tx" x="0" y="12" { "← less often" }
            text class="tx b" x="50%" y="12" text-anchor="middle" { "same rate" }
            text class="tx" x="100%" y="12" text-anchor="end" { "more often →" }
            @for (ratio, words, is_same) in TICKS { text class=(if is_same { "tx b" } else { "tx" }) x=(percent(place(ratio).percent)) y="32" text-anchor="middle" { (words) } }
        }
    }
}

fn rate(section: &Section, line: &RateLine) -> Markup {
    html! {
        tr {
            th scope="row" { (line_name(line.line, section.dimension)) br; span class="small dim num" { (line.x) " of " (line.n) " businesses" } }
            @match line.comparison.as_ref().filter(|comparison| comparison.ratio.ratio.is_some()) {
                Some(comparison) => { td class="g" { (plot(comparison)) } td class="v" { (times(comparison)) } },
                None => td class="gone" colspan="2" { span { @if line.n == 0 { "Nobody here yet." } @else { "Not compared." } } },
            }
        }
    }
}

fn times(comparison: &Comparison) -> Markup {
    html! {
        @if let Some(ratio) = comparison.ratio.ratio { b { (format!("{ratio:.2}×")) } }
        @if let Some(ends) = comparison.ratio.interval { " " span class="small dim" { (format!("{:.2} to {:.2}", ends.low, ends.high)) } }
        br; (tag(comparison.tag))
    }
}

fn plot(comparison: &Comparison) -> Markup {
    let Some(ratio) = comparison.ratio.ratio else { return html! {} };
    let (dot, band) = (place(ratio), (place(0.8).percent, place(1.25).percent));
    let is_clear = comparison.ratio.interval.is_some_and(|ends| ends.low > 1.0 || ends.high < 1.0);
    html! {
        svg aria-hidden="true" focusable="false" {
            rect class="bd" x=(percent(band.0)) y="0" width=(percent(band.1 - band.0)) height="100%" {}
            @for (tick, _, is_same) in TICKS { @let at = percent(place(tick).percent); line class=(if is_same { "rf" } else { "ax" }) x1=(at) x2=(at) y1="0" y2="100%" {} }
            @if let Some(ends) = comparison.ratio.interval { line class="wh" x1=(percent(place(ends.low).percent)) x2=(percent(place(ends.high).percent)) y1="50%" y2="50%" {} }
            @if dot.is_beyond { text class="tx b" x=(percent(dot.percent)) y="50%" dy="5" text-anchor=(if ratio > 1.0 { "end" } else { "start" }) { (if ratio > 1.0 { "→" } else { "←" }) } }
            @else { circle class=(if is_clear { "pt" } else { "pt open" }) cx=(percent(dot.percent)) cy="50%" r="7" {} }
        }
    }
}

fn key() -> Markup {
    html! {
        p class="key" {
            span { svg width="44" height="16" aria-hidden="true" { line class="wh" x1="4" x2="40" y1="8" y2="8" {} circle class="pt" cx="22" cy="8" r="6" {} } "rate and 95% range" }
            span { svg width="26" height="16" aria-hidden="true" { rect class="bd" width="26" height="16" {} } "0.8 to 1.25, a common warning band, not a legal test" }
        }
    }
}

fn numbers(section: &Section, table: &Table<RateLine>, deed: &str) -> Markup {
    let title = format!("{}: how many businesses {deed}", words(section.dimension).1);
    parts::scroll(
        &title,
        html! {
            table class="grid" {
                caption class="vh" { (title) }
                thead { tr {
                    th scope="col" { "Group" } th scope="col" class="n" { "Of 100" } th scope="col" class="n" { "Others, of 100" } th scope="col" class="n" { "Difference" }
                    th scope="col" class="n" { "Chance alone (p)" } th scope="col" class="n" { "Whatever the others would answer" } th scope="col" { "Could it turn?" }
                } }
                tbody { @for line in &table.lines {
                    tr {
                        th scope="row" { (line_name(line.line, section.dimension)) }
                        td class="n" { (share(line.rate)) @if let Some(ends) = line.interval { br; span class="small dim" { (range(ends.low, ends.high)) } } }
                        @match &line.comparison {
                            None => { td {} td {} td {} td {} td {} },
                            Some(comparison) => {
                                td class="n" { (comparison.others_x) " of " (comparison.others_n) }
                                td class="n" { @if let Some(difference) = &comparison.difference { (points(difference.difference)) br; span class="small dim" { (points(difference.interval.low)) " to " (points(difference.interval.high)) } } }
                                td class="n" { (p_value(comparison.mid_p)) }
                                td class="n" { @if let Some((low, high)) = comparison.bounds.as_ref().and_then(|bounds| bounds.low.zip(bounds.high)) { (format!("{low:.2}× to {high:.2}×")) } }
                                td { (turning(comparison)) }
                            },
                        }
                    }
                } }
            }
        },
    )
}

fn turning(comparison: &Comparison) -> Markup {
    html! {
        @match comparison.bounds.as_ref() {
            None => {},
            Some(bounds) => @match bounds.tipping {
                Some(number) => { "Yes: " (number) " of those without an answer could carry it across 0.8." },
                None => "No: it stands whatever the others would answer.",
            },
        }
    }
}

fn amounts(section: &Section, table: &Table<AmountLine>, unit: Unit) -> Markup {
    let what = if unit == Unit::Cents { "dollars awarded" } else { "advisor hours" };
    let title = format!("{}: {what}", words(section.dimension).1);
    let shown = |value: i128| Amount { value: i64::try_from(value).unwrap_or(i64::MAX), unit }.to_string().replace(" advisor hours", "");
    let mean = |value: f64| shown(to_integer(value));
    parts::scroll(
        &title,
        html! {
            table class="grid" {
                caption class="vh" { (title) }
                thead { tr {
                    th scope="col" { "Group" } th scope="col" class="n" { (capital(what)) } th scope="col" class="n" { "Of those who answered" } th scope="col" class="n" { "Of all" }
                    th scope="col" class="n" { "Per business" } th scope="col" class="n" { "Middle business" } th scope="col" class="n" { "Times the others' mean" }
                } }
                tbody { @for line in &table.lines {
                    tr {
                        th scope="row" { (line_name(line.line, section.dimension)) br; span class="small dim num" { (line.businesses) " businesses" } }
                        td class="n" { (shown(line.total)) @if line.is_rounded { br; span class="small dim" { "rounded" } } }
                        td class="n" { (share(line.of_known)) }
                        td class="n" { (share(line.of_all)) }
                        td class="n" { @if let Some(value) = line.per_business { (mean(value)) } }
                        td class="n" { @if let Some(middle) = line.median { (shown(middle)) } }
                        td class="n" { @if let Some(ratio) = line.comparison.and_then(|comparison| comparison.ratio_of_means) { (format!("{ratio:.2}×")) } }
                    }
                } }
            }
        },
    )
}

#[expect(clippy::cast_possible_truncation, reason = "a mean of cents or minutes for the page, rounded")]
fn to_integer(value: f64) -> i128 {
    value.round() as i128
}

fn share(share: Option<f64>) -> String {
    share.map(one_decimal_percent).unwrap_or_default()
}

fn one_decimal_percent(share: f64) -> String {
    format!("{:.1}%", share * 100.0)
}

fn whole_percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0)
}

fn range(low: f64, high: f64) -> String {
    format!("{:.1}% to {:.1}%", low * 100.0, high * 100.0)
}

fn points(difference: f64) -> String {
    format!("{:+.1}", difference * 100.0).replace('-', "−")
}

fn p_value(p: f64) -> String {
    if p < 0.001 { "under 0.001".to_owned() } else { format!("{p:.3}") }
}

pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
