//! A private link that is over leads to a new one, sent to the address we have. The answer is the same for a link that never was.

use super::views;
use crate::auth::House;
use crate::auth::links::{self, StatusLink};
use crate::auth::queries::tries::{is_over, note_wrong};
use crate::auth::tries::{self, Calls};
use crate::error::{Error, Result};
use crate::programs::queries as programs;
use crate::referrals::queries;
use crate::store::{Actor, Db, Object};
use crate::values::LinkKind;
use crate::web::Form;
use crate::web::speech::Speech;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// The page of a link that opens nothing, with the press that asks for a new one.
pub(super) async fn stopped(db: &Db, speech: &Speech) -> Result<Response> {
    let programs = db.read(programs::list).await?;
    Ok((StatusCode::NOT_FOUND, views::stopped(&programs, true, speech.language())).into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NothingForm {}

/// Writes the notice with a new link, where there was such a link and its request is not long over. What came of it is not told. Asking
/// counts as a try of the caller: one notice goes out however often it is asked for, and nobody looks for links here.
pub(super) async fn ask_for_link(
    _: Result<StatusLink>,
    speech: Speech,
    State(house): State<House>,
    calls: Calls,
    Path(token): Path<String>,
    Form(NothingForm {}): Form<NothingForm>,
) -> Result<Response> {
    if tries::is_heard(&house, &calls).await? {
        let asked = house.db.write(Actor::nobody(), move |tx| {
            if is_over(tx, &calls)? {
                return Ok(());
            }
            note_wrong(tx, &calls)?;
            match links::find_ever(tx, LinkKind::Status, &token)? {
                Some(link) => queries::send_new_status_link(tx, &queries::find(tx, link.referral.ok_or(Error::NotFound)?)?),
                None => tx.audit("status_link.not_renewed", Object::none()),
            }
        });
        asked.await?;
    }
    let programs = house.db.read(programs::list).await?;
    Ok(views::asked_anew(&programs, speech.language()).into_response())
}
