//! Required filings: recording, ending, checking, making a file, taking a copy.

mod checks;
mod lines;

use super::queries;
use super::views::{self, FileForm, RecordForm};
use crate::auth::queries::settling::{self, refuse_unsettled};
use crate::auth::step_up::{self, Proved, Typed, earlier, prove_and_do};
use crate::auth::{House, Route, Steward, Viewer};
use crate::error::{Error, Result};
use crate::firewall;
use crate::firewall::filing::{self, Days, Details, NewFiling, Sheet};
use crate::measures::queries as measures;
use crate::programs::Program;
use crate::programs::queries as programs;
use crate::store::{Db, Object};
use crate::values::{Complaint, Day, FiledId, FilingForm, FilingId, Line, LmiBasis, ProviderRelation, ProviderType, Question, Vocabulary};
use crate::web::{Access, Complaints, Download, Form, Id, forms, get, post};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/filings", &[A::Steward], filings_page),
        post("/filings", &[A::Steward], record),
        get("/filings/{id}", &[A::Steward], filing_page),
        post("/filings/{id}/locations", &[A::Steward], locate),
        post("/filings/{id}/lines", &[A::Steward], lines::add),
        post("/filings/{id}/removals", &[A::Steward], lines::strike),
        post("/filings/{id}/files", &[A::Steward], make),
        get("/filings/{id}/files/{file}", &[A::Steward], checks::made_page),
        post("/filings/{id}/copies", &[A::Steward], copy),
        post("/filings/{id}/endings", &[A::Steward], end_filing),
        get("/checks", &[A::Manager, A::Steward], checks::list_page),
        get("/checks/{id}", &[A::Manager, A::Steward], checks::check_page),
    ]
}

async fn filings_page(Steward(viewer): Steward, State(db): State<Db>) -> Result<Response> {
    draw(&viewer, &db, &RecordForm::default(), &Complaints::default()).await
}

async fn draw(viewer: &Viewer, db: &Db, form: &RecordForm, complaints: &Complaints) -> Result<Response> {
    let (account, now) = (viewer.key, db.clock().now());
    let look = move |conn: &rusqlite::Connection| {
        let programs = programs::list(conn)?;
        let sources = programs.iter().map(|program| programs::funding_sources(conn, program.key)).collect::<Result<Vec<_>>>()?;
        Ok((filing::list(conn)?, programs, sources, settling::find(conn, account, now)?))
    };
    let (filings, programs, sources, settles) = db.read(look).await?;
    let payers: Vec<views::Payers<'_>> = programs.iter().zip(sources.iter().map(Vec::as_slice)).collect();
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::page(viewer, (&filings, &payers, settles), db.clock(), form, complaints)).into_response())
}

fn questions(form: &RecordForm, format: Option<FilingForm>, complaints: &mut Complaints) -> Option<Vec<Question>> {
    let chosen = form.question.iter().map(|word| Question::parse(word)).collect::<std::result::Result<Vec<_>, _>>();
    let chosen = complaints.take("question", chosen)?;
    let format = format?;
    let missing: Vec<&str> = format.needs().iter().filter(|one| !chosen.contains(one)).map(|one| one.label()).collect();
    if !missing.is_empty() {
        complaints.add("question", format!("This form cannot do without these, so tick them: {}", missing.join(", ").to_lowercase()));
    } else if chosen.is_empty() && format.must_ask() {
        complaints.add("question", "Choose at least one question");
    } else if !chosen.is_empty() && !format.takes_answers() {
        complaints.add("question", "This form has no place for what people say about themselves. Tick none of these");
    }
    Some(chosen)
}

/// What some forms ask besides. Whoever pays is one of the program's own.
fn details(form: &RecordForm, format: Option<FilingForm>, program: Option<&Known>, complaints: &mut Complaints) -> Option<Details> {
    let source = match (form.source.as_str(), program) {
        ("", _) => Ok(None),
        (typed, Some(program)) => {
            let found = program.sources.iter().find(|(_, id)| id == typed).map(|(key, _)| Some(*key));
            found.ok_or_else(|| Complaint::new("This funder pays in another program. Choose one of this program's, or anybody"))
        }
        (_, None) => return None,
    };
    let source = complaints.take("source", source);
    let basis = complaints.take("basis", maybe(&form.basis, LmiBasis::parse));
    let provider_type = complaints.take("provider_type", maybe(&form.provider_type, ProviderType::parse));
    let provider_relation = complaints.take("provider_relation", maybe(&form.provider_relation, ProviderRelation::parse));
    let mut ask = |wanted: FilingForm, is_empty: bool, field: &'static str, words: &str| {
        if format == Some(wanted) && is_empty {
            complaints.add(field, words);
        }
    };
    ask(FilingForm::Cdbg, basis == Some(None), "basis", "Say on what the benefit rests: HUD asks for it");
    ask(FilingForm::Ssbci, provider_type == Some(None), "provider_type", "Say what sort of organization you are");
    ask(FilingForm::Ssbci, provider_relation == Some(None), "provider_relation", "Say what you are to the grant");
    Some(Details { source: source?, basis: basis?, provider_type: provider_type?, provider_relation: provider_relation? })
}

