//! An attacker who takes each business to be one and the same in all releases, with a solver: no number of the past is found that way.

use super::super::super::catalogue::{Place, Plan, Point, Way, Who, catalogue};
use super::super::super::groups::GroupSet;
use super::super::attack::{Findings, attack};
use super::super::editions::{Business, Edition, release};
use super::super::publication::{About, Dimension, FORMAT, Publication, Show, Statement};
use super::*;
use std::collections::{BTreeMap, BTreeSet};

const K: i64 = 5;

fn way(station: Point) -> Way {
    Way { station: Some(station), programs: 1, ..Way::default() }
}

/// What owners may have answered, as far as a small program's list tells it apart.
fn answers() -> [Who; 3] {
    [Race::White.set(), Race::Asian.set(), GroupSet::EMPTY].map(|race| Who { race, ..Who::default() })
}

fn list() -> Vec<Count> {
    catalogue(Plan::Small, 0, 0).into_iter().filter(|count| count.class != Class::NoSex).collect()
}

/// Releases of one history, one after the other: numbers of businesses that did and answered the same.
fn released(businesses: &[(Vec<Way>, Who, usize)]) -> Vec<Edition> {
    let counts = list();
    let mut editions: Vec<Edition> = Vec::new();
    for at in 0..businesses[0].0.len() {
        let one = |(ways, who, number): &(Vec<Way>, Who, usize)| vec![Business { ways: ways[..=at].to_vec(), who: *who }; *number];
        let businesses: Vec<Business> = businesses.iter().flat_map(one).collect();
        let may_tell = vec![true; counts.len()];
        let ask = Ask { before: &editions, counts: &counts, may_tell: &may_tell, businesses: &businesses, threshold: K };
        let answer = release(&ask, &mut |_, _| {}).unwrap();
        editions.push(Edition { counts: counts.clone(), told: answer.told, secrets: answer.secrets });
    }
    editions
}

/// Everything told, with one dimension for what a business did in all releases and one for who it is in all of them.
fn merged(editions: &[Edition], businesses: &[(Vec<Way>, Who, usize)]) -> Publication {
    let histories: BTreeSet<&Vec<Way>> = businesses.iter().map(|(ways, ..)| ways).collect();
    let statement = |edition: usize, count: &Count, told: Option<i64>| {
        let everyone = Count { class: Class::Everyone, ..*count };
        let is_in = |ways: &Vec<Way>| everyone.holds(&ways[edition], &Who::default());
        let did = histories.iter().enumerate().filter(|(_, ways)| is_in(ways)).map(|(at, _)| at.to_string()).collect();
        let who = answers().iter().enumerate().filter(|(_, who)| count.class.covers(who)).map(|(at, _)| at.to_string()).collect();
        Statement {
            id: format!("{}@{edition}", count.id()),
            release: edition.to_string(),
            table: String::new(),
            about: About::Count { wanted: BTreeMap::from([("did".to_owned(), did), ("who".to_owned(), who)]) },
            show: told.map_or(Show::Hidden { hidden: true }, |eq| Show::Exactly { eq }),
        }
    };
    let lines = editions.iter().enumerate().flat_map(|(at, one)| one.counts.iter().zip(&one.told).map(move |line| (at, line)));
    let dim = |name: &str, size: usize| Dimension { name: name.to_owned(), codes: (0..size).map(|at| at.to_string()).collect() };
    Publication {
        format: FORMAT.to_owned(),
        threshold: K,
        dims: vec![dim("did", histories.len()), dim("who", answers().len())],
        monotone: Vec::new(),
        impossible: Vec::new(),
        statements: lines.map(|(at, (count, told))| statement(at, count, *told)).collect(),
    }
}

/// What follows about somebody: that none of few are of a class is not meant here, and is what everybody less a hidden 0 says.
fn worked_out(found: Findings) -> Vec<String> {
    let all = found.recovered.into_iter().chain(found.small_differences).chain(found.contradictions);
    all.filter(|one| !one.starts_with("everyone")).collect()
}

/// Thirty of whom some are White, some of color and some silent, and eight who completed a referral, two of them early.
fn city(completed: Who) -> Vec<(Vec<Way>, Who, usize)> {
    let [enrolled, done] = [Point::Enrolled, Point::Completed].map(way);
    let [white, asian, silent] = answers();
    let others = [(white, 11), (asian, 12), (silent, 7)].map(|(who, number)| (vec![enrolled, enrolled], who, number));
    let early = (vec![done, done], completed, 2);
    others.into_iter().chain([early, (vec![enrolled, done], completed, 6)]).collect()
}

#[test]
fn where_all_who_came_later_are_alike_those_who_came_early_are_not_told() {
    for completed in answers() {
        let city = city(completed);
        let editions = released(&city);
        let found = worked_out(attack(&merged(&editions, &city)).unwrap());
        assert!(found.is_empty(), "{found:#?}");
        let told = |point| {
            let is_it = |count: &Count| count.point == point && count.place == Place::Everywhere && count.class != Class::Everyone;
            editions.iter().flat_map(|one| one.counts.iter().zip(&one.told)).filter(|(count, told)| is_it(count) && told.is_some()).count()
        };
        assert!(told(Point::Enrolled) >= 4, "the rest is told all the same");
    }
}

#[test]
fn the_attacker_finds_it_where_it_is_told() {
    let city = city(answers()[2]);
    let mut editions = released(&city);
    let is_it = |count: &Count| count.id() == "no-race.completed";
    let at = editions[1].counts.iter().position(is_it).unwrap();
    editions[1].told[at] = Some(8);
    let found = worked_out(attack(&merged(&editions, &city)).unwrap());
    assert!(found.iter().any(|one| one == "no-race.completed@0"), "{found:#?}");
}
