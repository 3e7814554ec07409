//! The page of operational figures, for any days and filter, and its file.

use super::super::routes::programs;
use super::document::{Scope, sections, stories};
use super::views::{self, Desk};
use super::{Only, operations};
use crate::auth::{Manager, Route, Viewer};
use crate::document::{Cell, Column, Document, Kind as Kinds, Look, Number, Row, Table, Value};
use crate::error::{Error, Result};
use crate::places::{Zone, ZoneSet, queries as places};
use crate::programs::Program;
use crate::referrals::Kind;
use crate::reports::Span;
use crate::store::{Db, Object, digest};
use crate::stories::queries::list_for_report;
use crate::values::{Complaint, Day, ZoneId};
use crate::web::{Access, Download, Query, get};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use rusqlite::Connection;

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![get("/reports/operations", &[A::Manager], operations_page), get("/reports/operations.csv", &[A::Manager], operations_csv)]
}

#[derive(serde::Deserialize)]
struct Asked {
    program: Option<String>,
    from: Option<String>,
    to: Option<String>,
    kind: Option<String>,
    zone: Option<String>,
}

/// What was asked for, read.
#[derive(Debug, Clone)]
pub(super) struct Chosen {
    pub(super) program: Program,
    pub(super) span: Span,
    pub(super) kind: Option<Kind>,
    pub(super) zone: Option<Zone>,
}

/// The most stories on one page.
const MOST_STORIES: i64 = 50;

/// The programs the viewer manages, the zones there are, what was chosen, and the figures.
struct Found {
    programs: Vec<Program>,
    zones: Vec<(ZoneSet, Vec<Zone>)>,
    chosen: Chosen,
    document: Document,
}

async fn found(db: &Db, viewer: &Viewer, asked: Asked) -> Result<Found> {
    let (keeper, manager) = (db.clone(), viewer.clone());
    db.report(move |conn| {
        let (clock, organization) = (keeper.clock(), keeper.organization());
        let today = clock.today();
        let (programs, program) = programs(conn, &manager, asked.program.as_deref())?;
        let span = span(asked.from.as_deref().unwrap_or_default(), asked.to.as_deref().unwrap_or_default(), today)?;
        let kind = match asked.kind.as_deref().unwrap_or_default() {
            "" => None,
            code => Some(Kind::parse(code).ok_or(Error::NotFound)?),
        };
        let zones = zones(conn, span.last)?;
        let zone = match asked.zone.as_deref().unwrap_or_default() {
            "" => None,
            id => Some(named(&zones, id)?),
        };
        let chosen = Chosen { program, span, kind, zone };
        let set = match &chosen.zone {
            Some(zone) => zones.iter().map(|(set, _)| set).find(|set| set.key == zone.set),
            None => zones.first().map(|(set, _)| set),
        };
        let only =
            Only { program: Some(chosen.program.key), kind, set: set.cloned(), zone: chosen.zone.as_ref().map(|zone| zone.name.clone()) };
        let figures = operations(conn, &only, span, today, clock.zone())?;
        let scope = scope(&chosen, today);
        let mut all = sections(&figures, &scope);
        // They are about nobody's kind of help and no zone: beside a part of the figures they would seem to explain it.
        if scope.only.is_empty() {
            all.extend(stories(&list_for_report(conn, Some(chosen.program.key), today, MOST_STORIES)?));
        }
        let document = Document {
            title: views::TITLE.to_owned(),
            about: format!("{}, {}, {}.", scope.program, organization.name, scope.period),
            day: span.last,
            cover: cover(&organization.name, &chosen, today),
            notices: Vec::new(),
            sections: all,
            footer: Vec::new(),
        };
        Ok(Found { programs, zones, chosen, document })
    })
    .await
}

/// The days asked for; from the first of January to today where none are.
pub(in crate::reports) fn span(first: &str, last: &str, today: Day) -> std::result::Result<Span, Complaint> {
    // Two dates are typed: the words say which of them is meant.
    let read = |typed: &str, field: &str| Day::maybe(typed).map_err(|complaint| Complaint::new(format!("{field}: {complaint}")));
    let last = read(last, "Last day")?.unwrap_or(today);
    let january = Day::new(jiff::civil::date(last.year(), 1, 1));
    let first = read(first, "First day")?.unwrap_or(january);
    if first > last {
        return Err(Complaint::new(format!("The last day, {last}, lies before the first, {first}. Change one of them.")));
    }
    Ok(Span { first, last })
}

