//! The pages of zones: their map, who is in them, what threatens them, and how they are imported; and of each client's place.

mod forms;
mod import;
mod place;
pub mod queries;
mod routes;
mod rules;
mod views;

pub use routes::routes;
