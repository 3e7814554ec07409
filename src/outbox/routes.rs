//! The outbox page: what leaves by itself, what somebody has to send, and what did not arrive.

use super::queries::{self, sending};
use super::views::{self, OutboxPage};
use super::{Shown, Ways};
use crate::auth::looks::{Look, Names, shown as of_whom};
use crate::auth::{CaseWorker, Route, Team};
use crate::config::Config;
use crate::error::Result;
use crate::store::Db;
use crate::values::{Audience, LookPart, MessageId};
use crate::web::{Access, Form, Id, Query, get, post};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::Arc;

/// Notices on one page.
const PAGE: i64 = 25;

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/outbox", &[A::Advisor, A::Manager], outbox_page),
        get("/outbox/{id}/letter", &[A::Advisor, A::Manager], letter_page),
        get("/languages", &[A::Advisor, A::Manager, A::Admin], languages_page),
        post("/outbox/{id}/sending", &[A::Advisor, A::Manager], mark_sent),
        post("/outbox/{id}/stop", &[A::Advisor, A::Manager], stop),
        post("/outbox/{id}/attempts", &[A::Advisor, A::Manager], send_again),
    ]
}

#[derive(Debug, Default, serde::Deserialize)]
struct Part {
    #[serde(default)]
    show: String,
    after: Option<i64>,
}

async fn languages_page(Team(viewer): Team) -> Response {
    views::languages(&viewer).into_response()
}

async fn outbox_page(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    State(config): State<Arc<Config>>,
    Query(part): Query<Part>,
) -> Result<Response> {
    let shown = Shown::parse(&part.show);
    let (asked, house, now, ways) = (viewer.clone(), db.clone(), db.clock().now(), Ways::of(&config));
    let (mut messages, trouble) = db
        .read(move |conn| {
            let messages = queries::list_for(conn, &asked, shown, part.after, ways, now, PAGE + 1)?;
            let with_text = |message: super::Message| Ok((sending::whole_text(conn, house.keys(), &config.public_url, &message)?, message));
            Ok((messages.into_iter().map(with_text).collect::<Result<Vec<_>>>()?, queries::count_trouble(conn, &asked)?))
        })
        .await?;
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let is_more = messages.len() > page;
    messages.truncate(page);
    let older = messages.last().filter(|_| is_more).map(|(_, last)| format!("/outbox?show={}&after={}", shown.code(), last.key));
    let newer = part.after.map(|_| format!("/outbox?show={}", shown.code()));
    let page = OutboxPage { shown, ways, trouble, messages: &messages, zone: db.clock().zone(), today: db.clock().today(), newer, older };
    let looks = messages.iter().filter_map(|(_, message)| look(message)).collect();
    Ok((of_whom(looks), views::outbox(&viewer, &page)).into_response())
}

async fn letter_page(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    State(config): State<Arc<Config>>,
    Id(id): Id<MessageId>,
) -> Result<Response> {
    let (house, now, ways) = (db.clone(), db.clock().now(), Ways::of(&config));
    let (message, text) = db
        .read(move |conn| {
            let message = queries::find_for(conn, &viewer, &id, ways, now)?;
            let text = sending::whole_text(conn, house.keys(), &config.public_url, &message)?;
            Ok((message, text))
        })
        .await?;
    let looks = look(&message).into_iter().collect();
    Ok((of_whom(looks), views::letter(&message, &text, db.clock().today())).into_response())
}

/// Whose record a notice shows. What goes to a partner about a request is a look at that request too: it says who asks what.
fn look(message: &super::Message) -> Option<Look> {
    let part = LookPart::Notice;
    match (&message.referral, message.whose, message.audience) {
        (Some((referral, _)), ..) => Some(Look::record(Names::Referral, referral, part)),
        (None, (program, Some(person)), Audience::Entrepreneur) => Some(Look::Own { person, program, part }),
        (None, ..) => None,
    }
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Pressed {}

async fn mark_sent(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<MessageId>,
    Form(Pressed {}): Form<Pressed>,
) -> Result<Redirect> {
    let asked = viewer.clone();
    db.write(viewer.actor(), move |tx| queries::mark_sent(tx, &asked, &id)).await?;
    Ok(Redirect::to("/outbox"))
}

async fn stop(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<MessageId>,
    Form(Pressed {}): Form<Pressed>,
) -> Result<Redirect> {
    let asked = viewer.clone();
    db.write(viewer.actor(), move |tx| queries::stop(tx, &asked, &id)).await?;
    Ok(Redirect::to("/outbox"))
}

async fn send_again(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    State(config): State<Arc<Config>>,
    Id(id): Id<MessageId>,
    Form(Pressed {}): Form<Pressed>,
) -> Result<Redirect> {
    let (asked, ways) = (viewer.clone(), Ways::of(&config));
    db.write(viewer.actor(), move |tx| queries::send_again(tx, &asked, &id, ways)).await?;
    Ok(Redirect::to("/outbox"))
}
