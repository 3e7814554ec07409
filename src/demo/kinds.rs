//! What the demo's referrals say of their kind: needs, results, a confidential part with its agreement, a trainee.
//! Chosen by the referral's place in the plan, so that no other chance of the city moves.

use crate::error::Result;
use crate::people::NewPerson;
use crate::referrals::deed::Sheet;
use crate::referrals::fact::Fact as F;
use crate::referrals::fields::Answers;
use crate::referrals::queries::{self, NewAgreement};
use crate::referrals::{Event, Kind, Referral, results};
use crate::store::Tx;
use crate::values::{ContactBy, Day, Telephone};

type Pairs = &'static [(&'static str, &'static str)];

/// The sheets, a few for each kind. Space has its own.
fn sheets(kind: Kind) -> &'static [Pairs] {
    match kind {
        Kind::BusinessDevelopment => &[
            &[
                ("bd_topic", "financing"),
                ("funding_sought_cents", "1800000"),
                ("funding_use", "equipment,working_capital"),
                ("papers_ready", "tax_returns,bank_statements"),
            ],
            &[("bd_topic", "plan_books"), ("papers_ready", "none")],
            &[("bd_topic", "contracts"), ("certificate_wanted", "Food safety"), ("own_money_cents", "250000")],
        ],
        Kind::TechnologyTransfer => &[
            &[
                ("tt_type", "assessment"),
                ("process", "welding_fabrication"),
                ("trl_now", "6"),
                ("trl_target", "8"),
                ("ip_status", "none"),
                ("lab_minutes_wanted", "360"),
            ],
            &[
                ("tt_type", "prototyping"),
                ("process", "additive"),
                ("trl_now", "4"),
                ("trl_target", "7"),
                ("mrl_now", "3"),
                ("mrl_target", "6"),
                ("ip_status", "provisional"),
                ("ip_owner", "business"),
                ("nda_wanted", "yes"),
            ],
            &[
                ("tt_type", "testing"),
                ("process", "food"),
                ("equipment_wanted", "Shelf-life chamber"),
                ("safety_training", "yes"),
                ("export_control", "no"),
            ],
        ],
        Kind::Workforce => &[
            &[
                ("work_wants", "hire"),
                ("job_title", "Press operator"),
                ("people_wanted", "2"),
                ("wage_low_cents", "2100"),
                ("wage_high_cents", "2400"),
                ("week_hours", "40"),
                ("shifts", "day"),
                ("work_languages", "none"),
            ],
            &[("work_wants", "train"), ("training_wanted", "safety,machine"), ("people_wanted", "3"), ("apprenticeship", "interested")],
        ],
        Kind::Entrepreneurship => &[
            &[
                ("venture_stage", "selling"),
                ("cohort_wanted", "The spring group"),
                ("times_possible", "evening,online"),
                ("childcare_words", "Evenings work when my sister is at home."),
            ],
            &[("venture_stage", "trying"), ("times_possible", "weekend"), ("program_topics", "Prices, and selling to shops")],
        ],
        Kind::RealEstate => &[],
    }
}

/// What the referral at a place of the plan needs.
pub fn needs(kind: Kind, place: usize) -> Answers {
    let sheets = sheets(kind);
    let chosen = sheets.get(place % sheets.len().max(1)).copied().unwrap_or_default();
    chosen.iter().map(|(code, stored)| ((*code).to_owned(), (*stored).to_owned())).collect()
}

