//! The shape of one feature, and the reasons why its coordinates are none that we can use.

use crate::places::shape::{Ring, Shape, twice_area};
use crate::values::{Complaint, Point, quoted};
use geojson::{Geometry, GeometryValue, Position};
use serde_json::{Map, Value};

/// No zone of a city is wider or taller than this, in degrees: a corner at 0, 0 or on the other side of the earth is a slip.
const WIDEST: i32 = 5_000_000;
/// What to do about other coordinates.
const AGAIN: &str = "Export the file again in WGS 84 (EPSG:4326), for example with ogr2ogr -f GeoJSON -t_srs EPSG:4326 zones.geojson FILE";

/// A shape, and whether something of it was left out.
pub struct Drawn {
    /// The shape.
    pub shape: Shape,
    /// True where positions had heights.
    pub has_heights: bool,
}

/// Old files name their coordinates in a member `crs`: anything but degrees of WGS 84 (or NAD 83, a yard apart) is refused.
pub fn refuse_other_grid(document: &Map<String, Value>) -> Result<(), Complaint> {
    let Some(crs) = document.get("crs").filter(|crs| !crs.is_null()) else { return Ok(()) };
    let name = crs
        .pointer("/properties/name")
        .map_or_else(|| crs.to_string(), |name| name.as_str().map_or_else(|| name.to_string(), str::to_owned));
    let code = name.rsplit([':', '/']).next().unwrap_or_default();
    if name.to_uppercase().contains("CRS84") || matches!(code, "4326" | "4269") {
        return Ok(());
    }
    let words = match code {
        "2263" => ", the New York Long Island state-plane grid in feet",
        "3857" | "900913" | "102100" => ", Web Mercator meters",
        _ => "",
    };
    Err(Complaint::new(format!(
        "The file says that its coordinates are {}{words}, not degrees of longitude and latitude. {AGAIN}",
        quoted(&name)
    )))
}

/// Reads a geometry.
pub fn read(value: &Value) -> Result<Drawn, Complaint> {
    if value.is_null() {
        return Err(Complaint::new("it has no shape. Draw it, or take the feature out of the file."));
    }
    let kind = value.get("type").and_then(Value::as_str).unwrap_or("nothing we know");
    if !["Polygon", "MultiPolygon"].contains(&kind) {
        return Err(Complaint::new(format!("it is a {kind}, and a zone must be a Polygon or MultiPolygon.")));
    }
    let geometry: Geometry = serde_json::from_value(value.clone()).map_err(|cause| {
        Complaint::new(format!("its coordinates cannot be read ({cause}). A {kind} is a list of rings of [longitude, latitude]."))
    })?;
    let polygons = match geometry.value {
        GeometryValue::Polygon { coordinates } => vec![coordinates],
        GeometryValue::MultiPolygon { coordinates } => coordinates,
        _ => Vec::new(),
    };
    if polygons.is_empty() || polygons.iter().any(Vec::is_empty) {
        return Err(Complaint::new("it is empty: there are no rings. Draw it, or take the feature out of the file."));
    }
    let has_heights = polygons.iter().flatten().flatten().any(|position| position.len() > 2);
    let several = polygons.len() > 1;
    let shape = polygons
        .iter()
        .enumerate()
        .map(|(place, rings)| polygon(rings, &|ring| place_words(several.then_some(place + 1), ring)))
        .collect::<Result<Vec<_>, _>>()
        .map(Shape::new)?;
    match shape.bounds() {
        Some(bounds) if bounds.span() > WIDEST => Err(Complaint::new(format!(
            "it reaches over {} degrees. No zone is that large: one of its corners is wrong, or it crosses the 180th meridian.",
            bounds.span() / 1_000_000
        ))),
        _ => Ok(Drawn { shape, has_heights }),
    }
}

/// "polygon 2, ring 1".
fn place_words(polygon: Option<usize>, ring: usize) -> String {
    polygon.map_or_else(|| format!("ring {ring}"), |polygon| format!("polygon {polygon}, ring {ring}"))
}

