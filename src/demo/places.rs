//! The made-up city on the map: four zones, where the clients are, and how they hold their places.

use super::dice::Dice;
use super::plan::{Client, Plan};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::people;
use crate::places::command::Said;
use crate::places::occupancy::Occupancy;
use crate::places::queries::{self, press, zones_on};
use crate::places::{NewLocation, reading};
use crate::store::Tx;
use crate::store::digest;
use crate::values::{Day, LeaseOption, Line, LocatedBy, PlaceBasis, PlaceNotice, Point, Tenure};

/// The zones as a planning office would give them out.
const ZONES: &str = include_str!("zones.geojson");
const FILE: &str = "riverton-industrial-zones.geojson";
/// The middle of each neighborhood, in microdegrees.
const MIDDLES: &[(&str, i32, i32)] = &[
    ("Northgate", 39_985_000, -82_756_000),
    ("Mill Basin", 39_946_000, -82_775_000),
    ("Harborside", 39_923_000, -82_738_000),
    ("Eastside", 39_955_000, -82_700_000),
    ("Canal Yards", 39_941_000, -82_737_000),
    ("Fifth Ward", 39_970_000, -82_725_000),
    ("South Riverton", 39_895_000, -82_750_000),
    ("Hillcrest", 40_000_000, -82_702_000),
];

/// The zones, and the rezoning under way in one of them, on the first morning.
pub fn raise(tx: &Tx<'_>, plan: &Plan, manager: &Viewer) -> Result<()> {
    let drawn = reading::read(ZONES.as_bytes(), &[])?;
    let said = Said { kind: "Industrial zone".to_owned(), valid_from: plan.start.to_string(), ..Said::default() };
    let edition = said.edition(drawn.title.as_deref(), FILE, None, plan.start, digest(ZONES.as_bytes()))?;
    queries::record(tx, &edition, &drawn.zones)?;
    let canal = zones_on(tx, plan.start)?.into_iter().find(|zone| zone.name == "Canal Yards");
    let canal = canal.ok_or_else(|| Error::internal("the made-up zones lack Canal Yards"))?;
    let what = Line::parse("Rezoning of the east bank to apartments and shops", "what")?;
    let source = Line::parse("Planning commission, file 26-118", "where")?;
    press(tx, &canal, &what, &source, plan.start, manager.key)
}

/// Where a client is and how it holds its place, as its advisor writes it down when it is enrolled.
pub fn settle(tx: &Tx<'_>, plan: &Plan, at: usize, client: &people::Client, advisor: i64) -> Result<()> {
    let Some(new) = plan.clients.get(at) else { return Ok(()) };
    let mut dice = Dice::new(plan.arguments.seed, &format!("place {at}"));
    let (point, held) = (point(&mut dice, new), held(&mut dice, plan.arguments.until, tx.today()));
    if let Some(point) = point {
        let source = if dice.chance(70) { LocatedBy::Map } else { LocatedBy::AddressFile };
        let new = NewLocation { point: Some(point), source, since_on: tx.today(), import: None, account: Some(advisor) };
        queries::locate(tx, client.key, &client.id, &new)?;
    }
    if let Some(held) = held {
        let basis = if dice.chance(40) { PlaceBasis::DocumentSeen } else { PlaceBasis::ToldByClient };
        queries::tell(tx, client.key, &client.id, 0, &held, &queries::Said { basis, told_on: tx.today(), account: Some(advisor) })?;
    }
    Ok(())
}

/// Somewhere in its neighborhood; one in eight is not on the map yet.
fn point(dice: &mut Dice, client: &Client) -> Option<Point> {
    let point = somewhere_in(dice, client.neighborhood)?;
    Some(point).filter(|_| !dice.chance(12))
}

/// A point in a neighborhood; none where it is not one of the city's.
pub(super) fn somewhere_in(dice: &mut Dice, neighborhood: &str) -> Option<Point> {
    let (_, latitude, longitude) = MIDDLES.iter().find(|(name, ..)| *name == neighborhood)?;
    let near = |dice: &mut Dice, reach: i64| i32::try_from(dice.between(-reach, reach)).unwrap_or(0);
    Point::new(latitude + near(dice, 9_500), longitude + near(dice, 12_500))
}

/// How the place is held; one in five never told.
fn held(dice: &mut Dice, until: Day, told: Day) -> Option<Occupancy> {
    if dice.chance(20) {
        return None;
    }
    let tenure = match dice.below(100) {
        0..62 => Tenure::Lease,
        62..74 => Tenure::MonthToMonth,
        74..84 => Tenure::Own,
        84..90 => Tenure::Sublease,
        90..96 => Tenure::Shared,
        _ => Tenure::Informal,
    };
    let is_let = matches!(tenure, Tenure::Lease | Tenure::Sublease);
    let ends = until.plus_days(dice.between(-30, 1_700)).max(told.plus_days(60));
    let has_sale = (dice.chance(5), dice.chance(55));
    let presses = dice.chance(7);
    let notice = match dice.below(100) {
        0 => Some(PlaceNotice::Vacate),
        1..3 if is_let => Some(PlaceNotice::NonRenewal),
        3..6 if tenure != Tenure::Own => Some(PlaceNotice::RentIncrease),
        _ => None,
    };
    let step = if dice.chance(10) { dice.between(9, 18) } else { dice.between(2, 4) };
    Some(Occupancy {
        tenure: Some(tenure),
        lease_ends_on: is_let.then_some(ends),
        rent_cents: (tenure != Tenure::Own).then(|| dice.between(9, 68) * 10_000),
        rent_step_bp: (is_let && dice.chance(70)).then_some(step * 100),
        lease_option: if is_let && dice.chance(60) && notice != Some(PlaceNotice::NonRenewal) {
            Some(if dice.chance(35) { LeaseOption::Renew } else { LeaseOption::None })
        } else {
            None
        },
        option_words: None,
        notice,
        notice_on: notice.map(|_| told.plus_days(-dice.between(3, 40))),
        has_rezoning: dice.chance(50).then_some(false),
        rezoning_source: None,
        has_building_sale: if has_sale.0 && tenure != Tenure::Own { Some(true) } else { has_sale.1.then_some(false) },
        has_competing_use: presses.then_some(true),
        competing_words: presses.then(|| dice.word(&["self-storage", "apartments", "a hotel", "last-mile delivery"]).to_owned()),
    })
}
