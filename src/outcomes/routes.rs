//! The outcomes of a client and of a program: written down, changed, better known, asked about, taken back.

use super::form::{EvidenceForm, FilterForm, HeardForm, Lists, OutcomeForm, UndoForm};
use super::{Outcome, Step, prefilled, queries, views};
use crate::auth::looks::{Look, Names, shown as of_whom};
use crate::auth::{CaseWorker, Route, Viewer};
use crate::error::{Error, Result};
use crate::people::{self, Client};
use crate::store::Db;
use crate::values::{ClientId, Line, LookPart, OutcomeId, ReferralId};
use crate::web::{Access, Complaints, Form, Id, Leaf, Query, forms, get, post};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rusqlite::Connection;

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/outcomes", &[A::Advisor, A::Manager], list_page),
        get("/clients/{id}/outcomes", &[A::Advisor, A::Manager], client_page),
        post("/clients/{id}/outcomes", &[A::Advisor, A::Manager], record),
        get("/clients/{id}/outcomes/new", &[A::Advisor, A::Manager], new_page),
        get("/outcomes/{id}", &[A::Advisor, A::Manager], outcome_page),
        get("/outcomes/{id}/facts", &[A::Advisor, A::Manager], facts_page),
        post("/outcomes/{id}/facts", &[A::Advisor, A::Manager], change),
        post("/outcomes/{id}/evidence", &[A::Advisor, A::Manager], raise),
        post("/outcomes/{id}/asking", &[A::Advisor, A::Manager], ask),
        post("/outcomes/{id}/answers", &[A::Advisor, A::Manager], hear),
        post("/outcomes/{id}/undoing", &[A::Advisor, A::Manager], undo),
    ]
}

/// The page shows clients that its address does not name: each is a look.
async fn list_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Query(form): Query<FilterForm>) -> Result<Response> {
    let (asked, filter, leaf) = (viewer.clone(), form.filter(), Leaf { page: form.page });
    let (outcomes, totals) = db
        .read(move |conn| Ok((queries::list_for(conn, &asked, &filter, leaf.window())?, queries::totals_for(conn, &asked, &filter)?)))
        .await?;
    let (outcomes, has_more) = leaf.of_window(outcomes);
    let looks = outcomes.iter().map(|outcome| Look::record(Names::Client, &outcome.client.1, LookPart::Record)).collect();
    let page = views::ListPage { outcomes: &outcomes, totals: &totals, form: &form, has_more, today: db.clock().today() };
    Ok((of_whom(looks), views::list(&viewer, &page)).into_response())
}

async fn client_page(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Query(leaf): Query<Leaf>,
) -> Result<Response> {
    let asked = viewer.clone();
    let (client, outcomes) = db
        .read(move |conn| {
            let client = people::queries::find_for(conn, &asked, &id)?;
            let outcomes = queries::list_of_client(conn, &client, leaf.window())?;
            Ok((client, outcomes))
        })
        .await?;
    let (outcomes, has_more) = leaf.of_window(outcomes);
    Ok(views::of_client(&viewer, &client, &outcomes, leaf, has_more, db.clock().today()).into_response())
}

fn lists(conn: &Connection, client: &Client, today: crate::values::Day) -> Result<Lists> {
    Ok(Lists {
        referrals: queries::referrals_of(conn, client)?,
        resources: queries::resources_of(conn, client)?,
        asked: people::queries::contact(conn, client.key, today)?.map(|owner| owner.name()),
    })
}

/// Which referral a new outcome came of, or what is known of it from a count.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Origin {
    referral: String,
    kind: String,
    before: String,
    after: String,
    on: String,
}

impl Origin {
    /// What the address fills in is looked at like anything typed, when it is saved.
    fn form(self, today: crate::values::Day) -> OutcomeForm {
        let fresh = OutcomeForm::fresh(today);
        let on = if self.on.is_empty() { fresh.on.clone() } else { self.on };
        OutcomeForm { kind: self.kind, before: self.before, after: self.after, on, ..fresh }
    }
}

async fn new_page(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Query(origin): Query<Origin>,
) -> Result<Response> {
    let (asked, today, zone) = (viewer.clone(), db.clock().today(), db.clock().zone().clone());
    let (client, lists, form) = db
        .read(move |conn| {
            let client = people::queries::find_for(conn, &asked, &id)?;
            let form = match ReferralId::parse(&origin.referral) {
                Some(referral) => prefilled::form(&queries::ended(conn, &client, &referral, &zone)?),
                None => origin.form(today),
            };
            let lists = lists(conn, &client, today)?;
            Ok((client, lists, form))
        })
        .await?;
    Ok(views::new(&viewer, &client, &lists, &form, today, &Complaints::default()).into_response())
}

