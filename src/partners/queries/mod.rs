//! Partners and their people in SQL. Found through the viewer: another program's partner looks exactly like none.

mod accounts;
mod closures;
mod finding;
mod services;

pub use accounts::{accounts, end_account, give_account};
pub use closures::{announce_closure, closures, withdraw_closure};
pub use finding::{Listing, Wanted, directory};
pub use services::{add_service, change_service, check_service, find_service, retire_service, services, set_capacity};

use super::{Contact, NewContact, Partner, PartnerFacts};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::store::{Object, Tx};
use crate::values::{ContactId, Email, Kind, PartnerId, PartnerType, ServiceStatus, Telephone, Vocabulary, Website};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

const PARTNER: &str = "
    SELECT partner.id, partner.public_id, partner.program_id, program.name AS program_name, partner.name, partner.about,
           partner.telephone, partner.closed_at IS NOT NULL AS is_closed, partner.version, partner.website, partner.email,
           (SELECT group_concat(partner_type.type) FROM partner_type WHERE partner_type.partner_id = partner.id) AS types,
           (SELECT group_concat(partner_kind.kind) FROM partner_kind WHERE partner_kind.partner_id = partner.id) AS kinds
    FROM partner
    JOIN program ON program.id = partner.program_id";

const MINE: &str = "partner.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)";

fn read(row: &Row<'_>) -> rusqlite::Result<Partner> {
    let kinds = row.get::<_, Option<String>>("kinds")?.unwrap_or_default();
    let types = row.get::<_, Option<String>>("types")?.unwrap_or_default();
    Ok(Partner {
        key: row.get("id")?,
        id: row.get("public_id")?,
        program: row.get("program_id")?,
        program_name: row.get("program_name")?,
        name: row.get("name")?,
        about: row.get("about")?,
        telephone: row.get("telephone")?,
        is_closed: row.get("is_closed")?,
        website: row.get("website")?,
        email: row.get("email")?,
        types: PartnerType::ALL.iter().copied().filter(|word| types.split(',').any(|code| code == word.code())).collect(),
        kinds: Kind::ALL.into_iter().filter(|kind| kinds.split(',').any(|code| code == kind.code())).collect(),
        version: row.get("version")?,
    })
}

/// The name behind an opaque id of whoever said something about a partner: a member of staff, or somebody of the partner itself.
fn name_of(column: &str) -> String {
    format!(
        "coalesce(
             (SELECT account.name FROM account WHERE account.public_id = {column}),
             (SELECT partner_contact.name || ' of ' || partner.name
              FROM partner_account
              JOIN partner_contact ON partner_contact.id = partner_account.contact_id
              JOIN partner ON partner.id = partner_contact.partner_id
              WHERE partner_account.public_id = {column}))"
    )
}

/// A partner of a program the viewer works in.
pub fn find_for(conn: &Connection, viewer: &Viewer, id: &PartnerId) -> Result<Partner> {
    let sql = format!("{PARTNER} WHERE partner.public_id = :id AND {MINE}");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?.ok_or(Error::NotFound)
}

/// A partner by row key; for deeds that already know it is theirs.
pub fn find(conn: &Connection, key: i64) -> Result<Partner> {
    let sql = format!("{PARTNER} WHERE partner.id = :key");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":key": key }, read).optional()?.ok_or(Error::NotFound)
}

/// Every partner of a program by name; closed ones last.
pub fn list_of(conn: &Connection, program: i64) -> Result<Vec<Partner>> {
    let sql = format!("{PARTNER} WHERE partner.program_id = ?1 ORDER BY is_closed, partner.name COLLATE NOCASE, partner.id");
    let mut statement = conn.prepare_cached(&sql)?;
    let partners = statement.query_map([program], read)?;
    Ok(partners.collect::<rusqlite::Result<_>>()?)
}

