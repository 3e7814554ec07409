//! The measures of the referral network: logs in, figures out. Pure: the clock and the database stay outside.
//!
//! A cohort is the referrals sent in some months. Drafts, entries made in error and duplicates are out, and an event that was
//! undone leaves no trace. A rate with a waiting period counts only referrals old enough (`waits`); the younger stand beside it.
//! A referral that was opened again counts once, by how it stands now, except where `words` says otherwise. Everything here is
//! exact and live: nothing in a log says who an owner is.
//!
//! `log` is what goes in; `trail` is one log read; `answers`, `work`, `voice`, `ends` and `standing` are the rows of the table;
//! `words` says what each row counts; `rows` lays them out for files.

pub mod answers;
pub mod brought;
pub mod closed;
pub mod count;
pub mod days;
pub mod ends;
pub mod log;
pub mod rows;
pub mod standing;
mod trail;
pub mod voice;
pub mod waits;
pub mod words;
pub mod work;

#[cfg(test)]
mod tests;

pub use answers::Answers;
pub use count::{Share, Times};
pub use ends::Ends;
pub use log::Log;
pub use standing::Standing;
pub use voice::Voice;
pub use work::Work;

use super::clock::Calendar;
use super::kinds::Kind;
use super::lifecycle::Refusal;
use super::policy::PolicyBook;
use crate::values::{Day, Limit, Zone};
use days::Ruler;
use std::collections::HashMap;
use trail::Trail;

/// Which referrals a set of measures is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// First day of sending.
    pub first: Day,
    /// Last day of sending.
    pub last: Day,
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only this partner.
    pub partner: Option<String>,
    /// Only businesses of this place.
    pub place: Option<String>,
    /// Only businesses that were in this zone when it was sent; with an empty name those that were in none.
    pub zone: Option<String>,
}

/// Every row of the table, for one scope.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Measures {
    /// Numbers of the referrals sent.
    pub sent: Vec<i64>,
    /// Sent in these months, and taken out as mistakes or duplicates.
    pub left_out: Vec<i64>,
    /// What partners answer.
    pub answers: Answers,
    /// What came of a yes.
    pub work: Work,
    /// What partners report and entrepreneurs say.
    pub voice: Voice,
    /// How it ended, and what came after.
    pub ends: Ends,
    /// How things stand today.
    pub standing: Standing,
    /// How far the referrals came: each step is part of the one before.
    pub funnel: Funnel,
}

/// Sent, decided, accepted, completed, confirmed: one figure never larger than the one before it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Funnel {
    pub sent: Vec<i64>,
    pub decided: Vec<i64>,
    pub accepted: Vec<i64>,
    pub completed: Vec<i64>,
    pub confirmed: Vec<i64>,
}

/// All logs, read once. Any number of scopes can be measured from it, each in one pass.
#[derive(Debug)]
pub struct Book<'l> {
    trails: Vec<Trail<'l>>,
    reading: Reading<'l>,
}

/// What the rows look up beside the log in hand.
#[derive(Debug)]
pub(in crate::referrals::measures) struct Reading<'l> {
    ruler: Ruler<'l>,
    zone: &'l Zone,
    /// The days that the program's managers set, and from when on.
    policy: &'l PolicyBook,
    today: Day,
    /// For each referral that was replaced: when the replacement was sent.
    doors: HashMap<i64, Day>,
    /// For each business and kind: the days on which a need was met.
    met: HashMap<(i64, Kind), Vec<Day>>,
}

impl Reading<'_> {
    /// The days that held for a clock that started on a day.
    fn days(&self, trail: &Trail<'_>, limit: Limit, starts: Day) -> u32 {
        self.policy.days(trail.log.kind, limit, starts.date())
    }

    /// This many days have gone by.
    fn is_past(&self, from: Day, days: u32) -> bool {
        from.days_until(self.today) >= i64::from(days)
    }

    /// The same need of the same business was met: from the day this one was sent until 180 days after its end.
    fn was_met(&self, trail: &Trail<'_>, sent: Day, ended: Day) -> bool {
        let until = ended.plus_days(i64::from(waits::UNMET));
        self.met.get(&(trail.log.business, trail.log.kind)).is_some_and(|days| days.iter().any(|on| (sent..=until).contains(on)))
    }
}

