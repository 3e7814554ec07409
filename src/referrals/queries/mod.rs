//! Referrals in SQL. Found through the viewer: another program's referral looks exactly like none.
//!
//! `record` is the one way by which anything happens to a referral; `board` is what other pages ask;
//! `telling` finds the words; `notices` writes what goes out.

mod agreeing;
mod answer_times;
mod board;
pub mod bringing;
mod client_words;
mod clockwork;
mod facts;
mod inbound;
mod keeping;
mod leases;
mod measuring;
mod messages;
mod needs;
mod notices;
mod opening;
mod own;
mod passages;
mod pausing;
mod permission;
mod record;
mod secrets;
mod sheet;
mod slow;
mod tasks;
mod telling;
#[cfg(test)]
mod tests;
mod trainees;
mod voices;
mod zoning;

pub use agreeing::{Agreement, OfAct, agree, agree_together, choose_partner, chosen_of, need_of_act, together, values_of, words_for};
pub use answer_times::{AnswerTimes, answer_times, answer_times_of, usual_days};
pub use board::{Card, Filter, TimelineEntry, Turn, count_by_turn, list_for, open_card, reached, standing_words, timeline_entries};
pub use client_words::{ClientWord, client_words_for, finish_word, may_remind, open_words, remind_partner_now, tell_advisor, words_of};
pub use clockwork::{NewSetting, Setting, calls, clocks, log_call, policy_book, set_days, set_held, settings, settings_version};
pub use inbound::{
    as_client, ask_for_business, ask_for_help, close_inbound, find_inbound, own_requests, send_somebody, sent_by, take, take_inbound,
    triage, waits_for_triage,
};
pub use keeping::{StillThere, still_there};
pub use leases::lease;
pub use measuring::{Background, Logs, backgrounds, logs};
pub use messages::{
    ContactTold, Handed, Unanswered, contact_told, count_messages, last_open_message, messages, open_readers, settle_messages,
    tell_contact, unanswered, write_message,
};
pub use needs::{Need, NeedKind, needs_you};
pub use notices::{Told, remind_entrepreneur};
pub use opening::{note_opened, note_seen, renew_partner_link, send_new_status_link, status_link};
pub use own::{Standing, asked_by, find_numbered, find_own, is_theirs_to_do, own_finished, own_open, own_threads, spoken_for, standings};
pub use passages::passages;
pub use pausing::concerns;
pub use permission::{asks_now, has_been_read, is_renewable, renew, take_back};
pub use record::{MOST_TOGETHER, NewReferral, create, create_together, re_refer, record};
pub use secrets::{
    NewAgreement, agreement, end_agreement, has_secret, keep_secret, open_secret, openings, record_agreement, secret_gate, secret_of,
};
pub use sheet::{change_needs, keep_needs, need_in_full, needs_of, sent_needs};
pub use tasks::{
    Suggested, Task, Word, ask_for_a_glance, ask_somebody_else, assign, finish_task, left_without, partner_words, remind_partner_on,
    suggest_contact, tasks_of,
};
pub use telling::{client_words, reads, reads_here, reason_words, telling};
pub use trainees::{name_trainee, spoken_to, trainee_counts};
pub use voices::{Door, alike_since, door_named_before, loop_now, open_loops};

use super::clock::Calendar;
use super::course::{Course, follow};
use super::deed::{Happened, Sheet};
use super::lifecycle::{Event, Party, Status};
use super::replay::{Ball, Entry, State, replay, waiting_on};
use super::timers::Running;
use super::{Kind, Referral};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::programs::queries::{self as programs, Code};
use crate::values::{Day, Instant, PartnerId, ReferralId, Zone};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

