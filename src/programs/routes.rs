//! The programs page of the administrator.

use super::views::{self, ProgramForm, Shown};
use super::{BodyFacts, SourceFacts, defaults, keeping, queries, sources};
use crate::auth::{Admin, Route, Viewer};
use crate::error::Result;
use crate::firewall::office::{Office, office};
use crate::store::{Db, Tx};
use crate::values::{Email, FundingKind, Line, ProgramId, Telephone, Vocabulary};
use crate::web::{Access, Complaints, Form, Id, forms, get, post};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/programs", &[A::Admin], programs_page),
        post("/programs", &[A::Admin], start_program),
        post("/programs/{id}", &[A::Admin], change_program),
        post("/programs/{id}/complaints-contact", &[A::Admin], name_contact),
        post("/programs/{id}/notes", &[A::Admin], keep_notes),
        get("/programs/{id}/services", &[A::Admin], defaults::page),
        post("/programs/{id}/services", &[A::Admin], defaults::save),
        post("/programs/{id}/funding-sources", &[A::Admin], add_funding_source),
        get("/programs/{id}/funding-sources/new", &[A::Manager, A::Admin], sources::new_source_page),
        post("/programs/{id}/funding-sources/new", &[A::Manager, A::Admin], sources::add_source),
        get("/funding-sources/{id}", &[A::Manager, A::Admin], sources::source_page),
        post("/funding-sources/{id}", &[A::Manager, A::Admin], sources::change_source),
        post("/funding-sources/{id}/retirement", &[A::Manager, A::Admin], sources::retire_source),
        post("/programs/{id}/deciding-bodies", &[A::Admin], add_deciding_body),
    ]
}

async fn shown(db: &Db) -> Result<(Vec<Shown>, Office)> {
    db.read(|conn| {
        let programs = queries::list(conn)?;
        let shown: Result<Vec<Shown>> = programs
            .into_iter()
            .map(|program| {
                Ok(Shown {
                    sources: queries::funding_sources(conn, program.key)?,
                    bodies: queries::deciding_bodies(conn, program.key)?,
                    program,
                })
            })
            .collect();
        Ok((shown?, office(conn)?))
    })
    .await
}

async fn programs_page(Admin(viewer): Admin, State(db): State<Db>) -> Result<Response> {
    Ok(views::programs(&viewer, &shown(&db).await?, &ProgramForm::default(), &Complaints::default()).into_response())
}

async fn again(viewer: &Viewer, db: &Db, form: &ProgramForm, complaints: &Complaints) -> Result<Response> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, views::programs(viewer, &shown(db).await?, form, complaints)).into_response())
}

async fn start_program(Admin(viewer): Admin, State(db): State<Db>, Form(form): Form<ProgramForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let name = complaints.take("name", Line::parse(&form.name, "the name of the program"));
    let telephone = complaints.take("telephone", Telephone::maybe(&form.telephone));
    let email = complaints.take("email", Email::maybe(&form.email));
    let Some(((name, telephone), email)) = name.zip(telephone).zip(email) else { return again(&viewer, &db, &form, &complaints).await };
    let today = db.clock().today();
    db.write(viewer.actor(), move |tx| {
        once(tx, &form.key, || {
            queries::start(tx, name.as_str(), telephone.as_ref().map(Telephone::as_str), email.as_ref().map(Email::as_str), today)
        })
    })
    .await?;
    Ok(Redirect::to("/programs").into_response())
}

async fn change_program(
    Admin(viewer): Admin,
    State(db): State<Db>,
    Id(id): Id<ProgramId>,
    Form(form): Form<views::ContactForm>,
) -> Result<Redirect> {
    let (telephone, email) = (Telephone::maybe(&form.telephone)?, Email::maybe(&form.email)?);
    let asks_code = form.asks_partner_code.is_some();
    db.write(viewer.actor(), move |tx| {
        let (telephone, email) = (telephone.as_ref().map(Telephone::as_str), email.as_ref().map(Email::as_str));
        queries::change(tx, &id, form.version, telephone, email, asks_code)
    })
    .await?;
    Ok(Redirect::to("/programs"))
}

async fn name_contact(
    Admin(viewer): Admin,
    State(db): State<Db>,
    Id(id): Id<ProgramId>,
    Form(form): Form<views::OutsideForm>,
) -> Result<Redirect> {
    let name = Line::maybe(&form.name, "the name or office")?.map(|name| name.to_string());
    let email = Email::maybe(&form.email)?.map(|email| email.as_str().to_owned());
    let telephone = Telephone::maybe(&form.telephone)?.map(|number| number.as_str().to_owned());
    let hours = Line::maybe(&form.office_hours, "the office hours")?.map(|hours| hours.to_string());
    db.write(viewer.actor(), move |tx| queries::name_contact(tx, &id, form.version, &[name, email, telephone], hours.as_deref())).await?;
    Ok(Redirect::to("/programs"))
}

async fn keep_notes(
    Admin(viewer): Admin,
    State(db): State<Db>,
    Id(id): Id<ProgramId>,
    Form(form): Form<views::MonthsForm>,
) -> Result<Redirect> {
    let months = keeping::months(&form.note_months)?;
    db.write(viewer.actor(), move |tx| queries::keep_notes(tx, &id, form.version, months)).await?;
    Ok(Redirect::to("/programs"))
}

async fn add_funding_source(
    Admin(viewer): Admin,
    State(db): State<Db>,
    Id(id): Id<ProgramId>,
    Form(form): Form<views::SourceForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let (name, kind) = (Line::parse(&form.name, "the name of the funder")?, FundingKind::parse(&form.kind)?);
    let is_default = form.is_default.is_some();
    db.write(viewer.actor(), move |tx| {
        once(tx, &form.key, || {
            queries::add_funding_source(tx, &queries::find_by_id(tx, &id)?, &SourceFacts::bare(name.as_str(), kind), is_default)
        })
    })
    .await?;
    Ok(Redirect::to("/programs"))
}

async fn add_deciding_body(
    Admin(viewer): Admin,
    State(db): State<Db>,
    Id(id): Id<ProgramId>,
    Form(form): Form<views::BodyForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let name = Line::parse(&form.name, "the name of the body")?;
    db.write(viewer.actor(), move |tx| {
        once(tx, &form.key, || {
            let facts = BodyFacts { name: name.to_string(), ..BodyFacts::default() };
            queries::add_deciding_body(tx, &queries::find_by_id(tx, &id)?, &facts)
        })
    })
    .await?;
    Ok(Redirect::to("/programs"))
}

/// Does a form's deed once, however often it is posted.
fn once(tx: &Tx<'_>, key: &str, deed: impl FnOnce() -> Result<i64>) -> Result<()> {
    if tx.answer_to(key)?.is_none() {
        deed()?;
        tx.remember_answer(key, "/programs")?;
    }
    Ok(())
}
