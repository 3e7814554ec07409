//! Fairfloor.
pub mod app;
pub mod auth;
pub mod config;
pub mod consent;
pub mod directory;
pub mod error;
pub mod outbox;
pub mod partner_desk;
pub mod partners;
pub mod people;
pub mod portal;
pub mod programs;
pub mod referrals;
pub mod store;
pub mod values;
pub mod web;
