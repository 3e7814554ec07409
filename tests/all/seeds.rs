//! The seed lists in `assets/codes/`: complete, well formed, in plain words.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;

use fairfloor::values::Kind;

const REASONS: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/codes/reasons.csv"));
const STAGES: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/codes/stages.csv"));
const OUTCOMES: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/codes/outcomes.csv"));

fn rows(text: &str, header: &[&str]) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap(), header);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn reasons() -> Vec<Vec<String>> {
    let header = ["list", "code", "group", "side", "unmet_need", "partner_label", "entrepreneur_sentence"];
    rows(REASONS, &header)
}

fn codes(rows: &[Vec<String>], list: &str) -> BTreeSet<String> {
    rows.iter().filter(|row| row[0] == list).map(|row| row[1].clone()).collect()
}

fn words(text: &str) -> BTreeSet<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn every_reason_of_the_design_is_there() {
    let reasons = reasons();
    for (list, expected) in [
        (
            "decline",
            "not_eligible_location not_eligible_size not_eligible_sector not_eligible_stage
            not_eligible_ownership_or_certification not_eligible_credit_or_financials
            not_eligible_legal_status not_eligible_other no_capacity_now waitlist_closed
            programme_paused_or_ended funds_exhausted service_not_offered language_not_offered
            already_served_here duplicate not_enough_information wrong_contact no_suitable_site
            no_suitable_candidates no_matching_expertise conflict_of_interest other",
        ),
        (
            "hold",
            "waitlist waiting_client_information waiting_client_decision waiting_advisor
            waiting_third_party cohort_or_season_start funding_decision permit_or_zoning
            client_asked_to_pause consent_expired partner_staffing other",
        ),
        (
            "cancel",
            "no_longer_needed found_help_elsewhere not_the_right_time concern_about_partner
            privacy_concern cost_or_terms no_reason_given wrong_partner better_option_found duplicate
            need_changed partner_closed contract_ended no_response_from_partner consent_refused
            consent_revoked consent_expired not_sent not_selected business_closed
            business_moved_away other",
        ),
        (
            "fail",
            "could_not_contact_client client_missed_appointments client_declined_offer
            found_not_eligible_later funds_exhausted_later documents_not_completed
            terms_not_acceptable third_party_said_no zoning_or_permit_refused
            site_lost_to_other_tenant technology_not_feasible no_hire_made partner_capacity_lost
            partner_stopped_responding other",
        ),
        (
            "next_step",
            "re_referred other_help_given client_will_retry_later
            client_wants_nothing_more could_not_reach checked_in no_service_exists",
        ),
        ("origin", "advisor self_request inbound_partner re_referral"),
        ("reopen", "disputed_outcome reported_by_mistake"),
        ("missing", "time quality cost respect language fit other"),
    ] {
        assert_eq!(codes(&reasons, list), words(expected), "{list}");
    }
}

#[test]
fn a_reason_is_a_whole_sentence_that_blames_nobody() {
    let groups = words("eligibility capacity funding contact choice no_response data_error third_party");
    let sides = words("partner client advisor system third_party");
    let mut seen = BTreeSet::new();
    for row in reasons() {
        let [list, code, group, side, unmet, label, sentence] = &row[..] else { unreachable!() };
        assert!(seen.insert((list.clone(), code.clone())), "{list} {code} twice");
        assert!(group.is_empty() == (code == "other" || list == "origin"), "{list} {code}");
        assert!(group.is_empty() || groups.contains(group), "{group}");
        assert!(sides.contains(side), "{side}");
        assert!(["0", "1"].contains(&unmet.as_str()));
        assert!(!label.is_empty() && label.starts_with(char::is_uppercase) && !label.ends_with('.'));
        assert!(sentence.starts_with(char::is_uppercase) && sentence.ends_with('.'), "{sentence}");
        assert_eq!(sentence.matches('.').count(), 1, "one sentence: {sentence}");
        assert!(sentence.split_whitespace().count() <= 16, "{sentence}");
        for bad in ["you failed", "you missed", "you did not answer", "client", "ineligible", "_"] {
            assert!(!sentence.to_lowercase().contains(bad), "{sentence}");
        }
    }
}

#[test]
fn a_label_of_a_stage_or_an_outcome_is_a_clause_without_a_period() {
    let stages = rows(STAGES, &["kind", "code", "label", "entrepreneur_label"]);
    let outcomes = rows(OUTCOMES, &["kind", "code", "label", "entrepreneur_label", "unit"]);
    let mut seen = BTreeSet::new();
    for (list, row) in stages.iter().map(|r| ("stage", r)).chain(outcomes.iter().map(|r| ("outcome", r))) {
        assert!(seen.insert((list, &row[0], &row[1])), "{list} {} twice", row[1]);
        assert!(row[0] == "any" || Kind::parse(&row[0]).is_some(), "{}", row[0]);
        assert!(!row[2].is_empty());
        assert!(row[3].starts_with(char::is_uppercase) && !row[3].ends_with('.'), "{}", row[3]);
        assert!(row[3].split_whitespace().count() >= 3, "a clause: {}", row[3]);
    }
    for row in &outcomes {
        assert!(["", "usd", "hours", "sq_ft", "people"].contains(&row[4].as_str()), "{}", row[4]);
    }
}

#[test]
fn every_kind_has_its_stages_and_outcomes() {
    let stages = rows(STAGES, &["kind", "code", "label", "entrepreneur_label"]);
    let outcomes = rows(OUTCOMES, &["kind", "code", "label", "entrepreneur_label", "unit"]);
    for (kind, n_stages, n_outcomes) in [
        ("any", 6, 4),
        ("business_development", 6, 8),
        ("technology_transfer", 7, 7),
        ("real_estate", 8, 7),
        ("workforce", 7, 4),
        ("entrepreneurship", 6, 5),
    ] {
        assert_eq!(codes(&stages, kind).len(), n_stages, "{kind}");
        assert_eq!(codes(&outcomes, kind).len(), n_outcomes, "{kind}");
    }
}

#[test]
fn the_reasons_that_events_carry_by_themselves_are_in_the_lists() {
    let reasons = reasons();
    for event in fairfloor::referrals::Event::ALL {
        if let Some(reason) = event.fixed_reason() {
            assert!(codes(&reasons, "cancel").contains(reason), "{reason}");
        }
    }
    assert!(codes(&reasons, "hold").contains("consent_expired"));
}
