//! What clients wish about their own data, on Today and on their page: corrections, an end, and whom they trust.

use crate::auth::Viewer;
use crate::auth::queries::helpers;
use crate::desk::NeedRow;
use crate::error::Result;
use crate::people::own::Correction;
use crate::people::queries as people;
use crate::people::queries::complaints::Late;
use crate::values::{Day, Vocabulary};
use rusqlite::Connection;

/// Rows of each sort at most.
const MOST: i64 = 20;

/// What waits for the viewer.
pub fn wishes(conn: &Connection, viewer: &Viewer, today: Day) -> Result<Vec<NeedRow>> {
    let mut rows = Vec::new();
    for asked in people::own::open_corrections(conn, viewer, today, true, (0, MOST))? {
        rows.push(correction_row(asked, today));
    }
    for closing in people::own::closings_of_clients(conn, viewer)? {
        rows.push(closing_row(closing));
    }
    for late in people::complaints::late(conn, viewer, today)? {
        rows.push(complaint_row(late, today));
    }
    Ok(rows)
}

/// Whom the owners of a business trust today: a name, what they may do, and until when.
pub fn helpers(conn: &Connection, business: i64, today: Day) -> Result<Vec<String>> {
    let mut live = Vec::new();
    for owner in people::owners(conn, business, today)? {
        let known = helpers::of_person(conn, owner.person)?;
        live.extend(known.iter().filter(|known| known.is_live(today)).map(|known| {
            format!("{}, {}, until {}", known.helper.name, known.helper.level.label().to_lowercase(), known.helper.until_on.short(today))
        }));
    }
    Ok(live)
}

/// What a client says is wrong is somebody's task, with its day.
fn correction_row(asked: Correction, today: Day) -> NeedRow {
    let age = asked.due_on.days_until(today);
    NeedRow {
        age: age.max(0),
        unit: if age == 1 { "day" } else { "days" },
        tone: if age > 0 { "over" } else { "soon" },
        title: format!("{}: something to correct", asked.business.2),
        href: "/corrections".to_owned(),
        line: format!("{}. Answer by {}.", asked.what.label(), asked.due_on.short(today)),
        acts: vec![("Look and answer".to_owned(), "/corrections".to_owned())],
    }
}

/// A complaint whose day is over. It says of whom nothing: Today is open on desks.
fn complaint_row(late: Late, today: Day) -> NeedRow {
    let (age, page) = (late.due_on.days_until(today), format!("/complaints/{}", late.id));
    NeedRow {
        age,
        unit: if age == 1 { "day" } else { "days" },
        tone: "over",
        title: format!("Complaint C-{} has no answer", late.number),
        href: page.clone(),
        line: format!("It was promised by {}.", late.due_on.short(today)),
        acts: vec![("Read and answer".to_owned(), page)],
    }
}

/// Somebody who wants to be deleted: the steward sees to it, and their advisor may call before.
fn closing_row((person, id, name): (String, String, String)) -> NeedRow {
    let page = format!("/clients/{id}");
    NeedRow {
        age: 0,
        unit: "days",
        tone: "soon",
        title: format!("{name}: {person} wants to close the account"),
        href: page.clone(),
        line: "The data steward sees to it. Call them if you want to know why.".to_owned(),
        acts: vec![("Open client".to_owned(), page)],
    }
}
