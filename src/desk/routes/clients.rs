//! The list of clients, those who wait, and registering a new one.

use crate::auth::{CaseWorker, Viewer};
use crate::desk::queries::{self, Registered};
use crate::desk::views::{self, Listed, RegisterForm};
use crate::error::{Error, Result};
use crate::people::routes::{chosen, naics, parse_person, postal_code, state};
use crate::people::views::OwnerForm;
use crate::people::{self, NewClient, Place};
use crate::programs;
use crate::services::{Whose, queries as services};
use crate::store::Db;
use crate::values::{Complaint, Day, Line, ServiceId, Stage, Vocabulary, fold, quoted};
use crate::web::{Complaints, Form, Query, forms, parts};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Clients on a page of the list.
const PAGE: i64 = 50;
/// Most clients that a search lists.
const MOST_FOUND: i64 = 50;

/// Which page of the list: what is searched for, or after which name it begins.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct Listing {
    q: String,
    after: String,
}

pub(super) async fn list(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Query(listing): Query<Listing>) -> Result<Response> {
    let asked = viewer.clone();
    let list = db.read(move |conn| read_list(conn, &asked, listing)).await?;
    Ok(views::clients(&viewer, &list).into_response())
}

fn read_list(conn: &rusqlite::Connection, viewer: &Viewer, listing: Listing) -> Result<Listed> {
    let all = people::queries::count_for(conn, viewer)?;
    if !listing.q.trim().is_empty() {
        let found = people::queries::search(conn, viewer, &listing.q, MOST_FOUND)?;
        return Ok(Listed { q: listing.q, found, all, first: None, next: None });
    }
    let after = listing.after.split_once('.').and_then(|(key, name)| Some((name, key.parse::<i64>().ok()?)));
    let mut found = people::queries::list_for(conn, viewer, after, PAGE + 1)?;
    let has_more = i64::try_from(found.len()).unwrap_or(0) > PAGE;
    found.truncate(usize::try_from(PAGE).unwrap_or_default());
    let next = found.last().filter(|_| has_more).map(|last| format!("/clients?after={}.{}", last.key, parts::encoded(&fold(&last.name))));
    Ok(Listed { q: String::new(), found, all, first: after.map(|_| "/clients".to_owned()), next })
}

/// Which page of those who wait: whose clients, after which day.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct WaitingPage {
    whose: String,
    after: String,
}

pub(super) async fn waiting(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Query(asked): Query<WaitingPage>) -> Result<Response> {
    let whose = if asked.whose == "all" { Whose::Everyones } else { Whose::Mine };
    let after = asked.after.split_once('.').and_then(|(since, key)| Some((Day::parse(since).ok()?, key.parse::<i64>().ok()?)));
    let (who, today) = (viewer.clone(), db.clock().today());
    let mut list = db.read(move |conn| services::waiting_longest(conn, &who, whose, today.plus_days(-30), after, PAGE + 1)).await?;
    let has_more = i64::try_from(list.clients.len()).unwrap_or(0) > PAGE;
    list.clients.truncate(usize::try_from(PAGE).unwrap_or_default());
    let query = if whose == Whose::Everyones { "?whose=all" } else { "?whose=mine" };
    let next = list.clients.last().filter(|_| has_more).map(|last| format!("/clients/waiting{query}&after={}.{}", last.since, last.key));
    let first = after.map(|_| format!("/clients/waiting{query}"));
    Ok(views::waiting(&viewer, &list, whose, today, first, next).into_response())
}

/// What is known before anybody types.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct Known {
    name: String,
    service: String,
}

pub(super) async fn new(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Query(known): Query<Known>) -> Result<Response> {
    let asked = viewer.clone();
    let form = db
        .read(move |conn| {
            let Some(id) = ServiceId::parse(&known.service) else {
                return Ok(RegisterForm { name: known.name.chars().take(200).collect(), ..RegisterForm::default() });
            };
            let call = services::find_for(conn, &asked, &id)?;
            Ok(RegisterForm {
                name: call.caller_name.unwrap_or_default(),
                telephone: call.caller_telephone.unwrap_or_default(),
                program: call.program.to_string(),
                service: known.service,
                ..RegisterForm::default()
            })
        })
        .await?;
    Ok(views::register(&viewer, &form, &Complaints::default()).into_response())
}

