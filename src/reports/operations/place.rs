//! Where businesses are, and the map of it. Pure.

use super::book::Book;
use super::figures::{PlaceLine, Places};
use super::queries::Areas;
use crate::chart::{Area, Corners, simplified};
use crate::equity::catalogue::{Point, Way};
use crate::places::Zone;
use crate::places::drawing::{Frame, label_points};
use crate::reports::Span;
use crate::values::Unit;
use std::collections::BTreeSet;

/// A map is this wide, in whole units: fine enough to know a zone by its shape, coarse enough for a page.
const WIDTH: i32 = 400;
/// All areas together have at most about so many corners.
const CORNERS: usize = 600;

/// Businesses by area. Awards count where the business is, whether it was enrolled in the span or not.
pub fn places(book: &Book, ways: &[(i64, Way)], span: Span, set: &str, areas: &Areas) -> Places {
    let named = |name: &str| PlaceLine { name: name.to_owned(), ..PlaceLine::default() };
    let mut lines: Vec<PlaceLine> = areas.names.iter().map(|name| named(name)).collect();
    let (none, unknown) = (lines.len(), lines.len() + 1);
    lines.extend([named("In none of them"), named("Not known where")]);
    let line_of = |business: i64| match areas.of(business) {
        Some(area) => usize::from(area),
        None if areas.is_known(business) => none,
        None => unknown,
    };
    for (business, way) in ways {
        if let Some(line) = lines.get_mut(line_of(*business)) {
            line.enrolled += 1;
            line.served += u32::from(way.reaches(Point::Served));
        }
    }
    let mut awarded: BTreeSet<(usize, i64)> = BTreeSet::new();
    for award in &book.awards {
        let (Some(amount), at) = (award.awarded_in(span), line_of(award.business)) else { continue };
        let Some(line) = lines.get_mut(at) else { continue };
        line.awarded += u32::from(awarded.insert((at, award.business)));
        match award.unit {
            Unit::Cents => line.cents += amount,
            Unit::SquareFeet => line.square_feet += amount,
            Unit::Minutes | Unit::LabMinutes => {}
        }
    }
    let unknown = lines.pop().unwrap_or_default();
    let in_none = lines.pop().filter(|_| !areas.zones.is_empty());
    if areas.zones.is_empty() {
        // A neighborhood that nobody was in has no boundary either: it is no place to tell of.
        lines.retain(|line| line.enrolled > 0 || line.awarded > 0);
    }
    let (size, drawn) = drawn(&areas.zones);
    Places { set: set.to_owned(), areas: lines, in_none, unknown, size, drawn }
}

/// Zones as areas of a map, with as few corners as a page can bear.
fn drawn(zones: &[Zone]) -> ((i32, i32), Vec<Area>) {
    let Some(bounds) = zones.iter().map(|zone| zone.bounds).reduce(crate::places::shape::Bounds::with) else {
        return ((0, 0), Vec::new());
    };
    let frame = Frame::within(bounds, WIDTH, WIDTH, 6);
    let at = |slack: f64| -> Vec<Area> { zones.iter().map(|zone| area(zone, &frame, slack)).collect() };
    let corners = |areas: &[Area]| areas.iter().flat_map(|area| &area.rings).map(Vec::len).sum::<usize>();
    let mut slack = 0.7;
    let mut areas = at(slack);
    while corners(&areas) > CORNERS && slack < 12.0 {
        slack *= 1.5;
        areas = at(slack);
    }
    ((WIDTH, frame.height), areas)
}

fn area(zone: &Zone, frame: &Frame, slack: f64) -> Area {
    let rings = zone.shape.polygons().iter().flatten().map(|ring| {
        let mut corners: Corners = ring.iter().map(|point| frame.place(*point)).collect();
        corners.dedup();
        simplified(&corners, slack)
    });
    // A ring that has shrunk to a line is not seen.
    let rings: Vec<Corners> = rings.filter(|ring| ring.len() > 2).collect();
    let labels = label_points(&zone.shape).iter().map(|point| frame.place(*point)).collect();
    Area { rings, labels }
}
