//! Tiny programs, where every way the businesses could be is looked at: no solver, nothing left to trust.

use super::super::super::catalogue::{Class, Count, Headline, Place, Plan, Point, Way, Who, catalogue};
use super::super::super::groups::{GroupSet, Race};
use super::*;

const K: i64 = 3;

fn way(station: Point, programs: u32) -> Way {
    Way { station: Some(station), is_awarded: station == Point::Completed, programs, ..Way::default() }
}

/// What owners may have answered.
fn answers() -> [Who; 3] {
    [Race::White.set(), Race::Asian.set(), GroupSet::EMPTY].map(|race| Who { race, ..Who::default() })
}

fn seven(lists: &[Vec<Way>], whos: &[usize]) -> Vec<Business> {
    lists.iter().zip(whos).map(|(ways, who)| Business { ways: ways.clone(), who: answers()[*who] }).collect()
}

/// Every answer that so many businesses could have given.
fn every_world(number: usize) -> Vec<Vec<usize>> {
    (0..3_usize.pow(u32::try_from(number).unwrap()))
        .map(|lot| (0..number).map(|at| lot / 3_usize.pow(u32::try_from(at).unwrap()) % 3).collect())
        .collect()
}

/// What each count of each edition comes to.
fn values(lists: &[&[Count]], businesses: &[Business]) -> Vec<Vec<i64>> {
    let number = |edition: usize, count: &Count| {
        let is_in = |one: &&Business| one.ways.get(edition).is_some_and(|way| count.holds(way, &one.who));
        i64::try_from(businesses.iter().filter(is_in).count()).unwrap()
    };
    lists.iter().enumerate().map(|(edition, list)| list.iter().map(|count| number(edition, count)).collect()).collect()
}

/// Small counts, and small differences of counts of which one lies within the other, that are the same in every world that fits.
fn worked_out(lists: &[&[Count]], told: &[&[Option<i64>]], ways: &[Vec<Way>], truth: &[usize]) -> Vec<String> {
    let fits = |values: &Vec<Vec<i64>>| {
        values.iter().flatten().zip(told.iter().copied().flatten()).all(|(value, told)| told.is_none_or(|told| told == *value))
    };
    let worlds: Vec<Vec<Vec<i64>>> =
        every_world(ways.len()).iter().map(|whos| values(lists, &seven(ways, whos))).filter(|values| fits(values)).collect();
    let real = values(lists, &seven(ways, truth));
    let places: Vec<(usize, usize)> =
        lists.iter().enumerate().flat_map(|(at, list)| (0..list.len()).map(move |place| (at, place))).collect();
    let holds = |(at, place): (usize, usize), ways: &[Way], who: &Who| ways.get(at).is_some_and(|way| lists[at][place].holds(way, who));
    let is_within = |inner, outer| ways.iter().all(|way| answers().iter().all(|who| !holds(inner, way, who) || holds(outer, way, who)));
    let is_open = |(at, place): (usize, usize)| lists[at][place].is_open();
    let id = |(at, place): (usize, usize)| format!("{}@{at}", lists[at][place].id());
    let of = |values: &Vec<Vec<i64>>, (at, place): (usize, usize)| values[at][place];
    let mut found = Vec::new();
    for outer in &places {
        let alone = of(&real, *outer);
        if !is_open(*outer) && (1..K).contains(&alone) && worlds.iter().all(|world| of(world, *outer) == alone) {
            found.push(format!("{} is {alone}", id(*outer)));
        }
        for inner in places.iter().filter(|inner| *inner != outer) {
            let apart = alone - of(&real, *inner);
            let is_secret = (1..K).contains(&apart) && !(is_open(*outer) && is_open(*inner)) && is_within(*inner, *outer);
            // A hidden number that works out to 0 is no secret; one that is told is.
            let is_zero = of(&real, *inner) == 0 && is_open(*outer) && told[inner.0][inner.1].is_none();
            let is_nobody = !ways.iter().any(|way| answers().iter().any(|who| holds(*inner, way, who)));
            // Nor is what everybody knows of those who did something else, where nobody is beside them.
            let is_in = |who: &Who, ways: &[Way]| holds(*outer, ways, who) && !holds(*inner, ways, who);
            let is_hidden =
                |(ways, who): &(&Vec<Way>, &usize)| is_in(&answers()[**who], ways) && !answers().iter().all(|who| is_in(who, ways));
            let is_known = ways.iter().zip(truth).filter(is_hidden).count() == 0 && lists.len() > 1;
            if is_secret && !is_zero && !is_nobody && !is_known && worlds.iter().all(|world| of(world, *outer) - of(world, *inner) == apart)
            {
                found.push(format!("{} less {} is {apart}", id(*outer), id(*inner)));
            }
        }
    }
    found
}

/// Releases of one history, one after the other; fewer where one is refused.
fn released(lists: &[&[Count]], ways: &[Vec<Way>], truth: &[usize]) -> Vec<Edition> {
    let mut editions: Vec<Edition> = Vec::new();
    for (at, counts) in lists.iter().enumerate() {
        let so_far: Vec<Vec<Way>> = ways.iter().map(|ways| ways[..=at].to_vec()).collect();
        let businesses = seven(&so_far, truth);
        let may_tell = vec![true; counts.len()];
        let ask = Ask { before: &editions, counts, may_tell: &may_tell, businesses: &businesses, threshold: K };
        let Ok(answer) = release(&ask, &mut |_, _| {}) else { break };
        editions.push(Edition { counts: counts.to_vec(), told: answer.told, secrets: answer.secrets });
    }
    editions
}

