//! Accounts of people at partners, as far as signing in goes: who has one, and that it was used.

use crate::auth::visits::Member;
use crate::error::Result;
use crate::store::{Object, Tx};
use rusqlite::{Connection, Row, named_params};

const MEMBER: &str = "
    SELECT partner_account.id, partner_account.public_id, partner_account.contact_id, partner_contact.name, partner_contact.partner_id,
           partner.name AS partner_name, program.name AS program_name, program.telephone AS program_telephone
    FROM partner_account
    JOIN partner_contact ON partner_contact.id = partner_account.contact_id
    JOIN partner ON partner.id = partner_contact.partner_id
    JOIN program ON program.id = partner.program_id
    WHERE partner_account.ended_at IS NULL
      AND partner_contact.closed_at IS NULL
      AND partner.closed_at IS NULL";

fn read(row: &Row<'_>) -> rusqlite::Result<Member> {
    Ok(Member {
        key: row.get("id")?,
        id: row.get("public_id")?,
        contact: row.get("contact_id")?,
        name: row.get("name")?,
        partner: row.get("partner_id")?,
        partner_name: row.get("partner_name")?,
        program_name: row.get("program_name")?,
        program_telephone: row.get("program_telephone")?,
    })
}

/// The accounts that these contacts have today, in their order. Ended ones, those of people who left, and those of closed partners are none.
pub fn of_contacts(conn: &Connection, contacts: &[i64]) -> Result<Vec<Member>> {
    let sql = format!("{MEMBER} AND partner_account.contact_id = :contact");
    let mut statement = conn.prepare_cached(&sql)?;
    let mut found = Vec::new();
    for contact in contacts {
        let members = statement.query_map(named_params! { ":contact": contact }, read)?;
        found.extend(members.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    Ok(found)
}

/// Writes down that somebody signed in.
pub fn note_sign_in(tx: &Tx<'_>, member: &Member) -> Result<()> {
    let sql = "UPDATE partner_account SET last_used_at = :at WHERE id = :key";
    tx.execute(sql, named_params! { ":at": tx.at(), ":key": member.key })?;
    tx.audit("partner_account.signed_in", Object::new("partner_account", &member.id))
}
