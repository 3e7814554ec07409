//! The list of grants, one of them with its goals and what is due, a new one, and what changes.

use super::form::{DueForm, GoalForm, GrantForm};
use super::{Grant, queries, views};
use crate::auth::{Manager, Route, Viewer};
use crate::error::{Error, Result};
use crate::measures;
use crate::programs::{self, FundingSource};
use crate::store::Db;
use crate::values::{GrantDueId, GrantGoalId, GrantId};
use crate::web::{Access, Complaints, Form, Id, Leaf, Query, forms, get, post};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/grants", &[A::Manager], list_page),
        post("/grants", &[A::Manager], write),
        get("/grants/new", &[A::Manager], new_page),
        get("/grants/{id}", &[A::Manager], one_page),
        get("/grants/{id}/facts", &[A::Manager], facts_page),
        post("/grants/{id}/facts", &[A::Manager], change),
        post("/grants/{id}/goals", &[A::Manager], set_goal),
        post("/grants/{id}/dues", &[A::Manager], add_due),
        post("/grants/{id}/undoing", &[A::Manager], undo),
        post("/grant-goals/{id}/removal", &[A::Manager], remove_goal),
        post("/grant-dues/{id}/settling", &[A::Manager], settle_due),
    ]
}

async fn list_page(Manager(viewer): Manager, State(db): State<Db>, Query(leaf): Query<Leaf>) -> Result<Response> {
    let asked = viewer.clone();
    let grants = db.read(move |conn| queries::list_for(conn, &asked, leaf.window())).await?;
    Ok(views::list(&viewer, grants, leaf, db.clock().today()).into_response())
}

/// The program of a new grant: the one that was chosen, else the only one.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Chosen {
    program: String,
}

/// Row key of a program the viewer manages, and its funders.
async fn program(db: &Db, viewer: &Viewer, typed: &str) -> Result<(i64, Vec<FundingSource>)> {
    let key = viewer.managed(typed).ok_or(Error::NotFound)?;
    let sources = db.read(move |conn| programs::queries::funding_sources(conn, key)).await?;
    Ok((key, sources))
}

async fn new_page(Manager(viewer): Manager, State(db): State<Db>, Query(chosen): Query<Chosen>) -> Result<Response> {
    let (key, sources) = program(&db, &viewer, &chosen.program).await?;
    let form = GrantForm { program: key.to_string(), ..GrantForm::default() };
    Ok(views::new(&viewer, &sources, &form, &Complaints::default()).into_response())
}

fn keys(sources: &[FundingSource]) -> Vec<i64> {
    sources.iter().map(|source| source.key).collect()
}

async fn write(Manager(viewer): Manager, State(db): State<Db>, Form(form): Form<GrantForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (program, sources) = program(&db, &viewer, &form.program).await?;
    let mut complaints = Complaints::default();
    let Some(facts) = form.facts(&mut complaints, &keys(&sources)) else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::new(&viewer, &sources, &form, &complaints)).into_response());
    };
    let asked = viewer.clone();
    let address = db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&form.key)? {
                return Ok(answer);
            }
            let answer = format!("/grants/{}", queries::write(tx, &asked, program, &facts)?);
            tx.remember_answer(&form.key, &answer)?;
            Ok(answer)
        })
        .await?;
    Ok(Redirect::to(&address).into_response())
}

async fn one_page(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<GrantId>) -> Result<Response> {
    draw(&viewer, &db, id, &GoalForm::default(), &DueForm::default(), &Complaints::default()).await
}

async fn draw(viewer: &Viewer, db: &Db, id: GrantId, goal: &GoalForm, due: &DueForm, complaints: &Complaints) -> Result<Response> {
    let (asked, today, zone) = (viewer.clone(), db.clock().today(), db.clock().zone().clone());
    let (grant, standings, dues, spent, places) = db
        .read(move |conn| {
            let grant = queries::find_for(conn, &asked, &id)?;
            let standings = queries::standings(conn, &grant, today, &zone)?;
            let dues = queries::dues(conn, &grant)?;
            let spent = queries::spent(conn, &grant, &zone)?;
            let places = measures::queries::places(conn, grant.program.0)?;
            Ok((grant, standings, dues, spent, places))
        })
        .await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = views::OnePage { viewer, grant: &grant, standings: &standings, dues: &dues, spent, places: &places, today };
    Ok((status, views::one(&page, goal, due, complaints)).into_response())
}

async fn find(viewer: &Viewer, db: &Db, id: &GrantId) -> Result<(Grant, Vec<FundingSource>)> {
    let (asked, sought) = (viewer.clone(), id.clone());
    db.read(move |conn| {
        let grant = queries::find_for(conn, &asked, &sought)?;
        let sources = programs::queries::funding_sources(conn, grant.program.0)?;
        Ok((grant, sources))
    })
    .await
}

