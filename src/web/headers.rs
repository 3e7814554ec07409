//! What every answer says to the browser, and the refusal of posts from other sites.

use crate::error::Error;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Nothing from elsewhere, nothing inline.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Adds the headers. `encrypted` when browsers reach us through https.
pub async fn dress(encrypted: bool, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let fixed: [(HeaderName, &'static str); 7] = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (HeaderName::from_static("x-robots-tag"), "noindex"),
        (header::VARY, "Sec-Fetch-Site, Origin"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if encrypted {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000; includeSubDomains"));
    }
    response
}

/// The most that anything may declare to send: a file to import, and a little around it.
const MOST: u64 = 11 * 1024 * 1024;

/// Answers at once, without waiting for the rest, when more is declared than anything here takes.
pub async fn refuse_huge(request: Request, next: Next) -> Response {
    let declared = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok());
    if declared.and_then(|length| length.parse::<u64>().ok()).is_some_and(|length| length > MOST) {
        return Error::TooLarge.into_response();
    }
    next.run(request).await
}

/// Refuses a post that carries a cookie and says nothing about where it comes from: the layer below lets such a one pass.
pub async fn refuse_unnamed_origin(request: Request, next: Next) -> Response {
    let is_safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let headers = request.headers();
    let says_whence = headers.contains_key("sec-fetch-site") || headers.contains_key(header::ORIGIN);
    if !is_safe && headers.contains_key(header::COOKIE) && !says_whence {
        return Error::Forbidden.into_response();
    }
    next.run(request).await
}
