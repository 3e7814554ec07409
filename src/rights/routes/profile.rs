//! What is known of somebody, and how it is corrected: how they are reached at once, their address with codes, facts by request.

use super::{Answer, enter};
use crate::auth::own::{self, Entrepreneur, Inside};
use crate::auth::queries::mailed::{self, Checked};
use crate::auth::{House, mailing};
use crate::error::{Error, Result};
use crate::i18n::{Args, Language};
use crate::people::moving::Moved;
use crate::people::own::{CORRECTED_DAYS, Correction, OwnBusiness};
use crate::people::queries::{self as people, own::OwnReach};
use crate::referrals::queries::calendar;
use crate::rights::{Reader, queries, views};
use crate::store::{Object, Tx};
use crate::values::{ContactBy, Correctable, Day, Email, Line, Telephone, Vocabulary};
use crate::web::{Complaints, Form, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use tower_sessions::Session;

/// What was typed on the page, and what is wrong with it.
#[derive(Default)]
pub(in crate::rights) struct Typed {
    pub telephone: Option<String>,
    pub email: String,
    /// A code was mailed to it.
    pub waits_for_code: bool,
    pub what: String,
    pub value: String,
    pub complaints: Complaints,
}

impl Typed {
    fn wrong(field: &'static str, words: String) -> Self {
        let mut typed = Self::default();
        typed.complaints.add(field, words);
        typed
    }
}

pub(super) async fn page(visit: Result<Entrepreneur>, State(house): State<House>) -> Answer {
    let (inside, reader) = enter(visit, &house).await?;
    Ok(draw(&house, &inside, &reader, &Typed::default()).await?)
}

async fn draw(house: &House, inside: &Inside, reader: &Reader, typed: &Typed) -> Result<Response> {
    let (person, today) = (inside.person, reader.today);
    let (owner, businesses, corrections) = house
        .db
        .read(move |conn| {
            let businesses = people::own::businesses_of(conn, person, today)?;
            Ok((people::find_anyone(conn, person)?, businesses, people::own::corrections_of(conn, person)?))
        })
        .await?;
    let has_mail = house.mailer.is_set_up();
    let page = views::profile::page(reader, &owner, &businesses, &corrections, typed, has_mail, house.db.clock().zone());
    let status = if typed.complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, page).into_response())
}

