//! What must be written down when something happens to a referral.

/// One thing to record with an event. Who acted, in which role, when, by which channel, and the
/// version expected are recorded with every event and are not facts of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fact {
    /// The business it is for.
    Business,
    Kind,
    /// The need, in the person's own words.
    Need,
    /// Code list `origin`.
    Origin,
    Urgency,
    /// What the look for duplicates found.
    DuplicateCheck,
    /// The exact fields to be shared, with their real values.
    Fields,
    /// The partner organization.
    Recipient,
    Purpose,
    /// Until when the permission holds.
    Expiry,
    /// The language the person was asked in.
    Language,
    ConsentGrant,
    /// How the answer was given: `portal`, `verbal` or `paper`.
    Method,
    /// Who heard a spoken yes, or saw a signed one.
    Witness,
    /// The version of the text that was read out or signed.
    TextVersion,
    /// The named person at the partner.
    Contact,
    /// The partner's service, and where.
    Service,
    /// Eligibility and capacity as they were known at sending.
    Snapshot,
    DueDates,
    /// Why a guard was overridden (a likely duplicate, a slow partner). Never for consent.
    OverrideReason,
    /// Who at the partner says they have it: an account, or a link and a name.
    AcknowledgedBy,
    ResponsiblePerson,
    /// When the partner will first make contact.
    FirstContactOn,
    EligibilityChecked,
    /// A note that all three sides can read.
    SharedNote,
    /// A code from the list that fits the event.
    Reason,
    /// The reason in words; needed where the code is `other`.
    ReasonText,
    /// A better door that the partner names.
    Alternative,
    Question,
    /// Of whom the partner asks: the entrepreneur or the advisor.
    AskedOf,
    NeededBy,
    /// An answer or a document, inside what the consent covers.
    Answer,
    /// The entrepreneur stopped it and wants no other help with this need.
    WantsNothingMore,
    RemindersSent,
    /// Calls made before giving up. A missing call counts against us.
    CallsLogged,
    ContactedOn,
    ContactChannel,
    Stage,
    NextExpectedOn,
    /// Who has the next move, where it is not the one that the stage implies.
    NextMove,
    ReviewOn,
    WaitlistPosition,
    WhatChanged,
    /// Code list of outcomes: how far the need was met, then results of the kind.
    Outcome,
    Results,
    /// Dollars, hours, square feet, seats. "Nothing" is an answer, a blank is not.
    Delivered,
    EndOn,
    /// Who reports the outcome.
    Reporter,
    /// Dates and channels of the tries to reach the person.
    Attempts,
    UnmetNeed,
    /// The entrepreneur's word: yes, partly or no.
    NeedMet,
    /// The entrepreneur's word: as reported or not.
    Happened,
    Rating,
    Comment,
    CommentVisibility,
    /// What was missing: code list `missing`.
    WasMissing,
    NextStep,
    /// When the entrepreneur was spoken to, or sent it.
    ToldOn,
    /// The referral that takes this one's place.
    LinkedReferral,
    /// The referral that this one takes the place of.
    Replaces,
    /// How the advisor knows: a call, a mail, a letter.
    OnBehalfSource,
}

impl Fact {
    /// What else is needed once `self` is answered with `code`.
    #[must_use]
    pub fn also_needs(self, code: &str) -> &'static [Self] {
        match (self, code) {
            (Self::Method, "verbal" | "paper") => &[Self::Witness, Self::TextVersion],
            (Self::Reason, "other") => &[Self::ReasonText],
            (Self::Reason, "could_not_contact_client") | (Self::NextStep, "could_not_reach") => &[Self::Attempts],
            (Self::Outcome, "fully_met" | "partly_met") => &[Self::Results],
            (Self::NextStep, "re_referred") => &[Self::LinkedReferral],
            (Self::NextStep, "other_help_given") => &[Self::SharedNote],
            (Self::NextStep, "client_will_retry_later") => &[Self::ReviewOn],
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Fact;

    #[test]
    fn a_spoken_yes_needs_a_witness_and_the_text_that_was_read_out() {
        assert_eq!(Fact::Method.also_needs("verbal"), [Fact::Witness, Fact::TextVersion]);
        assert!(Fact::Method.also_needs("portal").is_empty());
    }

    #[test]
    fn other_needs_words() {
        assert_eq!(Fact::Reason.also_needs("other"), [Fact::ReasonText]);
        assert!(Fact::Reason.also_needs("no_capacity_now").is_empty());
    }

    #[test]
    fn saying_that_nobody_could_be_reached_needs_the_tries() {
        assert_eq!(Fact::Reason.also_needs("could_not_contact_client"), [Fact::Attempts]);
        assert_eq!(Fact::NextStep.also_needs("could_not_reach"), [Fact::Attempts]);
    }
}
