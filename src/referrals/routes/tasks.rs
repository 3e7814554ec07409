//! What an advisor does with a partner's word: seen, taken, dropped; and who is asked in place of somebody who left.

use crate::auth::CaseWorker;
use crate::error::{Error, Result};
use crate::partners::queries as partners;
use crate::referrals::queries;
use crate::store::Db;
use crate::values::{ContactId, ReferralId};
use crate::web::{Form, Id, forms};
use axum::extract::State;
use axum::response::Redirect;

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TaskForm {
    key: String,
    task: i64,
    answer: String,
}

pub(super) async fn finish_task(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ReferralId>,
    Form(form): Form<TaskForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let (asked, address) = (viewer.clone(), format!("/referrals/{id}"));
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            let referral = queries::find_for(tx, &asked, &id)?;
            queries::finish_task(tx, &asked, &referral, form.task, form.answer == "take")?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address))
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContactForm {
    key: String,
    #[serde(default)]
    contact: String,
}

pub(super) async fn ask_somebody_else(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ReferralId>,
    Form(form): Form<ContactForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let (asked, address) = (viewer.clone(), format!("/referrals/{id}"));
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            let referral = queries::find_for(tx, &asked, &id)?;
            let contact = ContactId::parse(&form.contact).ok_or_else(|| Error::Rejected("Choose whom to ask.".to_owned()))?;
            let contact = partners::find_contact_in(tx, referral.program, &contact)?;
            queries::ask_somebody_else(tx, &referral, contact.key)?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address))
}
