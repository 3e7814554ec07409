//! The report page of the manager, and its files.

use super::make::{self, Format};
use super::views::{self, Desk};
use super::{Report, Span, files, queries};
use crate::auth::{Manager, Route, Viewer};
use crate::error::{Error, Result};
use crate::programs::{self, Program};
use crate::store::{Actor, Db, Object, sha256};
use crate::values::{Period, ProgramId, ProgramRole};
use crate::web::{Access, Download, Query, get};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use rusqlite::Connection;

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![get("/reports", &[A::Manager], report_page), get("/reports/{file}", &[A::Manager], report_file)]
}

#[derive(serde::Deserialize)]
struct Asked {
    year: Option<String>,
    program: Option<String>,
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

async fn report_page(Manager(viewer): Manager, State(db): State<Db>, Query(asked): Query<Asked>) -> Result<Response> {
    let (keeper, manager) = (db.clone(), viewer.clone());
    let page = db
        .report(move |conn| {
            let (clock, manager) = (keeper.clock(), &manager);
            let (programs, chosen) = programs(conn, manager, asked.program.as_deref())?;
            let today = clock.today();
            let period = asked.year.as_deref().map_or(Ok(Period::last_closed(today)), Period::parse)?;
            let report = make::make(conn, keeper.keys(), clock, &keeper.organization().name, Some(&chosen), period)?;
            let span = Span { first: Period::last_closed(today).last().plus_days(1), last: today };
            let this_year = (today, make::live(conn, clock, Some(chosen.key), span)?);
            let years = queries::closed_years(conn, chosen.key, today)?;
            let desk = Desk { programs: &programs, chosen: Some(&chosen), years, this_year };
            Ok((views::page(manager, &desk, &report), report))
        })
        .await?;
    let (page, report) = page;
    note(&db, viewer.actor(), &report, "page", page.clone().into_string().as_bytes()).await?;
    Ok(page.into_response())
}

async fn report_file(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Path(file): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Download> {
    let (year, ending) = file.split_once('.').ok_or(Error::NotFound)?;
    let period = Period::parse(year).map_err(|_| Error::NotFound)?;
    let format = match ending {
        "csv" => Format::Csv,
        "json" => Format::Json,
        _ => return Err(Error::NotFound),
    };
    let (keeper, manager) = (db.clone(), viewer.clone());
    let report = db
        .report(move |conn| {
            let (_, chosen) = programs(conn, &manager, asked.program.as_deref())?;
            make::make(conn, keeper.keys(), keeper.clock(), &keeper.organization().name, Some(&chosen), period)
        })
        .await?;
    let bytes = bytes(&report, format)?;
    note(&db, viewer.actor(), &report, format.ending(), &bytes).await?;
    Ok(Download { name: format!("fairfloor-report-{period}.{}", format.ending()), kind: format.kind(), bytes })
}

/// A report in a form.
pub fn bytes(report: &Report, format: Format) -> Result<Vec<u8>> {
    match format {
        Format::Html => Ok(views::printed(report).into_string().into_bytes()),
        Format::Csv => files::csv(report),
        Format::Json => files::json(report),
    }
}

/// Writes down that a report was made, with the hash of what was handed over.
pub async fn note(db: &Db, actor: Actor, report: &Report, form: &str, bytes: &[u8]) -> Result<()> {
    let hash: String = sha256(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let detail = format!("period {} form {form} sha256 {hash}", report.period);
    db.write(actor, move |tx| tx.audit_with("report.made", Object::none(), &detail)).await
}
