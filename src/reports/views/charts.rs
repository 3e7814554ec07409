//! Charts other than dot plots as markup. Places are in percent and words keep their size, so a chart is read on any screen.

use crate::chart::{Area, Painted, Panel, Scale, Share, in_percent, percent};
use crate::document::{Bars, Chart, Curve, Map, Panels, Picture};
use maud::{Markup, html};

/// A chart with the words on how it is read.
pub(super) fn chart(chart: &Chart) -> Markup {
    html! {
        p class="dim" { (chart.reading) }
        @match &chart.picture {
            Picture::Panels(panels) => (several(chart, panels)),
            Picture::Bars(bars) => (rows(chart, bars)),
            Picture::Curve(curve) => (line(chart, curve)),
            Picture::Map(map) => (painted(chart, map)),
        }
    }
}

/// Where the plane of a panel lies in its picture, in percent: left, top, width, height.
const PANEL: (f64, f64, f64, f64) = (13.0, 6.0, 85.0, 76.0);
/// The same of a curve.
const CURVE: (f64, f64, f64, f64) = (14.0, 3.0, 83.0, 83.0);

/// Places in percent of a plane as steps of a path.
fn path(places: &[(f64, f64)]) -> String {
    let steps = places.iter().enumerate().map(|(at, (x, y))| format!("{}{x:.0} {y:.0}", if at == 0 { "M" } else { "L" }));
    steps.collect()
}

fn plane((left, top, width, height): (f64, f64, f64, f64), inside: &Markup) -> Markup {
    html! { svg x=(percent(left)) y=(percent(top)) width=(percent(width)) height=(percent(height)) viewBox="0 0 100 100" preserveAspectRatio="none" { (inside) } }
}

/// A place of a plane as a place of the picture.
fn on((left, top, width, height): (f64, f64, f64, f64), (x, y): (f64, f64)) -> (f64, f64) {
    (left + width * x / 100.0, top + height * y / 100.0)
}

fn several(chart: &Chart, panels: &Panels) -> Markup {
    html! {
        div class="multi" { @for panel in panels.of(&chart.table) { figure {
            figcaption { span { (panel.name) @if !panel.under.is_empty() { br; span class="small dim num" { (panel.under) } } } }
            @if panel.is_drawn() { (one(&panel, panels)) } @else { p class="hid" { (panel.instead) } }
        } } }
        p class="key" {
            span { svg width="36" height="16" aria-hidden="true" { path class="ln" d="M3 8H33" {} } "the group" }
            span { svg width="36" height="16" aria-hidden="true" { path class="ln all" d="M3 8H33" {} } "all" }
            span { svg width="26" height="16" aria-hidden="true" { rect class="gp" width="26" height="16" {} } "the difference" }
        }
    }
}

fn one(panel: &Panel, panels: &Panels) -> Markup {
    let count = panels.stations.len();
    let line = in_percent(&panel.line, count);
    let end = on(PANEL, line.last().copied().unwrap_or_default());
    // A line that stops early falls from the left: its number stands clear of it on the right.
    let is_short = panel.line.len() < count;
    let named = |at: usize| panels.stations.get(at).map_or("", |(_, name)| name.as_str());
    html! {
        svg class="pan" role="img" aria-label=(panels.in_words(panel)) {
            text class="tx" x="11%" y="10%" text-anchor="end" { "100" }
            text class="tx" x="11%" y="82%" text-anchor="end" { "0" }
            (plane(PANEL, &html! {
                path class="ax" fill="none" d="M0 0V100H100" {}
                path class="gp" d={ (path(&panel.between(count))) "Z" } {}
                path class="ln all" d=(path(&in_percent(&panel.all, count))) {}
                path class="ln" d=(path(&line)) {}
            }))
            circle class="pt" cx=(percent(end.0)) cy=(percent(end.1)) r="3" {}
            text class="tx b" x=(percent(end.0)) y=(percent(end.1)) dx=[is_short.then_some("7")] dy=(if panel.ends_below() && !is_short { "18" } else { "-8" }) text-anchor=[(!is_short).then_some("end")] { (panel.end) }
            text class="tx" x="13%" y="97%" { (named(0)) }
            text class="tx mid" x="55%" y="97%" text-anchor="middle" { (named(count / 2)) }
            text class="tx" x="98%" y="97%" text-anchor="end" { (named(count.saturating_sub(1))) }
        }
    }
}

