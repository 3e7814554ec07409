//! The one way by which anything happens to a referral: checked against its log, written down, told, audited, in one transaction.

use super::{NEED_MET, Story, ball, calendar, find, json_of, notices, state_of, story, telling, zone};
use crate::auth::links::{self, Target};
use crate::consent;
use crate::error::{Error, Result};
use crate::outbox::queries as outbox;
use crate::people::queries as people;
use crate::programs::queries as programs;
use crate::referrals::course::follow;
use crate::referrals::deed::{Deed, Happened, Sheet, Who, attempts, entry, needed};
use crate::referrals::fact::Fact;
use crate::referrals::lifecycle::{Event, Party, Refusal, Status, transition};
use crate::referrals::replay::State;
use crate::referrals::sharing::{self, Rough};
use crate::referrals::{Kind, Referral, guards, told};
use crate::store::{Object, Tx};
use crate::values::{ConsentMethod, Day, Instant, LinkKind, Origin, ReferralId, SharedField, Urgency, Vocabulary};
use jiff::Timestamp;
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
}

/// Prepares a referral: a draft, seen by nobody outside.
pub fn create(tx: &Tx<'_>, who: &Who, new: &NewReferral) -> Result<Referral> {
    let id: ReferralId = tx.fresh_id()?;
    let sql = "
        INSERT INTO referral (public_id, number, program_id, business_id, kind, partner_id, contact_id, advisor_id, need, urgency, origin,
                              replaces_id, status, version, created_at)
        VALUES (:id, (SELECT coalesce(max(number), 1000) + 1 FROM referral), :program, :business, :kind, :partner, :contact, :advisor,
                :need, :urgency, :origin, :replaces, 'draft', 0, :at)";
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
    check_codes(tx, &story.referral, &deed)?;
    refuse_missing(&story, who, &deed)?;
    let after = story.state.apply(&entry(deed.event, who.party, &deed.sheet)).map_err(rejected)?;
    let last = story.log.last().map(|line| line.key);
    let Story { referral, log, .. } = story;
    append(tx, who, &referral, log, last, after, deed)
}

fn rejected(refusal: Refusal) -> Error {
    Error::Rejected(refusal.to_string())
}

/// No event takes a fact that is not its own.
fn refuse_foreign(story: &Story, deed: &Deed) -> Result<()> {
    let Some(row) = transition(deed.event, Some(story.state.now.status)) else { return Ok(()) };
    let asked: Vec<Fact> = deed.sheet.iter().flat_map(|(fact, code)| fact.also_needs(code)).copied().collect();
    let is_own = |fact: &Fact| row.records.contains(fact) || row.may_record.contains(fact) || asked.contains(fact);
    match deed.sheet.keys().find(|fact| !is_own(fact)) {
        None => Ok(()),
        Some(fact) => {
            Err(Error::Rejected(format!("This update has no place for \"{}\". Reload the page and send it again.", fact.label())))
        }
    }
}

fn refuse_missing(story: &Story, who: &Who, deed: &Deed) -> Result<()> {
    let mut needed = needed(deed.event, story.state.now.status, &deed.sheet);
    needed.extend(who.party.also_records());
    match needed.iter().find(|fact| deed.sheet.get(fact).is_none_or(|value| value.trim().is_empty())) {
        None => Ok(()),
        Some(fact) => Err(Error::Rejected(format!("Something is missing: {}.", fact.label().to_lowercase()))),
    }
}

