//! The pages of benchmarks: the list, one of them, a file that is imported, and what a program is compared with.

use super::choice::ChoiceForm;
use super::command::Typed;
use super::queries::{self, Recorded};
use super::reading::{self, LARGEST, Reading};
use super::{Said, views};
use crate::auth::{Head, Manager, Route, Viewer};
use crate::error::{Error, Result};
use crate::jobs::{Job, Jobs};
use crate::store::Db;
use crate::store::digest;
use crate::values::BenchmarkId;
use crate::web::{Access, Complaints, Form, Id, Leaf, Query, Upload, forms, get, post, with_file};
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::Arc;

/// A file somebody looks at before it is imported.
pub struct Pending {
    name: String,
    bytes: Arc<[u8]>,
    said: Said,
}

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    let jobs = Jobs::<Pending>::default();
    [
        get("/benchmarks", &[A::Manager, A::Admin], list),
        get("/benchmarks/import", &[A::Manager, A::Admin], choose_file),
        get("/benchmarks/preview", &[A::Manager, A::Admin], no_preview),
        with_file(post("/benchmarks/preview", &[A::Manager, A::Admin], preview), LARGEST),
        post("/benchmarks/files", &[A::Manager, A::Admin], record),
        get("/benchmarks/choice", &[A::Manager], choice),
        post("/benchmarks/choice", &[A::Manager], choose),
        get("/benchmarks/{id}", &[A::Manager, A::Admin], one),
    ]
    .into_iter()
    .map(|route| Route { handler: route.handler.layer(Extension(jobs.clone())), ..route })
    .collect()
}

async fn list(Head(viewer): Head, State(db): State<Db>, Query(leaf): Query<Leaf>) -> Result<Response> {
    let found = db.read(move |conn| queries::page(conn, leaf)).await?;
    Ok(views::list(&viewer, found, leaf, db.clock()).into_response())
}

async fn one(Head(viewer): Head, State(db): State<Db>, Id(id): Id<BenchmarkId>) -> Result<Response> {
    let (found, cells) = db
        .read(move |conn| {
            let found = queries::find(conn, &id)?;
            let cells = queries::cells(conn, found.key)?;
            Ok((found, cells))
        })
        .await?;
    Ok(views::one(&viewer, &found, &cells, db.clock()).into_response())
}

async fn choose_file(Head(viewer): Head) -> Response {
    draw_file(&viewer, &Typed::default(), &Complaints::default(), StatusCode::OK)
}

/// A preview belongs to a file that was just chosen; its address alone leads back to choosing one.
async fn no_preview(_: Head) -> Redirect {
    Redirect::to("/benchmarks/import")
}

fn draw_file(viewer: &Viewer, typed: &Typed, complaints: &Complaints, status: StatusCode) -> Response {
    (status, views::import::file(viewer, typed, complaints)).into_response()
}

async fn preview(Head(viewer): Head, State(db): State<Db>, Extension(jobs): Extension<Jobs<Pending>>, upload: Upload) -> Result<Response> {
    let mut complaints = Complaints::default();
    if upload.is_too_large {
        complaints.add("file", "The file is larger than 10 MiB. Keep the rows of your own area, its state and the nation.");
        return Ok(draw_file(&viewer, &Typed::default(), &complaints, StatusCode::PAYLOAD_TOO_LARGE));
    }
    let typed = typed(&upload);
    let said = match typed.parse(db.clock().today()) {
        Ok(said) => said,
        Err(complaints) => return Ok(draw_file(&viewer, &typed, &complaints, StatusCode::UNPROCESSABLE_ENTITY)),
    };
    match begin(&viewer, &jobs, &upload, said) {
        Ok((job, reading)) => draw_preview(&viewer, &db, &job, &reading, None).await,
        Err(Error::Rejected(words)) => {
            complaints.add("file", words);
            Ok(draw_file(&viewer, &typed, &complaints, StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(cause) => Err(cause),
    }
}

/// What was said about the file.
fn typed(upload: &Upload) -> Typed {
    Typed {
        source: upload.text("source"),
        dataset: upload.text("dataset"),
        vintage: upload.text("vintage"),
        retrieved_on: upload.text("retrieved_on"),
        url: upload.text("url"),
    }
}

/// Keeps an uploaded file for the time of a preview, if it can be read as a whole.
fn begin(viewer: &Viewer, jobs: &Jobs<Pending>, upload: &Upload, said: Said) -> Result<(Arc<Job<Pending>>, Reading)> {
    let name = upload.file_name("benchmark")?;
    let reading = reading::read(&upload.bytes, &said)?;
    let job = jobs.add(viewer.key, Pending { name, bytes: upload.bytes.as_slice().into(), said })?;
    Ok((job, reading))
}

async fn draw_preview(viewer: &Viewer, db: &Db, job: &Job<Pending>, reading: &Reading, refused: Option<&str>) -> Result<Response> {
    let hash = digest(&job.load.bytes);
    let known = hash.clone();
    let already = db.read(move |conn| queries::already(conn, &known)).await?;
    let already = already.map(|(name, at)| (name, db.clock().zone().day(at)));
    let draft = views::import::Draft { job: &job.id, file: &job.load.name, hash: &hash, reading, already, refused };
    let status = if draft.can_be_imported() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::import::preview(viewer, &draft)).into_response())
}

/// The form under a preview.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct RecordForm {
    key: String,
    job: String,
}

