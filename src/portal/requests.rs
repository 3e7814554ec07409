//! The entrepreneur asks for help with something else: a draft that waits for an advisor to take it.

use super::page::{Way, stopped};
use super::views;
use crate::error::{Error, Result};
use crate::referrals::inbound::RequestForm;
use crate::referrals::{Referral, queries};
use crate::store::Db;
use crate::web::speech::Speech;
use crate::web::{Complaints, forms};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// The form, and what was asked for before.
pub(super) async fn draw(way: Result<Way>, db: &Db, speech: &Speech, form: &RequestForm, complaints: &Complaints) -> Result<Response> {
    let way = match way {
        Ok(way) => way,
        Err(Error::NotFound) => return stopped(db, speech).await,
        Err(cause) => return Err(cause),
    };
    let key = way.referral;
    let (referral, requests) = db
        .read(move |conn| {
            let referral = of_business(queries::find(conn, key)?)?;
            let requests = queries::own_requests(conn, &referral)?;
            Ok((referral, requests))
        })
        .await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let own = views::Own { language: way.language, switch: &way.switch("/requests"), back: &way.base, is_inside: way.is_inside() };
    let page = views::requests(&own, &referral, &requests, form, complaints, db.clock().today());
    Ok((status, page).into_response())
}

/// Asks.
pub(super) async fn ask(way: Result<Way>, db: &Db, speech: &Speech, form: RequestForm) -> Result<Response> {
    let way = match way {
        Ok(way) => way,
        Err(Error::NotFound) => return stopped(db, speech).await,
        Err(cause) => return Err(cause),
    };
    forms::check_key(&form.key)?;
    let language = way.language;
    let (kind, need, urgency) = match form.parse() {
        Ok(parsed) => parsed,
        Err(complaints) => return draw(Ok(way), db, speech, &form, &complaints.in_language(language)).await,
    };
    let (referral, key) = (way.referral, form.key.clone());
    let written = db
        .write(way.actor.clone(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                queries::ask_for_help(tx, &of_business(queries::find(tx, referral)?)?, kind, &need, urgency)?;
                tx.remember_answer(&key, "asked")?;
            }
            Ok(())
        })
        .await;
    match written {
        Err(Error::Rejected(words)) => {
            let mut complaints = Complaints::default();
            complaints.add("need", words);
            draw(Ok(way), db, speech, &form, &complaints.in_language(language)).await
        }
        written => written.map(|()| Redirect::to(&format!("{}/requests", way.base)).into_response()),
    }
}

/// What is asked for here is asked for by a business, and its other requests stand there: a trainee finds nothing at this address.
fn of_business(referral: Referral) -> Result<Referral> {
    if referral.trainee.is_none() { Ok(referral) } else { Err(Error::NotFound) }
}
