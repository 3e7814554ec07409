//! From shapes on the earth to lines on a page. Pure: whole units of a drawing, north up, no floats kept.

use crate::places::shape::{Bounds, Ring, Shape, twice_area};
use crate::values::Point;

/// Width of a drawing in its own units: fine enough for a screen, coarse enough to be short.
pub const WIDTH: i32 = 6_000;
/// The tallest drawing.
const TALLEST: i32 = 6_600;
/// Free room around, in units.
const MARGIN: i32 = 180;

/// How a piece of the earth lies on the page.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    bounds: Bounds,
    east: f64,
    north: f64,
    left: i32,
    top: i32,
    /// Height of the drawing.
    pub height: i32,
}

impl Frame {
    /// A frame around a piece of the earth. A degree of longitude is as short as it is at its middle.
    pub fn around(bounds: Bounds) -> Self {
        Self::within(bounds, WIDTH, TALLEST, MARGIN)
    }

    /// The same, of a drawing so wide, at most so tall, and with so much free room around.
    #[expect(clippy::cast_possible_truncation, reason = "at most as large as the drawing")]
    pub fn within(bounds: Bounds, width: i32, tallest: i32, margin: i32) -> Self {
        let middle = f64::midpoint(f64::from(bounds.south), f64::from(bounds.north)) / 1e6;
        let squeeze = middle.to_radians().cos().max(0.01);
        let wide = (f64::from(bounds.east.saturating_sub(bounds.west)) * squeeze).max(100.0);
        let tall = f64::from(bounds.north - bounds.south).max(100.0);
        let room = |side: i32| f64::from(side - 2 * margin);
        let scale = (room(width) / wide).min(room(tallest) / tall);
        let left = margin + ((room(width) - wide * scale) / 2.0) as i32;
        Self { bounds, east: scale * squeeze, north: scale, left, top: margin, height: (tall * scale) as i32 + 2 * margin }
    }

    /// Where a point lies: right, down.
    #[expect(clippy::cast_possible_truncation, reason = "points of the frame lie within the drawing; others saturate")]
    pub fn place(&self, point: Point) -> (i32, i32) {
        let right = f64::from(point.longitude_e6()) - f64::from(self.bounds.west);
        let down = f64::from(self.bounds.north) - f64::from(point.latitude_e6());
        ((right * self.east).round() as i32 + self.left, (down * self.north).round() as i32 + self.top)
    }

    /// A shape as the data of a path. Steps shorter than a unit are left out.
    pub fn path(&self, shape: &Shape) -> String {
        let mut path = String::new();
        for ring in shape.polygons().iter().flatten() {
            self.line(ring, &mut path);
        }
        path
    }

    fn line(&self, ring: &Ring, path: &mut String) {
        let mut corners = ring.iter().map(|point| self.place(*point));
        let Some(first) = corners.next() else { return };
        let mut steps = String::new();
        let mut last = first;
        for corner in corners {
            let step = (corner.0 - last.0, corner.1 - last.1);
            if step.0.abs() + step.1.abs() < 4 {
                continue;
            }
            steps.push_str(&format!("{}{}{} ", step.0, if step.1 < 0 { "" } else { " " }, step.1));
            last = corner;
        }
        // A ring too small to be seen is no line at all.
        if !steps.is_empty() {
            path.push_str(&format!("M{} {}l{steps}z", first.0, first.1));
        }
    }
}

/// Points well inside a shape, to write its number at: in the middle of the widest place of its largest polygon, and of each that is
/// half as large.
pub fn label_points(shape: &Shape) -> Vec<Point> {
    let area = |rings: &[Ring]| rings.first().map_or(0, |ring| twice_area(ring).abs());
    let largest = shape.polygons().iter().map(|rings| area(rings)).max().unwrap_or(0);
    let large = shape.polygons().iter().filter(|rings| area(rings) * 2 >= largest);
    large.filter_map(|rings| label_point(rings)).collect()
}

fn label_point(rings: &[Ring]) -> Option<Point> {
    let bounds = Bounds::around(rings.first()?.iter().copied())?;
    let tall = bounds.north - bounds.south;
    let heights = (1..16).map(|step| bounds.south + i32::try_from(i64::from(tall) * step / 16).unwrap_or(0));
    let widest = heights.filter_map(|latitude| widest_at(rings, latitude)).max_by_key(|(width, _)| *width);
    widest.map(|(_, point)| point).or_else(|| rings.first()?.first().copied())
}

/// The widest stretch inside a polygon along a line from west to east: its width and its middle.
fn widest_at(rings: &[Ring], latitude: i32) -> Option<(i64, Point)> {
    let y = i64::from(latitude);
    let mut crossings: Vec<i64> = rings
        .iter()
        .flat_map(|ring| ring.iter().zip(ring.iter().skip(1)))
        .filter_map(|(a, b)| {
            let (ay, by) = (i64::from(a.latitude_e6()), i64::from(b.latitude_e6()));
            let (ax, bx) = (i64::from(a.longitude_e6()), i64::from(b.longitude_e6()));
            ((ay > y) != (by > y)).then(|| ax + (bx - ax) * (y - ay) / (by - ay))
        })
        .collect();
    crossings.sort_unstable();
    crossings
        .chunks_exact(2)
        .filter_map(|pair| match pair {
            [west, east] => Some((east - west, Point::new(latitude, i32::try_from(i64::midpoint(*west, *east)).ok()?)?)),
            _ => None,
        })
        .max_by_key(|(width, _)| *width)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(latitude: i32, longitude: i32) -> Point {
        Point::new(latitude, longitude).expect("a point")
    }

    fn square(south: i32, west: i32, side: i32) -> Ring {
        [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].iter().map(|(y, x)| at(south + y * side, west + x * side)).collect()
    }

    #[test]
    fn north_is_up_and_east_is_right() {
        let shape = Shape::new(vec![vec![square(40_700_000, -74_000_000, 100_000)]]);
        let frame = Frame::around(shape.bounds().expect("bounds"));
        let (south_west, north_east) = (frame.place(at(40_700_000, -74_000_000)), frame.place(at(40_800_000, -73_900_000)));
        assert!(south_west.0 < north_east.0 && south_west.1 > north_east.1, "{south_west:?} {north_east:?}");
        assert!(frame.height > WIDTH, "a degree of longitude is shorter there");
        assert!(frame.height <= TALLEST);
    }

    #[test]
    fn a_long_line_of_tiny_steps_becomes_short() {
        let mut ring: Ring = (0..100_000).map(|step| at(40_700_000 + step, -74_000_000)).collect();
        ring.extend([at(40_800_000, -73_900_000), at(40_700_000, -74_000_000)]);
        let shape = Shape::new(vec![vec![ring]]);
        let path = Frame::around(shape.bounds().expect("bounds")).path(&shape);
        assert!(path.len() < 20_000, "{}", path.len());
        let speck = Shape::new(vec![vec![square(0, 0, 3)]]);
        let far = Bounds { south: 0, west: 0, north: 5_000_000, east: 5_000_000 };
        assert_eq!(Frame::around(far).path(&speck), "", "what is too small to be seen is no line");
    }

    #[test]
    fn a_number_stands_inside_its_zone() {
        let holed = Shape::new(vec![vec![square(0, 0, 1_000), square(300, 100, 600)], vec![square(5_000, 5_000, 10)]]);
        let numbered = label_points(&holed);
        assert!(numbered.len() == 1 && numbered.iter().all(|point| holed.contains(*point)), "the small part carries none");
        assert_eq!(label_points(&Shape::default()), []);
    }
}
