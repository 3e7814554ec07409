//! The list of outreach with its funnels, one of them, and who came of it.

use super::form::OutreachForm;
use super::views::{self, DaysQuery};
use super::{Days, Outreach, queries};
use crate::auth::{CaseWorker, Route, Viewer};
use crate::error::{Error, Result};
use crate::people;
use crate::programs;
use crate::store::Db;
use crate::values::{ClientId, Day, OutreachId};
use crate::web::{Access, Complaints, Form, Id, Leaf, Query, forms, get, post};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/outreach", &[A::Advisor, A::Manager], list_page),
        post("/outreach", &[A::Advisor, A::Manager], write),
        get("/outreach/new", &[A::Advisor, A::Manager], new_page),
        get("/outreach/{id}", &[A::Advisor, A::Manager], one_page),
        get("/outreach/{id}/facts", &[A::Advisor, A::Manager], facts_page),
        post("/outreach/{id}/facts", &[A::Advisor, A::Manager], change),
        post("/outreach/{id}/clients", &[A::Advisor, A::Manager], put_client),
        post("/outreach/{id}/clients/{client}/removal", &[A::Advisor, A::Manager], remove_client),
        post("/outreach/{id}/undoing", &[A::Advisor, A::Manager], undo),
    ]
}

/// How many clients a search offers.
const OFFERED: i64 = 8;

async fn list_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Query(query): Query<DaysQuery>) -> Result<Response> {
    let mut complaints = Complaints::default();
    let from = complaints.take("from", Day::maybe(&query.from)).flatten();
    let to = complaints.take("to", Day::maybe(&query.to)).flatten();
    let (days, leaf) = (Days { from, to }, Leaf { page: query.page });
    let (asked, (skip, limit)) = (viewer.clone(), leaf.window());
    let (found, funnels) =
        db.read(move |conn| Ok((queries::list_for(conn, &asked, days, limit, skip)?, queries::funnels(conn, &asked, days)?))).await?;
    let (found, has_more) = leaf.of_window(found);
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = views::ListPage { viewer: &viewer, found: &found, funnels: &funnels, leaf, has_more, today: db.clock().today() };
    Ok((status, views::list(&page, &query, &complaints)).into_response())
}

async fn known_places(viewer: &Viewer, db: &Db) -> Result<Vec<String>> {
    let asked = viewer.clone();
    db.read(move |conn| queries::places(conn, &asked)).await
}

async fn new_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>) -> Result<Response> {
    let (places, today) = (known_places(&viewer, &db).await?, db.clock().today());
    Ok(views::new(&viewer, &OutreachForm::fresh(today), &places, today, &Complaints::default()).into_response())
}

async fn write(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Form(form): Form<OutreachForm>) -> Result<Response> {
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
        let places = known_places(&viewer, &db).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::new(&viewer, &form, &places, today, &complaints)).into_response());
    };
    let asked = viewer.clone();
    let address = db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&form.key)? {
                return Ok(answer);
            }
            let answer = format!("/outreach/{}", queries::write(tx, &asked, program, &facts)?);
            tx.remember_answer(&form.key, &answer)?;
            Ok(answer)
        })
        .await?;
    Ok(Redirect::to(&address).into_response())
}

/// Whom somebody looks for, and which page of who came.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Sought {
    q: String,
    page: u32,
}

async fn find(viewer: &Viewer, db: &Db, id: &OutreachId) -> Result<Outreach> {
    let (asked, sought) = (viewer.clone(), id.clone());
    db.read(move |conn| queries::find_for(conn, &asked, &sought)).await
}

async fn one_page(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<OutreachId>,
    Query(sought): Query<Sought>,
) -> Result<Response> {
    let outreach = find(&viewer, &db, &id).await?;
    let (leaf, asked, today) = (Leaf { page: sought.page }, viewer.clone(), db.clock().today());
    let q: String = sought.q.chars().take(200).collect();
    let (typed, (skip, limit)) = (q.clone(), leaf.window());
    let (outreach, came, found) = db
        .read(move |conn| {
            let came = queries::came(conn, &outreach, limit, skip)?;
            let found = if typed.trim().is_empty() { Vec::new() } else { people::queries::search(conn, &asked, &typed, OFFERED)? };
            Ok((outreach, came, found))
        })
        .await?;
    let (came, has_more) = leaf.of_window(came);
    let page = views::OnePage {
        viewer: &viewer,
        outreach: &outreach,
        came: &came,
        q: &q,
        found: &found,
        leaf,
        has_more,
        today,
        now: db.clock().now(),
    };
    Ok(views::one(&page).into_response())
}

async fn facts_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<OutreachId>) -> Result<Response> {
    let outreach = find(&viewer, &db, &id).await?;
    let (form, places) = (OutreachForm::of(&outreach.facts, outreach.version), known_places(&viewer, &db).await?);
    Ok(views::facts(&viewer, &outreach, &form, &places, db.clock().today(), &Complaints::default()).into_response())
}

async fn change(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<OutreachId>,
    Form(form): Form<OutreachForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let today = db.clock().today();
    let outreach = find(&viewer, &db, &id).await?;
    let places = known_places(&viewer, &db).await?;
    let mut complaints = Complaints::default();
    let Some(facts) = form.facts(&mut complaints, today) else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::facts(&viewer, &outreach, &form, &places, today, &complaints)).into_response());
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
        let saved = find(&viewer, &db, &id).await?;
        let words = format!(
            "This was changed since you opened it. Saved now: {}, {} spoken to. Yours is still in the form; save again to replace it",
            saved.facts.title, saved.facts.reached
        );
        complaints.add("title", words);
        let form = OutreachForm { version: saved.version, ..form };
        return Ok((StatusCode::CONFLICT, views::facts(&viewer, &saved, &form, &places, today, &complaints)).into_response());
    }
    changed?;
    Ok(Redirect::to(&format!("/outreach/{id}")).into_response())
}

/// Who came of it.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct ClientForm {
    client_id: String,
}

async fn put_client(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<OutreachId>,
    Form(form): Form<ClientForm>,
) -> Result<Redirect> {
    let client = ClientId::parse(&form.client_id).ok_or(Error::NotFound)?;
    let (asked, address) = (viewer.clone(), format!("/outreach/{id}"));
    db.write(viewer.actor(), move |tx| {
        let outreach = queries::find_for(tx, &asked, &id)?;
        let found = people::queries::find_for(tx, &asked, &client)?;
        // A business may be a client of several programs: here it counts as one of this program.
        let client = people::queries::find_in(tx, found.key, outreach.program.0).unwrap_or(found);
        queries::put_client(tx, &asked, &id, &client)
    })
    .await?;
    Ok(Redirect::to(&address))
}

async fn remove_client(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Path((id, client)): Path<(String, String)>,
) -> Result<Redirect> {
    let id = OutreachId::parse(&id).ok_or(Error::NotFound)?;
    let client = ClientId::parse(&client).ok_or(Error::NotFound)?;
    let (asked, address) = (viewer.clone(), format!("/outreach/{id}"));
    db.write(viewer.actor(), move |tx| queries::remove_client(tx, &asked, &id, &client)).await?;
    Ok(Redirect::to(&address))
}

async fn undo(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<OutreachId>,
    Form(form): Form<forms::Press>,
) -> Result<Redirect> {
    let asked = viewer.clone();
    db.write(viewer.actor(), move |tx| queries::undo(tx, &asked, &id, form.version)).await?;
    Ok(Redirect::to("/outreach"))
}
