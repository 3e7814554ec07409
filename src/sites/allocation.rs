//! Several wait for one unit: the order that the program's written rule gives. Pure.
//!
//! A rule knows how long a need waits, whether a business is being displaced, and chance with a printed seed. It is handed nothing
//! else, so no rule about people can be written.

use crate::store::sha256;
use crate::values::{AllocationRule, Day, NeedId};
use std::cmp::Reverse;

/// One who waits, as a rule sees them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The need's address.
    pub need: NeedId,
    /// Since when it waits.
    pub waiting_since: Day,
    /// True when the business loses its space.
    pub is_displaced: bool,
}

/// The order in which the rule gives a unit. Who waits since the same day is told apart by the lottery, so the seed is printed always.
pub fn order(rule: AllocationRule, seed: &str, candidates: &[Candidate]) -> Vec<Candidate> {
    let mut ordered = candidates.to_vec();
    let lot = |candidate: &Candidate| sha256(format!("{seed} {}", candidate.need).as_bytes());
    match rule {
        AllocationRule::Wait => ordered.sort_by_key(|one| (one.waiting_since, lot(one))),
        AllocationRule::Displacement => ordered.sort_by_key(|one| (Reverse(one.is_displaced), one.waiting_since, lot(one))),
        AllocationRule::Lottery => ordered.sort_by_key(lot),
    }
    ordered
}

/// How anybody can do it again.
pub const HOW: &str = "A lot is the SHA-256 of the seed, a blank and the need's number; the lowest comes first.";

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(bits: u8, since: &str, is_displaced: bool) -> Candidate {
        let day = Day::parse(since).unwrap_or(Day::new(jiff::civil::Date::ZERO));
        Candidate { need: NeedId::from_bits([bits; 16]), waiting_since: day, is_displaced }
    }

    #[test]
    fn each_rule_gives_its_order() {
        let (long, short, displaced) =
            (candidate(1, "2026-01-05", false), candidate(2, "2026-06-01", false), candidate(3, "2026-10-01", true));
        let all = [short.clone(), displaced.clone(), long.clone()];
        assert_eq!(order(AllocationRule::Wait, "s", &all), [long.clone(), short.clone(), displaced.clone()]);
        assert_eq!(order(AllocationRule::Displacement, "s", &all), [displaced, long, short]);
    }

    #[test]
    fn the_same_seed_draws_the_same_lots_whatever_the_order_they_came_in() {
        let all: Vec<Candidate> = (0..20).map(|bits| candidate(bits, "2026-01-05", false)).collect();
        let turned: Vec<Candidate> = all.iter().rev().cloned().collect();
        assert_eq!(order(AllocationRule::Lottery, "2026-11", &all), order(AllocationRule::Lottery, "2026-11", &turned));
        assert_eq!(order(AllocationRule::Wait, "2026-11", &all), order(AllocationRule::Wait, "2026-11", &turned));
        assert_ne!(order(AllocationRule::Lottery, "2026-11", &all), order(AllocationRule::Lottery, "2026-12", &all));
    }
}
