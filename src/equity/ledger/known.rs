//! What a publication says, as lines over columns, and what an attacker wants to know.

use super::bits::Bits;
use super::columns::{Dim, Unreadable, Wanted, masks};
use super::publication::{About, Publication, Show, Statement};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A number to work out.
pub(super) struct Target {
    pub(super) outer: usize,
    pub(super) inner: Option<usize>,
    pub(super) columns: Bits,
}

/// A line that worlds fit: weights by cell, and the least and greatest it may come to.
pub(super) struct Line {
    pub(super) weights: Vec<(usize, f64)>,
    pub(super) low: f64,
    pub(super) high: f64,
}

/// What is published, as lines over columns.
pub(super) struct Known {
    names: Vec<String>,
    pub(super) cells: Vec<Bits>,
    /// Cells said exactly.
    pub(super) exact: Vec<Option<i64>>,
    /// Cells that are counted; of the others a total or another figure is said.
    counted: Vec<bool>,
    /// Totals that are said, by what they measure.
    sums: Vec<(String, usize)>,
    /// Other figures that are said.
    figures: Vec<usize>,
    pub(super) lines: Vec<Line>,
    pub(super) size: usize,
}

impl Known {
    pub(super) fn read(published: &Publication) -> Result<Self, Unreadable> {
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

    pub(super) fn label(&self, target: &Target) -> String {
        let name = |at: usize| self.names.get(at).cloned().unwrap_or_default();
        target.inner.map_or_else(|| name(target.outer), |inner| format!("{} less {}", name(target.outer), name(inner)))
    }

    /// How many clients there must be at least behind each total and figure, and behind each difference of two totals.
    pub(super) fn totals(&self, threshold: i64) -> Vec<(Target, i64)> {
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
    pub(super) fn targets(&self, threshold: i64) -> Vec<Target> {
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
    for at in 0..wanted.len() {
        all.insert(at);
    }
    let mut open: Vec<(Bits, BTreeMap<usize, usize>)> = vec![(all, BTreeMap::new())];
    for (place, dim) in dims.iter().enumerate() {
        let mut next: BTreeSet<(Bits, BTreeMap<usize, usize>)> = BTreeSet::new();
        for (counts, codes) in &open {
            for code in 0..dim.codes.len() {
                let mut codes = codes.clone();
                if linked.get(place) == Some(&true) {
                    codes.insert(place, code);
                }
                if is_possible(published, &dims, &codes) {
                    let is_in = |at: &usize| masks.get(*at).and_then(|mask| mask.get(place)).is_some_and(|mask| mask.has(code));
                    let mut left = Bits::new(wanted.len());
                    for at in counts.iter().filter(is_in) {
                        left.insert(at);
                    }
                    next.insert((left, codes));
                }
            }
        }
        open = next.into_iter().collect();
    }
    let marks: BTreeSet<Bits> = open.into_iter().map(|(mark, _)| mark).filter(|mark| !mark.is_empty()).collect();
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

#[expect(clippy::cast_precision_loss, reason = "counts stay below 2^53")]
pub(super) fn float(value: i64) -> f64 {
    value as f64
}
