//! Looking at a release before it is made, as work that goes on while nobody waits, and making it.

use super::gathering::closed;
use super::looks::{Look, Looks};
use super::merges::{Steps, preview};
use super::obtain::{Entered, Stale, enter, obtain};
use super::routes::draw_reason;
use super::{Asked, Reach, Release, queries, views};
use crate::auth::{Manager, Route, Viewer};
use crate::error::{Error, Result};
use crate::jobs::{Job, Jobs, State as JobState};
use crate::programs::Program;
use crate::reports::routes::{chosen, years};
use crate::store::{Db, Object};
use crate::values::{Line, Period};
use crate::web::{Access, Complaints, Form, forms, get, post};
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::{Arc, OnceLock};

/// A release somebody looks at before it is made.
pub struct Pending {
    /// The form that began it.
    key: String,
    asked: Asked,
    joins: bool,
    /// Whether it is to be released at once, without another look.
    is_blind: bool,
    steps: Steps,
    found: OnceLock<Look>,
}

impl Pending {
    fn new(key: String, asked: Asked, joins: bool, is_blind: bool) -> Self {
        Self { key, asked, joins, is_blind, steps: Steps::default(), found: OnceLock::new() }
    }
}

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    let (jobs, looks) = (Jobs::<Pending>::default(), Looks::default());
    [
        get("/reports/releases/preview", &[A::Manager], no_preview),
        post("/reports/releases/preview", &[A::Manager], begin),
        get("/reports/releases/jobs/{id}", &[A::Manager], job),
        post("/reports/releases", &[A::Manager], release),
    ]
    .into_iter()
    .map(|route| Route { handler: route.handler.layer((Extension(jobs.clone()), Extension(looks.clone()))), ..route })
    .collect()
}

/// A preview belongs to a period that was just asked for; its address alone leads back to choosing one.
async fn no_preview(_: Manager) -> Redirect {
    Redirect::to("/reports")
}

/// What is to be looked at.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct BeginForm {
    key: String,
    program: String,
    period: String,
    years: String,
    /// Set where a period is made again; then a reason is asked for.
    #[serde(default)]
    again: String,
    #[serde(default)]
    reason: String,
}

async fn begin(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Extension(jobs): Extension<Jobs<Pending>>,
    Extension(looks): Extension<Looks>,
    Form(form): Form<BeginForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let period = closed(Period::parse(&form.period)?, db.clock())?;
    let years = years(&form.years, period)?;
    let (asker, program) = (viewer.clone(), form.program.clone());
    let (reach, program, there) = db
        .read(move |conn| {
            let reach = Reach::of(conn, &asker)?;
            let program: Option<Program> = chosen(&reach, Some(&program))?;
            let there = queries::newest(conn, program.as_ref().map(|program| program.key), period)?;
            Ok((reach, program, there))
        })
        .await?;
    let reason = match (form.again.is_empty(), Line::parse(&form.reason, "why it is made again"), &there) {
        (true, ..) => None,
        (false, Ok(reason), _) => Some(reason.to_string()),
        (false, Err(complaint), Some(there)) => {
            let mut complaints = Complaints::default();
            complaints.add("reason", complaint.0);
            return draw_reason(viewer, db, there.id.clone(), form.reason, complaints).await;
        }
        (false, Err(complaint), None) => return Err(complaint.into()),
    };
    // What was released is not decided again for being asked again.
    if let (Some(there), None) = (&there, &reason) {
        return Ok(Redirect::to(&there.address()).into_response());
    }
    let asked = Asked { program, period, years, reason: reason.filter(|_| there.is_some()) };
    start(db, viewer, (&jobs, looks), Pending::new(form.key, asked, reach.joins(), false))
}

/// Begins a piece of work, once for each form however often it is pressed, and leads to where it is seen.
fn start(db: Db, viewer: Viewer, (jobs, looks): (&Jobs<Pending>, Looks), load: Pending) -> Result<Response> {
    let job = match jobs.of(viewer.key, |begun| begun.key == load.key) {
        Some(begun) => begun,
        None => jobs.add(viewer.key, load)?,
    };
    let address = format!("/reports/releases/jobs/{}", job.id);
    if job.begin() {
        tokio::spawn(work(db, viewer, looks, job));
    }
    Ok(Redirect::to(&address).into_response())
}

