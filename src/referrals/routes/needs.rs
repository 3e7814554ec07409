//! Changing what a draft needs.

use super::new::{read_sheet, warnings_of};
use crate::auth::{CaseWorker, Viewer};
use crate::error::{Error, Result};
use crate::referrals::lifecycle::Status;
use crate::referrals::queries;
use crate::referrals::views::{self, NeedsForm, NeedsPage};
use crate::referrals::{Referral, needs};
use crate::store::Db;
use crate::values::ReferralId;
use crate::web::{Complaints, Form, Id, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

pub(super) async fn needs_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<ReferralId>) -> Result<Response> {
    let asked = viewer.clone();
    let (referral, answers) = db
        .read(move |conn| {
            let referral = queries::find_for(conn, &asked, &id)?;
            let answers = queries::needs_of(conn, referral.key)?;
            Ok((referral, answers))
        })
        .await?;
    if referral.status != Status::Draft {
        return Ok(Redirect::to(&format!("/referrals/{}", referral.id)).into_response());
    }
    let typed =
        needs::of(referral.kind).filter_map(|field| answers.get(field.code).map(|stored| (field.code, field.typed(stored)))).collect();
    let form = NeedsForm { version: referral.version.to_string(), need: referral.need.clone(), typed, ..NeedsForm::default() };
    Ok(draw(&viewer, &referral, &form, &Complaints::default()))
}

fn draw(viewer: &Viewer, referral: &Referral, form: &NeedsForm, complaints: &Complaints) -> Response {
    let warnings = warnings_of(referral.kind, &form.need, &form.typed);
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    (status, views::change_needs(viewer, &NeedsPage { referral, form, complaints, warnings: &warnings })).into_response()
}

pub(super) async fn change_needs(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ReferralId>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let form = NeedsForm::read(fields)?;
    forms::check_key(&form.key)?;
    let version: i64 = form.version.parse().map_err(|_| forms::broken_form())?;
    let (asked, wanted) = (viewer.clone(), id.clone());
    let referral = db.read(move |conn| queries::find_for(conn, &asked, &wanted)).await?;
    let mut complaints = Complaints::default();
    let read = read_sheet(referral.kind, &form.need, &form.typed, form.is_warned, db.clock().today(), &mut complaints);
    let Some((need, answers)) = read.filter(|_| complaints.is_empty()) else { return Ok(draw(&viewer, &referral, &form, &complaints)) };
    let (asked, key, address) = (viewer.clone(), form.key.clone(), format!("/referrals/{id}"));
    let answer = address.clone();
    let written = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                let referral = queries::find_for(tx, &asked, &id)?;
                queries::change_needs(tx, &referral, version, need.as_str(), &answers)?;
                tx.remember_answer(&key, &answer)?;
            }
            Ok(())
        })
        .await;
    match written {
        Err(Error::Rejected(words)) => {
            complaints.add("need", words);
            Ok(draw(&viewer, &referral, &form, &complaints))
        }
        written => written.map(|()| Redirect::to(&address).into_response()),
    }
}
