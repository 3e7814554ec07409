//! Requests that others begin, in SQL: written down, waiting with their clock, taken, or closed with a reason that was told.

use super::{MINE, NewReferral, REFERRAL, calendar, create, find, zone};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::people::{self, NewClient, NewPerson};
use crate::referrals::deed::Who;
use crate::referrals::inbound::{Inbound, NewInbound, Waiting};
use crate::referrals::{Kind, Referral};
use crate::store::{Object, Tx};
use crate::values::{ContactBy, Day, InboundId, Instant, Limit, Line, Note, Origin, Telephone, Urgency};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// Open requests of one business that nobody has taken yet.
const MOST_OPEN: i64 = 5;
/// People one partner sent that wait.
const MOST_SENT: i64 = 20;

/// An entrepreneur asks for help with something else. A draft that waits for an advisor to take it.
pub fn ask_for_help(tx: &Tx<'_>, from: &Referral, kind: Kind, need: &Note, urgency: Urgency) -> Result<Referral> {
    let waiting = own_requests(tx, from)?.iter().filter(|(_, is_taken)| !is_taken).count();
    if i64::try_from(waiting).unwrap_or(i64::MAX) >= MOST_OPEN {
        return Err(Error::Rejected(format!("{MOST_OPEN} of your requests wait for an answer already. Please call us.")));
    }
    let new = NewReferral {
        program: from.program,
        business: from.business,
        kind,
        need: need.to_string(),
        urgency,
        origin: Origin::SelfRequest,
        partner: None,
        advisor: from.advisor.0,
        replaces: None,
        together: None,
    };
    create(tx, &Who::entrepreneur(), &new)
}

/// Somebody asks for help for a business that they speak for, without a referral at hand. Its advisor hears of it; where it has none,
/// somebody of the program does.
pub fn ask_for_business(tx: &Tx<'_>, standing: &super::Standing, kind: Kind, need: &Note, urgency: Urgency) -> Result<Referral> {
    let waiting = "
        SELECT count(*)
        FROM referral
        WHERE business_id = :business
          AND program_id = :program
          AND origin = 'self_request'
          AND status = 'draft'
          AND NOT EXISTS (SELECT 1 FROM triage WHERE triage.referral_id = referral.id)";
    let params = named_params! { ":business": standing.business, ":program": standing.program.0 };
    if tx.query_row(waiting, params, |row| row.get::<_, i64>(0))? >= MOST_OPEN {
        return Err(Error::Rejected(format!("{MOST_OPEN} of your requests wait for an answer already. Please call us.")));
    }
    let staff = || people::queries::staff_of(tx, standing.program.0).map(|staff| staff.first().map(|(key, _)| *key));
    let advisor = match standing.advisor {
        Some(advisor) => Some(advisor),
        None => staff()?,
    };
    let new = NewReferral {
        program: standing.program.0,
        business: standing.business,
        kind,
        need: need.to_string(),
        urgency,
        origin: Origin::SelfRequest,
        partner: None,
        advisor: advisor.ok_or(Error::NotFound)?,
        replaces: None,
        together: None,
    };
    create(tx, &Who::entrepreneur(), &new)
}

/// What the business of a referral asked for by itself, newest first, and whether somebody took it.
pub fn own_requests(conn: &Connection, from: &Referral) -> Result<Vec<(Referral, bool)>> {
    let sql = "
        SELECT referral.id, referral.status <> 'draft' OR EXISTS (SELECT 1 FROM triage WHERE triage.referral_id = referral.id) AS is_taken
        FROM referral
        WHERE business_id = :business
          AND program_id = :program
          AND origin = 'self_request'
        ORDER BY referral.id DESC
        LIMIT 20";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! { ":business": from.business, ":program": from.program }, |row| {
        Ok((row.get::<_, i64>("id")?, row.get::<_, bool>("is_taken")?))
    })?;
    rows.map(|row| {
        let (key, is_taken) = row?;
        Ok((find(conn, key)?, is_taken))
    })
    .collect()
}

const INBOUND: &str = "
    SELECT inbound.id, inbound.public_id, inbound.program_id, program.name AS program_name, inbound.partner_id,
           partner.name AS partner_name, inbound.contact_id, inbound.asserted_name, inbound.person_name, inbound.telephone,
           inbound.business_name, inbound.kind, inbound.need, inbound.at, coalesce(inbound.taken_at, inbound.closed_at) AS settled_at
    FROM inbound
    JOIN program ON program.id = inbound.program_id
    JOIN partner ON partner.id = inbound.partner_id";
const OURS: &str = "inbound.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)";