/// The open partners of a program that take a kind, by name.
pub fn list_taking(conn: &Connection, program: i64, kind: Kind) -> Result<Vec<Partner>> {
    let sql = format!(
        "{PARTNER}
         WHERE partner.program_id = :program
           AND partner.closed_at IS NULL
           AND partner.id IN (SELECT partner_id FROM partner_kind WHERE kind = :kind)
         ORDER BY partner.name COLLATE NOCASE, partner.id"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let partners = statement.query_map(named_params! { ":program": program, ":kind": kind }, read)?;
    Ok(partners.collect::<rusqlite::Result<_>>()?)
}

/// Lists a partner in a program's directory.
pub fn add(tx: &Tx<'_>, program: i64, new: &PartnerFacts) -> Result<(i64, PartnerId)> {
    refuse_same_name(tx, program, new.name.as_str(), None)?;
    let id: PartnerId = tx.fresh_id()?;
    let sql = "
        INSERT INTO partner (public_id, program_id, name, about, telephone, website, email, created_at)
        VALUES (:id, :program, :name, :about, :telephone, :website, :email, :at)";
    tx.execute(
        sql,
        named_params! {
            ":id": id,
            ":program": program,
            ":name": new.name,
            ":about": new.about,
            ":telephone": new.telephone.as_ref().map(Telephone::as_str),
            ":website": new.website.as_ref().map(Website::as_str),
            ":email": new.email.as_ref().map(Email::as_str),
            ":at": tx.at(),
        },
    )?;
    let key = tx.last_insert_rowid();
    put_kinds(tx, key, &new.kinds)?;
    put_types(tx, key, &new.types)?;
    tx.audit("partner.listed", Object::new("partner", &id))?;
    Ok((key, id))
}

/// Changes what is known of a partner, unless somebody changed it since the form was drawn.
pub fn change(tx: &Tx<'_>, partner: &Partner, version: i64, facts: &PartnerFacts) -> Result<()> {
    refuse_same_name(tx, partner.program, facts.name.as_str(), Some(partner.key))?;
    refuse_offered_kind(tx, partner, &facts.kinds)?;
    let sql = "
        UPDATE partner
        SET name = :name, about = :about, telephone = :telephone, website = :website, email = :email,
            closed_at = CASE WHEN :closed THEN coalesce(closed_at, :at) END, version = version + 1
        WHERE id = :key
          AND version = :version";
    let changed = tx.execute(
        sql,
        named_params! {
            ":name": facts.name,
            ":about": facts.about,
            ":telephone": facts.telephone.as_ref().map(Telephone::as_str),
            ":website": facts.website.as_ref().map(Website::as_str),
            ":email": facts.email.as_ref().map(Email::as_str),
            ":closed": facts.is_closed,
            ":at": tx.at(),
            ":key": partner.key,
            ":version": version,
        },
    )?;
    if changed == 0 {
        return Err(Error::Stale);
    }
    put_kinds(tx, partner.key, &facts.kinds)?;
    put_types(tx, partner.key, &facts.types)?;
    tx.audit_with("partner.changed", Object::new("partner", &partner.id), &changed_fields(partner, facts))
}

/// The names of the fields that are no longer what they were: what the record keeps of an edit.
fn changed_fields(partner: &Partner, facts: &PartnerFacts) -> String {
    let fields = [
        ("name", partner.name != facts.name.as_str()),
        ("about", partner.about != facts.about),
        ("telephone", partner.telephone.as_deref() != facts.telephone.as_ref().map(Telephone::as_str)),
        ("website", partner.website.as_deref() != facts.website.as_ref().map(Website::as_str)),
        ("email", partner.email.as_deref() != facts.email.as_ref().map(Email::as_str)),
        ("types", !partner.types.iter().all(|word| facts.types.contains(word)) || partner.types.len() != facts.types.len()),
        ("kinds", !partner.kinds.iter().all(|kind| facts.kinds.contains(kind)) || partner.kinds.len() != facts.kinds.len()),
        ("closed", partner.is_closed != facts.is_closed),
    ];
    fields.iter().filter(|(_, has_changed)| *has_changed).map(|(field, _)| *field).collect::<Vec<_>>().join(" ")
}

fn refuse_same_name(tx: &Tx<'_>, program: i64, name: &str, own: Option<i64>) -> Result<()> {
    let sql = "SELECT EXISTS (SELECT 1 FROM partner WHERE program_id = :program AND name = :name AND id IS NOT :own)";
    let taken: bool = tx.query_row(sql, named_params! { ":program": program, ":name": name, ":own": own }, |row| row.get(0))?;
    if taken { Err(Error::Rejected(format!("{name} is in the directory already. Open it there, or write another name."))) } else { Ok(()) }
}

/// A kind of which something is offered is taken. Whoever takes it off the list gives the service up first.
fn refuse_offered_kind(tx: &Tx<'_>, partner: &Partner, kinds: &[Kind]) -> Result<()> {
    for service in services(tx, partner.key)? {
        let facts = &service.facts;
        if facts.status == ServiceStatus::Active && !kinds.contains(&facts.kind) {
            let words =
                format!("{} answers referrals for {}. Give that service up first, or leave the kind on.", facts.name, facts.kind.label());
            return Err(Error::Rejected(words));
        }
    }
    Ok(())
}

fn put_kinds(tx: &Tx<'_>, partner: i64, kinds: &[Kind]) -> Result<()> {
    for kind in Kind::ALL {
        let sql = if kinds.contains(&kind) {
            "INSERT INTO partner_kind (partner_id, kind) VALUES (:partner, :kind) ON CONFLICT DO NOTHING"
        } else {
            "DELETE FROM partner_kind WHERE partner_id = :partner AND kind = :kind"
        };
        tx.execute(sql, named_params! { ":partner": partner, ":kind": kind })?;
    }
    Ok(())
}

fn put_types(tx: &Tx<'_>, partner: i64, types: &[PartnerType]) -> Result<()> {
    for word in PartnerType::ALL {
        let sql = if types.contains(word) {
            "INSERT INTO partner_type (partner_id, type) VALUES (:partner, :type) ON CONFLICT DO NOTHING"
        } else {
            "DELETE FROM partner_type WHERE partner_id = :partner AND type = :type"
        };
        tx.execute(sql, named_params! { ":partner": partner, ":type": word })?;
    }
    Ok(())
}

const CONTACT: &str = "
    SELECT partner_contact.id, partner_contact.public_id, partner_contact.partner_id, partner_contact.name, partner_contact.email,
           partner_contact.telephone, partner_contact.closed_at IS NOT NULL AS is_closed
    FROM partner_contact";

fn read_contact(row: &Row<'_>) -> rusqlite::Result<Contact> {
    Ok(Contact {
        key: row.get("id")?,
        id: row.get("public_id")?,
        partner: row.get("partner_id")?,
        name: row.get("name")?,
        email: row.get("email")?,
        telephone: row.get("telephone")?,
        is_closed: row.get("is_closed")?,
    })
}

/// Who answers at a partner today, in the order they were added.
pub fn contacts(conn: &Connection, partner: i64) -> Result<Vec<Contact>> {
    let sql = format!("{CONTACT} WHERE partner_contact.partner_id = ?1 AND partner_contact.closed_at IS NULL ORDER BY partner_contact.id");
    let mut statement = conn.prepare_cached(&sql)?;
    let contacts = statement.query_map([partner], read_contact)?;
    Ok(contacts.collect::<rusqlite::Result<_>>()?)
}

/// A contact by row key.
pub fn find_contact(conn: &Connection, key: i64) -> Result<Contact> {
    let sql = format!("{CONTACT} WHERE partner_contact.id = ?1");
    conn.prepare_cached(&sql)?.query_row([key], read_contact).optional()?.ok_or(Error::NotFound)
}

/// An open contact by address, at an open partner of a program.
pub fn find_contact_in(conn: &Connection, program: i64, id: &ContactId) -> Result<Contact> {
    let sql = format!(
        "{CONTACT}
         JOIN partner ON partner.id = partner_contact.partner_id
         WHERE partner_contact.public_id = :id
           AND partner_contact.closed_at IS NULL
           AND partner.closed_at IS NULL
           AND partner.program_id = :program"
    );
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":program": program }, read_contact).optional()?.ok_or(Error::NotFound)
}

