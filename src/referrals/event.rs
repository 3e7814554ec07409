//! What can happen to a referral, and the words on the button for it.

use super::lifecycle::Party;

/// One deed of one party. What it needs and where it leads is in `lifecycle::TRANSITIONS`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Event {
    Create,
    RequestConsent,
    GiveConsent,
    RefuseConsent,
    Send,
    UndoSend,
    Discard,
    Acknowledge,
    Accept,
    Reject,
    AskInformation,
    ProvideInformation,
    Withdraw,
    Recall,
    AutoRecall,
    Start,
    Progress,
    Hold,
    Resume,
    Complete,
    Fail,
    UndoLast,
    Confirm,
    Reopen,
    RecordNextStep,
    ReRefer,
    ConsentLapses,
    MarkError,
}

/// Code, staff's button, and the deed that completes "Nobody can ___".
#[rustfmt::skip]
const WORDS: [(Event, &str, &str, &str); 28] = [
    (Event::Create,             "create",              "New referral",                             "start a referral"),
    (Event::RequestConsent,     "request_consent",     "Ask if we may share",                      "ask for permission to share"),
    (Event::GiveConsent,        "give_consent",        "Record that they agreed to share",         "give permission to share"),
    (Event::RefuseConsent,      "refuse_consent",      "Record that they do not want to share",    "say no to sharing"),
    (Event::Send,               "send",                "Send to the partner",                      "send it"),
    (Event::UndoSend,           "undo_send",           "Undo: do not send it",                     "take back the sending"),
    (Event::Discard,            "discard",             "Drop this draft",                          "drop it as a draft"),
    (Event::Acknowledge,        "acknowledge",         "Record that they have it",                 "acknowledge it"),
    (Event::Accept,             "accept",              "Record that they said yes",                "accept it"),
    (Event::Reject,             "reject",              "Record that they said no",                 "decline it"),
    (Event::AskInformation,     "ask_information",     "Record that they asked for something",     "ask for information"),
    (Event::ProvideInformation, "provide_information", "Answer the partner's question",            "answer a question of the partner"),
    (Event::Withdraw,           "withdraw",            "Record that the client stopped it",        "withdraw it"),
    (Event::Recall,             "recall",              "Stop this referral",                       "call it back"),
    (Event::AutoRecall,         "auto_recall",         "Stopped: no answer from the partner",      "stop it for want of an answer"),
    (Event::Start,              "start",               "Record that work started",                 "start the work"),
    (Event::Progress,           "progress",            "Record news",                              "report progress"),
    (Event::Hold,               "hold",                "Put on hold",                              "put it on hold"),
    (Event::Resume,             "resume",              "Take off hold",                            "take it off hold"),
    (Event::Complete,           "complete",            "Record that it is done",                   "complete it"),
    (Event::Fail,               "fail",                "Record that it did not work out",          "close it as not completed"),
    (Event::UndoLast,           "undo_last",           "Undo the last update",                     "undo the last update"),
    (Event::Confirm,            "confirm",             "Record the client's answer",               "confirm how it went"),
    (Event::Reopen,             "reopen",              "Open it again",                            "open it again"),
    (Event::RecordNextStep,     "record_next_step",    "Record the next step",                     "record a next step"),
    (Event::ReRefer,            "re_refer",            "Try another partner",                      "try another partner"),
    (Event::ConsentLapses,      "consent_lapses",      "Permission to share ended",                "let the permission end"),
    (Event::MarkError,          "mark_error",          "Mark as entered by mistake",               "mark it as a mistake"),
];

impl Event {
    /// Every event, in the order of the table.
    pub const ALL: [Self; 28] = {
        let mut all = [Self::Create; 28];
        let mut i = 0;
        while i < all.len() {
            #[expect(clippy::indexing_slicing, reason = "checked by the compiler: this runs there")]
            {
                all[i] = WORDS[i].0;
            }
            i += 1;
        }
        all
    };

    /// Deeds of an advisor that the partner may have asked for elsewhere: then it is written down how.
    pub const MAY_COME_FROM_PARTNER: [Self; 3] = [Self::Hold, Self::Resume, Self::Fail];

    /// The word in tables and exports.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.words().1
    }

    /// The event with this code, if there is one.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        WORDS.iter().find(|words| words.1 == code).map(|words| words.0)
    }

    /// The words on the button, for staff.
    #[must_use]
    pub fn label(self) -> &'static str {
        self.words().2
    }

    /// The words on the button, for whoever presses it. Entrepreneurs read theirs from the catalogs.
    #[must_use]
    pub fn label_for(self, party: Party) -> &'static str {
        match party {
            Party::Partner => self.label_for_partner(),
            Party::Entrepreneur | Party::Advisor | Party::AdvisorOnBehalf | Party::Manager | Party::System => self.label(),
        }
    }

    fn label_for_partner(self) -> &'static str {
        match self {
            Self::Create => "Tell us about a business",
            Self::Acknowledge => "We have it and are reading it",
            Self::Accept => "Yes, we can help",
            Self::Reject => "No, we cannot help",
            Self::AskInformation => "We need to know more",
            Self::Start => "We have started",
            Self::Progress => "Give an update",
            Self::Resume => "It is moving again",
            Self::Complete => "It is done",
            Self::Fail => "It did not work out",
            Self::UndoLast => "Undo my last update",
            other => other.label(),
        }
    }

    /// Completes "Nobody can ___".
    pub(super) fn deed(self) -> &'static str {
        self.words().3
    }

    /// The one reason this event can have, where it has no choice.
    #[must_use]
    pub const fn fixed_reason(self) -> Option<&'static str> {
        match self {
            Self::RefuseConsent => Some("consent_refused"),
            Self::Discard => Some("not_sent"),
            Self::AutoRecall => Some("no_response_from_partner"),
            Self::ConsentLapses => Some("consent_expired"),
            _ => None,
        }
    }

    fn words(self) -> &'static (Self, &'static str, &'static str, &'static str) {
        const NONE: (Event, &str, &str, &str) = (Event::Create, "", "", "");
        WORDS.iter().find(|words| words.0 == self).unwrap_or(&NONE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_event_has_its_own_words_and_comes_back_from_its_code() {
        for (place, event) in Event::ALL.into_iter().enumerate() {
            assert_eq!(Event::ALL.iter().filter(|other| **other == event).count(), 1);
            assert_eq!(event as usize, place, "the table follows the enum");
            assert_eq!(Event::parse(event.code()), Some(event));
            assert!(!event.label().is_empty() && !event.deed().is_empty());
        }
        assert_eq!(Event::parse(""), None);
    }

    #[test]
    fn each_side_reads_its_own_button() {
        assert_eq!(Event::Accept.label_for(Party::Partner), "Yes, we can help");
        assert_eq!(Event::Accept.label_for(Party::AdvisorOnBehalf), "Record that they said yes");
    }
}
