//! Releasing: who people are is read once, in memory, and what comes out is what the publication ledger tells.

use super::counting::{Owner, answers, answers_of, is_read_out};
use crate::equity::catalogue::{Class, Count, Headline, Ownership, Reply, Way, Who};
use crate::equity::groups::{GroupSet, Race, Sex};
use crate::equity::ledger::editions::{AlreadyTold, Answer, Ask, Business, Edition};
use crate::equity::ledger::money::{Award, totals};
use crate::equity::ledger::strands::{Replies, release_all};
use crate::error::Result;
use crate::store::Keyring;
use crate::values::Question;
use rusqlite::Connection;
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;

/// A business, as far as releasing needs it: what it did in each release, the new one last, and what it was awarded in the new one.
pub struct Client {
    /// Row key.
    pub business: i64,
    pub owners: Vec<Owner>,
    /// Owned by its members.
    pub is_cooperative: bool,
    /// The questions that some program of it asks.
    pub asked: Vec<Question>,
    pub ways: Vec<Way>,
    pub cents: i64,
}

/// The clients of a release with their owners' answers. What is in it is seen by nothing but the ledger.
pub struct Clients {
    businesses: Vec<Business>,
    replies: Vec<Replies>,
    awards: Vec<Award>,
    /// Row keys.
    keys: Vec<i64>,
}

/// What each business did and answered, in a form that only says whether it is the same: the words are mixed with a secret of the running
/// program, and thrown away.
pub struct Marks(HashMap<i64, u64>);

impl Marks {
    /// How many businesses are not what they were, came or went.
    #[must_use]
    pub fn changed(&self, other: &Self) -> usize {
        let is_other = |(business, mark): (&i64, &u64)| other.0.get(business) != Some(mark);
        self.0.iter().filter(|one| is_other(*one)).count() + other.0.keys().filter(|business| !self.0.contains_key(business)).count()
    }
}

/// For one kind of readers: what they were told before, and from where on a count is enough.
pub struct Readership<'a> {
    pub before: &'a [Edition],
    pub threshold: u32,
}

/// What one kind of readers is told.
pub struct Release {
    pub answer: Answer,
    pub cents: Vec<(Class, i64)>,
}

/// Reads the answers of the clients' owners.
pub fn clients(conn: &Connection, keys: &Keyring, clients: &[Client]) -> Result<Clients> {
    let mut read = Clients {
        businesses: Vec::with_capacity(clients.len()),
        replies: vec![Replies::default(); clients.len()],
        awards: Vec::new(),
        keys: clients.iter().map(|client| client.business).collect(),
    };
    let mut whos = vec![Who::default(); clients.len()];
    for (question, place) in Question::REPORTED.iter().copied().zip(0..) {
        // One question at a time: no more is open than is counted.
        let answers = answers(conn, keys, question)?;
        for ((client, who), replies) in clients.iter().zip(&mut whos).zip(&mut read.replies) {
            let owners = answers_of(&client.owners, keys, &answers, question, client.asked.contains(&question));
            let answer = crate::equity::unit_answer(&owners, client.is_cooperative);
            let groups = answer.groups().unwrap_or(GroupSet::EMPTY);
            match question {
                Question::Race => (who.race, who.ownership) = (groups, Ownership::of(&owners, client.is_cooperative)),
                Question::Sex => who.sex = groups,
                _ => {}
            }
            let reply = Reply::of(answer, is_read_out(&client.owners, keys, &answers));
            replies.get_mut(place).into_iter().for_each(|place: &mut Reply| *place = reply);
        }
    }
    for (client, who) in clients.iter().zip(whos) {
        read.businesses.push(Business { ways: client.ways.clone(), who });
        read.awards.push(Award { who, cents: client.cents.max(0) });
    }
    Ok(read)
}

impl Clients {
    /// What each is now, to be compared with what it is later.
    pub fn marks(&self) -> Marks {
        static SECRET: LazyLock<RandomState> = LazyLock::new(RandomState::new);
        let each = self.keys.iter().zip(&self.businesses).zip(&self.replies);
        Marks(each.map(|((key, business), replies)| (*key, SECRET.hash_one((&business.ways, business.who, replies)))).collect())
    }

    /// What of the list is told to one kind of readers. `may_tell` and `may_tell_cents`: what looser readers are told. `hears`: how far it
    /// is.
    pub fn release(
        &self,
        counts: &[Count],
        may_tell: &[bool],
        readers: &Readership<'_>,
        may_tell_cents: &dyn Fn(Class) -> bool,
        hears: &mut dyn FnMut(usize, usize),
    ) -> std::result::Result<Release, AlreadyTold> {
        let threshold = i64::from(readers.threshold);
        let ask = Ask { before: readers.before, counts, may_tell, businesses: &self.businesses, threshold };
        let answer = release_all(&ask, &self.replies, hears)?;
        let told: Vec<Class> = awarded(counts, &answer).into_iter().filter(|class| may_tell_cents(*class)).collect();
        let all = may_tell_cents(Class::Everyone).then(|| (Class::Everyone, self.awards.iter().map(|award| award.cents).sum()));
        let cents = all.into_iter().chain(totals(&self.awards, &told, threshold)).collect();
        Ok(Release { answer, cents })
    }
}

/// Classes of which the number of businesses with an award is told: only their money may be.
fn awarded(counts: &[Count], answer: &Answer) -> Vec<Class> {
    use crate::equity::catalogue::{Place, Point};
    let wide = |class: &Class| {
        let all: Vec<Class> = Headline::ALL.map(Class::Headline).into_iter().chain(Race::ALL.map(Class::Race)).collect();
        all.contains(class) || Sex::ALL.map(Class::Sex).contains(class) || *class == Class::NoSex
    };
    let is_awarded = |count: &Count| count.point == Point::Awarded && count.place == Place::Everywhere && wide(&count.class);
    let told = counts.iter().zip(&answer.told).filter(|(count, told)| told.is_some() && is_awarded(count));
    told.map(|(count, _)| count.class).collect()
}
