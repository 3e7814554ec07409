//! What a partner's word asks an advisor to do, outside of the table: a glance at an end, another person to ask, a reminder.

use super::{MINE, calendar, find, notices, story, zone};
use crate::auth::Viewer;
use crate::auth::links;
use crate::error::{Error, Result};
use crate::outbox::queries as outbox;
use crate::partners::queries as partners;
use crate::partners::{Contact, NewContact};
use crate::referrals::Referral;
use crate::referrals::lifecycle::Status;
use crate::store::{Object, Tx};
use crate::values::{Day, Email, Line, LinkKind, PartnerTaskKind, Telephone};
use rusqlite::{Connection, Row, named_params};

/// Somebody else to ask, as the one who was asked suggests.
#[derive(Debug, Clone)]
pub struct Suggested {
    /// Their name.
    pub name: Line,
    /// Where a link would go.
    pub email: Option<Email>,
    /// Whom to call.
    pub telephone: Option<Telephone>,
}

/// Something that waits for an advisor.
#[derive(Debug, Clone)]
pub struct Task {
    /// Row key.
    pub key: i64,
    /// What.
    pub kind: PartnerTaskKind,
    /// The name that was suggested.
    pub name: Option<String>,
    /// The address that was suggested.
    pub email: Option<String>,
    /// The number that was suggested.
    pub telephone: Option<String>,
    /// Since when.
    pub on: Day,
}

fn put(tx: &Tx<'_>, referral: &Referral, kind: PartnerTaskKind, suggested: Option<&Suggested>) -> Result<()> {
    let sql = "
        INSERT INTO partner_task (referral_id, contact_id, kind, name, email, telephone, created_at)
        VALUES (:referral, :contact, :kind, :name, :email, :telephone, :at)";
    tx.execute(
        sql,
        named_params! {
            ":referral": referral.key,
            ":contact": referral.contact.as_ref().map(|(key, _)| *key),
            ":kind": kind,
            ":name": suggested.map(|other| other.name.as_str()),
            ":email": suggested.and_then(|other| other.email.as_ref()).map(Email::as_str),
            ":telephone": suggested.and_then(|other| other.telephone.as_ref()).map(Telephone::as_str),
            ":at": tx.at(),
        },
    )?;
    Ok(())
}

/// A partner ended a referral by link: it took effect at once, and an advisor has a look.
pub fn ask_for_a_glance(tx: &Tx<'_>, referral: &Referral) -> Result<()> {
    put(tx, referral, PartnerTaskKind::Glance, None)?;
    tx.audit("referral.glance_asked", Object::new("referral", &referral.id))
}

/// "This is not for me." Nobody is asked before an advisor has looked; a link never hands itself on.
pub fn suggest_contact(tx: &Tx<'_>, referral: &Referral, suggested: &Suggested) -> Result<()> {
    let sql = "SELECT count(*) FROM partner_task WHERE referral_id = :referral AND kind = 'right_contact' AND done_at IS NULL";
    let open: i64 = tx.query_row(sql, named_params! { ":referral": referral.key }, |row| row.get(0))?;
    if open >= 3 {
        return Err(Error::Rejected("We have three names already, and look at them first. Call us if it is urgent.".to_owned()));
    }
    put(tx, referral, PartnerTaskKind::RightContact, Some(suggested))?;
    tx.audit_with("referral.contact_suggested", Object::new("referral", &referral.id), "name email telephone")
}

/// A notice with a new link that stays in until the morning of a day the partner chose.
pub fn remind_partner_on(tx: &Tx<'_>, referral: &Referral, on: Day) -> Result<()> {
    let story = story(tx, find(tx, referral.key)?)?;
    outbox::stop_partner_notices(tx, referral.key)?;
    let Some(notice) = notices::remind_partner(tx, &story)? else {
        return Err(Error::Rejected("There is nobody to remind. Call the program.".to_owned()));
    };
    outbox::hold_until(tx, &notice, zone(tx)?.start_of(on).plus_minutes(9 * 60))?;
    tx.audit("referral.reminder_asked", Object::new("referral", &referral.id))
}

