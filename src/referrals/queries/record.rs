//! The one way by which anything happens to a referral: checked against its log, written down, told, audited, in one transaction.

use super::clockwork::clocks_of;
use super::facts::{check_codes, count_open_alike, fill_in, guard, refuse_foreign, refuse_missing, refuse_too_far};
use super::{Story, ball, calendar, find, json_of, notices, story, telling, zone};
use crate::auth::links;
use crate::auth::queries::helpers;
use crate::consent;
use crate::error::{Error, Result};
use crate::i18n::{Joiner, Language};
use crate::outbox::queries as outbox;
use crate::referrals::course::follow;
use crate::referrals::deed::{Deed, Group, Happened, Who, entry};
use crate::referrals::fact::Fact;
use crate::referrals::lifecycle::{Event, Refusal, Status};
use crate::referrals::replay::State;
use crate::referrals::timers::{self, Running};
use crate::referrals::{Kind, Referral, told};
use crate::store::{Object, Tx};
use crate::values::{Day, HelperDid, LinkKind, Origin, ReferralId, Urgency, Vocabulary};
use rusqlite::named_params;

/// A referral about to be prepared.
#[derive(Debug, Clone)]
pub struct NewReferral {
    /// Row key of the program.
    pub program: i64,
    /// Row key of the business.
    pub business: i64,
    /// What kind of help.
    pub kind: Kind,
    /// The need, written for sharing.
    pub need: String,
    /// By when.
    pub urgency: Urgency,
    /// Who asked.
    pub origin: Origin,
    /// Row keys of the partner and of whom we ask there.
    pub partner: Option<(i64, i64)>,
    /// Row key of the advisor who looks after it.
    pub advisor: i64,
    /// Row key of the referral it follows.
    pub replaces: Option<i64>,
    /// The same word in referrals that put one need to several partners at once.
    pub together: Option<String>,
}

/// The most partners that are asked in one act.
pub const MOST_TOGETHER: usize = 5;

/// Prepares one draft for each partner, by row keys of partner and contact: one need, put to up to five at once.
pub fn create_together(tx: &Tx<'_>, who: &Who, new: &NewReferral, partners: &[(i64, i64)]) -> Result<Vec<Referral>> {
    if partners.len() > MOST_TOGETHER {
        return Err(Error::Rejected(format!("Ask {MOST_TOGETHER} partners at most in one act, so that each gets a fair look.")));
    }
    let word: ReferralId = tx.fresh_id()?;
    let together = (partners.len() > 1).then(|| word.to_string());
    let draft = |partner: &(i64, i64)| create(tx, who, &NewReferral { partner: Some(*partner), together: together.clone(), ..new.clone() });
    partners.iter().map(draft).collect()
}

/// Prepares a referral: a draft, seen by nobody outside.
pub fn create(tx: &Tx<'_>, who: &Who, new: &NewReferral) -> Result<Referral> {
    let id: ReferralId = tx.fresh_id()?;
    let sql = "
        INSERT INTO referral (public_id, number, program_id, business_id, kind, partner_id, contact_id, advisor_id, need, urgency, origin,
                              replaces_id, status, version, created_at, asked_together)
        VALUES (:id, (SELECT coalesce(max(number), 1000) + 1 FROM referral), :program, :business, :kind, :partner, :contact, :advisor,
                :need, :urgency, :origin, :replaces, 'draft', 0, :at, :together)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":program": new.program,
        ":business": new.business,
        ":kind": new.kind,
        ":partner": new.partner.map(|(partner, _)| partner),
        ":contact": new.partner.map(|(_, contact)| contact),
        ":advisor": new.advisor,
        ":need": new.need,
        ":urgency": new.urgency,
        ":origin": new.origin,
        ":replaces": new.replaces,
        ":at": tx.at(),
        ":together": new.together,
    })?;
    let referral = find(tx, tx.last_insert_rowid())?;
    let alike = count_open_alike(tx, &referral)?;
    let deed = Deed::new(Event::Create, 0)
        .with(Fact::Business, referral.client.to_string())
        .with(Fact::Kind, new.kind.code())
        .with(Fact::Need, new.need.clone())
        .with(Fact::Origin, new.origin.code())
        .with(Fact::Urgency, new.urgency.code())
        .with(Fact::DuplicateCheck, format!("{alike} open alike"));
    let state = State::begin(&entry(deed.event, who.party, &deed.sheet)).map_err(rejected)?;
    append(tx, who, &referral, Vec::new(), None, state, deed)
}

