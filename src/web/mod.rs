//! What every page wears: routes as a table, layout, parts, forms, errors' faces, headers, assets, the server.

pub mod assets;
mod download;
pub mod faces;
pub mod forms;
pub mod headers;
mod icons;
pub mod layout;
pub mod parts;
pub mod pause;
pub mod scan;
pub mod server;
pub mod speech;
pub mod upload;

pub use download::{Download, Passing};
pub use forms::{Complaints, Form, Id, Leaf, Query};
pub use icons::{Icon, icon};
pub use upload::{Upload, with_file};

use axum::handler::Handler;
use axum::routing::{MethodFilter, MethodRouter, on};

/// Who may call a route. The route table is the rule; the extractor of the handler must agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Access {
    /// Anyone.
    Public,
    /// Whoever holds a partner's link, and the session that follows it.
    PartnerLink,
    /// Somebody at a partner who has an account there.
    Partner,
    /// Whoever holds an entrepreneur's private link.
    ClientLink,
    /// An entrepreneur who opened their pages with a code.
    Client,
    /// An advisor of some program; the query decides which records.
    Advisor,
    /// A manager of some program.
    Manager,
    /// Data protection.
    Steward,
    /// Checks the record.
    Auditor,
    /// Accounts and programs.
    Admin,
    /// Anyone who is signed in.
    Staff,
    /// A system of an organization's own, with its token; the scopes of the token decide what it may.
    Token,
}

impl Access {
    /// Every class.
    pub const ALL: &'static [Self] = &[
        Self::Public,
        Self::PartnerLink,
        Self::Partner,
        Self::ClientLink,
        Self::Client,
        Self::Advisor,
        Self::Manager,
        Self::Steward,
        Self::Auditor,
        Self::Admin,
        Self::Staff,
        Self::Token,
    ];

    /// True for whoever comes without a staff account: by a link, by a code, with a token, or as anybody.
    pub fn needs_no_staff_account(self) -> bool {
        matches!(self, Self::Public | Self::PartnerLink | Self::Partner | Self::ClientLink | Self::Client | Self::Token)
    }

    /// As `fairfloor routes` prints it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::PartnerLink => "partner-link",
            Self::Partner => "partner",
            Self::ClientLink => "client-link",
            Self::Client => "client",
            Self::Advisor => "advisor",
            Self::Manager => "manager",
            Self::Steward => "steward",
            Self::Auditor => "auditor",
            Self::Admin => "admin",
            Self::Staff => "staff",
            Self::Token => "token",
        }
    }
}

/// A way of calling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Looks, never changes.
    Get,
    /// Changes.
    Post,
    /// Changes a part of one record.
    Patch,
}

impl Method {
    /// As HTTP writes it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Patch => "PATCH",
        }
    }
}

/// One line of a feature's table of routes.
pub struct Route<S> {
    /// Way of calling.
    pub method: Method,
    /// Address, with `{names}`.
    pub path: &'static str,
    /// Who may.
    pub access: &'static [Access],
    /// The handler, ready to be mounted.
    pub handler: MethodRouter<S>,
}

/// A page or file that is looked at.
pub fn get<S, H, T>(path: &'static str, access: &'static [Access], handler: H) -> Route<S>
where
    S: Clone + Send + Sync + 'static,
    H: Handler<T, S>,
    T: 'static,
{
    Route { method: Method::Get, path, access, handler: on(MethodFilter::GET, handler) }
}

/// A deed.
pub fn post<S, H, T>(path: &'static str, access: &'static [Access], handler: H) -> Route<S>
where
    S: Clone + Send + Sync + 'static,
    H: Handler<T, S>,
    T: 'static,
{
    Route { method: Method::Post, path, access, handler: on(MethodFilter::POST, handler) }
}

/// A change of a part of one record.
pub fn patch<S, H, T>(path: &'static str, access: &'static [Access], handler: H) -> Route<S>
where
    S: Clone + Send + Sync + 'static,
    H: Handler<T, S>,
    T: 'static,
{
    Route { method: Method::Patch, path, access, handler: on(MethodFilter::PATCH, handler) }
}
