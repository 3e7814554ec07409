//! What was promised for a resource: written down, changed, looked at on its days, taken back.

use super::form::{CommitmentForm, FoundForm};
use super::{queries, views};
use crate::auth::{CaseWorker, Route, Viewer};
use crate::error::{Error, Result};
use crate::store::Db;
use crate::values::{CommitmentId, DeploymentId};
use crate::web::{Access, Complaints, Form, Id, forms, get, post};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/resources/{id}/commitments", &[A::Advisor, A::Manager], resource_page),
        post("/resources/{id}/commitments", &[A::Advisor, A::Manager], promise),
        get("/commitments/{id}", &[A::Advisor, A::Manager], commitment_page),
        get("/commitments/{id}/facts", &[A::Advisor, A::Manager], facts_page),
        post("/commitments/{id}/facts", &[A::Advisor, A::Manager], change),
        post("/commitments/{id}/checks", &[A::Advisor, A::Manager], look),
        post("/commitments/{id}/undoing", &[A::Advisor, A::Manager], undo),
    ]
}

async fn resource_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<DeploymentId>) -> Result<Response> {
    draw_resource(&viewer, &db, id, &CommitmentForm::default(), &Complaints::default()).await
}

async fn draw_resource(viewer: &Viewer, db: &Db, id: DeploymentId, form: &CommitmentForm, complaints: &Complaints) -> Result<Response> {
    let asked = viewer.clone();
    let (resource, commitments) = db
        .read(move |conn| {
            let resource = queries::find_resource(conn, &asked, &id)?;
            let commitments = queries::list_of_resource(conn, &resource)?;
            Ok((resource, commitments))
        })
        .await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = views::of_resource(viewer, &resource, &commitments, form, complaints, db.clock().today());
    Ok((status, page).into_response())
}

async fn promise(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<DeploymentId>,
    Form(form): Form<CommitmentForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let Some(facts) = form.facts(&mut complaints, db.clock().today()) else {
        return draw_resource(&viewer, &db, id, &form, &complaints).await;
    };
    let (asked, address) = (viewer.clone(), format!("/resources/{id}/commitments"));
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            let resource = queries::find_resource(tx, &asked, &id)?;
            queries::promise(tx, &asked, &resource, &facts)?;
            tx.remember_answer(&form.key, "promised")?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address).into_response())
}

async fn commitment_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<CommitmentId>) -> Result<Response> {
    draw(&viewer, &db, id, &FoundForm::default(), &Complaints::default()).await
}

async fn draw(viewer: &Viewer, db: &Db, id: CommitmentId, form: &FoundForm, complaints: &Complaints) -> Result<Response> {
    let asked = viewer.clone();
    let commitment = db.read(move |conn| queries::find_for(conn, &asked, &id)).await?;
    let clock = db.clock();
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = views::CommitmentPage { viewer, commitment: &commitment, form, complaints, zone: clock.zone(), today: clock.today() };
    Ok((status, views::commitment(&page)).into_response())
}

async fn facts_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<CommitmentId>) -> Result<Response> {
    let asked = viewer.clone();
    let commitment = db.read(move |conn| queries::find_for(conn, &asked, &id)).await?;
    let form = CommitmentForm::of(&commitment.facts(), commitment.version);
    Ok(views::facts(&viewer, &commitment, &form, &Complaints::default()).into_response())
}

async fn change(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<CommitmentId>,
    Form(form): Form<CommitmentForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (asked, sought, mut complaints) = (viewer.clone(), id.clone(), Complaints::default());
    let commitment = db.read(move |conn| queries::find_for(conn, &asked, &sought)).await?;
    let Some(facts) = form.facts(&mut complaints, db.clock().today()) else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::facts(&viewer, &commitment, &form, &complaints)).into_response());
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
        let (asked, sought) = (viewer.clone(), id);
        let saved = db.read(move |conn| queries::find_for(conn, &asked, &sought)).await?;
        let words = format!(
            "This was changed since you opened it. Saved now: {}, by {}. Yours is still in the form; save again to replace it",
            saved.what,
            saved.due_on.short(db.clock().today())
        );
        complaints.add("what", words);
        let form = CommitmentForm { version: saved.version, ..form };
        return Ok((StatusCode::CONFLICT, views::facts(&viewer, &saved, &form, &complaints)).into_response());
    }
    changed?;
    Ok(Redirect::to(&format!("/commitments/{id}")).into_response())
}

async fn look(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<CommitmentId>,
    Form(form): Form<FoundForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let Some((on, found)) = form.parse(&mut complaints, db.clock().today()) else {
        return draw(&viewer, &db, id, &form, &complaints).await;
    };
    let (asked, address) = (viewer.clone(), format!("/commitments/{id}"));
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            queries::look(tx, &asked, &id, on, &found)?;
            tx.remember_answer(&form.key, "looked")?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address).into_response())
}

async fn undo(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<CommitmentId>,
    Form(form): Form<forms::Press>,
) -> Result<Redirect> {
    let (asked, address) = (viewer.clone(), format!("/commitments/{id}"));
    db.write(viewer.actor(), move |tx| queries::undo(tx, &asked, &id, form.version)).await?;
    Ok(Redirect::to(&address))
}
