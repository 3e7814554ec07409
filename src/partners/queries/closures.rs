//! The days on which a partner is closed, in SQL.

use super::name_of;
use crate::error::{Error, Result};
use crate::partners::{Closure, NewClosure, Partner};
use crate::store::{Object, Tx};
use crate::values::ClosureId;
use rusqlite::{Connection, named_params};

/// Every closure a partner announced and did not take back, over or not, the earliest first. By row key of the partner.
pub fn closures(conn: &Connection, partner: i64) -> Result<Vec<Closure>> {
    let teller = name_of("partner_closure.announced_by");
    let sql = format!(
        "
        SELECT partner_closure.public_id, partner_closure.from_on, partner_closure.to_on, partner_closure.reason,
               partner_closure.announced_at, {teller} AS announced_by
        FROM partner_closure
        WHERE partner_closure.partner_id = ?1
          AND partner_closure.withdrawn_at IS NULL
        ORDER BY partner_closure.from_on, partner_closure.id"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let closures = statement.query_map([partner], |row| {
        Ok(Closure {
            id: row.get("public_id")?,
            from: row.get("from_on")?,
            to: row.get("to_on")?,
            reason: row.get("reason")?,
            announced_at: row.get("announced_at")?,
            announced_by: row.get("announced_by")?,
        })
    })?;
    Ok(closures.collect::<rusqlite::Result<_>>()?)
}

/// Notes days on which a partner will be closed.
pub fn announce_closure(tx: &Tx<'_>, partner: &Partner, new: &NewClosure) -> Result<ClosureId> {
    if let Some(words) = new.trouble(tx.today()) {
        return Err(Error::Rejected(words.to_owned()));
    }
    let id: ClosureId = tx.fresh_id()?;
    let sql = "
        INSERT INTO partner_closure (public_id, partner_id, from_on, to_on, reason, announced_at, announced_by)
        VALUES (:id, :partner, :from, :to, :reason, :at, :by)";
    tx.execute(
        sql,
        named_params! {
            ":id": id,
            ":partner": partner.key,
            ":from": new.from,
            ":to": new.to,
            ":reason": new.reason,
            ":at": tx.at(),
            ":by": tx.actor().id,
        },
    )?;
    tx.audit_with("partner.closure_announced", Object::new("partner", &partner.id), "from to reason")?;
    Ok(id)
}

/// Takes a closure back: the partner works on these days after all.
pub fn withdraw_closure(tx: &Tx<'_>, partner: &Partner, id: &ClosureId) -> Result<()> {
    let sql = "UPDATE partner_closure SET withdrawn_at = :at WHERE public_id = :id AND partner_id = :partner AND withdrawn_at IS NULL";
    if tx.execute(sql, named_params! { ":at": tx.at(), ":id": id, ":partner": partner.key })? == 0 {
        return Err(Error::NotFound);
    }
    tx.audit("partner.closure_withdrawn", Object::new("partner_closure", id))
}
