//! Which language a browser asks for: what was chosen on this device, or else what the browser says its owner reads.

use crate::i18n::{self, Language};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap, HeaderValue, header};
use axum::response::{IntoResponseParts, ResponseParts};
use axum_extra::extract::CookieJar;
use std::convert::Infallible;
use std::sync::{Arc, OnceLock};

/// Holds the tag of a language until the browser is closed: on a shared telephone nothing stays.
const COOKIE: &str = "language";

/// The language somebody asks for before we know who they are; none where theirs is none of ours.
#[derive(Debug, Clone, Copy)]
pub struct Asked(pub Option<Language>);

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.headers))
    }
}

impl Asked {
    /// What the headers of a request ask for.
    pub fn of(headers: &HeaderMap) -> Self {
        let jar = CookieJar::from_headers(headers);
        let chosen = jar.get(COOKIE).and_then(|cookie| Language::find(cookie.value()));
        let header = headers.get(header::ACCEPT_LANGUAGE).and_then(|header| header.to_str().ok());
        Self(chosen.or_else(|| header.and_then(i18n::accepted)))
    }

    /// The language for somebody of whom nothing else is known.
    pub fn or_english(self) -> Language {
        self.0.unwrap_or_default()
    }
}

/// The language of whoever a request turns out to come from: whoever finds it out notes it, so that what goes wrong later is said in it.
#[derive(Debug, Clone, Default)]
pub struct Known(Arc<OnceLock<Language>>);

impl Known {
    /// Notes it, where somebody listens.
    pub fn note(extensions: &Extensions, language: Language) {
        if let Some(Self(known)) = extensions.get::<Self>() {
            let _ = known.set(language);
        }
    }

    /// Notes it here.
    pub fn is(&self, language: Language) {
        let _ = self.0.set(language);
    }

    /// What was noted.
    pub fn language(&self) -> Option<Language> {
        self.0.get().copied()
    }
}

/// What a request says of languages: what is asked for, and where to note what turns out.
#[derive(Debug, Clone)]
pub struct Speech {
    /// What the browser asks for.
    pub asked: Asked,
    /// What is known of whoever asks.
    pub known: Known,
}

impl Speech {
    /// The language for an answer: what is known, else what is asked for, else English.
    pub fn language(&self) -> Language {
        self.known.language().unwrap_or_else(|| self.asked.or_english())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Speech {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        let known = parts.extensions.get::<Known>().cloned().unwrap_or_default();
        Ok(Self { asked: Asked::of(&parts.headers), known })
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
