//! What went wrong, as RFC 9457 has it. Every error below `/api` is one of these.

use crate::error::Error;
use crate::web::Complaints;
use crate::web::forms::fresh_key;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// A kind of problem: its anchor on the page about the API, its status, and its heading.
pub type Kind = (&'static str, u16, &'static str);

/// A request that cannot be read.
pub const BROKEN: Kind = ("broken", 400, "The request cannot be read");
/// No token, or one that opens nothing.
pub const NO_TOKEN: Kind = ("token", 401, "A token is needed");
/// The token may not do this.
pub const SCOPE: Kind = ("scope", 403, "The token does not include this");
/// Nothing here, or not the token's to see.
pub const NOT_FOUND: Kind = ("not-found", 404, "Nothing here");
/// Another way of calling.
pub const METHOD: Kind = ("method", 405, "Not this way");
/// Somebody like it is known already.
pub const ALIKE: Kind = ("alike", 409, "Already known");
/// Changed since it was read.
pub const STALE: Kind = ("stale", 412, "Changed since it was read");
/// More than fits.
pub const TOO_LARGE: Kind = ("too-large", 413, "Too much at once");
/// No JSON.
pub const MEDIA: Kind = ("media-type", 415, "Send JSON");
/// The rules say no.
pub const REFUSED: Kind = ("refused", 422, "Not taken");
/// The key came with something else before.
pub const REUSED: Kind = ("key-reused", 422, "The key was used for something else");
/// Which version is changed was not said.
pub const UNMATCHED: Kind = ("unmatched", 428, "Say which version you change");
/// Too many requests.
pub const TOO_MANY: Kind = ("too-many", 429, "Too many requests");
/// Something broke.
pub const INTERNAL: Kind = ("internal", 500, "Something broke");
/// Not now.
pub const BUSY: Kind = ("busy", 503, "Not now");
/// The disk is full.
pub const NO_ROOM: Kind = ("no-room", 507, "The disk is full");

/// Every kind, with what to do then: the page about the API says it.
pub const KINDS: &[(Kind, &str)] = &[
    (
        BROKEN,
        "A parameter or the body is malformed, there twice, or not one of ours. The detail says which. Mend it; trying again changes nothing.",
    ),
    (
        NO_TOKEN,
        "Send the header Authorization: Bearer, then the token. It may have run out or been ended, or whoever made it may have lost their account or role: ask a manager for a new one.",
    ),
    (SCOPE, "The token was made for other things. Ask a manager for one that includes this."),
    (NOT_FOUND, "There is nothing at this address, or it belongs to a program that the token does not have. The two look the same."),
    (METHOD, "The header Allow says which ways there are."),
    (
        ALIKE,
        "A business of this name, telephone or e-mail is registered. Look at the ones named in alike; where it is another one, send although_alike. Where it is known in another program, nothing was registered and a manager of that program was asked: talk to them.",
    ),
    (STALE, "Read the record again, put your change into it, and send it with the new ETag."),
    (TOO_LARGE, "A body has at most 256 KB."),
    (MEDIA, "Send application/json; for a change, application/merge-patch+json will do too."),
    (REFUSED, "Nothing was saved. The errors say which field and what to do."),
    (REUSED, "Each thing to be done needs a key of its own; the same key is for trying the very same again."),
    (UNMATCHED, "Send the ETag of the record as you read it in the header If-Match."),
    (TOO_MANY, "The header Retry-After says how many seconds to wait. If it happens in daily work, ask for a token with a higher pace."),
    (INTERNAL, "Tell the administrator the number in the detail. Trying again with the same key does nothing twice."),
    (BUSY, "Try again in a moment, with the same key."),
    (NO_ROOM, "Nothing was saved. The administrator has to make room."),
];

/// One answer that says no. Boxed, because it is on its way through many hands.
#[derive(Debug, Clone)]
pub struct Problem(Box<Words>);

#[derive(Debug, Clone)]
struct Words {
    kind: Kind,
    detail: String,
    errors: Vec<(String, String)>,
    alike: Vec<String>,
    header: Option<(HeaderName, String)>,
}

