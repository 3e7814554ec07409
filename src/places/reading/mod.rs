//! Reads zones from a `GeoJSON` file: every zone or none, and what is wrong with the file in words that name the zone.
//!
//! Taken: Polygon and `MultiPolygon` in WGS 84, rings in either direction, holes, rings that touch themselves, zones that overlap,
//! heights (left out). Refused by name: other coordinates than degrees, swapped ones, other kinds of geometry and of file.

mod geometry;
mod naming;
#[cfg(test)]
mod tests;

use super::shape::Shape;
use crate::values::{Complaint, Line, fold, grouped, quoted};
use naming::Naming;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The largest file.
pub const LARGEST: usize = 10 * 1024 * 1024;
/// Zones in a file.
const MOST_ZONES: usize = 2_000;
/// Corners in a file.
const MOST_CORNERS: usize = 200_000;
/// Complaints that are listed.
const LISTED: usize = 12;

/// A file, read. Nothing of it is in the database.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The zones, in the order of the file. All of them, or none where there are errors.
    pub zones: Vec<DrawnZone>,
    /// What the file calls itself.
    pub title: Option<String>,
    /// The property that holds the names.
    pub name_property: String,
    /// The property that says of what a zone is a part.
    pub part_property: Option<String>,
    /// Every property of the file.
    pub properties: Vec<String>,
    /// What was left out or should be looked at.
    pub notes: Vec<String>,
    /// Why it can't be imported. With one of these nothing is.
    pub errors: Vec<String>,
    /// How many errors there are in all.
    pub error_count: usize,
}

/// A zone as a file draws it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnZone {
    /// Its name.
    pub name: Line,
    /// Borough or district.
    pub part_of: Option<Line>,
    /// Its shape.
    pub shape: Shape,
}

/// Reads a file. The refusal is about the whole file; complaints about single zones stand in the reading.
pub fn read(bytes: &[u8], adjustments: &[(String, String)]) -> Result<Reading, Complaint> {
    if bytes.len() > LARGEST {
        return Err(Complaint::new("The file is larger than 10 MiB. Simplify the lines (15 feet is plenty) or split it by kind of zone."));
    }
    let document = document(bytes)?;
    let features = features(&document)?;
    geometry::refuse_other_grid(&document)?;
    if features.is_empty() {
        return Err(Complaint::new("There is no zone in the file: its list of features is empty. Export it again with the zones chosen."));
    }
    if features.len() > MOST_ZONES {
        return Err(Complaint::new(format!(
            "There are {} features in the file, and at most {} zones can be imported at once. Are these parcels? Import the zones they belong to.",
            counted(features.len()),
            counted(MOST_ZONES)
        )));
    }
    let naming = Naming::of(&features, adjustments)?;
    let mut taken = Taken::default();
    for (place, feature) in features.iter().enumerate() {
        taken.take(place + 1, feature, &naming);
    }
    taken.find_doubles();
    if taken.corners > MOST_CORNERS {
        taken.complaints.push(format!(
            "The lines have {} corners, and at most {} can be imported. Simplify them: 15 feet is plenty to say which lot is inside.",
            counted(taken.corners),
            counted(MOST_CORNERS)
        ));
    }
    Ok(taken.into_reading(document.get("name").and_then(Value::as_str), naming))
}

/// The file as JSON; what it is instead, where it is something else.
fn document(bytes: &[u8]) -> Result<Map<String, Value>, Complaint> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let start = bytes.trim_ascii_start();
    let other = match start {
        [] => Some("The file is empty."),
        [b'P', b'K', ..] => Some("This is a zip file, perhaps a zipped shapefile."),
        [b'<', ..] => Some("This is XML, perhaps KML or GML."),
        [0, 0, 0x27, 0x0a, ..] => Some("This is a shapefile."),
        _ => None,
    };
    if let Some(words) = other {
        return Err(Complaint::new(format!(
            "{words} Zones are read from GeoJSON: export them as GeoJSON in WGS 84, for example with ogr2ogr -f GeoJSON -t_srs EPSG:4326 zones.geojson FILE"
        )));
    }
    match serde_json::from_slice(bytes) {
        Ok(Value::Object(document)) => Ok(document),
        Ok(_) => {
            Err(Complaint::new("This is JSON, but no GeoJSON: it does not start with a FeatureCollection. Export the zones as GeoJSON."))
        }
        Err(cause) => Err(Complaint::new(format!(
            "The file is no whole JSON: {cause}. It may have been cut off while it was copied, or hold NaN or Infinity, which are no numbers there. Export it again."
        ))),
    }
}

