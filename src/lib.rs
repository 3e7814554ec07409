//! Fairfloor.
pub mod app;
pub mod audit;
pub mod auth;
pub mod chart;
pub mod cli;
pub mod config;
pub mod equity;
pub mod error;
pub mod firewall;
pub mod people;
pub mod programs;
pub mod referrals;
pub mod reports;
pub mod resources;
pub mod store;
pub mod values;
pub mod web;
