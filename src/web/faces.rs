//! The faces of errors: what happened, and what to do next.

use super::layout::{Solo, solo};
use crate::error::Error;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

/// The status that goes with an error.
pub fn status(error: &Error) -> StatusCode {
    match error {
        Error::Unauthenticated => StatusCode::UNAUTHORIZED,
        Error::NotFound => StatusCode::NOT_FOUND,
        Error::Forbidden => StatusCode::FORBIDDEN,
        Error::Rejected(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Stale => StatusCode::CONFLICT,
        Error::Busy => StatusCode::SERVICE_UNAVAILABLE,
        Error::NoRoom => StatusCode::INSUFFICIENT_STORAGE,
        Error::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let (title, words) = words(&self);
        let mut extra = html! {};
        if let Error::Internal(cause) = &self {
            let id = super::forms::fresh_key();
            tracing::error!(%cause, id, "something broke");
            extra = html! { p { "Tell your administrator this number: " strong { (id) } } };
        }
        let body = html! {
            div class="stack" {
                h1 { (title) }
                p class="lead" { (words) }
                (extra)
                p class="row" { a class="btn" href="/" { "To the first page" } }
            }
        };
        (status(&self), solo(&Solo { title, ..Solo::default() }, body)).into_response()
    }
}

fn words(error: &Error) -> (&'static str, Markup) {
    match error {
        Error::Unauthenticated => (
            "Sign in first",
            html! { "You were away for a while, or never signed in. " a href="/sign-in" { "Sign in" } " and do it again." },
        ),
        Error::NotFound => ("Not found", html! { "There is nothing at this address, or it is not yours to see." }),
        Error::Forbidden => {
            ("Not allowed", html! { "Your role does not include this. If you need it for your work, ask your administrator." })
        }
        Error::Rejected(words) => ("That did not work", html! { (words) }),
        Error::Stale => (
            "Somebody changed this since you opened it",
            html! { "Nothing was saved. Go back, reload the page to see the change, and enter yours again." },
        ),
        Error::Busy => ("Too much at once", html! { "Nothing was saved. Wait a moment and try again." }),
        Error::NoRoom => {
            ("The disk is full", html! { "Nothing was saved. Go back and keep your text; your administrator has to make room." })
        }
        Error::TooLarge => (
            "Too much at once",
            html! { "Nothing was saved. A form holds 2 megabytes, a note 10,000 characters, a file to import 10 megabytes. Go back, shorten it and send it again." },
        ),
        Error::Internal(_) => {
            ("Something broke", html! { "This is not your fault. Nothing was half done. Try again; if it stays, tell your administrator." })
        }
    }
}
