//! The lists in SQL: one for all programs of the folder.

use super::{List, NewCode, Others, code_of, is_fixed};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::store::{Object, Tx};
use crate::values::{Day, Instant};
use rusqlite::{Connection, OptionalExtension, named_params};

/// One code of a list, as the manager sees it.
#[derive(Debug, Clone)]
pub struct Row {
    pub key: i64,
    pub kind: String,
    pub code: String,
    pub label: String,
    pub client_label: String,
    pub side: String,
    pub unmet_need: bool,
    pub valid_from: Day,
    pub valid_to: Option<Day>,
    /// Open referrals of all programs that stand on it now.
    pub open: i64,
}

/// The codes of a list, in the order of the forms, retired ones last.
pub fn rows(conn: &Connection, list: &List) -> Result<Vec<Row>> {
    let sql = "
        SELECT code.id, code.kind, code.code, code.label, code.client_label, code.side, code.unmet_need, code.valid_from, code.valid_to,
               (SELECT count(*)
                FROM referral
                WHERE referral.status IN ('requested', 'received', 'accepted', 'in-progress', 'on-hold')
                  AND (:list = 'stage' AND referral.stage = code.code OR :list = 'hold' AND referral.reason_code = code.code)
                  AND code.kind IN ('any', referral.kind)) AS open
        FROM code
        WHERE code.list = :list
        ORDER BY code.valid_to IS NOT NULL, code.kind, code.id";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! { ":list": list.code }, |row| {
        Ok(Row {
            key: row.get("id")?,
            kind: row.get("kind")?,
            code: row.get("code")?,
            label: row.get("label")?,
            client_label: row.get("client_label")?,
            side: row.get("side")?,
            unmet_need: row.get("unmet_need")?,
            valid_from: row.get("valid_from")?,
            valid_to: row.get("valid_to")?,
            open: row.get("open")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Adds a code. The same word or the same label on the same list is refused, retired or not: a word means one thing.
pub fn add(tx: &Tx<'_>, new: &NewCode) -> Result<()> {
    let code = code_of(&new.label);
    if code.is_empty() {
        return Err(Error::Rejected("Write what staff read in Latin letters: the stored word is made of it.".to_owned()));
    }
    let sql = "
        SELECT valid_to IS NOT NULL
        FROM code
        WHERE list = :list
          AND (kind = :kind OR kind = 'any' OR :kind = 'any')
          AND (code = :code OR lower(label) = lower(:label))";
    let params = named_params! { ":list": new.list, ":kind": new.kind, ":code": code, ":label": new.label };
    let known: Option<bool> = tx.prepare_cached(sql)?.query_row(params, |row| row.get(0)).optional()?;
    if let Some(is_retired) = known {
        let what = if is_retired { "It is retired: use it again instead of making another." } else { "It is in use." };
        return Err(Error::Rejected(format!("\u{201c}{}\u{201d} is on this list already. {what}", new.label)));
    }
    let sql = "
        INSERT INTO code (list, kind, code, label, client_label, grp, side, unmet_need, unit, valid_from)
        VALUES (:list, :kind, :code, :label, :client_label, :grp, :side, :unmet_need, '', :from)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":list": new.list,
        ":kind": new.kind,
        ":code": code,
        ":label": new.label,
        ":client_label": new.client_label,
        ":grp": new.group,
        ":side": new.side,
        ":unmet_need": new.unmet_need,
        ":from": tx.today(),
    })?;
    tx.audit_with("code.added", Object::new("code", tx.last_insert_rowid()), &format!("{} {} {code}", new.list, new.kind))
}

/// Takes a code out of the forms after today, or puts it back. What was recorded with it keeps its words.
pub fn retire(tx: &Tx<'_>, key: i64, is_back: bool) -> Result<()> {
    let found: Option<(String, String)> = tx
        .prepare_cached("SELECT list, code FROM code WHERE id = ?1")?
        .query_row([key], |row| Ok((row.get("list")?, row.get("code")?)))
        .optional()?;
    let (list, code) = found.filter(|(list, _)| super::find(list).is_some()).ok_or(Error::NotFound)?;
    if is_fixed(&list, &code) {
        return Err(Error::Rejected("Rules of this program stand on this code, so it stays in use.".to_owned()));
    }
    // A code added today would end before it began: its last day is yesterday, and it is offered to nobody.
    let last = (!is_back).then(|| tx.today().plus_days(-1));
    let sql = "UPDATE code SET valid_to = :last WHERE id = :key AND (valid_to IS NULL) = :is_in_use";
    if tx.prepare_cached(sql)?.execute(named_params! { ":last": last, ":key": key, ":is_in_use": !is_back })? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with(if is_back { "code.used_again" } else { "code.retired" }, Object::new("code", key), &format!("{list} {code}"))
}

/// How often `other` was chosen since a moment, by list, in the viewer's programs.
pub fn others(conn: &Connection, viewer: &Viewer, since: Instant) -> Result<Vec<Others>> {
    let sql = "
        SELECT CASE event WHEN 'reject' THEN 'decline' WHEN 'hold' THEN 'hold' WHEN 'fail' THEN 'fail' ELSE 'cancel' END AS list,
               sum(referral_event.reason_code = 'other') AS other,
               count(*) AS answers
        FROM referral_event
        JOIN referral ON referral.id = referral_event.referral_id
        WHERE referral_event.event IN ('reject', 'hold', 'fail', 'withdraw', 'recall')
          AND referral_event.reason_code IS NOT NULL
          AND referral_event.at >= :since
          AND referral.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)
        GROUP BY list";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! { ":since": since, ":viewer": viewer.key }, |row| {
        Ok((row.get::<_, String>("list")?, row.get("other")?, row.get("answers")?))
    })?;
    let found: Vec<(String, i64, i64)> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(found
        .iter()
        .filter_map(|(list, other, all)| super::find(list).map(|list| Others { list: list.code, other: *other, all: *all }))
        .collect())
}
