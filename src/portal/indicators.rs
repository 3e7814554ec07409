//! What is counted in the programs that somebody's businesses are in: what is proposed and chosen, with its figures; a proposal in their own
//! words, their order, what they say. The say is the person's own: no helper has it for them. A client counts once, however many own it.

use super::home::inside;
use super::views::indicators::{self as views, ListPage, OnePage};
use crate::auth::House;
use crate::auth::own::{Entrepreneur, Inside};
use crate::error::{Error, Result};
use crate::indicators::form::WordsForm;
use crate::indicators::queries::{self, Speaker};
use crate::indicators::{Client, Indicator, Point, last_closed};
use crate::referrals::queries::{Standing, standings};
use crate::values::{Day, IndicatorCommentId, IndicatorId, IndicatorStatus, Zone};
use crate::web::{Complaints, Form, Leaf, Query, forms};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rusqlite::Connection;

/// A proposal as it was typed, and for which business.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ProposalForm {
    key: String,
    /// The place in the list of businesses and programs.
    pub place: usize,
    pub words: String,
    pub named: String,
}

/// An order of proposals, by address; an empty one is none.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RankForm {
    key: String,
    /// The place in the list of businesses and programs.
    pub place: usize,
    pub first: String,
    pub second: String,
    pub third: String,
}

/// What came back with complaints.
#[derive(Debug, Default)]
pub(super) struct Typed {
    pub proposal: ProposalForm,
    /// The order that was typed, where the complaints are about it.
    pub order: Option<RankForm>,
    pub complaints: Complaints,
}

/// A client in a program with the proposals of it and the client's own order.
pub(super) struct Voting {
    pub standing: Standing,
    pub proposals: Vec<Indicator>,
    pub order: Vec<IndicatorId>,
}

fn client(standing: &Standing, person: i64) -> Client {
    Client { program: standing.program.0, business: standing.business, person }
}

/// Row keys of the programs, as a JSON list.
fn programs(standings: &[Standing]) -> Result<String> {
    let keys: Vec<i64> = standings.iter().map(|standing| standing.program.0).collect();
    Ok(serde_json::to_string(&keys)?)
}

pub(super) async fn own_list(visit: Result<Entrepreneur>, State(house): State<House>, Query(leaf): Query<Leaf>) -> Result<Response> {
    draw_list(&house, &inside(visit)?, leaf, &Typed::default()).await
}

async fn draw_list(house: &House, inside: &Inside, leaf: Leaf, typed: &Typed) -> Result<Response> {
    let (person, today, zone) = (inside.person, house.db.clock().today(), house.db.clock().zone().clone());
    let (rows, has_more, votings) = house
        .db
        .read(move |conn| {
            let standings = standings(conn, person, today)?;
            let (indicators, has_more) = leaf.of_window(queries::list_own(conn, &programs(&standings)?, leaf.window())?);
            let rows = indicators.into_iter().map(|indicator| with_last(conn, indicator, today, &zone)).collect::<Result<Vec<_>>>()?;
            let votings = standings.into_iter().map(|standing| voting(conn, standing, person)).collect::<Result<Vec<_>>>()?;
            Ok((rows, has_more, votings))
        })
        .await?;
    let page = ListPage { language: inside.language, rows: &rows, votings: &votings, leaf, has_more, typed, today };
    let status = if typed.complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::list(&page)).into_response())
}

fn with_last(conn: &Connection, indicator: Indicator, today: Day, zone: &Zone) -> Result<(Indicator, Option<Point>)> {
    let looked_at = indicator.facts.as_ref().filter(|_| indicator.status == IndicatorStatus::Chosen);
    let point = looked_at.map(|facts| {
        let (period, _) = last_closed(facts.definition.per, today.plus_days(-1));
        queries::point(conn, indicator.program.0, facts, period, today, zone)
    });
    let point = point.transpose()?;
    Ok((indicator, point))
}

fn voting(conn: &Connection, standing: Standing, person: i64) -> Result<Voting> {
    let order = queries::order_of(conn, client(&standing, person))?;
    let proposals = queries::proposals(conn, standing.program.0)?;
    Ok(Voting { standing, proposals, order })
}

