//! Help, a complaint to somebody above the advisor, and the pages where complaints are answered.

use super::{Answer, enter};
use crate::auth::looks::{self, Look};
use crate::auth::own::Entrepreneur;
use crate::auth::{AboveLine, House, Viewer};
use crate::error::{Error, Result};
use crate::mail::Letter;
use crate::people::queries as people;
use crate::referrals::queries::calendar;
use crate::rights::queries::complaints::Hearing;
use crate::rights::{COMPLAINT_DAYS, Filed, ROWS, Reader, queries, views};
use crate::store::Db;
use crate::values::{ComplaintId, Day, Email, Instant, LookPart, Note};
use crate::web::{Complaints, Form, Id, Leaf, Query, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// A look that is asked about: when it was.
#[derive(Debug, Default, serde::Deserialize)]
pub(super) struct About {
    #[serde(default)]
    entry: String,
}

pub(super) async fn help(visit: Result<Entrepreneur>, State(house): State<House>, Query(about): Query<About>) -> Answer {
    let (_, reader) = enter(visit, &house).await?;
    let words = match about.entry.parse::<i64>() {
        Ok(millis) if !reader.is_helper => about_look(&house.db, &reader, Instant::from_millis(millis)).await?,
        _ => String::new(),
    };
    Ok(draw_help(&house, &reader, &words, &Complaints::default()).await?)
}

/// The beginning of a question about a look, if it was one of theirs.
async fn about_look(db: &Db, reader: &Reader, at: Instant) -> Result<String> {
    let (person, today) = (reader.person, reader.today);
    let looks = db.read(move |conn| queries::looked::looked(conn, person, today, (0, 1_000))).await?;
    Ok(looks.iter().find(|look| look.at == at).map_or_else(String::new, |look| views::looked::question(reader, look, db.clock().zone())))
}

async fn draw_help(house: &House, reader: &Reader, words: &str, complaints: &Complaints) -> Result<Response> {
    let person = reader.person;
    let (is_helper, today) = (reader.is_helper, reader.today);
    let program = reader.program.key;
    let (filed, requests, hearing) = house
        .db
        .read(move |conn| {
            if is_helper {
                return Ok((Vec::new(), queries::requests_of(conn, person, today)?, Hearing::default()));
            }
            let hearing = queries::complaints::hearing(conn, person, program, today)?;
            Ok((queries::complaints::of_person(conn, person)?, Vec::new(), hearing))
        })
        .await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::help::page(reader, (&filed, &requests), &hearing, words, complaints, house.db.clock().zone())).into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ComplaintForm {
    key: String,
    words: String,
}

pub(super) async fn file(visit: Result<Entrepreneur>, State(house): State<House>, Form(form): Form<ComplaintForm>) -> Answer {
    forms::check_key(&form.key)?;
    let (inside, reader) = enter(visit, &house).await?;
    let mut complaints = Complaints::default();
    let words = match Note::maybe(&form.words, "what happened") {
        Ok(Some(words)) => words.as_str().to_owned(),
        Ok(None) => {
            complaints.add("words", reader.say("rights-bad-empty"));
            return Ok(draw_help(&house, &reader, &form.words, &complaints).await?);
        }
        Err(_) => {
            complaints.add("words", reader.say("rights-bad-long"));
            return Ok(draw_help(&house, &reader, &form.words, &complaints).await?);
        }
    };
    let (who, key) = (reader.clone(), form.key.clone());
    let filed = house.db.write(inside.actor(), move |tx| {
        if tx.answer_to(&key)?.is_some() {
            return Ok(None);
        }
        let due_on = Day::new(calendar(tx)?.add_business_days(who.today.date(), COMPLAINT_DAYS));
        let number = queries::complaints::file(tx, who.person, &who.home, &words, due_on)?;
        tx.remember_answer(&key, "filed")?;
        let hearing = queries::complaints::hearing(tx, who.person, who.home.program.0, who.today)?;
        Ok(Some((number, due_on, hearing.told)))
    });
    match filed.await {
        Err(Error::Rejected(_)) => {
            complaints.add("words", reader.say("rights-too-many"));
            return Ok(draw_help(&house, &reader, &form.words, &complaints).await?);
        }
        Ok(Some((number, due_on, told))) => tell(&house, number, due_on, told),
        filed => drop(filed?),
    }
    Ok(Redirect::to("/me/help#complaint").into_response())
}

/// Says that there is a complaint, and nothing of what it says.
///
/// Why not by the outbox: advisors of the program read the outbox, and a complaint never reaches a page of theirs. What could not be
/// mailed is not lost: it stands on the page of complaints until it is answered, with its day.
fn tell(house: &House, number: i64, due_on: Day, told: Vec<String>) {
    for to in told.iter().filter_map(|to| Email::parse(to).ok()).filter(|_| house.mailer.is_set_up()) {
        let text = format!(
            "A complaint came in: C-{number}. Please see that it is answered by {}.\n\nIt stands on the page of complaints: {}/complaints\nIf you have no account, ask the program's manager or the data steward for it.",
            due_on.in_words(),
            house.config.public_url
        );
        let message_id = house.mailer.name(&forms::fresh_key());
        let subject = format!("{}: complaint C-{number}", house.db.organization().name);
        house.mailer.send_soon(Letter { to, subject, text, message_id, at: house.db.clock().now() });
    }
}

pub(super) async fn list_page(AboveLine(viewer): AboveLine, State(db): State<Db>, Query(leaf): Query<Leaf>) -> Result<Response> {
    let (asked, skip) = (viewer.clone(), i64::from(leaf.page) * ROWS);
    let mut all = db.read(move |conn| queries::complaints::readable(conn, &asked, (skip, ROWS + 1))).await?;
    let has_more = i64::try_from(all.len()).unwrap_or(0) > ROWS;
    all.truncate(usize::try_from(ROWS).unwrap_or_default());
    Ok(views::staff::complaints(&viewer, &all, db.clock(), leaf, has_more).into_response())
}

pub(super) async fn one_page(AboveLine(viewer): AboveLine, State(db): State<Db>, Id(id): Id<ComplaintId>) -> Result<Response> {
    let asked = viewer.clone();
    let filed = db.read(move |conn| queries::complaints::find(conn, &asked, &id)).await?;
    Ok(draw(&viewer, &db, &filed, "", &Complaints::default()))
}

/// The page of a complaint. The list names nobody; this shows what somebody wrote.
fn draw(viewer: &Viewer, db: &Db, filed: &Filed, typed: &str, complaints: &Complaints) -> Response {
    let seen = Look::Own { person: filed.person, program: filed.program.0, part: LookPart::Complaint };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    (status, looks::shown(vec![seen]), views::staff::complaint(viewer, filed, db.clock(), typed, complaints)).into_response()
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswerForm {
    key: String,
    words: String,
}

pub(super) async fn answer(
    AboveLine(viewer): AboveLine,
    State(db): State<Db>,
    Id(id): Id<ComplaintId>,
    Form(form): Form<AnswerForm>,
) -> Result<Response> {
    let asked = viewer.clone();
    let filed = db.read(move |conn| queries::complaints::find(conn, &asked, &id)).await?;
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let words = complaints.take("words", words(&form.words));
    let Some(words) = words else {
        return Ok(draw(&viewer, &db, &filed, &form.words, &complaints));
    };
    let address = format!("/complaints/{}", filed.id);
    let answered = db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            queries::complaints::answer(tx, &viewer, &filed, &words)?;
            let home = people::own::home_of(tx, filed.person, tx.today())?;
            queries::tell_of_answer(tx, filed.person, &home)?;
            tx.audit("notice.written", crate::store::Object::none())?;
            tx.remember_answer(&form.key, "answered")?;
        }
        Ok(())
    });
    answered.await?;
    Ok(Redirect::to(&address).into_response())
}

fn words(typed: &str) -> std::result::Result<String, crate::values::Complaint> {
    let words = Note::maybe(typed, "the answer")?;
    words.map(|words| words.as_str().to_owned()).ok_or_else(|| crate::values::Complaint::new("Write what they are told"))
}
