//! A partner keeps its own entry in the directory right: whether it holds, whether it takes anybody, closed days, and what it offers.

use super::team::ask_in;
use super::views::entry as views;
use crate::auth::House;
use crate::auth::visits::{Member, PartnerMember};
use crate::error::{Error, Result};
use crate::partners::typed::{CapacityForm, ClosureForm, ServiceForm};
use crate::partners::{Service, queries};
use crate::values::{ClosureId, OfferId, Vocabulary};
use crate::web::{Complaints, Form, forms};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rusqlite::Connection;

/// Where the entry stands.
const PAGE: &str = "/p/team/entry";

pub(super) async fn entry_page(visit: Result<PartnerMember>, State(house): State<House>) -> Result<Response> {
    match visit {
        Ok(PartnerMember(_, member)) => draw(&house, &member, &ClosureForm::default(), &Complaints::default(), StatusCode::OK).await,
        Err(cause) => ask_in(cause),
    }
}

async fn draw(house: &House, member: &Member, form: &ClosureForm, complaints: &Complaints, status: StatusCode) -> Result<Response> {
    let key = member.partner;
    let (partner, services, closures) =
        house.db.read(move |conn| Ok((queries::find(conn, key)?, queries::services(conn, key)?, queries::closures(conn, key)?))).await?;
    let (zone, today) = (house.db.clock().zone(), house.db.clock().today());
    let entry = views::Entry { member, partner: &partner, services: &services, closures: &closures, form, complaints, zone, today };
    Ok((status, views::entry(&entry)).into_response())
}

/// The page again with what is wrong about one of its forms.
async fn refused(house: &House, member: &Member, field: &'static str, cause: Error) -> Result<Response> {
    let (status, words) = match cause {
        Error::Rejected(words) => (StatusCode::UNPROCESSABLE_ENTITY, words),
        Error::Stale => {
            (StatusCode::CONFLICT, "Somebody changed this since you opened it. Look at it as it is now, and press again".to_owned())
        }
        cause => return Err(cause),
    };
    let mut complaints = Complaints::default();
    complaints.add(field, words);
    draw(house, member, &ClosureForm::default(), &complaints, status).await
}

/// A service of the member's own partner. Another partner's looks exactly like none.
fn own(conn: &Connection, member: &Member, id: &OfferId) -> Result<Service> {
    queries::find_service(conn, &queries::find(conn, member.partner)?, id)
}

fn offer(typed: &str) -> Result<OfferId> {
    OfferId::parse(typed).ok_or(Error::NotFound)
}

/// A button that acts on the service as it was drawn.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CheckForm {
    key: String,
    version: i64,
}

/// "This is still right."
pub(super) async fn check_service(
    visit: Result<PartnerMember>,
    State(house): State<House>,
    Path(service): Path<String>,
    Form(form): Form<CheckForm>,
) -> Result<Response> {
    let PartnerMember(_, member) = match visit {
        Ok(inside) => inside,
        Err(cause) => return ask_in(cause),
    };
    forms::check_key(&form.key)?;
    let (id, asked) = (offer(&service)?, member.clone());
    let written = house.db.write(member.actor(), move |tx| queries::check_service(tx, &own(tx, &asked, &id)?, form.version)).await;
    match written {
        Ok(()) => Ok(Redirect::to(PAGE).into_response()),
        Err(cause) => refused(&house, &member, "services", cause).await,
    }
}

/// Open, waitlist, or full until a day.
pub(super) async fn set_capacity(
    visit: Result<PartnerMember>,
    State(house): State<House>,
    Path(service): Path<String>,
    Form(form): Form<CapacityForm>,
) -> Result<Response> {
    let PartnerMember(_, member) = match visit {
        Ok(inside) => inside,
        Err(cause) => return ask_in(cause),
    };
    forms::check_key(&form.key)?;
    let (word, until) = match form.parse(house.db.clock().today()) {
        Ok(parsed) => parsed,
        Err(complaint) => return refused(&house, &member, "services", complaint.into()).await,
    };
    let (id, asked) = (offer(&service)?, member.clone());
    let written = house
        .db
        .write(member.actor(), move |tx| {
            if tx.answer_to(&form.key)?.is_none() {
                queries::set_capacity(tx, &own(tx, &asked, &id)?, form.version, word, until)?;
                tx.remember_answer(&form.key, PAGE)?;
            }
            Ok(())
        })
        .await;
    match written {
        Ok(()) => Ok(Redirect::to(PAGE).into_response()),
        Err(cause) => refused(&house, &member, "services", cause).await,
    }
}

