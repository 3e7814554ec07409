//! Drop-out panels: one small chart for each group, the share still moving at each station. The dashed line is everybody; what lies
//! between the two is shaded. A group that is not shown keeps its place, and the reason stands in it.

use super::{Drawing, Held, Ink, Mark, Words, lines};

/// One panel.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// The group.
    pub name: String,
    /// What its line rests on: "66 businesses".
    pub under: String,
    /// The share still moving at each station, 0 to 1, as far as it is told.
    pub line: Vec<f64>,
    /// The same of everybody.
    pub all: Vec<f64>,
    /// What stands at the end of the line: "41%".
    pub end: String,
    /// Why there is no line: "Hidden to protect groups of fewer than 10 businesses. Counted in the totals."
    pub instead: String,
}

impl Panel {
    /// Whether there is a line to draw: one station alone is none.
    pub fn is_drawn(&self) -> bool {
        self.line.len() > 1
    }

    /// What lies between the line and everybody's, in percent, as corners.
    pub fn between(&self, stations: usize) -> Vec<(f64, f64)> {
        let line = in_percent(&self.line, stations);
        let all = in_percent(self.all.get(..line.len()).unwrap_or(&self.all), stations);
        line.into_iter().chain(all.into_iter().rev()).collect()
    }

    /// Whether the end is written below the line, so that it stands clear of everybody's.
    pub fn ends_below(&self) -> bool {
        let at = self.line.len().saturating_sub(1);
        let (own, all) = (self.line.get(at).copied().unwrap_or(0.0), self.all.get(at).copied().unwrap_or(0.0));
        own < all && own > 0.15
    }
}

/// Shares at stations as places on a panel: percent from the left, percent from the top.
pub fn in_percent(shares: &[f64], stations: usize) -> Vec<(f64, f64)> {
    let last = number(stations.saturating_sub(1).max(1));
    shares.iter().enumerate().map(|(at, share)| (number(at) / last * 100.0, (1.0 - share.clamp(0.0, 1.0)) * 100.0)).collect()
}

const WIDTH: f64 = 504.0;
const ACROSS: usize = 3;
const GAP: f64 = 18.0;
const NAME: f64 = 9.0;
const SMALL: f64 = 7.2;
const LEADING: f64 = 11.0;
const TALL: f64 = 74.0;
/// Room for the marks of the axis to the left of a panel.
const AXIS: f64 = 18.0;
/// Names of a panel have as many lines as the longest in its row.
const NAMED: f64 = WIDTH / 3.0 - GAP;

/// Draws the panels, three in a row.
pub fn panels(panels: &[Panel], stations: &[String]) -> Drawing {
    let mut marks = Vec::new();
    let mut top = 0.0;
    for row in panels.chunks(ACROSS) {
        let named = row.iter().map(|panel| lines(&panel.name, NAME, NAMED).len()).max().unwrap_or(1);
        let head = number(named) * LEADING + LEADING;
        for (place, panel) in row.iter().enumerate() {
            let left = number(place) * (WIDTH + GAP) / number(ACROSS);
            draw(panel, stations, (left, top), head, &mut marks);
        }
        top += head + TALL + 30.0;
    }
    Drawing { width: WIDTH, height: (top - 8.0).max(0.0), marks }
}

fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

fn words(at: (f64, f64), held: Held, text: &str, size: f64, is_bold: bool, ink: Ink) -> Mark {
    Mark::Words(Words { at, held, text: text.to_owned(), size, is_bold, ink })
}

