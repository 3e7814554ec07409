//! The screens of the desk: Today, the client page, the call, the search box. Logging and registering stand in files of their own.

use super::{ClientPage, Show, queries, views};
use crate::auth::{CaseWorker, House, Route, Viewer, links};
use crate::error::{Error, Result};
use crate::notes::queries as notes;
use crate::people;
use crate::referrals;
use crate::services::forms::LogForm;
use crate::services::queries as services;
use crate::store::{Db, Object};
use crate::values::{AttemptId, Channel, ClientId, FollowUpId, LinkKind, NoteId, PersonId, ServiceId, ServiceKind, Vocabulary};
use crate::web::layout::Toast;
use crate::web::{Access, Complaints, Form, Id, Query, forms, get, post};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use rusqlite::Connection;

mod clients;
mod log;

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/today", &[A::Advisor, A::Manager], today),
        get("/find", &[A::Advisor, A::Manager], find),
        get("/clients", &[A::Advisor, A::Manager], clients::list),
        get("/clients/waiting", &[A::Advisor, A::Manager], clients::waiting),
        get("/clients/new", &[A::Advisor, A::Manager], clients::new),
        post("/clients", &[A::Advisor, A::Manager], clients::register),
        get("/clients/{id}", &[A::Advisor, A::Manager], client_page),
        get("/clients/{id}/call", &[A::Advisor, A::Manager], call_page),
        post("/clients/{id}/call", &[A::Advisor, A::Manager], log::save_call),
        post("/clients/{id}/self-identification-links", &[A::Advisor, A::Manager], make_self_id_link),
        post("/services", &[A::Advisor, A::Manager], log::log_service),
    ]
}

/// What was just done, as an address tells it.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default)]
struct Told {
    saved: String,
    undone: String,
    done: String,
    noted: String,
    tried: String,
}

/// The message after a deed; nothing where the address tells of none, or of one that is not the viewer's to see.
fn told(conn: &Connection, viewer: &Viewer, now: crate::values::Instant, what: &Told, back: &str) -> Result<Option<Toast>> {
    match message(conn, viewer, now, what, back) {
        Err(Error::NotFound) => Ok(None),
        other => other,
    }
}

fn message(conn: &Connection, viewer: &Viewer, now: crate::values::Instant, told: &Told, back: &str) -> Result<Option<Toast>> {
    if let Some(id) = ServiceId::parse(&told.saved) {
        let service = services::find_for(conn, viewer, &id)?;
        let undo = service.is_open_to(viewer, now).then(|| (format!("/services/{id}/undoing?back={back}"), service.version));
        return Ok(Some(Toast { words: format!("Saved: {}.", service.summary()), undo }));
    }
    if let Some(id) = ServiceId::parse(&told.undone) {
        let service = services::find_for(conn, viewer, &id)?;
        return Ok(Some(Toast { words: format!("Taken back: {}.", service.summary()), undo: None }));
    }
    if let Some(id) = AttemptId::parse(&told.tried) {
        let attempt = services::find_attempt(conn, viewer, &id)?;
        if attempt.undone_at.is_some() {
            let words = "The attempt was taken back. A note or a follow-up that was written with it stays.".to_owned();
            return Ok(Some(Toast { words, undo: None }));
        }
        let undo = attempt.is_open_to(viewer, now).then(|| (format!("/attempts/{id}/undoing"), attempt.version));
        return Ok(Some(Toast { words: format!("Saved: {}.", attempt.title()), undo }));
    }
    if let Some(id) = NoteId::parse(&told.noted) {
        let note = notes::find_for(conn, viewer, &id)?;
        if note.undone_at.is_some() {
            return Ok(Some(Toast { words: "The note was taken back.".to_owned(), undo: None }));
        }
        let undo = (note.is_own(viewer) && note.is_fresh(now)).then(|| (format!("/notes/{id}/undoing"), note.version));
        return Ok(Some(Toast { words: "The note is saved.".to_owned(), undo }));
    }
    let Some(id) = FollowUpId::parse(&told.done) else { return Ok(None) };
    let follow_up = services::find_follow_up(conn, viewer, &id)?;
    let undo = follow_up.done_at.is_some().then(|| (format!("/follow-ups/{id}/reopening?back={back}"), follow_up.version));
    Ok(Some(Toast { words: format!("Done: {}.", follow_up.title), undo }))
}

async fn today(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Query(what): Query<Told>) -> Result<Response> {
    let (asked, clock, is_next) = (viewer.clone(), db.clock().clone(), !what.saved.is_empty());
    let (page, toast) =
        db.read(move |conn| Ok((queries::today(conn, &clock, &asked)?, told(conn, &asked, clock.now(), &what, "today")?))).await?;
    Ok(views::today(&viewer, &page, toast, is_next).into_response())
}

