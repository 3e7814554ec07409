//! Rules that need more than the status: windows of time, whose it is, what is still live.
//! Each takes plain values and says yes, or why not in a sentence.

use jiff::{SignedDuration, Timestamp, civil::Date};

use super::lifecycle::{Event, Party, Refusal};

/// The last thing that happened, as seen by the one who would undo it.
#[derive(Clone, Copy, Debug)]
pub struct LastDeed {
    pub event: Event,
    pub at: Timestamp,
    /// Done by the very person who now asks.
    pub by_same_person: bool,
    /// A message, an answer, a look at the file by somebody else came after it.
    pub anything_since: bool,
}

/// Sending can be taken back inside the window (0 to 60 minutes), unless the partner opened it.
///
/// # Errors
/// Refused when the partner has opened it, or when the window is over.
pub fn may_undo_send(sent_at: Timestamp, now: Timestamp, window_minutes: u8, opened: bool) -> Result<(), Refusal> {
    if opened {
        return refuse("The partner has opened this request. You can stop it instead.");
    }
    if now.duration_since(sent_at) >= SignedDuration::from_mins(i64::from(window_minutes)) {
        return refuse("This request has gone out. You can stop it instead.");
    }
    Ok(())
}

/// A person may undo the last event: their own, within 24 hours, with nothing by others since.
///
/// # Errors
/// Refused for somebody else's deed, a later one, an old one, or one that can't be undone.
pub fn may_undo_last(last: LastDeed, now: Timestamp) -> Result<(), Refusal> {
    match last.event {
        Event::UndoLast => return refuse("The last update was an undo. Record what is true now."),
        Event::ReRefer => return refuse("A new draft was made. Drop that draft instead."),
        _ => {}
    }
    if !last.by_same_person {
        return refuse("Only the person who made the last update can undo it.");
    }
    if last.anything_since {
        return refuse("Somebody has acted on this update. Record what is true now.");
    }
    if now.duration_since(last.at) >= SignedDuration::from_hours(24) {
        return refuse("An update can be undone for 24 hours. Record what is true now.");
    }
    Ok(())
}

/// An ended referral can be opened again for 90 days, while the permission to share is live.
///
/// # Errors
/// Refused after 90 days, or without permission.
pub fn may_reopen(ended_at: Timestamp, now: Timestamp, consent_is_live: bool) -> Result<(), Refusal> {
    if now.duration_since(ended_at) >= SignedDuration::from_hours(24 * 90) {
        return refuse("A referral can be opened again for 90 days. Please start a new one.");
    }
    if !consent_is_live {
        return refuse("The permission to share has ended. Ask the client to renew it first.");
    }
    Ok(())
}

/// An advisor may mark only their own referral as a mistake, and only before the partner answered.
///
/// # Errors
/// Refused to an advisor once it is another's or the partner has acted; a manager may always.
pub fn may_mark_error(party: Party, is_own: bool, partner_has_acted: bool) -> Result<(), Refusal> {
    if party == Party::Manager {
        return Ok(());
    }
    if !is_own {
        return refuse("This is another advisor's referral. Ask your manager to mark it.");
    }
    if partner_has_acted {
        return refuse("The partner has answered. Ask your manager to mark it.");
    }
    Ok(())
}

/// A pause is looked at again within so many days: 60 as it comes, 120 for space and technology.
///
/// # Errors
/// Refused for a date in the past or too far ahead.
pub fn may_hold_until(at_most: u32, today: Date, review_on: Date) -> Result<(), Refusal> {
    match ahead(today, review_on) {
        ..=0 => refuse("Choose a day after today to look at this again."),
        days if days > i64::from(at_most) => Err(Refusal::TooFar { days: at_most }),
        _ => Ok(()),
    }
}

/// A partner names the day of its next news so many days ahead at most: 90 as it comes. Longer would be silence with its own permission.
///
/// # Errors
/// Refused for a day that is over or too far ahead.
pub fn may_expect_news_on(at_most: u32, today: Date, on: Date) -> Result<(), Refusal> {
    match ahead(today, on) {
        ..0 => refuse("The day of the next news is over. Choose today or a later day."),
        days if days > i64::from(at_most) => Err(Refusal::TooFar { days: at_most }),
        _ => Ok(()),
    }
}

