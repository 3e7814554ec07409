//! How things stand today, and how quick our own advisors are: what is open, what waits, whom our words reach.

use super::Reading;
use super::count::Share;
use super::trail::Trail;
use crate::referrals::Ball;
use crate::referrals::lifecycle::{Event, Party};
use crate::values::{Day, Limit, Origin};
use std::collections::{BTreeMap, BTreeSet};

/// The rows of the table on what is open, and on us.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// Open today, by age and by who has the ball; of every month.
    pub ageing: BTreeMap<(Age, Ball), Vec<i64>>,
    /// What others asked for was looked at in time; by the month of asking.
    pub triaged: Share,
    /// People with referrals, by language: all of them, and those whom a notice reached or who used their page.
    pub reach: BTreeMap<String, Reach>,
}

/// People of one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// Row keys of people with referrals.
    pub people: BTreeSet<i64>,
    /// Of these, reached.
    pub reached: BTreeSet<i64>,
}

/// Business days since sending, in five steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Age {
    UpTo5,
    UpTo10,
    UpTo20,
    UpTo45,
    Older,
}

impl Age {
    /// In order.
    pub const ALL: [Self; 5] = [Self::UpTo5, Self::UpTo10, Self::UpTo20, Self::UpTo45, Self::Older];

    /// On the page and in files.
    pub fn label(self) -> &'static str {
        match self {
            Self::UpTo5 => "0-5",
            Self::UpTo10 => "6-10",
            Self::UpTo20 => "11-20",
            Self::UpTo45 => "21-45",
            Self::Older => "46+",
        }
    }

    fn of(business_days: u32) -> Self {
        match business_days {
            0..=5 => Self::UpTo5,
            6..=10 => Self::UpTo10,
            11..=20 => Self::UpTo20,
            21..=45 => Self::UpTo45,
            46.. => Self::Older,
        }
    }
}

impl Standing {
    /// What is open today, whenever it was sent.
    pub(super) fn add_open(&mut self, trail: &Trail<'_>, reading: &Reading<'_>) {
        if let Some(sent) = trail.counts_from().filter(|_| !trail.is_over()) {
            let age = Age::of(reading.ruler.business(sent, reading.today));
            self.ageing.entry((age, trail.ball())).or_default().push(trail.log.number);
        }
    }

    /// What somebody else asked for, sent or not.
    pub(super) fn add_asked(&mut self, trail: &Trail<'_>, asked: Day, reading: &Reading<'_>) {
        if !matches!(trail.log.origin, Origin::SelfRequest | Origin::InboundPartner) || trail.is_mistake() {
            return;
        }
        let is_ours = |party| matches!(party, Party::Advisor | Party::Manager);
        let looked = trail.lines.iter().find(|line| line.entry.event != Event::Create && is_ours(line.entry.party));
        let due = reading.ruler.due(asked, reading.days(trail, Limit::Triage, asked), &[]);
        let in_time = looked.is_some_and(|line| reading.zone.day(line.at) <= due);
        self.triaged.add(trail.log.number, reading.today > due, in_time);
    }

    /// Who is told about it, and whether anything reached them.
    pub(super) fn add_person(&mut self, trail: &Trail<'_>) {
        let Some((person, language)) = &trail.log.person else { return };
        let reach = self.reach.entry(language.clone()).or_default();
        reach.people.insert(*person);
        let acted = trail.lines.iter().any(|line| line.entry.party == Party::Entrepreneur);
        let told = trail.lines.iter().any(|line| trail.told_of(line.seq).is_some());
        if acted || told {
            reach.reached.insert(*person);
        }
    }
}
