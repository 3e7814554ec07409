//! A publication in parts that say nothing of each other, so that an attack on many releases is as long as one on each.
//!
//! Two statements speak of each other where they name the same dimension, or dimensions that an order or a company binds. Parts may be
//! taken alone where in each of them a client may be somebody whom none of its statements counts: then any clients of one part go together
//! with any clients of another, as many of the longer list being nobody in the shorter one.

use super::columns::Wanted;
use super::publication::{About, Publication, Statement};
use std::collections::{BTreeMap, BTreeSet};

/// The parts of a publication; the whole where it cannot be parted.
pub(super) fn parts(published: &Publication) -> Vec<Publication> {
    let parted = by_dims(published);
    if parted.len() > 1 && parted.iter().all(has_nobody) { parted } else { vec![published.clone()] }
}

fn names(statement: &Statement) -> BTreeSet<&str> {
    let wanted: Vec<&Wanted> = match &statement.about {
        About::Count { wanted } | About::Sum { wanted, .. } | About::Stat { wanted } => vec![wanted],
        About::Rate { num, den } => vec![num, den],
    };
    wanted.into_iter().flat_map(|wanted| wanted.keys().map(String::as_str)).collect()
}

/// Statements by the dimensions that they and others bind together. A statement about nothing speaks of everything.
fn by_dims(published: &Publication) -> Vec<Publication> {
    let dims: Vec<&str> = published.dims.iter().map(|dim| dim.name.as_str()).collect();
    let said = published.statements.iter().map(names);
    let ordered = published.monotone.iter().map(|(one, other)| BTreeSet::from([one.as_str(), other.as_str()]));
    let barred = published.impossible.iter().map(|codes| codes.keys().map(String::as_str).collect());
    let bonds: Vec<BTreeSet<&str>> = said.chain(ordered).chain(barred).collect();
    if bonds.iter().any(|bond| bond.is_empty() || !bond.iter().all(|name| dims.contains(name))) {
        return Vec::new();
    }
    let mut part_of: BTreeMap<&str, usize> = dims.iter().copied().zip(0..).collect();
    for bond in &bonds {
        let parts: BTreeSet<usize> = bond.iter().filter_map(|name| part_of.get(name).copied()).collect();
        let Some(least) = parts.first().copied() else { continue };
        part_of.values_mut().filter(|part| parts.contains(part)).for_each(|part| *part = least);
    }
    let all: BTreeSet<usize> = part_of.values().copied().collect();
    let is_of = |part: usize, name: Option<&str>| name.is_some_and(|name| part_of.get(name) == Some(&part));
    let cut = |part: usize| Publication {
        format: published.format.clone(),
        threshold: published.threshold,
        dims: published.dims.iter().filter(|dim| is_of(part, Some(&dim.name))).cloned().collect(),
        monotone: published.monotone.iter().filter(|(one, _)| is_of(part, Some(one))).cloned().collect(),
        impossible: published.impossible.iter().filter(|codes| is_of(part, codes.keys().next().map(String::as_str))).cloned().collect(),
        statements: published.statements.iter().filter(|one| is_of(part, names(one).first().copied())).cloned().collect(),
    };
    all.into_iter().map(cut).collect()
}

/// True if some dimension, which nothing else binds, has a code that every statement leaves out.
fn has_nobody(part: &Publication) -> bool {
    let leaves_out = |statement: &Statement, name: &str, code: &String| {
        let is_out = |wanted: &Wanted| wanted.get(name).is_some_and(|codes| !codes.contains(code));
        match &statement.about {
            About::Count { wanted } | About::Sum { wanted, .. } | About::Stat { wanted } => is_out(wanted),
            About::Rate { num, den } => is_out(num) && is_out(den),
        }
    };
    let is_free = |name: &str| {
        part.monotone.iter().all(|(one, other)| one != name && other != name)
            && part.impossible.iter().all(|codes| !codes.contains_key(name))
    };
    let mut dims = part.dims.iter().filter(|dim| is_free(&dim.name));
    dims.any(|dim| dim.codes.iter().any(|code| part.statements.iter().all(|one| leaves_out(one, &dim.name, code))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(statements: &str) -> Publication {
        let text = format!(
            r#"{{"format":"publication-1","threshold":5,"dims":[{{"name":"did@1","codes":["a","b","absent"]}},{{"name":"race@1","codes":["x","y"]}},
                {{"name":"did@2","codes":["a","absent"]}}],"statements":[{statements}]}}"#
        );
        serde_json::from_str(&text).unwrap()
    }

    const FIRST: &str = r#"{"id":"1","kind":"count","where":{"did@1":["a","b"],"race@1":["x"]},"show":{"eq":9}},"#;

    #[test]
    fn releases_that_share_nothing_are_parts_and_others_are_not() {
        let second = r#"{"id":"2","kind":"count","where":{"did@2":["a"]},"show":{"eq":7}}"#;
        let apart = parts(&read(&format!("{FIRST}{second}")));
        assert_eq!(apart.iter().map(|part| (part.dims.len(), part.statements.len())).collect::<Vec<_>>(), [(2, 1), (1, 1)]);
        let bound = r#"{"id":"2","kind":"count","where":{"did@2":["a"],"race@1":["y"]},"show":{"eq":7}}"#;
        assert_eq!(parts(&read(&format!("{FIRST}{bound}"))).len(), 1, "one of them names a dimension of the other");
        let everybody = r#"{"id":"2","kind":"count","where":{},"show":{"eq":7}}"#;
        assert_eq!(parts(&read(&format!("{FIRST}{everybody}"))).len(), 1, "a count of all speaks of all");
        let all = r#"{"id":"2","kind":"count","where":{"did@2":["a","absent"]},"show":{"eq":7}}"#;
        assert_eq!(parts(&read(&format!("{FIRST}{all}"))).len(), 1, "where all are counted nobody can be left over");
        let mut ordered = read(&format!("{FIRST}{second}"));
        ordered.monotone.push(("did@1".into(), "did@2".into()));
        assert_eq!(parts(&ordered).len(), 1);
    }
}
