//! Two rounds beside each other: counts of which one lies within the other, whatever their bands of pay are.
//!
//! Nobody knows who answered in both rounds, and the earlier answers are destroyed, so the other worlds of the ledger can't be made of
//! them. Instead the worst is taken for true: that the same workers answered the same in both, but for a few. Then a count of this round
//! that differs by few from one of an earlier round, where one lies within the other, would tell of those few, and stays unknown.

use super::super::ledger::columns::Wanted;
use super::Band;
use super::lines::PAY;

/// What an earlier round told: whom it counted, and how many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    pub wanted: Wanted,
    pub told: i64,
}

/// True where a count of this round would tell of few workers beside what an earlier round told.
pub(super) fn is_near(wanted: &Wanted, value: i64, before: &[Earlier], threshold: i64) -> bool {
    let is_few = |told: i64| (1..threshold).contains(&(told - value).abs());
    before.iter().any(|old| is_few(old.told) && (lies_within(wanted, &old.wanted) || lies_within(&old.wanted, wanted)))
}

/// True where everybody whom `inner` counts is counted by `outer` too.
fn lies_within(inner: &Wanted, outer: &Wanted) -> bool {
    outer.iter().all(|(name, wide)| match inner.get(name) {
        None => false,
        Some(narrow) if name == PAY => narrow.iter().all(|code| is_paid_within(code, wide)),
        Some(narrow) => narrow.iter().all(|code| wide.contains(code)),
    })
}

/// Bands of two rounds may end at different amounts: what counts is whether every amount of one lies in some of the others.
fn is_paid_within(code: &str, wide: &[String]) -> bool {
    let Some(band) = Band::parse(code) else { return wide.iter().any(|one| one == code) };
    let mut others: Vec<Band> = wide.iter().filter_map(|one| Band::parse(one)).collect();
    others.sort_unstable();
    let mut reached = band.low;
    for other in others {
        if other.low <= reached {
            match other.high {
                None => return true,
                Some(high) => reached = reached.max(high),
            }
        }
    }
    band.high.is_some_and(|high| high <= reached)
}

#[cfg(test)]
mod tests {
    use super::super::lines::Lists;
    use super::*;

    fn line(living: u32, id: &str) -> Wanted {
        let lines = Lists::of(Some(living)).work_lines();
        lines.into_iter().find(|line| line.id() == id).map(|line| line.wanted).unwrap()
    }

    #[test]
    fn counts_of_two_rounds_lie_within_each_other_by_amounts_and_not_by_names_of_bands() {
        #[rustfmt::skip]
        let table: &[(u32, &str, u32, &str, bool)] = &[
            (2_450, "groups.asian.all",     2_450, "groups.asian.all",       true),
            (2_450, "groups.asian.below",   2_450, "groups.asian.all",       true),
            (2_450, "groups.asian.all",     2_450, "groups.asian.below",     false),
            (2_450, "groups.asian.below",   2_500, "groups.asian.below",     true),
            (2_500, "groups.asian.below",   2_450, "groups.asian.below",     false),
            (2_500, "groups.asian.enough",  2_450, "groups.asian.enough",    true),
            (2_450, "groups.asian.none",    2_500, "groups.asian.none",      true),
            (2_450, "groups.asian.below",   2_500, "groups.asian.none",      false),
            (2_450, "groups.asian.all",     2_500, "headline.of-color.all",  true),
            (2_450, "groups.white.all",     2_500, "headline.of-color.all",  false),
            (2_450, "bands.2200-2449.all",  2_500, "answers.all.below",      true),
            (2_450, "bands.4000-.all",      2_500, "answers.all.enough",     true),
            (2_450, "jobs.51-0000.all",     2_500, "groups.asian.all",       false),
            (2_450, "jobs.51-0000.below",   2_500, "answers.all.all",        true),
        ];
        for (one, inner, other, outer, expected) in table {
            assert_eq!(lies_within(&line(*one, inner), &line(*other, outer)), *expected, "{one} {inner} in {other} {outer}");
        }
    }

    #[test]
    fn a_difference_of_few_is_near_and_of_none_or_many_is_not() {
        let before = [Earlier { wanted: line(2_450, "groups.asian.all"), told: 20 }];
        let near = |id: &str, value: i64| is_near(&line(2_450, id), value, &before, 5);
        assert_eq!([20, 21, 24, 25, 19, 15].map(|value| near("groups.asian.all", value)), [false, true, true, false, true, false]);
        assert!(near("groups.asian.below", 18) && near("headline.of-color.all", 22) && near("answers.all.all", 24));
        assert!(!near("groups.white.all", 21) && !near("jobs.51-0000.all", 21));
    }
}
