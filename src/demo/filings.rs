//! What the large program files with the SBA, and what its clients signed when it took them in.

use super::city::MAKERS;
use super::play::{ProgramKeys, missing};
use crate::auth::Viewer;
use crate::error::Result;
use crate::filings;
use crate::firewall::filing::{Details, NewFiling, record};
use crate::people::{Client, Intake, queries as people};
use crate::store::Tx;
use crate::values::{FilingForm, InBusiness, LmiBasis, OrganizationRole, Question};

/// The number that the SBA gave the center.
const LOCATION: &str = "40712";

/// The large program owes the SBA its forms 641 and 888 from its first day: whoever answers has read so.
pub(super) fn owe_the_sba(tx: &Tx<'_>, programs: &[ProgramKeys], staff: &[Viewer]) -> Result<()> {
    let program = programs.get(MAKERS).ok_or_else(|| missing("a program"))?.key;
    let steward = staff.iter().find(|viewer| viewer.organization.contains(&OrganizationRole::Steward));
    let steward = steward.ok_or_else(|| missing("a steward"))?;
    for form in [FilingForm::Sba641, FilingForm::Sba888] {
        let filing = NewFiling {
            program,
            recipient: "U.S. Small Business Administration".to_owned(),
            authority: "cooperative agreement 2025-311, OMB 3245-0324".to_owned(),
            questions: vec![Question::Race, Question::Sex, Question::Disability, Question::Veteran],
            form,
            location: Some(LOCATION.to_owned()),
            has_names: false,
            details: Details::default(),
            from_on: tx.today(),
            by: steward.key,
        };
        record(tx, &filing)?;
    }
    Ok(())
}

/// It owes HUD's table to the city that pays it, and a logic model to a foundation.
pub(super) fn owe_others(tx: &Tx<'_>, programs: &[ProgramKeys], staff: &[Viewer]) -> Result<()> {
    let program = programs.get(MAKERS).ok_or_else(|| missing("a program"))?.key;
    let steward = staff.iter().find(|viewer| viewer.organization.contains(&OrganizationRole::Steward));
    let steward = steward.ok_or_else(|| missing("a steward"))?;
    let owed = [
        (
            FilingForm::Cdbg,
            "City Department of Housing",
            "24 CFR 570.506, subrecipient agreement 88",
            vec![Question::Race, Question::Household, Question::Income],
            Details { basis: Some(LmiBasis::Microenterprise), ..Details::default() },
        ),
        (FilingForm::LogicModel, "Harbor Foundation", "grant letter 2026-07, section 4", Vec::new(), Details::default()),
    ];
    for (form, recipient, authority, questions, details) in owed {
        let filing = NewFiling {
            program,
            recipient: recipient.to_owned(),
            authority: authority.to_owned(),
            questions,
            form,
            location: None,
            has_names: false,
            details,
            from_on: tx.today(),
            by: steward.key,
        };
        let id = record(tx, &filing)?;
        filings::queries::begin(tx, &id, form)?;
    }
    Ok(())
}

/// One of so many signed nothing yet; was not asked about surveys; can't say whether they are in business; came for something.
const UNSIGNED: usize = 19;
const UNASKED: usize = 31;
const UNDETERMINED: usize = 43;
#[rustfmt::skip]
const CAME_FOR: &[&str] = &["financing", "marketing", "operations", "government_contracts", "business_plan"];
const HEARD: &[&str] = &["word_of_mouth", "chamber", "local_official", "other_client", "internet"];

/// What a client signed and said, by its place in the plan. Of some nothing is written down.
pub(super) fn take_in(tx: &Tx<'_>, client: &Client, place: usize) -> Result<()> {
    if place % UNSIGNED == 6 {
        return Ok(());
    }
    let intake = Intake {
        is_on_file: Some(true),
        signed_on: Some(client.enrolled_on),
        may_survey: (place % UNASKED != 8).then_some(place % 5 != 2),
        in_business: (place % UNDETERMINED == 9).then_some(InBusiness::Undetermined),
        seeking: CAME_FOR.get(place % CAME_FOR.len()).map(ToString::to_string),
        media: HEARD.get(place % HEARD.len()).map(ToString::to_string).into_iter().collect(),
        media_words: None,
        version: 0,
    };
    people::write_intake(tx, client, client.program, &intake)
}