pub(super) async fn announce_closure(
    visit: Result<PartnerMember>,
    State(house): State<House>,
    Form(form): Form<ClosureForm>,
) -> Result<Response> {
    let PartnerMember(_, member) = match visit {
        Ok(inside) => inside,
        Err(cause) => return ask_in(cause),
    };
    forms::check_key(&form.key)?;
    let new = match form.parse(house.db.clock().today()) {
        Ok(new) => new,
        Err(complaints) => return draw(&house, &member, &form, &complaints, StatusCode::UNPROCESSABLE_ENTITY).await,
    };
    let partner = member.partner;
    house
        .db
        .write(member.actor(), move |tx| {
            if tx.answer_to(&form.key)?.is_none() {
                queries::announce_closure(tx, &queries::find(tx, partner)?, &new)?;
                tx.remember_answer(&form.key, PAGE)?;
            }
            Ok(())
        })
        .await?;
    Ok(Redirect::to(PAGE).into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WithdrawalForm {}

pub(super) async fn withdraw_closure(
    visit: Result<PartnerMember>,
    State(house): State<House>,
    Path(closure): Path<String>,
    Form(WithdrawalForm {}): Form<WithdrawalForm>,
) -> Result<Response> {
    let PartnerMember(_, member) = match visit {
        Ok(inside) => inside,
        Err(cause) => return ask_in(cause),
    };
    let closure = ClosureId::parse(&closure).ok_or(Error::NotFound)?;
    let partner = member.partner;
    house.db.write(member.actor(), move |tx| queries::withdraw_closure(tx, &queries::find(tx, partner)?, &closure)).await?;
    Ok(Redirect::to(PAGE).into_response())
}

pub(super) async fn service_page(
    visit: Result<PartnerMember>,
    State(house): State<House>,
    Path(service): Path<String>,
) -> Result<Response> {
    let PartnerMember(_, member) = match visit {
        Ok(inside) => inside,
        Err(cause) => return ask_in(cause),
    };
    let (id, asked) = (offer(&service)?, member.clone());
    let service = house.db.read(move |conn| own(conn, &asked, &id)).await?;
    Ok(views::service(&member, &service, &ServiceForm::of(&service), &Complaints::default()).into_response())
}

/// What the partner says of a service. Its name, its kind and whether it is listed are the program's to say.
pub(super) async fn change_service(
    visit: Result<PartnerMember>,
    State(house): State<House>,
    Path(service): Path<String>,
    Form(mut form): Form<ServiceForm>,
) -> Result<Response> {
    let PartnerMember(_, member) = match visit {
        Ok(inside) => inside,
        Err(cause) => return ask_in(cause),
    };
    forms::check_key(&form.key)?;
    let (id, asked) = (offer(&service)?, member.clone());
    let known = house.db.read(move |conn| own(conn, &asked, &id)).await?;
    form.name = known.facts.name.to_string();
    known.facts.kind.code().clone_into(&mut form.kind);
    known.facts.status.code().clone_into(&mut form.status);
    let facts = match form.parse() {
        Ok(facts) => facts,
        Err(complaints) => {
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::service(&member, &known, &form, &complaints)).into_response());
        }
    };
    let (asked, id, version, key) = (member.clone(), known.id.clone(), form.version, form.key.clone());
    let written = house
        .db
        .write(member.actor(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                queries::change_service(tx, &queries::find(tx, asked.partner)?, &own(tx, &asked, &id)?, version, &facts)?;
                tx.remember_answer(&key, PAGE)?;
            }
            Ok(())
        })
        .await;
    match written {
        Err(Error::Stale) => {
            let mut complaints = Complaints::default();
            complaints.add(
                "about",
                "Somebody changed this service since you opened it. Open it anew beside this page, and take over what is yours",
            );
            Ok((StatusCode::CONFLICT, views::service(&member, &known, &form, &complaints)).into_response())
        }
        written => written.map(|()| Redirect::to(PAGE).into_response()),
    }
}
