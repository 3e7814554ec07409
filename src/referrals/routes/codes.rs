//! Giving the client a letter code: printed, read out or handed over; and closing it.

use crate::auth::CaseWorker;
use crate::auth::codes::{self, NewCode};
use crate::config::Config;
use crate::error::{Error, Result};
use crate::programs::queries as programs;
use crate::referrals::queries;
use crate::referrals::views::{Letter, letter};
use crate::store::{Db, Object};
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
    forms::check_key(&form.key)?;
    let handing = Handing::parse(&form.handing)?;
    let (asked, back) = (viewer.clone(), format!("/referrals/{id}"));
    let given = db
        .write(viewer.actor(), move |tx| {
            let referral = queries::find_for(tx, &asked, &id)?;
            if tx.answer_to(&form.key)?.is_some() {
                return Ok(None);
            }
            let owner = queries::spoken_to(tx, &referral, tx.today())?;
            let owner = owner
                .ok_or_else(|| Error::Rejected("Write down whom we call at this business first, on the page of the client.".to_owned()))?;
            let (kind, by) = (CodeKind::Entrepreneur, Some(asked.key));
            let new = NewCode { kind, referral: referral.key, number: referral.number, holder: owner.person, handing, issued_by: by };
            let code = codes::issue(tx, &new)?;
            tx.remember_answer(&form.key, "given")?;
            Ok(Some((code, owner.name(), programs::find(tx, referral.program)?, referral.label())))
        })
        .await?;
    // The second of two clicks made nothing: the code was shown by the first.
    let Some((code, to_name, program, label)) = given else { return Ok(Redirect::to(&back).into_response()) };
    let today = db.clock().today();
    let shown = Letter {
        kind: CodeKind::Entrepreneur,
        handing,
        to_name: &to_name,
        program: (&program.name, program.telephone.as_deref()),
        label: &label,
        address: &format!("{}/c", config.public_url),
        code: &code,
        until: today.plus_days(CodeKind::Entrepreneur.lives_days()),
        today,
        back: &back,
    };
    Ok(letter(&viewer, &shown).into_response())
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
    forms::check_key(&form.key)?;
    let (asked, back) = (viewer.clone(), format!("/referrals/{id}"));
    db.write(viewer.actor(), move |tx| {
        let referral = queries::find_for(tx, &asked, &id)?;
        if codes::close_of(tx, CodeKind::Entrepreneur, referral.key, None)? > 0 {
            tx.audit("code.closed", Object::new("referral", &referral.id))?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&back))
}
