//! Whom we ask, and the yes to share: before anything is sent.

use super::record::record;
use super::{find, state_of};
use crate::consent;
use crate::error::{Error, Result};
use crate::people::queries as people;
use crate::referrals::deed::{Deed, Who};
use crate::referrals::fact::Fact;
use crate::referrals::lifecycle::{Event, Party, Status};
use crate::referrals::{Referral, sharing};
use crate::store::{Object, Tx};
use crate::values::{ConsentMethod, SharedField};
use rusqlite::named_params;

/// What the client agreed to share, and how they said so.
#[derive(Debug, Clone)]
pub struct Agreement {
    /// What may be shared.
    pub fields: Vec<SharedField>,
    /// Introduce them by name at once.
    pub by_name: bool,
    /// How they said yes; none when they are only being asked.
    pub yes: Option<ConsentMethod>,
}

/// Asks for a yes to share, and writes it down where it was given at the same moment. The words are kept as they were read out.
pub fn agree(tx: &Tx<'_>, who: &Who, referral: &Referral, version: i64, agreement: &Agreement) -> Result<Referral> {
    let Some((partner, _, partner_name)) = &referral.partner else {
        return Err(Error::Rejected("Choose a partner first: a yes to share is for one partner.".to_owned()));
    };
    let client = people::find_in(tx, referral.business, referral.program)?;
    let contact = super::spoken_to(tx, referral, tx.today())?;
    let workers = people::workers(tx, referral.business)?;
    let mut values = sharing::values(&client, contact.as_ref(), workers.as_ref(), tx.today());
    values.retain(|(field, _)| agreement.fields.contains(field));
    let until = tx.today().plus_days(consent::longest_days(referral.kind));
    let words = consent::words(&consent::Asked {
        program: &referral.program_name,
        partner: partner_name,
        kind: referral.kind,
        need: &super::need_in_full(tx, referral)?,
        values: &values,
        by_name: agreement.by_name,
        until,
    });
    let fields: Vec<SharedField> = values.iter().map(|(field, _)| *field).collect();
    let mut now = referral.clone();
    let mut version = version;
    if who.party != Party::Entrepreneur {
        let asking = Deed::new(Event::RequestConsent, version)
            .with(Fact::Fields, sharing::written(&fields, agreement.by_name))
            .with(Fact::Recipient, partner_name.clone())
            .with(Fact::Purpose, referral.kind.code())
            .with(Fact::Expiry, until.to_string())
            .with(Fact::Language, "en");
        // Asking and hearing a yes in one breath sends one notice, not two: the copy of what was agreed.
        now = record(tx, who, referral, Deed { is_quiet: agreement.yes.is_some(), ..asking })?;
        version = now.version;
    }
    let Some(method) = agreement.yes else { return Ok(now) };
    let yes = consent::Yes {
        referral: referral.key,
        partner: *partner,
        method,
        witness: who.account,
        text_shown: words,
        by_name: agreement.by_name,
        expires_on: until,
        fields,
    };
    let grant = consent::queries::grant(tx, &yes)?;
    let mut deed = Deed::new(Event::GiveConsent, version).with(Fact::ConsentGrant, grant.to_string());
    deed = match method {
        ConsentMethod::Link => deed.with(Fact::Method, "portal"),
        spoken => deed
            .with(Fact::Method, if spoken == ConsentMethod::Spoken { "verbal" } else { "paper" })
            .with(Fact::Witness, tx.actor().id.clone())
            .with(Fact::TextVersion, consent::TEXT_VERSION),
    };
    record(tx, who, &now, deed)
}

/// Chooses whom to ask, while nothing was asked of the client yet.
pub fn choose_partner(tx: &Tx<'_>, referral: &Referral, version: i64, partner: i64, contact: i64) -> Result<Referral> {
    let state = state_of(&super::events(tx, referral.key)?)?;
    if state.now.status != Status::Draft || state.now.consent == crate::referrals::replay::Consent::Given {
        return Err(Error::Rejected(
            "The partner can be chosen only before the client agrees to share. Drop this draft and start another.".to_owned(),
        ));
    }
    let sql = "
        UPDATE referral
        SET partner_id = :partner, contact_id = :contact, version = version + 1
        WHERE id = :key
          AND version = :version";
    let params = named_params! { ":partner": partner, ":contact": contact, ":key": referral.key, ":version": version };
    if tx.execute(sql, params)? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("referral.partner_chosen", Object::new("referral", &referral.id), "partner contact")?;
    find(tx, referral.key)
}
