//! A yes to share: for one referral, one purpose, one partner, with the fields it covers and the words that were read out.

pub mod queries;

use crate::i18n::{Args, Joiner, Language, capital};
use crate::values::{ConsentMethod, Day, Instant, Kind, SharedField, Vocabulary};

/// A yes as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// Row key.
    pub key: i64,
    /// Row key of the partner it is for.
    pub partner: i64,
    /// How it was given.
    pub method: ConsentMethod,
    /// Who heard a spoken yes.
    pub witness: Option<String>,
    /// The words that were read out or shown.
    pub text_shown: String,
    /// In which language.
    pub language: Language,
    /// The same in English, for staff; none where it is English already.
    pub english: Option<String>,
    /// Introduce me by name at once.
    pub by_name: bool,
    /// When.
    pub granted_at: Instant,
    /// Until when at most.
    pub expires_on: Day,
    /// What it covers.
    pub fields: Vec<SharedField>,
}

/// A yes about to be written down.
#[derive(Debug, Clone)]
pub struct Yes {
    /// Row key of the referral.
    pub referral: i64,
    /// Row key of the partner.
    pub partner: i64,
    /// How it was given.
    pub method: ConsentMethod,
    /// Row key of whoever heard it.
    pub witness: Option<i64>,
    /// The words that were read out or shown.
    pub text_shown: Text,
    /// Introduce me by name at once.
    pub by_name: bool,
    /// Until when at most.
    pub expires_on: Day,
    /// What it covers.
    pub fields: Vec<SharedField>,
}

/// Words that were read out or shown, and what they say in English.
#[derive(Debug, Clone)]
pub struct Text {
    /// In which language.
    pub language: Language,
    /// The words.
    pub words: String,
    /// The same in English; none where it is English already.
    pub english: Option<String>,
}

impl Text {
    /// The same words in the reader's language and in English.
    pub fn in_both<E>(language: Language, words: impl Fn(Language) -> Result<String, E>) -> Result<Self, E> {
        let english = if language == Language::english() { None } else { Some(words(Language::english())?) };
        Ok(Self { language, words: words(language)?, english })
    }
}

/// What a request to share is about.
pub struct Asked<'a> {
    /// In which language it is asked.
    pub language: Language,
    /// The program that asks.
    pub program: &'a str,
    /// The partners that would see it, each with whether it is told the name at once. At least one.
    pub partners: &'a [(&'a str, bool)],
    /// What for.
    pub kind: Kind,
    /// The need as it is written for sharing.
    pub need: &'a str,
    /// What would be shared, with the real values.
    pub values: &'a [(SharedField, String)],
    /// Until when at most.
    pub until: Day,
}

/// A yes whose end is near, for whoever warns of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lapsing {
    /// Row key of the yes.
    pub consent: i64,
    /// Row key of the referral.
    pub referral: i64,
    /// Its last day.
    pub expires_on: Day,
}

/// For so many hours a yes can be undone as if it had not been given, unless the partner has looked by then.
pub const UNDO_HOURS: i64 = 24;
/// From so many days before its end on a yes can be renewed.
pub const RENEW_DAYS: i64 = 30;

/// A yes outlasts its referral by so many days.
pub const OUTLASTS_DAYS: i64 = 30;

/// What is ticked unless somebody says otherwise: everything a partner needs to call back, and no address.
pub const DEFAULT_FIELDS: [SharedField; 6] = [
    SharedField::BusinessName,
    SharedField::ContactName,
    SharedField::Telephone,
    SharedField::Email,
    SharedField::Product,
    SharedField::Workers,
];

/// The longest a yes may hold, in days: a year; two for technology.
pub fn longest_days(kind: Kind) -> i64 {
    if kind == Kind::TechnologyTransfer { 730 } else { 365 }
}

/// Years in business of somebody who began this year.
pub const LESS_THAN_ONE: &str = "less than one";

/// The version of the words below; kept with each yes in the event's facts.
pub const TEXT_VERSION: &str = "share-3";

