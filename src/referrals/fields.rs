//! One thing that a form asks about a need or a result: what kind of answer, who may see it, how it is read and shown. Pure.

use crate::i18n::{Args, Joiner, Language};
use crate::values::{Cents, Complaint, Day, Line, Note, grouped, quoted};
use std::collections::BTreeMap;

/// Answers by the code of their field, each as it is stored: numbers and cents as digits, dates as YYYY-MM-DD, several joined by commas.
pub type Answers = BTreeMap<String, String>;

/// What somebody typed, by the name of the control; several ticks are several texts.
pub type Typed = BTreeMap<&'static str, Vec<String>>;

/// Who may see an answer, and from when on. What is confidential has a place of its own: see `secrets`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum See {
    /// The partner, as soon as it is asked. Never a name, a place or anything that tells who it is.
    Before,
    /// The partner, once it said yes and while the client's permission holds.
    After,
    /// The team only. It is in no partner's page, notice or file.
    Team,
}

/// The kind of answer.
#[derive(Debug, Clone, Copy)]
pub enum Ask {
    /// A whole number up to the most there can be, and what it counts.
    Whole {
        unit: &'static str,
        most: i64,
    },
    /// Dollars, kept in cents.
    Dollars,
    /// Hours with up to two decimals, kept in minutes.
    Hours,
    /// One of these: code and words.
    One(&'static [(&'static str, &'static str)]),
    /// Any of these.
    Several(&'static [(&'static str, &'static str)]),
    YesNo,
    Date,
    /// A day that is not ahead.
    PastDate,
    /// One line.
    Line,
    /// Several lines.
    Text,
}

/// One field of a sheet.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The word in tables, events and forms. Unique over all sheets.
    pub code: &'static str,
    /// Above the control.
    pub label: &'static str,
    /// Beside the label; empty where nothing has to be explained.
    pub hint: &'static str,
    pub ask: Ask,
    /// Nothing is saved without it.
    pub is_needed: bool,
    pub see: See,
}

/// Fields that belong together under one heading.
#[derive(Debug, Clone, Copy)]
pub struct Group {
    /// The heading; empty for the first, which is always open.
    pub title: &'static str,
    pub fields: &'static [Field],
}

impl Field {
    /// A field that a partner sees as soon as it is asked.
    pub const fn before(code: &'static str, label: &'static str, hint: &'static str, ask: Ask) -> Self {
        Self { code, label, hint, ask, is_needed: false, see: See::Before }
    }

    /// A field that a partner sees after its yes.
    pub const fn after(code: &'static str, label: &'static str, hint: &'static str, ask: Ask) -> Self {
        Self { see: See::After, ..Self::before(code, label, hint, ask) }
    }

    /// A field that stays with the team.
    pub const fn team(code: &'static str, label: &'static str, hint: &'static str, ask: Ask) -> Self {
        Self { see: See::Team, ..Self::before(code, label, hint, ask) }
    }

    /// The same field, without which nothing is saved.
    #[must_use]
    pub const fn needed(self) -> Self {
        Self { is_needed: true, ..self }
    }

