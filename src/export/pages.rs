//! The page where a manager takes records out: chosen, proved where they are about clients, written in the background, taken once done.

use super::records::{self, Asked, Form as Writing, Records, Written};
use super::views::{self, Chosen, Stage};
use crate::auth::looks::{Look, shown};
use crate::auth::step_up::{Proved, Typed, earlier, prove_and_do};
use crate::auth::{House, Manager, Route, Viewer};
use crate::error::{Error, Result};
use crate::jobs::{Job, Jobs, Progress, State as JobState};
use crate::store::{Actor, Content, Db, Object, spool};
use crate::values::Day;
use crate::web::{Access, Complaints, Form, Passing, Query, forms, get, post};
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::{Arc, Mutex, PoisonError};

/// A file of records under way.
pub struct Taking {
    asked: Asked,
    progress: Arc<Progress>,
    /// Once it is done.
    file: Mutex<Option<(Content, Written)>>,
}

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    let jobs = Jobs::<Taking>::default();
    [
        get("/exports", &[A::Manager], choose),
        post("/exports", &[A::Manager], start),
        get("/exports/jobs/{id}", &[A::Manager], job),
        get("/exports/jobs/{id}/file", &[A::Manager], file),
        post("/exports/jobs/{id}/stopping", &[A::Manager], stop),
    ]
    .into_iter()
    .map(|route| Route { handler: route.handler.layer(Extension(jobs.clone())), ..route })
    .collect()
}

/// What is chosen beforehand.
#[derive(serde::Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Wished {
    kind: String,
}

async fn choose(Manager(viewer): Manager, Query(wished): Query<Wished>) -> Response {
    let chosen = Chosen { kind: wished.kind, form: Writing::Csv.code().to_owned(), ..Chosen::default() };
    views::choose(&viewer, &chosen, &Complaints::default()).into_response()
}

/// Reads what was chosen.
fn parse(viewer: &Viewer, chosen: &Chosen, today: Day) -> std::result::Result<Asked, Complaints> {
    let mut complaints = Complaints::default();
    let kind = Records::parse(&chosen.kind);
    if kind.is_none() {
        complaints.add("kind", "Say what you take out");
    }
    let form = complaints.take("form", Writing::parse(&chosen.form).map_err(|_| crate::values::Complaint::new("Choose one of the forms")));
    let managed: Vec<i64> = viewer.programs().into_iter().map(|(key, _)| key).filter(|key| viewer.manages(*key)).collect();
    let programs = match chosen.program.as_str() {
        "" => managed,
        typed => typed.parse().ok().filter(|key| managed.contains(key)).into_iter().collect(),
    };
    if programs.is_empty() {
        complaints.add("program", "Choose a program that you manage");
    }
    let from = complaints.take("from", Day::maybe(&chosen.from)).flatten();
    let to = complaints.take("to", Day::maybe(&chosen.to)).flatten();
    let asked = kind.zip(form).map(|(kind, form)| Asked { kind, form, programs, from, to, set: None, today });
    if let Some(Err(cause)) = asked.as_ref().map(Asked::check) {
        complaints.add("from", cause.to_string());
    }
    complaints.or(asked)
}

async fn start(
    Manager(viewer): Manager,
    State(house): State<House>,
    Extension(jobs): Extension<Jobs<Taking>>,
    Form(chosen): Form<Chosen>,
) -> Result<Response> {
    forms::check_key(&chosen.key)?;
    let again = |complaints: &Complaints| (StatusCode::UNPROCESSABLE_ENTITY, views::choose(&viewer, &chosen, complaints)).into_response();
    let asked = match parse(&viewer, &chosen, house.db.clock().today()) {
        Ok(asked) => asked,
        Err(complaints) => return Ok(again(&complaints)),
    };
    let detail = format!("kind {} form {}", asked.kind.code(), asked.form.code());
    let (account, held, is_proved) = (viewer.key, jobs.clone(), asked.kind.is_about_clients());
    let begin = move |tx: &crate::store::Tx<'_>| {
        let job = held.add(account, Taking { asked, progress: Arc::default(), file: Mutex::default() })?;
        tx.audit_with("records.asked_for", Object::none(), &detail)?;
        Ok(format!("/exports/jobs/{}", job.id))
    };
    let key = chosen.key.clone();
    let address = if is_proved {
        let typed = Typed { password: chosen.password.clone(), code: chosen.code.clone() };
        match prove_and_do(&house, &viewer, key, typed, move |tx| begin(tx).map(Ok)).await? {
            Proved::Done(address) => address,
            Proved::Not(complaints) => return Ok(again(&complaints)),
        }
    } else if let Some(address) = earlier(&house, &viewer, &key).await? {
        address
    } else {
        house
            .db
            .write(viewer.actor(), move |tx| {
                if let Some(address) = tx.answer_to(&key)? {
                    return Ok(address);
                }
                let address = begin(tx)?;
                tx.remember_answer(&key, &address)?;
                Ok(address)
            })
            .await?
    };
    let job = jobs.find(viewer.key, address.rsplit('/').next().unwrap_or_default())?;
    if job.begin() {
        tokio::spawn(work(house.db.clone(), viewer.actor(), job));
    }
    Ok(Redirect::to(&address).into_response())
}

