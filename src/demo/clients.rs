//! The made-up clients: businesses, owners, and what owners say of themselves.

use super::city::{ADVISORS, KITCHENS, KITCHENS_ADVISOR, MAKERS};
use super::dice::Dice;
use super::plan::{Client, Days, Owner, Reply, When};
use super::quota::{Lot, Silence};
use super::words::{AREAS, FIRST, LANGUAGES, LAST, PLACES, TRADES, Trade};
use crate::values::{ContactBy, Day, LegalForm, Stage};
use std::collections::BTreeSet;

/// The last days of the closed year in which nobody is enrolled any more, so that every first referral is decided in it.
const LAST_REFERRALS: i64 = 66;
/// How owners share a business, in hundredths of a percent.
type Shares = &'static [Option<u32>];

const ALONE: Shares = &[Some(10_000)];
const HALVES: Shares = &[Some(5_000), Some(5_000)];
/// Members of a cooperative: one vote each, no shares.
const MEMBERS: Shares = &[None; 5];

/// The clients of all programs, those of the large one first.
pub fn plan(seed: u64, days: &Days, large: usize, lots: Vec<Lot>) -> Vec<Client> {
    let mut maker = Maker {
        days,
        large,
        dice: Dice::new(seed, "clients"),
        names: BTreeSet::new(),
        telephones: 0,
        people: people(&mut Dice::new(seed, "people")),
    };
    let slots = slots(&lots);
    lots.into_iter().zip(slots).enumerate().map(|(at, (lot, slot))| maker.client(at, lot, slot)).collect()
}

/// When an owner was asked about themselves, and when they answered if they did.
pub fn self_id_moments(client: &Client, place: usize) -> (When, When) {
    let lag = i64::try_from((client.name.len() + place * 3) % 6).unwrap_or(0);
    let place = u16::try_from(place).unwrap_or(0);
    let asked = When { day: client.enrolled.day, minute: client.enrolled.minute + 20 + place };
    (asked, When { day: asked.day.plus_days(lag), minute: asked.minute + 35 })
}

/// Each lot's place among those like it. Whatever goes by it falls on every sex, verdict and award alike.
fn slots(lots: &[Lot]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..lots.len()).collect();
    order.sort_by_key(|at| lots.get(*at).map(|lot| (lot.is_late, lot.verdict, lot.is_funded, lot.sex, *at)));
    let mut slots = vec![0; lots.len()];
    for (place, at) in order.into_iter().enumerate() {
        if let Some(slot) = slots.get_mut(at) {
            *slot = place;
        }
    }
    slots
}

/// First and last names in every pairing, mixed.
fn people(dice: &mut Dice) -> Vec<(&'static str, &'static str)> {
    let mut people: Vec<_> = FIRST.iter().flat_map(|first| LAST.iter().map(|last| (*first, *last))).collect();
    dice.shuffle(&mut people);
    people
}

struct Maker<'d> {
    days: &'d Days,
    large: usize,
    dice: Dice,
    names: BTreeSet<String>,
    telephones: usize,
    people: Vec<(&'static str, &'static str)>,
}