/// The features of a collection, or the one feature there is.
fn features(document: &Map<String, Value>) -> Result<Vec<&Map<String, Value>>, Complaint> {
    let refused = |words: &str| Err(Complaint::new(words));
    let kind = document.get("type").and_then(Value::as_str).unwrap_or_default();
    match kind {
        "FeatureCollection" => match document.get("features") {
            Some(Value::Array(features)) => features
                .iter()
                .enumerate()
                .map(|(place, feature)| {
                    feature.as_object().filter(|feature| feature.get("type").and_then(Value::as_str) == Some("Feature")).ok_or_else(|| {
                        Complaint::new(format!(
                            "Feature {} is no GeoJSON feature: it lacks \"type\": \"Feature\". Export the file again.",
                            place + 1
                        ))
                    })
                })
                .collect(),
            _ => refused("The FeatureCollection has no list of features. Export the file again."),
        },
        "Feature" => Ok(vec![document]),
        "Topology" => refused("This is TopoJSON. Export the zones as GeoJSON."),
        "Polygon" | "MultiPolygon" | "GeometryCollection" | "Point" | "MultiPoint" | "LineString" | "MultiLineString" => refused(
            "This is a bare geometry: nothing in the file says what the zone is called. Export it as a FeatureCollection, each zone with its name.",
        ),
        _ if document.contains_key("geometryType") || document.contains_key("spatialReference") => {
            refused("This is Esri JSON. Export the zones as GeoJSON (in ArcGIS: f=geojson).")
        }
        _ => refused("This is JSON, but no GeoJSON: its type is no FeatureCollection. Export the zones as GeoJSON."),
    }
}

/// What was read so far.
#[derive(Default)]
struct Taken {
    zones: Vec<(usize, DrawnZone)>,
    corners: usize,
    with_heights: usize,
    complaints: Vec<String>,
}

impl Taken {
    /// Reads feature number `number`, or complains about it once.
    fn take(&mut self, number: usize, feature: &Map<String, Value>, naming: &Naming) {
        let (name, part_of) = match naming.read(feature) {
            Ok(named) => named,
            Err(complaint) => return self.complaints.push(format!("Feature {number}: {complaint}")),
        };
        match geometry::read(feature.get("geometry").unwrap_or(&Value::Null)) {
            Ok(drawn) => {
                self.corners += drawn.shape.vertex_count();
                self.with_heights += usize::from(drawn.has_heights);
                self.zones.push((number, DrawnZone { name, part_of, shape: drawn.shape }));
            }
            Err(complaint) => self.complaints.push(format!("Feature {number}, {}: {complaint}", quoted(name.as_str()))),
        }
    }

    /// Two zones of one name cannot be told apart in the next edition.
    fn find_doubles(&mut self) {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for (number, zone) in &self.zones {
            if let Some(first) = seen.get(&fold(zone.name.as_str())) {
                self.complaints.push(format!(
                    "Features {first} and {number} are both called {}. Make them one MultiPolygon, or give each its own name.",
                    quoted(zone.name.as_str())
                ));
            } else {
                seen.insert(fold(zone.name.as_str()), *number);
            }
        }
    }

    fn into_reading(mut self, title: Option<&str>, naming: Naming) -> Reading {
        let error_count = self.complaints.len();
        self.complaints.truncate(LISTED);
        let zones = if error_count == 0 { self.zones.into_iter().map(|(_, zone)| zone).collect() } else { Vec::new() };
        let mut notes = Vec::new();
        if self.with_heights > 0 {
            notes.push("The file has heights above the ground. They are left out: a zone is flat.".to_owned());
        }
        Reading {
            zones,
            title: title.and_then(|title| Line::maybe(title, "the title").ok().flatten()).map(|title| title.to_string()),
            name_property: naming.name,
            part_property: naming.part_of,
            properties: naming.properties,
            notes,
            errors: self.complaints,
            error_count,
        }
    }
}

fn counted(count: usize) -> String {
    grouped(i64::try_from(count).unwrap_or(i64::MAX))
}
