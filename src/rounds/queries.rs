//! The rounds in SQL: what is open, what was said, and the deeds of a round.

mod leases;

pub use leases::settle;

use super::tasks::{Tasks, Word, tasks};
use super::words::{self, Line};
use crate::auth::links::{self, Target};
use crate::error::Result;
use crate::i18n::Language;
use crate::notes::queries as notes;
use crate::outbox::{Notice, queries as outbox};
use crate::partners::Contact;
use crate::partners::queries as partners;
use crate::programs::queries as programs;
use crate::referrals::deed::{Deed, Who};
use crate::referrals::fact::Fact;
use crate::referrals::queries::{self as referrals, Story, Told};
use crate::referrals::{Event, Status, timers};
use crate::self_identification::queries as self_identification;
use crate::services::queries as services;
use crate::sites::queries as sites;
use crate::store::{Object, Tx};
use crate::stories::queries as stories;
use crate::values::{Audience, Day, Instant, LinkKind, NoticeChannel, Rung};
use crate::worker_survey::queries as surveys;
use rusqlite::{Connection, named_params};
use std::collections::{BTreeMap, BTreeSet};

/// What a round has to look at again, under the writer's eyes.
pub struct Plan {
    /// Row keys of referrals.
    pub referrals: Vec<i64>,
    /// Row keys of partners who are owed a digest.
    pub partners: Vec<i64>,
    /// Row keys of landlords who are asked today whether their units are still there.
    pub landlords: Vec<i64>,
    /// Row keys of referrals for space whose units or need do not stand as their record says.
    pub leases: Vec<i64>,
    /// Row keys of programs whose notice about answers changed, and who have not told everybody yet.
    pub notices: Vec<i64>,
    /// Row keys of notes whose day is over.
    pub notes: Vec<i64>,
    /// Row keys of services whose notes' day is over.
    pub service_notes: Vec<i64>,
    /// Row keys of stories whose yes ends soon, and whose client was not told so.
    pub stories: Vec<i64>,
    /// Row keys of rounds of the worker survey whose totals nobody told in time.
    pub surveys: Vec<i64>,
}

impl Plan {
    /// True when there is nothing to do.
    pub fn is_empty(&self) -> bool {
        let Self { referrals, partners, landlords, leases, notes, service_notes, notices, stories, surveys } = self;
        [referrals, partners, landlords, leases, notes, service_notes, notices, stories, surveys].into_iter().all(Vec::is_empty)
    }
}

/// The newest event of the record.
pub fn newest_event(conn: &Connection) -> Result<i64> {
    Ok(conn.prepare_cached("SELECT coalesce(max(seq), 0) FROM audit_event")?.query_row([], |row| row.get(0))?)
}

/// A referral with what a round owes to it.
struct Owed {
    story: Story,
    tasks: Tasks,
    /// The day its shown clock is due by the log; the row may still say another.
    due_on: Option<Day>,
    has_lapsed: bool,
}

/// Referrals on which some clock may run.
fn open(conn: &Connection) -> Result<Vec<i64>> {
    let sql = "
        SELECT id
        FROM referral
        WHERE status NOT IN ('entered-in-error')
          AND waiting_on <> 'nobody'
        ORDER BY id";
    let mut statement = conn.prepare_cached(sql)?;
    let keys = statement.query_map([], |row| row.get("id"))?;
    Ok(keys.collect::<rusqlite::Result<_>>()?)
}

/// What was said about a referral.
fn said(conn: &Connection, referral: i64) -> Result<Vec<Word>> {
    let sql = "SELECT timer, rung, due_on, to_partner FROM reminder WHERE referral_id = ?1";
    let mut statement = conn.prepare_cached(sql)?;
    let words = statement.query_map([referral], |row| {
        let due: Day = row.get("due_on")?;
        Ok(Word { timer: row.get("timer")?, rung: row.get("rung")?, due_on: due.date(), to_partner: row.get("to_partner")? })
    })?;
    Ok(words.collect::<rusqlite::Result<_>>()?)
}

