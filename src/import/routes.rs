//! The pages of imports: upload, preview, the work under way, the record, taking back.

use super::deciding::{self, Ask, Said};
use super::upload::Sent;
use super::views::{self, Draft, UploadForm};
use super::{File, Made, Outcome, Progress, Reading, command, fields, is_of_records, keeping, presets, queries, read, refused, sniff};
use crate::auth::{Manager, Route, Viewer};
use crate::error::{Error, Result};
use crate::jobs::{Job, Jobs, State as JobState};
use crate::programs;
use crate::store::Db;
use crate::values::{Day, ImportId, ImportKind, Vocabulary};
use crate::web::{Access, Complaints, Download, Form, Id, Leaf, Query, forms, get, post, with_file};
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rusqlite::Connection;
use std::sync::Arc;

/// The largest file a page takes. The command line has no limit.
const LARGEST: usize = 32 * 1024 * 1024;

/// A file somebody looks at before it is imported.
pub struct Pending {
    file: File,
    program: i64,
    progress: Arc<Progress>,
}

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    let jobs = Jobs::<Pending>::default();
    [
        get("/imports", &[A::Manager], list),
        get("/imports/preview", &[A::Manager], no_preview),
        with_file(post("/imports/preview", &[A::Manager], preview), LARGEST),
        post("/imports", &[A::Manager], start),
        post("/imports/refused", &[A::Manager], refused_rows),
        get("/imports/jobs/{id}", &[A::Manager], job),
        post("/imports/jobs/{id}/stopping", &[A::Manager], stop),
        get("/imports/{id}", &[A::Manager], record),
        post("/imports/{id}/undoing", &[A::Manager], undo),
        post("/imports/{id}/presets", &[A::Manager], keeping::keep),
        post("/imports/presets/{id}", &[A::Manager], keeping::rename),
        post("/imports/presets/{id}/removing", &[A::Manager], keeping::let_go),
    ]
    .into_iter()
    .map(|route| Route { handler: route.handler.layer(Extension(jobs.clone())), ..route })
    .collect()
}

async fn list(Manager(viewer): Manager, State(db): State<Db>, Query(leaf): Query<Leaf>) -> Result<Response> {
    draw_list(viewer, db, leaf, UploadForm::default(), Complaints::default(), StatusCode::OK).await
}

/// A preview belongs to a file that was just chosen; its address alone leads back to choosing one.
async fn no_preview(_: Manager) -> Redirect {
    Redirect::to("/imports")
}

async fn draw_list(viewer: Viewer, db: Db, leaf: Leaf, form: UploadForm, complaints: Complaints, status: StatusCode) -> Result<Response> {
    let asked = viewer.clone();
    let ((runs, has_more), kept) =
        db.read(move |conn| Ok((leaf.of(queries::list_for(conn, &asked)?), queries::kept_for(conn, &asked)?))).await?;
    let pages = crate::web::parts::leaves("/imports", leaf, has_more);
    Ok((status, views::list(&viewer, &views::Listed { runs: &runs, kept: &kept }, pages, db.clock().zone(), &form, &complaints))
        .into_response())
}

async fn preview(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Extension(jobs): Extension<Jobs<Pending>>,
    upload: Sent,
) -> Result<Response> {
    if upload.is_too_large {
        return too_large(viewer, db).await;
    }
    let known = upload.text("job");
    let job = if known.is_empty() {
        match begin(&viewer, &db, &jobs, &upload).await {
            Ok(job) => job,
            Err(Error::Rejected(words)) => {
                let mut complaints = Complaints::default();
                complaints.add("file", words);
                return draw_list(viewer, db, Leaf::default(), typed(&upload), complaints, StatusCode::UNPROCESSABLE_ENTITY).await;
            }
            Err(cause) => return Err(cause),
        }
    } else {
        jobs.find(viewer.key, &known)?
    };
    let look = Look {
        map: upload.texts("map"),
        said: deciding::said(&upload.texts("decide")),
        leaf: leaf(&upload.text("turn")),
        is_asked_again: false,
    };
    draw_preview(viewer, db, job, look).await
}

