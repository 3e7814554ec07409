//! Places in SQL.

mod editions;
mod finding;

pub use editions::{editions, find_edition, find_set, record, undo};
pub use finding::{find, homes, sets, versions, zones_at, zones_on};
