//! Find space in three steps: needs and matches, the message, check and send.

use super::Asked;
use super::page::{self, MOST, STEP};
use super::queries::{self, Sending};
use super::views::{self, FindPage, MessagePage};
use crate::auth::{CaseWorker, Route, Viewer};
use crate::error::{Error, Result};
use crate::partners::queries as partners;
use crate::people::{Client, queries as people};
use crate::sites::attribute::of_needs;
use crate::sites::queries as sites;
use crate::sites::typed::{Typed, contradiction};
use crate::sites::{Looking, matching, saying};
use crate::store::Db;
use crate::values::{ClientId, ConsentMethod, ContactId, Day, NeedEnd, Note, ReferralId, SiteId, Urgency, Vocabulary};
use crate::web::{Access, Complaints, Form, Id, Query, forms, get, parts, post};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rusqlite::Connection;

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/clients/{id}/space", &[A::Advisor, A::Manager], find_page),
        post("/clients/{id}/space", &[A::Advisor, A::Manager], save_need),
        post("/clients/{id}/space/closing", &[A::Advisor, A::Manager], close_need),
        post("/clients/{id}/space/letting", &[A::Advisor, A::Manager], let_unit),
        get("/clients/{id}/space/message", &[A::Advisor, A::Manager], message_page),
        post("/clients/{id}/space/message", &[A::Advisor, A::Manager], prepare),
        get("/clients/{id}/space/check", &[A::Advisor, A::Manager], check_page),
    ]
}

type Pairs = Vec<(String, String)>;

async fn find_page(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Query(query): Query<Pairs>,
) -> Result<Response> {
    draw(&viewer, &db, id, &query, None, &Complaints::default()).await
}

fn first<'q>(query: &'q [(String, String)], name: &str) -> Option<&'q str> {
    query.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

fn units(query: &[(String, String)]) -> Vec<SiteId> {
    query.iter().filter(|(name, _)| name == "to").filter_map(|(_, id)| SiteId::parse(id)).collect()
}

async fn draw(
    viewer: &Viewer,
    db: &Db,
    id: ClientId,
    query: &[(String, String)],
    typed: Option<&Typed>,
    complaints: &Complaints,
) -> Result<Response> {
    let (asked, today) = (viewer.clone(), db.clock().today());
    let shown = first(query, "show").and_then(|shown| shown.parse().ok()).unwrap_or(STEP).clamp(STEP, MOST);
    let found = db.report(move |conn| page::find(conn, &asked, &id, shown, today)).await?;
    let page = FindPage {
        typed: typed.unwrap_or(&found.typed),
        chosen: &units(query),
        shown,
        complaints,
        today,
        zone: db.clock().zone(),
        is_saved: first(query, "saved").is_some(),
        found: &found,
    };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::find(viewer, &page)).into_response())
}

/// What is written down of a need.
struct Wanted {
    facts: crate::sites::attribute::Facts,
    words: sites::Words,
    since: Option<Day>,
}

fn parse(typed: &Typed, today: Day) -> std::result::Result<Wanted, Complaints> {
    let mut complaints = Complaints::default();
    let facts = typed.facts(of_needs(), &mut complaints);
    if let Some((field, words)) = contradiction(&facts) {
        complaints.add(field, words);
    }
    let note = complaints.take("note", Note::maybe(typed.get("note"), "what else the landlord has to know")).flatten();
    let since = complaints.take("waiting_since", Day::maybe(typed.get("waiting_since"))).flatten();
    if since.is_some_and(|since| since > today) {
        complaints.add("waiting_since", "They cannot have looked since a day that lies ahead");
    }
    let told = match typed.get("tell") {
        "" => None,
        // Staff hear a yes or see it signed; nobody presses one on somebody else's page.
        method => complaints.take("tell", ConsentMethod::parse(method)).filter(|method| *method != ConsentMethod::Link),
    };
    if complaints.is_empty() && matching::wants(&facts).is_empty() {
        complaints.add("min_sq_ft", "Write at least one thing that they need");
    }
    let words = sites::Words { note: note.map(|note| note.to_string()), told };
    complaints.or(Some(Wanted { facts, words, since }))
}

