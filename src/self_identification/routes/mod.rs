//! Answering, changing and deleting: by private link, on a device that is handed over, and from inside one's own pages.

mod office;
mod settings;

use super::forms::{Typed, parse};
use super::way::{Came, Way};
use super::{Sitting, queries, views};
use crate::auth::links::SelfIdLink;
use crate::auth::own::{Entrepreneur, Inside};
use crate::auth::{Guest, House, Route};
use crate::error::{Error, Result};
use crate::firewall::{self, OwnEyes};
use crate::i18n::{Args, Language};
use crate::people::queries as people;
use crate::values::{Question, Vocabulary};
use crate::web::speech::Asked;
use crate::web::{Access, Complaints, Form, Query, get, post};
use axum::extract::{Path, State};
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/about-me/{token}", &[A::ClientLink], first_page),
        get("/about-me/{token}/questions/{question}", &[A::ClientLink], question_page),
        post("/about-me/{token}/questions/{question}", &[A::ClientLink], answer),
        get("/about-me/{token}/saved", &[A::ClientLink], saved_page),
        post("/about-me/{token}/deleting", &[A::ClientLink], delete),
        post("/about-me/{token}/ending", &[A::ClientLink], end),
        post("/about-me/{token}/language", &[A::ClientLink], choose_language),
        get("/me/about-me", &[A::Client], own_page),
        get("/me/about-me/questions/{question}", &[A::Client], own_question_page),
        post("/me/about-me/questions/{question}", &[A::Client], answer_inside),
        post("/me/about-me/deleting", &[A::Client], delete_inside),
        post("/me/about-me/keeping", &[A::Client], keep_inside),
        get("/never-asked", &[A::Public], never_page),
        get("/handed-back", &[A::Public], handed_back_page),
        post("/clients/{id}/self-identification-sittings", &[A::Advisor, A::Manager], office::hand_over),
        get("/clients/{id}/owners/{person}/read-out", &[A::Advisor, A::Manager], office::read_out_page),
        post("/clients/{id}/owners/{person}/read-out", &[A::Advisor, A::Manager], office::read_out),
        get("/programs/{id}/questions", &[A::Manager, A::Admin], settings::questions_page),
        post("/programs/{id}/questions", &[A::Manager, A::Admin], settings::set_questions),
        post("/programs/{id}/income-limits", &[A::Manager, A::Admin], settings::set_limits),
    ]
}

/// A question that is asked of this person; any other looks like none.
fn asked(sitting: &Sitting, code: &str) -> Result<Question> {
    let question = Question::parse(code).map_err(|_| Error::NotFound)?;
    if sitting.asked.questions.contains(&question) { Ok(question) } else { Err(Error::NotFound) }
}

async fn first_page(SelfIdLink(link, token): SelfIdLink, State(house): State<House>, reads: Asked) -> Result<Response> {
    let way = Way::link(&house.db, link, &token, reads).await?;
    let sitting = way.sitting(&house.db).await?;
    let Some(first) = sitting.asked.questions.first().copied() else {
        return Ok(views::summary(&way, &sitting, None, None).into_response());
    };
    Ok(views::question(&way, &sitting, first, &Typed::default(), &Complaints::default()).into_response())
}

async fn question_page(
    SelfIdLink(link, token): SelfIdLink,
    State(house): State<House>,
    Path((_, question)): Path<(String, String)>,
    reads: Asked,
) -> Result<Response> {
    draw_question(&house, &Way::link(&house.db, link, &token, reads).await?, &question).await
}

async fn own_question_page(
    Entrepreneur(inside): Entrepreneur,
    State(house): State<House>,
    Path(question): Path<String>,
    reads: Asked,
) -> Result<Response> {
    draw_question(&house, &Way::inside(&house.db, &inside, reads).await?, &question).await
}

async fn draw_question(house: &House, way: &Way, question: &str) -> Result<Response> {
    let sitting = way.sitting(&house.db).await?;
    let question = asked(&sitting, question)?;
    Ok(views::question(way, &sitting, question, &Typed::default(), &Complaints::default()).into_response())
}

