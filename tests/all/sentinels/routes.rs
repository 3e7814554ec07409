//! The partner's side, walked: every route of a partner's class, visited by rule; a route that nobody taught the walk stops it.

use crate::house::{Page, Person, TestApp};
use fairfloor::app;
use fairfloor::values::LinkKind;
use fairfloor::web::{Access, Method};

/// How a partner's route is walked.
enum Visit {
    /// Opened at this address.
    Look(String),
    /// Posted with words that are refused, so that the page comes back.
    Post(String, &'static [(&'static str, &'static str)]),
    /// Not visited: it shows no page of its own.
    Nothing,
}

/// What may stand on an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Nothing about anybody.
    Bare,
    /// The facts of the request, and what was agreed once it may be seen.
    Request,
    /// The question that names nobody.
    Question,
}

/// An answer to a partner.
pub struct Seen {
    pub route: String,
    pub side: Side,
    pub page: Page,
}

/// What a partner holds: its browser, the referral's address, and other links of its own.
pub struct Partner {
    pub person: Person,
    pub referral: String,
    pub sites: String,
    pub question: String,
}

/// True for a class that partners hold.
fn is_partners(access: Access) -> bool {
    !matches!(
        access,
        Access::Public
            | Access::ClientLink
            | Access::Client
            | Access::Advisor
            | Access::Manager
            | Access::Steward
            | Access::Auditor
            | Access::Admin
            | Access::Staff
            | Access::Token
    )
}

/// The refused form: its key is one, its words are none.
const NOTHING: &[(&str, &str)] = &[("key", "0123456789abcdef")];

/// An address that is nobody's.
const NOBODY: &str = "00000000000000000000000000";

/// How a route is walked, and what may stand on its answer. Nothing for a route that this walk does not know.
fn way(method: Method, route: &str, partner: &Partner, link: &str) -> Option<(Side, Visit)> {
    use Side::{Bare, Question, Request};
    use Visit::{Look, Nothing, Post};
    let of_referral = |rest: &str| format!("/p/r/{}{rest}", partner.referral);
    Some(match (method, route) {
        (Method::Get, "/p/{token}") => (Bare, Look(link.to_owned())),
        (Method::Post, "/p/{token}") => (Bare, Post(format!("/p/{}", "0".repeat(52)), &[])),
        (Method::Post, "/p/{token}/opening") => (Bare, Post(format!("{link}/opening"), &[("name", "")])),
        (Method::Get, "/u/{token}") => (Bare, Look(partner.sites.clone())),
        (Method::Post, "/u/{token}") => (Bare, Post(partner.sites.clone(), NOTHING)),
        (Method::Get, "/q/{token}") => (Question, Look(partner.question.clone())),
        (Method::Post, "/q/{token}") => (Question, Post(partner.question.clone(), NOTHING)),
        (Method::Post, "/p/inbox") => (Bare, Post("/p/inbox".to_owned(), &[("email", "not an address"), ("code", "000000")])),
        (Method::Get, "/p/mine") => (Request, Look("/p/mine".to_owned())),
        (Method::Post, "/p/mine/updates") => (Request, Post("/p/mine/updates".to_owned(), &[("key", "0123456789abcdef"), ("next", "")])),
        (Method::Get, "/p/r/{id}") => (Request, Look(of_referral(""))),
        (Method::Get, "/p/r/{id}/somebody") => (Bare, Look(of_referral("/somebody"))),
        (Method::Post, "/p/r/{id}/somebody") => (Bare, Post(of_referral("/somebody"), NOTHING)),
        (Method::Get, "/p/r/{id}/messages") => (Request, Look(of_referral("/messages"))),
        (Method::Post, "/p/r/{id}/messages") => (Request, Post(of_referral("/messages"), NOTHING)),
        (Method::Post, "/p/r/{id}/events") => {
            let fields = &[("key", "0123456789abcdef"), ("version", "1"), ("event", "acknowledge"), ("answer", "")];
            (Request, Post(of_referral("/events"), fields))
        }
        (Method::Post, "/p/r/{id}/confidential") => (Request, Post(of_referral("/confidential"), &[])),
        (Method::Post, "/p/r/{id}/reminder") => (Request, Post(of_referral("/reminder"), &[("key", "0123456789abcdef"), ("on", "")])),
        (Method::Post, "/p/r/{id}/right-contact") => (Request, Post(of_referral("/right-contact"), NOTHING)),
        // Leaving and mailing a code show no page of their own.
        (Method::Post, "/p/leaving" | "/p/r/{id}/codes") => (Bare, Nothing),
        (Method::Post, "/p/r/{id}/browser") => (Request, Post(of_referral("/browser"), &[("code", "not six digits")])),
        (Method::Post, "/p/r/{id}/opening") => (Request, Post(of_referral("/opening"), NOTHING)),
        (Method::Post, "/p/r/{id}/assignment") => (Request, Post(of_referral("/assignment"), NOTHING)),
        (Method::Get, "/p/team" | "/p/team/requests.csv") => (Request, Look(route.to_owned())),
        (Method::Get, "/p/team/people" | "/p/team/entry") => (Bare, Look(route.to_owned())),
        (Method::Get, "/p/team/entry/services/{service}") => (Bare, Look(route.replace("{service}", NOBODY))),
        (Method::Post, route) if route.starts_with("/p/team/") => {
            let path = ["{account}", "{closure}", "{service}"].iter().fold(route.to_owned(), |path, word| path.replace(word, NOBODY));
            (Bare, Post(path, NOTHING))
        }
        _ => return None,
    })
}

/// The routes of partners that this walk does not know.
pub fn unknown(partner: &Partner) -> Vec<String> {
    partners_routes()
        .filter(|(method, route)| way(*method, route, partner, "").is_none())
        .map(|(method, route)| format!("{method:?} {route}"))
        .collect()
}

fn partners_routes() -> impl Iterator<Item = (Method, &'static str)> {
    app::routes().into_iter().filter(|route| route.access.iter().any(|class| is_partners(*class))).map(|route| (route.method, route.path))
}

impl Partner {
    /// Every page there is for a partner, as it stands now.
    pub async fn looks_around(&mut self, app: &TestApp) -> Vec<Seen> {
        let unknown = unknown(self);
        assert!(unknown.is_empty(), "say in tests/all/sentinels/routes.rs how these routes of partners are walked: {unknown:#?}");
        let link = app.link_to(&self.referral, LinkKind::Partner).await;
        let mut seen = Vec::new();
        for (method, route) in partners_routes() {
            let (side, visit) = way(method, route, self, &link).unwrap();
            let page = match visit {
                Visit::Look(path) => self.person.look(&path).await,
                Visit::Post(path, fields) => self.person.post(&path, fields).await,
                Visit::Nothing => continue,
            };
            seen.push(Seen { route: format!("{method:?} {route}"), side, page });
        }
        seen
    }
}