impl Problem {
    /// A problem in words for whoever reads logs of the other system.
    pub fn new(kind: Kind, detail: impl Into<String>) -> Self {
        Self(Box::new(Words { kind, detail: detail.into(), errors: Vec::new(), alike: Vec::new(), header: None }))
    }

    /// With a header that says more.
    #[must_use]
    pub fn with(mut self, name: HeaderName, value: impl Into<String>) -> Self {
        self.0.header = Some((name, value.into()));
        self
    }

    /// With addresses of records that are like the one that was sent.
    #[must_use]
    pub fn alike(mut self, alike: Vec<String>) -> Self {
        self.0.alike = alike;
        self
    }

    /// What is wrong, field by field.
    pub fn fields(kind: Kind, errors: Vec<(String, String)>) -> Self {
        let mut problem = Self::new(kind, "Nothing was saved. The errors say which field and what to do.");
        problem.0.errors = errors;
        problem
    }

    /// What a form would complain about, under the names that bodies have.
    pub fn of_form(complaints: &Complaints) -> Self {
        let named = |field: &str| {
            match field {
                "extra_topic" => "extra_topics",
                "language" => "languages",
                "person" => "people",
                other => other,
            }
            .to_owned()
        };
        Self::fields(REFUSED, complaints.iter().map(|(field, words)| (named(field), words.to_owned())).collect())
    }

    fn of_status(status: StatusCode) -> Self {
        let known = KINDS.iter().find(|((_, code, _), _)| *code == status.as_u16());
        let (kind, words) = known.copied().unwrap_or(if status.is_client_error() {
            (BROKEN, "The request could not be read.")
        } else {
            (INTERNAL, "Something broke.")
        });
        Self::new(kind, words)
    }
}

impl From<Error> for Problem {
    fn from(cause: Error) -> Self {
        match cause {
            Error::Unauthenticated => Self::of_status(StatusCode::UNAUTHORIZED),
            Error::NotFound => Self::of_status(StatusCode::NOT_FOUND),
            Error::Forbidden => Self::of_status(StatusCode::FORBIDDEN),
            Error::Rejected(words) => Self::new(REFUSED, words),
            Error::Stale => Self::of_status(StatusCode::PRECONDITION_FAILED),
            Error::Busy => Self::of_status(StatusCode::SERVICE_UNAVAILABLE),
            Error::NoRoom => Self::of_status(StatusCode::INSUFFICIENT_STORAGE),
            Error::TooLarge => Self::of_status(StatusCode::PAYLOAD_TOO_LARGE),
            Error::Internal(cause) => {
                let id = fresh_key();
                tracing::error!(%cause, id, "something broke");
                Self::new(INTERNAL, format!("Something broke. Tell the administrator this number: {id}"))
            }
        }
    }
}

/// Marks an answer as a problem already.
#[derive(Debug, Clone, Copy)]
struct Said;

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let words = *self.0;
        let (anchor, status, title) = words.kind;
        let mut said = json!({ "type": format!("/api#{anchor}"), "title": title, "status": status, "detail": words.detail });
        if let Some(said) = said.as_object_mut() {
            if !words.errors.is_empty() {
                let errors: Vec<_> = words.errors.iter().map(|(field, detail)| json!({ "field": field, "detail": detail })).collect();
                said.insert("errors".to_owned(), errors.into());
            }
            if !words.alike.is_empty() {
                said.insert("alike".to_owned(), words.alike.into());
            }
        }
        let mut response = Response::new(Body::from(said.to_string()));
        *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if status == 401 {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"fairfloor\""));
        }
        if let Some((name, value)) = words.header
            && let Ok(value) = HeaderValue::from_str(&value)
        {
            headers.insert(name, value);
        }
        response.extensions_mut().insert(Said);
        response
    }
}

/// Whatever says no below `/api` says it as a problem, whoever said it: the router, a limit, a handler that panicked.
pub async fn speak(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) || response.extensions().get::<Said>().is_some() {
        return response;
    }
    let mut problem = Problem::of_status(status).into_response();
    if let Some(allow) = response.headers().get(header::ALLOW) {
        problem.headers_mut().insert(header::ALLOW, allow.clone());
    }
    problem
}
