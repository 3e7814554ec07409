//! What a partner offers: managers write it down, everyone who refers says whether it is true and whether it is full.

use super::super::views::{self, ServiceForm};
use super::managed;
use crate::auth::{CaseWorker, Manager, Viewer};
use crate::error::{Error, Result};
use crate::partners::{Location, Partner, Point, Service, ServiceFacts, queries, service};
use crate::store::Db;
use crate::values::{Capacity, Complaint, Day, Kind, Line, Note, OfferId, PartnerId, ServiceStatus, Vocabulary};
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
    let facts = match parse(&form) {
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
    let facts = match parse(&form) {
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

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CapacityForm {
    key: String,
    version: i64,
    #[serde(default)]
    capacity: String,
    #[serde(default)]
    full_until: String,
}

pub(super) async fn set_capacity(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Path(path): Path<(String, String)>,
    Form(form): Form<CapacityForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let ((id, service), asked) = (ids(path)?, viewer.clone());
    let word = Capacity::parse(&form.capacity)?;
    let until = Day::maybe(&form.full_until)?;
    if word != Capacity::Open && until.is_some_and(|until| until < db.clock().today()) {
        return Err(Error::Rejected("That day is over. Write the last day on which it takes nobody, or leave it empty.".to_owned()));
    }
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

fn parse(form: &ServiceForm) -> std::result::Result<ServiceFacts, Complaints> {
    let mut complaints = Complaints::default();
    let name = complaints.take("name", Line::parse(&form.name, "the name of the service"));
    let kind = Kind::parse(&form.kind).ok_or_else(|| Complaint::new("Choose the kind of referral it answers"));
    let kind = complaints.take("kind", kind);
    let status = complaints.take("status", ServiceStatus::parse(&form.status));
    let is_free = match form.free.as_str() {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let mut note = |field, typed: &str, what| complaints.take(field, Note::maybe(typed, what)).flatten();
    let about = note("about", &form.about, "what it is");
    let alert = note("alert", &form.alert, "what one must know first");
    let eligibility = note("eligibility", &form.eligibility, "for whom it is");
    let application_process = note("application_process", &form.application_process, "how to ask for it");
    let fees = note("fees", &form.fees, "what it costs");
    let schedule = note("schedule", &form.schedule, "when it is given");
    let mut line = |field, typed: &str, what| complaints.take(field, Line::maybe(typed, what)).flatten();
    let wait_time = line("wait_time", &form.wait_time, "how long it takes");
    let place = (
        line("location_name", &form.location_name, "the name of the place"),
        line("street", &form.street, "the street"),
        line("city", &form.city, "the city"),
        line("postal_code", &form.postal_code, "the ZIP code"),
    );
    let point = complaints.take("latitude", Point::maybe(&form.latitude, &form.longitude)).flatten();
    let languages = complaints.take("language", service::languages(form.language.iter().map(String::as_str)));
    let documents = complaints.take("documents", service::lines(&form.documents, "what to bring"));
    let areas = complaints.take("areas", service::lines(&form.areas, "the area"));
    let facts = name.zip(kind).zip(status).map(|((name, kind), status)| ServiceFacts {
        name,
        kind,
        status,
        about,
        application_process,
        eligibility,
        fees,
        is_free,
        wait_time,
        schedule,
        alert,
        location: Location { name: place.0, street: place.1, city: place.2, postal_code: place.3, point },
        languages: languages.unwrap_or_default(),
        documents: documents.unwrap_or_default(),
        areas: areas.unwrap_or_default(),
    });
    complaints.or(facts)
}
