//! People of several groups, counted in the three ways of the federal standard.

use fairfloor::equity::groups::{Answer, Dimension, GroupSet};
use fairfloor::equity::tabulation::spd15;
use serde_json::{Map, Value, json};

use super::{Family, list};

/// The oracle's name of each group beside the code of the standard.
const NAMES: [(&str, &str); 7] = [
    ("aian", "AIAN"),
    ("asian", "ASIAN"),
    ("black", "BLACK"),
    ("hispanic", "HISP"),
    ("mena", "MENA"),
    ("nhpi", "NHPI"),
    ("white", "WHITE"),
];

pub const FAMILIES: &[Family] = &[("spd15_tabulate", |i| {
    let got = spd15(&list(&i["people"], answer), &Dimension::Race.groups());
    json!({
        "known": got.known,
        "unknown": got.unknown,
        "alone_or_in_combination": named(&got.alone_or_in_combination),
        "alone": named(&got.alone),
        "combinations": named(&got.combinations),
        "multi": got.several,
    })
})];

fn answer(person: &Value) -> Answer {
    let words: Vec<&str> = person.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    if words == ["declined"] {
        return Answer::Declined;
    }
    Answer::races(words.iter().filter_map(|word| NAMES.iter().find(|(name, _)| name == word)).map(|(_, code)| *code))
}

fn named(counts: &[(GroupSet, u32)]) -> Value {
    let name = |code: &str| NAMES.iter().find(|(_, known)| *known == code).map(|(name, _)| *name).unwrap();
    let line = |(set, number): &(GroupSet, u32)| {
        (Dimension::Race.codes(*set).into_iter().map(name).collect::<Vec<_>>().join("+"), (*number).into())
    };
    counts.iter().map(line).collect::<Map<_, _>>().into()
}
