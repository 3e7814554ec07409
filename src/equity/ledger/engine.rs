//! Which statements can be made so that no secret can be worked out, whatever is computed from them and from all that was said before.
//!
//! 1. **Linear step.** In order of priority, a statement is taken unless a secret would then follow from sums and differences.
//! 2. **Other worlds.** For each secret, worlds are searched that fit everything taken and in which it lies far enough apart. While there
//!    are none, the least important new statement that holds it is taken back, and so is whatever would still tell that one.
//! 3. **Second chance.** What was left out is tried once more, each with its own search: what no secret needs hidden is shown.
//!
//! Why this is safe: real and other worlds both fit all that was ever said, so no computation on it can tell them apart. Every world is
//! made of whole clients and checked against the statements; a search that fails hides more, never less.

use super::bits::Bits;
use super::pool::{NEARLY, PATIENCE, Pool};
use super::span::{Effect, Row, Said, difference, shorten};
use super::worlds::{Aim, Amounts, Facts, Fitting, float, whole_below};
use std::collections::HashSet;

/// Worlds made at the start, each somewhere else: most secrets are far apart in them already.
const FIRST_WORLDS: u64 = 24;

/// A number that must not be worked out: a statement, or what one has more than another that lies within it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Secret {
    /// The statement, or the greater one.
    pub outer: usize,
    /// The one within it.
    pub inner: Option<usize>,
    /// How far apart worlds must lie, at least.
    pub width: i64,
    /// Whether worlds of split clients will do: where no other whole ones were found before anything new is said.
    pub may_split: bool,
}

impl Secret {
    pub(super) fn of(&self, values: &[i64]) -> i64 {
        let value = |at: usize| values.get(at).copied().unwrap_or(0);
        value(self.outer) - self.inner.map_or(0, value)
    }

    fn row(&self, rows: &[Row]) -> Row {
        let row = |at: usize| rows.get(at).cloned().unwrap_or_default();
        self.inner.map_or_else(|| row(self.outer), |inner| difference(&row(self.outer), &row(inner)))
    }

    pub(super) fn columns(&self, facts: Facts<'_>) -> Bits {
        let cell = |at: usize| facts.cells.get(at).cloned().unwrap_or_else(|| Bits::new(0));
        self.inner.map_or_else(|| cell(self.outer), |inner| cell(self.outer).less(&cell(inner)))
    }
}

/// What is to be decided.
#[derive(Debug, Clone, Copy)]
pub struct Task<'a> {
    /// The statements and the truth.
    pub facts: Facts<'a>,
    /// What has been said before, or is known to everybody.
    pub known: &'a [usize],
    /// Those of it that say what clients did and not who they are: other worlds are looked for among clients who did the same.
    pub open: &'a [usize],
    /// What might be said now, the most important first.
    pub asked: &'a [usize],
    /// What must not be worked out.
    pub secrets: &'a [Secret],
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What is said now, in order of priority.
    pub shown: Vec<usize>,
    /// Worlds that fit everything said: for each secret there are two that lie far enough apart.
    pub worlds: Vec<Amounts>,
}

/// Why nothing new can be said: these secrets follow from what has been said before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told(pub Vec<Secret>);

/// What is heard while it is decided: how many secrets are safe, of how many.
pub type Hears<'a> = &'a mut dyn FnMut(usize, usize);

/// What is taken so far.
#[derive(Clone)]
struct Taken {
    said: Said,
    /// How much of it was known before.
    known: usize,
    /// All of it, what was known before included.
    all: Vec<usize>,
    /// Those of it from which the rest follows.
    enough: Vec<usize>,
}

impl Taken {
    fn new(task: &Task<'_>, rows: &[Row], secrets: Vec<Row>) -> Self {
        let mut taken = Self { said: Said::new(secrets), known: task.known.len(), all: Vec::new(), enough: Vec::new() };
        for at in task.known {
            let row = rows.get(*at).map_or(&[][..], Vec::as_slice);
            if taken.said.effect(row) != Effect::Follows {
                taken.said.add(row);
                taken.enough.push(*at);
            }
            taken.all.push(*at);
        }
        taken
    }

