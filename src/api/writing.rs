//! Writing: new clients, services and drafts of referrals, and changes, by the rules of the forms.

use super::Caller;
use super::bodies::{self, Given};
use super::body::{Matching, Sent, post_of, query_of, sent};
use super::gate::{ByToken, Shown};
use super::problem::{ALIKE, Problem, REFUSED, REUSED};
use super::queries::answers::{self, Known, Made, Post};
use super::queries::reading;
use super::queries::shapes::{self, Shape};
use super::reading::{Answer, program_of};
use crate::auth::House;
use crate::desk::queries::{Registered, register};
use crate::error::{Error, Result};
use crate::people::routes::{chosen, naics, parse_facts, parse_person, postal_code, state};
use crate::people::views::{FactsForm, OwnerForm};
use crate::people::{NewClient, Place, queries as people};
use crate::referrals::deed::Who;
use crate::referrals::enabling;
use crate::referrals::queries::{NewReferral, create};
use crate::services::forms::LogForm;
use crate::services::{NewService, Whom, queries as services};
use crate::store::Tx;
use crate::values::sensitive::caught;
use crate::values::{Channel, ClientId, Complaint, Kind, Line, Note, Origin, ServiceId, Stage, Urgency, Vocabulary};
use crate::web::Complaints;
use axum::extract::{Path, Request, State};
use axum::http::{StatusCode, header};
use serde_json::json;

type Answered = std::result::Result<Answer, Problem>;
type Refusable<T> = std::result::Result<T, Problem>;

pub async fn register_client(ByToken(caller): ByToken, State(house): State<House>, request: Request) -> Answered {
    let (sent, post) = received(&house, &caller, request, &bodies::NEW_CLIENT, "clients").await?;
    let program = program_of(&caller, &sent.given.text("program"));
    let program = program.map_err(|_| one("program", "Name one of the token's programs by its id."))?;
    let new = client_of(&sent.given)?;
    let is_decided = sent.given.yes("although_alike").unwrap_or_default();
    make(&house, caller, &shapes::CLIENT, "clients", post, move |tx, caller| {
        Ok(match register(tx, &caller.viewer, program, &new, None, is_decided)? {
            Registered::Client(id) => Ok(id.to_string()),
            Registered::Perhaps(found, _) => {
                // Whoever made the token may work in more programs than it has: their clients are not named here.
                let mut seen = Vec::new();
                for (one, _) in &found {
                    match reading::client(tx, caller, &one.id) {
                        Ok(_) => seen.push(one.id.to_string()),
                        Err(Error::NotFound) => {}
                        Err(cause) => return Err(cause),
                    }
                }
                let words = "A client like it is registered. Look at it; where this is another one, send although_alike.";
                Err(Problem::new(ALIKE, words).alike(seen))
            }
            Registered::Elsewhere => {
                let words = "This organization knows it in another program. Nothing was registered; a manager of that program was asked.";
                Err(Problem::new(ALIKE, words))
            }
        })
    })
    .await
}

/// Reads what is known of a business, as the form does.
fn client_of(given: &Given) -> Refusable<NewClient> {
    let mut complaints = Complaints::default();
    let text = |name: &str| given.text(name);
    let name = complaints.take("name", Line::parse(&text("name"), "the name of the business"));
    let naics = naics(&mut complaints, &text("naics"));
    let stage = chosen(&mut complaints, "stage", &text("stage"), Stage::parse);
    let mut line = |field: &'static str, what: &str| complaints.take(field, Line::maybe(&text(field), what)).flatten();
    let product = line("product", "what it makes");
    let mut part = |field: &'static str, what: &str| line(field, what).map(|line| line.to_string());
    let place = Place {
        street: part("street", "the street"),
        city: part("city", "the city"),
        neighborhood: part("neighborhood", "the neighborhood"),
        ..Place::default()
    };
    let place =
        Place { state: state(&mut complaints, &text("state")), postal_code: postal_code(&mut complaints, &text("postal_code")), ..place };
    let person = ["first_name", "last_name", "telephone", "email", "language", "contact_by"].map(text);
    let [first_name, last_name, telephone, email, language, contact_by] = &person;
    let names_somebody = [first_name, last_name, telephone, email].iter().any(|typed| !typed.trim().is_empty());
    let contact = if names_somebody {
        parse_person(&mut complaints, &OwnerForm::contact(first_name, last_name, telephone, email, language, contact_by))
    } else {
        None
    };
    let workers = given.text("workers").parse().ok();
    let new = name.map(|name| NewClient { name, product, naics, stage, place, workers, contact });
    complaints.or(new).map_err(|complaints| Problem::of_form(&complaints))
}

