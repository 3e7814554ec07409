//! Rounds of made-up workers, released and then attacked with everything that was told.

use super::super::super::groups::Race;
use super::super::super::ledger::attack::attack;
use super::super::super::ledger::publication::{About, Dimension, FORMAT, Publication, Show, Statement};
use super::super::{Group, Job, bands};
use super::*;

const LIVING: u32 = 2_450;

/// Made-up workers, the same for the same seed.
fn workers(number: usize, seed: u64) -> Vec<Worker> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut roll = move |sides: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).unwrap() % sides
    };
    let races = [Race::HispanicOrLatino, Race::HispanicOrLatino, Race::Asian, Race::BlackOrAfricanAmerican, Race::White, Race::White];
    let all = bands(Some(LIVING));
    let jobs = [Job::Production, Job::Production, Job::Production, Job::Moving, Job::Office, Job::Repair];
    let worker = |_| Worker {
        group: match roll(10) {
            0 => Group::Declined,
            1 => Group::Several,
            _ => Group::Alone(races[roll(races.len())]),
        },
        pay: (roll(9) > 0).then(|| all[roll(all.len() - 2)]),
        job: (roll(12) > 0).then(|| jobs[roll(jobs.len())]),
        language: (roll(8) > 0).then(|| ["en", "es", "es", "zh-Hans", "vi"][roll(5)].to_owned()),
    };
    (0..number).map(worker).collect()
}

/// Everything told, as anybody who wants to attack it has it.
fn published(told: &[Told], dims: Vec<Dim>, tables: impl Fn(&Line) -> bool, threshold: i64) -> Publication {
    let statement = |one: &Told| Statement {
        id: one.line.id(),
        release: String::new(),
        table: one.line.table.code().to_owned(),
        about: About::Count { wanted: one.line.wanted.clone() },
        show: one.told.map_or(Show::Hidden { hidden: true }, |eq| Show::Exactly { eq }),
    };
    Publication {
        format: FORMAT.to_owned(),
        threshold,
        dims: dims.into_iter().map(|dim| Dimension { name: dim.name, codes: dim.codes }).collect(),
        monotone: Vec::new(),
        impossible: Vec::new(),
        statements: told.iter().filter(|one| tables(&one.line)).map(statement).collect(),
    }
}

fn is_of_language(line: &Line) -> bool {
    line.is_everyone() || line.wanted.contains_key(LANGUAGE)
}

fn of(told: &[Told], id: &str) -> Option<i64> {
    told.iter().find(|one| one.line.id() == id).unwrap().told
}

#[test]
fn nothing_small_is_told_and_nothing_small_follows_from_what_is() {
    let lists = Lists::of(Some(LIVING));
    for (number, threshold, seed) in [(40, 5, 1), (60, 11, 2), (160, 5, 3), (160, 11, 4)] {
        let workers = workers(number, seed);
        let told = release(&workers, &lists, &[], threshold);
        assert!(told.iter().all(|one| one.told.is_none_or(|told| told == 0 || told >= threshold)), "{number} {threshold}");
        assert_eq!(of(&told, "answers.all.all"), Some(i64::try_from(number).unwrap()));
        let shown = told.iter().filter(|one| one.told.is_some_and(|told| told > 0)).count();
        assert!(shown >= 8, "{shown} of {number} at {threshold}: hiding everything would be no art");
        let work = published(&told, lists.work_dims(), |line| !line.wanted.contains_key(LANGUAGE), threshold);
        let found = attack(&work).unwrap();
        assert!(found.is_clean(), "{number} {threshold}: {found:?}");
        let spoken = attack(&published(&told, lists.language_dims(), is_of_language, threshold)).unwrap();
        assert!(spoken.is_clean(), "{number} {threshold}: {spoken:?}");
    }
}

/// Counts the workers that a line wants.
fn counted(workers: &[Worker], wanted: &crate::equity::ledger::columns::Wanted) -> i64 {
    let is_wanted = |worker: &&Worker| wanted.iter().all(|(name, codes)| codes.contains(&code_of(worker, name)));
    i64::try_from(workers.iter().filter(is_wanted).count()).unwrap()
}

