//! Saving a service: from Today, from the page of a client, from a call.

use super::{ClientPage, Show, queries, views};
use crate::auth::looks::{Look, Names, shown};
use crate::auth::{CaseWorker, Viewer};
use crate::error::{Error, Result};
use crate::notes::{Words, queries as notes};
use crate::people::Client;
use crate::programs;
use crate::services::forms::LogForm;
use crate::services::routes::{Who, who};
use crate::services::{Given, NewFollowUp, NewService, Promise, Whom, queries as services};
use crate::store::{Db, Tx};
use crate::values::{AttemptId, AttemptOutcome, Channel, ClientId, Kind, Line, LookPart, ServiceId, Telephone, Vocabulary};
use crate::web::{Complaints, Form, Id, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use views::LogPage;

/// A service that may be saved.
struct Ready {
    new: NewService,
    client: Option<Client>,
    drafts: Vec<(Kind, String)>,
    /// What came of it, where it is no service after all.
    tried: Option<AttemptOutcome>,
}

pub(super) async fn log_service(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Form(form): Form<LogForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    if form.caller.is_some() {
        return log_caller(viewer, db, form).await;
    }
    let mut complaints = Complaints::default();
    if form.client_id.is_empty() && form.client.trim().is_empty() {
        complaints.add("client", "Say who the service was for");
    }
    let Some((given, promise, tried)) = read(&mut complaints, &db, &form) else { return again(viewer, db, form, complaints).await };
    let (asked, chosen, typed) = (viewer.clone(), form.client_id.clone(), form.client.clone());
    match db.read(move |conn| who(conn, &asked, &chosen, &typed)).await? {
        Who::Client(client) => {
            let given = if form.channel.is_empty() { with_last_channel(&db, client.key, given).await? } else { given };
            let new = NewService { program: client.program, whom: Whom::Client(client.key), given, follow_up: promise };
            save(viewer, db, &form, Ready { new, client: Some(*client), drafts: Vec::new(), tried }).await
        }
        Who::Unclear(found) => {
            let page = LogPage { viewer: &viewer, form: &form, complaints: &complaints };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, views::whom(&page, &found)).into_response())
        }
    }
}

/// What was given and promised, if there is nothing to complain about.
fn read(complaints: &mut Complaints, db: &Db, form: &LogForm) -> Option<(Given, Option<Promise>, Option<AttemptOutcome>)> {
    let today = db.clock().today();
    let tried = form.attempt(complaints);
    let given = form.given(complaints, today, Channel::Phone);
    let promise = form.promise(complaints, today);
    complaints.is_empty().then_some(())?;
    Some((given?, promise?, tried?))
}

async fn with_last_channel(db: &Db, business: i64, given: Given) -> Result<Given> {
    let last = db.read(move |conn| services::last_channel(conn, business)).await?;
    Ok(Given { channel: last.unwrap_or(given.channel), ..given })
}

/// Draws the form again where it stood, with what is to be fixed.
async fn again(viewer: Viewer, db: Db, form: LogForm, complaints: Complaints) -> Result<Response> {
    let mut seen = Vec::new();
    let page = match ClientId::parse(&form.client_id).filter(|_| form.back == "client" || form.back == "call") {
        Some(id) => {
            seen.push(Look::record(Names::Client, &id, LookPart::Record));
            let page = client_page(&db, &viewer, id).await?;
            if form.back == "call" {
                views::call(&viewer, &page, &form, &complaints)
            } else {
                views::client(&viewer, &page, &form, &complaints, None)
            }
        }
        None => {
            let asked = viewer.clone();
            let recent = db.read(move |conn| services::recent_clients(conn, &asked, 20)).await?;
            views::quick_log_page(&LogPage { viewer: &viewer, form: &form, complaints: &complaints }, &recent)
        }
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, shown(seen), page).into_response())
}

async fn client_page(db: &Db, viewer: &Viewer, id: ClientId) -> Result<ClientPage> {
    let (asked, clock, house) = (viewer.clone(), db.clock().clone(), db.clone());
    db.read(move |conn| queries::client(conn, &clock, house.keys(), &asked, &id, (Show::All, 0))).await
}

