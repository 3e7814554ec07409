//! Each want against each answer, the order, and what can never matter.

use super::super::attribute::find;
use super::*;
use crate::values::{Day, NeedId, PartnerId, SiteId, SiteStatus};
use proptest::prelude::*;

fn facts(typed: &[(&str, &str)]) -> Facts {
    let mut facts = Facts::default();
    for (name, typed) in typed {
        let attribute = find(name).unwrap_or_else(|| panic!("{name} is no attribute"));
        if let Ok(Some(value)) = attribute.parse(typed) {
            facts.set(attribute, value);
        }
    }
    facts
}

/// A need as somebody types it.
pub fn need(typed: &[(&str, &str)]) -> Need {
    let since = Day::new(jiff::civil::date(2026, 9, 1));
    Need { key: 1, id: NeedId::from_bits([1; 16]), facts: facts(typed), waiting_since: since }
}

/// A unit as somebody types it.
pub fn site(name: &str, typed: &[(&str, &str)]) -> Site {
    Site {
        key: 1,
        id: SiteId::from_bits([2; 16]),
        partner: (1, PartnerId::from_bits([3; 16]), "Northgate Makers Trust".to_owned()),
        program: 1,
        name: name.to_owned(),
        status: SiteStatus::Available,
        checked_on: None,
        facts: facts(typed),
        version: 1,
    }
}

#[track_caller]
fn check(wanted: &[(&str, &str)], has: &[(&str, &str)], verdicts: &[Verdict]) {
    let (need, site) = (need(wanted), site("S", has));
    let found: Vec<Verdict> = wants(&need.facts).into_iter().map(|want| verdict(want, &need.facts, &site.facts)).collect();
    assert_eq!(found, verdicts, "{wanted:?} against {has:?}");
    // Of a long list only some facts are read. They have to be enough.
    let mut few = Facts::default();
    for attribute in looks_at(&wants(&need.facts)) {
        site.facts.get(attribute.name).into_iter().for_each(|value| few.set(attribute, value.clone()));
    }
    let again: Vec<Verdict> = wants(&need.facts).into_iter().map(|want| verdict(want, &need.facts, &few)).collect();
    assert_eq!(again, verdicts, "{wanted:?} against what is read of {has:?}");
}

use Verdict::{Met, NotKnown, NotMet};

#[test]
fn each_need_is_met_not_met_or_not_known() {
    type Row = (&'static [(&'static str, &'static str)], &'static [(&'static str, &'static str)], Verdict);
    let rows: &[Row] = &[
        (&[("min_sq_ft", "4000"), ("max_sq_ft", "6000")], &[("area_sq_ft", "4000")], Met),
        (&[("min_sq_ft", "4000"), ("max_sq_ft", "6000")], &[("area_sq_ft", "6001")], NotMet),
        (&[("max_sq_ft", "6000")], &[], NotKnown),
        (&[("clear_height", "14")], &[("clear_height", "14")], Met),
        (&[("clear_height", "14")], &[("clear_height", "13'11\"")], NotMet),
        (&[("power_phase", "single")], &[("power_phase", "three")], Met),
        (&[("power_phase", "three")], &[("power_phase", "single")], NotMet),
        (&[("power_volts", "277/480")], &[("power_volts", "120/208")], NotMet),
        (&[("truck_size", "forty")], &[("truck_size", "fifty_three")], Met),
        (&[("truck_size", "forty")], &[("truck_size", "box")], NotMet),
        (&[("move_by", "2027-02-01")], &[("available_on", "2027-02-01")], Met),
        (&[("move_by", "2027-02-01")], &[("available_on", "2027-02-02")], NotMet),
        (&[("areas_wanted", "Northgate, Canal District")], &[("neighborhood", "canal district")], Met),
        (&[("areas_wanted", "Northgate")], &[("neighborhood", "Eastern Yards")], NotMet),
        (&[("areas_wanted", "Northgate")], &[], NotKnown),
        (&[("zoning_wanted", "M1, M2")], &[("zoning", "M1-2")], Met),
        (&[("zoning_wanted", "M1")], &[("zoning", "M12")], NotMet),
        (&[("zoning_wanted", "M1")], &[("zoning", "M1A")], NotMet),
        (&[("deposit_months", "2")], &[("deposit_months", "3")], NotMet),
        (&[("deposit_months", "2")], &[("deposit_months", "1")], Met),
        (&[("gives_guarantee", "no")], &[("needs_guarantee", "yes")], NotMet),
        (&[("gives_guarantee", "no")], &[("needs_guarantee", "no")], Met),
        (&[("floor_wanted", "ground")], &[("floor_number", "2"), ("freight_elevator_lb", "8000")], NotMet),
        (&[("floor_wanted", "freight")], &[("floor_number", "2"), ("freight_elevator_lb", "8000")], Met),
        (&[("floor_wanted", "freight")], &[("floor_number", "2"), ("freight_elevator_lb", "0")], NotMet),
        (&[("floor_wanted", "freight")], &[("floor_number", "2")], NotKnown),
        (&[("floor_wanted", "freight")], &[("floor_number", "1")], Met),
        (&[("certifications", "food grade, kosher")], &[("certifications", "Kosher, Food-grade, commissary")], Met),
        (&[("certifications", "food grade, kosher")], &[("certifications", "kosher")], NotMet),
        (&[("use_group", "17")], &[("use_group", "16, 17, 18")], Met),
        (&[("has_floor_drain", "yes")], &[("has_floor_drain", "no")], NotMet),
        (&[("has_floor_drain", "yes")], &[], NotKnown),
        (&[("dock_count", "1")], &[("dock_count", "0")], NotMet),
    ];
    for (wanted, has, verdict) in rows {
        check(wanted, has, &[*verdict]);
    }
}

