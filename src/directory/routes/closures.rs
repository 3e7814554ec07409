//! Days on which a partner is closed: whoever hears of them writes them down.

use super::super::views::{ClosureForm, Typed};
use super::draw_partner;
use crate::auth::CaseWorker;
use crate::error::{Error, Result};
use crate::partners::{NewClosure, queries};
use crate::store::Db;
use crate::values::{ClosureId, Day, Line, PartnerId};
use crate::web::{Complaints, Form, Id, forms};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

fn parse(form: &ClosureForm, today: Day) -> std::result::Result<NewClosure, Complaints> {
    let mut complaints = Complaints::default();
    let from = complaints.take("closure_from", Day::parse(&form.closure_from));
    let to = complaints.take("closure_to", Day::parse(&form.closure_to));
    let reason = complaints.take("closure_reason", Line::parse(&form.closure_reason, "why they are closed"));
    let new = from.zip(to).zip(reason).map(|((from, to), reason)| NewClosure { from, to, reason });
    if let Some(words) = new.as_ref().and_then(|new| new.trouble(today)) {
        complaints.add("closure_to", words);
    }
    complaints.or(new)
}

pub(super) async fn announce_closure(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<PartnerId>,
    Form(form): Form<ClosureForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let new = match parse(&form, db.clock().today()) {
        Ok(new) => new,
        Err(complaints) => return draw_partner(&viewer, &db, id, &Typed { closure: form, ..Typed::default() }, &complaints).await,
    };
    let (asked, address) = (viewer.clone(), format!("/partners/{id}"));
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            queries::announce_closure(tx, &queries::find_for(tx, &asked, &id)?, &new)?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address).into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WithdrawalForm {}

pub(super) async fn withdraw_closure(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Path((id, closure)): Path<(String, String)>,
    Form(WithdrawalForm {}): Form<WithdrawalForm>,
) -> Result<Redirect> {
    let (id, closure) = PartnerId::parse(&id).zip(ClosureId::parse(&closure)).ok_or(Error::NotFound)?;
    let (asked, address) = (viewer.clone(), format!("/partners/{id}"));
    db.write(viewer.actor(), move |tx| queries::withdraw_closure(tx, &queries::find_for(tx, &asked, &id)?, &closure)).await?;
    Ok(Redirect::to(&address))
}