/// What waits for an advisor on a referral, oldest first.
pub fn tasks_of(conn: &Connection, referral: i64) -> Result<Vec<Task>> {
    let zone = zone(conn)?;
    let sql = "
        SELECT id, kind, name, email, telephone, created_at
        FROM partner_task
        WHERE referral_id = :referral
          AND done_at IS NULL
        ORDER BY id";
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement.query_map(named_params! { ":referral": referral }, |row| {
        Ok(Task {
            key: row.get("id")?,
            kind: row.get("kind")?,
            name: row.get("name")?,
            email: row.get("email")?,
            telephone: row.get("telephone")?,
            on: zone.day(row.get("created_at")?),
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Ends a task. A suggestion that is taken becomes a contact of the partner, and is asked from now on.
pub fn finish_task(tx: &Tx<'_>, viewer: &Viewer, referral: &Referral, task: i64, is_taken: bool) -> Result<()> {
    let task = tasks_of(tx, referral.key)?.into_iter().find(|one| one.key == task).ok_or(Error::Stale)?;
    let sql = "UPDATE partner_task SET done_at = :at, done_by = :by, is_taken = :taken WHERE id = :key";
    tx.execute(sql, named_params! { ":at": tx.at(), ":by": viewer.key, ":taken": is_taken, ":key": task.key })?;
    tx.audit("referral.task_done", Object::new("referral", &referral.id))?;
    if !is_taken || task.kind != PartnerTaskKind::RightContact {
        return Ok(());
    }
    let (partner, ..) = referral.partner.as_ref().ok_or(Error::NotFound)?;
    let partner = partners::find(tx, *partner)?;
    let known = partners::contacts(tx, partner.key)?.into_iter().find(|one| one.email.is_some() && one.email == task.email);
    let contact = match known {
        Some(contact) => contact.key,
        None => {
            let new = NewContact {
                name: Line::parse(task.name.as_deref().unwrap_or_default(), "their name")?,
                email: Email::maybe(task.email.as_deref().unwrap_or_default())?,
                telephone: Telephone::maybe(task.telephone.as_deref().unwrap_or_default())?,
            };
            partners::add_contact(tx, &partner, &new)?.0
        }
    };
    ask_somebody_else(tx, referral, contact)
}

/// From now on another contact of the same partner answers: older links die, and a new one goes to them.
pub fn ask_somebody_else(tx: &Tx<'_>, referral: &Referral, contact: i64) -> Result<()> {
    change_contact(tx, referral, contact, "referral.contact_changed")?;
    super::renew_partner_link(tx, &find(tx, referral.key)?)
}

/// The partner itself says who of its people answers from now on. Whoever takes it for themselves is inside already, and needs no link.
pub fn assign(tx: &Tx<'_>, referral: &Referral, contact: i64, is_own: bool) -> Result<()> {
    if is_own {
        // What waits for the one who was asked before carries a link that is dead.
        outbox::stop_partner_notices(tx, referral.key)?;
        return change_contact(tx, referral, contact, "referral.assigned");
    }
    change_contact(tx, referral, contact, "referral.assigned")?;
    super::renew_partner_link(tx, &find(tx, referral.key)?)
}

fn change_contact(tx: &Tx<'_>, referral: &Referral, contact: i64, action: &str) -> Result<()> {
    let contact = partners::find_contact(tx, contact)?;
    let is_there = !contact.is_closed && referral.partner.as_ref().is_some_and(|(partner, ..)| *partner == contact.partner);
    if !is_there || !is_open(referral.status) {
        return Err(Error::Rejected("Choose somebody who works at this partner today.".to_owned()));
    }
    if referral.contact.is_none() {
        return Err(Error::Rejected(super::NOT_ASKED_HERE.to_owned()));
    }
    links::close_for_referral(tx, LinkKind::Partner, referral.key)?;
    let sql = "UPDATE referral SET contact_id = :contact, version = version + 1 WHERE id = :key AND version = :version";
    let params = named_params! { ":contact": contact.key, ":key": referral.key, ":version": referral.version };
    if tx.execute(sql, params)? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with(action, Object::new("referral", &referral.id), "contact")
}

const fn is_open(status: Status) -> bool {
    matches!(status, Status::Requested | Status::Received | Status::Accepted | Status::InProgress | Status::OnHold)
}

/// Who else could be asked, where the contact of an open referral no longer works there.
pub fn left_without(conn: &Connection, referral: &Referral) -> Result<Option<Vec<Contact>>> {
    let Some((partner, ..)) = &referral.partner else { return Ok(None) };
    let Some((contact, _)) = &referral.contact else { return Ok(None) };
    if !is_open(referral.status) || !partners::find_contact(conn, *contact)?.is_closed {
        return Ok(None);
    }
    partners::contacts(conn, *partner).map(Some)
}

/// A word of a partner that waits for the viewer: its referral, in words, and since when in business days.
#[derive(Debug, Clone)]
pub struct Word {
    /// "Okafor Metal Finishing: Harbor Loft Trust says it is done".
    pub title: String,
    /// What to do.
    pub text: String,
    /// Address of the referral.
    pub link: String,
    /// Business days since.
    pub days: i64,
}

/// Tasks of the viewer's own referrals, and open referrals whose contact left.
pub fn partner_words(conn: &Connection, viewer: &Viewer, today: Day) -> Result<Vec<Word>> {
    let sql = format!(
        "SELECT referral.public_id, business.name AS client, partner.name AS partner, waits.kind, waits.at
         FROM (
             SELECT referral_id, kind, min(created_at) AS at FROM partner_task WHERE done_at IS NULL GROUP BY referral_id, kind
             UNION ALL
             SELECT referral.id, 'left', partner_contact.closed_at
             FROM referral
             JOIN partner_contact ON partner_contact.id = referral.contact_id
             WHERE partner_contact.closed_at IS NOT NULL
               AND referral.status IN ('requested', 'received', 'accepted', 'in-progress', 'on-hold')
         ) AS waits
         JOIN referral ON referral.id = waits.referral_id
         JOIN business ON business.id = referral.business_id
         JOIN partner ON partner.id = referral.partner_id
         WHERE {MINE}
           AND referral.advisor_id = :viewer
         ORDER BY waits.at
         LIMIT 50"
    );
    let (zone, calendar) = (zone(conn)?, calendar(conn)?);
    let mut statement = conn.prepare_cached(&sql)?;
    let read = |row: &Row<'_>| {
        let (client, partner, kind): (String, String, String) = (row.get("client")?, row.get("partner")?, row.get("kind")?);
        let (title, text) = match kind.as_str() {
            "glance" => ("ended by link", "It took effect at once. Have a look, and say that you have seen it."),
            "right_contact" => ("somebody else should be asked", "The one we asked names another person. Check it before you ask them."),
            _ => ("nobody to answer", "The person we asked no longer works there. Choose who is asked now."),
        };
        let id: String = row.get("public_id")?;
        Ok(Word {
            title: format!("{client}: {partner}, {title}"),
            text: text.to_owned(),
            link: format!("/referrals/{id}#word"),
            days: i64::from(calendar.business_days_between(zone.day(row.get("at")?).date(), today.date())),
        })
    };
    let found = statement.query_map(named_params! { ":viewer": viewer.key }, read)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
