//! The pages that import zones: choose a file, look at it, record it, take it back.

use super::views;
use crate::auth::{Manager, Route, Viewer};
use crate::error::{Error, Result};
use crate::jobs::{Job, Jobs};
use crate::places::command::Said;
use crate::places::reading::{self, LARGEST, Reading};
use crate::places::{NewEdition, Recorded, queries};
use crate::store::Db;
use crate::store::digest;
use crate::values::{Line, ZoneEditionId};
use crate::web::{Access, Complaints, Form, Id, Upload, forms, get, post, with_file};
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::Arc;

/// A file somebody looks at before it is imported.
pub struct Pending {
    name: String,
    bytes: Arc<[u8]>,
    adjustments: Vec<(String, String)>,
}

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    let jobs = Jobs::<Pending>::default();
    [
        get("/zones/import", &[A::Manager], choose),
        get("/zones/preview", &[A::Manager], no_preview),
        with_file(post("/zones/preview", &[A::Manager], preview), LARGEST),
        post("/zones/editions", &[A::Manager], record),
        post("/zones/editions/{id}/undoing", &[A::Manager], undo),
    ]
    .into_iter()
    .map(|route| Route { handler: route.handler.layer(Extension(jobs.clone())), ..route })
    .collect()
}

async fn choose(Manager(viewer): Manager, State(db): State<Db>) -> Result<Response> {
    draw_choice(viewer, db, String::new(), Complaints::default(), StatusCode::OK).await
}

/// A preview belongs to a file that was just chosen; its address alone leads back to choosing one.
async fn no_preview(_: Manager) -> Redirect {
    Redirect::to("/zones/import")
}

async fn draw_choice(viewer: Viewer, db: Db, property: String, complaints: Complaints, status: StatusCode) -> Result<Response> {
    let editions = db.read(queries::editions).await?;
    Ok((status, views::import::choice(&viewer, &editions, db.clock(), &property, &complaints)).into_response())
}

async fn preview(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Extension(jobs): Extension<Jobs<Pending>>,
    upload: Upload,
) -> Result<Response> {
    let property = upload.text("property");
    let (complaint, status) = if upload.is_too_large {
        let words = "The file is larger than 10 MiB. Simplify the lines (15 feet is plenty) or split it by kind of zone.";
        (words.to_owned(), StatusCode::PAYLOAD_TOO_LARGE)
    } else {
        match begin(&viewer, &jobs, &upload) {
            Ok((job, reading)) => return draw_preview(viewer, db, job, reading, Said::default(), Complaints::default()).await,
            Err(Error::Rejected(words)) => (words, StatusCode::UNPROCESSABLE_ENTITY),
            Err(cause) => return Err(cause),
        }
    };
    let mut complaints = Complaints::default();
    complaints.add("file", complaint);
    draw_choice(viewer, db, property, complaints, status).await
}

/// Keeps an uploaded file for the time of a preview, if it can be read as a whole.
fn begin(viewer: &Viewer, jobs: &Jobs<Pending>, upload: &Upload) -> Result<(Arc<Job<Pending>>, Reading)> {
    let name = upload.file_name("zones.geojson")?;
    let property = upload.text("property").trim().to_owned();
    let adjustments: Vec<(String, String)> = if property.is_empty() { Vec::new() } else { vec![("name".to_owned(), property)] };
    let reading = reading::read(&upload.bytes, &adjustments)?;
    let job = jobs.add(viewer.key, Pending { name, bytes: upload.bytes.as_slice().into(), adjustments })?;
    Ok((job, reading))
}

