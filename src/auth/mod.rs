//! Who is asking: accounts, roles, sessions, invitations, and the gate that every route stands behind.

pub mod alerts;
pub mod codes;
pub mod gate;
pub mod guarded;
pub mod helpers;
pub mod links;
pub mod looks;
pub mod mailing;
pub mod own;
pub mod passwords;
pub mod queries;
pub mod quick;
pub mod routes;
pub mod sessions;
pub mod settling;
pub mod step_up;
pub mod totp;
pub mod tries;
pub mod viewer;
mod views;
pub mod visits;

pub use routes::routes;
pub use viewer::{AboveLine, Admin, Advisor, CaseWorker, Filer, Guardian, Guest, Head, Manager, Oversight, Staff, Steward, Team, Viewer};
pub use views::{not_yet, proof, told};

use crate::config::Config;
use crate::mail::{Gateway, Mailer};
use crate::store::Db;
use crate::values::{AccountId, Complaint, OrganizationRole, ProgramId, ProgramRole};
use axum::extract::FromRef;
use std::sync::Arc;

/// What every handler may ask for: the data and the configuration.
#[derive(Clone)]
pub struct House {
    /// The data folder.
    pub db: Db,
    /// How the server is reached.
    pub config: Arc<Config>,
    /// At most two passwords are hashed at once: each takes a good share of a core and 19 MiB.
    pub hashing: Arc<tokio::sync::Semaphore>,
    /// Sessions, in the database and in memory.
    pub sessions: sessions::Sessions,
    /// Letters that go out at once and are kept nowhere, such as codes.
    pub mailer: Mailer,
    /// Texts that go out at once and are kept nowhere, such as codes.
    pub gateway: Gateway,
}

impl House {
    /// Puts a house together.
    pub fn new(db: Db, config: Config) -> Result<Self, Complaint> {
        Ok(Self {
            mailer: Mailer::new(&config)?,
            gateway: Gateway::new(&config),
            sessions: sessions::Sessions::new(db.clone()),
            db,
            config: Arc::new(config),
            hashing: Arc::new(tokio::sync::Semaphore::new(2)),
        })
    }
}

impl FromRef<House> for Db {
    fn from_ref(house: &House) -> Self {
        house.db.clone()
    }
}

impl FromRef<House> for Arc<Config> {
    fn from_ref(house: &House) -> Self {
        Arc::clone(&house.config)
    }
}

impl FromRef<House> for Mailer {
    fn from_ref(house: &House) -> Self {
        house.mailer.clone()
    }
}

/// A line of a feature's table of routes.
pub type Route = crate::web::Route<House>;

/// An account as it stands in a list.
#[derive(Debug, Clone)]
pub struct Account {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: AccountId,
    /// What they sign in with.
    pub email: String,
    /// Their name.
    pub name: String,
    /// Their telephone.
    pub telephone: Option<String>,
    /// True once the invitation was used.
    pub has_password: bool,
    /// True once closed.
    pub is_disabled: bool,
    /// Roles over the organization.
    pub organization: Vec<OrganizationRole>,
    /// Roles inside programs, with the program's name.
    pub programs: Vec<(String, ProgramRole)>,
    /// Counts edits.
    pub version: i64,
}

/// A program and what somebody is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Row key of the program.
    pub key: i64,
    /// Its address.
    pub id: ProgramId,
    /// Its name.
    pub name: String,
    /// The role there.
    pub role: ProgramRole,
}
