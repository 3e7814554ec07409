//! Operational figures: exact and live for any days, and without a word on who anybody is.
//!
//! - `queries` reads rows, `book` holds them and finds the way of each business;
//! - `ways` is what the publication ledger counts.

mod book;
mod queries;
mod ways;

pub use queries::Areas;
pub use ways::ways;
