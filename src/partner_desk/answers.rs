//! A partner's answer: parsed at the door, recorded once, and what the page says when it could not be.

use super::page::{Said, draw, of_visit};
use crate::auth::House;
use crate::auth::visits::Visit;
use crate::error::{Error, Result};
use crate::referrals::deed::{Deed, DeedForm};
use crate::referrals::lifecycle::Party;
use crate::referrals::queries;
use crate::referrals::views::changed_since;
use crate::store::Tx;
use crate::web::Complaints;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Records what a form of the page says.
pub(super) async fn answer(house: &House, visit: &Visit, id: &str, fields: Vec<(String, String)>) -> Result<Response> {
    let form = DeedForm::read(fields)?;
    let (asked, wanted, today) = (visit.clone(), id.to_owned(), house.db.clock().today());
    let referral = house.db.read(move |conn| of_visit(conn, &asked, &wanted, today)).await?;
    let deeds = match form.deeds(referral.status, referral.kind, house.db.clock().today()) {
        Ok(deeds) => deeds,
        Err(complaints) => return draw(house, visit, id, Said { again: Some((&form, &complaints)), ..Said::default() }).await,
    };
    let (asked, wanted, key) = (visit.clone(), id.to_owned(), form.key.clone());
    let written = house.db.write(visit.actor(), move |tx| write(tx, &asked, &wanted, &key, deeds)).await;
    match written {
        Ok(address) => Ok(Redirect::to(&address).into_response()),
        Err(Error::Stale) => changed(house, visit, id, &form, referral.key).await,
        Err(Error::Rejected(words)) => refused(house, visit, id, &form, words).await,
        Err(cause) => Err(cause),
    }
}

/// Records it once, and says where the answer is read.
fn write(tx: &Tx<'_>, visit: &Visit, id: &str, key: &str, deeds: Vec<Deed>) -> Result<String> {
    if let Some(answer) = tx.answer_to(key)? {
        return Ok(answer);
    }
    let mut referral = of_visit(tx, visit, id, tx.today())?;
    if visit.link.is_none() {
        queries::note_seen(tx, &referral)?;
    }
    let (who, has_account) = (super::who(visit, &referral), super::member_for(visit, &referral).is_some());
    for deed in deeds {
        referral = queries::record(tx, &who, &referral, deed)?;
    }
    // Whoever has an account is known; a link may have been passed on, so an advisor has a look at what it ended.
    if referral.status.is_end() && !has_account {
        queries::ask_for_a_glance(tx, &referral)?;
    }
    let answer = match (referral.status.is_end(), has_account) {
        (true, true) => "/p/team?done=1".to_owned(),
        (true, false) => "/p/thanks".to_owned(),
        (false, _) => format!("/p/r/{}?done=recorded", referral.id),
    };
    tx.remember_answer(key, &answer)?;
    Ok(answer)
}

/// Somebody else was quicker: what changed stands beside what was typed.
async fn changed(house: &House, visit: &Visit, id: &str, form: &DeedForm, referral: i64) -> Result<Response> {
    let log = house.db.read(move |conn| queries::events(conn, referral)).await?;
    let words = changed_since(&log, form.version, form.event.label_for(Party::Partner), house.db.clock().zone());
    let drawn = refused(house, visit, id, form, words).await?;
    // A link that was closed meanwhile says so by itself.
    Ok(if drawn.status() == StatusCode::UNPROCESSABLE_ENTITY { (StatusCode::CONFLICT, drawn).into_response() } else { drawn })
}

async fn refused(house: &House, visit: &Visit, id: &str, form: &DeedForm, words: String) -> Result<Response> {
    let mut complaints = Complaints::default();
    complaints.add("answer", words);
    draw(house, visit, id, Said { again: Some((form, &complaints)), ..Said::default() }).await
}
