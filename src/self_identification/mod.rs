//! The page where a person says who they are, by private link. What they say goes behind the wall and is never shown again here.

mod queries;
pub mod routes;
mod views;

pub use routes::routes;

use crate::values::{Day, Email};

/// Whose page it is, and what may be said about earlier answers: only when.
#[derive(Debug, Clone)]
pub struct Sitting {
    /// Row key of the person.
    pub person: i64,
    /// When they last saved this page.
    pub answered_on: Option<Day>,
    /// Who can be asked about data.
    pub ask: Option<Email>,
    /// k of the reports.
    pub threshold: u32,
}
