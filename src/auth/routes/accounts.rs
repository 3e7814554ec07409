//! One's own account, and the list of all of them.

use super::broken;
use crate::auth::gate::{SIGNED_IN, SignedIn};
use crate::auth::queries::{self, NewAccount};
use crate::auth::step_up::{self, Proof, Typed, earlier};
use crate::auth::views::{self, AccountForm, Listed, Own};
use crate::auth::{Admin, House, Staff, Viewer, passwords};
use crate::config::Clock;
use crate::error::{Error, Result};
use crate::store::Db;
use crate::values::{AccountId, Complaint, Day, Email, InvitationKind, Line, OrganizationRole, ProgramRole, Telephone, Vocabulary};
use crate::web::{Complaints, Form, Id, Leaf, Query};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use tower_sessions::Session;

/// How long an invitation lives.
const INVITATION_DAYS: i64 = 7;

pub(super) async fn account_page(Staff(viewer): Staff, State(db): State<Db>) -> Result<Response> {
    draw_account(&viewer, &db, &Complaints::default(), false).await
}

async fn draw_account(viewer: &Viewer, db: &Db, complaints: &Complaints, saved: bool) -> Result<Response> {
    let (account, today) = (viewer.key, db.clock().today());
    let now = db.clock().now();
    let look = move |conn: &rusqlite::Connection| {
        let settles = queries::settling::find(conn, account, now)?;
        Ok(Own { away: queries::away_until(conn, account, today)?, settles, alerts: queries::alerts::list_for(conn, account, now)? })
    };
    let own = db.read(look).await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::account(viewer, &own, (db.clock().zone(), today), complaints, saved)).into_response())
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AwayForm {
    away_until: String,
}

/// The longest time somebody may say that they are away.
const LONGEST_AWAY_DAYS: i64 = 366;

pub(super) async fn set_away(Staff(viewer): Staff, State(db): State<Db>, Form(form): Form<AwayForm>) -> Result<Response> {
    let today = db.clock().today();
    let read = Day::maybe(&form.away_until).and_then(|until| match until {
        Some(until) if !(0..=LONGEST_AWAY_DAYS).contains(&today.days_until(until)) => {
            Err(Complaint::new("Choose a day from today to a year ahead, or leave it empty when you are back"))
        }
        until => Ok(until),
    });
    let mut complaints = Complaints::default();
    let Some(until) = complaints.take("away_until", read) else { return draw_account(&viewer, &db, &complaints, false).await };
    let account = viewer.clone();
    db.write(viewer.actor(), move |tx| queries::set_away(tx, account.key, &account.id, until)).await?;
    Ok(Redirect::to("/account").into_response())
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChangePassword {
    current: String,
    password: String,
    again: String,
}

pub(super) async fn change_password(
    Staff(viewer): Staff,
    State(house): State<House>,
    session: Session,
    Form(form): Form<ChangePassword>,
) -> Result<Response> {
    let account = viewer.key;
    let credentials = house.db.read(move |conn| queries::find_credentials_of(conn, account)).await?.ok_or(Error::Unauthenticated)?;
    let mut complaints = Complaints::default();
    if !passwords::fits(&house, form.current, credentials.password_hash.clone()).await? {
        complaints.add("current", "This is not your password. Type the one you signed in with");
    }
    complaints.take("password", passwords::check(&form.password, &[&viewer.email, &viewer.name, &house.db.organization().name]));
    if form.password != form.again {
        complaints.add("again", "The two passwords are not the same. Type it again");
    }
    if !complaints.is_empty() {
        return draw_account(&viewer, &house.db, &complaints, false).await;
    }
    let hash = passwords::hash(&house, form.password).await?;
    house.db.write(viewer.actor(), move |tx| queries::set_password(tx, account, &hash).map(drop)).await?;
    session.cycle_id().await.map_err(broken)?;
    let now = Clock::machine_now().millis();
    session.insert(SIGNED_IN, SignedIn { account, since: now, seen: now }).await.map_err(broken)?;
    draw_account(&viewer, &house.db, &Complaints::default(), true).await
}

/// A page of accounts, and the programs they may be put into.
async fn listed(db: &Db, leaf: Leaf) -> Result<(Listed, Vec<(i64, String)>)> {
    let (accounts, programs) = db.read(|conn| Ok((queries::list_accounts(conn)?, queries::list_programs(conn)?))).await?;
    let (accounts, has_more) = leaf.of(accounts);
    Ok((Listed { accounts, leaf, has_more }, programs))
}

pub(super) async fn accounts_page(Admin(viewer): Admin, State(db): State<Db>, Query(leaf): Query<Leaf>) -> Result<Response> {
    let (accounts, programs) = listed(&db, leaf).await?;
    Ok(views::accounts(&viewer, &accounts, &programs, &AccountForm::default(), &Complaints::default(), None).into_response())
}

pub(super) async fn invite_account(Admin(viewer): Admin, State(house): State<House>, Form(form): Form<AccountForm>) -> Result<Response> {
    crate::web::forms::check_key(&form.key)?;
    let (accounts, programs) = listed(&house.db, Leaf::default()).await?;
    let again = |complaints: &Complaints| {
        let page = views::accounts(&viewer, &accounts, &programs, &form, complaints, None);
        (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
    };
    let new = match parse_account(&form, &programs) {
        Ok(new) => new,
        Err(complaints) => return Ok(again(&complaints)),
    };
    let proof = match proved_once(&house, &viewer, &form.key, form.typed()).await? {
        Once::Proved(proof) => proof,
        Once::Done(address) => return Ok(Redirect::to(&address).into_response()),
        Once::Not(complaints) => return Ok(again(&complaints)),
    };
    let key = form.key.clone();
    let token = house
        .db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&key)?.is_some() {
                return Ok(None);
            }
            proof.spend(tx)?;
            let (account, id) = queries::open_account(tx, &new)?;
            tx.remember_answer(&key, "/accounts")?;
            queries::invite(tx, account, &id, InvitationKind::Invite, INVITATION_DAYS).map(Some)
        })
        .await?;
    // The second of two clicks made nothing: the link was shown by the first.
    let Some(token) = token else { return Ok(Redirect::to("/accounts").into_response()) };
    show_link(&viewer, &house, &token).await
}

