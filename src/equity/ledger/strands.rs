//! Who answered, and how: a strand of counts for each question, beside the main list.
//!
//! Why strands: were replies counted together with groups, each kind of business would be thought of in six ways and each question would
//! make it six times as many. So each question is decided on its own, in a list in which a business is nothing but what it did and how it
//! replied. That is safe where the lists cannot add up to more than each tells. How many are silent about race and about sex is all that
//! both lists speak of; it is counted in the main list alone.
//!
//! **What follows by sums and differences.** Let a sum of main lines and strand lines be a number of one list only. Then the part of the
//! other list in it must speak of silence alone: of what some businesses did, and not of which group or which reply.
//! - A strand tells replies only where the main list tells how many are silent (`apart`). So whatever its lines tell of silence is
//!   made of numbers that the main list has told: the main list gains nothing.
//! - A strand is decided as if everybody knew how many are silent wherever it counts, told or not ([`Count::is_open`]). So whatever the
//!   main list tells of silence there is nothing new to the strand. This is more than one release needs: its numbers of the silent come
//!   first in the strand and are taken before any reply. It is kept for those that the main list hides now and tells later.
//!
//! **Other worlds.** By place, businesses fall apart into cells: those of one program, of another, of both. A strand tells replies by
//! place only where the numbers of silent and of all in each cell follow from what the main list tells (`apart`). Then each world that
//! fits the main list has in each cell as many who are silent as there really are, and these can have replied as they really did: nothing
//! that the strand tells takes away any of those worlds. And in each world that fits the strand the silent of each cell are as many as
//! there really are, so that their groups can be what they really are: the main list takes away none of its worlds.
//!
//! **Differences of the two lists.** Who declined in a program may all have been served; "silent and served" less "declined there" is then
//! a difference of two counts of which one lies within the other. Two such numbers that differ by few are never both told: the newer one
//! is not (`beside`).
//!
//! Questions of which no groups are counted share nothing with the main list but what businesses did, which is no secret.
//!
//! Where small numbers of a strand follow from what it told before, it tells nothing new, and the release is made without it.

use super::super::catalogue::{Class, Count, Place, Point, Reply, Way, Who, is_grouped, silent};
use super::beside::Beside;
use super::bits::Bits;
use super::editions::{AlreadyTold, Answer, Ask, At, Business, Edition, Kept, release};
use super::engine::Hears;
use super::linked::Looked;
use super::span::{Effect, Said, shorten};
use crate::values::Question;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// How a business replied, in the order of the questions.
pub type Replies = [Reply; Question::REPORTED.len()];

/// Decides what a release tells of its whole list: the main list, then the strands. `replies`: of each business that is asked about.
pub fn release_all(ask: &Ask<'_>, replies: &[Replies], hears: Hears<'_>) -> Result<Answer, AlreadyTold> {
    let beside = Beside::new(ask);
    let main = Lines::new(ask, None);
    let may_tell = |at: usize, count: &Count| ask.may_tell.get(at) == Some(&true) && !beside.is_near_reply(count);
    let decided = main.release(ask, ask.businesses, &may_tell, hears)?;
    let mut all = Answer { told: vec![None; ask.counts.len()], secrets: Vec::new(), worlds: Vec::new(), looked: Looked::default() };
    main.enter(decided, &mut all);
    for (question, place) in Question::REPORTED.iter().copied().zip(0..) {
        let strand = Lines::new(ask, Some(question));
        let businesses: Vec<Business> = ask
            .businesses
            .iter()
            .zip(replies)
            .map(|(one, replies)| told_apart(one, replies.get(place).copied().unwrap_or_default()))
            .collect();
        let places = is_grouped(question).then(|| apart(ask, question, &all.told));
        let may_tell = |at: usize, count: &Count| {
            let is_there = places.as_ref().is_none_or(|places| places.contains(&count.place));
            let number = || businesses.iter().filter(|one| one.ways.last().is_some_and(|way| count.holds(way, &one.who))).count();
            is_there && ask.may_tell.get(at) == Some(&true) && !beside.is_near_main(count, number(), &all.told)
        };
        // What follows from earlier releases follows, whatever is left out now: then nothing is added to it.
        if let Ok(decided) = strand.release(ask, &businesses, &may_tell, hears) {
            strand.enter(decided, &mut all);
        }
    }
    Ok(all)
}