/// Writes the file, and writes down that it was made before anybody can take it.
async fn work(db: Db, actor: Actor, job: Arc<Job<Taking>>) {
    let ended = match written(&db, actor, &job).await {
        Ok(done) => {
            *job.load.file.lock().unwrap_or_else(PoisonError::into_inner) = Some(done);
            JobState::Done(format!("/exports/jobs/{}/file", job.id))
        }
        Err(Error::Internal(cause)) => {
            tracing::error!(%cause, "an export stopped");
            JobState::Stopped("Something broke. This is not your fault. Try again; if it stays, tell your administrator.".to_owned())
        }
        Err(cause) => JobState::Stopped(cause.to_string()),
    };
    job.end(ended);
}

async fn written(db: &Db, actor: Actor, job: &Job<Taking>) -> Result<(Content, Written)> {
    let (asked, progress, beside) = (job.load.asked.clone(), Arc::clone(&job.load.progress), db.folder().path().to_path_buf());
    let (content, written) = db
        .report(move |conn| {
            let mut file = spool::unnamed(&beside)?;
            let written = records::write(conn, &asked, &mut file, &progress)?;
            Ok((Content::of(file, &beside)?, written))
        })
        .await?;
    records::note(db, actor, &job.load.asked, &written).await?;
    Ok((content, written))
}

async fn job(Manager(viewer): Manager, Extension(jobs): Extension<Jobs<Taking>>, Path(id): Path<String>) -> Result<Response> {
    let job = jobs.find(viewer.key, &id)?;
    let kind = job.load.asked.kind;
    let file =
        job.load.file.lock().unwrap_or_else(PoisonError::into_inner).as_ref().map(|(content, written)| (content.len(), written.clone()));
    Ok(match (job.state(), file) {
        (JobState::Done(address), Some((bytes, written))) => {
            views::taking(&viewer, kind, &Stage::Done { address: &address, bytes, written: &written }).into_response()
        }
        (JobState::Stopped(words), _) => {
            (StatusCode::UNPROCESSABLE_ENTITY, views::taking(&viewer, kind, &Stage::Stopped(&words))).into_response()
        }
        _ => views::taking(&viewer, kind, &Stage::Running { job: &job.id, progress: job.load.progress.get() }).into_response(),
    })
}

/// The file itself, as often as somebody takes it within half an hour.
async fn file(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Extension(jobs): Extension<Jobs<Taking>>,
    Path(id): Path<String>,
) -> Result<Response> {
    let job = jobs.find(viewer.key, &id)?;
    let asked = &job.load.asked;
    // Whoever manages a program no more takes nothing of it either.
    if asked.programs.iter().any(|program| !viewer.manages(*program)) {
        return Err(Error::NotFound);
    }
    let made = job.load.file.lock().unwrap_or_else(PoisonError::into_inner).as_ref().map(|(content, made)| (content.clone(), made.clone()));
    let (content, made) = made.ok_or(Error::NotFound)?;
    if !is_still_so(&db, asked, &made).await? {
        let words =
            "A story in this file was changed or taken back since the file was made, so it is given out no more. Make the file anew.";
        return Err(Error::Rejected(words.to_owned()));
    }
    let ending = if (asked.kind, asked.form) == (Records::Zones, Writing::Json) { "geojson" } else { asked.form.code() };
    let name = format!("{}-{}.{ending}", asked.kind.code(), db.clock().today());
    let file = Passing { name, kind: asked.form.media(), len: content.len(), from: content.reader() };
    if !asked.kind.is_about_clients() {
        return Ok(file.into_response());
    }
    // Everybody in it reads who took it.
    Ok((shown(asked.programs.iter().map(|program| Look::File { program: *program }).collect()), file).into_response())
}

/// Whether a file of stories says what may be told now: a yes that was taken back after it was made takes the file back too.
async fn is_still_so(db: &Db, asked: &Asked, made: &Written) -> Result<bool> {
    if asked.kind != Records::Stories {
        return Ok(true);
    }
    let asked = Asked { today: db.clock().today(), ..asked.clone() };
    let now = db.report(move |conn| records::write(conn, &asked, &mut std::io::sink(), &Progress::default())).await?;
    Ok(now.sha256 == made.sha256)
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct StopForm {
    key: String,
}

async fn stop(
    Manager(viewer): Manager,
    Extension(jobs): Extension<Jobs<Taking>>,
    Path(id): Path<String>,
    Form(form): Form<StopForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let job = jobs.find(viewer.key, &id)?;
    job.load.progress.stop();
    Ok(Redirect::to(&format!("/exports/jobs/{}", job.id)))
}
