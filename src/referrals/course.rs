//! The days of a referral: when it was sent, decided, started, ended, and when the ball was not with the partner. Pure: from the log alone.

use super::deed::Happened;
use super::fact::Fact;
use super::lifecycle::{Event, Status};
use crate::values::{Day, Instant};

/// What the log says about days, and the words of the last facts. An undone event leaves no trace.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Course {
    pub asked_at: Option<Instant>,
    pub consent_asked_at: Option<Instant>,
    pub agreed_at: Option<Instant>,
    pub sent_at: Option<Instant>,
    pub decided_at: Option<Instant>,
    pub started_at: Option<Instant>,
    pub ended_at: Option<Instant>,
    pub next_step_at: Option<Instant>,
    pub answered_at: Option<Instant>,
    /// The last word of anybody about the work.
    pub last_news_at: Option<Instant>,
    pub first_contact_on: Option<Day>,
    pub next_expected_on: Option<Day>,
    pub review_on: Option<Day>,
    pub needed_by: Option<Day>,
    pub waitlist_position: Option<u32>,
    pub responsible: Option<String>,
    pub question: Option<String>,
    pub reason_text: Option<String>,
    pub outcome: Option<String>,
    pub next_step_text: Option<String>,
    /// What the client was asked to share; see `sharing::read_back`.
    pub asked_fields: Option<String>,
    /// The last event of any kind.
    pub last_event_at: Option<Instant>,
    /// A manager stopped work that had begun.
    pub recalled_from_work_at: Option<Instant>,
    /// While an open question of the partner's was with somebody else.
    pub pauses: Vec<(Instant, Option<Instant>)>,
}

/// Follows a log from its start.
pub fn follow(log: &[Happened]) -> Course {
    let (mut now, mut before) = (Course::default(), Course::default());
    for line in log {
        if line.event == Event::UndoLast {
            now = before.clone();
            continue;
        }
        before = now.clone();
        note(&mut now, line);
    }
    now
}

fn note(course: &mut Course, line: &Happened) {
    use Event as E;
    let at = Some(line.at);
    let text = |fact| line.sheet.get(&fact).filter(|text| !text.is_empty()).cloned();
    let day = |fact| line.sheet.get(&fact).and_then(|text| Day::parse(text).ok());
    match line.event {
        E::Create => course.asked_at = at,
        E::RequestConsent => {
            course.consent_asked_at = at;
            course.asked_fields = text(Fact::Fields);
        }
        E::GiveConsent => course.agreed_at = at,
        E::Send => course.sent_at = at,
        E::UndoSend => course.sent_at = None,
        E::Accept | E::Reject => {
            course.decided_at = at;
            course.responsible = text(Fact::ResponsiblePerson);
            course.first_contact_on = day(Fact::FirstContactOn);
        }
        E::AskInformation => {
            course.question = text(Fact::Question);
            course.needed_by = day(Fact::NeededBy);
            course.resume(line.at);
            course.pauses.push((line.at, None));
        }
        E::ProvideInformation => course.resume(line.at),
        E::Start => course.started_at = course.started_at.or(at),
        E::Complete => course.outcome = text(Fact::Outcome),
        E::Confirm => course.answered_at = at,
        E::RecordNextStep => {
            course.next_step_at = at;
            course.next_step_text = text(Fact::SharedNote);
            course.next_expected_on = day(Fact::ReviewOn);
        }
        E::ReRefer => course.next_step_at = at,
        E::Reopen => {
            course.ended_at = None;
            course.next_step_at = None;
            course.answered_at = None;
            course.outcome = None;
        }
        _ => {}
    }
    course.last_event_at = at;
    if line.event == E::Recall && matches!(line.from, Some(Status::InProgress | Status::OnHold)) {
        course.recalled_from_work_at = at;
    }
    // Whoever goes on has their answer.
    if !matches!(line.event, E::AskInformation | E::Acknowledge | E::ProvideInformation | E::Confirm | E::RecordNextStep) {
        course.resume(line.at);
    }
    if matches!(line.event, E::Accept | E::Start | E::Progress | E::Hold | E::Resume | E::Reopen | E::ConsentLapses) {
        course.last_news_at = at;
        course.next_expected_on = day(Fact::NextExpectedOn);
        course.review_on = day(Fact::ReviewOn);
        course.waitlist_position = text(Fact::WaitlistPosition).and_then(|place| place.parse().ok());
        course.reason_text = text(Fact::ReasonText);
    }
    if line.to.is_end() && line.from != Some(line.to) {
        course.ended_at = at;
        course.next_expected_on = None;
        course.reason_text = text(Fact::ReasonText);
        if line.sheet.contains_key(&Fact::WantsNothingMore) {
            course.next_step_at = at;
        }
    }
}

impl Course {
    /// The partner's clock runs again.
    fn resume(&mut self, at: Instant) {
        for pause in &mut self.pauses {
            pause.1 = pause.1.or(Some(at));
        }
    }
}
