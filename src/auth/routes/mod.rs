//! Signing in and out, and invitations.

mod accounts;

use crate::auth::gate::{SIGNED_IN, SignedIn, own_address};
use crate::auth::queries::{self, Credentials};
use crate::auth::views;
use crate::auth::{Guest, House, Route, Staff, passwords, totp};
use crate::config::Clock;
use crate::error::{Error, Result};
use crate::store::{Actor, Db};
use crate::values::{ActorKind, InvitationKind};
use crate::web::{Access, Complaints, Form, Query, get, post};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use tower_sessions::Session;

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/", &[A::Public], first_page),
        get("/sign-in", &[A::Public], sign_in_page),
        post("/sign-in", &[A::Public], sign_in),
        get("/sign-in/code", &[A::Public], code_page),
        post("/sign-in/code", &[A::Public], give_code),
        get("/sign-in/enroll", &[A::Public], enroll_page),
        post("/sign-in/enroll", &[A::Public], enroll),
        post("/sign-out", &[A::Staff], sign_out),
        get("/invitation/{token}", &[A::Public], invitation_page),
        post("/invitation/{token}", &[A::Public], take_invitation),
        get("/account", &[A::Staff], accounts::account_page),
        post("/account/away", &[A::Staff], accounts::set_away),
        post("/account/password", &[A::Staff], accounts::change_password),
        get("/accounts", &[A::Admin], accounts::accounts_page),
        post("/accounts", &[A::Admin], accounts::invite_account),
        post("/accounts/{id}/closing", &[A::Admin], accounts::close_account),
        get("/accounts/{id}/reset", &[A::Admin], accounts::reset_page),
        post("/accounts/{id}/reset", &[A::Admin], accounts::reset_account),
    ]
}

/// Half signed in: the password was right, the code is still to come.
const HALF: &str = "half_signed_in";

#[derive(Debug, serde::Serialize, serde::Deserialize)]
struct Half {
    account: i64,
    at: i64,
    next: String,
    /// Secret of a code that is being enrolled, sealed with the keyring.
    enrolling: Option<Vec<u8>>,
}

async fn first_page(Guest(viewer): Guest) -> Redirect {
    Redirect::to(viewer.map_or("/sign-in", |viewer| viewer.home()))
}

#[derive(serde::Deserialize)]
struct Next {
    next: Option<String>,
}

