//! Who is in which zone. Clients are found through the viewer: another program's stand on no page of ours.

use crate::error::Result;
use crate::places::{Edition, Zone, ZoneSet, queries};
use crate::values::Day;
use rusqlite::Connection;

/// A set with the zones that hold today and the edition they come from.
pub struct SetShown {
    /// The set.
    pub set: ZoneSet,
    /// Its newest edition.
    pub edition: Edition,
    /// Its zones by name.
    pub zones: Vec<Zone>,
}

/// Every set that has zones on a day.
pub fn sets_shown(conn: &Connection, day: Day) -> Result<Vec<SetShown>> {
    let mut zones = queries::zones_on(conn, day)?;
    zones.sort_by_cached_key(|zone| zone.name.to_lowercase());
    let editions = queries::editions(conn)?;
    let shown = queries::sets(conn)?.into_iter().filter_map(|set| {
        let zones: Vec<Zone> = zones.iter().filter(|zone| zone.set == set.key).cloned().collect();
        let stands = |edition: &&Edition| edition.set == set.key && edition.undone_at.is_none() && edition.valid_from <= day;
        let edition = editions.iter().filter(stands).max_by_key(|edition| edition.valid_from)?.clone();
        (!zones.is_empty()).then_some(SetShown { set, edition, zones })
    });
    Ok(shown.collect())
}
