//! The list of trainings, one of them, and who came.

use super::form::{HeadsForm, TrainingForm};
use super::{Training, groups, queries, views};
use crate::auth::{CaseWorker, Route, Viewer};
use crate::error::{Error, Result};
use crate::firewall::headcounts;
use crate::people;
use crate::programs;
use crate::store::Db;
use crate::values::{ClientId, PersonId, TrainingId};
use crate::web::{Access, Complaints, Form, Id, Leaf, Query, forms, get, post};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/trainings", &[A::Advisor, A::Manager], list_page),
        post("/trainings", &[A::Advisor, A::Manager], hold),
        get("/trainings/new", &[A::Advisor, A::Manager], new_page),
        get("/trainings/{id}", &[A::Advisor, A::Manager], training_page),
        get("/trainings/{id}/facts", &[A::Advisor, A::Manager], facts_page),
        post("/trainings/{id}/facts", &[A::Advisor, A::Manager], change),
        post("/trainings/{id}/heads", &[A::Advisor, A::Manager], count_heads),
        get("/trainings/{id}/groups", &[A::Advisor, A::Manager], groups::page),
        post("/trainings/{id}/groups", &[A::Advisor, A::Manager], groups::count),
        post("/trainings/{id}/people", &[A::Advisor, A::Manager], came),
        post("/trainings/{id}/people/{person}/removal", &[A::Advisor, A::Manager], did_not_come),
        post("/trainings/{id}/undoing", &[A::Advisor, A::Manager], undo),
    ]
}

/// How many people a search offers.
const OFFERED: i64 = 8;

async fn list_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Query(leaf): Query<Leaf>) -> Result<Response> {
    let (asked, (skip, limit)) = (viewer.clone(), leaf.window());
    let trainings = db.read(move |conn| queries::list_for(conn, &asked, limit, skip)).await?;
    let (trainings, has_more) = leaf.of_window(trainings);
    Ok(views::list(&viewer, &trainings, leaf, has_more, db.clock().today()).into_response())
}

async fn new_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>) -> Result<Response> {
    Ok(views::new(&viewer, &TrainingForm::fresh(), db.clock().today(), &Complaints::default()).into_response())
}

async fn hold(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Form(form): Form<TrainingForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let today = db.clock().today();
    let mut complaints = Complaints::default();
    let (asked, typed) = (viewer.clone(), form.program.clone());
    let program = match db.read(move |conn| programs::queries::chosen(conn, &asked, &typed)).await {
        Err(Error::Rejected(words)) => {
            complaints.add("program", words);
            None
        }
        other => Some(other?.key),
    };
    let facts = form.facts(&mut complaints, today);
    let Some((program, facts)) = program.zip(facts) else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::new(&viewer, &form, today, &complaints)).into_response());
    };
    let asked = viewer.clone();
    let address = db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&form.key)? {
                return Ok(answer);
            }
            let answer = format!("/trainings/{}", queries::hold(tx, &asked, program, &facts)?);
            tx.remember_answer(&form.key, &answer)?;
            Ok(answer)
        })
        .await?;
    Ok(Redirect::to(&address).into_response())
}

/// Whom somebody looks for, to put them on the list.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Sought {
    q: String,
}

async fn training_page(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<TrainingId>,
    Query(sought): Query<Sought>,
) -> Result<Response> {
    let asked = viewer.clone();
    let training = db.read(move |conn| queries::find_for(conn, &asked, &id)).await?;
    let heads = HeadsForm::of(training.heads, training.version);
    draw(&viewer, &db, training, &sought.q, &heads, &Complaints::default()).await
}

async fn draw(viewer: &Viewer, db: &Db, training: Training, q: &str, heads: &HeadsForm, complaints: &Complaints) -> Result<Response> {
    let (asked, today, now) = (viewer.clone(), db.clock().today(), db.clock().now());
    let typed: String = q.chars().take(200).collect();
    let sought = typed.clone();
    let (training, came, found, groups_on) = db
        .read(move |conn| {
            let came = queries::attendees(conn, &training)?;
            let groups_on = headcounts::kept_on(conn, training.key)?;
            let mut found = Vec::new();
            if !sought.trim().is_empty() {
                for client in people::queries::search(conn, &asked, &sought, OFFERED)? {
                    let Ok(client) = people::queries::find_in(conn, client.key, training.program.0) else { continue };
                    let owners = people::queries::owners(conn, client.key, today)?;
                    found.extend(owners.into_iter().map(|owner| (client.id.clone(), client.name.clone(), owner.id.clone(), owner.name())));
                }
            }
            Ok((training, came, found, groups_on))
        })
        .await?;
    let page = views::TrainingPage { viewer, training: &training, came: &came, q: &typed, found: &found, groups_on, today, now };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::training(&page, heads, complaints)).into_response())
}