const REFERRAL: &str = "
    SELECT referral.id, referral.public_id, referral.number, referral.program_id, program.name AS program_name, referral.business_id,
           business.public_id AS client_id, business.name AS client_name, referral.kind, referral.partner_id,
           partner.public_id AS partner_public_id, partner.name AS partner_name, referral.contact_id,
           partner_contact.name AS contact_name, referral.advisor_id, account.name AS advisor_name, referral.need, referral.urgency,
           referral.origin, referral.replaces_id, referral.status, referral.stage, referral.reason_code, referral.outcome_code,
           referral.waiting_on, referral.sent_at, referral.opened_at, referral.decided_at, referral.ended_at, referral.next_step_at,
           referral.due_on, referral.version, referral.created_at, referral.trainee_id,
           trim(trainee.first_name || ' ' || trainee.last_name) AS trainee_name
    FROM referral
    JOIN program ON program.id = referral.program_id
    JOIN business ON business.id = referral.business_id
    JOIN account ON account.id = referral.advisor_id
    LEFT JOIN person AS trainee ON trainee.id = referral.trainee_id
    LEFT JOIN partner ON partner.id = referral.partner_id
    LEFT JOIN partner_contact ON partner_contact.id = referral.contact_id";

const MINE: &str = "referral.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)";

fn read(row: &Row<'_>) -> rusqlite::Result<Referral> {
    let (partner, name): (Option<i64>, Option<String>) = (row.get("partner_id")?, row.get("partner_name")?);
    let partner_id: Option<PartnerId> = row.get("partner_public_id")?;
    let (contact, contact_name): (Option<i64>, Option<String>) = (row.get("contact_id")?, row.get("contact_name")?);
    let (trainee, trainee_name): (Option<i64>, Option<String>) = (row.get("trainee_id")?, row.get("trainee_name")?);
    Ok(Referral {
        key: row.get("id")?,
        id: row.get("public_id")?,
        number: row.get("number")?,
        program: row.get("program_id")?,
        program_name: row.get("program_name")?,
        business: row.get("business_id")?,
        client: row.get("client_id")?,
        client_name: row.get("client_name")?,
        kind: row.get("kind")?,
        partner: partner.zip(partner_id).zip(name).map(|((key, id), name)| (key, id, name)),
        contact: contact.zip(contact_name),
        advisor: (row.get("advisor_id")?, row.get("advisor_name")?),
        need: row.get("need")?,
        urgency: row.get("urgency")?,
        origin: row.get("origin")?,
        replaces: row.get("replaces_id")?,
        status: row.get("status")?,
        stage: row.get("stage")?,
        reason: row.get("reason_code")?,
        outcome: row.get("outcome_code")?,
        waiting_on: row.get("waiting_on")?,
        sent_at: row.get("sent_at")?,
        opened_at: row.get("opened_at")?,
        decided_at: row.get("decided_at")?,
        ended_at: row.get("ended_at")?,
        next_step_at: row.get("next_step_at")?,
        due_on: row.get("due_on")?,
        trainee: trainee.zip(trainee_name),
        version: row.get("version")?,
        created_at: row.get("created_at")?,
    })
}

/// A referral of a program the viewer works in.
pub fn find_for(conn: &Connection, viewer: &Viewer, id: &ReferralId) -> Result<Referral> {
    let sql = format!("{REFERRAL} WHERE referral.public_id = :id AND {MINE}");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?.ok_or(Error::NotFound)
}

/// A referral of the viewer's programs by its label, as somebody types it: R-1187, r1187 or 1187.
pub fn numbered(conn: &Connection, viewer: &Viewer, typed: &str) -> Result<Option<Referral>> {
    let digits = typed.trim().trim_start_matches(['R', 'r']).trim_start_matches('-');
    let Ok(number) = digits.parse::<i64>() else { return Ok(None) };
    let sql = format!("{REFERRAL} WHERE {MINE} AND referral.number = :number");
    Ok(conn.prepare_cached(&sql)?.query_row(named_params! { ":viewer": viewer.key, ":number": number }, read).optional()?)
}

/// A referral by row key: for the holder of a link to it, and for deeds that already found it.
pub fn find(conn: &Connection, key: i64) -> Result<Referral> {
    let sql = format!("{REFERRAL} WHERE referral.id = ?1");
    conn.prepare_cached(&sql)?.query_row([key], read).optional()?.ok_or(Error::NotFound)
}

