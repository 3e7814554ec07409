//! Units on the map: the zones they lie in, and the units of a zone.

use super::{MINE, SHOWN, Shown};
use crate::auth::Viewer;
use crate::error::Result;
use crate::places::{Zone, queries as places};
use crate::sites::Site;
use crate::values::{Day, Point};
use rusqlite::{Connection, named_params};
use std::collections::BTreeMap;

/// The zones that a unit lies in on a day, the smallest first. None where it is not known where it is.
pub fn zones_of(conn: &Connection, site: &Site, day: Day) -> Result<Option<Vec<Zone>>> {
    site.point().map(|point| places::zones_at(conn, point, day)).transpose()
}

/// The name of the zone that each of some units counts in, by row key.
pub fn zone_names(conn: &Connection, sites: &[Site], day: Day) -> Result<BTreeMap<i64, String>> {
    if !sites.iter().any(|site| site.point().is_some()) {
        return Ok(BTreeMap::new());
    }
    let zones = places::zones_on(conn, day)?;
    let named = sites.iter().filter_map(|site| {
        let point = site.point()?;
        let all = zones.iter().filter(|zone| zone.bounds.holds(point) && zone.shape.contains(point));
        let names: Vec<&str> = places::homes(all).into_iter().map(|zone| zone.name.as_str()).collect();
        (!names.is_empty()).then(|| (site.key, names.join(", ")))
    });
    Ok(named.collect())
}

/// Row keys of the units of a list that lie in a zone, by name.
pub(super) fn keys_in(conn: &Connection, viewer: &Viewer, shown: &Shown, zone: &Zone) -> Result<Vec<i64>> {
    let sql = format!(
        "SELECT site.id, site.latitude, site.longitude
         FROM site
         JOIN partner ON partner.id = site.partner_id
         WHERE {MINE}
           AND {SHOWN}
           AND site.latitude BETWEEN :south AND :north
           AND site.longitude BETWEEN :west AND :east
         ORDER BY site.name COLLATE NOCASE, site.id"
    );
    let bounds = zone.bounds;
    let params = named_params! {
        ":viewer": viewer.key, ":status": shown.status, ":partner": shown.partner.as_ref(), ":words": shown.pattern(),
        ":south": bounds.south, ":north": bounds.north, ":west": bounds.west, ":east": bounds.east,
    };
    let mut statement = conn.prepare_cached(&sql)?;
    let rows =
        statement.query_map(params, |row| Ok((row.get::<_, i64>("id")?, Point::new(row.get("latitude")?, row.get("longitude")?))))?;
    let near = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(near.into_iter().filter(|(_, point)| point.is_some_and(|point| zone.shape.contains(point))).map(|(key, _)| key).collect())
}
