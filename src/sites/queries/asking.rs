//! Is it still there? Landlords are asked once a month and answer with one press; staff can note what they heard.

use super::{MINE, SITE, read, stand, with_rent};
use crate::auth::Viewer;
use crate::auth::links::{self, Link, Target};
use crate::error::{Error, Result};
use crate::outbox::{Notice, queries as outbox};
use crate::partners::{Contact, Partner, queries as partners};
use crate::sites::{ASK_DAYS, Site, attribute};
use crate::store::{Object, Tx};
use crate::values::{Audience, Cents, Day, Instant, LinkKind, NoticeChannel, SiteAnswer, SiteId, SiteStatus, Vocabulary};
use rusqlite::{Connection, OptionalExtension, named_params};

/// A landlord whose units nobody confirmed for a month.
#[derive(Debug, Clone)]
pub struct Stale {
    /// The landlord.
    pub partner: Partner,
    /// Its units, the longest unconfirmed first.
    pub sites: Vec<Site>,
    /// Whom to ask; nobody where nobody is known there.
    pub contact: Option<Contact>,
    /// When they were asked last.
    pub asked_at: Option<Instant>,
}

/// The landlords of some programs with units that nobody confirmed for thirty days.
pub fn list_stale(conn: &Connection, viewer: &Viewer, today: Day) -> Result<Vec<Stale>> {
    let sql = format!("{} WHERE {MINE} AND {STALE} ORDER BY partner.name COLLATE NOCASE, site.checked_on, site.id", *SITE);
    let mut statement = conn.prepare_cached(&sql)?;
    let sites = statement.query_map(named_params! { ":viewer": viewer.key, ":before": today.plus_days(-ASK_DAYS) }, read)?;
    by_landlord(conn, sites.collect::<rusqlite::Result<_>>()?)
}

const STALE: &str = "site.status = 'available' AND partner.closed_at IS NULL AND (site.checked_on IS NULL OR site.checked_on < :before)";

fn by_landlord(conn: &Connection, sites: Vec<Site>) -> Result<Vec<Stale>> {
    let mut stale: Vec<Stale> = Vec::new();
    for site in sites {
        if let Some(known) = stale.iter_mut().find(|known| known.partner.key == site.partner.0) {
            known.sites.push(site);
            continue;
        }
        let partner = partners::find(conn, site.partner.0)?;
        let contacts = partners::contacts(conn, partner.key)?;
        let contact = contacts.into_iter().find(|contact| contact.email.is_some() || contact.telephone.is_some());
        let sql = "SELECT max(asked_at) FROM site_ask WHERE partner_id = ?1";
        let asked_at = conn.prepare_cached(sql)?.query_row([partner.key], |row| row.get(0))?;
        stale.push(Stale { partner, sites: vec![site], contact, asked_at });
    }
    Ok(stale)
}

/// Asks these landlords, each at most once in thirty days. Says how many were asked.
pub fn ask_landlords(tx: &Tx<'_>, stale: Vec<Stale>) -> Result<usize> {
    let mut count = 0;
    for landlord in stale {
        let is_recent = landlord.asked_at.is_some_and(|at| tx.at() < at.plus_days(ASK_DAYS));
        let Some(contact) = landlord.contact.filter(|_| !is_recent) else { continue };
        ask(tx, &landlord.partner, &contact)?;
        count += 1;
    }
    Ok(count)
}

fn ask(tx: &Tx<'_>, partner: &Partner, contact: &Contact) -> Result<()> {
    let link = links::issue(tx, LinkKind::Sites, Target { contact: Some(contact.key), ..Target::default() })?;
    let (channel, to_address) = match (&contact.email, &contact.telephone) {
        (Some(email), _) => (NoticeChannel::Email, Some(email.clone())),
        (None, Some(number)) => (NoticeChannel::Text, Some(number.clone())),
        (None, None) => (NoticeChannel::Letter, None),
    };
    let program = &partner.program_name;
    let body = match channel {
        NoticeChannel::Text => format!("{program}: there is news. {{link}}"),
        _ => format!(
            "Hello {},\n\nare the units you told us of still available? One press for each: still available, the rent changed, or gone.\n\n{{link}}\n\nYou need no account. The link works for 45 days.\n\n{program}",
            contact.name
        ),
    };
    let notice = Notice {
        program: partner.program,
        referral: None,
        event: None,
        audience: Audience::Partner,
        channel,
        to_name: contact.name.clone(),
        to_address,
        subject: format!("{program}: are your units still available?"),
        body,
        link: Some(link),
    };
    outbox::write_notice(tx, &notice)?;
    let sql = "INSERT INTO site_ask (partner_id, contact_id, asked_at) VALUES (:partner, :contact, :at)";
    tx.execute(sql, named_params! { ":partner": partner.key, ":contact": contact.key, ":at": tx.at() })?;
    tx.audit("site.asked_again", Object::new("partner", &partner.id))
}

