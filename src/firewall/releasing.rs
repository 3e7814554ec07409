//! Releasing: who people are is read once, in memory, and what comes out is what the publication ledger tells.

use super::counting::{Owner, answers, answers_of};
use crate::equity::catalogue::{Class, Count, Headline, Ownership, Way, Who};
use crate::equity::groups::{GroupSet, Race, Sex};
use crate::equity::ledger::editions::{AlreadyTold, Answer, Ask, Business, Edition, release};
use crate::equity::ledger::money::{Award, totals};
use crate::error::Result;
use crate::store::{Keyring, sha256};
use crate::values::Question;
use rusqlite::Connection;

/// A business, as far as releasing needs it: what it did in each release, the new one last, and what it was awarded in the new one.
pub struct Client {
    pub owners: Vec<Owner>,
    /// Owned by its members.
    pub is_cooperative: bool,
    pub ways: Vec<Way>,
    pub cents: i64,
}

/// The clients of a release with their owners' answers. What is in it is seen by nothing but the ledger.
pub struct Clients {
    businesses: Vec<Business>,
    awards: Vec<Award>,
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
    /// How many worlds were found that fit everything told, and their digest.
    pub worlds: usize,
    pub worlds_hash: [u8; 32],
}

/// Reads the answers of the clients' owners.
pub fn clients(conn: &Connection, keys: &Keyring, clients: &[Client]) -> Result<Clients> {
    let (race, sex) = (answers(conn, keys, Question::Race)?, answers(conn, keys, Question::Sex)?);
    let mut read = Clients { businesses: Vec::with_capacity(clients.len()), awards: Vec::new() };
    for client in clients {
        let of_race = answers_of(&client.owners, keys, &race, Question::Race);
        let of_sex = answers_of(&client.owners, keys, &sex, Question::Sex);
        let groups = |owners: &[_]| crate::equity::unit_answer(owners, client.is_cooperative).groups().unwrap_or(GroupSet::EMPTY);
        let who = Who { race: groups(&of_race), sex: groups(&of_sex), ownership: Ownership::of(&of_race, client.is_cooperative) };
        read.businesses.push(Business { ways: client.ways.clone(), who });
        read.awards.push(Award { who, cents: client.cents.max(0) });
    }
    Ok(read)
}

impl Clients {
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
        let answer = release(&ask, hears)?;
        let told: Vec<Class> = awarded(counts, &answer).into_iter().filter(|class| may_tell_cents(*class)).collect();
        let all = may_tell_cents(Class::Everyone).then(|| (Class::Everyone, self.awards.iter().map(|award| award.cents).sum()));
        let cents = all.into_iter().chain(totals(&self.awards, &told, threshold)).collect();
        let worlds_hash = sha256(format!("{:?}", answer.worlds).as_bytes());
        Ok(Release { cents, worlds: answer.worlds.len(), worlds_hash, answer })
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