/// The typed results that belong to an event of the plan, by what was chosen there.
pub fn results(kind: Kind, event: Event, facts: &[(F, String)], day: Day) -> Option<String> {
    let sheet: Sheet = facts.iter().cloned().collect();
    let is = |fact, code: &str| sheet.get(&fact).is_some_and(|value| value == code);
    let first_day = day.to_string();
    let pairs: Vec<(&str, &str)> = match (kind, event) {
        (Kind::BusinessDevelopment, Event::Complete) if is(F::Results, "financing_obtained") => {
            vec![("obtained_cents", "1800000"), ("obtained_kind", "loan")]
        }
        (Kind::TechnologyTransfer, Event::Start) => vec![("milestone", "intro")],
        (Kind::TechnologyTransfer, Event::Complete) => {
            vec![("hours_booked_minutes", "480"), ("hours_used_minutes", "360"), ("subsidy_cents", "90000"), ("savings_cents", "420000")]
        }
        (Kind::RealEstate, Event::Complete) if is(F::Results, "lease_signed") => vec![
            ("signed_sq_ft", "2400"),
            ("signed_rent_cents", "1650"),
            ("signed_rent_unit", "sq_ft_year"),
            ("signed_basis", "industrial_gross"),
            ("signed_term_months", "36"),
            ("signed_free_months", "1"),
        ],
        (Kind::RealEstate, Event::Fail) => vec![("lost_by", "landlord"), ("landlord_reason", "other_tenant")],
        (Kind::Workforce, Event::Complete) if is(F::Results, "hires") => {
            vec![
                ("placed_count", "2"),
                ("placed_on", &first_day),
                ("placed_wage_cents", "2250"),
                ("placed_hours", "40"),
                ("placed_local", "1"),
            ]
        }
        (Kind::Entrepreneurship, Event::Complete) if is(F::Results, "graduated") => vec![("graduated_on", &first_day)],
        _ => return None,
    };
    let answers = pairs.into_iter().map(|(code, stored)| (code.to_owned(), stored.to_owned())).collect();
    results::to_hold(&answers)
}

/// Confidential words; made up, and of no use to anybody.
const SECRET: &str =
    "The liner is laid in two passes with a rest between them; the second pass is slower than the first. Drawing 12 shows the order.";
/// Trainees, each for a referral of its own.
const TRAINEES: [(&str, &str, &str); 3] = [("Mateo", "Quispe", "555 0171"), ("Linh", "Tran", "555 0172"), ("Joanna", "Fields", "555 0173")];

/// What a new draft of the plan is given besides its need in words.
pub fn dress(tx: &Tx<'_>, referral: &Referral, place: usize) -> Result<()> {
    queries::keep_needs(tx, referral, &needs(referral.kind, place))?;
    match referral.kind {
        Kind::TechnologyTransfer if place % 3 == 1 => queries::keep_secret(tx, referral, 0, SECRET),
        Kind::Workforce if place % 2 == 1 => {
            let (first, last, telephone) = TRAINEES.get(place % TRAINEES.len()).copied().unwrap_or(TRAINEES[0]);
            let person = NewPerson {
                first_name: first.to_owned(),
                last_name: last.to_owned(),
                telephone: Telephone::maybe(telephone)?,
                email: None,
                language: "en".to_owned(),
                contact_by: Some(ContactBy::Text),
                share_bp: None,
            };
            queries::name_trainee(tx, referral, &person).map(drop)
        }
        _ => Ok(()),
    }
}

/// Some of those with a confidential part have a signed agreement by the time work starts.
pub fn sign(tx: &Tx<'_>, referral: &Referral, place: usize, account: i64) -> Result<()> {
    if !queries::has_secret(tx, referral.key)? || !place.is_multiple_of(2) {
        return Ok(());
    }
    let today = tx.today();
    let by_partner = referral.contact.as_ref().map_or_else(|| "The partner".to_owned(), |(_, name)| name.clone());
    let new = NewAgreement {
        signed_on: today,
        until_on: today.plus_days(730),
        by_client: "The owner".to_owned(),
        by_partner,
        document: format!("NDA {}", referral.label()),
    };
    queries::record_agreement(tx, referral, account, &new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::referrals::fields::{Typed, read};
    use crate::referrals::needs as of_kind;

    #[test]
    fn every_sheet_of_the_demo_is_one_that_the_form_would_take() {
        let today = Day::new(jiff::civil::date(2026, 11, 25));
        for kind in Kind::ALL {
            for place in 0..sheets(kind).len() {
                let answers = needs(kind, place);
                let typed: Typed =
                    of_kind::of(kind).filter_map(|field| answers.get(field.code).map(|stored| (field.code, field.typed(stored)))).collect();
                let (again, complaints) = read(of_kind::of(kind), &typed, today);
                assert_eq!((again, complaints), (answers, vec![]), "{kind:?} {place}");
            }
        }
    }
}
