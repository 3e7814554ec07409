//! The answers that each question takes, and what a stored code of an answer is called.

use crate::equity::groups::{Race, Sex};
use crate::i18n::{Args, Language};
use crate::values::{Question, Vocabulary};

/// The codes of a question's answers, in the order of the page. Race and ethnicity: the seven groups of SPD 15 in the standard's order;
/// sex, disability and military status: the lists of the federal forms; income: HUD's bands; the last: SSBCI's reasons.
pub fn choices(question: Question) -> Vec<&'static str> {
    match question {
        Question::Race => Race::ALL.map(Race::code).to_vec(),
        Question::Sex => Sex::ALL.map(Sex::code).to_vec(),
        Question::Disability => vec!["YES", "NO"],
        Question::Veteran => vec!["VETERAN", "NON_VETERAN"],
        Question::Military => vec!["ACTIVE_DUTY", "GUARD", "RESERVE", "NO_SERVICE", "DISABLED_VETERAN", "SPOUSE", "VETERAN"],
        Question::Household => vec!["1", "2", "3", "4", "5", "6", "7", "8"],
        Question::Income => vec!["EXTREMELY_LOW", "LOW", "MODERATE", "ABOVE"],
        Question::Sedi => vec!["GROUP", "RESIDENCE", "LOCATION", "NONE"],
    }
}

/// What an answer is called in a language; a code that is on no list is shown as it is stored.
pub fn choice(question: Question, code: &str, language: Language) -> String {
    if !choices(question).contains(&code) {
        return code.to_owned();
    }
    // A number of people is a number in every language, but for the last, which has no end.
    if question == Question::Household && code != "8" {
        return code.to_owned();
    }
    let word = code.to_lowercase().replace('_', "-");
    language.say(&format!("self-choice-{}-{word}", question.code()), Args::default())
}

/// The words of a code in English, for whoever sees it under break-glass.
pub(super) fn label(question: Question, code: &str) -> String {
    choice(question, code, Language::english())
}
