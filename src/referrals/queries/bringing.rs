//! Referrals that a file tells of, in SQL: written as events with their own days, told to nobody, and taken back with their import.

use super::record::{cache, insert_event, rejected};
use super::{Story, find, story};
use crate::error::{Error, Result};
use crate::referrals::deed::{Happened, Who};
use crate::referrals::elsewhere::Step;
use crate::referrals::lifecycle::{Party, Status};
use crate::referrals::replay::State;
use crate::referrals::{Kind, Referral};
use crate::store::Tx;
use crate::values::{Day, EventChannel, Instant, Origin, ReferralId, Urgency};
use rusqlite::{Connection, named_params};

/// A referral that a file tells of.
#[derive(Debug, Clone)]
pub struct NewBrought {
    /// Row key of the program.
    pub program: i64,
    /// Row key of the business.
    pub business: i64,
    /// What kind of help.
    pub kind: Kind,
    /// The need, as far as the file says it.
    pub need: String,
    /// By when.
    pub urgency: Urgency,
    /// Who asked.
    pub origin: Origin,
    /// Row key of the partner. Whom to ask there is left open: nobody there is asked from here.
    pub partner: Option<i64>,
    /// Row key of the advisor who looks after it.
    pub advisor: i64,
}

/// Writes a referral in with everything that happened to it elsewhere. Nobody is told, nothing is shared, and no yes is made up.
pub fn bring(tx: &Tx<'_>, new: &NewBrought, steps: &[Step], import: i64) -> Result<()> {
    let first = steps.first().ok_or_else(|| Error::internal("a referral without a beginning"))?;
    let id: ReferralId = tx.fresh_id()?;
    let sql = "
        INSERT INTO referral (public_id, number, program_id, business_id, kind, partner_id, advisor_id, need, urgency, origin, status,
                              version, created_at)
        VALUES (:id, (SELECT coalesce(max(number), 1000) + 1 FROM referral), :program, :business, :kind, :partner, :advisor, :need,
                :urgency, :origin, 'draft', 0, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":program": new.program,
        ":business": new.business,
        ":kind": new.kind,
        ":partner": new.partner,
        ":advisor": new.advisor,
        ":need": new.need,
        ":urgency": new.urgency,
        ":origin": new.origin,
        ":at": tx.zone().start_of(first.on),
    })?;
    let referral = find(tx, tx.last_insert_rowid())?;
    write(tx, &referral, (Vec::new(), None), steps, import)
}

/// Writes down what a file tells of a referral since. What stands there is left as it is.
pub fn bring_later(tx: &Tx<'_>, referral: i64, steps: &[Step], import: i64) -> Result<()> {
    let Story { referral, log, state, .. } = story(tx, find(tx, referral)?)?;
    write(tx, &referral, (log, Some(state)), steps, import)
}

fn write(tx: &Tx<'_>, referral: &Referral, (log, state): (Vec<Happened>, Option<State>), steps: &[Step], import: i64) -> Result<()> {
    let (mut log, mut state, zone) = (log, state, tx.zone());
    for step in steps {
        let last: Option<&Happened> = log.last();
        let who = Who { channel: EventChannel::OnBehalf, ..told(step.party) };
        let mut line = Happened {
            key: 0,
            seq: i64::try_from(log.len()).unwrap_or(0) + 1,
            event: step.event,
            from: last.map(|line| line.to),
            to: Status::Draft,
            sheet: step.sheet.clone(),
            told: None,
            party: step.party,
            account: None,
            contact: None,
            asserted_name: None,
            source: None,
            channel: who.channel,
            partner: None,
            // A file knows days. The beginning of one never lies ahead; what happened on the same day keeps its order.
            at: last.map_or(zone.start_of(step.on), |line| line.at.max(zone.start_of(step.on))),
            from_file: Some(tx.at()),
        };
        let after = match &state {
            None => State::begin(&line.entry()),
            Some(state) => state.apply(&line.entry()),
        }
        .map_err(rejected)?;
        line.to = after.now.status;
        insert_event(tx, referral, &who, &line, (&after, None), Some(import))?;
        log.push(line);
        state = Some(after);
    }
    let state = state.ok_or_else(|| Error::internal("a referral without a beginning"))?;
    cache(tx, referral, &log, &state, steps.len()).map(drop)
}

