//! Figures of made-up books, worked out by hand.

use super::book::{Award, Book, Counted, Enrolled, Served};
use super::document::{Scope, sections};
use super::figures::{Clock, Figures, PlaceLine};
use super::measure::{Around, figures};
use super::{Areas, Span};
use crate::document::{Block, Document, Look, Table};
use crate::equity::catalogue::{Class, Count, Place, Point, Who};
use crate::referrals::Kind;
use crate::referrals::passage::{Passage, Waited};
use crate::values::{Day, ResourceKind, Unit};
use crate::workers::quality::{Known, Quality};
use std::collections::HashMap;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn span() -> Span {
    Span { first: day("2026-01-01"), last: day("2026-12-31") }
}

fn award(business: i64, cents: i64) -> Award {
    Award {
        business,
        program: 1,
        kind: ResourceKind::Grant,
        unit: Unit::Cents,
        applied: (None, None),
        awarded: (Some(cents), Some(day("2026-06-01"))),
        delivered: (None, None),
        refused_on: None,
        source: Some("City".to_owned()),
        money: None,
        is_decided: (false, false),
        brought: crate::resources::Brought::default(),
    }
}

fn passage(business: i64) -> Passage {
    Passage {
        business,
        program: 1,
        kind: Kind::RealEstate,
        partner: None,
        is_accepted: false,
        is_completed: false,
        is_declined: false,
        is_unanswered: false,
        is_disputed: false,
        waited: None,
    }
}

/// So many businesses that joined on the second of January, one after another in two programs.
fn book(businesses: i64) -> Book {
    let enrolled = |business: i64| (business, Enrolled { programs: vec![1 + business % 2], first: day("2026-01-02") });
    Book { enrolled: (1..=businesses).map(enrolled).collect(), ..Book::default() }
}

fn found(book: &Book) -> Figures {
    let (partners, nowhere) = (HashMap::new(), Areas::default());
    figures(book, &Around { span: span(), as_of: day("2027-01-31"), partners: &partners, zones: None, neighborhoods: &nowhere })
}

#[test]
fn nobody_has_figures_and_none_is_made_up() {
    let none = found(&book(0));
    assert_eq!(none.funnel.iter().map(|(_, count)| *count).sum::<u32>(), 0);
    assert_eq!((none.spread, none.first_service, none.sums.delivered_cents), (None, Clock::default(), None));
}

#[test]
fn who_still_waits_is_counted_as_waiting() {
    let mut four = book(4);
    four.first_served = [(1, day("2026-01-02")), (2, day("2026-02-01")), (3, day("2025-12-01"))].into();
    let wait = found(&four).first_service;
    // Waits of 0 (served before it joined), 0, 30 and, until the end of January 2027, 394 days and more.
    assert_eq!((wait.begun, wait.ended, wait.open, wait.backwards), (4, 3, 1, 0));
    assert_eq!([wait.quarter, wait.median, wait.three_quarters, wait.nine_tenths], [Some(0), Some(0), Some(30), None]);
    assert!(wait.waiting.iter().flatten().all(|share| (share - 0.25).abs() < 1e-12), "{:?}", wait.waiting);
}

#[test]
fn a_later_day_before_an_earlier_one_is_left_out_and_counted() {
    let mut one = book(1);
    let asked = |on: &str| (Some(500), Some(day(on)));
    one.awards = vec![
        Award { applied: asked("2026-05-22"), ..award(1, 400) },
        Award { applied: asked("2026-07-01"), ..award(1, 400) },
        Award { applied: asked("2026-12-31"), awarded: (None, None), ..award(1, 0) },
        Award { applied: asked("2027-01-01"), awarded: (None, None), ..award(1, 0) },
        Award { applied: (Some(500), None), awarded: (None, None), ..award(1, 0) },
    ];
    let all = found(&one);
    let [asking, ..] = &all.steps;
    assert_eq!((asking.begun, asking.ended, asking.open, asking.backwards), (3, 1, 1, 1));
    assert_eq!((asking.median, asking.three_quarters), (Some(10), None));
    assert_eq!(all.without_a_day, 1);
    assert_eq!((all.kinds[0].applied, all.kinds[0].awarded, all.kinds[0].awards, all.kinds[0].businesses), (1_500, 800, 2, 1));
    assert_eq!((all.kinds[0].applied_unknown, all.kinds[0].delivered_unknown), (0, 2));
}

#[test]
fn zero_dollars_are_an_award_of_zero_and_no_curve() {
    let mut two = book(2);
    two.awards = vec![award(1, 0), award(2, 0)];
    let all = found(&two);
    assert_eq!((all.sums.awards, all.sums.awarded_cents, all.spread), (2, 0, None));
    assert_eq!(all.funnel.last(), Some(&(Point::Awarded, 2)));
}