async fn facts_page(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<GrantId>) -> Result<Response> {
    let (grant, sources) = find(&viewer, &db, &id).await?;
    let form = GrantForm::of(&grant.facts, grant.version);
    Ok(views::facts(&viewer, &grant, &sources, &form, &Complaints::default()).into_response())
}

async fn change(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<GrantId>, Form(form): Form<GrantForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (grant, sources) = find(&viewer, &db, &id).await?;
    let mut complaints = Complaints::default();
    let Some(facts) = form.facts(&mut complaints, &keys(&sources)) else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::facts(&viewer, &grant, &sources, &form, &complaints)).into_response());
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
    match changed {
        Ok(()) => Ok(Redirect::to(&format!("/grants/{id}")).into_response()),
        Err(Error::Rejected(words)) => {
            complaints.add("source", words);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, views::facts(&viewer, &grant, &sources, &form, &complaints)).into_response())
        }
        Err(Error::Stale) => {
            let (saved, sources) = find(&viewer, &db, &id).await?;
            let words = format!(
                "This was changed since you opened it. Saved now: {}, {} to {}. Yours is still in the form; save again to replace it",
                saved.facts.name, saved.facts.from_on, saved.facts.to_on
            );
            complaints.add("name", words);
            let form = GrantForm { version: saved.version, ..form };
            Ok((StatusCode::CONFLICT, views::facts(&viewer, &saved, &sources, &form, &complaints)).into_response())
        }
        Err(cause) => Err(cause),
    }
}

async fn set_goal(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<GrantId>, Form(form): Form<GoalForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (grant, _) = find(&viewer, &db, &id).await?;
    let program = grant.program.0;
    let places = db.read(move |conn| measures::queries::places(conn, program)).await?;
    let mut complaints = Complaints::default();
    let Some(aim) = form.aim(&mut complaints, &places, grant.facts.source.is_some()) else {
        return draw(&viewer, &db, id, &form, &DueForm::default(), &complaints).await;
    };
    let (asked, sought, key) = (viewer.clone(), id.clone(), form.key.clone());
    let set = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                queries::set_goal(tx, &asked, &sought, &aim)?;
                tx.remember_answer(&key, "set")?;
            }
            Ok(())
        })
        .await;
    match set {
        Ok(()) => Ok(Redirect::to(&format!("/grants/{id}#goals")).into_response()),
        Err(Error::Rejected(words)) => {
            complaints.add("measure", words);
            draw(&viewer, &db, id, &form, &DueForm::default(), &complaints).await
        }
        Err(cause) => Err(cause),
    }
}

async fn remove_goal(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Id(id): Id<GrantGoalId>,
    Form(form): Form<forms::Press>,
) -> Result<Redirect> {
    let asked = viewer.clone();
    let grant = db.write(viewer.actor(), move |tx| queries::remove_goal(tx, &asked, &id, form.version)).await?;
    Ok(Redirect::to(&format!("/grants/{grant}#goals")))
}

async fn add_due(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<GrantId>, Form(form): Form<DueForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let Some((what, due_on)) = form.due(&mut complaints) else {
        return draw(&viewer, &db, id, &GoalForm::default(), &form, &complaints).await;
    };
    let (asked, sought, key) = (viewer.clone(), id.clone(), form.key.clone());
    let added = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                queries::add_due(tx, &asked, &sought, &what, due_on)?;
                tx.remember_answer(&key, "added")?;
            }
            Ok(())
        })
        .await;
    match added {
        Ok(()) => Ok(Redirect::to(&format!("/grants/{id}#dues")).into_response()),
        Err(Error::Rejected(words)) => {
            complaints.add("what", words);
            draw(&viewer, &db, id, &GoalForm::default(), &form, &complaints).await
        }
        Err(cause) => Err(cause),
    }
}

/// Whether something was handed in.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct SettleForm {
    version: i64,
    is_done: bool,
}

async fn settle_due(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Id(id): Id<GrantDueId>,
    Form(form): Form<SettleForm>,
) -> Result<Redirect> {
    let asked = viewer.clone();
    let grant = db.write(viewer.actor(), move |tx| queries::settle_due(tx, &asked, &id, form.version, form.is_done)).await?;
    Ok(Redirect::to(&format!("/grants/{grant}#dues")))
}

async fn undo(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<GrantId>, Form(form): Form<forms::Press>) -> Result<Redirect> {
    let asked = viewer.clone();
    db.write(viewer.actor(), move |tx| queries::undo(tx, &asked, &id, form.version)).await?;
    Ok(Redirect::to("/grants"))
}
