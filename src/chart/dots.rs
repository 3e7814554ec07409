//! The dot plot: ratios on a logarithmic scale, a row for each row of its table. Shape carries the meaning, not color: a filled dot is a
//! range that stays on one side of "same rate", an open one is a range that does not.

use super::{BAND, Drawing, Held, Ink, Mark, TICKS, Words, lines, place};

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct DotRow {
    /// The group.
    pub name: String,
    /// What its number rests on: "27 of 66 businesses".
    pub under: String,
    /// Its dot; a row without one says why in `instead`.
    pub dot: Option<Dot>,
    /// "Hidden to protect groups of fewer than 10 businesses. Counted in the totals."
    pub instead: String,
}

/// A ratio, its range, and what it comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// Times as often.
    pub ratio: f64,
    /// 95 % range.
    pub ends: Option<(f64, f64)>,
    /// The ratio as it is written: "0.58×".
    pub words: String,
    /// The range as it is written: "0.42 to 0.80".
    pub range: String,
    /// "Gap, unlikely to be chance".
    pub tag: String,
}

impl Dot {
    /// Whether the range leaves out 1.
    pub fn is_clear(&self) -> bool {
        self.ends.is_some_and(|(low, high)| low > 1.0 || high < 1.0)
    }
}

const WIDTH: f64 = 504.0;
const PLOT: (f64, f64) = (168.0, 372.0);
const NUMBERS: f64 = 386.0;
const AXIS: f64 = 30.0;
const NAME: f64 = 9.0;
const SMALL: f64 = 7.6;
const LEADING: f64 = 11.0;

/// Draws the rows in their order, with the axis above.
pub fn dots(rows: &[DotRow]) -> Drawing {
    let heights: Vec<f64> = rows.iter().map(height).collect();
    let bottom = AXIS + heights.iter().sum::<f64>();
    let mut marks = axis(bottom);
    let mut top = AXIS;
    for (row, height) in rows.iter().zip(&heights) {
        draw(row, top, *height, &mut marks);
        top += height;
        marks.push(Mark::Stroke((0.0, top), (WIDTH, top), Ink::Rule, 0.7));
    }
    Drawing { width: WIDTH, height: bottom, marks }
}

fn x(ratio: f64) -> f64 {
    PLOT.0 + (PLOT.1 - PLOT.0) * place(ratio).percent / 100.0
}

fn names(row: &DotRow) -> Vec<String> {
    lines(&row.name, NAME, PLOT.0 - 6.0)
}

fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

fn height(row: &DotRow) -> f64 {
    let said = names(row).len() + usize::from(!row.under.is_empty());
    (number(said) * LEADING + 9.0).max(31.0)
}

fn words(at: (f64, f64), held: Held, text: &str, size: f64, is_bold: bool, ink: Ink) -> Mark {
    Mark::Words(Words { at, held, text: text.to_owned(), size, is_bold, ink })
}

fn axis(bottom: f64) -> Vec<Mark> {
    let mut marks = vec![
        Mark::Field(x(BAND.0), AXIS, x(BAND.1) - x(BAND.0), bottom - AXIS, Ink::Band),
        words((0.0, 24.0), Held::Start, "Group", SMALL, true, Ink::Dim),
        words((PLOT.0, 11.0), Held::Start, "less often", SMALL, false, Ink::Dim),
        words((x(1.0), 11.0), Held::Middle, "same rate", SMALL, true, Ink::Text),
        words((PLOT.1, 11.0), Held::End, "more often", SMALL, false, Ink::Dim),
        words((NUMBERS, 24.0), Held::Start, "Times as often, 95% range", SMALL, true, Ink::Dim),
    ];
    for (ratio, said, is_same) in TICKS {
        let ink = if is_same { Ink::Reference } else { Ink::Rule };
        marks.push(Mark::Stroke((x(ratio), AXIS), (x(ratio), bottom), ink, if is_same { 1.4 } else { 0.7 }));
        marks.push(words((x(ratio), 24.0), Held::Middle, said, SMALL, is_same, if is_same { Ink::Text } else { Ink::Dim }));
    }
    marks.push(Mark::Stroke((0.0, AXIS), (WIDTH, AXIS), Ink::Rule, 0.7));
    marks
}

