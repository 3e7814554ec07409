//! The confidential part and the agreements before it, in SQL. Only `open_secret` gives its text to a partner.

use crate::consent;
use crate::error::{Error, Result};
use crate::referrals::secrets::{Agreement, Closed, gate};
use crate::referrals::{Referral, Status};
use crate::store::{Object, Tx};
use crate::values::{Day, Instant};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// The confidential part as the team sees it: its words and its version.
pub fn secret_of(conn: &Connection, referral: i64) -> Result<Option<(String, i64)>> {
    let sql = "SELECT words, version FROM referral_secret WHERE referral_id = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([referral], |row| Ok((row.get("words")?, row.get("version")?))).optional()?)
}

/// True where there is a confidential part. Its words stay where they are.
pub fn has_secret(conn: &Connection, referral: i64) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM referral_secret WHERE referral_id = ?1)";
    Ok(conn.prepare_cached(sql)?.query_row([referral], |row| row.get(0))?)
}

/// Writes the confidential part, or writes it anew while no partner has read it. Version 0: there was none.
pub fn keep_secret(tx: &Tx<'_>, referral: &Referral, version: i64, words: &str) -> Result<()> {
    if referral.status.is_end() {
        return Err(Error::Rejected("This referral is over. What is confidential belongs into the next one.".to_owned()));
    }
    if openings(tx, referral.key)?.0 > 0 {
        return Err(Error::Rejected(
            "The partner has read the confidential part, so it stays as it was read. Give what is new to them directly, under your agreement.".to_owned(),
        ));
    }
    let sql = match version {
        0 => {
            "INSERT INTO referral_secret (referral_id, words, version, changed_at) VALUES (:referral, :words, :version + 1, :at) ON CONFLICT DO NOTHING"
        }
        _ => {
            "UPDATE referral_secret SET words = :words, version = version + 1, changed_at = :at WHERE referral_id = :referral AND version = :version"
        }
    };
    let params = named_params! { ":referral": referral.key, ":words": words, ":version": version, ":at": tx.at() };
    if tx.prepare_cached(sql)?.execute(params)? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("referral.confidential_part_written", Object::new("referral", &referral.id))
}

/// The next draft has the same confidential part; its partner has its own agreement to sign. Whoever audits the deed audits this with it.
pub(super) fn copy_secret(tx: &Tx<'_>, from: i64, to: i64) -> Result<()> {
    let sql = "
        INSERT INTO referral_secret (referral_id, words, version, changed_at)
        SELECT :to, words, 1, :at FROM referral_secret WHERE referral_id = :from";
    tx.prepare_cached(sql)?.execute(named_params! { ":to": to, ":from": from, ":at": tx.at() })?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Agreement> {
    Ok(Agreement {
        key: row.get("id")?,
        signed_on: row.get("signed_on")?,
        until_on: row.get("until_on")?,
        by_client: row.get("by_client")?,
        by_partner: row.get("by_partner")?,
        document: row.get("document")?,
        recorded_by: row.get("recorded_by")?,
    })
}

/// The agreement between a business and a partner that was recorded last and not ended.
pub fn agreement(conn: &Connection, business: i64, partner: i64) -> Result<Option<Agreement>> {
    let sql = "
        SELECT non_disclosure.id, signed_on, until_on, by_client, by_partner, document, account.name AS recorded_by
        FROM non_disclosure
        JOIN account ON account.id = non_disclosure.account_id
        WHERE business_id = :business
          AND partner_id = :partner
          AND ended_at IS NULL
        ORDER BY non_disclosure.id DESC
        LIMIT 1";
    Ok(conn.prepare_cached(sql)?.query_row(named_params! { ":business": business, ":partner": partner }, read).optional()?)
}

/// A signed agreement about to be recorded.
#[derive(Debug, Clone)]
pub struct NewAgreement {
    pub signed_on: Day,
    pub until_on: Day,
    pub by_client: String,
    pub by_partner: String,
    pub document: String,
}

/// Records that both sides have signed; an earlier agreement of the two ends.
pub fn record_agreement(tx: &Tx<'_>, referral: &Referral, account: i64, new: &NewAgreement) -> Result<()> {
    let Some((partner, ..)) = referral.partner else {
        return Err(Error::Rejected("Choose a partner first: an agreement is between the client and one partner.".to_owned()));
    };
    end_all(tx, referral.business, partner)?;
    let sql = "
        INSERT INTO non_disclosure (business_id, partner_id, signed_on, until_on, by_client, by_partner, document, account_id, recorded_at)
        VALUES (:business, :partner, :signed, :until, :by_client, :by_partner, :document, :account, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":business": referral.business,
        ":partner": partner,
        ":signed": new.signed_on,
        ":until": new.until_on,
        ":by_client": new.by_client,
        ":by_partner": new.by_partner,
        ":document": new.document,
        ":account": account,
        ":at": tx.at(),
    })?;
    tx.audit("referral.non_disclosure_recorded", Object::new("referral", &referral.id))
}