/// Everything that happened to a referral, in order.
pub fn events(conn: &Connection, referral: i64) -> Result<Vec<Happened>> {
    let sql = "
        SELECT referral_event.id, seq, event, from_status, to_status, facts, told, party, referral_event.account_id,
               account.name AS account_name, partner_contact.name AS contact_name, asserted_name, source, channel,
               partner.name AS partner_name, at, import_run.started_at AS from_file
        FROM referral_event
        LEFT JOIN import_run ON import_run.id = referral_event.import_id
        LEFT JOIN account ON account.id = referral_event.account_id
        LEFT JOIN partner_contact ON partner_contact.id = referral_event.contact_id
        LEFT JOIN partner ON partner.id = referral_event.partner_id
        WHERE referral_id = ?1
        ORDER BY seq";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([referral], |row| {
        let (account, name): (Option<i64>, Option<String>) = (row.get("account_id")?, row.get("account_name")?);
        let facts: String = row.get("facts")?;
        let line = Happened {
            key: row.get("id")?,
            seq: row.get("seq")?,
            event: row.get("event")?,
            from: row.get("from_status")?,
            to: row.get("to_status")?,
            sheet: Sheet::new(),
            told: row.get("told")?,
            party: row.get("party")?,
            account: account.zip(name),
            contact: row.get("contact_name")?,
            asserted_name: row.get("asserted_name")?,
            source: row.get("source")?,
            channel: row.get("channel")?,
            partner: row.get("partner_name")?,
            at: row.get("at")?,
            from_file: row.get("from_file")?,
        };
        Ok((line, facts))
    })?;
    rows.map(|row| {
        let (line, facts) = row?;
        Ok(Happened { sheet: sheet_of(&facts)?, ..line })
    })
    .collect()
}

fn sheet_of(json: &str) -> Result<Sheet> {
    let facts: std::collections::BTreeMap<String, String> = serde_json::from_str(json)?;
    Ok(facts.into_iter().filter_map(|(code, value)| super::fact::Fact::parse(&code).map(|fact| (fact, value))).collect())
}

fn json_of(sheet: &Sheet) -> Result<String> {
    let facts: std::collections::BTreeMap<&str, &String> = sheet.iter().map(|(fact, value)| (fact.code(), value)).collect();
    Ok(serde_json::to_string(&facts)?)
}

/// A referral with its log, and what the log adds up to.
#[derive(Debug, Clone)]
pub struct Story {
    /// The row.
    pub referral: Referral,
    /// Everything that happened.
    pub log: Vec<Happened>,
    /// Where it stands, by the log.
    pub state: State,
    /// The days of it.
    pub course: Course,
    /// How long its program holds a notice: as long as sending can be undone.
    pub held_minutes: i64,
    /// Every clock that runs by the log, but for the one of the permission to share.
    pub clocks: Vec<Running>,
}

/// The whole story of a referral.
pub fn story(conn: &Connection, referral: Referral) -> Result<Story> {
    let log = events(conn, referral.key)?;
    let state = state_of(&log)?;
    let course = follow(&log);
    let held_minutes = crate::outbox::queries::held_minutes(conn, referral.program)?;
    let clocks = clockwork::clocks_of(conn, &referral, &course, &state, None)?;
    Ok(Story { referral, log, state, course, held_minutes, clocks })
}

fn state_of(log: &[Happened]) -> Result<State> {
    let entries: Vec<Entry> = log.iter().map(Happened::entry).collect();
    replay(&entries).map_err(|refusal| Error::internal(format!("a log that could not have happened: {refusal}")))
}

/// The time zone of the organization.
pub fn zone(conn: &Connection) -> Result<Zone> {
    let name: String = conn.prepare_cached("SELECT time_zone FROM organization")?.query_row([], |row| row.get("time_zone"))?;
    Ok(Zone::parse(&name)?)
}

/// The days that count.
pub fn calendar(conn: &Connection) -> Result<Calendar> {
    Ok(Calendar { holidays: programs::holidays(conn)? })
}

/// Who has the ball by the log, on a day.
fn ball(state: &State, due_on: Option<Day>, today: Day) -> Ball {
    waiting_on(&state.now, state.now.status == Status::Completed && due_on.is_some_and(|due| due < today))
}