async fn too_large(viewer: Viewer, db: Db) -> Result<Response> {
    let mut complaints = Complaints::default();
    complaints.add("file", "The file is larger than 32 MiB. Split it, or have it imported on the command line, which has no limit for CSV: fairfloor import services FILE");
    draw_list(viewer, db, Leaf::default(), UploadForm::default(), complaints, StatusCode::PAYLOAD_TOO_LARGE).await
}

/// What was chosen beside the file.
fn typed(upload: &Sent) -> UploadForm {
    UploadForm { kind: upload.text("kind"), preset: upload.text("preset"), program: upload.text("program") }
}

/// Keeps an uploaded file for the time of a preview.
async fn begin(viewer: &Viewer, db: &Db, jobs: &Jobs<Pending>, upload: &Sent) -> Result<Arc<Job<Pending>>> {
    let form = typed(upload);
    let kind = ImportKind::parse(&form.kind).map_err(|_| Error::Rejected("Say what is in the file.".to_owned()))?;
    let preset = presets::find(&form.preset).map(|preset| command::of_kind(preset, kind)).transpose()?;
    let (name, content) = upload.file("file.csv")?;
    let looked = content.clone();
    db.report(move |_| Ok(super::refuse_other(&looked, kind)?)).await?;
    let (asked, typed) = (viewer.clone(), form.program);
    let named = Some(form.preset).filter(|name| !name.is_empty() && preset.is_none());
    let (program, kept) = db
        .read(move |conn| {
            let program = programs::queries::chosen(conn, &asked, &typed)?;
            let kept = named.map(|name| queries::kept_as(conn, program.key, kind, &name)).transpose()?;
            Ok((program, kept.map(Arc::new)))
        })
        .await?;
    if !viewer.manages(program.key) {
        return Err(Error::Rejected("Choose a program that you manage.".to_owned()));
    }
    let file = File { name, content, kind, preset, kept, adjustments: Vec::new() };
    jobs.add(viewer.key, Pending { file, program: program.key, progress: Arc::default() })
}

/// What stands in a file, what it would make, and what a person has to decide first.
fn looked(conn: &Connection, program: i64, file: &File, viewer: &Viewer, said: &Said, today: Day) -> Result<(Reading, Made, Vec<Ask>)> {
    let known = queries::known(conn, program, file.kind, Some(viewer))?;
    let mut reading = read(file, known.as_ref(), today)?;
    let (made, asks) = if !is_of_records(file.kind) {
        queries::preview(conn, program, file.kind, &reading, said, today)?
    } else if reading.error_count > 0 {
        // Nothing is counted of a file that cannot be imported.
        (Made { unread: reading.mapping.unread(&reading.headers), ..Made::default() }, Vec::new())
    } else {
        let (made, question) = queries::preview_records(conn, program, file, Some(viewer), today)?;
        reading.questions.extend(question);
        (made, Vec::new())
    };
    Ok((reading, made, asks))
}

/// How a file is looked at.
struct Look {
    map: Vec<String>,
    said: Said,
    leaf: usize,
    is_asked_again: bool,
}

/// Which leaf of the rows to decide about; the first where nobody turned.
fn leaf(typed: &str) -> usize {
    typed.parse().unwrap_or(1)
}

