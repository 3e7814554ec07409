//! Counts of the main list and of the strands beside each other: which of them lie within others and differ by few.

use super::super::catalogue::{Class, Count, Place, Point, Who};
use super::bits::Bits;
use super::editions::Ask;
use std::collections::BTreeMap;

/// Where and when businesses are counted: an edition, a point, a place.
type Where = (usize, Point, Place);

/// A told number of a class, with the edition.
struct Line {
    edition: usize,
    count: Count,
    number: i64,
}

/// Which businesses came where, and what was told of them.
pub(super) struct Beside<'a> {
    ask: &'a Ask<'a>,
    came: BTreeMap<Where, Bits>,
    /// What earlier editions told of replies, and of everybody and the silent.
    replies: Vec<Line>,
    main: Vec<Line>,
}

impl<'a> Beside<'a> {
    pub(super) fn new(ask: &'a Ask<'a>) -> Self {
        let mut beside = Self { ask, came: BTreeMap::new(), replies: Vec::new(), main: Vec::new() };
        for (edition, old) in ask.before.iter().enumerate() {
            for (count, told) in old.counts.iter().zip(&old.told) {
                beside.see(edition, count);
                let Some(number) = *told else { continue };
                let line = Line { edition, count: *count, number };
                match count.class.strand() {
                    Some(_) => beside.replies.push(line),
                    None if is_outer(count) => beside.main.push(line),
                    None => {}
                }
            }
        }
        ask.counts.iter().for_each(|count| beside.see(ask.before.len(), count));
        beside
    }

    /// Remembers who came where a line counts.
    fn see(&mut self, edition: usize, count: &Count) {
        if !is_outer(count) && count.class.strand().is_none() {
            return;
        }
        let everyone = Count { class: Class::Everyone, ..*count };
        let businesses = self.ask.businesses;
        self.came.entry((edition, count.point, count.place)).or_insert_with(|| {
            let mut came = Bits::new(businesses.len());
            let is_in = |way| everyone.holds(way, &Who::default());
            let there = businesses.iter().enumerate().filter(|(_, one)| one.ways.get(edition).is_some_and(is_in));
            there.for_each(|(at, _)| came.insert(at));
            came
        });
    }

    /// True if a new line of the silent holds a reply that was told before, and few others.
    pub(super) fn is_near_reply(&self, count: &Count) -> bool {
        if count.class.silent_about().is_none() || self.replies.is_empty() {
            return false;
        }
        let ways = self.ask.businesses.iter().filter_map(|one| Some((one.ways.last()?, &one.who)));
        let number = whole(ways.filter(|(way, who)| count.holds(way, who)).count());
        self.replies.iter().any(|line| self.is_near((line.edition, &line.count, line.number), (self.ask.before.len(), count, number)))
    }

    /// True if a new line of a strand lies within a told count of everybody or of the silent, and differs from it by few.
    pub(super) fn is_near_main(&self, count: &Count, number: usize, told: &[Option<i64>]) -> bool {
        let newest = self.ask.before.len();
        let new = self.ask.counts.iter().zip(told).filter(|(count, _)| is_outer(count));
        let new = new.filter_map(|(count, told)| Some((newest, count, (*told)?)));
        let old = self.main.iter().map(|line| (line.edition, &line.count, line.number));
        old.chain(new).any(|outer| self.is_near((newest, count, whole(number)), outer))
    }

    fn is_near(&self, (edition, part, less): (usize, &Count, i64), (other, outer, more): (usize, &Count, i64)) -> bool {
        let came = |edition: usize, count: &Count| self.came.get(&(edition, count.point, count.place));
        let (Some(inner), Some(around)) = (came(edition, part), came(other, outer)) else { return false };
        let is_few = (1..self.ask.threshold).contains(&(more - less).abs());
        // Where all replied in one way they are simply everybody of that place, and how many more came elsewhere is known.
        let is_all = edition != other && outer.class == Class::Everyone && whole(inner.iter().count()) == less;
        is_few && !is_all && part.class.is_part_of(outer.class) == Some(true) && !inner.is_empty() && inner.is_within(around)
    }
}

/// Whether replies may lie within a line of the main list.
fn is_outer(count: &Count) -> bool {
    count.class.strand().is_none() && (count.class == Class::Everyone || count.class.silent_about().is_some())
}

fn whole(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
