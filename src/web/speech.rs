//! Which language a browser asks for: what was chosen on this device, or else what the browser says its owner reads.

use crate::i18n::{self, Language};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponseParts, ResponseParts};
use axum_extra::extract::CookieJar;
use std::convert::Infallible;

/// Holds the tag of a language until the browser is closed: on a shared telephone nothing stays.
const COOKIE: &str = "language";

/// The language somebody asks for before we know who they are; none where theirs is none of ours.
#[derive(Debug, Clone, Copy)]
pub struct Asked(pub Option<Language>);

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        let jar = CookieJar::from_headers(&parts.headers);
        let chosen = jar.get(COOKIE).and_then(|cookie| Language::find(cookie.value()));
        let header = parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|header| header.to_str().ok());
        Ok(Self(chosen.or_else(|| header.and_then(i18n::accepted))))
    }
}

/// Keeps the choice of a language on this device until the browser is closed.
pub struct Chosen {
    /// The choice.
    pub language: Language,
    /// True when browsers reach us through https.
    pub is_encrypted: bool,
}

impl IntoResponseParts for Chosen {
    type Error = Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Infallible> {
        let secure = if self.is_encrypted { "; Secure" } else { "" };
        let cookie = format!("{COOKIE}={}; Path=/; SameSite=Lax; HttpOnly{secure}", self.language.code());
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            parts.headers_mut().append(header::SET_COOKIE, cookie);
        }
        Ok(parts)
    }
}
