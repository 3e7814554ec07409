//! Which questions a program asks, and what counts as low and moderate income beside the question on it.

use crate::auth::{Head, House, Viewer};
use crate::error::{Error, Result};
use crate::firewall::{self, Asked};
use crate::programs::queries as programs;
use crate::self_identification::queries;
use crate::self_identification::views::{self, LimitsForm};
use crate::values::{Complaint, IncomeLimits, Line, ProgramId, Question, Vocabulary};
use crate::web::{Complaints, Form, Id, Query};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// What was just done.
#[derive(serde::Deserialize)]
pub(super) struct Told {
    saved: Option<String>,
}

pub(super) async fn questions_page(
    Head(viewer): Head,
    State(house): State<House>,
    Id(id): Id<ProgramId>,
    Query(told): Query<Told>,
) -> Result<Response> {
    draw(&viewer, &house, id, told.saved.is_some(), None, &Complaints::default()).await
}

async fn draw(
    viewer: &Viewer,
    house: &House,
    id: ProgramId,
    was_saved: bool,
    typed: Option<LimitsForm>,
    complaints: &Complaints,
) -> Result<Response> {
    let (asking, zone) = (viewer.clone(), house.db.clock().zone().clone());
    let (program, asked, facts, reached, limits_seq) = house
        .db
        .read(move |conn| {
            let program = programs::find_for_head(conn, &asking, &id)?;
            let (asked, facts) = (firewall::asked(conn, program.key)?, firewall::told_now(conn, &[program.key])?);
            let reached = queries::reached(conn, program.key)?;
            let limits_seq = firewall::limits_seq(conn, program.key)?;
            Ok((program, asked, facts, reached, limits_seq))
        })
        .await?;
    let typed = typed.unwrap_or_else(|| LimitsForm::of(asked.limits.as_ref(), limits_seq));
    let page = views::Questions {
        program: &program,
        asked: &asked,
        facts: &facts,
        reached: &reached,
        zone: &zone,
        today: house.db.clock().today(),
        limits: (&typed, complaints),
    };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::questions(viewer, &page, was_saved)).into_response())
}

/// The switches of a program.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Switches {
    #[serde(default)]
    question: Vec<String>,
    detail: Option<String>,
    words: Option<String>,
    version: i64,
}

pub(super) async fn set_questions(
    Head(viewer): Head,
    State(house): State<House>,
    Id(id): Id<ProgramId>,
    Form(form): Form<Switches>,
) -> Result<Redirect> {
    let mut questions = form.question.iter().map(|code| Question::parse(code)).collect::<std::result::Result<Vec<_>, _>>()?;
    questions.sort_unstable();
    questions.dedup();
    let (has_detail, has_words) = (form.detail.is_some(), form.words.is_some());
    let new = Asked { questions, has_detail, has_words, seq: form.version, limits: None };
    let address = format!("/programs/{id}/questions?saved=yes");
    let asking = viewer.clone();
    house
        .db
        .write(viewer.actor(), move |tx| {
            let program = programs::find_for_head(tx, &asking, &id)?;
            if new.questions.contains(&Question::Income) && firewall::asked(tx, program.key)?.limits.is_none() {
                let words = "Nobody can say in which band their household's income lies without the limits. Write down the income limits \
                             below the questions first, then switch the question on.";
                return Err(Error::Rejected(words.to_owned()));
            }
            firewall::set_asked(tx, program.key, &new, asking.key)
        })
        .await?;
    Ok(Redirect::to(&address))
}

fn limits(form: &LimitsForm) -> std::result::Result<IncomeLimits, Complaints> {
    let mut complaints = Complaints::default();
    let area = complaints.take("area", Line::parse(&form.area, "where they hold"));
    let year = form.year.trim().parse().ok().filter(|year| (1990..=2200).contains(year));
    let year = complaints.take("year", year.ok_or_else(|| Complaint::new("Write the year as four figures, such as 2026")));
    let source = complaints.take("source", Line::parse(&form.source, "who published them"));
    let extremely_low = complaints.take("extremely_low", IncomeLimits::row(&form.extremely_low));
    let low = complaints.take("low", IncomeLimits::row(&form.low));
    let moderate = complaints.take("moderate", IncomeLimits::row(&form.moderate));
    let amounts = (|| IncomeLimits::bands(&extremely_low?, &low?, &moderate?))();
    if amounts.is_none() && complaints.is_empty() {
        complaints.add("low", "For some size of household a higher band has a lower limit. Were the rows mixed up?");
    }
    let limits = (|| Some(IncomeLimits { area: area?.to_string(), year: year?, source: source?.to_string(), amounts: amounts? }))();
    complaints.or(limits)
}

/// Writes down what counts as low and moderate income. Answers of before keep the meaning they had.
pub(super) async fn set_limits(
    Head(viewer): Head,
    State(house): State<House>,
    Id(id): Id<ProgramId>,
    Form(form): Form<LimitsForm>,
) -> Result<Response> {
    let new = match limits(&form) {
        Ok(new) => new,
        Err(complaints) => return draw(&viewer, &house, id, false, Some(form), &complaints).await,
    };
    let address = format!("/programs/{id}/questions?saved=yes");
    let (asking, seen) = (viewer.clone(), form.version);
    house
        .db
        .write(viewer.actor(), move |tx| {
            let program = programs::find_for_head(tx, &asking, &id)?;
            firewall::set_limits(tx, program.key, &new, seen, asking.key)
        })
        .await?;
    Ok(Redirect::to(&address).into_response())
}
