//! Outreach: what a program does to be found by people it does not know yet, where, in which language, and how many of those it met became
//! clients. Whom it met is only counted until they are clients: nobody is written down by name at their door.

pub mod form;
pub mod queries;
mod routes;
mod views;

pub use routes::routes;

use crate::auth::Viewer;
use crate::values::{ClientId, Day, Instant, OutreachId, OutreachKind};

/// How long whoever wrote it down may take it back.
const OPEN_MS: i64 = 24 * 60 * 60 * 1_000;

/// What is known of one piece of outreach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// How people were met.
    pub kind: OutreachKind,
    /// What it was.
    pub title: String,
    /// The day.
    pub on: Day,
    /// The neighborhood, as people call it.
    pub place: String,
    /// With which group.
    pub community_group: Option<String>,
    /// A code of the official list.
    pub language: String,
    /// How many people were spoken to.
    pub reached: i64,
    /// How many of them left a way to reach them.
    pub contacts: i64,
}

/// One piece of outreach.
#[derive(Debug, Clone)]
pub struct Outreach {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: OutreachId,
    /// Program: row key and name.
    pub program: (i64, String),
    /// Row key and name of whoever wrote it down.
    pub author: (i64, String),
    /// What is known of it.
    pub facts: Facts,
    /// How many clients came of it.
    pub enrolled: i64,
    /// When it was taken back.
    pub undone_at: Option<Instant>,
    /// Counts edits.
    pub version: i64,
    /// When it was written down.
    pub created_at: Instant,
}

impl Outreach {
    /// True while `viewer` may take it back: whoever wrote it down, for 24 hours.
    pub fn is_open_to(&self, viewer: &Viewer, now: Instant) -> bool {
        self.undone_at.is_none() && self.author.0 == viewer.key && now.millis() - self.created_at.millis() < OPEN_MS
    }
}

/// A client who came of it.
#[derive(Debug, Clone)]
pub struct Came {
    /// Address.
    pub id: ClientId,
    /// Label.
    pub number: i64,
    /// Name.
    pub name: String,
    /// Client since.
    pub enrolled_on: Day,
}

/// From people met to clients: of one kind, or in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Funnel {
    /// The kind or the place, in words.
    pub whose: String,
    /// How often.
    pub times: i64,
    /// People spoken to.
    pub reached: i64,
    /// Of them left a way to reach them.
    pub contacts: i64,
    /// Became clients.
    pub enrolled: i64,
}

/// Days to look at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Days {
    /// First day.
    pub from: Option<Day>,
    /// Last day.
    pub to: Option<Day>,
}
