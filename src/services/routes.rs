//! One service and one follow-up: looking, changing, taking back. Logging stands on the desk, whose pages hold the form.

use super::forms::{FollowUpForm, LogForm};
use super::views::{self, ServicePage};
use super::{NewFollowUp, Promise, Service, dates, queries};
use crate::auth::{CaseWorker, Route, Viewer};
use crate::error::{Error, Result};
use crate::people::{self, Client, Found};
use crate::programs;
use crate::programs::keeping::{self, KeepForm};
use crate::store::Db;
use crate::values::{AttemptId, ClientId, FollowUpId, Line, NoteLevel, ServiceId, Vocabulary};
use crate::web::{Access, Complaints, Form, Id, Query, forms, get, post};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rusqlite::Connection;

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/services/{id}", &[A::Advisor, A::Manager], service_page),
        post("/services/{id}", &[A::Advisor, A::Manager], change_service),
        post("/services/{id}/keeping", &[A::Advisor, A::Manager], keep_note),
        post("/services/{id}/undoing", &[A::Advisor, A::Manager], undo_service),
        post("/services/{id}/client", &[A::Advisor, A::Manager], join_client),
        post("/attempts/{id}/undoing", &[A::Advisor, A::Manager], undo_attempt),
        get("/follow-ups/new", &[A::Advisor, A::Manager], new_follow_up),
        post("/follow-ups", &[A::Advisor, A::Manager], add_follow_up),
        post("/follow-ups/{id}/finish", &[A::Advisor, A::Manager], finish_follow_up),
        post("/follow-ups/{id}/reopening", &[A::Advisor, A::Manager], reopen_follow_up),
    ]
}

/// How many clients a text field offers.
const OFFERED: i64 = 20;

async fn service_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<ServiceId>) -> Result<Response> {
    let asked = viewer.clone();
    let service = db.read(move |conn| queries::find_for(conn, &asked, &id)).await?;
    let form = as_typed(&db, &service).await?;
    draw_service(viewer, db, &service, &form, &KeepForm::default(), &Complaints::default()).await
}

/// What is saved, as a form would have it typed.
pub async fn as_typed(db: &Db, service: &Service) -> Result<LogForm> {
    let (key, program, kind) = (service.key, service.program, service.kind);
    let (people, (usual_topic, _)) =
        db.read(move |conn| Ok((queries::people_at(conn, key)?, programs::queries::service_default(conn, program, kind)?))).await?;
    let filed = &service.filed;
    let minutes = |minutes: i64| if minutes == 0 { String::new() } else { minutes.to_string() };
    Ok(LogForm {
        version: service.version,
        kind: service.kind.code().to_owned(),
        minutes: service.minutes.to_string(),
        channel: service.channel.code().to_owned(),
        note: service.note().unwrap_or_default().to_owned(),
        note_level: service.note.as_ref().map_or(NoteLevel::Team, |note| note.level).code().to_owned(),
        served_on: service.served_on.to_string(),
        // As long as it is filed by how people met and what they did, a change of that changes this too.
        session_type: if filed.follows(service.channel) { String::new() } else { filed.session_type.clone() },
        topic: if filed.topic == usual_topic { String::new() } else { filed.topic.clone() },
        extra_topic: filed.extra_topics.clone(),
        prepare_minutes: minutes(filed.prepare),
        travel_minutes: minutes(filed.travel),
        language: filed.languages.clone(),
        person: people.iter().map(|(id, _)| id.to_string()).collect(),
        others_present: minutes(filed.others),
        funding_source: filed.funding_source.as_ref().map(|(key, _)| key.to_string()).unwrap_or_default(),
        reportable: filed.reportable_why.as_ref().map(|_| if filed.is_reportable { "yes" } else { "no" }).unwrap_or_default().to_owned(),
        reportable_why: filed.reportable_why.clone().unwrap_or_default(),
        ..LogForm::default()
    })
}

async fn draw_service(
    viewer: Viewer,
    db: Db,
    service: &Service,
    form: &LogForm,
    keep: &KeepForm,
    complaints: &Complaints,
) -> Result<Response> {
    let (asked, now, today) = (viewer.clone(), db.clock().now(), db.clock().today());
    let (key, program, business) = (service.key, service.program, service.client.as_ref().map(|(key, _, _)| *key));
    let (recent, mut choices, people) = db
        .read(move |conn| {
            let recent = queries::recent_clients(conn, &asked, OFFERED)?;
            Ok((recent, queries::choices(conn, program, business, today)?, queries::people_at(conn, key)?))
        })
        .await?;
    choices.keep_source(service.filed.funding_source.as_ref());
    let page = ServicePage { viewer: &viewer, service, today, now, recent: &recent, choices: &choices, people: &people };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::service(&page, form, keep, complaints)).into_response())
}

