//! From one release to the next: the same businesses, counted again at another time, when more of them have answered.
//!
//! A release freezes what each business did (its `Way`), which is no secret, and the counts that were told. What people had answered is
//! never kept. So a new release is judged three times.
//!
//! 1. **Across releases, by sums and differences**, as somebody reckons who takes answers to stay what they are: a count of this release
//!    less one of an earlier release within it is a secret where it is small, whether or not an answer changed in between; and no secret
//!    of any release may follow from everything ever told.
//! 2. **Within the release, by other worlds** (`engine`): what is left of the list is taken only so far that businesses of other kinds
//!    could have given the same figures.
//! 3. **Across releases, by other worlds** (`linked`): most answers never change, and somebody may take all of them not to. So what is
//!    left is taken only so far that the same businesses could be others in all releases together.

use super::super::catalogue::{Class, Count, Ownership, Reply, Way, Who};
use super::super::groups::{Race, Sex};
use super::bits::Bits;
use super::engine::{Hears, Secret, Task, Told, decide};
use super::linked::{Looked, linked};
use super::secrets::width;
use super::span::{Effect, Row, Said, difference, shorten};
use super::worlds::{Amounts, Facts};
use std::collections::{BTreeMap, HashSet};

/// How many kinds of businesses are thought of, about, beside those there are. Why not all: fewer other worlds can only hide more.
const MOST_COLUMNS: usize = 3_000;
/// And how many different answers beside everything that a business did, at least.
const FEWEST_ANSWERS: usize = 24;

/// A count of an edition: which edition, and the place in its list.
pub type At = (usize, usize);

/// A secret of the ledger: a count, or what it has more than another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kept {
    pub outer: At,
    pub inner: Option<At>,
}

/// A release that was made before, as its audience knows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edition {
    /// Its list.
    pub counts: Vec<Count>,
    /// What was told, in the order of the list. Counts that say nothing about who anybody is are always told.
    pub told: Vec<Option<i64>>,
    /// What must stay unknown since then. May name earlier editions.
    pub secrets: Vec<Kept>,
}

/// One business: what it did in each edition, the new one last, and what its owners' answers are today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Business {
    pub ways: Vec<Way>,
    pub who: Who,
}

/// What is to be released.
#[derive(Debug)]
pub struct Ask<'a> {
    pub before: &'a [Edition],
    /// The list of the new edition.
    pub counts: &'a [Count],
    /// Which of it may be told: what a looser audience is told.
    pub may_tell: &'a [bool],
    pub businesses: &'a [Business],
    pub threshold: i64,
}

/// What is told now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// In the order of the list.
    pub told: Vec<Option<i64>>,
    /// What must stay unknown from now on.
    pub secrets: Vec<Kept>,
    /// Worlds that fit everything told, so that no secret can be worked out. Nothing of them is kept but a hash.
    pub worlds: Vec<Amounts>,
    /// How far it was looked at together with the releases before.
    pub looked: Looked,
}

/// Why nothing can be released: so many small numbers of today follow from what was released before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlreadyTold(pub usize);

/// Counts over columns: one column for all kinds of businesses that no count tells apart.
pub(super) struct Sheet {
    pub(super) cells: Vec<Bits>,
    /// How many businesses are in each column.
    pub(super) truth: Vec<i64>,
    pub(super) values: Vec<i64>,
}

/// Decides what a release tells.
pub fn release(ask: &Ask<'_>, hears: Hears<'_>) -> Result<Answer, AlreadyTold> {
    let (allowed, secrets) = across(ask)?;
    let newest = ask.before.len();
    let lists = [(newest, ask.counts)];
    let sheet = Sheet::new(ask, &lists);
    let is_open = |at: usize| ask.counts.get(at).is_some_and(Count::is_open);
    let known: Vec<usize> = (0..ask.counts.len()).filter(|at| is_open(*at)).collect();
    let within = |kept: &Kept| kept.outer.0 == newest && kept.inner.is_none_or(|inner| inner.0 == newest);
    let kinds = sheet.what_they_did(&known);
    let wide = |kept: &Kept| {
        let secret = Secret { outer: kept.outer.1, inner: kept.inner.map(|inner| inner.1), width: 0, may_split: false };
        let width = sheet.width(&secret, &kinds, ask.threshold);
        (width > 0).then_some(Secret { width, ..secret })
    };
    let hidden: Vec<Secret> = secrets.iter().filter(|kept| within(kept)).filter_map(wide).collect();
    let facts = Facts { cells: &sheet.cells, values: &sheet.values, truth: &sheet.truth, is_whole: true };
    let task = Task { facts, known: &known, open: &known, asked: &allowed, secrets: &hidden };
    let decision = decide(&task, hears).map_err(|Told(told)| AlreadyTold(told.len()))?;
    let (shown, looked) = linked(ask, decision.shown, &secrets, hears);
    let told = sheet.values.iter().enumerate().map(|(at, value)| (is_open(at) || shown.contains(&at)).then_some(*value)).collect();
    Ok(Answer { told, secrets, worlds: decision.worlds, looked })
}

