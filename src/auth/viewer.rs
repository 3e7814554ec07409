//! The viewer: who is asking, read anew on each request. The type of a handler's first argument is its access rule.

use super::Seat;
use crate::error::{Error, Result};
use crate::store::Actor;
use crate::values::{AccountId, ActorKind, OrganizationRole, ProgramRole, Vocabulary};
use crate::web::layout::{Chrome, Tab};
use crate::web::{Access, Icon};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;

/// A signed-in member of staff.
#[derive(Debug, Clone)]
pub struct Viewer {
    /// Row key of the account.
    pub key: i64,
    /// Its address.
    pub id: AccountId,
    /// Name.
    pub name: String,
    /// What they sign in with.
    pub email: String,
    /// Roles over the organization.
    pub organization: Vec<OrganizationRole>,
    /// Roles inside programs.
    pub seats: Vec<Seat>,
    /// True in a folder of made-up people.
    pub is_demo: bool,
}

impl Viewer {
    /// True when they belong to an access class.
    pub fn is(&self, access: Access) -> bool {
        match access {
            Access::Public | Access::Staff => true,
            Access::PartnerLink | Access::Partner | Access::ClientLink | Access::Client | Access::Token => false,
            Access::Advisor => self.seats.iter().any(|seat| seat.role == ProgramRole::Advisor),
            Access::Manager => self.seats.iter().any(|seat| seat.role == ProgramRole::Manager),
            Access::Steward => self.organization.contains(&OrganizationRole::Steward),
            Access::Auditor => self.organization.contains(&OrganizationRole::Auditor),
            Access::Admin => self.organization.contains(&OrganizationRole::Admin),
        }
    }

    /// True when they manage this program.
    pub fn manages(&self, program: i64) -> bool {
        self.seats.iter().any(|seat| seat.key == program && seat.role == ProgramRole::Manager)
    }

    /// The program that somebody named by its row key, where they manage it; where nobody named one, the first that they manage.
    pub fn managed(&self, typed: &str) -> Option<i64> {
        let mut managed = self.programs().into_iter().map(|(key, _)| key).filter(|key| self.manages(*key));
        match typed {
            "" => managed.next(),
            typed => typed.parse().ok().filter(|key| managed.any(|one| one == *key)),
        }
    }

    /// True when they advise clients of this program.
    pub fn advises(&self, program: i64) -> bool {
        self.seats.iter().any(|seat| seat.key == program && seat.role == ProgramRole::Advisor)
    }

    /// True when they work in this program.
    pub fn works_in(&self, program: i64) -> bool {
        self.seats.iter().any(|seat| seat.key == program)
    }

    /// The programs they work in, each once, with its name.
    pub fn programs(&self) -> Vec<(i64, &str)> {
        let mut programs: Vec<(i64, &str)> = self.seats.iter().map(|seat| (seat.key, seat.name.as_str())).collect();
        programs.dedup();
        programs
    }

    /// As the audit record names them.
    pub fn actor(&self) -> Actor {
        Actor::new(ActorKind::Staff, self.id.as_str())
    }