/// Records that something happened, if it can happen now, by this party, with what must be written down.
pub fn record(tx: &Tx<'_>, who: &Who, referral: &Referral, deed: Deed) -> Result<Referral> {
    let referral = find(tx, referral.key)?;
    if referral.version != deed.version {
        return Err(Error::Stale);
    }
    let story = story(tx, referral)?;
    let mut deed = deed;
    story.state.now.status.after(deed.event, who.party).map_err(rejected)?;
    refuse_foreign(&story, &deed)?;
    fill_in(tx, who, &story, &mut deed)?;
    let live = consent::queries::live_for(tx, story.referral.key, tx.today())?;
    let is_live = live.as_ref().is_some_and(|yes| story.referral.partner.as_ref().is_some_and(|(partner, ..)| *partner == yes.partner));
    guard(&story, who, deed.event, &deed.sheet, is_live, tx.at(), Some(tx.today())).map_err(rejected)?;
    refuse_too_far(tx, &story.referral, &deed)?;
    check_codes(tx, &story.referral, &deed)?;
    refuse_missing(&story, who, &deed)?;
    let after = story.state.apply(&entry(deed.event, who.party, &deed.sheet)).map_err(rejected)?;
    let last = story.log.last().map(|line| line.key);
    let Story { referral, log, .. } = story;
    append(tx, who, &referral, log, last, after, deed)
}

pub(super) fn rejected(refusal: Refusal) -> Error {
    Error::Rejected(refusal.to_string())
}

/// Writes the line, brings the row up to date, tells whoever is owed a word, and audits it all once.
fn append(
    tx: &Tx<'_>,
    who: &Who,
    referral: &Referral,
    log: Vec<Happened>,
    undone: Option<i64>,
    after: State,
    deed: Deed,
) -> Result<Referral> {
    let mut log = log;
    let (is_quiet, group) = (deed.is_quiet, deed.group);
    let from = log.last().map(|line| line.to);
    let now_at = after.now.status;
    log.push(Happened {
        key: 0,
        seq: i64::try_from(log.len()).unwrap_or(0) + 1,
        event: deed.event,
        from,
        to: now_at,
        sheet: deed.sheet,
        told: None,
        party: who.party,
        account: who.account.map(|key| (key, String::new())),
        contact: None,
        asserted_name: who.asserted_name.clone(),
        source: who.source,
        channel: who.channel,
        partner: None,
        at: tx.at(),
        from_file: None,
    });
    let told_before = stop_what_is_undone(tx, referral, deed.event, undone)?;
    let referral = cache(tx, referral, &log, &after, 1)?;
    let course = follow(&log);
    let held_minutes = outbox::held_minutes(tx, referral.program)?;
    let clocks = clocks_of(tx, &referral, &course, &after, None)?;
    let story = Story { referral, log, state: after, course, held_minutes, clocks };
    let text = told_text(tx, &story, who, from, group.as_ref())?
        .filter(|_| !is_quiet && told::is_owed(deed.event, story.referral.origin == Origin::SelfRequest, told_before));
    let line = story.log.last().ok_or_else(|| Error::internal("a log without a line"))?;
    let event = insert_event(tx, &story.referral, who, line, (&story.state, text.as_ref().map(notices::Told::in_english)), None)?;
    consequences(tx, &story, deed.event, from)?;
    let told = text.as_ref().filter(|_| group.is_none_or(|group| group.carries_notice));
    notices::write(tx, &story, event, deed.event, from, told)?;
    helpers::note(tx, story.referral.key, done_by_helper(deed.event))?;
    tx.audit(&format!("referral.{}", deed.event.code()), Object::new("referral", &story.referral.id))?;
    find(tx, story.referral.key)
}

