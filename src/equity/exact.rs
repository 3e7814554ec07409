//! Is it chance? Tests of a two-by-two table, and chi-square for larger ones.

use statrs::distribution::{ChiSquared, ContinuousCDF, Normal};

use super::{count, share};

/// A test's statistic and its two-sided p.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ZTest {
    pub z: f64,
    pub p: f64,
}

/// Pearson's chi-square. Where `min_expected` is below 5 the p is not to be trusted, and the page must say so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChiSquare {
    pub chi2: f64,
    pub df: u32,
    pub p: f64,
    pub min_expected: f64,
}

/// Two tables whose probabilities differ by less than this share are equally likely (as in R and scipy).
const TIE: f64 = 1e-7;

/// Fisher's exact test of `[[a, b], [c, d]]`, two-sided: all tables no more likely than the one seen.
#[must_use]
pub fn fisher(a: u32, b: u32, c: u32, d: u32) -> f64 {
    let tables = Tables::around(a, b, c, d);
    let limit = tables.seen() * (1.0 + TIE);
    let tail: f64 = tables.weights.iter().filter(|weight| **weight <= limit).sum();
    (tail / tables.total()).min(1.0)
}

/// Mid-P: twice the smaller tail, the table seen counted half (Lancaster 1961; R epitools `ormidp.test`).
#[must_use]
pub fn fisher_midp(a: u32, b: u32, c: u32, d: u32) -> f64 {
    let tables = Tables::around(a, b, c, d);
    let half = tables.seen() / 2.0;
    let below: f64 = tables.weights.iter().take(tables.place).sum();
    let above: f64 = tables.weights.iter().skip(tables.place + 1).sum();
    (2.0 * (below + half).min(above + half) / tables.total()).min(1.0)
}

/// The pooled z test that two rates are equal. Nothing where the pooled rate is 0 or 1: no spread, no test.
#[must_use]
pub fn two_proportion_z(x1: u32, n1: u32, x2: u32, n2: u32) -> Option<ZTest> {
    let (p1, p2) = (share(x1, n1)?, share(x2, n2)?);
    let (n1, n2) = (f64::from(n1), f64::from(n2));
    let pooled = (f64::from(x1) + f64::from(x2)) / (n1 + n2);
    let variance = pooled * (1.0 - pooled) * (1.0 / n1 + 1.0 / n2);
    if variance <= 0.0 {
        return None;
    }
    let z = (p1 - p2) / variance.sqrt();
    Some(ZTest { z, p: 2.0 * Normal::standard().sf(z.abs()) })
}

/// Pearson's chi-square of a table of counts. Nothing for a ragged table, or one with an empty row or column.
#[must_use]
pub fn chi_square(table: &[Vec<u32>]) -> Option<ChiSquare> {
    let width = table.first()?.len();
    if table.len() < 2 || width < 2 || table.iter().any(|row| row.len() != width) {
        return None;
    }
    let rows: Vec<f64> = table.iter().map(|row| row.iter().copied().map(f64::from).sum()).collect();
    let columns: Vec<f64> = (0..width).map(|at| table.iter().filter_map(|row| row.get(at)).copied().map(f64::from).sum()).collect();
    let total: f64 = rows.iter().sum();
    if rows.iter().chain(&columns).any(|margin| *margin <= 0.0) {
        return None;
    }
    let mut chi2 = 0.0;
    let mut min_expected = f64::INFINITY;
    for (row, row_total) in table.iter().zip(&rows) {
        for (seen, column_total) in row.iter().zip(&columns) {
            let expected = row_total * column_total / total;
            min_expected = min_expected.min(expected);
            chi2 += (f64::from(*seen) - expected).powi(2) / expected;
        }
    }
    let df = (count(&rows) - 1).checked_mul(count(&columns) - 1)?;
    let p = ChiSquared::new(f64::from(df)).ok()?.sf(chi2);
    Some(ChiSquare { chi2, df, p, min_expected })
}

/// Every two-by-two table with the margins of one, as weights relative to the likeliest.
///
/// Why: neighbors differ by an exact factor, so walking outward from the likeliest table needs no gamma
/// function, loses nothing to cancellation, and stays accurate for thousands of businesses.
struct Tables {
    weights: Vec<f64>,
    /// Where the table that was seen stands among the weights.
    place: usize,
}

impl Tables {
    fn around(a: u32, b: u32, c: u32, d: u32) -> Self {
        let [a, b, c, d] = [a, b, c, d].map(u64::from);
        let (row, column, total) = (a + b, a + c, a + b + c + d);
        let first = (row + column).saturating_sub(total);
        let last = row.min(column);
        let mode = ((row + 1) * (column + 1) / (total + 2)).clamp(first, last);
        // The factor from the table with `at` in its first cell to the one with `at + 1`.
        let factor = |at: u64| {
            let up = product(row - at, column - at);
            up / product(at + 1, total + at + 1 - row - column)
        };
        let mut weights = Vec::new();
        let mut weight = 1.0;
        for at in (first..mode).rev() {
            weight /= factor(at);
            weights.push(weight);
        }
        weights.reverse();
        weights.push(1.0);
        weight = 1.0;
        for at in mode..last {
            weight *= factor(at);
            weights.push(weight);
        }
        Self { weights, place: usize::try_from(a - first).unwrap_or(usize::MAX) }
    }

    fn seen(&self) -> f64 {
        self.weights.get(self.place).copied().unwrap_or_default()
    }

    fn total(&self) -> f64 {
        self.weights.iter().sum()
    }
}

fn product(left: u64, right: u64) -> f64 {
    super::float(i128::from(left) * i128::from(right))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn fisher_agrees_with_an_independent_crate(cells in prop::array::uniform4(0_u32..200)) {
            let [a, b, c, d] = cells;
            let other = fishers_exact::fishers_exact(&[a, b, c, d]).unwrap().two_tail_pvalue;
            prop_assert!((fisher(a, b, c, d) - other).abs() < 1e-9, "{} {other}", fisher(a, b, c, d));
        }

        #[test]
        fn every_p_is_a_probability(cells in prop::array::uniform4(0_u32..2_000)) {
            let [a, b, c, d] = cells;
            for p in [fisher(a, b, c, d), fisher_midp(a, b, c, d)] {
                prop_assert!((0.0..=1.0).contains(&p));
            }
        }
    }

    #[test]
    fn a_table_without_anybody_is_no_evidence() {
        assert!((fisher(0, 0, 0, 0) - 1.0).abs() < 1e-15);
        assert!((fisher_midp(0, 0, 0, 0) - 1.0).abs() < 1e-15);
        assert_eq!(two_proportion_z(0, 0, 0, 0), None);
        assert_eq!(two_proportion_z(0, 5, 0, 7), None);
        assert_eq!(chi_square(&[vec![0, 0], vec![1, 2]]), None);
        assert_eq!(chi_square(&[vec![1], vec![2, 3]]), None);
    }

    #[test]
    fn thousands_of_businesses_are_no_trouble() {
        let p = fisher(40_000, 60_000, 41_000, 59_000);
        assert!((two_proportion_z(40_000, 100_000, 41_000, 100_000).unwrap().p - p).abs() < 1e-6);
    }
}