/// The sets of zones that have some on a day, each with them by name.
fn zones(conn: &Connection, day: Day) -> Result<Vec<(ZoneSet, Vec<Zone>)>> {
    let mut all = places::zones_on(conn, day)?;
    all.sort_by_cached_key(|zone| zone.name.to_lowercase());
    let sets = places::sets(conn)?.into_iter().map(|set| {
        let own = all.iter().filter(|zone| zone.set == set.key).cloned().collect();
        (set, own)
    });
    Ok(sets.filter(|(_, own): &(_, Vec<Zone>)| !own.is_empty()).collect())
}

fn named(zones: &[(ZoneSet, Vec<Zone>)], id: &str) -> Result<Zone> {
    let id = ZoneId::parse(id).ok_or(Error::NotFound)?;
    zones.iter().flat_map(|(_, own)| own).find(|zone| zone.id == id).cloned().ok_or(Error::NotFound)
}

/// "January 1 to December 31, 2025".
pub(in crate::reports) fn period(span: Span) -> String {
    let words = |day: Day, form: &str| day.date().strftime(form).to_string();
    let first = if span.first.year() == span.last.year() { "%B %-d" } else { "%B %-d, %Y" };
    format!("{} to {}", words(span.first, first), words(span.last, "%B %-d, %Y"))
}

fn scope(chosen: &Chosen, today: Day) -> Scope {
    let kind = chosen.kind.map(|kind| format!("referrals of one kind: {}", kind.label()));
    let zone = chosen.zone.as_ref().map(|zone| format!("businesses in {}", zone.name));
    Scope {
        program: chosen.program.name.clone(),
        period: period(chosen.span),
        only: kind.into_iter().chain(zone).collect(),
        as_of: today.date().strftime("%B %-d, %Y").to_string(),
    }
}

fn cover(organization: &str, chosen: &Chosen, today: Day) -> Table {
    let text = |words: &str| Cell::Text(words.to_owned());
    let day = |day| Cell::Number(Number::new(Kinds::Day, Some(Value::Day(day))));
    let rows = [
        ("organization", "Organization", text(organization)),
        ("program", "Program", text(&chosen.program.name)),
        ("from", "First day", day(chosen.span.first)),
        ("to", "Last day", day(chosen.span.last)),
        ("as_of", "As of", day(today)),
        ("kind", "Kind of help", text(chosen.kind.map_or("all", Kind::label))),
        ("zone", "Zone", text(chosen.zone.as_ref().map_or("all", |zone| zone.name.as_str()))),
        ("version", "Made with", text(concat!("Fairfloor ", env!("CARGO_PKG_VERSION")))),
    ];
    Table {
        key: "cover".to_owned(),
        scheme: String::new(),
        title: "Cover".to_owned(),
        rows_are: "What".to_owned(),
        look: Look::Files,
        columns: vec![Column { key: "value".to_owned(), heading: "Value".to_owned(), is_read: true }],
        rows: rows
            .into_iter()
            .map(|(key, name, cell)| Row { key: key.to_owned(), name: name.to_owned(), more: None, under: None, cells: vec![cell] })
            .collect(),
    }
}

async fn operations_page(Manager(viewer): Manager, State(db): State<Db>, Query(asked): Query<Asked>) -> Result<Response> {
    let found = found(&db, &viewer, asked).await?;
    let desk = Desk { programs: &found.programs, zones: &found.zones, chosen: &found.chosen, today: db.clock().today() };
    Ok(views::page(&viewer, &desk, &found.document).into_response())
}

async fn operations_csv(Manager(viewer): Manager, State(db): State<Db>, Query(asked): Query<Asked>) -> Result<Download> {
    let found = found(&db, &viewer, asked).await?;
    let Span { first, last } = found.chosen.span;
    let bytes = crate::document::csv(&found.document, &format!("{first} to {last}"))?;
    let hash: String = digest(&bytes);
    let detail = format!("operations {first} to {last} form csv sha256 {hash}");
    db.write(viewer.actor(), move |tx| tx.audit_with("report.made", Object::none(), &detail)).await?;
    Ok(Download { name: format!("fairfloor-operations-{first}-to-{last}.csv"), kind: "text/csv; charset=utf-8", bytes })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_and_said() {
        let today = Day::parse("2026-12-01").unwrap();
        let said = |first, last| span(first, last, today).map(period).map_err(|complaint| complaint.to_string());
        assert_eq!(said("", ""), Ok("January 1 to December 1, 2026".to_owned()));
        assert_eq!(said("", "2025-12-31"), Ok("January 1 to December 31, 2025".to_owned()));
        assert_eq!(said("2024-07-01", "2025-06-30"), Ok("July 1, 2024 to June 30, 2025".to_owned()));
        assert!(said("2026-12-02", "").unwrap_err().contains("lies before the first"));
        assert!(said("soon", "").unwrap_err().starts_with("First day: Write a date"));
        assert!(said("", "2026-02-30").unwrap_err().starts_with("Last day: Write a date"));
    }
}
