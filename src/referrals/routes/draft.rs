//! What happens around a draft: whom we ask, and a new link for the partner afterwards.

use super::new::taking;
use crate::auth::CaseWorker;
use crate::error::{Error, Result};
use crate::referrals::queries;
use crate::store::Db;
use crate::values::{ContactId, ReferralId};
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
