//! The thread of a referral for staff: read it, answer, or say that no answer is needed.

use crate::auth::{CaseWorker, Viewer};
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::referrals::Referral;
use crate::referrals::deed::Who;
use crate::referrals::messages::{Message, MessageForm};
use crate::referrals::queries;
use crate::referrals::views::{self, Names, Thread};
use crate::store::Db;
use crate::values::{Line, ReferralId, Writer};
use crate::web::{Complaints, Form, Id, Leaf, Query, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Messages on one page.
const PAGE: i64 = 50;

pub(super) async fn messages_page(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ReferralId>,
    Query(leaf): Query<Leaf>,
) -> Result<Response> {
    draw(&viewer, &db, id, leaf, &MessageForm::default(), &Complaints::default()).await
}

async fn draw(viewer: &Viewer, db: &Db, id: ReferralId, leaf: Leaf, form: &MessageForm, complaints: &Complaints) -> Result<Response> {
    let (asked, today) = (viewer.clone(), db.clock().today());
    let (referral, messages, count, choices, open) = db
        .read(move |conn| {
            let referral = queries::find_for(conn, &asked, &id)?;
            let messages = queries::messages(conn, referral.key, Writer::Advisor, i64::from(leaf.page) * PAGE, PAGE)?;
            let count = queries::count_messages(conn, referral.key, Writer::Advisor)?;
            let choices = queries::open_readers(conn, &referral, Writer::Advisor, today)?;
            let open = queries::last_open_message(conn, referral.key)?;
            Ok((referral, messages, count, choices, open))
        })
        .await?;
    let address = format!("/referrals/{}/messages", referral.id);
    let thread = Thread {
        language: Language::english(),
        messages: &messages,
        count,
        reader: Writer::Advisor,
        choices,
        address: &address,
        names: names(&referral),
        form,
        complaints,
        zone: db.clock().zone(),
        today,
    };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let has_more = count > (i64::from(leaf.page) + 1) * PAGE;
    Ok((status, views::messages_page(viewer, &referral, &thread, open, leaf, has_more)).into_response())
}

/// What staff call the three.
pub(super) fn names(referral: &Referral) -> Names<'_> {
    Names { advisor: &referral.advisor.1, client: &referral.client_name, partner: referral.partner_name() }
}

/// The last lines of a thread, for the page of the referral.
pub(super) struct Latest {
    pub messages: Vec<Message>,
    pub count: i64,
    pub choices: &'static [crate::values::Readers],
    pub open: Option<i64>,
}

/// How many lines a page about more than messages shows.
const LATEST: i64 = 4;

pub(super) fn latest(conn: &rusqlite::Connection, referral: &Referral, today: crate::values::Day) -> Result<Latest> {
    Ok(Latest {
        messages: queries::messages(conn, referral.key, Writer::Advisor, 0, LATEST)?,
        count: queries::count_messages(conn, referral.key, Writer::Advisor)?,
        choices: queries::open_readers(conn, referral, Writer::Advisor, today)?,
        open: queries::last_open_message(conn, referral.key)?,
    })
}

pub(super) async fn write_message(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ReferralId>,
    Form(form): Form<MessageForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (asked, wanted, today) = (viewer.clone(), id.clone(), db.clock().today());
    let choices =
        db.read(move |conn| queries::open_readers(conn, &queries::find_for(conn, &asked, &wanted)?, Writer::Advisor, today)).await?;
    let (readers, body) = match form.parse(choices) {
        Ok(parsed) => parsed,
        Err(complaints) => return draw(&viewer, &db, id, Leaf::default(), &form, &complaints).await,
    };
    let (asked, wanted, key) = (viewer.clone(), id.clone(), form.key.clone());
    let written = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                let referral = queries::find_for(tx, &asked, &wanted)?;
                queries::write_message(tx, &Who::of_staff(&asked, referral.program), &referral, readers, &body)?;
                tx.remember_answer(&key, "written")?;
            }
            Ok(())
        })
        .await;
    match written {
        Err(Error::Rejected(words)) => {
            let mut complaints = Complaints::default();
            complaints.add("body", words);
            draw(&viewer, &db, id, Leaf::default(), &form, &complaints).await
        }
        written => written.map(|()| Redirect::to(&format!("/referrals/{id}#messages")).into_response()),
    }
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SettlingForm {
    key: String,
    /// The last message that stood on the page: a newer one is not settled unseen.
    last: i64,
    /// Why.
    #[serde(default)]
    why: String,
}

pub(super) async fn settle_messages(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ReferralId>,
    Form(form): Form<SettlingForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let Some(why) = complaints.take("why", Line::parse(&form.why, "why no answer is needed")) else {
        return draw(&viewer, &db, id, Leaf::default(), &MessageForm::default(), &complaints).await;
    };
    let (asked, back) = (viewer.clone(), format!("/referrals/{id}#messages"));
    db.write(viewer.actor(), move |tx| queries::settle_messages(tx, &queries::find_for(tx, &asked, &id)?, form.last, &why)).await?;
    Ok(Redirect::to(&back).into_response())
}