fn polygon(rings: &[Vec<Position>], words: &dyn Fn(usize) -> String) -> Result<Vec<Ring>, Complaint> {
    let rings = rings.iter().enumerate().map(|(place, positions)| ring(positions, &words(place + 1))).collect::<Result<Vec<Ring>, _>>()?;
    let Some((outer, holes)) = rings.split_first() else { return Ok(rings) };
    let outer = Shape::new(vec![vec![outer.clone()]]);
    let strays = holes.iter().position(|hole| !hole.iter().any(|corner| outer.contains(*corner)));
    match strays {
        Some(place) => Err(Complaint::new(format!(
            "{} is a hole that lies outside of its outer ring. Make it a polygon of its own if it belongs to the zone.",
            words(place + 2)
        ))),
        None => Ok(rings),
    }
}

fn ring(positions: &[Position], words: &str) -> Result<Ring, Complaint> {
    let corners = positions.iter().enumerate().map(|(place, position)| corner(position, place + 1, words)).collect::<Result<Ring, _>>()?;
    let [first, .., last] = corners.as_slice() else {
        return Err(Complaint::new(format!(
            "{words} has {} positions; a ring needs four at least, the first of them again at the end.",
            corners.len()
        )));
    };
    if first != last {
        return Err(Complaint::new(format!(
            "{words} is not closed: it starts at {} and ends at {}. Repeat the first position at the end.",
            pair(positions.first()),
            pair(positions.last())
        )));
    }
    if corners.len() < 4 {
        return Err(Complaint::new(format!(
            "{words} has {} positions; a ring needs four at least, the first of them again at the end.",
            corners.len()
        )));
    }
    if twice_area(&corners) == 0 {
        return Err(Complaint::new(format!(
            "{words} encloses nothing: all of its corners lie on one line. Draw it again, or take it out."
        )));
    }
    Ok(corners)
}

/// One corner. `GeoJSON` puts longitude first.
fn corner(position: &Position, place: usize, words: &str) -> Result<Point, Complaint> {
    let (Some(x), Some(y)) = (position.as_slice().first().copied(), position.as_slice().get(1).copied()) else {
        return Err(Complaint::new(format!("{words}, position {place} has fewer than two numbers. A position is [longitude, latitude].")));
    };
    let doubt = match (x, y) {
        _ if x.abs() <= 180.0 && (-60.0..=90.0).contains(&y) => None,
        // Nobody draws zones south of 60 degrees, so a latitude there is a longitude of the Americas that lost its place.
        _ if x.abs() <= 90.0 && y.abs() <= 180.0 => Some(
            "Latitude and longitude are swapped: GeoJSON puts longitude first. Export the file again with x, y as longitude, latitude"
                .to_owned(),
        ),
        _ if x.abs() <= 360.0 && y.abs() <= 360.0 => Some(format!("These are no degrees of longitude and latitude. {AGAIN}")),
        _ => Some(format!("{}, not degrees of longitude and latitude. {AGAIN}", grid(x, y))),
    };
    match (doubt, Point::from_degrees(y, x)) {
        (None, Some(point)) => Ok(point),
        (doubt, _) => Err(Complaint::new(format!(
            "{words}, position {place} is {}. {}",
            pair(Some(position)),
            doubt.unwrap_or_else(|| "This is no place on the earth".to_owned())
        ))),
    }
}

/// What projected coordinates look like.
fn grid(x: f64, y: f64) -> &'static str {
    let (x, y) = (x.abs(), y.abs());
    if x > 20_100_000.0 || y > 20_100_000.0 {
        "These are too large for any map grid"
    } else if (160_000.0..=834_000.0).contains(&x) && (1_000_000.0..=10_000_000.0).contains(&y) {
        "These look like UTM meters"
    } else if x >= 4_000_000.0 && y >= 1_000_000.0 {
        "These look like Web Mercator meters"
    } else {
        "These look like state-plane feet"
    }
}

fn pair(position: Option<&Position>) -> String {
    position.map(|position| position.as_slice().iter().take(2).map(ToString::to_string).collect::<Vec<_>>().join(", ")).unwrap_or_default()
}
