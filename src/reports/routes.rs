//! The report page of the manager, and its files.

use super::make::{self, Format};
use super::views::{self, Desk};
use super::{Report, Span, document, queries};
use crate::auth::{Manager, Route, Viewer};
use crate::document::Document;
use crate::error::{Error, Result};
use crate::programs::{self, Program};
use crate::store::{Actor, Db, Head, Object, sha256};
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
    let (year, wanted) = file.split_once('.').ok_or(Error::NotFound)?;
    let period = Period::parse(year).map_err(|_| Error::NotFound)?;
    let wanted = Wanted::parse(wanted).ok_or(Error::NotFound)?;
    let (name, kind, form) = (format!("fairfloor-report-{period}.{}", wanted.ending()), wanted.kind(), wanted.ending());
    let (keeper, manager) = (db.clone(), viewer.clone());
    // Why the file is written on the reports' lane: it is work, the lane is one thread, and so many that ask wait there and hold up no page.
    let (report, bytes) = db
        .report(move |conn| {
            let (_, chosen) = programs(conn, &manager, asked.program.as_deref())?;
            let report = make::make(conn, keeper.keys(), keeper.clock(), &keeper.organization().name, Some(&chosen), period)?;
            let bytes = wanted.bytes(conn, &report)?;
            Ok((report, bytes))
        })
        .await?;
    note(&db, viewer.actor(), &report, &form, &bytes).await?;
    Ok(Download { name, kind, bytes })
}

/// What may be downloaded: the whole report in a form, or one chart.
enum Wanted {
    Whole(Format),
    Chart(String),
}

impl Wanted {
    fn parse(ending: &str) -> Option<Self> {
        match ending.strip_suffix(".svg") {
            Some(chart) => Some(Self::Chart(chart.to_owned())),
            // The page itself is no download.
            None => Format::parse(ending).ok().filter(|format| *format != Format::Html).map(Self::Whole),
        }
    }

    fn ending(&self) -> String {
        match self {
            Self::Whole(format) => format.ending().to_owned(),
            Self::Chart(chart) => format!("{chart}.svg"),
        }
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::Whole(format) => format.kind(),
            Self::Chart(_) => "image/svg+xml",
        }
    }

    /// A chart that the report does not have is not found; which it has depends on nothing but what the page shows.
    fn bytes(&self, conn: &Connection, report: &Report) -> Result<Vec<u8>> {
        match self {
            Self::Whole(format) => bytes(conn, report, *format),
            Self::Chart(chart) => document(report).picture(chart).map(String::into_bytes).ok_or(Error::NotFound),
        }
    }
}

/// A report in a form. Forms that are handed around as a whole say how far the audit record had come when they were made.
pub fn bytes(conn: &Connection, report: &Report, format: Format) -> Result<Vec<u8>> {
    let document = document(report);
    match format {
        Format::Html => Ok(views::printed(report).into_string().into_bytes()),
        Format::Csv => crate::document::csv(&document, &report.period.to_string()),
        Format::Json => crate::document::json(&document),
        Format::Xlsx => crate::document::xlsx(&stamped(document, &Head::of(conn)?)),
        Format::Pdf => crate::document::pdf::pdf(&stamped(document, &Head::of(conn)?)),
    }
}

fn stamped(mut document: Document, head: &Head) -> Document {
    let hash: String = head.hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    document.footer.push(format!("Audit record at event {}, {hash}.", head.seq));
    document
}

/// Writes down that a report was made, with the hash of what was handed over.
pub async fn note(db: &Db, actor: Actor, report: &Report, form: &str, bytes: &[u8]) -> Result<()> {
    let hash: String = sha256(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let detail = format!("period {} form {form} sha256 {hash}", report.period);
    db.write(actor, move |tx| tx.audit_with("report.made", Object::none(), &detail)).await
}