fn ahead(today: Date, day: Date) -> i64 {
    today.until(day).map_or(0, |span| i64::from(span.get_days()))
}

/// Nobody is called unreachable before three tries on two channels.
///
/// # Errors
/// Refused with fewer tries, or all on one channel.
pub fn may_call_unreachable(attempts: &[(Date, &str)]) -> Result<(), Refusal> {
    if attempts.len() < 3 {
        return refuse("Try at least three times, and write down each try.");
    }
    if attempts.windows(2).all(|pair| matches!(pair, [(_, one), (_, other)] if one == other)) {
        return refuse("Try a second way too: a call, a text, a letter or an e-mail.");
    }
    Ok(())
}

fn refuse(why: &'static str) -> Result<(), Refusal> {
    Err(Refusal::NotNow(why))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const SENT: Timestamp = Timestamp::constant(1_764_000_000, 0);

    fn later(seconds: i64) -> Timestamp {
        SENT + SignedDuration::from_secs(seconds)
    }

    #[test]
    fn sending_is_taken_back_inside_the_window_only() {
        assert!(may_undo_send(SENT, later(299), 5, false).is_ok());
        assert!(may_undo_send(SENT, later(300), 5, false).is_err());
        assert!(may_undo_send(SENT, SENT, 0, false).is_err(), "a window of 0 is no window");
        assert!(may_undo_send(SENT, later(3_599), 60, false).is_ok());
    }

    #[test]
    fn what_the_partner_opened_is_not_taken_back() {
        assert!(may_undo_send(SENT, later(1), 5, true).is_err());
    }

    #[test]
    fn ada_undoes_her_own_last_update_within_a_day() {
        let last = LastDeed { event: Event::Accept, at: SENT, by_same_person: true, anything_since: false };
        assert!(may_undo_last(last, later(86_399)).is_ok());
        assert!(may_undo_last(last, later(86_400)).is_err());
        assert!(may_undo_last(LastDeed { by_same_person: false, ..last }, SENT).is_err());
        assert!(may_undo_last(LastDeed { anything_since: true, ..last }, SENT).is_err());
        assert!(may_undo_last(LastDeed { event: Event::UndoLast, ..last }, SENT).is_err());
        assert!(may_undo_last(LastDeed { event: Event::ReRefer, ..last }, SENT).is_err());
    }

    #[test]
    fn a_referral_opens_again_for_90_days_with_a_live_consent() {
        let day = 86_400;
        assert!(may_reopen(SENT, later(90 * day - 1), true).is_ok());
        assert!(may_reopen(SENT, later(90 * day), true).is_err());
        assert!(may_reopen(SENT, later(1), false).is_err());
    }

    #[test]
    fn an_advisor_marks_only_an_own_and_unanswered_referral_as_a_mistake() {
        assert!(may_mark_error(Party::Advisor, true, false).is_ok());
        assert!(may_mark_error(Party::Advisor, true, true).is_err());
        assert!(may_mark_error(Party::Advisor, false, false).is_err());
        assert!(may_mark_error(Party::Manager, false, true).is_ok());
    }

    #[test]
    fn a_pause_is_looked_at_within_60_days_or_120_for_space() {
        let today = date(2026, 11, 20);
        let after = |days: i64| today.saturating_add(jiff::Span::new().days(days));
        let held = |most, days| may_hold_until(most, today, after(days)).is_ok();
        assert!(held(60, 60) && !held(60, 61));
        assert!(held(120, 120) && !held(120, 121));
        assert!(!held(120, 0) && !held(120, -1));
        let told = |days| may_expect_news_on(90, today, after(days)).is_ok();
        assert!(told(0) && told(90) && !told(91) && !told(-1));
    }

    #[test]
    fn nobody_is_unreachable_before_three_tries_on_two_channels() {
        let day = date(2026, 11, 20);
        assert!(may_call_unreachable(&[(day, "call"), (day, "text"), (day, "call")]).is_ok());
        assert!(may_call_unreachable(&[(day, "call"), (day, "text")]).is_err());
        assert!(may_call_unreachable(&[(day, "call"), (day, "call"), (day, "call")]).is_err());
        assert!(may_call_unreachable(&[]).is_err());
    }
}