/// How often the partner was reminded between two instants, and how often somebody called.
fn reminders_and_calls(conn: &Connection, referral: i64, sent_at: Option<Instant>, until: Instant) -> Result<(i64, i64)> {
    let params = named_params! { ":referral": referral, ":sent": sent_at, ":until": until };
    let sql = "
        SELECT count(DISTINCT message_id)
        FROM reminder
        WHERE referral_id = :referral AND to_partner = 1 AND sent_at >= :sent AND sent_at < :until";
    let reminders = conn.prepare_cached(sql)?.query_row(params, |row| row.get(0))?;
    let sql = "SELECT count(*) FROM partner_call WHERE referral_id = :referral AND called_at >= :sent AND called_at < :until";
    Ok((reminders, conn.prepare_cached(sql)?.query_row(params, |row| row.get(0))?))
}

fn owed(conn: &Connection, referral: i64, today: Day) -> Result<Owed> {
    let story = referrals::story(conn, referrals::find(conn, referral)?)?;
    let clocks = referrals::clocks(conn, &story, today)?;
    let calendar = referrals::calendar(conn)?;
    let this_morning = referrals::zone(conn)?.start_of(today);
    let (reminders, _) = reminders_and_calls(conn, referral, story.course.sent_at, this_morning)?;
    let tasks = tasks(&clocks, &said(conn, referral)?, reminders, &calendar, today.date());
    let sql = "SELECT EXISTS (SELECT 1 FROM consent WHERE referral_id = :referral AND ended_at IS NULL AND expires_on < :today)";
    let is_over: bool = conn.prepare_cached(sql)?.query_row(named_params! { ":referral": referral, ":today": today }, |row| row.get(0))?;
    let is_over = is_over && crate::consent::queries::live_for(conn, referral, today)?.is_none();
    let status = story.state.now.status;
    let due_on = timers::shown(&clocks).and_then(timers::Running::due_on).map(Day::new);
    Ok(Owed { has_lapsed: is_over && !status.is_end() && status != Status::Draft, story, tasks, due_on })
}

/// What is to be done now. People are written to in office hours of business days; a permission ends on any day.
pub fn plan(conn: &Connection, now: Instant, today: Day, is_open: bool) -> Result<Plan> {
    let writes = is_open && referrals::calendar(conn)?.is_business_day(today.date());
    let landlords = if writes { sites::landlords_due(conn, today)? } else { Vec::new() };
    let notices = if writes { self_identification::changes_due(conn)? } else { Vec::new() };
    let mut plan = Plan {
        referrals: Vec::new(),
        partners: Vec::new(),
        landlords,
        leases: leases::unsettled(conn)?,
        notes: notes::due(conn, now, today)?,
        service_notes: services::notes_due(conn, today)?,
        stories: if writes { stories::lapsing(conn, today)? } else { Vec::new() },
        surveys: surveys::lapsing(conn, today)?,
        notices,
    };
    let mut to_write = BTreeSet::new();
    for key in open(conn)? {
        let owed = owed(conn, key, today)?;
        let speaks = writes && (owed.tasks.recall || !owed.tasks.client.is_empty());
        if speaks || !owed.tasks.notes.is_empty() || (owed.has_lapsed && is_open) || owed.due_on != owed.story.referral.due_on {
            plan.referrals.push(key);
        }
        if writes && !owed.has_lapsed && !owed.tasks.recall && !owed.tasks.partner.is_empty() {
            to_write.extend(owed.story.referral.partner.as_ref().map(|(partner, ..)| *partner));
        }
    }
    for partner in to_write {
        let mut is_due = false;
        for contact in partners::contacts(conn, partner)? {
            is_due |= !has_digest(conn, contact.key, today)?;
        }
        plan.partners.extend(is_due.then_some(partner));
    }
    Ok(plan)
}

/// Asks one landlord whether its units are still there, unless that was done since the plan was made.
pub fn ask_landlord(tx: &Tx<'_>, partner: i64, is_open: bool) -> Result<()> {
    if is_open && referrals::calendar(tx)?.is_business_day(tx.today().date()) {
        sites::ask_if_due(tx, partner)?;
    }
    Ok(())
}

