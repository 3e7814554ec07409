//! What is told of a round that is over: once, by the same decision as the publication ledger's.
//!
//! Secret is every count from 1 to below the threshold, every difference of that size between two counts of which one lies within the
//! other, and every count that lies too near to one that an earlier round told (`near`). A count is told only while for each secret there
//! are other workers, far enough apart, who would have given the very same figures (`ledger::engine`). A zero is told of nobody or of enough.
//!
//! Languages are decided apart from work, pay and groups. Why that is safe: no count joins the two, so all they share is how many
//! answered. Any workers that fit one list, and as many that fit the other, can be put together one to one: what one list tells leaves
//! every possibility of the other open.

use super::super::ledger::bits::Bits;
use super::super::ledger::columns::{Columns, Dim, Kind, every_kind};
use super::super::ledger::engine::{Secret, Task, decide};
use super::super::ledger::secrets::{small_counts, width};
use super::super::ledger::worlds::Facts;
use super::Worker;
use super::lines::{GROUP, JOB, LANGUAGE, Line, Lists, NONE, PAY};
pub use super::near::Earlier;
use super::near::is_near;
use std::collections::BTreeMap;

/// A line, and what is told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub line: Line,
    /// Nothing where it stays unknown.
    pub told: Option<i64>,
}

/// Decides what is told. `before`: what earlier rounds told, of workers who may be the same.
#[must_use]
pub fn release(workers: &[Worker], lists: &Lists, before: &[Earlier], threshold: i64) -> Vec<Told> {
    let work = lists.work_lines();
    let codes = |worker: &Worker, name: &str| code_of(worker, name);
    let told = decide_list(&List { dims: lists.work_dims(), lines: &work, workers, code_of: &codes }, before, threshold, None);
    let answered = told.first().copied().flatten();
    let languages = lists.language_lines();
    let list = List { dims: lists.language_dims(), lines: &languages, workers, code_of: &codes };
    let spoken = decide_list(&list, before, threshold, Some(answered.is_some()));
    let pairs = work.into_iter().zip(told).chain(languages.into_iter().zip(spoken).skip(1));
    pairs.map(|(line, told)| Told { line, told }).collect()
}

fn code_of(worker: &Worker, name: &str) -> String {
    let code = match name {
        GROUP => Some(worker.group.code().to_owned()),
        PAY => worker.pay.map(super::Band::code),
        JOB => worker.job.map(|job| job.code().to_owned()),
        LANGUAGE => worker.language.clone(),
        _ => None,
    };
    code.unwrap_or_else(|| NONE.to_owned())
}

/// Lines that are decided together.
struct List<'a> {
    dims: Vec<Dim>,
    lines: &'a [Line],
    workers: &'a [Worker],
    code_of: &'a dyn Fn(&Worker, &str) -> String,
}

impl List<'_> {
    /// Each worker as a place in every dimension. A code that is on no list is none: it counts as no answer.
    fn kinds(&self) -> Vec<Kind> {
        let place = |dim: &Dim, worker: &Worker| {
            let code = (self.code_of)(worker, &dim.name);
            let last = dim.codes.len().saturating_sub(1);
            dim.codes.iter().position(|one| *one == code).unwrap_or(last)
        };
        self.workers.iter().map(|worker| self.dims.iter().map(|dim| place(dim, worker)).collect()).collect()
    }
}

/// Decides one list. `everyone`: whether the number of all, its first line, was told already; nothing where that is decided here.
fn decide_list(list: &List<'_>, before: &[Earlier], threshold: i64, everyone: Option<bool>) -> Vec<Option<i64>> {
    let nothing = vec![None; list.lines.len()];
    let wanted: Vec<_> = list.lines.iter().map(|line| line.wanted.clone()).collect();
    // Every code stands in our own lists: a list that can't be read tells nothing.
    let Ok(columns) = Columns::new(&list.dims, &wanted, every_kind(&list.dims)) else { return nothing };
    let mut kinds: BTreeMap<Kind, i64> = BTreeMap::new();
    for kind in list.kinds() {
        *kinds.entry(kind).or_default() += 1;
    }
    let (truth, values) = columns.fill(kinds.iter().map(|(kind, number)| (kind, *number)));
    let mut secrets = small_counts(&columns.cells, &values, threshold, &|_| false);
    let is_kept = |at: usize| {
        let value = values.get(at).copied().unwrap_or(0);
        let is_untold = at == 0 && everyone == Some(false);
        is_untold || list.lines.get(at).is_some_and(|line| is_near(&line.wanted, value, before, threshold))
    };
    let kept = (0..list.lines.len()).filter(|at| is_kept(*at));
    secrets.extend(kept.map(|outer| Secret { outer, inner: None, width: width(threshold), may_split: false }));
    let known = if everyone == Some(true) { vec![0] } else { Vec::new() };
    let none = none_of_few(&columns.cells, &values, threshold);
    let asked: Vec<usize> = (0..list.lines.len()).filter(|at| !known.contains(at) && !none.contains(at)).collect();
    let facts = Facts { cells: &columns.cells, values: &values, truth: &truth, is_whole: true };
    // What follows from the number of all alone is no reason to tell more.
    let Ok(decision) = decide(&Task { facts, known: &known, open: &[], asked: &asked, secrets: &secrets }, &mut |_, _| {}) else {
        return nothing;
    };
    let is_told = |at: usize| known.contains(&at) || decision.shown.contains(&at);
    values.iter().enumerate().map(|(at, value)| is_told(at).then_some(*value)).collect()
}

/// Zeros that are not told: that none of few are something says of each of them that they are not. A zero that follows from another one,
/// of nobody or of enough, is no news.
fn none_of_few(cells: &[Bits], values: &[i64], threshold: i64) -> Vec<usize> {
    let around = |at: usize, is: &dyn Fn(usize, i64) -> bool| {
        let own = cells.get(at);
        let is_around = |(outer, cell): (usize, &Bits)| outer != at && own.is_some_and(|own| own.is_within(cell));
        cells.iter().enumerate().zip(values).any(|(one, value)| is_around(one) && is(one.0, *value))
    };
    let is_of_few = |at: usize| around(at, &|_, value| (1..threshold).contains(&value));
    let zeros = values.iter().enumerate().filter(|(_, value)| **value == 0).map(|(at, _)| at);
    zeros.filter(|at| is_of_few(*at) && !around(*at, &|outer, value| value == 0 && !is_of_few(outer))).collect()
}

#[cfg(test)]
#[path = "release_tests.rs"]
mod tests;
