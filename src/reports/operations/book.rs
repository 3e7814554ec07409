//! Everything that operational figures are counted from, as plain rows; and the way of each business through the program. Pure.

use super::figures::Decides;
use super::queries::Areas;
use crate::equity::catalogue::{Point, Way};
use crate::referrals::Kind;
use crate::referrals::passage::Passage;
use crate::reports::Span;
use crate::resources::Brought;
use crate::values::{Day, FundingKind, ResourceKind, Unit};
use crate::workers::quality::Quality;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A business that was enrolled on some day of the span.
#[derive(Debug, Clone)]
pub struct Enrolled {
    /// In which programs, by row key.
    pub programs: Vec<i64>,
    /// The first day it was enrolled in any of them, whether in the span or before.
    pub first: Day,
}

/// Services of a business in the span.
#[derive(Debug, Clone, Copy, Default)]
pub struct Served {
    /// How many.
    pub services: i64,
    /// How long together.
    pub minutes: i64,
}

/// A resource; each step with its amount and its day, if they are known.
#[derive(Debug, Clone)]
pub struct Award {
    /// To whom, by row key.
    pub business: i64,
    /// Under which program, by row key.
    pub program: i64,
    /// What kind.
    pub kind: ResourceKind,
    /// What its amounts count.
    pub unit: Unit,
    /// Asked for.
    pub applied: (Option<i64>, Option<Day>),
    /// Promised.
    pub awarded: (Option<i64>, Option<Day>),
    /// Handed over.
    pub delivered: (Option<i64>, Option<Day>),
    /// When the answer to the application was no.
    pub refused_on: Option<Day>,
    /// Who pays.
    pub source: Option<String>,
    /// What kind of money it is.
    pub money: Option<FundingKind>,
    /// Whether it is on record who decided, and by which decision.
    pub is_decided: (bool, bool),
    /// What the client brings.
    pub brought: Brought,
}

/// The work at one business.
#[derive(Debug, Clone)]
pub struct Counted {
    /// Where, by row key.
    pub business: i64,
    /// What it comes to.
    pub quality: Quality,
    /// With what its pay is compared, in words.
    pub compared: Option<String>,
}

/// Everything of a span.
#[derive(Debug, Clone, Default)]
pub struct Book {
    /// Businesses enrolled on some day of it, by row key.
    pub enrolled: BTreeMap<i64, Enrolled>,
    /// The first service of each business, whenever it was.
    pub first_served: HashMap<i64, Day>,
    /// Services of the span.
    pub served: HashMap<i64, Served>,
    /// Resources with a step in the span, or without any day.
    pub awards: Vec<Award>,
    /// What happened to referrals in it.
    pub passages: Vec<Passage>,
    /// The last count of workers of each business in it whose work somebody described.
    pub jobs: Vec<Counted>,
    /// Who decides; awards are counted from those above.
    pub decides: Decides,
}

/// Who joined so many days before the figures were made is followed to the end of the longest wait that is counted.
pub const FOLLOWED: i64 = 90;
/// The waits that are counted, in days.
const WITHIN: [u8; 3] = [30, 60, 90];

impl Counted {
    /// Whether half or more of the workers whose pay can be compared get a living wage; nothing where no pay can be.
    pub fn pays_enough(&self) -> Option<bool> {
        let living = self.quality.living;
        (living.known() > 0).then(|| 2 * living.yes >= living.known())
    }
}

impl Award {
    /// No step of it has a day.
    pub fn is_without_a_day(&self) -> bool {
        self.applied.1.or(self.awarded.1).or(self.delivered.1).or(self.refused_on).is_none()
    }

    /// What was awarded in a span: an award without an amount is none.
    pub fn awarded_in(&self, span: Span) -> Option<i64> {
        let (amount, on) = self.awarded;
        amount.filter(|_| on.is_some_and(|on| span.holds(on)))
    }
}

impl Book {
    /// Leaves what is of some businesses alone, and of referrals those of one kind.
    pub fn narrow(&mut self, is_in: impl Fn(i64) -> bool, kind: Option<Kind>) {
        self.enrolled.retain(|business, _| is_in(*business));
        self.served.retain(|business, _| is_in(*business));
        self.awards.retain(|award| is_in(award.business));
        self.jobs.retain(|counted| is_in(counted.business));
        self.passages.retain(|passage| is_in(passage.business) && kind.is_none_or(|kind| passage.kind == kind));
    }

    /// The way of each business that was enrolled, by row key. `programs` are the row keys by whose places programs are named; only
    /// the first 32 have one.
    pub fn ways(&self, span: Span, as_of: Day, areas: &Areas, programs: &[i64]) -> Vec<(i64, Way)> {
        let mut referred: HashMap<i64, Way> = HashMap::new();
        for passage in &self.passages {
            let way = referred.entry(passage.business).or_default();
            let station = match (passage.is_completed, passage.is_accepted) {
                (true, _) => Point::Completed,
                (false, true) => Point::Accepted,
                (false, false) => Point::Referred,
            };
            way.station = way.station.max(Some(station));
            way.is_declined |= passage.is_declined;
            way.is_unanswered |= passage.is_unanswered;
            way.is_disputed |= passage.is_disputed;
        }
        let awarded: HashSet<i64> =
            self.awards.iter().filter(|award| award.awarded_in(span).is_some()).map(|award| award.business).collect();
        let is_refused = |award: &&Award| award.refused_on.is_some_and(|on| span.holds(on));
        let refused: HashSet<i64> = self.awards.iter().filter(is_refused).map(|award| award.business).collect();
        let pays: HashMap<i64, bool> = self.jobs.iter().filter_map(|counted| Some((counted.business, counted.pays_enough()?))).collect();
        let way = |(business, enrolled): (&i64, &Enrolled)| {
            let own = referred.get(business).copied().unwrap_or_default();
            let served = self.served.contains_key(business).then_some(Point::Served);
            let place = |program: &i64| programs.iter().take(32).position(|other| other == program);
            let way = Way {
                station: own.station.max(served).max(Some(Point::Enrolled)),
                is_awarded: awarded.contains(business),
                joined: self.joined(*business, enrolled, span, as_of),
                area: areas.of(*business),
                is_refused: refused.contains(business),
                pays_enough: pays.get(business).copied(),
                programs: enrolled.programs.iter().filter_map(place).fold(0, |bits, place| bits | 1 << place),
                ..own
            };
            (*business, way)
        };
        self.enrolled.iter().map(way).collect()
    }

    /// The least of 30, 60 and 90 days within which a business that joined in the span was served; 0 where it was not.
    fn joined(&self, business: i64, enrolled: &Enrolled, span: Span, as_of: Day) -> Option<u8> {
        let is_followed = span.holds(enrolled.first) && enrolled.first.days_until(as_of) >= FOLLOWED;
        let waited = self.waited(business, enrolled);
        is_followed.then(|| WITHIN.into_iter().find(|days| waited.is_some_and(|waited| waited <= i64::from(*days))).unwrap_or(0))
    }

    /// Days from the first enrollment to the first service; a service before it is no wait.
    pub fn waited(&self, business: i64, enrolled: &Enrolled) -> Option<i64> {
        self.first_served.get(&business).map(|served| enrolled.first.days_until(*served).max(0))
    }
}
