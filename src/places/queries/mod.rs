//! Places in SQL.

mod editions;
mod finding;
mod occupancy;
mod placed;
mod risks;

pub use editions::{editions, find_edition, find_set, record, undo};
pub use finding::{every_version, find, homes, sets, versions, zones_at, zones_on};
pub use occupancy::{Said, insert_location, locate, location, tell, told};
pub use placed::{Standing, card, count_leases_ending, leases_ending, placed};
pub use risks::{decide, decisions, press, pressures, release, rules};
