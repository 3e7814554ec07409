//! Across releases, by other worlds: for somebody who takes answers to stay what they are, each business is one and the same in all of them.
//!
//! Why sums and differences are not enough: that no number is below 0 tells more than they do. Where a year has eleven White owners and
//! its first quarter seven of all who were there, those who came later are not any number.
//!
//! A world here is what every business did in every release, as it is known, with answers that may be other ones. It says what was told
//! in all releases, as far as that is true of the answers of today: whoever changed an answer since makes the sums of somebody who takes
//! it to be the same come to nothing. A secret that the past holds within too little stays so, whatever is told now, and is passed over.

use super::super::catalogue::Count;
use super::editions::{Ask, At, Kept, Sheet};
use super::engine::{Hears, Secret, Task, keep_apart};
use super::worlds::Facts;
use std::collections::HashSet;

/// Of the lines that a release would tell, those that it may tell beside all that was told before. `sheet`: the counts of all editions.
pub(super) fn linked(ask: &Ask<'_>, sheet: &Sheet, shown: Vec<usize>, secrets: &[Kept], hears: Hears<'_>) -> HashSet<usize> {
    if ask.before.is_empty() {
        return shown.into_iter().collect();
    }
    let lists = ask.before.iter().map(|edition| &edition.counts[..]).chain([ask.counts]);
    let firsts: Vec<usize> = lists
        .clone()
        .scan(0, |next, list| {
            *next += list.len();
            Some(*next - list.len())
        })
        .collect();
    let first = |edition: usize| firsts.get(edition).copied().unwrap_or(0);
    let place = |at: At| first(at.0) + at.1;
    let open: Vec<usize> = lists.flatten().enumerate().filter(|(_, count)| Count::is_open(count)).map(|(place, _)| place).collect();
    let told = ask.before.iter().flat_map(|edition| &edition.told).enumerate().filter(|(_, told)| told.is_some()).map(|(place, _)| place);
    let is_open: HashSet<usize> = open.iter().copied().collect();
    let known: Vec<usize> = open.iter().copied().chain(told.filter(|place| !is_open.contains(place))).collect();
    let kinds = sheet.what_they_did(&open);
    let wide = |kept: &Kept| {
        let secret = Secret { outer: place(kept.outer), inner: kept.inner.map(place), width: 0 };
        let width = sheet.width(&secret, &kinds, ask.threshold);
        (width > 0).then_some(Secret { width, ..secret })
    };
    let hidden: Vec<Secret> = ask.before.iter().flat_map(|edition| &edition.secrets).chain(secrets).filter_map(wide).collect();
    let newest = first(ask.before.len());
    let asked: Vec<usize> = shown.into_iter().map(|at| newest + at).collect();
    let facts = Facts { cells: &sheet.cells, values: &sheet.values, truth: &sheet.truth, is_whole: true };
    let task = Task { facts, known: &known, open: &open, asked: &asked, secrets: &hidden };
    keep_apart(&task, hears).into_iter().map(|place| place - newest).collect()
}