async fn record(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Form(form): Form<OutcomeForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (asked, today, wanted) = (viewer.clone(), db.clock().today(), id.clone());
    let (client, lists) = db
        .read(move |conn| {
            let client = people::queries::find_for(conn, &asked, &wanted)?;
            let lists = lists(conn, &client, today)?;
            Ok((client, lists))
        })
        .await?;
    let mut complaints = Complaints::default();
    let (facts, known) = (form.facts(&mut complaints, &lists, today), form.known(&mut complaints, today));
    let Some((facts, known)) = facts.zip(known).filter(|_| complaints.is_empty()) else {
        let page = views::new(&viewer, &client, &lists, &form, today, &complaints);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let (asked, asks) = (viewer.clone(), form.asks() && lists.asked.is_some());
    let address = db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&form.key)? {
                return Ok(answer);
            }
            let client = people::queries::find_for(tx, &asked, &id)?;
            let id = queries::record(tx, &asked, &client, &facts, &known)?;
            if asks {
                queries::ask(tx, &asked, &id)?;
            }
            let answer = format!("/outcomes/{id}");
            tx.remember_answer(&form.key, &answer)?;
            Ok(answer)
        })
        .await?;
    Ok(Redirect::to(&address).into_response())
}

/// An outcome with everything that its page shows.
async fn found(db: &Db, viewer: &Viewer, id: &OutcomeId) -> Result<(Outcome, Vec<Step>, Client, Lists)> {
    let (asked, id, today) = (viewer.clone(), id.clone(), db.clock().today());
    db.read(move |conn| {
        let outcome = queries::find_for(conn, &asked, &id)?;
        let client = people::queries::find_in(conn, outcome.client.0, outcome.program.0)?;
        let lists = lists(conn, &client, today)?;
        Ok((queries::steps(conn, &outcome)?, lists, client, outcome))
    })
    .await
    .map(|(steps, lists, client, outcome)| (outcome, steps, client, lists))
}

async fn outcome_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<OutcomeId>) -> Result<Response> {
    draw(&viewer, &db, &id, Again::default()).await
}

/// What came back with complaints.
#[derive(Default)]
struct Again {
    evidence: Option<EvidenceForm>,
    heard: Option<HeardForm>,
    why: String,
    complaints: Complaints,
}

async fn draw(viewer: &Viewer, db: &Db, id: &OutcomeId, again: Again) -> Result<Response> {
    let (outcome, steps, client, lists) = found(db, viewer, id).await?;
    let clock = db.clock();
    let fresh = EvidenceForm { version: outcome.version, seen_on: clock.today().to_string(), ..EvidenceForm::default() };
    let unheard = HeardForm { version: outcome.version, ..HeardForm::default() };
    let page = views::OutcomePage {
        viewer,
        outcome: &outcome,
        steps: &steps,
        client: &client,
        asked: lists.asked.as_deref(),
        evidence: again.evidence.as_ref().unwrap_or(&fresh),
        heard: again.heard.as_ref().unwrap_or(&unheard),
        why: &again.why,
        complaints: &again.complaints,
        zone: clock.zone(),
        today: clock.today(),
        now: clock.now(),
    };
    let status = if again.complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::outcome(&page)).into_response())
}

async fn facts_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<OutcomeId>) -> Result<Response> {
    let (outcome, _, _, lists) = found(&db, &viewer, &id).await?;
    let form = OutcomeForm::of(&outcome.facts, outcome.version);
    Ok(views::facts(&viewer, &outcome, &lists, &form, db.clock().today(), &Complaints::default()).into_response())
}

