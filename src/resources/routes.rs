//! Writing down resources for a client, changing them, taking them back.

use super::views::{self, DeploymentForm, Lists};
use super::{Brought, Decided, Deployment, NewDeployment, Step, queries};
use crate::auth::{CaseWorker, Route, Viewer};
use crate::error::Result;
use crate::people::{self, Client};
use crate::programs::{self, DecidingBody, FundingSource};
use crate::store::Db;
use crate::values::{Amount, Cents, ClientId, Day, DeploymentId, Guarantee, Note, ResourceKind, Unit, Vocabulary};
use crate::web::{Access, Complaints, Form, Id, Leaf, Query, forms, get, post};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/clients/{id}/resources", &[A::Advisor, A::Manager], new_page),
        post("/clients/{id}/resources", &[A::Advisor, A::Manager], record),
        get("/resources/{id}", &[A::Advisor, A::Manager], edit_page),
        post("/resources/{id}", &[A::Advisor, A::Manager], change),
        post("/resources/{id}/undoing", &[A::Advisor, A::Manager], undo),
    ]
}

/// What the form needs besides what is typed.
struct Desk {
    client: Client,
    earlier: Vec<Deployment>,
    lists: Lists,
}

/// What can be chosen, and what was chosen already in the resource that is changed.
async fn desk(db: &Db, viewer: &Viewer, id: ClientId, chosen: Option<&Deployment>) -> Result<Desk> {
    let (viewer, today) = (viewer.clone(), db.clock().today());
    let source = chosen.and_then(|chosen| chosen.funding_source.as_ref()).map(|(key, _)| *key);
    let body = chosen.and_then(|chosen| chosen.deciding_body.as_ref()).map(|(key, _)| *key);
    let decision = chosen.and_then(|chosen| chosen.decision.as_ref()).map(|decided| decided.key);
    db.read(move |conn| {
        let client = people::queries::find_for(conn, &viewer, &id)?;
        let sources = programs::queries::funding_sources(conn, client.program)?;
        let bodies = programs::queries::deciding_bodies(conn, client.program)?;
        let is_there = |of: &DecidingBody| body == Some(of.key) || of.facts.until.is_none_or(|until| until >= today);
        Ok(Desk {
            earlier: queries::list_of_client(conn, &client, i64::MAX)?,
            lists: Lists {
                sources: sources.into_iter().filter(|of| of.is_offered(source)).collect(),
                bodies: bodies.into_iter().filter(is_there).collect(),
                decisions: queries::decisions_of(conn, client.program, decision)?,
                requests: queries::requests_of(conn, &client)?,
            },
            client,
        })
    })
    .await
}

impl Desk {
    fn draw(self, viewer: &Viewer, leaf: Leaf, form: &DeploymentForm, complaints: &Complaints) -> Response {
        let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        let (earlier, has_more) = leaf.of(self.earlier);
        let pages = crate::web::parts::leaves(&format!("/clients/{}/resources", self.client.id), leaf, has_more);
        (status, views::new(viewer, &self.client, views::Earlier { shown: &earlier, pages }, &self.lists, form, complaints)).into_response()
    }
}

async fn new_page(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Query(leaf): Query<Leaf>,
) -> Result<Response> {
    Ok(desk(&db, &viewer, id, None).await?.draw(&viewer, leaf, &DeploymentForm::default(), &Complaints::default()))
}

async fn record(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Form(form): Form<DeploymentForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let desk = desk(&db, &viewer, id, None).await?;
    let new = match parse(&form, &desk.lists) {
        Ok(new) => new,
        Err(complaints) => return Ok(desk.draw(&viewer, Leaf::default(), &form, &complaints)),
    };
    let (client, address) = (desk.client.clone(), format!("/clients/{}/resources", desk.client.id));
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            queries::deploy(tx, &client, &new)?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address).into_response())
}

