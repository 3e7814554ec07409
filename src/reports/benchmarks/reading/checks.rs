//! What must add up in a benchmark. Sources round: two more or less is equal.

use super::super::{NewBenchmark, Place};
use super::codes::{self, CLASSIFIABLE, TOTAL, UNCLASSIFIABLE};
use crate::values::{GroupScheme, Universe, Vocabulary, grouped};

/// By so much a sum may differ from its whole.
const ROUNDING: u64 = 2;

/// What does not add up, with the lines.
pub fn complaints(benchmark: &NewBenchmark) -> Vec<String> {
    if benchmark.facts.universe == Universe::Population {
        return Vec::new();
    }
    let mut words = Vec::new();
    let found = |scheme, code| {
        let cell = benchmark.cells.get(&Place { scheme, code, measure: benchmark.facts.measure() })?;
        Some((cell.value.ok()?, cell.line))
    };
    let mut check = |scheme: GroupScheme, parts: &[i64], whole: Option<(i64, u64)>, name: &str| {
        let parts: Option<Vec<_>> = parts.iter().map(|code| found(scheme, *code).map(|cell| (*code, cell))).collect();
        let (Some(parts), Some((whole, whole_line))) = (parts, whole) else { return };
        let sum: i64 = parts.iter().map(|(_, (value, _))| value).sum();
        if sum.abs_diff(whole) > ROUNDING {
            let named: Vec<String> = parts
                .iter()
                .map(|(code, (value, line))| {
                    format!("{} {} (line {line}: {})", codes::written(scheme, *code), codes::label(scheme, *code), grouped(*value))
                })
                .collect();
            words.push(format!(
                "{}: {}: {} add up to {}, and {name} in line {whole_line} is {}.",
                benchmark.facts.title(),
                scheme.label(),
                named.join(", "),
                grouped(sum),
                grouped(whole)
            ));
        }
    };
    let total = found(GroupScheme::Whole, TOTAL);
    for scheme in [GroupScheme::Race, GroupScheme::Ethnicity, GroupScheme::Sex, GroupScheme::Veteran] {
        if let Some(parts) = codes::parts(scheme) {
            check(scheme, &parts, found(scheme, CLASSIFIABLE), "everybody whose owners are known (96)");
        }
        check(scheme, &[CLASSIFIABLE, UNCLASSIFIABLE], total, "the total (00)");
    }
    words
}
