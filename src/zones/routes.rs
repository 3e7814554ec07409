//! The pages of zones.

use super::{import, queries, views};
use crate::auth::{CaseWorker, Route};
use crate::error::Result;
use crate::places;
use crate::store::Db;
use crate::values::ZoneId;
use crate::web::{Access, Id, get};
use axum::extract::State;
use axum::response::{IntoResponse, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    let mut routes = vec![get("/zones", &[A::Advisor, A::Manager], list), get("/zones/{id}", &[A::Advisor, A::Manager], zone)];
    routes.extend(import::routes());
    routes
}

async fn list(CaseWorker(viewer): CaseWorker, State(db): State<Db>) -> Result<Response> {
    let today = db.clock().today();
    let sets = db.read(move |conn| queries::sets_shown(conn, today)).await?;
    Ok(views::list(&viewer, &sets).into_response())
}

async fn zone(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<ZoneId>) -> Result<Response> {
    let today = db.clock().today();
    let (versions, near) = db
        .read(move |conn| {
            let zone = places::queries::find(conn, &id, today)?;
            let near = places::queries::zones_on(conn, today)?.into_iter().filter(|near| near.set == zone.set && near.key != zone.key);
            Ok((places::queries::versions(conn, &id)?, near.collect::<Vec<_>>()))
        })
        .await?;
    Ok(views::zone(&viewer, &versions, &near, today)?.into_response())
}