async fn draw_preview(
    viewer: Viewer,
    db: Db,
    job: Arc<Job<Pending>>,
    reading: Reading,
    said: Said,
    complaints: Complaints,
) -> Result<Response> {
    let (set, source) = said.names(reading.title.as_deref(), &job.load.name);
    let named = set.clone();
    let known = db.read(move |conn| queries::find_set(conn, &named)).await?;
    let kind = if said.kind.is_empty() { known.as_ref().map(|set| set.kind.clone()).unwrap_or_default() } else { said.kind };
    let valid_from = if said.valid_from.is_empty() { db.clock().today().to_string() } else { said.valid_from };
    let said = Said { set, kind, source, valid_from, ..said };
    let draft = views::import::Draft { job: &job.id, file: &job.load.name, reading: &reading, said: &said, known: known.as_ref() };
    let is_fine = complaints.is_empty() && reading.error_count == 0;
    let status = if is_fine { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::import::preview(&viewer, &draft, &complaints)).into_response())
}

/// The form under a preview.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct RecordForm {
    key: String,
    job: String,
    set: String,
    kind: String,
    source: String,
    licence: String,
    valid_from: String,
}

async fn record(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Extension(jobs): Extension<Jobs<Pending>>,
    Form(form): Form<RecordForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let job = jobs.find(viewer.key, &form.job)?;
    let said = Said { set: form.set, kind: form.kind, source: form.source, licence: form.licence, valid_from: form.valid_from };
    let reading = reading::read(&job.load.bytes, &job.load.adjustments)?;
    let mut complaints = Complaints::default();
    let edition = parse(&mut complaints, &said, &db, &job.load);
    let edition = match complaints.or(edition) {
        Ok(edition) if reading.error_count == 0 => edition,
        Ok(_) => return draw_preview(viewer, db, job, reading, said, Complaints::default()).await,
        Err(complaints) => return draw_preview(viewer, db, job, reading, said, complaints).await,
    };
    let zones = reading.zones.clone();
    let outcome = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&form.key)?.is_some() {
                return Ok(None);
            }
            let recorded = queries::record(tx, &edition, &zones)?;
            if let Recorded::SameFile { valid_from } = recorded {
                return Ok(Some(format!(
                    "This very file is the newest edition already, from {valid_from}. Importing it again changes nothing."
                )));
            }
            tx.remember_answer(&form.key, "/zones")?;
            Ok(None)
        })
        .await;
    let words = match outcome {
        Ok(None) => return Ok(Redirect::to("/zones").into_response()),
        Ok(Some(words)) | Err(Error::Rejected(words)) => words,
        Err(cause) => return Err(cause),
    };
    let mut complaints = Complaints::default();
    complaints.add("valid_from", words);
    draw_preview(viewer, db, job, reading, said, complaints).await
}

/// Reads what was said about an edition, field by field.
fn parse(complaints: &mut Complaints, said: &Said, db: &Db, load: &Pending) -> Option<NewEdition> {
    let set = complaints.take("set", Line::parse(&said.set, "the name of the set of zones"));
    let kind = complaints.take("kind", Line::parse(&said.kind, "what one of them is"));
    let source = complaints.take("source", Line::parse(&said.source, "the source"));
    let licence = complaints.take("licence", Line::maybe(&said.licence, "the licence"));
    let valid_from = complaints.take("valid_from", crate::values::Day::parse(&said.valid_from));
    let (Some(set), Some(kind), Some(source), Some(licence), Some(valid_from)) = (set, kind, source, licence, valid_from) else {
        return None;
    };
    if valid_from > db.clock().today().plus_days(366) {
        complaints.add("valid_from", "This day is more than a year ahead. Import the edition when it holds.");
    }
    Some(NewEdition { set, kind, source, licence, valid_from, file_name: load.name.clone(), file_hash: digest(&load.bytes) })
}

/// The form that takes an edition back.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct UndoForm {
    key: String,
}

async fn undo(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<ZoneEditionId>, Form(form): Form<UndoForm>) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            let edition = queries::find_edition(tx, &id)?;
            queries::undo(tx, &edition)?;
            tx.remember_answer(&form.key, "/zones/import")?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to("/zones/import"))
}
