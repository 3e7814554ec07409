//! The life of a referral. Pure: no clock, no database, no web.
//!
//! One table says what can happen, by whom, where it leads and what must be written down. It is
//! the documentation, the guard, the buttons on the page and the test. What depends on more than
//! the status (an undo window, a live consent) is in `guards`; what a log adds up to is in `replay`.

use std::fmt;

pub use super::event::Event;
pub use super::fact::Fact;
pub use super::status::Status;

use Next::{NewDraft, Previous, Same, To};
use Party::{Advisor, AdvisorOnBehalf, Entrepreneur, Manager, Partner, System};
use Status::{Accepted, Cancelled, Completed, Draft, EnteredInError, Failed, InProgress, OnHold, Received, Rejected, Requested};
use {Event as E, Fact as F};

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Party {
    /// The advisor of the referral, or of the same team.
    Advisor,
    Manager,
    /// By account or by link.
    Partner,
    Entrepreneur,
    /// A timer.
    System,
    /// An advisor who writes down what the partner or the entrepreneur said elsewhere. The source
    /// is recorded, and everyone reads "reported by your advisor".
    AdvisorOnBehalf,
}

/// Where an event leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Next {
    To(Status),
    Same,
    /// Back to where the last event found it.
    Previous,
    /// This one stays; a new draft replaces it.
    NewDraft,
}

/// One row of the table.
#[derive(Debug)]
pub struct Transition {
    pub id: &'static str,
    /// Empty only for `create`: there is nothing yet.
    pub from: &'static [Status],
    pub event: Event,
    pub next: Next,
    pub who: &'static [Party],
    /// What must be recorded, always. See also `Fact::also_needs` and `Party::also_records`.
    pub records: &'static [Fact],
    /// What may be recorded as well.
    pub may_record: &'static [Fact],
}

const fn t(
    id: &'static str,
    from: &'static [Status],
    event: Event,
    next: Next,
    who: &'static [Party],
    records: &'static [Fact],
    may_record: &'static [Fact],
) -> Transition {
    Transition { id, from, event, next, who, records, may_record }
}

const ANYONE: &[Party] = &[Advisor, Entrepreneur, Partner, Manager];
const FOR_PARTNER: &[Party] = &[Partner, AdvisorOnBehalf];
const UNDECIDED: &[Status] = &[Requested, Received];
const WITH_PARTNER: &[Status] = &[Requested, Received, Accepted, InProgress];
const PROMISED: &[Status] = &[Accepted, InProgress, OnHold];
const ENDED: &[Status] = &[Completed, Failed, Rejected, Cancelled];

