//! What a file tells of a referral that was made elsewhere. Pure: steps with their days, held to the same table as everything else.

use super::deed::{Sheet, entry};
use super::lifecycle::{Event, Party, Refusal};
use super::replay::{Entry, State};
use crate::values::Day;

/// One thing that happened elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What.
    pub event: Event,
    /// Who did it there.
    pub party: Party,
    /// On which day.
    pub on: Day,
    /// What is known of it.
    pub sheet: Sheet,
}

impl Step {
    /// A step of which only the day is known.
    pub fn new(event: Event, party: Party, on: Day) -> Self {
        Self { event, party, on, sheet: Sheet::new() }
    }

    /// The step as the replay reads it.
    pub fn entry(&self) -> Entry {
        Entry { is_from_file: true, ..entry(self.event, self.party, &self.sheet) }
    }
}

/// Where a referral stands after these steps, and where it stood before.
///
/// # Errors
/// Refused where the table does not allow one of them.
pub fn after(before: Option<State>, steps: &[Step]) -> Result<Option<State>, Refusal> {
    steps.iter().try_fold(before, |state, step| match state {
        None => State::begin(&step.entry()).map(Some),
        Some(state) => state.apply(&step.entry()).map(Some),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::referrals::replay::{Ball, waiting_on};
    use crate::referrals::{Event as E, Party as P, Status};

    fn steps(events: &[(E, P)]) -> Vec<Step> {
        let on = Day::new(jiff::civil::date(2024, 3, 1));
        events.iter().map(|(event, party)| Step::new(*event, *party, on)).collect()
    }

    #[test]
    fn what_was_sent_elsewhere_needs_no_yes_here_and_claims_none() {
        let told = steps(&[(E::Create, P::Advisor), (E::Send, P::Advisor), (E::Accept, P::AdvisorOnBehalf)]);
        let state = after(None, &told).unwrap().unwrap();
        assert!(state.now.status == Status::Accepted && state.now.was_sent_elsewhere);
        assert_eq!(state.now.consent, crate::referrals::replay::Consent::NotAsked);
        assert_eq!(waiting_on(&state.now, false), Ball::Advisor);
        // The same by hand is refused: nothing is sent without a yes.
        let by_hand: Vec<Entry> = told.iter().map(|step| entry(step.event, step.party, &step.sheet)).collect();
        assert!(crate::referrals::replay::replay(&by_hand).is_err());
    }

    #[test]
    fn what_ended_elsewhere_waits_for_nobody_and_is_not_undone_line_by_line() {
        let told = steps(&[(E::Create, P::Advisor), (E::Send, P::Advisor), (E::Reject, P::AdvisorOnBehalf)]);
        let state = after(None, &told).unwrap().unwrap();
        assert_eq!(waiting_on(&state.now, false), Ball::Nobody);
        assert!(!state.open_to(P::Advisor).any(|event| event == E::UndoLast));
        assert!(after(Some(state), &steps(&[(E::Complete, P::AdvisorOnBehalf)])).is_err());
    }
}
