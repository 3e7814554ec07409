//! Who looked: the first look of a day at a client's record is written down before the record is shown.
//!
//! Why at the gate: every page of staff about one client lies under an address that names the client, or something of theirs. What a
//! new page shows is written down without anybody thinking of it. One row for each viewer, record, part and day: the second look of
//! a day reads a row and writes nothing, so that pages stay fast. Lists and search results that show only a name are not written down.

use super::{House, Viewer, queries};
use crate::error::Result;
use crate::values::LookPart;
use crate::web::Method;

/// Beginnings of addresses that show one client, and what they name.
const RECORDS: &[(&str, Names)] = &[
    ("/clients/{id}", Names::Client),
    ("/referrals/{id}", Names::Referral),
    ("/services/{id}", Names::Service),
    ("/resources/{id}", Names::Resource),
    ("/notes/{id}", Names::Note),
];

/// Addresses under which all clients of a program are counted.
const REPORTS: &str = "/reports";

/// What an address names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// A client.
    Client,
    /// A referral.
    Referral,
    /// A service.
    Service,
    /// A resource.
    Resource,
    /// A note.
    Note,
}

/// A look that is about to happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    /// At the record of one client.
    Record {
        /// What the address names.
        names: Names,
        /// The id in it.
        id: String,
        /// What is seen.
        part: LookPart,
    },
    /// At figures over all clients of the viewer's programs.
    Report,
}

impl Look {
    /// The look that a call of a route is, if it is one.
    pub fn of(method: Method, route: &str, path: &str) -> Option<Self> {
        if method == Method::Get && route.starts_with(REPORTS) {
            return Some(Self::Report);
        }
        let (start, names) = RECORDS.iter().find(|(start, _)| route.strip_prefix(start).is_some_and(is_below))?;
        let place = start.split('/').position(|part| part == "{id}")?;
        let id = path.split('/').nth(place)?.to_owned();
        let part = match (method, names) {
            // Only what shows a letter or a code answers a post with a page.
            (Method::Post, _) => LookPart::Letter,
            (Method::Get, Names::Referral) => LookPart::Referral,
            (Method::Get, _) => LookPart::Record,
        };
        Some(Self::Record { names: *names, id, part })
    }
}

fn is_below(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with('/')
}

/// Writes a look of staff down, unless the same look was written down today.
pub(super) async fn note(house: &House, viewer: &Viewer, look: Look) -> Result<()> {
    let (asked, today) = (viewer.clone(), house.db.clock().today());
    let fresh = house.db.read(move |conn| queries::looks::fresh(conn, &asked, &look, today)).await?;
    if fresh.is_empty() {
        return Ok(());
    }
    house.db.write(viewer.actor(), move |tx| fresh.iter().try_for_each(|one| queries::looks::note(tx, one))).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_about_one_client_is_a_look_and_a_list_is_none() {
        let of = |method, route, path| Look::of(method, route, path);
        let record = |names, id: &str, part| Some(Look::Record { names, id: id.to_owned(), part });
        assert_eq!(of(Method::Get, "/clients/{id}", "/clients/abc"), record(Names::Client, "abc", LookPart::Record));
        assert_eq!(of(Method::Get, "/clients/{id}/owners", "/clients/abc/owners"), record(Names::Client, "abc", LookPart::Record));
        assert_eq!(of(Method::Get, "/referrals/{id}/messages", "/referrals/r/messages"), record(Names::Referral, "r", LookPart::Referral));
        assert_eq!(of(Method::Post, "/referrals/{id}/codes", "/referrals/r/codes"), record(Names::Referral, "r", LookPart::Letter));
        assert_eq!(of(Method::Get, "/reports/{file}", "/reports/2025.csv"), Some(Look::Report));
        for route in ["/clients", "/clients/new", "/referrals/clocks", "/today", "/outbox"] {
            assert_eq!(of(Method::Get, route, route), None, "{route}");
        }
    }
}
