//! The table of results: what fits what, what must be there, and that every word of it is its own.

use super::*;
use crate::referrals::needs;
use std::collections::{BTreeMap, BTreeSet};

fn today() -> Day {
    Day::new(jiff::civil::date(2026, 11, 25))
}

fn typed(pairs: &[(&'static str, &str)]) -> Typed {
    pairs.iter().map(|(code, text)| (*code, vec![(*text).to_owned()])).collect()
}

fn sheet(pairs: &[(Fact, &str)]) -> Sheet {
    pairs.iter().map(|(fact, text)| (*fact, (*text).to_owned())).collect()
}

#[test]
fn only_what_fits_the_choice_must_be_filled_in_and_only_that_may() {
    let done = sheet(&[(Fact::Results, "lease_signed")]);
    let (_, complaints) = read(Kind::RealEstate, Event::Complete, &done, &Typed::new(), today());
    let fields: Vec<_> = complaints.iter().map(|(field, _)| *field).collect();
    assert_eq!(fields, ["signed_sq_ft", "signed_rent_cents", "signed_rent_unit"]);
    let terms = typed(&[("signed_sq_ft", "5,200"), ("signed_rent_cents", "16.50"), ("signed_rent_unit", "sq_ft_year")]);
    let (answers, complaints) = read(Kind::RealEstate, Event::Complete, &done, &terms, today());
    assert_eq!((answers.get("signed_rent_cents").map(String::as_str), complaints.len()), (Some("1650"), 0));
    let other = sheet(&[(Fact::Results, "displacement_avoided")]);
    let (answers, complaints) = read(Kind::RealEstate, Event::Complete, &other, &terms, today());
    assert!(answers.is_empty() && complaints[0].1.contains("belongs to another choice"), "{complaints:?}");
}

#[test]
fn several_results_are_each_asked_for_what_they_need() {
    let done = sheet(&[(Fact::Results, "financing_obtained"), (Fact::MoreResults, "grant_obtained,contract_won")]);
    let (_, complaints) = read(Kind::BusinessDevelopment, Event::Complete, &done, &Typed::new(), today());
    let fields: Vec<_> = complaints.iter().map(|(field, _)| *field).collect();
    assert_eq!(fields, ["obtained_cents", "grant_cents", "contract_cents"]);
}

#[test]
fn a_space_is_never_lost_without_saying_whose_reason_it_was() {
    let lost = sheet(&[(Fact::Reason, "third_party_said_no")]);
    let complaints = |pairs: &[(&'static str, &str)]| read(Kind::RealEstate, Event::Fail, &lost, &typed(pairs), today()).1;
    assert_eq!(complaints(&[])[0].0, "lost_by");
    assert_eq!(complaints(&[("lost_by", "landlord")])[0].0, "landlord_reason");
    assert_eq!(complaints(&[("lost_by", "client"), ("landlord_reason", "credit")]).len(), 2, "each side has its own reason");
    assert!(complaints(&[("lost_by", "landlord"), ("landlord_reason", "no_guarantee")]).is_empty());
}

#[test]
fn adoption_asks_what_it_meant_for_the_workers() {
    let under_way = sheet(&[(Fact::Stage, "integration")]);
    let adopted = typed(&[("milestone", "adopted")]);
    let (_, complaints) = read(Kind::TechnologyTransfer, Event::Progress, &under_way, &adopted, today());
    let fields: Vec<_> = complaints.iter().map(|(field, _)| *field).collect();
    assert_eq!(fields, ["adopted_jobs_gained", "adopted_jobs_lost", "workers_consulted"]);
}

#[test]
fn a_field_of_another_kind_or_event_has_no_place() {
    let (_, complaints) = read(Kind::Workforce, Event::Progress, &Sheet::new(), &typed(&[("milestone", "sale")]), today());
    assert_eq!(complaints.len(), 1);
    assert!(!are_of(Kind::Workforce, Event::Progress, &Answers::from([("milestone".to_owned(), "sale".to_owned())])));
    assert!(are_of(Kind::TechnologyTransfer, Event::Progress, &Answers::from([("milestone".to_owned(), "sale".to_owned())])));
}

#[test]
fn every_code_means_one_thing_and_no_other_control_has_it() {
    let mut asks: BTreeMap<&str, String> = BTreeMap::new();
    for field in Kind::ALL.into_iter().flat_map(of).flat_map(|block| block.fields) {
        assert!(Fact::parse(field.code).is_none() && needs::find(field.code).is_none(), "{}", field.code);
        let ask = format!("{:?}", field.ask);
        assert_eq!(asks.entry(field.code).or_insert_with(|| ask.clone()), &ask, "{} is asked in two ways", field.code);
    }
    for kind in Kind::ALL {
        for event in Event::ALL {
            let codes: Vec<&str> = blocks(kind, event).flat_map(|block| block.fields).map(|field| field.code).collect();
            assert_eq!(codes.len(), codes.iter().collect::<BTreeSet<_>>().len(), "{kind:?} {event:?} draws a field twice");
        }
    }
}

#[test]
fn every_stage_result_and_step_of_the_table_is_on_the_planted_lists() {
    let lists = [
        include_str!("../../../assets/codes/stages.csv"),
        include_str!("../../../assets/codes/outcomes.csv"),
        include_str!("../../../assets/codes/reasons.csv"),
    ];
    let known = |code: &str| lists.iter().any(|list| list.lines().any(|line| line.split(',').nth(1) == Some(code)));
    for block in Kind::ALL.into_iter().flat_map(of) {
        let codes = match block.when {
            When::Stage(codes) | When::Result(codes) | When::Step(codes) => codes,
            When::Always | When::Answer(..) => &[],
        };
        for code in codes {
            assert!(known(code), "{code}");
        }
    }
}
