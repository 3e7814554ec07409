//! Worlds in which what happened to businesses has nothing to do with who owns them: next to nothing may be found there.

use super::made_up::{Business, account, businesses};
use super::rates::Tag;
use super::sentences::{Mark, findings};
use super::*;

/// What happened to some businesses, and who owns others.
fn null_world(size: usize, seed: u64) -> Vec<Business> {
    let owners = businesses(size, 1_000 + seed);
    businesses(size, seed).into_iter().zip(owners).map(|(happened, owned)| Business { who: owned.who, ..happened }).collect()
}

/// In how many of twenty worlds a gap is said to be there.
fn with_gaps(size: usize, threshold: u32) -> usize {
    let has_gap = |seed: &u64| {
        let account = account(&null_world(size, *seed), threshold);
        findings(&Telling::of(&account)).iter().any(|finding| finding.mark == Mark::Compared(Tag::Gap))
    };
    (0..20).filter(has_gap).count()
}

#[test]
fn nothing_is_found_where_nothing_was_planted() {
    for (size, threshold) in [(60, 5), (180, 5), (600, 5), (180, 11)] {
        let found = with_gaps(size, threshold);
        assert!(found <= 1, "{size} businesses, k {threshold}: a gap in {found} of 20 worlds without one");
    }
}