fn draw(row: &DotRow, top: f64, height: f64, marks: &mut Vec<Mark>) {
    let named = names(row);
    for (line, name) in named.iter().enumerate() {
        marks.push(words((0.0, top + 12.0 + number(line) * LEADING), Held::Start, name, NAME, true, Ink::Text));
    }
    if !row.under.is_empty() {
        marks.push(words((0.0, top + 12.0 + number(named.len()) * LEADING), Held::Start, &row.under, SMALL, false, Ink::Dim));
    }
    let middle = top + height / 2.0;
    let Some(dot) = &row.dot else {
        marks.push(words((PLOT.0, middle + 3.0), Held::Start, &row.instead, SMALL, false, Ink::Dim));
        return;
    };
    if let Some((low, high)) = dot.ends {
        marks.push(Mark::Stroke((x(low), middle), (x(high), middle), Ink::Number, 1.8));
    }
    if place(dot.ratio).is_beyond {
        // Why the number beside the arrow: the place says only on which side.
        let is_more = dot.ratio > 1.0;
        let (tip, beside, held) = if is_more { (PLOT.1, PLOT.1 - 8.0, Held::End) } else { (PLOT.0, PLOT.0 + 8.0, Held::Start) };
        marks.push(Mark::Arrow(tip, middle, is_more));
        marks.push(words((beside, middle + 2.7), held, &dot.words, SMALL, true, Ink::Number));
    } else {
        marks.push(Mark::Dot(x(dot.ratio), middle, 4.2, dot.is_clear()));
    }
    marks.push(words((NUMBERS, middle - 1.5), Held::Start, &dot.words, 9.5, true, Ink::Text));
    marks.push(words((NUMBERS + 36.0, middle - 1.5), Held::Start, &dot.range, SMALL, false, Ink::Dim));
    marks.push(words((NUMBERS, middle + 9.0), Held::Start, &dot.tag, SMALL, false, Ink::Dim));
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::chart) fn row(name: &str, ratio: f64, ends: Option<(f64, f64)>) -> DotRow {
        let range = ends.map(|(low, high)| format!("{low:.2} to {high:.2}")).unwrap_or_default();
        let dot = Dot { ratio, ends, words: format!("{ratio:.2}×"), range, tag: "No clear difference".to_owned() };
        DotRow { name: name.to_owned(), under: "27 of 66 businesses".to_owned(), dot: Some(dot), instead: String::new() }
    }

    #[test]
    fn shape_says_whether_the_range_leaves_out_the_same_rate() {
        let shapes = |ends| {
            let drawn = dots(&[row("Asian", 0.58, ends)]);
            drawn.marks.iter().find_map(|mark| if let Mark::Dot(.., filled) = mark { Some(*filled) } else { None })
        };
        assert_eq!(shapes(Some((0.42, 0.80))), Some(true));
        assert_eq!(shapes(Some((0.42, 1.80))), Some(false));
        assert_eq!(shapes(None), Some(false));
    }

    #[test]
    fn a_ratio_off_the_scale_has_an_arrow_and_its_number_and_no_dot() {
        for (ratio, right) in [(3.2, true), (0.1, false), (0.0, false)] {
            let drawn = dots(&[row("White", ratio, None)]);
            assert!(drawn.marks.iter().any(|mark| matches!(mark, Mark::Arrow(_, _, is_right) if *is_right == right)));
            assert!(!drawn.marks.iter().any(|mark| matches!(mark, Mark::Dot(..))));
            let said = format!("{ratio:.2}×");
            assert_eq!(drawn.marks.iter().filter(|mark| matches!(mark, Mark::Words(words) if words.text == said)).count(), 2);
        }
    }

    #[test]
    fn a_hidden_row_keeps_its_place_and_says_why() {
        let hidden = DotRow {
            name: "Native Hawaiian or Pacific Islander".to_owned(),
            under: String::new(),
            dot: None,
            instead: "Hidden to protect groups of fewer than 10 businesses. Counted in the totals.".to_owned(),
        };
        let drawn = dots(&[row("Asian", 1.0, None), hidden]);
        assert!(drawn.marks.iter().any(|mark| matches!(mark, Mark::Words(words) if words.text.starts_with("Hidden"))));
        assert!((drawn.height - AXIS - 62.0).abs() < 1e-9);
    }
}
