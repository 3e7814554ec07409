//! The pages of benchmarks: the list, one of them, a file that is imported, and what a program is compared with.

use super::choice::ChoiceForm;
use super::command::Typed;
use super::queries::{self, Recorded};
use super::reading::{self, LARGEST, Reading};
use super::{Said, views};
use crate::auth::{Head, Manager, Route, Viewer};
use crate::error::{Error, Result};
use crate::jobs::{Job, Jobs};
use crate::places::command::digest;
use crate::store::Db;
use crate::values::{BenchmarkId, Line};
use crate::web::{Access, Complaints, Form, Id, Leaf, Query, forms, get, post};
use axum::Extension;
use axum::extract::multipart::{MultipartError, MultipartRejection};
use axum::extract::{DefaultBodyLimit, Multipart, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::Arc;

/// The other fields of the form beside the file.
const BESIDE: usize = 64 * 1024;

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
    let upload = post("/benchmarks/preview", &[A::Manager, A::Admin], preview);
    let upload = Route { handler: upload.handler.layer(DefaultBodyLimit::max(LARGEST + BESIDE)), ..upload };
    [
        get("/benchmarks", &[A::Manager, A::Admin], list),
        get("/benchmarks/import", &[A::Manager, A::Admin], choose_file),
        get("/benchmarks/preview", &[A::Manager, A::Admin], no_preview),
        upload,
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

async fn preview(
    Head(viewer): Head,
    State(db): State<Db>,
    Extension(jobs): Extension<Jobs<Pending>>,
    posted: std::result::Result<Multipart, MultipartRejection>,
) -> Result<Response> {
    let unread = || Error::Rejected("This form could not be read. Go back, reload the page and choose the file again.".to_owned());
    let mut complaints = Complaints::default();
    let upload = match Upload::take(posted.map_err(|_| unread())?).await {
        Ok(upload) => upload,
        Err(cause) if cause.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            complaints.add("file", "The file is larger than 10 MiB. Keep the rows of your own area, its state and the nation.");
            return Ok(draw_file(&viewer, &Typed::default(), &complaints, StatusCode::PAYLOAD_TOO_LARGE));
        }
        Err(_) => return Err(unread()),
    };
    let said = match upload.typed.parse(db.clock().today()) {
        Ok(said) => said,
        Err(complaints) => return Ok(draw_file(&viewer, &upload.typed, &complaints, StatusCode::UNPROCESSABLE_ENTITY)),
    };
    match begin(&viewer, &jobs, &upload, said) {
        Ok((job, reading)) => draw_preview(&viewer, &db, &job, &reading, None).await,
        Err(Error::Rejected(words)) => {
            complaints.add("file", words);
            Ok(draw_file(&viewer, &upload.typed, &complaints, StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(cause) => Err(cause),
    }
}

/// What a post of the upload form brought.
#[derive(Default)]
struct Upload {
    typed: Typed,
    name: String,
    bytes: Vec<u8>,
}

impl Upload {
    async fn take(mut posted: Multipart) -> std::result::Result<Self, MultipartError> {
        let mut upload = Self::default();
        while let Some(field) = posted.next_field().await? {
            match field.name().unwrap_or_default() {
                "source" => upload.typed.source = field.text().await?,
                "dataset" => upload.typed.dataset = field.text().await?,
                "vintage" => upload.typed.vintage = field.text().await?,
                "retrieved_on" => upload.typed.retrieved_on = field.text().await?,
                "url" => upload.typed.url = field.text().await?,
                "file" => {
                    upload.name = field.file_name().unwrap_or_default().to_owned();
                    upload.bytes = field.bytes().await?.into();
                }
                _ => drop(field.bytes().await?),
            }
        }
        Ok(upload)
    }
}

/// Keeps an uploaded file for the time of a preview, if it can be read as a whole.
fn begin(viewer: &Viewer, jobs: &Jobs<Pending>, upload: &Upload, said: Said) -> Result<(Arc<Job<Pending>>, Reading)> {
    if upload.name.is_empty() && upload.bytes.is_empty() {
        return Err(Error::Rejected("Choose a file.".to_owned()));
    }
    let name = Line::maybe(&upload.name, "the name of the file").ok().flatten();
    let name = name.map_or_else(|| "benchmark".to_owned(), |name| name.to_string());
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
