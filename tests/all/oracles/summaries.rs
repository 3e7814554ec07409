//! One number over three or more groups, against R's healthequal.

use fairfloor::equity::summaries::{
    Better, Compared, Subgroup, Summary, attributable_fraction, attributable_risk, between_group_deviation, between_group_variance,
    coefficient_of_variation, difference, distance_from_best, distance_from_mean, distance_from_mean_unweighted, distance_from_reference,
    index_of_disparity, index_of_disparity_unweighted, mean_log_deviation, ratio, theil_index,
};
use serde_json::Value;

use super::{Family, ends, figures, list};

const CONFIDENCE: f64 = 0.95;

pub const FAMILIES: &[Family] = &[
    ("who_d", |i| summary(difference(&groups(i), compared(i), better(i), CONFIDENCE))),
    ("who_d_ref", |i| summary(difference(&groups(i), compared(i), better(i), CONFIDENCE))),
    ("who_r", |i| summary(ratio(&groups(i), compared(i), better(i), CONFIDENCE))),
    ("who_bgv", |i| summary(between_group_variance(&groups(i), CONFIDENCE))),
    ("who_bgsd", |i| estimate(between_group_deviation(&groups(i)))),
    ("who_covar", |i| estimate(coefficient_of_variation(&groups(i)))),
    ("who_mdmu", |i| estimate(distance_from_mean_unweighted(&groups(i)))),
    ("who_mdmw", |i| estimate(distance_from_mean(&groups(i)))),
    ("who_mdbw", |i| estimate(distance_from_best(&groups(i), better(i)))),
    ("who_mdrw", |i| estimate(reference(i).and_then(|at| distance_from_reference(&groups(i), at)))),
    ("who_idisu", |i| estimate(index_of_disparity_unweighted(&groups(i)))),
    ("who_idisw", |i| estimate(index_of_disparity(&groups(i)))),
    ("who_ti", |i| summary(theil_index(&groups(i), CONFIDENCE).map(thousandfold))),
    ("who_mld", |i| summary(mean_log_deviation(&groups(i), CONFIDENCE).map(thousandfold))),
    ("who_par", |i| estimate(attributable_risk(&groups(i), order(i), better(i)))),
    ("who_paf", |i| estimate(attributable_fraction(&groups(i), order(i), better(i)))),
];

fn groups(input: &Value) -> Vec<Subgroup> {
    let at = |key: &str, at: usize| input[key].get(at).and_then(Value::as_f64);
    let number = list(&input["est"], |_| ()).len();
    (0..number)
        .map(|place| Subgroup { estimate: at("est", place).unwrap(), se: at("se", place), population: at("pop", place).unwrap() })
        .collect()
}

fn reference(input: &Value) -> Option<usize> {
    input["reference"].as_u64().map(|at| usize::try_from(at).unwrap())
}

fn compared(input: &Value) -> Compared {
    match reference(input) {
        Some(at) if order(input) == Compared::Extremes => Compared::Reference(at),
        _ => order(input),
    }
}

fn order(input: &Value) -> Compared {
    if input["ordered"].as_bool().unwrap() { Compared::Ordered } else { Compared::Extremes }
}

fn better(input: &Value) -> Better {
    if input["favourable"].as_bool().unwrap() { Better::Higher } else { Better::Lower }
}

/// The package gives the index times 1,000, its standard error plain, and an interval of the one less and more the other.
fn thousandfold(plain: Summary) -> Summary {
    let estimate = plain.estimate * 1_000.0;
    let moved = |end: f64| estimate + (end - plain.estimate);
    let interval = plain.interval.map(|ends| fairfloor::equity::Interval { low: moved(ends.low), high: moved(ends.high) });
    Summary { estimate, interval, ..plain }
}

fn summary(got: Option<Summary>) -> Value {
    let interval = ends("lowerci", "upperci", got.and_then(|got| got.interval));
    figures([("estimate", got.map(|got| got.estimate)), ("se", got.and_then(|got| got.se))].into_iter().chain(interval))
}

fn estimate(got: Option<f64>) -> Value {
    figures([("estimate", got)])
}
