//! Other worlds: ways the clients could be that fit every statement made. Found by integer programs; each one is checked against the
//! statements before it is used, so that nothing rests on the solver's word.

use super::bits::Bits;
use super::swaps::Swaps;
use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, Variable};
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// Search steps of one integer program before the best found so far is taken.
const NODES: u64 = 100;
/// Of more kinds of clients the solver makes no whole ones in any time: there are swaps enough among so many.
const MOST_CLASSES: usize = 6_000;
/// How many kinds of clients beside the real ones a first search looks at.
const SAMPLE: u64 = 300;
/// Amounts of money are searched in units that make the greatest of them this size, within what the solver can tell apart.
const SPAN: f64 = 1e5;

/// A world by its columns: how many clients, or how much money, of each kind. What is not named is 0.
pub type Amounts = BTreeMap<usize, i64>;

/// What a world must fit.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The columns of each statement.
    pub cells: &'a [Bits],
    /// What each statement truly is, also where it is not said.
    pub values: &'a [i64],
    /// What is truly in each column.
    pub truth: &'a [i64],
    /// True for counts, false for money, which may be split in any way.
    pub is_whole: bool,
}

impl Facts<'_> {
    /// What every statement would be in a world.
    pub fn values_in(&self, world: &Amounts) -> Vec<i64> {
        let sum = |cell: &Bits| world.iter().filter(|(column, _)| cell.has(**column)).map(|(_, amount)| amount).sum();
        self.cells.iter().map(sum).collect()
    }
}

/// Where a search goes.
#[derive(Debug, Clone, Copy)]
pub enum Aim<'a> {
    /// As much as possible among these columns.
    Most(&'a Bits),
    /// As little as possible among them.
    Least(&'a Bits),
    /// Anywhere, another place for each number.
    Anywhere(u64),
}

/// The worlds that fit some statements.
pub struct Fitting<'a> {
    facts: Facts<'a>,
    said: Vec<usize>,
    /// Columns that no statement tells apart, together; those known to be empty are left out.
    classes: Vec<Vec<usize>>,
    /// Which classes each statement counts, and what it comes to.
    lines: Vec<(Vec<usize>, f64)>,
    unit: f64,
    /// What everybody knows: clients change places within it.
    known: Vec<usize>,
    enough: Vec<usize>,
    swaps: OnceCell<Swaps>,
}

impl<'a> Fitting<'a> {
    /// `said`: what a world must fit. `enough`: those of them from which the rest follows. `known`: those that were said before.
    pub fn new(facts: Facts<'a>, known: &[usize], said: &[usize], enough: &[usize]) -> Self {
        let mut empty = Bits::new(facts.truth.len());
        let value = |statement: usize| facts.values.get(statement).copied().unwrap_or(0);
        for cell in said.iter().filter(|at| value(**at) == 0).filter_map(|at| facts.cells.get(*at)) {
            empty.join(cell);
        }
        let mut marks: Vec<Vec<usize>> = vec![Vec::new(); facts.truth.len()];
        for (line, cell) in enough.iter().enumerate().filter_map(|(line, at)| Some((line, facts.cells.get(*at)?))) {
            for column in cell.iter() {
                if let Some(mark) = marks.get_mut(column) {
                    mark.push(line);
                }
            }
        }
        let mut places: BTreeMap<&[usize], usize> = BTreeMap::new();
        let mut classes: Vec<Vec<usize>> = Vec::new();
        let mut lines: Vec<(Vec<usize>, f64)> = enough.iter().map(|at| (Vec::new(), float(value(*at)))).collect();
        for (column, mark) in marks.iter().enumerate().filter(|(column, _)| !empty.has(*column)) {
            let place = *places.entry(mark).or_insert_with(|| {
                for line in mark {
                    if let Some((classes_of, _)) = lines.get_mut(*line) {
                        classes_of.push(classes.len());
                    }
                }
                classes.push(Vec::new());
                classes.len() - 1
            });
            if let Some(class) = classes.get_mut(place) {
                class.push(column);
            }
        }
        lines.retain(|(classes_of, _)| !classes_of.is_empty());
        let most = lines.iter().map(|(_, value)| *value).fold(0.0, f64::max);
        let unit = if facts.is_whole || most <= SPAN { 1.0 } else { most / SPAN };
        Self { facts, said: said.to_vec(), classes, lines, unit, known: known.to_vec(), enough: enough.to_vec(), swaps: OnceCell::new() }
    }

