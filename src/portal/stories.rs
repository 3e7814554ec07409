//! A story about somebody's business, as they read it: exactly as it would be shown, with yes, no, something different, and taking a yes
//! back. By a private link, or on their own pages. Looking changes nothing; a press does.

use super::home::inside;
use super::language::{LanguageForm, Next};
use super::own_way::OwnWay;
use super::page::or_stopped;
use super::views::stories::{self as views, StoryPage};
use crate::auth::House;
use crate::auth::links::StoryLink;
use crate::auth::own::{Entrepreneur, Inside};
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::referrals::queries::spoken_for;
use crate::store::Db;
use crate::stories::queries::{self, By};
use crate::stories::{LONGEST_DAYS, Said, Story, Uses, form};
use crate::values::{Day, Note, StoryId};
use crate::web::speech::Speech;
use crate::web::{Complaints, Form, Leaf, Query, forms};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

async fn by_link(db: &Db, speech: &Speech, link: Result<StoryLink>) -> Result<OwnWay> {
    let StoryLink(link, token) = link?;
    OwnWay::link(db, speech, link, format!("/y/{token}")).await
}

fn by_own(inside: &Inside, id: &StoryId) -> OwnWay {
    OwnWay::inside(inside, format!("/me/stories/{id}"))
}

/// The story that it opens, in a reader or under the writer's eyes.
fn opened(way: &OwnWay, conn: &rusqlite::Connection, id: Option<&StoryId>, today: Day) -> Result<Story> {
    match (&way.link, id) {
        (Some(link), _) => queries::find_by_link(conn, link, today),
        (None, Some(id)) => queries::find_own(conn, &spoken_for(conn, way.person, today)?, id, today),
        (None, None) => Err(Error::NotFound),
    }
}

async fn read(way: &OwnWay, db: &Db, id: Option<StoryId>) -> Result<Story> {
    let (way, today) = (way.clone(), db.clock().today());
    db.read(move |conn| opened(&way, conn, id.as_ref(), today)).await
}

/// An answer as it was posted.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct AnswerForm {
    key: String,
    version: i64,
    /// What the very text that they saw is known by.
    shown: String,
    /// Which of the forms was sent.
    answer: String,
    pub public: Option<String>,
    pub reports: Option<String>,
    pub export: Option<String>,
    pub until: String,
    pub words: String,
}

impl AnswerForm {
    /// One that nothing was typed into: for as long as may be, and no place ticked. A yes is theirs to tick.
    fn fresh(today: Day) -> Self {
        Self { until: today.plus_days(LONGEST_DAYS).to_string(), ..Self::default() }
    }

    /// What they say, if there is nothing to complain about.
    fn parse(&self, story: &Story, language: Language, today: Day) -> std::result::Result<Said, Complaints> {
        let mut complaints = Complaints::default();
        let said = match self.answer.as_str() {
            "agreed" => {
                let ticked = Uses { public: self.public.is_some(), reports: self.reports.is_some(), export: self.export.is_some() };
                let uses = ticked.and(story.facts.uses);
                if uses.is_none() {
                    complaints.add("places", language.word("story-choose-place"));
                }
                let until = form::until(&self.until, today).ok();
                if until.is_none() {
                    complaints.add("until", language.word("story-until-wrong"));
                }
                until.map(|until| Said::Agreed(uses, until))
            }
            "refused" => Some(Said::Refused),
            "wished" => {
                let words = complaints.take("words", Note::maybe(&self.words, "your message")).flatten();
                if words.is_none() && complaints.is_empty() {
                    complaints.add("words", language.word("story-wish-missing"));
                }
                words.map(|words| Said::Wished(words.to_string()))
            }
            _ => {
                complaints.add("places", language.word("story-choose"));
                None
            }
        };
        complaints.in_language(language).or(said)
    }
}

pub(super) async fn link_page(link: Result<StoryLink>, speech: Speech, State(house): State<House>) -> Result<Response> {
    let way = by_link(&house.db, &speech, link).await;
    or_stopped(&house.db, &speech, show(way, &house.db, None).await).await
}

pub(super) async fn own_page(visit: Result<Entrepreneur>, State(house): State<House>, Path(id): Path<String>) -> Result<Response> {
    let (inside, id) = (inside(visit)?, StoryId::parse(&id).ok_or(Error::NotFound)?);
    show(Ok(by_own(&inside, &id)), &house.db, Some(id)).await
}

