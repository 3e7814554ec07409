//! The pages: tokens of an organization's own systems, and what the API is.

use super::queries::tokens;
use super::views::{self, TokenForm};
use super::{LONGEST_DAYS, NewToken, PACES, Token};
use crate::auth::step_up::{self, Proof, Typed, earlier};
use crate::auth::{Guest, Head, House, Manager, Route, Viewer};
use crate::error::Result;
use crate::store::Db;
use crate::values::{ApiScope, Complaint, Day, Line, TokenId, Vocabulary};
use crate::web::{Access, Complaints, Form, Id, Leaf, Query, forms, get, post};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/api", &[A::Public], about),
        get("/tokens", &[A::Manager, A::Admin], tokens_page),
        post("/tokens", &[A::Manager], make_token),
        post("/tokens/{id}/ending", &[A::Manager, A::Admin], end_token),
    ]
}

async fn about(Guest(_): Guest, State(house): State<House>) -> Response {
    views::about(&house.db.organization().name, &house.config.public_url).into_response()
}

async fn tokens_page(Head(viewer): Head, State(db): State<Db>, Query(leaf): Query<Leaf>) -> Result<Response> {
    let until = db.clock().today().plus_days(90).to_string();
    let form = TokenForm { per_minute: "600".to_owned(), expires_on: until, ..TokenForm::default() };
    draw(&viewer, &db, leaf, &form, &Complaints::default(), None).await
}

async fn draw(viewer: &Viewer, db: &Db, leaf: Leaf, form: &TokenForm, complaints: &Complaints, made: Option<&str>) -> Result<Response> {
    let asked = viewer.clone();
    let listed: Vec<Token> = db.read(move |conn| tokens::list(conn, &asked, leaf.window())).await?;
    let (listed, has_more) = leaf.of_window(listed);
    let page = views::Tokens { viewer, listed: &listed, more: (leaf, has_more), form, complaints, clock: db.clock(), made };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::tokens(&page)).into_response())
}

async fn make_token(Manager(viewer): Manager, State(house): State<House>, Form(form): Form<TokenForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let again = |complaints: Complaints| {
        let (viewer, db, form) = (viewer.clone(), house.db.clone(), form.clone());
        async move { draw(&viewer, &db, Leaf::default(), &form, &complaints, None).await }
    };
    let new = match parse(&form, &viewer, &house.db) {
        Ok(new) => new,
        Err(complaints) => return again(complaints).await,
    };
    let typed = Typed { password: form.password.clone(), code: form.code.clone() };
    let proof = match prove_once(&house, &viewer, &form.key, typed).await? {
        Once::Proved(proof) => proof,
        Once::Done => return Ok(Redirect::to("/tokens").into_response()),
        Once::Not(complaints) => return again(complaints).await,
    };
    let (asked, key) = (viewer.clone(), form.key.clone());
    let made = house.db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&key)?.is_some() {
            return Ok(None);
        }
        proof.spend(tx)?;
        tx.remember_answer(&key, "/tokens")?;
        tokens::make(tx, &asked, &new).map(Some)
    });
    // The second of two clicks made nothing: the token was shown by the first.
    let Some(made) = made.await? else { return Ok(Redirect::to("/tokens").into_response()) };
    draw(&viewer, &house.db, Leaf::default(), &TokenForm::default(), &Complaints::default(), Some(&made)).await
}

/// Whether a form that opens the house to a system may go on.
pub(super) enum Once {
    /// Who asks has proved it.
    Proved(Proof),
    /// An earlier click did it.
    Done,
    /// What is wrong with password or code.
    Not(Complaints),
}

/// Proves who asks, for a form that is posted once.
pub(super) async fn prove_once(house: &House, viewer: &Viewer, key: &str, typed: Typed) -> Result<Once> {
    if earlier(house, viewer, key).await?.is_some() {
        return Ok(Once::Done);
    }
    Ok(match step_up::prove(house, viewer, typed).await? {
        Ok(proof) => Once::Proved(proof),
        // The first of two clicks may have used the code up while this one was being checked.
        Err(_) if earlier(house, viewer, key).await?.is_some() => Once::Done,
        Err(complaints) => Once::Not(complaints),
    })
}

fn parse(form: &TokenForm, viewer: &Viewer, db: &Db) -> std::result::Result<NewToken, Complaints> {
    let mut complaints = Complaints::default();
    let name = complaints.take("name", Line::parse(&form.name, "the name of the system"));
    let scopes: Option<Vec<ApiScope>> = complaints.take("scope", form.scope.iter().map(|code| ApiScope::parse(code)).collect());
    if form.scope.is_empty() {
        complaints.add("scope", "Choose at least one thing it may do");
    }
    let programs: Vec<i64> = form.program.iter().filter_map(|typed| typed.parse().ok()).collect();
    if programs.is_empty() || programs.len() < form.program.len() || programs.iter().any(|program| !viewer.manages(*program)) {
        complaints.add("program", "Choose at least one of the programs you manage");
    }
    let pace = form.per_minute.parse().ok().filter(|pace| PACES.contains(pace));
    let per_minute = complaints.take("per_minute", pace.ok_or_else(|| Complaint::new("Choose one of the answers on the list")));
    let today = db.clock().today();
    let day = Day::parse(&form.expires_on).and_then(|day| match today.days_until(day) {
        1..=LONGEST_DAYS => Ok(day),
        _ => Err(Complaint::new(format!("Choose a day from tomorrow to {LONGEST_DAYS} days ahead"))),
    });
    let expires_at = complaints.take("expires_on", day).map(|day| db.clock().zone().start_of(day));
    let new = name.zip(scopes).zip(per_minute.zip(expires_at)).map(|((name, mut scopes), (per_minute, expires_at))| {
        scopes.sort_unstable();
        scopes.dedup();
        let mut programs = programs;
        programs.sort_unstable();
        programs.dedup();
        NewToken { name, programs, scopes, per_minute, expires_at }
    });
    complaints.or(new)
}

/// Why something is ended.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EndForm {
    pub version: i64,
    pub why: String,
}

async fn end_token(Head(viewer): Head, State(db): State<Db>, Id(id): Id<TokenId>, Form(form): Form<EndForm>) -> Result<Redirect> {
    let why = Line::parse(&form.why, "why it is ended");
    let asked = viewer.clone();
    db.write(viewer.actor(), move |tx| tokens::end(tx, &asked, &id, form.version, &why?)).await?;
    Ok(Redirect::to("/tokens"))
}
