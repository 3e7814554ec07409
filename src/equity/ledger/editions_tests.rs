//! The ledger over a sequence of releases, of made-up businesses: what is told is judged anew here, by other means than it was decided by.

use super::super::super::catalogue::{Count, Ownership, Plan, Point, Way, Who, catalogue};
use super::super::super::groups::{Race, Sex};
use super::super::bits::Bits;
use super::*;
use std::collections::BTreeSet;

/// Chance that is the same every time.
struct Lot(u64);

impl Lot {
    fn below(&mut self, number: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % number
    }

    fn is(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    fn way(&mut self) -> Way {
        let station = Point::STATIONS[[0, 0, 1, 1, 2, 3, 4, 4][usize::try_from(self.below(8)).unwrap()]];
        let joined = self.is(50).then(|| [0, 30, 30, 60, 90][usize::try_from(self.below(5)).unwrap()]);
        let is_declined = station >= Point::Referred && self.is(25);
        let programs = u32::try_from(1 + self.below(3)).unwrap();
        Way { station: Some(station), is_awarded: self.is(45), joined, is_declined, programs, ..Way::default() }
    }

    fn who(&mut self) -> Who {
        let race = match self.below(100) {
            0..28 => Race::BlackOrAfricanAmerican.set(),
            28..52 => Race::White.set(),
            52..66 => Race::HispanicOrLatino.set(),
            66..76 => Race::Asian.set(),
            76..80 => Race::White.set().and(Race::HispanicOrLatino.set()),
            _ => return Who::default(),
        };
        let sex = if self.is(45) { Sex::Female.set() } else { Sex::Male.set() };
        Who { race, sex, ownership: if race == Race::White.set() { Ownership::Less } else { Ownership::Most }, ..Who::default() }
    }
}

/// What a way becomes when more of the period is seen: a quarter's in its year's.
fn grown(way: Way, lot: &mut Lot) -> Way {
    let station = way.station.map(|station| if lot.is(30) { Point::Completed } else { station });
    Way { station, is_awarded: way.is_awarded || lot.is(15), ..way }
}

/// Businesses over some releases: people join, leave, answer late, and are corrected; periods overlap or do not.
fn history(number: u64, editions: usize, seed: u64) -> Vec<Vec<Business>> {
    let mut lot = Lot(0x9E37_79B9_7F4A_7C15 ^ (seed + 1).wrapping_mul(0x2545_F491_4F6C_DD1D));
    let mut now: Vec<Business> = (0..number).map(|_| Business { ways: vec![lot.way()], who: lot.who() }).collect();
    let mut all = vec![now.clone()];
    for edition in 1..editions {
        let is_again = (seed + edition as u64).is_multiple_of(2);
        for business in &mut now {
            let last = *business.ways.last().unwrap();
            let next = match (is_again, lot.below(100)) {
                // The same period once more: few were written down wrongly.
                (true, 0..96) => last,
                (false, 0..6) => Way::default(),
                (false, 6..60) => grown(last, &mut lot),
                _ => lot.way(),
            };
            business.ways.push(next);
            if (business.who == Who::default() && lot.is(20)) || lot.is(1) {
                business.who = lot.who();
            }
        }
        for _ in 0..lot.below(1 + number / 15) {
            let mut ways = vec![Way::default(); edition];
            ways.push(lot.way());
            now.push(Business { ways, who: lot.who() });
        }
        all.push(now.clone());
    }
    all
}

/// A sequence of releases to readers with one threshold.
struct Told {
    threshold: i64,
    editions: Vec<Edition>,
    answers: Vec<Answer>,
}

fn told_to(history: &[Vec<Business>], lists: &[Vec<Count>], threshold: i64, may_tell: Option<&Told>) -> Told {
    let mut told = Told { threshold, editions: Vec::new(), answers: Vec::new() };
    for (at, (businesses, counts)) in history.iter().zip(lists).enumerate() {
        let may_tell: Vec<bool> = may_tell.map_or_else(
            || vec![true; counts.len()],
            |looser| {
                looser.editions.get(at).map_or_else(|| vec![false; counts.len()], |one| one.told.iter().map(Option::is_some).collect())
            },
        );
        let ask = Ask { before: &told.editions, counts, may_tell: &may_tell, businesses, threshold };
        let Ok(answer) = release(&ask, &mut |_, _| {}) else { break };
        told.editions.push(Edition { counts: counts.clone(), told: answer.told.clone(), secrets: answer.secrets.clone() });
        told.answers.push(answer);
    }
    told
}

impl Told {
    /// Which of all kinds of businesses each count holds: what was done in every release, with every answer.
    fn cells(&self, businesses: &[Business]) -> Vec<(usize, usize, Bits)> {
        let ways: BTreeSet<&Vec<Way>> = businesses.iter().map(|business| &business.ways).collect();
        let whos: BTreeSet<Who> = businesses.iter().map(|business| business.who).chain([Who::default()]).collect();
        let kinds: Vec<(&Vec<Way>, &Who)> = ways.iter().flat_map(|way| whos.iter().map(|who| (*way, who))).collect();
        let cell = |edition: usize, count: &Count| {
            let mut bits = Bits::new(kinds.len());
            let is_in = |(ways, who): &(&Vec<Way>, &Who)| count.holds(&ways[edition], who);
            kinds.iter().enumerate().filter(|(_, kind)| is_in(kind)).for_each(|(at, _)| bits.insert(at));
            bits
        };
        let places = self.editions.iter().enumerate();
        places.flat_map(|(at, one)| one.counts.iter().enumerate().map(move |(place, count)| (at, place, cell(at, count)))).collect()
    }

