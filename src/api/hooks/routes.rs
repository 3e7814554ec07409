//! The page of addresses that are told of referrals.

use super::views::{self, HookForm};
use super::{Address, NewHook};
use crate::api::queries::hooks;
use crate::api::routes::{EndForm, Once, prove_once};
use crate::auth::step_up::Typed;
use crate::auth::{Head, House, Manager, Route, Viewer};
use crate::error::Result;
use crate::referrals::Event;
use crate::store::Db;
use crate::values::{HookId, Line};
use crate::web::{Access, Complaints, Form, Id, Leaf, Query, forms, get, post};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/hooks", &[A::Manager, A::Admin], hooks_page),
        post("/hooks", &[A::Manager], name_address),
        post("/hooks/{id}/ending", &[A::Manager, A::Admin], end_hook),
    ]
}

async fn hooks_page(Head(viewer): Head, State(db): State<Db>, Query(leaf): Query<Leaf>) -> Result<Response> {
    draw(&viewer, &db, leaf, &HookForm::default(), &Complaints::default(), None).await
}

async fn draw(viewer: &Viewer, db: &Db, leaf: Leaf, form: &HookForm, complaints: &Complaints, made: Option<&str>) -> Result<Response> {
    let asked = viewer.clone();
    let listed = db.read(move |conn| hooks::list(conn, &asked, leaf.window())).await?;
    let (listed, has_more) = leaf.of_window(listed);
    let page = views::Hooks { viewer, listed: &listed, more: (leaf, has_more), form, complaints, clock: db.clock(), made };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::hooks(&page)).into_response())
}

async fn name_address(Manager(viewer): Manager, State(house): State<House>, Form(form): Form<HookForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let new = match parse(&form, &viewer, house.db.organization().is_demo) {
        Ok(new) => new,
        Err(complaints) => return draw(&viewer, &house.db, Leaf::default(), &form, &complaints, None).await,
    };
    let typed = Typed { password: form.password.clone(), code: form.code.clone() };
    let proof = match prove_once(&house, &viewer, &form.key, typed).await? {
        Once::Proved(proof) => proof,
        Once::Done => return Ok(Redirect::to("/hooks").into_response()),
        Once::Not(complaints) => return draw(&viewer, &house.db, Leaf::default(), &form, &complaints, None).await,
    };
    let (asked, key) = (viewer.clone(), form.key.clone());
    let made = house.db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&key)?.is_some() {
            return Ok(None);
        }
        proof.spend(tx)?;
        tx.remember_answer(&key, "/hooks")?;
        hooks::make(tx, &asked, &new).map(Some)
    });
    // The second of two clicks made nothing: the secret was shown by the first.
    let Some(made) = made.await? else { return Ok(Redirect::to("/hooks").into_response()) };
    draw(&viewer, &house.db, Leaf::default(), &HookForm::default(), &Complaints::default(), Some(&made)).await
}

fn parse(form: &HookForm, viewer: &Viewer, is_demo: bool) -> std::result::Result<NewHook, Complaints> {
    let mut complaints = Complaints::default();
    let address = complaints.take("url", Address::parse(&form.url, is_demo));
    let program = form.program.parse().ok().filter(|program| viewer.manages(*program));
    if program.is_none() {
        complaints.add("program", "Choose one of the programs you manage");
    }
    let mut events: Vec<Event> = form.event.iter().filter_map(|code| Event::parse(code)).collect();
    if events.is_empty() || events.len() < form.event.len() {
        complaints.add("event", "Choose at least one thing that can happen");
    }
    events.sort_unstable();
    events.dedup();
    let new = address.zip(program).map(|(address, program)| NewHook { program, address, events });
    complaints.or(new)
}

async fn end_hook(Head(viewer): Head, State(db): State<Db>, Id(id): Id<HookId>, Form(form): Form<EndForm>) -> Result<Redirect> {
    let why = Line::parse(&form.why, "why it is ended");
    let asked = viewer.clone();
    db.write(viewer.actor(), move |tx| hooks::end(tx, &asked, &id, form.version, &why?)).await?;
    Ok(Redirect::to("/hooks"))
}
