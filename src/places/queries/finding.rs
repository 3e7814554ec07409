//! Which zones there are on a day, and which of them a point is in.

use super::editions::read_set;
use crate::error::{Error, Result};
use crate::places::shape::{Bounds, Shape};
use crate::places::{Zone, ZoneSet};
use crate::values::{Day, Point, ZoneId};
use rusqlite::types::Type;
use rusqlite::{Connection, Row, named_params};
use std::collections::BTreeSet;

const ZONE: &str = "
    SELECT zone.id, zone.public_id, zone.set_id, zone.name, zone_set.kind, zone_version.part_of, zone_version.valid_from,
           zone_version.valid_to, zone_version.area_sq_m, zone_version.vertex_count, zone_version.shape, zone_version.south_e6,
           zone_version.west_e6, zone_version.north_e6, zone_version.east_e6
    FROM zone_version
    JOIN zone ON zone.id = zone_version.zone_id
    JOIN zone_set ON zone_set.id = zone.set_id";

/// The boundaries that hold on a day.
const ON_DAY: &str = "zone_version.valid_from <= :day AND (zone_version.valid_to IS NULL OR zone_version.valid_to >= :day)";

fn read(row: &Row<'_>) -> rusqlite::Result<Zone> {
    let bytes: Vec<u8> = row.get("shape")?;
    let shape = Shape::from_bytes(&bytes)
        .ok_or_else(|| rusqlite::Error::FromSqlConversionFailure(0, Type::Blob, "a stored shape is broken".into()))?;
    Ok(Zone {
        key: row.get("id")?,
        id: row.get("public_id")?,
        set: row.get("set_id")?,
        name: row.get("name")?,
        kind: row.get("kind")?,
        part_of: row.get("part_of")?,
        valid_from: row.get("valid_from")?,
        valid_to: row.get("valid_to")?,
        area_sq_m: row.get("area_sq_m")?,
        vertex_count: row.get("vertex_count")?,
        bounds: Bounds { south: row.get("south_e6")?, west: row.get("west_e6")?, north: row.get("north_e6")?, east: row.get("east_e6")? },
        shape,
    })
}

/// The zones that a point is in on a day, the smallest first.
///
/// Zones of one set may overlap by a sliver, and a point there is in both: both are named. Where it must be counted once, it counts
/// in the smaller one, which says more about where it is; that is the first of each set here (see [`homes`]).
pub fn zones_at(conn: &Connection, point: Point, day: Day) -> Result<Vec<Zone>> {
    let sql = format!(
        "{ZONE}
        WHERE {ON_DAY}
          AND :latitude BETWEEN zone_version.south_e6 AND zone_version.north_e6
          AND :longitude BETWEEN zone_version.west_e6 AND zone_version.east_e6
        ORDER BY zone_version.area_sq_m, zone.name"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":day": day, ":latitude": point.latitude_e6(), ":longitude": point.longitude_e6() };
    let near = statement.query_map(params, read)?.collect::<rusqlite::Result<Vec<Zone>>>()?;
    Ok(near.into_iter().filter(|zone| zone.shape.contains(point)).collect())
}

/// Of zones that a point is in, smallest first, the one of each set that it counts in.
pub fn homes<'z>(zones: impl IntoIterator<Item = &'z Zone>) -> Vec<&'z Zone> {
    let mut seen = BTreeSet::new();
    zones.into_iter().filter(|zone| seen.insert(zone.set)).collect()
}

/// Every zone that holds on a day, by set and smallest first.
pub fn zones_on(conn: &Connection, day: Day) -> Result<Vec<Zone>> {
    let sql = format!("{ZONE} WHERE {ON_DAY} ORDER BY zone.set_id, zone_version.area_sq_m, zone.name");
    let mut statement = conn.prepare_cached(&sql)?;
    let zones = statement.query_map(named_params! { ":day": day }, read)?;
    Ok(zones.collect::<rusqlite::Result<_>>()?)
}

/// Every zone in every version, by set and smallest first.
pub fn every_version(conn: &Connection) -> Result<Vec<Zone>> {
    let mut statement = conn.prepare_cached(&format!("{ZONE} ORDER BY zone.set_id, zone_version.area_sq_m, zone.name"))?;
    let zones = statement.query_map([], read)?;
    Ok(zones.collect::<rusqlite::Result<_>>()?)
}

/// A zone as it is drawn on a day; as it was drawn last, where it has ended or not begun.
pub fn find(conn: &Connection, id: &ZoneId, day: Day) -> Result<Zone> {
    let drawn = versions(conn, id)?;
    let on_day = drawn.iter().position(|zone| zone.valid_from <= day && zone.valid_to.is_none_or(|until| until >= day));
    drawn.into_iter().nth(on_day.unwrap_or(0)).ok_or(Error::NotFound)
}

/// How a zone was drawn over time, the newest first.
pub fn versions(conn: &Connection, id: &ZoneId) -> Result<Vec<Zone>> {
    let sql = format!("{ZONE} WHERE zone.public_id = :id ORDER BY zone_version.valid_from DESC");
    let mut statement = conn.prepare_cached(&sql)?;
    let zones = statement.query_map(named_params! { ":id": id }, read)?;
    Ok(zones.collect::<rusqlite::Result<_>>()?)
}

/// The sets there are.
pub fn sets(conn: &Connection) -> Result<Vec<ZoneSet>> {
    let mut statement = conn.prepare_cached("SELECT id, public_id, name, kind FROM zone_set ORDER BY name")?;
    let sets = statement.query_map([], read_set)?;
    Ok(sets.collect::<rusqlite::Result<_>>()?)
}
