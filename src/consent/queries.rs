//! Permissions to share, in SQL.

use super::{Consent, Yes};
use crate::error::Result;
use crate::store::Tx;
use crate::values::{Day, SharedField, Vocabulary};
use rusqlite::{Connection, OptionalExtension, named_params};

/// Writes a yes down; an earlier one for the same referral ends. Whoever audits the deed audits the yes with it.
pub fn grant(tx: &Tx<'_>, yes: &Yes) -> Result<i64> {
    end(tx, yes.referral)?;
    let sql = "
        INSERT INTO consent (referral_id, partner_id, method, witness_id, text_shown, by_name, granted_at, expires_on)
        VALUES (:referral, :partner, :method, :witness, :text, :by_name, :at, :expires)";
    tx.execute(
        sql,
        named_params! {
            ":referral": yes.referral,
            ":partner": yes.partner,
            ":method": yes.method,
            ":witness": yes.witness,
            ":text": yes.text_shown,
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

/// The yes that holds today, if there is one: not taken back, not over, and its referral not ended more than 30 days ago.
pub fn live_for(conn: &Connection, referral: i64, today: Day) -> Result<Option<Consent>> {
    let sql = "
        SELECT consent.id, consent.partner_id, consent.method, account.name AS witness, consent.text_shown, consent.by_name,
               consent.granted_at, consent.expires_on
        FROM consent
        JOIN referral ON referral.id = consent.referral_id
        LEFT JOIN account ON account.id = consent.witness_id
        WHERE consent.referral_id = :referral
          AND consent.ended_at IS NULL
          AND consent.expires_on >= :today
          AND (referral.ended_at IS NULL OR date(referral.ended_at / 1000, 'unixepoch', '+30 days') >= :today)
        ORDER BY consent.id DESC
        LIMIT 1";
    let found = conn
        .prepare_cached(sql)?
        .query_row(named_params! { ":referral": referral, ":today": today }, |row| {
            Ok(Consent {
                key: row.get("id")?,
                partner: row.get("partner_id")?,
                method: row.get("method")?,
                witness: row.get("witness")?,
                text_shown: row.get("text_shown")?,
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

/// Ends every yes of a referral. Whoever audits the deed audits this with it.
pub fn end(tx: &Tx<'_>, referral: i64) -> Result<()> {
    let sql = "UPDATE consent SET ended_at = :at WHERE referral_id = :referral AND ended_at IS NULL";
    tx.execute(sql, named_params! { ":at": tx.at(), ":referral": referral })?;
    Ok(())
}
