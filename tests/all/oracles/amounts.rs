//! Dollars: two groups side by side, and how concentrated they are.

use fairfloor::equity::concentration::{concentration, theil};
use fairfloor::equity::money::two_groups;
use fairfloor::equity::random::Method;
use serde_json::json;

use super::{Family, cents, figure, figures, list};

const SEED: u64 = 20_261_129;

pub const FAMILIES: &[Family] = &[
    ("dollars_two_group", |i| {
        let got = two_groups(&list(&i["x"], cents), &list(&i["y"], cents), SEED);
        let in_dollars = |cents: Option<f64>| cents.map(|cents| cents / 100.0);
        figures([
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
            ("exact_perm_p", got.permutation.filter(|test| test.method == Method::Exact).map(|test| test.p)),
        ])
    }),
    ("gini", |i| {
        let got = concentration(&list(&i["values"], cents));
        json!({
            "gini": figure(got.as_ref().map(|got| got.gini)),
            "lorenz": got.as_ref().map(|got| got.lorenz.iter().map(|share| figure(Some(*share))).collect::<Vec<_>>()),
            "top20_share": figure(got.as_ref().map(|got| got.top_fifth_share)),
        })
    }),
    ("theil_decomposition", |i| {
        let groups = list(&i["groups"], |group| usize::try_from(group.as_u64().unwrap()).unwrap());
        let businesses: Vec<(i64, usize)> = list(&i["values"], cents).into_iter().zip(groups).collect();
        let got = theil(&businesses);
        figures([
            ("T", got.map(|got| got.total)),
            ("between", got.map(|got| got.between)),
            ("within", got.map(|got| got.within)),
            ("between_share", got.and_then(|got| got.between_share)),
        ])
    }),
];
