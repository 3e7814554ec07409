//! Who looked: the first look of a day at a client's record is written down before the record is shown.
//!
//! Why at the gate: every page of staff about one client lies under an address that names the client, or something of theirs. What a
//! new page shows is written down without anybody thinking of it. One row for each viewer, record, part and day: the second look of
//! a day reads a row and writes nothing, so that pages stay fast. Lists and search results that show only a name are not written down;
//! a list that shows more, such as notices or corrections, says of whom (`Shown`). A form that comes back with what is wrong in it
//! shows the record again, and is a look like the page it came from.

use super::{House, Viewer, queries};
use crate::error::Result;
use crate::values::LookPart;
use crate::web::{Method, faces};
use axum::Extension;
use axum::http::StatusCode;
use axum::response::Response;

/// Beginnings of addresses that show one client, and what they name.
const RECORDS: &[(&str, Names)] = &[
    ("/clients/{id}", Names::Client),
    ("/referrals/{id}", Names::Referral),
    ("/services/{id}", Names::Service),
    ("/resources/{id}", Names::Resource),
    ("/notes/{id}", Names::Note),
    ("/outcomes/{id}", Names::Outcome),
    ("/commitments/{id}", Names::Commitment),
    ("/certifications/{id}", Names::Certification),
    ("/job-counts/{id}", Names::JobCount),
    ("/positions/{id}", Names::Position),
    ("/files/{id}", Names::Attachment),
    ("/stories/{id}", Names::Story),
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
    /// What came of it.
    Outcome,
    /// What was promised.
    Commitment,
    /// A certificate.
    Certification,
    /// A count of workers.
    JobCount,
    /// One kind of work in a count.
    Position,
    /// A file.
    Attachment,
    /// A story.
    Story,
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
    /// At what is one person's own: nobody who owns a business with them reads of it.
    Own {
        /// Row key of the person.
        person: i64,
        /// Row key of the program.
        program: i64,
        /// What is seen.
        part: LookPart,
    },
    /// At figures over all clients of the viewer's programs.
    Report,
    /// At a file with a line for each client of a program, by its row key.
    File {
        /// Which program.
        program: i64,
    },
}

/// Whose records an answer shows besides the one that its address names.
#[derive(Debug, Clone)]
struct Shown(Vec<Look>);

/// Put beside a page that shows somebody whom its address does not name: the gate writes the looks down before the page goes out.
pub fn shown(looks: Vec<Look>) -> Extension<impl Clone + Send + Sync + 'static> {
    Extension(Shown(looks))
}

impl Look {
    /// At a record under a page of its own.
    pub fn record(names: Names, id: &impl ToString, part: LookPart) -> Self {
        Self::Record { names, id: id.to_string(), part }
    }

    /// The look that an answer of a route is, if it is one.
    fn of(method: Method, route: &str, path: &str, status: StatusCode) -> Option<Self> {
        if method == Method::Get && route.starts_with(REPORTS) {
            return Some(Self::Report);
        }
        let (start, names) = RECORDS.iter().find(|(start, _)| route.strip_prefix(start).is_some_and(is_below))?;
        let place = start.split('/').position(|part| part == "{id}")?;
        let id = path.split('/').nth(place)?.to_owned();
        let part = match (method, names) {
            // A post that went well is answered with a page only where it shows a letter or a code.
            (Method::Post, _) if status.is_success() => LookPart::Letter,
            (_, Names::Referral) => LookPart::Referral,
            _ => LookPart::Record,
        };
        Some(Self::Record { names: *names, id, part })
    }
}

fn is_below(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with('/')
}

/// Every look that an answer is. A redirect, a refusal and the face of an error show nobody.
pub(super) fn seen(method: Method, route: &str, path: &str, response: &mut Response) -> Vec<Look> {
    let shown = response.extensions_mut().remove::<Shown>();
    let status = response.status();
    let comes_back = matches!(status, StatusCode::CONFLICT | StatusCode::UNPROCESSABLE_ENTITY | StatusCode::TOO_MANY_REQUESTS);
    let shows = status.is_success() || (comes_back && !faces::is_face(response));
    if !shows {
        return Vec::new();
    }
    Look::of(method, route, path, status).into_iter().chain(shown.into_iter().flat_map(|Shown(looks)| looks)).collect()
}

/// Writes looks of staff down, but for those that were written down today.
pub(super) async fn note(house: &House, viewer: &Viewer, looks: Vec<Look>) -> Result<()> {
    let (asked, today) = (viewer.clone(), house.db.clock().today());
    let fresh = house
        .db
        .read(move |conn| {
            let mut fresh = Vec::new();
            for look in &looks {
                fresh.extend(queries::looks::fresh(conn, &asked, look, today)?);
            }
            Ok(fresh)
        })
        .await?;
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
        let of = |method, route, path| Look::of(method, route, path, StatusCode::OK);
        let record = |names, id: &str, part| Some(Look::Record { names, id: id.to_owned(), part });
        assert_eq!(of(Method::Get, "/clients/{id}", "/clients/abc"), record(Names::Client, "abc", LookPart::Record));
        assert_eq!(of(Method::Get, "/clients/{id}/owners", "/clients/abc/owners"), record(Names::Client, "abc", LookPart::Record));
        assert_eq!(of(Method::Get, "/referrals/{id}/messages", "/referrals/r/messages"), record(Names::Referral, "r", LookPart::Referral));
        assert_eq!(of(Method::Post, "/referrals/{id}/codes", "/referrals/r/codes"), record(Names::Referral, "r", LookPart::Letter));
        let again = Look::of(Method::Post, "/clients/{id}/facts", "/clients/abc/facts", StatusCode::CONFLICT);
        assert_eq!(again, record(Names::Client, "abc", LookPart::Record), "a form that comes back shows the record");
        assert_eq!(of(Method::Get, "/reports/releases/{id}/{file}", "/reports/releases/0/public.csv"), Some(Look::Report));
        for route in ["/clients", "/clients/new", "/referrals/clocks", "/today", "/outbox"] {
            assert_eq!(of(Method::Get, route, route), None, "{route}");
        }
    }
}
