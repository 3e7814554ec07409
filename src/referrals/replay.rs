//! What a referral's log adds up to: where it stands, and who has the ball.
//!
//! The log is the record; the cached columns of a referral are what `replay` says. Applying one
//! more entry to a state and replaying the longer log give the same.

use super::lifecycle::{Event, Next, Party, Refusal, Status};

/// Who moves next. Shown to all three sides, and the partner's clock runs only on `Partner`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ball {
    Advisor,
    Partner,
    Entrepreneur,
    /// A landlord, a lender, a city office.
    ThirdParty,
    Nobody,
}

/// Whether the entrepreneur was asked to share, and said yes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Consent {
    #[default]
    NotAsked,
    Asked,
    Given,
}

/// How far the entrepreneur says the need was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Met {
    Yes,
    Partly,
    No,
}

/// The entrepreneur's word on how it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    pub met: Met,
    pub happened_as_reported: bool,
}

/// One line of the log, with the facts that decide where a referral stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub event: Event,
    pub party: Party,
    pub stage: Option<String>,
    /// A code: why it is held, stopped, declined or failed.
    pub reason: Option<String>,
    /// Of whom the partner asks something. Without it: of the entrepreneur.
    pub asked_of: Option<Ball>,
    /// Who has the next move, where the stage does not say it.
    pub next_move: Option<Ball>,
    pub answer: Option<Answer>,
    pub next_step: Option<String>,
    pub wants_nothing_more: bool,
    /// A file told it: it happened elsewhere, and no permission to share came with it.
    pub is_from_file: bool,
}

impl Entry {
    /// A bare line.
    #[must_use]
    pub const fn new(event: Event, party: Party) -> Self {
        Self {
            event,
            party,
            stage: None,
            reason: None,
            asked_of: None,
            next_move: None,
            answer: None,
            next_step: None,
            wants_nothing_more: false,
            is_from_file: false,
        }
    }
}

/// Where a referral stands: what the table of referrals caches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub status: Status,
    pub stage: Option<String>,
    pub consent: Consent,
    /// The partner's open question, and who was asked. Answered, or dropped when the partner goes on.
    pub question: Option<Ball>,
    pub next_move: Option<Ball>,
    pub reason: Option<String>,
    pub answer: Option<Answer>,
    pub next_step: Option<String>,
    pub wants_nothing_more: bool,
    /// The partner has answered in any way since it was sent.
    pub partner_has_acted: bool,
    /// It was sent elsewhere, before it was kept here: no permission to share is held, and nothing goes to the partner from here.
    pub was_sent_elsewhere: bool,
    /// The last that happened was told by a file: nobody here has touched it since.
    pub is_from_file: bool,
}

impl Standing {
    /// A referral in this status, and nothing else known.
    #[must_use]
    pub const fn new(status: Status) -> Self {
        Self {
            status,
            stage: None,
            consent: Consent::NotAsked,
            question: None,
            next_move: None,
            reason: None,
            answer: None,
            next_step: None,
            wants_nothing_more: false,
            partner_has_acted: false,
            was_sent_elsewhere: false,
            is_from_file: false,
        }
    }

    /// The stage to show: waiting for a yes or for an answer comes before the work's own stage.
    #[must_use]
    pub fn shown_stage(&self) -> Option<&str> {
        if self.question.is_some() {
            Some("awaiting_information")
        } else if self.status == Status::Draft && self.consent == Consent::Asked {
            Some("awaiting_consent")
        } else {
            self.stage.as_deref()
        }
    }
}

/// A referral as its log tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    pub now: Standing,
    /// As it stood before the last event; none where there is nothing to undo.
    pub before: Option<Standing>,
    pub last: (Event, Party),
}

/// The state that the whole log adds up to.
///
/// # Errors
/// Refused where the log is empty, or an entry could not have happened when it did.
pub fn replay<'a>(log: impl IntoIterator<Item = &'a Entry>) -> Result<State, Refusal> {
    let mut log = log.into_iter();
    let first = log.next().ok_or(Refusal::NotNow("This referral has no history."))?;
    log.try_fold(State::begin(first)?, |state, entry| state.apply(entry))
}