/// What the person reads of an event that a helper of theirs raised.
fn done_by_helper(event: Event) -> HelperDid {
    match event {
        Event::Create => HelperDid::Request,
        Event::Withdraw | Event::Discard => HelperDid::Stop,
        Event::Confirm => HelperDid::Confirm,
        Event::ProvideInformation => HelperDid::Answer,
        _ => HelperDid::Other,
    }
}

/// Takes back the notices of what is undone. Says whether the entrepreneur has heard of it.
fn stop_what_is_undone(tx: &Tx<'_>, referral: &Referral, event: Event, undone: Option<i64>) -> Result<bool> {
    if matches!(event, Event::UndoSend | Event::UndoLast)
        && let Some(undone) = undone
    {
        let stopped = outbox::stop_notices(tx, undone)?;
        return Ok(stopped == 0);
    }
    outbox::has_told(tx, referral.key, tx.at())
}

/// The cached row is what the log adds up to, so many events later.
pub(super) fn cache(tx: &Tx<'_>, referral: &Referral, log: &[Happened], after: &State, steps: usize) -> Result<Referral> {
    let course = follow(log);
    let due = timers::shown(&clocks_of(tx, referral, &course, after, None)?).and_then(Running::due_on).map(Day::new);
    let sql = "
        UPDATE referral
        SET status = :status, stage = :stage, reason_code = :reason, outcome_code = :outcome, waiting_on = :ball, sent_at = :sent,
            decided_at = :decided, ended_at = :ended, next_step_at = :next_step, due_on = :due, version = version + :steps
        WHERE id = :key
          AND version = :version";
    let changed = tx.prepare_cached(sql)?.execute(named_params! {
        ":status": after.now.status,
        ":stage": after.now.shown_stage(),
        ":reason": after.now.reason,
        ":outcome": course.outcome.as_ref().filter(|_| after.now.status == Status::Completed),
        ":ball": ball(after, None, tx.today()),
        ":sent": course.sent_at,
        ":decided": course.decided_at,
        ":ended": course.ended_at.filter(|_| after.now.status.is_end()),
        ":next_step": course.next_step_at,
        ":due": due,
        ":steps": i64::try_from(steps).unwrap_or(1),
        ":key": referral.key,
        ":version": referral.version,
    })?;
    if changed == 0 { Err(Error::Stale) } else { find(tx, referral.key) }
}

/// The notice in the language of whoever is told, and in English beside it for whoever reads it out.
fn told_text(tx: &Tx<'_>, story: &Story, who: &Who, from: Option<Status>, group: Option<&Group>) -> Result<Option<notices::Told>> {
    let language = telling::reads(tx, &story.referral, tx.today())?;
    let Some(text) = told_in(tx, story, who, from, group, language)? else { return Ok(None) };
    let english = Language::english();
    let beside = if language == english { None } else { told_in(tx, story, who, from, group, english)? };
    let event = story.log.last().map_or(Event::Create, |line| line.event);
    let is_question = matches!(event, Event::RequestConsent | Event::AskInformation | Event::Complete | Event::ConsentLapses);
    Ok(Some(notices::Told { language, text, english: beside, is_question }))
}

fn told_in(
    tx: &Tx<'_>,
    story: &Story,
    who: &Who,
    from: Option<Status>,
    group: Option<&Group>,
    language: Language,
) -> Result<Option<String>> {
    let event = story.log.last().map_or(Event::Create, |line| line.event);
    let mut words = telling::telling(tx, story, tx.today(), language)?;
    words.by = Some(who.party);
    words.org = group.map(|group| language.list(&group.orgs, Joiner::And)).or(words.org);
    let business_days = |days| calendar(tx).map(|calendar| calendar.add_business_days(tx.today().date(), days));
    match event {
        Event::UndoLast => words.back_to = Some(story.state.now.status),
        Event::Recall if matches!(from, Some(Status::InProgress | Status::OnHold)) => words.until_on = Some(business_days(5)?),
        Event::AutoRecall => {
            let sent_on = story.course.sent_at.map(|at| zone(tx).map(|zone| zone.day(at).date())).transpose()?;
            let calendar = calendar(tx)?;
            words.waited_days = sent_on.map(|on| calendar.business_days_between(on, tx.today().date()));
        }
        _ => {}
    }
    Ok(told::told(event, from, &words.facts()))
}

