//! The lists of stages, reasons and outcomes: versioned data that a manager extends. Codes are retired by date, never deleted.
//!
//! Why one list for all programs of the folder: reports count by code over programs, so a word must mean one thing everywhere.
//! A manager of any program may add a code, which takes nothing from anybody. Retiring only keeps a code from being chosen anew;
//! before it, the page says how many open referrals of all programs stand on it (a number, no case), and it can be used again.
//! Codes that rules of this house stand on by name cannot be retired.

pub mod queries;
pub mod routes;
mod views;

use crate::values::{Complaint, Day, Kind, Line};
use crate::web::Complaints;

/// A list that a manager may extend, with its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct List {
    pub code: &'static str,
    pub label: &'static str,
    /// Its codes belong to one kind of referral each; the others hold for every kind.
    pub is_of_kind: bool,
    /// Its codes say whose reason it is, in which group, and whether a need stays unmet.
    pub is_reason: bool,
}

const fn list(code: &'static str, label: &'static str, is_of_kind: bool, is_reason: bool) -> List {
    List { code, label, is_of_kind, is_reason }
}

/// The lists, in the order of the page.
pub const LISTS: &[List] = &[
    list("stage", "Stages", true, false),
    list("outcome", "Results", true, false),
    list("decline", "Why a partner says no", false, true),
    list("hold", "Why it pauses", false, true),
    list("cancel", "Why it is stopped", false, true),
    list("fail", "Why it did not work out", false, true),
    list("missing", "What was missing", false, true),
];

/// The list with this code.
#[must_use]
pub fn find(code: &str) -> Option<&'static List> {
    LISTS.iter().find(|list| list.code == code)
}

pub const GROUPS: &[(&str, &str)] = &[
    ("eligibility", "Eligibility"),
    ("capacity", "Capacity"),
    ("funding", "Money"),
    ("contact", "Contact"),
    ("choice", "Choice"),
    ("no_response", "No answer"),
    ("data_error", "Mistake in the data"),
    ("third_party", "Somebody else"),
];
pub const SIDES: &[(&str, &str)] =
    &[("partner", "The partner's"), ("client", "The client's"), ("advisor", "Ours"), ("third_party", "Somebody else's")];

/// Codes that the clock, the guards or another rule stand on by name.
const FIXED: &[(&str, &[&str])] = &[
    ("stage", &["awaiting_consent", "awaiting_information"]),
    ("outcome", &["fully_met", "partly_met", "information_only", "delivered_result_pending"]),
    ("decline", &["other"]),
    ("hold", &["waitlist", "consent_expired", "other"]),
    (
        "cancel",
        &[
            "no_response_from_partner",
            "consent_refused",
            "consent_revoked",
            "consent_expired",
            "not_sent",
            "not_selected",
            "no_reason_given",
            "other",
        ],
    ),
    ("fail", &["could_not_contact_client", "other"]),
    ("missing", &["other"]),
];

/// True for a code that a rule stands on, so that it cannot be retired.
#[must_use]
pub fn is_fixed(list: &str, code: &str) -> bool {
    FIXED.iter().any(|(name, codes)| *name == list && codes.contains(&code))
}

/// A code about to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCode {
    pub list: &'static str,
    /// Code of a kind, or `any`.
    pub kind: String,
    pub label: String,
    pub client_label: String,
    pub group: String,
    pub side: String,
    pub unmet_need: bool,
}

/// A code as typed.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeForm {
    pub key: String,
    #[serde(default)]
    pub list: String,
    #[serde(default)]
    pub kind: String,
    #[serde(default)]
    pub label: String,
    #[serde(default)]
    pub client_label: String,
    #[serde(default)]
    pub group: String,
    #[serde(default)]
    pub side: String,
    pub unmet_need: Option<String>,
}

/// The entrepreneur's sentence is short: it stands in a text to somebody on the road.
const LONGEST_SENTENCE: usize = 16;

impl CodeForm {
    /// The code it asks for, or what is missing.
    ///
    /// # Errors
    /// Complaints by field.
    pub fn parse(&self) -> Result<NewCode, Complaints> {
        let mut complaints = Complaints::default();
        let list = complaints.take("list", find(&self.list).ok_or_else(|| Complaint::new("Choose a list")));
        let kind = complaints.take("kind", self.kind_for(list));
        let label = complaints.take("label", Line::parse(&self.label, "what staff and partners read"));
        let client_label = complaints.take("client_label", self.sentence(list));
        let is_reason = list.is_some_and(|list| list.is_reason);
        for (field, typed, choices) in [("group", &self.group, GROUPS), ("side", &self.side, SIDES)] {
            if is_reason && !choices.iter().any(|(code, _)| code == typed) {
                complaints.add(field, if field == "group" { "Choose what kind of reason it is" } else { "Choose whose reason it is" });
            }
        }
        let text = |typed: &String| if is_reason { typed.clone() } else { String::new() };
        let new = list.zip(kind).zip(label).zip(client_label).map(|(((list, kind), label), client_label)| NewCode {
            list: list.code,
            kind,
            label: label.to_string(),
            client_label,
            group: text(&self.group),
            side: text(&self.side),
            unmet_need: is_reason && self.unmet_need.is_some(),
        });
        complaints.or(new)
    }