/// A business as a strand knows it: where it was enrolled, and how it replied.
fn told_apart(business: &Business, reply: Reply) -> Business {
    let enrolled = |way: &Way| match way.station {
        Some(_) => Way { station: Some(Point::Enrolled), programs: way.programs, ..Way::default() },
        None => Way::default(),
    };
    Business { ways: business.ways.iter().map(enrolled).collect(), who: Who { reply, ..Who::default() } }
}

/// The places at which replies may be told: where the main list tells how many are silent, as long as these numbers say it of each cell
/// into which the places part the businesses.
fn apart(ask: &Ask<'_>, question: Question, told: &[Option<i64>]) -> BTreeSet<Place> {
    let is_silence = |count: &Count| count.class == silent(question) && count.point == Point::Enrolled;
    let known: Vec<&Count> =
        ask.counts.iter().zip(told).filter(|(count, told)| told.is_some() && is_silence(count)).map(|(count, _)| count).collect();
    let there = ask.businesses.iter().filter_map(|one| one.ways.last()).filter(|way| way.station.is_some());
    let kinds: Vec<Way> = there
        .map(|way| way.programs)
        .collect::<BTreeSet<u32>>()
        .into_iter()
        .map(|programs| Way { programs, station: Some(Point::Enrolled), ..Way::default() })
        .collect();
    let is_in = |count: &Count, way: &Way| Count { class: Class::Everyone, ..*count }.holds(way, &Who::default());
    let mut places = Vec::new();
    for count in &known {
        let with: Vec<&Count> = places.iter().copied().chain([*count]).collect();
        let mut cells: BTreeMap<Vec<bool>, Bits> = BTreeMap::new();
        for (at, way) in kinds.iter().enumerate() {
            let mark: Vec<bool> = with.iter().map(|count| is_in(count, way)).collect();
            if mark.contains(&true) {
                cells.entry(mark).or_insert_with(|| Bits::new(kinds.len())).insert(at);
            }
        }
        let whole = |count: &&Count| {
            let mut bits = Bits::new(kinds.len());
            kinds.iter().enumerate().filter(|(_, way)| is_in(count, way)).for_each(|(at, _)| bits.insert(at));
            bits
        };
        let rows: Vec<Bits> = known.iter().map(whole).chain(cells.into_values()).collect();
        let rows = shorten(&rows, kinds.len());
        let (wholes, cells) = rows.split_at(known.len().min(rows.len()));
        let mut said = Said::new(Vec::new());
        for row in wholes {
            said.add(row);
        }
        if cells.iter().all(|row| said.effect(row) == Effect::Follows) {
            places.push(*count);
        }
    }
    places.into_iter().map(|count| count.place).collect()
}

/// The lines of the main list, or of a strand, in each edition: each with its place in the whole list.
struct Lines {
    question: Option<Question>,
    before: Vec<Edition>,
    counts: Vec<Count>,
    /// For each edition, the new one last.
    places: Vec<Vec<usize>>,
}

