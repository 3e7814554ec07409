//! The pages of zones: their map, who is in them, what threatens them, and how they are imported.

mod drawing;
mod import;
pub mod queries;
mod routes;
mod views;

pub use routes::routes;