pub async fn log_service(ByToken(caller): ByToken, State(house): State<House>, request: Request) -> Answered {
    let (sent, post) = received(&house, &caller, request, &bodies::NEW_SERVICE, "services").await?;
    let form = overlaid(LogForm::default(), &sent.given);
    let mut complaints = Complaints::default();
    let given = form.given(&mut complaints, house.db.clock().today(), Channel::Phone);
    let given = complaints.or(given).map_err(|complaints| Problem::of_form(&complaints))?;
    refuse_words("reportable_why", &form.reportable_why)?;
    make(&house, caller, &shapes::SERVICE, "services", post, move |tx, caller| {
        let Some(client) = client_named(tx, caller, &sent.given)? else { return Ok(Err(no_client())) };
        let new = NewService { program: client.program, whom: Whom::Client(client.key), given, follow_up: None };
        Ok(Ok(services::log(tx, &caller.viewer, new)?.1.to_string()))
    })
    .await
}

/// A form with what was sent over it.
fn overlaid(mut form: LogForm, given: &Given) -> LogForm {
    let fields = [
        ("kind", &mut form.kind),
        ("channel", &mut form.channel),
        ("minutes", &mut form.minutes),
        ("served_on", &mut form.served_on),
        ("session_type", &mut form.session_type),
        ("topic", &mut form.topic),
        ("prepare_minutes", &mut form.prepare_minutes),
        ("travel_minutes", &mut form.travel_minutes),
        ("others_present", &mut form.others_present),
        ("reportable_why", &mut form.reportable_why),
    ];
    for (name, field) in fields.into_iter().filter(|(name, _)| given.has(name)) {
        *field = given.text(name);
    }
    let lists = [("extra_topics", &mut form.extra_topic), ("languages", &mut form.language), ("people", &mut form.person)];
    for (name, field) in lists.into_iter().filter(|(name, _)| given.has(name)) {
        *field = given.texts(name);
    }
    if given.has("is_reportable") {
        form.reportable = String::from(given.yes("is_reportable").map_or("", |is| if is { "yes" } else { "no" }));
    }
    form
}

/// The client that a body names, where the token sees it.
fn client_named(tx: &Tx<'_>, caller: &Caller, given: &Given) -> Result<Option<crate::people::Client>> {
    let Some(id) = given.id::<ClientId>("client") else { return Ok(None) };
    match reading::client(tx, caller, &id) {
        Ok(client) => Ok(Some(client)),
        Err(Error::NotFound) => Ok(None),
        Err(cause) => Err(cause),
    }
}

fn no_client() -> Problem {
    one("client", "The token's programs have no client with this id.")
}

fn one(field: &str, words: &str) -> Problem {
    Problem::fields(REFUSED, vec![(field.to_owned(), words.to_owned())])
}

/// On a page a person is warned and decides; a system is refused, and a person writes it on the page.
fn refuse_words(field: &str, text: &str) -> Refusable<()> {
    let found: Vec<String> = caught(text).into_iter().map(|one| format!("{} ({})", one.words, one.why.words())).collect();
    if found.is_empty() {
        return Ok(());
    }
    Err(one(field, &format!("Better left out: {}. Where it must be said, write it on the page.", found.join("; "))))
}

pub async fn prepare_referral(ByToken(caller): ByToken, State(house): State<House>, request: Request) -> Answered {
    let (sent, post) = received(&house, &caller, request, &bodies::NEW_REFERRAL, "referrals").await?;
    let mut complaints = Complaints::default();
    let kind =
        complaints.take("kind", Kind::parse(&sent.given.text("kind")).ok_or_else(|| Complaint::new("Choose what kind of help this is")));
    let urgency = complaints.take("urgency", Urgency::parse(&sent.given.text("urgency")));
    let need = complaints.take("need", Note::maybe(&sent.given.text("need"), "the need")).flatten();
    if need.is_none() && complaints.on("need").is_none() {
        complaints.add("need", "Write down what the business needs");
    }
    let read = complaints.or(kind.zip(urgency).zip(need)).map_err(|complaints| Problem::of_form(&complaints))?;
    let ((kind, urgency), need) = read;
    let need = need.to_string();
    refuse_words("need", &need)?;
    if kind == Kind::TechnologyTransfer && !enabling::warnings(&need).is_empty() {
        return Err(one(
            "need",
            "Some words may tell how it works, which could cost its owner a patent. Change them, or prepare it on the page.",
        ));
    }
    make(&house, caller, &shapes::REFERRAL, "referrals", post, move |tx, caller| {
        let Some(client) = client_named(tx, caller, &sent.given)? else { return Ok(Err(no_client())) };
        let new = NewReferral {
            program: client.program,
            business: client.key,
            kind,
            need,
            urgency,
            origin: Origin::Advisor,
            partner: None,
            advisor: client.advisor.as_ref().map_or(caller.viewer.key, |(key, _)| *key),
            replaces: None,
            together: None,
        };
        let draft = create(tx, &Who::of_staff(&caller.viewer, client.program), &new)?;
        Ok(Ok(draft.id.to_string()))
    })
    .await
}

/// A body with its key.
async fn received(house: &House, caller: &Caller, request: Request, body: &bodies::Body, path: &str) -> Refusable<(Sent, Post)> {
    query_of(request.uri().query(), &[])?;
    let sent = sent(request, body).await?;
    let post = post_of(house.db.keys(), caller, path, &sent)?;
    Ok((sent, post))
}