    /// Names every small number that is told, or that two told ones differ by.
    fn faults(&self, history: &[Vec<Business>]) -> Vec<String> {
        let Some(last) = self.editions.len().checked_sub(1) else { return Vec::new() };
        let few = |number: i64| (1..self.threshold).contains(&number.abs());
        let of = |at: usize, place: usize| (&self.editions[at].counts[place], self.editions[at].told[place]);
        let told: Vec<_> = self.cells(&history[last]).into_iter().filter(|(at, place, _)| of(*at, *place).1.is_some()).collect();
        let mut faults = Vec::new();
        for (at, place, whole) in &told {
            let (count, Some(more)) = of(*at, *place) else { continue };
            if !count.is_open() && few(more) {
                faults.push(format!("{} of release {at} is {more}", count.id()));
            }
            for (other, inner, part) in &told {
                let (within, Some(less)) = of(*other, *inner) else { continue };
                let is_same = at == other && (place == inner || part == whole);
                let is_known = is_same || part.is_empty() || (count.is_open() && within.is_open());
                if !is_known && part.is_within(whole) && few(more - less) {
                    faults.push(format!("{} of {at} is {more}, {} of {other} within it {less}", count.id(), within.id()));
                }
            }
        }
        faults
    }

    /// That every world kept says what was told, and that some differ.
    fn worlds_fit(&self, history: &[Vec<Business>]) {
        for (at, answer) in self.answers.iter().enumerate() {
            let ask = Ask {
                before: &self.editions[..at],
                counts: &self.editions[at].counts,
                may_tell: &[],
                businesses: &history[at],
                threshold: self.threshold,
            };
            let sheet = Sheet::new(&ask, &[(at, ask.counts)]);
            for world in &answer.worlds {
                assert!(world.values().all(|amount| *amount > 0));
                for (cell, told) in sheet.cells.iter().zip(&answer.told) {
                    let sum: i64 = world.iter().filter(|(column, _)| cell.has(**column)).map(|(_, amount)| amount).sum();
                    assert!(told.is_none_or(|told| told == sum), "a world says something else");
                }
            }
        }
    }
}

fn lists(plan: Plan, programs: u16, editions: usize) -> Vec<Vec<Count>> {
    vec![catalogue(plan, 0, programs); editions]
}

fn proved(number: u64, plan: Plan, editions: usize, seed: u64, thresholds: (i64, i64)) -> (usize, usize) {
    let history = history(number, editions, seed);
    let lists = lists(plan, u16::try_from(seed % 3).unwrap(), editions);
    let loose = told_to(&history, &lists, thresholds.0, None);
    let strict = told_to(&history, &lists, thresholds.1, Some(&loose));
    let mut shown = 0;
    for told in [&loose, &strict] {
        let faults = told.faults(&history);
        assert!(faults.is_empty(), "{number} businesses, seed {seed}, k {}: {faults:#?}", told.threshold);
        told.worlds_fit(&history);
        shown += told
            .editions
            .iter()
            .flat_map(|one| one.counts.iter().zip(&one.told))
            .filter(|(count, told)| !count.is_open() && told.is_some())
            .count();
    }
    for (one, other) in loose.editions.iter().zip(&strict.editions) {
        assert!(one.told.iter().zip(&other.told).all(|(loose, strict)| strict.is_none() || loose == strict), "seed {seed}");
    }
    assert!(strict.editions.len() <= loose.editions.len());
    (shown, loose.editions.len() + strict.editions.len())
}

#[test]
fn small_programs_tell_no_small_number_and_no_small_difference_in_one_release_or_several() {
    let (mut shown, mut made, mut asked) = (0, 0, 0);
    for (number, editions, seeds) in [(12, 4, 0..10), (60, 3, 10..18), (100, 3, 18..21)] {
        for seed in seeds {
            let (counts, releases) = proved(number, Plan::Small, editions, seed, (5, 11));
            (shown, made, asked) = (shown + counts, made + releases, asked + 2 * editions);
        }
    }
    assert!(shown > 200 && made * 10 >= asked * 9, "{shown} counts in {made} of {asked} releases");
}

#[test]
fn the_middle_list_tells_no_small_number_and_no_small_difference_in_one_release_or_several() {
    let (shown, made) = proved(180, Plan::Middle, 2, 1, (5, 11));
    assert!(shown > 150 && made == 4, "{shown} counts in {made} releases");
}

#[test]
fn the_same_input_gives_the_same_output() {
    let history = history(60, 2, 5);
    let run = || told_to(&history, &lists(Plan::Small, 2, 2), 5, None).answers;
    assert_eq!(run(), run());
}
