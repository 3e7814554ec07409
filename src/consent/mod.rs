//! A yes to share: for one referral, one purpose, one partner, with the fields it covers and the words that were read out.

pub mod queries;

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
    pub text_shown: String,
    /// Introduce me by name at once.
    pub by_name: bool,
    /// Until when at most.
    pub expires_on: Day,
    /// What it covers.
    pub fields: Vec<SharedField>,
}

/// What a request to share is about.
pub struct Asked<'a> {
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

/// The version of the words below; kept with each yes in the event's facts.
pub const TEXT_VERSION: &str = "share-2";

/// The exact words to read out or to show, with the real values. Several paragraphs.
pub fn words(asked: &Asked<'_>) -> String {
    let Asked { program, need, .. } = asked;
    let all: Vec<&str> = asked.partners.iter().map(|(name, _)| *name).collect();
    let partners = names(&all);
    let mut text = format!(
        "May {program} share this with {partners}, so that they can help you with {}?\n\nWhat you need: {need}\n",
        asked.kind.in_a_sentence()
    );
    for (field, value) in asked.values {
        text.push_str(&format!("{}: {value}\n", field.label()));
    }
    text.push_str(&when_they_see_it(asked.partners));
    let each = if all.len() > 1 { " You can stop it for one of them or for all." } else { "" };
    text.push_str(&format!(
        "\nNothing about your race, sex or military service is ever shared with them. This permission ends 30 days after the referral ends, and on {}, {} at the latest. You can undo it for 24 hours, and stop it at any time.{each} What they have read by then cannot be unread.",
        asked.until.in_words(),
        asked.until.year()
    ));
    text
}

/// What each sees at once, and what only after a yes.
fn when_they_see_it(partners: &[(&str, bool)]) -> String {
    let by = |by_name: bool| partners.iter().filter(|(_, named)| *named == by_name).map(|(name, _)| *name).collect::<Vec<_>>();
    let (at_once, later) = (by(true), by(false));
    let mut text = String::new();
    if !at_once.is_empty() {
        let see = if at_once.len() == 1 { "sees" } else { "see" };
        text.push_str(&format!("\nYou want to be introduced by name, so {} {see} all of this at once.\n", names(&at_once)));
    }
    if !later.is_empty() {
        let (see, who) = if later.len() == 1 {
            ("sees", "They see the rest only if they say yes.")
        } else {
            ("see", "Each sees the rest only if it says yes.")
        };
        text.push_str(&format!(
            "\nAt first {} {see} only what you need and how soon, the kind of work you do, about how many people work with you, and your area. {who}\n",
            names(&later)
        ));
    }
    text
}

/// "A", "A and B", "A, B and C".
pub fn names(all: &[&str]) -> String {
    match all {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_name_the_partner_and_every_real_value() {
        let values = [(SharedField::Telephone, "555-0100".to_owned()), (SharedField::Workers, "11".to_owned())];
        let until = Day::new(jiff::civil::date(2027, 11, 22));
        let asked = Asked {
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