    /// What was taken beside what was known before.
    fn new_ones(&self) -> Vec<usize> {
        self.all.iter().skip(self.known).copied().collect()
    }

    /// Takes a statement unless it tells a secret.
    fn take(&mut self, rows: &[Row], at: usize) -> bool {
        let effect = self.said.say(rows.get(at).map_or(&[], Vec::as_slice));
        if effect == Effect::Tells {
            return false;
        }
        if effect == Effect::Added {
            self.enough.push(at);
        }
        self.all.push(at);
        true
    }
}

/// Decides what is said.
pub fn decide(task: &Task<'_>, hears: Hears<'_>) -> Result<Decision, Told> {
    let facts = task.facts;
    let rows = shorten(facts.cells, facts.truth.len());
    let hidden: Vec<Row> = task.secrets.iter().map(|secret| secret.row(&rows)).collect();
    let mut taken = Taken::new(task, &rows, hidden.clone());
    let told: Vec<Secret> = taken.said.told().filter_map(|at| task.secrets.get(at).cloned()).collect();
    if !told.is_empty() {
        return Err(Told(told));
    }
    for at in task.asked {
        taken.take(&rows, *at);
    }
    let pool = first_worlds(task, &taken);
    Ok(settle(task, &rows, taken, pool, hears))
}

/// Takes back what brings secrets too near, and tries once more what was left out.
fn settle(task: &Task<'_>, rows: &[Row], taken: Taken, mut pool: Pool, hears: Hears<'_>) -> Decision {
    let taken = take_back(task, rows, taken, &mut pool, hears);
    // From here on every secret is one again, not only what was taken back.
    let mut kept = Taken::new(task, rows, task.secrets.iter().map(|secret| secret.row(rows)).collect());
    for at in taken.new_ones() {
        kept.take(rows, at);
    }
    second_chance(task, rows, &mut kept, &mut pool, hears);
    let mut shown = kept.new_ones();
    shown.sort_by_key(|at| task.asked.iter().position(|asked| asked == at));
    Decision { shown, worlds: witnesses(task, pool) }
}

/// What is said where some secrets are held within too little already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// What may be said.
    pub shown: Vec<usize>,
    /// For so many secrets no other whole clients were found in what is known alone: their outer limits are held apart.
    pub limits: usize,
    /// And so many secrets what is known holds within less than one client.
    pub held: usize,
}

/// Like [`decide`], where what is known may hold some secrets within less than one client already: nothing said or left out now changes
/// those, and they are passed over. Of those for which what is known leaves no other whole clients, as far as was found, the limits are
/// held apart: what clients could be if they were split.
pub fn keep_apart(task: &Task<'_>, hears: Hears<'_>) -> Apart {
    let facts = task.facts;
    let rows = shorten(facts.cells, facts.truth.len());
    let hidden = || task.secrets.iter().map(|secret| secret.row(&rows)).collect();
    let mut known = Taken::new(task, &rows, hidden());
    let told: HashSet<usize> = known.said.told().collect();
    // What follows from what everybody did is no secret.
    let plain = Taken::new(&Task { known: task.open, ..*task }, &rows, hidden()).said.told().count();
    let (mut held, mut limits) = (told.len() - plain.min(told.len()), 0);
    let mut taken = known.clone();
    for at in task.asked {
        taken.take(&rows, *at);
    }
    let fitting = Fitting::new(facts, task.open, &taken.all, &taken.enough);
    let mut pool = Pool::of(facts);
    let still = || task.secrets.iter().enumerate().filter(|(at, _)| !told.contains(at)).map(|(_, secret)| secret);
    if still().all(|secret| pool.swap(&fitting, facts, secret, &secret.columns(facts))) {
        return Apart { shown: taken.new_ones(), limits, held };
    }
    pool.worlds.extend(first_worlds(task, &taken).worlds.into_iter().skip(1));
    let before = Fitting::new(facts, task.open, &known.all, &known.enough);
    let (mut secrets, mut wide) = (Vec::new(), None);
    let mut is_near = false;
    for (done, secret) in task.secrets.iter().enumerate().filter(|(at, _)| !told.contains(at)) {
        hears(done, task.secrets.len());
        if !pool.widen(&fitting, facts, secret) {
            // What fits everything fits what was known.
            let wide = wide.get_or_insert_with(|| pool.clone());
            wide.in_vain = 0;
            if !wide.widen(&before, facts, secret) {
                let width = secret.width.min(whole_below(wide.reach(&before, secret, &secret.columns(facts))));
                if width < 1 {
                    held += 1;
                    continue;
                }
                limits += 1;
                let limited = Secret { width, may_split: true, ..secret.clone() };
                is_near |= !pool.widen(&fitting, facts, &limited);
                secrets.push(limited);
                continue;
            }
            is_near = true;
        }
        secrets.push(secret.clone());
    }
    if !is_near {
        return Apart { shown: taken.new_ones(), limits, held };
    }
    let task = Task { secrets: &secrets, ..*task };
    known = Taken::new(&task, &rows, secrets.iter().map(|secret| secret.row(&rows)).collect());
    for at in task.asked {
        known.take(&rows, *at);
    }
    pool.in_vain = 0;
    Apart { shown: settle(&task, &rows, known, pool, hears).shown, limits, held }
}