/// Every transition there is. Whatever is not here cannot happen.
#[rustfmt::skip]
pub const TRANSITIONS: &[Transition] = &[
    t("T01", &[],                E::Create,             To(Draft),      ANYONE,                   &[F::Business, F::Kind, F::Need, F::Origin, F::Urgency, F::DuplicateCheck], &[F::Replaces, F::Recipient]),
    t("T02", &[Draft],           E::RequestConsent,     To(Draft),      &[Advisor],               &[F::Fields, F::Recipient, F::Purpose, F::Expiry, F::Language], &[]),
    t("T03", &[Draft],           E::GiveConsent,        To(Draft),      &[Entrepreneur, Advisor], &[F::ConsentGrant, F::Method], &[F::Witness, F::TextVersion]),
    t("T04", &[Draft],           E::RefuseConsent,      To(Cancelled),  &[Entrepreneur, Advisor], &[F::Reason], &[F::ReasonText]),
    t("T05", &[Draft],           E::Send,               To(Requested),  &[Advisor, Manager],      &[F::ConsentGrant, F::Contact, F::Service, F::Snapshot, F::DueDates], &[F::OverrideReason, F::Needs, F::AskedOutside]),
    t("T06", &[Requested],       E::UndoSend,           To(Draft),      &[Advisor],               &[], &[]),
    t("T07", &[Draft],           E::Discard,            To(Cancelled),  &[Advisor, Entrepreneur], &[F::Reason], &[F::ReasonText]),
    t("T08", &[Requested],       E::Acknowledge,        To(Received),   &[Partner],               &[F::AcknowledgedBy], &[]),
    t("T09", UNDECIDED,          E::Accept,             To(Accepted),   FOR_PARTNER,              &[F::ResponsiblePerson, F::FirstContactOn, F::EligibilityChecked], &[F::SharedNote]),
    t("T10", UNDECIDED,          E::Reject,             To(Rejected),   FOR_PARTNER,              &[F::Reason], &[F::ReasonText, F::Alternative]),
    t("T11", WITH_PARTNER,       E::AskInformation,     Same,           &[Partner],               &[F::Question, F::AskedOf, F::NeededBy], &[]),
    t("T12", WITH_PARTNER,       E::ProvideInformation, Same,           &[Entrepreneur, Advisor], &[F::Answer], &[F::ConsentGrant]),
    t("T13", &[Requested, Received, Accepted, InProgress, OnHold],
                                 E::Withdraw,           To(Cancelled),  &[Entrepreneur, AdvisorOnBehalf], &[], &[F::Reason, F::ReasonText, F::WantsNothingMore]),
    t("T14", &[Requested, Received, Accepted],
                                 E::Recall,             To(Cancelled),  &[Advisor, Manager],      &[F::Reason], &[F::ReasonText]),
    t("T15", &[InProgress, OnHold], E::Recall,          To(Cancelled),  &[Manager],               &[F::Reason], &[F::ReasonText]),
    t("T16", &[Requested],       E::AutoRecall,         To(Cancelled),  &[System],                &[F::Reason, F::RemindersSent, F::CallsLogged], &[]),
    t("T17", &[Accepted],        E::Start,              To(InProgress), FOR_PARTNER,              &[F::ContactedOn, F::ContactChannel, F::Stage, F::NextExpectedOn], &[F::NextMove, F::Particulars]),
    t("T18", &[InProgress],      E::Progress,           To(InProgress), FOR_PARTNER,              &[F::Stage, F::NextExpectedOn], &[F::NextMove, F::Delivered, F::Particulars]),
    t("T19", &[Accepted, InProgress], E::Hold,          To(OnHold),     &[Partner, Advisor],      &[F::Reason, F::ReviewOn], &[F::ReasonText, F::WaitlistPosition]),
    t("T20", &[OnHold],          E::Resume,             To(InProgress), &[Partner, Advisor],      &[F::WhatChanged, F::NextExpectedOn], &[F::Stage, F::NextMove, F::Particulars]),
    t("T21", PROMISED,           E::Complete,           To(Completed),  FOR_PARTNER,              &[F::Outcome, F::Delivered, F::EndOn, F::Reporter], &[F::Results, F::MoreResults, F::Particulars]),
    t("T22", PROMISED,           E::Fail,               To(Failed),     &[Partner, Advisor],      &[F::Reason, F::UnmetNeed], &[F::ReasonText, F::Attempts, F::Particulars]),
    t("T23", &[Received, Accepted, InProgress, OnHold, Rejected, Completed, Failed],
                                 E::UndoLast,           Previous,       &[Partner, Advisor],      &[], &[F::SharedNote]),
    t("T24", ENDED,              E::Confirm,            Same,           &[Entrepreneur, AdvisorOnBehalf], &[F::NeedMet], &[F::Happened, F::Rating, F::Comment, F::CommentVisibility, F::WasMissing]),
    t("T25", &[Completed, Failed], E::Reopen,           To(InProgress), &[Advisor, Manager],      &[F::Reason, F::ConsentGrant], &[F::ReasonText]),
    t("T26", ENDED,              E::RecordNextStep,     Same,           &[Advisor],               &[F::NextStep, F::ToldOn], &[F::LinkedReferral, F::SharedNote, F::ReviewOn, F::Attempts, F::Particulars]),
    t("T27", ENDED,              E::ReRefer,            NewDraft,       &[Advisor, Entrepreneur], &[F::LinkedReferral], &[F::Recipient]),
    t("T28", PROMISED,           E::ConsentLapses,      To(OnHold),     &[System],                &[F::Reason], &[]),
    t("T29", UNDECIDED,          E::ConsentLapses,      To(Cancelled),  &[System],                &[F::Reason], &[]),
    t("T30", &[Draft, Requested, Received, Accepted, Rejected, InProgress, OnHold, Completed, Failed, Cancelled],
                                 E::MarkError,          To(EnteredInError), &[Advisor, Manager],  &[F::Reason], &[]),
];

