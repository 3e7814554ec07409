//! Break-glass: asking, agreeing, looking, ending.

use crate::auth::queries::{alerts, settling};
use crate::auth::step_up::{Outcome, Proved, Typed, prove_and_do};
use crate::auth::{House, Oversight, Steward, Viewer};
use crate::error::Result;
use crate::firewall::glass::{self, NewRequest};
use crate::firewall::office;
use crate::safeguards::queries::{self, Told};
use crate::safeguards::views::glass::{self as views, AskForm, Page};
use crate::store::{Db, Object, Tx};
use crate::values::{GlassId, Line, Note};
use crate::web::{Complaints, Form, Id, Leaf, Query, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

pub(super) async fn glass_page(Oversight(viewer): Oversight, State(db): State<Db>, Query(leaf): Query<Leaf>) -> Result<Response> {
    draw(&viewer, &db, leaf, &AskForm::default(), &Complaints::default()).await
}

async fn draw(viewer: &Viewer, db: &Db, leaf: Leaf, form: &AskForm, complaints: &Complaints) -> Result<Response> {
    let (account, now) = (viewer.key, db.clock().now());
    let look = move |conn: &rusqlite::Connection| {
        let told = (alerts::list_for(conn, account, now)?, settling::find(conn, account, now)?);
        Ok((glass::requests(conn, leaf.window())?, office::office(conn)?, told))
    };
    let (requests, office, (alerts, settles)) = db.read(look).await?;
    let (requests, has_more) = leaf.of_window(requests);
    let page = Page {
        viewer,
        requests: &requests,
        more: (leaf, has_more),
        office: &office,
        alerts: &alerts,
        settles,
        form,
        complaints,
        clock: db.clock(),
    };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::page(&page)).into_response())
}

/// What is said alike of an unknown file, an unknown name, and a name that two people in a file bear.
const NOBODY: &str =
    "There is no one person of this name in this file. Check number and name with whoever keeps the file, and take a new code";

/// Does something to the person that was named, or says that there is none. Both are on the record.
pub(super) fn named(
    tx: &Tx<'_>,
    (file, name): (&str, &str),
    deed: impl FnOnce(&Tx<'_>, queries::Named) -> Result<String>,
) -> Result<Outcome> {
    match queries::find_named(tx, file, name)? {
        Some(named) => deed(tx, named).map(Ok),
        None => {
            tx.audit("reference.not_found", Object::none())?;
            Ok(Err(("name", NOBODY)))
        }
    }
}

pub(super) async fn ask(Steward(viewer): Steward, State(house): State<House>, Form(form): Form<AskForm>) -> Result<Response> {
    let mut complaints = Complaints::default();
    let file = complaints.take("file", Line::parse(&form.file, "the number of the file"));
    let name = complaints.take("name", Line::parse(&form.name, "the person's name"));
    let reason = complaints.take("reason", Note::maybe(&form.reason, "the reason"));
    if matches!(&reason, Some(reason) if reason.as_ref().is_none_or(|reason| reason.as_str().chars().count() < 20)) {
        complaints.add("reason", "Say why in a sentence. The person reads it");
    }
    let parsed = complaints.or(file.zip(name).zip(reason.flatten()));
    let ((file, name), reason) = match parsed {
        Ok(parsed) => parsed,
        Err(complaints) => return draw(&viewer, &house.db, Leaf::default(), &form, &complaints).await,
    };
    let steward = viewer.key;
    let done = prove_and_do(&house, &viewer, form.key.clone(), form.typed(), move |tx| {
        named(tx, (file.as_str(), name.as_str()), |tx, named| {
            let new = NewRequest { person: named.person, business: named.business, reason: reason.as_str().to_owned(), steward };
            glass::ask(tx, &new).map(|id| format!("/glass/{id}"))
        })
    });
    match done.await? {
        Proved::Done(address) => Ok(Redirect::to(&address).into_response()),
        Proved::Not(complaints) => draw(&viewer, &house.db, Leaf::default(), &form, &complaints).await,
    }
}

pub(super) async fn request_page(Oversight(viewer): Oversight, State(db): State<Db>, Id(id): Id<GlassId>) -> Result<Response> {
    draw_request(&viewer, &db, id, "", &Complaints::default()).await
}

async fn draw_request(viewer: &Viewer, db: &Db, id: GlassId, why: &str, complaints: &Complaints) -> Result<Response> {
    let (account, now) = (viewer.key, db.clock().now());
    let (request, settles) = db.read(move |conn| Ok((glass::request(conn, &id)?, settling::find(conn, account, now)?))).await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::request(viewer, (&request, settles), db.clock(), why, complaints)).into_response())
}

/// Proof and key. No `Debug`: there is a password in it.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProofForm {
    key: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
}

pub(super) async fn agree(
    Oversight(viewer): Oversight,
    State(house): State<House>,
    Id(id): Id<GlassId>,
    Form(form): Form<ProofForm>,
) -> Result<Response> {
    let (asked, account) = (id.clone(), viewer.key);
    let typed = Typed { password: form.password, code: form.code };
    let done = prove_and_do(&house, &viewer, form.key, typed, move |tx| {
        glass::agree(tx, &asked, account)?;
        Ok(Ok(format!("/glass/{asked}")))
    });
    match done.await? {
        Proved::Done(address) => Ok(Redirect::to(&address).into_response()),
        Proved::Not(complaints) => draw_request(&viewer, &house.db, id, "", &complaints).await,
    }
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RefuseForm {
    key: String,
    why: String,
}

pub(super) async fn refuse(
    Oversight(viewer): Oversight,
    State(db): State<Db>,
    Id(id): Id<GlassId>,
    Form(form): Form<RefuseForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let Some(why) = complaints.take("why", Line::parse(&form.why, "why you refuse")) else {
        return draw_request(&viewer, &db, id, &form.why, &complaints).await;
    };
    let (account, address) = (viewer.key, format!("/glass/{id}"));
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            glass::refuse(tx, &id, account, why.as_str())?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address).into_response())
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KeyForm {
    key: String,
}

pub(super) async fn end(
    Oversight(viewer): Oversight,
    State(db): State<Db>,
    Id(id): Id<GlassId>,
    Form(form): Form<KeyForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let (account, address) = (viewer.key, format!("/glass/{id}"));
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            glass::end(tx, &id, account)?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address))
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LookForm {}

/// Why a second press is a second look on the record: each decrypts anew.
pub(super) async fn open(
    Steward(viewer): Steward,
    State(house): State<House>,
    Id(id): Id<GlassId>,
    Form(LookForm {}): Form<LookForm>,
) -> Result<Response> {
    let (asked, account) = (id.clone(), viewer.key);
    let permit = house
        .db
        .write(viewer.actor(), move |tx| glass::open(tx, &asked, account, |tx, request| queries::tell(tx, request.person, Told::Opened)))
        .await?;
    let keys = house.db.clone();
    let (request, seen) = house.db.read(move |conn| Ok((glass::request(conn, &id)?, glass::look(conn, keys.keys(), permit)?))).await?;
    Ok(views::seen(&viewer, &request, house.db.clock(), seen).into_response())
}
