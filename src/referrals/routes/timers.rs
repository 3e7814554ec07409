//! The page of clocks, for managers; and calls to a partner who does not answer.

use super::super::queries::{self, NewSetting};
use super::super::views::{self, TimerForm, TimersPage};
use super::once::once;
use crate::auth::{CaseWorker, Manager, Viewer};
use crate::error::{Error, Result};
use crate::outbox::queries::held_minutes;
use crate::programs::queries as programs;
use crate::store::Db;
use crate::values::{Kind, Limit, Line, ReferralId, Vocabulary};
use crate::web::{Complaints, Form, Id, Query, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

#[derive(Debug, Default, serde::Deserialize)]
pub(super) struct Chosen {
    #[serde(default)]
    program: String,
}

/// The program that was named, or the first, if the viewer manages it.
fn chosen(viewer: &Viewer, typed: &str) -> Result<(i64, Vec<(i64, String)>)> {
    let managed: Vec<(i64, String)> =
        viewer.programs().into_iter().filter(|(key, _)| viewer.manages(*key)).map(|(key, name)| (key, name.to_owned())).collect();
    let named = managed.iter().find(|(key, _)| typed.is_empty() || key.to_string() == typed).map(|(key, _)| *key);
    Ok((named.ok_or(Error::NotFound)?, managed))
}

async fn drawn(viewer: &Viewer, db: &Db, form: &TimerForm, complaints: &Complaints) -> Result<maud::Markup> {
    let (key, managed) = chosen(viewer, &form.program)?;
    let (program, book, settings, version, held) = db
        .read(move |conn| {
            let (book, settings) = (queries::policy_book(conn, key)?, queries::settings(conn, key)?);
            Ok((programs::find(conn, key)?, book, settings, queries::settings_version(conn, key)?, held_minutes(conn, key)?))
        })
        .await?;
    let page = TimersPage {
        program: &program,
        programs: &managed,
        book: &book,
        settings: &settings,
        version,
        held_minutes: held,
        today: db.clock().today(),
        zone: db.clock().zone(),
    };
    Ok(views::timers(viewer, &page, form, complaints))
}

pub(super) async fn timers_page(Manager(viewer): Manager, State(db): State<Db>, Query(chosen): Query<Chosen>) -> Result<Response> {
    let form = TimerForm { program: chosen.program, ..TimerForm::default() };
    Ok(drawn(&viewer, &db, &form, &Complaints::default()).await?.into_response())
}

pub(super) async fn set_timer(Manager(viewer): Manager, State(db): State<Db>, Form(form): Form<TimerForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (program, _) = chosen(&viewer, &form.program)?;
    let mut complaints = Complaints::default();
    let kind = complaints.take("kind", Kind::parse(&form.kind).ok_or_else(no_such));
    let limit = complaints.take("timer", Limit::parse(&form.timer));
    let days = complaints
        .take("days", form.days.trim().parse::<u32>().map_err(|_| crate::values::Complaint::new("Write a number of days, such as 5")));
    let reason = complaints.take("reason", Line::parse(&form.reason, "why the days change"));
    let Some((((kind, limit), days), reason)) = kind.zip(limit).zip(days).zip(reason) else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, drawn(&viewer, &db, &form, &complaints).await?).into_response());
    };
    let (asked, key) = (viewer.clone(), form.key.clone());
    let back = format!("/referrals/clocks?program={program}");
    let answer = back.clone();
    let new = NewSetting { program, kind, limit, days, reason: reason.to_string(), version: form.version };
    let done = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                queries::set_days(tx, &asked, &new)?;
                tx.remember_answer(&key, &answer)?;
            }
            Ok(())
        })
        .await;
    match done {
        Err(Error::Rejected(words)) => {
            complaints.add("days", words);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, drawn(&viewer, &db, &form, &complaints).await?).into_response())
        }
        done => done.map(|()| Redirect::to(&back).into_response()),
    }
}

fn no_such() -> crate::values::Complaint {
    crate::values::Complaint::new("Choose one of the answers on the list")
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HeldForm {
    program: String,
    version: i64,
    minutes: String,
}

pub(super) async fn set_held(Manager(viewer): Manager, State(db): State<Db>, Form(form): Form<HeldForm>) -> Result<Redirect> {
    let (program, _) = chosen(&viewer, &form.program)?;
    let minutes = form.minutes.trim().parse::<i64>().ok().filter(|minutes| (0..=60).contains(minutes));
    let minutes = minutes.ok_or_else(|| Error::Rejected("Notices are held 0 to 60 minutes. Write a number between them.".to_owned()))?;
    let asked = viewer.clone();
    db.write(viewer.actor(), move |tx| queries::set_held(tx, &asked, program, form.version, minutes)).await?;
    Ok(Redirect::to(&format!("/referrals/clocks?program={program}")))
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CallForm {
    key: String,
    reached: String,
}

pub(super) async fn log_call(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ReferralId>,
    Form(form): Form<CallForm>,
) -> Result<Redirect> {
    let reached = match form.reached.as_str() {
        "yes" => true,
        "no" => false,
        _ => return Err(Error::Rejected("Say whether you reached somebody.".to_owned())),
    };
    once(&db, viewer, id, form.key, move |tx, viewer, referral| queries::log_call(tx, referral, viewer.key, reached)).await
}
