//! When somebody else last set an account's access, in SQL.

use crate::auth::settling::{SETTLES_DAYS, Settling};
use crate::error::{Error, Result};
use crate::store::Tx;
use crate::values::{Instant, OrganizationRole};
use rusqlite::{Connection, OptionalExtension, named_params};

/// Since when and until when an account settles; nothing where it has. In a made-up city nobody waits.
pub fn find(conn: &Connection, account: i64, now: Instant) -> Result<Option<Settling>> {
    let sql = "SELECT access_set_at FROM account WHERE id = :account AND NOT (SELECT is_demo FROM organization)";
    let found = conn.prepare_cached(sql)?.query_row(named_params! { ":account": account }, |row| row.get("access_set_at")).optional()?;
    let since: Option<Instant> = found.flatten();
    Ok(since.map(Settling::since).filter(|settling| now < settling.until))
}

/// Refuses a deed of somebody whose access was set by somebody else within the week: `deed` says what they can't do.
pub fn refuse_unsettled(tx: &Tx<'_>, account: i64, deed: &str) -> Result<()> {
    find(tx, account, tx.at())?.map_or(Ok(()), |settling| Err(Error::Rejected(settling.refusal(deed, &tx.zone(), tx.today()))))
}

/// Names and roles of those who guard people's answers and do not yet: who settles, with until when.
pub fn list(conn: &Connection, now: Instant) -> Result<Vec<(String, Settling)>> {
    let sql = "
        SELECT DISTINCT account.name, account.access_set_at
        FROM account
        JOIN organization_role ON organization_role.account_id = account.id
        WHERE account.disabled_at IS NULL
          AND organization_role.role IN (:steward, :auditor)
          AND account.access_set_at > :since
          AND NOT (SELECT is_demo FROM organization)
        ORDER BY account.access_set_at, account.name";
    let mut statement = conn.prepare_cached(sql)?;
    let params = named_params! {
        ":steward": OrganizationRole::Steward,
        ":auditor": OrganizationRole::Auditor,
        ":since": now.plus_days(-SETTLES_DAYS),
    };
    let found = statement.query_map(params, |row| Ok((row.get("name")?, Settling::since(row.get("access_set_at")?))))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