async fn found(db: &Db, viewer: &Viewer, id: DeploymentId) -> Result<(Deployment, Desk)> {
    let asked = viewer.clone();
    let (deployment, client) = db
        .read(move |conn| {
            let deployment = queries::find_for(conn, &asked, &id)?;
            let client = queries::client_of(conn, &asked, &deployment)?.id;
            Ok((deployment, client))
        })
        .await?;
    let desk = desk(db, viewer, client, Some(&deployment)).await?;
    Ok((deployment, desk))
}

async fn edit_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<DeploymentId>) -> Result<Response> {
    let (deployment, desk) = found(&db, &viewer, id).await?;
    let form = DeploymentForm::of(&deployment);
    Ok(views::edit(&viewer, &desk.client, &deployment, &desk.lists, &form, &Complaints::default()).into_response())
}

async fn change(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<DeploymentId>,
    Form(form): Form<DeploymentForm>,
) -> Result<Response> {
    let (deployment, desk) = found(&db, &viewer, id).await?;
    let new = match parse(&form, &desk.lists) {
        Ok(new) => new,
        Err(complaints) => {
            let page = views::edit(&viewer, &desk.client, &deployment, &desk.lists, &form, &complaints);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let address = format!("/clients/{}/resources", desk.client.id);
    let version = form.version.ok_or(crate::error::Error::Stale)?;
    db.write(viewer.actor(), move |tx| queries::change(tx, &deployment, version, &new)).await?;
    Ok(Redirect::to(&address).into_response())
}

async fn undo(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<DeploymentId>,
    Form(form): Form<views::UndoForm>,
) -> Result<Redirect> {
    let (deployment, desk) = found(&db, &viewer, id).await?;
    db.write(viewer.actor(), move |tx| queries::undo(tx, &deployment, form.version)).await?;
    Ok(Redirect::to(&format!("/clients/{}/resources", desk.client.id)))
}

fn parse(form: &DeploymentForm, lists: &Lists) -> std::result::Result<NewDeployment, Complaints> {
    let mut complaints = Complaints::default();
    let kind = complaints.take("kind", ResourceKind::parse(&form.kind));
    let unit = complaints.take("unit", Unit::parse(&form.unit));
    let shown = unit.unwrap_or(Unit::Cents);
    let applied = step(&mut complaints, shown, ("applied", &form.applied), ("applied_on", &form.applied_on));
    let awarded = step(&mut complaints, shown, ("awarded", &form.awarded), ("awarded_on", &form.awarded_on));
    let delivered = step(&mut complaints, shown, ("delivered", &form.delivered), ("delivered_on", &form.delivered_on));
    if complaints.is_empty() && applied.amount.is_none() && awarded.amount.is_none() && delivered.amount.is_none() {
        complaints.add("awarded", "Fill in how much was applied for, awarded or delivered");
    }
    for (field, earlier, later) in [("awarded_on", applied.on, awarded.on), ("delivered_on", awarded.on.or(applied.on), delivered.on)] {
        if earlier.zip(later).is_some_and(|(earlier, later)| later < earlier) {
            complaints.add(field, "This day lies before the step that comes first. Check both dates");
        }
    }
    let refused_on = complaints.take("refused_on", Day::maybe(&form.refused_on)).flatten();
    refuse_both(&mut complaints, refused_on, [applied, awarded, delivered]);
    let keys = |sources: &[FundingSource]| sources.iter().map(|source| source.key).collect::<Vec<_>>();
    let source = listed(&mut complaints, "funding_source", &form.funding_source, &keys(&lists.sources));
    let bodies: Vec<i64> = lists.bodies.iter().map(|body| body.key).collect();
    let body = listed(&mut complaints, "deciding_body", &form.deciding_body, &bodies);
    let decision = decided(&mut complaints, &form.decision, &lists.decisions, body);
    let brought = brought(&mut complaints, form);
    let requests: Vec<i64> = lists.requests.iter().map(|(key, _)| *key).collect();
    let referral = listed(&mut complaints, "referral", &form.referral, &requests);
    let note = complaints.take("note", Note::maybe(&form.note, "the note")).flatten().map(|note| note.to_string());
    let new = kind.zip(unit).map(|(kind, unit)| NewDeployment {
        kind,
        unit,
        applied,
        awarded,
        delivered,
        refused_on,
        funding_source: source,
        deciding_body: body.or(decision.map(|decided| decided.body)),
        decision: decision.map(|decided| decided.key),
        brought,
        referral,
        note,
    });
    complaints.or(new)
}

fn step(complaints: &mut Complaints, unit: Unit, amount: (&'static str, &str), on: (&'static str, &str)) -> Step {
    let read = if amount.1.trim().is_empty() { Ok(None) } else { Amount::parse(amount.1, unit).map(|amount| Some(amount.value)) };
    Step { amount: complaints.take(amount.0, read).flatten(), on: complaints.take(on.0, Day::maybe(on.1)).flatten() }
}

/// A no is the answer to an application, comes after it, and stands beside no award.
fn refuse_both(complaints: &mut Complaints, refused_on: Option<Day>, [applied, awarded, delivered]: [Step; 3]) {
    let Some(refused) = refused_on else { return };
    let has_come = |step: Step| step.amount.is_some() || step.on.is_some();
    let words = if has_come(awarded) || has_come(delivered) {
        "It cannot be refused and awarded. Empty this day, or what was awarded and delivered; a second try is a resource of its own"
    } else if applied.amount.is_none() {
        "Fill in how much was applied for: a no is the answer to an application"
    } else if applied.on.is_some_and(|applied| refused < applied) {
        "This day lies before the application. Check both dates"
    } else {
        return;
    };
    complaints.add("refused_on", words);
}

/// The decision that was chosen; it must be one of the body that is said to have decided.
fn decided<'l>(complaints: &mut Complaints, typed: &str, decisions: &'l [(Decided, String)], body: Option<i64>) -> Option<&'l Decided> {
    let keys: Vec<i64> = decisions.iter().map(|(decided, _)| decided.key).collect();
    let key = listed(complaints, "decision", typed, &keys)?;
    let (decided, name) = decisions.iter().find(|(decided, _)| decided.key == key)?;
    if body.is_some_and(|body| body != decided.body) {
        complaints.add("decision", format!("This is a decision of {name}. Choose {name} as who decided, or another decision"));
    }
    Some(decided)
}

