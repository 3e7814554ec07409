//! The list of indicators, one of them with its line, and what changes.

use super::form::{Choices, DecideForm, IndicatorForm, WordsForm};
use super::queries::Speaker;
use super::views::{OnePage, Typed};
use super::{Indicator, last_closed, queries, starter, views};
use crate::auth::{CaseWorker, Manager, Route, Viewer};
use crate::error::{Error, Result};
use crate::measures;
use crate::programs;
use crate::store::Db;
use crate::values::{Day, IndicatorCommentId, IndicatorId, IndicatorStatus, Zone};
use crate::web::{Access, Complaints, Form, Id, Leaf, Query, forms, get, post};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rusqlite::Connection;

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/indicators", &[A::Advisor, A::Manager], list_page),
        post("/indicators", &[A::Manager], propose),
        get("/indicators/new", &[A::Manager], new_page),
        get("/indicators/{id}", &[A::Advisor, A::Manager], one_page),
        get("/indicators/{id}/definition", &[A::Manager], definition_page),
        post("/indicators/{id}/definition", &[A::Manager], define),
        post("/indicators/{id}/decisions", &[A::Manager], decide),
        post("/indicators/{id}/retirement", &[A::Manager], retire),
        post("/indicators/{id}/undoing", &[A::Manager], undo),
        post("/indicators/{id}/comments", &[A::Advisor, A::Manager], say),
        post("/indicator-comments/{id}/removal", &[A::Advisor, A::Manager], unsay),
    ]
}

async fn list_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Query(leaf): Query<Leaf>) -> Result<Response> {
    let (asked, today, zone) = (viewer.clone(), db.clock().today(), db.clock().zone().clone());
    let (rows, has_more) = db
        .read(move |conn| {
            let (indicators, has_more) = leaf.of_window(queries::list_for(conn, &asked, leaf.window())?);
            let rows = indicators.into_iter().map(|indicator| with_last(conn, indicator, today, &zone)).collect::<Result<Vec<_>>>()?;
            Ok((rows, has_more))
        })
        .await?;
    Ok(views::list(&viewer, &rows, leaf, has_more, today).into_response())
}

/// An indicator with the figure of the last period that is over, where it is looked at.
fn with_last(conn: &Connection, indicator: Indicator, today: Day, zone: &Zone) -> Result<(Indicator, Option<super::Point>)> {
    let looked_at = indicator.facts.as_ref().filter(|_| indicator.status == IndicatorStatus::Chosen);
    let point = looked_at.map(|facts| {
        let (period, _) = last_closed(facts.definition.per, today.plus_days(-1));
        queries::point(conn, indicator.program.0, facts, period, today, zone)
    });
    let point = point.transpose()?;
    Ok((indicator, point))
}

/// What a new indicator begins with.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Begun {
    program: String,
    start: String,
}

/// What may be chosen in a program.
async fn choices(db: &Db, program: i64) -> Result<Choices> {
    db.read(move |conn| {
        let places = measures::queries::places(conn, program)?;
        let sources = programs::queries::funding_sources(conn, program)?;
        Ok(Choices { places, sources: sources.into_iter().map(|source| (source.key, source.facts.name)).collect() })
    })
    .await
}

async fn new_page(Manager(viewer): Manager, State(db): State<Db>, Query(begun): Query<Begun>) -> Result<Response> {
    let program = viewer.managed(&begun.program).ok_or(Error::NotFound)?;
    let form = match begun.start.as_str() {
        "" => IndicatorForm::default(),
        code => IndicatorForm::from(starter::find(code).ok_or(Error::NotFound)?),
    };
    let form = IndicatorForm { program: program.to_string(), ..form };
    Ok(views::new(&viewer, &choices(&db, program).await?, &form, &Complaints::default()).into_response())
}

