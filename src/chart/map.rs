//! A map of areas: the more, the darker, in five steps of one ink. An area of which there is none, or of which nothing is shown, is
//! hatched, and each area has a number that leads to its row: color is never the only mark.

use super::{Drawing, Held, Ink, Mark, Scale, Words};
use serde::{Deserialize, Serialize};

/// The corners of a closed line; whole units of the drawing, `y` downward.
pub type Corners = Vec<(i32, i32)>;

/// An area as it lies on the map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// Its rings; what an odd number of them holds is inside.
    pub rings: Vec<Corners>,
    /// Where its number stands: in each of its large parts.
    pub labels: Vec<(i32, i32)>,
}

/// How many steps of ink there are.
pub const STEPS: u8 = 5;

/// How an area is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Painted {
    /// Nothing is on record, or nothing is shown.
    Hatched,
    /// Step 1 to 5.
    Step(u8),
}

impl Painted {
    /// How a number is painted where `most` is the largest. Nothing, and a number that is not shown, is hatched.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 1 to 5")]
    pub fn of(number: Option<f64>, most: f64) -> Self {
        match number {
            Some(number) if number > 0.0 => {
                let step = Self::step(most);
                Self::Step((number / step - 1e-9).ceil().clamp(1.0, f64::from(STEPS)) as u8)
            }
            _ => Self::Hatched,
        }
    }

    /// How much one step holds: a round number.
    pub fn step(most: f64) -> f64 {
        let whole = if most.fract() == 0.0 { 1.0 } else { 0.0 };
        let scale = Scale::over([most], whole);
        scale.ticks.get(1).map_or(1.0, |tick| tick.number)
    }
}

/// A field of the key: how it is filled, and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// How it is filled.
    pub painted: Painted,
    /// "1 to 5".
    pub words: String,
}

const WIDTH: f64 = 504.0;
const TALLEST: f64 = 380.0;
const SMALL: f64 = 7.6;
/// Between the lines of the hatching.
const HATCH: f64 = 5.0;

/// Draws areas with their numbers, and the key below.
pub fn map(size: (i32, i32), areas: &[(Area, Painted)], key: &[Field]) -> Drawing {
    let (wide, tall) = (f64::from(size.0.max(1)), f64::from(size.1.max(1)));
    let scale = (WIDTH / wide).min(TALLEST / tall);
    let place = |(x, y): (i32, i32)| (f64::from(x) * scale, f64::from(y) * scale);
    let mut marks = Vec::new();
    for (area, painted) in areas {
        let rings: Vec<Vec<(f64, f64)>> = area.rings.iter().map(|ring| ring.iter().copied().map(place).collect()).collect();
        fill(rings, *painted, &mut marks);
    }
    for (number, (area, painted)) in areas.iter().enumerate() {
        let ink = if matches!(painted, Painted::Step(4..)) { Ink::Step(0) } else { Ink::Text };
        let text = (number + 1).to_string();
        for (x, y) in area.labels.iter().copied().map(place) {
            if *painted == Painted::Hatched {
                marks.push(Mark::Dot(x, y, 6.5, false));
            }
            marks.push(Mark::Words(Words { at: (x, y + 3.2), held: Held::Middle, text: text.clone(), size: 9.0, is_bold: true, ink }));
        }
    }
    let top = tall * scale + 14.0;
    let mut left = 0.0;
    for field in key {
        let swatch = vec![vec![(left, top), (left + 20.0, top), (left + 20.0, top + 12.0), (left, top + 12.0)]];
        fill(swatch, field.painted, &mut marks);
        let held = Words {
            at: (left + 26.0, top + 9.0),
            held: Held::Start,
            text: field.words.clone(),
            size: SMALL,
            is_bold: false,
            ink: Ink::Dim,
        };
        left += 44.0 + width(&field.words);
        marks.push(Mark::Words(held));
    }
    Drawing { width: WIDTH, height: top + 18.0, marks }
}

fn width(words: &str) -> f64 {
    f64::from(u32::try_from(words.chars().count()).unwrap_or(0)) * SMALL * 0.52
}

fn fill(rings: Vec<Vec<(f64, f64)>>, painted: Painted, marks: &mut Vec<Mark>) {
    let edges: Vec<Mark> = rings
        .iter()
        .filter_map(|ring| Some(Mark::Line(ring.iter().chain([ring.first()?]).copied().collect(), Ink::Reference, 0.8, false)))
        .collect();
    match painted {
        Painted::Step(step) => marks.push(Mark::Area(rings, Ink::Step(step))),
        Painted::Hatched => {
            let lines = hatching(&rings);
            marks.push(Mark::Area(rings, Ink::Step(0)));
            marks.extend(lines.into_iter().map(|(from, to)| Mark::Stroke(from, to, Ink::Reference, 0.6)));
        }
    }
    marks.extend(edges);
}

/// Slanted lines inside rings: where `x + y` is constant, from one crossing of the rings to the next.
fn hatching(rings: &[Vec<(f64, f64)>]) -> Vec<((f64, f64), (f64, f64))> {
    let sums = rings.iter().flatten().map(|(x, y)| x + y);
    let (low, high) = sums.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), sum| (low.min(sum), high.max(sum)));
    let mut lines = Vec::new();
    let mut sum = (low / HATCH).floor() * HATCH + HATCH / 2.0;
    while sum < high {
        let mut crossings: Vec<f64> = rings
            .iter()
            .flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)))
            .filter_map(|((ax, ay), (bx, by))| {
                let (a, b) = (ax + ay - sum, bx + by - sum);
                ((a > 0.0) != (b > 0.0)).then(|| ax + (bx - ax) * a / (a - b))
            })
            .collect();
        crossings.sort_by(f64::total_cmp);
        lines.extend(crossings.chunks_exact(2).filter_map(|pair| match pair {
            [from, to] => Some(((*from, sum - from), (*to, sum - to))),
            _ => None,
        }));
        sum += HATCH;
    }
    lines
}

