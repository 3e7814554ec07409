//! How a business holds its place: terms, dates, rent, what threatens it. Facts about a place, as told on a day.

use crate::values::{Day, LeaseOption, PlaceBasis, PlaceNotice, Tenure};

/// What is known. Nothing is guessed: what nobody told is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Occupancy {
    /// On what terms.
    pub tenure: Option<Tenure>,
    /// Last day of the lease.
    pub lease_ends_on: Option<Day>,
    /// Rent a month.
    pub rent_cents: Option<i64>,
    /// Next step of the rent, hundredths of a percent.
    pub rent_step_bp: Option<i64>,
    /// An option the tenant holds.
    pub lease_option: Option<LeaseOption>,
    /// Its terms.
    pub option_words: Option<String>,
    /// A notice received.
    pub notice: Option<PlaceNotice>,
    /// Its day.
    pub notice_on: Option<Day>,
    /// A rezoning pending at or near the place.
    pub has_rezoning: Option<bool>,
    /// Where that is written.
    pub rezoning_source: Option<String>,
    /// The building is sold or for sale.
    pub has_building_sale: Option<bool>,
    /// Other uses press on the block.
    pub has_competing_use: Option<bool>,
    /// Which.
    pub competing_words: Option<String>,
}

/// What was known, with who says so and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What.
    pub held: Occupancy,
    /// Counts what was told, from 1.
    pub seq: i64,
    /// Who says so.
    pub basis: PlaceBasis,
    /// As of this day.
    pub told_on: Day,
    /// Who wrote it down, if somebody of the staff.
    pub by: Option<String>,
}