fn first_worlds(task: &Task<'_>, taken: &Taken) -> Pool {
    let facts = task.facts;
    let mut pool = Pool::of(facts);
    if task.secrets.is_empty() {
        return pool;
    }
    let fitting = Fitting::new(facts, task.open, &taken.all, &taken.enough);
    for round in 0..FIRST_WORLDS {
        if pool.in_vain >= PATIENCE / 4 {
            break;
        }
        let world = fitting.near(Aim::Anywhere(round));
        pool.in_vain = if world.is_some() { 0 } else { pool.in_vain + 1 };
        pool.add(facts, world);
    }
    pool
}

/// Takes statements back until every secret lies far enough apart. Worlds found stay good: what is taken back only allows more of them.
fn take_back(task: &Task<'_>, rows: &[Row], mut taken: Taken, pool: &mut Pool, hears: Hears<'_>) -> Taken {
    let facts = task.facts;
    let mut back: Vec<Row> = Vec::new();
    let mut fitting = Fitting::new(facts, task.open, &taken.all, &taken.enough);
    for (done, secret) in task.secrets.iter().enumerate() {
        hears(done, task.secrets.len());
        while !pool.widen(&fitting, facts, secret) {
            // Where nothing said now holds it, what everybody knows does, and that cannot be mended.
            let Some(least) = least_holding(task, &taken, secret) else { break };
            back.extend(rows.get(least).cloned());
            let left: Vec<usize> = taken.new_ones().into_iter().filter(|at| *at != least).collect();
            taken = Taken::new(task, rows, back.clone());
            for at in left {
                taken.take(rows, at);
            }
            fitting = Fitting::new(facts, task.open, &taken.all, &taken.enough);
        }
    }
    taken
}

/// Of the new statements that hold a secret within too little, the least important one.
fn least_holding(task: &Task<'_>, taken: &Taken, secret: &Secret) -> Option<usize> {
    let columns = secret.columns(task.facts);
    let holding = [Aim::Most(&columns), Aim::Least(&columns)].map(|aim| Fitting::holding(task.facts, &taken.all, &taken.enough, aim));
    let place = |at: &usize| task.asked.iter().position(|asked| asked == at);
    let is_new = |at: &&usize| !task.known.contains(at);
    let least = holding.iter().flatten().filter(is_new).max_by_key(|at| place(at)).copied();
    // Where parts of clients could be moved but no whole ones, no statement holds the secret alone: the least important one near it goes.
    let meets = |at: &&usize| task.facts.cells.get(**at).is_some_and(|cell| cell.meets(&columns) && !columns.is_within(cell));
    least.or_else(|| taken.all.iter().filter(is_new).filter(meets).max_by_key(|at| place(at)).copied())
}