async fn save_need(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Form(pairs): Form<Pairs>,
) -> Result<Response> {
    let typed = Typed::read(pairs, &["key", "version", "note", "tell", "waiting_since", "to", "deed"], of_needs())?;
    forms::check_key(typed.get("key"))?;
    let chosen: Pairs = typed.all("to").into_iter().map(|id| ("to".to_owned(), id.to_owned())).collect();
    let wanted = match parse(&typed, db.clock().today()) {
        Ok(wanted) => wanted,
        Err(complaints) => return draw(&viewer, &db, id, &chosen, Some(&typed), &complaints).await,
    };
    if typed.get("deed") == "message" && units(&chosen).is_empty() {
        let mut complaints = Complaints::default();
        complaints.add("to", "Choose at least one unit");
        return draw(&viewer, &db, id, &chosen, Some(&typed), &complaints).await;
    }
    let (asked, key, version) = (viewer.clone(), typed.get("key").to_owned(), typed.version());
    let to: String = units(&chosen).iter().map(|unit| format!("&to={unit}")).collect();
    let address = match typed.get("deed") {
        "message" => format!("/clients/{id}/space/message?{}", to.trim_start_matches('&')),
        _ => format!("/clients/{id}/space?saved=yes{to}"),
    };
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&key)?.is_some() {
            return Ok(());
        }
        let client = people::find_for(tx, &asked, &id)?;
        match sites::need_of_client(tx, &client)? {
            Some(looking) => {
                sites::change_need(tx, &looking, version, &wanted.facts, &wanted.words)?;
            }
            None => {
                sites::start_need(tx, &client, &wanted.facts, &wanted.words, wanted.since)?;
            }
        }
        tx.remember_answer(&key, &answer)
    })
    .await?;
    Ok(Redirect::to(&address).into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct ClosingForm {
    key: String,
    why: String,
}

async fn close_need(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Form(form): Form<ClosingForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let (asked, why, address) = (viewer.clone(), NeedEnd::parse(&form.why)?, format!("/clients/{id}"));
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            let client = people::find_for(tx, &asked, &id)?;
            let looking = sites::need_of_client(tx, &client)?.ok_or(Error::Stale)?;
            sites::close_need(tx, &looking, why)?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address))
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct LettingForm {
    key: String,
    referral: String,
    site: String,
}

async fn let_unit(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Form(form): Form<LettingForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let (referral, site) = ReferralId::parse(&form.referral).zip(SiteId::parse(&form.site)).ok_or(Error::NotFound)?;
    let (asked, address) = (viewer.clone(), format!("/clients/{id}"));
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        people::find_for(tx, &asked, &id)?;
        if tx.answer_to(&form.key)?.is_none() {
            queries::close_both(tx, &asked, &referral, &site)?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address))
}

/// The landlords of the chosen units, each with its message: the need, and what is not known of its units as questions.
fn asked(conn: &Connection, viewer: &Viewer, client: &Client, looking: &Looking, chosen: &[SiteId]) -> Result<Vec<Asked>> {
    let mut all: Vec<Asked> = Vec::new();
    for id in chosen {
        let site = sites::find_for(conn, viewer, id)?;
        if site.program != client.program || all.iter().any(|one| one.sites.iter().any(|known| known.key == site.key)) {
            continue;
        }
        match all.iter_mut().find(|one| one.partner.0 == site.partner.0) {
            Some(one) => one.sites.push(site),
            None => {
                let contacts = partners::contacts(conn, site.partner.0)?;
                all.push(Asked { partner: site.partner.clone(), sites: vec![site], contacts, text: String::new() });
            }
        }
    }
    for one in &mut all {
        one.text = message(looking, one);
    }
    Ok(all)
}

fn message(looking: &Looking, asked: &Asked) -> String {
    let names: Vec<&str> = asked.sites.iter().map(|site| site.name.as_str()).collect();
    let mut text = format!("About {}.\n{}", names.join(" and "), saying::need_text(&looking.need, looking.note.as_deref()));
    for site in &asked.sites {
        let questions = matching::questions(&looking.need, site);
        if !questions.is_empty() {
            text.push_str(&format!("\nPlease tell us about {}: {}", site.name, questions.join(" ")));
        }
    }
    text
}

async fn message_page(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Query(query): Query<Pairs>,
) -> Result<Response> {
    draw_message(&viewer, &db, id, units(&query), &Typed::default(), &Complaints::default()).await
}

async fn draw_message(
    viewer: &Viewer,
    db: &Db,
    id: ClientId,
    chosen: Vec<SiteId>,
    typed: &Typed,
    complaints: &Complaints,
) -> Result<Response> {
    let (reader, back) = (viewer.clone(), Redirect::to(&format!("/clients/{id}/space")));
    let found = db
        .read(move |conn| {
            let client = people::find_for(conn, &reader, &id)?;
            let Some(looking) = sites::need_of_client(conn, &client)? else { return Ok(None) };
            let all = asked(conn, &reader, &client, &looking, &chosen)?;
            Ok(Some((client, looking, all)))
        })
        .await?;
    let Some((client, looking, all)) = found.filter(|(.., all)| !all.is_empty()) else { return Ok(back.into_response()) };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = MessagePage { client: &client, looking: &looking, asked: &all, typed, complaints, today: db.clock().today() };
    Ok((status, views::message(viewer, &page)).into_response())
}