/// What may be told so that nothing secret follows from it and from all that was told before, and what is secret from now on.
fn across(ask: &Ask<'_>) -> Result<(Vec<usize>, Vec<Kept>), AlreadyTold> {
    let newest = ask.before.len();
    let lists: Vec<(usize, &[Count])> = ask.before.iter().map(|edition| &edition.counts[..]).chain([ask.counts]).enumerate().collect();
    let ats: Vec<At> = lists.iter().flat_map(|(edition, list)| (0..list.len()).map(move |place| (*edition, place))).collect();
    let place = |at: At| lists.iter().take(at.0).map(|(_, list)| list.len()).sum::<usize>() + at.1;
    let sheet = Sheet::new(ask, &lists);
    let told = |at: At| ask.before.get(at.0).and_then(|edition| edition.told.get(at.1)).copied().flatten();
    let is_open = |at: At| lists.get(at.0).and_then(|(_, list)| list.get(at.1)).is_some_and(Count::is_open);
    let value = |cell: usize, at: At| told(at).or(sheet.values.get(cell).copied()).unwrap_or(0);
    let values: Vec<i64> = ats.iter().enumerate().map(|(cell, at)| value(cell, *at)).collect();
    let count = |at: At| lists.get(at.0).and_then(|(_, list)| list.get(at.1));
    let everyone = |at: At| lists.get(at.0)?.1.iter().position(|one| count(at).is_some_and(|count| is_everyone_of(one, count)));
    // Where everybody replied in one way, those who came to another edition beside them are simply those who came.
    let is_all = |at: At| {
        let is_reply = count(at).is_some_and(|count| count.class.strand().is_some());
        is_reply && everyone(at).is_some_and(|all| values.get(place((at.0, all))) == values.get(place(at)))
    };
    let secrets = small(&sheet, &ats, &values, (&is_open, &is_all), newest, ask.threshold);
    let rows = shorten(&sheet.cells, sheet.truth.len());
    let row = |at: At| rows.get(place(at)).cloned().unwrap_or_default();
    let hidden = |kept: &Kept| kept.inner.map_or_else(|| row(kept.outer), |inner| difference(&row(kept.outer), &row(inner)));
    let old = ask.before.iter().flat_map(|edition| &edition.secrets);
    // What has no column cannot be worked out, and two counts of the same columns have no difference in anybody who stays what they are.
    let hidden: Vec<Row> = old.chain(&secrets).map(hidden).filter(|row| row.iter().any(|number| *number != 0)).collect();
    let mut said = Said::new(hidden);
    ats.iter().filter(|at| is_open(**at)).for_each(|at| said.add(&row(*at)));
    // Among as few kinds of businesses as are thought of here, some numbers follow from what everybody did: nobody's answer does.
    let no_secret: HashSet<usize> = said.told().collect();
    ats.iter().filter(|at| told(**at).is_some()).for_each(|at| said.add(&row(*at)));
    let pinned = said.told().filter(|at| !no_secret.contains(at)).count();
    if pinned > 0 {
        return Err(AlreadyTold(pinned));
    }
    let same = unlike_before(ask, &secrets);
    let number = |at: usize| values.get(place((newest, at))).copied().unwrap_or(0);
    let is_asked = |at: &usize| {
        let may_tell = ask.may_tell.get(*at) == Some(&true) && !is_open((newest, *at)) && !same.contains(at);
        may_tell && !(number(*at) == 0 && is_none_of_few(ask, *at, &number))
    };
    let allowed = (0..ask.counts.len()).filter(is_asked).filter(|at| said.say(&row((newest, *at))) != Effect::Tells);
    Ok((allowed.collect(), secrets))
}

