//! Somebody trusted: invited by the person, in with a code of their own, ended at once.

use super::{Answer, enter};
use crate::auth::helpers::{Helper, LONGEST_DAYS};
use crate::auth::own::{self, Entrepreneur};
use crate::auth::queries::helpers::{self, Invited};
use crate::auth::tries::{self, Calls};
use crate::auth::{Guest, House};
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::programs::queries as programs;
use crate::rights::{Reader, views};
use crate::store::Actor;
use crate::values::{Day, HelperId, HelperLevel, Line, Vocabulary};
use crate::web::speech::Asked;
use crate::web::{Complaints, Form, Id, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use tower_sessions::Session;

/// Deeds of helpers on the page.
const DEEDS: i64 = 50;

/// Who is invited, as it is typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(in crate::rights) struct InviteForm {
    pub key: String,
    pub name: String,
    pub level: String,
    pub until: String,
}

impl InviteForm {
    /// Name, level and last day; or the fields that are wrong.
    pub fn parse(&self, today: Day) -> std::result::Result<(String, HelperLevel, Day), Vec<&'static str>> {
        let name = Line::parse(&self.name, "the name").map(|name| name.to_string());
        let level = HelperLevel::parse(&self.level);
        let until = Day::parse(&self.until).ok().filter(|until| *until >= today && *until <= today.plus_days(LONGEST_DAYS));
        match (name, level, until) {
            (Ok(name), Ok(level), Some(until)) => Ok((name, level, until)),
            (name, level, until) => {
                let wrong = [(name.is_err(), "name"), (level.is_err(), "level"), (until.is_none(), "until")];
                Err(wrong.into_iter().filter(|(is_wrong, _)| *is_wrong).map(|(_, field)| field).collect())
            }
        }
    }
}

pub(super) async fn page(visit: Result<Entrepreneur>, State(house): State<House>) -> Answer {
    let (_, reader) = enter(visit, &house).await?;
    Ok(draw(&house, &reader, &InviteForm::default(), &Complaints::default()).await?)
}

async fn draw(house: &House, reader: &Reader, form: &InviteForm, complaints: &Complaints) -> Result<Response> {
    let person = reader.person;
    let (known, done) =
        house.db.read(move |conn| Ok((helpers::of_person(conn, person)?, helpers::done_for(conn, person, None, DEEDS)?))).await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::helpers::page(reader, &known, &done, form, complaints, house.db.clock().zone())).into_response())
}

/// Invites: the code is shown once. A second click leads to the list.
pub(super) async fn invite(visit: Result<Entrepreneur>, State(house): State<House>, Form(form): Form<InviteForm>) -> Answer {
    forms::check_key(&form.key)?;
    let (inside, reader) = enter(visit, &house).await?;
    let (name, level, until_on) = match form.parse(reader.today) {
        Ok(parsed) => parsed,
        Err(wrong) => {
            let mut complaints = Complaints::default();
            for field in wrong {
                let key = match field {
                    "name" => "rights-bad-empty",
                    "level" => "rights-bad-choice",
                    _ => "rights-bad-until",
                };
                complaints.add(field, reader.say(key));
            }
            return Ok(draw(&house, &reader, &form, &complaints).await?);
        }
    };
    let (new, key) = (Invited { person: reader.person, name, level, until_on, witness: None }, form.key.clone());
    let invited = house.db.write(inside.actor(), move |tx| {
        if tx.answer_to(&key)?.is_some() {
            return Ok(None);
        }
        let (_, label, code) = helpers::invite(tx, &new)?;
        tx.remember_answer(&key, "invited")?;
        Ok(Some((label, code)))
    });
    match invited.await {
        Err(Error::Rejected(_)) => {
            let mut complaints = Complaints::default();
            complaints.add("name", reader.say("rights-too-many"));
            Ok(draw(&house, &reader, &form, &complaints).await?)
        }
        Ok(Some((label, code))) => Ok(views::helpers::code(&reader, &form.name, &label, &code, &house.config.public_url).into_response()),
        invited => Ok(invited.map(|_| Redirect::to("/me/helpers").into_response())?),
    }
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EndForm {}

pub(super) async fn end(
    visit: Result<Entrepreneur>,
    State(house): State<House>,
    Id(id): Id<HelperId>,
    Form(EndForm {}): Form<EndForm>,
) -> Answer {
    let Entrepreneur(inside) = visit?;
    let person = inside.person;
    let ended = house.db.write(inside.actor(), move |tx| helpers::end(tx, person, &id)).await;
    match ended {
        // Ended before, by a second click.
        Err(Error::NotFound) | Ok(()) => Ok(Redirect::to("/me/helpers").into_response()),
        Err(cause) => Err(cause.into()),
    }
}

/// What a helper types to come in.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(in crate::rights) struct ComeForm {
    pub reference: String,
    pub code: String,
    pub name: String,
}

pub(super) async fn code_page(Guest(_): Guest, State(house): State<House>, asked: Asked) -> Result<Response> {
    draw_code(&house, language(asked), &ComeForm::default(), &Complaints::default()).await
}

fn language(asked: Asked) -> Language {
    asked.0.unwrap_or_default()
}

async fn draw_code(house: &House, language: Language, form: &ComeForm, complaints: &Complaints) -> Result<Response> {
    let programs = house.db.read(programs::list).await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::helpers::come_in(language, &programs, form, complaints)).into_response())
}

/// One answer for a code that is unknown, over, ended or tried too often.
pub(super) async fn come_in(
    Guest(_): Guest,
    State(house): State<House>,
    session: Session,
    (asked, calls): (Asked, Calls),
    Form(form): Form<ComeForm>,
) -> Result<Response> {
    let say = |key: &str| language(asked).say(key, crate::i18n::Args::default());
    let mut complaints = Complaints::default();
    let Ok(name) = Line::parse(&form.name, "your name") else {
        complaints.add("name", say("rights-bad-empty"));
        return draw_code(&house, language(asked), &form, &complaints).await;
    };
    let (reference, code) = (form.reference.clone(), form.code.clone());
    let opened: Option<Helper> = if tries::is_heard(&house, &calls).await? {
        house.db.write(Actor::nobody(), move |tx| helpers::open(tx, (&reference, &code), name.as_str(), &calls)).await?
    } else {
        None
    };
    match opened {
        Some(helper) => {
            own::begin_by_helper(&session, &helper).await?;
            let (person, today) = (helper.person, house.db.clock().today());
            let first = house.db.read(move |conn| crate::rights::queries::requests_of(conn, person, today)).await?;
            Ok(Redirect::to(&first.first().map_or_else(|| "/me/help".to_owned(), |(id, _)| format!("/me/referrals/{id}"))).into_response())
        }
        None => {
            complaints.add("code", say("rights-come-wrong"));
            draw_code(&house, language(asked), &form, &complaints).await
        }
    }
}
