//! A copy of all that is known of somebody, and the wish to be deleted.

use super::{Answer, enter};
use crate::auth::House;
use crate::auth::own::{Entrepreneur, Inside};
use crate::auth::queries::mailed;
use crate::error::{Error, Result};
use crate::people::own::CLOSED_DAYS;
use crate::people::queries as people;
use crate::referrals::queries::calendar;
use crate::rights::{Part, Reader, files, queries, views};
use crate::store::{Object, Tx};
use crate::values::Day;
use crate::web::{Complaints, Download, Form, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

pub(super) async fn page(visit: Result<Entrepreneur>, State(house): State<House>) -> Answer {
    let (_, reader) = enter(visit, &house).await?;
    Ok(draw(&house, &reader, &Complaints::default()).await?)
}

async fn draw(house: &House, reader: &Reader, complaints: &Complaints) -> Result<Response> {
    let person = reader.person;
    let closing = house.db.read(move |conn| people::own::last_closing(conn, person)).await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::TOO_MANY_REQUESTS };
    Ok((status, views::copy::page(reader, closing.as_ref(), complaints, house.db.clock().zone())).into_response())
}

/// In which shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
enum Shape {
    Page,
    Csv,
    Json,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CopyForm {
    shape: Shape,
}

/// A post and no link: it is written down that a copy was taken, and nobody's browser fetches one ahead. A dozen copies within a
/// quarter of an hour and more wait.
pub(super) async fn file(visit: Result<Entrepreneur>, State(house): State<House>, Form(form): Form<CopyForm>) -> Answer {
    let (inside, reader) = enter(visit, &house).await?;
    if !note(&house, &inside).await? {
        let mut complaints = Complaints::default();
        complaints.add("main", reader.say("rights-copy-wait"));
        return Ok(draw(&house, &reader, &complaints).await?);
    }
    let (who, zone) = (reader.clone(), house.db.clock().zone().clone());
    let parts: Vec<Part> = house.db.report(move |conn| queries::copy::copy(conn, &who, &zone)).await?;
    let today = reader.today;
    let (ending, kind, bytes) = match form.shape {
        Shape::Page => (
            "html",
            "text/html; charset=utf-8",
            views::copy::file(&reader, &parts, &files::json(&reader, &parts)?).into_string().into_bytes(),
        ),
        Shape::Csv => ("csv", "text/csv; charset=utf-8", files::csv(&reader, &parts)?),
        Shape::Json => ("json", "application/json", files::json(&reader, &parts)?.into_bytes()),
    };
    Ok(Download { name: format!("copy-{today}.{ending}"), kind, bytes }.into_response())
}

/// Writes down that a copy was taken; false where that was too often. What slows guessing down counts this too.
async fn note(house: &House, inside: &Inside) -> Result<bool> {
    let person = inside.person;
    house
        .db
        .write(inside.actor(), move |tx: &Tx<'_>| {
            let marks = [format!("copy of {person}")];
            if mailed::is_too_much(tx, &tx.keys(), &marks, tx.at())? {
                return Ok(false);
            }
            mailed::note_failure(tx, &marks)?;
            tx.audit("copy.taken", Object::new("person", person))?;
            Ok(true)
        })
        .await
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClosingForm {
    key: String,
    what: What,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
enum What {
    Ask,
    TakeBack,
}

pub(super) async fn close(visit: Result<Entrepreneur>, State(house): State<House>, Form(form): Form<ClosingForm>) -> Answer {
    forms::check_key(&form.key)?;
    let (inside, reader) = enter(visit, &house).await?;
    let (person, today) = (reader.person, reader.today);
    house
        .db
        .write(inside.actor(), move |tx| {
            if tx.answer_to(&form.key)?.is_some() {
                return Ok(());
            }
            match form.what {
                What::Ask => {
                    let due_on = Day::new(calendar(tx)?.add_business_days(today.date(), CLOSED_DAYS));
                    people::own::ask_closing(tx, person, due_on)?;
                }
                What::TakeBack => people::own::take_back_closing(tx, person)?,
            }
            tx.remember_answer(&form.key, "closing")?;
            Ok::<(), Error>(())
        })
        .await?;
    Ok(Redirect::to("/me/download#closing").into_response())
}
