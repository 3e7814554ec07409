//! What each kind of referral needs to know: one table of fields for each kind, asked on the form and kept with the draft. Pure.
//!
//! Real estate has its own sheet beside the sites. Nobody's nationality, birthplace or status is ever asked, in no kind.

mod business;
mod entrepreneurship;
mod technology;
mod workforce;

use super::fields::{Field, Group};
use crate::values::Kind;

/// The sheet of a kind, in the order of the form.
#[must_use]
pub const fn groups(kind: Kind) -> &'static [Group] {
    match kind {
        Kind::BusinessDevelopment => business::SHEET,
        Kind::TechnologyTransfer => technology::SHEET,
        Kind::Workforce => workforce::SHEET,
        Kind::Entrepreneurship => entrepreneurship::SHEET,
        Kind::RealEstate => &[],
    }
}

/// The fields of a kind.
pub fn of(kind: Kind) -> impl Iterator<Item = &'static Field> {
    groups(kind).iter().flat_map(|group| group.fields)
}

/// The field with this code, whatever its kind.
#[must_use]
pub fn find(code: &str) -> Option<&'static Field> {
    Kind::ALL.into_iter().flat_map(of).find(|field| field.code == code)
}

/// Sectors and processes that several kinds share: what is done in the shop, in plain words.
pub(super) const PROCESSES: &[(&str, &str)] = &[
    ("machining", "Machining"),
    ("additive", "Additive (3D printing)"),
    ("welding_fabrication", "Welding and fabrication"),
    ("casting_molding", "Casting and molding"),
    ("sewn", "Sewn products"),
    ("food", "Food and drink"),
    ("wood", "Wood and furniture"),
    ("electronics", "Electronics"),
    ("chemical_coating", "Chemicals and coatings"),
    ("printing", "Printing and packaging"),
    ("medical", "Medical devices"),
    ("software_controls", "Controls and software"),
    ("other", "Something else"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::referrals::fact::Fact;
    use crate::referrals::fields::{Ask, See};
    use std::collections::BTreeSet;

    fn all() -> impl Iterator<Item = &'static Field> {
        Kind::ALL.into_iter().flat_map(of)
    }

    #[test]
    fn every_field_has_its_own_code_that_no_other_control_uses() {
        let codes: BTreeSet<&str> = all().map(|field| field.code).collect();
        assert_eq!(codes.len(), all().count());
        for code in codes {
            assert!(Fact::parse(code).is_none(), "{code} is the name of a fact");
            assert!(!["key", "version", "kind", "need", "urgency", "contact", "event", "source", "words_read"].contains(&code), "{code}");
        }
    }

    #[test]
    fn whoever_it_is_about_reads_every_answer_in_their_language() {
        let language = Language::find("vi").unwrap();
        let today = crate::values::Day::new(jiff::civil::date(2026, 11, 25));
        for field in all().filter(|field| field.see != See::Team) {
            assert!(language.has(&format!("sheet-{}", field.code)), "{} has no label in the catalogs", field.code);
            let choices = match field.ask {
                Ask::One(choices) | Ask::Several(choices) => choices,
                Ask::YesNo => crate::referrals::fields::YES_NO,
                _ => &[],
            };
            for (code, _) in choices {
                let english = field.words_in(code, today, Language::english());
                assert!(
                    language
                        .shapes()
                        .iter()
                        .any(|(key, shape)| key.starts_with("choice-") && shape.pieces == [field.words_in(code, today, language)]),
                    "{} {code}: {english}",
                    field.code
                );
            }
        }
    }

    #[test]
    fn nobody_is_asked_where_they_come_from() {
        let forbidden = [
            "nationality",
            "national origin",
            "citizen",
            "immigra",
            "foreign",
            "born",
            "birth",
            "visa",
            "resident",
            "passport",
            "social security",
            "race",
            "gender",
        ];
        for field in all() {
            let mut words = format!("{} {} {}", field.code, field.label, field.hint).to_lowercase();
            if let Ask::One(choices) | Ask::Several(choices) = field.ask {
                for (code, label) in choices {
                    words.push_str(&format!(" {code} {label}").to_lowercase());
                }
            }
            for word in forbidden {
                assert!(!words.contains(word), "{}: {word}", field.code);
            }
        }
    }

    #[test]
    fn what_a_person_needs_at_home_stays_with_the_team_or_waits_for_a_yes() {
        for code in ["childcare_words", "transit_words", "uei", "cage", "funding_stage", "bd_note"] {
            assert!(find(code).is_some_and(|field| field.see != See::Before), "{code}");
        }
    }

    #[test]
    fn every_kind_but_space_has_a_sheet_with_something_that_is_needed() {
        for kind in Kind::ALL {
            assert_eq!(of(kind).any(|field| field.is_needed), kind != Kind::RealEstate, "{kind:?}");
        }
    }
}