/// That nobody of few is in a class says of each of them that they are not: a 0 is told only of nobody or of enough.
fn is_none_of_few(ask: &Ask<'_>, at: usize, number: &dyn Fn(usize) -> i64) -> bool {
    let Some(count) = ask.counts.get(at) else { return false };
    ask.counts.iter().position(|one| is_everyone_of(one, count)).is_some_and(|all| (1..ask.threshold).contains(&number(all)))
}

/// Whether a line counts everybody whom another one could.
fn is_everyone_of(one: &Count, count: &Count) -> bool {
    *one == Count { class: Class::Everyone, ..*count }
}

/// Counts of the new list that differ by few from a told one: no sum is needed to see that.
fn unlike_before(ask: &Ask<'_>, secrets: &[Kept]) -> HashSet<usize> {
    let newest = ask.before.len();
    let told = |at: At| ask.before.get(at.0).and_then(|edition| edition.told.get(at.1)).copied().flatten().is_some();
    let beside_told = |kept: &Kept| match (kept.outer, kept.inner?) {
        ((edition, place), inner) if edition == newest && told(inner) => Some(place),
        (outer, (edition, place)) if edition == newest && told(outer) => Some(place),
        _ => None,
    };
    secrets.iter().filter_map(beside_told).collect()
}

/// Small counts of the new edition, and small differences of them to any count of any edition.
fn small(
    sheet: &Sheet,
    ats: &[At],
    values: &[i64],
    (is_open, is_all): (&dyn Fn(At) -> bool, &dyn Fn(At) -> bool),
    newest: usize,
    threshold: i64,
) -> Vec<Kept> {
    let is_small = |value: i64| (1..threshold).contains(&value.abs());
    let cells = || ats.iter().copied().zip(values.iter().copied()).zip(&sheet.cells);
    let mut secrets: Vec<Kept> = cells()
        .filter(|((at, value), _)| at.0 == newest && !is_open(*at) && is_small(*value))
        .map(|((outer, _), _)| Kept { outer, inner: None })
        .collect();
    let mut seen: HashSet<(usize, usize, Bits)> = HashSet::new();
    for ((outer, more), whole) in cells() {
        for ((inner, less), part) in cells() {
            let matters = outer != inner && (outer.0 == newest || inner.0 == newest) && !(is_open(outer) && is_open(inner));
            // Of one edition, the same columns are the same count; of two, it may have changed by few.
            let is_pair =
                matters && is_small(more - less) && !part.is_empty() && part.is_within(whole) && (outer.0 != inner.0 || part != whole);
            let is_known = || outer.0 != inner.0 && is_open(outer) && is_all(inner);
            if is_pair && !is_known() && (part == whole || seen.insert((outer.0, inner.0, whole.less(part)))) {
                secrets.push(Kept { outer, inner: Some(inner) });
            }
        }
    }
    secrets
}

impl Sheet {
    /// The columns of some editions' lists: what businesses did in all of them, with the answers of today.
    pub(super) fn new(ask: &Ask<'_>, lists: &[(usize, &[Count])]) -> Self {
        let did = |business: &Business| -> Vec<Way> {
            lists.iter().map(|(edition, _)| business.ways.get(*edition).copied().unwrap_or_default()).collect()
        };
        let ways: Vec<Vec<Way>> = frequent(ask.businesses.iter().map(did));
        let whos: Vec<Who> = frequent(ask.businesses.iter().map(|business| business.who).chain(others(lists)));
        let mut columns = Columns { lists, places: BTreeMap::new(), truth: Vec::new() };
        let (most_ways, most_whos) =
            (MOST_COLUMNS.div_ceil(whos.len().max(1)), MOST_COLUMNS.div_ceil(ways.len().max(1)).max(FEWEST_ANSWERS));
        for (place, way) in ways.iter().enumerate() {
            // Every answer beside the most frequent ways, and the most frequent answers beside every way.
            whos.iter().take(if place < most_ways { whos.len() } else { most_whos }).for_each(|who| columns.add(way, *who, 0));
        }
        for business in ask.businesses {
            columns.add(&did(business), business.who, 1);
        }
        columns.sheet()
    }

    /// How far apart worlds must lie in a secret: half the threshold. Who knows what everybody did knows how many they are: more than
    /// that cannot be hidden, and of few, half is enough.
    pub(super) fn width(&self, secret: &Secret, kinds: &Kinds, threshold: i64) -> i64 {
        let has = |at: Option<usize>, column: usize| at.and_then(|at| self.cells.get(at)).is_some_and(|cell| cell.has(column));
        let mut sides = vec![(false, false); kinds.numbers.len()];
        for (column, kind) in kinds.of.iter().enumerate() {
            let is_in = has(Some(secret.outer), column) && !has(secret.inner, column);
            if let Some((some_in, some_out)) = sides.get_mut(*kind) {
                *some_in |= is_in;
                *some_out |= !is_in;
            }
        }
        let open = kinds.numbers.iter().zip(&sides).filter(|(_, (some_in, some_out))| *some_in && *some_out).map(|(number, _)| number);
        width(threshold).min((open.sum::<i64>() + 1) / 2)
    }

