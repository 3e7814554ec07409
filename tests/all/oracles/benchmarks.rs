//! What a program reaches beside a benchmark: people and dollars.

use fairfloor::equity::awards::share_by_chance;
use fairfloor::equity::benchmark::{Benchmark, against_expected, binomial, castaneda_z, disparity_index};

use super::{Family, ends, f, figures, list, n};

const SEED: u64 = 20_261_129;

pub const FAMILIES: &[Family] = &[
    ("disparity_index", |i| {
        let benchmark = Benchmark {
            group: i["avail_n"].as_u64().unwrap(),
            total: i["avail_total"].as_u64().unwrap(),
            group_rse_pct: i["avail_rse_pct"].as_f64(),
            total_rse_pct: i["total_rse_pct"].as_f64(),
        };
        let got = disparity_index(n(i, "util_n"), n(i, "util_total"), &benchmark, 0.95).ok();
        let plain = ends("lo", "hi", got.and_then(|got| got.interval));
        let with_error = ends("lo_bench", "hi_bench", got.and_then(|got| got.with_benchmark_error));
        figures([("index", got.map(|got| got.index))].into_iter().chain(plain).chain(with_error))
    }),
    ("binomial_vs_benchmark", |i| {
        let got = binomial(n(i, "x"), n(i, "n"), f(i, "p0"));
        figures([
            ("p_two_sided", got.map(|got| got.two_sided)),
            ("p_less", got.map(|got| got.less)),
            ("p_greater", got.map(|got| got.greater)),
        ])
    }),
    ("castaneda_z", |i| {
        let (x, n, p0) = (n(i, "x"), n(i, "n"), f(i, "p0"));
        let got = castaneda_z(x, n, p0);
        let expected = against_expected(x, n, p0).map(|got| got.expected);
        figures([("expected", expected), ("z", got.map(|got| got.z)), ("p", got.map(|got| got.p))])
    }),
    ("dollar_weighted_exact", |i| {
        let awards = list(&i["awards"], |award| award.as_i64().unwrap());
        let got = share_by_chance(&awards, i["observed"].as_i64().unwrap().into(), f(i, "availability"), SEED);
        figures([
            ("p_less_or_equal", got.map(|got| got.p_less_or_equal)),
            ("share", got.and_then(|got| got.share)),
            ("index", got.and_then(|got| got.index)),
        ])
    }),
];