/// Somebody changed it since the form was drawn: what was typed stays.
async fn stale(house: &House, inside: &Inside, reader: &Reader, mut typed: Typed) -> Result<Response> {
    typed.complaints.add("main", reader.say("rights-changed"));
    Ok((StatusCode::CONFLICT, draw(house, inside, reader, &typed).await?).into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReachForm {
    key: String,
    version: i64,
    telephone: String,
    reads: String,
    contact_by: String,
}

pub(super) async fn change(visit: Result<Entrepreneur>, State(house): State<House>, Form(form): Form<ReachForm>) -> Answer {
    forms::check_key(&form.key)?;
    let (inside, reader) = enter(visit, &house).await?;
    let typed = |mut typed: Typed| {
        typed.telephone = Some(form.telephone.clone());
        typed
    };
    let Ok(telephone) = Telephone::maybe(&form.telephone) else {
        return Ok(draw(&house, &inside, &reader, &typed(Typed::wrong("telephone", reader.say("rights-bad-telephone")))).await?);
    };
    let contact_by = if form.contact_by.is_empty() { Ok(None) } else { ContactBy::parse(&form.contact_by).map(Some) };
    let Ok(contact_by) = contact_by else {
        return Ok(draw(&house, &inside, &reader, &typed(Typed::wrong("contact_by", reader.say("rights-bad-choice")))).await?);
    };
    let reach = OwnReach { telephone, reads: Language::find(&form.reads).map(|reads| reads.code().to_owned()), contact_by };
    let (person, key, version) = (inside.person, form.key.clone(), form.version);
    let written = house.db.write(inside.actor(), move |tx| {
        if tx.answer_to(&key)?.is_none() {
            people::own::change_reach(tx, person, version, &reach)?;
            tx.remember_answer(&key, "changed")?;
        }
        Ok(())
    });
    match written.await {
        Err(Error::Stale) => Ok(stale(&house, &inside, &reader, typed(Typed::default())).await?),
        written => Ok(written.map(|()| Redirect::to("/me/profile").into_response())?),
    }
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AddressForm {
    email: String,
}

/// Under what name the codes of a new address are counted, and rest after wrong tries: wrong codes typed here close nobody's sign-in.
fn counted_as(email: &Email) -> String {
    format!("new address {}", email.as_str())
}

/// Mails a code to the new address. Only whoever proved the old one may ask; the answer is the same whosever the new one is. Whoever asks
/// too often, for one address or for many, waits.
pub(super) async fn mail_code(visit: Result<Entrepreneur>, State(house): State<House>, Form(form): Form<AddressForm>) -> Answer {
    let (inside, reader) = enter(visit, &house).await?;
    if !reader.is_mailed {
        return Err(Error::Forbidden.into());
    }
    let Ok(email) = Email::parse(&form.email) else {
        let typed = Typed { email: form.email, ..Typed::wrong("email", reader.say("rights-bad-email")) };
        return Ok(draw(&house, &inside, &reader, &typed).await?);
    };
    let (name, marks) = (counted_as(&email), [format!("asked for by {}", inside.person), format!("code to {}", counted_as(&email))]);
    let code = house.db.write(inside.actor(), move |tx| {
        if mailed::is_too_much(tx, &tx.keys(), &marks, tx.at())? {
            tx.audit("mailed_code.withheld", Object::none())?;
            return Ok(None);
        }
        mailed::note_failure(tx, &marks)?;
        mailed::issue(tx, &name).map(Some)
    });
    let Some(code) = code.await? else {
        let typed = Typed { email: form.email, ..Typed::wrong("email", reader.say("rights-email-wait")) };
        return Ok((StatusCode::TOO_MANY_REQUESTS, draw(&house, &inside, &reader, &typed).await?).into_response());
    };
    if let Some(code) = code {
        let args = Args::default().with("code", code).with("program", &reader.program.name);
        let subject = reader.say_with("notice-subject", Args::default().with("program", &reader.program.name));
        mailing::mail(&house, email.as_str(), subject, reader.say_with("rights-email-letter", args))?;
    }
    let typed = Typed { email: email.as_str().to_owned(), waits_for_code: true, ..Typed::default() };
    Ok(draw(&house, &inside, &reader, &typed).await?)
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EmailForm {
    version: i64,
    email: String,
    code: String,
}

/// Takes the new address when its code came back, tells the old one, and goes on with the visit under the new one.
pub(super) async fn change_email(
    visit: Result<Entrepreneur>,
    State(house): State<House>,
    session: Session,
    Form(form): Form<EmailForm>,
) -> Answer {
    let (inside, reader) = enter(visit, &house).await?;
    if !reader.is_mailed {
        return Err(Error::Forbidden.into());
    }
    let email = Email::parse(&form.email)?;
    let (person, program, name) = (inside.person, reader.program.key, counted_as(&email));
    let (address, version) = (email.as_str().to_owned(), form.version);
    let changed = house.db.write(inside.actor(), move |tx| {
        let old = people::find_anyone(tx, person)?.email;
        let checked = mailed::check(tx, &name, &form.code)?;
        if checked != Checked::Right {
            return Ok((checked, None));
        }
        people::own::change_own_email(tx, person, version, &address)?;
        Ok((checked, Moved::of(tx, person, old, program)?))
    });
    let typed = |complaints: Complaints| Typed { email: email.as_str().to_owned(), waits_for_code: true, complaints, ..Typed::default() };
    let (checked, moved) = match changed.await {
        Err(Error::Stale) => return Ok(stale(&house, &inside, &reader, typed(Complaints::default())).await?),
        changed => changed?,
    };
    if checked != Checked::Right {
        let key = if checked == Checked::Resting { "rights-code-resting" } else { "rights-code-wrong" };
        let mut complaints = Complaints::default();
        complaints.add("code", reader.say(key));
        return Ok(draw(&house, &inside, &reader, &typed(complaints)).await?);
    }
    own::begin_by_mail(&session, house.db.keys(), person, email.as_str()).await?;
    moved.iter().try_for_each(|moved| moved.tell(&house))?;
    Ok(Redirect::to("/me/profile").into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CorrectionForm {
    key: String,
    what: String,
    value: String,
}

pub(super) async fn ask_correction(visit: Result<Entrepreneur>, State(house): State<House>, Form(form): Form<CorrectionForm>) -> Answer {
    forms::check_key(&form.key)?;
    let (inside, reader) = enter(visit, &house).await?;
    let chosen = form.what.split_once('.').and_then(|(what, place)| Some((Correctable::parse(what).ok()?, place.parse::<usize>().ok()?)));
    let mut complaints = Complaints::default();
    if chosen.is_none() {
        complaints.add("what", reader.say("rights-bad-choice"));
    }
    let value = value_of(chosen.map(|(what, _)| what), &form.value);
    if let Err(key) = &value {
        complaints.add("value", reader.say(key));
    }
    let typed = |complaints| Typed { what: form.what.clone(), value: form.value.clone(), complaints, ..Typed::default() };
    let (Some((what, place)), Ok(value)) = (chosen, value) else {
        return Ok(draw(&house, &inside, &reader, &typed(complaints)).await?);
    };
    let (key, who) = (form.key.clone(), reader.clone());
    let written = house.db.write(inside.actor(), move |tx| {
        if tx.answer_to(&key)?.is_none() {
            ask(tx, &who, what, place, value)?;
            tx.remember_answer(&key, "asked")?;
        }
        Ok(())
    });
    match written.await {
        Err(Error::Rejected(_)) => {
            let mut complaints = Complaints::default();
            complaints.add("value", reader.say("rights-too-many"));
            Ok(draw(&house, &inside, &reader, &typed(complaints)).await?)
        }
        written => Ok(written.map(|()| Redirect::to("/me/profile#corrections").into_response())?),
    }
}

/// The new value, or the key of what is wrong with it.
fn value_of(what: Option<Correctable>, typed: &str) -> std::result::Result<String, &'static str> {
    let line = Line::parse(typed, "the value").map_err(|_| if typed.trim().is_empty() { "rights-bad-empty" } else { "rights-bad-long" })?;
    match what {
        Some(Correctable::Workers) => {
            let workers = line.as_str().parse::<i64>().ok().filter(|workers| (0..=1_000_000).contains(workers));
            workers.map(|workers| workers.to_string()).ok_or("rights-bad-number")
        }
        Some(Correctable::Email) => Email::parse(line.as_str()).map(|email| email.as_str().to_owned()).map_err(|_| "rights-bad-email"),
        _ => Ok(line.to_string()),
    }
}

fn ask(tx: &Tx<'_>, reader: &Reader, what: Correctable, place: usize, value: String) -> Result<()> {
    let owner = people::find_anyone(tx, reader.person)?;
    let businesses = people::own::businesses_of(tx, reader.person, reader.today)?;
    let business = businesses.get(place);
    let is_about_business = !matches!(what, Correctable::PersonName | Correctable::Email);
    if is_about_business && business.is_none() {
        return Err(Error::NotFound);
    }
    let due_on = calendar(tx)?.add_business_days(reader.today.date(), CORRECTED_DAYS);
    let asked = Correction {
        key: 0,
        id: tx.fresh_id()?,
        person: (reader.person, owner.name()),
        business: (business.map_or(reader.home.business, |one| one.key), String::new(), String::new()),
        program: business.map_or(reader.home.program.0, |one| one.program.0),
        what,
        old: match what {
            Correctable::PersonName => owner.name(),
            Correctable::Email => owner.email.unwrap_or_default(),
            _ => business.map(|one| as_it_stands(one, what)).unwrap_or_default(),
        },
        new: value,
        asked_at: tx.at(),
        due_on: Day::new(due_on),
        answer: None,
    };
    people::own::ask_correction(tx, &asked)
}

/// A fact of a business in one line.
pub(in crate::rights) fn as_it_stands(business: &OwnBusiness, what: Correctable) -> String {
    match what {
        Correctable::BusinessName => business.name.clone(),
        Correctable::Product => business.product.clone().unwrap_or_default(),
        Correctable::Address => business.address.clone(),
        Correctable::Workers => business.workers.map(|workers| workers.to_string()).unwrap_or_default(),
        Correctable::Ownership => queries::copy::share(business.share_bp),
        Correctable::PersonName | Correctable::Email => String::new(),
    }
}