/// Which part of a client's page is asked for.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default)]
struct Part {
    show: String,
    page: i64,
    saved: String,
    undone: String,
    done: String,
    noted: String,
    tried: String,
}

/// A timeline has no more pages than this.
const PAGES: i64 = 10_000;

async fn client_page(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Query(part): Query<Part>,
) -> Result<Response> {
    let (asked, clock, house) = (viewer.clone(), db.clock().clone(), db.clone());
    let what = Told { saved: part.saved, undone: part.undone, done: part.done, noted: part.noted, tried: part.tried };
    let (show, number) = (Show::parse(&part.show), part.page.clamp(0, PAGES));
    let (page, form, toast) = db
        .read(move |conn| {
            let page = queries::client(conn, &clock, house.keys(), &asked, &id, (show, number))?;
            let form = usual(conn, &asked, &page)?;
            Ok((page, form, told(conn, &asked, clock.now(), &what, "client")?))
        })
        .await?;
    Ok(views::client(&viewer, &page, &form, &Complaints::default(), toast).into_response())
}

/// The log form as it stands before anybody types: what was last given to this client, by the same way, for the usual time.
fn usual(conn: &Connection, viewer: &Viewer, page: &ClientPage) -> Result<LogForm> {
    let (kind, channel) = services::last_given(conn, page.client.key)?.unwrap_or((ServiceKind::Coaching, Channel::Phone));
    Ok(LogForm {
        kind: kind.code().to_owned(),
        channel: channel.code().to_owned(),
        minutes: services::usual_minutes(conn, viewer)?.to_string(),
        ..LogForm::default()
    })
}

async fn call_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<ClientId>) -> Result<Response> {
    let (asked, clock, house) = (viewer.clone(), db.clock().clone(), db.clone());
    let (page, form) = db
        .read(move |conn| {
            let page = queries::client(conn, &clock, house.keys(), &asked, &id, (Show::All, 0))?;
            let form = LogForm { channel: Channel::Phone.code().to_owned(), ..usual(conn, &asked, &page)? };
            Ok((page, form))
        })
        .await?;
    Ok(views::call(&viewer, &page, &form, &Complaints::default()).into_response())
}

/// For whom a private link is made.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
struct LinkForm {
    key: String,
    person: String,
}

async fn make_self_id_link(
    CaseWorker(viewer): CaseWorker,
    State(house): State<House>,
    Id(id): Id<ClientId>,
    Form(form): Form<LinkForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let person = PersonId::parse(&form.person).ok_or(Error::NotFound)?;
    let (asked, url) = (viewer.clone(), house.config.public_url.clone());
    let (client, owner, address) = house
        .db
        .write(viewer.actor(), move |tx| {
            let client = people::queries::find_for(tx, &asked, &id)?;
            let owners = people::queries::owners(tx, client.key, tx.today())?;
            let owner = owners.into_iter().find(|owner| owner.id == person).ok_or(Error::NotFound)?;
            let link = match tx.answer_to(&form.key)? {
                Some(made) => made.parse().map_err(|_| Error::NotFound)?,
                None => {
                    let target = links::Target { person: Some(owner.person), ..links::Target::default() };
                    let link = links::issue(tx, LinkKind::SelfIdentification, target)?;
                    people::queries::note_self_id_asked(tx, owner.person)?;
                    tx.audit("self_identification.link_made", Object::new("person", &owner.id))?;
                    tx.remember_answer(&form.key, &link.to_string())?;
                    link
                }
            };
            let address = links::address(tx, &tx.keys(), &url, link)?;
            Ok((client, owner, address))
        })
        .await?;
    Ok(views::self_id_link(&viewer, &client, &owner, &address).into_response())
}

/// What is looked for.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Sought {
    q: String,
    part: String,
}

async fn find(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Query(sought): Query<Sought>) -> Result<Response> {
    let (asked, q) = (viewer.clone(), sought.q.chars().take(200).collect::<String>());
    let typed = q.clone();
    let (found, referral) = db
        .read(move |conn| {
            let mut found = people::queries::named(conn, &asked, &typed, 3)?;
            let near = people::queries::search(conn, &asked, &typed, 10)?;
            found.extend(near);
            let mut seen = std::collections::BTreeSet::new();
            found.retain(|client| seen.insert(client.key));
            Ok((found, referrals::queries::numbered(conn, &asked, &typed)?))
        })
        .await?;
    let page = if sought.part.is_empty() {
        views::found(&viewer, &q, &found, referral.as_ref())
    } else {
        views::results(&viewer, &q, &found, referral.as_ref())
    };
    Ok(page.into_response())
}