async fn change_service(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ServiceId>,
    Form(form): Form<LogForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (asked, sought, today) = (viewer.clone(), id.clone(), db.clock().today());
    let service = db.read(move |conn| queries::find_for(conn, &asked, &sought)).await?;
    let mut complaints = Complaints::default();
    let given = form.given(&mut complaints, today, service.channel);
    let given = match complaints.or(given) {
        Ok(given) => given,
        Err(complaints) => return draw_service(viewer, db, &service, &form, &KeepForm::default(), &complaints).await,
    };
    let (asked, sought, typed, answer) = (viewer.clone(), id.clone(), form.clone(), home(&service));
    let changed = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&typed.key)?.is_none() {
                queries::change(tx, &asked, &sought, typed.version, &given)?;
                tx.remember_answer(&typed.key, &answer)?;
            }
            Ok(answer)
        })
        .await;
    match changed {
        Err(Error::Stale) => draw_both(viewer, db, id, form).await,
        other => Ok(Redirect::to(&other?).into_response()),
    }
}

/// Somebody was faster: what is saved now stands beside what was typed, and nothing is overwritten.
async fn draw_both(viewer: Viewer, db: Db, id: ServiceId, form: LogForm) -> Result<Response> {
    let asked = viewer.clone();
    let saved = db.read(move |conn| queries::find_for(conn, &asked, &id)).await?;
    let mut complaints = Complaints::default();
    let note = saved.note().unwrap_or("no note");
    complaints.add(
        "note",
        format!(
            "This was changed since you opened it. Saved now: {}. Note: {note}. Yours is still in the form; save again to replace it",
            saved.title()
        ),
    );
    let form = LogForm { version: saved.version, ..form };
    let mut page = draw_service(viewer, db, &saved, &form, &KeepForm::default(), &complaints).await?;
    *page.status_mut() = StatusCode::CONFLICT;
    Ok(page)
}

async fn keep_note(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ServiceId>,
    Form(form): Form<KeepForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (asked, sought) = (viewer.clone(), id.clone());
    let service = db.read(move |conn| queries::find_for(conn, &asked, &sought)).await?;
    let (until, why) = match form.parse(db.clock().today()) {
        Ok(parsed) => parsed,
        Err(complaints) => {
            let typed = as_typed(&db, &service).await?;
            return draw_service(viewer, db, &service, &typed, &form, &complaints).await;
        }
    };
    let (asked, sought, typed) = (viewer.clone(), id.clone(), form.clone());
    let kept = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&typed.key)?.is_none() {
                queries::keep_note(tx, &asked, &sought, typed.version, until, &why)?;
                tx.remember_answer(&typed.key, "kept")?;
            }
            Ok(())
        })
        .await;
    match kept {
        Err(Error::Stale) => draw_other_day(viewer, db, id, form).await,
        other => other.map(|()| Redirect::to(&format!("/services/{id}")).into_response()),
    }
}

/// Somebody was faster: the day that holds now stands above the one that was typed.
async fn draw_other_day(viewer: Viewer, db: Db, id: ServiceId, form: KeepForm) -> Result<Response> {
    let (asked, today) = (viewer.clone(), db.clock().today());
    let saved = db.read(move |conn| queries::find_for(conn, &asked, &id)).await?;
    let until = saved.note.as_ref().and_then(|note| note.until_on).ok_or(Error::NotFound)?;
    let typed = as_typed(&db, &saved).await?;
    let mut page = draw_service(viewer, db, &saved, &typed, &form, &keeping::stale(until, today)).await?;
    *page.status_mut() = StatusCode::CONFLICT;
    Ok(page)
}

/// Where a service is seen.
fn home(service: &Service) -> String {
    service.client.as_ref().map_or_else(|| "/today".to_owned(), |(_, id, _)| format!("/clients/{id}"))
}

/// Where a form with one button stood.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Back {
    back: String,
}

async fn undo_service(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ServiceId>,
    Query(back): Query<Back>,
    Form(form): Form<forms::Press>,
) -> Result<Redirect> {
    let asked = viewer.clone();
    let service = db.write(viewer.actor(), move |tx| queries::undo(tx, &asked, &id, form.version)).await?;
    let page = if back.back == "today" { "/today".to_owned() } else { home(&service) };
    Ok(Redirect::to(&format!("{page}?undone={}", service.id)))
}

async fn undo_attempt(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<AttemptId>,
    Form(form): Form<forms::Press>,
) -> Result<Redirect> {
    let asked = viewer.clone();
    let attempt = db.write(viewer.actor(), move |tx| queries::undo_attempt(tx, &asked, &id, form.version)).await?;
    Ok(Redirect::to(&format!("/clients/{}?tried={}", attempt.client.0, attempt.id)))
}

/// A client as typed or chosen.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
struct JoinForm {
    key: String,
    version: i64,
    client: String,
    client_id: String,
}