async fn change(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<OutcomeId>,
    Form(form): Form<OutcomeForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (outcome, _, client, lists) = found(&db, &viewer, &id).await?;
    let (today, mut complaints) = (db.clock().today(), Complaints::default());
    let Some(facts) = form.facts(&mut complaints, &lists, today) else {
        let page = views::facts(&viewer, &outcome, &lists, &form, today, &complaints);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let (asked, sought, key, version) = (viewer.clone(), id.clone(), form.key.clone(), form.version);
    let changed = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                queries::change(tx, &asked, &client, &sought, version, &facts)?;
                tx.remember_answer(&key, "changed")?;
            }
            Ok(())
        })
        .await;
    if matches!(changed, Err(Error::Stale)) {
        let (saved, _, _, lists) = found(&db, &viewer, &id).await?;
        let amount = saved.amount().map(|amount| format!(", {amount}")).unwrap_or_default();
        let words = format!(
            "This was changed since you opened it. Saved now: {}{amount}, {}. Yours is still in the form; save again to replace it",
            saved.label(),
            saved.facts.on.short(today)
        );
        complaints.add("kind", words);
        let form = OutcomeForm { version: saved.version, ..form };
        return Ok((StatusCode::CONFLICT, views::facts(&viewer, &saved, &lists, &form, today, &complaints)).into_response());
    }
    changed?;
    Ok(Redirect::to(&format!("/outcomes/{id}")).into_response())
}

async fn raise(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<OutcomeId>,
    Form(form): Form<EvidenceForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let Some(known) = form.known(&mut complaints, db.clock().today()) else {
        return draw(&viewer, &db, &id, Again { evidence: Some(form), complaints, ..Again::default() }).await;
    };
    let (asked, sought, key, version) = (viewer.clone(), id.clone(), form.key.clone(), form.version);
    let raised = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                queries::raise(tx, &asked, &sought, version, &known)?;
                tx.remember_answer(&key, "raised")?;
            }
            Ok(())
        })
        .await;
    if matches!(raised, Err(Error::Stale)) {
        let (saved, ..) = found(&db, &viewer, &id).await?;
        complaints.add("level", "This was changed since you opened it. Look at it as it is now; yours is still in the form");
        let again = Again { evidence: Some(EvidenceForm { version: saved.version, ..form }), complaints, ..Again::default() };
        let mut page = draw(&viewer, &db, &id, again).await?;
        *page.status_mut() = StatusCode::CONFLICT;
        return Ok(page);
    }
    raised?;
    Ok(Redirect::to(&format!("/outcomes/{id}#evidence")).into_response())
}

/// What a form with one button says.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
struct PressForm {
    key: String,
}

async fn ask(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<OutcomeId>, Form(form): Form<PressForm>) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let (asked, address) = (viewer.clone(), format!("/outcomes/{id}#client"));
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            queries::ask(tx, &asked, &id)?;
            tx.remember_answer(&form.key, "asked")?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address))
}

async fn hear(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<OutcomeId>,
    Form(form): Form<HeardForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (outcome, ..) = found(&db, &viewer, &id).await?;
    let mut complaints = Complaints::default();
    let Some(said) = form.said(&mut complaints, &outcome) else {
        return draw(&viewer, &db, &id, Again { heard: Some(form), complaints, ..Again::default() }).await;
    };
    let (asked, sought, key, version) = (viewer.clone(), id.clone(), form.key.clone(), form.version);
    let heard = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                queries::hear(tx, &asked, &sought, version, &said)?;
                tx.remember_answer(&key, "heard")?;
            }
            Ok(())
        })
        .await;
    if matches!(heard, Err(Error::Stale)) {
        let (saved, ..) = found(&db, &viewer, &id).await?;
        complaints.add("said", "This was changed since you opened it. Read it to them as it is now; what they said is still in the form");
        let again = Again { heard: Some(HeardForm { version: saved.version, ..form }), complaints, ..Again::default() };
        let mut page = draw(&viewer, &db, &id, again).await?;
        *page.status_mut() = StatusCode::CONFLICT;
        return Ok(page);
    }
    heard?;
    Ok(Redirect::to(&format!("/outcomes/{id}#client")).into_response())
}

async fn undo(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<OutcomeId>, Form(form): Form<UndoForm>) -> Result<Response> {
    let mut complaints = Complaints::default();
    let Some(why) = complaints.take("why", Line::parse(&form.why, "why you take it back")) else {
        return draw(&viewer, &db, &id, Again { why: form.why, complaints, ..Again::default() }).await;
    };
    let (asked, sought) = (viewer.clone(), id.clone());
    let undone = db.write(viewer.actor(), move |tx| queries::undo(tx, &asked, &sought, form.version, why.as_str())).await;
    if matches!(undone, Err(Error::Stale)) {
        complaints.add("why", "This was changed since you opened it. Look at it as it is now; your reason is still in the form");
        let mut page = draw(&viewer, &db, &id, Again { why: form.why, complaints, ..Again::default() }).await?;
        *page.status_mut() = StatusCode::CONFLICT;
        return Ok(page);
    }
    undone?;
    Ok(Redirect::to(&format!("/outcomes/{id}")).into_response())
}
