//! The stages of a program with their last checks, one check with the names under it, a new one, and what changes.

use super::form::CheckForm;
use super::{Check, queries, views};
use crate::auth::{CaseWorker, Manager, Route, Viewer};
use crate::error::{Error, Result};
use crate::store::Db;
use crate::values::EquityCheckId;
use crate::web::{Access, Complaints, Form, Id, Leaf, Query, forms, get, post};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/equity-checks", &[A::Advisor, A::Manager], list_page),
        post("/equity-checks", &[A::Manager], write),
        get("/equity-checks/new", &[A::Manager], new_page),
        get("/equity-checks/{id}", &[A::Advisor, A::Manager], one_page),
        get("/equity-checks/{id}/facts", &[A::Manager], facts_page),
        post("/equity-checks/{id}/facts", &[A::Manager], change),
        post("/equity-checks/{id}/signatures", &[A::Advisor, A::Manager], sign),
        post("/equity-checks/{id}/undoing", &[A::Manager], undo),
    ]
}

async fn list_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Query(leaf): Query<Leaf>) -> Result<Response> {
    let (asked, programs) = (viewer.clone(), viewer.programs().into_iter().map(|(key, name)| (key, name.to_owned())).collect::<Vec<_>>());
    let (checks, programs) = db
        .read(move |conn| {
            let checks = queries::list_for(conn, &asked, leaf.window())?;
            let last = |(key, name): (i64, String)| Ok((key, name, queries::last_of(conn, key)?));
            Ok((checks, programs.into_iter().map(last).collect::<Result<Vec<_>>>()?))
        })
        .await?;
    Ok(views::list(&viewer, &programs, checks, leaf, db.clock().today()).into_response())
}

/// The program and the stage that a new check is about.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Chosen {
    program: String,
    stage: String,
}

async fn new_page(Manager(viewer): Manager, State(db): State<Db>, Query(chosen): Query<Chosen>) -> Result<Response> {
    let program = viewer.managed(&chosen.program).ok_or(Error::NotFound)?.to_string();
    let form = CheckForm { program, ..CheckForm::fresh(db.clock().today(), &chosen.stage) };
    Ok(views::new(&viewer, &form, &Complaints::default()).into_response())
}

async fn write(Manager(viewer): Manager, State(db): State<Db>, Form(form): Form<CheckForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let program = viewer.managed(&form.program).ok_or(Error::NotFound)?;
    let mut complaints = Complaints::default();
    let Some(facts) = form.facts(&mut complaints, db.clock().today()) else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::new(&viewer, &form, &complaints)).into_response());
    };
    let asked = viewer.clone();
    let address = db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&form.key)? {
                return Ok(answer);
            }
            let answer = format!("/equity-checks/{}", queries::write(tx, &asked, program, &facts)?);
            tx.remember_answer(&form.key, &answer)?;
            Ok(answer)
        })
        .await?;
    Ok(Redirect::to(&address).into_response())
}

async fn find(viewer: &Viewer, db: &Db, id: &EquityCheckId) -> Result<Check> {
    let (asked, sought) = (viewer.clone(), id.clone());
    db.read(move |conn| queries::find_for(conn, &asked, &sought)).await
}

async fn one_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<EquityCheckId>) -> Result<Response> {
    let asked = viewer.clone();
    let (check, signatures) = db
        .read(move |conn| {
            let check = queries::find_for(conn, &asked, &id)?;
            let signatures = queries::signatures(conn, &check)?;
            Ok((check, signatures))
        })
        .await?;
    let clock = db.clock();
    let page = views::OnePage { viewer: &viewer, check: &check, signatures: &signatures, zone: clock.zone(), today: clock.today() };
    Ok(views::one(&page).into_response())
}

/// A check of a program that the viewer manages.
async fn find_managed(viewer: &Viewer, db: &Db, id: &EquityCheckId) -> Result<Check> {
    let check = find(viewer, db, id).await?;
    if viewer.manages(check.program.0) { Ok(check) } else { Err(Error::Forbidden) }
}

async fn facts_page(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<EquityCheckId>) -> Result<Response> {
    let check = find_managed(&viewer, &db, &id).await?;
    let form = CheckForm::of(&check.facts, check.version);
    Ok(views::facts(&viewer, &check, &form, &Complaints::default()).into_response())
}

async fn change(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Id(id): Id<EquityCheckId>,
    Form(form): Form<CheckForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let check = find_managed(&viewer, &db, &id).await?;
    let mut complaints = Complaints::default();
    let Some(facts) = form.facts(&mut complaints, db.clock().today()) else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::facts(&viewer, &check, &form, &complaints)).into_response());
    };
    let (asked, sought, typed) = (viewer.clone(), id.clone(), form.clone());
    let changed = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&typed.key)?.is_none() {
                queries::change(tx, &asked, &sought, typed.version, &facts)?;
                tx.remember_answer(&typed.key, "changed")?;
            }
            Ok(())
        })
        .await;
    if matches!(changed, Err(Error::Stale)) {
        let saved = find_managed(&viewer, &db, &id).await?;
        complaints
            .add("who_pays", "This was changed since you opened it. Yours is still in the form; save again to replace what is saved now");
        let form = CheckForm { version: saved.version, ..form };
        return Ok((StatusCode::CONFLICT, views::facts(&viewer, &saved, &form, &complaints)).into_response());
    }
    changed?;
    Ok(Redirect::to(&format!("/equity-checks/{id}")).into_response())
}

async fn sign(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<EquityCheckId>,
    Form(form): Form<forms::Press>,
) -> Result<Redirect> {
    let (asked, address) = (viewer.clone(), format!("/equity-checks/{id}#signed"));
    db.write(viewer.actor(), move |tx| queries::sign(tx, &asked, &id, form.version)).await?;
    Ok(Redirect::to(&address))
}

async fn undo(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Id(id): Id<EquityCheckId>,
    Form(form): Form<forms::Press>,
) -> Result<Redirect> {
    let asked = viewer.clone();
    db.write(viewer.actor(), move |tx| queries::undo(tx, &asked, &id, form.version)).await?;
    Ok(Redirect::to("/equity-checks"))
}
