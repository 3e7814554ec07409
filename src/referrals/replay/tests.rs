//! Logs of made-up referrals.

use super::*;

fn log(deeds: &[(Event, Party)]) -> Vec<Entry> {
    deeds.iter().map(|(event, party)| Entry::new(*event, *party)).collect()
}

/// Ada wrote it, Rosa said yes, it was sent.
fn sent() -> Vec<Entry> {
    log(&[
        (Event::Create, Party::Advisor),
        (Event::RequestConsent, Party::Advisor),
        (Event::GiveConsent, Party::Entrepreneur),
        (Event::Send, Party::Advisor),
    ])
}

fn started() -> Vec<Entry> {
    let mut log = sent();
    log.push(Entry::new(Event::Accept, Party::Partner));
    log.push(Entry { stage: Some("search".to_owned()), ..Entry::new(Event::Start, Party::Partner) });
    log
}

fn with(mut log: Vec<Entry>, more: &[Entry]) -> State {
    log.extend_from_slice(more);
    replay(&log).unwrap()
}

fn ball(state: &State) -> Ball {
    waiting_on(&state.now, false)
}

#[test]
fn nothing_is_sent_before_rosa_says_yes() {
    let mut deeds = log(&[(Event::Create, Party::Advisor), (Event::Send, Party::Advisor)]);
    assert!(matches!(replay(&deeds), Err(Refusal::NotNow(_))));
    deeds[1].event = Event::RequestConsent;
    deeds.push(Entry::new(Event::Send, Party::Manager));
    assert!(matches!(replay(&deeds), Err(Refusal::NotNow(_))));
}

#[test]
fn a_yes_comes_after_the_question() {
    let deeds = log(&[(Event::Create, Party::Advisor), (Event::GiveConsent, Party::Advisor)]);
    assert!(replay(&deeds).is_err());
}

#[test]
fn a_log_begins_with_a_referral() {
    assert!(replay(&[]).is_err());
    assert!(replay(&log(&[(Event::Send, Party::Advisor)])).is_err());
    let twice = log(&[(Event::Create, Party::Advisor), (Event::Create, Party::Advisor)]);
    assert!(replay(&twice).is_err());
}

#[test]
fn the_ball_follows_the_consent() {
    let asked = with(log(&[(Event::Create, Party::Advisor)]), &log(&[(Event::RequestConsent, Party::Advisor)]));
    assert_eq!((ball(&asked), asked.now.shown_stage()), (Ball::Entrepreneur, Some("awaiting_consent")));
    let given = asked.apply(&Entry::new(Event::GiveConsent, Party::Entrepreneur)).unwrap();
    assert_eq!((ball(&given), given.now.shown_stage()), (Ball::Advisor, None));
    assert_eq!(ball(&replay(&sent()).unwrap()), Ball::Partner);
}

#[test]
fn a_question_moves_the_ball_until_it_is_answered() {
    let ask = Entry::new(Event::AskInformation, Party::Partner);
    let asked = with(sent(), std::slice::from_ref(&ask));
    assert_eq!((ball(&asked), asked.now.status), (Ball::Entrepreneur, Status::Requested));
    assert_eq!(asked.now.shown_stage(), Some("awaiting_information"));
    let answered = asked.apply(&Entry::new(Event::ProvideInformation, Party::Entrepreneur));
    assert_eq!(ball(&answered.unwrap()), Ball::Partner);

    let of_ada = with(sent(), &[Entry { asked_of: Some(Ball::Advisor), ..ask }]);
    assert_eq!(ball(&of_ada), Ball::Advisor);
    assert!(of_ada.apply(&Entry::new(Event::ProvideInformation, Party::Entrepreneur)).is_err());
    assert!(of_ada.apply(&Entry::new(Event::ProvideInformation, Party::Advisor)).is_ok());
}

#[test]
fn an_acknowledgment_leaves_the_question_open_and_a_decision_closes_it() {
    let asked = with(sent(), &log(&[(Event::AskInformation, Party::Partner), (Event::Acknowledge, Party::Partner)]));
    assert_eq!(ball(&asked), Ball::Entrepreneur);
    let accepted = asked.apply(&Entry::new(Event::Accept, Party::Partner)).unwrap();
    assert_eq!(ball(&accepted), Ball::Partner);
}

#[test]
fn nobody_answers_a_question_that_was_not_asked() {
    let state = replay(&sent()).unwrap();
    assert!(state.apply(&Entry::new(Event::ProvideInformation, Party::Advisor)).is_err());
    assert!(!state.open_to(Party::Advisor).any(|event| event == Event::ProvideInformation));
    assert!(state.now.status.open_to(Party::Advisor).any(|e| e == Event::ProvideInformation));
}

#[test]
fn work_waits_on_whom_the_stage_or_the_partner_says() {
    let mut news = Entry::new(Event::Progress, Party::Partner);
    news.stage = Some("tours".to_owned());
    assert_eq!(ball(&with(started(), std::slice::from_ref(&news))), Ball::Partner);
    news.stage = Some("decision_pending".to_owned());
    assert_eq!(ball(&with(started(), std::slice::from_ref(&news))), Ball::ThirdParty);
    news.next_move = Some(Ball::Entrepreneur);
    assert_eq!(ball(&with(started(), &[news])), Ball::Entrepreneur);
}