/// Whether a form that gives access may go on.
enum Once {
    /// Who asks has proved it.
    Proved(Proof),
    /// An earlier click did it: where it was sent.
    Done(String),
    /// What is wrong with password or code.
    Not(Complaints),
}

/// Proves who asks, for a form that is posted once.
async fn proved_once(house: &House, viewer: &Viewer, key: &str, typed: Typed) -> Result<Once> {
    if let Some(address) = earlier(house, viewer, key).await? {
        return Ok(Once::Done(address));
    }
    Ok(match step_up::prove(house, viewer, typed).await? {
        Ok(proof) => Once::Proved(proof),
        // The first of two clicks may have used the code up while this one was being checked.
        Err(complaints) => earlier(house, viewer, key).await?.map_or(Once::Not(complaints), Once::Done),
    })
}

async fn show_link(viewer: &Viewer, house: &House, token: &str) -> Result<Response> {
    let (accounts, programs) = listed(&house.db, Leaf::default()).await?;
    let link = format!("{}/invitation/{token}", house.config.public_url);
    Ok(views::accounts(viewer, &accounts, &programs, &AccountForm::default(), &Complaints::default(), Some(&link)).into_response())
}

fn parse_account(form: &AccountForm, programs: &[(i64, String)]) -> std::result::Result<NewAccount, Complaints> {
    let mut complaints = Complaints::default();
    let email = complaints.take("email", Email::parse(&form.email));
    let name = complaints.take("name", Line::parse(&form.name, "the name"));
    let telephone = complaints.take("telephone", Telephone::maybe(&form.telephone));
    let organization: Option<Vec<OrganizationRole>> =
        complaints.take("role", form.role.iter().map(|code| OrganizationRole::parse(code)).collect());
    let mut seats = Vec::new();
    for (chosen, role) in form
        .advisor_in
        .iter()
        .map(|program| (program, ProgramRole::Advisor))
        .chain(form.manager_in.iter().map(|program| (program, ProgramRole::Manager)))
    {
        match chosen.parse::<i64>().ok().filter(|key| programs.iter().any(|(program, _)| program == key)) {
            Some(program) => seats.push((program, role)),
            None => complaints.add("role", "Choose a program from the list"),
        }
    }
    if form.role.is_empty() && seats.is_empty() {
        complaints.add("role", "Choose at least one role");
    }
    let value = email.zip(name).zip(telephone).zip(organization).map(|(((email, name), telephone), organization)| NewAccount {
        email,
        name: name.to_string(),
        telephone: telephone.map(|telephone| telephone.as_str().to_owned()),
        organization,
        programs: seats,
    });
    complaints.or(value)
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Version {
    version: i64,
}

pub(super) async fn close_account(
    Admin(viewer): Admin,
    State(db): State<Db>,
    Id(id): Id<AccountId>,
    Form(form): Form<Version>,
) -> Result<Redirect> {
    db.write(viewer.actor(), move |tx| queries::disable(tx, &id, form.version)).await?;
    Ok(Redirect::to("/accounts"))
}

pub(super) async fn reset_page(Admin(viewer): Admin, State(db): State<Db>, Id(id): Id<AccountId>) -> Result<Response> {
    draw_reset(&viewer, &db, id, &Complaints::default()).await
}

async fn draw_reset(viewer: &Viewer, db: &Db, id: AccountId, complaints: &Complaints) -> Result<Response> {
    let account = db.read(move |conn| queries::find_account(conn, &id)).await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::reset(viewer, &account, complaints)).into_response())
}

/// No `Debug`: there is a password in it.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ResetForm {
    key: String,
    version: i64,
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
}

pub(super) async fn reset_account(
    Admin(viewer): Admin,
    State(house): State<House>,
    Id(id): Id<AccountId>,
    Form(form): Form<ResetForm>,
) -> Result<Response> {
    crate::web::forms::check_key(&form.key)?;
    let wanted = id.clone();
    house.db.read(move |conn| queries::find_account(conn, &wanted)).await?;
    let proof = match proved_once(&house, &viewer, &form.key, Typed { password: form.password, code: form.code }).await? {
        Once::Proved(proof) => proof,
        Once::Done(address) => return Ok(Redirect::to(&address).into_response()),
        Once::Not(complaints) => return draw_reset(&viewer, &house.db, id, &complaints).await,
    };
    let token = house
        .db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&form.key)?.is_some() {
                return Ok(None);
            }
            if queries::find_account(tx, &id)?.version != form.version {
                return Err(Error::Stale);
            }
            proof.spend(tx)?;
            tx.remember_answer(&form.key, "/accounts")?;
            queries::reset(tx, &id).map(Some)
        })
        .await?;
    let Some(token) = token else { return Ok(Redirect::to("/accounts").into_response()) };
    show_link(&viewer, &house, &token).await
}
