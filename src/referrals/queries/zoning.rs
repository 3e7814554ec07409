//! In which zones businesses were when their referrals were sent: by their place and by the boundaries of that day.

use crate::error::Result;
use crate::places::{Zone, queries as places};
use crate::values::{Day, Point};
use rusqlite::Connection;
use std::collections::HashMap;

/// Where businesses were and how zones were drawn, over time.
pub(super) struct Atlas {
    zones: Vec<Zone>,
    /// By business: since when, and where; no point takes the last one back.
    stays: HashMap<i64, Vec<(Day, Option<Point>)>>,
}

impl Atlas {
    /// Reads it for a program.
    pub(super) fn read(conn: &Connection, program: i64) -> Result<Self> {
        let zones = places::every_version(conn)?;
        if zones.is_empty() {
            return Ok(Self { zones, stays: HashMap::new() });
        }
        let sql = "
            SELECT business_id, since_on, latitude_e6, longitude_e6
            FROM location
            WHERE business_id IN (SELECT business_id FROM referral WHERE program_id = ?1)
            ORDER BY business_id, since_on, id";
        let mut statement = conn.prepare_cached(sql)?;
        let rows = statement.query_map([program], |row| {
            let degrees: (Option<i32>, Option<i32>) = (row.get("latitude_e6")?, row.get("longitude_e6")?);
            let point = degrees.0.zip(degrees.1).and_then(|(latitude, longitude)| Point::new(latitude, longitude));
            Ok((row.get("business_id")?, row.get("since_on")?, point))
        })?;
        let mut stays: HashMap<i64, Vec<(Day, Option<Point>)>> = HashMap::new();
        for row in rows {
            let (business, since, point): (i64, Day, Option<Point>) = row?;
            stays.entry(business).or_default().push((since, point));
        }
        Ok(Self { zones, stays })
    }

    /// Names of the zones that a business was in on a day, one of each set: the smaller where two overlap.
    pub(super) fn zones_of(&self, business: i64, day: Day) -> Vec<String> {
        let stays = self.stays.get(&business).map(Vec::as_slice).unwrap_or_default();
        // A place that was written down later counts from the day since which they were there.
        let Some(point) = stays.iter().rfind(|(since, _)| *since <= day).and_then(|(_, point)| *point) else { return Vec::new() };
        let holds = |zone: &&Zone| {
            zone.valid_from <= day
                && zone.valid_to.is_none_or(|until| until >= day)
                && zone.bounds.holds(point)
                && zone.shape.contains(point)
        };
        places::homes(self.zones.iter().filter(holds)).into_iter().map(|zone| zone.name.clone()).collect()
    }
}
