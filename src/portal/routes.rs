//! Two ways to the status page: a private link, and a letter code that opens a session of its own.

use super::contact::{self, ContactForm};
use super::language::{self, LanguageForm, Next};
use super::page::{View, Way, act, draw_or_stop, or_stopped};
use super::sharing::{self, SharingForm};
use super::{messages, new_link, requests, sign_in, views};
use crate::auth::codes::{self, Opened};
use crate::auth::links::{self, StatusLink};
use crate::auth::own::{self, AtHome, Entrepreneur};
use crate::auth::tries::{self, Calls};
use crate::auth::{Guest, House, Route};
use crate::error::{Error, Result};
use crate::programs::queries as programs;
use crate::referrals::inbound::RequestForm;
use crate::referrals::messages::MessageForm;
use crate::store::{Actor, Db};
use crate::web::speech::Speech;
use crate::web::{Access, Complaints, Form, Leaf, Query, get, post};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use tower_sessions::Session;

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/s/{token}", &[A::ClientLink], status),
        post("/s/{token}", &[A::ClientLink], new_link::ask_for_link),
        get("/s/{token}/stopping", &[A::ClientLink], stopping_page),
        post("/s/{token}/events", &[A::ClientLink], record_event),
        get("/s/{token}/messages", &[A::ClientLink], messages_page),
        post("/s/{token}/messages", &[A::ClientLink], write_message),
        get("/s/{token}/requests", &[A::ClientLink], requests_page),
        post("/s/{token}/requests", &[A::ClientLink], ask_for_help),
        post("/s/{token}/sharing", &[A::ClientLink], record_sharing),
        get("/s/{token}/answer", &[A::ClientLink], answer_page),
        post("/s/{token}/contact", &[A::ClientLink], record_contact),
        post("/s/{token}/language", &[A::ClientLink], choose_language),
        get("/c", &[A::Public], code_page),
        post("/c", &[A::Public], open_code),
        get("/me/referrals/{id}", &[A::Client], own_status),
        get("/me/referrals/{id}/stopping", &[A::Client], own_stopping_page),
        post("/me/referrals/{id}/events", &[A::Client], record_own_event),
        get("/me/referrals/{id}/messages", &[A::Client], own_messages_page),
        post("/me/referrals/{id}/messages", &[A::Client], write_own_message),
        get("/me/referrals/{id}/requests", &[A::Client], own_requests_page),
        post("/me/referrals/{id}/requests", &[A::Client], ask_for_own_help),
        post("/me/referrals/{id}/sharing", &[A::Client], record_own_sharing),
        get("/me/referrals/{id}/answer", &[A::Client], own_answer_page),
        post("/me/referrals/{id}/contact", &[A::Client], record_own_contact),
        post("/me/language", &[A::Client], choose_own_language),
        post("/language", &[A::Public], choose_language_here),
    ]
}

async fn by_link(link: Result<StatusLink>, db: &Db, speech: &Speech) -> Result<Way> {
    let StatusLink(link, token) = link?;
    Way::link(db, &link, &token, speech).await
}

async fn by_code(visit: Result<Entrepreneur>, db: &Db, id: &str) -> Result<Way> {
    let Entrepreneur(inside) = visit?;
    Way::inside(db, &inside, id).await
}

/// The page itself is shown on a device that stays signed in too.
async fn at_home(visit: Result<AtHome>, db: &Db, id: &str) -> Result<Way> {
    let AtHome(inside) = visit?;
    Way::inside(db, &inside, id).await
}

/// A dead link asks for a living one.
async fn status(link: Result<StatusLink>, speech: Speech, State(house): State<House>) -> Result<Response> {
    match by_link(link, &house.db, &speech).await {
        Err(Error::NotFound) => new_link::stopped(&house.db, &speech).await,
        way => draw_or_stop(way, &house.db, &speech, View::Status).await,
    }
}

