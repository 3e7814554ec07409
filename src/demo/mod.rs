//! A made-up city to try everything in: people, history, and what its report is to show.
//!
//! `plan` is pure: the same seed, number of clients and last day give the same people and the same history.

pub mod city;
pub mod clients;
pub mod course;
pub mod courses;
pub mod dice;
pub mod plan;
pub mod quota;
#[cfg(test)]
mod tests;
pub mod words;
pub mod work;