impl<'l> Book<'l> {
    /// Reads every log once.
    ///
    /// # Errors
    /// Refused where a log could not have happened.
    pub fn open(logs: &'l [Log], zone: &'l Zone, calendar: &'l Calendar, policy: &'l PolicyBook, today: Day) -> Result<Self, Refusal> {
        let trails = logs.iter().map(|log| Trail::read(log, zone)).collect::<Result<Vec<_>, _>>()?;
        let first = logs.iter().filter_map(|log| log.lines.first()).map(|line| zone.day(line.at)).min().unwrap_or(today);
        let mut doors: HashMap<i64, Day> = HashMap::new();
        let mut met: HashMap<(i64, Kind), Vec<Day>> = HashMap::new();
        for trail in &trails {
            if let (Some(replaced), Some(sent)) = (trail.log.replaces, trail.counts_from()) {
                let on = doors.entry(replaced).or_insert(sent);
                *on = sent.min(*on);
            }
            let denied = trail.answer().is_some() && !trail.is_confirmed();
            if let Some(end) = trail.end.filter(|_| trail.is_reported_met() && !denied) {
                met.entry((trail.log.business, trail.log.kind)).or_default().push(end.on);
            }
        }
        let reading = Reading { ruler: Ruler::new(calendar, first, today), zone, policy, today, doors, met };
        Ok(Self { trails, reading })
    }

    /// The measures of one scope.
    pub fn measure(&self, scope: &Scope) -> Measures {
        let mut measures = Measures::default();
        let in_months = |day: Day| (scope.first..=scope.last).contains(&day);
        for trail in self.trails.iter().filter(|trail| is_of(trail, scope)) {
            measures.standing.add_open(trail, &self.reading);
            let asked = trail.lines.first().map(|line| self.reading.zone.day(line.at));
            if let Some(asked) = asked.filter(|day| in_months(*day)) {
                measures.standing.add_asked(trail, asked, &self.reading);
            }
            match trail.counts_from() {
                Some(sent) if in_months(sent) => self.add(&mut measures, trail, sent),
                None if trail.sent_on.is_some_and(in_months) => measures.left_out.push(trail.log.number),
                _ => {}
            }
        }
        measures
    }

    fn add(&self, measures: &mut Measures, trail: &Trail<'_>, sent: Day) {
        measures.sent.push(trail.log.number);
        measures.answers.add(trail, sent, &self.reading);
        measures.work.add(trail, sent, &self.reading);
        measures.voice.add(trail, &self.reading);
        measures.ends.add(trail, sent, &self.reading);
        measures.standing.add_person(trail);
        measures.funnel.add(trail);
    }
}

impl Funnel {
    fn add(&mut self, trail: &Trail<'_>) {
        let steps = [
            (&mut self.sent, true),
            (&mut self.decided, trail.decided.is_some()),
            (&mut self.accepted, trail.is_accepted()),
            (&mut self.completed, trail.is_completed()),
            (&mut self.confirmed, trail.is_confirmed()),
        ];
        for (list, _) in steps.into_iter().take_while(|(_, came_so_far)| *came_so_far) {
            list.push(trail.log.number);
        }
    }

    /// The steps in order, with their words.
    pub fn steps(&self) -> [(&'static str, &[i64]); 5] {
        [
            ("Sent", &self.sent),
            ("Decided", &self.decided),
            ("Accepted", &self.accepted),
            ("Completed", &self.completed),
            ("Confirmed", &self.confirmed),
        ]
    }
}

fn is_of(trail: &Trail<'_>, scope: &Scope) -> bool {
    scope.kind.is_none_or(|kind| kind == trail.log.kind)
        && scope.partner.as_ref().is_none_or(|partner| *partner == trail.log.partner)
        && scope.place.as_ref().is_none_or(|place| *place == trail.log.place)
        && scope.zone.as_ref().is_none_or(|zone| if zone.is_empty() { trail.log.zones.is_empty() } else { trail.log.zones.contains(zone) })
}