async fn propose(Manager(viewer): Manager, State(db): State<Db>, Form(form): Form<IndicatorForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let program = viewer.managed(&form.program).ok_or(Error::NotFound)?;
    let choices = choices(&db, program).await?;
    let mut complaints = Complaints::default();
    let Some(facts) = form.facts(&mut complaints, &choices, db.clock().today()) else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::new(&viewer, &choices, &form, &complaints)).into_response());
    };
    let asked = viewer.clone();
    let address = db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&form.key)? {
                return Ok(answer);
            }
            let answer = format!("/indicators/{}", queries::propose(tx, &asked, program, &facts)?);
            tx.remember_answer(&form.key, &answer)?;
            Ok(answer)
        })
        .await?;
    Ok(Redirect::to(&address).into_response())
}

async fn one_page(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<IndicatorId>,
    Query(leaf): Query<Leaf>,
) -> Result<Response> {
    draw(&viewer, &db, id, leaf, &Typed::default()).await
}

async fn draw(viewer: &Viewer, db: &Db, id: IndicatorId, leaf: Leaf, typed: &Typed) -> Result<Response> {
    let (asked, today, zone) = (viewer.clone(), db.clock().today(), db.clock().zone().clone());
    let (indicator, points, decisions, choices, comments) = db
        .read(move |conn| {
            let indicator = queries::find_for(conn, &asked, &id)?;
            let points = match &indicator.facts {
                Some(facts) => queries::line_of(conn, &indicator, facts, today, &zone)?,
                None => Vec::new(),
            };
            let decisions = queries::decisions_of(conn, &indicator)?;
            let choices = if asked.manages(indicator.program.0) { queries::choices(conn, &indicator)? } else { Vec::new() };
            let comments = queries::comments(conn, &indicator, leaf.window())?;
            Ok((indicator, points, decisions, choices, comments))
        })
        .await?;
    let (comments, has_more) = leaf.of_window(comments);
    let page = OnePage {
        viewer,
        indicator: &indicator,
        points: &points,
        decisions: &decisions,
        choices: &choices,
        comments: &comments,
        leaf,
        has_more,
        zone: db.clock().zone(),
        today,
    };
    let status = if typed.complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::one(&page, typed)).into_response())
}

/// An indicator of a program that the viewer manages, with what may be chosen there.
async fn find_managed(viewer: &Viewer, db: &Db, id: &IndicatorId) -> Result<(Indicator, Choices)> {
    let (asked, sought) = (viewer.clone(), id.clone());
    let indicator = db.read(move |conn| queries::find_to_change(conn, &asked, &sought)).await?;
    let choices = choices(db, indicator.program.0).await?;
    Ok((indicator, choices))
}

async fn definition_page(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<IndicatorId>) -> Result<Response> {
    let (indicator, choices) = find_managed(&viewer, &db, &id).await?;
    let form = match &indicator.facts {
        Some(facts) => IndicatorForm::of(facts, indicator.version),
        None => IndicatorForm { version: indicator.version, ..IndicatorForm::default() },
    };
    Ok(views::definition(&viewer, &indicator, &choices, &form, &Complaints::default()).into_response())
}

async fn define(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Id(id): Id<IndicatorId>,
    Form(form): Form<IndicatorForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (indicator, choices) = find_managed(&viewer, &db, &id).await?;
    let mut complaints = Complaints::default();
    let again = |status: StatusCode, indicator: &Indicator, form: &IndicatorForm, complaints: &Complaints| {
        Ok((status, views::definition(&viewer, indicator, &choices, form, complaints)).into_response())
    };
    let Some(facts) = form.facts(&mut complaints, &choices, db.clock().today()) else {
        return again(StatusCode::UNPROCESSABLE_ENTITY, &indicator, &form, &complaints);
    };
    let (asked, sought, typed) = (viewer.clone(), id.clone(), form.clone());
    let written = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&typed.key)?.is_none() {
                queries::define(tx, &asked, &sought, typed.version, &facts)?;
                tx.remember_answer(&typed.key, "defined")?;
            }
            Ok(())
        })
        .await;
    match written {
        Ok(()) => Ok(Redirect::to(&format!("/indicators/{id}")).into_response()),
        Err(Error::Rejected(words)) => {
            complaints.add("name", words);
            again(StatusCode::UNPROCESSABLE_ENTITY, &indicator, &form, &complaints)
        }
        Err(Error::Stale) => {
            let (saved, _) = find_managed(&viewer, &db, &id).await?;
            let words = format!(
                "This was changed since you opened it. Saved now: {}. Yours is still in the form; save again to replace it",
                saved.facts.as_ref().map_or_else(|| saved.named(), |facts| super::sentence(&facts.definition))
            );
            complaints.add("name", words);
            again(StatusCode::CONFLICT, &saved, &IndicatorForm { version: saved.version, ..form }, &complaints)
        }
        Err(cause) => Err(cause),
    }
}

