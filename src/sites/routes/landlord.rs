//! A landlord opens the monthly link and presses once for each unit. Opening changes nothing, however often.

use crate::auth::House;
use crate::auth::links::SitesLink;
use crate::error::{Error, Result};
use crate::sites::{queries, views};
use crate::store::Db;
use crate::values::{SiteAnswer, SiteId, Vocabulary};
use crate::web::{Complaints, Form, Query, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// The same page for a link that is over, closed, or never was.
async fn stopped(db: &Db) -> Result<Response> {
    let programs = db.read(crate::programs::queries::list).await?;
    Ok((StatusCode::NOT_FOUND, views::stopped(&programs)).into_response())
}

#[derive(Debug, Default, serde::Deserialize)]
pub(super) struct SavedQuery {
    saved: Option<String>,
}

pub(super) async fn landlord_page(
    link: Result<SitesLink>,
    State(house): State<House>,
    Query(query): Query<SavedQuery>,
) -> Result<Response> {
    match link {
        Ok(link) => draw(&house.db, &link, query.saved.is_some(), &Complaints::default()).await,
        Err(Error::NotFound) => stopped(&house.db).await,
        Err(cause) => Err(cause),
    }
}

async fn draw(db: &Db, SitesLink(link, token): &SitesLink, is_saved: bool, complaints: &Complaints) -> Result<Response> {
    let contact = link.contact.ok_or(Error::NotFound)?;
    let sites = db.read(move |conn| queries::list_of_contact(conn, contact)).await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::landlord(&sites, token, db.clock().today(), complaints, is_saved)).into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswerForm {
    key: String,
    site: String,
    answer: String,
    #[serde(default)]
    rent: String,
}

pub(super) async fn answer(link: Result<SitesLink>, State(house): State<House>, Form(form): Form<AnswerForm>) -> Result<Response> {
    let link = match link {
        Ok(link) => link,
        Err(Error::NotFound) => return stopped(&house.db).await,
        Err(cause) => return Err(cause),
    };
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let said = SiteAnswer::parse(&form.answer)?;
    let rent = complaints.take("rent0", queries::typed_rent(&form.rent)).flatten();
    let Some(site) = SiteId::parse(&form.site) else { return stopped(&house.db).await };
    if !complaints.is_empty() {
        return draw(&house.db, &link, false, &complaints).await;
    }
    let (used, address) = (link.0.clone(), format!("/u/{}?saved=yes", link.1));
    let remembered = address.clone();
    let written = house
        .db
        .write(link.0.actor(), move |tx| {
            if tx.answer_to(&form.key)?.is_none() {
                queries::answer_by_link(tx, &used, &site, said, rent)?;
                tx.remember_answer(&form.key, &remembered)?;
            }
            Ok(())
        })
        .await;
    match written {
        Err(Error::Rejected(words)) => {
            complaints.add("rent0", words);
            draw(&house.db, &link, false, &complaints).await
        }
        Err(Error::NotFound) => stopped(&house.db).await,
        written => written.map(|()| Redirect::to(&address).into_response()),
    }
}