fn rows(chart: &Chart, bars: &Bars) -> Markup {
    let (rows, scale, ticks) = bars.of(&chart.table);
    let drawn = chart.table.columns.iter().find(|column| column.key == bars.drawn).map_or("", |column| column.heading.as_str());
    html! {
        table class="plot bars" {
            caption class="vh" { (chart.table.title) }
            thead { tr {
                th scope="col" { (chart.table.rows_are) }
                th scope="col" class="g" {
                    svg aria-hidden="true" focusable="false" { @for (tick, words) in scale.ticks.iter().zip(&ticks) { text class="tx" x=(percent(tick.percent)) y="32" text-anchor=(held(tick.percent)) { (words) } } }
                    span class="vh" { (drawn) }
                }
                th scope="col" class="v" { (drawn) }
            } }
            tbody { @for row in &rows { tr {
                th scope="row" { (row.name) @if !row.under.is_empty() { br; span class="small dim num" { (row.under) } } }
                @match &row.bar {
                    Some(bar) => {
                        td class="g" { svg aria-hidden="true" focusable="false" {
                            (marks(&scale))
                            @let (from, width) = bar.field(&scale);
                            rect class="fl" x=(percent(from)) y="28%" width=(percent(width)) height="44%" {}
                            @if let Some((low, high)) = bar.ends { line class="in-range" x1=(percent(scale.percent(low))) x2=(percent(scale.percent(high))) y1="50%" y2="50%" {} }
                        } }
                        td class="v" { b { (bar.words) } @if !bar.range.is_empty() { " " span class="small dim" { (bar.range) } } }
                    },
                    None => td class="gone" colspan="2" { span { (row.instead) } },
                }
            } } }
        }
    }
}

/// Words at an end of a scale stay inside of it.
fn held(percent: f64) -> &'static str {
    match percent {
        0.0 => "start",
        100.0 => "end",
        _ => "middle",
    }
}

fn marks(scale: &Scale) -> Markup {
    html! { @for tick in &scale.ticks { line class=(if tick.number == 0.0 { "rf" } else { "ax" }) x1=(percent(tick.percent)) x2=(percent(tick.percent)) y1="0" y2="100%" {} } }
}

fn line(chart: &Chart, curve: &Curve) -> Markup {
    let places: Vec<(f64, f64)> = curve.of(&chart.table).into_iter().map(Share::percent).collect();
    let heading = |key: &str| chart.table.columns.iter().find(|column| column.key == key).map_or("", |column| column.heading.as_str());
    html! {
        figure {
            figcaption { b { (curve.label) } span class="small dim" { ". Up: " (heading(&curve.up)) ". Across: " (heading(&curve.across)) "." } }
            svg class="lorenz" role="img" aria-label=(chart.in_words()) {
                @for at in [0.0, 50.0, 100.0] {
                    @let (x, y) = on(CURVE, (at, 100.0 - at));
                    text class="tx" x="12%" y=(percent(y)) dy="4" text-anchor="end" { (format!("{at:.0}%")) }
                    text class="tx" x=(percent(x)) y="93%" text-anchor="middle" { (format!("{at:.0}%")) }
                }
                (plane(CURVE, &html! {
                    path class="ax" fill="none" d="M0 0H100M0 50H100M0 100H100" {}
                    path class="gp" d={ (path(&places)) "L100 0L0 100Z" } {}
                    path class="same" d="M0 100L100 0" {}
                    path class="ln" d=(path(&places)) {}
                }))
            }
        }
        p class="key" { span { svg width="36" height="16" aria-hidden="true" { path class="same" d="M3 8H33" {} } "the same for all" } }
    }
}