/// Nobody here did it: who imported the file stands with the import.
fn told(party: Party) -> Who {
    Who { party, ..Who::system() }
}

/// Referrals that a row of a file may be about: of the same business, kind and partner, begun or sent on its day. `but_of` is an import
/// whose own are not looked at.
#[derive(Debug, Clone, Copy)]
pub struct Sought {
    /// Row key of the program.
    pub program: i64,
    /// Row key of the business.
    pub business: i64,
    /// What kind of help.
    pub kind: Kind,
    /// Row key of the partner.
    pub partner: Option<i64>,
    /// When it was prepared.
    pub prepared_on: Day,
    /// When it was sent, if it was.
    pub sent_on: Option<Day>,
    /// Row key of an import.
    pub but_of: Option<i64>,
}

/// Their whole stories, the oldest first.
pub fn alike(conn: &Connection, sought: &Sought) -> Result<Vec<Story>> {
    let zone = super::zone(conn)?;
    let bounds = |on: Day| -> (Instant, Instant) { (zone.start_of(on), zone.start_of(on.plus_days(1))) };
    let (prepared, sent) = (bounds(sought.prepared_on), bounds(sought.sent_on.unwrap_or(sought.prepared_on)));
    let sql = "
        SELECT id
        FROM referral
        WHERE business_id = :business
          AND program_id = :program
          AND kind = :kind
          AND ((sent_at IS NULL AND created_at >= :prepared AND created_at < :after_prepared)
               OR (partner_id IS :partner AND sent_at >= :sent AND sent_at < :after_sent))
          AND (:import IS NULL
               OR NOT EXISTS (SELECT 1
                              FROM referral_event
                              WHERE referral_event.referral_id = referral.id AND seq = 1 AND import_id IS :import))
        ORDER BY id
        LIMIT 10";
    let params = named_params! {
        ":business": sought.business, ":program": sought.program, ":kind": sought.kind, ":partner": sought.partner,
        ":prepared": prepared.0, ":after_prepared": prepared.1, ":sent": sent.0, ":after_sent": sent.1, ":import": sought.but_of,
    };
    let keys: Vec<i64> = conn.prepare_cached(sql)?.query_map(params, |row| row.get("id"))?.collect::<rusqlite::Result<_>>()?;
    keys.into_iter().map(|key| story(conn, find(conn, key)?)).collect()
}

/// The referral of a program with an address, where it is here: its whole story.
pub fn with_id(conn: &Connection, program: i64, id: &str) -> Result<Option<Story>> {
    let sql = "SELECT id FROM referral WHERE public_id = :id AND program_id = :program";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! { ":id": id, ":program": program })?;
    rows.next()?.map(|row| row.get(0)).transpose()?.map(|key| story(conn, find(conn, key)?)).transpose()
}

