//! The quick look: how a request stands, in one sentence, without a visit. No name, no partner, nothing that could be done.

use super::views::quick as views;
use crate::auth::tries::{self, Calls};
use crate::auth::{Guest, House, quick};
use crate::error::{Error, Result};
use crate::programs::queries as programs;
use crate::referrals::words::Facts;
use crate::referrals::{queries, status_page};
use crate::store::Actor;
use crate::web::Form;
use crate::web::speech::Asked;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// How long after its end a request is still shown here.
const SHOWN_DAYS: i64 = 90;

/// Where a reference and a short code are typed.
pub(super) async fn quick_page(Guest(_): Guest, Asked(asked): Asked, State(house): State<House>) -> Result<Response> {
    let programs = house.db.read(programs::list).await?;
    Ok(views::ask(asked.unwrap_or_default(), &programs, None).into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LookForm {
    reference: String,
    code: String,
}

/// One answer for what is unknown, long over or tried too often.
pub(super) async fn quick_look(
    Guest(_): Guest,
    Asked(asked): Asked,
    State(house): State<House>,
    calls: Calls,
    Form(form): Form<LookForm>,
) -> Result<Response> {
    let (language, reference) = (asked.unwrap_or_default(), form.reference.clone());
    let number = if tries::is_heard(&house, &calls).await? {
        house.db.write(Actor::nobody(), move |tx| quick::try_code(tx, &form.reference, &form.code, &calls)).await?
    } else {
        None
    };
    let (clock, today) = (house.db.clock().clone(), house.db.clock().today());
    let found = match number {
        None => Err(Error::NotFound),
        Some(number) => {
            house
                .db
                .read(move |conn| {
                    let referral = queries::find_numbered(conn, number)?;
                    if referral.ended_at.is_some_and(|ended| ended.plus_days(SHOWN_DAYS) < clock.now()) {
                        return Err(Error::NotFound);
                    }
                    let story = queries::story(conn, referral)?;
                    let words = queries::telling(conn, &story, today, language)?;
                    // Nobody is named: neither the one who asked, nor the partner, nor the advisor.
                    let facts = Facts { first_name: None, org: None, contact: None, advisor: None, ..words.facts() };
                    let said = language.sentence(&status_page::headline(story.state.now.status, &facts));
                    let news_on = story.log.last().map(|line| clock.zone().day(line.at));
                    Ok(views::Look { label: story.referral.label(), need: words.need.clone(), said, news_on, today })
                })
                .await
        }
    };
    match found {
        Ok(seen) => Ok(views::seen(language, &seen).into_response()),
        Err(Error::NotFound) => {
            let programs = house.db.read(programs::list).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, views::ask(language, &programs, Some(&reference))).into_response())
        }
        Err(cause) => Err(cause),
    }
}