/// Adds somebody to ask.
pub fn add_contact(tx: &Tx<'_>, partner: &Partner, new: &NewContact) -> Result<(i64, ContactId)> {
    let id: ContactId = tx.fresh_id()?;
    let sql =
        "INSERT INTO partner_contact (public_id, partner_id, name, email, telephone) VALUES (:id, :partner, :name, :email, :telephone)";
    tx.execute(
        sql,
        named_params! {
            ":id": id,
            ":partner": partner.key,
            ":name": new.name,
            ":email": new.email.as_ref().map(|email| email.as_str().to_owned()),
            ":telephone": new.telephone.as_ref().map(Telephone::as_str),
        },
    )?;
    let key = tx.last_insert_rowid();
    tx.audit("partner.contact_added", Object::new("partner", &partner.id))?;
    Ok((key, id))
}

/// Notes that somebody no longer works at a partner, and closes the private links they hold.
pub fn close_contact(tx: &Tx<'_>, partner: &Partner, id: &ContactId) -> Result<()> {
    let sql = "UPDATE partner_contact SET closed_at = :at WHERE public_id = :id AND partner_id = :partner AND closed_at IS NULL";
    if tx.execute(sql, named_params! { ":at": tx.at(), ":id": id, ":partner": partner.key })? == 0 {
        return Err(Error::NotFound);
    }
    crate::auth::links::close_for_contact(tx, id)?;
    accounts::end_account_of(tx, id)?;
    tx.audit("partner.contact_closed", Object::new("partner_contact", id))
}
