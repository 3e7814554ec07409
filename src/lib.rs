//! Fairfloor.
pub mod config;
pub mod error;
pub mod store;
pub mod values;