/// Tells a client that their yes to a story ends soon, unless that was done since the plan was made.
pub fn warn_of_end(tx: &Tx<'_>, story: i64) -> Result<()> {
    stories::warn(tx, story)
}

/// Tells the next people of a program that the notice about their answers changed, unless that was done since the plan was made.
pub fn tell_of_notice(tx: &Tx<'_>, program: i64) -> Result<()> {
    if self_identification::changes_due(tx)?.contains(&program) { self_identification::tell_of_change(tx, program) } else { Ok(()) }
}

/// Does what a round owes to one referral, but for the partner's digest.
pub fn see_to(tx: &Tx<'_>, key: i64, is_open: bool) -> Result<()> {
    let owed = owed(tx, key, tx.today())?;
    let referral = &owed.story.referral;
    if owed.has_lapsed && is_open {
        return referrals::record(tx, &Who::system(), referral, Deed::new(Event::ConsentLapses, referral.version)).map(drop);
    }
    if owed.due_on != referral.due_on {
        tx.execute("UPDATE referral SET due_on = :due WHERE id = :key", named_params! { ":due": owed.due_on, ":key": key })?;
        tx.audit("referral.clock_moved", Object::new("referral", &referral.id))?;
    }
    for word in owed.tasks.notes.iter().copied() {
        remember(tx, key, word, None)?;
    }
    if !owed.tasks.notes.is_empty() {
        tx.audit_with("referral.escalated", Object::new("referral", &referral.id), &format!("{}", owed.tasks.notes.len()))?;
    }
    if !is_open || !referrals::calendar(tx)?.is_business_day(tx.today().date()) {
        return Ok(());
    }
    if owed.tasks.recall {
        let (reminders, calls) = reminders_and_calls(tx, key, owed.story.course.sent_at, tx.at())?;
        let deed = Deed::new(Event::AutoRecall, referral.version)
            .with(Fact::RemindersSent, reminders.to_string())
            .with(Fact::CallsLogged, calls.to_string());
        return referrals::record(tx, &Who::system(), referral, deed).map(drop);
    }
    let language = referrals::reads(tx, referral, tx.today())?;
    let telling = |language| referrals::telling(tx, &owed.story, tx.today(), language);
    let (theirs, english) = (telling(language)?, telling(Language::english())?);
    for word in owed.tasks.client.iter().copied() {
        let told = Told::in_both(language, |one| words::to_client(word, if one == language { &theirs } else { &english })).asking();
        let message = referrals::remind_entrepreneur(tx, &owed.story, &told)?;
        remember(tx, key, word, Some(message))?;
        tx.audit_with("referral.client_reminded", Object::new("referral", &referral.id), crate::values::Vocabulary::code(word.timer))?;
    }
    Ok(())
}

fn remember(tx: &Tx<'_>, referral: i64, word: Word, message: Option<i64>) -> Result<()> {
    let sql = "
        INSERT INTO reminder (referral_id, timer, rung, due_on, to_partner, message_id, sent_at)
        VALUES (:referral, :timer, :rung, :due, :to_partner, :message, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":referral": referral,
        ":timer": word.timer,
        ":rung": word.rung,
        ":due": Day::new(word.due_on),
        ":to_partner": word.to_partner,
        ":message": message,
        ":at": tx.at(),
    })?;
    Ok(())
}

/// A digest was written to this contact today, or on a day that the clock says is still to come.
fn has_digest(conn: &Connection, contact: i64, today: Day) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM digest WHERE contact_id = :contact AND on_day >= :today)";
    Ok(conn.prepare_cached(sql)?.query_row(named_params! { ":contact": contact, ":today": today }, |row| row.get(0))?)
}

