//! Who is in which zone. Clients are found through the viewer: another program's stand on no page of ours.

use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::places::queries::{self, Standing};
use crate::places::risk::Risk;
use crate::places::{Edition, Placed, Pressure, Zone, ZoneSet};
use crate::values::{Day, Point, RiskLevel, ZoneId};
use rusqlite::{Connection, named_params};
use std::collections::BTreeMap;

/// How far ahead a lease counts as ending.
pub const AHEAD: i64 = 365;

/// What is counted of a zone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sums {
    /// Clients.
    pub clients: i64,
    /// Their open referrals.
    pub open_referrals: i64,
    /// Leases that are over or end within twelve months.
    pub leases: i64,
    /// Clients by level of risk.
    pub high: i64,
    /// Raised.
    pub raised: i64,
    /// Watch.
    pub watch: i64,
    /// Nothing was told about how the place is held.
    pub unknown: i64,
}

impl Sums {
    fn add(&mut self, client: &Placed, risk: &Risk, today: Day) {
        self.clients += 1;
        self.open_referrals += client.open_referrals;
        self.leases += i64::from(lease_ends(client).is_some_and(|ends| ends <= today.plus_days(AHEAD)));
        match risk.level {
            Some(RiskLevel::High) => self.high += 1,
            Some(RiskLevel::Raised) => self.raised += 1,
            Some(RiskLevel::Watch) => self.watch += 1,
            None => self.unknown += i64::from(risk.is_unknown()),
        }
    }
}

/// The last day of a client's lease, if it has one.
pub fn lease_ends(client: &Placed) -> Option<Day> {
    let held = client.held.as_ref()?;
    held.lease_ends_on.filter(|_| held.tenure != Some(crate::values::Tenure::Own))
}

/// A set with the zones that hold today and the edition they come from.
pub struct SetShown {
    /// The set.
    pub set: ZoneSet,
    /// Its newest edition.
    pub edition: Edition,
    /// Its zones by name, with what is counted in each.
    pub zones: Vec<(Zone, Sums)>,
}

/// Every set that has zones today, and how many clients have no place on the map.
pub fn sets_shown(conn: &Connection, viewer: &Viewer, today: Day) -> Result<(Vec<SetShown>, i64)> {
    let standing = Standing::read(conn, viewer, today)?;
    let mut sums: BTreeMap<i64, Sums> = BTreeMap::new();
    let mut unplaced = 0;
    for client in queries::placed(conn, viewer, today)? {
        let Some(point) = client.point else {
            unplaced += 1;
            continue;
        };
        let risk = standing.risk(&client);
        for zone in queries::homes(standing.zones_of(point)) {
            sums.entry(zone.key).or_default().add(&client, &risk, today);
        }
    }
    let mut zones = standing.zones;
    zones.sort_by_cached_key(|zone| zone.name.to_lowercase());
    let editions = queries::editions(conn)?;
    let shown = queries::sets(conn)?.into_iter().filter_map(|set| {
        let zones: Vec<(Zone, Sums)> = zones
            .iter()
            .filter(|zone| zone.set == set.key)
            .map(|zone| (zone.clone(), sums.get(&zone.key).copied().unwrap_or_default()))
            .collect();
        let stands = |edition: &&Edition| edition.set == set.key && edition.undone_at.is_none() && edition.valid_from <= today;
        let edition = editions.iter().filter(stands).max_by_key(|edition| edition.valid_from)?.clone();
        (!zones.is_empty()).then_some(SetShown { set, edition, zones })
    });
    Ok((shown.collect(), unplaced))
}

/// What the page of a zone shows.
pub struct ZonePage {
    /// The zone as it is drawn today, or was drawn last.
    pub zone: Zone,
    /// How it was drawn over time, the newest first.
    pub versions: Vec<Zone>,
    /// The other zones of its set today.
    pub near: Vec<Zone>,
    /// The clients that count here, by name, with their risk.
    pub rows: Vec<(Placed, Risk)>,
    /// Clients that lie in it as well, and count in a smaller zone of the set: how many, by that zone.
    pub counted_elsewhere: BTreeMap<String, i64>,
    /// Units to let in it, by name.
    pub units: Vec<UnitHere>,
    /// What is counted.
    pub sums: Sums,
    /// What presses on it.
    pub pressures: Vec<Pressure>,
    /// The date.
    pub today: Day,
}