async fn sign_in_page(Guest(viewer): Guest, State(db): State<Db>, Query(query): Query<Next>) -> Response {
    if let Some(viewer) = viewer {
        return Redirect::to(viewer.home()).into_response();
    }
    views::sign_in(&db.organization().name, own_address(query.next.as_deref()), "", &Complaints::default()).into_response()
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct SignIn {
    email: String,
    password: String,
    next: String,
}

async fn sign_in(_: Guest, State(house): State<House>, session: Session, Form(form): Form<SignIn>) -> Result<Response> {
    let typed = form.email.trim().to_lowercase();
    let who = house.db.keys().typed_name_mac(&typed);
    let now = Clock::machine_now();
    let name = typed.clone();
    let (slowed, account) =
        house.db.read(move |conn| Ok((queries::is_slowed(conn, &who, now)?, queries::find_credentials(conn, &name)?))).await?;
    let refused = |words: &str| {
        let mut complaints = Complaints::default();
        complaints.add("email", words);
        (
            StatusCode::UNPROCESSABLE_ENTITY,
            views::sign_in(&house.db.organization().name, own_address(Some(&form.next)), &form.email, &complaints),
        )
            .into_response()
    };
    if slowed {
        return Ok(
            (StatusCode::TOO_MANY_REQUESTS, refused("There were too many wrong tries. Wait 15 minutes, then try again")).into_response()
        );
    }
    let fits = passwords::fits(&house, form.password.clone(), account.as_ref().and_then(|account| account.password_hash.clone())).await?;
    let Some(account) = account.filter(|_| fits) else {
        house.db.write(Actor::nobody(), move |tx| queries::note_wrong_try(tx, &who, now)).await?;
        return Ok(refused("E-mail address and password do not fit together. Check both; after ten wrong tries you have to wait"));
    };
    if house.db.organization().is_demo {
        return complete(&house, &session, account, None, own_address(Some(&form.next))).await;
    }
    let half = Half { account: account.key, at: now.millis(), next: own_address(Some(&form.next)).to_owned(), enrolling: None };
    begin(&session, half).await?;
    Ok(Redirect::to(if account.totp_secret.is_some() { "/sign-in/code" } else { "/sign-in/enroll" }).into_response())
}

async fn begin(session: &Session, half: Half) -> Result<()> {
    session.cycle_id().await.map_err(broken)?;
    session.insert(HALF, half).await.map_err(broken)
}

fn broken(cause: tower_sessions::session::Error) -> Error {
    Error::internal(cause.to_string())
}

/// Signs in: a new session id, the account in it, and the deed written down.
async fn complete(house: &House, session: &Session, account: Credentials, step: Option<i64>, next: &str) -> Result<Response> {
    let who = house.db.keys().typed_name_mac(&account.email);
    let (key, actor) = (account.key, Actor::new(ActorKind::Staff, account.id.as_str()));
    house.db.write(actor, move |tx| queries::note_sign_in(tx, &account, step, &who)).await?;
    session.clear().await;
    session.cycle_id().await.map_err(broken)?;
    let now = Clock::machine_now().millis();
    session.insert(SIGNED_IN, SignedIn { account: key, since: now, seen: now }).await.map_err(broken)?;
    Ok(Redirect::to(next).into_response())
}

/// The half-signed-in account, for ten minutes.
async fn half(house: &House, session: &Session) -> Result<(Half, Credentials)> {
    let held: Option<Half> = session.get(HALF).await.map_err(broken)?;
    let held = held.filter(|half| Clock::machine_now().millis() - half.at < 600_000).ok_or(Error::Unauthenticated)?;
    let account = held.account;
    let account = house.db.read(move |conn| queries::find_credentials_of(conn, account)).await?.ok_or(Error::Unauthenticated)?;
    Ok((held, account))
}

async fn code_page(_: Guest, State(house): State<House>, session: Session) -> Result<Response> {
    half(&house, &session).await?;
    Ok(views::code(&Complaints::default()).into_response())
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Code {
    code: String,
}

async fn give_code(_: Guest, State(house): State<House>, session: Session, Form(form): Form<Code>) -> Result<Response> {
    let (held, account) = half(&house, &session).await?;
    let Some(sealed) = &account.totp_secret else { return Ok(Redirect::to("/sign-in/enroll").into_response()) };
    let secret = house.db.keys().open_totp(sealed, account.id.as_str())?;
    match try_code(&house, &account, &secret, &form.code).await? {
        Ok(step) => complete(&house, &session, account, Some(step), &held.next).await,
        Err(complaints) => Ok((StatusCode::UNPROCESSABLE_ENTITY, views::code(&complaints)).into_response()),
    }
}

/// Checks a code; wrong ones count as wrong tries of the account.
async fn try_code(house: &House, account: &Credentials, secret: &[u8], typed: &str) -> Result<std::result::Result<i64, Complaints>> {
    let (who, now) = (house.db.keys().typed_name_mac(&account.email), Clock::machine_now());
    let mut complaints = Complaints::default();
    if house.db.read(move |conn| queries::is_slowed(conn, &who, now)).await? {
        complaints.add("code", "There were too many wrong tries. Wait 15 minutes, then try again");
        return Ok(Err(complaints));
    }
    if let Some(step) = totp::fits(secret, &account.email, typed, now.seconds(), account.totp_last_step)? {
        return Ok(Ok(step));
    }
    house.db.write(Actor::nobody(), move |tx| queries::note_wrong_try(tx, &who, now)).await?;
    complaints.add("code", "This code does not fit. Type the six digits your app shows now; each works once");
    Ok(Err(complaints))
}

async fn enroll_page(_: Guest, State(house): State<House>, session: Session) -> Result<Response> {
    let (held, account) = half(&house, &session).await?;
    if account.totp_secret.is_some() {
        return Ok(Redirect::to("/sign-in/code").into_response());
    }
    let secret = match &held.enrolling {
        Some(sealed) => house.db.keys().open_totp(sealed, account.id.as_str())?.to_vec(),
        None => {
            let mut secret = [0_u8; 20];
            getrandom::fill(&mut secret).map_err(|cause| Error::internal(cause.to_string()))?;
            let mut nonce = [0_u8; 24];
            getrandom::fill(&mut nonce).map_err(|cause| Error::internal(cause.to_string()))?;
            let sealed = house.db.keys().seal_totp(&secret, account.id.as_str(), nonce)?;
            session.insert(HALF, Half { enrolling: Some(sealed), ..held }).await.map_err(broken)?;
            secret.to_vec()
        }
    };
    Ok(views::enroll(&totp::address(&secret, &account.email)?, &totp::readable(&secret, &account.email)?, &Complaints::default())
        .into_response())
}

async fn enroll(_: Guest, State(house): State<House>, session: Session, Form(form): Form<Code>) -> Result<Response> {
    let (held, account) = half(&house, &session).await?;
    let sealed = held.enrolling.as_ref().filter(|_| account.totp_secret.is_none()).ok_or(Error::Unauthenticated)?;
    let secret = house.db.keys().open_totp(sealed, account.id.as_str())?.to_vec();
    match try_code(&house, &account, &secret, &form.code).await? {
        Ok(step) => {
            let actor = Actor::new(ActorKind::Staff, account.id.as_str());
            let account = house
                .db
                .write(actor, move |tx| {
                    queries::enroll_totp(tx, &account, &secret, step)?;
                    Ok(account)
                })
                .await?;
            complete(&house, &session, account, None, &held.next).await
        }
        Err(complaints) => {
            let page = views::enroll(&totp::address(&secret, &account.email)?, &totp::readable(&secret, &account.email)?, &complaints);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn sign_out(_: Staff, session: Session) -> Result<Redirect> {
    session.flush().await.map_err(broken)?;
    Ok(Redirect::to("/sign-in"))
}

async fn invitation_page(_: Guest, State(db): State<Db>, Path(token): Path<String>) -> Result<Response> {
    let (name, kind) = find_invited(&db, token).await?;
    Ok(views::invitation(&name, kind, &Complaints::default()).into_response())
}

async fn find_invited(db: &Db, token: String) -> Result<(String, InvitationKind)> {
    let now = db.clock().now();
    db.read(move |conn| {
        let (account, kind) = queries::find_invitation(conn, &token, now)?;
        let name = queries::find_credentials_of(conn, account)?.ok_or(Error::NotFound)?.email;
        Ok((name, kind))
    })
    .await
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct NewPassword {
    password: Option<String>,
    again: Option<String>,
}

async fn take_invitation(
    _: Guest,
    State(house): State<House>,
    session: Session,
    Path(token): Path<String>,
    Form(form): Form<NewPassword>,
) -> Result<Response> {
    let (name, kind) = find_invited(&house.db, token.clone()).await?;
    if kind == InvitationKind::Demo {
        return enter_demo(&house, &session, token).await;
    }
    let (password, again) = (form.password.unwrap_or_default(), form.again.unwrap_or_default());
    let mut complaints = Complaints::default();
    complaints.take("password", passwords::check(&password, &[&name, &house.db.organization().name]));
    if password != again {
        complaints.add("again", "The two passwords are not the same. Type it again");
    }
    if !complaints.is_empty() {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::invitation(&name, kind, &complaints)).into_response());
    }
    let hash = passwords::hash(&house, password).await?;
    let account = house.db.write(Actor::nobody(), move |tx| queries::set_first_password(tx, &token, &hash)).await?;
    if house.db.organization().is_demo {
        return complete(&house, &session, account, None, "/").await;
    }
    begin(&session, Half { account: account.key, at: Clock::machine_now().millis(), next: "/".to_owned(), enrolling: None }).await?;
    Ok(Redirect::to(if account.totp_secret.is_some() { "/sign-in/code" } else { "/sign-in/enroll" }).into_response())
}

/// A demo folder's link signs in by itself; only there.
async fn enter_demo(house: &House, session: &Session, token: String) -> Result<Response> {
    if !house.db.organization().is_demo {
        return Err(Error::NotFound);
    }
    let now = house.db.clock().now();
    let account = house
        .db
        .read(move |conn| {
            let (account, _) = queries::find_invitation(conn, &token, now)?;
            queries::find_credentials_of(conn, account)?.ok_or(Error::NotFound)
        })
        .await?;
    complete(house, session, account, None, "/").await
}
