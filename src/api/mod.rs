//! The API: what pages show and take, as JSON, for a system of the organization's own. A token says who asks and what it may.
//!
//! One table (`table`) is the router and the `OpenAPI` document; one table of fields for each kind of record (`queries::shapes`) is its
//! SQL, its JSON and its schema; one table for each body (`bodies`) is its parser and its schema. So the document cannot drift.
//!
//! Why by hand and not derived from types: scopes, statuses, filters and rules belong to a row of the table, and a second description
//! beside each handler would have to be kept equal to it.

mod bodies;
mod body;
mod gate;
pub mod hooks;
mod limits;
mod openapi;
mod problem;
pub mod queries;
mod reading;
mod routes;
mod table;
mod views;
mod writing;

pub use gate::{ByToken, house};
pub use table::Operation;

use crate::auth::{Route, Viewer};
use crate::store::Actor;
use crate::values::{ActorKind, ApiScope, Instant, TokenId, Vocabulary};

/// The pages about it.
pub fn pages() -> Vec<Route> {
    routes::routes().into_iter().chain(hooks::routes()).collect()
}

/// Every address that a token opens, and the document about them.
pub fn routes() -> Vec<Route> {
    table::routes().into_iter().map(|operation| operation.route).chain(gate::open_routes()).collect()
}

/// How long a token lives at most.
pub const LONGEST_DAYS: i64 = 365;
/// How many requests a token may be allowed in a minute; the second is what most need.
pub const PACES: [i64; 3] = [60, 600, 6000];

/// A system that asks, read anew at each request.
#[derive(Debug, Clone)]
pub struct Caller {
    /// Row key of the token.
    pub key: i64,
    /// Who acts in the record.
    pub id: TokenId,
    /// Whoever made the token, with no more programs than the token has and its maker still manages. It does nothing they may not.
    pub viewer: Viewer,
    /// What it may.
    pub scopes: Vec<ApiScope>,
    /// How many requests in a minute.
    pub per_minute: i64,
    /// When its use was last written down.
    pub seen_at: Option<Instant>,
}

impl Caller {
    /// As the record names it.
    pub fn actor(&self) -> Actor {
        Actor::new(ActorKind::Token, self.id.as_str())
    }

    /// True where it may do this.
    pub fn may(&self, needed: ApiScope) -> bool {
        self.scopes.iter().any(|scope| scope.covers(needed))
    }
}

/// A token as it stands in a list.
#[derive(Debug, Clone)]
pub struct Token {
    /// Address.
    pub id: TokenId,
    /// Which system it is for.
    pub name: String,
    /// Who made it.
    pub maker: String,
    /// True while whoever made it can still sign in.
    pub has_maker: bool,
    /// Names of its programs.
    pub programs: Vec<String>,
    /// Those of them that its maker does not manage any more.
    pub lost: Vec<String>,
    /// What it may.
    pub scopes: Vec<ApiScope>,
    /// How many requests in a minute.
    pub per_minute: i64,
    /// When it was made.
    pub created_at: Instant,
    /// Dead afterwards.
    pub expires_at: Instant,
    /// When it was last used.
    pub seen_at: Option<Instant>,
    /// When it was ended, by whom, why.
    pub ended: Option<(Instant, String, String)>,
    /// Counts edits.
    pub version: i64,
}

impl Token {
    /// True while it opens something.
    pub fn is_live(&self, now: Instant) -> bool {
        self.ended.is_none() && now < self.expires_at && self.has_maker && self.lost.len() < self.programs.len()
    }
}

/// A token about to be made.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// Which system it is for.
    pub name: crate::values::Line,
    /// Row keys of its programs.
    pub programs: Vec<i64>,
    /// What it may.
    pub scopes: Vec<ApiScope>,
    /// How many requests in a minute.
    pub per_minute: i64,
    /// Dead from this instant on.
    pub expires_at: Instant,
}

/// The words of a vocabulary, for a schema.
fn codes_of<V: Vocabulary>() -> Vec<String> {
    V::ALL.iter().map(|word| word.code().to_owned()).collect()
}
