//! Where staff write freely about somebody, what they wrote is looked at before it is kept.
//!
//! Why here and not in each form: one list says what is looked at, the same page warns everywhere, and a form that forgets to ask does
//! not exist. What is found only warns; numbers that are never kept are refused by the texts themselves.

use super::{House, Viewer};
use crate::error::{Error, Result};
use crate::store::Object;
use crate::values::sensitive::{Caught, caught};
use crate::web::pause::{Posted, pause};
use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, OriginalUri, Request};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Texts of one form: the name of the field, where a star stands for any ending, and what people call it.
type Texts = &'static [(&'static str, &'static str)];

const SERVICE: Texts = &[("note", "Note"), ("follow_up_title", "What to do then"), ("need", "What is needed")];
const EVENT: Texts = &[
    ("need", "What they need"),
    ("shared_note", "Note that all sides can read"),
    ("reason_text", "The reason in words"),
    ("alternative", "Somebody who could help instead"),
    ("question", "Question"),
    ("answer", "The answer"),
    ("what_changed", "What changed"),
    ("attempts", "Tries to reach them"),
    ("comment", "Anything to add"),
    ("override_reason", "Why you send it anyway"),
    ("delivered", "What was delivered"),
];
const NEED: Texts = &[
    ("need", "What they need"),
    ("childcare_words", "Child care, in their own words"),
    ("transit_words", "Getting there, in their own words"),
    ("program_topics", "What they want to learn"),
    ("program_note", "For the team"),
    ("bd_note", "For the team"),
];
const DEPLOYMENT: Texts = &[("note", "Note")];
const OUTCOME: Texts = &[("words", "More about it"), ("seen", "Who says so, or what was seen")];
const COMMITMENT: Texts = &[("what", "What was promised")];
const CERTIFICATION: Texts =
    &[("named", "What it is called"), ("agency", "Who certified"), ("number", "Its number"), ("standard", "Under which standard")];
const STORY: Texts = &[("title", "Title"), ("words", "The story"), ("described", "What stands for a name")];
const WORK: Texts = &[("title", "What the work is")];
const MINUTES: Texts = &[("minutes", "Minutes")];
const DECISION: Texts = &[("decision", "What was decided"), ("reason", "Why"), ("why", "Who stood aside, and why")];
const INTAKE: Texts = &[("media_words", "How else they heard of the program")];
const NOTE: Texts = &[("body", "Note")];
const INDICATOR: Texts =
    &[("name", "What it is called"), ("why", "Why it matters"), ("baseline_source", "Who says so: the source of the baseline")];
const KEEPING: Texts = &[("why", "Why")];

/// Every form of staff with a free text about somebody.
#[rustfmt::skip]
pub const GUARDED: &[(&str, Texts)] = &[
    ("/services",                       SERVICE),
    ("/clients/{id}/call",              SERVICE),
    ("/services/{id}",                  SERVICE),
    ("/services/{id}/keeping",          KEEPING),
    ("/follow-ups",                     &[("title", "What you will do")]),
    ("/clients/{id}/intake",            INTAKE),
    ("/clients/{id}/notes",             NOTE),
    ("/notes/{id}",                     NOTE),
    ("/notes/{id}/keeping",             KEEPING),
    ("/clients/{id}/resources",         DEPLOYMENT),
    ("/resources/{id}",                 DEPLOYMENT),
    ("/clients/{id}/outcomes",          OUTCOME),
    ("/outcomes/{id}/facts",            OUTCOME),
    ("/outcomes/{id}/evidence",         OUTCOME),
    ("/outcomes/{id}/undoing",          KEEPING),
    ("/clients/{id}/stories",           STORY),
    ("/stories/{id}/facts",             STORY),
    ("/stories/{id}/answers",           &[("said_words", "What they want different")]),
    ("/resources/{id}/commitments",     COMMITMENT),
    ("/commitments/{id}/facts",         COMMITMENT),
    ("/clients/{id}/certifications",    CERTIFICATION),
    ("/certifications/{id}",            CERTIFICATION),
    ("/outcomes/{id}/answers",          &[("said_words", "In their words")]),
    ("/job-counts/{id}/positions",      WORK),
    ("/positions/{id}",                 WORK),
    ("/commitments/{id}/checks",        &[("words", "In a few words")]),
    ("/bodies/{id}/meetings",           MINUTES),
    ("/board-meetings/{id}",                  MINUTES),
    ("/board-meetings/{id}/decisions",        DECISION),
    ("/indicators",                     INDICATOR),
    ("/indicators/{id}/definition",     INDICATOR),
    ("/indicators/{id}/comments",       &[("words", "Say something")]),
    ("/indicators/{id}/retirement",     &[("words", "Why")]),
    ("/clients/{id}/referrals",         NEED),
    ("/clients/{id}/questions",         &[("text", "Question")]),
    ("/clients/{id}/space",             &[("note", "What else the landlord has to know")]),
    ("/clients/{id}/space/message",     &[("text.*", "Message")]),
    ("/referrals/{id}/events",          EVENT),
    ("/referrals/next-steps",           EVENT),
    ("/referrals/{id}/needs",           NEED),
    ("/referrals/{id}/sending",         &[("why", "Why you send it anyway")]),
    ("/referrals/{id}/confidential",    &[("words", "The details")]),
    ("/referrals/{id}/messages",        &[("body", "Message")]),
    ("/referrals/{id}/messages/settling", &[("why", "Why no answer is needed")]),
    ("/inbound/{id}/closing",           &[("why", "Why")]),
    ("/sites/{id}/allocations",         &[("reason", "The reason")]),
    ("/corrections/{id}",               &[("words", "What you tell them")]),
    ("/complaints/{id}",                &[("words", "Your answer")]),
];

