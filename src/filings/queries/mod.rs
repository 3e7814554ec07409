//! What a file of records would hold, in SQL: sessions and trainings of its days, and those that were not ready for an earlier file.

mod clients;
mod drift;
mod lines;
mod sessions;
mod trainings;

pub use drift::{Drifted, drift};
pub use lines::{add, begin, own, strike};

use super::Drafts;
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::firewall::filing::{self, Days, Filing};
use crate::store::Keyring;
use crate::values::{FilingForm, FilingId};
use rusqlite::{Connection, named_params};

/// Everything a file of these days would hold.
pub fn gather(conn: &Connection, keys: &Keyring, filing: &Filing, days: Days) -> Result<Drafts> {
    Ok(match filing.form {
        FilingForm::Table => Drafts::Totals,
        FilingForm::Sba641 => Drafts::Sessions(sessions::gather(conn, keys, filing, &sessions::Which::Of(days))?),
        FilingForm::Sba888 => Drafts::Trainings(trainings::gather(conn, filing, &trainings::Which::Of(days))?),
        FilingForm::Ssbci | FilingForm::Mep => Drafts::Clients(clients::gather(conn, keys, filing, days, None)?),
        FilingForm::Cdbg | FilingForm::LogicModel | FilingForm::OwnTable => Drafts::Lines(lines::gather(conn, filing, days)?),
    })
}

/// How many calls of these days are by people who are no client: the form has no place for them.
pub fn calls(conn: &Connection, filing: &Filing, days: Days) -> Result<i64> {
    let sql = "
        SELECT count(*)
        FROM service
        WHERE program_id = :program
          AND business_id IS NULL
          AND undone_at IS NULL
          AND is_reportable = 1
          AND served_on BETWEEN :first AND :last";
    let params = named_params! { ":program": filing.program, ":first": days.first, ":last": days.last };
    Ok(conn.prepare_cached(sql)?.query_row(params, |row| row.get(0))?)
}

/// A filing that whoever files may check: a steward any, a manager those of their programs. Another's looks like none.
pub fn find_for(conn: &Connection, viewer: &Viewer, id: &FilingId) -> Result<Filing> {
    let filing = filing::find(conn, id)?;
    if may_check(viewer, &filing) { Ok(filing) } else { Err(Error::NotFound) }
}

/// The filings in force with records, that the viewer may check.
pub fn list_for(conn: &Connection, viewer: &Viewer) -> Result<Vec<Filing>> {
    let filings = filing::list(conn)?.into_iter();
    Ok(filings.filter(|filing| filing.ended.is_none() && filing.form.has_records() && may_check(viewer, filing)).collect())
}

fn may_check(viewer: &Viewer, filing: &Filing) -> bool {
    viewer.is(crate::web::Access::Steward) || viewer.manages(filing.program)
}

/// What a record that belongs to these days, or waits since an earlier file, must be: in SQL, of a column with its day.
fn is_due(day: &str) -> String {
    format!(
        "{day} <= :last
          AND ({day} >= :first
               OR EXISTS (SELECT 1 FROM filing_made
                          WHERE filing_made.filing_id = :filing AND {day} BETWEEN filing_made.first_on AND filing_made.last_on))"
    )
}
