//! Preparing a referral: the form, and the draft it makes.

use crate::auth::{CaseWorker, Viewer};
use crate::error::{Error, Result};
use crate::partners::capacity::meets;
use crate::partners::closure::{closed_on, next_within};
use crate::partners::queries as partners;
use crate::people::queries as people;
use crate::people::routes::parse_person;
use crate::referrals::deed::Who;
use crate::referrals::enabling::{self, Warning};
use crate::referrals::fields::{self, Answers, See, Typed};
use crate::referrals::queries::{self, NewReferral};
use crate::referrals::views::{self, NewForm, NewPage, Offered};
use crate::referrals::{Kind, Referral, needs};
use crate::store::{Db, Tx};
use crate::values::{ClientId, ContactId, Day, Note, Origin, Urgency, Vocabulary};
use crate::web::{Complaints, Form, Id, Query, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rusqlite::Connection;

#[derive(Debug, Default, serde::Deserialize)]
pub(super) struct NewQuery {
    #[serde(default)]
    kind: String,
}

pub(super) async fn new_page(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Query(query): Query<NewQuery>,
) -> Result<Response> {
    let form = NewForm { kind: query.kind, ..NewForm::default() };
    draw_new(&viewer, &db, id, &form, &Complaints::default()).await
}

async fn draw_new(viewer: &Viewer, db: &Db, id: ClientId, form: &NewForm, complaints: &Complaints) -> Result<Response> {
    let kind = Kind::parse(&form.kind).unwrap_or(Kind::BusinessDevelopment);
    let (asked, today) = (viewer.clone(), db.clock().today());
    let (client, offered) = db
        .read(move |conn| {
            let client = people::find_for(conn, &asked, &id)?;
            let offered = offered(conn, client.program, kind, today)?;
            Ok((client, offered))
        })
        .await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let warnings = warnings_of(kind, &form.need, &form.typed);
    let warnings = if complaints.is_empty() { &[][..] } else { warnings.as_slice() };
    let page = NewPage { client: &client, kind, offered: &offered, form, complaints, warnings };
    Ok((status, views::new_referral(viewer, &page)).into_response())
}

pub(super) fn offered(conn: &Connection, program: i64, kind: Kind, today: Day) -> Result<Vec<Offered>> {
    partners::list_taking(conn, program, kind)?
        .into_iter()
        .map(|partner| {
            let closures = partners::closures(conn, partner.key)?;
            Ok(Offered {
                contacts: partners::contacts(conn, partner.key)?,
                times: queries::answer_times(conn, &partner, today)?,
                meets: meets(&partners::services(conn, partner.key)?, kind, today),
                closure: closed_on(&closures, today).or_else(|| next_within(&closures, today, 14)).cloned(),
                today,
                partner,
            })
        })
        .collect()
}

pub(super) async fn prepare(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let form = NewForm::read(fields)?;
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let kind = Kind::parse(&form.kind).ok_or_else(|| Error::Rejected("Choose what kind of help this is.".to_owned()))?;
    let today = db.clock().today();
    let need = read_sheet(kind, &form.need, &form.typed, form.is_warned, today, &mut complaints);
    let trainee = (kind == Kind::Workforce && form.trainee.is_somebody()).then(|| parse_person(&mut complaints, &form.trainee)).flatten();
    let urgency = complaints.take("urgency", Urgency::parse(&form.urgency));
    // An empty value is "nobody": older pages had a button for it.
    let chosen: Vec<&String> = form.contact.iter().filter(|id| !id.is_empty()).collect();
    let contacts: Vec<ContactId> = chosen.iter().filter_map(|id| ContactId::parse(id)).collect();
    if contacts.len() < chosen.len() {
        complaints.add("contact", "Choose somebody on the list, or nobody to decide later");
    }
    if contacts.len() > queries::MOST_TOGETHER {
        complaints.add("contact", format!("Ask {} partners at most. You ticked {}", queries::MOST_TOGETHER, contacts.len()));
    }
    if trainee.is_some() && contacts.len() > 1 {
        complaints.add("contact", "For one person, ask one partner at a time");
    }
    let Ok(((need, answers), urgency)) = complaints.clone().or(need.zip(urgency)) else {
        return draw_new(&viewer, &db, id, &form, &complaints).await;
    };
    let (asked, key) = (viewer.clone(), form.key);
    let address = db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&key)? {
                return Ok(answer);
            }
            let client = people::find_for(tx, &asked, &id)?;
            let new = NewReferral {
                program: client.program,
                business: client.key,
                kind,
                need: need.to_string(),
                urgency,
                origin: Origin::Advisor,
                partner: None,
                advisor: if asked.advises(client.program) { asked.key } else { client.advisor.as_ref().map_or(asked.key, |(key, _)| *key) },
                replaces: None,
                together: None,
            };
            let first = prepare_for(tx, &asked, &new, &contacts, &answers)?;
            if let Some(person) = &trainee {
                queries::name_trainee(tx, &first, person)?;
            }
            let answer = format!("/referrals/{}", first.id);
            tx.remember_answer(&key, &answer)?;
            Ok(answer)
        })
        .await?;
    Ok(Redirect::to(&address).into_response())
}

