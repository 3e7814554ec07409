//! What an office declares that cannot keep the roles apart.

use crate::auth::queries::settling;
use crate::auth::{Guardian, Viewer};
use crate::error::Result;
use crate::firewall::office::{self, NewDeclaration};
use crate::safeguards::views::office::{self as views, OfficeForm};
use crate::store::Db;
use crate::values::{Line, Note, OrganizationRole};
use crate::web::{Access, Complaints, Form, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

pub(super) async fn office_page(Guardian(viewer): Guardian, State(db): State<Db>) -> Result<Response> {
    draw(&viewer, &db, &OfficeForm::default(), &Complaints::default()).await
}

async fn draw(viewer: &Viewer, db: &Db, form: &OfficeForm, complaints: &Complaints) -> Result<Response> {
    let now = db.clock().now();
    let look = move |conn: &rusqlite::Connection| Ok((office::office(conn)?, office::declarations(conn)?, settling::list(conn, now)?));
    let (office, history, settling) = db.read(look).await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::page(viewer, (&office, &history, &settling), db.clock(), form, complaints)).into_response())
}

pub(super) async fn declare(Guardian(viewer): Guardian, State(db): State<Db>, Form(form): Form<OfficeForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let reason = complaints.take("reason", Note::maybe(&form.reason, "the reason"));
    if matches!(reason, Some(None)) {
        complaints.add("reason", "Say why. Clients and readers of reports see it");
    }
    let outside = complaints.take("outside", Line::maybe(&form.outside, "who stands outside"));
    let (reason, outside) = match complaints.or(reason.flatten().zip(outside)) {
        Ok(parsed) => parsed,
        Err(complaints) => return draw(&viewer, &db, &form, &complaints).await,
    };
    let role = if viewer.is(Access::Steward) { OrganizationRole::Steward } else { OrganizationRole::Admin };
    let new = NewDeclaration {
        is_declared: form.takes_back.is_none(),
        reason: reason.as_str().to_owned(),
        outside: outside.as_ref().map(|outside| outside.as_str().to_owned()),
        by: (viewer.key, role),
        after: form.version,
    };
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            office::declare(tx, &new)?;
            tx.remember_answer(&form.key, "/office")?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to("/office").into_response())
}
