//! What happens around a draft: whom we ask, the yes to share, and a new link for the partner afterwards.

use super::new::taking;
use crate::auth::{CaseWorker, Viewer};
use crate::error::{Error, Result};
use crate::referrals::deed::Who;
use crate::referrals::lifecycle::Party;
use crate::referrals::queries::{self, Agreement};
use crate::store::Db;
use crate::values::{ConsentMethod, ContactId, ReferralId, SharedField, Vocabulary};
use crate::web::{Form, Id, forms};
use axum::extract::State;
use axum::response::Redirect;

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PartnerForm {
    key: String,
    version: i64,
    #[serde(default)]
    contact: String,
}

pub(super) async fn choose_partner(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ReferralId>,
    Form(form): Form<PartnerForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let contact = ContactId::parse(&form.contact).ok_or_else(|| Error::Rejected("Choose whom to ask.".to_owned()))?;
    let (asked, address) = (viewer.clone(), format!("/referrals/{id}"));
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            let referral = queries::find_for(tx, &asked, &id)?;
            let (partner, contact) = taking(tx, referral.program, referral.kind, &contact)?;
            queries::choose_partner(tx, &referral, form.version, partner, contact)?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address))
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConsentForm {
    key: String,
    version: i64,
    #[serde(default)]
    field: Vec<String>,
    by_name: Option<String>,
    #[serde(default)]
    answer: String,
}

pub(super) async fn record_consent(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ReferralId>,
    Form(form): Form<ConsentForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let yes = match form.answer.as_str() {
        "ask" => None,
        "spoken" | "paper" => Some(ConsentMethod::parse(&form.answer)?),
        _ => return Err(Error::Rejected("Choose what the client said: yes to you, yes on paper, or not yet.".to_owned())),
    };
    let fields = form.field.iter().map(|code| SharedField::parse(code)).collect::<std::result::Result<Vec<_>, _>>()?;
    let agreement = Agreement { fields, by_name: form.by_name.is_some(), yes };
    let (asked, address) = (viewer.clone(), format!("/referrals/{id}"));
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            let referral = queries::find_for(tx, &asked, &id)?;
            refuse_manager_only(&asked, referral.program)?;
            queries::agree(tx, &Who::staff(Party::Advisor, asked.key), &referral, form.version, &agreement)?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address))
}

/// Only an advisor asks the client and hears the answer.
fn refuse_manager_only(viewer: &Viewer, program: i64) -> Result<()> {
    if viewer.advises(program) { Ok(()) } else { Err(Error::Forbidden) }
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LinkForm {
    key: String,
    #[serde(rename = "version")]
    _version: i64,
}

pub(super) async fn renew_link(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ReferralId>,
    Form(form): Form<LinkForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let asked = viewer.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            queries::renew_partner_link(tx, &queries::find_for(tx, &asked, &id)?)?;
            tx.remember_answer(&form.key, "/outbox")?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to("/outbox"))
}
