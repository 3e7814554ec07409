//! The manager's page of lists.

use super::queries::{self, Row};
use super::views::{self, ListsPage};
use super::{CodeForm, List, Others, quarter_start};
use crate::auth::{Manager, Route, Viewer};
use crate::error::{Error, Result};
use crate::store::Db;
use crate::web::{Access, Complaints, Form, Query, forms, get, post};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/lists", &[A::Manager], lists_page),
        post("/lists", &[A::Manager], add_code),
        post("/lists/{code}/use", &[A::Manager], change_use),
    ]
}

#[derive(Debug, Default, serde::Deserialize)]
struct ListsQuery {
    #[serde(default)]
    list: String,
}

async fn lists_page(Manager(viewer): Manager, State(db): State<Db>, Query(query): Query<ListsQuery>) -> Result<Response> {
    let form = CodeForm { list: query.list, ..CodeForm::default() };
    draw(&viewer, &db, &form, &Complaints::default()).await
}

async fn draw(viewer: &Viewer, db: &Db, form: &CodeForm, complaints: &Complaints) -> Result<Response> {
    let list: &'static List = super::find(&form.list).unwrap_or(&super::LISTS[0]);
    let (asked, today) = (viewer.clone(), db.clock().today());
    let since = db.clock().zone().start_of(quarter_start(today));
    let (rows, others): (Vec<Row>, Vec<Others>) =
        db.read(move |conn| Ok((queries::rows(conn, list)?, queries::others(conn, &asked, since)?))).await?;
    let page = ListsPage { list, rows: &rows, others: &others, form, complaints, today };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::lists(viewer, &page)).into_response())
}

async fn add_code(Manager(viewer): Manager, State(db): State<Db>, Form(form): Form<CodeForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let new = match form.parse() {
        Ok(new) => new,
        Err(complaints) => return draw(&viewer, &db, &form, &complaints).await,
    };
    let (key, address) = (form.key.clone(), format!("/lists?list={}", new.list));
    let answer = address.clone();
    let written = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                queries::add(tx, &new)?;
                tx.remember_answer(&key, &answer)?;
            }
            Ok(())
        })
        .await;
    match written {
        Err(Error::Rejected(words)) => {
            let mut complaints = Complaints::default();
            complaints.add("label", words);
            draw(&viewer, &db, &form, &complaints).await
        }
        written => written.map(|()| Redirect::to(&address).into_response()),
    }
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct UseForm {
    key: String,
    list: String,
    back: Option<String>,
}

async fn change_use(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Path(code): Path<String>,
    Form(form): Form<UseForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let code: i64 = code.parse().map_err(|_| Error::NotFound)?;
    let list = super::find(&form.list).ok_or(Error::NotFound)?;
    let address = format!("/lists?list={}", list.code);
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            queries::retire(tx, code, form.back.is_some())?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address))
}
