//! Fairfloor.
pub mod app;
pub mod auth;
pub mod config;
pub mod desk;
pub mod error;
pub mod people;
pub mod programs;
pub mod referrals;
pub mod services;
pub mod store;
pub mod values;
pub mod web;
