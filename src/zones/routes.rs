//! The pages of zones, of leases that end, and of what presses on a zone.

use super::forms::PressureForm;
use super::queries::Whose;
use super::{import, place, queries, rules, views};
use crate::auth::{CaseWorker, Route, Viewer};
use crate::error::Result;
use crate::places;
use crate::store::Db;
use crate::values::{PressureId, ZoneId};
use crate::web::{Access, Complaints, Form, Id, Leaf, Query, forms, get, post};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    let mut routes = vec![
        get("/zones", &[A::Advisor, A::Manager], list),
        get("/zones/{id}", &[A::Advisor, A::Manager], zone),
        post("/zones/{id}/pressures", &[A::Advisor, A::Manager], press),
        post("/zones/{id}/pressures/{pressure}/ending", &[A::Advisor, A::Manager], release),
        get("/leases", &[A::Advisor, A::Manager], leases),
    ];
    routes.extend(import::routes());
    routes.extend(place::routes());
    routes.extend(rules::routes());
    routes
}

async fn list(CaseWorker(viewer): CaseWorker, State(db): State<Db>) -> Result<Response> {
    let (asked, today) = (viewer.clone(), db.clock().today());
    let (sets, unplaced) = db.read(move |conn| queries::sets_shown(conn, &asked, today)).await?;
    Ok(views::list(&viewer, &sets, unplaced).into_response())
}

async fn zone(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<ZoneId>, Query(leaf): Query<Leaf>) -> Result<Response> {
    draw_zone(viewer, db, id, leaf, PressureForm::default(), Complaints::default()).await
}

async fn draw_zone(viewer: Viewer, db: Db, id: ZoneId, leaf: Leaf, form: PressureForm, complaints: Complaints) -> Result<Response> {
    let (asked, today) = (viewer.clone(), db.clock().today());
    let page = db.read(move |conn| queries::zone_page(conn, &asked, &id, today)).await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::zone::zone(&viewer, &page, leaf, &form, &complaints)).into_response())
}

async fn press(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ZoneId>,
    Form(form): Form<PressureForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let today = db.clock().today();
    let (what, source, since) = match form.parse(today) {
        Ok(parsed) => parsed,
        Err(complaints) => return draw_zone(viewer, db, id, Leaf::default(), form, complaints).await,
    };
    let (address, account) = (format!("/zones/{id}"), viewer.key);
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            let zone = places::queries::find(tx, &id, today)?;
            places::queries::press(tx, &zone, &what, &source, since, account)?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address).into_response())
}

/// The form that ends a pressure.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct EndForm {
    key: String,
    version: i64,
}

async fn release(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Path((id, pressure)): Path<(String, String)>,
    Form(form): Form<EndForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let id = ZoneId::parse(&id).ok_or(crate::error::Error::NotFound)?;
    let pressure = PressureId::parse(&pressure).ok_or(crate::error::Error::NotFound)?;
    let (address, today) = (format!("/zones/{id}"), db.clock().today());
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            let zone = places::queries::find(tx, &id, today)?;
            let known = queries::find_pressure(tx, &zone, &pressure)?;
            places::queries::release(tx, &zone, &known.id, form.version)?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address))
}

/// Which leases: whose clients', which page.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct LeasePage {
    whose: String,
    page: u32,
}

async fn leases(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Query(asked): Query<LeasePage>) -> Result<Response> {
    let whose = if asked.whose == "all" { Whose::Everyones } else { Whose::Mine };
    let (who, today) = (viewer.clone(), db.clock().today());
    let rows = db.read(move |conn| queries::leases(conn, &who, whose, today)).await?;
    Ok(views::leases::leases(&viewer, rows, whose, Leaf { page: asked.page }, today).into_response())
}