fn maybe<V>(typed: &str, parse: fn(&str) -> std::result::Result<V, Complaint>) -> std::result::Result<Option<V>, Complaint> {
    if typed.is_empty() { Ok(None) } else { parse(typed).map(Some) }
}

/// A program as a filing needs it: row key, address, and who pays there by row key and address.
struct Known {
    key: i64,
    id: String,
    sources: Vec<(i64, String)>,
}

fn known(conn: &rusqlite::Connection) -> Result<Vec<Known>> {
    let known = |program: Program| {
        let sources = programs::funding_sources(conn, program.key)?.into_iter().map(|source| (source.key, source.id.to_string()));
        Ok(Known { key: program.key, id: program.id.to_string(), sources: sources.collect() })
    };
    programs::list(conn)?.into_iter().map(known).collect()
}

fn parse(form: &RecordForm, programs: &[Known], by: i64) -> std::result::Result<NewFiling, Complaints> {
    let mut complaints = Complaints::default();
    let program = programs.iter().find(|program| program.id == form.program);
    if program.is_none() {
        complaints.add("program", "Choose a program");
    }
    let recipient = complaints.take("recipient", Line::parse(&form.recipient, "who gets it"));
    let authority = complaints.take("authority", Line::parse(&form.authority, "the law, rule or contract"));
    let from_on = complaints.take("from_on", Day::parse(&form.from_on));
    let format = complaints.take("form", FilingForm::parse(&form.form));
    let questions = questions(form, format, &mut complaints);
    let details = details(form, format, program, &mut complaints);
    let location = complaints.take("location", location(&form.location));
    let new = (|| {
        Some(NewFiling {
            form: format?,
            location: location?,
            has_names: form.has_names.is_some() && format?.may_name(),
            details: details?,
            program: program?.key,
            recipient: recipient?.as_str().to_owned(),
            authority: authority?.as_str().to_owned(),
            questions: questions?,
            from_on: from_on?,
            by,
        })
    })();
    complaints.or(new)
}

/// The number that the SBA gave the center; none where nothing is typed.
fn location(typed: &str) -> std::result::Result<Option<String>, Complaint> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    match typed.parse::<u32>() {
        Ok(code) if (1..=9_999_999).contains(&code) => Ok(Some(code.to_string())),
        _ => Err(Complaint::new("A location code is a number from 1 to 9999999, as the SBA gave it")),
    }
}

async fn record(Steward(viewer): Steward, State(house): State<House>, Form(form): Form<RecordForm>) -> Result<Response> {
    let known = house.db.read(known).await?;
    let new = match parse(&form, &known, viewer.key) {
        Ok(new) => new,
        Err(complaints) => return draw(&viewer, &house.db, &form, &complaints).await,
    };
    let done = prove_and_do(&house, &viewer, form.key.clone(), form.typed(), move |tx| {
        let id = filing::record(tx, &new)?;
        queries::begin(tx, &id, new.form)?;
        Ok(Ok(format!("/filings/{id}")))
    });
    match done.await? {
        Proved::Done(address) => Ok(Redirect::to(&address).into_response()),
        Proved::Not(complaints) => draw(&viewer, &house.db, &form, &complaints).await,
    }
}

async fn filing_page(Steward(viewer): Steward, State(db): State<Db>, Id(id): Id<FilingId>) -> Result<Response> {
    draw_filing(&viewer, &db, id, &FileForm::default(), &Complaints::default()).await
}

