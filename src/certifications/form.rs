//! What is typed about a certificate, read at the door.

use super::{Facts, OTHER};
use crate::values::codes::{self, List};
use crate::values::{CertificationBasis, Complaint, Day, Line, Note, Vocabulary};
use crate::web::Complaints;

/// How far back a certificate may begin, in days.
const BACK: i64 = 60 * 366;
/// How far ahead it may end, in days.
const AHEAD: i64 = 30 * 366;

/// What was typed.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CertificationForm {
    /// Key of the form.
    pub key: String,
    /// Version; zero for a new one.
    pub version: i64,
    /// Which, by the list.
    pub code: String,
    /// What it is called, where the list has no word.
    pub named: String,
    /// Who certified.
    pub agency: String,
    /// Its number.
    pub number: String,
    /// Good from.
    pub from_on: String,
    /// Good until.
    pub until_on: String,
    /// Under which standard.
    pub standard: String,
    /// Who says so.
    pub basis: String,
}

impl CertificationForm {
    /// A form for a new one.
    pub fn fresh() -> Self {
        Self { basis: CertificationBasis::ToldToAdvisor.code().to_owned(), ..Self::default() }
    }

    /// As it stands now.
    pub fn of(facts: &Facts, version: i64) -> Self {
        let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        Self {
            version,
            code: facts.code.clone(),
            named: facts.named.clone().unwrap_or_default(),
            agency: facts.agency.clone(),
            number: facts.number.clone().unwrap_or_default(),
            from_on: day(facts.from_on),
            until_on: day(facts.until_on),
            standard: facts.standard.clone().unwrap_or_default(),
            basis: facts.basis.code().to_owned(),
            ..Self::default()
        }
    }

    /// What is known, if there is nothing to complain about. `saved` is the code it has already: it keeps one that is offered no more.
    pub fn facts(&self, complaints: &mut Complaints, saved: Option<&str>, today: Day) -> Option<Facts> {
        let code = match saved {
            Some(saved) if saved == self.code => Ok(saved.to_owned()),
            _ => codes::parse_on(List::Certifications, &self.code, today).map(|row| row.code.clone()),
        };
        let code = complaints.take("code", code);
        let named = Line::maybe(&self.named, "what it is called").and_then(|named| match (code.as_deref(), named) {
            (Some(OTHER), None) => Err(Complaint::new("Say what it is called: the list has no word for it")),
            (Some(code), Some(_)) if code != OTHER => {
                Err(Complaint::new("The list has a word for this certificate. Leave this empty, or choose Other"))
            }
            (_, named) => Ok(named.map(|named| named.to_string())),
        });
        let named = complaints.take("named", named);
        let agency = complaints.take("agency", Line::parse(&self.agency, "who certified"));
        let number = complaints.take("number", Line::maybe(&self.number, "its number"));
        let from_on = complaints.take("from_on", maybe(&self.from_on, |from| from.days_until(today) <= BACK, "of the last sixty years"));
        let until_on =
            complaints.take("until_on", maybe(&self.until_on, |until| today.days_until(until) <= AHEAD, "within the next thirty years"));
        if let (Some(Some(from)), Some(Some(until))) = (from_on, until_on)
            && until < from
        {
            complaints.add("until_on", "It would end before it begins. Check both days");
        }
        let standard = complaints.take("standard", Note::maybe(&self.standard, "the standard"));
        let basis = complaints.take("basis", CertificationBasis::parse(&self.basis));
        Some(Facts {
            code: code?,
            named: named?,
            agency: agency?.to_string(),
            number: number?.map(|number| number.to_string()),
            from_on: from_on?,
            until_on: until_on?,
            standard: standard?.map(|words| words.to_string()),
            basis: basis?,
        })
        .filter(|_| complaints.is_empty())
    }
}

/// A day where one was typed.
fn maybe(typed: &str, is_near: impl FnOnce(Day) -> bool, near: &str) -> Result<Option<Day>, Complaint> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    match Day::parse(typed)? {
        day if is_near(day) => Ok(Some(day)),
        _ => Err(Complaint::new(format!("Write a day {near}, or leave it empty"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        Day::parse("2026-11-30").unwrap()
    }

    fn whole() -> CertificationForm {
        let text = str::to_owned;
        CertificationForm {
            code: text("dbe"),
            agency: text("The state's department of transportation"),
            number: text("D-104"),
            from_on: text("2024-07-01"),
            until_on: text("2027-06-30"),
            standard: text("49 CFR part 26, before October 2025"),
            ..CertificationForm::fresh()
        }
    }

    #[test]
    fn a_form_reads_back_as_it_was_written_and_what_nobody_knows_stays_empty() {
        let facts = whole().facts(&mut Complaints::default(), None, today()).unwrap();
        assert_eq!(CertificationForm::of(&facts, 2).facts(&mut Complaints::default(), None, today()), Some(facts));
        let bare = CertificationForm { code: "sba_8a".to_owned(), agency: "SBA".to_owned(), ..CertificationForm::fresh() };
        let facts = bare.facts(&mut Complaints::default(), None, today()).unwrap();
        assert_eq!((facts.from_on, facts.until_on, facts.number, facts.standard), (None, None, None, None));
    }

    type Case = (&'static str, fn(&mut CertificationForm));

    #[test]
    fn each_wrong_field_is_named() {
        let cases: [Case; 9] = [
            ("code", |form| form.code = String::new()),
            ("code", |form| form.code = "gone".to_owned()),
            ("named", |form| form.code = OTHER.to_owned()),
            ("named", |form| form.named = "Ours".to_owned()),
            ("agency", |form| form.agency = " ".to_owned()),
            ("from_on", |form| form.from_on = "1901-01-01".to_owned()),
            ("until_on", |form| form.until_on = "2024-06-30".to_owned()),
            ("until_on", |form| form.until_on = "2099-01-01".to_owned()),
            ("basis", |form| form.basis = "rumor".to_owned()),
        ];
        for (field, change) in cases {
            let (mut form, mut complaints) = (whole(), Complaints::default());
            change(&mut form);
            assert!(form.facts(&mut complaints, None, today()).is_none(), "{field}");
            assert!(complaints.on(field).is_some(), "{field}: {complaints:?}");
        }
        let kept = CertificationForm { code: "gone".to_owned(), ..whole() };
        assert!(kept.facts(&mut Complaints::default(), Some("gone"), today()).is_some(), "one that has a code keeps it");
    }
}
