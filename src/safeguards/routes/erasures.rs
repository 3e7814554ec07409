//! Deletion: requests, holds, and the deed.

use super::glass::named;
use crate::auth::step_up::{Proved, Typed, prove_and_do};
use crate::auth::{House, Steward, Viewer};
use crate::error::Result;
use crate::firewall::erasure;
use crate::safeguards::queries::{self, Told};
use crate::safeguards::views::erasures::{self as views, NamedForm, Page};
use crate::store::Db;
use crate::values::{ErasureRequestId, HoldId, Line};
use crate::web::{Complaints, Form, Id, Leaf, Query, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

pub(super) async fn erasures_page(Steward(viewer): Steward, State(db): State<Db>, Query(leaf): Query<Leaf>) -> Result<Response> {
    draw(&viewer, &db, leaf, &NamedForm::default(), &Complaints::default()).await
}

async fn draw(viewer: &Viewer, db: &Db, leaf: Leaf, form: &NamedForm, complaints: &Complaints) -> Result<Response> {
    let look =
        move |conn: &rusqlite::Connection| Ok((erasure::requests(conn)?, erasure::holds(conn)?, erasure::erasures(conn, leaf.window())?));
    let (requests, holds, erasures) = db.read(look).await?;
    let (erasures, has_more) = leaf.of_window(erasures);
    let page = Page {
        viewer,
        requests: &requests,
        holds: &holds,
        erasures: &erasures,
        more: (leaf, has_more),
        form,
        complaints,
        clock: db.clock(),
    };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::page(&page)).into_response())
}

/// Number and name, without a complaint.
fn parse(form: &NamedForm, complaints: &mut Complaints) -> Option<(Line, Line)> {
    let file = complaints.take("file", Line::parse(&form.file, "the number of the file"));
    let name = complaints.take("name", Line::parse(&form.name, "the person's name"));
    file.zip(name)
}

/// Deletes a person who was named, or puts their data on hold: two buttons of one form.
pub(super) async fn erase(Steward(viewer): Steward, State(house): State<House>, Form(form): Form<NamedForm>) -> Result<Response> {
    let mut complaints = Complaints::default();
    let who = parse(&form, &mut complaints);
    let (is_hold, steward, folder) = (form.hold.is_some(), viewer.key, house.db.folder().clone());
    let reason = complaints.take("reason", Line::maybe(&form.reason, "the reason")).flatten();
    if is_hold && reason.is_none() && complaints.on("reason").is_none() {
        complaints.add("reason", "Say why this must be kept: the case, the audit or the rule");
    }
    if !is_hold && form.sure.is_none() {
        complaints.add("sure", "Tick that you know it cannot be undone");
    }
    let (file, name) = match complaints.or(who) {
        Ok(who) => who,
        Err(complaints) => return draw(&viewer, &house.db, Leaf::default(), &form, &complaints).await,
    };
    let done = prove_and_do(&house, &viewer, form.key.clone(), form.typed(), move |tx| {
        named(tx, (file.as_str(), name.as_str()), |tx, named| {
            match reason.filter(|_| is_hold) {
                Some(reason) => drop(erasure::hold(tx, (named.person, named.business), reason.as_str(), steward)?),
                None => queries::erase(tx, &folder, named.person, steward)?,
            }
            Ok("/erasures".to_owned())
        })
    });
    match done.await? {
        Proved::Done(address) => Ok(Redirect::to(&address).into_response()),
        Proved::Not(complaints) => draw(&viewer, &house.db, Leaf::default(), &form, &complaints).await,
    }
}

/// Proof for a request that is named by its address.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DeleteForm {
    key: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
}

pub(super) async fn erasure_page(Steward(viewer): Steward, State(db): State<Db>, Id(id): Id<ErasureRequestId>) -> Result<Response> {
    draw_request(&viewer, &db, id, "", &Complaints::default()).await
}

async fn draw_request(viewer: &Viewer, db: &Db, id: ErasureRequestId, why: &str, complaints: &Complaints) -> Result<Response> {
    let look = move |conn: &rusqlite::Connection| {
        let asked = erasure::find_request(conn, &id)?;
        Ok((erasure::live_hold(conn, asked.person)?, asked))
    };
    let (hold, asked) = db.read(look).await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::request(viewer, (&asked, hold.as_ref()), db.clock(), why, complaints)).into_response())
}

pub(super) async fn erase_asked(
    Steward(viewer): Steward,
    State(house): State<House>,
    Id(id): Id<ErasureRequestId>,
    Form(form): Form<DeleteForm>,
) -> Result<Response> {
    let (asked, steward, folder) = (id.clone(), viewer.key, house.db.folder().clone());
    let typed = Typed { password: form.password, code: form.code };
    let done = prove_and_do(&house, &viewer, form.key, typed, move |tx| {
        queries::erase(tx, &folder, erasure::find_request(tx, &asked)?.person, steward)?;
        Ok(Ok("/erasures".to_owned()))
    });
    match done.await? {
        Proved::Done(address) => Ok(Redirect::to(&address).into_response()),
        Proved::Not(complaints) => draw_request(&viewer, &house.db, id, "", &complaints).await,
    }
}

/// A key and a reason.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WhyForm {
    key: String,
    why: String,
}

pub(super) async fn keep_for_now(
    Steward(viewer): Steward,
    State(db): State<Db>,
    Id(id): Id<ErasureRequestId>,
    Form(form): Form<WhyForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let Some(why) = complaints.take("why", Line::parse(&form.why, "why it is not done now")) else {
        return draw_request(&viewer, &db, id, &form.why, &complaints).await;
    };
    let address = format!("/erasures/requests/{id}");
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            let asked = erasure::find_request(tx, &id)?;
            if asked.held_reason.is_none() {
                queries::tell(tx, asked.person, Told::Held)?;
            }
            erasure::keep_for_now(tx, &asked, why.as_str())?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address).into_response())
}

pub(super) async fn lift(
    Steward(viewer): Steward,
    State(db): State<Db>,
    Id(id): Id<HoldId>,
    Form(form): Form<WhyForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let (why, steward) = (Line::parse(&form.why, "why the hold is lifted")?, viewer.key);
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            erasure::lift(tx, &id, why.as_str(), steward)?;
            tx.remember_answer(&form.key, "/erasures")?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to("/erasures"))
}