async fn show(way: Result<OwnWay>, db: &Db, id: Option<StoryId>) -> Result<Response> {
    let way = way?;
    let story = read(&way, db, id).await?;
    Ok(draw(&way, db, &story, &AnswerForm::fresh(db.clock().today()), &Complaints::default()).into_response())
}

fn draw(way: &OwnWay, db: &Db, story: &Story, form: &AnswerForm, complaints: &Complaints) -> maud::Markup {
    views::story(&StoryPage {
        base: &way.base,
        language: way.language,
        is_inside: way.link.is_none(),
        story,
        form,
        complaints,
        zone: db.clock().zone(),
        today: db.clock().today(),
    })
}

pub(super) async fn answer_by_link(
    link: Result<StoryLink>,
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
    let (inside, id) = (inside(visit)?, StoryId::parse(&id).ok_or(Error::NotFound)?);
    answer(Ok(by_own(&inside, &id)), &house.db, Some(id), form).await
}

async fn answer(way: Result<OwnWay>, db: &Db, id: Option<StoryId>, form: AnswerForm) -> Result<Response> {
    let way = way?;
    forms::check_key(&form.key)?;
    let (story, today) = (read(&way, db, id.clone()).await?, db.clock().today());
    let said = match form.parse(&story, way.language, today) {
        Ok(said) => said,
        Err(complaints) => return Ok((StatusCode::UNPROCESSABLE_ENTITY, draw(&way, db, &story, &form, &complaints)).into_response()),
    };
    let (by, sought, typed) = (way.clone(), id.clone(), form.clone());
    let written = db
        .write(way.actor.clone(), move |tx| {
            if tx.answer_to(&typed.key)?.is_some() {
                return Ok(());
            }
            // Read anew: it may have been changed or taken back since the page was drawn.
            let story = opened(&by, tx, sought.as_ref(), tx.today())?;
            if matches!(said, Said::Agreed(..)) && !story.may_agree(tx.today()) {
                return Err(Error::Stale);
            }
            let who = By { person: by.person, way: by.how(), witness: None, language: by.language };
            queries::answer(tx, &story, (typed.version, &typed.shown), &said, who)?;
            tx.remember_answer(&typed.key, "answered")
        })
        .await;
    match written {
        Err(Error::Stale) => {
            let (saved, mut complaints) = (read(&way, db, id).await?, Complaints::default());
            complaints.add("story", way.language.word("changed-since"));
            Ok((StatusCode::CONFLICT, draw(&way, db, &saved, &form, &complaints)).into_response())
        }
        written => written.map(|()| Redirect::to(&way.base).into_response()),
    }
}

/// One button.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct PressForm {
    key: String,
}

pub(super) async fn withdraw_by_link(
    link: Result<StoryLink>,
    speech: Speech,
    State(house): State<House>,
    Form(form): Form<PressForm>,
) -> Result<Response> {
    let way = by_link(&house.db, &speech, link).await;
    or_stopped(&house.db, &speech, withdraw(way, &house.db, None, &form).await).await
}

pub(super) async fn withdraw_inside(
    visit: Result<Entrepreneur>,
    State(house): State<House>,
    Path(id): Path<String>,
    Form(form): Form<PressForm>,
) -> Result<Response> {
    let (inside, id) = (inside(visit)?, StoryId::parse(&id).ok_or(Error::NotFound)?);
    withdraw(Ok(by_own(&inside, &id)), &house.db, Some(id), &form).await
}

async fn withdraw(way: Result<OwnWay>, db: &Db, id: Option<StoryId>, form: &PressForm) -> Result<Response> {
    let way = way?;
    forms::check_key(&form.key)?;
    let by = way.clone();
    db.write(way.actor.clone(), move |tx| {
        let story = opened(&by, tx, id.as_ref(), tx.today())?;
        queries::withdraw(tx, &story, by.person, by.how())
    })
    .await?;
    Ok(Redirect::to(&way.base).into_response())
}

/// The choice of a language by the link: it is the person's.
pub(super) async fn choose_language(
    link: Result<StoryLink>,
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
    let stories = house.db.read(move |conn| queries::list_own(conn, &spoken_for(conn, person, today)?, today, leaf.window())).await?;
    let (stories, has_more) = leaf.of_window(stories);
    Ok(views::list(inside.language, &stories, leaf, has_more, today).into_response())
}
