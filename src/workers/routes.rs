//! Workers of a client: the list of counts, one of them with its positions, and those before and after a resource.

use super::form::{CountForm, WorkForm};
use super::quality::Quality;
use super::{Count, Position, Whole, queries, views};
use crate::auth::{CaseWorker, Route, Viewer};
use crate::error::{Error, Result};
use crate::people::{self, Client};
use crate::store::Db;
use crate::values::{ClientId, CountSide, DeploymentId, JobCountId, JobPositionId};
use crate::wages::queries as wages;
use crate::web::{Access, Complaints, Form, Id, Leaf, Query, forms, get, post};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rusqlite::Connection;

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/clients/{id}/jobs", &[A::Advisor, A::Manager], client_page),
        post("/clients/{id}/jobs", &[A::Advisor, A::Manager], count),
        get("/job-counts/{id}", &[A::Advisor, A::Manager], count_page),
        get("/job-counts/{id}/facts", &[A::Advisor, A::Manager], facts_page),
        post("/job-counts/{id}/facts", &[A::Advisor, A::Manager], change),
        post("/job-counts/{id}/positions", &[A::Advisor, A::Manager], add),
        post("/job-counts/{id}/copies", &[A::Advisor, A::Manager], take_over),
        post("/job-counts/{id}/undoing", &[A::Advisor, A::Manager], undo),
        get("/positions/{id}", &[A::Advisor, A::Manager], position_page),
        post("/positions/{id}", &[A::Advisor, A::Manager], change_position),
        post("/positions/{id}/removal", &[A::Advisor, A::Manager], remove),
        get("/resources/{id}/jobs", &[A::Advisor, A::Manager], resource_page),
    ]
}

async fn client_page(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Query(leaf): Query<Leaf>,
) -> Result<Response> {
    draw_client(&viewer, &db, id, leaf, &CountForm::fresh(db.clock().today()), &Complaints::default()).await
}

async fn draw_client(viewer: &Viewer, db: &Db, id: ClientId, leaf: Leaf, form: &CountForm, complaints: &Complaints) -> Result<Response> {
    let asked = viewer.clone();
    let (client, counts, resources) = db
        .read(move |conn| {
            let client = people::queries::find_for(conn, &asked, &id)?;
            let counts = queries::list_of_client(conn, &client, leaf.window())?;
            let resources = queries::resources_of(conn, client.key, client.program)?;
            Ok((client, counts, resources))
        })
        .await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = views::ClientPage { viewer, client: &client, counts, resources: &resources, leaf, today: db.clock().today() };
    Ok((status, views::of_client(page, form, complaints)).into_response())
}

fn keys(resources: &[(i64, String)]) -> Vec<i64> {
    resources.iter().map(|(key, _)| *key).collect()
}

async fn count(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Form(form): Form<CountForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (asked, sought, mut complaints) = (viewer.clone(), id.clone(), Complaints::default());
    let (client, resources): (Client, _) = db
        .read(move |conn| {
            let client = people::queries::find_for(conn, &asked, &sought)?;
            let resources = queries::resources_of(conn, client.key, client.program)?;
            Ok((client, resources))
        })
        .await?;
    let Some(facts) = form.facts(&mut complaints, &keys(&resources), db.clock().today()) else {
        return draw_client(&viewer, &db, id, Leaf::default(), &form, &complaints).await;
    };
    let asked = viewer.clone();
    let address = db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&form.key)? {
                return Ok(answer);
            }
            let answer = format!("/job-counts/{}", queries::count(tx, &asked, &client, &facts)?);
            tx.remember_answer(&form.key, &answer)?;
            Ok(answer)
        })
        .await?;
    Ok(Redirect::to(&address).into_response())
}

/// What a count comes to, beside what is enough to live in the client's county in its year.
fn whole(conn: &Connection, count: Count) -> Result<Whole> {
    let positions = queries::positions(conn, count.key)?;
    let living = match &count.county_fips {
        Some(fips) => wages::living_wage(conn, fips, i64::from(count.facts.on.year()))?,
        None => None,
    };
    let quality = Quality::of(
        count.facts.workers,
        positions.iter().map(|position| &position.work),
        living.as_ref().map(|living| living.hourly_cents),
    );
    Ok(Whole { count, positions, quality, living })
}

async fn count_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<JobCountId>) -> Result<Response> {
    draw(&viewer, &db, id, &WorkForm::default(), &Complaints::default()).await
}

async fn draw(viewer: &Viewer, db: &Db, id: JobCountId, form: &WorkForm, complaints: &Complaints) -> Result<Response> {
    let asked = viewer.clone();
    let (whole, before) = db
        .read(move |conn| {
            let count = queries::find_for(conn, &asked, &id)?;
            let before = queries::before(conn, &count)?.map(|before| before.facts.on);
            Ok((whole(conn, count)?, before))
        })
        .await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let clock = db.clock();
    let page = views::CountPage { viewer, whole: &whole, before, today: clock.today(), now: clock.now() };
    Ok((status, views::count(&page, form, complaints)).into_response())
}

async fn find(viewer: &Viewer, db: &Db, id: &JobCountId) -> Result<(Count, Vec<(i64, String)>)> {
    let (asked, sought) = (viewer.clone(), id.clone());
    db.read(move |conn| {
        let count = queries::find_for(conn, &asked, &sought)?;
        let resources = queries::resources_of(conn, count.client.0, count.program)?;
        Ok((count, resources))
    })
    .await
}

async fn facts_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<JobCountId>) -> Result<Response> {
    let (count, resources) = find(&viewer, &db, &id).await?;
    let form = CountForm::of(&count.facts, count.version);
    Ok(views::facts(&viewer, &count, &resources, &form, &Complaints::default()).into_response())
}

