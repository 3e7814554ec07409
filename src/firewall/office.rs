//! Who holds the roles of data protection, whether they are kept apart from case work, and what a small office declares.

use super::facts::{Declaration, declaration};
use crate::auth::settling::SETTLES_DAYS;
use crate::error::{Error, Result};
use crate::store::{Object, Tx};
use crate::values::{Instant, OrganizationRole};
use rusqlite::{Connection, named_params};

/// How the roles stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// Names of stewards and auditors who also work with clients.
    pub shared: Vec<String>,
    /// What is declared about that.
    pub declaration: Option<Declaration>,
}

impl Office {
    /// True when break-glass may be asked for: the roles are apart, or the office says openly that they are not.
    pub fn is_in_order(&self) -> bool {
        self.shared.is_empty() || self.declaration.is_some()
    }
}

/// How the roles stand now.
pub fn office(conn: &Connection) -> Result<Office> {
    let sql = "
        SELECT DISTINCT account.name
        FROM account
        JOIN organization_role ON organization_role.account_id = account.id
        JOIN membership ON membership.account_id = account.id
        WHERE account.disabled_at IS NULL
          AND organization_role.role IN ('steward', 'auditor')
        ORDER BY account.name";
    let mut statement = conn.prepare_cached(sql)?;
    let shared = statement.query_map([], |row| row.get("name"))?.collect::<rusqlite::Result<_>>()?;
    Ok(Office { shared, declaration: declaration(conn)? })
}

/// The role in which an account that is not closed may deal with break-glass: steward before auditor.
pub(super) fn role_of(conn: &Connection, account: i64) -> Result<Option<OrganizationRole>> {
    let sql = "
        SELECT organization_role.role
        FROM organization_role
        JOIN account ON account.id = organization_role.account_id
        WHERE account.id = :account
          AND account.disabled_at IS NULL
          AND organization_role.role IN ('steward', 'auditor')
        ORDER BY organization_role.role = 'steward' DESC
        LIMIT 1";
    let mut statement = conn.prepare_cached(sql)?;
    let mut roles = statement.query_map(named_params! { ":account": account }, |row| row.get("role"))?;
    Ok(roles.next().transpose()?)
}

/// True for an account that works with clients of some program.
pub(super) fn works_with_clients(conn: &Connection, account: i64) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM membership WHERE account_id = :account)";
    Ok(conn.prepare_cached(sql)?.query_row(named_params! { ":account": account }, |row| row.get(0))?)
}

/// True when somebody besides this account could be the second person by then: steward or auditor, no work with clients, and nobody else
/// set their access within the week before.
pub fn has_second_person(conn: &Connection, account: i64, by_then: Instant) -> Result<bool> {
    let sql = "
        SELECT EXISTS (
            SELECT 1
            FROM account
            JOIN organization_role ON organization_role.account_id = account.id
            WHERE account.id <> :account
              AND account.disabled_at IS NULL
              AND (account.password_hash IS NOT NULL OR (SELECT is_demo FROM organization))
              AND organization_role.role IN ('steward', 'auditor')
              AND ((SELECT is_demo FROM organization) OR coalesce(account.access_set_at, 0) <= :settled)
              AND NOT EXISTS (SELECT 1 FROM membership WHERE membership.account_id = account.id))";
    let settled = by_then.plus_days(-SETTLES_DAYS);
    Ok(conn.prepare_cached(sql)?.query_row(named_params! { ":account": account, ":settled": settled }, |row| row.get(0))?)
}

/// A line of the history of declarations.
#[derive(Debug, Clone)]
pub struct Declared {
    /// Counts declarations.
    pub seq: i64,
    /// Declared, or taken back.
    pub is_declared: bool,
    /// Why.
    pub reason: String,
    /// Who stands outside.
    pub outside: Option<String>,
    /// Who wrote it down.
    pub by: String,
    /// In what role.
    pub role: OrganizationRole,
    /// When.
    pub at: Instant,
}

/// Every declaration, newest first.
pub fn declarations(conn: &Connection) -> Result<Vec<Declared>> {
    let sql = "
        SELECT small_office.seq, small_office.is_declared, small_office.reason, small_office.outside, account.name, small_office.as_role,
               small_office.declared_at
        FROM small_office
        JOIN account ON account.id = small_office.account_id
        ORDER BY small_office.seq DESC";
    let mut statement = conn.prepare_cached(sql)?;
    let lines = statement.query_map([], |row| {
        Ok(Declared {
            seq: row.get("seq")?,
            is_declared: row.get("is_declared")?,
            reason: row.get("reason")?,
            outside: row.get("outside")?,
            by: row.get("name")?,
            role: row.get("as_role")?,
            at: row.get("declared_at")?,
        })
    })?;
    Ok(lines.collect::<rusqlite::Result<_>>()?)
}

/// What is declared, or taken back.
#[derive(Debug, Clone)]
pub struct NewDeclaration {
    /// Declared, or taken back.
    pub is_declared: bool,
    /// Why.
    pub reason: String,
    /// Who stands outside.
    pub outside: Option<String>,
    /// Row key of whoever declares it, and in what role.
    pub by: (i64, OrganizationRole),
    /// The newest declaration that was on the page.
    pub after: i64,
}

/// Writes a declaration down. The newest counts; none is ever changed.
pub fn declare(tx: &Tx<'_>, new: &NewDeclaration) -> Result<()> {
    let last: i64 = tx.query_row("SELECT coalesce(max(seq), 0) FROM small_office", [], |row| row.get(0))?;
    if last != new.after {
        return Err(Error::Stale);
    }
    let sql = "
        INSERT INTO small_office (seq, is_declared, reason, outside, account_id, as_role, declared_at)
        VALUES (:seq, :is, :reason, :outside, :account, :role, :at)";
    tx.execute(
        sql,
        named_params! {
            ":seq": last + 1,
            ":is": new.is_declared,
            ":reason": new.reason,
            ":outside": new.outside,
            ":account": new.by.0,
            ":role": new.by.1,
            ":at": tx.at(),
        },
    )?;
    let action = if new.is_declared { "small_office.declared" } else { "small_office.taken_back" };
    tx.audit_with(action, Object::new("small_office", last + 1), "reason, outside")
}
