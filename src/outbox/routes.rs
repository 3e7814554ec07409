//! The outbox page: copy a notice, send it, say so.

use super::{Shown, queries, views};
use crate::auth::{CaseWorker, Route, links};
use crate::config::Config;
use crate::error::Result;
use crate::store::Db;
use crate::values::MessageId;
use crate::web::{Access, Form, Id, Query, get, post};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::Arc;

/// Notices on one page.
const PAGE: i64 = 25;

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![get("/outbox", &[A::Advisor, A::Manager], outbox_page), post("/outbox/{id}/sending", &[A::Advisor, A::Manager], mark_sent)]
}

#[derive(Debug, Default, serde::Deserialize)]
struct Part {
    #[serde(default)]
    show: String,
    after: Option<i64>,
}

async fn outbox_page(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    State(config): State<Arc<Config>>,
    Query(part): Query<Part>,
) -> Result<Response> {
    let shown = Shown::parse(&part.show);
    let (asked, house, now) = (viewer.clone(), db.clone(), db.clock().now());
    let mut messages = db
        .read(move |conn| {
            let messages = queries::list_for(conn, &asked, shown, part.after, now, PAGE + 1)?;
            let with_text = |message: super::Message| {
                let address = message.link.map(|link| links::address(conn, house.keys(), &config.public_url, link)).transpose()?;
                let text = message.body.replace("{link}", address.as_deref().unwrap_or_default());
                Ok((message, text))
            };
            messages.into_iter().map(with_text).collect::<Result<Vec<_>>>()
        })
        .await?;
    let is_more = messages.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    messages.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let older = messages.last().filter(|_| is_more).map(|(last, _)| format!("/outbox?show={}&after={}", shown.code(), last.key));
    let newer = part.after.map(|_| format!("/outbox?show={}", shown.code()));
    Ok(views::outbox(&viewer, shown, &messages, db.clock().zone(), db.clock().today(), newer, older).into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct SentForm {}

async fn mark_sent(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<MessageId>,
    Form(SentForm {}): Form<SentForm>,
) -> Result<Redirect> {
    let asked = viewer.clone();
    db.write(viewer.actor(), move |tx| queries::mark_sent(tx, &asked, &id)).await?;
    Ok(Redirect::to("/outbox"))
}
