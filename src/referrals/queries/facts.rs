//! The facts of an event: what the rules ask of them, what nobody types, and whether each code is one of its list.

use super::{NEED_MET, Story};
use crate::consent;
use crate::error::{Error, Result};
use crate::people::queries as people;
use crate::programs::queries as programs;
use crate::referrals::deed::{Deed, Sheet, Who, attempts, needed};
use crate::referrals::fact::Fact;
use crate::referrals::lifecycle::{Event, Party, Refusal, Status, transition};
use crate::referrals::results;
use crate::referrals::sharing::Rough;
use crate::referrals::{Referral, guards};
use crate::store::Tx;
use crate::values::{Day, Instant, Limit, Vocabulary};
use jiff::Timestamp;
use rusqlite::{Connection, named_params};

/// No event takes a fact that is not its own.
pub(super) fn refuse_foreign(story: &Story, deed: &Deed) -> Result<()> {
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

pub(super) fn refuse_missing(story: &Story, who: &Who, deed: &Deed) -> Result<()> {
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
            let minutes = u8::try_from(story.held_minutes).unwrap_or(5);
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
        _ => today.map_or(Ok(()), |today| guard_facts(story, sheet, today)),
    }
}

fn guard_facts(story: &Story, sheet: &Sheet, today: Day) -> std::result::Result<(), Refusal> {
    let day = |fact| sheet.get(&fact).and_then(|text| Day::parse(text).ok());
    let is = |fact, code: &str| sheet.get(&fact).is_some_and(|value| value == code);
    if is(Fact::Reason, "could_not_contact_client") || is(Fact::NextStep, "could_not_reach") {
        let tries = sheet.get(&Fact::Attempts).and_then(|text| attempts(text).ok()).unwrap_or_default();
        let tries: Vec<_> = tries.iter().map(|(on, how)| (*on, how.as_str())).collect();
        guards::may_call_unreachable(&tries)?;
    }
    // Asking who still works there settles nothing: a disputed end stays open until a next step is agreed.
    if is(Fact::NextStep, "checked_in")
        && (story.state.now.status != Status::Completed || story.state.now.answer.is_some_and(|said| !said.is_good()))
    {
        return Err(Refusal::NotNow(
            "Who still works there is asked after it is done, and not while the client says that it did not happen. Agree on a next step first.",
        ));
    }
    let happened_already = [Fact::ContactedOn, Fact::EndOn, Fact::ToldOn].into_iter().filter_map(day).any(|on| on > today);
    if happened_already {
        Err(Refusal::NotNow("A day that lies ahead has not happened yet. Write today or an earlier day."))
    } else {
        Ok(())
    }
}

/// A day that lies further ahead than the program's limits allow.
pub(super) fn refuse_too_far(tx: &Tx<'_>, referral: &Referral, deed: &Deed) -> Result<()> {
    let day = |fact| deed.sheet.get(&fact).and_then(|text| Day::parse(text).ok());
    let today = tx.today().date();
    let at_most = |limit| super::clockwork::days_today(tx, referral, limit).map(|(days, _)| days);
    let rejected = |refusal: Refusal| Error::Rejected(refusal.to_string());
    if let Some(on) = day(Fact::ReviewOn).filter(|_| deed.event == Event::Hold) {
        guards::may_hold_until(at_most(Limit::HoldReview)?, today, on.date()).map_err(rejected)?;
    }
    if let Some(on) = day(Fact::NextExpectedOn) {
        guards::may_expect_news_on(at_most(Limit::UpdateAtMost)?, today, on.date()).map_err(rejected)?;
    }
    Ok(())
}

fn stamp(at: Instant) -> Timestamp {
    Timestamp::from_millisecond(at.millis()).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The facts nobody types: who, to whom, the live yes, what was known at sending.
pub(super) fn fill_in(tx: &Tx<'_>, who: &Who, story: &Story, deed: &mut Deed) -> Result<()> {
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
        // Where nobody is asked from here, the partner itself is named.
        Event::Complete => put(Fact::Reporter, if name.is_empty() { referral.partner_name().to_owned() } else { name }),
        Event::Send | Event::Reopen => {
            if let Some(live) = consent::queries::live_for(tx, referral.key, tx.today())? {
                put(Fact::ConsentGrant, live.key.to_string());
            }
            if deed.event == Event::Send {
                super::pausing::refuse_unexplained(tx, referral, deed)?;
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

/// Open referrals of the same business, kind and partner besides this one.
pub(super) fn count_open_alike(conn: &Connection, referral: &Referral) -> Result<i64> {
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
    Ok(conn.prepare_cached(sql)?.query_row(params, |row| row.get(0))?)
}

fn fill_in_sending(tx: &Tx<'_>, story: &Story, deed: &mut Deed) -> Result<()> {
    let referral = &story.referral;
    let client = people::find_in(tx, referral.business, referral.program)?;
    let rough = Rough::of(&client, people::workers(tx, referral.business)?.as_ref());
    let (days, calendar) = super::clockwork::days_today(tx, referral, Limit::Decision)?;
    let due = calendar.add_business_days(tx.today().date(), days);
    let contact = referral.contact.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
    deed.sheet.insert(Fact::Contact, contact);
    deed.sheet.insert(Fact::Service, referral.kind.code().to_owned());
    deed.sheet.insert(Fact::Snapshot, format!("{}; {}; {}", rough.sector, rough.size, rough.area));
    deed.sheet.insert(Fact::DueDates, Day::new(due).to_string());
    deed.sheet.insert(Fact::Needs, super::sheet::as_sent(tx, referral)?);
    Ok(())
}

/// Every code is one of its list.
pub(super) fn check_codes(tx: &Tx<'_>, referral: &Referral, deed: &Deed) -> Result<()> {
    let reasons = match deed.event {
        Event::Reject => "decline",
        Event::Hold => "hold",
        Event::Fail => "fail",
        Event::Reopen => "reopen",
        Event::Withdraw | Event::Recall | Event::AutoRecall | Event::RefuseConsent | Event::Discard => "cancel",
        _ => "",
    };
    let lists = [
        (Fact::Reason, reasons),
        (Fact::Stage, "stage"),
        (Fact::Results, "outcome"),
        (Fact::MoreResults, "outcome"),
        (Fact::NextStep, "next_step"),
        (Fact::WasMissing, "missing"),
    ];
    for (fact, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
        let Some(codes) = deed.sheet.get(&fact) else { continue };
        for code in codes.split(',') {
            if programs::find_code(tx, list, referral.kind.code(), code)?.is_none() {
                return Err(Error::Rejected(format!("Choose one of the answers on the list: {}.", fact.label().to_lowercase())));
            }
        }
    }
    let answers = results::held(&deed.sheet);
    if deed.sheet.contains_key(&Fact::Particulars) && (answers.is_empty() || !results::are_of(referral.kind, deed.event, &answers)) {
        return Err(Error::Rejected("This update has no place for some of these answers. Reload the page and send it again.".to_owned()));
    }
    match deed.sheet.get(&Fact::Outcome) {
        Some(code) if !NEED_MET.contains(&code.as_str()) => Err(Error::Rejected("Choose how far the need was met.".to_owned())),
        _ => Ok(()),
    }
}