    /// The kinds of businesses that did the same, as far as anything open is counted.
    pub(super) fn what_they_did(&self, open: &[usize]) -> Kinds {
        let open: Vec<&Bits> = open.iter().filter_map(|at| self.cells.get(*at)).collect();
        let mut places: BTreeMap<Bits, usize> = BTreeMap::new();
        let mut kinds = Kinds { of: Vec::with_capacity(self.truth.len()), numbers: Vec::new() };
        for (column, number) in self.truth.iter().enumerate() {
            let mut did = Bits::new(open.len());
            open.iter().enumerate().filter(|(_, cell)| cell.has(column)).for_each(|(at, _)| did.insert(at));
            let next = kinds.numbers.len();
            let place = *places.entry(did).or_insert(next);
            if place == next {
                kinds.numbers.push(0);
            }
            kinds.numbers.get_mut(place).into_iter().for_each(|sum| *sum += number);
            kinds.of.push(place);
        }
        kinds
    }
}

/// Which kind each column is of, and how many businesses of each kind there are.
pub(super) struct Kinds {
    of: Vec<usize>,
    numbers: Vec<i64>,
}

/// Answers that are thought of whether anybody gave them or not. Why: were all answers alike, everything would seem to follow from what
/// everybody did, and nothing to be a secret.
fn others(lists: &[(usize, &[Count])]) -> Vec<Who> {
    if lists.iter().any(|(_, list)| list.iter().any(|count| count.class.strand().is_some())) {
        return Reply::ALL.map(|reply| Who { reply, ..Who::default() }).to_vec();
    }
    let white = Who { race: Race::White.set(), sex: Sex::Female.set(), ownership: Ownership::Less, ..Who::default() };
    let asian = Who { race: Race::Asian.set(), sex: Sex::Male.set(), ownership: Ownership::Most, ..Who::default() };
    vec![Who::default(), white, asian]
}

/// Each once, the most frequent first; of equals the first in order.
fn frequent<T: Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut numbers: BTreeMap<T, usize> = BTreeMap::new();
    for one in all {
        *numbers.entry(one).or_default() += 1;
    }
    let mut numbers: Vec<(T, usize)> = numbers.into_iter().collect();
    numbers.sort_by_key(|(_, number)| std::cmp::Reverse(*number));
    numbers.into_iter().map(|(one, _)| one).collect()
}

/// Columns while they are gathered.
struct Columns<'a> {
    lists: &'a [(usize, &'a [Count])],
    places: BTreeMap<Bits, usize>,
    truth: Vec<i64>,
}

impl Columns<'_> {
    fn cells(&self) -> usize {
        self.lists.iter().map(|(_, list)| list.len()).sum()
    }

    fn add(&mut self, ways: &[Way], who: Who, number: i64) {
        let mut mark = Bits::new(self.cells());
        let counts = self.lists.iter().zip(ways).flat_map(|((_, list), way)| list.iter().map(move |count| (count, way)));
        for (cell, (count, way)) in counts.enumerate() {
            if count.holds(way, &who) {
                mark.insert(cell);
            }
        }
        if mark.is_empty() {
            return;
        }
        let next = self.truth.len();
        let place = *self.places.entry(mark).or_insert(next);
        if place == next {
            self.truth.push(0);
        }
        if let Some(sum) = self.truth.get_mut(place) {
            *sum += number;
        }
    }

    fn sheet(self) -> Sheet {
        let mut cells = vec![Bits::new(self.truth.len()); self.cells()];
        for (mark, column) in &self.places {
            for cell in mark.iter() {
                if let Some(cell) = cells.get_mut(cell) {
                    cell.insert(*column);
                }
            }
        }
        let value = |cell: &Bits| cell.iter().filter_map(|column| self.truth.get(column)).sum();
        Sheet { values: cells.iter().map(value).collect(), cells, truth: self.truth }
    }
}

#[cfg(test)]
#[path = "editions_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "tiny_tests.rs"]
mod tiny;