/// Rules that need more than the log. `today` only when the facts are there; without it only what the button depends on.
pub(super) fn guard(
    story: &Story,
    who: &Who,
    event: Event,
    sheet: &Sheet,
    consent_is_live: bool,
    now: Instant,
    today: Option<Day>,
) -> std::result::Result<(), Refusal> {
    let referral = &story.referral;
    match event {
        Event::UndoSend => {
            let minutes = u8::try_from(crate::outbox::HELD_MINUTES).unwrap_or(5);
            let sent_at = referral.sent_at.unwrap_or(referral.created_at);
            guards::may_undo_send(stamp(sent_at), stamp(now), minutes, referral.opened_at.is_some_and(|opened| opened >= sent_at))
        }
        Event::UndoLast => story.log.last().map_or(Ok(()), |last| {
            let by_same_person = match who.party {
                Party::Partner => last.party == Party::Partner,
                _ => last.account.as_ref().map(|(key, _)| *key) == who.account,
            };
            guards::may_undo_last(
                guards::LastDeed { event: last.event, at: stamp(last.at), by_same_person, anything_since: false },
                stamp(now),
            )
        }),
        Event::Reopen => guards::may_reopen(stamp(referral.ended_at.unwrap_or(now)), stamp(now), consent_is_live),
        Event::MarkError => guards::may_mark_error(who.party, who.account == Some(referral.advisor.0), story.state.now.partner_has_acted),
        Event::Send if referral.contact.is_none() => Err(Refusal::NotNow("Choose a partner and whom to ask there first.")),
        Event::Send if !consent_is_live => {
            Err(Refusal::NotNow("The client has not agreed to share with this partner. Nothing is sent before that."))
        }
        Event::Confirm if referral.ended_at.is_some_and(|ended| now >= ended.plus_days(90)) => {
            Err(Refusal::NotNow("An answer can be given or changed for 90 days after the end."))
        }
        _ => today.map_or(Ok(()), |today| guard_facts(story, event, sheet, today)),
    }
}

fn guard_facts(story: &Story, event: Event, sheet: &Sheet, today: Day) -> std::result::Result<(), Refusal> {
    let day = |fact| sheet.get(&fact).and_then(|text| Day::parse(text).ok());
    let is = |fact, code: &str| sheet.get(&fact).is_some_and(|value| value == code);
    if event == Event::Hold
        && let Some(review_on) = day(Fact::ReviewOn)
    {
        guards::may_hold_until(story.referral.kind, today.date(), review_on.date())?;
    }
    if is(Fact::Reason, "could_not_contact_client") || is(Fact::NextStep, "could_not_reach") {
        let tries = sheet.get(&Fact::Attempts).and_then(|text| attempts(text).ok()).unwrap_or_default();
        let tries: Vec<_> = tries.iter().map(|(on, how)| (*on, how.as_str())).collect();
        guards::may_call_unreachable(&tries)?;
    }
    let happened_already = [Fact::ContactedOn, Fact::EndOn, Fact::ToldOn].into_iter().filter_map(day).any(|on| on > today);
    if happened_already {
        Err(Refusal::NotNow("A day that lies ahead has not happened yet. Write today or an earlier day."))
    } else {
        Ok(())
    }
}

