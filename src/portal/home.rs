//! The first of somebody's own pages: what they have to do, what goes on, what is over.

use super::language::OwnLine;
use super::sharing;
use super::views::home as views;
use crate::auth::House;
use crate::auth::own::{AtHome, Entrepreneur, Inside, Proof, devices, kept};
use crate::auth::queries::own::{self as visits, Device};
use crate::consent;
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::outcomes::{Outcome, queries as outcomes};
use crate::people::queries as people;
use crate::referrals::status_page::{self, NeedToDo};
use crate::referrals::words::Facts;
use crate::referrals::{Referral, own_words, queries};
use crate::stories::{Story, queries as stories};
use crate::values::{Day, Instant};
use crate::web::{Leaf, Query};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use rusqlite::Connection;
use tower_sessions::Session;

/// The most that goes on at once on one page.
const OPEN: i64 = 60;

/// Outcomes that are asked about on one page.
const ASKED: i64 = 20;

/// Something that waits for them, with the button or the link that answers it.
pub(super) enum Todo {
    /// May we share this? The exact words, and the partners' referrals as a form takes them.
    Share { words: String, with: Vec<String> },
    /// A permission that ends soon.
    Renew(String),
    /// Something on the page of the referral, and where on it.
    Look(String, &'static str),
}

/// A referral that goes on.
pub(super) struct Card {
    pub referral: Referral,
    /// How it is, in one sentence.
    pub headline: String,
    /// Who has the next move, by when.
    pub moves: String,
    /// The day of the last news.
    pub news_on: Option<Day>,
    /// The number to call with questions.
    pub phone: Option<String>,
    /// What it is about, inside a sentence.
    pub need: String,
}

/// What the page shows.
pub(super) struct Home {
    pub language: Language,
    pub first_name: Option<String>,
    pub todos: Vec<(Referral, String, Todo)>,
    /// What came of it, where they are asked whether it is right.
    pub outcomes: Vec<Outcome>,
    /// Stories that they are asked about, or whose yes ends soon.
    pub stories: Vec<Story>,
    pub cards: Vec<Card>,
    /// What is over, and how it ended.
    pub finished: Vec<(Referral, String, String)>,
    pub leaf: Leaf,
    pub has_more: bool,
    /// They speak for more than one business.
    pub has_several: bool,
    /// They may ask for help with something else: trainees ask their advisor.
    pub may_ask: bool,
    pub devices: Vec<(Device, Day, Day)>,
    /// They came by a device that stays signed in.
    pub is_remembered: bool,
    /// Something they typed waits to be sent.
    pub has_typed: bool,
    /// Whom to call for an interpreter, in a language that has no catalog.
    pub line: Option<(OwnLine, String, String)>,
    pub today: Day,
}

pub(super) async fn home_page(
    visit: Result<AtHome>,
    State(house): State<House>,
    session: Session,
    Query(leaf): Query<Leaf>,
) -> Result<Response> {
    let AtHome(inside) = visit?;
    let has_typed = kept::of(&session, inside.person).await?.is_some() && !matches!(inside.proof, Proof::Remembered(_));
    let (clock, who) = (house.db.clock().clone(), inside.clone());
    let mut home = house.db.read(move |conn| look(conn, &who, leaf, clock.today(), clock.now(), clock.zone())).await?;
    home.has_typed = has_typed;
    Ok(views::home(&home).into_response())
}

fn look(conn: &Connection, inside: &Inside, leaf: Leaf, today: Day, now: Instant, zone: &crate::values::Zone) -> Result<Home> {
    let (person, language) = (inside.person, inside.language);
    let owner = people::find_anyone(conn, person)?;
    let open = if leaf.page == 0 { queries::own_open(conn, person, today, OPEN)? } else { Vec::new() };
    let standings = queries::standings(conn, person, today)?;
    let businesses = queries::spoken_for(conn, person, today)?;
    let asked_outcomes = outcomes::list_own_waiting(conn, &businesses, ASKED)?;
    let asked_stories = stories::list_own_waiting(conn, &businesses, today, ASKED)?;
    let (mut todos, mut cards, mut asked) = (Vec::new(), Vec::new(), Vec::new());
    for referral in open {
        let (card, todo) = one(conn, referral, language, today, now, zone)?;
        if let Some(todo) = todo
            && is_first(&card.referral, &todo, &mut asked)
        {
            todos.push((card.referral.clone(), card.need.clone(), todo));
        }
        cards.push(card);
    }
    let finished = queries::own_finished(conn, person, today, now, leaf.window())?;
    let (finished, has_more) = leaf.of_window(finished);
    let devices = visits::devices_of(conn, person, now)?;
    let mut businesses: Vec<i64> = standings.iter().map(|standing| standing.business).collect();
    businesses.dedup();
    let line = OwnLine::of(Some(&owner))
        .zip(cards.first())
        .and_then(|(line, card)| Some((line, card.referral.program_name.clone(), card.phone.clone()?)));
    Ok(Home {
        language,
        line,
        first_name: Some(owner.given_name().to_owned()).filter(|name| !name.is_empty()),
        todos,
        outcomes: asked_outcomes,
        stories: asked_stories,
        cards,
        finished: finished.into_iter().map(|referral| over(conn, referral, language, today)).collect::<Result<_>>()?,
        leaf,
        has_more,
        has_several: businesses.len() > 1,
        may_ask: !standings.is_empty() && inside.helper().is_none(),
        devices: devices
            .into_iter()
            .map(|device| (zone.day(device.since), zone.day(device.until), device))
            .map(|(since, until, device)| (device, since, until))
            .collect(),
        is_remembered: matches!(inside.proof, Proof::Remembered(_)),
        has_typed: false,
        today,
    })
}

/// One question about several partners stands there once.
fn is_first(referral: &Referral, todo: &Todo, asked: &mut Vec<String>) -> bool {
    let Todo::Share { with, .. } = todo else { return true };
    let id = referral.id.to_string();
    let is_new = !asked.contains(&id);
    asked.extend(with.iter().filter_map(|value| value.split_once('.')).map(|(id, _)| id.to_owned()));
    is_new
}

fn one(
    conn: &Connection,
    referral: Referral,
    language: Language,
    today: Day,
    now: Instant,
    zone: &crate::values::Zone,
) -> Result<(Card, Option<Todo>)> {
    let yes = consent::queries::live_for(conn, referral.key, today)?;
    let story = queries::story(conn, referral)?;
    let sharing = sharing::look(conn, &story, yes.as_ref(), language, today, now)?;
    let words = queries::telling(conn, &story, today, language)?;
    let (status, facts) = (story.state.now.status, words.facts());
    // The page says who somebody is once, at its head.
    let facts = Facts { first_name: None, ..facts };
    let todo = match (&sharing.question, sharing.is_renewable) {
        (Some((words, partners)), _) => {
            Some(Todo::Share { words: words.clone(), with: partners.iter().map(|partner| partner.value.clone()).collect() })
        }
        (None, true) => Some(Todo::Renew(own_words::renewal(&facts))),
        (None, false) => match status_page::need_to_do(status, &facts) {
            NeedToDo::Something(words) if queries::is_theirs_to_do(&story.referral, today) => {
                Some(Todo::Look(words, place(&facts, status)))
            }
            _ => None,
        },
    };
    let card = Card {
        headline: language.sentence(&status_page::headline(status, &facts)),
        moves: own_words::who_moves(&facts),
        news_on: story.log.last().map(|line| zone.day(line.at)),
        phone: words.phone.clone(),
        need: words.need.clone(),
        referral: story.referral,
    };
    Ok((card, todo))
}

/// Where on the page of the referral it is answered.
fn place(facts: &Facts<'_>, status: crate::referrals::Status) -> &'static str {
    match status {
        crate::referrals::Status::Completed => "/answer",
        _ if facts.question.is_some() => "/answer",
        _ => "#do",
    }
}

fn over(conn: &Connection, referral: Referral, language: Language, today: Day) -> Result<(Referral, String, String)> {
    let story = queries::story(conn, referral)?;
    let words = queries::telling(conn, &story, today, language)?;
    let facts = Facts { first_name: None, ..words.facts() };
    let said = language.sentence(&status_page::headline(story.state.now.status, &facts));
    Ok((story.referral, words.need.clone(), said))
}

/// What somebody had typed when their visit ended, to be sent or thrown away.
pub(super) async fn kept_page(visit: Result<Entrepreneur>, State(house): State<House>, session: Session) -> Result<Response> {
    let Entrepreneur(inside) = visit?;
    let typed = kept::of(&session, inside.person).await?;
    let fields = typed.as_ref().and_then(|typed| kept::open(house.db.keys(), typed));
    match typed.zip(fields) {
        Some((typed, fields)) => Ok(views::kept(inside.language, &typed.path, &fields).into_response()),
        None => Ok(Redirect::to("/me").into_response()),
    }
}

/// It is not wanted any more.
pub(super) async fn drop_kept(Entrepreneur(_): Entrepreneur, session: Session) -> Result<Redirect> {
    kept::drop_it(&session).await?;
    Ok(Redirect::to("/me"))
}

/// The browser forgets what it keeps of these pages: what was drawn, and what scripts put aside.
const FORGET: &str = "\"cache\", \"storage\"";

/// Leaving works also when the visit is over already. On a shared telephone nothing stays: no page, no draft, no device.
pub(super) async fn sign_out(_: Result<AtHome>, State(house): State<House>, session: Session, headers: HeaderMap) -> Result<Response> {
    crate::auth::own::end(&session).await?;
    let device = devices::end(&house, &headers).await?;
    Ok(forgetting(Redirect::to("/me/sign-in"), device))
}

/// Every visit and every device of theirs, this one too.
pub(super) async fn sign_out_everywhere(
    visit: Result<Entrepreneur>,
    State(house): State<House>,
    session: Session,
    headers: HeaderMap,
) -> Result<Response> {
    let Entrepreneur(inside) = visit?;
    let (person, actor) = (inside.person, inside.actor());
    house.db.write(actor, move |tx| visits::end_devices(tx, person)).await?;
    crate::auth::own::end(&session).await?;
    house.sessions.end_of_person(person).await?;
    let device = devices::end(&house, &headers).await?;
    Ok(forgetting(Redirect::to("/me/sign-in"), device))
}

fn forgetting(to: Redirect, device: Option<HeaderValue>) -> Response {
    let mut response = to.into_response();
    response.headers_mut().insert(HeaderName::from_static("clear-site-data"), HeaderValue::from_static(FORGET));
    if let Some(cookie) = device {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// Pages that only somebody who is inside sees: the door stands before them, so being here without a visit is a mistake of ours.
pub(super) fn inside(visit: Result<Entrepreneur>) -> Result<Inside> {
    visit.map(|Entrepreneur(inside)| inside).map_err(|cause| match cause {
        Error::NotFound => Error::Unauthenticated,
        cause => cause,
    })
}