#[test]
fn dollars_are_spread_over_everybody_and_split_between_programs() {
    let mut four = book(4);
    four.awards = vec![award(1, 100), award(2, 300), award(9, 700)];
    let spread = found(&four).spread.unwrap();
    // 0, 0, 100, 300: Gini (2 * (3 * 100 + 4 * 300) - 5 * 400) / (4 * 400) = 1000 / 1600.
    assert!((spread.gini - 0.625).abs() < 1e-12);
    assert!((spread.gini_with_dollars - 0.25).abs() < 1e-12, "100 and 300");
    assert_eq!((spread.businesses, spread.with_dollars, spread.elsewhere_cents), (4, 2, 700));
    assert_eq!(spread.lorenz, [(0.0, 0.0), (0.25, 0.0), (0.5, 0.0), (0.75, 0.25), (1.0, 1.0)]);
    let theil = spread.theil.unwrap();
    // Programs hold 300 and 100 of 400, with two businesses each.
    let between = 0.75 * 1.5_f64.ln() + 0.25 * 0.5_f64.ln();
    assert!((theil.between - between).abs() < 1e-12 && (theil.between + theil.within - theil.total).abs() < 1e-12);
}

#[test]
fn a_long_curve_is_read_at_each_tenth() {
    let mut many = book(25);
    many.awards = (1..=25).map(|business| award(business, 100)).collect();
    let spread = found(&many).spread.unwrap();
    assert_eq!(spread.lorenz.len(), 11);
    assert!(spread.lorenz.iter().all(|(across, up)| (across - up).abs() < 1e-12), "all have the same: {:?}", spread.lorenz);
}

#[test]
fn a_business_counts_once_however_many_referrals_it_has() {
    let mut two = book(2);
    let waited = |until: Option<&str>, is_answered| Some(Waited { from: day("2026-03-01"), until: until.map(day), is_answered });
    two.passages = vec![
        Passage { is_declined: true, waited: waited(Some("2026-03-11"), true), ..passage(1) },
        Passage { is_declined: true, is_accepted: true, waited: waited(Some("2026-03-05"), false), ..passage(1) },
        Passage { is_unanswered: true, kind: Kind::Workforce, waited: waited(None, false), ..passage(2) },
        passage(9),
    ];
    two.served.insert(2, Served { services: 1, minutes: 30 });
    let all = found(&two);
    let process = &all.process;
    assert_eq!((process.all.referred, process.all.declined, process.all.unanswered), (2, 1, 1), "nine was not enrolled");
    assert_eq!(
        process.by_kind.iter().map(|line| (line.code.as_str(), line.referred)).collect::<Vec<_>>(),
        [("real_estate", 1), ("workforce", 1)]
    );
    assert_eq!(process.by_partner.iter().map(|line| line.code.as_str()).collect::<Vec<_>>(), ["not-recorded"]);
    assert_eq!((process.all.answer.begun, process.all.answer.ended, process.all.answer.median), (3, 1, Some(10)));
    let counts: Vec<u32> = all.funnel.iter().map(|(_, count)| *count).collect();
    assert_eq!(counts, [2, 2, 2, 1, 0, 0]);
}

#[test]
fn the_funnel_counts_what_the_ledger_would_count_of_the_same_ways() {
    let mut many = book(12);
    many.passages = (1..=9)
        .map(|business| Passage { is_accepted: business > 3, is_completed: business > 6, is_declined: business < 3, ..passage(business) })
        .collect();
    many.served.insert(11, Served { services: 1, minutes: 30 });
    many.awards = vec![award(12, 100), award(99, 100)];
    let ways = many.ways(span(), day("2027-01-31"), &Areas::default(), &[2, 1]);
    assert_eq!(ways.len(), 12);
    for (point, counted) in found(&many).funnel {
        let line = Count { point, class: Class::Everyone, place: Place::Everywhere };
        assert_eq!(ways.iter().filter(|(_, way)| line.holds(way, &Who::default())).count(), counted as usize, "{point:?}");
    }
    let in_first = ways.iter().filter(|(_, way)| way.programs == 0b01).count();
    assert_eq!((in_first, ways.iter().filter(|(_, way)| way.programs == 0b10).count()), (6, 6), "by their places in the list");
    assert!(ways.iter().all(|(_, way)| way.joined == Some(0)), "joined in January, and nobody's first service is on record");
}

#[test]
fn waits_are_counted_by_their_ends_and_only_of_those_followed_for_ninety_days() {
    let joined = |first: &str, served: Option<&str>, as_of: &str| {
        let mut one = book(0);
        one.enrolled.insert(1, Enrolled { programs: vec![1], first: day(first) });
        one.first_served.extend(served.map(|on| (1, day(on))));
        one.ways(span(), day(as_of), &Areas::default(), &[])[0].1.joined
    };
    let first = "2026-01-01";
    for (served, within) in
        [("2026-01-31", 30), ("2026-02-01", 60), ("2026-03-02", 60), ("2026-04-01", 90), ("2026-04-02", 0), ("2025-06-01", 30)]
    {
        assert_eq!(joined(first, Some(served), "2027-01-01"), Some(within), "{served}");
    }
    assert_eq!(joined(first, None, "2026-04-01"), Some(0), "ninety days on");
    assert_eq!(joined(first, None, "2026-03-31"), None, "a day too early");
    assert_eq!(joined("2025-12-31", None, "2027-01-01"), None, "joined before the span");
}

