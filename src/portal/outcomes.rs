//! What came of it, as the entrepreneur reads it: is it right, and did we help? By a private link, or on their own pages. Looking changes
//! nothing; a press does. Once a link was answered it shows no figures any more.

use super::home::inside;
use super::language::{LanguageForm, Next};
use super::own_way::OwnWay;
use super::page::or_stopped;
use super::views::outcomes::{self as views, OutcomePage};
use crate::auth::House;
use crate::auth::links::{self, OutcomeLink};
use crate::auth::own::{Entrepreneur, Inside};
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::outcomes::{Outcome, Said, queries};
use crate::referrals::queries::spoken_for;
use crate::store::Db;
use crate::values::{Complaint, Helped, Note, OutcomeAnswer, OutcomeId, Vocabulary};
use crate::web::speech::Speech;
use crate::web::{Complaints, Form, Leaf, Query, forms};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

async fn by_link(db: &Db, speech: &Speech, link: Result<OutcomeLink>) -> Result<OwnWay> {
    let OutcomeLink(link, token) = link?;
    OwnWay::link(db, speech, link, format!("/o/{token}")).await
}

fn by_own(inside: &Inside, id: &OutcomeId) -> OwnWay {
    OwnWay::inside(inside, format!("/me/outcomes/{id}"))
}

fn is_used(way: &OwnWay) -> bool {
    way.link.as_ref().is_some_and(|link| link.used_at.is_some())
}

/// The outcome that it opens.
async fn opened(way: &OwnWay, db: &Db, id: Option<OutcomeId>) -> Result<Outcome> {
    let (person, today, link) = (way.person, db.clock().today(), way.link.clone());
    db.read(move |conn| match (link, id) {
        (Some(link), _) => queries::find_by_link(conn, &link, today),
        (None, Some(id)) => queries::find_own(conn, &spoken_for(conn, person, today)?, &id),
        (None, None) => Err(Error::NotFound),
    })
    .await
}

/// An answer as it was posted.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct AnswerForm {
    key: String,
    version: i64,
    /// The button that was pressed; none where only the other question is answered, after the first.
    answer: String,
    pub amount: String,
    pub words: String,
    pub helped: String,
}

impl AnswerForm {
    /// What they say, if there is nothing to complain about. A figure and words belong to "something is different".
    fn parse(&self, outcome: &Outcome, language: Language) -> std::result::Result<Said, Complaints> {
        let mut complaints = Complaints::default();
        let answer = OutcomeAnswer::parse(&self.answer).ok();
        if answer.is_none() {
            complaints.add("answer", language.word("outcome-choose"));
        }
        let is_different = answer == Some(OutcomeAnswer::Different);
        let typed = Some(self.amount.trim()).filter(|typed| is_different && !typed.is_empty());
        let unit = outcome.facts.measure().unit;
        let amount = typed.zip(unit).and_then(|(typed, unit)| {
            let read = unit.read(typed).map_err(|_| Complaint::new(language.word("outcome-figure-wrong")));
            complaints.take("amount", read)
        });
        let words = complaints.take("words", Note::maybe(&self.words, "your message")).flatten().filter(|_| is_different);
        let helped = if self.helped.is_empty() { None } else { complaints.take("helped", Helped::parse(&self.helped)) };
        let words = words.map(|words| words.to_string());
        complaints.in_language(language).or(answer.map(|answer| Said { answer, amount, words, helped }))
    }
}

pub(super) async fn link_page(link: Result<OutcomeLink>, speech: Speech, State(house): State<House>) -> Result<Response> {
    let way = by_link(&house.db, &speech, link).await;
    or_stopped(&house.db, &speech, show(way, &house.db, None).await).await
}

pub(super) async fn own_page(visit: Result<Entrepreneur>, State(house): State<House>, Path(id): Path<String>) -> Result<Response> {
    let (inside, id) = (inside(visit)?, OutcomeId::parse(&id).ok_or(Error::NotFound)?);
    show(Ok(by_own(&inside, &id)), &house.db, Some(id)).await
}

async fn show(way: Result<OwnWay>, db: &Db, id: Option<OutcomeId>) -> Result<Response> {
    let way = way?;
    let outcome = opened(&way, db, id).await?;
    Ok(draw(&way, db, &outcome, &AnswerForm::default(), &Complaints::default()).into_response())
}

