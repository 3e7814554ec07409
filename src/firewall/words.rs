//! The codes of answers, and what each is called.

use crate::equity::groups::{Race, Sex};
use crate::values::Question;

/// The words of a code; one that is not on our list is shown as it is stored.
pub(super) fn label(question: Question, code: &str) -> String {
    let known = match question {
        Question::Race => Race::ALL.iter().find(|race| race.code() == code).map(|race| race.label()),
        Question::Sex => Sex::ALL.iter().find(|sex| sex.code() == code).map(|sex| sex.label()),
        Question::Veteran => None,
    };
    known.unwrap_or(code).to_owned()
}

/// The codes a question can be answered with, in their order.
pub(super) fn codes(question: Question) -> Vec<&'static str> {
    match question {
        Question::Race => Race::ALL.iter().map(|race| race.code()).collect(),
        Question::Sex => Sex::ALL.iter().map(|sex| sex.code()).collect(),
        Question::Veteran => Vec::new(),
    }
}
