//! What staff do about people's rights: answer corrections, and write a helper down by spoken word.

use super::helpers::InviteForm;
use crate::auth::looks::{self, Look};
use crate::auth::queries::helpers::{self, Invited};
use crate::auth::{CaseWorker, House, Viewer};
use crate::error::{Error, Result};
use crate::people::queries as people;
use crate::people::{Client, Owner};
use crate::rights::{ROWS, queries, views};
use crate::store::Db;
use crate::values::{ClientId, Corrected, CorrectionId, HelperId, LookPart, Note, PersonId, Vocabulary};
use crate::web::{Complaints, Form, Id, Leaf, Query, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

pub(super) async fn corrections_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Query(leaf): Query<Leaf>) -> Result<Response> {
    draw_corrections(&viewer, &db, leaf, None).await
}

/// A form that came back: which, what was typed, and what is wrong.
type Again<'a> = Option<(&'a CorrectionId, &'a str, &'a Complaints)>;

async fn draw_corrections(viewer: &Viewer, db: &Db, leaf: Leaf, again: Again<'_>) -> Result<Response> {
    let (asked, today, skip) = (viewer.clone(), db.clock().today(), i64::from(leaf.page) * ROWS);
    let mut all = db.read(move |conn| people::own::open_corrections(conn, &asked, today, false, (skip, ROWS + 1))).await?;
    let has_more = i64::try_from(all.len()).unwrap_or(0) > ROWS;
    all.truncate(usize::try_from(ROWS).unwrap_or_default());
    let status = if again.is_none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let seen = all.iter().map(|one| Look::Own { person: one.person.0, program: one.program, part: LookPart::Correction }).collect();
    Ok((status, looks::shown(seen), views::staff::corrections(viewer, &all, db.clock(), again, leaf, has_more)).into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CorrectionForm {
    key: String,
    answer: String,
    words: String,
}

pub(super) async fn answer_correction(
    CaseWorker(viewer): CaseWorker,
    State(house): State<House>,
    Id(id): Id<CorrectionId>,
    Form(form): Form<CorrectionForm>,
) -> Result<Response> {
    let db = house.db.clone();
    let (asked, wanted) = (viewer.clone(), id.clone());
    let correction = db.read(move |conn| people::own::find_correction(conn, &asked, &wanted)).await?;
    forms::check_key(&form.key)?;
    let answer = Corrected::parse(&form.answer)?;
    let mut complaints = Complaints::default();
    let words = complaints.take("words", Note::maybe(&form.words, "the words")).flatten();
    if answer == Corrected::Kept && words.is_none() && complaints.is_empty() {
        complaints.add("words", "Say why it stays as it is: they read it");
    }
    if !complaints.is_empty() {
        return draw_corrections(&viewer, &db, Leaf::default(), Some((&id, &form.words, &complaints))).await;
    }
    let answered = db.write(viewer.actor(), move |tx| {
        let mut moved = None;
        if tx.answer_to(&form.key)?.is_none() {
            moved = people::own::answer_correction(tx, &viewer, &correction, answer, words.as_ref().map(Note::as_str))?;
            let home = people::own::home_of(tx, correction.person.0, tx.today())?;
            queries::tell_of_answer(tx, correction.person.0, &home)?;
            tx.audit("notice.written", crate::store::Object::none())?;
            tx.remember_answer(&form.key, "answered")?;
        }
        Ok(moved)
    });
    answered.await?.iter().try_for_each(|moved| moved.tell(&house))?;
    Ok(Redirect::to("/corrections").into_response())
}

/// A client with its owners and whoever helps them.
pub(in crate::rights) struct Helped {
    pub client: Client,
    pub owners: Vec<(Owner, Vec<helpers::Known>, Vec<helpers::Done>)>,
}

async fn helped(db: &Db, viewer: &Viewer, id: &ClientId) -> Result<Helped> {
    let (asked, id, today) = (viewer.clone(), id.clone(), db.clock().today());
    db.read(move |conn| {
        let client = people::find_for(conn, &asked, &id)?;
        let owners = people::owners(conn, client.key, today)?;
        let owners = owners
            .into_iter()
            .map(|owner| {
                let (known, done) = (helpers::of_person(conn, owner.person)?, helpers::done_for(conn, owner.person, None, 20)?);
                Ok((owner, known, done))
            })
            .collect::<Result<_>>()?;
        Ok(Helped { client, owners })
    })
    .await
}

pub(super) async fn helpers_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<ClientId>) -> Result<Response> {
    let helped = helped(&db, &viewer, &id).await?;
    Ok(views::staff::helpers(&viewer, &helped, db.clock(), &SpokenForm::default(), &Complaints::default()).into_response())
}

/// A helper by the person's spoken word, as it is typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(in crate::rights) struct SpokenForm {
    key: String,
    person: String,
    pub name: String,
    pub level: String,
    pub until: String,
    heard: Option<String>,
}

pub(super) async fn invite_helper(
    CaseWorker(viewer): CaseWorker,
    State(house): State<House>,
    Id(id): Id<ClientId>,
    Form(form): Form<SpokenForm>,
) -> Result<Response> {
    let (db, today) = (&house.db, house.db.clock().today());
    let helped = helped(db, &viewer, &id).await?;
    forms::check_key(&form.key)?;
    let person = PersonId::parse(&form.person).ok_or(Error::NotFound)?;
    let (owner, ..) = helped.owners.iter().find(|(owner, ..)| owner.id == person).ok_or(Error::NotFound)?;
    let typed = InviteForm { key: String::new(), name: form.name.clone(), level: form.level.clone(), until: form.until.clone() };
    let mut complaints = Complaints::default();
    if form.heard.is_none() {
        complaints.add("heard", "Tick that you heard them say so: a helper is theirs to choose");
    }
    let parsed = typed.parse(today).map_err(|wrong| {
        for field in wrong {
            complaints.add(field, if field == "until" { "Choose a day from today on, a year ahead at most" } else { "Fill this in" });
        }
    });
    let (Ok((name, level, until_on)), true) = (parsed, complaints.is_empty()) else {
        let page = views::staff::helpers(&viewer, &helped, db.clock(), &form, &complaints);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let new = Invited { person: owner.person, name, level, until_on, witness: Some(viewer.key) };
    let invited = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&form.key)?.is_some() {
                return Ok(None);
            }
            let (_, label, code) = helpers::invite(tx, &new)?;
            tx.remember_answer(&form.key, "invited")?;
            Ok(Some((label, code)))
        })
        .await?;
    Ok(match invited {
        Some((label, code)) => {
            views::staff::helper_code(&viewer, &helped.client, owner, &label, &code, &house.config.public_url).into_response()
        }
        None => Redirect::to(&format!("/clients/{id}/helpers")).into_response(),
    })
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EndForm {
    helper: String,
}

pub(super) async fn end_helper(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Form(form): Form<EndForm>,
) -> Result<Response> {
    let helped = helped(&db, &viewer, &id).await?;
    let helper = HelperId::parse(&form.helper).ok_or(Error::NotFound)?;
    let all = helped.owners.iter().flat_map(|(owner, known, _)| known.iter().map(move |known| (owner.person, known)));
    let (person, _) = all.into_iter().find(|(_, known)| known.helper.id == helper).ok_or(Error::NotFound)?;
    match db.write(viewer.actor(), move |tx| helpers::end(tx, person, &helper)).await {
        Err(Error::NotFound) | Ok(()) => Ok(Redirect::to(&format!("/clients/{id}/helpers")).into_response()),
        Err(cause) => Err(cause),
    }
}
