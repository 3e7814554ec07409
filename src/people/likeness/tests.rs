//! Two descriptions of one business are found, and near misses are left alone.

use super::planted::{Die, Firm, corrupted, firm, near_miss};
use super::{Facts, Index, Likeness, Verdict};

fn facts(name: &str) -> Facts {
    Facts { names: vec![name.to_owned()], ..Facts::default() }
}

fn compared(one: &Facts, other: &Facts) -> Likeness {
    one.known().likeness(&other.known())
}

/// How many of the planted pairs are found, how many of those told are right, and how many of those taken unasked.
struct Scored {
    recall: f64,
    precision: f64,
    unasked: f64,
    right: f64,
}

fn scored(seed: u64) -> Scored {
    let mut die = Die::new(seed);
    let twins: Vec<Firm> = (0..200).map(|_| firm(&mut die)).collect();
    let others: Vec<Firm> = (0..1_000).map(|_| firm(&mut die)).collect();
    let mut index = Index::default();
    for (place, here) in twins.iter().chain(&others).enumerate() {
        index.add(here.facts.known(), place);
    }
    let mut rows: Vec<(Option<usize>, Facts)> =
        twins.iter().enumerate().map(|(place, twin)| (Some(place), corrupted(&mut die, twin))).collect();
    let near: Vec<Facts> = (0..600).map(|at| near_miss(&mut die, if at % 3 == 0 { &twins[at % 200] } else { &others[at] })).collect();
    rows.extend(near.into_iter().map(|facts| (None, facts)));
    rows.extend((0..400).map(|_| (None, firm(&mut die).facts)));
    let (mut found, mut told, mut unasked, mut right) = (0.0, 0.0, 0.0, 0.0);
    for (twin, row) in &rows {
        let alike = index.alike(&row.known());
        for (likeness, place) in &alike {
            let is_right = *twin == Some(**place);
            told += 1.0;
            found += if is_right { 1.0 } else { 0.0 };
            if likeness.verdict() == Verdict::Same {
                unasked += 1.0;
                right += if is_right { 1.0 } else { 0.0 };
            }
        }
    }
    Scored { recall: found / 200.0, precision: found / told, unasked, right }
}

/// The weights were chosen on the first of these; the others were never looked at for that.
const SEEDS: [u64; 6] = [20_261_130, 1, 7, 641, 888, 4_711];

#[test]
#[expect(clippy::print_stdout, reason = "all figures are to be seen")]
fn of_200_planted_pairs_among_2000_others_nearly_all_are_found_and_little_else() {
    for seed in SEEDS {
        let Scored { recall, precision, unasked, right } = scored(seed);
        println!(
            "seed {seed}: 200 planted pairs among 2,000 others: recall {recall:.3}, precision {precision:.3}; taken unasked {unasked}, of them right {right}"
        );
        assert!(recall >= 0.95, "seed {seed}: recall {recall:.3}");
        assert!(precision >= 0.9, "seed {seed}: precision {precision:.3}");
        assert!(right / unasked >= 0.98, "seed {seed}: {right} of {unasked}");
    }
}

#[test]
fn one_name_is_written_in_many_ways() {
    for (one, other) in [
        ("Okafor Metal Finishing LLC", "OKAFOR METAL FINISHING, L.L.C."),
        ("Núñez & Sons Bakery", "Nunez and Sons Bakery Inc."),
        ("Smith Bros. Mfg Co", "Smith Brothers Manufacturing Company"),
        ("Bakery Harbor", "Harbor Bakery"),
        ("Acme Holdings LLC d/b/a Best Doors", "Best Doors"),
    ] {
        let likeness = compared(&facts(one), &facts(other));
        assert!(likeness.points >= 50, "{one} {other} {likeness:?}");
    }
    for (one, other) in [
        ("Forge 12", "Forge 13"),
        ("Garcia Foods", "Garcia Furniture"),
        ("Harbor Bakery", "Harper Brewery"),
        ("株式会社青い", "株式会社赤い"),
    ] {
        assert_eq!(compared(&facts(one), &facts(other)).verdict(), Verdict::Other, "{one} {other}");
    }
}

#[test]
fn each_reason_is_said_and_what_speaks_against_it_too() {
    let one = Facts {
        street: Some("12 South 5th St., Suite 3".to_owned()),
        postal_code: Some("11211".to_owned()),
        telephones: vec!["+1 (718) 555-0123".to_owned()],
        emails: vec!["ada@okafor.example".to_owned()],
        people: vec!["Ada Okafor".to_owned()],
        product: Some("Brass hinges".to_owned()),
        ..facts("Okafor Metal")
    };
    let other = Facts {
        street: Some("12 S Fifth Street".to_owned()),
        postal_code: Some("11211".to_owned()),
        telephones: vec!["718.555.0123".to_owned()],
        website: Some("https://www.okafor.example/about".to_owned()),
        people: vec!["Okafor, A.".to_owned()],
        product: Some("hinges of brass".to_owned()),
        ..facts("Okafor Metals Inc")
    };
    let likeness = compared(&one, &other);
    assert_eq!(likeness.verdict(), Verdict::Same);
    for words in [
        "same telephone",
        "same street and number",
        "same ZIP code",
        "persons almost alike",
        "makes much the same",
        "of the same domain, okafor.example",
        "same name in other words: Okafor Metal and Okafor Metals Inc",
    ] {
        assert!(likeness.words().contains(words), "{words}: {}", likeness.words());
    }
    let far = Facts { postal_code: Some("97201".to_owned()), telephones: vec!["503 555 0100".to_owned()], ..other };
    let likeness = compared(&one, &far);
    assert!(likeness.words().ends_with("another telephone; another ZIP code"), "{}", likeness.words());
}

#[test]
fn what_is_known_of_neither_speaks_for_nothing_and_two_businesses_of_one_owner_are_asked_about() {
    assert_eq!(compared(&facts("Acme"), &facts("Acme")).verdict(), Verdict::Same);
    let placed = Facts { postal_code: Some("11211".to_owned()), ..facts("Acme") };
    assert_eq!(compared(&facts("Acme"), &placed).verdict(), Verdict::Ask);
    assert_eq!(compared(&placed, &placed).verdict(), Verdict::Same);
    let elsewhere = Facts { postal_code: Some("11222".to_owned()), ..facts("Acme") };
    assert_eq!(compared(&placed, &elsewhere).verdict(), Verdict::Other);
    let reach =
        |name: &str| Facts { telephones: vec!["718 555 0123".to_owned()], emails: vec!["ada@home.example".to_owned()], ..facts(name) };
    assert_eq!(compared(&reach("Golden Bakery"), &reach("Cobalt Glass")).verdict(), Verdict::Ask);
}
