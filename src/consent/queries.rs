//! Permissions to share, in SQL.

use super::{Consent, Lapsing, Yes};
use crate::error::Result;
use crate::i18n::Language;
use crate::store::Tx;
use crate::values::{Day, SharedField, Vocabulary};
use rusqlite::{Connection, OptionalExtension, named_params};

/// Writes a yes down; an earlier one for the same referral ends. Whoever audits the deed audits the yes with it.
pub fn grant(tx: &Tx<'_>, yes: &Yes) -> Result<i64> {
    end(tx, yes.referral)?;
    let sql = "
        INSERT INTO consent (referral_id, partner_id, method, witness_id, text_shown, by_name, granted_at, expires_on,
                             language, english)
        VALUES (:referral, :partner, :method, :witness, :text, :by_name, :at, :expires, :language, :english)";
    tx.execute(
        sql,
        named_params! {
            ":referral": yes.referral,
            ":partner": yes.partner,
            ":method": yes.method,
            ":witness": yes.witness,
            ":text": yes.text_shown.words,
            ":language": yes.text_shown.language.code(),
            ":english": yes.text_shown.english,
            ":by_name": yes.by_name,
            ":at": tx.at(),
            ":expires": yes.expires_on,
        },
    )?;
    let key = tx.last_insert_rowid();
    for field in SharedField::ALL.iter().filter(|field| yes.fields.contains(field)) {
        let sql = "INSERT INTO consent_field (consent_id, field) VALUES (:consent, :field)";
        tx.execute(sql, named_params! { ":consent": key, ":field": field })?;
    }
    Ok(key)
}

const CONSENT: &str = "
    SELECT consent.id, consent.partner_id, consent.method, account.name AS witness, consent.text_shown, consent.by_name,
           consent.granted_at, consent.expires_on, consent.language, consent.english
    FROM consent
    JOIN referral ON referral.id = consent.referral_id
    LEFT JOIN account ON account.id = consent.witness_id";

/// The yes that holds today, if there is one: not taken back, not over, and its referral not ended more than 30 days ago.
pub fn live_for(conn: &Connection, referral: i64, today: Day) -> Result<Option<Consent>> {
    let sql = format!(
        "{CONSENT}
        WHERE consent.referral_id = :referral
          AND consent.ended_at IS NULL
          AND consent.expires_on >= :today
          AND (referral.ended_at IS NULL OR date(referral.ended_at / 1000, 'unixepoch', '+30 days') >= :today)
        ORDER BY consent.id DESC
        LIMIT 1"
    );
    one(conn, &sql, named_params! { ":referral": referral, ":today": today })
}

/// The last yes of a referral, whether or not it still holds: what a renewal starts from.
pub fn last_for(conn: &Connection, referral: i64) -> Result<Option<Consent>> {
    let sql = format!("{CONSENT} WHERE consent.referral_id = :referral ORDER BY consent.id DESC LIMIT 1");
    one(conn, &sql, named_params! { ":referral": referral })
}

fn one(conn: &Connection, sql: &str, params: &[(&str, &dyn rusqlite::ToSql)]) -> Result<Option<Consent>> {
    let found = conn
        .prepare_cached(sql)?
        .query_row(params, |row| {
            Ok(Consent {
                key: row.get("id")?,
                partner: row.get("partner_id")?,
                method: row.get("method")?,
                witness: row.get("witness")?,
                text_shown: row.get("text_shown")?,
                language: Language::find(&row.get::<_, String>("language")?).unwrap_or_default(),
                english: row.get("english")?,
                by_name: row.get("by_name")?,
                granted_at: row.get("granted_at")?,
                expires_on: row.get("expires_on")?,
                fields: Vec::new(),
            })
        })
        .optional()?;
    let Some(consent) = found else { return Ok(None) };
    let mut statement = conn.prepare_cached("SELECT field FROM consent_field WHERE consent_id = ?1 ORDER BY id")?;
    let fields = statement.query_map([consent.key], |row| row.get("field"))?;
    Ok(Some(Consent { fields: fields.collect::<rusqlite::Result<_>>()?, ..consent }))
}

/// Every yes of an open referral that ends within so many days, today included, and of which no warning this near was given.
/// Asked for 30 and for 7 days: each comes once. Whoever warns says so with [`note_warned`].
pub fn lapsing(conn: &Connection, today: Day, days: i64) -> Result<Vec<Lapsing>> {
    let sql = "
        SELECT consent.id, consent.referral_id, consent.expires_on
        FROM consent
        JOIN referral ON referral.id = consent.referral_id
        WHERE consent.ended_at IS NULL
          AND consent.expires_on BETWEEN :today AND :until
          AND (consent.warned_days IS NULL OR consent.warned_days > :days)
          AND referral.status IN ('requested', 'received', 'accepted', 'in-progress', 'on-hold')
        ORDER BY consent.expires_on, consent.id";
    listed(conn, sql, named_params! { ":today": today, ":until": today.plus_days(days), ":days": days })
}

/// Every yes of an open referral whose last day is behind us: its referral stops or pauses.
pub fn lapsed(conn: &Connection, today: Day) -> Result<Vec<Lapsing>> {
    let sql = "
        SELECT consent.id, consent.referral_id, consent.expires_on
        FROM consent
        JOIN referral ON referral.id = consent.referral_id
        WHERE consent.ended_at IS NULL
          AND consent.expires_on < :today
          AND referral.status IN ('requested', 'received', 'accepted', 'in-progress', 'on-hold')
        ORDER BY consent.expires_on, consent.id";
    listed(conn, sql, named_params! { ":today": today })
}

fn listed(conn: &Connection, sql: &str, params: &[(&str, &dyn rusqlite::ToSql)]) -> Result<Vec<Lapsing>> {
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement.query_map(params, |row| {
        Ok(Lapsing { consent: row.get("id")?, referral: row.get("referral_id")?, expires_on: row.get("expires_on")? })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Notes that everybody was warned so many days before a yes ends. Whoever audits the deed audits this with it.
pub fn note_warned(tx: &Tx<'_>, consent: i64, days: i64) -> Result<()> {
    let sql = "UPDATE consent SET warned_days = :days WHERE id = :consent";
    tx.execute(sql, named_params! { ":days": days, ":consent": consent })?;
    Ok(())
}

/// Ends every yes of a referral. Whoever audits the deed audits this with it.
pub fn end(tx: &Tx<'_>, referral: i64) -> Result<()> {
    let sql = "UPDATE consent SET ended_at = :at WHERE referral_id = :referral AND ended_at IS NULL";
    tx.execute(sql, named_params! { ":at": tx.at(), ":referral": referral })?;
    Ok(())
}

/// Lets a yes end earlier. Never later: for that somebody has to say yes again. Whoever audits the deed audits this with it.
pub fn shorten(tx: &Tx<'_>, consent: i64, until: Day) -> Result<bool> {
    let sql = "UPDATE consent SET expires_on = :until WHERE id = :consent AND ended_at IS NULL AND expires_on > :until";
    Ok(tx.execute(sql, named_params! { ":until": until, ":consent": consent })? > 0)
}
