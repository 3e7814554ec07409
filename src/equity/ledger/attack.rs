//! An attacker who has everything ever published and a linear solver: what can be worked out? It shares nothing with the decision what
//! is published but the reading of a catalogue, so that it can find its mistakes.
//!
//! Each hidden count, and each difference of two counts of which one lies within the other, has a least and a greatest value in all
//! worlds that fit. If both are the same small number, it is worked out. Totals of money are judged with the truth beside them: too few
//! who contribute, or one who makes up nearly all of it.

use super::bits::Bits;
use super::columns::{Dim, Unreadable, Wanted, masks};
use super::publication::{About, Publication, Show, Statement};
use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, Variable};
use std::collections::{BTreeMap, HashMap};

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
}

/// A number to work out.
struct Target {
    outer: usize,
    inner: Option<usize>,
    columns: Bits,
}

/// A line that worlds fit: weights by cell, and the least and greatest it may come to.
struct Line {
    weights: Vec<(usize, f64)>,
    low: f64,
    high: f64,
}

/// What is published, as lines over columns.
struct Known {
    names: Vec<String>,
    cells: Vec<Bits>,
    /// Cells said exactly.
    exact: Vec<Option<i64>>,
    /// Cells that are counted; of the others a total or another figure is said.
    counted: Vec<bool>,
    /// Totals that are said, by what they measure.
    sums: Vec<(String, usize)>,
    /// Other figures that are said.
    figures: Vec<usize>,
    lines: Vec<Line>,
    size: usize,
}

