//! Rows of Today about what stands still: people to ask after, and what a manager looks at.

use crate::auth::Viewer;
use crate::desk::NeedRow;
use crate::error::Result;
use crate::referrals::queries::{self as referrals, StillThere, Turn};
use crate::values::Day;
use crate::web::{Access, parts};
use rusqlite::Connection;

/// Whom to ask whether people are still at work; and, for a manager, what reminding did not move.
pub fn standing(conn: &Connection, viewer: &Viewer, today: Day) -> Result<Vec<NeedRow>> {
    let mut rows: Vec<NeedRow> = referrals::still_there(conn, viewer, today)?.into_iter().map(|due| still_there_row(due, today)).collect();
    if viewer.is(Access::Manager) {
        rows.extend(referrals::count_by_turn(conn, viewer, false, today)?.into_iter().filter_map(manager_row));
    }
    Ok(rows)
}

fn still_there_row(due: StillThere, today: Day) -> NeedRow {
    let page = format!("/referrals/{}", due.id);
    let age = due.on.days_until(today);
    let people = parts::count(due.started, "person", "people");
    NeedRow {
        age,
        unit: if age == 1 { "day" } else { "days" },
        tone: "soon",
        title: format!("{}: who is still at work after {} days?", due.client, due.days),
        href: format!("{page}#kept"),
        line: format!(
            "{people} started. Ask the business, and write it down as a next step: \u{201c}Checked who still works there\u{201d}."
        ),
        acts: vec![("Write it down".to_owned(), page)],
    }
}

/// Everything reminding did not move is a manager's until something happens with it.
fn manager_row((turn, count): (Turn, i64)) -> Option<NeedRow> {
    let (title, line) = match turn {
        Turn::Escalated => {
            ("waiting after every reminder", "Somebody is late and reminding did not help. Call, ask somebody else, or stop it.")
        }
        Turn::Silent => ("without any news for long", "Nothing happened with them for longer than your limit. Ask, or stop them."),
        _ => return None,
    };
    let address = format!("/referrals?turn={}", turn.code());
    (count > 0).then(|| NeedRow {
        age: count,
        unit: if count == 1 { "referral" } else { "referrals" },
        tone: "soon",
        title: format!("{} {title}", parts::count(count, "referral", "referrals")),
        href: address.clone(),
        line: line.to_owned(),
        acts: vec![("See them".to_owned(), address)],
    })
}