/// Ends the agreement of the two sides: from now on nothing confidential opens.
pub fn end_agreement(tx: &Tx<'_>, referral: &Referral) -> Result<()> {
    if let Some((partner, ..)) = referral.partner {
        end_all(tx, referral.business, partner)?;
    }
    tx.audit("referral.non_disclosure_ended", Object::new("referral", &referral.id))
}

fn end_all(tx: &Tx<'_>, business: i64, partner: i64) -> Result<()> {
    let sql = "UPDATE non_disclosure SET ended_at = :at WHERE business_id = :business AND partner_id = :partner AND ended_at IS NULL";
    tx.prepare_cached(sql)?.execute(named_params! { ":at": tx.at(), ":business": business, ":partner": partner })?;
    Ok(())
}

/// Whether the partner may read the confidential part today; nothing where there is none.
pub fn secret_gate(conn: &Connection, referral: &Referral, status: Status, today: Day) -> Result<Option<std::result::Result<(), Closed>>> {
    if !has_secret(conn, referral.key)? {
        return Ok(None);
    }
    let partner = referral.partner.as_ref().map(|(key, ..)| *key);
    let yes = consent::queries::live_for(conn, referral.key, today)?;
    let has_permission = yes.is_some_and(|yes| Some(yes.partner) == partner);
    let agreement = partner.map(|partner| agreement(conn, referral.business, partner)).transpose()?.flatten();
    Ok(Some(gate(status, has_permission, agreement.as_ref(), today)))
}

/// Gives the words to a partner who may read them, and writes down that it did.
pub fn open_secret(tx: &Tx<'_>, contact: Option<i64>, name: &str, referral: &Referral) -> Result<String> {
    match secret_gate(tx, referral, referral.status, tx.today())? {
        None => return Err(Error::NotFound),
        Some(Err(closed)) => return Err(Error::Rejected(closed.words().to_owned())),
        Some(Ok(())) => {}
    }
    let (words, _) = secret_of(tx, referral.key)?.ok_or(Error::NotFound)?;
    let sql = "INSERT INTO secret_opening (referral_id, contact_id, asserted_name, at) VALUES (:referral, :contact, :name, :at)";
    tx.prepare_cached(sql)?.execute(named_params! { ":referral": referral.key, ":contact": contact, ":name": name, ":at": tx.at() })?;
    tx.audit("referral.confidential_part_opened", Object::new("referral", &referral.id))?;
    Ok(words)
}

/// How often a partner read the confidential part, and when last.
pub fn openings(conn: &Connection, referral: i64) -> Result<(i64, Option<Instant>)> {
    let sql = "SELECT count(*) AS times, max(at) AS last FROM secret_opening WHERE referral_id = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([referral], |row| Ok((row.get("times")?, row.get("last")?)))?)
}
