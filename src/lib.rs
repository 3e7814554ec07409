//! Fairfloor.
pub mod app;
pub mod auth;
pub mod config;
pub mod equity;
pub mod error;
pub mod firewall;
pub mod import;
pub mod jobs;
pub mod people;
pub mod programs;
pub mod referrals;
pub mod store;
pub mod values;
pub mod web;
