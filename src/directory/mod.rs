//! The pages of the partner directory: partners, their people, and how long they take to answer, side by side.

pub mod routes;
mod views;

pub use routes::routes;
