//! Looking: lists by pages, and single records.

use super::Caller;
use super::body::query_of;
use super::gate::{ByToken, Shown};
use super::problem::{BROKEN, Problem};
use super::queries::reading::{self, Ask, Leaf, One, etag_of};
use super::queries::results;
use super::queries::shapes::{self, Shape};
use crate::auth::House;
use crate::values::{ClientId, Instant, ProgramId};
use axum::body::Body;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// Rows of a page where nobody says how many.
pub const USUAL: i64 = 50;
/// Rows of a page at most.
pub const MOST: i64 = 200;

type Answered = Result<Answer, Problem>;

/// An answer that went well.
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// As it is sent.
    pub body: String,
    /// The tag of the record; not always that of the body, where something was made.
    pub etag: String,
    /// Headers that say more.
    pub headers: Vec<(HeaderName, String)>,
    /// Whom it shows.
    pub shown: Shown,
}

impl Answer {
    /// One record.
    pub fn of(one: One) -> Self {
        Self { status: StatusCode::OK, body: one.body, etag: one.etag, headers: Vec::new(), shown: Shown(one.seen.into_iter().collect()) }
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        for (name, value) in self.headers.into_iter().chain([(header::ETAG, self.etag)]) {
            if let Ok(value) = HeaderValue::from_str(&value) {
                headers.insert(name, value);
            }
        }
        response.extensions_mut().insert(self.shown);
        response
    }
}

pub async fn list_clients(ByToken(caller): ByToken, State(house): State<House>, RawQuery(query): RawQuery) -> Answered {
    list(&house, caller, "clients", &shapes::CLIENT, query).await
}

pub async fn list_services(ByToken(caller): ByToken, State(house): State<House>, RawQuery(query): RawQuery) -> Answered {
    list(&house, caller, "services", &shapes::SERVICE, query).await
}

pub async fn list_referrals(ByToken(caller): ByToken, State(house): State<House>, RawQuery(query): RawQuery) -> Answered {
    list(&house, caller, "referrals", &shapes::REFERRAL, query).await
}

pub async fn list_partners(ByToken(caller): ByToken, State(house): State<House>, RawQuery(query): RawQuery) -> Answered {
    list(&house, caller, "partners", &shapes::PARTNER, query).await
}

pub async fn list_deployments(ByToken(caller): ByToken, State(house): State<House>, RawQuery(query): RawQuery) -> Answered {
    list(&house, caller, "deployments", &results::DEPLOYMENT, query).await
}

pub async fn list_outcomes(ByToken(caller): ByToken, State(house): State<House>, RawQuery(query): RawQuery) -> Answered {
    list(&house, caller, "outcomes", &results::OUTCOME, query).await
}

pub async fn list_trainings(ByToken(caller): ByToken, State(house): State<House>, RawQuery(query): RawQuery) -> Answered {
    list(&house, caller, "trainings", &shapes::TRAINING, query).await
}

pub async fn find_client(
    ByToken(caller): ByToken,
    State(house): State<House>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Answered {
    find(&house, caller, &shapes::CLIENT, id, query).await
}

pub async fn find_service(
    ByToken(caller): ByToken,
    State(house): State<House>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Answered {
    find(&house, caller, &shapes::SERVICE, id, query).await
}

pub async fn find_referral(
    ByToken(caller): ByToken,
    State(house): State<House>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Answered {
    find(&house, caller, &shapes::REFERRAL, id, query).await
}

async fn find(house: &House, caller: Caller, shape: &'static Shape, id: String, query: Option<String>) -> Answered {
    query_of(query.as_deref(), &[])?;
    // An id that is none of ours is looked for all the same: it looks like one that is not there.
    Ok(Answer::of(house.db.read(move |conn| reading::find(conn, &caller, shape, &id)).await?))
}

async fn list(house: &House, caller: Caller, name: &str, shape: &'static Shape, query: Option<String>) -> Answered {
    let query = query_of(query.as_deref(), shape.filters())?;
    let text = |name: &str| query.get(name).map(String::as_str);
    let ask = Ask {
        limit: limit(text("limit"))?,
        after: text("after").map(|after| id(after, "after")).transpose()?,
        program: text("program").map(|program| program_of(&caller, program)).transpose()?,
        client: text("client").map(|client| id(client, "client")).transpose()?,
        changed_since: text("changed_since").map(since).transpose()?,
    };
    let leaf = house.db.report(move |conn| reading::list(conn, &caller, shape, &ask)).await?;
    let Some(Leaf { items, seen, next }) = leaf else {
        return Err(Problem::new(BROKEN, "The parameter after must be the id of a record of this list. Begin again without it."));
    };
    let next = next.map(|last| {
        let kept =
            query.iter().filter(|(name, _)| *name != "after").map(|(name, value)| format!("{name}={}&", crate::web::parts::encoded(value)));
        format!("/api/v1/{name}?{}after={last}", kept.collect::<String>())
    });
    let body = json!({ "items": items, "next": next.clone().map_or(Value::Null, Value::String) }).to_string();
    let headers = next.map(|next| (header::LINK, format!("<{next}>; rel=\"next\""))).into_iter().collect();
    Ok(Answer { status: StatusCode::OK, etag: etag_of(&body), body, headers, shown: Shown(seen) })
}

fn limit(typed: Option<&str>) -> Result<i64, Problem> {
    let Some(typed) = typed else { return Ok(USUAL) };
    let fits = typed.bytes().all(|byte| byte.is_ascii_digit()) && typed.len() <= 3;
    let read = typed.parse().ok().filter(|limit| fits && (1..=MOST).contains(limit));
    read.ok_or_else(|| Problem::new(BROKEN, format!("The parameter limit must be a whole number from 1 to {MOST}.")))
}

fn id(typed: &str, name: &str) -> Result<String, Problem> {
    let read = ClientId::parse(typed).map(|id| id.to_string());
    read.ok_or_else(|| Problem::new(BROKEN, format!("The parameter {name} must be an id: 26 letters and digits.")))
}

/// One of the token's programs. One that is not looks like none.
pub fn program_of(caller: &Caller, typed: &str) -> Result<i64, Problem> {
    let known = ProgramId::parse(typed).and_then(|id| caller.viewer.seats.iter().find(|seat| seat.id == id));
    known.map(|seat| seat.key).ok_or_else(|| Problem::new(BROKEN, "The program must be the id of one of the token's programs."))
}

fn since(typed: &str) -> Result<Instant, Problem> {
    let read = typed.parse::<jiff::Timestamp>().ok().map(|at| Instant::from_millis(at.as_millisecond()));
    read.ok_or_else(|| Problem::new(BROKEN, "The parameter changed_since must be an instant such as 2026-10-13T15:00:00Z."))
}
