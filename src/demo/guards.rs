//! Those who guard the demo's data: one request to look at somebody's answers that was refused, one person who asks to be deleted, and one
//! whose data a rule keeps.

use super::play::{Stage, missing};
use crate::auth::Viewer;
use crate::error::Result;
use crate::firewall::{erasure, glass};
use crate::people::queries as people;
use crate::store::{Actor, Tx};
use crate::values::{ActorKind, Day, Instant};
use crate::web::Access;

const REASON: &str = "A newspaper asks how many of the people we lend to come from one street.";
const REFUSED: &str = "A total would answer that, and nobody's safety depends on it.";
const HOLD: &str = "The city audits the loans of 2025 until June.";

/// The steward and the auditor at work.
pub(super) fn guard(tx: &Tx<'_>, stage: &Stage, today: Day, at: Instant) -> Result<()> {
    let holder = |access| stage.staff.iter().find(|viewer: &&Viewer| viewer.is(access)).ok_or_else(|| missing("a guard of the data"));
    let (steward, auditor) = (holder(Access::Steward)?, holder(Access::Auditor)?);
    let mut people = Vec::new();
    for placed in stage.clients.iter().flatten() {
        people.extend(
            people::contact(tx, placed.key, today)?.filter(|owner| !owner.first_name.is_empty()).map(|owner| (owner.person, placed.key)),
        );
        if people.len() == 3 {
            break;
        }
    }
    let [looked_at, asks, kept] = people.as_slice() else { return Ok(()) };
    let (person, business) = *looked_at;
    let new = glass::NewRequest { person, business, reason: REASON.to_owned(), steward: steward.key };
    let id = tx.acting_as(steward.actor(), at, |tx| glass::ask(tx, &new))?;
    tx.acting_as(auditor.actor(), at.plus_minutes(1), |tx| glass::refuse(tx, &id, auditor.key, REFUSED))?;
    tx.acting_as(steward.actor(), at.plus_minutes(2), |tx| erasure::hold(tx, *kept, HOLD, steward.key).map(drop))?;
    tx.acting_as(Actor::new(ActorKind::Entrepreneur, "own page"), at.plus_minutes(3), |tx| erasure::ask(tx, asks.0, None))
}
