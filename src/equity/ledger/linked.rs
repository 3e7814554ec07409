//! Across releases, by other worlds: for somebody who takes answers to stay what they are, each business is one and the same in all of them.
//!
//! Why sums and differences are not enough: that no number is below 0 tells more than they do. Where the White owners of a year's awards
//! are as many as those of an earlier period within it, none of whoever was awarded something later is White.
//!
//! A world here is what every business did in every release, as it is known, with answers that may be other ones. It says what was told
//! in all releases, as far as that is true of the answers of today. A secret that the past holds within less than one client stays so,
//! whatever is told now, and is passed over; where no other whole clients are found in what was told before, a solver's limits are held
//! apart.
//!
//! Limits: classes are looked at by families (headline classes, sex, each race, a strand), not all at once, and only as long as there are
//! no more than [`MOST_COLUMNS`] kinds of businesses in one: of a large program's many histories nothing is proved but by sums and
//! differences. Each release says what it rests on ([`Looked`]).

use super::super::catalogue::{Class, Count, Headline};
use super::super::groups::{Race, Sex};
use super::editions::{Ask, At, Kept, Sheet};
use super::engine::{Apart, Hears, Secret, Task, keep_apart};
use super::worlds::Facts;
use std::collections::{HashMap, HashSet};

/// So many kinds of businesses are looked at in one family: more would take many minutes.
const MOST_COLUMNS: usize = 4_000;

/// How far releases were looked at together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Looked {
    /// Families of classes that were looked at.
    pub families: usize,
    /// Families with too many kinds of businesses.
    pub too_many: usize,
    /// Numbers for which no other whole clients were found in what was told before alone: their limits are held apart.
    pub limits: usize,
    /// Numbers that what was told before holds within less than one client.
    pub held: usize,
}

impl Looked {
    /// Adds what was looked at elsewhere.
    pub fn add(&mut self, other: Self) {
        self.families += other.families;
        self.too_many += other.too_many;
        self.limits += other.limits;
        self.held += other.held;
    }
}

/// Of the lines that a release would tell, by place in its list, those that it may tell beside all that was told before.
pub(super) fn linked(ask: &Ask<'_>, shown: Vec<usize>, secrets: &[Kept], hears: Hears<'_>) -> (HashSet<usize>, Looked) {
    let mut shown: HashSet<usize> = shown.into_iter().collect();
    let mut looked = Looked::default();
    if ask.before.is_empty() {
        return (shown, looked);
    }
    let classes: HashSet<Class> = ask.before.iter().flat_map(|edition| &edition.counts).chain(ask.counts).map(|one| one.class).collect();
    for family in families().into_iter().chain([classes.into_iter().filter(|class| class.strand().is_some()).collect()]) {
        let Some(family) = Family::new(ask, &family) else { continue };
        if family.sheet.truth.len() > MOST_COLUMNS {
            looked.too_many += 1;
            continue;
        }
        let asked: Vec<usize> = (0..ask.counts.len()).filter(|at| shown.contains(at)).collect();
        let (kept, apart) = family.kept(ask, &asked, secrets, hears);
        shown.retain(|at| kept.contains(at) || !family.has(*at));
        looked.add(Looked { families: 1, too_many: 0, limits: apart.limits, held: apart.held });
    }
    (shown, looked)
}

/// Classes of the main list that say most of each other.
fn families() -> Vec<Vec<Class>> {
    let headlines = Headline::ALL.map(Class::Headline).to_vec();
    let sexes = Sex::ALL.map(Class::Sex).into_iter().chain([Class::NoSex]).collect();
    let races = Race::ALL.map(|race| vec![Class::Race(race), Class::Alone(race), Class::Headline(Headline::NoAnswer)]);
    [headlines, sexes].into_iter().chain(races).collect()
}

/// The lines of everybody and of some classes, in all editions.
struct Family {
    ats: Vec<At>,
    places: HashMap<At, usize>,
    open: Vec<usize>,
    sheet: Sheet,
    newest: usize,
}

impl Family {
    /// Nothing where none of the classes is on the new list.
    fn new(ask: &Ask<'_>, classes: &[Class]) -> Option<Self> {
        let newest = ask.before.len();
        let is_of = |count: &Count| count.class == Class::Everyone || classes.contains(&count.class);
        if !ask.counts.iter().any(|count| classes.contains(&count.class) && !count.is_open()) {
            return None;
        }
        let lists: Vec<&[Count]> = ask.before.iter().map(|edition| &edition.counts[..]).chain([ask.counts]).collect();
        let ats: Vec<At> = lists
            .iter()
            .enumerate()
            .flat_map(|(edition, list)| list.iter().enumerate().filter(|(_, one)| is_of(one)).map(move |(place, _)| (edition, place)))
            .collect();
        let own: Vec<Vec<Count>> = lists.iter().map(|list| list.iter().copied().filter(is_of).collect()).collect();
        let own: Vec<(usize, &[Count])> = own.iter().map(Vec::as_slice).enumerate().collect();
        let sheet = Sheet::new(ask, &own);
        let open = own.iter().flat_map(|(_, list)| list.iter()).enumerate().filter(|(_, one)| one.is_open()).map(|(at, _)| at).collect();
        let places = ats.iter().copied().zip(0..).collect();
        Some(Self { ats, places, open, sheet, newest })
    }

    /// Whether a line of the new list is of the family.
    fn has(&self, at: usize) -> bool {
        self.places.contains_key(&(self.newest, at))
    }

    /// Of the lines of the new list that would be told, those that may be; and how it went with the secrets.
    fn kept(&self, ask: &Ask<'_>, asked: &[usize], secrets: &[Kept], hears: Hears<'_>) -> (HashSet<usize>, Apart) {
        let place = |at: At| self.places.get(&at).copied();
        let is_open: HashSet<usize> = self.open.iter().copied().collect();
        let is_told = |at: &At| ask.before.get(at.0).and_then(|edition| edition.told.get(at.1)).copied().flatten().is_some();
        let told = self.ats.iter().zip(0..).filter(|(at, place)| is_told(at) && !is_open.contains(place)).map(|(_, place)| place);
        let known: Vec<usize> = self.open.iter().copied().chain(told).collect();
        let kinds = self.sheet.what_they_did(&self.open);
        let wide = |kept: &Kept| {
            let inner = match kept.inner {
                Some(inner) => Some(place(inner)?),
                None => None,
            };
            let secret = Secret { outer: place(kept.outer)?, inner, width: 0, may_split: false };
            let width = self.sheet.width(&secret, &kinds, ask.threshold);
            (width > 0).then_some(Secret { width, ..secret })
        };
        let hidden: Vec<Secret> = ask.before.iter().flat_map(|edition| &edition.secrets).chain(secrets).filter_map(wide).collect();
        let asked: Vec<usize> = asked.iter().filter_map(|at| place((self.newest, *at))).filter(|place| !is_open.contains(place)).collect();
        let facts = Facts { cells: &self.sheet.cells, values: &self.sheet.values, truth: &self.sheet.truth, is_whole: true };
        let task = Task { facts, known: &known, open: &self.open, asked: &asked, secrets: &hidden };
        let apart = keep_apart(&task, hears);
        (apart.shown.iter().filter_map(|place| self.ats.get(*place)).map(|at| at.1).collect(), apart)
    }
}

#[cfg(test)]
#[path = "linked_tests.rs"]
mod tests;