type Fields = Form<Vec<(String, String)>>;

async fn answer(
    SelfIdLink(link, token): SelfIdLink,
    State(house): State<House>,
    Path((_, question)): Path<(String, String)>,
    reads: Asked,
    Form(fields): Fields,
) -> Result<Response> {
    take(&house, Way::link(&house.db, link, &token, reads).await?, None, &question, fields).await
}

async fn answer_inside(
    Entrepreneur(inside): Entrepreneur,
    State(house): State<House>,
    Path(question): Path<String>,
    reads: Asked,
    Form(fields): Fields,
) -> Result<Response> {
    take(&house, Way::inside(&house.db, &inside, reads).await?, Some(&inside), &question, fields).await
}

/// Takes what a question's page sends: an answer, the wish not to answer, or that the page is passed over.
async fn take(house: &House, way: Way, inside: Option<&Inside>, question: &str, fields: Vec<(String, String)>) -> Result<Response> {
    let sitting = way.sitting(&house.db).await?;
    let (question, typed, language) = (asked(&sitting, question)?, Typed::read(fields)?, way.language);
    let complain = |status: StatusCode, complaints: &Complaints| {
        Ok((status, views::question(&way, &sitting, question, &typed, complaints)).into_response())
    };
    let field = super::forms::field_of(question);
    let one = |key: &str| {
        let mut complaints = Complaints::default();
        complaints.add(field, language.sentence(&language.say(key, Args::default())));
        complaints
    };
    // Nobody answers under words they have not read.
    if typed.one("notice") != sitting.version {
        return complain(StatusCode::CONFLICT, &one("self-wrong-notice"));
    }
    let reply = match (typed.has("skip"), parse(&typed, question, &sitting.asked, language)) {
        (true, _) => None,
        (false, Ok(Some(reply))) => Some(reply.in_visit_of(inside)),
        (false, Ok(None)) => return complain(StatusCode::UNPROCESSABLE_ENTITY, &one("self-wrong-none")),
        (false, Err(complaints)) => return complain(StatusCode::UNPROCESSABLE_ENTITY, &complaints),
    };
    let (person, next, has_reply, version) = (way.person, sitting.after(question), reply.is_some(), sitting.version.clone());
    let ends = match &way.came {
        Came::Sitting(link) if next.is_none() => Some(link.clone()),
        _ => None,
    };
    house
        .db
        .write(way.actor.clone(), move |tx| {
            queries::save(tx, person, question, reply, (&version, language))?;
            ends.map_or(Ok(()), |link| queries::end_sitting(tx, &link))
        })
        .await?;
    Ok(match next {
        Some(next) => Redirect::to(&way.question(next)).into_response(),
        None if way.is_sitting() => handed_back(&way),
        None => Redirect::to(&way.done(if has_reply { "saved" } else { "skipped" })).into_response(),
    })
}

/// Away from the pages of the person, with what the browser keeps of them.
fn handed_back(way: &Way) -> Response {
    let clear = (HeaderName::from_static("clear-site-data"), "\"cache\"");
    ([clear], Redirect::to(&format!("/handed-back?language={}", way.language.code()))).into_response()
}

async fn end(SelfIdLink(link, token): SelfIdLink, State(house): State<House>, reads: Asked, Form(_): Form<Nothing>) -> Result<Response> {
    let way = Way::link(&house.db, link, &token, reads).await?;
    let Came::Sitting(link) = &way.came else { return Err(Error::NotFound) };
    let link = link.clone();
    house.db.write(way.actor.clone(), move |tx| queries::end_sitting(tx, &link)).await?;
    Ok(handed_back(&way))
}

#[derive(serde::Deserialize)]
struct Done {
    done: Option<String>,
}

async fn saved_page(
    SelfIdLink(link, token): SelfIdLink,
    State(house): State<House>,
    reads: Asked,
    Query(query): Query<Done>,
) -> Result<Response> {
    let way = Way::link(&house.db, link, &token, reads).await?;
    let sitting = way.sitting(&house.db).await?;
    Ok(views::summary(&way, &sitting, query.done.as_deref(), None).into_response())
}

