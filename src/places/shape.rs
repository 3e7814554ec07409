//! The shape of a zone, and whether a point is in it. Pure and exact: whole microdegrees, no floats.
//!
//! A shape is a list of polygons; a point is in the shape when it is in one of them. A polygon is a list of rings; a point is in
//! it when a ray from the point crosses the rings an odd number of times (even-odd), so a hole is outside, and neither the
//! direction of a ring nor a ring that touches itself matters. A point on a ring is inside: a shop on the line belongs to the zone.

use crate::values::Point;

/// A closed line of corners: the last is the first again.
pub type Ring = Vec<Point>;

/// Polygons of rings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shape {
    polygons: Vec<Vec<Ring>>,
}

/// The smallest box with sides north and east that holds a shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Southern edge, microdegrees.
    pub south: i32,
    /// Western edge.
    pub west: i32,
    /// Northern edge.
    pub north: i32,
    /// Eastern edge.
    pub east: i32,
}

impl Bounds {
    /// The box around points; none around none.
    pub fn around(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        points.into_iter().fold(None, |bounds: Option<Self>, point| {
            let (latitude, longitude) = (point.latitude_e6(), point.longitude_e6());
            let one = Self { south: latitude, west: longitude, north: latitude, east: longitude };
            Some(bounds.map_or(one, |bounds| bounds.with(one)))
        })
    }

    /// The box around two.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            south: self.south.min(other.south),
            west: self.west.min(other.west),
            north: self.north.max(other.north),
            east: self.east.max(other.east),
        }
    }

    /// True when a point is in the box or on its edge.
    pub fn holds(self, point: Point) -> bool {
        (self.south..=self.north).contains(&point.latitude_e6()) && (self.west..=self.east).contains(&point.longitude_e6())
    }

    /// True when two boxes share a point.
    pub fn touches(self, other: Self) -> bool {
        self.south <= other.north && other.south <= self.north && self.west <= other.east && other.west <= self.east
    }

    /// The longer side, microdegrees.
    pub fn span(self) -> i32 {
        (self.north - self.south).max(self.east.saturating_sub(self.west))
    }
}

impl Shape {
    /// A shape from its polygons, outer rings first.
    pub fn new(polygons: Vec<Vec<Ring>>) -> Self {
        Self { polygons }
    }

    /// Its polygons.
    pub fn polygons(&self) -> &[Vec<Ring>] {
        &self.polygons
    }

    /// True when the point is in it or on its edge.
    pub fn contains(&self, point: Point) -> bool {
        self.polygons.iter().any(|rings| is_in(rings, point))
    }

    /// Corners of all rings, the closing one not counted twice.
    pub fn vertex_count(&self) -> usize {
        self.rings().map(|ring| ring.len().saturating_sub(1)).sum()
    }

    /// The box around it.
    pub fn bounds(&self) -> Option<Bounds> {
        Bounds::around(self.rings().flatten().copied())
    }

    /// Its area in square meters, to about a thousandth: enough to print acres and to say which of two zones is smaller.
    pub fn area_sq_m(&self) -> i64 {
        let middle = self.bounds().map_or(0.0, |bounds| f64::midpoint(f64::from(bounds.south), f64::from(bounds.north)) / 1e6);
        let twice: i128 = self.polygons.iter().map(|rings| polygon_area(rings)).sum();
        square_meters(twice, middle.to_radians())
    }

    fn rings(&self) -> impl Iterator<Item = &Ring> {
        self.polygons.iter().flatten()
    }

    /// The shape as bytes: counts, then pairs of latitude and longitude, four bytes each, little end first.
    ///
    /// Why bytes: they are exact, half as large as text, and a page that asks for the zones of a thousand points reads them all.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.vertex_count() * 8 + 64);
        put_count(&mut bytes, self.polygons.len());
        for rings in &self.polygons {
            put_count(&mut bytes, rings.len());
            for ring in rings {
                put_count(&mut bytes, ring.len());
                for point in ring {
                    bytes.extend_from_slice(&point.latitude_e6().to_le_bytes());
                    bytes.extend_from_slice(&point.longitude_e6().to_le_bytes());
                }
            }
        }
        bytes
    }

    /// The shape from its bytes; nothing if they are no shape.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes;
        let polygons = (0..take(&mut rest)?).map(|_| polygon(&mut rest)).collect::<Option<_>>()?;
        rest.is_empty().then_some(Self { polygons })
    }
}

fn polygon(rest: &mut &[u8]) -> Option<Vec<Ring>> {
    (0..take(rest)?).map(|_| (0..take(rest)?).map(|_| Point::new(take(rest)?, take(rest)?)).collect()).collect()
}

fn put_count(bytes: &mut Vec<u8>, count: usize) {
    bytes.extend_from_slice(&i32::try_from(count).unwrap_or(i32::MAX).to_le_bytes());
}

fn take(rest: &mut &[u8]) -> Option<i32> {
    let (four, after) = rest.split_first_chunk::<4>()?;
    *rest = after;
    Some(i32::from_le_bytes(*four))
}

/// Even-odd over the rings of one polygon; on a ring is inside.
fn is_in(rings: &[Ring], point: Point) -> bool {
    let (y, x) = (i64::from(point.latitude_e6()), i64::from(point.longitude_e6()));
    let mut is_inside = false;
    for (a, b) in rings.iter().flat_map(|ring| ring.iter().zip(ring.iter().skip(1))) {
        let (ay, ax) = (i64::from(a.latitude_e6()), i64::from(a.longitude_e6()));
        let (by, bx) = (i64::from(b.latitude_e6()), i64::from(b.longitude_e6()));
        let cross = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
        if cross == 0 && (ay.min(by)..=ay.max(by)).contains(&y) && (ax.min(bx)..=ax.max(bx)).contains(&x) {
            return true;
        }
        if (ay > y) != (by > y) && (cross > 0) == (by > ay) {
            is_inside = !is_inside;
        }
    }
    is_inside
}

/// Twice the area of a polygon in square microdegrees: the outer ring without the holes.
fn polygon_area(rings: &[Ring]) -> i128 {
    let mut areas = rings.iter().map(|ring| twice_area(ring).abs());
    let outer = areas.next().unwrap_or(0);
    (outer - areas.sum::<i128>()).max(0)
}

/// Twice the area of a ring in square microdegrees; negative where it runs clockwise.
pub fn twice_area(ring: &[Point]) -> i128 {
    ring.iter()
        .zip(ring.iter().skip(1))
        .map(|(a, b)| {
            i128::from(a.longitude_e6()) * i128::from(b.latitude_e6()) - i128::from(b.longitude_e6()) * i128::from(a.latitude_e6())
        })
        .sum()
}

/// Meters to a degree at a latitude, after the usual series for WGS 84.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "an area for the page, rounded")]
fn square_meters(twice_e12: i128, latitude: f64) -> i64 {
    let north = 111_132.954 - 559.822 * (2.0 * latitude).cos() + 1.175 * (4.0 * latitude).cos();
    let east = 111_412.84 * latitude.cos() - 93.5 * (3.0 * latitude).cos() + 0.118 * (5.0 * latitude).cos();
    (twice_e12 as f64 / 2e12 * north * east).round() as i64
}

#[cfg(test)]
mod tests;