#[test]
fn a_no_counts_in_its_own_days_and_half_the_workers_are_enough() {
    let told_no =
        |business, on| Award { awarded: (None, None), applied: (Some(900), None), refused_on: Some(day(on)), ..award(business, 0) };
    let paying = |business, yes, no, unknown| Counted {
        business,
        quality: Quality { living: Known { yes, no, unknown }, ..Quality::default() },
        compared: None,
    };
    let mut all = book(6);
    all.awards = vec![told_no(1, "2026-12-31"), told_no(2, "2027-01-01"), award(3, 100), told_no(3, "2026-05-05")];
    all.jobs = vec![paying(4, 2, 2, 9), paying(5, 1, 2, 0), paying(6, 0, 0, 4)];
    let ways = all.ways(span(), day("2027-01-31"), &Areas::default(), &[]);
    let reach = |point: Point| ways.iter().filter(|(_, way)| way.reaches(point)).map(|(business, _)| *business).collect::<Vec<_>>();
    assert_eq!((reach(Point::Answered), reach(Point::Awarded)), (vec![1, 3], vec![3]), "an award and a no are answers");
    assert_eq!((reach(Point::PayKnown), reach(Point::LivingWage)), (vec![4, 5], vec![4]), "what is unknown of all says nothing");
    let kinds = found(&all).kinds;
    assert_eq!((kinds[0].refused, kinds[0].awards), (2, 1), "one was told no in the new year");
}

#[test]
fn a_page_holds_forty_neighborhoods_and_the_files_hold_all() {
    let mut all = found(&book(1));
    let line = |number: u32| PlaceLine { name: format!("Ward {number:02}"), enrolled: number, ..PlaceLine::default() };
    all.neighborhoods.areas = (1..=50).map(line).collect();
    let section = sections(&all, &scope()).pop().unwrap();
    let tables: Vec<&Table> =
        section.blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None }).collect();
    let named = |table: &Table| table.rows.iter().map(|row| row.name.clone()).collect::<Vec<_>>();
    let (read, rest) = (named(tables[0]), named(tables[1]));
    assert_eq!((read.len(), read[0].as_str(), read[40].as_str()), (41, "Ward 11", all.neighborhoods.unknown.name.as_str()));
    assert_eq!((rest.len(), rest[9].as_str(), tables[1].look), (10, "Ward 10", Look::Files));
    assert!(section.blocks.iter().any(|block| matches!(block, Block::Aside(words) if words.contains("10 more are in the files"))));
}

fn scope() -> Scope {
    Scope {
        program: "Riverton Makers".to_owned(),
        period: "January 1 to December 31, 2026".to_owned(),
        only: Vec::new(),
        as_of: "January 31, 2027".to_owned(),
    }
}

#[test]
fn every_number_of_every_section_has_an_id_of_its_own() {
    let mut many = book(25);
    many.awards =
        (1..=25).map(|business| Award { source: Some(format!("Fund {}", business % 3)), ..award(business, 100 * business) }).collect();
    many.passages = (1..=9).map(|business| Passage { is_declined: business % 2 == 0, ..passage(business) }).collect();
    for book in [book(0), book(1), many] {
        let sections = sections(&found(&book), &scope());
        let cover = Table {
            key: "cover".to_owned(),
            scheme: String::new(),
            title: "Cover".to_owned(),
            rows_are: String::new(),
            look: Look::Files,
            columns: Vec::new(),
            rows: Vec::new(),
        };
        let document = Document {
            title: "Everyone, exactly".to_owned(),
            about: String::new(),
            day: day("2026-12-31"),
            cover,
            notices: Vec::new(),
            sections,
            footer: Vec::new(),
        };
        let csv = String::from_utf8(crate::document::csv(&document, "2026").unwrap()).unwrap();
        let ids: Vec<&str> = csv.lines().skip(1).filter_map(|line| line.rsplit(',').next()).collect();
        assert_eq!(ids.iter().collect::<std::collections::BTreeSet<_>>().len(), ids.len());
        assert!(crate::document::pdf::pdf(&document).unwrap().starts_with(b"%PDF"));
        let titles: Vec<&str> = document.tables().map(|table| table.title.as_str()).collect();
        assert_eq!(titles.iter().collect::<std::collections::BTreeSet<_>>().len(), titles.len(), "{titles:?}");
        for chart in document.charts() {
            assert!(document.picture(&chart.address()).unwrap().contains("<desc id=\"d\">"));
        }
    }
}