/// A service for somebody who is no client yet.
async fn log_caller(viewer: Viewer, db: Db, form: LogForm) -> Result<Response> {
    let mut complaints = Complaints::default();
    let name = complaints.take("caller_name", Line::parse(&form.caller_name, "the name of whoever called"));
    let telephone = complaints.take("caller_telephone", Telephone::maybe(&form.caller_telephone));
    let (asked, typed) = (viewer.clone(), form.program.clone());
    let program = match db.read(move |conn| programs::queries::chosen(conn, &asked, &typed)).await {
        Err(Error::Rejected(words)) => {
            complaints.add("program", words);
            None
        }
        other => Some(other?.key),
    };
    if !form.outcome.is_empty() {
        complaints.add("caller_name", "An attempt that came to nothing is written down for a client. Log it on the client's page");
    }
    let read = read(&mut complaints, &db, &form);
    let Some((((name, telephone), program), (given, ..))) = name.zip(telephone).zip(program).zip(read) else {
        let page = LogPage { viewer: &viewer, form: &form, complaints: &complaints };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::whom(&page, &[])).into_response());
    };
    let new = NewService { program, whom: Whom::Caller(name, telephone), given, follow_up: None };
    save(viewer, db, &form, Ready { new, client: None, drafts: Vec::new(), tried: None }).await
}

pub(super) async fn save_call(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Form(form): Form<LogForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let form = LogForm { client_id: id.as_str().to_owned(), back: "call".to_owned(), ..form };
    let client = client_page(&db, &viewer, id).await?.client;
    let mut complaints = Complaints::default();
    let drafts = drafts(&mut complaints, &form);
    let Some((given, promise, tried)) = read(&mut complaints, &db, &form) else { return again(viewer, db, form, complaints).await };
    let new = NewService { program: client.program, whom: Whom::Client(client.key), given, follow_up: promise };
    save(viewer, db, &form, Ready { new, client: Some(client), drafts, tried }).await
}

/// The kinds that were ticked, each with what is needed.
fn drafts(complaints: &mut Complaints, form: &LogForm) -> Vec<(Kind, String)> {
    let mut drafts = Vec::new();
    for (place, kind) in <Kind as Vocabulary>::ALL.iter().enumerate() {
        if form.refer.iter().any(|code| code == kind.code()) {
            let typed = form.need.get(place).map(String::as_str).unwrap_or_default();
            let what = format!("what is needed ({})", kind.label());
            if let Some(need) = complaints.take("refer", Line::parse(typed, &what)) {
                drafts.push((*kind, need.to_string()));
            }
        }
    }
    drafts
}

/// Saves all of it at once, and leads back to where the form stood.
async fn save(viewer: Viewer, db: Db, form: &LogForm, ready: Ready) -> Result<Response> {
    let (asked, key) = (viewer.clone(), form.key.clone());
    let page = match &ready.client {
        Some(client) if form.back == "client" || form.back == "call" => format!("/clients/{}", client.id),
        _ => "/today".to_owned(),
    };
    let registers = form.caller.as_deref() == Some("register");
    let address = db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&key)? {
                return Ok(answer);
            }
            if let Some(client) = &ready.client {
                queries::start_drafts(tx, &asked, client, &ready.drafts)?;
            }
            let answer = match (ready.tried, &ready.client) {
                (Some(outcome), Some(client)) => format!("{page}?tried={}", note_attempt(tx, &asked, client, ready.new, outcome)?),
                _ => {
                    let (_, id): (i64, ServiceId) = services::log(tx, &asked, ready.new)?;
                    if registers { format!("/clients/new?service={id}") } else { format!("{page}?saved={id}") }
                }
            };
            tx.remember_answer(&key, &answer)?;
            Ok(answer)
        })
        .await?;
    Ok(Redirect::to(&address).into_response())
}

/// It came to nothing: what was written is a note about the client, what was promised a follow-up, and neither belongs to a service.
fn note_attempt(tx: &Tx<'_>, viewer: &Viewer, client: &Client, new: NewService, outcome: AttemptOutcome) -> Result<AttemptId> {
    let id = services::note_attempt(tx, viewer, (client.program, client.key), &new.given, outcome)?;
    if let Some(body) = new.given.note {
        notes::write(tx, viewer, client, &Words { body, level: new.given.level })?;
    }
    if let Some(promise) = new.follow_up {
        let (program, business, account) = (client.program, client.key, viewer.key);
        services::add_follow_up(tx, &NewFollowUp { program, business, service: None, account, promise })?;
    }
    Ok(id)
}