fn draw(panel: &Panel, stations: &[String], (left, top): (f64, f64), head: f64, marks: &mut Vec<Mark>) {
    for (line, name) in lines(&panel.name, NAME, NAMED).iter().enumerate() {
        marks.push(words((left, top + 9.0 + number(line) * LEADING), Held::Start, name, NAME, true, Ink::Text));
    }
    marks.push(words((left, top + head - 4.0), Held::Start, &panel.under, SMALL, false, Ink::Dim));
    let (from, until, high, low) = (left + AXIS, left + NAMED - 4.0, top + head + 4.0, top + head + 4.0 + TALL);
    if !panel.is_drawn() {
        let frame = [(left, high), (until, high), (until, low), (left, low), (left, high)];
        marks.push(Mark::Line(frame.to_vec(), Ink::Reference, 0.7, true));
        for (line, said) in lines(&panel.instead, SMALL, until - left - 12.0).iter().enumerate() {
            marks.push(words((left + 6.0, high + 16.0 + number(line) * 10.0), Held::Start, said, SMALL, false, Ink::Dim));
        }
        return;
    }
    let place = |(x, y): (f64, f64)| (from + (until - from) * x / 100.0, high + (low - high) * y / 100.0);
    marks.push(Mark::Line(vec![(from, high), (from, low), (until, low)], Ink::Rule, 0.7, false));
    for (said, y) in [("100", high + 5.0), ("0", low)] {
        marks.push(words((from - 4.0, y), Held::End, said, SMALL, false, Ink::Dim));
    }
    marks.push(Mark::Area(vec![panel.between(stations.len()).into_iter().map(place).collect()], Ink::Soft));
    let all: Vec<(f64, f64)> = in_percent(&panel.all, stations.len()).into_iter().map(place).collect();
    marks.push(Mark::Line(all, Ink::Reference, 1.1, true));
    let line: Vec<(f64, f64)> = in_percent(&panel.line, stations.len()).into_iter().map(place).collect();
    if let Some((x, y)) = line.last().copied() {
        marks.push(Mark::Line(line, Ink::Number, 1.8, false));
        marks.push(Mark::Dot(x, y, 2.0, true));
        // A line that stops early falls from the left: its number stands clear of it on the right.
        let (at, held) = if panel.line.len() < stations.len() {
            ((x + 4.0, y - 4.0), Held::Start)
        } else {
            ((x, if panel.ends_below() { y + 11.0 } else { y - 5.0 }), Held::End)
        };
        marks.push(words(at, held, &panel.end, 8.4, true, Ink::Text));
    }
    for (at, held) in [(0, Held::Start), (stations.len() / 2, Held::Middle), (stations.len().saturating_sub(1), Held::End)] {
        let x = place((number(at) / number(stations.len().saturating_sub(1).max(1)) * 100.0, 0.0)).0;
        marks.push(words((x, low + 10.0), held, stations.get(at).map_or("", String::as_str), SMALL, false, Ink::Dim));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn panel(line: &[f64], all: &[f64]) -> Panel {
        Panel {
            name: "Black or African American".to_owned(),
            under: "149 businesses".to_owned(),
            line: line.to_vec(),
            all: all.to_vec(),
            end: "24%".to_owned(),
            instead: "Hidden to protect groups of fewer than 10 businesses. Counted in the totals.".to_owned(),
        }
    }

    fn stations() -> Vec<String> {
        ["Joined", "First service", "Referred", "Accepted", "Got it"].map(str::to_owned).to_vec()
    }

    #[test]
    fn a_share_is_a_place_between_the_first_station_and_the_last() {
        assert_eq!(in_percent(&[1.0, 0.5, 0.0], 5), [(0.0, 0.0), (25.0, 50.0), (50.0, 100.0)]);
        assert_eq!(in_percent(&[1.0], 1), [(0.0, 0.0)]);
    }

    #[test]
    fn what_is_shaded_ends_where_the_line_ends() {
        let short = panel(&[1.0, 0.8], &[1.0, 0.9, 0.5, 0.4, 0.3]);
        assert_eq!(short.between(5).len(), 4);
        assert!(panels(&[short], &stations()).marks.iter().any(|mark| matches!(mark, Mark::Line(all, .., true) if all.len() == 5)));
    }

    #[test]
    fn a_hidden_group_keeps_its_place_in_a_dashed_box_with_the_reason() {
        let shown = panel(&[1.0, 0.9, 0.6, 0.3, 0.24], &[1.0, 0.9, 0.7, 0.5, 0.36]);
        let drawn = panels(&[panel(&[], &[1.0, 0.5]), shown.clone()], &stations());
        let both = panels(&[shown.clone(), shown], &stations());
        assert!((drawn.height - both.height).abs() < 1e-9);
        assert!(drawn.marks.iter().any(|mark| matches!(mark, Mark::Words(words) if words.text.starts_with("Hidden"))));
        assert_eq!(drawn.marks.iter().filter(|mark| matches!(mark, Mark::Dot(..))).count(), 1);
    }

    #[test]
    fn nobody_is_an_empty_sheet() {
        assert!(panels(&[], &stations()).marks.is_empty());
    }
}