/// What the client gives in return; what is left empty is not known.
fn brought(complaints: &mut Complaints, form: &DeploymentForm) -> Brought {
    let mut cents = |field: &'static str, typed: &str| {
        let read = if typed.trim().is_empty() { Ok(None) } else { Cents::parse(typed).map(|cents| Some(cents.cents())) };
        complaints.take(field, read).flatten()
    };
    let (matched, deposit, fees) = (cents("matched", &form.matched), cents("deposit", &form.deposit), cents("fees", &form.fees));
    let guarantee_cents = cents("guarantee_amount", &form.guarantee_amount);
    let guarantee = if form.guarantee.is_empty() { None } else { complaints.take("guarantee", Guarantee::parse(&form.guarantee)) };
    match (guarantee, guarantee_cents) {
        (None, Some(_)) if complaints.on("guarantee").is_none() => {
            complaints.add("guarantee", "Choose what kind of guarantee this amount is for");
        }
        (Some(Guarantee::None), Some(_)) => {
            complaints.add("guarantee_amount", "There is no guarantee. Leave the amount empty, or choose what kind it is");
        }
        _ => {}
    }
    Brought { matched, deposit, fees, guarantee, guarantee_cents }
}

fn listed(complaints: &mut Complaints, field: &'static str, typed: &str, keys: &[i64]) -> Option<i64> {
    if typed.is_empty() {
        return None;
    }
    let key = typed.parse::<i64>().ok().filter(|key| keys.contains(key));
    complaints.take(field, key.ok_or_else(|| crate::values::Complaint::new("Choose one from the list")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(fill: impl FnOnce(&mut DeploymentForm)) -> DeploymentForm {
        let mut form = DeploymentForm { kind: "grant".to_owned(), unit: "cents".to_owned(), ..DeploymentForm::default() };
        fill(&mut form);
        form
    }

    fn none() -> Lists {
        Lists { sources: Vec::new(), bodies: Vec::new(), decisions: Vec::new(), requests: Vec::new() }
    }

    #[test]
    fn one_amount_is_enough() {
        let read = parse(&form(|form| form.awarded = "4,200".to_owned()), &none());
        assert_eq!(read.ok().and_then(|new| new.awarded.amount), Some(420_000));
    }

    #[test]
    fn what_a_client_brings_is_read_and_what_nobody_asked_stays_unknown() {
        let read = parse(&form(|form| form.awarded = "5".to_owned()), &none()).map(|new| new.brought).unwrap_or_default();
        assert!(read.is_unknown() && read.words().is_none(), "{read:?}");
        let brought = parse(
            &form(|form| {
                form.awarded = "5".to_owned();
                form.matched = "1,000".to_owned();
                form.fees = "0".to_owned();
                form.guarantee = "collateral".to_owned();
            }),
            &none(),
        );
        let words = brought.map(|new| new.brought.words()).unwrap_or_default();
        assert_eq!(words.as_deref(), Some("Match $1,000. Deposit: not asked. Fees: none. Collateral, amount not known."));
    }

    #[test]
    fn a_decision_of_another_body_is_refused_and_one_alone_names_its_body() {
        let decided = Decided {
            key: 3,
            id: crate::values::DecisionId::from_bits([1; 16]),
            body: 9,
            on: Day::new(jiff::civil::date(2026, 3, 3)),
            words: "Fund them".to_owned(),
        };
        let lists = || Lists { decisions: vec![(decided.clone(), "Loan committee".to_owned())], ..none() };
        let typed = form(|form| {
            form.awarded = "5".to_owned();
            form.decision = "3".to_owned();
        });
        let new = parse(&typed, &lists()).map(|new| (new.decision, new.deciding_body)).unwrap_or_default();
        assert_eq!(new, (Some(3), Some(9)));
        let mut complaints = Complaints::default();
        super::decided(&mut complaints, "3", &lists().decisions, Some(4));
        assert!(complaints.on("decision").is_some_and(|words| words.contains("Loan committee")));
    }

    type Case = (&'static str, fn(&mut DeploymentForm));

    #[test]
    fn each_wrong_field_is_named() {
        let cases: [Case; 15] = [
            ("awarded", |_| {}),
            ("awarded", |form| form.awarded = "-5".to_owned()),
            ("kind", |form| form.kind = "gift".to_owned()),
            ("awarded_on", |form| form.awarded_on = "soon".to_owned()),
            ("funding_source", |form| form.funding_source = "7".to_owned()),
            ("referral", |form| form.referral = "7".to_owned()),
            ("decision", |form| form.decision = "7".to_owned()),
            ("matched", |form| form.matched = "some".to_owned()),
            ("guarantee", |form| form.guarantee_amount = "500".to_owned()),
            ("guarantee", |form| form.guarantee = "handshake".to_owned()),
            ("guarantee_amount", |form| {
                form.guarantee = "none".to_owned();
                form.guarantee_amount = "500".to_owned();
            }),
            ("refused_on", |form| {
                form.applied = "9".to_owned();
                form.awarded = "5".to_owned();
                form.refused_on = "2026-05-01".to_owned();
            }),
            ("refused_on", |form| {
                form.awarded = "5".to_owned();
                form.refused_on = "2026-05-01".to_owned();
            }),
            ("refused_on", |form| {
                form.applied = "5".to_owned();
                form.applied_on = "2026-05-02".to_owned();
                form.refused_on = "2026-05-01".to_owned();
            }),
            ("delivered_on", |form| {
                form.awarded = "5".to_owned();
                form.awarded_on = "2026-05-01".to_owned();
                form.delivered_on = "2026-04-01".to_owned();
            }),
        ];
        for (field, fill) in cases {
            let complaints = parse(&form(fill), &none()).err().unwrap_or_default();
            assert!(complaints.on(field).is_some(), "{field}: {complaints:?}");
        }
    }
}
