//! Which numbers must stay unknown.

use super::bits::Bits;
use super::engine::Secret;
use std::collections::HashSet;

/// How far apart the possible values of a secret count must lie: half the threshold, and never less than 2.
pub fn width(threshold: i64) -> i64 {
    ((threshold + 1) / 2).max(2)
}

/// Every count from 1 to below the threshold, and every difference of that size between two counts of which one lies within the other,
/// in the same release or in different ones. Of secrets with the same columns only the first is kept. `is_open`: counts without
/// anything about who people are, which are no secret.
pub fn small_counts(cells: &[Bits], values: &[i64], threshold: i64, is_open: &dyn Fn(usize) -> bool) -> Vec<Secret> {
    let is_small = |value: i64| (1..threshold).contains(&value);
    let width = width(threshold);
    let mut seen: HashSet<Bits> = HashSet::new();
    let mut secrets = Vec::new();
    for (outer, (cell, value)) in cells.iter().zip(values).enumerate() {
        if is_small(*value) && !is_open(outer) && seen.insert(cell.clone()) {
            secrets.push(Secret { outer, inner: None, width, may_split: false });
        }
    }
    for (outer, (cell, value)) in cells.iter().zip(values).enumerate() {
        for (inner, (within, less)) in cells.iter().zip(values).enumerate() {
            let is_secret = outer != inner && is_small(value - less) && !(is_open(outer) && is_open(inner));
            if is_secret && within != cell && within.is_within(cell) && seen.insert(cell.less(within)) {
                secrets.push(Secret { outer, inner: Some(inner), width, may_split: false });
            }
        }
    }
    secrets
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bits(columns: &[usize]) -> Bits {
        let mut bits = Bits::new(8);
        for column in columns {
            bits.insert(*column);
        }
        bits
    }

    #[test]
    fn small_counts_and_small_differences_are_secrets_and_zero_is_none() {
        let cells = [bits(&[0, 1, 2]), bits(&[0, 1]), bits(&[0]), bits(&[3])];
        let secrets = small_counts(&cells, &[20, 17, 14, 0], 5, &|_| false);
        let pairs: Vec<_> = secrets.iter().map(|secret| (secret.outer, secret.inner)).collect();
        assert_eq!(pairs, [(0, Some(1)), (1, Some(2))]);
        let open = small_counts(&cells, &[20, 17, 14, 0], 5, &|at| at < 2);
        assert_eq!(open.iter().map(|secret| (secret.outer, secret.inner)).collect::<Vec<_>>(), [(1, Some(2))]);
        assert_eq!((width(5), width(11), width(3)), (3, 6, 2));
    }
}
