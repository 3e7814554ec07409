//! Telling the totals of a round: decided beside what earlier rounds told, written as words, tables and files, and told in one deed.

use super::Round;
use super::document::{Told, document};
use super::queries::{self, Draft};
use crate::document::{csv, json};
use crate::error::Result;
use crate::firewall::survey as urn;
use crate::store::Keyring;
use rusqlite::Connection;

/// What would be told of a round; nothing where its answers are gone.
pub fn decide(conn: &Connection, keys: &Keyring, organization: &str, round: &Round) -> Result<Option<Draft>> {
    let head = queries::head(conn)?;
    let before = queries::told_before(conn, round)?;
    let Some(told) = urn::totals(conn, keys, round.key, &round.lists(), &before, round.threshold)? else { return Ok(None) };
    let sheet: Told = told.iter().map(|one| (one.line.id(), one.told)).collect();
    let document = document(round, &sheet, organization);
    let period = format!("{} to {}", round.facts.from, round.facts.until);
    let files = vec![("csv", csv(&document, &period)?), ("json", json(&document)?)];
    Ok(Some(Draft { head, told, files }))
}
