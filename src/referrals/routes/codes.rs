//! Giving a letter code: printed, read out or handed over, to the client or to whom we ask at the partner; and closing it.

use crate::auth::codes::{self, LetterCode, NewCode};
use crate::auth::{CaseWorker, Viewer, quick};
use crate::config::Config;
use crate::consent;
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::partners::queries as partners;
use crate::programs::Program;
use crate::programs::queries as programs;
use crate::referrals::views::{Letter, letter};
use crate::referrals::{Referral, queries};
use crate::store::{Db, Object, Tx};
use crate::values::{CodeKind, Handing, ReferralId, Vocabulary};
use crate::web::{Form, Id, forms};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::Arc;

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CodeForm {
    key: String,
    handing: String,
}

pub(super) async fn give_code(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    State(config): State<Arc<Config>>,
    Id(id): Id<ReferralId>,
    Form(form): Form<CodeForm>,
) -> Result<Response> {
    give(&viewer, &db, &config, id, form, CodeKind::Entrepreneur).await
}

pub(super) async fn give_partner_code(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    State(config): State<Arc<Config>>,
    Id(id): Id<ReferralId>,
    Form(form): Form<CodeForm>,
) -> Result<Response> {
    give(&viewer, &db, &config, id, form, CodeKind::Partner).await
}

/// A code, and everything its letter says.
struct Made {
    code: LetterCode,
    to_name: String,
    language: Language,
    referral: Referral,
    program: Program,
}

async fn give(viewer: &Viewer, db: &Db, config: &Config, id: ReferralId, form: CodeForm, kind: CodeKind) -> Result<Response> {
    forms::check_key(&form.key)?;
    let handing = Handing::parse(&form.handing)?;
    let (asked, back) = (viewer.clone(), format!("/referrals/{id}"));
    let made = db
        .write(viewer.actor(), move |tx| {
            let referral = queries::find_for(tx, &asked, &id)?;
            if tx.answer_to(&form.key)?.is_some() {
                return Ok(None);
            }
            let (holder, to_name) = holder(tx, &referral, kind)?;
            let new = NewCode { kind, referral: referral.key, number: referral.number, holder, handing, issued_by: Some(asked.key) };
            let code = codes::issue(tx, &new)?;
            tx.remember_answer(&form.key, "given")?;
            let language = queries::reads(tx, &referral, tx.today())?;
            Ok(Some(Made { code, to_name, language, program: programs::find(tx, referral.program)?, referral }))
        })
        .await?;
    // The second of two clicks made nothing: the code was shown by the first.
    let Some(made) = made else { return Ok(Redirect::to(&back).into_response()) };
    let today = db.clock().today();
    let shown = Letter {
        kind,
        handing,
        to_name: &made.to_name,
        language: made.language,
        referral: &made.referral,
        program: (&made.program.name, made.program.telephone.as_deref()),
        address: &format!("{}/c", config.public_url),
        quick: (kind == CodeKind::Entrepreneur)
            .then(|| (format!("{}/status", config.public_url), quick::short_code(db.keys(), made.referral.number))),
        code: &made.code,
        until: today.plus_days(kind.lives_days()),
        today,
        back: &back,
    };
    Ok(letter(viewer, &shown).into_response())
}

/// Row key and name of whom a code is for, where there is somebody, and something that it may open.
fn holder(tx: &Tx<'_>, referral: &Referral, kind: CodeKind) -> Result<(i64, String)> {
    let rejected = |words: &str| Error::Rejected(words.to_owned());
    if kind == CodeKind::Entrepreneur {
        let owner = queries::spoken_to(tx, referral, tx.today())?;
        let owner = owner.ok_or_else(|| rejected("Write down whom we call at this business first, on the page of the client."))?;
        return Ok((owner.person, owner.name()));
    }
    if !referral.status.is_with_partner() {
        return Err(rejected("The partner has nothing to answer now. A code can be given when the referral is sent."));
    }
    if consent::queries::live_for(tx, referral.key, tx.today())?.is_none() {
        return Err(rejected("No permission to share is in force, so nothing may be opened. Ask the client first."));
    }
    let contact = referral.contact.as_ref().map(|(key, _)| partners::find_contact(tx, *key)).transpose()?;
    let contact = contact.filter(|contact| !contact.is_closed);
    contact.map(|contact| (contact.key, contact.name)).ok_or_else(|| rejected("Choose first who is asked at the partner."))
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClosingForm {
    key: String,
}

pub(super) async fn close_code(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ReferralId>,
    Form(form): Form<ClosingForm>,
) -> Result<Redirect> {
    close(&viewer, &db, id, form, CodeKind::Entrepreneur).await
}

pub(super) async fn close_partner_code(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ReferralId>,
    Form(form): Form<ClosingForm>,
) -> Result<Redirect> {
    close(&viewer, &db, id, form, CodeKind::Partner).await
}

async fn close(viewer: &Viewer, db: &Db, id: ReferralId, form: ClosingForm, kind: CodeKind) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let (asked, back) = (viewer.clone(), format!("/referrals/{id}"));
    db.write(viewer.actor(), move |tx| {
        let referral = queries::find_for(tx, &asked, &id)?;
        if codes::close_of(tx, kind, referral.key, None)? > 0 {
            tx.audit("code.closed", Object::new("referral", &referral.id))?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&back))
}