    /// A world close to another in which more clients are within some columns, or fewer. Nothing for amounts that are not whole clients.
    pub fn by_swaps(&self, from: &Amounts, columns: &Bits, grows: bool, wanted: i64) -> Option<Amounts> {
        if !self.facts.is_whole {
            return None;
        }
        let swaps = self.swaps.get_or_init(|| Swaps::new(&self.groups(), &self.sums()));
        swaps.toward(from, columns, grows, wanted).filter(|world| self.fits(world))
    }

    /// Columns that nothing tells apart which everybody knows.
    fn groups(&self) -> Vec<Vec<usize>> {
        let mut marks: Vec<Vec<usize>> = vec![Vec::new(); self.facts.truth.len()];
        for at in &self.known {
            for column in self.facts.cells.get(*at).into_iter().flat_map(Bits::iter) {
                marks.get_mut(column).into_iter().for_each(|mark| mark.push(*at));
            }
        }
        let mut groups: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
        for (column, mark) in marks.into_iter().enumerate() {
            groups.entry(mark).or_default().push(column);
        }
        groups.into_values().collect()
    }

    /// For each column the sum of a random number for every statement that counts it: what does the same to it does the same to all of
    /// them, but for a chance of one in 2^64, and every world is checked.
    fn sums(&self) -> Vec<u64> {
        let mut sums = vec![0_u64; self.facts.truth.len()];
        let mut lot = 0x2545_F491_4F6C_DD1D_u64;
        for at in &self.enough {
            lot ^= lot << 13;
            lot ^= lot >> 7;
            lot ^= lot << 17;
            for column in self.facts.cells.get(*at).into_iter().flat_map(Bits::iter) {
                sums.get_mut(column).into_iter().for_each(|sum| *sum = sum.wrapping_add(lot));
            }
        }
        sums
    }

    /// A world that goes where the search aims, as far as the first look finds one: among the real kinds and some others.
    pub fn near(&self, aim: Aim<'_>) -> Option<Amounts> {
        if self.is_whole() && self.classes.len() > MOST_CLASSES {
            return None;
        }
        let size = u64::try_from(self.classes.len()).unwrap_or(u64::MAX);
        let is_near = |(at, class): (usize, &Vec<usize>)| {
            let lot = (u64::try_from(at).unwrap_or(0).wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32).wrapping_mul(size) >> 32;
            let is_aimed = match aim {
                Aim::Most(cell) | Aim::Least(cell) => class.iter().any(|column| cell.has(*column)),
                Aim::Anywhere(_) => false,
            };
            lot < SAMPLE || (is_aimed && lot < 3 * SAMPLE) || class.iter().any(|column| self.is_real(*column))
        };
        let kept: Vec<bool> = self.classes.iter().enumerate().map(is_near).collect();
        self.search(aim, &kept)
    }

    /// The same among all kinds. Nothing where [`Fitting::near`] has looked at all of them already.
    pub fn far(&self, aim: Aim<'_>) -> Option<Amounts> {
        if self.classes.len() <= usize::try_from(SAMPLE).unwrap_or(usize::MAX) || (self.is_whole() && self.classes.len() > MOST_CLASSES) {
            return None;
        }
        self.search(aim, &vec![true; self.classes.len()])
    }

    fn is_whole(&self) -> bool {
        self.facts.is_whole
    }

