//! What every answer says to the browser, and the refusal of posts from other sites.

use super::server::Caller;
use crate::error::Error;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

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

/// Behind the proxy that speaks https, a caller is who the proxy says: the last address in `X-Forwarded-For`, which the proxy wrote itself.
/// Nobody else is believed: without https in our address there is no proxy, and whoever does not come from this machine is none.
///
/// Why: limits on guessing are counted by caller, and behind a proxy a whole city would be one.
pub async fn name_caller(encrypted: bool, mut request: Request, next: Next) -> Response {
    let from = request.extensions().get::<Caller>().copied();
    if let Some(Caller(socket)) = from
        && encrypted
        && socket.ip().is_loopback()
        && let Some(address) = forwarded(request.headers())
    {
        request.extensions_mut().insert(Caller(SocketAddr::new(address, socket.port())));
    }
    next.run(request).await
}

/// The last address that was written down. Of an IPv6 address the network: one household has as many as it likes.
fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let line = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    let address: IpAddr = line.rsplit(',').next()?.trim().parse().ok()?;
    Some(match address {
        IpAddr::V6(long) => IpAddr::V6(Ipv6Addr::from_bits(long.to_bits() & !u128::from(u64::MAX))),
        short @ IpAddr::V4(_) => short,
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_proxy_wrote_last_names_a_caller() {
        let named = |lines: &[&str]| {
            let mut headers = HeaderMap::new();
            for line in lines {
                headers.append("x-forwarded-for", HeaderValue::from_str(line).unwrap());
            }
            forwarded(&headers).map(|address| address.to_string())
        };
        assert_eq!(named(&["203.0.113.9"]).as_deref(), Some("203.0.113.9"));
        assert_eq!(named(&["10.0.0.1, 198.51.100.7"]).as_deref(), Some("198.51.100.7"));
        assert_eq!(named(&["made up", "198.51.100.7"]).as_deref(), Some("198.51.100.7"));
        assert_eq!(named(&["2001:db8:1:2:3:4:5:6"]).as_deref(), Some("2001:db8:1:2::"));
        for nothing in [&[][..], &["198.51.100.7, made up"], &[""]] {
            assert_eq!(named(nothing), None, "{nothing:?}");
        }
    }
}
