//! A partner opens a link, sees one referral, and answers.

use super::inbound::{send_somebody, sending_page};
use super::messages::{messages_page, write_message};
use super::page::{Said, draw, of_visit};
use super::{answers, by_when, queries as desk, views};
use crate::auth::links::{self, PartnerToken};
use crate::auth::visits::{self, PartnerLink};
use crate::auth::{Guest, House, Route};
use crate::error::{Error, Result};
use crate::programs::queries as programs;
use crate::referrals::queries;
use crate::store::{Actor, Db};
use crate::values::Line;
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

/// What was drawn, or that page where there is nothing for this link.
pub(super) async fn or_stopped(db: &Db, drawn: Result<Response>) -> Result<Response> {
    match drawn {
        Err(Error::NotFound) => stopped(db).await,
        drawn => drawn,
    }
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
    if super::is_too_much(&house.db, &marks).await? {
        return stopped(&house.db).await;
    }
    if matches!(token, Err(Error::NotFound)) {
        house.db.write(Actor::nobody(), move |tx| desk::note_failure(tx, &marks)).await?;
    }
    let opened = match token {
        Ok(PartnerToken(link, token)) => begin_visit(&house.db, link, &token, &session, &form.name).await,
        Err(cause) => Err(cause),
    };
    or_stopped(&house.db, opened).await
}

/// Uses the link up for whoever gives a name, and leads to what it opens.
async fn begin_visit(db: &Db, link: links::Link, token: &str, session: &Session, typed: &str) -> Result<Response> {
    let mut complaints = Complaints::default();
    let Some(name) = complaints.take("name", Line::parse(typed, "your name")) else {
        return draw_landing(db, &link, token, typed, &complaints).await;
    };
    let used = link.clone();
    let referral = db.write(link.actor(), move |tx| queries::note_opened(tx, &used)).await?;
    visits::begin_by_link(session, &link, name.as_str()).await?;
    Ok(Redirect::to(&format!("/p/r/{}", referral.id)).into_response())
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
    let drawn = match visit {
        Ok(PartnerLink(visit)) => draw(&house, &visit, &id, Said { done: super::done_words(&query.done), ..Said::default() }).await,
        Err(cause) => Err(cause),
    };
    or_stopped(&house.db, drawn).await
}

async fn record_event(
    visit: Result<PartnerLink>,
    State(house): State<House>,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let answered = match visit {
        Ok(PartnerLink(visit)) => answers::answer(&house, &visit, &id, fields).await,
        Err(cause) => Err(cause),
    };
    or_stopped(&house.db, answered).await
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
