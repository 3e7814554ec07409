//! Clients with their place and how they hold it. Found through the viewer: another program's client looks exactly like no client.

use super::occupancy::{location, read_held, told};
use super::risks::{pressures, rules};
use super::{zones_at, zones_on};
use crate::auth::Viewer;
use crate::error::Result;
use crate::places::risk::{Risk, Rule, Situation, assess};
use crate::places::{PlaceCard, Placed, Pressure, Zone};
use crate::values::{Day, Point};
use rusqlite::{Connection, Row, named_params};
use std::collections::BTreeMap;

const PLACED: &str = "
    SELECT business.id, business.public_id, business.number, business.name, min(enrollment.program_id) AS program_id,
           account.id AS advisor_id, account.name AS advisor_name, located.latitude_e6, located.longitude_e6, occupancy.seq, occupancy.tenure,
           occupancy.lease_ends_on, occupancy.rent_cents, occupancy.rent_step_bp, occupancy.lease_option, occupancy.option_words,
           occupancy.notice, occupancy.notice_on, occupancy.has_rezoning, occupancy.rezoning_source, occupancy.has_building_sale,
           occupancy.has_competing_use, occupancy.competing_words,
           (SELECT count(*)
            FROM referral
            WHERE referral.business_id = business.id
              AND referral.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)
              AND referral.status NOT IN ('rejected', 'completed', 'failed', 'cancelled', 'entered-in-error')) AS open_referrals
    FROM enrollment
    JOIN business ON business.id = enrollment.business_id
    LEFT JOIN account ON account.id = enrollment.advisor_id
    LEFT JOIN location AS located ON located.id = (SELECT newest.id
                                                   FROM location AS newest
                                                   WHERE newest.business_id = business.id AND newest.since_on <= :today
                                                   ORDER BY newest.since_on DESC, newest.id DESC
                                                   LIMIT 1)
    LEFT JOIN occupancy ON occupancy.business_id = business.id
                       AND occupancy.seq = (SELECT max(newest.seq) FROM occupancy AS newest WHERE newest.business_id = business.id)
    WHERE enrollment.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)
      AND (enrollment.to_on IS NULL OR enrollment.to_on >= :today)";

fn read(row: &Row<'_>) -> rusqlite::Result<Placed> {
    let latitude: Option<i32> = row.get("latitude_e6")?;
    let longitude: Option<i32> = row.get("longitude_e6")?;
    let advisor: Option<i64> = row.get("advisor_id")?;
    let advisor_name: Option<String> = row.get("advisor_name")?;
    let seq: Option<i64> = row.get("seq")?;
    Ok(Placed {
        id: row.get("public_id")?,
        number: row.get("number")?,
        name: row.get("name")?,
        program: row.get("program_id")?,
        advisor: advisor.zip(advisor_name),
        point: latitude.zip(longitude).and_then(|(latitude, longitude)| Point::new(latitude, longitude)),
        held: if seq.is_some() { Some(read_held(row)?) } else { None },
        open_referrals: row.get("open_referrals")?,
    })
}

/// Clients of the viewer's programs by name, with or without a place.
pub fn placed(conn: &Connection, viewer: &Viewer, today: Day) -> Result<Vec<Placed>> {
    let mut statement = conn.prepare_cached(&format!("{PLACED} GROUP BY business.id ORDER BY business.name_folded, business.id"))?;
    let rows = statement.query_map(named_params! { ":viewer": viewer.key, ":today": today }, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Clients whose lease has ended, or ends until a day, the first to end first. Those who own their place have none.
pub fn leases_ending(conn: &Connection, viewer: &Viewer, today: Day, until: Day) -> Result<Vec<Placed>> {
    let sql = format!(
        "{PLACED}
      AND occupancy.lease_ends_on <= :until
      AND occupancy.tenure IS NOT 'own'
    GROUP BY business.id
    ORDER BY occupancy.lease_ends_on, business.id"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":viewer": viewer.key, ":today": today, ":until": until }, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What is needed to say where clients are and what threatens them.
pub struct Standing {
    today: Day,
    rules: BTreeMap<i64, Vec<Rule>>,
    pressures: Vec<Pressure>,
    /// The zones that hold today, by set, the smallest first.
    pub zones: Vec<Zone>,
}

impl Standing {
    /// Reads it for the programs of a viewer.
    pub fn read(conn: &Connection, viewer: &Viewer, today: Day) -> Result<Self> {
        let programs = viewer.programs();
        let rules = programs.iter().map(|(key, _)| Ok((*key, rules(conn, *key)?))).collect::<Result<_>>()?;
        Ok(Self { today, rules, pressures: pressures(conn)?, zones: zones_on(conn, today)? })
    }

    /// The zones a point is in, by set, the smallest first.
    pub fn zones_of(&self, point: Point) -> Vec<&Zone> {
        self.zones.iter().filter(|zone| zone.bounds.holds(point) && zone.shape.contains(point)).collect()
    }

    /// The risk of a client, by the rules of its program.
    pub fn risk(&self, client: &Placed) -> Risk {
        let zones = client.point.map(|point| self.zones_of(point)).unwrap_or_default();
        let pressures = pressing(&self.pressures, &zones);
        let rules = self.rules.get(&client.program).map(Vec::as_slice).unwrap_or_default();
        assess(rules, &Situation { today: self.today, occupancy: client.held.as_ref(), pressures: &pressures })
    }
}

/// What presses on some zones, in the words of a rule.
fn pressing(pressures: &[Pressure], zones: &[&Zone]) -> Vec<(String, String, String)> {
    let is_there = |pressure: &&Pressure| zones.iter().any(|zone| zone.key == pressure.zone);
    pressures.iter().filter(is_there).map(|one| (one.zone_name.clone(), one.what.clone(), one.source.clone())).collect()
}

/// What the page of a client says about its place.
pub fn card(conn: &Connection, business: i64, program: i64, today: Day) -> Result<PlaceCard> {
    let located = location(conn, business, today)?;
    let zones = located.as_ref().map_or_else(|| Ok(Vec::new()), |located| zones_at(conn, located.point, today))?;
    let told = told(conn, business)?;
    let pressures = pressing(&pressures(conn)?, &zones.iter().collect::<Vec<_>>());
    let held = told.first().map(|told| &told.held);
    let risk = assess(&rules(conn, program)?, &Situation { today, occupancy: held, pressures: &pressures });
    Ok(PlaceCard { located, zones, told, risk })
}

/// How many leases of clients that the viewer looks after are over, or end until a day.
pub fn count_leases_ending(conn: &Connection, viewer: &Viewer, until: Day) -> Result<i64> {
    let sql = "
        SELECT count(DISTINCT occupancy.business_id)
        FROM occupancy
        JOIN enrollment ON enrollment.business_id = occupancy.business_id
        WHERE occupancy.lease_ends_on <= :until
          AND occupancy.tenure IS NOT 'own'
          AND occupancy.seq = (SELECT max(newest.seq) FROM occupancy AS newest WHERE newest.business_id = occupancy.business_id)
          AND enrollment.advisor_id = :viewer
          AND enrollment.to_on IS NULL
          AND enrollment.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)";
    let params = named_params! { ":until": until, ":viewer": viewer.key };
    Ok(conn.prepare_cached(sql)?.query_row(params, |row| row.get(0))?)
}