impl Maker<'_> {
    fn client(&mut self, at: usize, lot: Lot, slot: usize) -> Client {
        let program = if at < self.large { MAKERS } else { KITCHENS };
        let advisor = if program == MAKERS { ADVISORS.get(at % ADVISORS.len()).copied().unwrap_or(0) } else { KITCHENS_ADVISOR };
        let foods = TRADES.iter().filter(|trade| trade.0.starts_with("311")).count();
        let trade = if program == MAKERS { self.dice.pick(TRADES) } else { TRADES.get(at % foods) };
        let (naics, product, endings) = trade.copied().unwrap_or(("311811", "Bread", ["Bakery"; 3]));
        let shares = shares_of(slot, &lot);
        let is_cooperative = shares == MEMBERS;
        let owners = self.owners(&lot, shares);
        let name = self.name(&owners, (naics, product, endings));
        let (neighborhood, postal_code, streets) = self.dice.pick(AREAS).copied().unwrap_or(("Northgate", "43091", ["Mill Street"; 2]));
        let street = format!("{} {}", self.dice.between(2, 480), self.dice.word(&streets));
        let enrolled = self.enrolled(at, program, lot.is_late);
        let (stage, started_on) = self.stage(enrolled.day);
        let owners =
            owners.into_iter().map(|owner| Owner { email: owner.email.map(|at| format!("{at}@{}.example", host(&name))), ..owner });
        let workers = self.workers(enrolled);
        Client {
            program,
            advisor,
            lot,
            naics,
            product,
            stage,
            legal_form: self.legal_form(is_cooperative, shares.len()),
            started_on,
            is_cooperative,
            street,
            neighborhood,
            postal_code,
            workers,
            owners: owners.collect(),
            enrolled,
            name,
        }
    }

    fn owners(&mut self, lot: &Lot, shares: Shares) -> Vec<Owner> {
        let family = self.people.last().map_or("Rivera", |(_, last)| *last);
        (0..shares.len())
            .zip(shares)
            .map(|(place, share)| {
                if self.people.is_empty() {
                    self.people = people(&mut self.dice);
                }
                let (first, last) = self.people.pop().unwrap_or(("Sam", "Rivera"));
                // A couple often has one name.
                let last = if shares == HALVES && self.dice.chance(50) { family } else { last };
                self.telephones += 1;
                let has_email = place == 0 || self.dice.chance(60);
                Owner {
                    first,
                    last,
                    telephone: telephone(self.telephones),
                    email: has_email.then(|| first.to_lowercase()).filter(|_| self.dice.chance(88)),
                    language: self.language(),
                    contact_by: self.contact_by(),
                    share_bp: *share,
                    race: race(lot, place, shares.len()),
                    sex: sex(lot, place, shares.len()),
                }
            })
            .collect()
    }

    /// Named for an owner, a place, or one more place: never twice the same.
    fn name(&mut self, owners: &[Owner], (_, _, endings): Trade) -> String {
        for _ in 0..200 {
            let place = self.dice.word(PLACES);
            let head = match self.dice.below(3) {
                0 => owners.first().map_or(place, |owner| owner.last),
                _ => place,
            };
            let name = format!("{head} {}", self.dice.word(&endings));
            if self.names.insert(name.clone()) {
                return name;
            }
        }
        let owner = owners.first().map_or("New", |owner| owner.last);
        let name = format!("{owner} and {} {}", self.dice.word(LAST), self.dice.word(&endings));
        if self.names.insert(name.clone()) { name } else { format!("{name} No. {}", self.names.len()) }
    }

    fn enrolled(&mut self, at: usize, program: usize, is_late: bool) -> When {
        let Days { start, until, first, last, .. } = *self.days;
        let until_last_month = last.plus_days(30) > until;
        let (from, to) = match (program, is_late) {
            // Where the year ended a moment ago, the late ones came at its end.
            (MAKERS, true) if until_last_month => (last.plus_days(-45), until.plus_days(-4)),
            (MAKERS, true) => (last.plus_days(2), until.plus_days(-4)),
            // Some came before the year began.
            (MAKERS, false) if at % 14 == 5 && start.plus_days(30) < first => (start.plus_days(2), first.plus_days(-1)),
            _ => (first, last.plus_days(-LAST_REFERRALS)),
        };
        let day = from.plus_days(self.dice.between(0, from.days_until(to).max(0)));
        let minute = 9 * 60 + self.dice.below(6 * 60);
        When { day: self.days.on_or_after(day), minute: u16::try_from(minute).unwrap_or(600) }
    }

    fn stage(&mut self, enrolled: Day) -> (Stage, Option<Day>) {
        match self.dice.below(100) {
            0..8 => (Stage::Idea, None),
            8..24 => (Stage::StartUp, Some(enrolled.plus_days(-self.dice.between(20, 300)))),
            _ => (Stage::InBusiness, Some(enrolled.plus_days(-self.dice.between(400, 9_000)))),
        }
    }

    fn legal_form(&mut self, is_cooperative: bool, owners: usize) -> LegalForm {
        match (is_cooperative, owners, self.dice.below(10)) {
            (true, ..) => LegalForm::Cooperative,
            (_, 1, 0..3) => LegalForm::SoleProprietor,
            (_, 2.., 0..=1) => LegalForm::Partnership,
            (_, _, 3..8) => LegalForm::Llc,
            (_, _, 8) => LegalForm::SCorporation,
            _ => LegalForm::Corporation,
        }
    }

    fn workers(&mut self, enrolled: When) -> Vec<(When, i64)> {
        let first = match self.dice.below(10) {
            0..3 => self.dice.between(1, 2),
            3..7 => self.dice.between(3, 9),
            7..9 => self.dice.between(10, 24),
            _ => self.dice.between(25, 60),
        };
        let mut counts = vec![(enrolled, first)];
        if self.dice.chance(60) {
            let day = self.days.on_or_after(enrolled.day.plus_days(self.dice.between(120, 300)));
            counts.push((When { day, minute: enrolled.minute }, (first + self.dice.between(-1, 4)).max(1)));
        }
        counts
    }

    fn language(&mut self) -> &'static str {
        let mut thrown = self.dice.below(100);
        for (language, part) in LANGUAGES {
            if thrown < *part {
                return language;
            }
            thrown -= part;
        }
        "en"
    }

    fn contact_by(&mut self) -> Option<ContactBy> {
        match self.dice.below(10) {
            0..3 => Some(ContactBy::Text),
            3..6 => Some(ContactBy::Email),
            6..8 => Some(ContactBy::Phone),
            8 => Some(ContactBy::Letter),
            _ => None,
        }
    }
}

