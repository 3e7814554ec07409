//! Changing what is known of a business and its people.

use super::views::{self, FactsForm, OwnerForm};
use super::{NewPerson, Place, intake, queries};
use crate::auth::{CaseWorker, House, Route};
use crate::error::Result;
use crate::store::Db;
use crate::values::{ClientId, ContactBy, Day, Email, JobBasis, LegalForm, Line, PersonId, Stage, Telephone, Vocabulary, codes, naics};
use crate::web::{Access, Complaints, Form, Id, get, post};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/clients/{id}/facts", &[A::Advisor, A::Manager], facts_page),
        post("/clients/{id}/facts", &[A::Advisor, A::Manager], change_facts),
        get("/clients/{id}/owners", &[A::Advisor, A::Manager], owners_page),
        post("/clients/{id}/owners", &[A::Advisor, A::Manager], add_owner),
        post("/clients/{id}/owners/{person}", &[A::Advisor, A::Manager], change_person),
        post("/clients/{id}/owners/{person}/ending", &[A::Advisor, A::Manager], end_ownership),
        get("/clients/{id}/intake", &[A::Advisor, A::Manager], intake::page),
        post("/clients/{id}/intake", &[A::Advisor, A::Manager], intake::save),
        post("/clients/{id}/workers", &[A::Advisor, A::Manager], record_workers),
        post("/clients/{id}/advisor", &[A::Advisor, A::Manager], hand_over),
    ]
}

async fn facts_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<ClientId>) -> Result<Response> {
    let asked = viewer.clone();
    let (client, workers, staff) = db
        .read(move |conn| {
            let client = queries::find_for(conn, &asked, &id)?;
            Ok((client.clone(), queries::workers(conn, client.key)?, queries::staff_of(conn, client.program)?))
        })
        .await?;
    let form = FactsForm::of(&client);
    Ok(views::facts(&viewer, &client, workers.as_ref(), &staff, &form, &Complaints::default()).into_response())
}

async fn change_facts(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Form(form): Form<FactsForm>,
) -> Result<Response> {
    let asked = viewer.clone();
    let (client, workers, staff) = db
        .read(move |conn| {
            let client = queries::find_for(conn, &asked, &id)?;
            Ok((client.clone(), queries::workers(conn, client.key)?, queries::staff_of(conn, client.program)?))
        })
        .await?;
    let facts = match parse_facts(&form) {
        Ok(facts) => facts,
        Err(complaints) => {
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::facts(&viewer, &client, workers.as_ref(), &staff, &form, &complaints))
                .into_response());
        }
    };
    let address = format!("/clients/{}", client.id);
    db.write(viewer.actor(), move |tx| queries::change_facts(tx, &client, form.version, &facts)).await?;
    Ok(Redirect::to(&address).into_response())
}

/// Reads what was typed about a business.
pub fn parse_facts(form: &FactsForm) -> std::result::Result<queries::Facts, Complaints> {
    let mut complaints = Complaints::default();
    let name = complaints.take("name", Line::parse(&form.name, "the name of the business"));
    let mut line = |field: &'static str, typed: &str, what: &str| {
        complaints.take(field, Line::maybe(typed, what)).flatten().map(|line| line.to_string())
    };
    let legal_name = line("legal_name", &form.legal_name, "the legal name");
    let product = line("product", &form.product, "what it makes");
    let place = Place {
        street: line("street", &form.street, "the street"),
        city: line("city", &form.city, "the city"),
        neighborhood: line("neighborhood", &form.neighborhood, "the neighborhood"),
        county: line("county", &form.county, "the county"),
        ..Place::default()
    };
    let state = state(&mut complaints, &form.state);
    let postal_code = postal_code(&mut complaints, &form.postal_code);
    let legal_form = chosen(&mut complaints, "legal_form", &form.legal_form, LegalForm::parse);
    let stage = chosen(&mut complaints, "stage", &form.stage, Stage::parse);
    let naics = naics(&mut complaints, &form.naics);
    let started_on = complaints.take("started_on", Day::maybe(&form.started_on)).flatten();
    let county_fips = county_fips(&mut complaints, &form.county_fips);
    let place = Place { state, postal_code, county_fips, ..place };
    let facts = name.map(|name| queries::Facts {
        name,
        legal_name,
        legal_form,
        product,
        naics,
        stage,
        started_on,
        place,
        is_cooperative: form.is_cooperative.is_some(),
    });
    complaints.or(facts)
}

