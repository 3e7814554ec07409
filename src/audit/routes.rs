//! The page of the record.

use super::{queries, views};
use crate::auth::{Oversight, Route};
use crate::error::Result;
use crate::store::Db;
use crate::web::{Access, Query, get};
use axum::extract::State;
use maud::Markup;

/// Events on a page.
const PAGE: i64 = 100;

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![get("/audit", &[A::Steward, A::Auditor], record_page)]
}

#[derive(serde::Deserialize)]
struct Before {
    before: Option<i64>,
}

async fn record_page(Oversight(viewer): Oversight, State(db): State<Db>, Query(query): Query<Before>) -> Result<Markup> {
    let before = query.before.unwrap_or(i64::MAX);
    let events = db.read(move |conn| queries::list(conn, before, PAGE + 1)).await?;
    Ok(views::record(&viewer, &events, usize::try_from(PAGE).unwrap_or_default(), query.before.is_some(), db.clock().zone()))
}
