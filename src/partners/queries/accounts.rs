//! Accounts of a partner's people, in SQL: who has one, who gets one, and whose is over.

use crate::error::{Error, Result};
use crate::partners::{Account, Contact, Partner};
use crate::store::{Object, Tx};
use crate::values::{ContactId, PartnerAccountId};
use rusqlite::{Connection, named_params};

/// The accounts that open something, by name. By row key of the partner.
pub fn accounts(conn: &Connection, partner: i64) -> Result<Vec<Account>> {
    let sql = "
        SELECT partner_account.public_id, partner_account.contact_id, partner_contact.name, partner_contact.email,
               partner_account.given_at, partner_account.last_used_at
        FROM partner_account
        JOIN partner_contact ON partner_contact.id = partner_account.contact_id
        WHERE partner_contact.partner_id = ?1
          AND partner_contact.closed_at IS NULL
          AND partner_account.ended_at IS NULL
        ORDER BY partner_contact.name COLLATE NOCASE, partner_account.id";
    let mut statement = conn.prepare_cached(sql)?;
    let accounts = statement.query_map([partner], |row| {
        Ok(Account {
            id: row.get("public_id")?,
            contact: row.get("contact_id")?,
            name: row.get("name")?,
            email: row.get("email")?,
            given_at: row.get("given_at")?,
            last_used_at: row.get("last_used_at")?,
        })
    })?;
    Ok(accounts.collect::<rusqlite::Result<_>>()?)
}

/// Gives somebody at an open partner an account. They sign in with the address we have of them, so there has to be one.
pub fn give_account(tx: &Tx<'_>, partner: &Partner, contact: &Contact) -> Result<PartnerAccountId> {
    let rejected = |words: String| Err(Error::Rejected(words));
    if partner.is_closed || contact.is_closed || contact.partner != partner.key {
        return Err(Error::NotFound);
    }
    if contact.email.is_none() {
        return rejected(format!(
            "{} has no e-mail address, and a code to sign in goes by e-mail. Write the address down first.",
            contact.name
        ));
    }
    if accounts(tx, partner.key)?.iter().any(|account| account.contact == contact.key) {
        return rejected(format!("{} has an account already.", contact.name));
    }
    let id: PartnerAccountId = tx.fresh_id()?;
    let sql = "INSERT INTO partner_account (public_id, contact_id, given_by, given_at) VALUES (:id, :contact, :by, :at)";
    tx.execute(sql, named_params! { ":id": id, ":contact": contact.key, ":by": tx.actor().id, ":at": tx.at() })?;
    tx.audit("partner_account.given", Object::new("partner_account", &id))?;
    Ok(id)
}

/// Ends an account: whoever is inside with it is out at once. Ending it twice changes nothing.
pub fn end_account(tx: &Tx<'_>, partner: i64, id: &PartnerAccountId) -> Result<()> {
    let sql = "
        SELECT EXISTS (
            SELECT 1
            FROM partner_account
            JOIN partner_contact ON partner_contact.id = partner_account.contact_id
            WHERE partner_account.public_id = :id
              AND partner_contact.partner_id = :partner)";
    let is_theirs: bool = tx.prepare_cached(sql)?.query_row(named_params! { ":id": id, ":partner": partner }, |row| row.get(0))?;
    if !is_theirs {
        return Err(Error::NotFound);
    }
    let sql = "UPDATE partner_account SET ended_at = :at, ended_by = :by WHERE public_id = :id AND ended_at IS NULL";
    if tx.execute(sql, named_params! { ":at": tx.at(), ":by": tx.actor().id, ":id": id })? > 0 {
        tx.audit("partner_account.ended", Object::new("partner_account", id))?;
    }
    Ok(())
}

/// Whoever left has no account any more. Whoever audits the deed audits this with it.
pub(super) fn end_account_of(tx: &Tx<'_>, contact: &ContactId) -> Result<()> {
    let sql = "
        UPDATE partner_account
        SET ended_at = :at, ended_by = :by
        WHERE contact_id = (SELECT id FROM partner_contact WHERE public_id = :contact)
          AND ended_at IS NULL";
    tx.execute(sql, named_params! { ":at": tx.at(), ":by": tx.actor().id, ":contact": contact })?;
    Ok(())
}
