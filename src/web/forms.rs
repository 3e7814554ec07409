//! What people send: addresses, queries, forms, and the complaints about them.

use crate::error::Error;
use crate::i18n::Language;
use crate::values::{Complaint, PublicId};
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::IntoResponse;
use serde::de::DeserializeOwned;

/// An id in an address. A malformed one answers as an unknown one.
pub struct Id<I>(pub I);

impl<S: Send + Sync, I: PublicId> FromRequestParts<S> for Id<I> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let Path(text) = Path::<String>::from_request_parts(parts, state).await.map_err(|_| Error::NotFound)?;
        I::parse(&text).map(Self).ok_or(Error::NotFound)
    }
}

/// What a form with one button says: which version of the record it was drawn from.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Press {
    pub version: i64,
}

/// A posted form: repeated keys become lists, unknown keys are refused.
pub struct Form<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Form<T> {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        match axum_extra::extract::Form::<T>::from_request(request, state).await {
            Ok(axum_extra::extract::Form(form)) => Ok(Self(form)),
            Err(cause) => {
                // The cause may quote what was typed, and that is nobody's business who reads a log.
                let status = cause.into_response().status();
                tracing::info!(%status, "a form could not be read");
                if status == StatusCode::PAYLOAD_TOO_LARGE {
                    return Err(Error::TooLarge);
                }
                Err(broken_form())
            }
        }
    }
}

/// What stands behind the question mark of an address.
pub struct Query<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Query<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        match axum::extract::Query::<T>::from_request_parts(parts, state).await {
            Ok(axum::extract::Query(query)) => Ok(Self(query)),
            Err(_) => Err(Error::NotFound),
        }
    }
}

/// A page of a list, from zero.
#[derive(Debug, Default, Clone, Copy, serde::Deserialize)]
pub struct Leaf {
    /// Its number.
    #[serde(default)]
    pub page: u32,
}

impl Leaf {
    /// Rows on a page.
    const ROWS: usize = 50;

    /// The rows of this page, and whether there are more behind it.
    pub fn of<T>(self, rows: Vec<T>) -> (Vec<T>, bool) {
        let first = usize::try_from(self.page).unwrap_or(usize::MAX).saturating_mul(Self::ROWS);
        let has_more = rows.len() > first.saturating_add(Self::ROWS);
        (rows.into_iter().skip(first).take(Self::ROWS).collect(), has_more)
    }

    /// What to read of a long list: rows to skip, and how many to read after them. One more than a page, to see whether there are more.
    pub fn window(self) -> (i64, i64) {
        let rows = i64::try_from(Self::ROWS).unwrap_or(i64::MAX);
        (i64::from(self.page).saturating_mul(rows), rows.saturating_add(1))
    }

    /// The rows of this page out of its window, and whether there are more behind it.
    pub fn of_window<T>(self, mut rows: Vec<T>) -> (Vec<T>, bool) {
        let has_more = rows.len() > Self::ROWS;
        rows.truncate(Self::ROWS);
        (rows, has_more)
    }
}

/// What is wrong with a form, field by field, in sentences for the person who typed.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Complaints(Vec<(&'static str, String)>);

impl Complaints {
    /// Takes a value, or notes the complaint under its field.
    pub fn take<T>(&mut self, field: &'static str, read: Result<T, Complaint>) -> Option<T> {
        read.map_err(|complaint| self.add(field, complaint.0)).ok()
    }

    /// Notes a complaint.
    pub fn add(&mut self, field: &'static str, words: impl Into<String>) {
        self.0.push((field, words.into()));
    }

    /// True when there is nothing to complain about.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, in the order of the form.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(field, words)| (*field, words.as_str()))
    }

    /// The first complaint about a field.
    pub fn on(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, words)| words.as_str())
    }

    /// The same in another language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> Self {
        Self(self.0.iter().map(|(field, words)| (*field, language.complaint(words))).collect())
    }

    /// The value of a finished form, or these complaints.
    pub fn or<T>(self, value: Option<T>) -> Result<T, Self> {
        match value {
            Some(value) if self.is_empty() => Ok(value),
            _ => Err(self),
        }
    }
}

/// A key for a form that is about to be drawn, so that posting it twice makes one record.
pub fn fresh_key() -> String {
    let mut bits = [0_u8; 16];
    // Without random bits the key is empty, and an empty key is refused when posted.
    match getrandom::fill(&mut bits) {
        Ok(()) => crate::values::base32(&bits),
        Err(_) => String::new(),
    }
}

/// A form with a field that is missing, there twice, or not one of ours.
pub fn broken_form() -> Error {
    Error::Rejected(
        "This form could not be read: a field is missing, there twice, or not one of ours. Go back, reload the page and send it again."
            .to_owned(),
    )
}

/// Checks the key of a posted form.
pub fn check_key(key: &str) -> Result<(), Error> {
    let is_ours = (8..=64).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_ours { Ok(()) } else { Err(Error::Rejected("This form is incomplete. Go back, reload the page and send it again.".to_owned())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_turns_its_pages() {
        let rows: Vec<u32> = (0..120).collect();
        let on = |page| Leaf { page }.of(rows.clone());
        assert_eq!((on(0).0.len(), on(0).1), (50, true));
        assert_eq!((on(2).0, on(2).1), ((100..120).collect(), false));
        assert_eq!((on(9).0.len(), on(u32::MAX).1), (0, false));
    }
}