/// Why nothing goes to the partner of a referral that a file told of.
const NOT_ASKED_HERE: &str =
    "This referral came from a file, and no permission to share is held here. Start a new referral: it asks the client first.";

/// The four answers to "did it meet the need"; the other outcomes of a kind are results.
pub const NEED_MET: [&str; 4] = ["fully_met", "partly_met", "information_only", "delivered_result_pending"];
/// Reasons an entrepreneur gives for stopping.
pub const OF_CLIENT: [&str; 7] = [
    "no_longer_needed",
    "found_help_elsewhere",
    "not_the_right_time",
    "concern_about_partner",
    "privacy_concern",
    "cost_or_terms",
    "no_reason_given",
];
/// Reasons that only the program itself gives, by another event.
const BY_ITSELF: [&str; 6] =
    ["no_response_from_partner", "consent_refused", "consent_revoked", "consent_expired", "not_sent", "no_reason_given"];

/// The lists to choose from in the forms of a referral.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// The kind they are for.
    pub kind: Option<Kind>,
    /// Why a partner says no.
    pub decline: Vec<Code>,
    /// Why it pauses.
    pub hold: Vec<Code>,
    /// Why the client stops it.
    pub withdraw: Vec<Code>,
    /// Why we stop it.
    pub recall: Vec<Code>,
    /// Why it did not work out.
    pub fail: Vec<Code>,
    /// Why it is opened again.
    pub reopen: Vec<Code>,
    /// What comes after an end.
    pub next_step: Vec<Code>,
    /// Where the work stands.
    pub stages: Vec<Code>,
    /// What the client missed.
    pub missing: Vec<Code>,
    /// How far the need was met.
    pub need_met: Vec<Code>,
    /// What came of it.
    pub results: Vec<Code>,
}

/// The lists in use on a day for a kind.
pub fn choices(conn: &Connection, kind: Kind, today: Day) -> Result<Choices> {
    let list = |name: &str| programs::codes(conn, name, kind.code(), today);
    let cancel = list("cancel")?;
    let (need_met, results) = list("outcome")?.into_iter().partition(|code| NEED_MET.contains(&code.code.as_str()));
    let is = |codes: &'static [&'static str]| move |code: &&Code| codes.contains(&code.code.as_str());
    let stages = list("stage")?.into_iter().filter(|code| !code.code.starts_with("awaiting_")).collect();
    let is_offered = |code: &Code| code.code != "re_referred" && (code.code != "checked_in" || kind == Kind::Workforce);
    Ok(Choices {
        kind: Some(kind),
        decline: list("decline")?,
        hold: list("hold")?.into_iter().filter(|code| code.code != "consent_expired").collect(),
        withdraw: cancel.iter().filter(is(&OF_CLIENT)).cloned().collect(),
        recall: cancel.iter().filter(|code| !is(&OF_CLIENT)(code) && !is(&BY_ITSELF)(code)).cloned().collect(),
        fail: list("fail")?,
        reopen: list("reopen")?,
        next_step: list("next_step")?.into_iter().filter(is_offered).collect(),
        missing: list("missing")?,
        stages,
        need_met,
        results,
    })
}

/// A deed that is open to the viewer now, and in what capacity they would do it.
pub fn open_to(story: &Story, viewer: &Viewer, consent_is_live: bool, now: Instant) -> Vec<(Event, Party)> {
    let mut parties = Vec::new();
    if viewer.advises(story.referral.program) {
        parties.extend([Party::Advisor, Party::AdvisorOnBehalf]);
    }
    if viewer.manages(story.referral.program) {
        parties.push(Party::Manager);
    }
    let mut open: Vec<(Event, Party)> = Vec::new();
    for party in parties {
        for event in story.state.open_to(party) {
            let is_new = !open.iter().any(|(known, _)| *known == event);
            let who = super::deed::Who::staff(party, viewer.key);
            if is_new && facts::guard(story, &who, event, &Sheet::new(), consent_is_live, now, None).is_ok() {
                open.push((event, party));
            }
        }
    }
    open
}