impl State {
    /// The state after the first entry, which must create the referral.
    ///
    /// # Errors
    /// Refused for any other event, or to a party that starts no referrals.
    pub fn begin(first: &Entry) -> Result<Self, Refusal> {
        if first.event != Event::Create {
            return Err(Refusal::NotNow("There is no such referral yet."));
        }
        let now = Standing { is_from_file: first.is_from_file, ..Standing::new(Status::begin(first.party)?) };
        Ok(Self { now, before: None, last: (first.event, first.party) })
    }

    /// The state after one more entry.
    ///
    /// # Errors
    /// Refused where the table or the facts so far do not allow it.
    pub fn apply(&self, entry: &Entry) -> Result<Self, Refusal> {
        let next = self.now.status.after(entry.event, entry.party)?;
        // What was sent elsewhere was agreed to elsewhere, or was not: a file cannot say, and a yes is not made up.
        if !(entry.is_from_file && entry.event == Event::Send) {
            self.check(entry.event, entry.party)?;
        }
        let last = (entry.event, entry.party);
        let mut now = self.now.clone();
        match next {
            Next::Previous => {
                let now = self.before.clone().ok_or(NOTHING_TO_UNDO)?;
                return Ok(Self { now, before: None, last });
            }
            Next::To(status) => now.status = status,
            Next::Same | Next::NewDraft => {}
        }
        now.note(entry);
        Ok(Self { now, before: Some(self.now.clone()), last })
    }

    /// The events `party` may raise now: the status's, less those that the facts so far forbid.
    pub fn open_to(&self, party: Party) -> impl Iterator<Item = Event> {
        self.now.status.open_to(party).filter(move |event| self.check(*event, party).is_ok())
    }

    /// What the log itself forbids. Clocks, owners and live consents are in `guards`.
    fn check(&self, event: Event, party: Party) -> Result<(), Refusal> {
        let why = match event {
            Event::GiveConsent if self.now.consent == Consent::NotAsked => "Show the client first what would be shared, with whom and why.",
            Event::Send if self.now.consent != Consent::Given => "The client has not agreed to share yet. Nothing is sent before that.",
            Event::ProvideInformation if self.now.question.is_none() => "The partner is not waiting for an answer.",
            Event::ProvideInformation if party == Party::Entrepreneur && self.now.question != Some(Ball::Entrepreneur) => {
                "The partner asked your advisor this."
            }
            Event::UndoSend if self.now.was_sent_elsewhere => "This was sent elsewhere, and cannot be taken back from here.",
            Event::UndoLast if self.now.is_from_file => "This came from a file. Undo the import, or record what is true now.",
            Event::UndoLast => return self.check_undo(party),
            _ => return Ok(()),
        };
        Err(Refusal::NotNow(why))
    }

    /// Each side undoes its own. That it was the same person is for `guards::may_undo_last`.
    fn check_undo(&self, party: Party) -> Result<(), Refusal> {
        let (event, by) = self.last;
        if self.before.is_none() || event == Event::ReRefer {
            return Err(NOTHING_TO_UNDO);
        }
        let by = if by == Party::AdvisorOnBehalf { Party::Advisor } else { by };
        if by != party {
            return Err(Refusal::NotNow("Only the person who made the last update can undo it."));
        }
        Ok(())
    }
}

const NOTHING_TO_UNDO: Refusal = Refusal::NotNow("There is nothing to undo.");

impl Standing {
    /// Writes the facts of an entry over the old ones.
    fn note(&mut self, entry: &Entry) {
        use Event as E;
        match entry.event {
            E::RequestConsent => self.consent = Consent::Asked,
            E::GiveConsent => self.consent = Consent::Given,
            E::AskInformation => self.question = entry.asked_of.or(Some(Ball::Entrepreneur)),
            E::ProvideInformation => self.question = None,
            E::Accept | E::Start | E::Progress | E::Resume => self.go_on(entry),
            E::Hold | E::ConsentLapses | E::MarkError => self.stop(entry),
            E::Confirm => self.answer = entry.answer,
            E::RecordNextStep => self.next_step.clone_from(&entry.next_step),
            E::ReRefer => self.next_step = Some("re_referred".to_owned()),
            E::Reopen => {
                self.go_on(entry);
                self.answer = None;
                self.next_step = None;
                self.wants_nothing_more = false;
            }
            _ => {}
        }
        if self.status.is_end() && !matches!(entry.event, E::Confirm | E::RecordNextStep | E::ReRefer) {
            self.stop(entry);
        }
        self.is_from_file = entry.is_from_file;
        self.was_sent_elsewhere |= entry.is_from_file && entry.event == E::Send;
        self.partner_has_acted |= matches!(entry.event, E::Acknowledge | E::Accept | E::Reject | E::AskInformation);
    }

