//! The list of a partner's contact, behind a six-digit code that the program mails itself.

use super::asks::{mail_it, wrong_words};
use super::queries as desk;
use super::routes::stopped;
use super::views::inbox as views;
use crate::auth::queries::mailed::{self, Checked};
use crate::auth::queries::members;
use crate::auth::queries::tries::note_wrong;
use crate::auth::tries::{self, Calls};
use crate::auth::visits::{self, PartnerInbox};
use crate::auth::{Guest, House, mailing};
use crate::error::{Error, Result};
use crate::programs::queries as programs;
use crate::store::Actor;
use crate::values::{Day, Email, ReferralId};
use crate::web::{Complaints, Form, Query, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use tower_sessions::Session;

#[derive(Debug, Default, serde::Deserialize)]
pub(super) struct InboxQuery {
    /// A code was asked for.
    #[serde(default)]
    sent: String,
    #[serde(default)]
    done: String,
}

/// Where an address is typed, and then the code. Without a mail server there is only the telephone.
pub(super) async fn inbox_page(Guest(_): Guest, State(house): State<House>, Query(query): Query<InboxQuery>) -> Result<Response> {
    let programs = house.db.read(programs::list).await?;
    Ok(match (house.mailer.is_set_up(), query.sent.as_str()) {
        (false, _) if !mailing::is_shown(&house) => views::no_mail(&programs),
        (true, "") | (false, _) => views::ask_address("", &Complaints::default()),
        (true, _) => views::ask_code("", None, &Complaints::default()),
    }
    .into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AddressForm {
    email: String,
}

/// Mails a code to an address that some contact has. The answer is the same for one that nobody has.
pub(super) async fn mail_code(
    Guest(_): Guest,
    State(house): State<House>,
    calls: Calls,
    Form(form): Form<AddressForm>,
) -> Result<Response> {
    let is_demo = mailing::is_shown(&house);
    if !house.mailer.is_set_up() && !is_demo {
        return Err(Error::NotFound);
    }
    let mut complaints = Complaints::default();
    let Some(email) = complaints.take("email", Email::parse(&form.email)) else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::ask_address(&form.email, &complaints)).into_response());
    };
    if is_demo {
        return show_code(&house, &email, calls).await;
    }
    if tries::is_heard(&house, &calls).await? {
        let wanted = email.clone();
        let made = house.db.write(Actor::nobody(), move |tx| {
            // Whoever asks for many is heard no more, as whoever types many wrong ones. A code is made for either, and leaves for one.
            note_wrong(tx, &calls)?;
            let code = mailed::issue_to(tx, wanted.as_str(), calls.name())?;
            Ok((code, !mailed::contacts_with(tx, wanted.as_str())?.is_empty()))
        });
        if let (Some(code), true) = made.await? {
            mail_it(&house, email.as_str(), &code)?;
        }
    }
    Ok(Redirect::to("/p/inbox?sent=1").into_response())
}

/// Where [`mailing::is_shown`]: the code stands on the page.
async fn show_code(house: &House, email: &Email, calls: Calls) -> Result<Response> {
    let address = email.as_str().to_owned();
    let code = house
        .db
        .write(Actor::nobody(), move |tx| {
            if mailed::contacts_with(tx, &address)?.is_empty() { Ok(None) } else { mailed::issue_to(tx, &address, calls.name()) }
        })
        .await?;
    let words = match code {
        Some(code) => format!("The code that would be mailed is {code}."),
        None => "Nobody here gets a code at this address now.".to_owned(),
    };
    Ok(views::ask_code(email.as_str(), Some(&words), &Complaints::default()).into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SignInForm {
    email: String,
    code: String,
}

/// An address and the code that was mailed to it begin a visit.
pub(super) async fn sign_in(
    _: Result<PartnerInbox>,
    State(house): State<House>,
    session: Session,
    calls: Calls,
    Form(form): Form<SignInForm>,
) -> Result<Response> {
    let mut complaints = Complaints::default();
    let Some(email) = complaints.take("email", Email::parse(&form.email)) else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::ask_code(&form.email, None, &complaints)).into_response());
    };
    if !tries::is_heard(&house, &calls).await? {
        complaints.add("code", wrong_words(Checked::Resting));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::ask_code(&form.email, None, &complaints)).into_response());
    }
    let (checked, contacts, member) = house
        .db
        .write(Actor::nobody(), move |tx| {
            let checked = mailed::check_from(tx, email.as_str(), &form.code, calls.name())?;
            if checked == Checked::Wrong {
                note_wrong(tx, &calls)?;
            }
            let contacts = mailed::contacts_with(tx, email.as_str())?;
            let member = members::of_contacts(tx, &contacts)?.into_iter().next().filter(|_| checked == Checked::Right);
            if let Some(member) = &member {
                members::note_sign_in(tx, member)?;
            }
            Ok((checked, contacts, member))
        })
        .await?;
    if checked == Checked::Right && !contacts.is_empty() {
        visits::begin_by_code(&session, contacts, member.as_ref().map(|member| member.key)).await?;
        return Ok(Redirect::to(if member.is_some() { "/p/team" } else { "/p/mine" }).into_response());
    }
    complaints.add("code", wrong_words(checked));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, views::ask_code(&form.email, None, &complaints)).into_response())
}