/// The client in a program that a form names by its place in the list.
async fn standing_at(house: &House, inside: &Inside, place: usize) -> Result<Standing> {
    let (person, today) = (inside.person, house.db.clock().today());
    let standings = house.db.read(move |conn| standings(conn, person, today)).await?;
    standings.into_iter().nth(place).ok_or(Error::NotFound)
}

/// Words that somebody typed, if there is nothing to complain about.
fn read(words: &str, inside: &Inside) -> std::result::Result<String, Complaints> {
    let mut complaints = Complaints::default();
    let form = WordsForm { words: words.to_owned(), ..WordsForm::default() };
    let words = form.words(&mut complaints, "your message", &inside.language.word("indicator-missing"));
    complaints.in_language(inside.language).or(words)
}

fn complained(inside: &Inside, field: &'static str, words: &str) -> Complaints {
    let mut complaints = Complaints::default();
    complaints.add(field, inside.language.complaint(words));
    complaints
}

pub(super) async fn propose(visit: Result<Entrepreneur>, State(house): State<House>, Form(form): Form<ProposalForm>) -> Result<Response> {
    let inside = inside(visit)?;
    forms::check_key(&form.key)?;
    let who = client(&standing_at(&house, &inside, form.place).await?, inside.person);
    let words = match read(&form.words, &inside) {
        Ok(words) => words,
        Err(complaints) => {
            return draw_list(&house, &inside, Leaf::default(), &Typed { proposal: form, complaints, ..Typed::default() }).await;
        }
    };
    let (key, is_named) = (form.key.clone(), form.named == "yes");
    let written = house
        .db
        .write(inside.actor(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                queries::propose_as(tx, who, &words, is_named)?;
                tx.remember_answer(&key, "proposed")?;
            }
            Ok(())
        })
        .await;
    match written {
        Err(Error::Rejected(words)) => {
            let complaints = complained(&inside, "words", &words);
            draw_list(&house, &inside, Leaf::default(), &Typed { proposal: form, complaints, ..Typed::default() }).await
        }
        written => written.map(|()| Redirect::to("/me/indicators").into_response()),
    }
}

impl RankForm {
    /// The order, without places that were left open; none where something stands there twice or is no address.
    fn order(&self) -> Option<Vec<IndicatorId>> {
        let typed = [&self.first, &self.second, &self.third].into_iter().filter(|typed| !typed.is_empty());
        let order = typed.map(|typed| IndicatorId::parse(typed)).collect::<Option<Vec<_>>>()?;
        let is_twice = order.iter().enumerate().any(|(place, id)| order.iter().take(place).any(|other| other == id));
        (!is_twice).then_some(order)
    }
}

pub(super) async fn rank(visit: Result<Entrepreneur>, State(house): State<House>, Form(form): Form<RankForm>) -> Result<Response> {
    let inside = inside(visit)?;
    forms::check_key(&form.key)?;
    let who = client(&standing_at(&house, &inside, form.place).await?, inside.person);
    let Some(order) = form.order() else {
        let complaints = complained(&inside, "first", &inside.language.word("indicator-rank-twice"));
        return draw_list(&house, &inside, Leaf::default(), &Typed { order: Some(form), complaints, ..Typed::default() }).await;
    };
    let key = form.key.clone();
    let written = house
        .db
        .write(inside.actor(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                queries::rank(tx, who, &order)?;
                tx.remember_answer(&key, "ranked")?;
            }
            Ok(())
        })
        .await;
    match written {
        // A body decided about one of them meanwhile, or it was taken back.
        Err(Error::NotFound) => {
            let complaints = complained(&inside, "first", &inside.language.word("indicator-rank-gone"));
            draw_list(&house, &inside, Leaf::default(), &Typed { complaints, ..Typed::default() }).await
        }
        written => written.map(|()| Redirect::to("/me/indicators").into_response()),
    }
}

/// An indicator of a program that a business of theirs is in, and the first such business.
fn find(conn: &Connection, person: i64, id: &IndicatorId, today: Day) -> Result<(Indicator, Client)> {
    let standings = standings(conn, person, today)?;
    let indicator = queries::find_own(conn, &programs(&standings)?, id)?;
    let standing = standings.iter().find(|standing| standing.program.0 == indicator.program.0).ok_or(Error::NotFound)?;
    let who = client(standing, person);
    Ok((indicator, who))
}

