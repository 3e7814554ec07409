//! Totals of money by class: none from which a few businesses' awards could be worked out.
//!
//! A total is sensitive where fewer than the threshold of businesses make it up, where the others are less than a tenth of the largest
//! (p % rule at 10), or where two make up more than nine tenths of it ((n, k) rule at 2 and 90); so is what one total has more than
//! another within it. What may be told beside them is decided by the same engine as counts, with amounts in place of businesses.

use super::super::catalogue::{Class, Who};
use super::bits::Bits;
use super::engine::{Secret, Task, decide};
use super::worlds::Facts;
use std::collections::BTreeMap;

/// The part of a sensitive total that must stay open, as one in so many.
const OPEN_PART: i64 = 5;

/// Natural logarithm of a million: so many sets more than sums are enough.
const MILLION_LN: f64 = 13.815_510_557_964_274;

/// One business with an award: who its owners are, and how much, in cents. Never negative here: what was taken back counts as nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Award {
    pub who: Who,
    pub cents: i64,
}

/// Of the classes that may be told, in order of priority, those whose totals are told. The total of everyone is known.
#[must_use]
pub fn totals(awards: &[Award], may_tell: &[Class], threshold: i64) -> Vec<(Class, i64)> {
    let classes: Vec<Class> =
        [Class::Everyone].into_iter().chain(may_tell.iter().copied().filter(|class| *class != Class::Everyone)).collect();
    let mut columns: BTreeMap<Vec<bool>, Vec<i64>> = BTreeMap::new();
    for award in awards.iter().filter(|award| award.cents > 0) {
        columns.entry(classes.iter().map(|class| class.covers(&award.who)).collect()).or_default().push(award.cents);
    }
    let mut cells = vec![Bits::new(columns.len()); classes.len()];
    for (column, mark) in columns.keys().enumerate() {
        for (cell, _) in cells.iter_mut().zip(mark).filter(|(_, is_in)| **is_in) {
            cell.insert(column);
        }
    }
    let parts: Vec<&Vec<i64>> = columns.values().collect();
    let truth: Vec<i64> = parts.iter().map(|parts| parts.iter().sum()).collect();
    let of =
        |cell: &Bits| -> Vec<i64> { cell.iter().filter_map(|column| parts.get(column)).flat_map(|parts| parts.iter().copied()).collect() };
    let sum = |cell: &Bits| of(cell).iter().sum::<i64>();
    let values: Vec<i64> = cells.iter().map(sum).collect();
    let secret = |outer: usize, inner: Option<usize>, cell: &Bits| {
        let width = (sum(cell) / OPEN_PART).max(1);
        is_sensitive(&of(cell), threshold).then_some(Secret { outer, inner, width, may_split: false })
    };
    let mut secrets: Vec<Secret> = cells.iter().enumerate().skip(1).filter_map(|(at, cell)| secret(at, None, cell)).collect();
    for (outer, whole) in cells.iter().enumerate() {
        for (inner, part) in cells.iter().enumerate().filter(|(inner, _)| *inner != outer) {
            if part != whole && part.is_within(whole) {
                secrets.extend(secret(outer, Some(inner), &whole.less(part)));
            }
        }
    }
    let facts = Facts { cells: &cells, values: &values, truth: &truth, is_whole: false };
    let asked: Vec<usize> = (1..classes.len()).collect();
    let Ok(decision) = decide(&Task { facts, known: &[0], open: &[0], asked: &asked, secrets: &secrets }, &mut |_, _| {}) else {
        return Vec::new();
    };
    let all = parts.iter().map(|parts| parts.len()).sum();
    let told = |at: usize| {
        let contributors = cells.get(at).map_or(0, |cell| of(cell).len());
        let (value, whole) = (*values.get(at)?, values.first().copied().unwrap_or(0));
        Some((*classes.get(at)?, rounded(value, contributors, whole, all, threshold)))
    };
    decision.shown.into_iter().filter_map(told).collect()
}

/// A total as it is told. Why it may be rounded: staff know every award to the cent, and where few sets of so many awards have the exact
/// total it names the businesses behind it. Then it is rounded, to two digits with fewer than twice the threshold on either side, else
/// to three.
fn rounded(total: i64, contributors: usize, whole: i64, all: usize, threshold: i64) -> i64 {
    let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    let others = all.saturating_sub(contributors);
    if contributors == 0 || others == 0 {
        return total;
    }
    let sets = statrs::function::factorial::ln_binomial(count(all), count(contributors));
    if sets > super::super::float(i128::from(whole.max(1))).ln() + MILLION_LN {
        return total;
    }
    let is_few = i64::try_from(contributors.min(others)).is_ok_and(|fewer| fewer < 2 * threshold);
    let digits = if is_few { 2 } else { 3 };
    i64::try_from(super::super::money::round_significant(i128::from(total), digits)).unwrap_or(total)
}

fn is_sensitive(parts: &[i64], threshold: i64) -> bool {
    let mut sorted = parts.to_vec();
    sorted.sort_unstable_by(|one, other| other.cmp(one));
    let total: i128 = sorted.iter().copied().map(i128::from).sum();
    let at = |place: usize| sorted.get(place).copied().map_or(0, i128::from);
    let two = at(0) + at(1);
    let few = i64::try_from(sorted.len()).is_ok_and(|number| (1..threshold).contains(&number));
    !sorted.is_empty() && (few || (total - two) * 10 < at(0) || two * 10 > total * 9)
}