/// Everybody's answers in every order that matters: businesses that did the same are alike.
fn truths(ways: &[Vec<Way>]) -> Vec<Vec<usize>> {
    let is_sorted = |whos: &Vec<usize>| (1..ways.len()).all(|at| ways[at] != ways[at - 1] || whos[at - 1] <= whos[at]);
    every_world(ways.len()).into_iter().filter(is_sorted).collect()
}

fn told(editions: &[Edition]) -> Vec<&[Option<i64>]> {
    editions.iter().map(|edition| &edition.told[..]).collect()
}

fn races() -> Vec<Count> {
    let classes = [Class::Everyone, Class::Race(Race::White), Class::Race(Race::Asian), Class::Headline(Headline::NoAnswer)];
    let of = |class: Class| [Point::Enrolled, Point::Completed].map(|point| Count { point, class, place: Place::Everywhere });
    classes.into_iter().flat_map(of).collect()
}

#[test]
fn of_seven_businesses_no_small_number_has_one_value_only_whatever_they_answered() {
    let small = catalogue(Plan::Small, 0, 0);
    let (mut shown, mut tried) = (0, 0);
    for list in [&small[..], &races()] {
        for completed in [2, 3] {
            let ways: Vec<Vec<Way>> =
                (0..7).map(|at| vec![way(if at < completed { Point::Completed } else { Point::Enrolled }, 0)]).collect();
            for truth in truths(&ways) {
                let editions = released(&[list], &ways, &truth);
                let found = worked_out(&[list], &told(&editions), &ways, &truth);
                assert!(editions.len() == 1 && found.is_empty(), "{truth:?}: {found:#?}");
                let counts = list.iter().zip(&editions[0].told);
                shown += counts.filter(|(count, told)| !count.is_open() && told.is_some()).count();
                tried += 1;
            }
        }
    }
    assert!(shown > tried, "{shown} counts told in {tried} programs");
}

/// Attacks on two releases by somebody who knows that no answer changed: how many pairs there were, how many were refused, what followed.
fn in_two(ways: &[Vec<Way>], list: &[Count]) -> (usize, usize, Vec<String>) {
    let (mut both, mut refused, mut found) = (0, 0, Vec::new());
    // Where the first release tells that all are alike, everything after it is known.
    let is_mixed = |truth: &Vec<usize>| truth.iter().any(|who| *who != truth[0]);
    for truth in truths(ways).into_iter().filter(is_mixed) {
        let editions = released(&[list, list], ways, &truth);
        if editions.len() < 2 {
            refused += 1;
            continue;
        }
        both += 1;
        found.extend(worked_out(&[list, list], &told(&editions), ways, &truth).into_iter().map(|one| format!("{truth:?}: {one}")));
    }
    (both, refused, found)
}

#[test]
fn of_two_releases_nothing_small_follows_though_no_answer_changed() {
    let [enrolled, completed] = [Point::Enrolled, Point::Completed].map(|station| way(station, 1));
    let elsewhere = way(Point::Enrolled, 2);
    let nowhere = Way::default();
    let histories: [(&str, Vec<Vec<Way>>); 4] = [
        ("one joins", [vec![vec![enrolled, enrolled]; 4], vec![vec![enrolled, completed]; 2], vec![vec![nowhere, enrolled]; 1]].concat()),
        ("a quarter and its year", [vec![vec![enrolled, completed]; 3], vec![vec![nowhere, enrolled]; 4]].concat()),
        ("one program, then both", [vec![vec![completed, completed]; 4], vec![vec![nowhere, elsewhere]; 3]].concat()),
        ("some leave", [vec![vec![enrolled, enrolled]; 5], vec![vec![enrolled, nowhere]; 2]].concat()),
    ];
    for (name, ways) in histories {
        let (both, refused, found) = in_two(&ways, &races());
        assert!(found.is_empty(), "{name}: {} of {both}: {found:#?}", found.len());
        assert!(both > 8 * refused, "{name}: {refused} refused beside {both}");
    }
}

#[test]
fn where_nobody_answered_few_are_not_told_to_be_without_an_answer() {
    let ways: Vec<Vec<Way>> = (0..7).map(|at| vec![way(if at < 2 { Point::Completed } else { Point::Enrolled }, 0)]).collect();
    let list = catalogue(Plan::Small, 0, 0);
    let editions = released(&[&list], &ways, &[2; 7]);
    let told = |class, point| {
        let at = list.iter().position(|count| *count == Count { point, class, place: Place::Everywhere }).unwrap();
        editions[0].told[at]
    };
    let [of_color, white, none] = Headline::ALL.map(Class::Headline);
    assert_eq!([of_color, white, none].map(|class| told(class, Point::Completed)), [None; 3], "nor is the 0 of the others among two");
    assert_eq!(told(none, Point::Enrolled), None, "that nobody of all answered would tell it of those two");
}
