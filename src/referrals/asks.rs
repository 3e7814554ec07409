//! The one thing that somebody is asked on their page right now: what a notice leads to in one tap. Pure.

use super::replay::{Ball, Consent, Standing};
use super::status::Status;

/// A question that a button answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// May we share this?
    Share,
    /// The partner wants to know something.
    Question,
    /// Let it end, or renew it?
    Renewal,
    /// Did it meet the need?
    Met,
    /// Has anyone called?
    Contact,
}

impl Asks {
    /// What is asked where a referral stands like this. The nearest thing first: what the partner waits for goes before what ends later.
    /// Whoever said that the partner has called is not asked again, and whoever said no is asked again from the next day on.
    #[must_use]
    pub fn of(now: &Standing, is_renewable: bool, is_contact_told: bool) -> Option<Self> {
        match now.status {
            // What a file told is nobody's question here.
            _ if now.is_from_file => None,
            Status::Draft => (now.consent == Consent::Asked).then_some(Self::Share),
            Status::Requested | Status::Received | Status::Accepted | Status::InProgress if now.question == Some(Ball::Entrepreneur) => {
                Some(Self::Question)
            }
            _ if is_renewable => Some(Self::Renewal),
            Status::Completed => now.answer.is_none().then_some(Self::Met),
            Status::Accepted if !now.was_sent_elsewhere => (!is_contact_told).then_some(Self::Contact),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::referrals::Event;
    use crate::referrals::lifecycle::Party;
    use crate::referrals::replay::{Entry, State};

    #[test]
    fn nothing_is_asked_twice_and_the_partners_question_comes_first() {
        let state = State::begin(&Entry::new(Event::Create, Party::Advisor)).unwrap();
        let standing = |status, question| Standing { status, question, ..state.now.clone() };
        assert_eq!(Asks::of(&state.now, false, false), None, "a draft that nobody was asked about");
        assert_eq!(Asks::of(&Standing { consent: Consent::Asked, ..state.now.clone() }, false, false), Some(Asks::Share));
        assert_eq!(Asks::of(&standing(Status::Accepted, Some(Ball::Entrepreneur)), true, false), Some(Asks::Question));
        assert_eq!(Asks::of(&standing(Status::Accepted, Some(Ball::Advisor)), true, false), Some(Asks::Renewal));
        assert_eq!(Asks::of(&standing(Status::Accepted, None), false, false), Some(Asks::Contact));
        assert_eq!(Asks::of(&standing(Status::Accepted, None), false, true), None, "they have called");
        assert_eq!(Asks::of(&standing(Status::Completed, None), false, true), Some(Asks::Met));
        assert_eq!(Asks::of(&standing(Status::InProgress, None), false, false), None);
    }
}