    fn kind_for(&self, list: Option<&List>) -> Result<String, Complaint> {
        match (list.is_some_and(|list| list.is_of_kind), Kind::parse(&self.kind)) {
            (false, _) => Ok("any".to_owned()),
            (true, Some(kind)) => Ok(kind.code().to_owned()),
            (true, None) => Err(Complaint::new("Choose the kind of referral it belongs to")),
        }
    }

    /// What the entrepreneur reads: never blank, short, and to them.
    fn sentence(&self, list: Option<&List>) -> Result<String, Complaint> {
        let text = Line::parse(&self.client_label, "what the entrepreneur reads")?.to_string();
        let words = text.split_whitespace().count();
        let ends = text.ends_with('.');
        match list {
            _ if words < 3 => Err(Complaint::new("Write a whole sentence, so that somebody who knows nothing of our words understands it")),
            _ if words > LONGEST_SENTENCE => Err(Complaint::new(format!("Shorten it to {LONGEST_SENTENCE} words. It has {words}"))),
            Some(list) if list.is_reason && !ends => Ok(format!("{text}.")),
            // Stages and results stand inside a sentence.
            Some(list) if !list.is_reason && ends => Ok(text.trim_end_matches('.').to_owned()),
            _ => Ok(text),
        }
    }
}

/// The word that is stored, from the label: `Needs a bigger crane` is `needs_a_bigger_crane`. Empty where no Latin letter is left.
#[must_use]
pub fn code_of(label: &str) -> String {
    let plain: String = label.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
    plain.split_whitespace().take(6).collect::<Vec<_>>().join("_")
}

/// How often `other` was chosen from a list in a quarter. More than one in ten says that a code is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Others {
    pub list: &'static str,
    pub other: i64,
    pub all: i64,
}

impl Others {
    /// A code is missing: more than 10 %, of at least ten answers.
    #[must_use]
    pub const fn is_too_many(self) -> bool {
        self.all >= 10 && self.other * 10 > self.all
    }
}

/// The first day of the quarter of a day.
#[must_use]
pub fn quarter_start(today: Day) -> Day {
    let month = (today.date().month() - 1) / 3 * 3 + 1;
    jiff::civil::Date::new(today.year(), month, 1).map_or(today, Day::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(list: &str, label: &str, sentence: &str) -> CodeForm {
        let text = str::to_owned;
        CodeForm {
            list: text(list),
            label: text(label),
            client_label: text(sentence),
            kind: text("workforce"),
            group: text("capacity"),
            side: text("partner"),
            ..CodeForm::default()
        }
    }

    #[test]
    fn a_reason_needs_the_entrepreneurs_sentence_its_group_and_its_side() {
        assert_eq!(form("decline", "Needs a crane", "They have no crane").parse().unwrap().client_label, "They have no crane.");
        let refused = |form: CodeForm| form.parse().unwrap_err();
        assert!(refused(form("decline", "Needs a crane", "")).on("client_label").is_some());
        assert!(refused(form("decline", "Needs a crane", "No crane")).on("client_label").is_some());
        assert!(refused(form("decline", "Needs a crane", &"word ".repeat(17))).on("client_label").is_some());
        assert!(refused(CodeForm { side: String::new(), ..form("decline", "x", "They have no crane") }).on("side").is_some());
        assert!(refused(CodeForm { group: "magic".to_owned(), ..form("decline", "x", "They have no crane") }).on("group").is_some());
        assert!(refused(form("origin", "x", "They have no crane")).on("list").is_some());
    }

    #[test]
    fn a_stage_belongs_to_a_kind_and_stands_inside_a_sentence() {
        let new = form("stage", "Second interview", "You meet them again.").parse().unwrap();
        assert_eq!((new.kind.as_str(), new.client_label.as_str(), new.group.as_str()), ("workforce", "You meet them again", ""));
        assert!(CodeForm { kind: String::new(), ..form("stage", "x", "You meet them again") }.parse().is_err());
    }

    #[test]
    fn a_stored_word_is_plain() {
        assert_eq!(code_of("Needs a bigger crane (10 t)!"), "needs_a_bigger_crane_10_t");
        assert_eq!(code_of("起重机"), "");
    }

    #[test]
    fn one_in_ten_is_still_fine() {
        let too_many = |other, all| Others { list: "hold", other, all }.is_too_many();
        assert!(!too_many(1, 10) && too_many(2, 10) && !too_many(3, 9) && !too_many(0, 0));
    }

    #[test]
    fn a_quarter_starts_in_january_april_july_or_october() {
        let start = |month, day| quarter_start(Day::new(jiff::civil::date(2026, month, day))).to_string();
        assert_eq!([start(1, 1), start(3, 31), start(11, 25)], ["2026-01-01", "2026-01-01", "2026-10-01"]);
    }
}
