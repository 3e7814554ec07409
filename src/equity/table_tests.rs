//! Tables of made-up pools, read as the page reads them.

use super::super::groups::{Race, Sex};
use super::*;

fn unit(race: Answer) -> Unit {
    Unit {
        race,
        sex: Answer::NotAsked,
        read_out: false,
        awards: 0,
        awarded_cents: 0,
        minutes: 60,
        referrals_decided: 0,
        referrals_accepted: 0,
    }
}

/// `n` businesses of a group, `x` of them with one award of 1,000 to 1,900 dollars.
fn funded(race: Answer, x: usize, n: usize) -> impl Iterator<Item = Unit> {
    (0..n).map(move |at| {
        let dollars = 1_000 + 100 * i64::try_from(at % 10).unwrap();
        Unit { awards: u32::from(at < x), awarded_cents: if at < x { 100 * dollars } else { 0 }, ..unit(race) }
    })
}

fn program() -> Vec<Unit> {
    let of = |race: Race| Answer::Answered(race.set());
    funded(of(Race::BlackOrAfricanAmerican), 15, 60)
        .chain(funded(of(Race::White), 60, 120))
        .chain(funded(of(Race::Asian), 3, 12))
        .chain(funded(of(Race::HispanicOrLatino), 20, 40))
        .chain(funded(Answer::Declined, 6, 13))
        .chain(funded(Answer::NotAsked, 4, 10))
        .collect()
}

fn codes(line: Line) -> String {
    Dimension::Race.codes(line.groups).join("+")
}

#[test]
fn shares_are_told_of_those_known_and_of_all() {
    let tables = tabulate(&program(), Dimension::Race, 5);
    let table = tables.businesses.unwrap();
    let black = table.lines.iter().find(|line| codes(line.line) == "BLACK").unwrap();
    assert_eq!((black.count, table.against), (60, Against::OthersWhoAnswered));
    assert_eq!((black.of_known, black.of_all), (Some(60.0 / 232.0), Some(60.0 / 255.0)));
    assert_eq!(black.bounds.unwrap().bounds, Some(Interval { low: 60.0 / 255.0, high: 83.0 / 255.0 }));
}

#[test]
fn a_rate_is_compared_with_everyone_else_who_answered() {
    let tables = tabulate(&program(), Dimension::Race, 5);
    let table = tables.resource.unwrap();
    let names: Vec<String> = table.lines.iter().map(|line| codes(line.line)).collect();
    assert_eq!(names, ["AIAN", "BLACK", "MENA", "NHPI", "WHITE", "ASIAN+HISP"]);
    let black = table.lines[1];
    let comparison = black.comparison.unwrap();
    assert_eq!((black.x, black.n, comparison.others_x, comparison.others_n), (15, 60, 83, 172));
    assert_eq!(comparison.tag, Tag::GapUnlikelyChance);
    assert_eq!(comparison.tag.words(), "Gap, unlikely to be chance");
    let bounds = comparison.bounds.unwrap();
    assert_eq!(bounds.tipping, None, "at most 25 of 70 against 83 of 185: the gap stands");
    assert!(bounds.high.is_some_and(|high| high < 0.8), "{bounds:?}");
    assert!(table.lines[0].comparison.is_none() && table.lines[0].rate.is_none(), "nobody, no rate");
}

#[test]
fn dollars_are_rounded_before_anything_is_computed_from_them() {
    let tables = tabulate(&program(), Dimension::Race, 5);
    let table = tables.dollars.unwrap();
    let black = table.lines.iter().find(|line| codes(line.line) == "BLACK").unwrap();
    // 15 awards: 10 from 1,000 to 1,900 and five from 1,000 to 1,400: 20,500 dollars.
    assert_eq!((black.total, black.per_business), (2_050_000, Some(2_050_000.0 / 60.0)));
    assert_eq!(black.median, Some(0));
    let comparison = black.comparison.unwrap();
    assert!(comparison.ratio_of_means.unwrap() < 0.8);
    assert!(comparison.difference.is_some_and(|(low, high)| low < high && high < 0));
    assert!(table.lines.iter().all(|line| round_significant(line.total, 3) == line.total));
    assert!(tables.minutes.unwrap().lines.iter().all(|line| line.median.is_none_or(|median| median == 60)));
}

