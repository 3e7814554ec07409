//! The report page of the manager: one program, one period. What was released of it, or what is exact without a release.

use super::operations::document::{Scope, sections};
use super::operations::{Only, operations, period_words};
use super::releases::gathering::counted;
use super::releases::routes::{Found, Told};
use super::releases::{Asked as Wanted, Reach, queries as releases};
use super::views::desk::{self, Desk};
use super::{Span, queries};
use crate::auth::{Manager, Route, Viewer};
use crate::document::Section;
use crate::error::{Error, Result};
use crate::programs::{self, Program};
use crate::store::Db;
use crate::values::{Period, ProgramId, ProgramRole, ReleaseAudience};
use crate::web::{Access, Query, get};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use rusqlite::Connection;

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![get("/reports", &[A::Manager], report_page)]
}

/// The word for all programs together.
pub(super) const ALL: &str = "all";

#[derive(Debug, serde::Deserialize)]
struct Asked {
    program: Option<String>,
    #[serde(alias = "year")]
    period: Option<String>,
    years: Option<String>,
    part: Option<usize>,
}

/// The programs the viewer manages, and the one that was asked for; the first where none was.
pub(super) fn programs(conn: &Connection, viewer: &Viewer, asked: Option<&str>) -> Result<(Vec<Program>, Program)> {
    let mine = |program: &Program| viewer.seats.iter().any(|seat| seat.key == program.key && seat.role == ProgramRole::Manager);
    let programs: Vec<Program> = programs::queries::list(conn)?.into_iter().filter(mine).collect();
    let chosen = match asked {
        Some(id) => ProgramId::parse(id).and_then(|id| programs.iter().find(|program| program.id == id).cloned()),
        None => programs.first().cloned(),
    };
    chosen.map(|chosen| (programs, chosen)).ok_or(Error::NotFound)
}

/// The program that was asked for, nothing for all of them; the first where none was.
pub(super) fn chosen(reach: &Reach, asked: Option<&str>) -> Result<Option<Program>> {
    let mine = || reach.programs.iter();
    match asked {
        Some(ALL) if reach.joins() => Ok(None),
        Some(id) => {
            let id = ProgramId::parse(id).ok_or(Error::NotFound)?;
            mine().find(|program| program.id == id).cloned().map(Some).ok_or(Error::NotFound)
        }
        None => mine().next().cloned().map(Some).ok_or(Error::NotFound),
    }
}

/// How many years stand together; as the plan has it where nothing is said. A quarter or a month stands alone.
pub(super) fn years(typed: &str, period: Period) -> Result<Option<u8>> {
    match (typed, period.is_year()) {
        ("" | "1" | "2" | "3", false) | ("", _) => Ok(None),
        ("1" | "2" | "3", _) => Ok(typed.parse().ok()),
        _ => Err(Error::NotFound),
    }
}

/// What there is of a period.
enum Shown {
    Released(Box<Told>),
    /// Exact figures of the days that would be counted, or of those that are over.
    Exact(Span, Vec<Section>, Option<String>),
}

async fn report_page(Manager(viewer): Manager, State(db): State<Db>, Query(asked): Query<Asked>) -> Result<Response> {
    let today = db.clock().today();
    let period = asked.period.as_deref().map_or(Ok(Period::last_closed(today)), Period::parse)?;
    if period.first() > today {
        return Err(Error::Rejected(format!("{period} has not begun yet. Choose a period that has.")));
    }
    let years = years(asked.years.as_deref().unwrap_or_default(), period)?;
    let (keeper, manager) = (db.clone(), viewer.clone());
    let (reach, program, closed, shown) = db
        .report(move |conn| {
            let reach = Reach::of(conn, &manager)?;
            let program = chosen(&reach, asked.program.as_deref())?;
            let closed = queries::closed_years(conn, program.as_ref().map(|program| program.key), today)?;
            let wanted = Wanted { program, period, years, reason: None };
            let shown = shown(conn, &keeper, &wanted)?;
            Ok((reach, wanted.program, closed, shown))
        })
        .await?;
    let desk = Desk { viewer: &viewer, reach: &reach, chosen: program.as_ref(), period, years, closed: &closed, today };
    let part = asked.part.unwrap_or_default();
    Ok(match shown {
        Shown::Exact(span, sections, declared) => desk::exact(&desk, span, &sections, declared.as_deref()).into_response(),
        Shown::Released(told) => {
            let here = desk.address();
            let found = Found { viewer: &viewer, told: &told, here: &here, part, clock: db.clock(), is_meanwhile: false };
            found.page(Some(desk::filters(&desk)), desk::links(&desk)).into_response()
        }
    })
}

fn shown(conn: &Connection, db: &Db, wanted: &Wanted) -> Result<Shown> {
    let (clock, key) = (db.clock(), wanted.program.as_ref().map(|program| program.key));
    let (period, today) = (wanted.period, clock.today());
    if let Some(release) = releases::newest(conn, key, period)? {
        return Ok(Shown::Released(Box::new(Told::of(conn, release, ReleaseAudience::Internal)?)));
    }
    let is_closed = period.is_closed(today);
    let span = if is_closed { counted(conn, wanted)?.0 } else { Span { first: period.first(), last: today } };
    let figures = operations(conn, &Only { program: key, ..Only::default() }, span, today, clock.zone())?;
    let scope = Scope {
        program: wanted.program.as_ref().map_or_else(|| "all programs".to_owned(), |program| program.name.clone()),
        period: period_words(span),
        only: Vec::new(),
        as_of: today.date().strftime("%B %-d, %Y").to_string(),
    };
    let declared = crate::firewall::declaration(conn)?.map(|declared| super::declared(&declared));
    Ok(Shown::Exact(span, sections(&figures, &scope), declared))
}
