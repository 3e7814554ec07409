//! Checking what would be filed, before it is made and after.

use crate::auth::{Filer, Steward, Viewer};
use crate::error::{Error, Result};
use crate::filings::queries;
use crate::filings::views::checks::{self as views, CheckQuery, Checked};
use crate::firewall::filing::{self, Days};
use crate::store::Db;
use crate::values::{Day, FiledId, FilingId, Period};
use crate::web::{Complaints, Id, Leaf, Query};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::Markup;

pub(super) async fn list_page(Filer(viewer): Filer, State(db): State<Db>) -> Result<Markup> {
    let asked = viewer.clone();
    let filings = db.read(move |conn| queries::list_for(conn, &asked)).await?;
    Ok(views::list(&viewer, &filings))
}

pub(super) async fn check_page(
    Filer(viewer): Filer,
    State(db): State<Db>,
    Id(id): Id<FilingId>,
    Query(query): Query<CheckQuery>,
) -> Result<Response> {
    let mut query = query;
    if query.first.is_empty() && query.last.is_empty() {
        let quarter = last_quarter(db.clock().today());
        (query.first, query.last) = (quarter.first().to_string(), quarter.last().to_string());
    }
    let mut complaints = Complaints::default();
    let first = complaints.take("first", Day::parse(&query.first));
    let last = complaints.take("last", Day::parse(&query.last));
    if let (Some(first), Some(last)) = (first, last)
        && last < first
    {
        complaints.add("last", "The last day lies before the first");
    }
    let days = first.zip(last).filter(|_| complaints.is_empty()).map(|(first, last)| Days { first, last });
    draw(&viewer, &db, id, days, query, complaints).await
}

/// The newest quarter that is over.
fn last_quarter(today: Day) -> Period {
    let quarters = (1..=4).rev().map(|quarter| Period::Quarter(today.year(), quarter));
    quarters.into_iter().find(|quarter| quarter.is_closed(today)).unwrap_or(Period::Quarter(today.year() - 1, 4))
}

async fn draw(viewer: &Viewer, db: &Db, id: FilingId, days: Option<Days>, query: CheckQuery, complaints: Complaints) -> Result<Response> {
    let (asked, house) = (viewer.clone(), db.clone());
    let look = move |conn: &rusqlite::Connection| {
        let filing = queries::find_for(conn, &asked, &id)?;
        let Some(days) = days else { return Ok((filing, None)) };
        let check = queries::gather(conn, house.keys(), &filing, days)?.check(&format!("/filings/{id}"));
        let calls = queries::calls(conn, &filing, days)?;
        Ok((filing, Some((check, calls))))
    };
    let (filing, found) = db.report(look).await?;
    let (check, calls) = found.unwrap_or_default();
    let checked = Checked { filing: &filing, days, check: &check, calls, leaf: Leaf { page: query.page } };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::check(viewer, &checked, &query, &complaints)).into_response())
}

pub(super) async fn made_page(
    Steward(viewer): Steward,
    State(db): State<Db>,
    Path((id, file)): Path<(String, String)>,
    Query(leaf): Query<Leaf>,
) -> Result<Markup> {
    let id = FilingId::parse(&id).ok_or(Error::NotFound)?;
    let file = FiledId::parse(&file).ok_or(Error::NotFound)?;
    let house = db.clone();
    let look = move |conn: &rusqlite::Connection| {
        let filing = filing::find(conn, &id)?;
        let made = filing::made(conn, filing.key)?.into_iter().find(|made| made.id == file).ok_or(Error::NotFound)?;
        let drifted = queries::drift(conn, house.keys(), &filing, &file)?;
        Ok((filing, made, drifted))
    };
    let (filing, made, drifted) = db.report(look).await?;
    Ok(views::made(&viewer, &filing, &made, &drifted, leaf))
}
