//! Every feature's routes in one router, and what all of them wear.

use crate::auth::own::door;
use crate::auth::{self, House, Route, gate};
use crate::config::Config;
use crate::error::Error;
use crate::outbox::sender::Sender;
use crate::rounds::Rounds;
use crate::store::Db;
use crate::values::Complaint;
use crate::web::{Access, assets, faces, get, headers};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tower::ServiceExt;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::TimeoutLayer;

/// Two megabytes for a form.
const FORM: usize = 2 * 1024 * 1024;
/// A handler has half a minute.
const HANDLER: Duration = Duration::from_secs(30);

/// Every route there is.
pub fn routes() -> Vec<Route> {
    let mut routes = vec![get("/assets/{hash}/{name}", &[Access::Public], assets::serve)];
    routes.extend(auth::routes());
    routes.extend(crate::audit::routes());
    routes.extend(crate::programs::routes());
    routes.extend(crate::people::routes());
    routes.extend(crate::resources::routes());
    routes.extend(crate::reports::routes());
    routes.extend(crate::reports::releases::routes::routes());
    routes.extend(crate::reports::releases::previewing::routes());
    routes.extend(crate::safeguards::routes());
    routes.extend(crate::filings::routes());
    routes.extend(crate::outreach::routes());
    routes.extend(crate::workers::routes());
    routes.extend(crate::attachments::routes());
    routes.extend(crate::grants::routes());
    routes.extend(crate::equity_checks::routes());
    routes.extend(crate::indicators::routes());
    routes.extend(crate::stories::routes());
    routes.extend(crate::certifications::routes());
    routes.extend(crate::worker_survey::routes());
    routes.extend(crate::wages::routes());
    routes.extend(crate::bodies::routes());
    routes.extend(crate::reports::referrals::routes());
    routes.extend(crate::reports::operations::routes());
    routes.extend(crate::reports::funding::routes());
    routes.extend(crate::reports::benchmarks::routes());
    routes.extend(crate::self_identification::routes());
    routes.extend(crate::services::routes());
    routes.extend(crate::notes::routes());
    routes.extend(crate::training::routes());
    routes.extend(crate::outcomes::routes());
    routes.extend(crate::commitments::routes());
    routes.extend(crate::desk::routes());
    routes.extend(crate::import::routes());
    routes.extend(crate::outbox::routes());
    routes.extend(crate::questions::routes());
    routes.extend(crate::referrals::routes());
    routes.extend(crate::referrals::lists::routes::routes());
    routes.extend(crate::directory::routes());
    routes.extend(crate::export::routes());
    routes.extend(crate::zones::routes());
    routes.extend(crate::sites::routes());
    routes.extend(crate::space::routes());
    routes.extend(crate::partner_desk::routes());
    routes.extend(crate::portal::routes());
    routes.extend(crate::rights::routes());
    routes.extend(crate::portal::own_routes::routes());
    routes.extend(crate::api::pages());
    routes.extend(crate::api::routes());
    routes
}

/// The whole program as a service. Refuses a mail server that cannot be spoken to as the configuration says.
pub fn router(db: Db, config: Config) -> Result<Router, Complaint> {
    let encrypted = config.is_encrypted();
    let house = House::new(db, config)?;
    let machines = crate::api::house(&house);
    // What lies below `/api` has a house of its own, without cookies.
    let pages: Vec<Route> = routes().into_iter().filter(|route| !route.path.starts_with(MACHINES)).collect();
    let is_partners = |route: &Route| route.access.iter().any(|class| matches!(class, Access::PartnerLink | Access::Partner));
    let (partner, others): (Vec<Route>, Vec<Route>) = pages.into_iter().partition(is_partners);
    // Whoever types a code gets the entrepreneur's cookie, so those pages are among theirs.
    let is_portal = |route: &Route| {
        route.access.contains(&Access::Client) || matches!(route.path, "/c" | "/h" | "/language") || route.path.starts_with("/me/")
    };
    // Below these an error is said in the language of the entrepreneur who meets it.
    let own: BTreeSet<&'static str> = others
        .iter()
        .filter(|route| is_portal(route) || route.access.contains(&Access::ClientLink))
        .map(|route| top_of(route.path))
        .collect();
    let own = Arc::new(own);
    let (portal, staff): (Vec<Route>, Vec<Route>) = others.into_iter().partition(is_portal);
    let (inside, entrance): (Vec<Route>, Vec<Route>) = portal.into_iter().partition(|route| route.access.contains(&Access::Client));
    let staff = gate::mount(staff, &house).layer(house.sessions.staff_layer(encrypted));
    let partner = gate::mount(partner, &house).layer(house.sessions.partner_layer(encrypted));
    let at_the_door = house.clone();
    let inside =
        gate::mount(inside, &house).layer(from_fn(move |request: Request, next: Next| door::hold(at_the_door.clone(), request, next)));
    let portal = inside.merge(gate::mount(entrance, &house)).layer(house.sessions.portal_layer(encrypted));
    let router = staff
        .merge(partner)
        .merge(portal)
        .fallback(|| async { Error::NotFound })
        .method_not_allowed_fallback(|| async { StatusCode::METHOD_NOT_ALLOWED })
        .with_state(house)
        .layer(DefaultBodyLimit::max(FORM))
        .layer(CsrfLayer::new())
        .layer(from_fn(headers::refuse_unnamed_origin))
        .layer(from_fn(headers::refuse_huge))
        .layer(CatchPanicLayer::custom(|_| Error::internal("a handler panicked").into_response()))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, HANDLER))
        .layer(from_fn(move |request: Request, next: Next| speak(Arc::clone(&own), request, next)))
        .layer(CompressionLayer::new())
        .layer(from_fn(move |request: Request, next: Next| part(machines.clone(), request, next)))
        .layer(from_fn(move |request: Request, next: Next| headers::name_caller(encrypted, request, next)))
        .layer(from_fn(move |request: Request, next: Next| headers::dress(encrypted, request, next)));
    Ok(router)
}

/// Where systems call, with a token.
const MACHINES: &str = "/api/";

/// Systems go to their own house: no cookie is read there, so no page of another site can act for anybody, and no page's layer is in
/// the way. Nothing is compressed there either: a tag stands for the bytes as they are sent.
async fn part(machines: Router, request: Request, next: Next) -> Response {
    if !request.uri().path().starts_with(MACHINES) {
        return next.run(request).await;
    }
    match machines.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}

/// The first part of an address: "me" of "/me/messages".
fn top_of(path: &str) -> &str {
    path.trim_start_matches('/').split('/').next().unwrap_or_default()
}

async fn speak(own: Arc<BTreeSet<&'static str>>, request: Request, next: Next) -> Response {
    if own.contains(top_of(request.uri().path())) { faces::speak(request, next).await } else { next.run(request).await }
}

/// What runs beside the pages until `stop` is told: whoever waits for it waits until all of it has stopped.
pub async fn work(db: Db, config: Config, stop: watch::Receiver<bool>) -> Result<(), Complaint> {
    let sender = Sender::new(db.clone(), config)?;
    let calls = crate::api::hooks::sender::Sender::new(db.clone());
    tokio::join!(sender.run(stop.clone()), calls.run(stop.clone()), Rounds::new(db).run(stop));
    Ok(())
}
