//! Whom we ask, and the yes to share: before anything is sent.

use super::record::{MOST_TOGETHER, record};
use super::{REFERRAL, find, read, state_of};
use crate::consent::{self, Text};
use crate::error::{Error, Result};
use crate::i18n::{Args, Language};
use crate::people::queries as people;
use crate::referrals::deed::{Deed, Group, Who};
use crate::referrals::fact::Fact;
use crate::referrals::lifecycle::{Event, Party, Status};
use crate::referrals::{Referral, sharing};
use crate::store::{Object, Tx};
use crate::values::{ConsentMethod, Day, SharedField};
use rusqlite::{Connection, named_params};

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

/// One of the referrals that are agreed to in one act.
#[derive(Debug, Clone)]
pub struct OfAct {
    /// The referral.
    pub referral: Referral,
    /// The version that whoever asks had before them.
    pub version: i64,
    /// Introduce them to this partner by name at once.
    pub by_name: bool,
}

/// Asks for a yes to share, and writes it down where it was given at the same moment. The words are kept as they were read out.
pub fn agree(tx: &Tx<'_>, who: &Who, referral: &Referral, version: i64, agreement: &Agreement) -> Result<Referral> {
    let one = [OfAct { referral: referral.clone(), version, by_name: agreement.by_name }];
    let language = super::reads(tx, referral, tx.today())?;
    let agreed = agree_together(tx, who, &one, &agreement.fields, agreement.yes, language)?;
    agreed.into_iter().next().ok_or_else(|| Error::internal("an act about no referral"))
}

/// One act for up to five partners: one purpose, one set of fields, the same words; a yes of its own for each partner, so that
/// each can be taken back alone. One notice tells of them all. The words are kept in the language they were read out or shown in.
pub fn agree_together(
    tx: &Tx<'_>,
    who: &Who,
    act: &[OfAct],
    fields: &[SharedField],
    yes: Option<ConsentMethod>,
    language: Language,
) -> Result<Vec<Referral>> {
    let first = act.first().ok_or_else(|| Error::Rejected("Choose with whom it may be shared.".to_owned()))?;
    refuse_mixed(act)?;
    let orgs: Vec<String> = act.iter().map(|one| one.referral.partner_name().to_owned()).collect();
    let values = values_of(tx, &first.referral, fields, tx.today())?;
    let until = tx.today().plus_days(consent::longest_days(first.referral.kind));
    let text =
        Text::in_both(language, |language| Ok::<_, Error>(words_for(language, act, &need_of_act(tx, act, language)?, &values, until)))?;
    let fields: Vec<SharedField> = values.iter().map(|(field, _)| *field).collect();
    let mut done = Vec::with_capacity(act.len());
    for (place, one) in act.iter().enumerate() {
        let group = (act.len() > 1).then(|| Group { orgs: orgs.clone(), carries_notice: place == 0 });
        let (mut now, mut version) = (one.referral.clone(), one.version);
        if who.party != Party::Entrepreneur {
            let asking = Deed::new(Event::RequestConsent, version)
                .with(Fact::Fields, sharing::written(&fields, one.by_name))
                .with(Fact::Recipient, one.referral.partner_name())
                .with(Fact::Purpose, one.referral.kind.code())
                .with(Fact::Expiry, until.to_string())
                .with(Fact::Language, language.code());
            // Asking and hearing a yes in one breath sends one notice, not two: the copy of what was agreed.
            now = record(tx, who, &now, Deed { is_quiet: yes.is_some(), group: group.clone(), ..asking })?;
            version = now.version;
        }
        done.push(match yes {
            Some(method) => {
                say_yes(tx, who, &now, version, &Said { method, by_name: one.by_name, text: &text, until, fields: &fields, group })?
            }
            None => now,
        });
    }
    Ok(done)
}

/// A yes as it was said, for one of the partners.
struct Said<'a> {
    method: ConsentMethod,
    by_name: bool,
    text: &'a Text,
    until: Day,
    fields: &'a [SharedField],
    group: Option<Group>,
}