fn stamp(at: Instant) -> Timestamp {
    Timestamp::from_millisecond(at.millis()).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The facts nobody types: who, to whom, the live yes, what was known at sending.
fn fill_in(tx: &Tx<'_>, who: &Who, story: &Story, deed: &mut Deed) -> Result<()> {
    let referral = &story.referral;
    let mut put = |fact: Fact, value: String| {
        deed.sheet.insert(fact, value);
    };
    if let Some(reason) = deed.event.fixed_reason() {
        put(Fact::Reason, reason.to_owned());
    }
    if let Some(source) = who.source {
        put(Fact::OnBehalfSource, source.code().to_owned());
    }
    let name = who.asserted_name.clone().or_else(|| referral.contact.as_ref().map(|(_, name)| name.clone())).unwrap_or_default();
    match deed.event {
        Event::Acknowledge => put(Fact::AcknowledgedBy, name),
        Event::Complete => put(Fact::Reporter, name),
        Event::Send | Event::Reopen => {
            if let Some(live) = consent::queries::live_for(tx, referral.key, tx.today())? {
                put(Fact::ConsentGrant, live.key.to_string());
            }
            if deed.event == Event::Send {
                refuse_twice(tx, referral, deed)?;
                fill_in_sending(tx, story, deed)?;
            }
        }
        Event::Fail => {
            let code = deed.sheet.get(&Fact::Reason).cloned().unwrap_or_default();
            let known = programs::find_code(tx, "fail", referral.kind.code(), &code)?;
            deed.sheet.insert(Fact::UnmetNeed, if known.is_none_or(|code| code.unmet_need) { "yes" } else { "no" }.to_owned());
        }
        _ => {}
    }
    Ok(())
}

/// An open referral of the same kind to the same partner is sent again only with a reason.
fn refuse_twice(tx: &Tx<'_>, referral: &Referral, deed: &Deed) -> Result<()> {
    if count_open_alike(tx, referral)? == 0 || deed.sheet.contains_key(&Fact::OverrideReason) {
        return Ok(());
    }
    Err(Error::Rejected(format!(
        "{} has an open referral of this kind for {} already. If you send it all the same, write down why.",
        referral.partner_name(),
        referral.client_name
    )))
}

/// Open referrals of the same business, kind and partner besides this one.
fn count_open_alike(tx: &Tx<'_>, referral: &Referral) -> Result<i64> {
    let sql = "
        SELECT count(*)
        FROM referral
        WHERE business_id = :business
          AND kind = :kind
          AND partner_id = :partner
          AND id <> :own
          AND status IN ('requested', 'received', 'accepted', 'in-progress', 'on-hold')";
    let partner = referral.partner.as_ref().map(|(key, ..)| *key);
    let params = named_params! { ":business": referral.business, ":kind": referral.kind, ":partner": partner, ":own": referral.key };
    Ok(tx.prepare_cached(sql)?.query_row(params, |row| row.get(0))?)
}

fn fill_in_sending(tx: &Tx<'_>, story: &Story, deed: &mut Deed) -> Result<()> {
    let referral = &story.referral;
    let client = people::find_in(tx, referral.business, referral.program)?;
    let rough = Rough::of(&client, people::workers(tx, referral.business)?.as_ref());
    let days = crate::referrals::policy::Policy::standard(referral.kind).decision_business_days;
    let due = calendar(tx)?.add_business_days(tx.today().date(), days);
    let contact = referral.contact.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
    deed.sheet.insert(Fact::Contact, contact);
    deed.sheet.insert(Fact::Service, referral.kind.code().to_owned());
    deed.sheet.insert(Fact::Snapshot, format!("{}; {}; {}", rough.sector, rough.size, rough.area));
    deed.sheet.insert(Fact::DueDates, Day::new(due).to_string());
    Ok(())
}

/// Every code is one of its list.
fn check_codes(tx: &Tx<'_>, referral: &Referral, deed: &Deed) -> Result<()> {
    let reasons = match deed.event {
        Event::Reject => "decline",
        Event::Hold => "hold",
        Event::Fail => "fail",
        Event::Reopen => "reopen",
        Event::Withdraw | Event::Recall | Event::AutoRecall | Event::RefuseConsent | Event::Discard => "cancel",
        _ => "",
    };
    let lists = [(Fact::Reason, reasons), (Fact::Stage, "stage"), (Fact::Results, "outcome"), (Fact::NextStep, "next_step")];
    for (fact, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
        let Some(code) = deed.sheet.get(&fact) else { continue };
        if programs::find_code(tx, list, referral.kind.code(), code)?.is_none() {
            return Err(Error::Rejected(format!("Choose one of the answers on the list: {}.", fact.label().to_lowercase())));
        }
    }
    match deed.sheet.get(&Fact::Outcome) {
        Some(code) if !NEED_MET.contains(&code.as_str()) => Err(Error::Rejected("Choose how far the need was met.".to_owned())),
        _ => Ok(()),
    }
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
    let is_quiet = deed.is_quiet;
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
    });
    let told_before = stop_what_is_undone(tx, referral, deed.event, undone)?;
    let referral = cache(tx, referral, &log, &after)?;
    let course = follow(&log);
    let story = Story { referral, log, state: after, course };
    let text = told_text(tx, &story, who, from)?
        .filter(|_| !is_quiet && told::is_owed(deed.event, story.referral.origin == Origin::SelfRequest, told_before));
    let line = story.log.last().ok_or_else(|| Error::internal("a log without a line"))?;
    let event = insert_event(tx, &story.referral, who, line, &story.state, text.as_deref())?;
    consequences(tx, &story, deed.event, from)?;
    notices::write(tx, &story, event, deed.event, from, text.as_deref())?;
    tx.audit(&format!("referral.{}", deed.event.code()), Object::new("referral", &story.referral.id))?;
    find(tx, story.referral.key)
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

