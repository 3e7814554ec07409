//! Rates and their comparison, what those without an answer could change, and many comparisons at once.

use fairfloor::equity::bounds::{Fraction, Tally, manski_rate, manski_ratio, manski_share};
use fairfloor::equity::exact::{chi_square, fisher, fisher_midp, two_proportion_z};
use fairfloor::equity::intervals::{clopper_pearson, katz, newcombe, wilson};
use fairfloor::equity::multiple::{benjamini_hochberg, holm};
use fairfloor::equity::presentation::proportion;
use fairfloor::equity::share;
use serde_json::{Value, json};

use super::{Family, ends, f, figure, figures, list, n, whole};

pub const FAMILIES: &[Family] = &[
    ("wilson", |i| {
        let got = wilson(n(i, "x"), n(i, "n"), f(i, "conf"));
        figures([("p", share(n(i, "x"), n(i, "n")))].into_iter().chain(ends("lo", "hi", got)))
    }),
    ("clopper_pearson", |i| figures(ends("lo", "hi", clopper_pearson(n(i, "x"), n(i, "n"), f(i, "conf"))))),
    ("katz_rr", |i| {
        let got = katz(n(i, "x1"), n(i, "n1"), n(i, "x2"), n(i, "n2"), f(i, "conf"));
        figures([("rr", got.ratio)].into_iter().chain(ends("lo", "hi", got.interval)))
    }),
    ("newcombe_diff", |i| {
        let got = newcombe(n(i, "x1"), n(i, "n1"), n(i, "x2"), n(i, "n2"), f(i, "conf"));
        figures([("diff", got.map(|d| d.difference))].into_iter().chain(ends("lo", "hi", got.map(|d| d.interval))))
    }),
    ("fisher_two_sided", |i| figures([("p", Some(fisher(n(i, "a"), n(i, "b"), n(i, "c"), n(i, "d"))))])),
    ("fisher_midp", |i| figures([("p", Some(fisher_midp(n(i, "a"), n(i, "b"), n(i, "c"), n(i, "d"))))])),
    ("two_proportion_z", |i| {
        let got = two_proportion_z(n(i, "x1"), n(i, "n1"), n(i, "x2"), n(i, "n2"));
        figures([("z", got.map(|t| t.z)), ("p", got.map(|t| t.p))])
    }),
    ("chi_square", |i| {
        let got = chi_square(&list(&i["table"], |row| list(row, whole)));
        figures([
            ("chi2", got.map(|t| t.chi2)),
            ("df", got.map(|t| f64::from(t.df))),
            ("p", got.map(|t| t.p)),
            ("min_expected", got.map(|t| t.min_expected)),
        ])
    }),
    ("nchs_proportion", |i| {
        let got = proportion(n(i, "x"), n(i, "n"));
        let decision = if got.is_shown { "show" } else { "hide" };
        json!({"decision": decision, "ci_width": figure(got.width), "complement_flag": got.complement_is_weak})
    }),
    ("bh_adjust", |i| json!({"q": adjusted(&benjamini_hochberg(&tested(i)).adjusted)})),
    ("holm_adjust", |i| json!({"p_adj": adjusted(&holm(&tested(i)).adjusted)})),
    ("manski_share", |i| {
        let got = manski_share(n(i, "known_in_group"), n(i, "total"), n(i, "unknown"));
        figures([("share_of_known", got.share_of_known)].into_iter().chain(ends("lo", "hi", got.bounds)))
    }),
    ("manski_rate", |i| {
        let known = Tally { successes: n(i, "success_known"), failures: n(i, "fail_known") };
        let got = manski_rate(known, unknown(i));
        figures([("point", got.point)].into_iter().chain(ends("lo", "hi", got.bounds)))
    }),
    ("manski_ratio", |i| {
        let tally = |key: &str| Tally { successes: whole(&i[key][0]), failures: whole(&i[key][1]) };
        let threshold = Fraction { over: thousandths(f(i, "threshold")), under: 1_000 };
        let got = manski_ratio(tally("group"), tally("reference"), unknown(i), threshold);
        figures([("point", got.point), ("lo", got.low), ("hi", got.high), ("tipping", got.tipping.map(f64::from))])
    }),
];

fn tested(input: &Value) -> Vec<Option<f64>> {
    list(&input["p"], Value::as_f64)
}

fn adjusted(values: &[Option<f64>]) -> Vec<Value> {
    values.iter().copied().map(figure).collect()
}

fn unknown(input: &Value) -> Tally {
    Tally { successes: n(input, "success_unknown"), failures: n(input, "fail_unknown") }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a threshold such as 0.8")]
fn thousandths(threshold: f64) -> u32 {
    (threshold * 1_000.0).round() as u32
}