    fn is_real(&self, column: usize) -> bool {
        self.facts.truth.get(column).is_some_and(|amount| *amount != 0)
    }

    fn weight(aim: Aim<'_>, at: usize, class: &[usize]) -> f64 {
        match aim {
            Aim::Most(cell) => flag(class.iter().any(|column| cell.has(*column))),
            Aim::Least(cell) => flag(class.iter().all(|column| cell.has(*column))),
            Aim::Anywhere(round) => {
                let at = u64::try_from(at).unwrap_or(0);
                let lot = at.wrapping_add(7 * round + 3).wrapping_mul(0xD129_0D3B_1F4A_7C15_u64.wrapping_add(round * 2)) >> 40;
                f64::from(u8::try_from(lot % 16).unwrap_or(0))
            }
        }
    }

    /// What every statement would be in the farthest world there is when clients may be split: an outer limit of what whole ones can do.
    pub fn split(&self, aim: Aim<'_>) -> Option<Vec<f64>> {
        if self.classes.len() > MOST_CLASSES {
            return None;
        }
        let amounts = self.solve(aim, &vec![true; self.classes.len()], false)?;
        let sum = |cell: &Bits| amounts.iter().filter(|(column, _)| cell.has(*column)).map(|(_, amount)| amount).sum();
        Some(self.facts.cells.iter().map(sum).collect())
    }

    fn search(&self, aim: Aim<'_>, kept: &[bool]) -> Option<Amounts> {
        let amounts = self.solve(aim, kept, self.is_whole())?;
        let world: Amounts =
            amounts.into_iter().map(|(column, amount)| (column, whole(amount))).filter(|(_, amount)| *amount != 0).collect();
        self.fits(&world).then_some(world)
    }

    /// How much there is of each kind in the farthest world; each kind once.
    fn solve(&self, aim: Aim<'_>, kept: &[bool], is_whole: bool) -> Option<Vec<(usize, f64)>> {
        let direction = if matches!(aim, Aim::Least(_)) { OptimizationDirection::Minimize } else { OptimizationDirection::Maximize };
        let mut problem = Problem::new(direction);
        let mut variables: Vec<Option<Variable>> = Vec::with_capacity(self.classes.len());
        for (at, (class, is_kept)) in self.classes.iter().zip(kept).enumerate() {
            let weight = Self::weight(aim, at, class);
            variables.push(is_kept.then(|| {
                if is_whole { problem.add_integer_var(weight, (0, i32::MAX)) } else { problem.add_var(weight, (0.0, f64::INFINITY)) }
            }));
        }
        for (classes, value) in &self.lines {
            let line: Vec<(Variable, f64)> = classes.iter().filter_map(|class| Some(((*variables.get(*class)?)?, 1.0))).collect();
            problem.add_constraint(&line, ComparisonOp::Eq, value / self.unit);
        }
        let mut options = SolveOptions::default();
        options.node_limit = Some(NODES);
        // A world that goes somewhere else is good enough; one that is aimed should go as far as it can.
        options.mip_gap = if matches!(aim, Aim::Anywhere(_)) { 0.9 } else { 1e-6 };
        let solution = problem.solve_with(options).ok()?.into_solution().ok()?;
        let amount = |(class, variable): (&Vec<usize>, &Option<Variable>)| {
            let amount = solution.var_value((*variable)?) * self.unit;
            let column = match aim {
                Aim::Most(cell) => class.iter().find(|column| cell.has(**column)),
                Aim::Least(cell) => class.iter().find(|column| !cell.has(**column)),
                Aim::Anywhere(_) => None,
            };
            Some((*column.or(class.first())?, amount))
        };
        Some(self.classes.iter().zip(&variables).filter_map(amount).collect())
    }