/// With a mailed code what was said is shown; with a letter code only when.
async fn own_page(
    Entrepreneur(inside): Entrepreneur,
    State(house): State<House>,
    reads: Asked,
    Query(query): Query<Done>,
) -> Result<Response> {
    let eyes = OwnEyes::of(&inside);
    let way = Way::inside(&house.db, &inside, reads).await?;
    let (sitting, keys) = (way.sitting(&house.db).await?, house.db.clone());
    let own = house.db.read(move |conn| eyes.map(|eyes| firewall::own(conn, keys.keys(), &eyes)).transpose()).await?;
    Ok(views::summary(&way, &sitting, query.done.as_deref(), own.as_ref()).into_response())
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Which {
    question: Option<String>,
}

impl Which {
    /// One question, or all.
    fn question(&self) -> Result<Option<Question>> {
        self.question.as_deref().map(|code| Question::parse(code).map_err(|_| Error::NotFound)).transpose()
    }
}

async fn delete(
    SelfIdLink(link, token): SelfIdLink,
    State(house): State<House>,
    reads: Asked,
    Form(form): Form<Which>,
) -> Result<Redirect> {
    erase(&house, Way::link(&house.db, link, &token, reads).await?, form.question()?).await
}

async fn delete_inside(
    Entrepreneur(inside): Entrepreneur,
    State(house): State<House>,
    reads: Asked,
    Form(form): Form<Which>,
) -> Result<Redirect> {
    erase(&house, Way::inside(&house.db, &inside, reads).await?, form.question()?).await
}

async fn erase(house: &House, way: Way, question: Option<Question>) -> Result<Redirect> {
    let person = way.person;
    house.db.write(way.actor.clone(), move |tx| queries::delete(tx, person, question)).await?;
    Ok(Redirect::to(&way.done("deleted")))
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Keeping {
    notice: String,
}

/// Under the notice that they read: where it changed once more meanwhile, they are shown it again. Without a code that was mailed the
/// page says what is possible instead.
async fn keep_inside(
    Entrepreneur(inside): Entrepreneur,
    State(house): State<House>,
    reads: Asked,
    Form(form): Form<Keeping>,
) -> Result<Redirect> {
    let way = Way::inside(&house.db, &inside, reads).await?;
    let sitting = way.sitting(&house.db).await?;
    if !way.may_keep || form.notice != sitting.version {
        return Ok(Redirect::to(&way.base));
    }
    let (person, language) = (way.person, way.language);
    house.db.write(way.actor.clone(), move |tx| queries::keep_answers(tx, person, (&form.notice, language))).await?;
    Ok(Redirect::to(&way.done("kept")))
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Spoken {
    language: String,
}

/// The language of whoever gives a device back.
#[derive(serde::Deserialize)]
struct Spoke {
    language: Option<String>,
}

/// Where on the pages the language was chosen.
#[derive(serde::Deserialize)]
struct At {
    at: Option<String>,
}

async fn choose_language(
    SelfIdLink(link, token): SelfIdLink,
    State(house): State<House>,
    reads: Asked,
    Query(at): Query<At>,
    Form(form): Form<Spoken>,
) -> Result<Redirect> {
    let way = Way::link(&house.db, link, &token, reads).await?;
    let (person, language) = (way.person, Language::find(&form.language).ok_or(Error::NotFound)?);
    house.db.write(way.actor.clone(), move |tx| people::choose_language(tx, person, language)).await?;
    let question = at.at.as_deref().and_then(|code| Question::parse(code).ok());
    Ok(Redirect::to(&question.map_or_else(|| way.done("nothing"), |question| way.question(question))))
}

async fn never_page(Guest(_): Guest, Asked(reads): Asked) -> Response {
    views::never(reads.unwrap_or_default()).into_response()
}

async fn handed_back_page(Guest(_): Guest, Query(spoken): Query<Spoke>, Asked(reads): Asked) -> Response {
    let language = spoken.language.as_deref().and_then(Language::find).or(reads);
    views::handed_back(language.unwrap_or_default()).into_response()
}
