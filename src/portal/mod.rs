//! The entrepreneur's page: how it is, what happens by when, and whether they need to do anything. No password, an old phone is enough,
//! in the language they read.

mod contact;
mod home;
mod indicators;
mod language;
mod member;
mod messages;
mod new_link;
mod outcomes;
mod own_referral;
pub mod own_routes;
mod own_threads;
mod own_way;
mod page;
mod quick;
mod requests;
pub mod routes;
pub mod sharing;
mod sign_in;
mod stories;
mod views;

pub use routes::routes;
