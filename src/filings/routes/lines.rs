//! The lines of a funder's own table: adding one, striking one out.

use super::draw_filing;
use crate::auth::Steward;
use crate::error::{Error, Result};
use crate::filings::views::{FileForm, LineForm};
use crate::filings::{OwnLine, queries};
use crate::firewall::filing;
use crate::measures::queries as measures;
use crate::store::Db;
use crate::values::{FilingId, FilingLineId, Line, ListedMeasure, Vocabulary};
use crate::web::{Complaints, Form, Id};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

fn parse(form: &LineForm, places: &[String]) -> std::result::Result<OwnLine, Complaints> {
    let mut complaints = Complaints::default();
    let section = complaints.take("section", Line::parse(&form.section, "under which head it stands"));
    let label = complaints.take("label", Line::parse(&form.label, "what the funder calls it"));
    let measure = complaints.take("measure", ListedMeasure::parse(&form.measure));
    let kind = measure.and_then(|measure| complaints.take("kind", measure.read_kind(&form.kind)));
    let place = measure.and_then(|measure| complaints.take("place", measure.read_place(&form.place, places)));
    let line = (|| {
        Some(OwnLine { id: None, section: section?.to_string(), label: label?.to_string(), measure: measure?, kind: kind?, place: place? })
    })();
    complaints.or(line)
}

pub(super) async fn add(
    Steward(viewer): Steward,
    State(db): State<Db>,
    Id(id): Id<FilingId>,
    Form(form): Form<LineForm>,
) -> Result<Response> {
    let asked = id.clone();
    let (filing, places) = db
        .read(move |conn| {
            let filing = filing::find(conn, &asked)?;
            let places = measures::places(conn, filing.program)?;
            Ok((filing, places))
        })
        .await?;
    if !filing.form.has_own_lines() {
        return Err(Error::NotFound);
    }
    let line = match parse(&form, &places) {
        Ok(line) => line,
        Err(complaints) => return draw_filing(&viewer, &db, id, &FileForm::adding(form), &complaints).await,
    };
    let (asked, version) = (id.clone(), form.version);
    match db.write(viewer.actor(), move |tx| queries::add(tx, &asked, version, &line)).await {
        Ok(()) => Ok(Redirect::to(&format!("/filings/{id}#lines")).into_response()),
        Err(Error::Rejected(words)) => {
            let mut complaints = Complaints::default();
            complaints.add("label", words);
            draw_filing(&viewer, &db, id, &FileForm::adding(form), &complaints).await
        }
        Err(other) => Err(other),
    }
}

/// Which line, and of which state of the table.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StrikeForm {
    line: String,
    version: i64,
}

pub(super) async fn strike(
    Steward(viewer): Steward,
    State(db): State<Db>,
    Id(id): Id<FilingId>,
    Form(form): Form<StrikeForm>,
) -> Result<Response> {
    let line = FilingLineId::parse(&form.line).ok_or(Error::NotFound)?;
    let asked = id.clone();
    db.write(viewer.actor(), move |tx| queries::strike(tx, &asked, form.version, &line)).await?;
    Ok(Redirect::to(&format!("/filings/{id}#lines")).into_response())
}