    /// Reads what was typed. Nothing typed is nothing.
    ///
    /// # Errors
    /// A complaint in the words of whoever typed.
    pub fn read(&self, typed: &[String], today: Day) -> Result<Option<String>, Complaint> {
        let first = typed.iter().map(|text| text.trim()).find(|text| !text.is_empty()).unwrap_or_default();
        if first.is_empty() {
            return Ok(None);
        }
        let what = self.label.to_lowercase();
        match self.ask {
            Ask::Whole { most, .. } => whole(first, most).map(Some),
            Ask::Dollars => Ok(Some(Cents::parse(first)?.cents().to_string())),
            Ask::Hours => Ok(Some(crate::values::Amount::parse(first, crate::values::Unit::Minutes)?.value.to_string())),
            Ask::One(choices) => code_of(choices, first).map(Some),
            Ask::YesNo => code_of(YES_NO, first).map(Some),
            Ask::Several(choices) => {
                let typed: Vec<&str> =
                    typed.iter().flat_map(|text| text.split(',')).map(str::trim).filter(|text| !text.is_empty()).collect();
                typed.iter().try_for_each(|code| code_of(choices, code).map(drop))?;
                let chosen: Vec<&str> = choices.iter().map(|(code, _)| *code).filter(|code| typed.contains(code)).collect();
                Ok(Some(chosen.join(",")))
            }
            Ask::Date => Ok(Some(Day::parse(first)?.to_string())),
            Ask::PastDate => match Day::parse(first)? {
                day if day > today => {
                    Err(Complaint::new(format!("{} lies ahead and has not happened yet. Write today or an earlier day", quoted(first))))
                }
                day => Ok(Some(day.to_string())),
            },
            Ask::Line => Ok(Line::maybe(first, &what)?.map(|line| line.to_string())),
            Ask::Text => Ok(Note::maybe(first, &what)?.map(|note| note.to_string())),
        }
    }

    /// A stored answer in words.
    pub fn words(&self, stored: &str, today: Day) -> String {
        let number = |stored: &str| stored.parse::<i64>().ok();
        match self.ask {
            Ask::Whole { unit, .. } => match number(stored) {
                Some(1) => format!("1 {}", one(unit)).trim_end().to_owned(),
                Some(value) => format!("{} {unit}", grouped(value)).trim_end().to_owned(),
                None => stored.to_owned(),
            },
            Ask::Dollars => number(stored).map_or_else(|| stored.to_owned(), |cents| Cents::new(cents).to_string()),
            Ask::Hours => number(stored).map_or_else(|| stored.to_owned(), |minutes| format!("{} hours", crate::values::hours(minutes))),
            Ask::One(choices) => word_of(choices, stored),
            Ask::YesNo => word_of(YES_NO, stored),
            Ask::Several(choices) => stored.split(',').map(|code| word_of(choices, code)).collect::<Vec<_>>().join("; "),
            Ask::Date | Ask::PastDate => Day::parse(stored).map_or_else(|_| stored.to_owned(), |day| day.short(today)),
            Ask::Line | Ask::Text => stored.to_owned(),
        }
    }

    /// Above the control, in a language; as it is where the catalog does not have it.
    pub fn label_in(&self, language: Language) -> String {
        let key = format!("sheet-{}", self.code);
        if language.has(&key) { language.word(&key) } else { self.label.to_owned() }
    }

    /// A stored answer in words of a language.
    pub fn words_in(&self, stored: &str, today: Day, language: Language) -> String {
        let number = || stored.parse::<i64>().ok();
        // What is, and what is aimed at, is chosen from one list.
        let list = self.code.trim_end_matches("_now").trim_end_matches("_target");
        let choice = |code: &str, choices: &[(&str, &str)]| {
            let keys = [format!("choice-{list}-{code}"), format!("choice-any-{code}")];
            keys.iter().find(|key| language.has(key)).map_or_else(|| word_of(choices, code), |key| language.word(key))
        };
        match self.ask {
            Ask::Whole { unit, .. } => number().map_or_else(
                || stored.to_owned(),
                |value| {
                    let key = format!("unit-{}", unit.replace(' ', "-"));
                    let args = Args::default().count("n", value).with("number", language.number(value));
                    if language.has(&key) { language.say(&key, args) } else { self.words(stored, today) }
                },
            ),
            Ask::Dollars => number().map_or_else(|| stored.to_owned(), |cents| language.money(cents)),
            Ask::Date | Ask::PastDate => {
                Day::parse(stored).map_or_else(|_| stored.to_owned(), |day| language.short_day(day.date(), today.year()))
            }
            Ask::One(choices) => choice(stored, choices),
            Ask::YesNo => choice(stored, YES_NO),
            Ask::Several(choices) => language.list(&stored.split(',').map(|code| choice(code, choices)).collect::<Vec<_>>(), Joiner::And),
            Ask::Hours => number().map_or_else(
                || stored.to_owned(),
                |minutes| language.say("unit-hours", Args::default().with("number", crate::values::hours(minutes))),
            ),
            Ask::Line | Ask::Text => self.words(stored, today),
        }
    }