#[test]
fn that_none_of_few_are_something_says_it_of_each_of_them_and_is_not_told() {
    let lists = Lists::of(Some(LIVING));
    for (number, threshold, seed) in [(60, 11, 2), (160, 5, 3), (160, 11, 4)] {
        let workers = workers(number, seed);
        let told = release(&workers, &lists, &[], threshold);
        let is_part = |inner: &Line, outer: &Line| {
            let covers = |(name, codes): (&String, &Vec<String>)| {
                inner.wanted.get(name).is_some_and(|own| own.iter().all(|code| codes.contains(code)))
            };
            inner != outer && outer.wanted.iter().all(covers)
        };
        let few: Vec<&Line> =
            told.iter().map(|one| &one.line).filter(|line| (1..threshold).contains(&counted(&workers, &line.wanted))).collect();
        let zeros = || told.iter().filter(|one| one.told == Some(0)).map(|one| &one.line);
        let is_of_few = |line: &Line| few.iter().any(|outer| is_part(line, outer));
        // Where nobody at all is in a group, nobody of it is anything: that follows.
        let follows = |line: &Line| zeros().any(|outer| is_part(line, outer) && !is_of_few(outer));
        let leaks: Vec<String> = zeros().filter(|line| is_of_few(line) && !follows(line)).map(Line::id).collect();
        assert!(!few.is_empty() && leaks.is_empty(), "{number} {threshold}: {leaks:?}");
        assert!(zeros().next().is_some(), "that nobody at all is there is told");
    }
}

#[test]
fn the_attack_finds_a_planted_leak() {
    let lists = Lists::of(Some(LIVING));
    let workers = workers(60, 2);
    let all = release(&workers, &lists, &[], 1);
    let leaking: Vec<Told> = all.into_iter().map(|one| Told { told: one.told.filter(|told| *told >= 11), ..one }).collect();
    let work = published(&leaking, lists.work_dims(), |line| !line.wanted.contains_key(LANGUAGE), 11);
    assert!(!attack(&work).unwrap().is_clean(), "hiding small numbers alone gives them away");
}

#[test]
fn fewer_than_the_threshold_are_not_even_counted() {
    let lists = Lists::of(Some(LIVING));
    let told = release(&workers(8, 5), &lists, &[], 11);
    assert!(told.iter().all(|one| one.told.is_none_or(|told| told == 0)), "{told:?}");
    let none = release(&[], &lists, &[], 11);
    assert_eq!(of(&none, "answers.all.all"), Some(0));
}

#[test]
fn two_rounds_of_the_same_workers_but_one_tell_nothing_of_that_one() {
    let lists = Lists::of(Some(LIVING));
    let threshold = 5;
    let mut all = workers(60, 7);
    let first = release(&all, &lists, &[], threshold);
    let before: Vec<Earlier> = first.iter().filter_map(|one| Some(Earlier { wanted: one.line.wanted.clone(), told: one.told? })).collect();
    // Mei starts to work there, and everybody answers what they answered before.
    all.push(Worker {
        group: Group::Alone(Race::Asian),
        pay: Some(bands(Some(LIVING))[1]),
        job: Some(Job::Production),
        language: Some("zh-Hans".to_owned()),
    });
    let careless = release(&all, &lists, &[], threshold);
    let differs = |second: &[Told]| -> Vec<String> {
        let pairs = first.iter().zip(second);
        let few = pairs.filter(
            |(one, other)| matches!((one.told, other.told), (Some(one), Some(other)) if (1..threshold).contains(&(one - other).abs())),
        );
        few.map(|(one, _)| one.line.id()).collect()
    };
    assert!(differs(&careless).contains(&"answers.all.all".to_owned()), "without the rule the planted difference is there");
    let second = release(&all, &lists, &before, threshold);
    assert!(differs(&second).is_empty(), "{:?}", differs(&second));
    assert_eq!(of(&second, "answers.all.all"), None);
    // And none of those that stay unknown follows from the others.
    let work = published(&second, lists.work_dims(), |line| !line.wanted.contains_key(LANGUAGE), threshold);
    assert!(attack(&work).unwrap().is_clean());
    let sum = |column: &str| ["of-color", "white", "none"].map(|row| of(&second, &format!("headline.{row}.{column}")));
    assert!(sum("all").contains(&None), "the number of all would follow");
}
