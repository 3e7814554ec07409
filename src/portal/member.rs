//! The page of a member of a deciding body, by private link: what they say of themselves in public, in their own words and by their own yes.
//! Looking changes nothing.

use super::page::stopped;
use super::views::member::{self as views, MemberPage};
use crate::auth::House;
use crate::auth::links::MemberLink;
use crate::bodies::{MOST_WORDS, Member, queries};
use crate::error::{Error, Result};
use crate::i18n::{Args, Language};
use crate::store::Db;
use crate::values::Note;
use crate::web::speech::Speech;
use crate::web::{Complaints, Form, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// What they wrote.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct WordsForm {
    key: String,
    pub words: String,
    pub agrees: Option<String>,
}

impl WordsForm {
    /// Their words, if they wrote some and agreed.
    fn parse(&self, language: Language) -> std::result::Result<String, Complaints> {
        let mut complaints = Complaints::default();
        let words = complaints.take("words", Note::maybe(&self.words, "your message")).flatten();
        let length = words.as_ref().map_or(0, |words| words.as_str().chars().count());
        if words.is_none() && complaints.is_empty() {
            complaints.add("words", language.word("member-words-missing"));
        }
        if length > MOST_WORDS {
            let has = i64::try_from(length).unwrap_or(i64::MAX);
            complaints.add("words", language.say("member-too-long", Args::default().with("has", language.number(has))));
        }
        if self.agrees.is_none() {
            complaints.add("agrees", language.word("member-agree-first"));
        }
        complaints.in_language(language).or(words.map(|words| words.to_string()))
    }
}

/// Whoever has no account reads in the language of their browser, or the one they chose on the page.
fn language_of(speech: &Speech) -> Language {
    let language = speech.asked.or_english();
    speech.known.is(language);
    language
}

async fn draw(db: &Db, link: &MemberLink, language: Language, form: Option<&WordsForm>, complaints: &Complaints) -> Result<Response> {
    let MemberLink(link, token) = link;
    let opened = link.clone();
    let (member, program) = db
        .read(move |conn| {
            let member = queries::find_by_link(conn, &opened)?;
            let program = crate::programs::queries::find(conn, member.program)?;
            Ok((member, program))
        })
        .await?;
    let page = MemberPage {
        language,
        base: format!("/m/{token}"),
        member: &member,
        program: &program,
        until: db.clock().zone().day(link.expires_at),
        today: db.clock().today(),
        zone: db.clock().zone(),
    };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::page(&page, form, complaints)).into_response())
}

async fn or_stopped(db: &Db, speech: &Speech, drawn: Result<Response>) -> Result<Response> {
    match drawn {
        Err(Error::NotFound) => stopped(db, speech).await,
        drawn => drawn,
    }
}

pub(super) async fn member_page(link: Result<MemberLink>, speech: Speech, State(house): State<House>) -> Result<Response> {
    let drawn = match link {
        Ok(link) => draw(&house.db, &link, language_of(&speech), None, &Complaints::default()).await,
        Err(cause) => Err(cause),
    };
    or_stopped(&house.db, &speech, drawn).await
}

pub(super) async fn say(
    link: Result<MemberLink>,
    speech: Speech,
    State(house): State<House>,
    Form(form): Form<WordsForm>,
) -> Result<Response> {
    let link = match link {
        Ok(link) => link,
        Err(cause) => return or_stopped(&house.db, &speech, Err(cause)).await,
    };
    forms::check_key(&form.key)?;
    let language = language_of(&speech);
    let words = match form.parse(language) {
        Ok(words) => words,
        Err(complaints) => return draw(&house.db, &link, language, Some(&form), &complaints).await,
    };
    let said = act(&house.db, &link, &form.key, move |tx, member| queries::say(tx, member, &words, language.code())).await;
    or_stopped(&house.db, &speech, said).await
}

/// A deed of the member, once, however often it is pressed.
async fn act(
    db: &Db,
    link: &MemberLink,
    key: &str,
    deed: impl FnOnce(&crate::store::Tx<'_>, &Member) -> Result<()> + Send + 'static,
) -> Result<Response> {
    let MemberLink(link, token) = link;
    let (opened, key, address) = (link.clone(), key.to_owned(), format!("/m/{token}"));
    db.write(link.actor(), move |tx| {
        let member = queries::find_by_link(tx, &opened)?;
        if tx.answer_to(&key)?.is_none() {
            deed(tx, &member)?;
            tx.remember_answer(&key, "member")?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address).into_response())
}

/// A press of one button.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct PressForm {
    key: String,
}

/// A deed that one button is for.
async fn press(
    house: &House,
    speech: &Speech,
    link: Result<MemberLink>,
    form: &PressForm,
    deed: impl FnOnce(&crate::store::Tx<'_>, &Member) -> Result<()> + Send + 'static,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let done = match link {
        Ok(link) => act(&house.db, &link, &form.key, deed).await,
        Err(cause) => Err(cause),
    };
    or_stopped(&house.db, speech, done).await
}

pub(super) async fn withdraw(
    link: Result<MemberLink>,
    speech: Speech,
    State(house): State<House>,
    Form(form): Form<PressForm>,
) -> Result<Response> {
    press(&house, &speech, link, &form, queries::withdraw).await
}

pub(super) async fn remove_name(
    link: Result<MemberLink>,
    speech: Speech,
    State(house): State<House>,
    Form(form): Form<PressForm>,
) -> Result<Response> {
    press(&house, &speech, link, &form, queries::remove_name).await
}