fn say_yes(tx: &Tx<'_>, who: &Who, referral: &Referral, version: i64, said: &Said<'_>) -> Result<Referral> {
    let (partner, ..) = referral.partner.as_ref().ok_or_else(no_partner)?;
    let yes = consent::Yes {
        referral: referral.key,
        partner: *partner,
        method: said.method,
        witness: who.account,
        text_shown: said.text.clone(),
        by_name: said.by_name,
        expires_on: said.until,
        fields: said.fields.to_vec(),
    };
    let grant = consent::queries::grant(tx, &yes)?;
    let deed = Deed::new(Event::GiveConsent, version).with(Fact::ConsentGrant, grant.to_string());
    let deed = match said.method {
        ConsentMethod::Link => deed.with(Fact::Method, "portal"),
        spoken => deed
            .with(Fact::Method, if spoken == ConsentMethod::Spoken { "verbal" } else { "paper" })
            .with(Fact::Witness, tx.actor().id.clone())
            .with(Fact::TextVersion, format!("{} {}", consent::TEXT_VERSION, said.text.language.code())),
    };
    record(tx, who, referral, Deed { group: said.group.clone(), ..deed })
}

fn no_partner() -> Error {
    Error::Rejected("Choose a partner first: a yes to share is for one partner.".to_owned())
}

/// One act is about one client, one kind of help, and five partners at most.
fn refuse_mixed(act: &[OfAct]) -> Result<()> {
    if act.len() > MOST_TOGETHER {
        return Err(Error::Rejected(format!("Share with {MOST_TOGETHER} partners at most in one act.")));
    }
    if act.iter().any(|one| one.referral.partner.is_none()) {
        return Err(no_partner());
    }
    let mut about = None;
    for OfAct { referral, .. } in act {
        let this = (referral.business, referral.program, referral.kind);
        if *about.get_or_insert(this) != this {
            return Err(Error::Rejected("One yes is for one need. Ask about the others on their own pages.".to_owned()));
        }
    }
    Ok(())
}

/// What is shared in one act: the need, or where each partner reads words of its own, what each reads.
pub fn need_of_act(conn: &Connection, act: &[OfAct], language: Language) -> Result<String> {
    let needs = act.iter().map(|one| super::need_in_full(conn, &one.referral, language)).collect::<Result<Vec<_>>>()?;
    if needs.windows(2).all(|pair| pair[0] == pair[1]) {
        return Ok(needs.into_iter().next().unwrap_or_default());
    }
    let line = |(one, need): (&OfAct, &String)| {
        let args = Args::default().with("org", one.referral.partner_name()).with("need", need);
        format!("\n{}", language.say("consent-need-of", args))
    };
    Ok(act.iter().zip(&needs).map(line).collect())
}

/// What could be shared of a client, only the fields asked for, with their real values.
pub fn values_of(conn: &Connection, referral: &Referral, fields: &[SharedField], today: Day) -> Result<Vec<(SharedField, String)>> {
    let client = people::find_in(conn, referral.business, referral.program)?;
    let contact = super::spoken_to(conn, referral, today)?;
    let workers = people::workers(conn, referral.business)?;
    let mut values = sharing::values(&client, contact.as_ref(), workers.as_ref(), today);
    values.retain(|(field, _)| fields.contains(field));
    Ok(values)
}

/// The exact words of one act.
pub fn words_for(language: Language, act: &[OfAct], need: &str, values: &[(SharedField, String)], until: Day) -> String {
    let Some(first) = act.first() else { return String::new() };
    let partners: Vec<(&str, bool)> = act.iter().map(|one| (one.referral.partner_name(), one.by_name)).collect();
    consent::words(&consent::Asked {
        language,
        program: &first.referral.program_name,
        partners: &partners,
        kind: first.referral.kind,
        need,
        values,
        until,
    })
}

/// The drafts and referrals that put one need to several partners together with this one, itself first. Alone: only itself.
pub fn together(conn: &Connection, referral: &Referral) -> Result<Vec<Referral>> {
    let sql = format!(
        "{REFERRAL}
         WHERE referral.asked_together = (SELECT asked_together FROM referral WHERE id = :key)
           AND referral.id <> :key
         ORDER BY partner.name COLLATE NOCASE, referral.id"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let others = statement.query_map(named_params! { ":key": referral.key }, read)?;
    std::iter::once(Ok(referral.clone())).chain(others.map(|row| Ok(row?))).collect()
}

/// Those of the referrals put together with this one that a form names, each as "address.version".
pub fn chosen_of(conn: &Connection, referral: &Referral, chosen: &[String]) -> Result<Vec<(Referral, i64)>> {
    let all = together(conn, referral)?;
    let find = |text: &String| {
        let (id, version) = text.split_once('.').ok_or(Error::NotFound)?;
        let version = version.parse::<i64>().map_err(|_| Error::NotFound)?;
        let one = all.iter().find(|one| one.id.as_str() == id).ok_or(Error::NotFound)?;
        Ok((one.clone(), version))
    };
    chosen.iter().map(find).collect()
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
