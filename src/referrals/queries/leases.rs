//! What a referral for space came to, read from its record.

use super::sheet_of;
use crate::error::{Error, Result};
use crate::referrals::results::space::{self, Lease};
use rusqlite::{Connection, OptionalExtension};

/// The lease that a referral came to, if it came to one. An undone completion is none: the status is not completed any more.
pub fn lease(conn: &Connection, referral: i64) -> Result<Option<Lease>> {
    let sql = "
        SELECT status, stage, (SELECT facts
                               FROM referral_event
                               WHERE referral_event.referral_id = referral.id AND event = 'complete'
                               ORDER BY seq DESC
                               LIMIT 1) AS done
        FROM referral
        WHERE id = ?1";
    let read =
        |row: &rusqlite::Row<'_>| Ok((row.get("status")?, row.get::<_, Option<String>>("stage")?, row.get::<_, Option<String>>("done")?));
    let (status, stage, done) = conn.prepare_cached(sql)?.query_row([referral], read).optional()?.ok_or(Error::NotFound)?;
    let done = done.as_deref().map(sheet_of).transpose()?;
    Ok(space::lease(status, stage.as_deref(), done.as_ref()))
}
