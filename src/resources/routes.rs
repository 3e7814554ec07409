//! Writing down resources for a client, changing them, taking them back.

use super::views::{self, DeploymentForm, Lists};
use super::{Deployment, NewDeployment, Step, queries};
use crate::auth::{CaseWorker, Route, Viewer};
use crate::error::Result;
use crate::people::{self, Client};
use crate::programs::{self, FundingSource};
use crate::store::Db;
use crate::values::{Amount, ClientId, Day, DeploymentId, Note, ResourceKind, Unit, Vocabulary};
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

async fn desk(db: &Db, viewer: &Viewer, id: ClientId) -> Result<Desk> {
    let viewer = viewer.clone();
    db.read(move |conn| {
        let client = people::queries::find_for(conn, &viewer, &id)?;
        Ok(Desk {
            earlier: queries::list_of_client(conn, &client, i64::MAX)?,
            lists: Lists {
                sources: programs::queries::funding_sources(conn, client.program)?,
                bodies: programs::queries::deciding_bodies(conn, client.program)?,
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
    Ok(desk(&db, &viewer, id).await?.draw(&viewer, leaf, &DeploymentForm::default(), &Complaints::default()))
}

async fn record(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Form(form): Form<DeploymentForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let desk = desk(&db, &viewer, id).await?;
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
    Ok((deployment, desk(db, viewer, client).await?))
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
    let keys = |sources: &[FundingSource]| sources.iter().map(|source| source.key).collect::<Vec<_>>();
    let source = listed(&mut complaints, "funding_source", &form.funding_source, &keys(&lists.sources));
    let bodies: Vec<i64> = lists.bodies.iter().map(|body| body.key).collect();
    let body = listed(&mut complaints, "deciding_body", &form.deciding_body, &bodies);
    let requests: Vec<i64> = lists.requests.iter().map(|(key, _)| *key).collect();
    let referral = listed(&mut complaints, "referral", &form.referral, &requests);
    let note = complaints.take("note", Note::maybe(&form.note, "the note")).flatten().map(|note| note.to_string());
    let new = kind.zip(unit).map(|(kind, unit)| NewDeployment {
        kind,
        unit,
        applied,
        awarded,
        delivered,
        funding_source: source,
        deciding_body: body,
        referral,
        note,
    });
    complaints.or(new)
}

fn step(complaints: &mut Complaints, unit: Unit, amount: (&'static str, &str), on: (&'static str, &str)) -> Step {
    let read = if amount.1.trim().is_empty() { Ok(None) } else { Amount::parse(amount.1, unit).map(|amount| Some(amount.value)) };
    Step { amount: complaints.take(amount.0, read).flatten(), on: complaints.take(on.0, Day::maybe(on.1)).flatten() }
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
        Lists { sources: Vec::new(), bodies: Vec::new(), requests: Vec::new() }
    }

    #[test]
    fn one_amount_is_enough() {
        let read = parse(&form(|form| form.awarded = "4,200".to_owned()), &none());
        assert_eq!(read.ok().and_then(|new| new.awarded.amount), Some(420_000));
    }

    type Case = (&'static str, fn(&mut DeploymentForm));

    #[test]
    fn each_wrong_field_is_named() {
        let cases: [Case; 7] = [
            ("awarded", |_| {}),
            ("awarded", |form| form.awarded = "-5".to_owned()),
            ("kind", |form| form.kind = "gift".to_owned()),
            ("awarded_on", |form| form.awarded_on = "soon".to_owned()),
            ("funding_source", |form| form.funding_source = "7".to_owned()),
            ("referral", |form| form.referral = "7".to_owned()),
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
