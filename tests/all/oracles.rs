//! Every oracle case of the families we implement, recomputed and compared.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use std::collections::BTreeMap;

use fairfloor::equity::bounds::{Fraction, Tally, manski_rate, manski_ratio, manski_share};
use fairfloor::equity::exact::{chi_square, fisher, fisher_midp, two_proportion_z};
use fairfloor::equity::intervals::{clopper_pearson, katz, newcombe, wilson};
use fairfloor::equity::money::two_groups;
use fairfloor::equity::{Interval, share};
use serde_json::Value;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracles/equity-oracles.json");

type Figures = Vec<(&'static str, Option<f64>)>;
type Family = (&'static str, fn(&Value) -> Figures);

/// Which function answers for which family.
const FAMILIES: &[Family] = &[
    ("wilson", |i| {
        let got = wilson(n(i, "x"), n(i, "n"), f(i, "conf"));
        let mut figures = vec![("p", share(n(i, "x"), n(i, "n")))];
        figures.extend(ends("lo", "hi", got));
        figures
    }),
    ("clopper_pearson", |i| ends("lo", "hi", clopper_pearson(n(i, "x"), n(i, "n"), f(i, "conf")))),
    ("katz_rr", |i| {
        let got = katz(n(i, "x1"), n(i, "n1"), n(i, "x2"), n(i, "n2"), f(i, "conf"));
        let mut figures = vec![("rr", got.ratio)];
        figures.extend(ends("lo", "hi", got.interval));
        figures
    }),
    ("newcombe_diff", |i| {
        let got = newcombe(n(i, "x1"), n(i, "n1"), n(i, "x2"), n(i, "n2"), f(i, "conf"));
        let mut figures = vec![("diff", got.map(|d| d.difference))];
        figures.extend(ends("lo", "hi", got.map(|d| d.interval)));
        figures
    }),
    ("fisher_two_sided", |i| vec![("p", Some(fisher(n(i, "a"), n(i, "b"), n(i, "c"), n(i, "d"))))]),
    ("fisher_midp", |i| vec![("p", Some(fisher_midp(n(i, "a"), n(i, "b"), n(i, "c"), n(i, "d"))))]),
    ("two_proportion_z", |i| {
        let got = two_proportion_z(n(i, "x1"), n(i, "n1"), n(i, "x2"), n(i, "n2"));
        vec![("z", got.map(|t| t.z)), ("p", got.map(|t| t.p))]
    }),
    ("chi_square", |i| {
        let rows = i["table"].as_array().unwrap();
        let table: Vec<Vec<u32>> = rows.iter().map(|row| row.as_array().unwrap().iter().map(whole).collect()).collect();
        let got = chi_square(&table);
        vec![
            ("chi2", got.map(|t| t.chi2)),
            ("df", got.map(|t| f64::from(t.df))),
            ("p", got.map(|t| t.p)),
            ("min_expected", got.map(|t| t.min_expected)),
        ]
    }),
    ("dollars_two_group", dollars),
    ("manski_share", |i| {
        let got = manski_share(n(i, "known_in_group"), n(i, "total"), n(i, "unknown"));
        let mut figures = vec![("share_of_known", got.share_of_known)];
        figures.extend(ends("lo", "hi", got.bounds));
        figures
    }),
    ("manski_rate", |i| {
        let known = Tally { successes: n(i, "success_known"), failures: n(i, "fail_known") };
        let got = manski_rate(known, unknown(i));
        let mut figures = vec![("point", got.point)];
        figures.extend(ends("lo", "hi", got.bounds));
        figures
    }),
    ("manski_ratio", |i| {
        let tally = |key: &str| Tally { successes: whole(&i[key][0]), failures: whole(&i[key][1]) };
        let threshold = Fraction { over: thousandths(f(i, "threshold")), under: 1_000 };
        let got = manski_ratio(tally("group"), tally("reference"), unknown(i), threshold);
        vec![("point", got.point), ("lo", got.low), ("hi", got.high), ("tipping", got.tipping.map(f64::from))]
    }),
];

#[test]
fn every_oracle_case_of_our_families_is_reproduced() {
    let file: Value = serde_json::from_str(&std::fs::read_to_string(PATH).unwrap()).unwrap();
    let mut counts = BTreeMap::new();
    let mut complaints = Vec::new();
    for case in file["cases"].as_array().unwrap() {
        let family = case["family"].as_str().unwrap();
        let Some((name, compute)) = FAMILIES.iter().find(|(name, _)| *name == family) else { continue };
        let got: BTreeMap<_, _> = compute(&case["input"]).into_iter().collect();
        for (field, want) in case["expected"].as_object().unwrap() {
            let tol = case["tol"].as_f64().unwrap();
            let fits = match (got.get(field.as_str()), want.as_f64()) {
                (Some(Some(got)), Some(want)) => (got - want).abs() <= tol * want.abs().max(1.0),
                (Some(None), None) => want.is_null(),
                _ => false,
            };
            if !fits {
                complaints.push(format!("{}: {field} is {:?}, wanted {want}", case["id"], got.get(field.as_str())));
            }
        }
        *counts.entry(*name).or_insert(0) += 1;
    }
    assert!(complaints.is_empty(), "{complaints:#?}");
    assert_eq!(counts.len(), FAMILIES.len(), "a family has no case");
}

fn dollars(input: &Value) -> Figures {
    let cents = |key: &str| -> Vec<i64> { input[key].as_array().unwrap().iter().map(|d| to_cents(d.as_f64().unwrap())).collect() };
    let got = two_groups(&cents("x"), &cents("y"));
    let in_dollars = |cents: Option<f64>| cents.map(|cents| cents / 100.0);
    vec![
        ("mean_x", in_dollars(got.mean_x)),
        ("mean_y", in_dollars(got.mean_y)),
        ("median_x", in_dollars(got.median_x)),
        ("median_y", in_dollars(got.median_y)),
        ("welch_t", got.welch.map(|w| w.t)),
        ("welch_df", got.welch.map(|w| w.df)),
        ("welch_p", got.welch.map(|w| w.p)),
        ("diff_lo", in_dollars(got.welch.map(|w| w.difference.low))),
        ("diff_hi", in_dollars(got.welch.map(|w| w.difference.high))),
        ("mwu_u", got.mann_whitney.map(|m| m.u)),
        ("mwu_p", got.mann_whitney.map(|m| m.p)),
        ("exact_perm_p", got.permutation_p),
    ]
}

fn ends(low: &'static str, high: &'static str, interval: Option<Interval>) -> Figures {
    vec![(low, interval.map(|i| i.low)), (high, interval.map(|i| i.high))]
}

fn unknown(input: &Value) -> Tally {
    Tally { successes: n(input, "success_unknown"), failures: n(input, "fail_unknown") }
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

#[expect(clippy::cast_possible_truncation, reason = "made-up amounts far below the limits")]
fn to_cents(dollars: f64) -> i64 {
    (dollars * 100.0).round() as i64
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a threshold such as 0.8")]
fn thousandths(threshold: f64) -> u32 {
    (threshold * 1_000.0).round() as u32
}
