//! A training for one person of a business: their own referral and page; the business sees counts.

use super::find;
use crate::error::{Error, Result};
use crate::people::{NewPerson, Owner, queries as people};
use crate::referrals::trainees::Counts;
use crate::referrals::{Kind, Referral, Status};
use crate::store::{Object, Tx};
use crate::values::Day;
use rusqlite::{Connection, named_params};

/// Whom a referral is about and who hears of it: the trainee where it is for one, otherwise the person we call at the business.
pub fn spoken_to(conn: &Connection, referral: &Referral, today: Day) -> Result<Option<Owner>> {
    match &referral.trainee {
        Some((person, _)) => people::find_anyone(conn, *person).map(Some),
        None => people::contact(conn, referral.business, today),
    }
}

/// Makes a draft that was just prepared one for a trainee, who is written down with it.
pub fn name_trainee(tx: &Tx<'_>, referral: &Referral, person: &NewPerson) -> Result<Referral> {
    if referral.kind != Kind::Workforce || referral.status != Status::Draft {
        return Err(Error::Rejected("Only a new referral for hiring and training can be for one trainee.".to_owned()));
    }
    let key = people::register_person(tx, person)?;
    set(tx, referral.key, key)?;
    tx.audit("referral.trainee_named", Object::new("referral", &referral.id))?;
    find(tx, referral.key)
}

/// The next draft is for the same trainee. Whoever audits the deed audits this with it.
pub(super) fn copy_trainee(tx: &Tx<'_>, from: &Referral, to: i64) -> Result<()> {
    from.trainee.as_ref().map_or(Ok(()), |(person, _)| set(tx, to, *person))
}

fn set(tx: &Tx<'_>, referral: i64, person: i64) -> Result<()> {
    let sql = "UPDATE referral SET trainee_id = :person WHERE id = :referral";
    tx.prepare_cached(sql)?.execute(named_params! { ":person": person, ":referral": referral })?;
    Ok(())
}

/// How many people of a business were sent to training in a program, and how that went. No names, no single fate.
pub fn trainee_counts(conn: &Connection, business: i64, program: i64) -> Result<Counts> {
    let sql = "
        SELECT count(DISTINCT trainee_id) AS sent,
               count(DISTINCT CASE WHEN status = 'completed' THEN trainee_id END) AS finished,
               count(DISTINCT CASE WHEN status IN ('accepted', 'in-progress', 'on-hold') THEN trainee_id END) AS under_way
        FROM referral
        WHERE business_id = :business
          AND program_id = :program
          AND trainee_id IS NOT NULL
          AND sent_at IS NOT NULL
          AND status <> 'entered-in-error'";
    Ok(conn.prepare_cached(sql)?.query_row(named_params! { ":business": business, ":program": program }, |row| {
        Ok(Counts { sent: row.get("sent")?, finished: row.get("finished")?, under_way: row.get("under_way")? })
    })?)
}