pub(super) async fn register(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Form(form): Form<RegisterForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    if form.press == "industry" {
        return Ok(views::register(&viewer, &form, &Complaints::default()).into_response());
    }
    let mut complaints = Complaints::default();
    let (asked, typed) = (viewer.clone(), form.program.clone());
    let program = match db.read(move |conn| programs::queries::chosen(conn, &asked, &typed)).await {
        Err(Error::Rejected(words)) => {
            complaints.add("program", words);
            None
        }
        other => Some(other?.key),
    };
    let new = parse(&mut complaints, &form);
    let (program, new) = match complaints.or(program.zip(new)) {
        Ok(both) => both,
        Err(complaints) => return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::register(&viewer, &form, &complaints)).into_response()),
    };
    let (asked, call, key, is_decided) = (viewer.clone(), ServiceId::parse(&form.service), form.key.clone(), form.press == "new");
    let outcome = db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&key)? {
                return Ok(crate::values::ClientId::parse(&answer).map_or(Registered::Elsewhere, Registered::Client));
            }
            let outcome = queries::register(tx, &asked, program, &new, call.as_ref(), is_decided)?;
            match &outcome {
                Registered::Client(id) => tx.remember_answer(&key, id.as_str())?,
                Registered::Elsewhere => tx.remember_answer(&key, "elsewhere")?,
                Registered::Perhaps(..) => {}
            }
            Ok(outcome)
        })
        .await?;
    Ok(match outcome {
        Registered::Client(id) => Redirect::to(&format!("/clients/{id}")).into_response(),
        Registered::Perhaps(found, call) => {
            (StatusCode::UNPROCESSABLE_ENTITY, views::perhaps(&viewer, &form, &found, call)).into_response()
        }
        Registered::Elsewhere => (StatusCode::UNPROCESSABLE_ENTITY, views::elsewhere(&viewer)).into_response(),
    })
}

fn parse(complaints: &mut Complaints, form: &RegisterForm) -> Option<NewClient> {
    let name = complaints.take("name", Line::parse(&form.name, "the name of the business"));
    let product = complaints.take("product", Line::maybe(&form.product, "what it makes")).flatten();
    let naics = naics(complaints, &form.naics);
    let stage = chosen(complaints, "stage", &form.stage, Stage::parse);
    let workers = workers(complaints, &form.workers);
    let mut line = |field: &'static str, typed: &str, what: &str| {
        complaints.take(field, Line::maybe(typed, what)).flatten().map(|line| line.to_string())
    };
    let place = Place {
        street: line("street", &form.street, "the street"),
        city: line("city", &form.city, "the city"),
        neighborhood: line("neighborhood", &form.neighborhood, "the neighborhood"),
        ..Place::default()
    };
    let state = state(complaints, &form.state);
    let postal_code = postal_code(complaints, &form.postal_code);
    let names_somebody = [&form.first_name, &form.last_name, &form.telephone, &form.email].iter().any(|typed| !typed.trim().is_empty());
    let contact = if names_somebody {
        let person = OwnerForm::contact(&form.first_name, &form.last_name, &form.telephone, &form.email, &form.language, &form.contact_by);
        Some(parse_person(complaints, &person)?)
    } else {
        None
    };
    Some(NewClient { name: name?, product, naics, stage, place: Place { state, postal_code, ..place }, workers, contact })
}

fn workers(complaints: &mut Complaints, typed: &str) -> Option<i64> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let read = typed.parse::<i64>().ok().filter(|workers| (0..=1_000_000).contains(workers));
    complaints.take("workers", read.ok_or_else(|| Complaint::new(format!("Workers must be a whole number. You typed {}", quoted(typed)))))
}
