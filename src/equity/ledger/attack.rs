//! An attacker who has everything ever published and a linear solver: what can be worked out? It shares nothing with the decision what
//! is published but the reading of a catalogue, so that it can find its mistakes.
//!
//! Each hidden count, and each difference of two counts of which one lies within the other, has a least and a greatest value in all
//! worlds that fit. If both are the same small number, it is worked out. Totals of money are judged with the truth beside them: too few
//! who contribute, or one who makes up nearly all of it.

use super::bits::Bits;
use super::columns::Unreadable;
use super::known::{Known, Target, float};
use super::parts::parts;
use super::publication::Publication;
use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, Variable};
use std::collections::BTreeMap;

/// Worlds looked at before single numbers are aimed at.
const FIRST: u64 = 12;
/// Columns beside those of the first worlds in the first search for a number.
const SAMPLE: usize = 200;
const NEARLY: f64 = 1e-6;

/// What was worked out. Each names the statement, or the greater and the lesser of two.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Findings {
    /// Hidden counts from 1 to below the threshold, now known.
    pub recovered: Vec<String>,
    /// Differences of that size, now known.
    pub small_differences: Vec<String>,
    /// Hidden counts and differences that are surely that small and lie within half the threshold.
    pub narrow: Vec<String>,
    /// Totals of surely fewer clients than the threshold, differences of totals of so few, and other figures of fewer than twice as many.
    pub thin: Vec<String>,
    /// Hidden counts that are surely 0, which tells nothing of anybody.
    pub implied_zero: Vec<String>,
    /// Numbers that no world fits: the publication contradicts itself.
    pub contradictions: Vec<String>,
}

impl Findings {
    /// True if nobody is exposed.
    pub fn is_clean(&self) -> bool {
        [&self.recovered, &self.small_differences, &self.narrow, &self.thin, &self.contradictions].into_iter().all(Vec::is_empty)
    }

    fn join(&mut self, other: Self) {
        self.recovered.extend(other.recovered);
        self.small_differences.extend(other.small_differences);
        self.narrow.extend(other.narrow);
        self.thin.extend(other.thin);
        self.implied_zero.extend(other.implied_zero);
        self.contradictions.extend(other.contradictions);
    }
}

/// Tries to work out every hidden count and every small difference.
pub fn attack(published: &Publication) -> Result<Findings, Unreadable> {
    let mut findings = Findings::default();
    for part in parts(published) {
        findings.join(attack_part(&part)?);
    }
    Ok(findings)
}

fn attack_part(published: &Publication) -> Result<Findings, Unreadable> {
    let known = Known::read(published)?;
    let mut seen = Seen::new(&known);
    let mut findings = Findings::default();
    if seen.worlds.is_empty() && !known.lines.is_empty() {
        findings.contradictions.push("no clients could be counted so".into());
        return Ok(findings);
    }
    for target in known.targets(published.threshold) {
        judge(&known, &mut seen, &target, published.threshold, &mut findings);
    }
    for (target, fewest) in known.totals(published.threshold) {
        if seen.is_surely_below(&known, &target, fewest) {
            findings.thin.push(known.label(&target));
        }
    }
    Ok(findings)
}

fn judge(known: &Known, seen: &mut Seen, target: &Target, threshold: i64, findings: &mut Findings) {
    let label = known.label(target);
    let wide = float(threshold) / 2.0;
    for is_far in [false, true] {
        let (low, high) = seen.range(target);
        if high - low >= wide || high >= float(threshold) - 1.0 + NEARLY && high - low >= 1.0 {
            return;
        }
        seen.look(known, target, is_far);
    }
    let (low, high) = seen.range(target);
    let (least, most) = ((low - NEARLY).ceil(), (high + NEARLY).floor());
    let is_small = least >= 1.0 && most < float(threshold);
    match (least >= most, target.inner) {
        (true, None) if least == 0.0 => findings.implied_zero.push(label),
        (true, None) if is_small => findings.recovered.push(label),
        (true, Some(_)) if is_small => findings.small_differences.push(label),
        (false, _) if is_small && high - low < wide => findings.narrow.push(label),
        _ => {}
    }
}

/// Worlds seen so far: what each cell comes to in them.
struct Seen {
    worlds: Vec<Vec<f64>>,
    /// Columns used by the first worlds, and some more.
    near: Vec<bool>,
}

