//! Waiting times, against lifelines and R's survival.

use fairfloor::equity::waiting::{Wait, kaplan_meier, log_rank};
use serde_json::{Map, Value, json};

use super::{Family, f, figure, figures, list, whole};

pub const FAMILIES: &[Family] = &[
    ("km_curve", |i| {
        let curve = kaplan_meier(&waits(i));
        json!({
            "times": curve.points.iter().map(|point| f64::from(point.day)).collect::<Vec<_>>(),
            "surv": curve.points.iter().map(|point| figure(Some(point.waiting))).collect::<Vec<_>>(),
            "median": figure(curve.median().map(f64::from)),
            "p_not_served_by_14": figure(curve.still_waiting(14)),
        })
    }),
    ("km_median_ci", |i| {
        assert_eq!(i["transform"], "log-log");
        let got = kaplan_meier(&waits(i)).median_limits(f(i, "conf"));
        figures([("lo", got.low.map(f64::from)), ("hi", got.high.map(f64::from))])
    }),
    ("logrank", |i| {
        let groups = i["groups"].as_object().unwrap();
        let got = log_rank(&groups.values().map(waits).collect::<Vec<_>>());
        let median = |(name, group): (&String, &Value)| (name.clone(), figure(kaplan_meier(&waits(group)).median().map(f64::from)));
        json!({
            "chi2": figure(got.map(|got| got.chi2)),
            "df": got.map(|got| got.df),
            "p": figure(got.map(|got| got.p)),
            "medians": groups.iter().map(median).collect::<Map<_, _>>(),
        })
    }),
];

fn waits(input: &Value) -> Vec<Wait> {
    let served = list(&input["event"], |event| event.as_u64() == Some(1));
    list(&input["time"], whole).into_iter().zip(served).map(|(days, served)| Wait { days, served }).collect()
}
