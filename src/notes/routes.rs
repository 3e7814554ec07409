//! The notes about a client: writing, reading, changing, taking back, saying how long one is kept.

use super::views::{self, NoteForm, NotePage};
use super::{ClientNote, Words, queries};
use crate::auth::{CaseWorker, Route, Viewer};
use crate::error::{Error, Result};
use crate::people;
use crate::programs::keeping::{self, KeepForm};
use crate::programs::queries as programs;
use crate::store::Db;
use crate::values::{ClientId, Complaint, Note, NoteId, NoteLevel, Vocabulary};
use crate::web::{Access, Complaints, Form, Id, Leaf, Query, forms, get, post};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/clients/{id}/notes", &[A::Advisor, A::Manager], notes_page),
        post("/clients/{id}/notes", &[A::Advisor, A::Manager], write_note),
        get("/notes/{id}", &[A::Advisor, A::Manager], note_page),
        post("/notes/{id}", &[A::Advisor, A::Manager], change_note),
        post("/notes/{id}/undoing", &[A::Advisor, A::Manager], undo_note),
        post("/notes/{id}/keeping", &[A::Advisor, A::Manager], keep_note),
    ]
}

async fn notes_page(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Query(leaf): Query<Leaf>,
) -> Result<Response> {
    draw_notes(&viewer, &db, id, leaf, &NoteForm::default(), &Complaints::default()).await
}

async fn draw_notes(viewer: &Viewer, db: &Db, id: ClientId, leaf: Leaf, form: &NoteForm, complaints: &Complaints) -> Result<Response> {
    let (asked, today) = (viewer.clone(), db.clock().today());
    let (skip, limit) = leaf.window();
    let (client, notes, until) = db
        .read(move |conn| {
            let client = people::queries::find_for(conn, &asked, &id)?;
            let notes = queries::list_of_client(conn, &asked, client.key, limit, skip)?;
            let until = programs::note_until(conn, client.program, today)?;
            Ok((client, notes, until))
        })
        .await?;
    let (notes, has_more) = leaf.of_window(notes);
    let list = views::List { notes: &notes, leaf, has_more, until, zone: db.clock().zone(), today };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::notes(viewer, &client, &list, form, complaints)).into_response())
}

fn read(form: &NoteForm) -> std::result::Result<Words, Complaints> {
    let mut complaints = Complaints::default();
    let body = Note::maybe(&form.body, "the note").and_then(|body| body.ok_or_else(|| Complaint::new("Write the note first")));
    let body = complaints.take("body", body);
    let level = complaints.take("level", NoteLevel::parse(&form.level));
    complaints.or(body.zip(level).map(|(body, level)| Words { body, level }))
}

async fn write_note(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Form(form): Form<NoteForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let words = match read(&form) {
        Ok(words) => words,
        Err(complaints) => return draw_notes(&viewer, &db, id, Leaf::default(), &form, &complaints).await,
    };
    let asked = viewer.clone();
    let address = db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&form.key)? {
                return Ok(answer);
            }
            let client = people::queries::find_for(tx, &asked, &id)?;
            let note = queries::write(tx, &asked, &client, &words)?;
            let answer = format!("/clients/{id}?noted={note}");
            tx.remember_answer(&form.key, &answer)?;
            Ok(answer)
        })
        .await?;
    Ok(Redirect::to(&address).into_response())
}

async fn note_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<NoteId>) -> Result<Response> {
    let asked = viewer.clone();
    let note = db.read(move |conn| queries::find_for(conn, &asked, &id)).await?;
    let form = as_typed(&note);
    draw_note(&viewer, &db, note, &form, &KeepForm::default(), &Complaints::default()).await
}

fn as_typed(note: &ClientNote) -> NoteForm {
    NoteForm { key: String::new(), version: note.version, body: note.body.clone(), level: note.level.code().to_owned() }
}

