//! The days of a referral: when it was sent, decided, started, ended, and by when somebody has to move. Pure: from the log alone.

use jiff::civil::Date;

use super::clock::{Calendar, Due, Pause, decision_due};
use super::deed::Happened;
use super::fact::Fact;
use super::kinds::Kind;
use super::lifecycle::{Event, Status};
use super::policy::{Policy, days_after};
use super::replay::{Consent, Standing};
use crate::values::{Day, Instant, Origin, Zone};

/// What the log says about days, and the words of the last facts. An undone event leaves no trace.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Course {
    pub asked_at: Option<Instant>,
    pub consent_asked_at: Option<Instant>,
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
    /// While the ball was not with the partner, before it decided.
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
            if course.decided_at.is_none() {
                course.resume(line.at);
                course.pauses.push((line.at, None));
            }
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

    /// When the partner's answer is due by the clock of business days.
    pub fn decision_due(&self, kind: Kind, zone: &Zone, calendar: &Calendar) -> Option<Due> {
        let date = |at: Instant| zone.day(at).date();
        let pauses: Vec<Pause> = self.pauses.iter().map(|(from, to)| Pause { from: date(*from), to: to.map(date) }).collect();
        self.sent_at.map(|at| decision_due(date(at), Policy::standard(kind).decision_business_days, &pauses, calendar))
    }

    /// By when somebody has to move, whoever it is.
    pub fn due(&self, now: &Standing, kind: Kind, origin: Origin, zone: &Zone, calendar: &Calendar) -> Option<Date> {
        let policy = Policy::standard(kind);
        let date = |at: Instant| zone.day(at).date();
        let business = |at: Option<Instant>, days| at.map(|at| calendar.add_business_days(date(at), days));
        let plain = |at: Option<Instant>, days| at.map(|at| days_after(date(at), days));
        let settled = now.next_step.is_some() || now.wants_nothing_more;
        if now.question.is_some() && !now.status.is_end() {
            return self.needed_by.map(Day::date);
        }
        match now.status {
            Status::Draft if now.consent == Consent::Asked => plain(self.consent_asked_at, policy.consent_answer_days),
            Status::Draft if origin == Origin::Advisor => None,
            Status::Draft => business(self.asked_at, policy.triage_business_days),
            Status::Requested | Status::Received => match self.decision_due(kind, zone, calendar) {
                Some(Due::On(day)) => Some(day),
                Some(Due::Paused { .. }) | None => self.needed_by.map(Day::date),
            },
            Status::Accepted => {
                self.first_contact_on.map(Day::date).or_else(|| business(self.decided_at, policy.first_contact_business_days))
            }
            Status::InProgress => self.next_expected_on.map(Day::date).or_else(|| plain(self.last_news_at, policy.update_days)),
            Status::OnHold => self.review_on.map(Day::date).or_else(|| plain(self.last_news_at, policy.consent_answer_days)),
            Status::Completed => match now.answer {
                None => plain(self.ended_at, policy.confirm_days),
                Some(answer) if answer.is_good() || settled => None,
                Some(_) => business(self.answered_at, policy.follow_up_business_days),
            },
            Status::Rejected | Status::Failed | Status::Cancelled if settled => None,
            Status::Rejected | Status::Failed | Status::Cancelled => business(self.ended_at, policy.follow_up_business_days),
            Status::EnteredInError => None,
        }
    }
}
