//! The triage queue: what clients ask for and whom partners send, until somebody takes it.

use super::once::once;
use crate::auth::looks::{Look, Names, shown};
use crate::auth::{CaseWorker, Viewer};
use crate::error::{Error, Result};
use crate::people::queries as people;
use crate::referrals::queries;
use crate::referrals::views::{self, InboundPage};
use crate::store::Db;
use crate::values::{ClientId, Day, InboundId, Line, LookPart, ReferralId};
use crate::web::{Complaints, Form, Id, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

pub(super) async fn triage_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>) -> Result<Response> {
    let asked = viewer.clone();
    let waiting = db.read(move |conn| queries::triage(conn, &asked)).await?;
    let seen = waiting.iter().filter_map(|one| one.href.strip_prefix("/referrals/"));
    let seen = seen.map(|id| Look::record(Names::Referral, &id, LookPart::Referral)).collect();
    Ok((shown(seen), views::triage(&viewer, &waiting, db.clock().zone(), db.clock().today())).into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TakingForm {
    key: String,
    version: i64,
    advisor: i64,
}

pub(super) async fn take(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ReferralId>,
    Form(form): Form<TakingForm>,
) -> Result<Redirect> {
    once(&db, viewer, id, form.key, move |tx, viewer, referral| {
        if referral.version != form.version {
            return Err(Error::Stale);
        }
        queries::take(tx, viewer, referral, form.advisor)
    })
    .await
}

pub(super) async fn inbound_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<InboundId>) -> Result<Response> {
    draw(&viewer, &db, id, ("", ""), &Complaints::default()).await
}

async fn draw(viewer: &Viewer, db: &Db, id: InboundId, typed: (&str, &str), complaints: &Complaints) -> Result<Response> {
    let asked = viewer.clone();
    let (inbound, alike) = db
        .read(move |conn| {
            let inbound = queries::find_inbound(conn, &asked, &id)?;
            let alike = people::look_up(conn, &asked, &queries::as_client(&inbound)?)?;
            Ok((inbound, alike))
        })
        .await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let (zone, today) = (db.clock().zone(), db.clock().today());
    let page = InboundPage { inbound: &inbound, alike: &alike, zone, today, typed, complaints };
    Ok((status, views::inbound(viewer, &page)).into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TakeInboundForm {
    key: String,
    #[serde(default)]
    client: String,
}

pub(super) async fn take_inbound(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<InboundId>,
    Form(form): Form<TakeInboundForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (asked, wanted) = (viewer.clone(), id.clone());
    let written = db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&form.key)? {
                return Ok(answer);
            }
            let inbound = queries::find_inbound(tx, &asked, &wanted)?;
            let known = match form.client.as_str() {
                "new" => None,
                chosen => {
                    let chosen = ClientId::parse(chosen).ok_or_else(|| Error::Rejected("Choose for whom you take it.".to_owned()))?;
                    Some(people::find_for(tx, &asked, &chosen)?.key)
                }
            };
            let answer = format!("/referrals/{}", queries::take_inbound(tx, &asked, &inbound, known)?.id);
            tx.remember_answer(&form.key, &answer)?;
            Ok(answer)
        })
        .await;
    match written {
        Err(Error::Rejected(words)) => {
            let mut complaints = Complaints::default();
            complaints.add("take", words);
            draw(&viewer, &db, id, ("", ""), &complaints).await
        }
        written => Ok(Redirect::to(&written?).into_response()),
    }
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CloseInboundForm {
    key: String,
    #[serde(default)]
    why: String,
    #[serde(default)]
    told_on: String,
}

pub(super) async fn close_inbound(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<InboundId>,
    Form(form): Form<CloseInboundForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let why = complaints.take("why", Line::parse(&form.why, "why"));
    let told_on = complaints.take("told_on", Day::parse(&form.told_on));
    let (why, told_on) = match complaints.or(why.zip(told_on)) {
        Ok(parsed) => parsed,
        Err(complaints) => return draw(&viewer, &db, id, (&form.why, &form.told_on), &complaints).await,
    };
    let (asked, wanted, key) = (viewer.clone(), id.clone(), form.key.clone());
    let written = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                queries::close_inbound(tx, &asked, &queries::find_inbound(tx, &asked, &wanted)?, &why, told_on)?;
                tx.remember_answer(&key, "closed")?;
            }
            Ok(())
        })
        .await;
    match written {
        Err(Error::Rejected(words)) => {
            let mut complaints = Complaints::default();
            complaints.add("told_on", words);
            draw(&viewer, &db, id, (&form.why, &form.told_on), &complaints).await
        }
        written => written.map(|()| Redirect::to("/referrals/triage").into_response()),
    }
}
