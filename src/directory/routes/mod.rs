//! Partners: advisors look, managers add and change.

mod accounts;
mod closures;
mod services;

use super::views::{self, ContactForm, ListPage, Listed, PartnerForm, PartnerPage, SearchForm, Typed};
use crate::auth::{CaseWorker, House, Manager, Route, Viewer};
use crate::error::{Error, Result};
use crate::partners::queries::Wanted;
use crate::partners::{NewContact, Partner, PartnerFacts, queries};
use crate::programs::queries as programs;
use crate::referrals::queries as referrals;
use crate::store::Db;
use crate::values::{ContactId, Email, Kind, Line, Note, PartnerId, PartnerType, Telephone, Vocabulary, Website, codes};
use crate::web::{Access, Complaints, Form, Id, Leaf, Query, forms, get, post};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/partners", &[A::Advisor, A::Manager], partners_page),
        post("/partners", &[A::Manager], add_partner),
        get("/partners/{id}", &[A::Advisor, A::Manager], partner_page),
        post("/partners/{id}", &[A::Manager], change_partner),
        post("/partners/{id}/contacts", &[A::Manager], add_contact),
        post("/partners/{id}/contacts/{contact}/closing", &[A::Manager], close_contact),
        post("/partners/{id}/contacts/{contact}/accounts", &[A::Advisor, A::Manager], accounts::give_account),
        post("/partners/{id}/accounts/{account}/ending", &[A::Advisor, A::Manager], accounts::end_account),
        get("/partners/{id}/services/new", &[A::Manager], services::new_service),
        post("/partners/{id}/services", &[A::Manager], services::add_service),
        get("/partners/{id}/services/{service}", &[A::Manager], services::service_page),
        post("/partners/{id}/services/{service}", &[A::Manager], services::change_service),
        post("/partners/{id}/services/{service}/retirement", &[A::Manager], services::retire_service),
        post("/partners/{id}/services/{service}/checks", &[A::Advisor, A::Manager], services::check_service),
        post("/partners/{id}/services/{service}/capacity", &[A::Advisor, A::Manager], services::set_capacity),
        post("/partners/{id}/closures", &[A::Advisor, A::Manager], closures::announce_closure),
        post("/partners/{id}/closures/{closure}/withdrawal", &[A::Advisor, A::Manager], closures::withdraw_closure),
    ]
}

async fn partners_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Query(search): Query<SearchForm>) -> Result<Response> {
    draw_list(&viewer, &db, search, &PartnerForm::default(), &Complaints::default()).await
}

async fn draw_list(viewer: &Viewer, db: &Db, search: SearchForm, form: &PartnerForm, complaints: &Complaints) -> Result<Response> {
    let (asked, today, wanted, leaf) = (viewer.clone(), db.clock().today(), wanted(&search), Leaf { page: search.page });
    let is_all = wanted.is_all();
    let (found, listed, has_more) = db
        .read(move |conn| {
            let (found, count) = queries::directory(conn, &asked, &wanted, leaf.window(), today)?;
            let (listings, has_more) = leaf.of_window(found);
            let times = referrals::answer_times_of(conn, listings.iter().map(|listing| &listing.partner), today)?;
            let listed = listings
                .into_iter()
                .zip(times)
                .map(|(listing, times)| Ok(Listed { closures: queries::closures(conn, listing.partner.key)?, times, listing }))
                .collect::<Result<Vec<_>>>()?;
            Ok((count, listed, has_more))
        })
        .await?;
    let first = (search.page > 0).then(|| search.address(0));
    let pages = crate::web::parts::pager(first, has_more.then(|| search.address(search.page.saturating_add(1))));
    let page = ListPage { listed: &listed, found, is_all, search: &search, pages, form, complaints, today };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::partners(viewer, &page)).into_response())
}

/// What the address asks for; a word that is on no list narrows nothing.
fn wanted(search: &SearchForm) -> Wanted {
    Wanted {
        words: search.q.clone(),
        kind: Kind::parse(&search.kind),
        sort: PartnerType::parse(&search.sort).ok(),
        language: Some(search.language.clone()).filter(|code| codes::find(codes::List::Languages, code).is_some()),
        is_open: !search.open.is_empty(),
    }
}

async fn add_partner(Manager(viewer): Manager, State(db): State<Db>, Form(form): Form<PartnerForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let facts = match parse(&form) {
        Ok(facts) => facts,
        Err(complaints) => return draw_list(&viewer, &db, SearchForm::default(), &form, &complaints).await,
    };
    let (asked, key, program) = (viewer.clone(), form.key.clone(), form.program.clone());
    let written = db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&key)? {
                return Ok(answer);
            }
            let program = programs::chosen(tx, &asked, &program)?;
            refuse_stranger(&asked, program.key)?;
            let answer = format!("/partners/{}", queries::add(tx, program.key, &facts)?.1);
            tx.remember_answer(&key, &answer)?;
            Ok(answer)
        })
        .await;
    match written {
        Err(Error::Rejected(words)) => {
            let mut complaints = Complaints::default();
            complaints.add("name", words);
            draw_list(&viewer, &db, SearchForm::default(), &form, &complaints).await
        }
        written => Ok(Redirect::to(&written?).into_response()),
    }
}

fn refuse_stranger(viewer: &Viewer, program: i64) -> Result<()> {
    if viewer.manages(program) { Ok(()) } else { Err(Error::Forbidden) }
}

