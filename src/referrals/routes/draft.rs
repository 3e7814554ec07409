//! What happens around a draft: whom we ask, and a new link for the partner afterwards.

use super::new::taking;
use super::once::{once, once_then};
use crate::auth::CaseWorker;
use crate::error::{Error, Result};
use crate::referrals::queries;
use crate::store::Db;
use crate::values::{ContactId, ReferralId};
use crate::web::{Form, Id};
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
    let contact = ContactId::parse(&form.contact).ok_or_else(|| Error::Rejected("Choose whom to ask.".to_owned()))?;
    once(&db, viewer, id, form.key, move |tx, _, referral| {
        let (partner, contact) = taking(tx, referral.program, referral.kind, &contact)?;
        queries::choose_partner(tx, referral, form.version, partner, contact).map(drop)
    })
    .await
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
    once_then(&db, viewer, id, form.key, "/outbox".to_owned(), |tx, _, referral| queries::renew_partner_link(tx, referral)).await
}