/// The units that a landlord's link shows: those of its own that are still listed.
pub fn list_of_contact(conn: &Connection, contact: i64) -> Result<Vec<Site>> {
    let sql = format!(
        "{}
         WHERE site.partner_id = (SELECT partner_id FROM partner_contact WHERE id = ?1 AND closed_at IS NULL)
           AND site.status IN ('available', 'off_market')
         ORDER BY site.name COLLATE NOCASE, site.id",
        *SITE
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let sites = statement.query_map([contact], read)?;
    Ok(sites.collect::<rusqlite::Result<_>>()?)
}

/// A unit that belongs to the landlord of a contact; any other looks like none.
pub fn find_of_contact(conn: &Connection, contact: i64, id: &SiteId) -> Result<Site> {
    let sql = format!(
        "{} WHERE site.public_id = :id AND site.partner_id = (SELECT partner_id FROM partner_contact WHERE id = :contact AND closed_at IS NULL)",
        *SITE
    );
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":contact": contact }, read).optional()?.ok_or(Error::NotFound)
}

/// Notes what a landlord told staff.
pub fn answer(tx: &Tx<'_>, viewer: &Viewer, site: &Site, said: SiteAnswer, rent: Option<Cents>) -> Result<()> {
    note(tx, site, said, rent, Some(viewer.key), None)
}

/// What a landlord pressed on the page of its link.
pub fn answer_by_link(tx: &Tx<'_>, link: &Link, id: &SiteId, said: SiteAnswer, rent: Option<Cents>) -> Result<()> {
    let contact = link.contact.ok_or(Error::NotFound)?;
    let site = find_of_contact(tx, contact, id)?;
    outbox::note_went_out(tx, link.key)?;
    note(tx, &site, said, rent, None, Some(contact))
}

fn note(tx: &Tx<'_>, site: &Site, said: SiteAnswer, rent: Option<Cents>, account: Option<i64>, contact: Option<i64>) -> Result<()> {
    match (said, rent) {
        (SiteAnswer::RentChanged, None) => {
            return Err(Error::Rejected("Write the new rent, counted as before.".to_owned()));
        }
        (SiteAnswer::RentChanged, Some(rent)) => {
            if site.facts.text("rent_unit").is_none() {
                return Err(Error::Rejected(
                    "No rent was known of this unit. Change its facts, so that it is clear what the rent counts.".to_owned(),
                ));
            }
            let facts = with_rent(site, rent.cents());
            let sql = "UPDATE site SET rent_cents = :rent WHERE id = :key";
            tx.execute(sql, named_params! { ":rent": facts.number("rent_cents"), ":key": site.key })?;
            stand(tx, site, SiteStatus::Available)?;
        }
        (SiteAnswer::Available, _) => stand(tx, site, SiteStatus::Available)?,
        (SiteAnswer::Gone, _) => stand(tx, site, SiteStatus::Gone)?,
    }
    let sql = "INSERT INTO site_check (site_id, answer, account_id, contact_id, at) VALUES (:site, :answer, :account, :contact, :at)";
    tx.execute(sql, named_params! { ":site": site.key, ":answer": said, ":account": account, ":contact": contact, ":at": tx.at() })?;
    tx.audit_with("site.checked", Object::new("site", &site.id), said.code())
}

/// What was said of a unit, the last first: answer, by whom, when.
pub fn checks(conn: &Connection, site: i64, limit: i64) -> Result<Vec<(SiteAnswer, String, Instant)>> {
    let sql = "
        SELECT site_check.answer, coalesce(account.name, partner_contact.name, '') AS who, site_check.at
        FROM site_check
        LEFT JOIN account ON account.id = site_check.account_id
        LEFT JOIN partner_contact ON partner_contact.id = site_check.contact_id
        WHERE site_check.site_id = :site
        ORDER BY site_check.id DESC
        LIMIT :limit";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement
        .query_map(named_params! { ":site": site, ":limit": limit }, |row| Ok((row.get("answer")?, row.get("who")?, row.get("at")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A rent as a landlord types it on that page.
pub fn typed_rent(typed: &str) -> std::result::Result<Option<Cents>, crate::values::Complaint> {
    let attribute = attribute::find("rent_cents");
    match attribute.map(|attribute| attribute.parse(typed)).transpose()?.flatten() {
        Some(attribute::Value::Number(cents)) => Ok(Some(Cents::new(cents))),
        _ => Ok(None),
    }
}
