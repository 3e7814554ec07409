//! Required filings: recording, ending, making a file, taking a copy.

use super::{Proved, prove_and_do};
use crate::auth::queries::settling::{self, refuse_unsettled};
use crate::auth::step_up::{self, Typed, earlier};
use crate::auth::{House, Steward, Viewer};
use crate::error::{Error, Result};
use crate::firewall::filing::{self, Days, NewFiling};
use crate::programs::queries as programs;
use crate::safeguards::views::filings::{self as views, FileForm, FilingForm};
use crate::store::{Db, Object};
use crate::values::{Complaint, Day, FiledId, FilingId, Line, Question, Vocabulary};
use crate::web::{Complaints, Download, Form, Id, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

pub(super) async fn filings_page(Steward(viewer): Steward, State(db): State<Db>) -> Result<Response> {
    draw(&viewer, &db, &FilingForm::default(), &Complaints::default()).await
}

async fn draw(viewer: &Viewer, db: &Db, form: &FilingForm, complaints: &Complaints) -> Result<Response> {
    let (account, now) = (viewer.key, db.clock().now());
    let look = move |conn: &rusqlite::Connection| Ok((filing::list(conn)?, programs::list(conn)?, settling::find(conn, account, now)?));
    let (filings, programs, settles) = db.read(look).await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::page(viewer, (&filings, &programs, settles), db.clock(), form, complaints)).into_response())
}

fn parse(form: &FilingForm, programs: &[(i64, String)], by: i64) -> std::result::Result<NewFiling, Complaints> {
    let mut complaints = Complaints::default();
    let program = programs.iter().find(|(_, id)| *id == form.program).map(|(key, _)| *key);
    if program.is_none() {
        complaints.add("program", "Choose a program");
    }
    let recipient = complaints.take("recipient", Line::parse(&form.recipient, "who gets it"));
    let authority = complaints.take("authority", Line::parse(&form.authority, "the law, rule or contract"));
    let from_on = complaints.take("from_on", Day::parse(&form.from_on));
    let questions = form.question.iter().map(|word| Question::parse(word)).collect::<std::result::Result<Vec<_>, _>>();
    let questions = complaints.take(
        "question",
        questions.and_then(|chosen| if chosen.is_empty() { Err(Complaint::new("Choose at least one question")) } else { Ok(chosen) }),
    );
    let new = (|| {
        Some(NewFiling {
            program: program?,
            recipient: recipient?.as_str().to_owned(),
            authority: authority?.as_str().to_owned(),
            questions: questions?,
            from_on: from_on?,
            by,
        })
    })();
    complaints.or(new)
}

pub(super) async fn record(Steward(viewer): Steward, State(house): State<House>, Form(form): Form<FilingForm>) -> Result<Response> {
    let known = house
        .db
        .read(|conn| Ok(programs::list(conn)?.into_iter().map(|program| (program.key, program.id.to_string())).collect::<Vec<_>>()))
        .await?;
    let new = match parse(&form, &known, viewer.key) {
        Ok(new) => new,
        Err(complaints) => return draw(&viewer, &house.db, &form, &complaints).await,
    };
    let done = prove_and_do(&house, &viewer, form.key.clone(), form.typed(), move |tx| {
        filing::record(tx, &new).map(|id| Ok(format!("/filings/{id}")))
    });
    match done.await? {
        Proved::Done(address) => Ok(Redirect::to(&address).into_response()),
        Proved::Not(complaints) => draw(&viewer, &house.db, &form, &complaints).await,
    }
}

pub(super) async fn filing_page(Steward(viewer): Steward, State(db): State<Db>, Id(id): Id<FilingId>) -> Result<Response> {
    draw_filing(&viewer, &db, id, &FileForm::default(), &Complaints::default()).await
}

async fn draw_filing(viewer: &Viewer, db: &Db, id: FilingId, form: &FileForm, complaints: &Complaints) -> Result<Response> {
    let (account, now) = (viewer.key, db.clock().now());
    let look = move |conn: &rusqlite::Connection| {
        let filing = filing::find(conn, &id)?;
        Ok((filing::made(conn, filing.key)?, filing, settling::find(conn, account, now)?))
    };
    let (made, filing, settles) = db.read(look).await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::filing(viewer, (&filing, &made, settles), db.clock(), form, complaints)).into_response())
}

/// Ends a filing, with a reason. No `Debug`: there is a password in it.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EndForm {
    key: String,
    why: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
}