async fn stopping_page(link: Result<StatusLink>, speech: Speech, State(house): State<House>) -> Result<Response> {
    draw_or_stop(by_link(link, &house.db, &speech).await, &house.db, &speech, View::Stopping).await
}

async fn record_event(
    link: Result<StatusLink>,
    speech: Speech,
    State(house): State<House>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    act(by_link(link, &house.db, &speech).await, &house.db, &speech, fields).await
}

async fn record_sharing(
    link: Result<StatusLink>,
    speech: Speech,
    State(house): State<House>,
    Form(form): Form<SharingForm>,
) -> Result<Response> {
    sharing::act(by_link(link, &house.db, &speech).await, &house.db, &speech, form).await
}

async fn record_own_sharing(
    visit: Result<Entrepreneur>,
    speech: Speech,
    State(house): State<House>,
    Path(id): Path<String>,
    Form(form): Form<SharingForm>,
) -> Result<Response> {
    sharing::act(by_code(visit, &house.db, &id).await, &house.db, &speech, form).await
}

async fn own_status(visit: Result<AtHome>, speech: Speech, State(house): State<House>, Path(id): Path<String>) -> Result<Response> {
    draw_or_stop(at_home(visit, &house.db, &id).await, &house.db, &speech, View::Status).await
}

async fn own_stopping_page(
    visit: Result<Entrepreneur>,
    speech: Speech,
    State(house): State<House>,
    Path(id): Path<String>,
) -> Result<Response> {
    draw_or_stop(by_code(visit, &house.db, &id).await, &house.db, &speech, View::Stopping).await
}

async fn record_own_event(
    visit: Result<Entrepreneur>,
    speech: Speech,
    State(house): State<House>,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    act(by_code(visit, &house.db, &id).await, &house.db, &speech, fields).await
}

async fn messages_page(link: Result<StatusLink>, speech: Speech, State(house): State<House>, Query(leaf): Query<Leaf>) -> Result<Response> {
    messages::draw(by_link(link, &house.db, &speech).await, &house.db, &speech, leaf, &MessageForm::default(), &Complaints::default()).await
}

async fn write_message(
    link: Result<StatusLink>,
    speech: Speech,
    State(house): State<House>,
    Form(form): Form<MessageForm>,
) -> Result<Response> {
    messages::write(by_link(link, &house.db, &speech).await, &house.db, &speech, form).await
}

async fn own_messages_page(
    visit: Result<Entrepreneur>,
    speech: Speech,
    State(house): State<House>,
    Path(id): Path<String>,
    Query(leaf): Query<Leaf>,
) -> Result<Response> {
    let way = by_code(visit, &house.db, &id).await;
    messages::draw(way, &house.db, &speech, leaf, &MessageForm::default(), &Complaints::default()).await
}

async fn write_own_message(
    visit: Result<Entrepreneur>,
    speech: Speech,
    State(house): State<House>,
    Path(id): Path<String>,
    Form(form): Form<MessageForm>,
) -> Result<Response> {
    messages::write(by_code(visit, &house.db, &id).await, &house.db, &speech, form).await
}

async fn requests_page(link: Result<StatusLink>, speech: Speech, State(house): State<House>) -> Result<Response> {
    requests::draw(by_link(link, &house.db, &speech).await, &house.db, &speech, &RequestForm::default(), &Complaints::default()).await
}

async fn ask_for_help(
    link: Result<StatusLink>,
    speech: Speech,
    State(house): State<House>,
    Form(form): Form<RequestForm>,
) -> Result<Response> {
    requests::ask(by_link(link, &house.db, &speech).await, &house.db, &speech, form).await
}

async fn own_requests_page(
    visit: Result<Entrepreneur>,
    speech: Speech,
    State(house): State<House>,
    Path(id): Path<String>,
) -> Result<Response> {
    requests::draw(by_code(visit, &house.db, &id).await, &house.db, &speech, &RequestForm::default(), &Complaints::default()).await
}

