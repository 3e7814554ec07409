//! What somebody shares, and who looked.

use super::{Answer, enter};
use crate::auth::House;
use crate::auth::own::Entrepreneur;
use crate::error::{Error, Result};
use crate::rights::{ROWS, queries, views};
use crate::stories::queries as stories;
use crate::values::Day;
use crate::web::{Complaints, Form, Leaf, Query, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Stories that are named here, those that are shown first; all of them have a page of their own.
const STORIES: i64 = 10;

pub(super) async fn page(visit: Result<Entrepreneur>, State(house): State<House>, Query(leaf): Query<Leaf>) -> Answer {
    Ok(draw(visit, &house, leaf, &Complaints::default()).await?)
}

async fn draw(visit: Result<Entrepreneur>, house: &House, leaf: Leaf, complaints: &Complaints) -> Result<Response> {
    let (_, reader) = enter(visit, house).await?;
    let (person, today, skip) = (reader.person, reader.today, i64::from(leaf.page) * ROWS);
    let (mut all, stories) = house
        .db
        .read(move |conn| {
            let all = queries::permissions::all(conn, person, today, (skip, ROWS + 1))?;
            let businesses = crate::referrals::queries::spoken_for(conn, person, today)?;
            Ok((all, stories::list_own(conn, &businesses, today, (0, STORIES))?))
        })
        .await?;
    let has_more = i64::try_from(all.len()).unwrap_or(0) > ROWS;
    all.truncate(usize::try_from(ROWS).unwrap_or_default());
    let page = views::permissions::page(&reader, &all, &stories, house.db.clock().zone(), complaints, (leaf, has_more));
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, page).into_response())
}

/// What a form about one yes asks for.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PermissionForm {
    key: String,
    permission: i64,
    what: What,
    #[serde(default)]
    until: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
enum What {
    Stop,
    Shorten,
    Renew,
}

pub(super) async fn change(visit: Result<Entrepreneur>, State(house): State<House>, Form(form): Form<PermissionForm>) -> Answer {
    forms::check_key(&form.key)?;
    let (inside, reader) = enter(visit, &house).await?;
    let until = Day::parse(&form.until).ok().filter(|until| *until > reader.today);
    if form.what == What::Shorten && until.is_none() {
        let mut complaints = Complaints::default();
        complaints.add("until", reader.say("rights-bad-day"));
        return Ok(draw(Ok(Entrepreneur(inside)), &house, Leaf::default(), &complaints).await?);
    }
    let (person, today, language) = (reader.person, reader.today, reader.language);
    let written = house
        .db
        .write(inside.actor(), move |tx| {
            if tx.answer_to(&form.key)?.is_some() {
                return Ok(());
            }
            let permission = queries::permissions::find(tx, person, form.permission, today)?;
            match (form.what, until) {
                (What::Shorten, Some(until)) => queries::permissions::shorten(tx, &permission, until)?,
                (What::Renew, _) => queries::permissions::renew(tx, &permission, language)?,
                _ => queries::permissions::stop(tx, &permission)?,
            }
            tx.remember_answer(&form.key, "changed")
        })
        .await;
    match written {
        // It ended, or ends earlier already: the page shows how it is now.
        Err(Error::Rejected(_) | Error::Stale) => {
            let mut complaints = Complaints::default();
            complaints.add("main", reader.say("rights-changed"));
            let page = draw(Ok(Entrepreneur(inside)), &house, Leaf::default(), &complaints).await?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        written => Ok(written.map(|()| Redirect::to("/me/permissions").into_response())?),
    }
}

pub(super) async fn looked_page(visit: Result<Entrepreneur>, State(house): State<House>, Query(leaf): Query<Leaf>) -> Answer {
    let (_, reader) = enter(visit, &house).await?;
    let (person, today, skip) = (reader.person, reader.today, i64::from(leaf.page) * ROWS);
    let (mut all, behind) = house
        .db
        .read(move |conn| {
            let all = queries::looked::looked(conn, person, today, (skip, ROWS + 1))?;
            Ok((all, if skip == 0 { queries::looked::behind_the_wall(conn, person)? } else { Vec::new() }))
        })
        .await?;
    let has_more = i64::try_from(all.len()).unwrap_or(0) > ROWS;
    all.truncate(usize::try_from(ROWS).unwrap_or_default());
    Ok(views::looked::page(&reader, &all, &behind, house.db.clock().zone(), leaf, has_more).into_response())
}
