//! Is it still there? Landlords are asked once a month and answer with one press; staff can note what they heard.

use super::{MINE, SITE, read, stand, with_rent};
use crate::auth::Viewer;
use crate::auth::links::{self, Link, Target};
use crate::error::{Error, Result};
use crate::outbox::{Notice, queries as outbox};
use crate::partners::{Contact, Partner, queries as partners};
use crate::programs::queries as programs;
use crate::sites::monthly::{self, Known};
use crate::sites::{Site, attribute};
use crate::store::{Object, Tx};
use crate::values::{Audience, Cents, Day, Instant, LinkKind, NoticeChannel, SiteAnswer, SiteId, SiteStatus, Vocabulary};
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use std::collections::BTreeSet;

type Holidays = BTreeSet<jiff::civil::Date>;

/// A landlord with units to let, and how long nobody has confirmed them.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The landlord.
    pub partner: Partner,
    /// Units that nobody confirmed for a month.
    pub stale: i64,
    /// Whom to ask; nobody where nobody is known there.
    pub contact: Option<Contact>,
    /// When they were asked last.
    pub asked_on: Option<Day>,
    /// The day on which the next question goes.
    pub next_on: Day,
}

impl Listed {
    /// True where somebody can be asked today.
    pub fn is_due(&self, today: Day) -> bool {
        self.contact.is_some() && self.next_on <= today
    }
}

const TO_LET: &str = "
    SELECT site.partner_id, count(*) FILTER (WHERE site.checked_on IS NULL OR site.checked_on <= :before) AS stale,
           min(coalesce(site.checked_on, '')) AS oldest,
           (SELECT max(asked_on) FROM site_ask WHERE site_ask.partner_id = site.partner_id) AS asked_on
    FROM site
    JOIN partner ON partner.id = site.partner_id
    WHERE site.status = 'available'
      AND partner.closed_at IS NULL";

/// Row key, stale units, what is known.
type ToLet = (i64, i64, Known);

fn read_to_let(row: &Row<'_>) -> rusqlite::Result<ToLet> {
    let oldest: String = row.get("oldest")?;
    let checked_on = if oldest.is_empty() { None } else { Some(Day::parse(&oldest).map_err(|_| rusqlite::Error::InvalidQuery)?) };
    Ok((row.get("partner_id")?, row.get("stale")?, Known { checked_on, asked_on: row.get("asked_on")? }))
}

fn listed(conn: &Connection, (key, stale, known): ToLet, holidays: &Holidays, today: Day) -> Result<Listed> {
    let next_on = monthly::next_question(known, &partners::closures(conn, key)?, holidays, today);
    let contact = to_ask(partners::contacts(conn, key)?);
    Ok(Listed { partner: partners::find(conn, key)?, stale, contact, asked_on: known.asked_on, next_on })
}

/// Whom to ask: the first who has an address, else the first who can be called or written to.
fn to_ask(contacts: Vec<Contact>) -> Option<Contact> {
    let rank = |contact: &Contact| (contact.email.is_none(), contact.telephone.is_none());
    contacts.into_iter().min_by_key(rank)
}

/// The landlords of some programs with units to let, the next to be asked first.
pub fn list_landlords(conn: &Connection, viewer: &Viewer, today: Day) -> Result<Vec<Listed>> {
    let sql = format!("{TO_LET} AND {MINE} GROUP BY site.partner_id ORDER BY partner.name COLLATE NOCASE, partner.id");
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":viewer": viewer.key, ":before": monthly::a_month_before(today) };
    let to_let = statement.query_map(params, read_to_let)?.collect::<rusqlite::Result<Vec<_>>>()?;
    let holidays = programs::holidays(conn)?;
    let mut all = to_let.into_iter().map(|one| listed(conn, one, &holidays, today)).collect::<Result<Vec<_>>>()?;
    all.sort_by_key(|one| one.next_on);
    Ok(all)
}

