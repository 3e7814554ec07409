//! What a partner offers: managers write it down, everyone who refers says whether it is true and whether it is full.

use super::super::views;
use super::managed;
use crate::auth::{CaseWorker, Manager, Viewer};
use crate::error::{Error, Result};
use crate::partners::typed::{CapacityForm, ServiceForm};
use crate::partners::{Partner, Service, queries};
use crate::store::Db;
use crate::values::{OfferId, PartnerId};
use crate::web::{Complaints, Form, Id, forms};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rusqlite::Connection;

/// The two ids of an address. A malformed one answers as an unknown one.
fn ids((id, service): (String, String)) -> Result<(PartnerId, OfferId)> {
    PartnerId::parse(&id).zip(OfferId::parse(&service)).ok_or(Error::NotFound)
}

fn draw(viewer: &Viewer, partner: &Partner, service: Option<&Service>, form: &ServiceForm, complaints: &Complaints) -> Response {
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    (status, views::service_page(viewer, partner, service, form, complaints)).into_response()
}

pub(super) async fn new_service(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<PartnerId>) -> Result<Response> {
    let asked = viewer.clone();
    let partner = db.read(move |conn| managed(conn, &asked, &id)).await?;
    Ok(draw(&viewer, &partner, None, &ServiceForm::default(), &Complaints::default()))
}

pub(super) async fn add_service(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Id(id): Id<PartnerId>,
    Form(form): Form<ServiceForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let facts = match form.parse() {
        Ok(facts) => facts,
        Err(complaints) => {
            let asked = viewer.clone();
            let partner = db.read(move |conn| managed(conn, &asked, &id)).await?;
            return Ok(draw(&viewer, &partner, None, &form, &complaints));
        }
    };
    let (asked, address) = (viewer.clone(), format!("/partners/{id}"));
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            queries::add_service(tx, &managed(tx, &asked, &id)?, &facts)?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address).into_response())
}

/// A service of a partner in a program that the viewer manages.
fn managed_service(conn: &Connection, viewer: &Viewer, id: &PartnerId, service: &OfferId) -> Result<(Partner, Service)> {
    let partner = managed(conn, viewer, id)?;
    let service = queries::find_service(conn, &partner, service)?;
    Ok((partner, service))
}

pub(super) async fn service_page(Manager(viewer): Manager, State(db): State<Db>, Path(path): Path<(String, String)>) -> Result<Response> {
    let ((id, service), asked) = (ids(path)?, viewer.clone());
    let (partner, service) = db.read(move |conn| managed_service(conn, &asked, &id, &service)).await?;
    Ok(draw(&viewer, &partner, Some(&service), &ServiceForm::of(&service), &Complaints::default()))
}

pub(super) async fn change_service(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Path(path): Path<(String, String)>,
    Form(form): Form<ServiceForm>,
) -> Result<Response> {
    let ((id, service), asked) = (ids(path)?, viewer.clone());
    let facts = match form.parse() {
        Ok(facts) => facts,
        Err(complaints) => {
            let (partner, service) = db.read(move |conn| managed_service(conn, &asked, &id, &service)).await?;
            return Ok(draw(&viewer, &partner, Some(&service), &form, &complaints));
        }
    };
    let address = format!("/partners/{id}");
    db.write(viewer.actor(), move |tx| {
        let (partner, service) = managed_service(tx, &asked, &id, &service)?;
        queries::change_service(tx, &partner, &service, form.version, &facts)
    })
    .await?;
    Ok(Redirect::to(&address).into_response())
}

/// A button that acts on the service as it was drawn.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DeedForm {
    #[serde(rename = "key")]
    _key: String,
    version: i64,
}

pub(super) async fn retire_service(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Path(path): Path<(String, String)>,
    Form(form): Form<DeedForm>,
) -> Result<Redirect> {
    let ((id, service), asked) = (ids(path)?, viewer.clone());
    let address = format!("/partners/{id}");
    db.write(viewer.actor(), move |tx| {
        let (_, service) = managed_service(tx, &asked, &id, &service)?;
        queries::retire_service(tx, &service, form.version)
    })
    .await?;
    Ok(Redirect::to(&address))
}

pub(super) async fn check_service(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Path(path): Path<(String, String)>,
    Form(form): Form<DeedForm>,
) -> Result<Redirect> {
    let ((id, service), asked) = (ids(path)?, viewer.clone());
    let address = format!("/partners/{id}");
    db.write(viewer.actor(), move |tx| {
        let service = queries::find_service(tx, &queries::find_for(tx, &asked, &id)?, &service)?;
        queries::check_service(tx, &service, form.version)
    })
    .await?;
    Ok(Redirect::to(&address))
}

pub(super) async fn set_capacity(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Path(path): Path<(String, String)>,
    Form(form): Form<CapacityForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let ((id, service), asked) = (ids(path)?, viewer.clone());
    let (word, until) = form.parse(db.clock().today())?;
    let address = format!("/partners/{id}");
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            let service = queries::find_service(tx, &queries::find_for(tx, &asked, &id)?, &service)?;
            queries::set_capacity(tx, &service, form.version, word, until)?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address))
}
