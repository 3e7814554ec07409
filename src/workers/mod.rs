//! Workers of a client: counts of them on a day, kind of work by kind of work, before and after a resource.
//!
//! A count says how many there are in all; its positions describe as many of them as somebody asked about. What nobody asked about is
//! unknown, and every figure says of how many it speaks.

pub mod form;
pub mod quality;
pub mod queries;
pub mod routes;
mod views;

pub use routes::routes;

use crate::values::{Advertised, ClientId, CountSide, Day, Degree, DeploymentId, Instant, JobBasis, JobCountId, JobPositionId, JobTerm};
use crate::wages::LivingWage;

/// What is known of a count, beside its positions: all that a form may change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The day.
    pub on: Day,
    /// All workers, owners that work included.
    pub workers: i64,
    /// Who says so.
    pub basis: JobBasis,
    /// The resource it was counted for, by row key, and on which side of it.
    pub resource: Option<(i64, CountSide)>,
}

/// A count of workers.
#[derive(Debug, Clone)]
pub struct Count {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: JobCountId,
    /// Row key of the program.
    pub program: i64,
    /// Client: row key, address and name.
    pub client: (i64, ClientId, String),
    /// Code of the client's county, where it is known.
    pub county_fips: Option<String>,
    /// What is known.
    pub facts: Facts,
    /// The resource: address and what it is.
    pub resource: Option<(DeploymentId, String)>,
    /// Row key and name of whoever wrote it down.
    pub author: (i64, String),
    /// When it was taken back.
    pub undone_at: Option<Instant>,
    /// Counts edits.
    pub version: i64,
    /// When it was written down.
    pub created_at: Instant,
}

/// One kind of work: all that a form may change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// What the work is.
    pub title: String,
    /// How many do it.
    pub heads: i64,
    /// Full-time, part-time, or in a season.
    pub term: JobTerm,
    /// How long each works in a week, in minutes.
    pub weekly_minutes: Option<i64>,
    /// For how many weeks of a year, in a season.
    pub season_weeks: Option<i64>,
    /// Pay for an hour, in cents.
    pub wage_cents: Option<i64>,
    /// With health insurance.
    pub has_health: Option<bool>,
    /// With paid days off.
    pub has_leave: Option<bool>,
    /// With something for old age.
    pub has_retirement: Option<bool>,
    /// What one has to have finished to get it.
    pub degree: Option<Degree>,
    /// How people heard of it.
    pub advertised: Option<Advertised>,
}

/// A kind of work in a count.
#[derive(Debug, Clone)]
pub struct Position {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: JobPositionId,
    /// What it is.
    pub work: Work,
    /// Counts edits.
    pub version: i64,
}

/// A line in the list of a client's counts; one that only says how many has no page.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Address, where it has a page.
    pub id: Option<JobCountId>,
    /// The day.
    pub on: Day,
    /// All workers.
    pub workers: i64,
    /// Who says so.
    pub basis: JobBasis,
    /// How many of them its positions describe.
    pub described: i64,
    /// Before or after which resource.
    pub side: Option<(CountSide, String)>,
}

/// A count with its positions, what they come to, and what an hour is compared with there.
#[derive(Debug, Clone)]
pub struct Whole {
    /// The count.
    pub count: Count,
    /// Its positions.
    pub positions: Vec<Position>,
    /// What they come to.
    pub quality: quality::Quality,
    /// What is enough to live in the client's county in its year, where a table says.
    pub living: Option<LivingWage>,
}