async fn draw_preview(viewer: Viewer, db: Db, job: Arc<Job<Pending>>, look: Look) -> Result<Response> {
    let (held, file) = (Arc::clone(&job), File { adjustments: fields::pairs(&look.map), ..job.load.file.clone() });
    let (said, asked) = (look.said, viewer.clone());
    let today = db.clock().today();
    let drawn = db
        .report(move |conn| {
            let hash = crate::store::hex(&file.content.sha256().map_err(|cause| sniff::unread(&cause))?);
            let same = queries::find_same(conn, held.load.program, file.kind, &hash)?;
            let program = programs::queries::find(conn, held.load.program)?;
            let (reading, made, asks) = looked(conn, program.key, &file, &asked, &said, today)?;
            Ok((program, file, reading, (made, asks), same))
        })
        .await;
    let (program, file, reading, (made, asks), same) = match drawn {
        Ok(drawn) => drawn,
        Err(Error::Rejected(words)) => {
            let mut complaints = Complaints::default();
            complaints.add("file", words);
            let preset = job.load.file.preset_name().unwrap_or_default().to_owned();
            let form = UploadForm { kind: job.load.file.kind.code().to_owned(), preset, ..UploadForm::default() };
            return draw_list(viewer, db, Leaf::default(), form, complaints, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        Err(cause) => return Err(cause),
    };
    let same = same.map(|(id, at)| (id, db.clock().zone().day(at)));
    let status = if reading.error_count == 0 && !look.is_asked_again { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let is_shown = |field: &&fields::Field| !reading.is_json || field.name == views::OF_JSON;
    let seen = digest(fields::of(file.kind).filter(is_shown).map(|field| reading.mapping.pair(field.name, &reading.headers)).collect());
    let draft = Draft {
        job: &job.id,
        seen: &seen,
        program: &program,
        file: &file,
        reading: &reading,
        made: &made,
        asks: &asks,
        leaf: look.leaf,
        is_asked_again: look.is_asked_again,
        same: same.as_ref(),
    };
    Ok((status, views::preview(&viewer, &draft)).into_response())
}

/// The form under a preview.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct StartForm {
    key: String,
    job: String,
    /// What the columns were when the preview was drawn.
    #[serde(default)]
    seen: String,
    #[serde(default)]
    map: Vec<String>,
    /// What is said of rows that may be about somebody here.
    #[serde(default)]
    decide: Vec<String>,
    /// Leaf of those rows.
    #[serde(default)]
    turn: String,
}

/// A preview shows what is imported: columns chosen since are read and shown first.
fn digest(map: Vec<String>) -> String {
    // A browser may send other blanks than the file has.
    let mut map: Vec<String> = map.iter().map(|pair| pair.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    map.sort_unstable();
    crate::store::digest(map.join("\n").as_bytes())
}

async fn start(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Extension(jobs): Extension<Jobs<Pending>>,
    Form(form): Form<StartForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let job = jobs.find(viewer.key, &form.job)?;
    if !viewer.manages(job.load.program) {
        return Err(Error::NotFound);
    }
    let is_asked_again = job.state() == JobState::Waiting && has_undecided(&db, &viewer, &job, &form).await?;
    if is_asked_again || digest(form.map.clone()) != form.seen {
        let look = Look { said: deciding::said(&form.decide), leaf: leaf(&form.turn), map: form.map, is_asked_again };
        return draw_preview(viewer, db, job, look).await;
    }
    let address = format!("/imports/jobs/{}", job.id);
    if job.begin() {
        tokio::spawn(async move {
            let ended = match work(&db, &viewer, &job, form).await {
                Ok(address) => JobState::Done(address),
                Err(cause) => {
                    // A refusal may quote the file: it is for the page, not for the log.
                    JobState::Stopped(match cause {
                        Error::Internal(cause) => {
                            tracing::error!(%cause, "an import stopped");
                            "Something broke. This is not your fault. Try again; if it stays, tell your administrator.".to_owned()
                        }
                        cause => cause.to_string(),
                    })
                }
            };
            job.end(ended);
        });
    }
    Ok(Redirect::to(&address).into_response())
}

/// True where a person has to decide about a row first. A file that cannot be imported anyhow is not asked about.
async fn has_undecided(db: &Db, viewer: &Viewer, job: &Arc<Job<Pending>>, form: &StartForm) -> Result<bool> {
    if is_of_records(job.load.file.kind) {
        return Ok(false);
    }
    let viewer = viewer.clone();
    let file = File { adjustments: fields::pairs(&form.map), ..job.load.file.clone() };
    let (said, program, today) = (deciding::said(&form.decide), job.load.program, db.clock().today());
    db.report(move |conn| {
        let Ok((reading, _, asks)) = looked(conn, program, &file, &viewer, &said, today) else { return Ok(false) };
        Ok(reading.error_count == 0 && asks.iter().any(|ask| ask.said.is_none()))
    })
    .await
}

/// Only the rows that stop the import, read as the form under the preview says.
async fn refused_rows(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Extension(jobs): Extension<Jobs<Pending>>,
    Form(form): Form<StartForm>,
) -> Result<Download> {
    forms::check_key(&form.key)?;
    let job = jobs.find(viewer.key, &form.job)?;
    let file = File { adjustments: fields::pairs(&form.map), ..job.load.file.clone() };
    let (program, today) = (job.load.program, db.clock().today());
    let bytes = db
        .report(move |conn| {
            let known = queries::known(conn, program, file.kind, Some(&viewer))?;
            let reading = read(&file, known.as_ref(), today)?;
            if reading.refused.is_empty() {
                return Err(Error::Rejected("No row stops this import. Go back and read the file again.".to_owned()));
            }
            refused::csv(&file, &reading)
        })
        .await?;
    Ok(Download { name: "rows-to-fix.csv".to_owned(), kind: "text/csv; charset=utf-8", bytes })
}

/// Imports the file of a job. Where its record stands.
async fn work(db: &Db, viewer: &Viewer, job: &Arc<Job<Pending>>, form: StartForm) -> Result<String> {
    let file = File { adjustments: fields::pairs(&form.map), ..job.load.file.clone() };
    let (program, today, asked) = (job.load.program, db.clock().today(), viewer.clone());
    let (file, reading) = db
        .report(move |conn| {
            let known = queries::known(conn, program, file.kind, Some(&asked))?;
            read(&file, known.as_ref(), today).map(|reading| (file, reading))
        })
        .await?;
    let (asked, progress) = (viewer.clone(), Arc::clone(&job.load.progress));
    let said = deciding::said(&form.decide);
    db.write(viewer.actor(), move |tx| {
        if let Some(address) = tx.answer_to(&form.key)? {
            return Ok(address);
        }
        let hash = crate::store::hex(&file.content.sha256().map_err(|cause| sniff::unread(&cause))?);
        let program = programs::queries::find(tx, program)?;
        let address = match queries::import(tx, &program, &file, &hash, reading, &queries::By { viewer: Some(&asked), said }, &progress)? {
            Outcome::Imported { id, .. } => format!("/imports/{id}"),
            Outcome::SameFile { id, .. } => format!("/imports/{id}?again=yes"),
        };
        tx.remember_answer(&form.key, &address)?;
        Ok(address)
    })
    .await
}

async fn job(Manager(viewer): Manager, Extension(jobs): Extension<Jobs<Pending>>, Path(id): Path<String>) -> Result<Response> {
    let job = jobs.find(viewer.key, &id)?;
    Ok(match job.state() {
        JobState::Waiting => Redirect::to("/imports").into_response(),
        JobState::Running => views::under_way(&viewer, &job.id, &job.load.file.name, job.load.progress.get()).into_response(),
        JobState::Done(address) => Redirect::to(&address).into_response(),
        JobState::Stopped(words) => {
            (StatusCode::UNPROCESSABLE_ENTITY, views::stopped(&viewer, &job.load.file.name, &words)).into_response()
        }
    })
}

/// Stops an import that is under way. Pressed too late, it leads to what was imported.
async fn stop(
    Manager(viewer): Manager,
    Extension(jobs): Extension<Jobs<Pending>>,
    Path(id): Path<String>,
    Form(form): Form<UndoForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let job = jobs.find(viewer.key, &id)?;
    job.load.progress.stop();
    Ok(Redirect::to(&format!("/imports/jobs/{}", job.id)))
}

/// Whether the record is shown because the same file came again.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Again {
    again: Option<String>,
}

async fn record(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<ImportId>, Query(query): Query<Again>) -> Result<Response> {
    let asked = viewer.clone();
    let (run, questions, first, partners) = db
        .read(move |conn| {
            let run = queries::find_for(conn, &asked, &id)?;
            let (questions, first) = (queries::questions(conn, run.key)?, queries::first_made(conn, run.key, 10)?);
            let partners = queries::first_partners(conn, run.key, 10)?;
            Ok((run, questions, first, partners))
        })
        .await?;
    let shown = views::Shown { run: &run, questions: &questions, first: &first, partners: &partners, came_again: query.again.is_some() };
    Ok(views::record(&viewer, db.clock(), &shown).into_response())
}

/// The form that takes an import back, or stops one.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct UndoForm {
    key: String,
}

async fn undo(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<ImportId>, Form(form): Form<UndoForm>) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let (asked, address) = (viewer.clone(), format!("/imports/{id}"));
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            let run = queries::find_for(tx, &asked, &id)?;
            queries::undo(tx, &run)?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address))
}
