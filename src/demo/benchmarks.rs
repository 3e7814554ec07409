//! What the made-up city is compared with: a made-up survey, clearly named so, and two of its benchmarks side by side.

use super::city::MAKERS;
use super::play::ProgramKeys;
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::programs;
use crate::reports::benchmarks::choice::{NewChoice, Side};
use crate::reports::benchmarks::{Said, queries, reading};
use crate::store::Tx;
use crate::store::digest;
use crate::values::Line;
use crate::web::Leaf;

/// The survey as an office would give it out.
const SURVEY: &str = include_str!("benchmarks.csv");
const FILE: &str = "made-up-benchmarks.csv";

/// The survey, and the choice of the large program, on the first morning.
pub fn raise(tx: &Tx<'_>, keys: &[ProgramKeys], manager: &Viewer) -> Result<()> {
    let reading = reading::read(SURVEY.as_bytes(), &Said::default())?;
    queries::record(tx, FILE, &digest(SURVEY.as_bytes()), &reading)?;
    let mut sides: Vec<Side> = queries::page(tx, Leaf::default())?.iter().map(|one| Side { base: one.key, add: None }).collect();
    sides.truncate(2);
    let program = keys.get(MAKERS).ok_or_else(|| Error::internal("the made-up city has no large program"))?;
    let program = programs::queries::find(tx, program.key)?;
    let reason = Line::parse("All businesses of the city, and its makers among them. Both are made up.", "why")?;
    let new = NewChoice { sides, reason: Some(reason) };
    tx.acting_as(manager.actor(), tx.at(), |tx| queries::choose(tx, program.key, &program.id, 0, &new))
}