/// The field that says: saved all the same.
const PASSED: &str = "passed";

/// Lets a post go on, or answers with the page that warns.
pub async fn look(house: &House, viewer: &Viewer, path: &'static str, request: Request) -> Result<std::result::Result<Request, Response>> {
    let Some((_, texts)) = GUARDED.iter().find(|(route, _)| *route == path) else { return Ok(Ok(request)) };
    if request.method() != axum::http::Method::POST {
        return Ok(Ok(request));
    }
    let (parts, body) = request.into_parts();
    let bytes = match Bytes::from_request(Request::from_parts(parts.clone(), body), &()).await {
        Ok(bytes) => bytes,
        Err(cause) => {
            return if cause.into_response().status() == StatusCode::PAYLOAD_TOO_LARGE {
                Err(Error::TooLarge)
            } else {
                Err(crate::web::forms::broken_form())
            };
        }
    };
    let mut typed = Request::from_parts(parts.clone(), Body::from(bytes.clone()));
    typed.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(bytes.len()));
    let Ok(axum_extra::extract::Form(pairs)) = axum_extra::extract::Form::<Vec<(String, String)>>::from_request(typed, &()).await else {
        // What is no form is for the handler to refuse.
        return Ok(Ok(Request::from_parts(parts, Body::from(bytes))));
    };
    let (posted, passed) = sorted(texts, pairs);
    let all: Vec<&Caught> = posted.iter().flat_map(|field| &field.caught).collect();
    let words = all.iter().map(|one| one.words.to_lowercase()).collect::<Vec<_>>().join("|");
    let key = posted.iter().find(|field| field.name == "key").map(|field| field.value.clone()).unwrap_or_default();
    if !all.is_empty() && !may_pass(house, viewer, &key, &words, passed.as_deref(), &posted).await? {
        let action = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |OriginalUri(uri)| uri);
        let action = action.path_and_query().map_or(path, |address| address.as_str());
        let page = pause(&viewer.chrome(), action, &posted, (PASSED, &words));
        return Ok(Err((StatusCode::UNPROCESSABLE_ENTITY, page).into_response()));
    }
    let rest: Vec<&[u8]> = bytes.split(|byte| *byte == b'&').filter(|pair| !pair.starts_with(b"passed=")).collect();
    let bytes = rest.join(&b'&');
    let mut request = Request::from_parts(parts, Body::empty());
    request.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(bytes.len()));
    *request.body_mut() = Body::from(bytes);
    Ok(Ok(request))
}

/// The fields of a form with what was found in its texts, and the word that passes a warning.
fn sorted(texts: Texts, pairs: Vec<(String, String)>) -> (Vec<Posted>, Option<String>) {
    let mut passed = None;
    let mut posted = Vec::with_capacity(pairs.len());
    for (name, value) in pairs {
        if name == PASSED {
            passed = Some(value);
            continue;
        }
        let is_meant = |text: &str| text.strip_suffix('*').map_or(text == name, |start| name.starts_with(start));
        let label = texts.iter().find(|(text, _)| is_meant(text)).map(|(_, label)| *label);
        let caught = label.map(|_| caught(&value)).unwrap_or_default();
        posted.push(Posted { name, value, label, caught });
    }
    (posted, passed)
}

/// True where these very words were passed over, now or on an earlier page of the same form. Which fields is written down, not what.
async fn may_pass(house: &House, viewer: &Viewer, key: &str, words: &str, passed: Option<&str>, posted: &[Posted]) -> Result<bool> {
    let is_pressed = passed == Some(words);
    let mut fields: Vec<String> = posted.iter().filter(|field| !field.caught.is_empty()).map(|field| field.name.clone()).collect();
    fields.dedup();
    let (key, words) = (key.to_owned(), words.to_owned());
    house
        .db
        .write(viewer.actor(), move |tx| {
            // Keyed, so that nobody reads the words out of the file; of this form only, so that a later one warns again.
            let print: String = tx.keys().audit_mac(&[b"passed", words.as_bytes()]).iter().map(|byte| format!("{byte:02x}")).collect();
            let known = format!("{key} passed {print}");
            let was_passed = !key.is_empty() && tx.answer_to(&known)?.is_some();
            if was_passed || !is_pressed {
                return Ok(was_passed);
            }
            tx.audit_with("text.warning_passed", Object::none(), &fields.join(" "))?;
            if !key.is_empty() {
                tx.remember_answer(&known, "")?;
            }
            Ok(true)
        })
        .await
}
