//! What staff do: hand the device over, write down what is read out. None of these pages shows an answer.

use crate::auth::links;
use crate::auth::{CaseWorker, House, Viewer};
use crate::error::{Error, Result};
use crate::firewall::Reply;
use crate::i18n::Language;
use crate::people::{self, Client, Owner};
use crate::self_identification::forms::{Typed, field_of, parse};
use crate::self_identification::{Sitting, queries, views};
use crate::values::{ClientId, PersonId, Question};
use crate::web::{Complaints, Form, Id, forms};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rusqlite::Connection;
use tower_sessions::Session;

/// For whom the device is handed over.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Handed {
    person: String,
}

/// An owner of a client, found through the viewer.
fn owner_of(conn: &Connection, viewer: &Viewer, client: &ClientId, person: &str, today: crate::values::Day) -> Result<(Client, Owner)> {
    let person = PersonId::parse(person).ok_or(Error::NotFound)?;
    let client = people::queries::find_for(conn, viewer, client)?;
    let owners = people::queries::owners(conn, client.key, today)?;
    let owner = owners.into_iter().find(|owner| owner.id == person).ok_or(Error::NotFound)?;
    Ok((client, owner))
}

/// Signs the member of staff out on this device, so that nobody who holds it comes to their pages, and opens the questions.
pub(super) async fn hand_over(
    CaseWorker(viewer): CaseWorker,
    State(house): State<House>,
    session: Session,
    Id(id): Id<ClientId>,
    Form(form): Form<Handed>,
) -> Result<Redirect> {
    let (actor, address) = (viewer.actor(), house.db.clone());
    let link = house
        .db
        .write(actor, move |tx| {
            let (_, owner) = owner_of(tx, &viewer, &id, &form.person, tx.today())?;
            queries::hand_over(tx, &owner, viewer.key)
        })
        .await?;
    session.flush().await.map_err(|cause| Error::internal(cause.to_string()))?;
    let address = house.db.read(move |conn| links::address(conn, address.keys(), "", link)).await?;
    Ok(Redirect::to(&address))
}

async fn sitting_of(house: &House, viewer: &Viewer, id: ClientId, person: String) -> Result<(Client, Owner, Sitting)> {
    let (viewer, today, db) = (viewer.clone(), house.db.clock().today(), house.db.clone());
    house
        .db
        .read(move |conn| {
            let (client, owner) = owner_of(conn, &viewer, &id, &person, today)?;
            let sitting = queries::find(conn, db.keys(), owner.person, today)?;
            Ok((client, owner, sitting))
        })
        .await
}

/// Client and owner of an address.
fn names((id, person): (String, String)) -> Result<(ClientId, String)> {
    Ok((<ClientId as crate::values::PublicId>::parse(&id).ok_or(Error::NotFound)?, person))
}

pub(super) async fn read_out_page(
    CaseWorker(viewer): CaseWorker,
    State(house): State<House>,
    Path(path): Path<(String, String)>,
) -> Result<Response> {
    let (id, person) = names(path)?;
    let (client, owner, sitting) = sitting_of(&house, &viewer, id, person).await?;
    let page = views::ReadOut { client: &client, owner: &owner, sitting: &sitting };
    Ok(views::read_out(&viewer, &page, &Typed::default(), &Complaints::default()).into_response())
}

/// Writes down what was read out, and forgets it: the page that follows is the client's, and shows none of it.
pub(super) async fn read_out(
    CaseWorker(viewer): CaseWorker,
    State(house): State<House>,
    Path(path): Path<(String, String)>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let (id, person) = names(path)?;
    let (client, owner, sitting) = sitting_of(&house, &viewer, id, person).await?;
    let typed = Typed::read(fields)?;
    forms::check_key(typed.one("key"))?;
    let page = views::ReadOut { client: &client, owner: &owner, sitting: &sitting };
    let replies = match replies(&typed, &sitting) {
        Ok(replies) => replies,
        Err(complaints) => {
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::read_out(&viewer, &page, &typed, &complaints)).into_response());
        }
    };
    let (key, address) = (typed.one("key").to_owned(), format!("/clients/{}", client.id));
    house
        .db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                queries::save_read_out(tx, &owner, client.program, replies)?;
                tx.remember_answer(&key, "written")?;
            }
            Ok(())
        })
        .await?;
    Ok(Redirect::to(&address).into_response())
}

fn replies(typed: &Typed, sitting: &Sitting) -> std::result::Result<Vec<(Question, Reply)>, Complaints> {
    let (mut complaints, mut replies) = (Complaints::default(), Vec::new());
    if typed.one("notice") != sitting.version {
        complaints.add("heard", "What we promise has changed since you opened this page. Read the new text out, then save");
    }
    if !typed.has("heard") {
        complaints.add("heard", "Read out what we promise first. If they do not want to hear it, send them the link");
    }
    for question in sitting.asked.questions.iter().copied() {
        match parse(typed, question, &sitting.asked, Language::english()) {
            Ok(reply) => replies.extend(reply.map(|reply| (question, reply))),
            Err(found) => found.iter().for_each(|(field, words)| complaints.add(field, words)),
        }
    }
    if complaints.is_empty() && replies.is_empty() {
        complaints.add(sitting.asked.questions.first().map_or("heard", |question| field_of(*question)), "Write down at least one answer");
    }
    complaints.or(Some(replies))
}
