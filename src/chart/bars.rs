//! Bars from a line of 0, to the right and to the left, with an interval where there is one. The number stands beside its bar.

use super::{Drawing, Held, Ink, Mark, Scale, Words, lines};

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct BarRow {
    /// Of what.
    pub name: String,
    /// What it rests on: "27 of 66 businesses".
    pub under: String,
    /// Its bar; a row without one says why in `instead`.
    pub bar: Option<Bar>,
    /// "Hidden to protect groups of fewer than 10 businesses. Counted in the totals."
    pub instead: String,
}

/// A bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// How long: below 0 to the left.
    pub length: f64,
    /// A range around its end.
    pub ends: Option<(f64, f64)>,
    /// The number as it is written.
    pub words: String,
    /// The range as it is written.
    pub range: String,
}

impl Bar {
    /// Where it lies on a scale, in percent: its left end and its width. One of no length is a thin line.
    pub fn field(&self, scale: &Scale) -> (f64, f64) {
        let (zero, tip) = (scale.percent(0.0), scale.percent(self.length));
        (zero.min(tip), (zero - tip).abs())
    }
}

/// The scale that rows are drawn on.
pub fn scale(rows: &[BarRow], whole: f64) -> Scale {
    let bars = rows.iter().filter_map(|row| row.bar.as_ref());
    Scale::over(bars.flat_map(|bar| [Some(bar.length), bar.ends.map(|ends| ends.0), bar.ends.map(|ends| ends.1)]).flatten(), whole)
}

const WIDTH: f64 = 504.0;
const PLOT: (f64, f64) = (168.0, 400.0);
const NUMBERS: f64 = 412.0;
const AXIS: f64 = 20.0;
const NAME: f64 = 9.0;
const SMALL: f64 = 7.6;
const LEADING: f64 = 11.0;

/// Draws the rows in their order. `marks` are the words of the scale's ticks.
pub fn bars(rows: &[BarRow], scale: &Scale, ticks: &[String]) -> Drawing {
    let heights: Vec<f64> = rows.iter().map(height).collect();
    let bottom = AXIS + heights.iter().sum::<f64>();
    let x = |percent: f64| PLOT.0 + (PLOT.1 - PLOT.0) * percent / 100.0;
    let mut marks = Vec::new();
    for (tick, said) in scale.ticks.iter().zip(ticks) {
        let at = x(tick.percent);
        let is_zero = tick.number == 0.0;
        marks.push(Mark::Stroke(
            (at, AXIS),
            (at, bottom),
            if is_zero { Ink::Reference } else { Ink::Rule },
            if is_zero { 1.2 } else { 0.7 },
        ));
        // Words at an end of the scale stay inside of it.
        let held = if tick.percent <= 0.0 {
            Held::Start
        } else if tick.percent >= 100.0 {
            Held::End
        } else {
            Held::Middle
        };
        marks.push(words((at, 12.0), held, said, SMALL, false, Ink::Dim));
    }
    marks.push(Mark::Stroke((0.0, AXIS), (WIDTH, AXIS), Ink::Rule, 0.7));
    let mut top = AXIS;
    for (row, height) in rows.iter().zip(&heights) {
        draw(row, scale, (top, *height), &mut marks);
        top += height;
        marks.push(Mark::Stroke((0.0, top), (WIDTH, top), Ink::Rule, 0.7));
    }
    Drawing { width: WIDTH, height: bottom, marks }
}

fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

fn height(row: &BarRow) -> f64 {
    let said = lines(&row.name, NAME, PLOT.0 - 6.0).len() + usize::from(!row.under.is_empty());
    (number(said) * LEADING + 9.0).max(24.0)
}

fn words(at: (f64, f64), held: Held, text: &str, size: f64, is_bold: bool, ink: Ink) -> Mark {
    Mark::Words(Words { at, held, text: text.to_owned(), size, is_bold, ink })
}

fn draw(row: &BarRow, scale: &Scale, (top, height): (f64, f64), marks: &mut Vec<Mark>) {
    let named = lines(&row.name, NAME, PLOT.0 - 6.0);
    for (line, name) in named.iter().enumerate() {
        marks.push(words((0.0, top + 14.0 + number(line) * LEADING), Held::Start, name, NAME, true, Ink::Text));
    }
    if !row.under.is_empty() {
        marks.push(words((0.0, top + 14.0 + number(named.len()) * LEADING), Held::Start, &row.under, SMALL, false, Ink::Dim));
    }
    let middle = top + height / 2.0;
    let Some(bar) = &row.bar else {
        marks.push(Mark::Field(PLOT.0 - 2.0, top + 1.0, WIDTH - PLOT.0, height - 2.0, Ink::Step(0)));
        marks.push(words((PLOT.0, middle + 3.0), Held::Start, &row.instead, SMALL, false, Ink::Dim));
        return;
    };
    let x = |percent: f64| PLOT.0 + (PLOT.1 - PLOT.0) * percent / 100.0;
    let (from, width) = bar.field(scale);
    marks.push(Mark::Field(x(from), middle - 6.0, x(from + width) - x(from), 12.0, Ink::Step(4)));
    if let Some((low, high)) = bar.ends {
        marks.push(Mark::Stroke((x(scale.percent(low)), middle), (x(scale.percent(high)), middle), Ink::Text, 1.4));
    }
    marks.push(words((NUMBERS, middle + if bar.range.is_empty() { 3.0 } else { -1.5 }), Held::Start, &bar.words, 9.0, true, Ink::Text));
    if !bar.range.is_empty() {
        marks.push(words((NUMBERS, middle + 8.5), Held::Start, &bar.range, SMALL, false, Ink::Dim));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(length: Option<f64>) -> BarRow {
        let bar = length.map(|length| Bar { length, ends: None, words: format!("{length}"), range: String::new() });
        BarRow { name: "Referred".to_owned(), under: String::new(), bar, instead: "Hidden".to_owned() }
    }

    #[test]
    fn a_bar_begins_at_zero_and_goes_to_its_side() {
        let rows = [row(Some(-0.2)), row(Some(0.8)), row(Some(0.0))];
        let scale = scale(&rows, 0.0);
        let fields: Vec<(f64, f64)> = rows.iter().filter_map(|row| Some(row.bar.as_ref()?.field(&scale))).collect();
        assert_eq!(fields, [(0.0, 20.0), (20.0, 80.0), (20.0, 0.0)]);
    }

    #[test]
    fn the_scale_holds_the_ranges_and_a_row_without_a_bar_says_why() {
        let mut wide = row(Some(0.5));
        wide.bar = wide.bar.map(|bar| Bar { ends: Some((0.1, 1.4)), ..bar });
        let rows = [wide, row(None)];
        assert!(scale(&rows, 0.0).ends.1 >= 1.4);
        let drawn = bars(&rows, &scale(&rows, 0.0), &[]);
        assert!(drawn.marks.iter().any(|mark| matches!(mark, Mark::Words(words) if words.text == "Hidden")));
    }
}
