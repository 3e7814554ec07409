//! Every oracle case, recomputed and compared: figures made elsewhere with scipy, statsmodels, lifelines, R and closed forms.
//!
//! Further files of the same form are taken from the environment variable `FAIRFLOOR_ORACLES`, a list of paths as in `PATH`.
//! A number is right within the case's tolerance, an integer, a word and a yes or no exactly; null means that no value is shown.
//! Families and their functions: `rates`, `benchmarks`, `stages`, `amounts`, `summaries`, `waiting`, `people`.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

mod amounts;
mod benchmarks;
mod people;
mod rates;
mod stages;
mod summaries;
mod waiting;

use std::collections::BTreeMap;

use fairfloor::equity::Interval;
use serde_json::{Map, Value, json};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracles/equity-oracles.json");
const FURTHER: &str = "FAIRFLOOR_ORACLES";

/// A family's name, and the function that answers its cases with the fields they expect.
type Family = (&'static str, fn(&Value) -> Value);
type Counts = BTreeMap<&'static str, usize>;

/// Which function answers for which family.
const FAMILIES: &[&[Family]] =
    &[rates::FAMILIES, benchmarks::FAMILIES, stages::FAMILIES, amounts::FAMILIES, summaries::FAMILIES, waiting::FAMILIES, people::FAMILIES];

fn families() -> impl Iterator<Item = &'static Family> {
    FAMILIES.iter().copied().flatten()
}

#[test]
#[expect(clippy::print_stdout, reason = "whoever brings further files wants to see what was counted")]
fn every_oracle_case_is_reproduced() {
    let further = std::env::var_os(FURTHER).unwrap_or_default();
    let further: Vec<_> = std::env::split_paths(&further).filter(|path| !path.as_os_str().is_empty()).collect();
    for (path, is_ours) in [(PATH.into(), true)].into_iter().chain(further.into_iter().map(|path| (path, false))) {
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let counts =
            check(&serde_json::from_str(&text).unwrap()).unwrap_or_else(|complaints| panic!("{}: {complaints:#?}", path.display()));
        if is_ours {
            let without: Vec<_> = families().filter(|(name, _)| !counts.contains_key(name)).map(|(name, _)| name).collect();
            assert!(without.is_empty(), "no case for {without:?}");
            assert_eq!((counts.len(), counts.values().sum::<usize>()), (45, 157), "families and cases");
        }
        println!("{}: {} cases of {} families", path.display(), counts.values().sum::<usize>(), counts.len());
        for (family, cases) in counts {
            println!("  {cases:3} {family}");
        }
    }
}

/// Recomputes all cases of a file; says how many of each family, or all that is wrong.
fn check(file: &Value) -> Result<Counts, Vec<String>> {
    let mut counts = Counts::new();
    let mut complaints = Vec::new();
    let cases = file["cases"].as_array().map(Vec::as_slice).unwrap_or_default();
    if cases.is_empty() {
        complaints.push("no cases in the file".to_owned());
    }
    for case in cases {
        let family = case["family"].as_str().unwrap_or_default();
        let Some((name, compute)) = families().find(|(name, _)| *name == family) else {
            complaints.push(format!("{}: no function for the family {family:?}", case["id"]));
            continue;
        };
        let tolerance = case["tol"].as_f64().unwrap();
        compare(&compute(&case["input"]), &case["expected"], tolerance, &format!("{}", case["id"]), &mut complaints);
        *counts.entry(*name).or_insert(0) += 1;
    }
    if complaints.is_empty() { Ok(counts) } else { Err(complaints) }
}

/// Every field that is expected must be there and right; what nobody expects may be there too.
fn compare(got: &Value, want: &Value, tolerance: f64, place: &str, complaints: &mut Vec<String>) {
    let fits = match (got, want) {
        (Value::Object(got), Value::Object(want)) => {
            for (field, want) in want {
                match got.get(field) {
                    Some(got) => compare(got, want, tolerance, &format!("{place}.{field}"), complaints),
                    None => complaints.push(format!("{place}.{field} is missing, wanted {want}")),
                }
            }
            true
        }
        (Value::Array(got), Value::Array(want)) if got.len() == want.len() => {
            for (at, (got, want)) in got.iter().zip(want).enumerate() {
                compare(got, want, tolerance, &format!("{place}[{at}]"), complaints);
            }
            true
        }
        (Value::Number(got), Value::Number(want)) => {
            let (exact, got, want) = (!want.is_f64(), got.as_f64().unwrap(), want.as_f64().unwrap());
            (got - want).abs() <= if exact { 0.0 } else { tolerance * want.abs().max(1.0) }
        }
        (got, want) => got == want,
    };
    if !fits {
        complaints.push(format!("{place} is {got}, wanted {want}"));
    }
}

/// A figure as it is compared. What is no number must not pass for "no value is shown".
fn figure(value: Option<f64>) -> Value {
    assert!(value.is_none_or(f64::is_finite), "{value:?} is no figure");
    json!(value)
}

fn figures<'a>(pairs: impl IntoIterator<Item = (&'a str, Option<f64>)>) -> Value {
    pairs.into_iter().map(|(name, value)| (name.to_owned(), figure(value))).collect::<Map<_, _>>().into()
}

fn ends(low: &'static str, high: &'static str, interval: Option<Interval>) -> [(&'static str, Option<f64>); 2] {
    [(low, interval.map(|ends| ends.low)), (high, interval.map(|ends| ends.high))]
}

fn whole(value: &Value) -> u32 {
    u32::try_from(value.as_u64().unwrap()).unwrap()
}

fn n(input: &Value, key: &str) -> u32 {
    whole(&input[key])
}

fn f(input: &Value, key: &str) -> f64 {
    input[key].as_f64().unwrap()
}

fn list<T>(value: &Value, read: impl Fn(&Value) -> T) -> Vec<T> {
    value.as_array().unwrap().iter().map(read).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "made-up amounts far below the limits")]
fn cents(dollars: &Value) -> i64 {
    (dollars.as_f64().unwrap() * 100.0).round() as i64
}

#[test]
fn a_wrong_figure_a_missing_one_and_an_unknown_family_are_seen() {
    let file = |family: &str, expected: Value| {
        let input = json!({"x": 3, "n": 12, "conf": 0.95});
        json!({"cases": [{"id": "a", "family": family, "input": input, "expected": expected, "tol": 1e-9}]})
    };
    assert_eq!(check(&file("wilson", json!({"p": 0.25}))), Ok(Counts::from([("wilson", 1)])));
    let plants = [
        (file("wilson", json!({"p": 0.250_001})), "p is 0.25, wanted 0.250001"),
        (file("wilson", json!({"p": null})), "p is 0.25, wanted null"),
        (file("wilson", json!({"lo": 0})), "lo is 0.08"),
        (file("wilson", json!({"middle": 0.5})), "middle is missing"),
        (file("wilson", json!({"p": [0.25]})), "p is 0.25, wanted [0.25]"),
        (file("discrimination", json!({})), "no function for the family \"discrimination\""),
        (json!({"cases": []}), "no cases"),
        (json!({}), "no cases"),
    ];
    for (file, words) in plants {
        let complaints = check(&file).unwrap_err();
        assert!(complaints.iter().any(|complaint| complaint.contains(words)), "{words:?} is not among {complaints:?}");
    }
}
