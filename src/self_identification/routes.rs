//! Answering, changing and deleting, by the same private link.

use super::views::{self, AnswerForm};
use super::{Sitting, queries};
use crate::auth::Route;
use crate::auth::links::{Link, SelfIdLink};
use crate::equity::groups::Race;
use crate::error::{Error, Result};
use crate::firewall::{self, Reply};
use crate::people;
use crate::store::{Db, Object, Tx};
use crate::values::{Basis, Note, Question};
use crate::web::{Access, Complaints, Form, get, post};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/about-me/{token}", &[A::ClientLink], question_page),
        post("/about-me/{token}", &[A::ClientLink], answer),
        get("/about-me/{token}/saved", &[A::ClientLink], saved_page),
        post("/about-me/{token}/deleting", &[A::ClientLink], delete),
    ]
}

async fn sitting(db: &Db, link: &Link) -> Result<Sitting> {
    let person = link.person.ok_or(Error::NotFound)?;
    db.read(move |conn| queries::find(conn, person)).await
}

async fn question_page(SelfIdLink(link, token): SelfIdLink, State(db): State<Db>) -> Result<Response> {
    let sitting = sitting(&db, &link).await?;
    Ok(views::question(&sitting, &token, &AnswerForm::default(), &Complaints::default()).into_response())
}

async fn answer(SelfIdLink(link, token): SelfIdLink, State(db): State<Db>, Form(form): Form<AnswerForm>) -> Result<Response> {
    let sitting = sitting(&db, &link).await?;
    if form.skip.is_some() {
        // Seen and passed over: there is no answer, and an earlier one stays.
        return Ok(Redirect::to(&format!("/about-me/{token}/saved?skipped=yes")).into_response());
    }
    let reply = match parse(&form) {
        Ok(reply) => reply,
        Err(complaints) => {
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::question(&sitting, &token, &form, &complaints)).into_response());
        }
    };
    let person = sitting.person;
    db.write(link.actor(), move |tx| {
        firewall::keep(tx, person, Question::Race, reply, Basis::OwnWord)?;
        note(tx, person, true, "self_identification.saved")
    })
    .await?;
    Ok(Redirect::to(&format!("/about-me/{token}/saved")).into_response())
}

fn note(tx: &Tx<'_>, person: i64, answered: bool, action: &str) -> Result<()> {
    people::queries::note_self_id_answered(tx, person, answered)?;
    tx.audit_with(action, Object::new("person", people::queries::find_person(tx, person)?.id), "race")
}

fn parse(form: &AnswerForm) -> std::result::Result<Reply, Complaints> {
    let mut complaints = Complaints::default();
    let mut words = Vec::new();
    for (race, typed) in Race::ALL.iter().zip(form.details()) {
        if let Some(detail) = complaints.take("race", Note::maybe(typed, "the detail")).flatten() {
            words.push(format!("{}: {detail}", race.code()));
        }
    }
    if let Some(own) = complaints.take("own", Note::maybe(&form.own, "your own words")).flatten() {
        words.push(own.to_string());
    }
    let codes: Vec<String> =
        Race::ALL.iter().map(|race| race.code()).filter(|code| form.race.iter().any(|chosen| chosen == code)).map(str::to_owned).collect();
    let declined = form.declined.is_some();
    if codes.len() != form.race.len() {
        complaints.add("race", "Choose from the boxes below");
    }
    if declined && !codes.is_empty() {
        complaints.add("race", "You ticked a box and also that you prefer not to answer. Leave one of them");
    }
    if !declined && codes.is_empty() {
        complaints.add("race", "Tick at least one box, or that you prefer not to answer. You can also skip this page");
    }
    let reply = if declined { Reply::declined() } else { Reply::answered(codes, words.join("\n")) };
    complaints.or(Some(reply))
}

#[derive(serde::Deserialize)]
struct Saved {
    skipped: Option<String>,
    deleted: Option<String>,
}

async fn saved_page(
    SelfIdLink(link, token): SelfIdLink,
    State(db): State<Db>,
    crate::web::Query(query): crate::web::Query<Saved>,
) -> Result<Response> {
    let sitting = sitting(&db, &link).await?;
    let what = match (query.skipped, query.deleted) {
        (Some(_), _) => views::Done::Skipped,
        (_, Some(_)) => views::Done::Deleted,
        _ => views::Done::Saved,
    };
    Ok(views::done(&sitting, &token, what).into_response())
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

async fn delete(SelfIdLink(link, token): SelfIdLink, State(db): State<Db>, Form(_): Form<Nothing>) -> Result<Redirect> {
    let person = sitting(&db, &link).await?.person;
    db.write(link.actor(), move |tx| {
        firewall::forget(tx, person)?;
        note(tx, person, false, "self_identification.deleted")
    })
    .await?;
    Ok(Redirect::to(&format!("/about-me/{token}/saved?deleted=yes")))
}
