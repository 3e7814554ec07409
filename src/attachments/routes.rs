//! The files beside a thing, one that is taken along, one that is added, one that is taken back.

use super::{Beside, LARGEST, kind_of, queries, views};
use crate::auth::{CaseWorker, Route, Viewer};
use crate::error::{Error, Result};
use crate::store::Db;
use crate::values::AttachmentId;
use crate::web::{Access, Complaints, Download, Form, Id, Upload, forms, get, post, with_file};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/services/{id}/files", &[A::Advisor, A::Manager], of_service),
        with_file(post("/services/{id}/files", &[A::Advisor, A::Manager], to_service), LARGEST),
        get("/trainings/{id}/files", &[A::Advisor, A::Manager], of_training),
        with_file(post("/trainings/{id}/files", &[A::Advisor, A::Manager], to_training), LARGEST),
        get("/outcomes/{id}/files", &[A::Advisor, A::Manager], of_outcome),
        with_file(post("/outcomes/{id}/files", &[A::Advisor, A::Manager], to_outcome), LARGEST),
        get("/resources/{id}/files", &[A::Advisor, A::Manager], of_resource),
        with_file(post("/resources/{id}/files", &[A::Advisor, A::Manager], to_resource), LARGEST),
        get("/files/{id}", &[A::Advisor, A::Manager], take),
        post("/files/{id}/undoing", &[A::Advisor, A::Manager], undo),
    ]
}

async fn of_service(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Path(id): Path<String>) -> Result<Response> {
    draw(&viewer, &db, Beside::Service, id, &Complaints::default(), StatusCode::OK).await
}

async fn to_service(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Path(id): Path<String>,
    upload: Result<Upload>,
) -> Result<Response> {
    add(viewer, db, Beside::Service, id, upload).await
}

async fn of_training(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Path(id): Path<String>) -> Result<Response> {
    draw(&viewer, &db, Beside::Training, id, &Complaints::default(), StatusCode::OK).await
}

async fn to_training(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Path(id): Path<String>,
    upload: Result<Upload>,
) -> Result<Response> {
    add(viewer, db, Beside::Training, id, upload).await
}

async fn of_outcome(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Path(id): Path<String>) -> Result<Response> {
    draw(&viewer, &db, Beside::Outcome, id, &Complaints::default(), StatusCode::OK).await
}

async fn to_outcome(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Path(id): Path<String>,
    upload: Result<Upload>,
) -> Result<Response> {
    add(viewer, db, Beside::Outcome, id, upload).await
}

async fn of_resource(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Path(id): Path<String>) -> Result<Response> {
    draw(&viewer, &db, Beside::Resource, id, &Complaints::default(), StatusCode::OK).await
}

async fn to_resource(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Path(id): Path<String>,
    upload: Result<Upload>,
) -> Result<Response> {
    add(viewer, db, Beside::Resource, id, upload).await
}

async fn draw(viewer: &Viewer, db: &Db, beside: Beside, id: String, complaints: &Complaints, status: StatusCode) -> Result<Response> {
    let asked = viewer.clone();
    let (place, files) = db
        .read(move |conn| {
            let place = queries::place(conn, &asked, beside, &id)?;
            let files = queries::list(conn, &place)?;
            Ok((place, files))
        })
        .await?;
    let clock = db.clock();
    let page = views::FilesPage { viewer, place: &place, files: &files, zone: clock.zone(), today: clock.today(), now: clock.now() };
    Ok((status, views::files(&page, complaints)).into_response())
}

async fn add(viewer: Viewer, db: Db, beside: Beside, id: String, upload: Result<Upload>) -> Result<Response> {
    // Another program's record looks like none before anything of the file is looked at.
    let (asked, sought) = (viewer.clone(), id.clone());
    db.read(move |conn| queries::place(conn, &asked, beside, &sought)).await?;
    let upload = upload?;
    let mut complaints = Complaints::default();
    if upload.is_too_large {
        complaints.add("file", "The file is larger than 5 MiB. Make it smaller, or take a picture with fewer points");
        return draw(&viewer, &db, beside, id, &complaints, StatusCode::PAYLOAD_TOO_LARGE).await;
    }
    let key = upload.text("key");
    forms::check_key(&key)?;
    let name = upload.file_name("file").map_err(|cause| match cause {
        Error::Rejected(words) => Ok(words),
        other => Err(other),
    });
    let name = match name {
        Ok(name) => Some(name),
        Err(Ok(words)) => {
            complaints.add("file", words);
            None
        }
        Err(Err(cause)) => return Err(cause),
    };
    let kind = if name.is_some() { complaints.take("file", kind_of(&upload.bytes)) } else { None };
    let Some((name, kind)) = name.zip(kind) else {
        return draw(&viewer, &db, beside, id, &complaints, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (asked, sought) = (viewer.clone(), id.clone());
    let added = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                let place = queries::place(tx, &asked, beside, &sought)?;
                queries::put(tx, &asked, &place, &queries::New { name: &name, kind, bytes: &upload.bytes })?;
                tx.remember_answer(&key, "added")?;
            }
            Ok(())
        })
        .await;
    match added {
        Ok(()) => Ok(Redirect::to(&format!("{}/{id}/files", beside.address())).into_response()),
        Err(Error::Rejected(words)) => {
            complaints.add("file", words);
            draw(&viewer, &db, beside, id, &complaints, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(cause) => Err(cause),
    }
}

/// Taking a file along is written down before it goes out.
async fn take(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<AttachmentId>) -> Result<Download> {
    let asked = viewer.clone();
    let (attachment, bytes) = db
        .read(move |conn| {
            let attachment = queries::find_for(conn, &asked, &id)?;
            let bytes = queries::content(conn, &attachment)?;
            Ok((attachment, bytes))
        })
        .await?;
    let (name, kind) = (views::file_name(&attachment), attachment.kind.media_type());
    db.write(viewer.actor(), move |tx| queries::note_taken(tx, &attachment)).await?;
    Ok(Download { name, kind, bytes })
}

async fn undo(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<AttachmentId>,
    Form(form): Form<forms::Press>,
) -> Result<Redirect> {
    let (asked, sought) = (viewer.clone(), id.clone());
    let address = db
        .read(move |conn| {
            let attachment = queries::find_for(conn, &asked, &sought)?;
            queries::address_of(conn, &attachment)
        })
        .await?;
    let asked = viewer.clone();
    db.write(viewer.actor(), move |tx| queries::undo(tx, &asked, &id, form.version)).await?;
    Ok(Redirect::to(&address))
}