/// Writes one digest to each contact of a partner who is owed a word today and has had none.
pub fn write_digests(tx: &Tx<'_>, partner: i64) -> Result<()> {
    let today = tx.today();
    let contacts = partners::contacts(tx, partner)?;
    let mut letters: BTreeMap<i64, Vec<Owed>> = BTreeMap::new();
    for key in open(tx)? {
        let referral = referrals::find(tx, key)?;
        let asked = referral.contact.filter(|_| referral.partner.as_ref().is_some_and(|(own, ..)| *own == partner));
        // Somebody who left is not written to: the next person there is.
        let Some((asked, _)) = asked else { continue };
        let Some(contact) = contacts.iter().find(|one| one.key == asked).or(contacts.first()).map(|one| one.key) else { continue };
        let owed = owed(tx, key, today)?;
        if !owed.has_lapsed && !owed.tasks.recall && !owed.tasks.partner.is_empty() && !has_digest(tx, contact, today)? {
            letters.entry(contact).or_default().push(owed);
        }
    }
    for (contact, owed) in letters {
        let message = write_digest(tx, contact, &owed, true)?;
        for one in &owed {
            for word in one.tasks.partner.iter().copied() {
                remember(tx, one.story.referral.key, word, Some(message))?;
            }
        }
        let late: Vec<Owed> =
            owed.into_iter().filter(|one| one.tasks.partner.iter().any(|word| word.rung == Rung::SecondContact)).collect();
        let second = contacts.iter().find(|other| other.key != contact && !other.is_closed && other.email.is_some());
        if let Some(second) = second.filter(|_| !late.is_empty())
            && !has_digest(tx, second.key, today)?
        {
            write_digest(tx, second.key, &late, false)?;
        }
        tx.audit("digest.written", Object::new("partner", partners::find(tx, partner)?.id))?;
    }
    Ok(())
}

/// One notice about several referrals, each with a link of its own. `rotates`: links that were not used yet close.
fn write_digest(tx: &Tx<'_>, contact: i64, owed: &[Owed], rotates: bool) -> Result<i64> {
    let contact: Contact = partners::find_contact(tx, contact)?;
    let Some(first) = owed.first() else { return Err(crate::error::Error::internal("a digest about nothing")) };
    let program = programs::find(tx, first.story.referral.program)?;
    let lines: Vec<Line> = owed
        .iter()
        .map(|one| Line {
            label: one.story.referral.label(),
            kind: one.story.referral.kind.in_a_sentence(),
            words: one.tasks.partner.clone(),
        })
        .collect();
    let (subject, body) = words::digest(&program.name, &contact.name, &lines, program.telephone.as_deref(), tx.today().date());
    let (channel, to_address) = match (contact.email, contact.telephone) {
        (Some(email), _) => (NoticeChannel::Email, Some(email)),
        (None, Some(number)) => (NoticeChannel::Phone, Some(number)),
        (None, None) => (NoticeChannel::Letter, None),
    };
    stop_unsent(tx, contact.key)?;
    let notice = Notice {
        program: program.key,
        referral: None,
        event: None,
        audience: Audience::Partner,
        channel,
        to_name: contact.name,
        to_address,
        language: "en".to_owned(),
        english: None,
        subject,
        body,
        link: None,
        person: None,
    };
    outbox::write_notice(tx, &notice)?;
    let message = tx.last_insert_rowid();
    for (place, one) in owed.iter().enumerate() {
        let referral = one.story.referral.key;
        if rotates {
            links::close_unused(tx, LinkKind::Partner, referral)?;
        }
        let link = links::issue(tx, LinkKind::Partner, Target { referral: Some(referral), contact: Some(contact.key), person: None })?;
        outbox::add_link(tx, message, place + 1, link)?;
    }
    let sql = "INSERT INTO digest (contact_id, on_day, message_id) VALUES (:contact, :today, :message)";
    tx.execute(sql, named_params! { ":contact": contact.key, ":today": tx.today(), ":message": message })?;
    Ok(message)
}

/// A digest of an earlier day that nobody sent is old news: today's says it all.
fn stop_unsent(tx: &Tx<'_>, contact: i64) -> Result<()> {
    let sql = "
        UPDATE outbox_message
        SET stopped_at = :at
        WHERE id IN (SELECT message_id FROM digest WHERE contact_id = :contact)
          AND sent_at IS NULL
          AND stopped_at IS NULL";
    tx.execute(sql, named_params! { ":at": tx.at(), ":contact": contact })?;
    Ok(())
}