pub(super) async fn end_filing(
    Steward(viewer): Steward,
    State(house): State<House>,
    Id(id): Id<FilingId>,
    Form(form): Form<EndForm>,
) -> Result<Response> {
    let again = FileForm::ending(&form.why);
    let mut complaints = Complaints::default();
    let Some(why) = complaints.take("why", Line::parse(&form.why, "why it ends")) else {
        return draw_filing(&viewer, &house.db, id, &again, &complaints).await;
    };
    let (asked, steward) = (id.clone(), viewer.key);
    let typed = Typed { password: form.password, code: form.code };
    let done = prove_and_do(&house, &viewer, form.key, typed, move |tx| {
        filing::end(tx, &asked, why.as_str(), steward)?;
        Ok(Ok(format!("/filings/{asked}")))
    });
    match done.await? {
        Proved::Done(address) => Ok(Redirect::to(&address).into_response()),
        Proved::Not(complaints) => draw_filing(&viewer, &house.db, id, &again, &complaints).await,
    }
}

/// Makes the file of some days. It is on the record, and on the disk there, before anything is decrypted.
pub(super) async fn make(
    Steward(viewer): Steward,
    State(house): State<House>,
    Id(id): Id<FilingId>,
    Form(form): Form<FileForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let first = complaints.take("first", Day::parse(&form.first));
    let last = complaints.take("last", Day::parse(&form.last));
    let today = house.db.clock().today();
    if let (Some(first), Some(last)) = (first, last)
        && (last < first || last >= today)
    {
        complaints.add("last", "A file counts whole days that are over: the last day lies before today, and not before the first");
    }
    let days = match complaints.or(first.zip(last)) {
        Ok((first, last)) => Days { first, last },
        Err(complaints) => return draw_filing(&viewer, &house.db, id, &form, &complaints).await,
    };
    if let Some(address) = earlier(&house, &viewer, &form.key).await? {
        return Ok(Redirect::to(&address).into_response());
    }
    let proof = match step_up::prove(&house, &viewer, form.typed()).await? {
        Ok(proof) => proof,
        Err(complaints) => return draw_filing(&viewer, &house.db, id, &form, &complaints).await,
    };
    let (asked, key, steward, address) = (id.clone(), form.key.clone(), viewer.key, format!("/filings/{id}"));
    let permit = house
        .db
        .write(viewer.actor(), move |tx| {
            proof.spend(tx)?;
            let permit = filing::begin(tx, &asked, days, steward)?;
            tx.remember_answer(&key, &address)?;
            Ok(permit)
        })
        .await?;
    let file = house.db.write(viewer.actor(), move |tx| filing::make(tx, permit, steward)).await?;
    hand_out(&house, &viewer, id, file).await
}

/// Hands a copy over: first on the record, then out of the house.
async fn hand_out(house: &House, viewer: &Viewer, id: FilingId, file: FiledId) -> Result<Response> {
    let (filing, asked, steward) = (id.clone(), file.clone(), viewer.key);
    house.db.write(viewer.actor(), move |tx| filing::hand_over(tx, &filing, &asked, steward)).await?;
    let db = house.db.clone();
    let (days, bytes) = house.db.read(move |conn| filing::file(conn, db.keys(), &file)).await?;
    Ok(Download { name: format!("filing-{}-to-{}.csv", days.first, days.last), kind: "text/csv; charset=utf-8", bytes }.into_response())
}

/// Takes a copy. No `Debug`: there is a password in it.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CopyForm {
    key: String,
    file: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
}

pub(super) async fn copy(
    Steward(viewer): Steward,
    State(house): State<House>,
    Id(id): Id<FilingId>,
    Form(form): Form<CopyForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let file = FiledId::parse(&form.file).ok_or(Error::NotFound)?;
    let typed = Typed { password: form.password, code: form.code };
    let proof = match step_up::prove(&house, &viewer, typed).await? {
        Ok(proof) => proof,
        Err(complaints) => return draw_filing(&viewer, &house.db, id, &FileForm::default(), &complaints).await,
    };
    let (filing, steward) = (id.clone(), viewer.key);
    house
        .db
        .write(viewer.actor(), move |tx| {
            refuse_unsettled(tx, steward, "take a copy of this file")?;
            proof.spend(tx)?;
            tx.audit("filing.copy_asked", Object::new("filing", filing))
        })
        .await?;
    hand_out(&house, &viewer, id, file).await
}
