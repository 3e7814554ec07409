//! A partner sends us somebody: name, telephone, need, and that person's yes to our call. No account is needed.

use super::page::of_visit;
use super::routes::stopped;
use super::views;
use crate::auth::House;
use crate::auth::visits::{PartnerLink, Visit};
use crate::error::{Error, Result};
use crate::referrals::inbound::InboundForm;
use crate::referrals::queries;
use crate::web::{Complaints, Form, forms};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

pub(super) async fn sending_page(visit: Result<PartnerLink>, State(house): State<House>, Path(id): Path<String>) -> Result<Response> {
    match visit {
        Ok(PartnerLink(visit)) => draw(&house, &visit, &id, &InboundForm::default(), &Complaints::default()).await,
        Err(Error::NotFound) => stopped(&house.db).await,
        Err(cause) => Err(cause),
    }
}

async fn draw(house: &House, visit: &Visit, id: &str, form: &InboundForm, complaints: &Complaints) -> Result<Response> {
    let (asked, wanted, today) = (visit.clone(), id.to_owned(), house.db.clock().today());
    let found = house
        .db
        .read(move |conn| {
            let referral = of_visit(conn, &asked, &wanted, today)?;
            let sent = match &referral.partner {
                Some((partner, ..)) => queries::sent_by(conn, *partner)?,
                None => Vec::new(),
            };
            Ok((referral, sent))
        })
        .await;
    let (referral, sent) = match found {
        Err(Error::NotFound) => return stopped(&house.db).await,
        found => found?,
    };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let (zone, today) = (house.db.clock().zone(), house.db.clock().today());
    Ok((status, views::sending(&referral, &sent, form, complaints, zone, today)).into_response())
}

pub(super) async fn send_somebody(
    visit: Result<PartnerLink>,
    State(house): State<House>,
    Path(id): Path<String>,
    Form(form): Form<InboundForm>,
) -> Result<Response> {
    let PartnerLink(visit) = match visit {
        Ok(visit) => visit,
        Err(Error::NotFound) => return stopped(&house.db).await,
        Err(cause) => return Err(cause),
    };
    forms::check_key(&form.key)?;
    let new = match form.parse() {
        Ok(new) => new,
        Err(complaints) => return draw(&house, &visit, &id, &form, &complaints).await,
    };
    let (asked, wanted, key) = (visit.clone(), id.clone(), form.key.clone());
    let written = house
        .db
        .write(visit.actor(), move |tx| {
            let referral = of_visit(tx, &asked, &wanted, tx.today())?;
            if tx.answer_to(&key)?.is_none() {
                queries::send_somebody(tx, &super::who(&asked, &referral), &referral, &new)?;
                tx.remember_answer(&key, "sent")?;
            }
            Ok(())
        })
        .await;
    match written {
        Err(Error::NotFound) => stopped(&house.db).await,
        Err(Error::Rejected(words)) => {
            let mut complaints = Complaints::default();
            complaints.add("person_name", words);
            draw(&house, &visit, &id, &form, &complaints).await
        }
        written => written.map(|()| Redirect::to(&format!("/p/r/{id}/somebody")).into_response()),
    }
}
