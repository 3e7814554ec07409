//! What came of a yes: work that starts, ends and is known of, and what was handed over.

use super::Reading;
use super::count::{Share, Times};
use super::log::{Resource, What};
use super::trail::Trail;
use super::waits;
use crate::values::Day;
use std::collections::BTreeMap;

/// The rows of the table on the work itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Work {
    /// From a yes to the first contact.
    pub first_contact: Times,
    /// Completed, of those accepted.
    pub completion: Share,
    /// It is known how it ended, of all that were sent.
    pub known_outcome: Share,
    /// What was applied for, awarded and delivered.
    pub resources: BTreeMap<What, Sums>,
}

/// Sums of one kind of resource. An amount nobody wrote down is in no sum.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sums {
    /// How many amounts were written down.
    pub records: usize,
    /// Asked for; none where no application is on record.
    pub applied: Option<i64>,
    /// Promised.
    pub awarded: Option<i64>,
    /// Handed over.
    pub delivered: Option<i64>,
}

impl Work {
    pub(super) fn add(&mut self, trail: &Trail<'_>, sent: Day, reading: &Reading<'_>) {
        let (number, wait) = (trail.log.number, waits::completion(trail.log.kind));
        if let Some((accepted, true)) = trail.decided {
            let contact = trail.started_on.map(|on| reading.ruler.taken(accepted, on, &trail.pauses));
            self.first_contact.add(number, contact);
            self.completion.add(number, reading.is_past(accepted, wait), trail.is_completed());
        }
        self.known_outcome.add(number, reading.is_past(sent, wait), is_known(trail));
        for resource in trail.log.resources.iter().chain(&brought(trail)) {
            let sums = self.resources.entry(resource.what).or_default();
            sums.records += 1;
            sums.applied = plus(sums.applied, resource.applied);
            sums.awarded = plus(sums.awarded, resource.awarded);
            sums.delivered = plus(sums.delivered, resource.delivered);
        }
    }
}

/// What the results brought, each field as it was said last. A resource written down by itself says it better.
pub(super) fn brought(trail: &Trail<'_>) -> Vec<Resource> {
    let said: BTreeMap<&str, Resource> =
        trail.lines.iter().flat_map(|line| &line.brought).map(|brought| (brought.field, brought.resource)).collect();
    let is_written = |what| trail.log.resources.iter().any(|resource| resource.what == what);
    said.into_values().filter(|resource| !is_written(resource.what)).collect()
}

/// Over, with an outcome that says something or a reason that does.
fn is_known(trail: &Trail<'_>) -> bool {
    let Some(end) = trail.end else { return false };
    if trail.is_completed() {
        return trail.outcome().is_some_and(|outcome| outcome != "delivered_result_pending");
    }
    end.line.entry.reason.as_deref().or(end.line.entry.event.fixed_reason()).is_some_and(|reason| reason != "no_reason_given")
}

fn plus(sum: Option<i64>, more: Option<i64>) -> Option<i64> {
    match (sum, more) {
        (sum, None) => sum,
        (sum, Some(more)) => Some(sum.unwrap_or(0).saturating_add(more)),
    }
}
