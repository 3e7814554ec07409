//! What the measures are computed from: plain logs of referrals. Nothing in them says who an owner is.

use super::brought::Brought;
use super::days::Pause;
use crate::referrals::Kind;
use crate::referrals::replay::Entry;
use crate::values::{Day, Instant, Origin};

/// One referral with everything that happened to it.
#[derive(Debug, Clone)]
pub struct Log {
    /// R-1187 without the letter: the key of every list of referrals that a measure gives.
    pub number: i64,
    /// What kind of help.
    pub kind: Kind,
    /// Name of the partner it was last sent to; empty while nobody is chosen.
    pub partner: String,
    /// Neighborhood of the business; empty where it is not known.
    pub place: String,
    /// Names of the zones that the business was in on the day it was sent, one of each set; empty where it was in none.
    pub zones: Vec<String>,
    /// Row key of the business.
    pub business: i64,
    /// Row key and language of the person who is told.
    pub person: Option<(i64, String)>,
    /// Who asked for it.
    pub origin: Origin,
    /// Number of the referral it follows.
    pub replaces: Option<i64>,
    /// The events, first to last. Never empty.
    pub lines: Vec<Line>,
    /// Notices to the entrepreneur that were not taken back.
    pub notices: Vec<Notice>,
    /// Days on which the partner had told us that it does not work: from the day before the first to the last.
    pub closed: Vec<Pause>,
    /// What was handed over because of it.
    pub resources: Vec<Resource>,
}

/// One event.
#[derive(Debug, Clone)]
pub struct Line {
    /// 1, 2, 3 without gaps.
    pub seq: i64,
    /// When.
    pub at: Instant,
    /// The event with the facts that decide where the referral stands.
    pub entry: Entry,
    /// Group of the reason, as the list of reasons has it; empty where there is none.
    pub group: String,
    /// The reason leaves a need that nobody met.
    pub unmet: bool,
    /// First contact was on this day, by who reports the start.
    pub contacted_on: Option<Day>,
    /// How far the need was met, by the partner.
    pub outcome: Option<String>,
    /// The entrepreneur was spoken to on this day.
    pub told_on: Option<Day>,
    /// 1 to 5, by the entrepreneur.
    pub rating: Option<u8>,
    /// What its results brought.
    pub brought: Vec<Brought>,
}

/// A notice to the entrepreneur.
#[derive(Debug, Clone, Copy)]
pub struct Notice {
    /// The event it tells of.
    pub seq: i64,
    /// When it went out; none while it waits.
    pub delivered_at: Option<Instant>,
}

/// What a resource is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Integer cents.
    Dollars,
    /// Square feet.
    Space,
    /// Minutes of advisors, trainers and other people.
    Time,
    /// Minutes in labs and on equipment.
    LabTime,
    /// Seats and jobs.
    Seats,
}

/// An amount handed over, or on its way.
#[derive(Debug, Clone, Copy)]
pub struct Resource {
    /// What it counts.
    pub what: What,
    /// Asked for, if known.
    pub applied: Option<i64>,
    /// Promised, if known.
    pub awarded: Option<i64>,
    /// Handed over, if known.
    pub delivered: Option<i64>,
}

impl What {
    /// Every one, in the order of the page.
    pub const ALL: [Self; 5] = [Self::Dollars, Self::Space, Self::Time, Self::LabTime, Self::Seats];

    /// The word in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Dollars => "cents",
            Self::Space => "square_feet",
            Self::Time => "minutes",
            Self::LabTime => "lab_minutes",
            Self::Seats => "seats",
        }
    }

    /// The words on the page.
    pub fn label(self) -> &'static str {
        match self {
            Self::Dollars => "Dollars",
            Self::Space => "Square feet",
            Self::Time => "Hours of people's time",
            Self::LabTime => "Hours in labs and on equipment",
            Self::Seats => "Seats and jobs",
        }
    }
}
