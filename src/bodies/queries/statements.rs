//! What members say of themselves, and the link by which they say it, in SQL. No function here takes a viewer and words: staff cannot write
//! them.

use super::{MEMBER, read_member};
use crate::auth::links::{self, Link, Target};
use crate::bodies::{Member, NOTICE};
use crate::error::{Error, Result};
use crate::store::{Object, Tx};
use crate::values::LinkKind;
use rusqlite::{Connection, OptionalExtension, named_params};

/// Gives a member a link to their own page; an older one is dead from now on. Gives the row key of the link.
pub fn give_link(tx: &Tx<'_>, member: &Member) -> Result<i64> {
    if member.name_gone_at.is_some() {
        return Err(Error::Rejected("The name was removed on request, so there is nobody to give a link to.".to_owned()));
    }
    if let Some(older) = member.link {
        links::close(tx, older)?;
    }
    let link = links::issue(tx, LinkKind::Member, Target::default())?;
    tx.execute("UPDATE body_member SET link_id = ?1 WHERE id = ?2", (link, member.key))?;
    tx.audit("body_member.link_given", Object::new("body_member", &member.id))?;
    Ok(link)
}

/// The member whose page a link opens.
pub fn find_by_link(conn: &Connection, link: &Link) -> Result<Member> {
    let sql = format!("{MEMBER} WHERE body_member.link_id = ?1");
    conn.prepare_cached(&sql)?.query_row([link.key], read_member).optional()?.ok_or(Error::NotFound)
}

/// Keeps what a member says of themselves, by their own yes. The record has who and when, and not the words.
pub fn say(tx: &Tx<'_>, member: &Member, words: &str, language: &str) -> Result<()> {
    if member.name_gone_at.is_some() {
        return Err(Error::NotFound);
    }
    let sql = "
        INSERT INTO member_statement (member_id, words, language, notice, agreed_at)
        VALUES (:member, :words, :language, :notice, :at)
        ON CONFLICT (member_id) DO UPDATE
        SET words = excluded.words, language = excluded.language, notice = excluded.notice, agreed_at = excluded.agreed_at,
            withdrawn_at = NULL";
    let params = named_params! { ":member": member.key, ":words": words, ":language": language, ":notice": NOTICE, ":at": tx.at() };
    tx.execute(sql, params)?;
    tx.audit("member_statement.agreed", Object::new("body_member", &member.id))
}

/// Takes a member's words back: they are gone from here at once.
pub fn withdraw(tx: &Tx<'_>, member: &Member) -> Result<()> {
    let sql = "UPDATE member_statement SET words = NULL, withdrawn_at = :at WHERE member_id = :member AND withdrawn_at IS NULL";
    if tx.execute(sql, named_params! { ":at": tx.at(), ":member": member.key })? == 0 {
        return Ok(());
    }
    tx.audit("member_statement.withdrawn", Object::new("body_member", &member.id))
}

/// Removes a member's name and their words. The seat and its term stay.
pub fn remove_name(tx: &Tx<'_>, member: &Member) -> Result<()> {
    if member.name_gone_at.is_some() {
        return Ok(());
    }
    withdraw(tx, member)?;
    let sql = "
        UPDATE body_member
        SET name = NULL, name_gone_at = :at, version = version + 1
        WHERE id = :member";
    tx.execute(sql, named_params! { ":at": tx.at(), ":member": member.key })?;
    tx.audit("body_member.name_removed", Object::new("body_member", &member.id))
}
