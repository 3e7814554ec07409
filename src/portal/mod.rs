//! The entrepreneur's page: how it is, what happens by when, and whether they need to do anything. No password, an old phone is enough,
//! in the language they read.

mod contact;
mod language;
mod messages;
mod page;
mod requests;
pub mod routes;
pub mod sharing;
mod views;

pub use routes::routes;