/// Tries what was left out once more. A secret that a statement would bring too near is seen before the statement is taken.
fn second_chance(task: &Task<'_>, rows: &[Row], taken: &mut Taken, pool: &mut Pool, hears: Hears<'_>) {
    let facts = task.facts;
    let columns: Vec<Bits> = task.secrets.iter().map(|secret| secret.columns(facts)).collect();
    for at in task.asked {
        if taken.all.contains(at) {
            continue;
        }
        let mut with = taken.clone();
        if !with.take(rows, *at) {
            continue;
        }
        let value = facts.values.get(*at);
        let worlds = pool.worlds.iter().filter(|(_, values)| values.get(*at) == value).cloned().collect();
        let is_said =
            |values: &&Vec<f64>| matches!((values.get(*at), value), (Some(one), Some(said)) if (one - float(*said)).abs() < NEARLY);
        let mut fits = Pool { worlds, split: pool.split.iter().filter(is_said).cloned().collect(), in_vain: pool.in_vain };
        let fitting = Fitting::new(facts, task.open, &with.all, &with.enough);
        // Those that touch the statement are the likeliest to stand in its way.
        let meets = |columns: &Bits| facts.cells.get(*at).is_some_and(|cell| cell.meets(columns));
        let (near, far): (Vec<_>, Vec<_>) = task.secrets.iter().zip(&columns).partition(|(_, columns)| meets(columns));
        hears(task.secrets.len(), task.secrets.len());
        if near.into_iter().chain(far).all(|(secret, _)| fits.widen(&fitting, facts, secret)) {
            *taken = with;
            *pool = fits;
        }
    }
}

/// Of the worlds found, two for each secret are kept: where it is least and where it is most.
fn witnesses(task: &Task<'_>, pool: Pool) -> Vec<Amounts> {
    let mut needed = vec![false; pool.worlds.len()];
    for secret in task.secrets {
        let values = || pool.worlds.iter().enumerate().map(|(at, (_, values))| (secret.of(values), at));
        for (_, at) in [values().min(), values().max_by_key(|(value, at)| (*value, std::cmp::Reverse(*at)))].into_iter().flatten() {
            if let Some(is_needed) = needed.get_mut(at) {
                *is_needed = true;
            }
        }
    }
    pool.worlds.into_iter().zip(needed).filter(|(_, is_needed)| *is_needed).map(|((world, _), _)| world).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One client here, or three elsewhere who would have to be halves: three sums over two of the others each say so.
    fn halves(known: &[usize]) -> Apart {
        let cells: Vec<Bits> = [&[0, 1, 2][..], &[0, 2, 3], &[0, 1, 3], &[0], &[1, 4]]
            .into_iter()
            .map(|columns| {
                let mut bits = Bits::new(5);
                for column in columns {
                    bits.insert(*column);
                }
                bits
            })
            .collect();
        let truth = [1, 0, 0, 0, 0];
        let facts = Facts { cells: &cells, values: &[1, 1, 1, 1, 0], truth: &truth, is_whole: true };
        let secret = Secret { outer: 3, inner: None, width: 1, may_split: false };
        keep_apart(&Task { facts, known, open: &[], asked: &[4], secrets: &[secret] }, &mut |_, _| {})
    }

    #[test]
    fn where_no_other_whole_clients_are_found_the_limits_are_held_apart() {
        // Whole clients there is but one way; a solver alone sees none or one here, until it is told that nobody is in the second column, nor
        // in another one.
        assert_eq!(halves(&[0, 1, 2]), Apart { shown: Vec::new(), limits: 1, held: 0 });
        // What was told before cannot be mended.
        assert_eq!(halves(&[0, 1, 2, 4]), Apart { shown: vec![4], limits: 0, held: 1 });
        assert_eq!(halves(&[0, 1]), Apart { shown: vec![4], limits: 0, held: 0 });
    }
}