impl Seen {
    fn new(known: &Known) -> Self {
        let mut seen = Self {
            worlds: Vec::new(),
            near: (0..known.size).map(|column| known.size <= SAMPLE || column % (known.size / SAMPLE) == 0).collect(),
        };
        let everywhere = vec![true; known.size];
        for round in 0..FIRST {
            let weight = |column: usize| scattered(column, round);
            seen.add(known, solve(known, OptimizationDirection::Maximize, &weight, &everywhere));
        }
        seen
    }

    fn add(&mut self, known: &Known, found: Option<Vec<f64>>) {
        let Some(found) = found else { return };
        for (is_near, amount) in self.near.iter_mut().zip(&found) {
            *is_near |= *amount > NEARLY;
        }
        let sum = |cell: &Bits| cell.iter().filter_map(|column| found.get(column)).sum();
        self.worlds.push(known.cells.iter().map(sum).collect());
    }

    /// Looks for the least and the greatest a target can be.
    fn look(&mut self, known: &Known, target: &Target, is_far: bool) {
        let kept = if is_far { vec![true; known.size] } else { self.near.clone() };
        let weight = |column: usize| f64::from(u8::from(target.columns.has(column)));
        for direction in [OptimizationDirection::Maximize, OptimizationDirection::Minimize] {
            self.add(known, solve(known, direction, &weight, &kept));
        }
    }

    /// True if a target is 1 at least and below a number in every world that fits.
    fn is_surely_below(&mut self, known: &Known, target: &Target, fewest: i64) -> bool {
        for is_far in [false, true] {
            if self.range(target).1 > float(fewest) - 1.0 + NEARLY {
                return false;
            }
            self.look(known, target, is_far);
        }
        let (low, high) = self.range(target);
        low > NEARLY && high <= float(fewest) - 1.0 + NEARLY
    }

    fn range(&self, target: &Target) -> (f64, f64) {
        let value = |world: &Vec<f64>| {
            let cell = |at: usize| world.get(at).copied().unwrap_or(0.0);
            cell(target.outer) - target.inner.map_or(0.0, cell)
        };
        self.worlds.iter().map(value).fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
    }
}

fn scattered(column: usize, round: u64) -> f64 {
    let lot = u64::try_from(column).unwrap_or(0).wrapping_add(31 * round + 1).wrapping_mul(0x2545_F491_4F6C_DD1D) >> 45;
    f64::from(u8::try_from(lot % 32).unwrap_or(0)) - 8.0
}

/// The amounts of all columns in the world that goes farthest; those not kept are 0.
fn solve(known: &Known, direction: OptimizationDirection, weight: &dyn Fn(usize) -> f64, kept: &[bool]) -> Option<Vec<f64>> {
    let mut problem = Problem::new(direction);
    // What no statement limits is limited by something, so that a search ends.
    let most = known.exact.iter().flatten().copied().max().map_or(1e4, |most| 4.0 * float(most) + 100.0);
    let variables: Vec<Option<Variable>> =
        kept.iter().enumerate().map(|(column, is_kept)| is_kept.then(|| problem.add_var(weight(column), (0.0, most)))).collect();
    for line in &known.lines {
        let mut weights: BTreeMap<usize, f64> = BTreeMap::new();
        for (cell, weight) in &line.weights {
            for column in known.cells.get(*cell).into_iter().flat_map(Bits::iter) {
                *weights.entry(column).or_default() += weight;
            }
        }
        let terms: Vec<(Variable, f64)> =
            weights.iter().filter_map(|(column, weight)| Some(((*variables.get(*column)?)?, *weight))).collect();
        if line.low >= line.high {
            problem.add_constraint(&terms, ComparisonOp::Eq, line.low);
            continue;
        }
        if line.low.is_finite() {
            problem.add_constraint(&terms, ComparisonOp::Ge, line.low);
        }
        if line.high.is_finite() {
            problem.add_constraint(&terms, ComparisonOp::Le, line.high);
        }
    }
    let solution = problem.solve_with(SolveOptions::default()).ok()?.into_solution().ok()?;
    Some(variables.iter().map(|variable| variable.map_or(0.0, |variable| solution.var_value(variable))).collect())
}
