//! Where businesses are: zones with dated boundaries, points in them, how a business holds its place, and the risk of losing it.
//!
//! Everything here is about places. Nothing asks who an owner is: the risk of displacement is read from the lease, the building
//! and the block (`risk`), and a zone from coordinates, never from a postal code.

pub mod command;
pub mod drawing;
pub mod occupancy;
pub mod queries;
pub mod reading;
pub mod risk;
pub mod shape;
pub mod views;

use crate::values::{ClientId, Day, Instant, Line, LocatedBy, Point, PressureId, ZoneEditionId, ZoneId, ZoneSetId};
use occupancy::{Occupancy, Told};
use risk::Risk;
use shape::{Bounds, Shape};

/// Square meters in an acre, times a thousand.
const ACRE_THOUSANDTHS: i64 = 4_046_856;

/// What a new edition says of itself.
#[derive(Debug, Clone)]
pub struct NewEdition {
    /// Name of the set: the same name makes a newer edition of it.
    pub set: Line,
    /// What one of them is: "Industrial Business Zone".
    pub kind: Line,
    /// Who drew it, and which edition.
    pub source: Line,
    /// Under what terms it may be used.
    pub licence: Option<Line>,
    /// First day on which these boundaries hold.
    pub valid_from: Day,
    /// As the file was called.
    pub file_name: String,
    /// SHA-256 of the file.
    pub file_hash: String,
}

/// What recording an edition did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recorded {
    /// It is in.
    New {
        /// Its address.
        edition: ZoneEditionId,
        /// How many zones it drew.
        zones: usize,
        /// Zones of the edition before that it does not have: they end.
        ended: Vec<String>,
        /// Zones that the edition before did not have.
        begun: Vec<String>,
    },
    /// The newest edition of the set is this very file.
    SameFile {
        /// Since when.
        valid_from: Day,
    },
}

/// Drawn places of one kind.
#[derive(Debug, Clone)]
pub struct ZoneSet {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: ZoneSetId,
    /// Name of the whole.
    pub name: String,
    /// What one of them is.
    pub kind: String,
}

/// One imported file.
#[derive(Debug, Clone)]
pub struct Edition {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: ZoneEditionId,
    /// Row key of its set.
    pub set: i64,
    /// Name of its set.
    pub set_name: String,
    /// As the file was called.
    pub file_name: String,
    /// Who drew it.
    pub source: String,
    /// Terms.
    pub licence: Option<String>,
    /// First day of its boundaries.
    pub valid_from: Day,
    /// How many zones it drew.
    pub zone_count: i64,
    /// Who imported it.
    pub imported_by: String,
    /// When.
    pub imported_at: Instant,
    /// When it was taken back.
    pub undone_at: Option<Instant>,
    /// True when a newer edition of its set stands on it.
    pub is_newest: bool,
}

impl Edition {
    /// An edition can be taken back for thirty days, while no newer one stands on it.
    pub fn can_be_undone(&self, now: Instant) -> bool {
        self.undone_at.is_none() && self.is_newest && now <= self.imported_at.plus_days(30)
    }
}

/// A zone as it was drawn on some day.
#[derive(Debug, Clone)]
pub struct Zone {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: ZoneId,
    /// Row key of its set.
    pub set: i64,
    /// Name.
    pub name: String,
    /// What it is.
    pub kind: String,
    /// Borough or district.
    pub part_of: Option<String>,
    /// First day of these boundaries.
    pub valid_from: Day,
    /// Last day; nothing while they hold.
    pub valid_to: Option<Day>,
    /// Its area.
    pub area_sq_m: i64,
    /// Corners of its lines.
    pub vertex_count: i64,
    /// The box around it.
    pub bounds: Bounds,
    /// Its shape.
    pub shape: Shape,
}

/// Where a business is, and who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// Where.
    pub point: Point,
    /// Where the numbers come from.
    pub source: LocatedBy,
    /// There since this day, as far as known.
    pub since_on: Day,
    /// Who typed it, if somebody of the staff.
    pub by: Option<String>,
}

/// A place as it is written down; no point takes the last one back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLocation {
    /// Where.
    pub point: Option<Point>,
    /// Where the numbers come from.
    pub source: LocatedBy,
    /// There since this day.
    pub since_on: Day,
    /// The import that brings it, by row key.
    pub import: Option<i64>,
    /// Who typed it, by row key.
    pub account: Option<i64>,
}

/// Something that may change a whole zone.
#[derive(Debug, Clone)]
pub struct Pressure {
    /// Address.
    pub id: PressureId,
    /// Row key of the zone.
    pub zone: i64,
    /// Its name.
    pub zone_name: String,
    /// What is proposed.
    pub what: String,
    /// Where that is written.
    pub source: String,
    /// Known since.
    pub since_on: Day,
    /// Counts edits.
    pub version: i64,
}

/// A client with its place and how it holds it.
#[derive(Debug, Clone)]
pub struct Placed {
    /// Address.
    pub id: ClientId,
    /// Label.
    pub number: i64,
    /// Name.
    pub name: String,
    /// Program whose rules apply, by row key.
    pub program: i64,
    /// Row key and name of its advisor.
    pub advisor: Option<(i64, String)>,
    /// Where it is, if known.
    pub point: Option<Point>,
    /// How it holds its place, if anybody wrote it down.
    pub held: Option<Occupancy>,
    /// Referrals that have not ended.
    pub open_referrals: i64,
}

/// What the page of a client says about its place.
#[derive(Debug, Clone)]
pub struct PlaceCard {
    /// Where it is, if known.
    pub located: Option<Located>,
    /// The zones it is in, the smallest first.
    pub zones: Vec<Zone>,
    /// What was told about how it is held, the last first.
    pub told: Vec<Told>,
    /// The risk of losing it.
    pub risk: Risk,
}

/// "1,234 acres", "0.4 acres".
pub fn acres(area_sq_m: i64) -> String {
    let tenths = (area_sq_m.saturating_mul(10_000) + ACRE_THOUSANDTHS / 2) / ACRE_THOUSANDTHS;
    if tenths >= 100 {
        format!("{} acres", crate::values::grouped((tenths + 5) / 10))
    } else {
        format!("{}.{} acres", tenths / 10, tenths % 10)
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_area_is_told_in_acres() {
        assert_eq!(super::acres(4_047), "1.0 acres");
        assert_eq!(super::acres(1_600), "0.4 acres");
        assert_eq!(super::acres(4_046_856), "1,000 acres");
    }
}