fn parse(form: &PartnerForm) -> std::result::Result<PartnerFacts, Complaints> {
    let mut complaints = Complaints::default();
    let name = complaints.take("name", Line::parse(&form.name, "the name of the partner"));
    let about = complaints.take("about", Note::maybe(&form.about, "what it offers")).flatten();
    let telephone = complaints.take("telephone", Telephone::maybe(&form.telephone)).flatten();
    let kinds: Vec<Kind> = form.kind.iter().filter_map(|code| Kind::parse(code)).collect();
    if kinds.is_empty() || kinds.len() != form.kind.len() {
        complaints.add("kind", "Choose at least one kind of help that it takes");
    }
    let types: Vec<PartnerType> = form.types.iter().filter_map(|code| PartnerType::parse(code).ok()).collect();
    if types.len() != form.types.len() {
        complaints.add("type", "Choose from the list what sort of organization it is");
    }
    let email = complaints.take("email", Email::maybe(&form.email)).flatten();
    let website = complaints.take("website", Website::maybe(&form.website)).flatten();
    let facts = name.map(|name| PartnerFacts {
        name,
        about: about.map(|about| about.to_string()),
        telephone,
        types,
        kinds,
        website,
        email,
        is_closed: form.is_closed.is_some(),
    });
    complaints.or(facts)
}

async fn partner_page(CaseWorker(viewer): CaseWorker, State(house): State<House>, Id(id): Id<PartnerId>) -> Result<Response> {
    draw_partner(&viewer, &house, id, &Typed::default(), &Complaints::default()).await
}

async fn draw_partner(viewer: &Viewer, house: &House, id: PartnerId, typed: &Typed, complaints: &Complaints) -> Result<Response> {
    let db = &house.db;
    let (asked, today) = (viewer.clone(), db.clock().today());
    let zone = db.clock().zone().clone();
    let (partner, services, contacts, accounts, closures, times) = db
        .read(move |conn| {
            let partner = queries::find_for(conn, &asked, &id)?;
            let (contacts, closures) = (queries::contacts(conn, partner.key)?, queries::closures(conn, partner.key)?);
            let times = referrals::answer_times(conn, &partner, today)?;
            let services = queries::services(conn, partner.key)?;
            let accounts = queries::accounts(conn, partner.key)?;
            Ok((partner, services, contacts, accounts, closures, times))
        })
        .await?;
    let known = PartnerForm::of(&partner);
    let page = PartnerPage {
        can_change: viewer.manages(partner.program),
        partner: &partner,
        services: &services,
        contacts: &contacts,
        accounts: &accounts,
        can_sign_in: accounts::can_sign_in(house),
        closures: &closures,
        times: &times,
        today,
        zone: &zone,
        form: typed.partner.as_ref().unwrap_or(&known),
        typed,
        complaints,
    };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::partner(viewer, &page)).into_response())
}

/// A partner in a program that the viewer manages.
fn managed(conn: &rusqlite::Connection, viewer: &Viewer, id: &PartnerId) -> Result<Partner> {
    let partner = queries::find_for(conn, viewer, id)?;
    refuse_stranger(viewer, partner.program)?;
    Ok(partner)
}

async fn change_partner(
    Manager(viewer): Manager,
    State(house): State<House>,
    Id(id): Id<PartnerId>,
    Form(form): Form<PartnerForm>,
) -> Result<Response> {
    let facts = match parse(&form) {
        Ok(facts) => facts,
        Err(complaints) => return draw_partner(&viewer, &house, id, &Typed { partner: Some(form), ..Typed::default() }, &complaints).await,
    };
    let (asked, address, version) = (viewer.clone(), format!("/partners/{id}"), form.version);
    let wanted = id.clone();
    let written = house.db.write(viewer.actor(), move |tx| queries::change(tx, &managed(tx, &asked, &wanted)?, version, &facts)).await;
    match written {
        Err(Error::Rejected(words)) => {
            let mut complaints = Complaints::default();
            complaints.add(if words.contains("in the directory already") { "name" } else { "kind" }, words);
            draw_partner(&viewer, &house, id, &Typed { partner: Some(form), ..Typed::default() }, &complaints).await
        }
        written => written.map(|()| Redirect::to(&address).into_response()),
    }
}

async fn add_contact(
    Manager(viewer): Manager,
    State(house): State<House>,
    Id(id): Id<PartnerId>,
    Form(form): Form<ContactForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let name = complaints.take("contact_name", Line::parse(&form.contact_name, "the name of the person"));
    let email = complaints.take("contact_email", Email::maybe(&form.contact_email)).flatten();
    let telephone = complaints.take("contact_telephone", Telephone::maybe(&form.contact_telephone)).flatten();
    if complaints.is_empty() && email.is_none() && telephone.is_none() {
        complaints.add("contact_email", "Write an e-mail address or a telephone number, so that we can reach them");
    }
    let new = match complaints.or(name.map(|name| NewContact { name, email, telephone })) {
        Ok(new) => new,
        Err(complaints) => return draw_partner(&viewer, &house, id, &Typed { contact: form, ..Typed::default() }, &complaints).await,
    };
    let (asked, address) = (viewer.clone(), format!("/partners/{id}"));
    let answer = address.clone();
    house
        .db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&form.key)?.is_none() {
                queries::add_contact(tx, &managed(tx, &asked, &id)?, &new)?;
                tx.remember_answer(&form.key, &answer)?;
            }
            Ok(())
        })
        .await?;
    Ok(Redirect::to(&address).into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct ClosingForm {}

async fn close_contact(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Path((id, contact)): Path<(String, String)>,
    Form(ClosingForm {}): Form<ClosingForm>,
) -> Result<Redirect> {
    let (id, contact) = PartnerId::parse(&id).zip(ContactId::parse(&contact)).ok_or(Error::NotFound)?;
    let (asked, address) = (viewer.clone(), format!("/partners/{id}"));
    db.write(viewer.actor(), move |tx| queries::close_contact(tx, &managed(tx, &asked, &id)?, &contact)).await?;
    Ok(Redirect::to(&address))
}
