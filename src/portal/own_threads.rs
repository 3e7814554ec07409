//! All of somebody's threads in one list, the newest first; and asking for help with something else without a referral at hand.

use super::home::inside;
use super::views::own_threads as views;
use crate::auth::House;
use crate::auth::own::Entrepreneur;
use crate::error::{Error, Result};
use crate::referrals::inbound::RequestForm;
use crate::referrals::messages::Message;
use crate::referrals::queries::{self, Standing};
use crate::referrals::{Referral, telling};
use crate::values::{Readers, Writer};
use crate::web::{Complaints, Form, Leaf, Query, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Threads on one page: each has a field of its own.
const PAGE: i64 = 10;

/// A thread with its last line.
pub(super) struct Talk {
    pub referral: Referral,
    pub last: Message,
    pub count: i64,
    pub choices: &'static [Readers],
    /// What the referral is about, inside a sentence.
    pub need: String,
}

pub(super) async fn threads_page(visit: Result<Entrepreneur>, State(house): State<House>, Query(leaf): Query<Leaf>) -> Result<Response> {
    let inside = inside(visit)?;
    let (person, language, today) = (inside.person, inside.language, house.db.clock().today());
    let mut talks = house
        .db
        .read(move |conn| {
            let mut talks = Vec::new();
            for referral in queries::own_threads(conn, person, today, (i64::from(leaf.page).saturating_mul(PAGE), PAGE + 1))? {
                let Some(last) = queries::messages(conn, referral.key, Writer::Entrepreneur, 0, 1)?.into_iter().next() else { continue };
                talks.push(Talk {
                    last,
                    count: queries::count_messages(conn, referral.key, Writer::Entrepreneur)?,
                    choices: queries::open_readers(conn, &referral, Writer::Entrepreneur, today)?,
                    need: telling::need(language, referral.kind, referral.trainee.is_some()),
                    referral,
                });
            }
            Ok(talks)
        })
        .await?;
    let has_more = i64::try_from(talks.len()).unwrap_or(i64::MAX) > PAGE;
    talks.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    Ok(views::threads(language, &talks, house.db.clock().zone(), today, leaf, has_more).into_response())
}

/// A request for help as it was typed, and for which business.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AskForm {
    key: String,
    /// The place in the list of businesses and programs.
    #[serde(default)]
    pub place: usize,
    #[serde(default)]
    pub kind: String,
    #[serde(default)]
    pub need: String,
    #[serde(default)]
    pub urgency: String,
}

pub(super) async fn ask_page(visit: Result<Entrepreneur>, State(house): State<House>, Query(leaf): Query<Leaf>) -> Result<Response> {
    let inside = inside(visit)?;
    draw(&house, &inside, leaf, &AskForm::default(), &Complaints::default()).await
}

async fn draw(house: &House, inside: &crate::auth::own::Inside, leaf: Leaf, form: &AskForm, complaints: &Complaints) -> Result<Response> {
    let (person, language, today) = (inside.person, inside.language, house.db.clock().today());
    let (standings, asked) = house
        .db
        .read(move |conn| Ok((queries::standings(conn, person, today)?, queries::asked_by(conn, person, today, leaf.window())?)))
        .await?;
    let (asked, has_more) = leaf.of_window(asked);
    let page = views::Ask { language, standings: &standings, asked: &asked, leaf, has_more, form, complaints, today };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::ask(&page)).into_response())
}

/// Asks. It waits for an advisor to take it, as every request that somebody begins by themselves.
pub(super) async fn ask_anew(visit: Result<Entrepreneur>, State(house): State<House>, Form(form): Form<AskForm>) -> Result<Response> {
    let inside = inside(visit)?;
    forms::check_key(&form.key)?;
    let (person, today, place) = (inside.person, house.db.clock().today(), form.place);
    let standings = house.db.read(move |conn| queries::standings(conn, person, today)).await?;
    let standing: Standing = standings.into_iter().nth(place).ok_or(Error::NotFound)?;
    let typed = RequestForm { key: form.key.clone(), kind: form.kind.clone(), need: form.need.clone(), urgency: form.urgency.clone() };
    let (kind, need, urgency) = match typed.parse() {
        Ok(parsed) => parsed,
        Err(complaints) => return draw(&house, &inside, Leaf::default(), &form, &complaints).await,
    };
    let key = form.key.clone();
    let written = house
        .db
        .write(inside.actor(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                queries::ask_for_business(tx, &standing, kind, &need, urgency)?;
                tx.remember_answer(&key, "asked")?;
            }
            Ok(())
        })
        .await;
    match written {
        Err(Error::Rejected(words)) => {
            let mut complaints = Complaints::default();
            complaints.add("need", words);
            draw(&house, &inside, Leaf::default(), &form, &complaints).await
        }
        written => written.map(|()| Redirect::to("/me/requests#asked").into_response()),
    }
}
