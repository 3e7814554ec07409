//! The rules of risk by a table, by properties, and that no person can reach them.

use super::*;
use proptest::prelude::*;

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn rules() -> Vec<Rule> {
    RiskRule::ALL.iter().map(|rule| as_it_comes(*rule)).collect()
}

fn found(held: &Occupancy) -> (Option<RiskLevel>, Vec<RiskRule>) {
    let risk = assess(&rules(), &Situation { today: day("2026-06-01"), occupancy: Some(held), pressures: &[] });
    (risk.level, risk.findings.iter().map(|finding| finding.rule).collect())
}

fn lease_until(text: &str) -> Occupancy {
    Occupancy { tenure: Some(Tenure::Lease), lease_ends_on: Some(day(text)), ..Occupancy::default() }
}

#[test]
fn each_rule_finds_what_it_says_and_nothing_else() {
    use RiskLevel::{High, Raised, Watch};
    use RiskRule as R;
    let none = Occupancy::default();
    let table: Vec<(&str, Occupancy, Option<RiskLevel>, &[R])> = vec![
        ("nothing known", none.clone(), None, &[]),
        ("owns it", Occupancy { tenure: Some(Tenure::Own), lease_ends_on: Some(day("2026-06-02")), ..none.clone() }, None, &[]),
        ("ended yesterday", lease_until("2026-05-31"), Some(High), &[R::LeaseOver]),
        ("ends today", lease_until("2026-06-01"), Some(High), &[R::LeaseSoon]),
        ("180 days", lease_until("2026-11-28"), Some(High), &[R::LeaseSoon]),
        ("181 days", lease_until("2026-11-29"), Some(Raised), &[R::LeaseWithinYear]),
        ("365 days", lease_until("2027-06-01"), Some(Raised), &[R::LeaseWithinYear]),
        ("366 days", lease_until("2027-06-02"), None, &[]),
        ("an option", Occupancy { lease_option: Some(LeaseOption::Renew), ..lease_until("2026-07-01") }, Some(Watch), &[R::LeaseSoon]),
        (
            "an option on a lease that is over",
            Occupancy { lease_option: Some(LeaseOption::Renew), ..lease_until("2026-05-01") },
            Some(High),
            &[R::LeaseOver],
        ),
        ("month to month", Occupancy { tenure: Some(Tenure::MonthToMonth), ..none.clone() }, Some(Raised), &[R::MonthToMonth]),
        ("shared", Occupancy { tenure: Some(Tenure::Shared), ..none.clone() }, Some(Watch), &[R::SubletOrShared]),
        ("a step of 9.99 percent", Occupancy { rent_step_bp: Some(999), ..none.clone() }, None, &[]),
        ("a step of ten percent", Occupancy { rent_step_bp: Some(1_000), ..none.clone() }, Some(Raised), &[R::RentStep]),
        ("told to leave", Occupancy { notice: Some(PlaceNotice::Vacate), ..none.clone() }, Some(High), &[R::EvictionNotice]),
        (
            "a sale told by letter and by word",
            Occupancy { notice: Some(PlaceNotice::Sale), has_building_sale: Some(true), ..none.clone() },
            Some(Raised),
            &[R::BuildingSale],
        ),
        (
            "two reasons at Raised",
            Occupancy { tenure: Some(Tenure::Informal), has_rezoning: Some(true), ..none.clone() },
            Some(High),
            &[R::MonthToMonth, R::Rezoning],
        ),
        (
            "said not to be",
            Occupancy { has_rezoning: Some(false), has_building_sale: Some(false), has_competing_use: Some(false), ..none },
            None,
            &[],
        ),
    ];
    for (words, held, level, expected) in table {
        assert_eq!(found(&held), (level, expected.to_vec()), "{words}");
    }
}