async fn join_client(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ServiceId>,
    Form(form): Form<JoinForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (asked, typed, chosen) = (viewer.clone(), form.client.clone(), form.client_id.clone());
    let client = match db.read(move |conn| who(conn, &asked, &chosen, &typed)).await? {
        Who::Client(client) => client,
        Who::Unclear(found) => {
            let version = form.version.to_string();
            let hidden = [("key", form.key.as_str()), ("version", version.as_str()), ("client", form.client.as_str())];
            let page = views::choose(&viewer, "Which client?", &form.client, &found, &format!("/services/{id}/client"), &hidden);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let (asked, address) = (viewer.clone(), format!("/clients/{}", client.id));
    db.write(viewer.actor(), move |tx| queries::join(tx, &asked, &id, form.version, &client)).await?;
    Ok(Redirect::to(&address).into_response())
}

/// Whom a text field means.
pub enum Who {
    /// One client and no other.
    Client(Box<Client>),
    /// Several, or some that come near, or none.
    Unclear(Vec<Found>),
}

/// Reads whom a form means: a chosen client, else an exact name or number, else whoever comes near.
pub fn who(conn: &Connection, viewer: &Viewer, chosen: &str, typed: &str) -> Result<Who> {
    if let Some(id) = ClientId::parse(chosen) {
        return Ok(Who::Client(Box::new(people::queries::find_for(conn, viewer, &id)?)));
    }
    let mut exact = people::queries::named(conn, viewer, typed, OFFERED)?;
    exact.dedup_by_key(|found| found.key);
    match exact.as_slice() {
        [one] => Ok(Who::Client(Box::new(people::queries::find_for(conn, viewer, &one.id)?))),
        [] => {
            let mut near = people::queries::search(conn, viewer, typed, 8)?;
            near.dedup_by_key(|found| found.key);
            Ok(Who::Unclear(near))
        }
        _ => Ok(Who::Unclear(exact)),
    }
}

/// About whom a follow-up is to be.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct About {
    client: String,
}

async fn new_follow_up(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Query(about): Query<About>) -> Result<Response> {
    let (asked, tomorrow) = (viewer.clone(), db.clock().today().plus_days(1));
    let client = db
        .read(move |conn| match ClientId::parse(&about.client) {
            Some(id) => people::queries::find_for(conn, &asked, &id).map(|client| client.name),
            None => Ok(String::new()),
        })
        .await?;
    let form = FollowUpForm { client, due_on: tomorrow.to_string(), ..FollowUpForm::default() };
    draw_follow_up(viewer, db, &form, &Complaints::default()).await
}

async fn draw_follow_up(viewer: Viewer, db: Db, form: &FollowUpForm, complaints: &Complaints) -> Result<Response> {
    let asked = viewer.clone();
    let recent = db.read(move |conn| queries::recent_clients(conn, &asked, OFFERED)).await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::follow_up_page(&viewer, &recent, form, complaints)).into_response())
}

async fn add_follow_up(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Form(form): Form<FollowUpForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (asked, typed, chosen) = (viewer.clone(), form.client.clone(), form.client_id.clone());
    let who = db.read(move |conn| who(conn, &asked, &chosen, &typed)).await?;
    let mut complaints = Complaints::default();
    if form.client.trim().is_empty() && form.client_id.is_empty() {
        complaints.add("client", "Say which client it is about");
    }
    let title = complaints.take("title", Line::parse(&form.title, "what you will do"));
    let due_on = complaints.take("due_on", dates::due_date(&form.due_on, db.clock().today()));
    let promise = match complaints.or(title.zip(due_on)) {
        Ok((title, due_on)) => Promise { title, due_on },
        Err(complaints) => return draw_follow_up(viewer, db, &form, &complaints).await,
    };
    let client = match who {
        Who::Client(client) => client,
        Who::Unclear(found) => return Ok(choose_for_follow_up(&viewer, &form, &found)),
    };
    let account = viewer.key;
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            let new = NewFollowUp { program: client.program, business: client.key, service: None, account, promise };
            queries::add_follow_up(tx, &new)?;
            tx.remember_answer(&form.key, "/today")?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to("/today").into_response())
}

fn choose_for_follow_up(viewer: &Viewer, form: &FollowUpForm, found: &[Found]) -> Response {
    let hidden =
        [("key", form.key.as_str()), ("client", form.client.as_str()), ("title", form.title.as_str()), ("due_on", form.due_on.as_str())];
    (StatusCode::UNPROCESSABLE_ENTITY, views::choose(viewer, "Which client is it about?", &form.client, found, "/follow-ups", &hidden))
        .into_response()
}

async fn finish_follow_up(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<FollowUpId>,
    Query(back): Query<Back>,
    Form(form): Form<forms::Press>,
) -> Result<Redirect> {
    let asked = viewer.clone();
    let done = db.write(viewer.actor(), move |tx| queries::finish(tx, &asked, &id, form.version)).await?;
    Ok(Redirect::to(&back_to(&back, &done.client.0, &format!("done={}", done.id))))
}

async fn reopen_follow_up(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<FollowUpId>,
    Query(back): Query<Back>,
    Form(form): Form<forms::Press>,
) -> Result<Redirect> {
    let asked = viewer.clone();
    let open = db.write(viewer.actor(), move |tx| queries::reopen(tx, &asked, &id, form.version)).await?;
    Ok(Redirect::to(&back_to(&back, &open.client.0, "")))
}

fn back_to(back: &Back, client: &ClientId, query: &str) -> String {
    let page = if back.back == "client" { format!("/clients/{client}") } else { "/today".to_owned() };
    if query.is_empty() { page } else { format!("{page}?{query}") }
}