async fn draw_note(
    viewer: &Viewer,
    db: &Db,
    note: ClientNote,
    form: &NoteForm,
    keep: &KeepForm,
    complaints: &Complaints,
) -> Result<Response> {
    let (note, before) = db.read(move |conn| queries::before(conn, &note).map(|before| (note, before))).await?;
    let page = NotePage { viewer, note: &note, before: &before, zone: db.clock().zone(), now: db.clock().now(), today: db.clock().today() };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::note(&page, form, keep, complaints)).into_response())
}

async fn change_note(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<NoteId>,
    Form(form): Form<NoteForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (asked, sought) = (viewer.clone(), id.clone());
    let note = db.read(move |conn| queries::find_for(conn, &asked, &sought)).await?;
    let words = match read(&form) {
        Ok(words) => words,
        Err(complaints) => return draw_note(&viewer, &db, note, &form, &KeepForm::default(), &complaints).await,
    };
    let (asked, sought, typed) = (viewer.clone(), id.clone(), form.clone());
    let changed = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&typed.key)?.is_none() {
                queries::change(tx, &asked, &sought, typed.version, &words)?;
                tx.remember_answer(&typed.key, "changed")?;
            }
            Ok(())
        })
        .await;
    match changed {
        Err(Error::Stale) => draw_both(&viewer, &db, id, form).await,
        other => other.map(|()| Redirect::to(&format!("/notes/{id}")).into_response()),
    }
}

/// Somebody was faster, on another screen: what is saved now stands beside what was typed, and nothing is overwritten.
async fn draw_both(viewer: &Viewer, db: &Db, id: NoteId, form: NoteForm) -> Result<Response> {
    let asked = viewer.clone();
    let saved = db.read(move |conn| queries::find_for(conn, &asked, &id)).await?;
    let mut complaints = Complaints::default();
    let words =
        format!("This was changed since you opened it. Saved now: {}. Yours is still in the form; save again to replace it", saved.body);
    complaints.add("body", words);
    let form = NoteForm { version: saved.version, ..form };
    let mut page = draw_note(viewer, db, saved, &form, &KeepForm::default(), &complaints).await?;
    *page.status_mut() = StatusCode::CONFLICT;
    Ok(page)
}

async fn undo_note(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<NoteId>,
    Form(form): Form<forms::Press>,
) -> Result<Redirect> {
    let asked = viewer.clone();
    let note = db.write(viewer.actor(), move |tx| queries::undo(tx, &asked, &id, form.version)).await?;
    Ok(Redirect::to(&format!("/clients/{}?noted={}", note.client.0, note.id)))
}

async fn keep_note(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<NoteId>,
    Form(form): Form<KeepForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (until, why) = match form.parse(db.clock().today()) {
        Ok(parsed) => parsed,
        Err(complaints) => {
            let asked = viewer.clone();
            let note = db.read(move |conn| queries::find_for(conn, &asked, &id)).await?;
            let typed = as_typed(&note);
            return draw_note(&viewer, &db, note, &typed, &form, &complaints).await;
        }
    };
    let (asked, sought, typed) = (viewer.clone(), id.clone(), form.clone());
    let kept = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&typed.key)?.is_none() {
                queries::keep(tx, &asked, &sought, typed.version, until, &why)?;
                tx.remember_answer(&typed.key, "kept")?;
            }
            Ok(())
        })
        .await;
    match kept {
        Err(Error::Stale) => {
            let (asked, today) = (viewer.clone(), db.clock().today());
            let note = db.read(move |conn| queries::find_for(conn, &asked, &id)).await?;
            let (typed, complaints) = (as_typed(&note), keeping::stale(note.until_on, today));
            let mut page = draw_note(&viewer, &db, note, &typed, &form, &complaints).await?;
            *page.status_mut() = StatusCode::CONFLICT;
            Ok(page)
        }
        other => other.map(|()| Redirect::to(&format!("/notes/{id}")).into_response()),
    }
}
