//! The page on which the place of a client and its lease are written down.

use super::forms::{LocationForm, OccupancyForm};
use super::views;
use crate::auth::{CaseWorker, Route, Viewer};
use crate::error::Result;
use crate::store::Db;
use crate::values::ClientId;
use crate::web::{Access, Complaints, Form, Id, forms, get, post};
use crate::{people, places};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/clients/{id}/place", &[A::Advisor, A::Manager], page),
        post("/clients/{id}/location", &[A::Advisor, A::Manager], locate),
        post("/clients/{id}/occupancy", &[A::Advisor, A::Manager], tell),
    ]
}

async fn page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<ClientId>) -> Result<Response> {
    draw(viewer, db, id, None, None, Complaints::default()).await
}

async fn draw(
    viewer: Viewer,
    db: Db,
    id: ClientId,
    location: Option<LocationForm>,
    occupancy: Option<OccupancyForm>,
    complaints: Complaints,
) -> Result<Response> {
    let (asked, today) = (viewer.clone(), db.clock().today());
    let (client, card) = db
        .read(move |conn| {
            let client = people::queries::find_for(conn, &asked, &id)?;
            let card = places::queries::card(conn, client.key, client.program, today)?;
            Ok((client, card))
        })
        .await?;
    let location = location.unwrap_or_else(|| LocationForm::of(card.located.as_ref()));
    let occupancy = occupancy.unwrap_or_else(|| OccupancyForm::of(card.told.first(), today));
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::place::place(&viewer, &client, &card, &location, &occupancy, &complaints, today)).into_response())
}

async fn locate(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Form(form): Form<LocationForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let new = match form.parse(db.clock().today(), viewer.key) {
        Ok(new) => new,
        Err(complaints) => return draw(viewer, db, id, Some(form), None, complaints).await,
    };
    let (asked, address) = (viewer.clone(), format!("/clients/{id}#place"));
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            let client = people::queries::find_for(tx, &asked, &id)?;
            places::queries::locate(tx, client.key, &client.id, &new)?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address).into_response())
}

async fn tell(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Form(form): Form<OccupancyForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (held, basis, told_on) = match form.parse(db.clock().today()) {
        Ok(parsed) => parsed,
        Err(complaints) => return draw(viewer, db, id, None, Some(form), complaints).await,
    };
    let (asked, address) = (viewer.clone(), format!("/clients/{id}#place"));
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            let client = people::queries::find_for(tx, &asked, &id)?;
            let said = places::queries::Said { basis, told_on, account: Some(asked.key) };
            places::queries::tell(tx, client.key, &client.id, form.version, &held, &said)?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address).into_response())
}