/// A word of a list, where nothing may be chosen.
pub fn chosen<V>(
    complaints: &mut Complaints,
    field: &'static str,
    typed: &str,
    parse: impl FnOnce(&str) -> std::result::Result<V, crate::values::Complaint>,
) -> Option<V> {
    if typed.is_empty() { None } else { complaints.take(field, parse(typed)) }
}

/// A state's code.
pub fn state(complaints: &mut Complaints, typed: &str) -> Option<String> {
    let typed = typed.trim().to_uppercase();
    if typed.is_empty() {
        return None;
    }
    let known = codes::find(codes::List::States, &typed).is_some();
    complaints.take("state", known.then_some(typed).ok_or_else(|| crate::values::Complaint::new("Choose a state from the list")))
}

/// Five digits, the last three of which are no whole state's.
fn county_fips(complaints: &mut Complaints, typed: &str) -> Option<String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let fine = typed.len() == 5 && typed.bytes().all(|byte| byte.is_ascii_digit()) && !typed.ends_with("000");
    let complaint = || {
        crate::values::Complaint::new(format!("A county's code has five digits, such as 36047. You typed {}", crate::values::quoted(typed)))
    };
    complaints.take("county_fips", fine.then(|| typed.to_owned()).ok_or_else(complaint))
}

/// Five digits.
pub fn postal_code(complaints: &mut Complaints, typed: &str) -> Option<String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let fine = typed.len() == 5 && typed.bytes().all(|byte| byte.is_ascii_digit());
    complaints.take(
        "postal_code",
        fine.then(|| typed.to_owned()).ok_or_else(|| {
            crate::values::Complaint::new(format!("A ZIP code has five digits. You typed {}", crate::values::quoted(typed)))
        }),
    )
}

/// An industry code that exists in NAICS 2022.
pub fn naics(complaints: &mut Complaints, typed: &str) -> Option<String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let known = naics::title_of(typed, naics::Edition::Naics2022).is_some();
    complaints.take(
        "naics",
        known.then(|| typed.to_owned()).ok_or_else(|| {
            crate::values::Complaint::new(format!(
                "There is no manufacturing code {} in NAICS 2022. Describe what the business makes, then choose a code from the list",
                crate::values::quoted(typed)
            ))
        }),
    )
}

async fn owners_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<ClientId>) -> Result<Response> {
    draw_owners(viewer, db, id, OwnerForm::default(), Complaints::default()).await
}

async fn draw_owners(viewer: crate::auth::Viewer, db: Db, id: ClientId, form: OwnerForm, complaints: Complaints) -> Result<Response> {
    let (asked, today) = (viewer.clone(), db.clock().today());
    let (client, owners) = db
        .read(move |conn| {
            let client = queries::find_for(conn, &asked, &id)?;
            Ok((client.clone(), queries::owners(conn, client.key, today)?))
        })
        .await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::owners(&viewer, &client, &owners, today, &form, &complaints)).into_response())
}

async fn add_owner(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Form(form): Form<OwnerForm>,
) -> Result<Response> {
    crate::web::forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let person = parse_person(&mut complaints, &form);
    let from_on = complaints.take("from_on", Day::maybe(&form.from_on)).flatten();
    let person = match complaints.or(person) {
        Ok(person) => person,
        Err(complaints) => return draw_owners(viewer, db, id, form, complaints).await,
    };
    let address = format!("/clients/{id}/owners");
    let (asked, answer) = (viewer.clone(), address.clone());
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            let client = queries::find_for(tx, &asked, &id)?;
            queries::add_owner(tx, &client, &person, form.is_contact.is_some(), from_on)?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address).into_response())
}

/// Reads a person from a form.
pub fn parse_person(complaints: &mut Complaints, form: &OwnerForm) -> Option<NewPerson> {
    let first = complaints.take("first_name", Line::parse(&form.first_name, "the first name"));
    let last = complaints.take("last_name", Line::maybe(&form.last_name, "the last name"));
    let telephone = complaints.take("telephone", Telephone::maybe(&form.telephone));
    let email = complaints.take("email", Email::maybe(&form.email));
    let contact_by = chosen(complaints, "contact_by", &form.contact_by, ContactBy::parse);
    let language = language(complaints, &form.language);
    let share_bp = share(complaints, &form.share);
    first.zip(last).zip(telephone).zip(email).map(|(((first, last), telephone), email)| NewPerson {
        first_name: first.to_string(),
        last_name: last.map(|last| last.to_string()).unwrap_or_default(),
        telephone,
        email,
        language,
        contact_by,
        share_bp,
    })
}