/// Nothing came after what an import told: no later event, and for a referral that it began nothing that hangs on it.
const FREE: &str = "
    NOT EXISTS (SELECT 1
                FROM referral_event AS later
                WHERE later.referral_id = referral.id AND later.seq > told.first AND later.import_id IS NOT :run)
    AND (told.first > 1
         OR (referral.contact_id IS NULL
             AND referral.trainee_id IS NULL
             AND referral.asked_together IS NULL
             AND (referral.status <> 'draft' OR referral.version = 1)
             AND NOT EXISTS (SELECT 1 FROM referral AS next WHERE next.replaces_id = referral.id)
             AND NOT EXISTS (SELECT 1 FROM referral_need WHERE referral_need.referral_id = referral.id)
             AND NOT EXISTS (SELECT 1 FROM referral_secret WHERE referral_secret.referral_id = referral.id)
             AND NOT EXISTS (SELECT 1 FROM secret_opening WHERE secret_opening.referral_id = referral.id)
             AND NOT EXISTS (SELECT 1 FROM site WHERE site.let_by_referral_id = referral.id)
             AND NOT EXISTS (SELECT 1 FROM space_need WHERE space_need.closed_by_referral_id = referral.id)
             AND NOT EXISTS (SELECT 1 FROM site_referral WHERE site_referral.referral_id = referral.id)
             AND NOT EXISTS (SELECT 1 FROM consent WHERE consent.referral_id = referral.id)
             AND NOT EXISTS (SELECT 1 FROM access_link WHERE access_link.referral_id = referral.id)
             AND NOT EXISTS (SELECT 1 FROM letter_code WHERE letter_code.referral_id = referral.id)
             AND NOT EXISTS (SELECT 1 FROM client_word WHERE client_word.referral_id = referral.id)
             AND NOT EXISTS (SELECT 1 FROM message WHERE message.referral_id = referral.id)
             AND NOT EXISTS (SELECT 1 FROM triage WHERE triage.referral_id = referral.id)
             AND NOT EXISTS (SELECT 1 FROM inbound WHERE inbound.referral_id = referral.id)
             AND NOT EXISTS (SELECT 1 FROM outbox_message WHERE outbox_message.referral_id = referral.id)
             AND NOT EXISTS (SELECT 1 FROM reminder WHERE reminder.referral_id = referral.id)
             AND NOT EXISTS (SELECT 1 FROM partner_call WHERE partner_call.referral_id = referral.id)
             AND NOT EXISTS (SELECT 1 FROM partner_task WHERE partner_task.referral_id = referral.id)
             AND NOT EXISTS (SELECT 1 FROM deployment WHERE deployment.referral_id = referral.id)
             AND NOT EXISTS (SELECT 1 FROM outcome WHERE outcome.referral_id = referral.id)
             AND NOT EXISTS (SELECT 1 FROM helper_deed WHERE helper_deed.referral_id = referral.id)))";

/// Takes back what an import told, `limit` referrals behind a row key: those that it began go whole, the others stand as before. Gives the
/// last one looked at and how many were taken back. The import must be marked as undone: only then do events go.
pub fn take_back(tx: &Tx<'_>, run: i64, behind: i64, limit: i64) -> Result<Option<(i64, usize)>> {
    let sql = format!(
        "SELECT referral.id, told.first, ({FREE}) AS is_free
         FROM (SELECT referral_id, min(seq) AS first FROM referral_event WHERE import_id = :run GROUP BY referral_id) AS told
         JOIN referral ON referral.id = told.referral_id
         WHERE referral.id > :behind
         ORDER BY referral.id
         LIMIT :limit"
    );
    let mut statement = tx.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":run": run, ":behind": behind, ":limit": limit }, |row| {
        Ok((row.get::<_, i64>("id")?, row.get::<_, i64>("first")?, row.get::<_, bool>("is_free")?))
    })?;
    let found: Vec<(i64, i64, bool)> = rows.collect::<rusqlite::Result<_>>()?;
    let Some((last, ..)) = found.last() else { return Ok(None) };
    let mut gone = 0;
    for (key, first, _) in found.iter().filter(|(.., is_free)| *is_free) {
        let params = named_params! { ":key": key, ":run": run };
        tx.prepare_cached("DELETE FROM referral_event WHERE referral_id = :key AND import_id = :run")?.execute(params)?;
        if *first == 1 {
            // Somebody looked at it before it was taken back: the record of changes keeps that they did.
            tx.prepare_cached("DELETE FROM look WHERE referral_id = ?1")?.execute([key])?;
            tx.prepare_cached("DELETE FROM referral WHERE id = ?1")?.execute([key])?;
        } else {
            let Story { referral, log, state, .. } = story(tx, find(tx, *key)?)?;
            cache(tx, &referral, &log, &state, 1)?;
        }
        gone += 1;
    }
    Ok(Some((*last, gone)))
}

/// How many referrals still have something that an import told.
pub fn left_of(conn: &Connection, run: i64) -> Result<i64> {
    let sql = "SELECT count(DISTINCT referral_id) FROM referral_event WHERE import_id = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([run], |row| row.get(0))?)
}