/// The words of a sheet that tell how a thing works, where that could cost its owner something.
pub(super) fn warnings_of(kind: Kind, need: &str, typed: &Typed) -> Vec<Warning> {
    if kind != Kind::TechnologyTransfer {
        return Vec::new();
    }
    let prose = needs::of(kind).filter(|field| field.is_prose() && field.see != See::Team).filter_map(|field| typed.get(field.code));
    let text: Vec<&str> = std::iter::once(need).chain(prose.flatten().map(String::as_str)).collect();
    enabling::warnings(&text.join("\n"))
}

/// The need in words and its sheet, read; what is wrong is noted field by field.
pub(super) fn read_sheet(
    kind: Kind,
    need: &str,
    typed: &Typed,
    is_warned: bool,
    today: Day,
    complaints: &mut Complaints,
) -> Option<(Note, Answers)> {
    let words = complaints.take("need", Note::maybe(need, "the need")).flatten();
    if words.is_none() && complaints.on("need").is_none() {
        complaints.add("need", "Write down what the business needs");
    }
    if !is_warned && !warnings_of(kind, need, typed).is_empty() {
        complaints.add(views::sheet::WARNED, "Some words may tell too much. Change them, or say that you read the warnings");
    }
    if typed.keys().any(|code| !needs::of(kind).any(|field| field.code == *code)) {
        complaints.add("need", "This form was drawn for another kind of help. Choose the kind again");
    }
    let (answers, found) = fields::read(needs::of(kind), typed, today);
    for (field, words) in found {
        complaints.add(field, words);
    }
    words.map(|words| (words, answers))
}

/// A draft for each partner that is asked, or one without a partner. The first of them.
fn prepare_for(tx: &Tx<'_>, viewer: &Viewer, new: &NewReferral, contacts: &[ContactId], answers: &Answers) -> Result<Referral> {
    let who = Who::of_staff(viewer, new.program);
    let partners = contacts.iter().map(|contact| taking(tx, new.program, new.kind, contact)).collect::<Result<Vec<_>>>()?;
    for (place, (partner, _)) in partners.iter().enumerate() {
        if partners.iter().take(place).any(|(other, _)| other == partner) {
            let name = partners::find(tx, *partner)?.name;
            return Err(Error::Rejected(format!("Choose one person at {name}: one partner is asked once about one need.")));
        }
    }
    let mut drafts = queries::create_together(tx, &who, new, &partners)?;
    if drafts.is_empty() {
        drafts.push(queries::create(tx, &who, new)?);
    }
    for draft in &drafts {
        queries::keep_needs(tx, draft, answers)?;
    }
    drafts.into_iter().next().ok_or_else(|| Error::internal("no draft was made"))
}

/// A contact of a partner that takes this kind: row keys of both.
pub(super) fn taking(conn: &Connection, program: i64, kind: Kind, contact: &ContactId) -> Result<(i64, i64)> {
    let contact = partners::find_contact_in(conn, program, contact)?;
    let partner = partners::find(conn, contact.partner)?;
    if partner.kinds.contains(&kind) {
        Ok((partner.key, contact.key))
    } else {
        Err(Error::Rejected(format!("{} does not take this kind of referral. Choose another partner.", partner.name)))
    }
}
