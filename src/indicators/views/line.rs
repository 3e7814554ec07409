//! The line of an indicator over time against its target and its baseline, and the table of its figures. Places are in percent and words keep
//! their size, so the line is read on any screen.

use super::figure;
use crate::chart::{Scale, percent};
use crate::indicators::{Facts, Point, decimal, is_met, period_words};
use crate::values::grouped;
use crate::web::parts;
use maud::{Markup, html};

/// Where the plane lies in the picture, in percent: left, top, width, height.
const PLANE: (f64, f64, f64, f64) = (12.0, 5.0, 85.0, 80.0);

/// A place of the plane as a place of the picture.
fn on((x, y): (f64, f64)) -> (f64, f64) {
    let (left, top, width, height) = PLANE;
    (left + width * x / 100.0, top + height * y / 100.0)
}

/// Hundredths as a number of the scale.
fn number(hundredths: i64) -> f64 {
    // A line is drawn to the nearest pixel: what a number this large loses is not seen.
    #[expect(clippy::cast_precision_loss, reason = "a place on a screen")]
    let number = hundredths as f64;
    number / 100.0
}

/// Where each period stands, in percent of the plane.
fn across(place: usize, count: usize) -> f64 {
    let of = |count: usize| u32::try_from(count).map_or(0.0, f64::from);
    if count < 2 { 50.0 } else { of(place) / of(count - 1) * 100.0 }
}

/// Runs of periods that are over and have a figure: between them the line is broken.
fn runs(points: &[Point], scale: &Scale) -> Vec<Vec<(f64, f64)>> {
    let mut runs: Vec<Vec<(f64, f64)>> = vec![Vec::new()];
    for (place, point) in points.iter().enumerate() {
        match point.value.filter(|_| !point.is_running) {
            Some(value) => {
                let at = (across(place, points.len()), 100.0 - scale.percent(number(value)));
                if let Some(run) = runs.last_mut() {
                    run.push(at);
                }
            }
            None => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| run.len() > 1);
    runs
}

fn path(places: &[(f64, f64)]) -> String {
    places.iter().enumerate().map(|(at, (x, y))| format!("{}{x:.1} {y:.1}", if at == 0 { "M" } else { "L" })).collect()
}

/// The line in words, for those who do not see it.
fn in_words(facts: &Facts, points: &[Point]) -> String {
    let said: Vec<String> = points
        .iter()
        .map(|point| {
            let value = point.value.map_or_else(|| "nothing to count against".to_owned(), |value| figure(facts, value));
            format!("{}: {value}{}", period_words(point.period), if point.is_running { ", not over yet" } else { "" })
        })
        .collect();
    format!("{}. {}.", facts.name, said.join("; "))
}

/// The line, and the table under it.
pub(super) fn line(facts: &Facts, points: &[Point]) -> Markup {
    let target = facts.target.map(|(target, _)| target);
    let baseline = facts.baseline.as_ref().map(|baseline| baseline.value);
    let values = points.iter().filter_map(|point| point.value).chain(target).chain(baseline).map(number);
    let scale = Scale::over(values, 0.0);
    html! {
        @if points.iter().any(|point| point.value.is_some()) { (picture(facts, points, &scale, target, baseline)) }
        (table(facts, points))
    }
}

fn picture(facts: &Facts, points: &[Point], scale: &Scale, target: Option<i64>, baseline: Option<i64>) -> Markup {
    let (left, top, width, height) = PLANE;
    let level = |value: i64| 100.0 - scale.percent(number(value));
    let named = |place: usize| points.get(place).map(|point| period_words(point.period)).unwrap_or_default();
    html! {
        svg class="line" role="img" aria-label=(in_words(facts, points)) {
            @for tick in &scale.ticks {
                @let (x, y) = on((0.0, 100.0 - tick.percent));
                text class="tx" x=(percent(x)) y=(percent(y)) dx="-6" dy="4" text-anchor="end" { (tick_words(tick.number)) }
            }
            svg x=(percent(left)) y=(percent(top)) width=(percent(width)) height=(percent(height)) viewBox="0 0 100 100" preserveAspectRatio="none" {
                @for tick in &scale.ticks { path class="ax" fill="none" d={ "M0 " (format!("{:.1}", 100.0 - tick.percent)) "H100" } {} }
                @if let Some(target) = target { path class="same" d={ "M0 " (format!("{:.1}", level(target))) "H100" } {} }
                @if let Some(baseline) = baseline { path class="was" d={ "M0 " (format!("{:.1}", level(baseline))) "H100" } {} }
                @for run in runs(points, scale) { path class="ln" d=(path(&run)) {} }
            }
            @for (place, point) in points.iter().enumerate() { @if let Some(value) = point.value {
                @let (x, y) = on((across(place, points.len()), level(value)));
                circle class={ "pt" @if point.is_running { " open" } } cx=(percent(x)) cy=(percent(y)) r="4" {}
            } }
            text class="tx" x=(percent(left)) y="98%" { (named(0)) }
            @if points.len() > 1 { text class="tx" x="98%" y="98%" text-anchor="end" { (named(points.len() - 1)) } }
        }
        (key(target, baseline))
    }
}

fn key(target: Option<i64>, baseline: Option<i64>) -> Markup {
    html! {
        p class="key" {
            span { svg width="36" height="16" aria-hidden="true" { path class="ln" d="M3 8H33" {} } "over" }
            span { svg width="16" height="16" aria-hidden="true" { circle class="pt open" cx="8" cy="8" r="4" {} } "not over yet" }
            @if target.is_some() { span { svg width="36" height="16" aria-hidden="true" { path class="same" d="M3 8H33" {} } "target" } }
            @if baseline.is_some() { span { svg width="36" height="16" aria-hidden="true" { path class="was" d="M3 8H33" {} } "baseline" } }
        }
    }
}

/// A mark of the scale: whole where it is.
fn tick_words(number: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "marks of a scale are round numbers of a screen")]
    let hundredths = (number * 100.0).round() as i64;
    decimal(hundredths)
}

