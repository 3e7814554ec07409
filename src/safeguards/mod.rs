//! The pages of those who guard people's data: break-glass, deletion, and what a small office declares. Stewards have
//! no case pages: they name a person by the number and the name that stand in the client's file, and are shown no list of people.

pub mod queries;
mod routes;
mod views;

pub use routes::routes;