/// Reads what was typed for each landlord; complaints are noted.
fn typed_for(conn: &Connection, program: i64, all: Vec<Asked>, typed: &Typed, complaints: &mut Complaints) -> Result<Vec<(Asked, i64)>> {
    let mut sending = Vec::new();
    for mut one in all {
        let name = &one.partner.2;
        let text = complaints.take("text", Note::maybe(typed.get(&format!("text.{}", one.partner.1)), &format!("the message to {name}")));
        let contact = match ContactId::parse(typed.get(&format!("contact.{}", one.partner.1))) {
            Some(id) => match partners::find_contact_in(conn, program, &id) {
                Err(Error::NotFound) => None,
                found => Some(found?).filter(|contact| contact.partner == one.partner.0),
            },
            None => None,
        };
        match (text.flatten(), contact) {
            (Some(text), Some(contact)) => {
                one.text = text.to_string();
                sending.push((one, contact.key));
            }
            (None, _) if complaints.is_empty() => complaints.add("text", format!("Write the message to {name}")),
            (_, None) => complaints.add("text", format!("Choose whom to ask at {name}")),
            (None, _) => {}
        }
    }
    Ok(sending)
}

async fn prepare(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<ClientId>, Form(pairs): Form<Pairs>) -> Result<Response> {
    let own: Vec<String> =
        pairs.iter().map(|(name, _)| name.clone()).filter(|name| name.starts_with("text.") || name.starts_with("contact.")).collect();
    let known: Vec<&str> = ["key", "urgency", "to"].into_iter().chain(own.iter().map(String::as_str)).collect();
    let typed = Typed::read(pairs, &known, std::iter::empty())?;
    forms::check_key(typed.get("key"))?;
    let chosen: Vec<SiteId> = typed.all("to").into_iter().filter_map(SiteId::parse).collect();
    let mut complaints = Complaints::default();
    let urgency = complaints.take("urgency", Urgency::parse(typed.get("urgency")));
    let (reader, wanted, picked, form) = (viewer.clone(), id.clone(), chosen.clone(), typed.clone());
    let (client, looking, asked, noted) = db
        .read(move |conn| {
            let client = people::find_for(conn, &reader, &wanted)?;
            let looking = sites::need_of_client(conn, &client)?.ok_or(Error::Stale)?;
            let all = asked(conn, &reader, &client, &looking, &picked)?;
            let mut noted = Complaints::default();
            let asked = typed_for(conn, client.program, all, &form, &mut noted)?;
            Ok((client, looking, asked, noted))
        })
        .await?;
    for (field, words) in noted.iter() {
        complaints.add(field, words);
    }
    let Some(urgency) = urgency.filter(|_| complaints.is_empty()) else {
        return draw_message(&viewer, &db, id, chosen, &typed, &complaints).await;
    };
    let (writer, key, address) = (viewer.clone(), typed.get("key").to_owned(), format!("/clients/{id}/space/check"));
    let answer = address.clone();
    let sending = Sending { asked, urgency };
    let written = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                queries::prepare(tx, &writer, &client, &looking, &sending)?;
                tx.remember_answer(&key, &answer)?;
            }
            Ok(())
        })
        .await;
    match written {
        Err(Error::Rejected(words)) => {
            complaints.add("text", words);
            draw_message(&viewer, &db, id, chosen, &typed, &complaints).await
        }
        written => written.map(|()| Redirect::to(&address).into_response()),
    }
}

async fn check_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<ClientId>) -> Result<Response> {
    let (reader, wanted) = (viewer.clone(), id.clone());
    let (client, drafts) = db
        .read(move |conn| {
            let client = people::find_for(conn, &reader, &wanted)?;
            let drafts = queries::drafts(conn, &reader, &client)?;
            Ok((client, drafts))
        })
        .await?;
    Ok(views::check(&viewer, &client, &drafts).into_response())
}

/// The address of the page with more units on it.
pub(super) fn more(client: &ClientId, shown: usize, chosen: &[SiteId]) -> String {
    let to: String = chosen.iter().map(|unit| format!("&to={}", parts::encoded(unit.as_str()))).collect();
    format!("/clients/{client}/space?show={}{to}#more", shown + STEP)
}