pub(super) async fn own_page(
    visit: Result<Entrepreneur>,
    State(house): State<House>,
    Path(id): Path<String>,
    Query(leaf): Query<Leaf>,
) -> Result<Response> {
    let (inside, id) = (inside(visit)?, IndicatorId::parse(&id).ok_or(Error::NotFound)?);
    draw_one(&house, &inside, id, leaf, &WordsForm::default(), &Complaints::default()).await
}

async fn draw_one(
    house: &House,
    inside: &Inside,
    id: IndicatorId,
    leaf: Leaf,
    form: &WordsForm,
    complaints: &Complaints,
) -> Result<Response> {
    let (person, today, zone) = (inside.person, house.db.clock().today(), house.db.clock().zone().clone());
    let (indicator, points, comments) = house
        .db
        .read(move |conn| {
            let (indicator, _) = find(conn, person, &id, today)?;
            let points = match &indicator.facts {
                Some(facts) => queries::line_of(conn, &indicator, facts, today, &zone)?,
                None => Vec::new(),
            };
            let comments = queries::comments(conn, &indicator, leaf.window())?;
            Ok((indicator, points, comments))
        })
        .await?;
    let (comments, has_more) = leaf.of_window(comments);
    let page = OnePage {
        language: inside.language,
        person,
        indicator: &indicator,
        points: &points,
        comments: &comments,
        leaf,
        has_more,
        form,
        complaints,
        zone: house.db.clock().zone(),
        today,
    };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::one(&page)).into_response())
}

pub(super) async fn say_about(
    visit: Result<Entrepreneur>,
    State(house): State<House>,
    Path(id): Path<String>,
    Form(form): Form<WordsForm>,
) -> Result<Response> {
    let (inside, id) = (inside(visit)?, IndicatorId::parse(&id).ok_or(Error::NotFound)?);
    forms::check_key(&form.key)?;
    let words = match read(&form.words, &inside) {
        Ok(words) => words,
        Err(complaints) => return draw_one(&house, &inside, id, Leaf::default(), &form, &complaints).await,
    };
    let (person, today, sought) = (inside.person, house.db.clock().today(), id.clone());
    let (key, is_named) = (form.key.clone(), form.named == "yes");
    let written = house
        .db
        .write(inside.actor(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                let (indicator, who) = find(tx, person, &sought, today)?;
                queries::say(tx, &indicator, Speaker::Client(who, is_named), &words)?;
                tx.remember_answer(&key, "said")?;
            }
            Ok(())
        })
        .await;
    match written {
        Err(Error::Rejected(words)) => {
            let complaints = complained(&inside, "words", &words);
            draw_one(&house, &inside, id, Leaf::default(), &form, &complaints).await
        }
        written => written.map(|()| Redirect::to(&format!("/me/indicators/{id}#said")).into_response()),
    }
}

pub(super) async fn take_back(visit: Result<Entrepreneur>, State(house): State<House>, Path(id): Path<String>) -> Result<Redirect> {
    let (inside, id) = (inside(visit)?, IndicatorId::parse(&id).ok_or(Error::NotFound)?);
    let (person, today) = (inside.person, house.db.clock().today());
    let written = house.db.write(inside.actor(), move |tx| {
        let (indicator, _) = find(tx, person, &id, today)?;
        queries::withdraw(tx, person, &indicator)
    });
    match written.await {
        // Pressed twice: it is gone already.
        Ok(()) | Err(Error::NotFound) => Ok(Redirect::to("/me/indicators")),
        Err(cause) => Err(cause),
    }
}

pub(super) async fn unsay(visit: Result<Entrepreneur>, State(house): State<House>, Path(id): Path<String>) -> Result<Redirect> {
    let (inside, id) = (inside(visit)?, IndicatorCommentId::parse(&id).ok_or(Error::NotFound)?);
    let person = inside.person;
    let indicator = house.db.write(inside.actor(), move |tx| queries::unsay_own(tx, person, &id)).await?;
    Ok(Redirect::to(&format!("/me/indicators/{indicator}#said")))
}
