//! The page that says what a program takes for a service where nobody says otherwise.

use super::views::{self, DefaultsForm, DefaultsPage};
use super::{ServiceDefaults, queries};
use crate::auth::{Admin, Viewer};
use crate::error::{Error, Result};
use crate::store::Db;
use crate::values::codes::{self, List};
use crate::values::{Day, ProgramId, ServiceKind, Vocabulary};
use crate::web::{Complaints, Form, Id, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

impl DefaultsForm {
    fn of(defaults: &ServiceDefaults, version: i64) -> Self {
        let code = |kind: &ServiceKind| kind.code().to_owned();
        Self {
            key: String::new(),
            version,
            topic: defaults.kinds.iter().map(|(_, topic, _)| topic.clone()).collect(),
            reportable: defaults.kinds.iter().filter(|(_, _, is)| *is).map(|(kind, ..)| code(kind)).collect(),
            language: defaults.languages.clone(),
            source: defaults.source.map(|key| key.to_string()).unwrap_or_default(),
        }
    }

    /// One topic for each kind there is, in their order.
    fn parse(&self, today: Day) -> std::result::Result<ServiceDefaults, Complaints> {
        let mut complaints = Complaints::default();
        let mut kinds = Vec::new();
        for (place, kind) in ServiceKind::ALL.iter().enumerate() {
            let typed = self.topic.get(place).map(String::as_str).unwrap_or_default();
            if let Some(topic) = complaints.take("topic", codes::parse_on(List::Topics, typed, today)) {
                kinds.push((*kind, topic.code.clone(), self.reportable.iter().any(|code| code == kind.code())));
            }
        }
        let mut languages: Vec<String> = Vec::new();
        for typed in self.language.iter().filter(|typed| !typed.is_empty()) {
            match complaints.take("language", codes::parse_on(List::Languages, typed, today)) {
                Some(language) if !languages.contains(&language.code) => languages.push(language.code.clone()),
                _ => {}
            }
        }
        let defaults = ServiceDefaults { kinds, languages, source: self.source.parse().ok() };
        complaints.or(Some(defaults))
    }
}

pub(super) async fn page(Admin(viewer): Admin, State(db): State<Db>, Id(id): Id<ProgramId>) -> Result<Response> {
    draw(&viewer, &db, id, None, &Complaints::default()).await
}

async fn draw(viewer: &Viewer, db: &Db, id: ProgramId, typed: Option<DefaultsForm>, complaints: &Complaints) -> Result<Response> {
    let (program, sources, defaults) = db
        .read(move |conn| {
            let program = queries::find_by_id(conn, &id)?;
            let sources = queries::funding_sources(conn, program.key)?;
            let defaults = queries::find_service_defaults(conn, program.key, &sources)?;
            Ok((program, sources, defaults))
        })
        .await?;
    let form = match typed {
        Some(typed) => DefaultsForm { version: program.version, ..typed },
        None => DefaultsForm::of(&defaults, program.version),
    };
    let page = DefaultsPage { viewer, program: &program, sources: &sources, today: db.clock().today() };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::service_defaults(&page, &form, complaints)).into_response())
}

pub(super) async fn save(
    Admin(viewer): Admin,
    State(db): State<Db>,
    Id(id): Id<ProgramId>,
    Form(form): Form<DefaultsForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let defaults = match form.parse(db.clock().today()) {
        Ok(defaults) => defaults,
        Err(complaints) => return draw(&viewer, &db, id, Some(form), &complaints).await,
    };
    let (sought, typed) = (id.clone(), form.clone());
    let saved = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&typed.key)?.is_none() {
                queries::set_service_defaults(tx, &sought, typed.version, &defaults)?;
                tx.remember_answer(&typed.key, "/programs")?;
            }
            Ok(())
        })
        .await;
    if matches!(saved, Err(Error::Stale)) {
        let mut complaints = Complaints::default();
        complaints.add("topic", "This was changed since you opened it. Yours is still in the form; save again to replace what is there");
        let mut page = draw(&viewer, &db, id, Some(form), &complaints).await?;
        *page.status_mut() = StatusCode::CONFLICT;
        return Ok(page);
    }
    saved?;
    Ok(Redirect::to("/programs").into_response())
}