    /// What their pages wear.
    pub fn chrome(&self) -> Chrome {
        let works = self.is(Access::Advisor) || self.is(Access::Manager);
        let tab = |href, label, icon, wide_only| Tab { href, label, icon, wide_only };
        let mut tabs = Vec::new();
        if works {
            tabs.push(tab("/today", "Today", Icon::Today, false));
            tabs.push(tab("/clients", "Clients", Icon::Clients, false));
            tabs.push(tab("/referrals", "Referrals", Icon::Referrals, false));
            tabs.push(tab("/trainings", "Training", Icon::Note, true));
            tabs.push(tab("/outcomes", "Outcomes", Icon::Tick, true));
            tabs.push(tab("/outreach", "Outreach", Icon::Map, true));
            tabs.push(tab("/partners", "Partners", Icon::Partners, true));
            tabs.push(tab("/zones", "Zones", Icon::Map, true));
            tabs.push(tab("/sites", "Sites", Icon::Sites, true));
            tabs.push(tab("/outbox", "Outbox", Icon::Outbox, !self.is(Access::Advisor) || self.is(Access::Manager)));
        }
        if self.is(Access::Manager) {
            tabs.push(tab("/reports", "Reports", Icon::Reports, false));
            tabs.push(tab("/surveys", "Worker survey", Icon::Note, true));
            tabs.push(tab("/imports", "Imports", Icon::Import, true));
        }
        if self.is(Access::Manager) || self.is(Access::Admin) {
            tabs.push(tab("/tokens", "Tokens", Icon::Lock, true));
        }
        if self.is(Access::Admin) {
            tabs.push(tab("/accounts", "Accounts", Icon::Accounts, false));
            tabs.push(tab("/programs", "Programs", Icon::Partners, false));
            tabs.push(tab("/languages", "Languages", Icon::Message, true));
        }
        if self.is(Access::Manager) || self.is(Access::Steward) || self.is(Access::Admin) {
            tabs.push(tab("/complaints", "Complaints", Icon::Message, works));
        }
        if self.is(Access::Auditor) || self.is(Access::Steward) {
            tabs.push(tab("/audit", "Record", Icon::Record, works));
            tabs.push(tab("/glass", "Break-glass", Icon::Glass, works));
        }
        if self.is(Access::Steward) {
            tabs.push(tab("/erasures", "Erasures", Icon::Erase, works));
            tabs.push(tab("/filings", "Filings", Icon::Filing, works));
        }
        Chrome { name: self.name.clone(), roles: self.roles(), tabs, logs_services: works, searches: works, is_demo: self.is_demo }
    }

    /// Their roles in words: one person may hold several, and the page shows it.
    pub fn roles(&self) -> String {
        let mut words: Vec<&str> =
            self.seats.iter().map(|seat| seat.role.label()).chain(self.organization.iter().map(|role| role.label())).collect();
        words.sort_unstable();
        words.dedup();
        words.join(", ")
    }

    /// Their first page.
    pub fn home(&self) -> &'static str {
        if self.is(Access::Advisor) || (self.is(Access::Manager) && self.is(Access::Admin)) {
            "/today"
        } else if self.is(Access::Manager) {
            "/reports"
        } else if self.is(Access::Admin) {
            "/accounts"
        } else if self.is(Access::Auditor) || self.is(Access::Steward) {
            "/audit"
        } else {
            "/account"
        }
    }
}

/// Extracts a viewer who belongs to one of some classes. The gate read the viewer; this only says no once more.
macro_rules! viewers {
    ($($(#[$doc:meta])* $name:ident [$($access:ident),*];)*) => {
        /// The access classes of each extractor, for the test that compares them with the route tables.
        pub const EXTRACTORS: &[(&str, &[Access])] = &[$((stringify!($name), &[$(Access::$access),*])),*];
        $(
            $(#[$doc])*
            pub struct $name(pub Viewer);

            impl<S: Send + Sync> FromRequestParts<S> for $name {
                type Rejection = Error;

                async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self> {
                    let viewer = parts.extensions.get::<Viewer>().ok_or(Error::Unauthenticated)?;
                    if [$(Access::$access),*].into_iter().any(|access| viewer.is(access)) { Ok(Self(viewer.clone())) } else { Err(Error::Forbidden) }
                }
            }
        )*
    };
}

viewers! {
    /// An advisor of some program; queries find records through their programs.
    Advisor [Advisor];
    /// A manager of some program.
    Manager [Manager];
    /// An advisor or a manager.
    CaseWorker [Advisor, Manager];
    /// A manager, or the administrator: whoever sets up a program.
    Head [Manager, Admin];
    /// Whoever works with clients, and the administrator.
    Team [Advisor, Manager, Admin];
    /// The administrator.
    Admin [Admin];
    /// Whoever may hear a complaint: above the advisors' line.
    AboveLine [Manager, Steward, Admin];
    /// Whoever prepares a filing: a manager of its program, or the steward who makes it.
    Filer [Manager, Steward];
    /// The data steward.
    Steward [Steward];
    /// Data steward or auditor.
    Oversight [Steward, Auditor];
    /// Whoever declares how the roles of data protection are held.
    Guardian [Steward, Admin];
    /// Anyone who is signed in.
    Staff [Staff];
}

/// Whoever it is, signed in or not.
pub struct Guest(pub Option<Viewer>);

impl<S: Send + Sync> FromRequestParts<S> for Guest {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self> {
        Ok(Self(parts.extensions.get::<Viewer>().cloned()))
    }
}