#[test]
fn a_rule_that_is_switched_off_finds_nothing_and_a_number_can_be_changed() {
    let held = lease_until("2026-07-01");
    let decided = |change: &dyn Fn(&mut Rule)| {
        let mut rules = rules();
        rules.iter_mut().filter(|rule| rule.rule == RiskRule::LeaseSoon).for_each(change);
        assess(&rules, &Situation { today: day("2026-06-01"), occupancy: Some(&held), pressures: &[] })
    };
    assert_eq!(decided(&|rule| rule.is_on = false).findings.first().map(|finding| finding.rule), Some(RiskRule::LeaseWithinYear));
    assert_eq!(decided(&|rule| rule.threshold = Some(20)).level, Some(RiskLevel::Raised));
    assert_eq!(decided(&|rule| rule.level = RiskLevel::Watch).level, Some(RiskLevel::Watch));
}

#[test]
fn what_presses_on_a_zone_counts_once_and_is_named_with_its_source() {
    let pressures = [("Harbor".to_owned(), "rezoning to housing".to_owned(), "City file 12".to_owned())];
    let held = Occupancy { has_rezoning: Some(true), rezoning_source: Some("a letter".to_owned()), ..Occupancy::default() };
    let risk = assess(&rules(), &Situation { today: day("2026-06-01"), occupancy: Some(&held), pressures: &pressures });
    assert_eq!((risk.findings.len(), risk.level), (1, Some(RiskLevel::Raised)));
    assert!(risk.findings[0].words.contains("Harbor: rezoning to housing (City file 12)") && risk.findings[0].words.contains("a letter"));
    let without = assess(&rules(), &Situation { today: day("2026-06-01"), occupancy: None, pressures: &pressures });
    assert_eq!(without.level, Some(RiskLevel::Raised));
}

#[test]
fn not_known_is_not_no_risk() {
    let nothing = assess(&rules(), &Situation { today: day("2026-06-01"), occupancy: None, pressures: &[] });
    assert!(nothing.is_unknown() && nothing.level.is_none());
    let held = Occupancy { tenure: Some(Tenure::Lease), ..Occupancy::default() };
    let some = assess(&rules(), &Situation { today: day("2026-06-01"), occupancy: Some(&held), pressures: &[] });
    assert!(!some.is_unknown() && some.unknown.contains(&"when the lease ends"), "{:?}", some.unknown);
}

#[test]
fn every_rule_carries_its_reason_evidence_date_and_who_decided() {
    for rule in rules() {
        assert!(rule.reason.len() > 20 && rule.evidence.len() > 20 && rule.decided_by.len() > 10, "{rule:?}");
        assert_eq!(measure(rule.rule).is_some(), rule.threshold.is_some(), "{rule:?}");
    }
}

/// The words of this file and of what a rule is handed, without comments and tests.
fn sources() -> String {
    let code = |text: &str| text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n").to_lowercase();
    code(include_str!("../risk.rs")) + &code(include_str!("../occupancy.rs"))
}

/// Names that would let a rule know somebody.
const PERSONS: [&str; 14] = [
    "race",
    "ethnic",
    "sex",
    "gender",
    "veteran",
    "disab",
    "language",
    "firewall",
    "demographic",
    "people",
    "person",
    "first_name",
    "certif",
    "national",
];

#[test]
fn no_rule_can_see_who_the_owner_is() {
    let named = |text: &str| PERSONS.iter().filter(|word| text.contains(**word)).copied().collect::<Vec<_>>();
    assert_eq!(named(&sources()), Vec::<&str>::new());
    assert_eq!(named("pub language: string"), ["language"], "a planted fault is seen");
    let uses: Vec<String> = sources().lines().filter(|line| line.starts_with("use ")).map(str::to_owned).collect();
    assert!(uses.iter().all(|line| line.contains("crate::values") || line.contains("super::")), "{uses:?}");
}

proptest! {
    #[test]
    fn more_reasons_never_lower_the_level(step in 0_i64..3_000, ends in 0_i64..800, sale in any::<bool>()) {
        let held = Occupancy { tenure: Some(Tenure::Lease), lease_ends_on: Some(day("2026-06-01").plus_days(ends)), rent_step_bp: Some(step), ..Occupancy::default() };
        let worse = Occupancy { has_building_sale: Some(sale), notice: Some(PlaceNotice::Eviction), ..held.clone() };
        prop_assert!(found(&worse).0 >= found(&held).0);
        prop_assert_eq!(found(&worse).0, Some(RiskLevel::High));
    }
}