#[test]
fn few_amounts_are_rounded_more_and_have_no_median_and_no_test() {
    let of = |race: Race| Answer::Answered(race.set());
    let units: Vec<Unit> = funded(of(Race::White), 20, 40).chain(funded(of(Race::Asian), 9, 9)).collect();
    let table = tabulate(&units, Dimension::Race, 5).dollars.unwrap();
    let asian = table.lines.iter().find(|line| codes(line.line) == "ASIAN").unwrap();
    // 1,000 to 1,800 dollars: 12,600, to two digits.
    assert_eq!((asian.businesses, asian.total, asian.median), (9, 1_300_000, None));
    let comparison = asian.comparison.unwrap();
    assert_eq!((comparison.difference, comparison.p), (None, None));
}

#[test]
fn deployments_are_counted_once_each_and_have_no_interval() {
    let table = tabulate(&program(), Dimension::Race, 5).deployments.unwrap();
    assert_eq!(table.lines.iter().map(|line| line.count).sum::<u32>(), 98);
    assert!(table.lines.iter().all(|line| line.of_known_interval.is_none()));
}

#[test]
fn a_dimension_in_one_line_is_compared_with_nobody() {
    let of = |race: Race| Answer::Answered(race.set());
    let units: Vec<Unit> = funded(of(Race::White), 20, 40).chain(funded(of(Race::Asian), 1, 2)).collect();
    let table = tabulate(&units, Dimension::Race, 5).resource.unwrap();
    assert_eq!((table.lines.len(), table.against), (1, Against::Nobody));
    assert!(table.lines[0].comparison.is_none());
}

#[test]
fn with_few_unanswered_a_line_is_compared_with_all_others_and_has_no_bounds() {
    let of = |race: Race| Answer::Answered(race.set());
    let units: Vec<Unit> = funded(of(Race::White), 20, 40)
        .chain(funded(of(Race::Asian), 20, 40))
        .chain(funded(of(Race::BlackOrAfricanAmerican), 20, 41))
        .chain(funded(Answer::Declined, 1, 2))
        .collect();
    let tables = tabulate(&units, Dimension::Race, 5);
    assert_eq!(tables.coverage.answers, super::super::coverage::Answers::FewSilent);
    let table = tables.resource.unwrap();
    assert_eq!(table.against, Against::AllOthers);
    let black = table.lines.iter().find(|line| codes(line.line) == "BLACK").unwrap();
    let comparison = black.comparison.unwrap();
    assert_eq!((comparison.others_n, comparison.bounds, black.bounds), (82, None, None));
    let folded = table.lines.iter().find(|line| line.line.no_answer).unwrap();
    assert_eq!((folded.n, folded.comparison), (42, None));
    assert!(tables.businesses.unwrap().lines.iter().all(|line| line.of_known.is_none()));
}

#[test]
fn tags_ask_about_numbers_first() {
    let ratio = |ratio, low, high| RateRatio { ratio: Some(ratio), interval: Some(Interval { low, high }) };
    let gap = ratio(0.5, 0.3, 0.9);
    assert_eq!(Tag::of([10, 20, 10, 20], gap), Tag::GapUnlikelyChance);
    assert_eq!(Tag::of([9, 20, 10, 20], gap), Tag::TooFewToTell);
    assert_eq!(Tag::of([10, 20, 9, 20], gap), Tag::TooFewToTell);
    assert_eq!(Tag::of([10, 20, 10, 20], ratio(0.5, 0.3, 1.0)), Tag::NoClearDifference);
    assert_eq!(Tag::of([10, 20, 10, 20], ratio(0.8, 0.7, 0.9)), Tag::NoClearDifference);
    assert_eq!(Tag::of([10, 20, 10, 20], ratio(1.3, 1.1, 1.6)), Tag::AboveUnlikelyChance);
    assert_eq!(Tag::of([10, 20, 10, 20], ratio(1.3, 1.0, 1.6)), Tag::NoClearDifference);
}

#[test]
fn thousands_of_businesses_are_tabulated() {
    let units: Vec<Unit> = program().into_iter().cycle().take(6_000).collect();
    let units: Vec<Unit> = units.into_iter().map(|unit| Unit { sex: Answer::Answered(Sex::Female.set()), ..unit }).collect();
    assert!(tabulate(&units, Dimension::Race, 11).resource.is_some());
    assert!(tabulate(&units, Dimension::Sex, 11).businesses.is_some());
}

#[test]
fn nobody_makes_no_tables() {
    let tables = tabulate(&[], Dimension::Race, 5);
    assert!(tables.businesses.is_none() && tables.resource.is_none() && tables.dollars.is_none());
}