/// Tries to work out every hidden count and every small difference.
pub fn attack(published: &Publication) -> Result<Findings, Unreadable> {
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

impl Known {
    fn read(published: &Publication) -> Result<Self, Unreadable> {
        let mut wanted: Vec<Wanted> = Vec::new();
        let mut places: HashMap<Wanted, usize> = HashMap::new();
        let mut names: Vec<String> = Vec::new();
        let mut exact: Vec<Option<i64>> = Vec::new();
        let mut lines: Vec<Line> = Vec::new();
        let (mut counted, mut sums, mut figures) = (Vec::new(), Vec::new(), Vec::new());
        let mut place = |count: &Wanted, name: &str, wanted: &mut Vec<Wanted>, exact: &mut Vec<Option<i64>>| {
            *places.entry(count.clone()).or_insert_with(|| {
                wanted.push(count.clone());
                names.push(name.to_owned());
                exact.push(None);
                wanted.len() - 1
            })
        };
        for Statement { id, about, show, .. } in &published.statements {
            match about {
                About::Count { wanted: count } => {
                    let at = place(count, id, &mut wanted, &mut exact);
                    counted.push(at);
                    if let (Show::Exactly { eq }, Some(exact)) = (show, exact.get_mut(at)) {
                        *exact = Some(*eq);
                    }
                    lines.extend(bounds(show).map(|(low, high)| Line { weights: vec![(at, 1.0)], low, high }));
                }
                About::Rate { num, den } => {
                    let num = place(num, &format!("{id} (part)"), &mut wanted, &mut exact);
                    let den = place(den, &format!("{id} (whole)"), &mut wanted, &mut exact);
                    counted.extend([num, den]);
                    lines.extend(rate(show, num, den).into_iter().flatten());
                }
                About::Sum { measure, wanted: count } => {
                    let at = place(count, id, &mut wanted, &mut exact);
                    sums.extend((!is_hidden(show)).then(|| (measure.clone(), at)));
                }
                About::Stat { wanted: count } => {
                    let at = place(count, id, &mut wanted, &mut exact);
                    figures.extend((!is_hidden(show)).then_some(at));
                }
            }
        }
        let (cells, size) = columns(published, &wanted)?;
        let counted = (0..cells.len()).map(|at| counted.contains(&at)).collect();
        Ok(Self { names, cells, exact, counted, sums, figures, lines, size })
    }

    fn label(&self, target: &Target) -> String {
        let name = |at: usize| self.names.get(at).cloned().unwrap_or_default();
        target.inner.map_or_else(|| name(target.outer), |inner| format!("{} less {}", name(target.outer), name(inner)))
    }

    /// How many clients there must be at least behind each total and figure, and behind each difference of two totals.
    fn totals(&self, threshold: i64) -> Vec<(Target, i64)> {
        let cell = |at: usize| self.cells.get(at).cloned().unwrap_or_else(|| Bits::new(0));
        let alone = |at: usize, fewest: i64| (Target { outer: at, inner: None, columns: cell(at) }, fewest);
        let mut totals: Vec<(Target, i64)> = self.sums.iter().map(|(_, at)| alone(*at, threshold)).collect();
        totals.extend(self.figures.iter().map(|at| alone(*at, 2 * threshold)));
        for (measure, outer) in &self.sums {
            for (_, inner) in self.sums.iter().filter(|(other, inner)| other == measure && inner != outer) {
                let (whole, part) = (cell(*outer), cell(*inner));
                if part != whole && part.is_within(&whole) {
                    totals.push((Target { outer: *outer, inner: Some(*inner), columns: whole.less(&part) }, threshold));
                }
            }
        }
        totals
    }

    /// Hidden counts first, then differences. What is exact on both sides is a difference too.
    fn targets(&self, threshold: i64) -> Vec<Target> {
        let mut targets = Vec::new();
        for (outer, cell) in self.cells.iter().enumerate() {
            if self.exact.get(outer).is_some_and(Option::is_none) && self.counted.get(outer) == Some(&true) {
                targets.push(Target { outer, inner: None, columns: cell.clone() });
            }
        }
        for (outer, cell) in self.cells.iter().enumerate() {
            for (inner, within) in self.cells.iter().enumerate() {
                if outer != inner && within != cell && within.is_within(cell) && !self.is_plainly_open(outer, inner, threshold) {
                    targets.push(Target { outer, inner: Some(inner), columns: cell.less(within) });
                }
            }
        }
        targets
    }

    /// Both are said, and their difference is not small: there is nothing to work out.
    fn is_plainly_open(&self, outer: usize, inner: usize, threshold: i64) -> bool {
        let exact = |at: usize| self.exact.get(at).copied().flatten();
        matches!((exact(outer), exact(inner)), (Some(more), Some(less)) if !(1..threshold).contains(&(more - less)))
    }
}

fn is_hidden(show: &Show) -> bool {
    matches!(show, Show::Hidden { .. })
}

/// The least and greatest a statement allows.
fn bounds(show: &Show) -> Option<(f64, f64)> {
    match show {
        Show::Exactly { eq } => Some((float(*eq), float(*eq))),
        Show::Within { lo, hi } => Some((float(*lo), float(*hi))),
        Show::Nearest { nearest, base } => Some((float(*nearest) - float(*base) / 2.0, float(*nearest) + float(*base) / 2.0)),
        Show::Hidden { .. } | Show::Percent { .. } | Show::Figure { .. } => None,
    }
}

/// A rounded share: 100 part is at least (percent - half a step) of the whole, and at most (percent + half a step).
fn rate(show: &Show, num: usize, den: usize) -> [Option<Line>; 2] {
    let Show::Percent { pct, dp } = show else { return [None, None] };
    let half = 0.5 * 10_f64.powi(-dp);
    [
        Some(Line { weights: vec![(num, 100.0), (den, half - pct)], low: 0.0, high: f64::INFINITY }),
        Some(Line { weights: vec![(num, 100.0), (den, -half - pct)], low: f64::NEG_INFINITY, high: 0.0 }),
    ]
}

/// Every kind of client there could be, those together that no statement tells apart. Dimension by dimension, so that releases may be many:
/// what is still open for a kind is kept, and its codes where the order or the company of codes matters later.
fn columns(published: &Publication, wanted: &[Wanted]) -> Result<(Vec<Bits>, usize), Unreadable> {
    let dims = published.dims();
    let masks = wanted.iter().map(|count| masks(&dims, count)).collect::<Result<Vec<_>, _>>()?;
    let linked: Vec<bool> = dims.iter().map(|dim| is_linked(published, &dim.name)).collect();
    let mut all = Bits::new(wanted.len());
    (0..wanted.len()).for_each(|at| all.insert(at));
    let mut open: Vec<(Bits, BTreeMap<usize, usize>)> = vec![(all, BTreeMap::new())];
    for (place, dim) in dims.iter().enumerate() {
        let mut next: BTreeMap<(Bits, BTreeMap<usize, usize>), ()> = BTreeMap::new();
        for (counts, codes) in &open {
            for code in 0..dim.codes.len() {
                let mut codes = codes.clone();
                if linked.get(place) == Some(&true) {
                    codes.insert(place, code);
                }
                if is_possible(published, &dims, &codes) {
                    let is_in = |at: &usize| masks.get(*at).and_then(|mask| mask.get(place)).is_some_and(|mask| mask >> code & 1 == 1);
                    let mut left = Bits::new(wanted.len());
                    counts.iter().filter(is_in).for_each(|at| left.insert(at));
                    next.insert((left, codes), ());
                }
            }
        }
        open = next.into_keys().collect();
    }
    let marks: std::collections::BTreeSet<Bits> = open.into_iter().map(|(mark, _)| mark).filter(|mark| !mark.is_empty()).collect();
    let mut cells = vec![Bits::new(marks.len()); wanted.len()];
    for (column, mark) in marks.iter().enumerate() {
        for at in mark.iter() {
            if let Some(cell) = cells.get_mut(at) {
                cell.insert(column);
            }
        }
    }
    Ok((cells, marks.len()))
}

fn is_linked(published: &Publication, name: &str) -> bool {
    published.monotone.iter().any(|(one, other)| one == name || other == name)
        || published.impossible.iter().any(|codes| codes.contains_key(name))
}

/// False where codes contradict an order or a company that is known not to happen. Codes not chosen yet contradict nothing.
fn is_possible(published: &Publication, dims: &[Dim], codes: &BTreeMap<usize, usize>) -> bool {
    let code = |name: &str| dims.iter().position(|dim| dim.name == name).and_then(|place| Some((place, *codes.get(&place)?)));
    let is_ordered = |(one, other): &(String, String)| match (code(one), code(other)) {
        (Some((_, one)), Some((_, other))) => one <= other,
        _ => true,
    };
    let is_met = |(name, wanted): (&String, &Vec<String>)| {
        code(name)
            .is_some_and(|(place, code)| dims.get(place).and_then(|dim| dim.codes.get(code)).is_some_and(|code| wanted.contains(code)))
    };
    published.monotone.iter().all(is_ordered)
        && !published.impossible.iter().any(|together| !together.is_empty() && together.iter().all(is_met))
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

#[expect(clippy::cast_precision_loss, reason = "counts stay below 2^53")]
fn float(value: i64) -> f64 {
    value as f64
}
