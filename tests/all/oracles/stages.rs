//! Stages, strata and programs: where a gap arises.

use fairfloor::equity::bounds::Tally;
use fairfloor::equity::mix::{Program, kitagawa};
use fairfloor::equity::stages::{four_fifths, funnel};
use fairfloor::equity::strata::{Stratum, mantel_haenszel};
use serde_json::{Map, Value, json};

use super::{Family, cents, figure, figures, list, whole};

pub const FAMILIES: &[Family] = &[
    ("four_fifths", |i| {
        let groups = i["groups"].as_object().unwrap();
        let tally = |pair: &Value| Tally { successes: whole(&pair[0]), failures: whole(&pair[1]) - whole(&pair[0]) };
        // The cases are of any size, so any group may set the mark.
        let got = four_fifths(&groups.values().map(tally).collect::<Vec<_>>(), 1);
        let per_group = |of: &dyn Fn(usize) -> Option<Value>| -> Value {
            let named = groups.keys().enumerate().filter_map(|(at, name)| Some((name.clone(), of(at)?)));
            named.collect::<Map<_, _>>().into()
        };
        json!({
            "rates": per_group(&|at| Some(figure(got.groups[at].rate))),
            "impact_ratio": per_group(&|at| Some(figure(got.groups[at].ratio))),
            "below_80": per_group(&|at| Some(got.groups[at].is_below.into())),
            "one_person_flip": per_group(&|at| got.groups[at].one_business_flips.map(Value::from)),
            "parity_difference": figure(got.rate_difference),
        })
    }),
    ("funnel_log_decomposition", |i| {
        let got = funnel(&list(&i["group"], whole), &list(&i["ref"], whole)).unwrap();
        let steps = got.steps.iter().map(|step| {
            figures([("rate_group", step.group_rate), ("rate_ref", step.reference_rate), ("ratio", step.ratio), ("log", step.log_ratio)])
        });
        json!({
            "stages": steps.collect::<Vec<_>>(),
            "overall_ratio": figure(got.overall_ratio),
            "overall_log": figure(got.overall_log),
            "share": got.shares.map(|shares| shares.into_iter().map(|share| figure(Some(share))).collect::<Vec<_>>()),
            "expected_shortfall": got.steps.iter().map(|step| figure(step.shortfall)).collect::<Vec<_>>(),
        })
    }),
    ("mantel_haenszel", |i| {
        let tally = |row: &Value| Tally { successes: whole(&row[0]), failures: whole(&row[1]) };
        let strata = list(&i["tables"], |table| Stratum { group: tally(&table[0]), reference: tally(&table[1]) });
        let got = mantel_haenszel(&strata, 0.95);
        figures([
            ("crude_rr", got.crude_ratio),
            ("mh_rr", got.ratio),
            ("mh_or", got.odds_ratio),
            ("cmh_chi2", got.test.map(|test| test.chi2)),
            ("cmh_p", got.test.map(|test| test.p)),
        ])
    }),
    ("kitagawa", |i| {
        let numbers = |key: &str| list(&i[key], whole);
        let totals = |key: &str, numbers: &[u32]| -> Vec<i128> {
            list(&i[key], cents).into_iter().zip(numbers).map(|(mean, number)| i128::from(mean) * i128::from(*number)).collect()
        };
        let (own, other) = (numbers("n_g"), numbers("n_h"));
        let (own_totals, other_totals) = (totals("m_g", &own), totals("m_h", &other));
        let program =
            |at: usize| Program { group: own[at], group_total: own_totals[at], reference: other[at], reference_total: other_totals[at] };
        let got = kitagawa(&(0..own.len()).map(program).collect::<Vec<_>>());
        let dollars = |of: fn(&fairfloor::equity::mix::Split) -> f64| got.as_ref().map(|got| of(got) / 100.0);
        figures([("gap", dollars(|got| got.gap)), ("mix", dollars(|got| got.mix)), ("within", dollars(|got| got.within))])
    }),
];
