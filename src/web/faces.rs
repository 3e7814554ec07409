//! The faces of errors: what happened, and what to do next. Staff and partners read them in English; on pages of entrepreneurs they
//! are drawn again, in the language of whoever looks.

use super::layout::{Solo, solo};
use super::speech::{Asked, Known};
use crate::error::Error;
use crate::i18n::Language;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
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

/// What went wrong, kept beside the drawn face so that it can be drawn in another language.
#[derive(Debug, Clone)]
struct Face {
    /// Keys of its heading and of what to do next; no second one where a rule says that itself.
    keys: (&'static str, Option<&'static str>),
    /// What a rule says.
    words: Option<String>,
    /// The number under which the log has it.
    id: Option<String>,
}

impl Face {
    fn of(error: &Error) -> Self {
        let (title, next) = match error {
            Error::Unauthenticated => ("face-signed-out", "face-signed-out-next"),
            Error::NotFound => ("face-nothing-here", "face-nothing-here-next"),
            Error::Forbidden => ("face-not-allowed", "face-not-allowed-next"),
            Error::Rejected(words) => return Self { keys: ("face-refused", None), words: Some(words.clone()), id: None },
            Error::Stale => ("face-changed", "face-changed-next"),
            Error::Busy => ("face-busy", "face-busy-next"),
            Error::NoRoom => ("face-no-room", "face-no-room-next"),
            Error::TooLarge => ("face-too-large", "face-too-large-next"),
            Error::Internal(_) => ("face-broke", "face-broke-next"),
        };
        Self { keys: (title, Some(next)), words: None, id: None }
    }

    /// For an entrepreneur. `switch` is where another language is posted.
    fn draw(&self, language: Language, switch: Option<&str>) -> Markup {
        let say = |key: &str| language.word(key);
        let title = say(self.keys.0);
        let next = self.keys.1.map(say).unwrap_or_default();
        let words = self.words.as_deref().map(|words| language.complaint(words)).unwrap_or_default();
        let body = html! {
            div class="stack" {
                h1 { (title) }
                p class="lead" { (language.join(&[words, next])) }
                @if let Some(id) = &self.id { p { (say("face-broke-number")) " " strong { bdi { (id) } } } }
                p { a class="btn" href="/c" { (say("have-code")) } }
            }
        };
        solo(&Solo { title: &title, language, switch, ..Solo::default() }, body)
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let (title, words) = words(&self);
        let mut face = Face::of(&self);
        if let Error::Internal(cause) = &self {
            let id = super::forms::fresh_key();
            tracing::error!(%cause, id, "something broke");
            face.id = Some(id);
        }
        let body = html! {
            div class="stack" {
                h1 { (title) }
                p class="lead" { (words) }
                @if let Some(id) = &face.id { p { "Tell your administrator this number: " strong { (id) } } }
                p class="row" { a class="btn" href="/" { "To the first page" } }
            }
        };
        let mut response = (status(&self), solo(&Solo { title, ..Solo::default() }, body)).into_response();
        response.extensions_mut().insert(face);
        response
    }
}

/// True for an answer that is only a face: it says what went wrong, and shows nobody's record.
pub fn is_face(response: &Response) -> bool {
    response.extensions().get::<Face>().is_some()
}

/// On the pages of entrepreneurs: a face is drawn again, in the language that is known of whoever asked, or that their browser asks for.
pub async fn speak(mut request: Request, next: Next) -> Response {
    let (asked, known) = (Asked::of(request.headers()), Known::default());
    request.extensions_mut().insert(known.clone());
    let is_looking = request.method() == Method::GET;
    let mut response = next.run(request).await;
    let Some(face) = response.extensions_mut().remove::<Face>() else { return response };
    let language = known.language().unwrap_or_else(|| asked.or_english());
    // Whoever is known keeps their language on their own pages. The address is one for all: a page that is not there has one length.
    let switch = (is_looking && known.language().is_none()).then_some("/language?next=%2Fc");
    *response.body_mut() = Body::from(face.draw(language, switch).into_string());
    response.headers_mut().remove(header::CONTENT_LENGTH);
    response
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