    /// A stored answer as it stands in its control.
    pub fn typed(&self, stored: &str) -> Vec<String> {
        let number = stored.parse::<i64>().ok();
        match (self.ask, number) {
            (Ask::Several(_), _) => stored.split(',').map(str::to_owned).collect(),
            (Ask::Dollars, Some(cents)) => vec![Cents::new(cents).to_string().trim_start_matches('$').to_owned()],
            (Ask::Hours, Some(minutes)) => vec![crate::values::hours(minutes)],
            _ => vec![stored.to_owned()],
        }
    }

    /// True where people write in their own words.
    pub const fn is_prose(&self) -> bool {
        matches!(self.ask, Ask::Line | Ask::Text)
    }
}

/// A unit after the number one.
fn one(unit: &'static str) -> &'static str {
    match unit {
        "people" => "person",
        "months" => "month",
        "hours a week" => "hour a week",
        unit => unit,
    }
}

pub const YES_NO: &[(&str, &str)] = &[("yes", "Yes"), ("no", "No")];

fn whole(typed: &str, most: i64) -> Result<String, Complaint> {
    let digits: String = typed.chars().filter(|c| *c != ',').collect();
    match digits.parse::<i64>() {
        Ok(number) if (0..=most).contains(&number) => Ok(number.to_string()),
        _ => Err(Complaint::new(format!("This must be a whole number from 0 to {}. You typed {}", grouped(most), quoted(typed)))),
    }
}

fn code_of(choices: &[(&str, &str)], typed: &str) -> Result<String, Complaint> {
    let found = choices.iter().find(|(code, _)| *code == typed);
    found.map(|(code, _)| (*code).to_owned()).ok_or_else(|| Complaint::new("Choose one of the answers on the list"))
}

fn word_of(choices: &[(&str, &str)], stored: &str) -> String {
    choices.iter().find(|(code, _)| *code == stored).map_or_else(|| stored.replace('_', " "), |(_, words)| (*words).to_owned())
}

/// Reads a whole sheet: the answers, and the complaints by field.
pub fn read<'f>(fields: impl IntoIterator<Item = &'f Field>, typed: &Typed, today: Day) -> (Answers, Vec<(&'static str, String)>) {
    let (mut answers, mut complaints) = (Answers::new(), Vec::new());
    for field in fields {
        match field.read(typed.get(field.code).map_or(&[], Vec::as_slice), today) {
            Ok(Some(value)) => drop(answers.insert(field.code.to_owned(), value)),
            Ok(None) if field.is_needed => complaints.push((field.code, format!("Fill in: {}", field.label))),
            Ok(None) => {}
            Err(complaint) => complaints.push((field.code, complaint.0)),
        }
    }
    (answers, complaints)
}

/// What of a sheet may be seen, in the order of its fields, with the label in front.
pub fn shown(
    fields: impl IntoIterator<Item = &'static Field>,
    answers: &Answers,
    may_see: impl Fn(See) -> bool,
    today: Day,
) -> Vec<(&'static str, String)> {
    fields
        .into_iter()
        .filter(|field| may_see(field.see))
        .filter_map(|field| answers.get(field.code).map(|stored| (field.label, field.words(stored, today))))
        .collect()
}

/// The same in the words of a language, for whoever it is about.
pub fn shown_in(
    fields: impl IntoIterator<Item = &'static Field>,
    answers: &Answers,
    may_see: impl Fn(See) -> bool,
    today: Day,
    language: Language,
) -> Vec<(String, String)> {
    fields
        .into_iter()
        .filter(|field| may_see(field.see))
        .filter_map(|field| answers.get(field.code).map(|stored| (field.label_in(language), field.words_in(stored, today, language))))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: fn() -> Day = || Day::new(jiff::civil::date(2026, 11, 25));

    fn read_one(ask: Ask, typed: &str) -> Result<Option<String>, Complaint> {
        Field::before("x", "Amount", "", ask).read(&[typed.to_owned()], TODAY())
    }

    #[test]
    fn each_kind_of_answer_is_read_as_people_type_it() {
        let choices: &[(&str, &str)] = &[("a", "First"), ("b", "Second")];
        for (ask, typed, stored) in [
            (Ask::Whole { unit: "people", most: 5000 }, "1,200", "1200"),
            (Ask::Dollars, "$1,250.50", "125050"),
            (Ask::Hours, "1.5", "90"),
            (Ask::One(choices), "b", "b"),
            (Ask::Several(choices), "b,a", "a,b"),
            (Ask::YesNo, "no", "no"),
            (Ask::Date, "3/1/2027", "2027-03-01"),
            (Ask::PastDate, "2026-11-25", "2026-11-25"),
            (Ask::Line, "  two words ", "two words"),
        ] {
            assert_eq!(read_one(ask, typed), Ok(Some(stored.to_owned())), "{ask:?}");
            assert_eq!(read_one(ask, "  "), Ok(None), "{ask:?}");
        }
    }

    #[test]
    fn what_is_no_answer_is_refused_in_words() {
        let choices: &[(&str, &str)] = &[("a", "First")];
        for (ask, typed) in [
            (Ask::Whole { unit: "", most: 9 }, "10"),
            (Ask::Whole { unit: "", most: 9 }, "-1"),
            (Ask::Whole { unit: "", most: 9 }, "few"),
            (Ask::Dollars, "-5"),
            (Ask::One(choices), "c"),
            (Ask::Several(choices), "a,c"),
            (Ask::YesNo, "maybe"),
            (Ask::PastDate, "2026-11-26"),
            (Ask::Date, "soon"),
            (Ask::Line, "a\u{0}b"),
        ] {
            assert!(read_one(ask, typed).is_err(), "{ask:?} {typed}");
        }
    }

    #[test]
    fn stored_answers_are_shown_in_words_and_typed_again_as_they_were() {
        let choices: &[(&str, &str)] = &[("a", "First"), ("b", "Second")];
        let field = |ask| Field::before("x", "Amount", "", ask);
        assert_eq!(field(Ask::Dollars).words("125050", TODAY()), "$1,250.50");
        assert_eq!(field(Ask::Dollars).typed("125050"), ["1,250.50"]);
        assert_eq!(field(Ask::Whole { unit: "people", most: 9 }).words("1200", TODAY()), "1,200 people");
        assert_eq!(field(Ask::Whole { unit: "people", most: 9 }).words("1", TODAY()), "1 person");
        assert_eq!(field(Ask::Whole { unit: "", most: 9 }).words("1", TODAY()), "1");
        assert_eq!(field(Ask::Several(choices)).words("a,b", TODAY()), "First; Second");
        assert_eq!(field(Ask::Hours).words("90", TODAY()), "1.5 hours");
        assert_eq!(field(Ask::One(choices)).words("gone_code", TODAY()), "gone code", "an answer that left the list keeps its word");
    }

    #[test]
    fn a_needed_field_is_asked_for_and_a_hidden_one_is_not_shown() {
        const FIELDS: &[Field] = &[
            Field::before("one", "One", "", Ask::Line).needed(),
            Field::after("two", "Two", "", Ask::Line),
            Field::team("three", "Three", "", Ask::Line),
        ];
        let (answers, complaints) = read(FIELDS, &Typed::from([("two", vec!["b".to_owned()]), ("three", vec!["c".to_owned()])]), TODAY());
        assert_eq!(complaints, [("one", "Fill in: One".to_owned())]);
        assert_eq!(shown(FIELDS, &answers, |see| see == See::Before, TODAY()), []);
        assert_eq!(shown(FIELDS, &answers, |see| see != See::Team, TODAY()), [("Two", "b".to_owned())]);
    }
}
