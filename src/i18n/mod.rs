//! What people read, in their language: one catalog a language, and the choice of one.
//!
//! A language is one file in `assets/languages/` and one line in `BUILT_IN`. Each catalog has every key of the English one with
//! the same names to fill in (tested), says its own name and direction, how it writes dates and numbers, and who reviewed it and when.
//!
//! Why Fluent: a sentence is whole in the catalog, with its plural forms and its optional parts, so that a translator
//! never has to fit words into the order of another language.

mod catalog;
mod choosing;
mod door;
mod lines;
#[cfg(debug_assertions)]
pub mod pseudo;
mod shape;
mod writing;

pub use catalog::{Args, Catalog, Direction, Reviewed};
pub use choosing::{Language, accepted, of_person, reads};
pub use lines::{Line, line_for, lines};
pub use shape::Shape;
pub use writing::{Joiner, capital};

/// The text of an optional part that is missing; catalogs select on it.
pub const NONE: &str = "none";

#[cfg(test)]
mod tests;