#[test]
fn a_rent_is_held_against_what_they_can_pay_and_a_net_rent_is_asked_about() {
    let pays: &[(&str, &str)] = &[("pay_cents", "7500")];
    let asks = |rent: &'static str, more: &[(&'static str, &'static str)], verdict| {
        let mut has = vec![("area_sq_ft", "5000"), ("rent_cents", rent), ("rent_unit", "sq_ft_year")];
        has.extend(more);
        check(pays, &has, &[verdict]);
    };
    asks("18", &[("rent_basis", "gross")], Met);
    asks("18.01", &[("rent_basis", "gross")], NotMet);
    asks("12", &[("rent_basis", "nnn"), ("nnn_cents", "6")], Met);
    asks("12", &[("rent_basis", "nnn"), ("nnn_cents", "6.50")], NotMet);
    asks("12", &[("rent_basis", "nnn")], NotKnown);
    asks("12", &[], NotKnown);
    asks("19", &[("rent_basis", "nnn")], NotMet);
    check(
        &[("pay_cents", "18"), ("pay_unit", "sq_ft_year")],
        &[("rent_cents", "7400"), ("rent_unit", "month"), ("rent_basis", "gross")],
        &[NotKnown],
    );
}

#[test]
fn what_was_not_asked_for_is_no_need() {
    for typed in [
        &[("gives_guarantee", "yes")][..],
        &[("floor_wanted", "any")],
        &[("has_floor_drain", "no")],
        &[("dock_count", "0")],
        &[("reason", "displaced"), ("jobs_now", "8"), ("is_date_hard", "yes"), ("worker_zips", "11201")],
    ] {
        assert!(wants(&need(typed).facts).is_empty(), "{typed:?}");
    }
}

#[test]
fn the_order_is_needs_met_then_rent_then_name() {
    let need = need(&[("min_sq_ft", "4000"), ("pay_cents", "7500"), ("has_floor_drain", "yes"), ("dock_count", "1")]);
    let unit = |name: &str, rent: &'static str, drain: &'static str, docks: &'static str| {
        site(
            name,
            &[
                ("area_sq_ft", "5000"),
                ("rent_cents", rent),
                ("rent_unit", "month"),
                ("rent_basis", "gross"),
                ("has_floor_drain", drain),
                ("dock_count", docks),
            ],
        )
    };
    let sites = [
        unit("Yard 9", "7000", "no", "1"),
        unit("Able Works", "9000", "yes", "1"),
        unit("Zinc House", "7000", "yes", "1"),
        unit("Ölmühle", "7000", "yes", ""),
        unit("Anvil Hall", "7000", "yes", "0"),
    ];
    let matching = rank(&need, &sites);
    let names: Vec<&str> = matching.ranked.iter().map(|ranked| sites[ranked.site].name.as_str()).collect();
    assert_eq!(names, ["Zinc House", "Anvil Hall", "Ölmühle", "Yard 9", "Able Works"]);
    assert_eq!(matching.could_work(), 2);
    assert_eq!(questions(&need, &sites[3]), ["How many loading docks are there?"]);
}

#[test]
fn five_thousand_units_are_looked_at_once_for_each_need() {
    let need = need(&[("min_sq_ft", "4000"), ("pay_cents", "7500"), ("areas_wanted", "Northgate")]);
    let sites: Vec<Site> = (0..5000).map(|_| site("S", &[("area_sq_ft", "5000")])).collect();
    assert_eq!(rank(&need, &sites).looks, 15_000);
}

proptest! {
    /// One more need that a unit meets never puts it lower, and the order does not depend on the order it came in.
    #[test]
    fn the_order_is_the_same_however_the_units_came(areas in prop::collection::vec(1000_i64..9000, 1..20)) {
        let need = need(&[("min_sq_ft", "4000"), ("max_sq_ft", "6000")]);
        let unit = |area: &i64| site(&format!("Unit {area}"), &[("area_sq_ft", &area.to_string())]);
        let (one, other): (Vec<Site>, Vec<Site>) = (areas.iter().map(unit).collect(), areas.iter().rev().map(unit).collect());
        let names = |sites: &[Site]| rank(&need, sites).ranked.iter().map(|ranked| sites[ranked.site].name.clone()).collect::<Vec<_>>();
        prop_assert_eq!(names(&one), names(&other));
        let fit = rank(&need, &one).ranked.iter().map(Ranked::could_work).collect::<Vec<_>>();
        prop_assert!(fit.is_sorted_by(|before, after| before >= after), "who fits comes first");
    }
}
