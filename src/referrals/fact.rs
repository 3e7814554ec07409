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
    /// The need and its sheet as they were at sending, as JSON.
    Needs,
    /// Other results besides the main one, joined by commas.
    MoreResults,
    /// The typed answers of the kind, as JSON: see `results`.
    Particulars,
    /// The partner was asked already, outside of here: by which way.
    AskedOutside,
}

/// Code in the event's facts, and the words of its field in a form; empty where nobody types it.
#[rustfmt::skip]
const WORDS: [(Fact, &str, &str); 65] = [
    (Fact::Business,           "business",              ""),
    (Fact::Kind,               "kind",                  "Kind of help"),
    (Fact::Need,               "need",                  "What they need"),
    (Fact::Origin,             "origin",                ""),
    (Fact::Urgency,            "urgency",               "How soon"),
    (Fact::DuplicateCheck,     "duplicate_check",       ""),
    (Fact::Fields,             "fields",                "What may be shared"),
    (Fact::Recipient,          "recipient",             "Partner"),
    (Fact::Purpose,            "purpose",               ""),
    (Fact::Expiry,             "expiry",                ""),
    (Fact::Language,           "language",              ""),
    (Fact::ConsentGrant,       "consent_grant",         "Permission to share"),
    (Fact::Method,             "method",                "How they said it"),
    (Fact::Witness,            "witness",               ""),
    (Fact::TextVersion,        "text_version",          ""),
    (Fact::Contact,            "contact",               "Whom we ask"),
    (Fact::Service,            "service",               ""),
    (Fact::Snapshot,           "snapshot",              ""),
    (Fact::DueDates,           "due_dates",             ""),
    (Fact::OverrideReason,     "override_reason",       "Why you send it anyway"),
    (Fact::AcknowledgedBy,     "acknowledged_by",       ""),
    (Fact::ResponsiblePerson,  "responsible_person",    "Who will look after it"),
    (Fact::FirstContactOn,     "first_contact_on",      "First contact by"),
    (Fact::EligibilityChecked, "eligibility_checked",   "Did you check that they qualify?"),
    (Fact::SharedNote,         "shared_note",           "Note that all sides can read"),
    (Fact::Reason,             "reason",                "Reason"),
    (Fact::ReasonText,         "reason_text",           "The reason in words"),
    (Fact::Alternative,        "alternative",           "Somebody who could help instead"),
    (Fact::Question,           "question",              "What do you need to know?"),
    (Fact::AskedOf,            "asked_of",              "Who should answer?"),
    (Fact::NeededBy,           "needed_by",             "Needed by"),
    (Fact::Answer,             "answer",                "The answer"),
    (Fact::WantsNothingMore,   "wants_nothing_more",    "No other help is wanted with this"),
    (Fact::RemindersSent,      "reminders_sent",        ""),
    (Fact::CallsLogged,        "calls_logged",          ""),
    (Fact::ContactedOn,        "contacted_on",          "First contact was on"),
    (Fact::ContactChannel,     "contact_channel",       "How"),
    (Fact::Stage,              "stage",                 "Where it stands"),
    (Fact::NextExpectedOn,     "next_expected_on",      "Next news around"),
    (Fact::NextMove,           "next_move",             "Who has the next move"),
    (Fact::ReviewOn,           "review_on",             "Look at it again on"),
    (Fact::WaitlistPosition,   "waitlist_position",     "Place on the list"),
    (Fact::WhatChanged,        "what_changed",          "What changed"),
    (Fact::Outcome,            "outcome",               "Did it meet the need?"),
    (Fact::Results,            "results",               "What came of it"),
    (Fact::Delivered,          "delivered",             "What was delivered"),
    (Fact::EndOn,              "end_on",                "It ended on"),
    (Fact::Reporter,           "reporter",              ""),
    (Fact::Attempts,           "attempts",              "Tries to reach them"),
    (Fact::UnmetNeed,          "unmet_need",            ""),
    (Fact::NeedMet,            "need_met",              "Did it meet the need?"),
    (Fact::Happened,           "happened",              "Did it happen as the partner says?"),
    (Fact::Rating,             "rating",                "Was the client treated with respect?"),
    (Fact::Comment,            "comment",               "Anything to add"),
    (Fact::CommentVisibility,  "comment_visibility",    "Who may read these words?"),
    (Fact::WasMissing,         "was_missing",           "What was missing"),
    (Fact::NextStep,           "next_step",             "Next step"),
    (Fact::ToldOn,             "told_on",               "Talked with the client on"),
    (Fact::LinkedReferral,     "linked_referral",       "The referral that takes its place"),
    (Fact::Replaces,           "replaces",              ""),
    (Fact::OnBehalfSource,     "on_behalf_source",      "How you know"),
    (Fact::Needs,              "needs",                 ""),
    (Fact::MoreResults,        "more_results",          "What else came of it"),
    (Fact::Particulars,        "particulars",           ""),
    (Fact::AskedOutside,       "asked_outside",         "The partner was asked already, by"),
];

impl Fact {
    /// The word in the event's facts and the name of its field in a form.
    #[must_use]
    pub fn code(self) -> &'static str {
        WORDS.iter().find(|words| words.0 == self).map_or("", |words| words.1)
    }

    /// The fact with this code, if there is one.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        WORDS.iter().find(|words| words.1 == code).map(|words| words.0)
    }

    /// The words of its field, for staff. Empty where nobody types it.
    #[must_use]
    pub fn label(self) -> &'static str {
        WORDS.iter().find(|words| words.0 == self).map_or("", |words| words.2)
    }

    /// True where what is written down is a plain date.
    #[must_use]
    pub const fn is_date(self) -> bool {
        matches!(
            self,
            Self::FirstContactOn | Self::NeededBy | Self::ContactedOn | Self::NextExpectedOn | Self::ReviewOn | Self::EndOn | Self::ToldOn
        )
    }

    /// What else is needed once `self` is answered with `code`.
    #[must_use]
    pub fn also_needs(self, code: &str) -> &'static [Self] {
        match (self, code) {
            (Self::Method, "verbal" | "paper") => &[Self::Witness, Self::TextVersion],
            (Self::Reason, "other") => &[Self::ReasonText],
            (Self::WasMissing, "other") => &[Self::Comment],
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
    fn every_fact_has_its_own_code() {
        for (place, (fact, code, _)) in super::WORDS.into_iter().enumerate() {
            assert_eq!(fact as usize, place, "the table follows the enum");
            assert_eq!(Fact::parse(code), Some(fact));
        }
    }

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