fn draw(way: &OwnWay, db: &Db, outcome: &Outcome, form: &AnswerForm, complaints: &Complaints) -> maud::Markup {
    let page = OutcomePage {
        base: &way.base,
        language: way.language,
        is_inside: way.link.is_none(),
        outcome,
        form,
        complaints,
        zone: db.clock().zone(),
        today: db.clock().today(),
    };
    if is_used(way) { views::thanks(&page) } else { views::outcome(&page) }
}

pub(super) async fn answer_by_link(
    link: Result<OutcomeLink>,
    speech: Speech,
    State(house): State<House>,
    Form(form): Form<AnswerForm>,
) -> Result<Response> {
    let way = by_link(&house.db, &speech, link).await;
    or_stopped(&house.db, &speech, answer(way, &house.db, None, form).await).await
}

pub(super) async fn answer_inside(
    visit: Result<Entrepreneur>,
    State(house): State<House>,
    Path(id): Path<String>,
    Form(form): Form<AnswerForm>,
) -> Result<Response> {
    let (inside, id) = (inside(visit)?, OutcomeId::parse(&id).ok_or(Error::NotFound)?);
    answer(Ok(by_own(&inside, &id)), &house.db, Some(id), form).await
}

async fn answer(way: Result<OwnWay>, db: &Db, id: Option<OutcomeId>, form: AnswerForm) -> Result<Response> {
    let way = way?;
    forms::check_key(&form.key)?;
    let outcome = opened(&way, db, id.clone()).await?;
    if is_used(&way) {
        return help_after(&way, db, &outcome, &form).await;
    }
    let said = match form.parse(&outcome, way.language) {
        Ok(said) => said,
        Err(complaints) => return Ok((StatusCode::UNPROCESSABLE_ENTITY, draw(&way, db, &outcome, &form, &complaints)).into_response()),
    };
    let (by, known, key, version) = (way.clone(), outcome.clone(), form.key.clone(), form.version);
    let written = db
        .write(way.actor.clone(), move |tx| {
            if tx.answer_to(&key)?.is_some() {
                return Ok(());
            }
            // Read anew: what stands may have been changed or taken back since the page was drawn.
            let outcome = queries::find_own(tx, &format!("[{}]", known.client.0), &known.id)?;
            let how = by.how();
            // Before the answer, whose line of the record holds both.
            if let Some(link) = &by.link {
                links::use_up(tx, link)?;
            }
            queries::answer(tx, &outcome, by.person, version, &said, how)?;
            tx.remember_answer(&key, "answered")
        })
        .await;
    match written {
        Err(Error::Stale) => {
            let (saved, mut complaints) = (opened(&way, db, id).await?, Complaints::default());
            complaints.add("answer", way.language.word("changed-since"));
            Ok((StatusCode::CONFLICT, draw(&way, db, &saved, &form, &complaints)).into_response())
        }
        written => written.map(|()| Redirect::to(&way.base).into_response()),
    }
}

/// The link did its work; only whether we helped can still be said by it, once.
async fn help_after(way: &OwnWay, db: &Db, outcome: &Outcome, form: &AnswerForm) -> Result<Response> {
    if let Ok(helped) = Helped::parse(&form.helped) {
        let (outcome, person) = (outcome.clone(), way.person);
        db.write(way.actor.clone(), move |tx| queries::say_helped(tx, &outcome, person, helped)).await?;
    }
    Ok(Redirect::to(&way.base).into_response())
}

/// The choice of a language by the link: it is the person's.
pub(super) async fn choose_language(
    link: Result<OutcomeLink>,
    speech: Speech,
    State(house): State<House>,
    Query(next): Query<Next>,
    Form(form): Form<LanguageForm>,
) -> Result<Response> {
    let done = match by_link(&house.db, &speech, link).await {
        Ok(way) => way.choose_language(&house.db, &next, &form).await.map(IntoResponse::into_response),
        Err(cause) => Err(cause),
    };
    or_stopped(&house.db, &speech, done).await
}

pub(super) async fn own_list(visit: Result<Entrepreneur>, State(house): State<House>, Query(leaf): Query<Leaf>) -> Result<Response> {
    let inside = inside(visit)?;
    let (person, today) = (inside.person, house.db.clock().today());
    let outcomes = house.db.read(move |conn| queries::list_own(conn, &spoken_for(conn, person, today)?, leaf.window())).await?;
    let (outcomes, has_more) = leaf.of_window(outcomes);
    Ok(views::list(inside.language, &outcomes, leaf, has_more, today).into_response())
}