/// The cached row is what the log adds up to.
fn cache(tx: &Tx<'_>, referral: &Referral, log: &[Happened], after: &State) -> Result<Referral> {
    let course = follow(log);
    let due = course.due(&after.now, referral.kind, referral.origin, &zone(tx)?, &calendar(tx)?).map(Day::new);
    let sql = "
        UPDATE referral
        SET status = :status, stage = :stage, reason_code = :reason, outcome_code = :outcome, waiting_on = :ball, sent_at = :sent,
            decided_at = :decided, ended_at = :ended, next_step_at = :next_step, due_on = :due, version = version + 1
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
        ":key": referral.key,
        ":version": referral.version,
    })?;
    if changed == 0 { Err(Error::Stale) } else { find(tx, referral.key) }
}

fn told_text(tx: &Tx<'_>, story: &Story, who: &Who, from: Option<Status>) -> Result<Option<String>> {
    let event = story.log.last().map_or(Event::Create, |line| line.event);
    let mut words = telling::telling(tx, story, tx.today())?;
    words.by = Some(who.party);
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

fn insert_event(tx: &Tx<'_>, referral: &Referral, who: &Who, line: &Happened, after: &State, told: Option<&str>) -> Result<i64> {
    let sql = "
        INSERT INTO referral_event (referral_id, seq, event, from_status, to_status, stage, reason_code, outcome_code, facts, told, party,
                                    account_id, contact_id, asserted_name, source, channel, partner_id, at)
        VALUES (:referral, :seq, :event, :from, :to, :stage, :reason, :outcome, :facts, :told, :party, :account, :contact, :name, :source,
                :channel, :partner, :at)";
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
        ":at": tx.at(),
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
    if matches!(event, Event::Withdraw | Event::Discard | Event::ConsentLapses | Event::MarkError) {
        consent::queries::end(tx, key)?;
    }
    Ok(())
}

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
    let contact = people::contact(tx, referral.business, tx.today())?;
    let workers = people::workers(tx, referral.business)?;
    let mut values = sharing::values(&client, contact.as_ref(), workers.as_ref(), tx.today());
    values.retain(|(field, _)| agreement.fields.contains(field));
    let until = tx.today().plus_days(consent::longest_days(referral.kind));
    let words = consent::words(&consent::Asked {
        program: &referral.program_name,
        partner: partner_name,
        kind: referral.kind,
        need: &referral.need,
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
    };
    let draft = create(tx, who, &new)?;
    record(tx, who, &current, Deed::new(Event::ReRefer, version).with(Fact::LinkedReferral, draft.id.to_string()))?;
    Ok(draft)
}

/// A partner opened it: the link is used up, and sending can no longer be taken back.
pub fn note_opened(tx: &Tx<'_>, link: &links::Link) -> Result<Referral> {
    let referral = find(tx, link.referral.ok_or(Error::NotFound)?)?;
    links::use_up(tx, link)?;
    outbox::note_went_out(tx, link.key)?;
    let sql = "UPDATE referral SET opened_at = coalesce(opened_at, :at) WHERE id = :key";
    tx.execute(sql, named_params! { ":at": tx.at(), ":key": referral.key })?;
    tx.audit("referral.opened", Object::new("referral", &referral.id))?;
    Ok(referral)
}

/// Makes the partner a new link and writes the notice that carries it; unused ones close.
pub fn renew_partner_link(tx: &Tx<'_>, referral: &Referral) -> Result<()> {
    if !matches!(referral.status, Status::Requested | Status::Received | Status::Accepted | Status::InProgress | Status::OnHold) {
        return Err(Error::Rejected("The partner has nothing to answer now. A new link is made when the referral is sent.".to_owned()));
    }
    let story = story(tx, find(tx, referral.key)?)?;
    outbox::stop_partner_notices(tx, referral.key)?;
    notices::remind_partner(tx, &story)?;
    tx.audit("referral.link_renewed", Object::new("referral", &referral.id))
}

/// The entrepreneur's private status link for a referral: a live one with a month left, or a new one. Whoever audits the deed audits it.
pub fn status_link(tx: &Tx<'_>, referral: &Referral) -> Result<i64> {
    let target = Target { referral: Some(referral.key), ..Target::default() };
    let in_a_month = tx.at().plus_days(30);
    match links::newest(tx, LinkKind::Status, target, in_a_month)? {
        Some(link) => Ok(link),
        None => links::issue(tx, LinkKind::Status, target),
    }
}
