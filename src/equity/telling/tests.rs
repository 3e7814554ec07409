//! What is told follows from what is told, and from nothing else.

use super::made_up::{account, businesses, hidden, of_counts};
use super::rates::{Against, Comparison, Family, RateLine, Tag};
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

/// The line of Black owners in the only table of a rate.
fn black(account: &Account, rate: Rate) -> (Against, RateLine) {
    let family = Family::everywhere(account, &[Grouping::Race], &[rate]);
    let class = Class::Race(crate::equity::groups::Race::BlackOrAfricanAmerican);
    let table = &family.tables[0];
    (table.against, table.lines.iter().find(|line| line.class == class).unwrap().clone())
}

/// "0.58 0.42 0.80", the tag.
fn said(compared: Option<&Comparison>) -> (String, Option<Tag>) {
    let Some(compared) = compared else { return ("nobody".to_owned(), None) };
    let ratio = compared.ratio.and_then(|ratio| ratio.ratio.zip(ratio.interval));
    let words = ratio.map_or("counts only".to_owned(), |(ratio, ends)| format!("{ratio:.2} {:.2} {:.2}", ends.low, ends.high));
    (words, compared.tag)
}

const COMPLETED: Rate = Rate { point: Point::Completed, of: Point::Enrolled };

#[test]
fn a_group_is_set_beside_all_others_who_answered() {
    let counts = [
        ("everyone.enrolled", 540),
        ("everyone.completed", 196),
        ("no-race.enrolled", 102),
        ("no-race.completed", 40),
        ("black.enrolled", 149),
        ("black.completed", 36),
    ];
    let (against, line) = black(&of_counts(&counts), COMPLETED);
    assert_eq!((against, said(line.chosen(against))), (Against::OtherAnswers, ("0.58 0.42 0.80".to_owned(), Some(Tag::Gap))));
    let compared = line.compared.unwrap();
    assert_eq!((compared.others.successes, compared.others.size()), (120, 289));
    assert!(compared.bounds.unwrap().high.unwrap() > 1.0, "102 without an answer could turn it");

    // With the number without an answer hidden, the others are all others, and nothing is said of what the silent would do.
    let (against, line) = black(&of_counts(&[counts[0], counts[1], counts[4], counts[5]]), COMPLETED);
    assert_eq!((against, line.compared.is_none()), (Against::Everyone, true));
    let compared = line.chosen(against).unwrap();
    assert_eq!((compared.others.successes, compared.others.size(), compared.bounds), (160, 391, None));
    assert_eq!(line.bounds, None);
}

#[test]
fn to_be_turned_away_more_often_is_the_gap() {
    let declined = |of_black: u32| {
        let counts = [
            ("everyone.referred", 400),
            ("everyone.said-no", 60 + of_black),
            ("no-race.referred", 0),
            ("no-race.said-no", 0),
            ("black.referred", 100),
            ("black.said-no", of_black),
        ];
        let (against, line) = black(&of_counts(&counts), Rate { point: Point::Declined, of: Point::Referred });
        said(line.chosen(against)).1
    };
    assert_eq!([declined(60), declined(22), declined(0)], [Some(Tag::Gap), Some(Tag::NoClearDifference), Some(Tag::Above)]);
}

#[test]
fn few_have_counts_and_a_test_and_no_rate() {
    let completed = |of_black: u32, others: u32| {
        let counts = [
            ("everyone.enrolled", 160),
            ("everyone.completed", of_black + others),
            ("no-race.enrolled", 0),
            ("no-race.completed", 0),
            ("black.enrolled", 60),
            ("black.completed", of_black),
        ];
        let (against, line) = black(&of_counts(&counts), COMPLETED);
        said(line.chosen(against))
    };
    let counts_only = |tag| ("counts only".to_owned(), Some(tag));
    assert_eq!(completed(5, 60), counts_only(Tag::Gap), "too few for a rate, and no chance all the same");
    assert_eq!(completed(5, 11), counts_only(Tag::TooFew));
    assert_eq!(completed(30, 0), counts_only(Tag::Above), "nobody of the others came so far");
    assert_eq!(completed(0, 0), counts_only(Tag::TooFew));
    assert_eq!(completed(0, 60), counts_only(Tag::Gap));
}

#[test]
fn a_gap_is_split_into_steps_and_people() {
    let way = |class: &str, numbers: [u32; 5]| {
        Point::STATIONS.iter().zip(numbers).map(move |(point, number)| (format!("{class}.{}", point.code()), number)).collect::<Vec<_>>()
    };
    let all =
        [way("of-color", [200, 160, 120, 60, 54]), way("white-only", [100, 80, 60, 48, 43]), way("everyone", [320, 250, 190, 110, 98])]
            .concat();
    let counts: Vec<(&str, u32)> = all.iter().map(|(id, number)| (id.as_str(), *number)).collect();
    let ways = way::ways(&of_counts(&counts), Grouping::Headline).unwrap();
    let (at, part, shortfall) = ways.ways[0].widest().unwrap();
    assert_eq!(at, 2, "between referred and accepted");
    assert!((part - 1.0).abs() < 0.02 && (shortfall - 36.0).abs() < 1e-9);
    assert!(!ways.is_of_answers && ways.ways[0].has_gap() && !ways.ways[1].has_gap());
}
