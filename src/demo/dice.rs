//! Chance from a seed: the same seed throws the same numbers on every machine (splitmix64).

/// A die.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// A die for one concern: what one concern throws moves no other.
    pub fn new(seed: u64, concern: &str) -> Self {
        let mixed = concern.bytes().fold(seed ^ 0x9E37_79B9_7F4A_7C15, |mixed, byte| step(mixed ^ u64::from(byte)));
        Self(mixed)
    }

    /// A number from 0 up to, not with, `end`; 0 where there is nothing to choose from.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let thrown = usize::try_from(step(self.0) >> 32).unwrap_or(0);
        if end == 0 { 0 } else { thrown % end }
    }

    /// A number from `low` to `high`, both with.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = usize::try_from(high.saturating_sub(low).saturating_add(1)).unwrap_or(1);
        low.saturating_add(i64::try_from(self.below(span)).unwrap_or(0))
    }

    /// True in `percent` of a hundred throws.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of a list that is never empty.
    pub fn pick<'l, T>(&mut self, list: &'l [T]) -> Option<&'l T> {
        list.get(self.below(list.len()))
    }

    /// One of a list of words; empty where the list is.
    pub fn word(&mut self, list: &[&'static str]) -> &'static str {
        self.pick(list).copied().unwrap_or_default()
    }

    /// Mixes a list.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            let other = self.below(last + 1);
            list.swap(last, other);
        }
    }
}

fn step(mixed: u64) -> u64 {
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_seed_throws_the_same_and_another_throws_others() {
        let thrown = |seed, concern: &str| {
            let mut dice = Dice::new(seed, concern);
            (0..20).map(|_| dice.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(thrown(1, "names"), thrown(1, "names"));
        assert_ne!(thrown(1, "names"), thrown(2, "names"));
        assert_ne!(thrown(1, "names"), thrown(1, "needs"));
    }

    #[test]
    fn a_mixed_list_has_lost_nobody() {
        let mut list: Vec<usize> = (0..50).collect();
        Dice::new(7, "mix").shuffle(&mut list);
        assert!(!list.is_sorted());
        list.sort_unstable();
        assert_eq!(list, (0..50).collect::<Vec<_>>());
        assert_eq!(Dice::new(1, "").below(0), 0);
    }
}
