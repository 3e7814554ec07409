//! Every yes of somebody, live and over, and its end or an earlier last day.

use crate::consent::{self, Consent};
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::referrals::deed::Who;
use crate::referrals::queries::{self, has_been_read, is_renewable, story};
use crate::rights::Permission;
use crate::store::{Object, Tx};
use crate::values::{ConsentMethod, Day, Instant, Kind, ReferralId, SharedField};
use rusqlite::{Connection, Row, named_params};

/// A yes with the row key, address and number of its referral, its partner, and whether it is for a trainee; and when it ended.
type Found = (Consent, (i64, ReferralId, i64), String, Kind, bool, Option<Instant>);

const PERMISSION: &str = "
    SELECT consent.id, consent.partner_id, consent.method, account.name AS witness, consent.text_shown, consent.by_name, consent.granted_at,
           consent.expires_on, consent.language, consent.english, consent.ended_at, partner.name AS partner, referral.id AS referral_id, referral.public_id, referral.number,
           referral.kind, referral.trainee_id IS NOT NULL AS is_trainee,
           (SELECT group_concat(field) FROM consent_field WHERE consent_id = consent.id) AS fields
    FROM consent
    JOIN referral ON referral.id = consent.referral_id
    JOIN partner ON partner.id = consent.partner_id
    LEFT JOIN account ON account.id = consent.witness_id
    WHERE (referral.trainee_id = :person
           OR (referral.trainee_id IS NULL
               AND referral.business_id IN (SELECT value FROM json_each(:businesses))))";

fn read(row: &Row<'_>) -> rusqlite::Result<Found> {
    let fields: Option<String> = row.get("fields")?;
    let fields = fields.unwrap_or_default();
    let yes = Consent {
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
        fields: crate::values::Vocabulary::ALL
            .iter()
            .copied()
            .filter(|field: &SharedField| fields.split(',').any(|word| word == crate::values::Vocabulary::code(*field)))
            .collect(),
    };
    Ok((
        yes,
        (row.get("referral_id")?, row.get("public_id")?, row.get("number")?),
        row.get("partner")?,
        row.get("kind")?,
        row.get("is_trainee")?,
        row.get("ended_at")?,
    ))
}

/// Every yes of a person, newest first: of the requests they are spoken to about.
pub fn all(conn: &Connection, person: i64, today: Day, (skip, take): (i64, i64)) -> Result<Vec<Permission>> {
    let sql = format!("{PERMISSION} ORDER BY consent.ended_at IS NOT NULL, consent.id DESC LIMIT :take OFFSET :skip");
    let mut statement = conn.prepare_cached(&sql)?;
    let params =
        named_params! { ":person": person, ":businesses": queries::spoken_for(conn, person, today)?, ":take": take, ":skip": skip };
    let found: Vec<Found> = statement.query_map(params, read)?.collect::<rusqlite::Result<_>>()?;
    found.into_iter().map(|one| permission(conn, one, today)).collect()
}

/// One of them, by row key. Anybody else's looks like none.
pub fn find(conn: &Connection, person: i64, key: i64, today: Day) -> Result<Permission> {
    let sql = format!("{PERMISSION} AND consent.id = :key");
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":person": person, ":businesses": queries::spoken_for(conn, person, today)?, ":key": key };
    let found: Vec<Found> = statement.query_map(params, read)?.collect::<rusqlite::Result<_>>()?;
    permission(conn, found.into_iter().next().ok_or(Error::NotFound)?, today)
}

fn permission(conn: &Connection, (yes, referral, partner, kind, is_trainee, ended_at): Found, today: Day) -> Result<Permission> {
    let (live, last) = (consent::queries::live_for(conn, referral.0, today)?, consent::queries::last_for(conn, referral.0)?);
    let whole = story(conn, queries::find(conn, referral.0)?)?;
    let is_last = last.as_ref().is_some_and(|last| last.key == yes.key);
    Ok(Permission {
        referral_ended_at: whole.referral.ended_at,
        is_live: live.as_ref().is_some_and(|live| live.key == yes.key),
        is_renewable: is_last && is_renewable(&whole.referral, last.as_ref(), live.is_some(), today),
        was_read: has_been_read(&whole),
        yes,
        partner,
        referral,
        kind,
        is_trainee,
        ended_at,
    })
}

/// Stops sharing: the request stops, and the partner's links die with it.
pub fn stop(tx: &Tx<'_>, permission: &Permission) -> Result<()> {
    let referral = queries::find(tx, permission.referral.0)?;
    let version = referral.version;
    queries::take_back(tx, &Who::entrepreneur(), &referral, version).map(drop)
}

/// Lets it end earlier.
pub fn shorten(tx: &Tx<'_>, permission: &Permission, until: Day) -> Result<()> {
    if !consent::queries::shorten(tx, permission.yes.key, until)? {
        return Err(Error::Stale);
    }
    tx.audit_with("consent.shortened", Object::new("referral", &permission.referral.1), "expires_on")
}

/// Renews it for as long again.
pub fn renew(tx: &Tx<'_>, permission: &Permission, language: Language) -> Result<()> {
    queries::renew(tx, &Who::entrepreneur(), &queries::find(tx, permission.referral.0)?, ConsentMethod::Link, language)
}
