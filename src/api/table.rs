//! The table of operations: the router and the `OpenAPI` document are both made from it.

use super::bodies::{self, Body};
use super::queries::results;
use super::queries::shapes::{self, Shape};
use super::reading::{
    find_client, find_referral, find_service, list_clients, list_deployments, list_outcomes, list_partners, list_referrals, list_services,
    list_trainings,
};
use super::writing::{change_client, change_service, log_service, prepare_referral, register_client};
use crate::auth::Route;
use crate::values::ApiScope as S;
use crate::web::{Access as A, get, patch, post};

/// What an operation answers when it goes well.
#[derive(Clone, Copy)]
pub enum Does {
    /// A page of a list.
    Lists(&'static Shape),
    /// One record.
    Finds(&'static Shape),
    /// A new record; `true` where somebody like it may be known already.
    Makes(&'static Shape, &'static Body, bool),
    /// The record as it is afterwards.
    Changes(&'static Shape, &'static Body),
}

/// One thing that a token can do.
pub struct Operation {
    /// How it is called, and the handler.
    pub route: Route,
    /// As the document calls it.
    pub name: &'static str,
    /// What the token must include.
    pub scope: S,
    /// What it does, in a line.
    pub about: &'static str,
    /// What it answers.
    pub does: Does,
}

const fn op(route: Route, name: &'static str, scope: S, does: Does, about: &'static str) -> Operation {
    Operation { route, name, scope, about, does }
}

/// Every operation there is.
#[rustfmt::skip]
pub fn routes() -> Vec<Operation> {
    use Does::{Changes, Finds, Lists, Makes};
    vec![
        op(get("/api/v1/clients", &[A::Token], list_clients), "listClients", S::ReadClients,
            Lists(&shapes::CLIENT), "Clients of the token's programs."),
        op(post("/api/v1/clients", &[A::Token], register_client), "registerClient", S::WriteClients,
            Makes(&shapes::CLIENT, &bodies::NEW_CLIENT, true), "Registers a client, unless somebody like it is known."),
        op(get("/api/v1/clients/{id}", &[A::Token], find_client), "findClient", S::ReadClients,
            Finds(&shapes::CLIENT), "One client, with its people and enrollments."),
        op(patch("/api/v1/clients/{id}", &[A::Token], change_client), "changeClient", S::WriteClients,
            Changes(&shapes::CLIENT, &bodies::CLIENT_CHANGE), "Changes facts of a client."),
        op(get("/api/v1/services", &[A::Token], list_services), "listServices", S::ReadServices,
            Lists(&shapes::SERVICE), "Sessions and other help that was given, without notes."),
        op(post("/api/v1/services", &[A::Token], log_service), "logService", S::WriteServices,
            Makes(&shapes::SERVICE, &bodies::NEW_SERVICE, false), "Logs a service, in the name of whoever made the token."),
        op(get("/api/v1/services/{id}", &[A::Token], find_service), "findService", S::ReadServices,
            Finds(&shapes::SERVICE), "One service."),
        op(patch("/api/v1/services/{id}", &[A::Token], change_service), "changeService", S::WriteServices,
            Changes(&shapes::SERVICE, &bodies::SERVICE_CHANGE), "Changes a service within 24 hours, unless its day was filed."),
        op(get("/api/v1/referrals", &[A::Token], list_referrals), "listReferrals", S::ReadReferrals,
            Lists(&shapes::REFERRAL), "Referrals, without messages and confidential parts."),
        op(post("/api/v1/referrals", &[A::Token], prepare_referral), "prepareReferral", S::WriteReferrals,
            Makes(&shapes::REFERRAL, &bodies::NEW_REFERRAL, false), "Prepares a draft. Asking the client and sending it is for people."),
        op(get("/api/v1/referrals/{id}", &[A::Token], find_referral), "findReferral", S::ReadReferrals,
            Finds(&shapes::REFERRAL), "One referral with everything that happened to it."),
        op(get("/api/v1/partners", &[A::Token], list_partners), "listPartners", S::ReadPartners,
            Lists(&shapes::PARTNER), "The partner directory."),
        op(get("/api/v1/deployments", &[A::Token], list_deployments), "listDeployments", S::ReadDeployments,
            Lists(&results::DEPLOYMENT), "Resources that clients asked for and got."),
        op(get("/api/v1/outcomes", &[A::Token], list_outcomes), "listOutcomes", S::ReadOutcomes,
            Lists(&results::OUTCOME), "What came of it."),
        op(get("/api/v1/trainings", &[A::Token], list_trainings), "listTrainings", S::ReadTrainings,
            Lists(&shapes::TRAINING), "Training events, counted and without names."),
    ]
}