async fn decide(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<IndicatorId>, Form(form): Form<DecideForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let Some((decision, verdict)) = form.parse(&mut complaints) else {
        return draw(&viewer, &db, id, Leaf::default(), &Typed { decide: form, complaints, ..Typed::default() }).await;
    };
    let (asked, sought, typed) = (viewer.clone(), id.clone(), form.clone());
    let written = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&typed.key)?.is_none() {
                queries::decide(tx, &asked, &sought, typed.version, (&decision, verdict))?;
                tx.remember_answer(&typed.key, "decided")?;
            }
            Ok(())
        })
        .await;
    match written {
        Err(Error::Rejected(words)) => {
            complaints.add("decision", words);
            draw(&viewer, &db, id, Leaf::default(), &Typed { decide: form, complaints, ..Typed::default() }).await
        }
        written => written.map(|()| Redirect::to(&format!("/indicators/{id}#decided")).into_response()),
    }
}

async fn retire(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<IndicatorId>, Form(form): Form<WordsForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let Some(why) = form.words(&mut complaints, "why it is not looked at", "Say why nobody looks at it any more") else {
        let typed = Typed { retirement: form.words, complaints, is_retirement: true, ..Typed::default() };
        return draw(&viewer, &db, id, Leaf::default(), &typed).await;
    };
    let (asked, sought, version) = (viewer.clone(), id.clone(), form.version);
    let written = db.write(viewer.actor(), move |tx| queries::retire(tx, &asked, &sought, version, &why)).await;
    match written {
        Err(Error::Rejected(words)) => {
            complaints.add("words", words);
            let typed = Typed { retirement: form.words, complaints, is_retirement: true, ..Typed::default() };
            draw(&viewer, &db, id, Leaf::default(), &typed).await
        }
        written => written.map(|()| Redirect::to(&format!("/indicators/{id}")).into_response()),
    }
}

async fn undo(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<IndicatorId>, Form(form): Form<forms::Press>) -> Result<Redirect> {
    let asked = viewer.clone();
    db.write(viewer.actor(), move |tx| queries::undo(tx, &asked, &id, form.version)).await?;
    Ok(Redirect::to("/indicators"))
}

async fn say(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<IndicatorId>,
    Form(form): Form<WordsForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let Some(words) = form.words(&mut complaints, "what you say", "Write what you want to say first") else {
        return draw(&viewer, &db, id, Leaf::default(), &Typed { comment: form.words, complaints, ..Typed::default() }).await;
    };
    let (asked, sought, key) = (viewer.clone(), id.clone(), form.key.clone());
    let written = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                let indicator = queries::find_for(tx, &asked, &sought)?;
                queries::say(tx, &indicator, Speaker::Staff(&asked), &words)?;
                tx.remember_answer(&key, "said")?;
            }
            Ok(())
        })
        .await;
    match written {
        Err(Error::Rejected(words)) => {
            complaints.add("words", words);
            draw(&viewer, &db, id, Leaf::default(), &Typed { comment: form.words, complaints, ..Typed::default() }).await
        }
        written => written.map(|()| Redirect::to(&format!("/indicators/{id}#said")).into_response()),
    }
}

async fn unsay(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<IndicatorCommentId>) -> Result<Redirect> {
    let asked = viewer.clone();
    let indicator = db.write(viewer.actor(), move |tx| queries::unsay(tx, &asked, &id)).await?;
    Ok(Redirect::to(&format!("/indicators/{indicator}#said")))
}