/// A language of the list; English when nothing is chosen.
pub fn language(complaints: &mut Complaints, typed: &str) -> String {
    if typed.is_empty() {
        return "en".to_owned();
    }
    if codes::find(codes::List::Languages, typed).is_none() {
        complaints.add("language", "Choose a language from the list");
    }
    typed.to_owned()
}

fn share(complaints: &mut Complaints, typed: &str) -> Option<u32> {
    let typed = typed.trim().trim_end_matches('%').trim();
    if typed.is_empty() {
        return None;
    }
    let read = crate::values::Cents::parse(typed)
        .ok()
        .and_then(|hundredths| u32::try_from(hundredths.cents()).ok())
        .filter(|share| *share <= 10_000);
    complaints.take(
        "share",
        read.ok_or_else(|| {
            crate::values::Complaint::new(format!(
                "A share is a number from 0 to 100, such as 51 or 33.33. You typed {}",
                crate::values::quoted(typed)
            ))
        }),
    )
}

async fn change_person(
    CaseWorker(viewer): CaseWorker,
    State(house): State<House>,
    Path((id, person)): Path<(String, String)>,
    Form(form): Form<views::PersonForm>,
) -> Result<Redirect> {
    let (id, person) = pair(&id, &person)?;
    let reach = queries::Reach {
        first_name: Line::parse(&form.first_name, "the first name")?.to_string(),
        last_name: Line::maybe(&form.last_name, "the last name")?.map(|last| last.to_string()).unwrap_or_default(),
        telephone: Telephone::maybe(&form.telephone)?,
        email: Email::maybe(&form.email)?,
        language: codes::find(codes::List::Languages, &form.language)
            .map(|code| code.code.clone())
            .ok_or_else(|| crate::values::Complaint::new("Choose a language from the list."))?,
        contact_by: if form.contact_by.is_empty() { None } else { Some(ContactBy::parse(&form.contact_by)?) },
    };
    let (asked, address) = (viewer.clone(), format!("/clients/{id}/owners"));
    let moved = house
        .db
        .write(viewer.actor(), move |tx| {
            queries::change_person(tx, &asked, &queries::find_for(tx, &asked, &id)?, &person, form.version, &reach)
        })
        .await?;
    moved.iter().try_for_each(|moved| moved.tell(&house))?;
    Ok(Redirect::to(&address))
}

fn pair(id: &str, person: &str) -> Result<(ClientId, PersonId)> {
    ClientId::parse(id).zip(PersonId::parse(person)).ok_or(crate::error::Error::NotFound)
}

async fn end_ownership(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Path((id, person)): Path<(String, String)>,
    Form(form): Form<views::EndForm>,
) -> Result<Redirect> {
    let (id, person) = pair(&id, &person)?;
    let on = Day::parse(&form.on)?;
    let (asked, address) = (viewer.clone(), format!("/clients/{id}/owners"));
    db.write(viewer.actor(), move |tx| queries::end_ownership(tx, &queries::find_for(tx, &asked, &id)?, &person, on)).await?;
    Ok(Redirect::to(&address))
}

async fn record_workers(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Form(form): Form<views::WorkersForm>,
) -> Result<Redirect> {
    crate::web::forms::check_key(&form.key)?;
    let workers = form.workers.trim().parse::<i64>().ok().filter(|workers| (0..=1_000_000).contains(workers));
    let workers = workers.ok_or_else(|| {
        crate::values::Complaint::new(format!("Workers must be a whole number. You typed {}.", crate::values::quoted(&form.workers)))
    })?;
    let (asked, today, address) = (viewer.clone(), db.clock().today(), format!("/clients/{id}"));
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            queries::record_workers(tx, &queries::find_for(tx, &asked, &id)?, today, workers, JobBasis::ToldToAdvisor)?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address))
}

async fn hand_over(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Form(form): Form<views::AdvisorForm>,
) -> Result<Redirect> {
    let (asked, address) = (viewer.clone(), format!("/clients/{id}"));
    db.write(viewer.actor(), move |tx| queries::hand_over(tx, &queries::find_for(tx, &asked, &id)?, form.from.parse().ok(), form.advisor))
        .await?;
    Ok(Redirect::to(&address))
}
