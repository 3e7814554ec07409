//! A partner opens a link, sees one referral, and answers.

use super::inbound::{send_somebody, sending_page};
use super::messages::{self, messages_page, write_message};
use super::views::{self, DeskPage};
use super::{by_when, needs_proof, queries as desk, shown_fields, shown_needs};
use crate::auth::links::{self, PartnerToken};
use crate::auth::visits::{self, PartnerLink, Visit};
use crate::auth::{Guest, House, Route};
use crate::consent;
use crate::error::{Error, Result};
use crate::people::queries as people;
use crate::programs::queries as programs;
use crate::referrals::Referral;
use crate::referrals::deed::{DeedForm, Who};
use crate::referrals::lifecycle::{Event, Party, Status};
use crate::referrals::messages::MessageForm;
use crate::referrals::queries;
use crate::referrals::sharing::{self, Rough};
use crate::referrals::views::deeds::Forms;
use crate::referrals::views::{Thread, changed_since};
use crate::store::{Actor, Db};
use crate::values::{Line, ReferralId, Writer};
use crate::web::server::Caller;
use crate::web::{Access, Complaints, Form, Query, get, post};
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use tower_sessions::Session;

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use super::asks::{confirm_browser, new_link, remind, right_contact, send_proof};
    use super::inbox::{inbox_page, leave, mail_code, mine_page, no_change, sign_in};
    use Access as A;
    vec![
        get("/p/{token}", &[A::PartnerLink], landing_page),
        post("/p/{token}", &[A::PartnerLink], new_link),
        post("/p/{token}/opening", &[A::PartnerLink], open),
        get("/p/thanks", &[A::Public], thanks_page),
        get("/p/inbox", &[A::Public], inbox_page),
        post("/p/inbox/codes", &[A::Public], mail_code),
        post("/p/inbox", &[A::PartnerLink], sign_in),
        get("/p/mine", &[A::PartnerLink], mine_page),
        post("/p/mine/updates", &[A::PartnerLink], no_change),
        post("/p/leaving", &[A::PartnerLink], leave),
        get("/p/r/{id}", &[A::PartnerLink], referral_page),
        get("/p/r/{id}/somebody", &[A::PartnerLink], sending_page),
        post("/p/r/{id}/somebody", &[A::PartnerLink], send_somebody),
        get("/p/r/{id}/messages", &[A::PartnerLink], messages_page),
        post("/p/r/{id}/messages", &[A::PartnerLink], write_message),
        post("/p/r/{id}/events", &[A::PartnerLink], record_event),
        post("/p/r/{id}/confidential", &[A::PartnerLink], open_secret),
        post("/p/r/{id}/reminder", &[A::PartnerLink], remind),
        post("/p/r/{id}/right-contact", &[A::PartnerLink], right_contact),
        post("/p/r/{id}/codes", &[A::PartnerLink], send_proof),
        post("/p/r/{id}/browser", &[A::PartnerLink], confirm_browser),
    ]
}

/// The same page for a link that is used, over, closed, or never was.
pub(super) async fn stopped(db: &Db) -> Result<Response> {
    let programs = db.read(programs::list).await?;
    Ok((StatusCode::NOT_FOUND, views::stopped(&programs)).into_response())
}

async fn landing_page(token: Result<PartnerToken>, State(house): State<House>) -> Result<Response> {
    match token {
        Ok(PartnerToken(link, token)) => draw_landing(&house.db, &link, &token, "", &Complaints::default()).await,
        Err(Error::NotFound) => stopped(&house.db).await,
        Err(cause) => Err(cause),
    }
}

async fn draw_landing(db: &Db, link: &links::Link, token: &str, name: &str, complaints: &Complaints) -> Result<Response> {
    let (key, today) = (link.referral.ok_or(Error::NotFound)?, db.clock().today());
    let referral = db.read(move |conn| queries::find(conn, key)).await?;
    let by = by_when(&referral, today);
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::landing(&referral, token, by.as_deref(), name, complaints)).into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct OpeningForm {
    #[serde(default)]
    name: String,
}

async fn open(
    token: Result<PartnerToken>,
    State(house): State<House>,
    caller: Option<Extension<Caller>>,
    Path(typed): Path<String>,
    session: Session,
    Form(form): Form<OpeningForm>,
) -> Result<Response> {
    let marks = super::marks(&typed, caller.as_ref());
    let too_much = super::is_too_much(&house.db, &marks).await?;
    let PartnerToken(link, token) = match token {
        Ok(token) if !too_much => token,
        Ok(_) => return stopped(&house.db).await,
        Err(Error::NotFound) => {
            if !too_much {
                house.db.write(Actor::nobody(), move |tx| desk::note_failure(tx, &marks)).await?;
            }
            return stopped(&house.db).await;
        }
        Err(cause) => return Err(cause),
    };
    let mut complaints = Complaints::default();
    let Some(name) = complaints.take("name", Line::parse(&form.name, "your name")) else {
        return draw_landing(&house.db, &link, &token, &form.name, &complaints).await;
    };
    let used = link.clone();
    let opened = house.db.write(link.actor(), move |tx| queries::note_opened(tx, &used)).await;
    match opened {
        Ok(referral) => {
            visits::begin_by_link(&session, &link, name.as_str()).await?;
            Ok(Redirect::to(&format!("/p/r/{}", referral.id)).into_response())
        }
        Err(Error::NotFound) => stopped(&house.db).await,
        Err(cause) => Err(cause),
    }
}

