//! The page of who pays, for any days, and its file.

use super::document::sections;
use super::measure::funding;
use super::{queries, views};
use crate::auth::{Head, Route, Viewer};
use crate::document::{Cell, Document, Look, Table};
use crate::error::Result;
use crate::programs::{self, FundingSource, Program};
use crate::reports::Span;
use crate::reports::operations::document::{Scope, columns, row, table};
use crate::reports::operations::{period_words, span_of};
use crate::store::{Db, Object, digest};
use crate::values::{Day, ProgramId};
use crate::web::{Access, Complaints, Download, Id, Query, get};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![get("/programs/{id}/funding", &[A::Manager, A::Admin], page), get("/programs/{id}/funding.csv", &[A::Manager, A::Admin], file)]
}

/// Which days.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DaysQuery {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
}

/// What the page shows.
pub(super) struct Found {
    pub program: Program,
    pub sources: Vec<FundingSource>,
    pub span: Span,
    pub document: Document,
}

async fn found(db: &Db, viewer: &Viewer, id: ProgramId, span: Span) -> Result<Found> {
    let (viewer, keeper) = (viewer.clone(), db.clone());
    db.report(move |conn| {
        let today = keeper.clock().today();
        let program = programs::queries::find_for_head(conn, &viewer, &id)?;
        let sources = programs::queries::funding_sources(conn, program.key)?;
        let figures = funding(&queries::rows(conn, program.key)?, &sources, span, today);
        let scope = scope(&program, span, today);
        let document = Document {
            title: views::TITLE.to_owned(),
            about: format!("{}, {}.", scope.program, scope.period),
            day: span.last,
            cover: cover(&scope),
            notices: Vec::new(),
            sections: sections(&figures, &sources, &scope),
            footer: Vec::new(),
        };
        Ok(Found { program, sources, span, document })
    })
    .await
}

fn scope(program: &Program, span: Span, today: Day) -> Scope {
    Scope {
        program: program.name.clone(),
        period: period_words(span),
        only: Vec::new(),
        as_of: today.date().strftime("%B %-d, %Y").to_string(),
    }
}

fn cover(scope: &Scope) -> Table {
    let text = |words: &str| vec![Cell::Text(words.to_owned())];
    let rows = vec![
        row("program", "Program", text(&scope.program)),
        row("period", "Period", text(&scope.period)),
        row("as_of", "As of", text(&scope.as_of)),
        row("version", "Made with", text(concat!("Fairfloor ", env!("CARGO_PKG_VERSION")))),
    ];
    Table { look: Look::Files, ..table("cover", "", "Cover", "What", columns(&[("value", "Value")]), rows) }
}

async fn page(Head(viewer): Head, State(db): State<Db>, Id(id): Id<ProgramId>, Query(query): Query<DaysQuery>) -> Result<Response> {
    let today = db.clock().today();
    let (mut complaints, mut status) = (Complaints::default(), StatusCode::OK);
    let span = match span_of(&query.from, &query.to, today) {
        Ok(span) => span,
        Err(complaint) => {
            complaints.add("from", complaint.0);
            status = StatusCode::UNPROCESSABLE_ENTITY;
            span_of("", "", today)?
        }
    };
    let found = found(&db, &viewer, id, span).await?;
    Ok((status, views::page(&viewer, &found, &query, &complaints)).into_response())
}

async fn file(Head(viewer): Head, State(db): State<Db>, Id(id): Id<ProgramId>, Query(query): Query<DaysQuery>) -> Result<Download> {
    let span = span_of(&query.from, &query.to, db.clock().today())?;
    let Span { first, last } = span;
    let found = found(&db, &viewer, id, span).await?;
    let bytes = crate::document::csv(&found.document, &format!("{first} to {last}"))?;
    let hash: String = digest(&bytes);
    let (detail, program) = (format!("funding {first} to {last} form csv sha256 {hash}"), found.program.id);
    db.write(viewer.actor(), move |tx| tx.audit_with("report.made", Object::new("program", &program), &detail)).await?;
    Ok(Download { name: format!("fairfloor-funding-{first}-to-{last}.csv"), kind: "text/csv; charset=utf-8", bytes })
}