async fn change(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<JobCountId>,
    Form(form): Form<CountForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (count, resources) = find(&viewer, &db, &id).await?;
    let mut complaints = Complaints::default();
    let Some(facts) = form.facts(&mut complaints, &keys(&resources), db.clock().today()) else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::facts(&viewer, &count, &resources, &form, &complaints)).into_response());
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
        Ok(()) => Ok(Redirect::to(&format!("/job-counts/{id}")).into_response()),
        Err(Error::Rejected(words)) => {
            complaints.add("workers", words);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, views::facts(&viewer, &count, &resources, &form, &complaints)).into_response())
        }
        Err(Error::Stale) => {
            let (saved, resources) = find(&viewer, &db, &id).await?;
            let words = format!(
                "This was changed since you opened it. Saved now: {} workers on {}. Yours is still in the form; save again to replace it",
                saved.facts.workers, saved.facts.on
            );
            complaints.add("workers", words);
            let form = CountForm { version: saved.version, ..form };
            Ok((StatusCode::CONFLICT, views::facts(&viewer, &saved, &resources, &form, &complaints)).into_response())
        }
        Err(cause) => Err(cause),
    }
}

async fn add(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<JobCountId>, Form(form): Form<WorkForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let Some(work) = form.work(&mut complaints) else {
        return draw(&viewer, &db, id, &form, &complaints).await;
    };
    let (asked, sought, key) = (viewer.clone(), id.clone(), form.key.clone());
    let added = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                queries::add(tx, &asked, &sought, &work)?;
                tx.remember_answer(&key, "added")?;
            }
            Ok(())
        })
        .await;
    match added {
        Ok(()) => Ok(Redirect::to(&format!("/job-counts/{id}#positions")).into_response()),
        Err(Error::Rejected(words)) => {
            complaints.add("heads", words);
            draw(&viewer, &db, id, &form, &complaints).await
        }
        Err(cause) => Err(cause),
    }
}

async fn take_over(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<JobCountId>,
    Form(_): Form<forms::Press>,
) -> Result<Redirect> {
    let (asked, address) = (viewer.clone(), format!("/job-counts/{id}#positions"));
    db.write(viewer.actor(), move |tx| queries::take_over(tx, &asked, &id)).await?;
    Ok(Redirect::to(&address))
}

async fn undo(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<JobCountId>,
    Form(form): Form<forms::Press>,
) -> Result<Redirect> {
    let (asked, sought) = (viewer.clone(), id.clone());
    let client = db.read(move |conn| Ok(queries::find_for(conn, &asked, &sought)?.client.1)).await?;
    let asked = viewer.clone();
    db.write(viewer.actor(), move |tx| queries::undo(tx, &asked, &id, form.version)).await?;
    Ok(Redirect::to(&format!("/clients/{client}/jobs")))
}

async fn find_position(viewer: &Viewer, db: &Db, id: &JobPositionId) -> Result<(Count, Position)> {
    let (asked, sought) = (viewer.clone(), id.clone());
    db.read(move |conn| queries::find_position(conn, &asked, &sought)).await
}

async fn position_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<JobPositionId>) -> Result<Response> {
    let (count, position) = find_position(&viewer, &db, &id).await?;
    let form = WorkForm::of(&position.work, position.version);
    Ok(views::position(&viewer, &count, &position, &form, &Complaints::default()).into_response())
}

async fn change_position(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<JobPositionId>,
    Form(form): Form<WorkForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (count, position) = find_position(&viewer, &db, &id).await?;
    let mut complaints = Complaints::default();
    let Some(work) = form.work(&mut complaints) else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::position(&viewer, &count, &position, &form, &complaints)).into_response());
    };
    let (asked, sought, typed) = (viewer.clone(), id.clone(), form.clone());
    let changed = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&typed.key)?.is_none() {
                queries::change_position(tx, &asked, &sought, typed.version, &work)?;
                tx.remember_answer(&typed.key, "changed")?;
            }
            Ok(())
        })
        .await;
    match changed {
        Ok(()) => Ok(Redirect::to(&format!("/job-counts/{}#positions", count.id)).into_response()),
        Err(Error::Rejected(words)) => {
            complaints.add("heads", words);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, views::position(&viewer, &count, &position, &form, &complaints)).into_response())
        }
        Err(Error::Stale) => {
            let (count, saved) = find_position(&viewer, &db, &id).await?;
            let words = format!(
                "This was changed since you opened it. Saved now: {}, {}. Yours is still in the form; save again to replace it",
                saved.work.heads, saved.work.title
            );
            complaints.add("title", words);
            let form = WorkForm { version: saved.version, ..form };
            Ok((StatusCode::CONFLICT, views::position(&viewer, &count, &saved, &form, &complaints)).into_response())
        }
        Err(cause) => Err(cause),
    }
}

async fn remove(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<JobPositionId>,
    Form(form): Form<forms::Press>,
) -> Result<Redirect> {
    let asked = viewer.clone();
    let count = db.write(viewer.actor(), move |tx| queries::remove(tx, &asked, &id, form.version)).await?;
    Ok(Redirect::to(&format!("/job-counts/{count}#positions")))
}

async fn resource_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<DeploymentId>) -> Result<Response> {
    let asked = viewer.clone();
    let (resource, before, after) = db
        .read(move |conn| {
            let resource = queries::find_resource(conn, &asked, &id)?;
            let before = queries::on_side(conn, &resource, CountSide::Before)?.map(|count| whole(conn, count)).transpose()?;
            let after = queries::on_side(conn, &resource, CountSide::After)?.map(|count| whole(conn, count)).transpose()?;
            Ok((resource, before, after))
        })
        .await?;
    Ok(views::of_resource(&viewer, &resource, before.as_ref(), after.as_ref(), db.clock().today()).into_response())
}