/// Decides, and writes down that somebody looked. What stopped it is told on the page.
async fn work(db: Db, viewer: Viewer, looks: Looks, job: Arc<Job<Pending>>) {
    let found = if job.load.is_blind { make(&db, &viewer, &job).await } else { look(&db, &viewer, &looks, &job).await };
    let ended = match found {
        Ok(address) => JobState::Done(address),
        Err(Error::Internal(cause)) => {
            tracing::error!(%cause, "a look at a release stopped");
            JobState::Stopped("Something broke. This is not your fault. Try again; if it stays, tell your administrator.".to_owned())
        }
        Err(cause) => JobState::Stopped(cause.to_string()),
    };
    job.end(ended);
}

async fn look(db: &Db, viewer: &Viewer, looks: &Looks, job: &Job<Pending>) -> Result<String> {
    let load = &job.load;
    let found = preview(db, load.asked.clone(), load.joins, &load.steps).await?;
    let object = load.asked.program.as_ref().map_or_else(Object::none, |program| Object::new("program", &program.id));
    let detail = format!("period {}", load.asked.period);
    db.write(viewer.actor(), move |tx| tx.audit_with("release.previewed", object, &detail)).await?;
    let look = looks.settle(found, db.clock().now());
    load.found.set(look).map_err(|_| Error::internal("a look at a release ended twice"))?;
    Ok(format!("/reports/releases/jobs/{}", job.id))
}

/// Releases what is on record now, unseen; gives where it stands.
async fn make(db: &Db, viewer: &Viewer, job: &Job<Pending>) -> Result<String> {
    let release = obtain(db, &viewer.actor(), job.load.asked.clone(), &job.load.steps.only()).await?;
    Ok(release.address())
}

async fn job(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Extension(jobs): Extension<Jobs<Pending>>,
    Path(id): Path<String>,
) -> Result<Response> {
    let job = jobs.find(viewer.key, &id)?;
    let reach = reach(&db, &viewer).await?;
    if !reach.holds(job.load.asked.program.as_ref().map(|program| program.key)) {
        return Err(Error::NotFound);
    }
    let desk = views::preview::Desk { viewer: &viewer, asked: &job.load.asked, clock: db.clock(), is_several: reach.joins() };
    Ok(match (job.state(), job.load.found.get()) {
        (JobState::Done(_), Some(found)) => views::preview::page(&desk, &job.id, found).into_response(),
        (JobState::Stopped(words), _) => (StatusCode::UNPROCESSABLE_ENTITY, views::preview::stopped(&desk, &words)).into_response(),
        (JobState::Done(address), None) => Redirect::to(&address).into_response(),
        (JobState::Waiting | JobState::Running, _) => views::preview::under_way(&desk, job.load.steps.percent()).into_response(),
    })
}

async fn reach(db: &Db, viewer: &Viewer) -> Result<Reach> {
    let viewer = viewer.clone();
    db.read(move |conn| Reach::of(conn, &viewer)).await
}

/// The form under a preview.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct ReleaseForm {
    key: String,
    job: String,
    /// Set where the record of now is meant, and not what was looked at.
    #[serde(default)]
    unseen: String,
}

async fn release(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Extension(jobs): Extension<Jobs<Pending>>,
    Extension(looks): Extension<Looks>,
    Form(form): Form<ReleaseForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let job = jobs.find(viewer.key, &form.job)?;
    let asked = &job.load.asked;
    let program = asked.program.as_ref().map(|program| program.key);
    if !reach(&db, &viewer).await?.holds(program) {
        return Err(Error::NotFound);
    }
    let Some(Ok(draft)) = job.load.found.get().map(|look| look.preview.draft.as_ref()) else { return Err(Error::NotFound) };
    if !form.unseen.is_empty() {
        return start(db, viewer, (&jobs, looks), Pending::new(form.key, asked.clone(), job.load.joins, true));
    }
    let (head, period) = (draft.head, draft.period);
    // Two managers at once: the second is given what the first made.
    let theirs = |release: &Release| Redirect::to(&format!("{}?meanwhile=yes", release.address())).into_response();
    match enter(&db, viewer.actor(), Arc::clone(draft), Some(form.key)).await? {
        Ok(Entered { release, is_theirs: true }) => Ok(theirs(&release)),
        Ok(Entered { release, is_theirs: false }) => Ok(Redirect::to(&release.address()).into_response()),
        Err(Stale) => {
            let newest = db.read(move |conn| queries::newest(conn, program, period)).await?;
            Ok(match newest.filter(|newest| newest.key > head) {
                Some(release) => theirs(&release),
                None => {
                    let desk = views::preview::Desk { viewer: &viewer, asked, clock: db.clock(), is_several: false };
                    (StatusCode::CONFLICT, views::preview::stale(&desk)).into_response()
                }
            })
        }
    }
}
