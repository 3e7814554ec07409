//! The gate: reads the viewer anew for each request, holds every route to its table, and writes refusals down.

use super::looks;
use super::{House, Route, Viewer, guarded, queries};
use crate::config::Clock;
use crate::error::Error;
use crate::store::Object;
use crate::web::Access;
use axum::Router;
use axum::extract::Request;
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use tower_sessions::Session;

/// Absolute age of a sign-in: twelve hours.
const OLDEST_MS: i64 = 12 * 60 * 60 * 1000;
/// How old a session's last note of life may be before it is written again.
const REFRESH_MS: i64 = 5 * 60 * 1000;

/// What a staff session holds.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct SignedIn {
    /// Row key of the account.
    pub account: i64,
    /// Since when, in milliseconds.
    pub since: i64,
    /// When it was last seen, roughly.
    pub seen: i64,
}

/// Name of [`SignedIn`] in the session.
pub const SIGNED_IN: &str = "signed_in";

/// Mounts routes, each behind the gate with its own classes.
pub fn mount(routes: Vec<Route>, house: &House) -> Router<House> {
    let mut router = Router::new();
    for route in routes {
        let (rule, house) = ((route.access, route.method, route.path), house.clone());
        let gate = move |request: Request, next: Next| hold(house.clone(), rule, request, next);
        router = router.route(route.path, route.handler.layer(axum::middleware::from_fn(gate)));
    }
    router
}

/// Who may call a route, by which way, and its address with `{names}`.
type Rule = (&'static [Access], crate::web::Method, &'static str);

async fn hold(house: House, (access, method, route): Rule, mut request: Request, next: Next) -> Response {
    let needs_no_account = access.iter().copied().any(Access::needs_no_staff_account);
    let session = request.extensions().get::<Session>().cloned();
    let viewer = match session {
        Some(session) => match viewer_of(&house, &session).await {
            Ok(viewer) => viewer,
            Err(cause) => return cause.into_response(),
        },
        None => None,
    };
    if let Some(viewer) = &viewer {
        if !needs_no_account && !access.iter().any(|class| viewer.is(*class)) {
            return refuse(&house, viewer).await;
        }
        request.extensions_mut().insert(viewer.clone());
        request = match guarded::look(&house, viewer, route, request).await {
            Ok(Ok(request)) => request,
            Ok(Err(warning)) => return warning,
            Err(cause) => return cause.into_response(),
        };
    } else if !needs_no_account {
        return ask_to_sign_in(&request);
    }
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let Some(viewer) = viewer else { return response };
    let seen = looks::seen(method, route, &path, &mut response);
    if seen.is_empty() {
        return response;
    }
    // A look that cannot be written down is not shown.
    match looks::note(&house, &viewer, seen).await {
        Ok(()) => response,
        Err(cause) => cause.into_response(),
    }
}

async fn viewer_of(house: &House, session: &Session) -> crate::error::Result<Option<Viewer>> {
    let held = session.get::<SignedIn>(SIGNED_IN).await.map_err(|cause| Error::internal(cause.to_string()))?;
    let Some(held) = held else { return Ok(None) };
    let now = Clock::machine_now().millis();
    let found = if now - held.since > OLDEST_MS {
        None
    } else {
        house.db.read(move |conn| queries::find_viewer(conn, held.account, held.since)).await?
    };
    if found.is_none() {
        session.flush().await.map_err(|cause| Error::internal(cause.to_string()))?;
    } else if now - held.seen > REFRESH_MS {
        let seen = SignedIn { seen: now, ..held };
        session.insert(SIGNED_IN, seen).await.map_err(|cause| Error::internal(cause.to_string()))?;
    }
    Ok(found)
}

async fn refuse(house: &House, viewer: &Viewer) -> Response {
    let written = house.db.write(viewer.actor(), |tx| tx.audit("access.refused", Object::none())).await;
    match written {
        Ok(()) => Error::Forbidden.into_response(),
        Err(cause) => cause.into_response(),
    }
}

/// A page that was looked for is found again after signing in; a deed is not repeated by itself.
fn ask_to_sign_in(request: &Request) -> Response {
    if request.method() == Method::GET {
        let wanted = request.uri().path_and_query().map_or("/", |path| path.as_str());
        return Redirect::to(&format!("/sign-in?next={}", encoded(wanted))).into_response();
    }
    Error::Unauthenticated.into_response()
}

/// Percent-encodes an own address for a query.
fn encoded(path: &str) -> String {
    path.bytes().fold(String::with_capacity(path.len()), |mut text, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.') {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
        text
    })
}

/// An address inside this house, or the first page: nobody is sent elsewhere by a link.
pub fn own_address(next: Option<&str>) -> &str {
    next.filter(|path| path.starts_with('/') && !path.starts_with("//") && !path.contains('\\') && !path.contains(char::is_control))
        .unwrap_or("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_elsewhere_after_signing_in() {
        for next in [
            "/\t/evil.example",
            "/\u{0}/evil.example",
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "javascript:alert(1)",
            "",
        ] {
            assert_eq!(own_address(Some(next)), "/", "{next}");
        }
        assert_eq!(own_address(Some("/clients?q=a")), "/clients?q=a");
    }
}