#[test]
fn a_question_comes_before_the_next_move() {
    let news = Entry { next_move: Some(Ball::ThirdParty), ..Entry::new(Event::Progress, Party::Partner) };
    let ask = Entry::new(Event::AskInformation, Party::Partner);
    assert_eq!(ball(&with(started(), &[news, ask])), Ball::Entrepreneur);
}

#[test]
fn a_pause_waits_on_whom_its_reason_says() {
    for (reason, whom) in [
        ("waitlist", Ball::Partner),
        ("waiting_client_decision", Ball::Entrepreneur),
        ("waiting_advisor", Ball::Advisor),
        ("permit_or_zoning", Ball::ThirdParty),
        ("other", Ball::Advisor),
    ] {
        let hold = Entry { reason: Some(reason.to_owned()), ..Entry::new(Event::Hold, Party::Partner) };
        assert_eq!(ball(&with(started(), &[hold])), whom, "{reason}");
    }
}

#[test]
fn a_lapsed_consent_pauses_the_work_until_rosa_renews_it() {
    let lapsed = with(started(), &[Entry::new(Event::ConsentLapses, Party::System)]);
    assert_eq!(lapsed.now.status, Status::OnHold);
    assert_eq!(lapsed.now.reason.as_deref(), Some("consent_expired"));
    assert_eq!(ball(&lapsed), Ball::Entrepreneur);
}

#[test]
fn a_resumed_referral_keeps_its_stage_and_drops_the_reason() {
    let resumed = with(started(), &log(&[(Event::Hold, Party::Advisor), (Event::Resume, Party::Partner)]));
    assert_eq!(resumed.now.stage.as_deref(), Some("search"));
    assert_eq!(resumed.now.reason, None);
}

#[test]
fn a_bad_end_is_the_advisors_until_a_next_step() {
    let declined = with(sent(), &[Entry::new(Event::Reject, Party::Partner)]);
    assert_eq!(ball(&declined), Ball::Advisor);
    let step = Entry { next_step: Some("other_help_given".to_owned()), ..Entry::new(Event::RecordNextStep, Party::Advisor) };
    assert_eq!(ball(&declined.apply(&step).unwrap()), Ball::Nobody);
    let tried = declined.apply(&Entry::new(Event::ReRefer, Party::Entrepreneur)).unwrap();
    assert_eq!((ball(&tried), tried.now.status), (Ball::Nobody, Status::Rejected));
}

#[test]
fn rosa_may_stop_it_and_want_nothing_more() {
    let mut stop = Entry::new(Event::Withdraw, Party::Entrepreneur);
    assert_eq!(ball(&with(sent(), std::slice::from_ref(&stop))), Ball::Advisor);
    stop.wants_nothing_more = true;
    assert_eq!(ball(&with(sent(), &[stop])), Ball::Nobody);
}

#[test]
fn a_completed_referral_waits_for_rosas_word() {
    let done = with(started(), &[Entry::new(Event::Complete, Party::Partner)]);
    assert_eq!(ball(&done), Ball::Entrepreneur);
    assert_eq!(waiting_on(&done.now, true), Ball::Nobody);
    let says = |met, happened_as_reported| Entry {
        answer: Some(Answer { met, happened_as_reported }),
        ..Entry::new(Event::Confirm, Party::Entrepreneur)
    };
    assert_eq!(ball(&done.apply(&says(Met::Yes, true)).unwrap()), Ball::Nobody);
    assert_eq!(ball(&done.apply(&says(Met::No, true)).unwrap()), Ball::Advisor);
    let disputed = done.apply(&says(Met::Yes, false)).unwrap();
    assert_eq!(ball(&disputed), Ball::Advisor);
    let reopened = disputed.apply(&Entry::new(Event::Reopen, Party::Manager)).unwrap();
    assert_eq!((ball(&reopened), reopened.now.answer), (Ball::Partner, None));
}

#[test]
fn an_undo_leads_back_to_where_the_last_event_began() {
    let mut news = Entry::new(Event::Progress, Party::Partner);
    news.stage = Some("tours".to_owned());
    let back = with(started(), &[news, Entry::new(Event::UndoLast, Party::Partner)]);
    assert_eq!(back.now, replay(&started()).unwrap().now);
    assert!(back.apply(&Entry::new(Event::UndoLast, Party::Partner)).is_err(), "once");

    let back = with(sent(), &log(&[(Event::Reject, Party::AdvisorOnBehalf), (Event::UndoLast, Party::Advisor)]));
    assert_eq!(back.now, replay(&sent()).unwrap().now);
}

#[test]
fn nobody_undoes_the_others_deed_or_a_new_draft() {
    let accepted = with(sent(), &[Entry::new(Event::Accept, Party::Partner)]);
    assert!(accepted.apply(&Entry::new(Event::UndoLast, Party::Advisor)).is_err());
    let tried = with(sent(), &log(&[(Event::Reject, Party::Partner), (Event::ReRefer, Party::Advisor)]));
    assert!(tried.apply(&Entry::new(Event::UndoLast, Party::Advisor)).is_err());
}

#[test]
fn an_advisor_may_call_it_a_mistake_only_before_the_partner_acted() {
    assert!(!replay(&sent()).unwrap().now.partner_has_acted);
    for event in [Event::Acknowledge, Event::AskInformation, Event::Accept, Event::Reject] {
        let state = with(sent(), &[Entry::new(event, Party::Partner)]);
        assert!(state.now.partner_has_acted, "{event:?}");
    }
}
