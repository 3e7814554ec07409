//! Who pays in a program, and what clients bring: exact and live for any days, and without a word on who anybody is.
//!
//! - `queries` reads the rows, `measure` makes figures of them (pure), `document` says them once, for the page and its file;
//! - the days from asking to payment are counted by `resources::days`.

mod document;
pub mod measure;
mod queries;
mod routes;
mod views;

pub(super) use document::client_blocks;
pub use queries::rows;
pub use routes::routes;

use crate::resources::Brought;
use crate::resources::days::Steps;
use crate::values::{ResourceKind, Unit};

/// A resource as far as money and days go.
#[derive(Debug, Clone)]
pub struct Given {
    /// What kind.
    pub kind: ResourceKind,
    /// What its amounts count.
    pub unit: Unit,
    /// Who pays, by row key.
    pub source: Option<i64>,
    /// Its steps.
    pub steps: Steps,
    /// What the client gives in return.
    pub brought: Brought,
}
