//! The door to somebody's own pages: whoever is not inside is led to the sign-in page, and finds there again what they came for. Whoever
//! is finds open what their proof opens (`opens`).
//! A form that comes after its visit has ended is kept for the one who typed it.

use super::kept;
use super::opens::{self, Kind};
use super::{HELD, Held, IDLE_MINUTES, broken, by_session, devices};
use crate::auth::House;
use crate::error::{Error, Result};
use crate::web::parts::encoded;
use crate::web::speech::Asked;
use axum::extract::{FromRequest, MatchedPath, Request};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use tower_sessions::Session;

/// Where a code is asked for.
pub const SIGN_IN: &str = "/me/sign-in";
/// Works also when a visit is over.
const LEAVING: &str = "/me/leaving";
/// A choice of language that comes too late is nothing that was typed.
const LANGUAGE: &str = "/me/language";
/// Forms whose text is kept nowhere but behind the wall.
const NEVER_KEPT: &str = "/me/about-me";

/// Whether somebody may pass, and who they were if they may not.
enum Stands {
    Inside(Kind),
    /// On a device that stays signed in.
    Remembered(i64),
    /// Their visit is over.
    Away(i64),
    Nobody,
}

/// Stands before every page that is somebody's own.
pub async fn hold(house: House, request: Request, next: Next) -> Response {
    match pass(&house, request, next).await {
        Ok(response) => response,
        Err(cause) => cause.into_response(),
    }
}

async fn pass(house: &House, request: Request, next: Next) -> Result<Response> {
    let path = request.uri().path().to_owned();
    let Some(session) = request.extensions().get::<Session>().cloned() else { return Err(Error::NotFound) };
    if path == LEAVING {
        return Ok(next.run(request).await);
    }
    let stands = stands(house, &session, &request.headers().clone()).await?;
    let is_look = matches!(*request.method(), Method::GET | Method::HEAD);
    let method = if is_look { crate::web::Method::Get } else { crate::web::Method::Post };
    let route = request.extensions().get::<MatchedPath>().map(|route| route.as_str().to_owned());
    let is_open = |kind| route.as_ref().is_some_and(|route| opens::may(kind, method, route));
    match stands {
        // What is closed to them looks like none, and a deed they may not do is refused.
        Stands::Inside(kind) if !is_open(kind) => Err(if is_look { Error::NotFound } else { Error::Forbidden }),
        Stands::Inside(_) => {
            if !is_look {
                forget(&session, &path).await?;
            }
            Ok(looking_again(&path, next.run(request).await))
        }
        Stands::Remembered(_) if is_open(Kind::Remembered) => Ok(next.run(request).await),
        Stands::Remembered(person) | Stands::Away(person) if !is_look && path != LANGUAGE => {
            keep(house, &session, person, &path, request).await?;
            Ok(Redirect::to(&format!("{SIGN_IN}?away=1")).into_response())
        }
        _ if is_look => {
            let away = if matches!(stands, Stands::Away(_)) { "&away=1" } else { "" };
            Ok(Redirect::to(&format!("{SIGN_IN}?next={}{away}", encoded(&path))).into_response())
        }
        _ => Ok(Redirect::to(SIGN_IN).into_response()),
    }
}

/// The first page has no field to type in, and is looked for anew when half an hour is over: whoever finds the telephone then sees the
/// sign-in page. A page with a field is left alone, because what is half typed would be lost (a script looks again where nothing is);
/// what is sent from it too late is kept.
fn looking_again(path: &str, mut response: Response) -> Response {
    if path == "/me" && response.status() == StatusCode::OK {
        response.headers_mut().insert(header::REFRESH, HeaderValue::from(IDLE_MINUTES * 60 + 60));
    }
    response
}

async fn stands(house: &House, session: &Session, headers: &HeaderMap) -> Result<Stands> {
    match by_session(house, session, Asked(None)).await {
        Ok(inside) => return Ok(Stands::Inside(Kind::of(&inside.proof))),
        Err(Error::NotFound) => {}
        Err(cause) => return Err(cause),
    }
    match devices::by_cookie(house, headers, Asked(None)).await {
        Ok(inside) => return Ok(Stands::Remembered(inside.person)),
        Err(Error::NotFound) => {}
        Err(cause) => return Err(cause),
    }
    let held: Option<Held> = session.get(HELD).await.map_err(broken)?;
    Ok(held.map_or(Stands::Nobody, |held| Stands::Away(held.person)))
}

/// What somebody says about who they are is behind the wall or nowhere.
fn may_be_kept(path: &str) -> bool {
    !path.starts_with(NEVER_KEPT)
}

/// Keeps what was typed; what is too much or no form is not.
async fn keep(house: &House, session: &Session, person: i64, path: &str, request: Request) -> Result<()> {
    let length = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if !may_be_kept(path) || length.is_some_and(|length| length > kept::MOST_BYTES) {
        return Ok(());
    }
    let Ok(Form(fields)) = Form::<kept::Fields>::from_request(request, &()).await else { return Ok(()) };
    let size: usize = fields.iter().map(|(name, value)| name.len() + value.len()).sum();
    if fields.is_empty() || size > kept::MOST_BYTES {
        return Ok(());
    }
    kept::put(session, &kept::seal(house.db.keys(), person, path, &fields)?).await
}

/// What is sent now need not be kept any more.
async fn forget(session: &Session, path: &str) -> Result<()> {
    let held: Option<Held> = session.get(HELD).await.map_err(broken)?;
    let Some(held) = held else { return Ok(()) };
    match kept::of(session, held.person).await? {
        Some(typed) if typed.path == path => kept::drop_it(session).await,
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::may_be_kept;

    #[test]
    fn what_somebody_says_about_who_they_are_is_never_kept_here() {
        assert!(!may_be_kept("/me/about-me") && !may_be_kept("/me/about-me/race"));
        assert!(may_be_kept("/me/requests") && may_be_kept("/me/referrals/abc/messages"));
    }
}