async fn record(
    Head(viewer): Head,
    State(db): State<Db>,
    Extension(jobs): Extension<Jobs<Pending>>,
    Form(form): Form<RecordForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let job = jobs.find(viewer.key, &form.job)?;
    let reading = reading::read(&job.load.bytes, &job.load.said)?;
    let (name, hash) = (job.load.name.clone(), digest(&job.load.bytes));
    let outcome = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&form.key)?.is_some() {
                return Ok(true);
            }
            let is_new = matches!(queries::record(tx, &name, &hash, &reading)?, Recorded::New);
            if is_new {
                tx.remember_answer(&form.key, "/benchmarks")?;
            }
            Ok(is_new)
        })
        .await;
    let refused = match outcome {
        Ok(true) => return Ok(Redirect::to("/benchmarks").into_response()),
        Ok(false) => None,
        Err(Error::Rejected(words)) => Some(words),
        Err(cause) => return Err(cause),
    };
    let reading = reading::read(&job.load.bytes, &job.load.said)?;
    draw_preview(&viewer, &db, &job, &reading, refused.as_deref()).await
}

/// Which program's choice.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Asked {
    program: Option<String>,
}

async fn choice(Manager(viewer): Manager, State(db): State<Db>, Query(asked): Query<Asked>) -> Result<Response> {
    draw_choice(viewer, db, asked.program, None, Complaints::default()).await
}

async fn draw_choice(
    viewer: Viewer,
    db: Db,
    program: Option<String>,
    form: Option<ChoiceForm>,
    complaints: Complaints,
) -> Result<Response> {
    let manager = viewer.clone();
    let (programs, chosen, all, history) = db
        .read(move |conn| {
            let (programs, chosen) = crate::reports::routes::programs(conn, &manager, program.as_deref())?;
            let history = queries::chosen(conn, chosen.key)?;
            let mut all = queries::choices(conn)?;
            // What is chosen stays on the list when something newer came.
            for side in history.iter().flat_map(|choice| &choice.sides) {
                for key in [Some(side.base), side.add].into_iter().flatten() {
                    if !all.iter().any(|one| one.key == key) {
                        all.push(queries::by_key(conn, key)?);
                    }
                }
            }
            Ok((programs, chosen, all, history))
        })
        .await?;
    let form = form.unwrap_or_else(|| ChoiceForm::of(history.first(), &all));
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let desk = views::choice::Desk { programs: &programs, chosen: &chosen, all: &all, history: &history, clock: db.clock() };
    Ok((status, views::choice::page(&viewer, &desk, &form, &complaints)).into_response())
}

async fn choose(Manager(viewer): Manager, State(db): State<Db>, Form(form): Form<ChoiceForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let manager = viewer.clone();
    let asked = form.program.clone();
    let (program, all) = db
        .read(move |conn| {
            let (_, program) = crate::reports::routes::programs(conn, &manager, Some(&asked))?;
            let mut all = queries::choices(conn)?;
            for choice in queries::chosen(conn, program.key)? {
                for side in choice.sides {
                    all.push(queries::by_key(conn, side.base)?);
                    all.extend(side.add.map(|add| queries::by_key(conn, add)).transpose()?);
                }
            }
            Ok((program, all))
        })
        .await?;
    let new = match form.parse(&all) {
        Ok(new) => new,
        Err(complaints) => return draw_choice(viewer, db, Some(program.id.to_string()), Some(form), complaints).await,
    };
    let address = format!("/reports?program={}", program.id);
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            queries::choose(tx, program.key, &program.id, form.version, &new)?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address).into_response())
}