/// Who shares a business with whom.
fn shares_of(slot: usize, lot: &Lot) -> Shares {
    // Two groups are two halves of a couple, or one person of both.
    match (lot.races.len(), slot % 30) {
        (2, even) if even.is_multiple_of(2) => HALVES,
        (2, _) => ALONE,
        (_, 3 | 17) => HALVES,
        (_, 8) => &[Some(6_000), Some(4_000)],
        (_, 13) => &[Some(8_000), Some(2_000)],
        (_, 21) => &[Some(3_334), Some(3_333), Some(3_333)],
        (_, 26) if slot % 90 == 26 => MEMBERS,
        (_, 28) => &[Some(5_100), Some(4_900)],
        _ => ALONE,
    }
}

/// What an owner answers, so that the business is what its lot says.
fn race(lot: &Lot, place: usize, owners: usize) -> Reply {
    match lot.silence {
        Silence::Declined => Reply::Declined,
        Silence::Unanswered => Reply::Unanswered,
        Silence::NotAsked => Reply::NotAsked,
        Silence::None => match (lot.races, owners) {
            ([one, other], 2) => Reply::Answered(vec![if place == 0 { one } else { other }]),
            (races, _) => Reply::Answered(races.to_vec()),
        },
    }
}

fn sex(lot: &Lot, place: usize, owners: usize) -> Reply {
    match lot.silence {
        Silence::Unanswered => Reply::Unanswered,
        Silence::NotAsked => Reply::NotAsked,
        _ if lot.sex_declined => Reply::Declined,
        Silence::Declined => Reply::Declined,
        // Couples, and every second member of the others.
        Silence::None => {
            let other = if lot.sex == "FEMALE" { "MALE" } else { "FEMALE" };
            Reply::Answered(vec![if place % 2 == 1 && owners > 1 { other } else { lot.sex }])
        }
    }
}

/// Numbers that ring nowhere.
fn telephone(at: usize) -> String {
    let area = 220 + (at / 100) * 10 + 4;
    format!("{area}-555-01{:02}", at % 100)
}

/// "brightsoaps" of "Bright Soaps".
fn host(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
}