/// Writes a line down, with where it leads and what was told; `file` is the import that told it, if one did.
pub(super) fn insert_event(
    tx: &Tx<'_>,
    referral: &Referral,
    who: &Who,
    line: &Happened,
    (after, told): (&State, Option<&str>),
    file: Option<i64>,
) -> Result<i64> {
    let sql = "
        INSERT INTO referral_event (referral_id, seq, event, from_status, to_status, stage, reason_code, outcome_code, facts, told, party,
                                    account_id, contact_id, asserted_name, source, channel, partner_id, at, import_id)
        VALUES (:referral, :seq, :event, :from, :to, :stage, :reason, :outcome, :facts, :told, :party, :account, :contact, :name, :source,
                :channel, :partner, :at, :file)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":referral": referral.key,
        ":seq": line.seq,
        ":event": line.event,
        ":from": line.from,
        ":to": line.to,
        ":stage": after.now.shown_stage(),
        ":reason": line.sheet.get(&Fact::Reason),
        ":outcome": line.sheet.get(&Fact::Outcome),
        ":facts": json_of(&line.sheet)?,
        ":told": told,
        ":party": who.party,
        ":account": who.account,
        ":contact": who.contact,
        ":name": who.asserted_name,
        ":source": who.source,
        ":channel": who.channel,
        ":partner": referral.partner.as_ref().map(|(key, ..)| *key),
        ":at": line.at,
        ":file": file,
    })?;
    Ok(tx.last_insert_rowid())
}

/// What follows for links and permissions: an end closes the partner's links, a withdrawal also ends the yes.
fn consequences(tx: &Tx<'_>, story: &Story, event: Event, from: Option<Status>) -> Result<()> {
    let key = story.referral.key;
    let has_ended = story.state.now.status.is_end() && from.is_some_and(|from| !from.is_end() || story.state.now.status != from);
    if has_ended || matches!(event, Event::UndoSend | Event::ConsentLapses) {
        links::close_for_referral(tx, LinkKind::Partner, key)?;
        outbox::stop_partner_notices(tx, key)?;
    }
    if matches!(event, Event::Withdraw | Event::RefuseConsent | Event::Discard | Event::ConsentLapses | Event::MarkError) {
        consent::queries::end(tx, key)?;
    }
    Ok(())
}

/// A new draft takes the place of one that ended. The need is copied, a permission never.
pub fn re_refer(tx: &Tx<'_>, who: &Who, referral: &Referral, version: i64) -> Result<Referral> {
    let current = find(tx, referral.key)?;
    if current.version != version {
        return Err(Error::Stale);
    }
    current.status.after(Event::ReRefer, who.party).map_err(rejected)?;
    let new = NewReferral {
        program: current.program,
        business: current.business,
        kind: current.kind,
        need: current.need.clone(),
        urgency: current.urgency,
        origin: Origin::ReReferral,
        partner: None,
        advisor: current.advisor.0,
        replaces: Some(current.key),
        together: None,
    };
    let draft = create(tx, who, &new)?;
    super::sheet::copy_needs(tx, current.key, draft.key)?;
    super::secrets::copy_secret(tx, current.key, draft.key)?;
    super::trainees::copy_trainee(tx, &current, draft.key)?;
    record(tx, who, &current, Deed::new(Event::ReRefer, version).with(Fact::LinkedReferral, draft.id.to_string()))?;
    Ok(draft)
}
