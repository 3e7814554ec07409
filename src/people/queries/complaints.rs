//! Who may read a complaint, in its one place, and which are late. No query for an advisor's work names this table.

use crate::auth::Viewer;
use crate::error::Result;
use crate::values::{ComplaintId, Day};
use rusqlite::{Connection, named_params};

/// Rows of Today at most.
const MOST: i64 = 20;

/// Managers of its program, the steward and the administrator, and none of those who had a part in the person's businesses when they
/// complained, in whatever role: unless nobody else is there, and then the page says so. A condition on a row of `complaint` and `:viewer`.
pub fn may_read() -> String {
    let hears = |account: &str| {
        format!(
            "(EXISTS (SELECT 1 FROM organization_role WHERE organization_role.account_id = {account} AND role IN ('steward', 'admin'))
              OR EXISTS (SELECT 1
                         FROM membership
                         WHERE membership.account_id = {account} AND role = 'manager' AND membership.program_id = complaint.program_id))"
        )
    };
    let had_a_part = |account: &str| {
        format!(
            "EXISTS (SELECT 1
                     FROM complaint_against
                     WHERE complaint_against.complaint_id = complaint.id AND complaint_against.account_id = {account})"
        )
    };
    let by_others = format!(
        "EXISTS (SELECT 1 FROM account AS other WHERE other.disabled_at IS NULL AND {} AND NOT {})",
        hears("other.id"),
        had_a_part("other.id")
    );
    format!("({} AND (NOT {} OR NOT {by_others}))", hears(":viewer"), had_a_part(":viewer"))
}

/// A complaint that is not answered though its day is over.
#[derive(Debug, Clone)]
pub struct Late {
    /// Address.
    pub id: ComplaintId,
    /// Number.
    pub number: i64,
    /// Answered by.
    pub due_on: Day,
}

/// What is late and the viewer may read, the oldest first.
pub fn late(conn: &Connection, viewer: &Viewer, today: Day) -> Result<Vec<Late>> {
    let sql = format!(
        "SELECT public_id, number, due_on
         FROM complaint
         WHERE answered_at IS NULL
           AND due_on < :today
           AND {}
         ORDER BY due_on, id
         LIMIT :most",
        may_read()
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":viewer": viewer.key, ":today": today, ":most": MOST };
    let found = statement
        .query_map(params, |row| Ok(Late { id: row.get("public_id")?, number: row.get("number")?, due_on: row.get("due_on")? }))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
