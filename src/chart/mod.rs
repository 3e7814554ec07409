//! Charts: where things stand, as pure numbers. A page draws them in its rows; a file draws [`Drawing`], whose marks are the same for
//! every form: [`svg`] writes them as one picture that stands by itself, the PDF as strokes and glyphs.

mod bars;
mod curve;
mod dots;
mod map;
mod panels;
mod scale;
pub mod svg;

pub use bars::{Bar, BarRow, bars, scale as bar_scale};
pub use curve::{Share, curve};
pub use dots::{Dot, DotRow, dots};
pub use map::{Area, Corners, Field, Painted, STEPS, map, simplified};
pub use panels::{Panel, in_percent, panels};
pub use scale::{Scale, Tick};

/// The scale of ratios runs from 0.4 to 2.5, so that halving and doubling look alike.
const LEAST: f64 = 0.4;
const MOST: f64 = 2.5;

/// A place on the scale in percent, and whether the number lies beyond its end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// From the left, in percent.
    pub percent: f64,
    /// True when the number is off the scale; an arrow stands there, and the number beside it.
    pub is_beyond: bool,
}

/// The place of a ratio on a logarithmic scale.
pub fn place(ratio: f64) -> Place {
    let within = if ratio.is_finite() { ratio.clamp(LEAST, MOST) } else { MOST };
    let percent = (within / LEAST).ln() / (MOST / LEAST).ln() * 100.0;
    Place { percent, is_beyond: !ratio.is_finite() || !(LEAST..=MOST).contains(&ratio) }
}

/// Where the axis of ratios is marked, in words, and which mark is "same rate".
pub const TICKS: [(f64, &str, bool); 5] =
    [(0.5, "0.5×", false), (0.75, "0.75×", false), (1.0, "1×", true), (1.5, "1.5×", false), (2.0, "2×", false)];
/// The shaded band: four fifths and its inverse, a common warning and no legal test.
pub const BAND: (f64, f64) = (0.8, 1.25);

/// Marks on a sheet; lengths in points, `y` downward. Text hangs on its baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// Width of the sheet.
    pub width: f64,
    /// Height of the sheet.
    pub height: f64,
    /// From the back to the front.
    pub marks: Vec<Mark>,
}

/// One mark.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A filled field: left, top, width, height.
    Field(f64, f64, f64, f64, Ink),
    /// A stroke from a place to a place, and how thick.
    Stroke((f64, f64), (f64, f64), Ink, f64),
    /// A dot: center, radius, and whether it is filled.
    Dot(f64, f64, f64, bool),
    /// The head of an arrow, with its tip here, to the right or to the left.
    Arrow(f64, f64, bool),
    /// A line over several places, how thick, and whether it is dashed.
    Line(Vec<(f64, f64)>, Ink, f64, bool),
    /// A filled field with corners; of several rings, what an odd number of them holds.
    Area(Vec<Vec<(f64, f64)>>, Ink),
    /// Words.
    Words(Words),
}

/// Words on a drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    /// Where they are held, and their baseline.
    pub at: (f64, f64),
    /// By which end they are held.
    pub held: Held,
    /// What they say: one line.
    pub text: String,
    /// Size of the letters.
    pub size: f64,
    /// Heavy letters.
    pub is_bold: bool,
    /// With what ink.
    pub ink: Ink,
}

/// By which end words are held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// By their beginning.
    Start,
    /// By their middle.
    Middle,
    /// By their end.
    End,
}

/// The inks. No ink stands for a group of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Words.
    Text,
    /// Smaller words.
    Dim,
    /// What the numbers are drawn with.
    Number,
    /// Lines between rows, and of the axis.
    Rule,
    /// The line of comparison.
    Reference,
    /// The warning band.
    Band,
    /// The difference between two lines.
    Soft,
    /// A field of a map, the more the darker: 1 to 5. Nothing is 0.
    Step(u8),
}

impl Ink {
    /// Red, green, blue.
    pub fn rgb(self) -> [u8; 3] {
        match self {
            Self::Text => [0x1a, 0x22, 0x20],
            Self::Dim => [0x45, 0x4e, 0x4b],
            Self::Number | Self::Step(5..) => [0x23, 0x40, 0x6b],
            Self::Rule => [0xdd, 0xd8, 0xcb],
            Self::Reference => [0x6d, 0x67, 0x5a],
            Self::Band => [0xec, 0xe8, 0xdc],
            Self::Soft => [0xb9, 0xc4, 0xd6],
            // One ink, thinned with white.
            Self::Step(0) => [0xff, 0xff, 0xff],
            Self::Step(1) => [0xdb, 0xe1, 0xea],
            Self::Step(2) => [0xb2, 0xbe, 0xcf],
            Self::Step(3) => [0x86, 0x98, 0xb2],
            Self::Step(4) => [0x52, 0x6b, 0x8e],
        }
    }
}

/// Breaks words into lines of at most `width` points. Letters are taken as 0.56 of their size, which is wider than most are: a line
/// that is broken too early is still read.
pub fn lines(text: &str, size: f64, width: f64) -> Vec<String> {
    let room = |line: &str| f64::from(u32::try_from(line.chars().count()).unwrap_or(u32::MAX)) * size * 0.56 <= width;
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if room(&format!("{line} {word}")) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Percent as an attribute: two decimals.
pub fn percent(number: f64) -> String {
    format!("{number:.2}%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_is_even_on_both_sides_of_one() {
        let at = |ratio| percent(place(ratio).percent);
        assert_eq!([at(0.4), at(1.0), at(2.5)], ["0.00%", "50.00%", "100.00%"]);
        assert_eq!(at(0.5), "12.18%");
        assert_eq!(percent(100.0 - place(2.0).percent), "12.18%");
    }

    #[test]
    fn what_lies_beyond_is_marked() {
        assert!(place(0.0).is_beyond && place(f64::INFINITY).is_beyond && place(3.0).is_beyond);
        assert_eq!(percent(place(0.0).percent), "0.00%");
        assert!(!place(2.5).is_beyond);
    }
}
