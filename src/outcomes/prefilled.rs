//! What a partner says came of a referral, as the beginning of an outcome. Pure: nothing is written before somebody looks at it and saves.

use super::form::OutcomeForm;
use super::measure::Measure;
use crate::values::Day;
use serde_json::{Map, Value};

/// A result of a referral, the kind of outcome it may be, and the answer beside it that holds the amount.
#[rustfmt::skip]
const KINDS: &[(&str, &str, Option<&str>)] = &[
    ("financing_obtained",        "capital_loan",     Some("obtained_cents")),
    ("grant_obtained",            "capital_grant",    Some("grant_cents")),
    ("contract_won",              "contract_won",     Some("contract_cents")),
    ("certification_obtained",    "certification",    None),
    ("joint_project_funded",      "capital_grant",    Some("project_cents")),
    ("licence_signed",            "licence",          None),
    ("ip_filed",                  "patent",           None),
    ("lease_signed",              "lease_signed",     Some("signed_sq_ft")),
    ("expanded_in_place",         "lease_signed",     Some("signed_sq_ft")),
    ("shared_or_temporary_space", "lease_signed",     Some("signed_sq_ft")),
    ("stayed_in_place",           "space_kept",       Some("signed_sq_ft")),
    ("displacement_avoided",      "space_kept",       None),
    ("purchase_closed",           "building_bought",  Some("bought_sq_ft")),
    ("hires",                     "jobs_created",     None),
    ("retention_90_days",         "jobs_retained",    Some("kept_90_at_end")),
    ("business_registered",       "business_started", None),
    ("first_sale",                "business_started", None),
];

/// What a referral is known by.
#[derive(Debug, Clone)]
pub struct Ended {
    /// Row key.
    pub key: i64,
    /// Number of its label.
    pub number: i64,
    /// Name of the partner.
    pub partner: String,
    /// The day it ended, as the partner or the record says.
    pub on: Day,
    /// The facts of the event that ended it.
    pub facts: String,
}

/// The form as the partner's word fills it in. The amount is the partner's; what counted before is not the partner's to know.
pub fn form(ended: &Ended) -> OutcomeForm {
    let facts: Map<String, Value> = serde_json::from_str(&ended.facts).unwrap_or_default();
    let text = |name: &str| facts.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let results = format!("{},{}", text("results"), text("more_results"));
    let found = results.split(',').map(str::trim).find_map(|code| KINDS.iter().find(|(result, ..)| *result == code));
    let (kind, amount) = found.map_or(("", None), |(_, kind, amount)| (*kind, *amount));
    let beside: Map<String, Value> = serde_json::from_str(&text("particulars")).unwrap_or_default();
    let amount = amount.and_then(|name| beside.get(name)?.as_str()?.parse::<i64>().ok()).filter(|amount| *amount >= 0);
    let on = Day::parse(&text("end_on")).unwrap_or(ended.on);
    OutcomeForm {
        kind: kind.to_owned(),
        on: on.to_string(),
        after: amount.zip(Measure::of(kind).unit).map(|(amount, unit)| unit.typed(amount)).unwrap_or_default(),
        referral: ended.key.to_string(),
        seen: format!("{}, in R-{}", ended.partner, ended.number),
        ..OutcomeForm::fresh(on)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::codes::{List, find};

    fn ended(facts: &str) -> OutcomeForm {
        let on = Day::parse("2026-11-02").unwrap();
        form(&Ended { key: 7, number: 1187, partner: "Harbor Lofts".to_owned(), on, facts: facts.to_owned() })
    }

    #[test]
    fn what_the_partner_says_fills_the_form() {
        let lease = ended(r#"{"results":"lease_signed","end_on":"2026-10-30","particulars":"{\"signed_sq_ft\":\"3000\"}"}"#);
        assert_eq!((lease.kind.as_str(), lease.on.as_str(), lease.after.as_str()), ("lease_signed", "2026-10-30", "3000"));
        assert_eq!((lease.referral.as_str(), lease.seen.as_str()), ("7", "Harbor Lofts, in R-1187"));
        let more = r#"{"results":"plan_or_books_done","more_results":"grant_obtained","particulars":"{\"grant_cents\":\"450000\"}"}"#;
        let grant = ended(more);
        assert_eq!((grant.kind.as_str(), grant.on.as_str(), grant.after.as_str()), ("capital_grant", "2026-11-02", "4500"));
    }

    #[test]
    fn what_is_no_outcome_leaves_the_kind_open() {
        for facts in ["{}", "no facts", r#"{"results":"assessment_delivered"}"#, r#"{"results":"grant_obtained","particulars":"much"}"#] {
            assert_eq!(ended(facts).after, "", "{facts}");
        }
        assert_eq!(ended("{}").kind, "");
    }

    #[test]
    fn every_result_and_every_kind_is_on_its_list() {
        let results = include_str!("../../assets/codes/outcomes.csv");
        for (result, kind, amount) in KINDS {
            assert!(results.contains(&format!(",{result},")), "{result}");
            assert!(find(List::OutcomeKinds, kind).is_some(), "{kind}");
            assert!(amount.is_none_or(|_| Measure::of(kind).unit.is_some()), "{kind} has no amount");
        }
    }
}