fn read(row: &Row<'_>) -> rusqlite::Result<Inbound> {
    Ok(Inbound {
        key: row.get("id")?,
        id: row.get("public_id")?,
        program: (row.get("program_id")?, row.get("program_name")?),
        partner: (row.get("partner_id")?, row.get("partner_name")?),
        contact: row.get("contact_id")?,
        asserted_name: row.get("asserted_name")?,
        person_name: row.get("person_name")?,
        telephone: row.get("telephone")?,
        business_name: row.get("business_name")?,
        kind: row.get("kind")?,
        need: row.get("need")?,
        at: row.get("at")?,
        settled_at: row.get("settled_at")?,
    })
}

/// A partner sends us somebody who said yes to being called.
pub fn send_somebody(tx: &Tx<'_>, who: &Who, from: &Referral, new: &NewInbound) -> Result<InboundId> {
    let (partner, ..) = from.partner.as_ref().ok_or(Error::NotFound)?;
    if i64::try_from(sent_by(tx, *partner)?.iter().filter(|sent| sent.settled_at.is_none()).count()).unwrap_or(i64::MAX) >= MOST_SENT {
        return Err(Error::Rejected(format!("{MOST_SENT} people you sent wait for our call already. Please call us about the next one.")));
    }
    let id: InboundId = tx.fresh_id()?;
    let sql = "
        INSERT INTO inbound (public_id, program_id, partner_id, contact_id, asserted_name, person_name, telephone, business_name, kind, need, at)
        VALUES (:id, :program, :partner, :contact, :asserted, :person, :telephone, :business, :kind, :need, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":program": from.program,
        ":partner": partner,
        ":contact": who.contact,
        ":asserted": who.asserted_name,
        ":person": new.person_name,
        ":telephone": new.telephone.as_str(),
        ":business": new.business_name,
        ":kind": new.kind,
        ":need": new.need,
        ":at": tx.at(),
    })?;
    tx.audit("inbound.sent", Object::new("inbound", &id))?;
    Ok(id)
}

