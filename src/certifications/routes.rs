//! Certificates of clients: those of one, one of them, a new one, what changes, those that end soon.

use super::form::CertificationForm;
use super::{Certification, queries, views};
use crate::auth::{CaseWorker, Route, Viewer};
use crate::error::{Error, Result};
use crate::people;
use crate::store::Db;
use crate::values::{CertificationId, ClientId};
use crate::web::{Access, Complaints, Form, Id, Leaf, Query, forms, get, post};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/certifications", &[A::Advisor, A::Manager], ending_page),
        get("/clients/{id}/certifications", &[A::Advisor, A::Manager], client_page),
        post("/clients/{id}/certifications", &[A::Advisor, A::Manager], record),
        get("/certifications/{id}", &[A::Advisor, A::Manager], one_page),
        post("/certifications/{id}", &[A::Advisor, A::Manager], change),
        post("/certifications/{id}/evidence", &[A::Advisor, A::Manager], see),
        post("/certifications/{id}/undoing", &[A::Advisor, A::Manager], undo),
    ]
}

async fn ending_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Query(leaf): Query<Leaf>) -> Result<Response> {
    let (asked, today) = (viewer.clone(), db.clock().today());
    let ending = db.read(move |conn| queries::list_ending(conn, &asked, today, leaf.window())).await?;
    Ok(views::ending(&viewer, ending, leaf, today).into_response())
}

async fn client_page(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Query(leaf): Query<Leaf>,
) -> Result<Response> {
    draw_client(&viewer, &db, id, leaf, &CertificationForm::fresh(), &Complaints::default()).await
}

async fn draw_client(
    viewer: &Viewer,
    db: &Db,
    id: ClientId,
    leaf: Leaf,
    form: &CertificationForm,
    complaints: &Complaints,
) -> Result<Response> {
    let asked = viewer.clone();
    let (client, certifications) = db
        .read(move |conn| {
            let client = people::queries::find_for(conn, &asked, &id)?;
            let certifications = queries::list_of_client(conn, &client, leaf.window())?;
            Ok((client, certifications))
        })
        .await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = views::ClientPage { viewer, client: &client, certifications, leaf, today: db.clock().today() };
    Ok((status, views::of_client(page, form, complaints)).into_response())
}

async fn record(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Form(form): Form<CertificationForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let Some(facts) = form.facts(&mut complaints, None, db.clock().today()) else {
        return draw_client(&viewer, &db, id, Leaf::default(), &form, &complaints).await;
    };
    let (asked, address) = (viewer.clone(), format!("/clients/{id}/certifications"));
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            let client = people::queries::find_for(tx, &asked, &id)?;
            queries::record(tx, &asked, &client, &facts)?;
            tx.remember_answer(&form.key, "recorded")?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address).into_response())
}

async fn find(viewer: &Viewer, db: &Db, id: &CertificationId) -> Result<Certification> {
    let (asked, sought) = (viewer.clone(), id.clone());
    db.read(move |conn| queries::find_for(conn, &asked, &sought)).await
}

fn draw(
    viewer: &Viewer,
    db: &Db,
    certification: &Certification,
    form: &CertificationForm,
    complaints: &Complaints,
    status: StatusCode,
) -> Response {
    let clock = db.clock();
    let page =
        views::OnePage { viewer, certification, may_undo: queries::may_undo(viewer, certification, clock.now()), today: clock.today() };
    (status, views::one(&page, form, complaints)).into_response()
}

async fn one_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<CertificationId>) -> Result<Response> {
    let found = find(&viewer, &db, &id).await?;
    let form = CertificationForm::of(&found.facts, found.version);
    Ok(draw(&viewer, &db, &found, &form, &Complaints::default(), StatusCode::OK))
}

async fn change(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<CertificationId>,
    Form(form): Form<CertificationForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let found = find(&viewer, &db, &id).await?;
    let mut complaints = Complaints::default();
    let Some(facts) = form.facts(&mut complaints, Some(&found.facts.code), db.clock().today()) else {
        return Ok(draw(&viewer, &db, &found, &form, &complaints, StatusCode::UNPROCESSABLE_ENTITY));
    };
    let (asked, sought, key, version) = (viewer.clone(), id.clone(), form.key.clone(), form.version);
    let changed = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                queries::change(tx, &asked, &sought, version, &facts)?;
                tx.remember_answer(&key, "changed")?;
            }
            Ok(())
        })
        .await;
    if matches!(changed, Err(Error::Stale)) {
        let saved = find(&viewer, &db, &id).await?;
        let words = format!(
            "This was changed since you opened it. Saved now: {}. Yours is still in the form; save again to replace it",
            views::summary(&saved.facts, db.clock().today())
        );
        complaints.add("code", words);
        let form = CertificationForm { version: saved.version, key: String::new(), ..form };
        return Ok(draw(&viewer, &db, &saved, &form, &complaints, StatusCode::CONFLICT));
    }
    changed?;
    Ok(Redirect::to(&format!("/clients/{}/certifications", found.client.0)).into_response())
}

async fn see(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<CertificationId>,
    Form(form): Form<forms::Press>,
) -> Result<Redirect> {
    let (asked, address) = (viewer.clone(), format!("/certifications/{id}"));
    db.write(viewer.actor(), move |tx| queries::see(tx, &asked, &id, form.version)).await?;
    Ok(Redirect::to(&address))
}

async fn undo(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<CertificationId>,
    Form(form): Form<forms::Press>,
) -> Result<Redirect> {
    let (asked, address) = (viewer.clone(), format!("/certifications/{id}"));
    db.write(viewer.actor(), move |tx| queries::undo(tx, &asked, &id, form.version)).await?;
    Ok(Redirect::to(&address))
}