pub(super) async fn mine_page(
    visit: Result<PartnerInbox>,
    State(house): State<House>,
    Query(query): Query<InboxQuery>,
) -> Result<Response> {
    draw_mine(visit, &house, &query.done, &Complaints::default()).await
}

async fn draw_mine(visit: Result<PartnerInbox>, house: &House, done: &str, complaints: &Complaints) -> Result<Response> {
    let PartnerInbox(visit) = match visit {
        Ok(visit) => visit,
        Err(Error::NotFound) => return Ok(Redirect::to("/p/inbox").into_response()),
        Err(cause) => return Err(cause),
    };
    let (today, contacts) = (house.db.clock().today(), visit.contacts.clone());
    let referrals = house.db.read(move |conn| desk::open_referrals(conn, &contacts)).await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let done = done.parse::<usize>().ok();
    Ok((
        status,
        views::mine(&views::Mine {
            name: &visit.name,
            has_account: visit.member.is_some(),
            referrals: &referrals,
            today,
            done,
            complaints,
        }),
    )
        .into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UpdatesForm {
    key: String,
    next: String,
    /// Each referral as "address.version".
    #[serde(default)]
    with: Vec<String>,
}

/// The furthest day a partner can promise news for.
const FURTHEST_DAYS: i64 = 90;

/// "No change, next update by": one press for everything that goes on as it is.
pub(super) async fn no_change(visit: Result<PartnerInbox>, State(house): State<House>, Form(form): Form<UpdatesForm>) -> Result<Response> {
    let PartnerInbox(visit) = match visit {
        Ok(visit) => visit,
        Err(Error::NotFound) => return stopped(&house.db).await,
        Err(cause) => return Err(cause),
    };
    forms::check_key(&form.key)?;
    let (mut complaints, today) = (Complaints::default(), house.db.clock().today());
    let next = complaints.take("next", Day::parse(&form.next)).filter(|next| (1..=FURTHEST_DAYS).contains(&today.days_until(*next)));
    if next.is_none() && complaints.is_empty() {
        complaints.add("next", format!("Choose a day from tomorrow to {}", today.plus_days(FURTHEST_DAYS).short(today)));
    }
    let split = |text: &String| text.split_once('.').and_then(|(id, version)| Some((ReferralId::parse(id)?, version.parse::<i64>().ok()?)));
    let chosen: Vec<(ReferralId, i64)> = form.with.iter().filter_map(split).collect();
    if chosen.is_empty() {
        complaints.add("with", "Tick at least one of them");
    }
    let Ok(next) = complaints.clone().or(next) else { return draw_mine(Ok(PartnerInbox(visit)), &house, "", &complaints).await };
    let contacts = visit.contacts.clone();
    let written = house
        .db
        .write(visit.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&form.key)? {
                return Ok(answer);
            }
            let done = desk::record_no_change(tx, &contacts, &chosen, next)?;
            let answer = format!("/p/mine?done={done}");
            tx.remember_answer(&form.key, &answer)?;
            Ok(answer)
        })
        .await;
    match written {
        Err(Error::Rejected(words)) => {
            complaints.add("with", words);
            draw_mine(Ok(PartnerInbox(visit)), &house, "", &complaints).await
        }
        written => Ok(Redirect::to(&written?).into_response()),
    }
}

/// Leaving works also when the visit is over already.
pub(super) async fn leave(_: Result<PartnerInbox>, session: Session) -> Result<Redirect> {
    visits::end(&session).await?;
    Ok(Redirect::to("/p/inbox"))
}