/// A closed line with fewer corners, none of which left out lies further than `slack` from it (Douglas and Peucker 1973).
pub fn simplified(ring: &[(i32, i32)], slack: f64) -> Corners {
    let mut open = ring.to_vec();
    if open.len() > 1 && open.first() == open.last() {
        open.pop();
    }
    let Some(first) = open.first().copied() else { return open };
    // A ring is cut at the corner that lies furthest from its first one, and each half is thinned by itself.
    let far = (0..open.len()).max_by_key(|at| open.get(*at).map_or(0, |corner| distance(first, *corner))).unwrap_or(0);
    open.push(first);
    let mut kept = thin(open.get(..=far).unwrap_or(&[]), slack);
    kept.pop();
    kept.extend(thin(open.get(far..).unwrap_or(&[]), slack));
    kept.pop();
    kept
}

fn distance(a: (i32, i32), b: (i32, i32)) -> i64 {
    let (x, y) = (i64::from(a.0) - i64::from(b.0), i64::from(a.1) - i64::from(b.1));
    x * x + y * y
}

fn thin(line: &[(i32, i32)], slack: f64) -> Corners {
    let last = line.len().saturating_sub(1);
    let mut kept: Vec<bool> = (0..line.len()).map(|at| at == 0 || at == last).collect();
    // Why a list of what is left to do: a line of a hundred thousand corners must not be as many calls deep.
    let mut left = vec![(0, last)];
    while let Some((from, to)) = left.pop() {
        let (Some(first), Some(last)) = (line.get(from), line.get(to)) else { break };
        let inner = line.iter().enumerate().take(to).skip(from + 1);
        let furthest = inner.map(|(at, corner)| (off(*first, *last, *corner), at)).max_by(|left, right| left.0.total_cmp(&right.0));
        if let Some((off, at)) = furthest
            && off > slack
        {
            if let Some(keep) = kept.get_mut(at) {
                *keep = true;
            }
            left.extend([(from, at), (at, to)]);
        }
    }
    line.iter().zip(kept).filter_map(|(corner, keep)| keep.then_some(*corner)).collect()
}

/// How far a corner lies from the line between two others.
fn off(first: (i32, i32), last: (i32, i32), corner: (i32, i32)) -> f64 {
    let float = |(x, y): (i32, i32)| (f64::from(x), f64::from(y));
    let ((ax, ay), (bx, by), (px, py)) = (float(first), float(last), float(corner));
    let length = (bx - ax).hypot(by - ay);
    if length == 0.0 { (px - ax).hypot(py - ay) } else { ((bx - ax) * (py - ay) - (by - ay) * (px - ax)).abs() / length }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(left: i32, side: i32) -> Area {
        Area {
            rings: vec![vec![(left, 0), (left + side, 0), (left + side, side), (left, side)]],
            labels: vec![(left + side / 2, side / 2)],
        }
    }

    #[test]
    fn the_more_the_darker_and_none_is_hatched() {
        let of = |number| Painted::of(number, 23.0);
        assert!((Painted::step(23.0) - 5.0).abs() < 1e-12);
        assert_eq!([of(Some(0.0)), of(None)], [Painted::Hatched; 2]);
        assert_eq!([1.0, 5.0, 6.0, 23.0].map(|number| of(Some(number))), [1, 1, 2, 5].map(Painted::Step));
        assert_eq!(Painted::of(Some(1.0), 1.0), Painted::Step(1));
    }

    #[test]
    fn every_area_has_its_number_and_an_empty_one_its_lines() {
        let drawn = map((200, 100), &[(square(0, 100), Painted::Step(5)), (square(100, 100), Painted::Hatched)], &[]);
        let said: Vec<&str> =
            drawn.marks.iter().filter_map(|mark| if let Mark::Words(words) = mark { Some(words.text.as_str()) } else { None }).collect();
        assert_eq!(said, ["1", "2"]);
        let lines: Vec<_> =
            drawn.marks.iter().filter_map(|mark| if let Mark::Stroke(from, to, ..) = mark { Some((from, to)) } else { None }).collect();
        assert!(lines.len() > 50 && lines.iter().all(|(from, to)| from.0 >= 251.9 && to.0 <= 504.1), "only the second is hatched");
    }

    #[test]
    fn a_hole_is_not_hatched() {
        let ring = |low: f64, high: f64| vec![(low, low), (high, low), (high, high), (low, high)];
        let lines = hatching(&[ring(0.0, 30.0), ring(10.0, 20.0)]);
        let in_hole = |(x, y): (f64, f64)| (10.1..19.9).contains(&x) && (10.1..19.9).contains(&y);
        assert!(!lines.iter().any(|(from, to)| in_hole((f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1)))));
    }

    #[test]
    fn a_line_is_thinned_and_stays_where_it_was() {
        let ring: Vec<(i32, i32)> = (0..=100).map(|x| (x, i32::from(x % 2 == 1))).chain([(100, 80), (0, 80), (0, 0)]).collect();
        assert_eq!(simplified(&ring, 1.5).len(), 4);
        assert!(simplified(&ring, 0.1).len() > 50);
        assert_eq!(simplified(&[(3, 3), (3, 3)], 1.0), [(3, 3)]);
        assert_eq!(simplified(&[], 1.0), []);
    }
}