impl Lines {
    fn new(ask: &Ask<'_>, question: Option<Question>) -> Self {
        let lists = ask.before.iter().map(|edition| &edition.counts[..]).chain([ask.counts]);
        let (places, mut counts): (Vec<Vec<usize>>, Vec<Vec<Count>>) = lists.map(|list| lines(list, question)).unzip();
        let newest = counts.pop().unwrap_or_default();
        let local: Vec<HashMap<usize, usize>> =
            places.iter().map(|places| places.iter().enumerate().map(|(local, place)| (*place, local)).collect()).collect();
        let at = |at: At| Some((at.0, *local.get(at.0)?.get(&at.1)?));
        let class = |at: At| ask.before.get(at.0).and_then(|edition| edition.counts.get(at.1)).and_then(|count| count.class.strand());
        let is_own = |kept: &&Kept| class(kept.outer).or(kept.inner.and_then(class)) == question;
        let own = |kept: &Kept| match kept.inner {
            Some(inner) => Some(Kept { outer: at(kept.outer)?, inner: Some(at(inner)?) }),
            None => Some(Kept { outer: at(kept.outer)?, inner: None }),
        };
        let edition = |((edition, places), counts): ((&Edition, &Vec<usize>), Vec<Count>)| Edition {
            counts,
            told: places.iter().map(|place| edition.told.get(*place).copied().flatten()).collect(),
            secrets: edition.secrets.iter().filter(is_own).filter_map(own).collect(),
        };
        let before = ask.before.iter().zip(&places).zip(counts).map(edition).collect();
        Self { question, before, counts: newest, places }
    }

    /// Decides these lines alone. `may_tell`: by place in the whole list.
    fn release(
        &self,
        ask: &Ask<'_>,
        businesses: &[Business],
        may_tell: &dyn Fn(usize, &Count) -> bool,
        hears: Hears<'_>,
    ) -> Result<Answer, AlreadyTold> {
        let newest = self.places.last().map_or(&[][..], Vec::as_slice);
        let may_tell: Vec<bool> = newest.iter().zip(&self.counts).map(|(place, count)| may_tell(*place, count)).collect();
        let ask = Ask { before: &self.before, counts: &self.counts, may_tell: &may_tell, businesses, threshold: ask.threshold };
        release(&ask, hears)
    }

    /// Enters what was decided into the whole. Of a question whose silence is hidden somewhere, nothing is told there.
    fn enter(&self, decided: Answer, all: &mut Answer) {
        let is_hidden = |count: &Count| {
            let mut silence =
                self.counts.iter().zip(&decided.told).filter(|(one, _)| matches!(one.class, Class::Silent(_)) && one.place == count.place);
            count.class.strand().is_some() && silence.any(|(_, told)| told.is_none())
        };
        for ((place, count), told) in self.places.last().into_iter().flatten().zip(&self.counts).zip(&decided.told) {
            let is_own = count.class.strand() == self.question && !(is_of_main(count.class));
            if let Some(line) = all.told.get_mut(*place).filter(|_| is_own) {
                *line = told.filter(|_| !is_hidden(count));
            }
        }
        let at = |at: At| Some((at.0, *self.places.get(at.0)?.get(at.1)?));
        let whole = |kept: Kept| match kept.inner {
            Some(inner) => Some(Kept { outer: at(kept.outer)?, inner: Some(at(inner)?) }),
            None => Some(Kept { outer: at(kept.outer)?, inner: None }),
        };
        all.secrets.extend(decided.secrets.into_iter().filter_map(whole));
        all.worlds.extend(decided.worlds);
        all.looked.add(decided.looked);
    }
}

fn is_of_main(class: Class) -> bool {
    matches!(class, Class::Silent(question) if is_grouped(question))
}

/// The lines of the main list, or of a strand as the strand counts them. A strand begins with what everybody knows.
fn lines(list: &[Count], question: Option<Question>) -> (Vec<usize>, Vec<Count>) {
    let Some(question) = question else {
        return list.iter().copied().enumerate().filter(|(_, count)| count.class.strand().is_none()).unzip();
    };
    let of = |(place, count): (usize, &Count)| {
        let is_known = count.point == Point::Enrolled && !matches!(count.place, Place::Area(_));
        match count.class {
            Class::Everyone if is_known => Some((place, *count)),
            class if is_known && class == silent(question) => Some((place, Count { class: Class::Silent(question), ..*count })),
            class if class.strand() == Some(question) => Some((place, *count)),
            _ => None,
        }
    };
    list.iter().enumerate().filter_map(of).unzip()
}

#[cfg(test)]
#[path = "strands_tests.rs"]
mod tests;
