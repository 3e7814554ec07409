//! Ends: whether the loop closed, whether people were told, and what came after a no.

use super::Reading;
use super::count::{Share, Times};
use super::log::Line;
use super::trail::{End, Trail};
use super::waits;
use crate::referrals::lifecycle::{Event, Party};
use crate::values::{Day, Limit};
use std::collections::BTreeMap;

/// The rows of the table on ends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ends {
    /// Over, the entrepreneur told, and asked to confirm or given a next step.
    pub loop_closed: Share,
    /// From an event to the entrepreneur's knowing of it, for each event they are owed a word on.
    pub notice_lag: Times,
    /// A new request was begun in time, of negative ends.
    pub re_referred: Share,
    /// From a negative end to the sending of the request that replaces it.
    pub next_door: Times,
    /// Needs nobody met, of negative ends that left one.
    pub unmet: Share,
    /// The same by group of the reason and by place.
    pub unmet_by_reason: BTreeMap<String, Vec<i64>>,
    pub unmet_by_place: BTreeMap<String, Vec<i64>>,
    pub unmet_by_kind: BTreeMap<&'static str, Vec<i64>>,
    /// Stopped by the entrepreneur.
    pub withdrawn: Share,
    /// Of these, for the sake of privacy.
    pub for_privacy: Share,
    /// The advisor's step after a negative end came in time.
    pub followed_up: Share,
}

impl Ends {
    pub(super) fn add(&mut self, trail: &Trail<'_>, sent: Day, reading: &Reading<'_>) {
        let number = trail.log.number;
        self.loop_closed.add(number, reading.is_past(sent, waits::LOOP), is_closed(trail, reading));
        self.add_lags(trail, reading);
        let withdrawal = trail.end.filter(|end| end.line.entry.event == Event::Withdraw);
        let reason = withdrawal.and_then(|end| end.line.entry.reason.as_deref());
        self.withdrawn.add(number, true, withdrawal.is_some());
        self.for_privacy.add(number, true, reason == Some("privacy_concern"));
        if let Some(end) = trail.negative_end() {
            self.add_negative(trail, sent, end, reading);
        }
    }

    fn add_lags(&mut self, trail: &Trail<'_>, reading: &Reading<'_>) {
        let number = trail.log.number;
        let spoken =
            trail.end.filter(|end| !is_own_deed(end.line)).and_then(|end| trail.told_of_end(reading.zone).map(|on| (end.line.seq, on)));
        for line in &trail.lines {
            let spoken = spoken.filter(|(seq, _)| *seq == line.seq).map(|(_, on)| on);
            let notice = trail.told.get(&line.seq);
            if notice.is_some() || spoken.is_some() {
                let read = notice.copied().flatten().map(|at| reading.zone.day(at));
                let told = read.into_iter().chain(spoken).min();
                let on = reading.zone.day(line.at);
                self.notice_lag.add(number, told.map(|told| reading.ruler.taken(on, told, &[])));
            }
        }
    }

    fn add_negative(&mut self, trail: &Trail<'_>, sent: Day, end: End<'_>, reading: &Reading<'_>) {
        let number = trail.log.number;
        let by = |days| reading.ruler.due(end.on, days, &[]);
        let mut later = trail.lines.iter().filter(|line| line.seq > end.line.seq);
        let again = later.find(|line| line.entry.event == Event::ReRefer).map(|line| reading.zone.day(line.at));
        self.re_referred.add(number, reading.today > by(waits::RE_REFER), again.is_some_and(|on| on <= by(waits::RE_REFER)));
        let door = reading.doors.get(&number).map(|on| reading.ruler.taken(end.on, (*on).max(end.on), &[]));
        self.next_door.add(number, door);
        let step = trail.next_step().map(|line| reading.zone.day(line.at));
        let follow_up = reading.days(trail, Limit::FollowUp, end.on);
        self.followed_up.add(number, reading.today > by(follow_up), step.is_some_and(|on| on <= by(follow_up)));

        let no_service = trail.now.next_step.as_deref() == Some("no_service_exists");
        if !end.line.unmet && !no_service {
            return;
        }
        let is_mature = reading.is_past(end.on, waits::UNMET + 1);
        let is_unmet = !reading.was_met(trail, sent, end.on);
        self.unmet.add(number, is_mature, is_unmet);
        if is_mature && is_unmet {
            let reason = if no_service { "no_service_exists" } else { &end.line.group };
            self.unmet_by_reason.entry(reason.to_owned()).or_default().push(number);
            self.unmet_by_place.entry(trail.log.place.clone()).or_default().push(number);
            self.unmet_by_kind.entry(trail.log.kind.code()).or_default().push(number);
        }
    }
}

/// Nobody has to tell the entrepreneur what they did themselves.
fn is_own_deed(line: &Line) -> bool {
    line.entry.event == Event::Withdraw || line.entry.party == Party::Entrepreneur
}

/// All three: it is over, the entrepreneur knows, and they were asked whether it is right or have a next step.
fn is_closed(trail: &Trail<'_>, reading: &Reading<'_>) -> bool {
    let Some(end) = trail.end.filter(|_| trail.is_over()) else { return false };
    let knows = trail.told_of_end(reading.zone).is_some();
    let is_settled = if trail.is_completed() {
        trail.told_of(end.line.seq).is_some() || trail.answer().is_some()
    } else {
        trail.now.next_step.is_some() || trail.now.wants_nothing_more
    };
    knows && is_settled
}