/// Makes a record once, however often it is posted. The answer names it and says nothing about anybody, so that it can be kept.
async fn make<D>(house: &House, caller: Caller, shape: &'static Shape, name: &str, post: Post, deed: D) -> Answered
where
    D: FnOnce(&Tx<'_>, &Caller) -> Result<Refusable<String>> + Send + 'static,
{
    let made = house.db.write(caller.actor(), move |tx| {
        match answers::known(tx, &post)? {
            Known::Same(made) => return Ok(Ok(made)),
            Known::Other => return Ok(Err(Problem::new(REUSED, "This Idempotency-Key came with another body before. Use a fresh one."))),
            Known::Fresh => {}
        }
        let id = match deed(tx, &caller)? {
            Ok(id) => id,
            Err(problem) => return Ok(Err(problem)),
        };
        let made = Made { etag: reading::find(tx, &caller, shape, &id)?.etag, id };
        answers::keep(tx, &post, &made)?;
        Ok(Ok(made))
    });
    let Made { id, etag } = made.await??;
    let url = format!("/api/v1/{name}/{id}");
    let body = json!({ "id": id, "url": url }).to_string();
    Ok(Answer { status: StatusCode::CREATED, body, etag, headers: vec![(header::LOCATION, url)], shown: Shown(Vec::new()) })
}

pub async fn change_client(ByToken(caller): ByToken, State(house): State<House>, Path(id): Path<String>, request: Request) -> Answered {
    query_of(request.uri().query(), &[])?;
    let id = ClientId::parse(&id).ok_or(Error::NotFound)?;
    let (asked, sought) = (caller.clone(), id.clone());
    let client = house.db.read(move |conn| reading::client(conn, &asked, &sought)).await?;
    let sent = sent(request, &bodies::CLIENT_CHANGE).await?;
    let matching = Matching::of(&sent.headers)?;
    let form = facts_over(FactsForm::of(&client), &sent.given);
    let facts = parse_facts(&form).map_err(|complaints| Problem::of_form(&complaints))?;
    let one = house.db.write(caller.actor(), move |tx| {
        let before = reading::find(tx, &caller, &shapes::CLIENT, id.as_str())?;
        if !matching.fits(&before.etag) {
            return Err(Error::Stale);
        }
        if sent.given.is_empty() {
            return Ok(before);
        }
        people::change_facts(tx, &client, client.version, &facts)?;
        reading::find(tx, &caller, &shapes::CLIENT, id.as_str())
    });
    Ok(Answer::of(one.await?))
}

fn facts_over(mut form: FactsForm, given: &Given) -> FactsForm {
    let fields = [
        ("name", &mut form.name),
        ("legal_name", &mut form.legal_name),
        ("legal_form", &mut form.legal_form),
        ("product", &mut form.product),
        ("naics", &mut form.naics),
        ("stage", &mut form.stage),
        ("started_on", &mut form.started_on),
        ("street", &mut form.street),
        ("city", &mut form.city),
        ("state", &mut form.state),
        ("postal_code", &mut form.postal_code),
        ("neighborhood", &mut form.neighborhood),
    ];
    for (name, field) in fields.into_iter().filter(|(name, _)| given.has(name)) {
        *field = given.text(name);
    }
    if let Some(is) = given.yes("is_cooperative") {
        form.is_cooperative = is.then(|| "yes".to_owned());
    }
    form
}

pub async fn change_service(ByToken(caller): ByToken, State(house): State<House>, Path(id): Path<String>, request: Request) -> Answered {
    query_of(request.uri().query(), &[])?;
    let id = ServiceId::parse(&id).ok_or(Error::NotFound)?;
    let (asked, sought) = (caller.viewer.clone(), id.clone());
    let service = house.db.read(move |conn| services::find_for(conn, &asked, &sought)).await?;
    // Whoever made the token may work in more programs than it has.
    if !caller.viewer.works_in(service.program) {
        return Err(Error::NotFound.into());
    }
    let sent = sent(request, &bodies::SERVICE_CHANGE).await?;
    let matching = Matching::of(&sent.headers)?;
    // The note stays as it is: it is not the token's to read, and not to change.
    let form = overlaid(crate::services::routes::as_typed(&house.db, &service).await?, &sent.given);
    let mut complaints = Complaints::default();
    let given = form.given(&mut complaints, house.db.clock().today(), service.channel);
    let given = complaints.or(given).map_err(|complaints| Problem::of_form(&complaints))?;
    if sent.given.has("reportable_why") {
        refuse_words("reportable_why", &form.reportable_why)?;
    }
    let one = house.db.write(caller.actor(), move |tx| {
        let before = reading::find(tx, &caller, &shapes::SERVICE, id.as_str())?;
        if !matching.fits(&before.etag) {
            return Err(Error::Stale);
        }
        if sent.given.is_empty() {
            return Ok(before);
        }
        services::change(tx, &caller.viewer, &id, service.version, &given)?;
        reading::find(tx, &caller, &shapes::SERVICE, id.as_str())
    });
    Ok(Answer::of(one.await?))
}