async fn facts_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<TrainingId>) -> Result<Response> {
    let asked = viewer.clone();
    let training = db.read(move |conn| queries::find_for(conn, &asked, &id)).await?;
    let form = TrainingForm::of(&training.facts, training.version);
    Ok(views::facts(&viewer, &training, &form, db.clock().today(), &Complaints::default()).into_response())
}

async fn change(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<TrainingId>,
    Form(form): Form<TrainingForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (asked, sought, today) = (viewer.clone(), id.clone(), db.clock().today());
    let training = db.read(move |conn| queries::find_for(conn, &asked, &sought)).await?;
    let mut complaints = Complaints::default();
    let Some(facts) = form.facts(&mut complaints, today) else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::facts(&viewer, &training, &form, today, &complaints)).into_response());
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
        let (asked, sought) = (viewer.clone(), id);
        let saved = db.read(move |conn| queries::find_for(conn, &asked, &sought)).await?;
        let words = format!(
            "This was changed since you opened it. Saved now: {}. Yours is still in the form; save again to replace it",
            saved.facts.title
        );
        complaints.add("title", words);
        let form = TrainingForm { version: saved.version, ..form };
        return Ok((StatusCode::CONFLICT, views::facts(&viewer, &saved, &form, today, &complaints)).into_response());
    }
    changed?;
    Ok(Redirect::to(&format!("/trainings/{id}")).into_response())
}

async fn count_heads(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<TrainingId>,
    Form(form): Form<HeadsForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (asked, sought) = (viewer.clone(), id.clone());
    let training = db.read(move |conn| queries::find_for(conn, &asked, &sought)).await?;
    let heads = match form.parse(training.named, db.clock().today()) {
        Ok(heads) => heads,
        Err(complaints) => return draw(&viewer, &db, training, "", &form, &complaints).await,
    };
    let (asked, sought, typed) = (viewer.clone(), id.clone(), form.clone());
    let counted = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&typed.key)?.is_none() {
                queries::count_heads(tx, &asked, &sought, typed.version, heads)?;
                tx.remember_answer(&typed.key, "counted")?;
            }
            Ok(())
        })
        .await;
    if matches!(counted, Err(Error::Stale)) {
        let (asked, sought) = (viewer.clone(), id);
        let saved = db.read(move |conn| queries::find_for(conn, &asked, &sought)).await?;
        let mut complaints = Complaints::default();
        let now = saved.heads.map_or_else(|| "no count".to_owned(), |heads| format!("a total of {}", heads.total));
        complaints.add(
            "total",
            format!("This was changed since you opened it. Saved now: {now}. Yours is still in the form; save again to replace it"),
        );
        let form = HeadsForm { version: saved.version, ..form };
        let mut page = draw(&viewer, &db, saved, "", &form, &complaints).await?;
        *page.status_mut() = StatusCode::CONFLICT;
        return Ok(page);
    }
    counted?;
    Ok(Redirect::to(&format!("/trainings/{id}")).into_response())
}

/// Who came.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
struct CameForm {
    key: String,
    client_id: String,
    person: String,
    sessions: String,
}

async fn came(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<TrainingId>,
    Form(form): Form<CameForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let client = ClientId::parse(&form.client_id).ok_or(Error::NotFound)?;
    let person = PersonId::parse(&form.person).ok_or(Error::NotFound)?;
    let sessions =
        form.sessions.trim().parse().map_err(|_| Error::Rejected("Say at how many sessions they were, as a number.".to_owned()))?;
    let address = format!("/trainings/{id}");
    let asked = viewer.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            let client = people::queries::find_for(tx, &asked, &client)?;
            queries::came(tx, &asked, &id, &client, &person, sessions)?;
            tx.remember_answer(&form.key, "came")?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address))
}

async fn did_not_come(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Path((id, person)): Path<(String, String)>,
) -> Result<Redirect> {
    let id = TrainingId::parse(&id).ok_or(Error::NotFound)?;
    let person = PersonId::parse(&person).ok_or(Error::NotFound)?;
    let address = format!("/trainings/{id}");
    let asked = viewer.clone();
    db.write(viewer.actor(), move |tx| queries::did_not_come(tx, &asked, &id, &person)).await?;
    Ok(Redirect::to(&address))
}

async fn undo(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<TrainingId>,
    Form(form): Form<forms::Press>,
) -> Result<Redirect> {
    let asked = viewer.clone();
    db.write(viewer.actor(), move |tx| queries::undo(tx, &asked, &id, form.version)).await?;
    Ok(Redirect::to("/trainings"))
}
