//! The tables of living wages: the list, one of them, a file that is imported, which of them wages are compared with.

use super::form::Typed;
use super::{LARGEST, Table, queries, read, views};
use crate::auth::{Head, Route, Viewer};
use crate::error::{Error, Result};
use crate::store::Db;
use crate::values::LivingWageTableId;
use crate::web::{Access, Complaints, Form, Id, Leaf, Query, Upload, forms, get, post, with_file};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/living-wages", &[A::Manager, A::Admin], list_page),
        get("/living-wages/import", &[A::Manager, A::Admin], import_page),
        with_file(post("/living-wages/import", &[A::Manager, A::Admin], import), LARGEST),
        get("/living-wages/{id}", &[A::Manager, A::Admin], one_page),
        post("/living-wages/{id}/comparison", &[A::Manager, A::Admin], compare),
        post("/living-wages/{id}/undoing", &[A::Manager, A::Admin], undo),
    ]
}

async fn list_page(Head(viewer): Head, State(db): State<Db>, Query(leaf): Query<Leaf>) -> Result<Response> {
    let tables = db.read(move |conn| queries::list(conn, leaf)).await?;
    Ok(views::list(&viewer, tables, leaf).into_response())
}

async fn one_page(Head(viewer): Head, State(db): State<Db>, Id(id): Id<LivingWageTableId>, Query(leaf): Query<Leaf>) -> Result<Response> {
    let (table, rows): (Table, _) = db
        .read(move |conn| {
            let table = queries::find(conn, &id)?;
            let rows = queries::counties(conn, &table, leaf)?;
            Ok((table, rows))
        })
        .await?;
    let clock = db.clock();
    Ok(views::one(&viewer, &table, rows, leaf, clock.zone().day(table.imported_at).short(clock.today())).into_response())
}

fn draw(viewer: &Viewer, typed: &Typed, complaints: &Complaints, refused: &[String], status: StatusCode) -> Response {
    (status, views::import(viewer, typed, complaints, refused)).into_response()
}

async fn import_page(Head(viewer): Head) -> Response {
    draw(&viewer, &Typed::default(), &Complaints::default(), &[], StatusCode::OK)
}

async fn import(Head(viewer): Head, State(db): State<Db>, upload: Upload) -> Result<Response> {
    let mut complaints = Complaints::default();
    if upload.is_too_large {
        complaints.add("file", "The file is larger than 2 MiB. Keep the columns of the county's code, its name and the wage");
        return Ok(draw(&viewer, &Typed::default(), &complaints, &[], StatusCode::PAYLOAD_TOO_LARGE));
    }
    let typed = Typed::of(&upload);
    forms::check_key(&typed.key)?;
    let said = typed.said(&mut complaints);
    let name = match upload.file_name("living-wages.csv") {
        Ok(name) => Some(name),
        Err(Error::Rejected(words)) => {
            complaints.add("file", words);
            None
        }
        Err(cause) => return Err(cause),
    };
    let Some((said, name)) = said.zip(name) else {
        return Ok(draw(&viewer, &typed, &complaints, &[], StatusCode::UNPROCESSABLE_ENTITY));
    };
    let rows = match read(&upload.bytes) {
        Ok(rows) => rows,
        Err(refused) => {
            complaints.add("file", "Nothing was imported. What is wrong with the file stands below; mend it and choose it again");
            return Ok(draw(&viewer, &typed, &complaints, &refused, StatusCode::UNPROCESSABLE_ENTITY));
        }
    };
    let key = typed.key.clone();
    let imported = db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&key)? {
                return Ok(answer);
            }
            let answer = format!("/living-wages/{}", queries::import(tx, &said, &name, &upload.bytes, &rows)?);
            tx.remember_answer(&key, &answer)?;
            Ok(answer)
        })
        .await;
    match imported {
        Ok(address) => Ok(Redirect::to(&address).into_response()),
        Err(Error::Rejected(words)) => {
            complaints.add("file", words);
            Ok(draw(&viewer, &typed, &complaints, &[], StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(cause) => Err(cause),
    }
}

/// Whether wages are compared with it.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct ComparisonForm {
    version: i64,
    is_compared: bool,
}

async fn compare(
    Head(viewer): Head,
    State(db): State<Db>,
    Id(id): Id<LivingWageTableId>,
    Form(form): Form<ComparisonForm>,
) -> Result<Redirect> {
    let address = format!("/living-wages/{id}");
    db.write(viewer.actor(), move |tx| queries::compare(tx, &id, form.version, form.is_compared)).await?;
    Ok(Redirect::to(&address))
}

async fn undo(Head(viewer): Head, State(db): State<Db>, Id(id): Id<LivingWageTableId>, Form(form): Form<forms::Press>) -> Result<Redirect> {
    db.write(viewer.actor(), move |tx| queries::undo(tx, &id, form.version)).await?;
    Ok(Redirect::to("/living-wages"))
}