async fn ask_for_own_help(
    visit: Result<Entrepreneur>,
    speech: Speech,
    State(house): State<House>,
    Path(id): Path<String>,
    Form(form): Form<RequestForm>,
) -> Result<Response> {
    requests::ask(by_code(visit, &house.db, &id).await, &house.db, &speech, form).await
}

async fn answer_page(link: Result<StatusLink>, speech: Speech, State(house): State<House>) -> Result<Response> {
    draw_or_stop(by_link(link, &house.db, &speech).await, &house.db, &speech, View::Answer).await
}

async fn own_answer_page(
    visit: Result<Entrepreneur>,
    speech: Speech,
    State(house): State<House>,
    Path(id): Path<String>,
) -> Result<Response> {
    draw_or_stop(by_code(visit, &house.db, &id).await, &house.db, &speech, View::Answer).await
}

async fn record_contact(
    link: Result<StatusLink>,
    speech: Speech,
    State(house): State<House>,
    Form(form): Form<ContactForm>,
) -> Result<Response> {
    contact::act(by_link(link, &house.db, &speech).await, &house.db, &speech, form).await
}

async fn record_own_contact(
    visit: Result<Entrepreneur>,
    speech: Speech,
    State(house): State<House>,
    Path(id): Path<String>,
    Form(form): Form<ContactForm>,
) -> Result<Response> {
    contact::act(by_code(visit, &house.db, &id).await, &house.db, &speech, form).await
}

async fn choose_language(
    link: Result<StatusLink>,
    speech: Speech,
    State(house): State<House>,
    Query(next): Query<Next>,
    Form(form): Form<LanguageForm>,
) -> Result<Response> {
    let done = match by_link(link, &house.db, &speech).await {
        Ok(way) => language::choose_by_link(&house, &way, &next, &form).await,
        Err(cause) => Err(cause),
    };
    or_stopped(&house.db, &speech, done).await
}

async fn choose_own_language(
    AtHome(inside): AtHome,
    State(house): State<House>,
    Query(next): Query<Next>,
    Form(form): Form<LanguageForm>,
) -> Result<Redirect> {
    language::choose_inside(&house, &inside, &next, &form).await
}

async fn choose_language_here(
    Guest(_): Guest,
    State(house): State<House>,
    Query(next): Query<Next>,
    Form(form): Form<LanguageForm>,
) -> Result<Response> {
    language::choose_here(&house, &next, &form)
}

async fn code_page(Guest(_): Guest, speech: Speech, State(house): State<House>) -> Result<Response> {
    let programs = house.db.read(programs::list).await?;
    Ok(views::code(&programs, None, sign_in::has_a_way(&house), speech.language()).into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct CodeForm {
    reference: String,
    code: String,
}

/// One answer for a code that is unknown, over, closed or tried too often. The code is never drawn again: it is typed anew.
async fn open_code(
    Guest(_): Guest,
    speech: Speech,
    State(house): State<House>,
    session: Session,
    calls: Calls,
    Form(form): Form<CodeForm>,
) -> Result<Response> {
    let reference = form.reference.clone();
    let opened = if tries::is_heard(&house, &calls).await? {
        house.db.write(Actor::nobody(), move |tx| codes::open(tx, &form.reference, &form.code, &calls)).await?
    } else {
        None
    };
    match opened {
        Some(Opened::Entrepreneur(code)) => {
            own::begin_by_letter(&session, &code).await?;
            Ok(Redirect::to("/me").into_response())
        }
        Some(Opened::Partner(link)) => {
            let keys = house.db.clone();
            let address = house.db.read(move |conn| links::address(conn, keys.keys(), "", link)).await?;
            Ok(Redirect::to(&address).into_response())
        }
        None => {
            let programs = house.db.read(programs::list).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, views::code(&programs, Some(&reference), sign_in::has_a_way(&house), speech.language()))
                .into_response())
        }
    }
}
