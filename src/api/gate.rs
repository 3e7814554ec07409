//! The gate of the API: reads the token anew for each request, holds every operation to its scope, and writes down who was looked at.
//!
//! Cookies mean nothing here, so no page of another site can act for somebody who is signed in: there is nothing to forge.

use super::limits::Limits;
use super::problem::{self, NO_TOKEN, NOT_FOUND, Problem, SCOPE, TOO_MANY};
use super::queries::reading::Seen;
use super::queries::tokens;
use super::{Caller, openapi, table};
use crate::auth::queries::looks::{self, Fresh};
use crate::auth::{House, Route};
use crate::error::{Error, Result};
use crate::store::Object;
use crate::values::{ApiScope, LookPart, LookRole, Vocabulary};
use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

/// How old the note of a token's last use may be before it is written again.
const REFRESH_MS: i64 = 5 * 60 * 1000;
/// A handler has half a minute.
const HANDLER: Duration = Duration::from_secs(30);

/// A system that came with a token. The gate read it; this only hands it on.
pub struct ByToken(pub Caller);

impl<S: Send + Sync> FromRequestParts<S> for ByToken {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> std::result::Result<Self, Problem> {
        parts.extensions.get::<Caller>().cloned().map(Self).ok_or_else(|| Error::Unauthenticated.into())
    }
}

/// What is open to anybody below `/api`.
pub fn open_routes() -> Vec<Route> {
    openapi::routes()
}

/// Everything below `/api`, with limits and faces of its own.
pub fn house(house: &House) -> Router {
    let limits = Limits::default();
    let mut router = Router::new();
    for operation in table::routes() {
        let (house, limits, scope) = (house.clone(), limits.clone(), operation.scope);
        let gate = move |request: Request, next: Next| hold(house.clone(), limits.clone(), scope, request, next);
        // Another way of calling is refused before anybody asks for a token.
        router = router.route(operation.route.path, operation.route.handler.route_layer(from_fn(gate)));
    }
    for route in open_routes() {
        router = router.route(route.path, route.handler);
    }
    router
        .fallback(|| async { Problem::new(NOT_FOUND, "There is nothing at this address.") })
        .with_state(house.clone())
        .layer(DefaultBodyLimit::max(super::body::MOST))
        .layer(CatchPanicLayer::custom(|_| Problem::from(Error::internal("a handler panicked")).into_response()))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, HANDLER))
        .layer(from_fn(problem::speak))
}

async fn hold(house: House, limits: Limits, scope: ApiScope, mut request: Request, next: Next) -> Response {
    let caller = match admit(&house, &limits, scope, request.headers()).await {
        Ok(caller) => caller,
        Err(problem) => return problem.into_response(),
    };
    request.extensions_mut().insert(caller.clone());
    let is_looking = matches!(*request.method(), Method::GET | Method::HEAD);
    let known = request.headers().get(header::IF_NONE_MATCH).cloned();
    let mut response = next.run(request).await;
    if !response.status().is_success() {
        return response;
    }
    // A look that cannot be written down is not shown.
    if let Some(Shown(seen)) = response.extensions_mut().remove::<Shown>()
        && let Err(cause) = note(&house, &caller, seen).await
    {
        return Problem::from(cause).into_response();
    }
    if is_looking && known.is_some_and(|known| is_known(&known, &response)) {
        return unchanged(&response);
    }
    response
}

async fn admit(house: &House, limits: &Limits, scope: ApiScope, headers: &HeaderMap) -> std::result::Result<Caller, Problem> {
    let sent = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let Some(sent) = sent else { return Err(Problem::new(NO_TOKEN, "Send the header Authorization: Bearer, then the token.")) };
    let token = sent.split_once(' ').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer")).map(|(_, token)| token.trim());
    let digest = token.and_then(tokens::digest_of);
    let now = house.db.clock().now();
    let found = match digest {
        Some(digest) => house.db.read(move |conn| tokens::find_caller(conn, &digest, now)).await?,
        None => None,
    };
    let Some(caller) = found else {
        let dead =
            Problem::new(NO_TOKEN, "This token opens nothing: it is unknown, ran out or was ended, or whoever made it lost their role.");
        return Err(dead.with(header::WWW_AUTHENTICATE, "Bearer realm=\"fairfloor\", error=\"invalid_token\""));
    };
    if let Err(seconds) = limits.take(caller.key, caller.per_minute) {
        let words = format!("This token may make {} requests in a minute. Wait {seconds} seconds.", caller.per_minute);
        return Err(Problem::new(TOO_MANY, words).with(header::RETRY_AFTER, seconds.to_string()));
    }
    if !caller.may(scope) {
        house.db.write(caller.actor(), |tx| tx.audit("access.refused", Object::none())).await?;
        let words = format!("This needs the scope {}.", scope.code());
        let value = format!("Bearer realm=\"fairfloor\", error=\"insufficient_scope\", scope=\"{}\"", scope.code());
        return Err(Problem::new(SCOPE, words).with(header::WWW_AUTHENTICATE, value));
    }
    if caller.seen_at.is_none_or(|seen| now.millis() - seen.millis() > REFRESH_MS) {
        let key = caller.key;
        house.db.write(caller.actor(), move |tx| tokens::note_visit(tx, key)).await?;
    }
    Ok(caller)
}

/// Whom an answer shows: the gate writes the looks down before it goes out.
#[derive(Debug, Clone)]
pub struct Shown(pub Vec<Seen>);

/// Writes looks down, but for those that were written down today.
async fn note(house: &House, caller: &Caller, seen: Vec<Seen>) -> Result<()> {
    let (viewer, today) = (caller.id.to_string(), house.db.clock().today());
    let fresh = house
        .db
        .read(move |conn| {
            let mut fresh = Vec::new();
            for (business, program, referral) in seen {
                let part = if referral.is_some() { LookPart::Referral } else { LookPart::Record };
                let (business, viewer, role) = (Some(business), viewer.clone(), LookRole::System);
                let look = Fresh { business, program, referral, partner: None, viewer, role, part, person: None };
                if !looks::is_known(conn, &look, today)? {
                    fresh.push(look);
                }
            }
            Ok(fresh)
        })
        .await?;
    if fresh.is_empty() {
        return Ok(());
    }
    house.db.write(caller.actor(), move |tx| fresh.iter().try_for_each(|look| looks::note(tx, look))).await
}

/// True where whoever asks has this very body already. Here a weak tag does as well: nothing is changed by it.
fn is_known(known: &HeaderValue, response: &Response) -> bool {
    let tag = response.headers().get(header::ETAG).and_then(|tag| tag.to_str().ok());
    let (Ok(known), Some(tag)) = (known.to_str(), tag) else { return false };
    known.split(',').map(str::trim).any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}

fn unchanged(response: &Response) -> Response {
    let mut answer = StatusCode::NOT_MODIFIED.into_response();
    for name in [header::ETAG, header::LINK] {
        if let Some(value) = response.headers().get(&name) {
            answer.headers_mut().insert(name, value.clone());
        }
    }
    answer
}