fn painted(chart: &Chart, map: &Map) -> Markup {
    let hatch = format!("hatch-{}", chart.address());
    html! {
        svg class="heat" viewBox={ "0 0 " (map.size.0) " " (map.size.1) } role="img" aria-label=(chart.in_words()) {
            defs { pattern id=(hatch) width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" { path class="hatch" d="M0 0V7" {} } }
            @let areas = map.painted(&chart.table);
            @for (area, how) in &areas { path class=(step(*how)) fill=[fill(*how, &hatch)] fill-rule="evenodd" d=(outline(area)) {} }
            @for (number, (area, _)) in areas.iter().enumerate() { @for (x, y) in &area.labels { text x=(x) y=(y) { (number + 1) } } }
        }
        p class="key" { @for field in map.key(&chart.table) { span {
            svg width="26" height="16" aria-hidden="true" { rect class=(step(field.painted)) fill=[fill(field.painted, &hatch)] width="26" height="16" {} }
            (field.words)
        } } }
    }
}

fn step(painted: Painted) -> String {
    match painted {
        Painted::Hatched => String::new(),
        Painted::Step(step) => format!("m{step}"),
    }
}

fn fill(painted: Painted, hatch: &str) -> Option<String> {
    (painted == Painted::Hatched).then(|| format!("url(#{hatch})"))
}

/// An area as steps from corner to corner: short, because the corners are whole.
fn outline(area: &Area) -> String {
    let mut path = String::new();
    for ring in &area.rings {
        let Some(first) = ring.first() else { continue };
        path.push_str(&format!("M{} {}l", first.0, first.1));
        for (from, to) in ring.iter().zip(ring.iter().skip(1)) {
            let (x, y) = (to.0 - from.0, to.1 - from.1);
            path.push_str(&format!("{x}{}{y} ", if y < 0 { "" } else { " " }));
        }
        path.push('z');
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Cell, Column, Kind, Look, Number, Row, Table, Value};

    fn table(columns: &[&str], rows: Vec<(&str, Vec<Cell>)>) -> Table {
        let column = |key: &&str| Column { key: (*key).to_owned(), heading: key.replace('_', " "), is_read: true };
        let row = |(name, cells): (&str, Vec<Cell>)| Row {
            key: crate::document::slug(name),
            name: name.to_owned(),
            more: None,
            under: Some("66 businesses".to_owned()),
            cells,
        };
        Table {
            key: "made_up".to_owned(),
            scheme: "race".to_owned(),
            title: "Made up <table>".to_owned(),
            rows_are: "Group".to_owned(),
            look: Look::Grid,
            columns: columns.iter().map(column).collect(),
            rows: rows.into_iter().map(row).collect(),
        }
    }

    fn share(number: f64) -> Cell {
        Cell::Number(Number::new(Kind::Share, Some(Value::Real(number))))
    }

    fn count(number: i128) -> Cell {
        Cell::Number(Number::new(Kind::Count("businesses"), Some(Value::Whole(number))))
    }

    fn hidden() -> Cell {
        Cell::Hidden("fewer than 10".to_owned())
    }

    fn drawn(table: Table, picture: Picture) -> Chart {
        let words = |words: &str| words.to_owned();
        Chart { table, takeaway: words("It differs."), reading: words("Read it so."), source: words("Riverton & Sons, 2025."), picture }
    }

    fn panels() -> Chart {
        let stations = ["joined", "served", "referred", "accepted", "got_it"];
        let line = |shares: [f64; 5]| shares.map(share).to_vec();
        let rows = vec![
            ("All who answered", line([1.0, 0.89, 0.63, 0.42, 0.36])),
            ("Asian", line([1.0, 0.92, 0.67, 0.47, 0.41])),
            ("Black or African American", line([1.0, 0.88, 0.55, 0.32, 0.24])),
            ("Hispanic or Latino", [line([1.0, 0.91, 0.63, 0.0, 0.0])[..3].to_vec(), vec![hidden(), hidden()]].concat()),
            ("Native Hawaiian or Pacific Islander", vec![hidden(), hidden(), hidden(), hidden(), hidden()]),
        ];
        let instead = vec!["Hidden to protect groups of fewer than 10 clients. Counted in the totals.".to_owned(); 5];
        let stations_named = stations.map(|key| (key.to_owned(), key.replace('_', " "))).to_vec();
        drawn(table(&stations, rows), Picture::Panels(Panels { stations: stations_named, all: "all-who-answered".to_owned(), instead }))
    }

    fn bars() -> Chart {
        let within =
            |low, high| Cell::Number(Number::new(Kind::Share, Some(Value::Real(0.71))).within(Some((Value::Real(low), Value::Real(high)))));
        let rows = vec![("Referred", vec![within(0.4, 0.95)]), ("Accepted", vec![share(-0.12)]), ("Completed", vec![hidden()])];
        let instead = vec!["Hidden to protect groups of fewer than 10 clients. Counted in the totals.".to_owned(); 3];
        drawn(table(&["share_of_gap"], rows), Picture::Bars(Bars { drawn: "share_of_gap".to_owned(), instead }))
    }

    fn curve() -> Chart {
        let rows =
            vec![("0%", vec![share(0.0), share(0.0)]), ("50%", vec![share(0.5), share(0.1)]), ("100%", vec![share(1.0), share(1.0)])];
        let of = Curve { across: "businesses".to_owned(), up: "dollars".to_owned(), label: "Gini 0.40".to_owned() };
        drawn(table(&["businesses", "dollars"], rows), Picture::Curve(of))
    }

    fn map() -> Chart {
        let square =
            |left: i32| Area { rings: vec![vec![(left, 0), (left + 90, 0), (left + 90, 90), (left, 90)]], labels: vec![(left + 45, 45)] };
        let rows =
            vec![("1. Harbor", vec![count(12)]), ("2. Mill", vec![count(0)]), ("3. Dock", vec![hidden()]), ("Not known", vec![count(3)])];
        let areas = [0, 100, 200].map(square).to_vec();
        let of = Map { drawn: "enrolled".to_owned(), what: "businesses".to_owned(), size: (290, 90), areas };
        drawn(table(&["enrolled"], rows), Picture::Map(of))
    }

    #[test]
    fn each_picture_is_drawn_from_its_table_alone() {
        for (name, one) in [("panels", panels()), ("bars", bars()), ("curve", curve()), ("map", map())] {
            insta::assert_snapshot!(format!("{name}_page"), chart(&one).into_string().replace("><", ">\n<"));
            insta::assert_snapshot!(format!("{name}_file"), one.svg().replace("><", ">\n<"));
        }
    }

    #[test]
    fn what_is_hidden_is_in_no_mark_and_the_line_ends_before_it() {
        let (one, text) = (panels(), chart(&panels()).into_string());
        let Picture::Panels(of) = &one.picture else { panic!("panels") };
        let lengths: Vec<usize> = of.of(&one.table).iter().map(|panel| panel.line.len()).collect();
        assert_eq!(lengths, [5, 5, 3, 0]);
        assert!(text.contains("Hispanic or Latino: joined 100%, served 91%, referred 63%.") && text.matches("class=\"hid\"").count() == 1);
        let map = chart(&map()).into_string();
        assert_eq!(map.matches("fill=\"url(#hatch-made_up-race)\"").count(), 3, "none, not shown, and the key");
    }
}