/// Row keys of the landlords who are asked today.
pub fn landlords_due(conn: &Connection, today: Day) -> Result<Vec<i64>> {
    let mut statement = conn.prepare_cached(&format!("{TO_LET} GROUP BY site.partner_id ORDER BY site.partner_id"))?;
    let to_let = statement.query_map(named_params! { ":before": monthly::a_month_before(today) }, read_to_let)?;
    let to_let = to_let.collect::<rusqlite::Result<Vec<_>>>()?;
    let holidays = programs::holidays(conn)?;
    let mut due = Vec::new();
    for (key, _, known) in to_let {
        // Most are not due whatever their closures say.
        if monthly::next_question(known, &[], &holidays, today) == today
            && monthly::next_question(known, &partners::closures(conn, key)?, &holidays, today) == today
            && to_ask(partners::contacts(conn, key)?).is_some()
        {
            due.push(key);
        }
    }
    Ok(due)
}

/// Asks one landlord, if it is due today: looked at again under the writer's eyes. Says whether it was asked.
pub fn ask_if_due(tx: &Tx<'_>, partner: i64) -> Result<bool> {
    let today = tx.today();
    let params = named_params! { ":partner": partner, ":before": monthly::a_month_before(today) };
    let sql = format!("{TO_LET} AND site.partner_id = :partner GROUP BY site.partner_id");
    let Some(to_let) = tx.prepare_cached(&sql)?.query_row(params, read_to_let).optional()? else { return Ok(false) };
    let landlord = listed(tx, to_let, &programs::holidays(tx)?, today)?;
    let Some(contact) = landlord.contact.as_ref().filter(|_| landlord.next_on <= today) else { return Ok(false) };
    ask(tx, &landlord.partner, contact)?;
    Ok(true)
}

/// Asks now those landlords of the viewer's programs who are due, without waiting for the round. Says how many were asked.
pub fn ask_landlords(tx: &Tx<'_>, viewer: &Viewer) -> Result<usize> {
    let mut count = 0;
    for landlord in list_landlords(tx, viewer, tx.today())? {
        count += usize::from(ask_if_due(tx, landlord.partner.key)?);
    }
    Ok(count)
}

/// One question about all units of a landlord. One of an earlier month that nobody sent is old news.
fn ask(tx: &Tx<'_>, partner: &Partner, contact: &Contact) -> Result<()> {
    let sql = "
        UPDATE outbox_message
        SET stopped_at = :at
        WHERE id IN (SELECT message_id FROM site_ask WHERE partner_id = :partner)
          AND sent_at IS NULL
          AND stopped_at IS NULL";
    tx.execute(sql, named_params! { ":at": tx.at(), ":partner": partner.key })?;
    let (channel, to_address) = match (&contact.email, &contact.telephone) {
        (Some(email), _) => (NoticeChannel::Email, Some(email.clone())),
        (None, Some(number)) => (NoticeChannel::Text, Some(number.clone())),
        (None, None) => (NoticeChannel::Letter, None),
    };
    let link = match channel {
        NoticeChannel::Letter => None,
        _ => Some(links::issue(tx, LinkKind::Sites, Target { contact: Some(contact.key), ..Target::default() })?),
    };
    let program = programs::find(tx, partner.program)?;
    let names: Vec<String> = list_of_contact(tx, contact.key)?.into_iter().map(|site| site.name).collect();
    let notice = Notice {
        program: partner.program,
        referral: None,
        event: None,
        audience: Audience::Partner,
        channel,
        to_name: contact.name.clone(),
        to_address,
        language: "en".to_owned(),
        english: None,
        subject: format!("{}: are your units still available?", program.name),
        body: monthly::question(channel, &program.name, program.telephone.as_deref(), &contact.name, &names),
        link,
        person: None,
    };
    outbox::write_notice(tx, &notice)?;
    let message = tx.last_insert_rowid();
    let sql = "
        INSERT INTO site_ask (partner_id, contact_id, asked_at, asked_on, message_id)
        VALUES (:partner, :contact, :at, :today, :message)";
    tx.execute(
        sql,
        named_params! { ":partner": partner.key, ":contact": contact.key, ":at": tx.at(), ":today": tx.today(), ":message": message },
    )?;
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