/// Everybody a partner sent, newest first.
pub fn sent_by(conn: &Connection, partner: i64) -> Result<Vec<Inbound>> {
    let sql = format!("{INBOUND} WHERE inbound.partner_id = ?1 ORDER BY inbound.id DESC LIMIT 50");
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map([partner], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Somebody sent to a program of the viewer.
pub fn find_inbound(conn: &Connection, viewer: &Viewer, id: &InboundId) -> Result<Inbound> {
    let sql = format!("{INBOUND} WHERE inbound.public_id = :id AND {OURS}");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?.ok_or(Error::NotFound)
}

/// By when somebody takes what came at an instant: the intake clock of business days.
fn due(conn: &Connection, program: i64, kind: Kind, at: Instant) -> Result<Day> {
    let from = zone(conn)?.day(at).date();
    let days = super::policy_book(conn, program)?.days(kind, Limit::Triage, from);
    Ok(Day::new(calendar(conn)?.add_business_days(from, days)))
}

/// Everything of the viewer's programs that waits for somebody to take it, the oldest first.
pub fn triage(conn: &Connection, viewer: &Viewer) -> Result<Vec<Waiting>> {
    let mut waiting = Vec::new();
    let sql = format!(
        "{REFERRAL}
         WHERE {MINE}
           AND referral.origin = 'self_request'
           AND referral.status = 'draft'
           AND NOT EXISTS (SELECT 1 FROM triage WHERE triage.referral_id = referral.id)
         ORDER BY referral.id
         LIMIT 200"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":viewer": viewer.key }, super::read)?;
    for referral in rows.collect::<rusqlite::Result<Vec<_>>>()? {
        waiting.push(Waiting {
            href: format!("/referrals/{}", referral.id),
            title: format!("{} asks for help with {}", referral.client_name, referral.kind.in_a_sentence()),
            from: format!("On their own page. Their advisor is {}.", referral.advisor.1),
            due_on: due(conn, referral.program, referral.kind, referral.created_at)?,
            at: referral.created_at,
            need: referral.need,
        });
    }
    let sql = format!("{INBOUND} WHERE {OURS} AND inbound.taken_at IS NULL AND inbound.closed_at IS NULL ORDER BY inbound.id LIMIT 200");
    let mut statement = conn.prepare_cached(&sql)?;
    for inbound in statement.query_map(named_params! { ":viewer": viewer.key }, read)?.collect::<rusqlite::Result<Vec<_>>>()? {
        waiting.push(Waiting {
            href: format!("/inbound/{}", inbound.id),
            title: format!("{} needs help with {}", inbound.person_name, inbound.kind.in_a_sentence()),
            from: format!("Sent by {}.", inbound.partner.1),
            due_on: due(conn, inbound.program.0, inbound.kind, inbound.at)?,
            at: inbound.at,
            need: inbound.need,
        });
    }
    waiting.sort_by_key(|one| one.at);
    Ok(waiting)
}

/// True while a draft that its owner asked for waits for somebody to take it.
pub fn waits_for_triage(conn: &Connection, referral: &Referral) -> Result<bool> {
    let is_asked = referral.origin == Origin::SelfRequest && referral.status == crate::referrals::Status::Draft;
    let sql = "SELECT EXISTS (SELECT 1 FROM triage WHERE referral_id = ?1)";
    Ok(is_asked && !conn.prepare_cached(sql)?.query_row([referral.key], |row| row.get(0))?)
}

/// An advisor takes a draft, or a manager gives it to one of the program's staff.
pub fn take(tx: &Tx<'_>, viewer: &Viewer, referral: &Referral, advisor: i64) -> Result<()> {
    if !people::queries::staff_of(tx, referral.program)?.iter().any(|(key, _)| *key == advisor) {
        return Err(Error::Rejected("Choose somebody of this program.".to_owned()));
    }
    if !waits_for_triage(tx, referral)? {
        return Err(Error::Rejected("Somebody has taken this already.".to_owned()));
    }
    let sql = "UPDATE referral SET advisor_id = :advisor, version = version + 1 WHERE id = :key";
    tx.execute(sql, named_params! { ":advisor": advisor, ":key": referral.key })?;
    note_taken(tx, viewer, referral.key)?;
    tx.audit("referral.taken", Object::new("referral", &referral.id))
}

fn note_taken(tx: &Tx<'_>, viewer: &Viewer, referral: i64) -> Result<()> {
    let sql = "INSERT INTO triage (referral_id, account_id, at) VALUES (:referral, :account, :at)";
    tx.execute(sql, named_params! { ":referral": referral, ":account": viewer.key, ":at": tx.at() })?;
    Ok(())
}

/// The one who was sent, as a form of registering would bring them.
pub fn as_client(inbound: &Inbound) -> Result<NewClient> {
    let name = inbound.business_name.clone().unwrap_or_else(|| inbound.person_name.clone());
    let (first, last) = inbound.person_name.split_once(' ').unwrap_or((&inbound.person_name, ""));
    let contact = NewPerson {
        first_name: first.to_owned(),
        last_name: last.to_owned(),
        telephone: Telephone::maybe(&inbound.telephone)?,
        email: None,
        language: "en".to_owned(),
        contact_by: Some(ContactBy::Phone),
        share_bp: None,
    };
    let place = people::Place::default();
    let name = Line::parse(&name, "the name")?;
    Ok(NewClient { name, product: None, naics: None, stage: None, place, workers: None, contact: Some(contact) })
}

/// Takes somebody who was sent: for a client we know, or as a new one. The draft says who sent them.
pub fn take_inbound(tx: &Tx<'_>, viewer: &Viewer, inbound: &Inbound, known: Option<i64>) -> Result<Referral> {
    refuse_settled(inbound)?;
    let business = match known {
        Some(business) => people::queries::find_in(tx, business, inbound.program.0)?.key,
        None => people::queries::register(tx, inbound.program.0, Some(viewer.key), &as_client(inbound)?)?.0,
    };
    let new = NewReferral {
        program: inbound.program.0,
        business,
        kind: inbound.kind,
        need: inbound.need.clone(),
        urgency: Urgency::ThisMonth,
        origin: Origin::InboundPartner,
        partner: None,
        advisor: viewer.key,
        replaces: None,
        together: None,
    };
    let who = Who::partner(inbound.contact, inbound.asserted_name.as_deref().unwrap_or_default());
    let draft = create(tx, &who, &new)?;
    note_taken(tx, viewer, draft.key)?;
    let sql = "UPDATE inbound SET taken_at = :at, settled_by = :by, referral_id = :referral WHERE id = :key";
    tx.execute(sql, named_params! { ":at": tx.at(), ":by": viewer.key, ":referral": draft.key, ":key": inbound.key })?;
    tx.audit("inbound.taken", Object::new("inbound", &inbound.id))?;
    Ok(draft)
}

/// Closes what cannot be helped with. The person was told why, on a day.
pub fn close_inbound(tx: &Tx<'_>, viewer: &Viewer, inbound: &Inbound, why: &Line, told_on: Day) -> Result<()> {
    refuse_settled(inbound)?;
    if told_on > tx.today() {
        return Err(Error::Rejected("A day that lies ahead has not happened yet. Tell them first.".to_owned()));
    }
    let sql = "UPDATE inbound SET closed_at = :at, settled_by = :by, closed_why = :why, told_on = :told WHERE id = :key";
    tx.execute(sql, named_params! { ":at": tx.at(), ":by": viewer.key, ":why": why, ":told": told_on, ":key": inbound.key })?;
    tx.audit("inbound.closed", Object::new("inbound", &inbound.id))
}

fn refuse_settled(inbound: &Inbound) -> Result<()> {
    match inbound.settled_at {
        Some(_) => Err(Error::Rejected("Somebody has taken or closed this already.".to_owned())),
        None => Ok(()),
    }
}