#[cfg(test)]
mod tests {
    use super::super::super::catalogue::Headline;
    use super::super::super::groups::{GroupSet, Race, Sex};
    use super::*;

    fn awards(parts: &[(Race, i64, usize)]) -> Vec<Award> {
        let one = |(race, cents, number): &(Race, i64, usize)| {
            vec![Award { who: Who { race: race.set(), ..Who::default() }, cents: *cents }; *number]
        };
        parts.iter().flat_map(one).collect()
    }

    fn told(parts: &[(Race, i64, usize)]) -> Vec<(Class, i64)> {
        totals(&awards(parts), &Race::ALL.map(Class::Race), 5)
    }

    #[test]
    fn a_total_of_enough_alike_is_told_and_one_of_few_is_not_nor_what_would_tell_it() {
        use Race::{Asian, BlackOrAfricanAmerican as Black, White};
        let all = told(&[(Black, 100, 20), (White, 200, 30), (Asian, 50, 10)]);
        assert!([(Class::Race(Black), 2_000), (Class::Race(White), 6_000), (Class::Race(Asian), 500)].iter().all(|one| all.contains(one)));
        // Three Asian owners: theirs is hidden, and one more, or the total less all others would be theirs.
        let some = told(&[(Black, 100, 20), (White, 200, 30), (Asian, 50, 3)]);
        assert!(some.iter().all(|(class, _)| *class != Class::Race(Asian)));
        assert!(some.iter().filter(|(class, _)| [Class::Race(Black), Class::Race(White)].contains(class)).count() == 1);
        assert!(told(&[]).iter().all(|(_, cents)| *cents == 0));
    }

    #[test]
    fn one_or_two_that_are_nearly_all_of_it_are_not_told() {
        use Race::{BlackOrAfricanAmerican as Black, White};
        let lumpy = told(&[(Black, 10_000, 1), (Black, 10, 9), (White, 300, 30), (Race::Asian, 300, 30)]);
        assert!(lumpy.iter().all(|(class, _)| *class != Class::Race(Black)));
    }

    /// What each of some awards comes to where a class, and no narrower one of the told, covers it.
    fn parts(all: &[Award], outer: Class, inner: Option<Class>) -> Vec<i64> {
        let is_in = |award: &&Award| outer.covers(&award.who) && !inner.is_some_and(|inner| inner.covers(&award.who));
        let mut parts: Vec<i64> = all.iter().filter(is_in).map(|award| award.cents).filter(|cents| *cents > 0).collect();
        parts.sort_unstable_by(|one, other| other.cmp(one));
        parts
    }

    /// By the words of the rules: too few, one of whom the others learn too much, or two who are nearly all of it.
    fn may_not_be_told(parts: &[i64], threshold: usize) -> bool {
        let total: i64 = parts.iter().sum();
        let two: i64 = parts.iter().take(2).sum();
        let one = parts.first().copied().unwrap_or(0);
        !parts.is_empty() && (parts.len() < threshold || 100 * (total - two) < 10 * one || 100 * two > 90 * total)
    }

    #[test]
    fn no_told_total_and_no_difference_of_nested_ones_is_of_few_or_of_one_or_two_large_ones() {
        use super::super::super::random::Seeded;
        let classes: Vec<Class> = [Headline::OfColor, Headline::White, Headline::NoAnswer]
            .map(Class::Headline)
            .into_iter()
            .chain(Race::ALL.map(Class::Race))
            .chain(Sex::ALL.map(Class::Sex))
            .chain([Class::NoSex])
            .collect();
        let mut shown = 0;
        for seed in 0..120 {
            let mut dice = Seeded::new(seed);
            let one = |dice: &mut Seeded| {
                let race = [Race::White, Race::BlackOrAfricanAmerican, Race::Asian, Race::HispanicOrLatino][dice.below(4)].set();
                let race = [race, race, race, race.and(Race::White.set()), GroupSet::EMPTY][dice.below(5)];
                let sex = [Sex::Female.set(), Sex::Male.set(), GroupSet::EMPTY][dice.below(3)];
                // Some awards are a hundred times others.
                let cents = [0, 50_000, 100_000, 250_000, 10_000_000][dice.below(5)] * i64::try_from(1 + dice.below(9)).unwrap();
                Award { who: Who { race, sex, ..Who::default() }, cents }
            };
            let all: Vec<Award> = (0..[6, 20, 60, 200][dice.below(4)]).map(|_| one(&mut dice)).collect();
            let threshold = if seed % 2 == 0 { 5 } else { 11 };
            let told = totals(&all, &classes, threshold);
            let few = usize::try_from(threshold).unwrap();
            shown += told.len();
            for (class, cents) in &told {
                let parts_of = parts(&all, *class, None);
                let sum: i64 = parts_of.iter().sum();
                assert!((cents - sum).abs() * 20 <= sum, "seed {seed}: {cents} for {sum}: two digits at least");
                assert!(!may_not_be_told(&parts_of, few), "seed {seed}: {class:?}");
            }
            let known: Vec<Class> = told.iter().map(|(class, _)| *class).chain([Class::Everyone]).collect();
            for outer in &known {
                for inner in &known {
                    let is_nested = all.iter().all(|award| award.cents == 0 || outer.covers(&award.who) || !inner.covers(&award.who));
                    let left = parts(&all, *outer, Some(*inner));
                    assert!(!is_nested || !may_not_be_told(&left, few), "seed {seed}: {outer:?} less {inner:?}");
                }
            }
        }
        assert!(shown > 300, "{shown} totals told");
    }
}
