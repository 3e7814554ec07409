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
use super::span::{Effect, Row, Said, difference, shorten};
use super::worlds::{Aim, Amounts, Facts, Fitting};

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
}

impl Secret {
    fn of(&self, values: &[i64]) -> i64 {
        let value = |at: usize| values.get(at).copied().unwrap_or(0);
        value(self.outer) - self.inner.map_or(0, value)
    }

    fn row(&self, rows: &[Row]) -> Row {
        let row = |at: usize| rows.get(at).cloned().unwrap_or_default();
        self.inner.map_or_else(|| row(self.outer), |inner| difference(&row(self.outer), &row(inner)))
    }

    fn columns(&self, facts: Facts<'_>) -> Bits {
        let cell = |at: usize| facts.cells.get(at).cloned().unwrap_or_else(|| Bits::new(0));
        self.inner.map_or_else(|| cell(self.outer), |inner| cell(self.outer).less(&cell(inner)))
    }
}

/// What is to be decided.
#[derive(Debug)]
pub struct Task<'a> {
    /// The statements and the truth.
    pub facts: Facts<'a>,
    /// What has been said before, or is known to everybody.
    pub known: &'a [usize],
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

/// Worlds that fit, with what the statements are in them.
#[derive(Debug, Clone)]
struct Pool(Vec<(Amounts, Vec<i64>)>);

impl Pool {
    fn add(&mut self, facts: Facts<'_>, world: Option<Amounts>) {
        if let Some(world) = world {
            let values = facts.values_in(&world);
            self.0.push((world, values));
        }
    }

    fn is_apart(&self, secret: &Secret) -> bool {
        let values = self.0.iter().map(|(_, values)| secret.of(values));
        let (low, high) = values.fold((i64::MAX, i64::MIN), |(low, high), value| (low.min(value), high.max(value)));
        high.saturating_sub(low) >= secret.width
    }

    /// Searches until a secret lies far enough apart; false if it does not.
    fn widen(&mut self, fitting: &Fitting<'_>, facts: Facts<'_>, secret: &Secret) -> bool {
        if self.is_apart(secret) {
            return true;
        }
        let columns = secret.columns(facts);
        let (most, least) = (Aim::Most(&columns), Aim::Least(&columns));
        for (aim, is_far) in [(most, false), (least, false), (most, true), (least, true)] {
            self.add(facts, if is_far { fitting.far(aim) } else { fitting.near(aim) });
            if self.is_apart(secret) {
                return true;
            }
        }
        false
    }
}

/// What is taken so far.
#[derive(Clone)]
struct Taken {
    said: Said,
    /// All of it, what was known before included.
    all: Vec<usize>,
    /// Those of it from which the rest follows.
    enough: Vec<usize>,
}

impl Taken {
    fn new(task: &Task<'_>, rows: &[Row], secrets: Vec<Row>) -> Self {
        let mut taken = Self { said: Said::new(secrets), all: Vec::new(), enough: Vec::new() };
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
    let mut pool = first_worlds(task, &taken);
    let taken = take_back(task, &rows, taken, &mut pool, hears)?;
    // From here on every secret is one again, not only what was taken back.
    let mut kept = Taken::new(task, &rows, hidden);
    for at in taken.all.iter().skip(task.known.len()) {
        kept.take(&rows, *at);
    }
    second_chance(task, &rows, &mut kept, &mut pool, hears);
    let mut shown: Vec<usize> = kept.all.split_off(task.known.len().min(kept.all.len()));
    shown.sort_by_key(|at| task.asked.iter().position(|asked| asked == at));
    Ok(Decision { shown, worlds: witnesses(task, pool) })
}

fn first_worlds(task: &Task<'_>, taken: &Taken) -> Pool {
    let facts = task.facts;
    let real: Amounts = facts.truth.iter().copied().enumerate().filter(|(_, amount)| *amount != 0).collect();
    let mut pool = Pool(vec![(real, facts.values.to_vec())]);
    if task.secrets.is_empty() {
        return pool;
    }
    let fitting = Fitting::new(facts, &taken.all, &taken.enough);
    for round in 0..FIRST_WORLDS {
        pool.add(facts, fitting.near(Aim::Anywhere(round)));
    }
    pool
}

/// Takes statements back until every secret lies far enough apart. Worlds found stay good: what is taken back only allows more of them.
fn take_back(task: &Task<'_>, rows: &[Row], mut taken: Taken, pool: &mut Pool, hears: Hears<'_>) -> Result<Taken, Told> {
    let facts = task.facts;
    let mut back: Vec<Row> = Vec::new();
    let mut fitting = Fitting::new(facts, &taken.all, &taken.enough);
    for (done, secret) in task.secrets.iter().enumerate() {
        hears(done, task.secrets.len());
        while !pool.widen(&fitting, facts, secret) {
            let least = least_holding(task, &taken, secret).ok_or_else(|| Told(vec![secret.clone()]))?;
            back.extend(rows.get(least).cloned());
            let left: Vec<usize> = taken.all.iter().skip(task.known.len()).copied().filter(|at| *at != least).collect();
            taken = Taken::new(task, rows, back.clone());
            for at in left {
                taken.take(rows, at);
            }
            fitting = Fitting::new(facts, &taken.all, &taken.enough);
        }
    }
    Ok(taken)
}

/// Of the new statements that hold a secret within too little, the least important one.
fn least_holding(task: &Task<'_>, taken: &Taken, secret: &Secret) -> Option<usize> {
    let columns = secret.columns(task.facts);
    let holding = [Aim::Most(&columns), Aim::Least(&columns)].map(|aim| Fitting::holding(task.facts, &taken.all, &taken.enough, aim));
    let place = |at: &usize| task.asked.iter().position(|asked| asked == at);
    holding.iter().flatten().filter(|at| !task.known.contains(at)).max_by_key(|at| place(at)).copied()
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
        let mut fits = Pool(pool.0.iter().filter(|(_, values)| values.get(*at) == value).cloned().collect());
        let fitting = Fitting::new(facts, &with.all, &with.enough);
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
    let mut needed = vec![false; pool.0.len()];
    for secret in task.secrets {
        let values = || pool.0.iter().enumerate().map(|(at, (_, values))| (secret.of(values), at));
        for (_, at) in [values().min(), values().max_by_key(|(value, at)| (*value, std::cmp::Reverse(*at)))].into_iter().flatten() {
            if let Some(is_needed) = needed.get_mut(at) {
                *is_needed = true;
            }
        }
    }
    pool.0.into_iter().zip(needed).filter(|(_, is_needed)| *is_needed).map(|((world, _), _)| world).collect()
}
