//! What a program knows before a file of services, owners, training, outcomes or referrals is read.

use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::import::is_of_records;
use crate::import::known::{Known, KnownOwner, KnownPartner, KnownWord};
use crate::partners;
use crate::people;
use crate::programs;
use crate::services;
use crate::values::{ImportKind, fold};
use rusqlite::{Connection, OptionalExtension, named_params};

/// What a file of this kind is read with; nothing for files that name no clients. `viewer` imports; on the command line nobody is
/// signed in, and rows without an account stand under a manager of the program.
pub fn known(conn: &Connection, program: i64, kind: ImportKind, viewer: Option<&Viewer>) -> Result<Option<Known>> {
    if !is_of_records(kind) {
        return Ok(None);
    }
    let keeper = match viewer {
        Some(viewer) => viewer.key,
        None => manager_of(conn, program)?.ok_or_else(|| {
            Error::Rejected(
                "This program has no manager yet, under whom rows without an advisor's account could stand. Invite one first.".to_owned(),
            )
        })?,
    };
    let sources = programs::queries::funding_sources(conn, program)?;
    let mut known = Known::default();
    known.keeper = keeper;
    known.staff = staff(conn, program)?;
    known.sources = sources.into_iter().map(|source| (fold(&source.facts.name), source.key)).collect();
    known.filed = services::queries::filed_days(conn, program)?;
    for client in people::queries::describe_all(conn, program)? {
        known.add_client(client);
    }
    if kind == ImportKind::People {
        load_owners(conn, program, &mut known)?;
    }
    if kind == ImportKind::Referrals {
        let partners = partners::queries::list_of(conn, program)?.into_iter();
        known.partners = partners.map(|one| KnownPartner { key: one.key, name: one.name, kinds: one.kinds }).collect();
        known.words = words(conn)?;
    }
    Ok(Some(known))
}

fn manager_of(conn: &Connection, program: i64) -> Result<Option<i64>> {
    let sql = "
        SELECT account.id
        FROM membership
        JOIN account ON account.id = membership.account_id
        WHERE membership.program_id = :program AND membership.role = 'manager' AND account.disabled_at IS NULL
        ORDER BY membership.id
        LIMIT 1";
    Ok(conn.prepare_cached(sql)?.query_row(named_params! { ":program": program }, |row| row.get("id")).optional()?)
}

/// Everybody who works or worked in a program: row key, e-mail, folded name.
fn staff(conn: &Connection, program: i64) -> Result<Vec<(i64, String, String)>> {
    let sql = "
        SELECT DISTINCT account.id, account.email, account.name
        FROM membership
        JOIN account ON account.id = membership.account_id
        WHERE membership.program_id = ?1
        ORDER BY account.id";
    let mut statement = conn.prepare_cached(sql)?;
    let staff = statement.query_map([program], |row| Ok((row.get("id")?, row.get("email")?, fold(&row.get::<_, String>("name")?))))?;
    Ok(staff.collect::<rusqlite::Result<_>>()?)
}

/// Reasons and stages, retired ones too: what is told is past.
fn words(conn: &Connection) -> Result<Vec<KnownWord>> {
    let sql = "
        SELECT list, kind, code, label, unmet_need
        FROM code
        WHERE list IN ('stage', 'decline', 'hold', 'cancel', 'fail')
        ORDER BY list, kind = 'any', id";
    let mut statement = conn.prepare_cached(sql)?;
    let words = statement.query_map([], |row| {
        Ok(KnownWord {
            list: row.get("list")?,
            kind: row.get("kind")?,
            code: row.get("code")?,
            label: row.get("label")?,
            is_unmet: row.get("unmet_need")?,
        })
    })?;
    Ok(words.collect::<rusqlite::Result<_>>()?)
}

fn load_owners(conn: &Connection, program: i64, known: &mut Known) -> Result<()> {
    let sql = "
        SELECT ownership.business_id, person.first_name || person.last_name AS name, person.email, ownership.share_bp
        FROM ownership
        JOIN person ON person.id = ownership.person_id
        JOIN enrollment ON enrollment.business_id = ownership.business_id
        WHERE enrollment.program_id = ?1
          AND ownership.to_on IS NULL";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([program])?;
    while let Some(row) = rows.next()? {
        let owner = KnownOwner { name: fold(&row.get::<_, String>("name")?), email: row.get("email")?, share_bp: row.get("share_bp")? };
        known.owners.entry(row.get("business_id")?).or_default().push(owner);
    }
    Ok(())
}
