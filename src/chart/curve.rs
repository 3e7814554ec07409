//! The curve of Lorenz: the share of an amount that those with the least of it have together. The straight line is the same for all.

use super::{Drawing, Held, Ink, Mark, Words};

/// One place of the curve: of so many, so much; both 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// The part of those who share.
    pub across: f64,
    /// What they have together.
    pub up: f64,
}

impl Share {
    /// Its place: percent from the left, percent from the top.
    pub fn percent(self) -> (f64, f64) {
        (self.across.clamp(0.0, 1.0) * 100.0, (1.0 - self.up.clamp(0.0, 1.0)) * 100.0)
    }
}

const SIDE: f64 = 190.0;
const LEFT: f64 = 34.0;
const TOP: f64 = 8.0;
const SMALL: f64 = 7.6;

/// Draws a curve with what is read off it beside it.
pub fn curve(shares: &[Share], axes: (&str, &str), label: &str) -> Drawing {
    let place = |(x, y): (f64, f64)| (LEFT + SIDE * x / 100.0, TOP + SIDE * y / 100.0);
    let words = |at, held, text: &str, is_bold, ink| Mark::Words(Words { at, held, text: text.to_owned(), size: SMALL, is_bold, ink });
    let line: Vec<(f64, f64)> = shares.iter().map(|share| place(share.percent())).collect();
    let mut marks = Vec::new();
    for percent in [0.0, 50.0, 100.0] {
        let ((x, low), (left, y)) = (place((percent, 100.0)), place((0.0, 100.0 - percent)));
        marks.push(Mark::Stroke((left, y), (LEFT + SIDE, y), Ink::Rule, 0.7));
        marks.push(words((left - 5.0, y + 2.7), Held::End, &format!("{percent:.0}%"), false, Ink::Dim));
        marks.push(words((x, low + 11.0), Held::Middle, &format!("{percent:.0}%"), false, Ink::Dim));
    }
    marks.push(Mark::Area(vec![line.iter().copied().chain([place((100.0, 0.0)), place((0.0, 100.0))]).collect()], Ink::Soft));
    marks.push(Mark::Line(vec![place((0.0, 100.0)), place((100.0, 0.0))], Ink::Reference, 1.1, true));
    marks.push(Mark::Line(line, Ink::Number, 1.8, false));
    let beside = LEFT + SIDE + 18.0;
    marks.push(Mark::Words(Words {
        at: (beside, TOP + 16.0),
        held: Held::Start,
        text: label.to_owned(),
        size: 12.0,
        is_bold: true,
        ink: Ink::Text,
    }));
    marks.push(words((beside, TOP + 34.0), Held::Start, "Dashed line: the same for all", false, Ink::Dim));
    marks.push(words((beside, TOP + 46.0), Held::Start, &format!("Up: {}", axes.1), false, Ink::Dim));
    marks.push(words((LEFT, TOP + SIDE + 23.0), Held::Start, &format!("Across: {}", axes.0), false, Ink::Dim));
    Drawing { width: 504.0, height: TOP + SIDE + 28.0, marks }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curve_runs_from_the_lower_left_to_the_upper_right() {
        let shares = [(0.0, 0.0), (0.5, 0.2), (1.0, 1.0)].map(|(across, up)| Share { across, up });
        let drawn = curve(&shares, ("businesses", "dollars"), "Gini 0.30");
        let Some(Mark::Line(line, ..)) = drawn.marks.iter().find(|mark| matches!(mark, Mark::Line(.., false))) else { panic!("no line") };
        assert_eq!(line.first(), Some(&(LEFT, TOP + SIDE)));
        assert_eq!(line.last(), Some(&(LEFT + SIDE, TOP)));
        assert!(drawn.marks.iter().any(|mark| matches!(mark, Mark::Words(words) if words.text == "Gini 0.30")));
    }
}
