//! Next steps for several referrals in one form. Nothing is filled in beforehand, and all of it is saved or nothing.

use crate::auth::{CaseWorker, Viewer};
use crate::error::{Error, Result};
use crate::programs::queries::Code;
use crate::referrals::Referral;
use crate::referrals::deed::{Deed, DeedForm, Sheet, Who};
use crate::referrals::fact::Fact;
use crate::referrals::fields::Typed;
use crate::referrals::lifecycle::Event;
use crate::referrals::queries;
use crate::referrals::views::{self, StepRow, StepsPage};
use crate::store::Db;
use crate::values::{Day, ReferralId};
use crate::web::{Complaints, Form, Query, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use std::collections::BTreeMap;

/// Referrals in one form.
const ROWS: i64 = 20;
/// What needs more than a row has room for, or is done elsewhere.
const ELSEWHERE: [&str; 2] = ["could_not_reach", "re_referred"];

#[derive(Debug, Default, Clone, Copy, serde::Deserialize)]
pub(super) struct Whose {
    #[serde(default)]
    all: u8,
}

pub(super) async fn next_steps_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Query(whose): Query<Whose>) -> Result<Response> {
    draw(&viewer, &db, whose, &BTreeMap::new()).await
}

async fn draw(viewer: &Viewer, db: &Db, whose: Whose, typed: &BTreeMap<String, StepRow>) -> Result<Response> {
    let (asked, today, only_mine) = (viewer.clone(), db.clock().today(), whose.all == 0);
    let (mut referrals, codes) = db
        .read(move |conn| {
            let referrals = queries::open_loops(conn, &asked, only_mine, ROWS + 1)?;
            let mut codes: Vec<Vec<Code>> = Vec::new();
            for referral in &referrals {
                let steps = queries::choices(conn, referral.kind, today)?.next_step;
                codes.push(steps.into_iter().filter(|code| !ELSEWHERE.contains(&code.code.as_str())).collect());
            }
            Ok((referrals, codes))
        })
        .await?;
    let rows = usize::try_from(ROWS).unwrap_or(usize::MAX);
    let has_more = referrals.len() > rows;
    referrals.truncate(rows);
    let page = StepsPage {
        rows: referrals.iter().map(|referral| (referral, typed.get(referral.id.as_str()).cloned().unwrap_or_default())).collect(),
        choices: codes.iter().map(Vec::as_slice).collect(),
        has_more,
        only_mine,
        today,
    };
    let status = if typed.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::next_steps(viewer, &page)).into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StepsForm {
    key: String,
    #[serde(default)]
    referral: Vec<String>,
    #[serde(default)]
    version: Vec<i64>,
    #[serde(default)]
    next_step: Vec<String>,
    #[serde(default)]
    told_on: Vec<String>,
    #[serde(default)]
    shared_note: Vec<String>,
    #[serde(default)]
    review_on: Vec<String>,
}

/// A row in which somebody typed something.
struct Filled {
    id: ReferralId,
    version: i64,
    row: StepRow,
}

impl StepsForm {
    /// The rows that are not empty; a form whose rows do not fit together was not drawn here.
    fn filled(&self) -> Result<Vec<Filled>> {
        let broken = || Error::Rejected("This form could not be read. Reload the page and send it again.".to_owned());
        let rows = self.referral.len();
        if [self.version.len(), self.next_step.len(), self.told_on.len(), self.shared_note.len(), self.review_on.len()] != [rows; 5] {
            return Err(broken());
        }
        let mut filled = Vec::new();
        for (place, id) in self.referral.iter().enumerate() {
            let of = |column: &[String]| column.get(place).map(|text| text.trim().to_owned()).unwrap_or_default();
            let (next_step, told_on) = (of(&self.next_step), of(&self.told_on));
            let (shared_note, review_on) = (of(&self.shared_note), of(&self.review_on));
            if [&next_step, &told_on, &shared_note, &review_on].into_iter().all(String::is_empty) {
                continue;
            }
            let id = ReferralId::parse(id).ok_or(Error::NotFound)?;
            let version = *self.version.get(place).ok_or_else(broken)?;
            filled.push(Filled {
                id,
                version,
                row: StepRow { next_step, told_on, shared_note, review_on, complaints: Complaints::default() },
            });
        }
        Ok(filled)
    }
}

/// One row as the deed it is, or what is wrong with it.
fn deed_of(filled: &Filled, referral: &Referral, key: &str, today: Day) -> std::result::Result<Vec<Deed>, Complaints> {
    let row = &filled.row;
    let pairs = [
        (Fact::NextStep, &row.next_step),
        (Fact::ToldOn, &row.told_on),
        (Fact::SharedNote, &row.shared_note),
        (Fact::ReviewOn, &row.review_on),
    ];
    let typed: Sheet = pairs.into_iter().filter(|(_, text)| !text.is_empty()).map(|(fact, text)| (fact, text.clone())).collect();
    let form = DeedForm {
        event: Event::RecordNextStep,
        then_hold: false,
        version: filled.version,
        key: key.to_owned(),
        source: String::new(),
        typed,
        more: Typed::new(),
    };
    form.deeds(referral.status, referral.kind, today)
}

pub(super) async fn record_next_steps(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Query(whose): Query<Whose>,
    Form(form): Form<StepsForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let mut filled = form.filled()?;
    let (asked, ids) = (viewer.clone(), filled.iter().map(|row| row.id.clone()).collect::<Vec<_>>());
    let referrals = db.read(move |conn| ids.iter().map(|id| queries::find_for(conn, &asked, id)).collect::<Result<Vec<_>>>()).await?;
    let mut deeds = Vec::new();
    for (row, referral) in filled.iter_mut().zip(&referrals) {
        match deed_of(row, referral, &form.key, db.clock().today()) {
            Ok(found) => deeds.push((referral.id.clone(), found)),
            Err(complaints) => row.row.complaints = complaints,
        }
    }
    let typed = |filled: Vec<Filled>| filled.into_iter().map(|row| (row.id.to_string(), row.row)).collect::<BTreeMap<_, _>>();
    if deeds.len() < filled.len() {
        return draw(&viewer, &db, whose, &typed(filled)).await;
    }
    let (asked, key) = (viewer.clone(), form.key.clone());
    let written = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                for (id, deeds) in deeds {
                    let referral = queries::find_for(tx, &asked, &id)?;
                    let who = Who::of_staff(&asked, referral.program);
                    for deed in deeds {
                        let named = |cause| match cause {
                            Error::Rejected(words) => Error::Rejected(format!("{}: {words} Nothing was saved.", referral.label())),
                            other => other,
                        };
                        queries::record(tx, &who, &referral, deed).map_err(named)?;
                    }
                }
                tx.remember_answer(&key, "recorded")?;
            }
            Ok(())
        })
        .await;
    match written {
        Err(Error::Rejected(words)) if !filled.is_empty() => {
            if let Some(first) = filled.first_mut() {
                first.row.complaints.add("next_step", words);
            }
            draw(&viewer, &db, whose, &typed(filled)).await
        }
        written => {
            written?;
            Ok(Redirect::to(if whose.all == 0 { "/referrals/next-steps" } else { "/referrals/next-steps?all=1" }).into_response())
        }
    }
}
