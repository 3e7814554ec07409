//! The yes to share: asked and heard in one act for up to five partners, taken back, renewed, and what was agreed sent out.

use super::once::once;
use super::page::to_send;
use crate::auth::{CaseWorker, Viewer};
use crate::consent;
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::referrals::Referral;
use crate::referrals::deed::{Deed, Who};
use crate::referrals::fact::Fact;
use crate::referrals::lifecycle::{Event, Party, Status};
use crate::referrals::queries::{self, OfAct};
use crate::referrals::views::{self, ToSend, WHY};
use crate::store::{Db, Tx};
use crate::values::{ConsentMethod, Day, ReferralId, SharedField, Source, Vocabulary};
use crate::web::{Complaints, Form, Id};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rusqlite::Connection;

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConsentForm {
    key: String,
    version: i64,
    /// Each partner's referral as "address.version"; none is this one alone.
    #[serde(default)]
    with: Vec<String>,
    /// Addresses of those that are told the name at once.
    #[serde(default)]
    by_name: Vec<String>,
    #[serde(default)]
    field: Vec<String>,
    #[serde(default)]
    answer: String,
    /// Tag of the language it was read out in; blank where there is only English.
    #[serde(default)]
    said_in: String,
}

pub(super) async fn record_consent(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ReferralId>,
    Form(form): Form<ConsentForm>,
) -> Result<Redirect> {
    let yes = match form.answer.as_str() {
        "ask" => None,
        "spoken" | "paper" => Some(ConsentMethod::parse(&form.answer)?),
        _ => return Err(Error::Rejected("Choose what the client said: yes to you, yes on paper, or not yet.".to_owned())),
    };
    let fields = form.field.iter().map(|code| SharedField::parse(code)).collect::<std::result::Result<Vec<_>, _>>()?;
    once(&db, viewer, id, form.key, move |tx, viewer, referral| {
        refuse_manager_only(viewer, referral.program)?;
        let act = act_of(tx, referral, form.version, &form.with, &form.by_name)?;
        let reads = queries::reads(tx, referral, tx.today())?;
        let language = Language::find(&form.said_in).filter(|said| [reads, Language::english()].contains(said)).unwrap_or(reads);
        queries::agree_together(tx, &Who::staff(Party::Advisor, viewer.key), &act, &fields, yes, language).map(drop)
    })
    .await
}

/// The referrals of one act. Each must be this one, or one that was prepared together with it.
fn act_of(tx: &Tx<'_>, referral: &Referral, version: i64, with: &[String], by_name: &[String]) -> Result<Vec<OfAct>> {
    let is_by_name = |one: &Referral| by_name.iter().any(|id| *id == one.id.as_str());
    if with.is_empty() {
        return Ok(vec![OfAct { referral: referral.clone(), version, by_name: is_by_name(referral) }]);
    }
    let chosen = queries::chosen_of(tx, referral, with)?;
    Ok(chosen.into_iter().map(|(one, version)| OfAct { by_name: is_by_name(&one), referral: one, version }).collect())
}

/// Only an advisor asks the client and hears the answer.
fn refuse_manager_only(viewer: &Viewer, program: i64) -> Result<()> {
    if viewer.advises(program) { Ok(()) } else { Err(Error::Forbidden) }
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EndingForm {
    key: String,
    version: i64,
    #[serde(default)]
    source: String,
}

/// The client took the yes back, and told the advisor; or the advisor wrote it down by mistake.
pub(super) async fn end_consent(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ReferralId>,
    Form(form): Form<EndingForm>,
) -> Result<Redirect> {
    once(&db, viewer, id, form.key, move |tx, viewer, referral| {
        refuse_manager_only(viewer, referral.program)?;
        let who = match referral.status {
            Status::Draft => Who::staff(Party::Advisor, viewer.key),
            _ => Who::on_behalf(viewer.key, Source::parse(&form.source)?),
        };
        queries::take_back(tx, &who, referral, form.version).map(drop)
    })
    .await
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RenewalForm {
    key: String,
}

/// The client said yes again, and the advisor heard it.
pub(super) async fn renew_consent(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ReferralId>,
    Form(form): Form<RenewalForm>,
) -> Result<Redirect> {
    once(&db, viewer, id, form.key, |tx, viewer, referral| {
        refuse_manager_only(viewer, referral.program)?;
        let language = queries::reads(tx, referral, tx.today())?;
        queries::renew(tx, &Who::staff(Party::Advisor, viewer.key), referral, ConsentMethod::Spoken, language)
    })
    .await
}

#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SendingForm {
    key: String,
    #[serde(default)]
    with: Vec<String>,
    /// Addresses of those that take a reason.
    #[serde(default)]
    about: Vec<String>,
    /// The reason for each of them, in the same order.
    #[serde(default)]
    why: Vec<String>,
}

/// Sends to every partner of one act that is ticked, in one press: all of them, or none where a reason is missing.
pub(super) async fn send_together(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ReferralId>,
    Form(form): Form<SendingForm>,
) -> Result<Response> {
    let (asked, typed, today, address) = (viewer.clone(), form.clone(), db.clock().today(), id.clone());
    let (referral, drafts) = db
        .read(move |conn| {
            let referral = queries::find_for(conn, &asked, &address)?;
            let drafts = drafts_of(conn, &referral, &typed, today)?;
            Ok((referral, drafts))
        })
        .await?;
    let mut complaints = Complaints::default();
    if form.with.is_empty() {
        complaints.add("with", "Choose whom to send it to.");
    }
    for (one, field) in drafts.iter().zip(WHY).filter(|(one, _)| one.is_chosen && !one.concerns.is_empty() && one.why.is_empty()) {
        complaints.add(field, format!("Write down why you send it to {} all the same, or take it out.", one.referral.partner_name()));
    }
    if !complaints.is_empty() {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::sending(&viewer, &referral, &drafts, &complaints)).into_response());
    }
    let sent = once(&db, viewer, id, form.key, move |tx, viewer, referral| {
        let who = Who::of_staff(viewer, referral.program);
        for (one, version) in queries::chosen_of(tx, referral, &form.with)? {
            let why = drafts.iter().find(|draft| draft.referral.key == one.key).map(|draft| draft.why.clone()).unwrap_or_default();
            let deed = Deed::new(Event::Send, version);
            queries::record(tx, &who, &one, if why.is_empty() { deed } else { deed.with(Fact::OverrideReason, why) })?;
        }
        Ok(())
    });
    Ok(sent.await?.into_response())
}

/// The drafts on the form: those that are ticked, and those that were taken out, with what was typed.
fn drafts_of(conn: &Connection, referral: &Referral, form: &SendingForm, today: Day) -> Result<Vec<ToSend>> {
    let chosen: Vec<i64> = queries::chosen_of(conn, referral, &form.with)?.into_iter().map(|(one, _)| one.key).collect();
    let why =
        |one: &Referral| form.about.iter().zip(&form.why).find(|(id, _)| *id == one.id.as_str()).map(|(_, why)| why.trim().to_owned());
    let mut drafts = Vec::new();
    for one in queries::together(conn, referral)? {
        let is_chosen = chosen.contains(&one.key);
        let is_ready = one.status == Status::Draft && consent::queries::live_for(conn, one.key, today)?.is_some();
        if is_chosen || is_ready {
            let why = why(&one).unwrap_or_default();
            drafts.push(ToSend { is_chosen, why, ..to_send(conn, one, today)? });
        }
    }
    Ok(drafts)
}
