//! The confidential part and the agreement before it. Technology transfer only: in other kinds there is no such page.

use super::once::once_then;
use crate::auth::{CaseWorker, Viewer};
use crate::error::{Error, Result};
use crate::referrals::queries::{self, NewAgreement};
use crate::referrals::views::{self, AgreementForm, SecretForm, SecretPage};
use crate::referrals::{Kind, Referral};
use crate::store::Db;
use crate::values::{Day, Line, Note, ReferralId};
use crate::web::{Complaints, Form, Id, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rusqlite::Connection;

/// A referral of the viewer's that can have a confidential part.
fn find(conn: &Connection, viewer: &Viewer, id: &ReferralId) -> Result<Referral> {
    let referral = queries::find_for(conn, viewer, id)?;
    of_its_kind(&referral)?;
    Ok(referral)
}

fn of_its_kind(referral: &Referral) -> Result<&Referral> {
    if referral.kind == Kind::TechnologyTransfer { Ok(referral) } else { Err(Error::NotFound) }
}

pub(super) async fn confidential_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<ReferralId>) -> Result<Response> {
    draw(&viewer, &db, id, None, &AgreementForm::default(), &Complaints::default()).await
}

async fn draw(
    viewer: &Viewer,
    db: &Db,
    id: ReferralId,
    typed: Option<&SecretForm>,
    form: &AgreementForm,
    complaints: &Complaints,
) -> Result<Response> {
    let (asked, today) = (viewer.clone(), db.clock().today());
    let (referral, secret, agreement, gate, openings) = db
        .read(move |conn| {
            let referral = find(conn, &asked, &id)?;
            let secret = queries::secret_of(conn, referral.key)?;
            let partner = referral.partner.as_ref().map(|(key, ..)| *key);
            let agreement = partner.map(|partner| queries::agreement(conn, referral.business, partner)).transpose()?.flatten();
            let gate = queries::secret_gate(conn, &referral, referral.status, today)?;
            let openings = queries::openings(conn, referral.key)?;
            Ok((referral, secret, agreement, gate, openings))
        })
        .await?;
    let (words, version) = secret.unwrap_or_default();
    let kept = SecretForm { words: typed.map_or(words, |typed| typed.words.clone()), version, key: String::new() };
    let openings = (openings.0, openings.1.map(|at| db.clock().zone().day(at)));
    let page = SecretPage { referral: &referral, secret: &kept, agreement: agreement.as_ref(), form, complaints, gate, openings, today };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::confidential(viewer, &page)).into_response())
}

pub(super) async fn keep_secret(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ReferralId>,
    Form(form): Form<SecretForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let words = complaints.take("words", Note::maybe(&form.words, "the details")).flatten();
    if words.is_none() && complaints.is_empty() {
        complaints.add("words", "Write down the details, or leave this page");
    }
    let Some(words) = words else { return draw(&viewer, &db, id, Some(&form), &AgreementForm::default(), &complaints).await };
    let back = format!("/referrals/{id}/confidential");
    let kept = once_then(&db, viewer, id, form.key, back, move |tx, _, referral| {
        queries::keep_secret(tx, of_its_kind(referral)?, form.version, words.as_str()).map(drop)
    });
    Ok(kept.await?.into_response())
}

/// A signed agreement, or what is wrong with it.
fn parse(form: &AgreementForm, today: Day) -> std::result::Result<NewAgreement, Complaints> {
    let mut complaints = Complaints::default();
    let signed_on = complaints.take("signed_on", Day::parse(&form.signed_on));
    let until_on = complaints.take("until_on", Day::parse(&form.until_on));
    let mut line =
        |field: &'static str, typed: &str, what: &str| complaints.take(field, Line::parse(typed, what)).map(|line| line.to_string());
    let by_client = line("by_client", &form.by_client, "who signed for the client");
    let by_partner = line("by_partner", &form.by_partner, "who signed for the partner");
    let document = line("document", &form.document, "where the signed paper is");
    if signed_on.is_some_and(|on| on > today) {
        complaints.add("signed_on", "A day that lies ahead has not happened yet: record the agreement once both sides have signed");
    }
    if signed_on.zip(until_on).is_some_and(|(from, to)| to < from) {
        complaints.add("until_on", "It cannot end before it was signed");
    }
    let new = signed_on.zip(until_on).zip(by_client).zip(by_partner).zip(document).map(
        |((((signed_on, until_on), by_client), by_partner), document)| NewAgreement {
            signed_on,
            until_on,
            by_client,
            by_partner,
            document,
        },
    );
    complaints.or(new)
}

pub(super) async fn record_agreement(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ReferralId>,
    Form(form): Form<AgreementForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let new = match parse(&form, db.clock().today()) {
        Ok(new) => new,
        Err(complaints) => return draw(&viewer, &db, id, None, &form, &complaints).await,
    };
    let back = format!("/referrals/{id}/confidential");
    let recorded = once_then(&db, viewer, id, form.key, back, move |tx, viewer, referral| {
        queries::record_agreement(tx, of_its_kind(referral)?, viewer.key, &new).map(drop)
    });
    Ok(recorded.await?.into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EndingForm {
    key: String,
}

pub(super) async fn end_agreement(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ReferralId>,
    Form(form): Form<EndingForm>,
) -> Result<Redirect> {
    let back = format!("/referrals/{id}/confidential");
    once_then(&db, viewer, id, form.key, back, |tx, _, referral| queries::end_agreement(tx, of_its_kind(referral)?)).await
}