fn table(facts: &Facts, points: &[Point]) -> Markup {
    let counted = |unit: crate::measures::Unit, value: i64| unit.words(value);
    let (over, under) = (facts.definition.numerator.measure, facts.definition.denominator.as_ref().map(|count| count.measure));
    let target = facts.target.map(|(target, _)| target);
    parts::scroll(
        "Table: the figures of each period",
        html! {
            table class="grid" {
                thead { tr {
                    th scope="col" { "Period" }
                    th scope="col" class="num" { "Counted" }
                    @if under.is_some() { th scope="col" class="num" { "Against" } }
                    th scope="col" class="num" { "Figure" }
                    @if target.is_some() { th scope="col" { "Target" } }
                } }
                tbody {
                    @for point in points.iter().rev() {
                        tr {
                            th scope="row" { (period_words(point.period)) @if point.is_running { " " span class="small dim" { "not over yet" } } }
                            td class="num" { (counted(over.unit(), point.numerator)) }
                            @if let Some(under) = under { td class="num" { (point.denominator.map_or_else(|| grouped(0), |value| counted(under.unit(), value))) } }
                            td class="num" { @match point.value { Some(value) => b { (figure(facts, value)) }, None => span class="dim" { "None: nothing to count against" } } }
                            @if let Some(target) = target { td { @match point.value {
                                Some(value) if is_met(facts.direction, value, target) => "Reached",
                                Some(_) if point.is_running => "Not yet",
                                Some(_) => "Not reached",
                                None => "",
                            } } }
                        }
                    }
                }
            }
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::Period;

    #[test]
    fn a_line_is_broken_where_there_is_no_figure_and_ends_before_the_running_period() {
        let point =
            |month, value, is_running| Point { period: Period::Month(2026, month), numerator: 1, denominator: None, value, is_running };
        let points = [
            point(1, Some(100), false),
            point(2, Some(200), false),
            point(3, None, false),
            point(4, Some(400), false),
            point(5, Some(400), false),
            point(6, Some(900), true),
        ];
        let scale = Scale::over([0.0, 10.0], 0.0);
        let drawn: Vec<String> = runs(&points, &scale).iter().map(|run| path(run)).collect();
        assert_eq!(drawn, ["M0.0 90.0L20.0 80.0", "M60.0 60.0L80.0 60.0"]);
    }
}
