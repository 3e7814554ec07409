//! What an advisor does with a partner's word: seen, taken, dropped; and who is asked in place of somebody who left.

use super::once::once;
use crate::auth::CaseWorker;
use crate::error::{Error, Result};
use crate::partners::queries as partners;
use crate::referrals::queries;
use crate::store::Db;
use crate::values::{ContactId, ReferralId};
use crate::web::{Form, Id};
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
    once(&db, viewer, id, form.key, move |tx, viewer, referral| {
        queries::finish_task(tx, viewer, referral, form.task, form.answer == "take")
    })
    .await
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WordForm {
    key: String,
    word: i64,
}

/// Somebody saw to what the client asked for.
pub(super) async fn finish_word(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ReferralId>,
    Form(form): Form<WordForm>,
) -> Result<Redirect> {
    once(&db, viewer, id, form.key, move |tx, viewer, referral| queries::finish_word(tx, viewer, referral, form.word)).await
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
    once(&db, viewer, id, form.key, move |tx, _, referral| {
        let contact = ContactId::parse(&form.contact).ok_or_else(|| Error::Rejected("Choose whom to ask.".to_owned()))?;
        let contact = partners::find_contact_in(tx, referral.program, &contact)?;
        queries::ask_somebody_else(tx, referral, contact.key)
    })
    .await
}