/// Says that the last answer arrived; the link is closed by then. Anyone may look: it names nobody.
async fn thanks_page(Guest(_): Guest, State(house): State<House>) -> Result<Response> {
    let programs = house.db.read(programs::list).await?;
    Ok(views::thanks(&programs).into_response())
}

#[derive(Debug, Default, serde::Deserialize)]
struct DeskQuery {
    /// Something was just recorded, or sent a second time.
    #[serde(default)]
    done: String,
}

async fn referral_page(
    visit: Result<PartnerLink>,
    State(house): State<House>,
    Path(id): Path<String>,
    Query(query): Query<DeskQuery>,
) -> Result<Response> {
    match visit {
        Ok(PartnerLink(visit)) => draw(&house, &visit, &id, Said { done: super::done_words(&query.done), ..Said::default() }).await,
        Err(Error::NotFound) => stopped(&house.db).await,
        Err(cause) => Err(cause),
    }
}

/// The referral that a visit opens, and no other: another's id looks like a dead link.
pub(super) fn of_visit(conn: &rusqlite::Connection, visit: &Visit, id: &str) -> Result<Referral> {
    let id = ReferralId::parse(id).ok_or(Error::NotFound)?;
    match &visit.link {
        Some(link) => {
            let referral = queries::find(conn, link.referral.ok_or(Error::NotFound)?)?;
            if id == referral.id { Ok(referral) } else { Err(Error::NotFound) }
        }
        None => desk::open_referrals(conn, &visit.contacts)?.into_iter().find(|referral| referral.id == id).ok_or(Error::NotFound),
    }
}

/// What a page of a referral says besides the referral.
#[derive(Default)]
pub(super) struct Said<'a> {
    /// A form that came back.
    pub again: Option<(&'a DeedForm, &'a Complaints)>,
    /// Name, e-mail and telephone that were typed for somebody else.
    pub typed: [&'a str; 3],
    /// Complaints about one of the small forms.
    pub complaints: Complaints,
    /// What was done.
    pub done: Option<&'static str>,
}

pub(super) async fn draw(house: &House, visit: &Visit, id: &str, said: Said<'_>) -> Result<Response> {
    let db = &house.db;
    let (today, now) = (db.clock().today(), db.clock().now());
    let (asked, wanted, mail) = (visit.clone(), id.to_owned(), house.mailer.is_set_up());
    let loaded = db
        .read(move |conn| {
            let referral = of_visit(conn, &asked, &wanted)?;
            let client = people::find_in(conn, referral.business, referral.program)?;
            let workers = people::workers(conn, referral.business)?;
            let contact = queries::spoken_to(conn, &referral, today)?;
            let values = sharing::values(&client, contact.as_ref(), workers.as_ref(), today);
            let yes = consent::queries::live_for(conn, referral.key, today)?;
            let choices = queries::choices(conn, referral.kind, today)?;
            let talk = messages::latest(conn, &referral, today)?;
            let proof = if mail && !asked.proved { desk::proof_address(conn, &referral)? } else { None };
            let story = queries::story(conn, referral)?;
            let words = queries::telling(conn, &story, today)?;
            let needs = queries::sent_needs(conn, &story)?;
            let secret = queries::secret_gate(conn, &story.referral, story.state.now.status, today)?;
            Ok((Rough::of(&client, workers.as_ref()), values, yes, choices, story, words, proof, (talk, needs, secret)))
        })
        .await;
    let (rough, values, yes, choices, story, words, proof, (talk, needs, secret)) = match loaded {
        Err(Error::NotFound) => return stopped(db).await,
        loaded => loaded?,
    };
    let has_accepted = matches!(story.state.now.status, Status::Accepted | Status::InProgress | Status::OnHold);
    let open: Vec<Event> = story
        .state
        .open_to(Party::Partner)
        .filter(|event| *event != Event::UndoLast || story.log.last().is_some_and(|last| now < last.at.plus_days(1)))
        .collect();
    let action = format!("/p/r/{}/events", story.referral.id);
    let (address, no_form, no_complaints) = (format!("/p/r/{}/messages", story.referral.id), MessageForm::default(), Complaints::default());
    let thread = talk.as_ref().map(|talk| Thread {
        messages: &talk.messages,
        count: talk.count,
        reader: Writer::Partner,
        choices: talk.choices,
        address: &address,
        names: messages::names(&story.referral),
        form: &no_form,
        complaints: &no_complaints,
        zone: db.clock().zone(),
        today,
    });
    let fields = shown_fields(&story.referral, yes.as_ref(), &values, has_accepted);
    let proof = proof.filter(|_| needs_proof(&fields));
    let asks_proof = proof.is_some();
    let status = if said.again.is_none() && said.complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = DeskPage {
        thread: thread.as_ref().filter(|_| proof.is_none()),
        fields: if proof.is_some() { Vec::new() } else { fields },
        proof: proof.as_deref().map(super::masked),
        needs: shown_needs(&story.referral, yes.as_ref(), &needs, has_accepted && !asks_proof, today),
        secret: secret.filter(|_| !asks_proof && visit.link.is_some()),
        rough: &rough,
        story: &story,
        open: &open,
        visit,
        advisor: &words.advisor,
        phone: words.phone.as_deref(),
        by: by_when(&story.referral, today),
        forms: Forms {
            action: &action,
            version: story.referral.version,
            status: story.state.now.status,
            choices: &choices,
            today,
            again: said.again,
        },
        complaints: &said.complaints,
        typed: said.typed,
        done: said.done,
    };
    Ok((status, views::desk(&page)).into_response())
}

