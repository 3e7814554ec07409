//! Days on which a partner is closed: whoever hears of them writes them down.

use super::super::views::Typed;
use super::draw_partner;
use crate::auth::{CaseWorker, House};
use crate::error::{Error, Result};
use crate::partners::queries;
use crate::partners::typed::ClosureForm;
use crate::store::Db;
use crate::values::{ClosureId, PartnerId};
use crate::web::{Form, Id, forms};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};

pub(super) async fn announce_closure(
    CaseWorker(viewer): CaseWorker,
    State(house): State<House>,
    Id(id): Id<PartnerId>,
    Form(form): Form<ClosureForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let new = match form.parse(house.db.clock().today()) {
        Ok(new) => new,
        Err(complaints) => return draw_partner(&viewer, &house, id, &Typed { closure: form, ..Typed::default() }, &complaints).await,
    };
    let (asked, address) = (viewer.clone(), format!("/partners/{id}"));
    let answer = address.clone();
    house
        .db
        .write(viewer.actor(), move |tx| {
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
