//! Referrals that are over, each as the open file of outcomes needs it: how it ended, how long the yes or no took, what it brought.

use super::Book;
use super::log::{Log, What};
use super::work::brought;
use crate::referrals::lifecycle::Status;
use crate::values::Day;
use std::collections::BTreeMap;

/// A referral that was sent, counts, and is over.
#[derive(Debug, Clone)]
pub struct Closed<'l> {
    pub log: &'l Log,
    /// The day of its last end.
    pub ended_on: Day,
    /// How it stands.
    pub status: Status,
    /// How far the need was met by the partner's word; empty where it was not completed.
    pub outcome: &'l str,
    /// Group of the reason; empty where it was completed.
    pub group: &'l str,
    /// Business days from sending to a yes or a no, pauses taken out.
    pub decided_in: Option<u32>,
    /// What was handed over, by what it counts.
    pub delivered: BTreeMap<What, i64>,
}

impl<'l> Book<'l> {
    /// Every referral that is over. Drafts, mistakes and duplicates are left out, as everywhere.
    pub fn closed(&self) -> Vec<Closed<'l>> {
        let over = self.trails.iter().filter_map(|trail| Some((trail, trail.counts_from()?, trail.end?)));
        over.map(|(trail, sent, end)| {
            let mut delivered = BTreeMap::new();
            for resource in trail.log.resources.iter().copied().chain(brought(trail)) {
                if let Some(amount) = resource.delivered {
                    let sum: &mut i64 = delivered.entry(resource.what).or_default();
                    *sum = sum.saturating_add(amount);
                }
            }
            Closed {
                log: trail.log,
                ended_on: end.on,
                status: trail.now.status,
                outcome: trail.outcome().unwrap_or_default(),
                group: if trail.is_completed() { "" } else { &end.line.group },
                decided_in: trail.decided.map(|(on, _)| self.reading.ruler.taken(sent, on, &trail.pauses).business),
                delivered,
            }
        })
        .collect()
    }
}