async fn record_event(
    visit: Result<PartnerLink>,
    State(house): State<House>,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let PartnerLink(visit) = match visit {
        Ok(visit) => visit,
        Err(Error::NotFound) => return stopped(&house.db).await,
        Err(cause) => return Err(cause),
    };
    let form = DeedForm::read(fields)?;
    let (asked, wanted) = (visit.clone(), id.clone());
    let found = house.db.read(move |conn| of_visit(conn, &asked, &wanted)).await;
    let referral = match found {
        Err(Error::NotFound) => return stopped(&house.db).await,
        found => found?,
    };
    let deeds = match form.deeds(referral.status, referral.kind, house.db.clock().today()) {
        Ok(deeds) => deeds,
        Err(complaints) => return draw(&house, &visit, &id, Said { again: Some((&form, &complaints)), ..Said::default() }).await,
    };
    let (asked, wanted, key) = (visit.clone(), id.clone(), form.key.clone());
    let written = house
        .db
        .write(visit.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&key)? {
                return Ok(answer);
            }
            let mut referral = of_visit(tx, &asked, &wanted)?;
            let who = Who::partner(referral.contact.as_ref().map(|(key, _)| *key), &asked.name);
            for deed in deeds {
                referral = queries::record(tx, &who, &referral, deed)?;
            }
            if referral.status.is_end() {
                queries::ask_for_a_glance(tx, &referral)?;
            }
            let answer = if referral.status.is_end() { "/p/thanks".to_owned() } else { format!("/p/r/{}?done=recorded", referral.id) };
            tx.remember_answer(&key, &answer)?;
            Ok(answer)
        })
        .await;
    match written {
        Err(Error::Stale) => {
            let key = referral.key;
            let log = house.db.read(move |conn| queries::events(conn, key)).await?;
            let mut complaints = Complaints::default();
            complaints.add("answer", changed_since(&log, form.version, form.event.label_for(Party::Partner), house.db.clock().zone()));
            let drawn = draw(&house, &visit, &id, Said { again: Some((&form, &complaints)), ..Said::default() }).await?;
            Ok(if drawn.status().is_success() || drawn.status() == StatusCode::UNPROCESSABLE_ENTITY {
                (StatusCode::CONFLICT, drawn).into_response()
            } else {
                drawn
            })
        }
        Err(Error::Rejected(words)) => {
            let mut complaints = Complaints::default();
            complaints.add("answer", words);
            draw(&house, &visit, &id, Said { again: Some((&form, &complaints)), ..Said::default() }).await
        }
        written => Ok(Redirect::to(&written?).into_response()),
    }
}

/// Shows the confidential details to a partner who may read them. A post: looking at a page opens nothing.
async fn open_secret(visit: Result<PartnerLink>, State(house): State<House>, Path(id): Path<String>) -> Result<Response> {
    let PartnerLink(visit) = match visit {
        Ok(visit) => visit,
        Err(Error::NotFound) => return stopped(&house.db).await,
        Err(cause) => return Err(cause),
    };
    let (address, mail) = (format!("/p/r/{id}"), house.mailer.is_set_up());
    let read = house
        .db
        .write(visit.actor(), move |tx| {
            let referral = of_visit(tx, &visit, &id)?;
            // A browser that nobody knows brings the code first, and what was opened is written down under a link.
            let waits = mail && !visit.proved && desk::proof_address(tx, &referral)?.is_some();
            let link = visit.link.as_ref().filter(|_| !waits);
            let link = link.ok_or_else(|| Error::Rejected("Open the request by its own link first.".to_owned()))?;
            let words = queries::open_secret(tx, link, &visit.name, &referral)?;
            Ok((referral, words))
        })
        .await;
    match read {
        Ok((referral, words)) => Ok(views::opened_secret(&referral, &words).into_response()),
        Err(Error::NotFound) => stopped(&house.db).await,
        // The page itself says why it is closed.
        Err(Error::Rejected(_)) => Ok(Redirect::to(&address).into_response()),
        Err(cause) => Err(cause),
    }
}