/// A unit to let that lies in a zone.
#[derive(Debug, Clone)]
pub struct UnitHere {
    /// Address.
    pub id: String,
    /// Building and unit.
    pub name: String,
    /// Who lets it.
    pub landlord: String,
    /// Floor area, if known.
    pub area_sq_ft: Option<i64>,
    /// Where.
    pub point: Point,
}

/// Units to let of the viewer's programs that lie in a zone.
fn units(conn: &Connection, viewer: &Viewer, zone: &Zone) -> Result<Vec<UnitHere>> {
    let sql = "
        SELECT site.public_id, site.name, partner.name AS landlord, site.area_sq_ft, site.latitude, site.longitude
        FROM site
        JOIN partner ON partner.id = site.partner_id
        WHERE partner.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)
          AND site.status = 'available'
          AND site.latitude BETWEEN :south AND :north
          AND site.longitude BETWEEN :west AND :east
        ORDER BY site.name, site.id";
    let bounds = zone.bounds;
    let mut statement = conn.prepare_cached(sql)?;
    let params =
        named_params! { ":viewer": viewer.key, ":south": bounds.south, ":north": bounds.north, ":west": bounds.west, ":east": bounds.east };
    let rows = statement.query_map(params, |row| {
        let point = Point::new(row.get("latitude")?, row.get("longitude")?);
        let (id, name, landlord, area_sq_ft) = (row.get("public_id")?, row.get("name")?, row.get("landlord")?, row.get("area_sq_ft")?);
        Ok(point.map(|point| UnitHere { id, name, landlord, area_sq_ft, point }))
    })?;
    let near = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(near.into_iter().flatten().filter(|unit| zone.shape.contains(unit.point)).collect())
}

/// A zone with the clients of the viewer's programs that are in it.
pub fn zone_page(conn: &Connection, viewer: &Viewer, id: &ZoneId, today: Day) -> Result<ZonePage> {
    let versions = queries::versions(conn, id)?;
    let zone = queries::find(conn, id, today)?;
    let standing = Standing::read(conn, viewer, today)?;
    let (mut rows, mut sums, mut counted_elsewhere) = (Vec::new(), Sums::default(), BTreeMap::new());
    // A zone that does not hold today has nobody in it today.
    let clients = if standing.zones.iter().any(|other| other.key == zone.key) { queries::placed(conn, viewer, today)? } else { Vec::new() };
    for client in clients {
        let Some(point) = client.point.filter(|point| zone.bounds.holds(*point) && zone.shape.contains(*point)) else { continue };
        let home = queries::homes(standing.zones_of(point)).into_iter().find(|home| home.set == zone.set);
        match home {
            Some(home) if home.key != zone.key => *counted_elsewhere.entry(home.name.clone()).or_insert(0) += 1,
            _ => {
                let risk = standing.risk(&client);
                sums.add(&client, &risk, today);
                rows.push((client, risk));
            }
        }
    }
    let pressures = queries::pressures(conn)?.into_iter().filter(|pressure| pressure.zone == zone.key).collect();
    let near = standing.zones.into_iter().filter(|near| near.set == zone.set && near.key != zone.key).collect();
    let units = units(conn, viewer, &zone)?;
    Ok(ZonePage { zone, versions, near, rows, counted_elsewhere, units, sums, pressures, today })
}

/// Whose leases a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Clients that the viewer looks after.
    Mine,
    /// Every client of the viewer's programs.
    Everyones,
}

/// Leases that are over or end within twelve months, with the risk of each client.
pub fn leases(conn: &Connection, viewer: &Viewer, whose: Whose, today: Day) -> Result<Vec<(Placed, Risk)>> {
    let standing = Standing::read(conn, viewer, today)?;
    let clients = queries::leases_ending(conn, viewer, today, today.plus_days(AHEAD))?;
    let is_asked = |client: &Placed| whose == Whose::Everyones || client.advisor.as_ref().is_some_and(|(key, _)| *key == viewer.key);
    Ok(clients
        .into_iter()
        .filter(is_asked)
        .map(|client| {
            let risk = standing.risk(&client);
            (client, risk)
        })
        .collect())
}

/// A pressure of a zone that has not ended.
pub fn find_pressure(conn: &Connection, zone: &Zone, id: &crate::values::PressureId) -> Result<Pressure> {
    let found = queries::pressures(conn)?.into_iter().find(|pressure| pressure.zone == zone.key && pressure.id == *id);
    found.ok_or(Error::NotFound)
}