impl Status {
    /// The status of a referral that `party` starts.
    ///
    /// # Errors
    /// Refused to a party that starts no referrals.
    pub fn begin(party: Party) -> Result<Self, Refusal> {
        match TRANSITIONS.iter().find(|row| row.from.is_empty() && row.who.contains(&party)) {
            Some(Transition { next: To(status), .. }) => Ok(*status),
            _ => Err(Refusal::NotByYou { status: None, event: E::Create }),
        }
    }

    /// Where `event` by `party` leads from here: `To(status)`, `Same`, `Previous` or `NewDraft`.
    ///
    /// # Errors
    /// Refused where the event can't happen from here, or not by this party.
    pub fn after(self, event: Event, party: Party) -> Result<Next, Refusal> {
        let row = transition(event, Some(self)).ok_or(Refusal::NotFromHere { status: self, event })?;
        if row.who.contains(&party) { Ok(row.next) } else { Err(Refusal::NotByYou { status: Some(self), event }) }
    }

    /// The events `party` may raise from here: the buttons to draw.
    pub fn open_to(self, party: Party) -> impl Iterator<Item = Event> {
        TRANSITIONS.iter().filter(move |row| row.from.contains(&self) && row.who.contains(&party)).map(|row| row.event)
    }
}

impl Party {
    /// What this party records on top of what the event needs.
    #[must_use]
    pub const fn also_records(self) -> &'static [Fact] {
        match self {
            AdvisorOnBehalf => &[F::OnBehalfSource],
            _ => &[],
        }
    }
}

/// The row for `event` from a status, or from nothing.
#[must_use]
pub fn transition(event: Event, from: Option<Status>) -> Option<&'static Transition> {
    TRANSITIONS.iter().find(|row| row.event == event && from.map_or(row.from.is_empty(), |status| row.from.contains(&status)))
}

/// What must be recorded with `event`, always. Empty where the event can't happen.
#[must_use]
pub fn needs(event: Event, from: Option<Status>) -> &'static [Fact] {
    transition(event, from).map_or(&[], |row| row.records)
}

/// Why an event was refused, in a sentence for the person who tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It cannot happen where the referral stands.
    NotFromHere { status: Status, event: Event },
    /// It can happen, and somebody else does it. No status: there is no referral yet.
    NotByYou { status: Option<Status>, event: Event },
    /// The table allows it and the facts do not.
    NotNow(&'static str),
    /// The day that was named lies too far ahead.
    TooFar { days: u32 },
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFromHere { status, event } => {
                write!(f, "This referral is {}. Nobody can {} now.", status.phrase(), event.deed())
            }
            Self::NotByYou { status, event } => {
                write!(f, "Only {} can {}", doers(*event, *status), event.deed())?;
                match status {
                    Some(status) => write!(f, " when a referral is {}.", status.phrase()),
                    None => write!(f, "."),
                }
            }
            Self::NotNow(why) => f.write_str(why),
            Self::TooFar { days } => write!(f, "Choose a day within {days} days."),
        }
    }
}

impl std::error::Error for Refusal {}

/// "the partner or an advisor on the partner's behalf"
fn doers(event: Event, from: Option<Status>) -> String {
    let who = transition(event, from).map_or(&[][..], |row| row.who);
    let names: Vec<_> = who
        .iter()
        .map(|party| match party {
            Advisor => "an advisor",
            Manager => "a manager",
            Partner => "the partner",
            Entrepreneur => "the entrepreneur",
            System => "the calendar",
            AdvisorOnBehalf if who.contains(&Partner) => "an advisor on the partner's behalf",
            AdvisorOnBehalf => "an advisor on the entrepreneur's behalf",
        })
        .collect();
    super::words::list(&names, "or")
}

#[cfg(test)]
mod tests;