    /// True if a world is possible and says the same. Amounts of money may differ by what the solver rounds.
    fn fits(&self, world: &Amounts) -> bool {
        let slack = if self.facts.is_whole { 0 } else { whole(self.unit).max(1) };
        let values = self.facts.values_in(world);
        let is_said =
            |at: &usize| matches!((values.get(*at), self.facts.values.get(*at)), (Some(one), Some(other)) if (one - other).abs() <= slack);
        world.values().all(|amount| *amount >= 0) && self.said.iter().all(is_said)
    }

    /// The statements that hold some columns within a range: those to which the limit above or below answers.
    pub fn holding(facts: Facts<'_>, said: &[usize], enough: &[usize], aim: Aim<'_>) -> Vec<usize> {
        let value = |at: usize| facts.values.get(at).copied().unwrap_or(0);
        let live: Vec<usize> =
            enough.iter().copied().filter(|at| value(*at) != 0).chain(said.iter().copied().filter(|at| value(*at) == 0)).collect();
        let (cell, is_most) = match aim {
            Aim::Most(cell) => (cell, true),
            Aim::Least(cell) => (cell, false),
            Aim::Anywhere(_) => return Vec::new(),
        };
        let mut classes: BTreeMap<Vec<usize>, (bool, bool)> = BTreeMap::new();
        for column in 0..facts.truth.len() {
            let mark =
                (0..live.len()).filter(|line| live.get(*line).and_then(|at| facts.cells.get(*at)).is_some_and(|cell| cell.has(column)));
            let (any, all) = classes.entry(mark.collect()).or_insert((false, true));
            *any |= cell.has(column);
            *all &= cell.has(column);
        }
        if classes.len() > MOST_CLASSES {
            return Vec::new();
        }
        let unit = live.iter().map(|at| float(value(*at))).fold(1.0, f64::max) / SPAN;
        let mut problem = Problem::new(if is_most { OptimizationDirection::Minimize } else { OptimizationDirection::Maximize });
        let prices: Vec<Variable> = live.iter().map(|at| price(&mut problem, float(value(*at)) / unit.max(1.0), is_most)).collect();
        for (mark, (any, all)) in classes.iter().filter(|(mark, _)| !mark.is_empty()) {
            let line: Vec<(Variable, f64)> = mark.iter().filter_map(|line| Some((*prices.get(*line)?, 1.0))).collect();
            let bound = flag(if is_most { *any } else { *all });
            problem.add_constraint(&line, if is_most { ComparisonOp::Ge } else { ComparisonOp::Le }, bound);
        }
        let Some(solution) = problem.solve().ok().and_then(|outcome| outcome.into_solution().ok()) else { return Vec::new() };
        live.into_iter().zip(prices).filter(|(_, price)| solution.var_value(*price).abs() > 1e-7).map(|(at, _)| at).collect()
    }
}

/// What a statement is worth to the limit. Of nothing there can only be less, and saying so has a small price, so that as few as can be
/// are named.
fn price(problem: &mut Problem, value: f64, is_most: bool) -> Variable {
    const SMALL: f64 = 1e-4;
    match (value == 0.0, is_most) {
        (true, true) => problem.add_var(SMALL, (0.0, f64::INFINITY)),
        (true, false) => problem.add_var(SMALL, (f64::NEG_INFINITY, 0.0)),
        (false, _) => problem.add_var(value, (f64::NEG_INFINITY, f64::INFINITY)),
    }
}

fn flag(yes: bool) -> f64 {
    f64::from(u8::from(yes))
}

#[expect(clippy::cast_precision_loss, reason = "counts and cents stay below 2^53")]
pub(super) fn float(value: i64) -> f64 {
    value as f64
}

/// The whole number that is not above another one.
#[expect(clippy::cast_possible_truncation, reason = "counts stay below 2^53")]
pub(super) fn whole_below(value: f64) -> i64 {
    (value + 1e-6).floor() as i64
}

#[expect(clippy::cast_possible_truncation, reason = "counts and cents stay below 2^53, and every world is checked afterwards")]
fn whole(value: f64) -> i64 {
    value.round() as i64
}