async fn draw_filing(viewer: &Viewer, db: &Db, id: FilingId, form: &FileForm, complaints: &Complaints) -> Result<Response> {
    let (account, now) = (viewer.key, db.clock().now());
    let look = move |conn: &rusqlite::Connection| {
        let filing = filing::find(conn, &id)?;
        let lines = queries::own(conn, filing.key)?;
        let places = if filing.form.has_own_lines() { measures::places(conn, filing.program)? } else { Vec::new() };
        let asked = firewall::asked(conn, filing.program)?.questions;
        Ok((filing::made(conn, filing.key)?, filing, settling::find(conn, account, now)?, lines, places, asked))
    };
    let (made, filing, settles, lines, places, asked) = db.read(look).await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = views::FilingPage { filing: &filing, made: &made, settles, lines: &lines, places: &places, asked: &asked };
    Ok((status, views::filing(viewer, page, db.clock(), form, complaints)).into_response())
}

/// The center's number.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct LocationForm {
    location: String,
    version: i64,
}

async fn locate(Steward(viewer): Steward, State(db): State<Db>, Id(id): Id<FilingId>, Form(form): Form<LocationForm>) -> Result<Response> {
    let mut complaints = Complaints::default();
    let code = location(&form.location).and_then(|code| code.ok_or_else(|| Complaint::new("Type the code")));
    let Some(code) = complaints.take("location", code) else {
        let again = FileForm::locating(&form.location);
        return draw_filing(&viewer, &db, id, &again, &complaints).await;
    };
    let asked = id.clone();
    db.write(viewer.actor(), move |tx| filing::locate(tx, &asked, form.version, &code)).await?;
    Ok(Redirect::to(&format!("/filings/{id}")).into_response())
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

async fn end_filing(
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
async fn make(Steward(viewer): Steward, State(house): State<House>, Id(id): Id<FilingId>, Form(form): Form<FileForm>) -> Result<Response> {
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
    let (asked, leaves_out) = (id.clone(), form.leaves_out.is_some());
    let made = house
        .db
        .write(viewer.actor(), move |tx| {
            let filing = filing::find(tx, &asked)?;
            let content = queries::gather(tx, &tx.keys(), &filing, days)?.content();
            filing::make(tx, permit, content, leaves_out, steward)
        })
        .await;
    match made {
        Ok(file) => hand_out(&house, &viewer, id, file, Sheet::File).await,
        Err(Error::Rejected(words)) => {
            let mut complaints = Complaints::default();
            complaints.add("last", words);
            draw_filing(&viewer, &house.db, id, &form, &complaints).await
        }
        Err(other) => Err(other),
    }
}

/// Hands a copy over: first on the record, then out of the house.
async fn hand_out(house: &House, viewer: &Viewer, id: FilingId, file: FiledId, sheet: Sheet) -> Result<Response> {
    let (filing, asked, steward) = (id.clone(), file.clone(), viewer.key);
    house.db.write(viewer.actor(), move |tx| filing::hand_over(tx, &filing, &asked, steward)).await?;
    let db = house.db.clone();
    let look = move |conn: &rusqlite::Connection| Ok((filing::find(conn, &id)?.form, filing::file(conn, db.keys(), &file, sheet)?));
    let (form, (days, bytes)) = house.db.read(look).await?;
    let (csv, xml) = (("csv", "text/csv; charset=utf-8"), ("xml", "application/xml; charset=utf-8"));
    let (name, (ending, kind)) = match (form, sheet) {
        (FilingForm::Table, _) => ("filing", csv),
        (_, Sheet::Changes) => ("filing-changes", csv),
        (FilingForm::Sba641, Sheet::File) => ("sba-641", xml),
        (FilingForm::Sba888, Sheet::File) => ("sba-888", xml),
        (FilingForm::Cdbg, Sheet::File) => ("cdbg", csv),
        (FilingForm::Ssbci, Sheet::File) => ("ssbci", csv),
        (FilingForm::Mep, Sheet::File) => ("mep", csv),
        (FilingForm::LogicModel, Sheet::File) => ("logic-model", csv),
        (FilingForm::OwnTable, Sheet::File) => ("table", csv),
    };
    Ok(Download { name: format!("{name}-{}-to-{}.{ending}", days.first, days.last), kind, bytes }.into_response())
}

/// Takes a copy. No `Debug`: there is a password in it.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CopyForm {
    key: String,
    file: String,
    #[serde(default)]
    sheet: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
}

async fn copy(Steward(viewer): Steward, State(house): State<House>, Id(id): Id<FilingId>, Form(form): Form<CopyForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let file = FiledId::parse(&form.file).ok_or(Error::NotFound)?;
    let sheet = if form.sheet == "changes" { Sheet::Changes } else { Sheet::File };
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
    hand_out(&house, &viewer, id, file, sheet).await
}
