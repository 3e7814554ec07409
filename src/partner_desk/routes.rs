//! A partner opens a link, sees one referral, and answers.

use super::inbound::{send_somebody, sending_page};
use super::messages::{messages_page, write_message};
use super::page::{Said, draw, of_visit};
use super::team::{draw_unopened, is_unopened};
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
    use super::entry::{announce_closure, change_service, check_service, entry_page, service_page, set_capacity, withdraw_closure};
    use super::inbox::{inbox_page, leave, mail_code, mine_page, no_change, sign_in};
    use super::team::{assign, end_account, open_here, people_page, requests_file, switch, team_page};
    use Access as A;
    vec![
        get("/p/{token}", &[A::PartnerLink], landing_page),
        post("/p/{token}", &[A::PartnerLink], new_link),
        post("/p/{token}/opening", &[A::PartnerLink], open),
        get("/p/thanks", &[A::Public], thanks_page),
        get("/p/inbox", &[A::Public], inbox_page),
        post("/p/inbox/codes", &[A::Public], mail_code),
        post("/p/inbox", &[A::PartnerLink, A::Partner], sign_in),
        get("/p/mine", &[A::PartnerLink, A::Partner], mine_page),
        post("/p/mine/updates", &[A::PartnerLink, A::Partner], no_change),
        post("/p/leaving", &[A::PartnerLink, A::Partner], leave),
        get("/p/r/{id}", &[A::PartnerLink, A::Partner], referral_page),
        get("/p/r/{id}/somebody", &[A::PartnerLink, A::Partner], sending_page),
        post("/p/r/{id}/somebody", &[A::PartnerLink, A::Partner], send_somebody),
        get("/p/r/{id}/messages", &[A::PartnerLink, A::Partner], messages_page),
        post("/p/r/{id}/messages", &[A::PartnerLink, A::Partner], write_message),
        post("/p/r/{id}/events", &[A::PartnerLink, A::Partner], record_event),
        post("/p/r/{id}/confidential", &[A::PartnerLink, A::Partner], open_secret),
        post("/p/r/{id}/reminder", &[A::PartnerLink, A::Partner], remind),
        post("/p/r/{id}/right-contact", &[A::PartnerLink, A::Partner], right_contact),
        post("/p/r/{id}/codes", &[A::PartnerLink, A::Partner], send_proof),
        post("/p/r/{id}/browser", &[A::PartnerLink, A::Partner], confirm_browser),
        post("/p/r/{id}/opening", &[A::PartnerLink, A::Partner], open_here),
        post("/p/r/{id}/assignment", &[A::Partner], assign),
        get("/p/team", &[A::Partner], team_page),
        get("/p/team/requests.csv", &[A::Partner], requests_file),
        get("/p/team/people", &[A::Partner], people_page),
        post("/p/team/people/{account}/ending", &[A::Partner], end_account),
        post("/p/team/switching", &[A::Partner], switch),
        get("/p/team/entry", &[A::Partner], entry_page),
        post("/p/team/entry/closures", &[A::Partner], announce_closure),
        post("/p/team/entry/closures/{closure}/withdrawal", &[A::Partner], withdraw_closure),
        get("/p/team/entry/services/{service}", &[A::Partner], service_page),
        post("/p/team/entry/services/{service}", &[A::Partner], change_service),
        post("/p/team/entry/services/{service}/checks", &[A::Partner], check_service),
        post("/p/team/entry/services/{service}/capacity", &[A::Partner], set_capacity),
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
        Ok(PartnerToken(link, token)) => begin_visit(&house, link, &token, &session, &form.name).await,
        Err(cause) => Err(cause),
    };
    or_stopped(&house.db, opened).await
}

/// Uses the link up for whoever gives a name, and leads to what it opens.
async fn begin_visit(house: &House, link: links::Link, token: &str, session: &Session, typed: &str) -> Result<Response> {
    let mut complaints = Complaints::default();
    let Some(name) = complaints.take("name", Line::parse(typed, "your name")) else {
        return draw_landing(&house.db, &link, token, typed, &complaints).await;
    };
    let used = link.clone();
    let referral = house.db.write(link.actor(), move |tx| queries::note_opened(tx, &used)).await?;
    // Whoever is inside with an account of this partner stays that.
    let partner = referral.partner.as_ref().map_or(0, |(key, ..)| *key);
    if !visits::is_of(session, house, partner).await? {
        visits::begin_by_link(session, &link, name.as_str()).await?;
    }
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
        // What nobody has opened yet is opened by a press, here as behind a link.
        Ok(PartnerLink(visit)) if is_unopened(&house.db, &visit, &id).await? => draw_unopened(&house, &visit, &id).await,
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
            let referral = of_visit(tx, &visit, &id, tx.today())?;
            // A browser that nobody knows brings the code first, and what was opened is written down under a link or an account.
            let waits = mail && !visit.proved && desk::proof_address(tx, &referral)?.is_some();
            let by_link = visit.link.as_ref().filter(|_| !waits).map(|link| link.contact);
            let contact = super::member_for(&visit, &referral).map(|member| Some(member.contact)).or(by_link);
            let contact = contact.ok_or_else(|| Error::Rejected("Open the request by its own link first.".to_owned()))?;
            let words = queries::open_secret(tx, contact, &visit.name, &referral)?;
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
