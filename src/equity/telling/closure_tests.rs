//! What is told follows from what is told, and from nothing else.

use super::made_up::{account, businesses, hidden};
use super::rates::Tag;
use super::sentences::{Mark, findings};
use super::*;
use crate::equity::catalogue::Plan;

fn marks(account: &Account) -> Vec<Mark> {
    findings(&Telling::of(account)).into_iter().map(|finding| finding.mark).collect()
}

#[test]
fn a_planted_gap_is_found_with_its_step() {
    let account = account(&businesses(2_000, 7), 5);
    let found = findings(&Telling::of(&account));
    let said: Vec<&str> = found.iter().map(|finding| finding.sentence.as_str()).collect();
    insta::assert_snapshot!(said.join("\n"));
    assert_eq!(found[0].mark, Mark::Compared(Tag::Gap));
    assert_eq!(found.last().unwrap().mark, Mark::LookFirst);
}

#[test]
fn few_are_too_early_and_all_hidden_says_so() {
    let standing = |account: &Account| Telling::of(account).standing;
    assert_eq!(standing(&account(&[], 5)), Standing::Nobody);
    assert!(matches!(standing(&account(&businesses(1, 1), 5)), Standing::TooEarly { answers: 1, is_exact: _ }));
    assert!(matches!(
        standing(&account(&businesses(6, 1), 5)),
        Standing::TooEarly { answers: 6, is_exact: false } | Standing::TooEarly { .. }
    ));
    let many = hidden(account(&businesses(180, 1), 11));
    assert_eq!(standing(&many), Standing::AllHidden);
    let told = Telling::of(&many);
    assert!(told.reach.is_empty() && told.results.tables.is_empty() && told.ways.is_empty() && told.amounts.is_empty());
    assert!(findings(&told).is_empty());
}

#[test]
fn a_small_program_has_its_headline_and_its_results() {
    let account = account(&businesses(100, 3), 5);
    assert_eq!(account.plan, Plan::Small);
    let told = Telling::of(&account);
    assert_eq!(told.reach.iter().map(|reach| reach.grouping).collect::<Vec<_>>(), [Grouping::Headline]);
    assert_eq!(told.results.tables.iter().map(|table| table.rate).collect::<Vec<_>>(), Rate::RESULTS);
    assert!(told.ways.is_empty() && told.steps.tables.is_empty());
}

#[test]
fn one_group_alone_has_nobody_to_be_compared_with() {
    use crate::equity::groups::Race;
    let mut all = businesses(300, 5);
    for one in &mut all {
        one.who = crate::equity::catalogue::Who { race: Race::Asian.set(), ..Default::default() };
    }
    let told = Telling::of(&account(&all, 5));
    let race = told.results.tables.iter().filter(|table| matches!(table.grouping, Grouping::Headline | Grouping::Race));
    assert!(race.clone().count() > 0 && race.flat_map(rates::RateTable::comparisons).next().is_none());
    assert!(marks(&account(&all, 5)).iter().all(|mark| *mark != Mark::Compared(Tag::Gap)));
}

#[test]
fn all_declined_is_an_account_of_nobodys_race() {
    use crate::equity::groups::GroupSet;
    let mut all = businesses(300, 5);
    for one in &mut all {
        one.who.race = GroupSet::EMPTY;
    }
    let told = Telling::of(&account(&all, 5));
    assert_eq!(told.standing, Standing::TooEarly { answers: 0, is_exact: true });
}

#[test]
fn an_earlier_figure_that_does_not_fit_is_not_computed_with() {
    let mut account = account(&businesses(600, 9), 5);
    account.counts.insert("asian.served".to_owned(), Told::Unchanged(9_999));
    let told = Telling::of(&account);
    let class = Class::Race(crate::equity::groups::Race::Asian);
    let ways = told.ways.iter().find(|ways| ways.grouping == Grouping::Race).unwrap();
    let way = ways.ways.iter().find(|way| way.class == class).unwrap();
    assert_eq!((way.numbers.len(), way.stops_at()), (1, Some(Point::Served)));
    for table in told.steps.tables.iter().filter(|table| table.rate.point == Point::Served && table.grouping == Grouping::Race) {
        let line = table.lines.iter().find(|line| line.class == class).unwrap();
        assert!(line.rate.is_none() && line.compared.is_none() && line.beside_everyone.is_none());
    }
}
