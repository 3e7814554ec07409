//! Where businesses are: by the zones of a set, or by neighborhood as people call it. A list of areas is made once and then holds.

use crate::error::Result;
use crate::places::{Zone, queries as places};
use crate::reports::Span;
use crate::values::{Day, Point};
use rusqlite::{Connection, named_params};
use std::collections::{BTreeSet, HashMap};

/// A list of areas, and which of them each business is in.
#[derive(Debug, Clone, Default)]
pub struct Areas {
    /// Their names, in their order: by these numbers figures name them.
    pub names: Vec<String>,
    /// By business, by row key: the number of its area. A business that is known to be in none is not here.
    of: HashMap<i64, u16>,
    /// Businesses of which it is not known where they are.
    unknown: BTreeSet<i64>,
    /// The zones, where the areas are some; in the order of the names.
    pub zones: Vec<Zone>,
}

impl Areas {
    /// The zones of a set, by row key, as they are drawn on a day; and where businesses were on it.
    pub fn zones(conn: &Connection, set: i64, day: Day) -> Result<Self> {
        let mut zones: Vec<Zone> = places::zones_on(conn, day)?.into_iter().filter(|zone| zone.set == set).collect();
        zones.sort_by_cached_key(|zone| (zone.name.to_lowercase(), zone.key));
        zones.truncate(usize::from(u16::MAX));
        // The smaller of two that overlap, as everywhere.
        let mut smallest: Vec<(u16, &Zone)> = (0_u16..).zip(&zones).collect();
        smallest.sort_by_key(|(_, zone)| zone.area_sq_m);
        let (mut of, mut unknown) = (HashMap::new(), BTreeSet::new());
        for (business, point) in points(conn, day)? {
            let Some(point) = point else {
                unknown.insert(business);
                continue;
            };
            let home = smallest.iter().find(|(_, zone)| zone.bounds.holds(point) && zone.shape.contains(point));
            of.extend(home.map(|(number, _)| (business, *number)));
        }
        Ok(Self { names: zones.iter().map(|zone| zone.name.clone()).collect(), of, unknown, zones })
    }

    /// The neighborhoods of the businesses that a program, or any of them, had by the end of a span; as they are written down.
    pub fn neighborhoods(conn: &Connection, program: Option<i64>, span: Span) -> Result<Self> {
        let sql = "
            SELECT DISTINCT business.id, business.neighborhood
            FROM business
            JOIN enrollment ON enrollment.business_id = business.id
            WHERE (:program IS NULL OR enrollment.program_id = :program)
              AND enrollment.from_on <= :last
            ORDER BY business.id";
        let mut statement = conn.prepare_cached(sql)?;
        let params = named_params! { ":program": program, ":last": span.last };
        let rows = statement.query_map(params, |row| Ok((row.get::<_, i64>("id")?, row.get::<_, Option<String>>("neighborhood")?)))?;
        let (mut at, mut unknown) = (Vec::new(), BTreeSet::new());
        for row in rows {
            let (business, name) = row?;
            match name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()) {
                Some(name) => at.push((business, name)),
                None => {
                    unknown.insert(business);
                }
            }
        }
        let names: BTreeSet<(String, String)> = at.iter().map(|(_, name)| (name.to_lowercase(), name.clone())).collect();
        let names: Vec<String> = names.into_iter().map(|(_, name)| name).take(usize::from(u16::MAX)).collect();
        let numbers: HashMap<&str, u16> = names.iter().map(String::as_str).zip(0_u16..).collect();
        let of = at.iter().filter_map(|(business, name)| Some((*business, *numbers.get(name.as_str())?))).collect();
        Ok(Self { names, of, unknown, zones: Vec::new() })
    }

    /// The area of a business, by number.
    pub fn of(&self, business: i64) -> Option<u16> {
        self.of.get(&business).copied()
    }

    /// Whether it is known where a business is: in an area, or in none.
    pub fn is_known(&self, business: i64) -> bool {
        !self.unknown.contains(&business)
    }
}

/// Where each business was on a day, as far as is known now; the last that was written down holds.
fn points(conn: &Connection, day: Day) -> Result<Vec<(i64, Option<Point>)>> {
    let sql = "
        SELECT business.id,
               (SELECT location.id
                FROM location
                WHERE location.business_id = business.id
                  AND location.since_on <= :day
                ORDER BY location.since_on DESC, location.id DESC
                LIMIT 1) AS location_id
        FROM business
        ORDER BY business.id";
    let sql = format!(
        "SELECT held.id, location.latitude_e6, location.longitude_e6
         FROM ({sql}) AS held
         LEFT JOIN location ON location.id = held.location_id"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":day": day }, |row| {
        let (latitude, longitude): (Option<i32>, Option<i32>) = (row.get("latitude_e6")?, row.get("longitude_e6")?);
        let point = latitude.zip(longitude).and_then(|(latitude, longitude)| Point::new(latitude, longitude));
        Ok((row.get("id")?, point))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