/// The exact words to read out or to show, with the real values. Several paragraphs.
pub fn words(asked: &Asked<'_>) -> String {
    let language = asked.language;
    let say = |key: &str, args: Args<'_>| language.say(key, args);
    let all: Vec<&str> = asked.partners.iter().map(|(name, _)| *name).collect();
    let what_for = language.word(&format!("need-{}", asked.kind.code()));
    let question = Args::default().with("program", asked.program).with("partners", names(&all, language)).with("need", what_for);
    let mut lines = vec![say("consent-question", question), String::new()];
    // The need may be several lines of its own.
    lines.push(line(language, &language.word("field-need"), asked.need));
    for (field, value) in asked.values {
        let value = if value == LESS_THAN_ONE { language.word("years-less-than-one") } else { value.clone() };
        lines.push(line(language, &name(*field, language), &value));
    }
    for seen in when_they_see_it(asked) {
        lines.extend([String::new(), seen]);
    }
    let until = Args::default().with("day", language.full_day(asked.until.date()));
    let each = if all.len() > 1 { language.word("consent-each") } else { String::new() };
    let end =
        [language.word("consent-never"), say("consent-ends", until), language.word("consent-undo"), each, language.word("consent-unread")];
    lines.extend([String::new(), language.join(&end)]);
    lines.join("\n")
}

/// "Telephone: 555-0100".
fn line(language: Language, label: &str, value: &str) -> String {
    language.say("consent-line", Args::default().with("label", capital(label)).with("value", value))
}

/// "business name", inside a sentence.
pub fn name(field: SharedField, language: Language) -> String {
    language.word(&format!("field-{}", field.code()))
}

/// What each sees at once, and what only after a yes.
fn when_they_see_it(asked: &Asked<'_>) -> Vec<String> {
    let language = asked.language;
    let by = |by_name: bool| asked.partners.iter().filter(|(_, named)| *named == by_name).map(|(name, _)| *name).collect::<Vec<_>>();
    let (at_once, later) = (by(true), by(false));
    let args =
        |all: &[&str]| Args::default().with("partners", names(all, language)).count("n", i64::try_from(all.len()).unwrap_or(i64::MAX));
    let mut texts = Vec::new();
    if !at_once.is_empty() {
        texts.push(language.join(&[language.say("consent-by-name", args(&at_once))]));
    }
    if !later.is_empty() {
        texts.push(language.join(&[language.say("consent-at-first", args(&later)), language.say("consent-rest", args(&later))]));
    }
    texts
}

/// "A", "A and B", "A, B and C".
pub fn names(all: &[&str], language: Language) -> String {
    let all: Vec<String> = all.iter().map(|name| (*name).to_owned()).collect();
    language.list(&all, Joiner::And)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_name_the_partner_and_every_real_value() {
        let values = [(SharedField::Telephone, "555-0100".to_owned()), (SharedField::Workers, "11".to_owned())];
        let until = Day::new(jiff::civil::date(2027, 11, 22));
        let asked = Asked {
            language: Language::english(),
            program: "Riverton Makers",
            partners: &[("Northgate Makers Trust", false)],
            kind: Kind::RealEstate,
            need: "4,000 sq ft with 400 amps",
            values: &values,
            until,
        };
        let text = words(&asked);
        for wanted in
            ["Northgate Makers Trust", "Telephone: 555-0100", "Number of workers: 11", "only if they say yes", "November 22, 2027"]
        {
            assert!(text.contains(wanted), "{wanted} is missing in {text}");
        }
        assert!(words(&Asked { partners: &[("Northgate Makers Trust", true)], ..asked }).contains("introduced by name"));
        let three = words(&Asked { partners: &[("A", false), ("B", true), ("C", false)], ..asked });
        for wanted in ["with A, B and C", "so B sees all of this at once", "At first A and C see only", "for one of them or for all"] {
            assert!(three.contains(wanted), "{wanted} is missing in {three}");
        }
    }
}