    /// The work moves: an open question or an old reason no longer holds it up.
    fn go_on(&mut self, entry: &Entry) {
        self.question = None;
        self.reason = None;
        self.next_move = entry.next_move;
        if entry.stage.is_some() {
            self.stage.clone_from(&entry.stage);
        }
    }

    /// The work pauses or ends, for a reason. The stage stays: it says how far it came.
    fn stop(&mut self, entry: &Entry) {
        self.question = None;
        self.next_move = None;
        self.reason = entry.event.fixed_reason().map(str::to_owned).or_else(|| entry.reason.clone());
        self.wants_nothing_more = entry.wants_nothing_more;
    }
}

/// Who has the ball. `answer_time_is_over`: the entrepreneur's 14 days to confirm have passed.
#[must_use]
pub fn waiting_on(now: &Standing, answer_time_is_over: bool) -> Ball {
    let is_settled = now.next_step.is_some() || now.wants_nothing_more;
    match now.status {
        // What ended elsewhere is over; what is open elsewhere is for the advisor to find out.
        status if status.is_end() && now.is_from_file => Ball::Nobody,
        Status::Requested | Status::Received | Status::Accepted | Status::InProgress | Status::OnHold if now.was_sent_elsewhere => {
            Ball::Advisor
        }
        Status::Draft if now.consent == Consent::Asked => Ball::Entrepreneur,
        Status::Requested | Status::Received | Status::Accepted => now.question.unwrap_or(Ball::Partner),
        Status::InProgress => {
            let of_stage = || now.stage.as_deref().map_or(Ball::Partner, ball_of_stage);
            now.question.or(now.next_move).unwrap_or_else(of_stage)
        }
        Status::OnHold => now.reason.as_deref().map_or(Ball::Advisor, ball_of_hold),
        Status::Completed => match now.answer {
            None if answer_time_is_over => Ball::Nobody,
            None => Ball::Entrepreneur,
            Some(answer) if answer.is_good() || is_settled => Ball::Nobody,
            Some(_) => Ball::Advisor,
        },
        Status::Rejected | Status::Failed | Status::Cancelled if is_settled => Ball::Nobody,
        Status::Draft | Status::Rejected | Status::Failed | Status::Cancelled => Ball::Advisor,
        Status::EnteredInError => Ball::Nobody,
    }
}

impl Answer {
    /// It happened, and it met the need at least partly.
    #[must_use]
    pub const fn is_good(self) -> bool {
        self.happened_as_reported && !matches!(self.met, Met::No)
    }
}

/// Who moves in a stage of the seed list, unless the entry says otherwise.
fn ball_of_stage(stage: &str) -> Ball {
    match stage {
        "awaiting_information" | "financing_or_fit_out" | "application_prepared" => Ball::Entrepreneur,
        "application_submitted" | "decision_pending" => Ball::ThirdParty,
        _ => Ball::Partner,
    }
}

/// Who moves while it is on hold. An unknown reason falls to the advisor, who can find out.
fn ball_of_hold(reason: &str) -> Ball {
    match reason {
        "waitlist" | "cohort_or_season_start" | "partner_staffing" => Ball::Partner,
        "waiting_third_party" | "funding_decision" | "permit_or_zoning" => Ball::ThirdParty,
        "waiting_client_information" | "waiting_client_decision" | "client_asked_to_pause" | "consent_expired" => Ball::Entrepreneur,
        _ => Ball::Advisor,
    }
}

#[cfg(test)]
mod random;
#[cfg(test)]
mod tests;
