//! What partners answer, and how long it takes them.

use super::Reading;
use super::count::{Share, Times};
use super::trail::Trail;
use super::waits;
use crate::referrals::lifecycle::Event;
use crate::values::{Day, Limit};
use std::collections::BTreeMap;

/// The rows of the table on partners' answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// First sign of the partner by the due day.
    pub acknowledged_in_time: Share,
    /// From sending to the first sign.
    pub to_acknowledge: Times,
    /// From sending to a yes or a no.
    pub to_decision: Times,
    /// The same, of those who said yes.
    pub to_yes: Times,
    /// The same, of those who said no.
    pub to_no: Times,
    /// Yes, of those who decided.
    pub accepted_of_decided: Share,
    /// Yes, of all that were sent.
    pub accepted_of_sent: Share,
    /// Stopped for want of an answer, or without one when its time was over.
    pub no_response: Share,
    /// Noes by group of the reason; all of them together are those who decided, less the yeses.
    pub declined: BTreeMap<String, Vec<i64>>,
    /// Decisions by how far from the due day they came: what comes on the last day shows.
    pub against_due: BTreeMap<Lateness, (Vec<i64>, Vec<i64>)>,
}

/// When a decision came, beside the day it was due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lateness {
    /// Three business days before, or more.
    Early,
    TwoBefore,
    DayBefore,
    OnTheDay,
    /// One to five business days after.
    Late,
    /// More.
    VeryLate,
}

impl Lateness {
    /// In order.
    pub const ALL: [Self; 6] = [Self::Early, Self::TwoBefore, Self::DayBefore, Self::OnTheDay, Self::Late, Self::VeryLate];

    /// On the page and in files.
    pub fn label(self) -> &'static str {
        match self {
            Self::Early => "3 or more days early",
            Self::TwoBefore => "2 days early",
            Self::DayBefore => "1 day early",
            Self::OnTheDay => "On the last day",
            Self::Late => "1 to 5 days late",
            Self::VeryLate => "6 or more days late",
        }
    }

    fn of(taken: u32, due: u32) -> Self {
        match i64::from(taken) - i64::from(due) {
            ..=-3 => Self::Early,
            -2 => Self::TwoBefore,
            -1 => Self::DayBefore,
            0 => Self::OnTheDay,
            1..=5 => Self::Late,
            6.. => Self::VeryLate,
        }
    }
}

impl Answers {
    pub(super) fn add(&mut self, trail: &Trail<'_>, sent: Day, reading: &Reading<'_>) {
        let number = trail.log.number;
        let due = reading.ruler.due(sent, reading.days(trail, Limit::Acknowledge, sent), &trail.log.closed);
        let in_time = trail.answered_on.is_some_and(|on| on <= due);
        self.acknowledged_in_time.add(number, reading.today > due, in_time);
        self.to_acknowledge.add(number, trail.answered_on.map(|on| reading.ruler.taken(sent, on, &trail.pauses)));

        let taken = trail.decided.map(|(on, _)| reading.ruler.taken(sent, on, &trail.pauses));
        self.to_decision.add(number, taken);
        self.accepted_of_sent.add(number, true, trail.is_accepted());
        if let (Some((_, is_yes)), Some(taken)) = (trail.decided, taken) {
            self.accepted_of_decided.add(number, true, is_yes);
            let beside = self.against_due.entry(Lateness::of(taken.business, reading.days(trail, Limit::Decision, sent))).or_default();
            let (times, list) = if is_yes { (&mut self.to_yes, &mut beside.0) } else { (&mut self.to_no, &mut beside.1) };
            times.add(number, Some(taken));
            list.push(number);
            if !is_yes {
                self.declined.entry(group_of_no(trail)).or_default().push(number);
            }
        }

        let over = reading.ruler.due(sent, waits::NO_RESPONSE, &trail.log.closed);
        self.no_response.add(number, reading.today > over, is_silence(trail, over));
    }
}

/// Stopped by the clock; or no sign of the partner by the end of that day while it could still give one.
fn is_silence(trail: &Trail<'_>, over: Day) -> bool {
    let stopped_by_clock = trail.end.is_some_and(|end| end.line.entry.event == Event::AutoRecall);
    let was_open = trail.end.is_none_or(|end| end.on > over);
    stopped_by_clock || (was_open && trail.answered_on.is_none_or(|on| on > over))
}

fn group_of_no(trail: &Trail<'_>) -> String {
    let no = trail.lines.iter().rev().find(|line| line.entry.event == Event::Reject);
    no.map(|line| line.group.clone()).unwrap_or_default()
}
