//! What is typed about a check, read at the door.

use super::Facts;
use crate::values::{Complaint, Day, Note, ProgramStage, Vocabulary};
use crate::web::Complaints;

/// How far back a check may lie, in days.
const BACK: i64 = 10 * 366;

/// What was typed.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CheckForm {
    /// Key of the form.
    pub key: String,
    /// Version; zero for a new one.
    pub version: i64,
    /// Program, by row key; nothing where there is one only.
    pub program: String,
    /// At which stage.
    pub stage: String,
    /// The day.
    pub on: String,
    /// Who pays.
    pub who_pays: String,
    /// Who benefits.
    pub who_benefits: String,
    /// Who decides.
    pub who_decides: String,
    /// What changed.
    pub what_changed: String,
}

impl CheckForm {
    /// A form for today.
    pub fn fresh(today: Day, stage: &str) -> Self {
        Self { on: today.to_string(), stage: stage.to_owned(), ..Self::default() }
    }

    /// As it stands now.
    pub fn of(facts: &Facts, version: i64) -> Self {
        Self {
            version,
            stage: facts.stage.code().to_owned(),
            on: facts.on.to_string(),
            who_pays: facts.who_pays.clone(),
            who_benefits: facts.who_benefits.clone(),
            who_decides: facts.who_decides.clone(),
            what_changed: facts.what_changed.clone().unwrap_or_default(),
            ..Self::default()
        }
    }

    /// What was found, if there is nothing to complain about. Each of the three questions needs an answer.
    pub fn facts(&self, complaints: &mut Complaints, today: Day) -> Option<Facts> {
        let stage = complaints.take("stage", ProgramStage::parse(&self.stage));
        let on = complaints.take("on", day(&self.on, today));
        let mut answer = |field: &'static str, typed: &str, question: &str| {
            let answer = Note::maybe(typed, "the answer");
            let answer = answer
                .and_then(|answer| answer.ok_or_else(|| Complaint::new(format!("{question} Write what you know, or that nobody knows"))));
            complaints.take(field, answer).map(|answer| answer.to_string())
        };
        let who_pays = answer("who_pays", &self.who_pays, "Who pays?");
        let who_benefits = answer("who_benefits", &self.who_benefits, "Who benefits?");
        let who_decides = answer("who_decides", &self.who_decides, "Who decides?");
        let what_changed = complaints.take("what_changed", Note::maybe(&self.what_changed, "what changed"));
        Some(Facts {
            stage: stage?,
            on: on?,
            who_pays: who_pays?,
            who_benefits: who_benefits?,
            who_decides: who_decides?,
            what_changed: what_changed?.map(|words| words.to_string()),
        })
        .filter(|_| complaints.is_empty())
    }
}

fn day(typed: &str, today: Day) -> Result<Day, Complaint> {
    let on = Day::parse(typed)?;
    match on.days_until(today) {
        0..=BACK => Ok(on),
        ago if ago < 0 => Err(Complaint::new("This day lies ahead; write it down when you have looked")),
        _ => Err(Complaint::new("Write a day of the last ten years")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Case = (&'static str, fn(&mut CheckForm));

    #[test]
    fn each_of_the_three_questions_needs_an_answer() {
        let today = Day::parse("2026-11-30").unwrap();
        let text = str::to_owned;
        let whole = CheckForm {
            who_pays: text("The city"),
            who_benefits: text("Shops with a lease; nobody without one"),
            who_decides: text("Three of staff"),
            ..CheckForm::fresh(today, "design")
        };
        let facts = whole.facts(&mut Complaints::default(), today).unwrap();
        assert_eq!(CheckForm::of(&facts, 1).facts(&mut Complaints::default(), today), Some(facts));
        let cases: [Case; 6] = [
            ("who_pays", |form| form.who_pays = "  ".to_owned()),
            ("who_benefits", |form| form.who_benefits = String::new()),
            ("who_decides", |form| form.who_decides = String::new()),
            ("stage", |form| form.stage = "launch".to_owned()),
            ("on", |form| form.on = "2026-12-01".to_owned()),
            ("on", |form| form.on = "2001-12-01".to_owned()),
        ];
        for (field, change) in cases {
            let (mut form, mut complaints) = (whole.clone(), Complaints::default());
            change(&mut form);
            assert!(form.facts(&mut complaints, today).is_none());
            assert!(complaints.on(field).is_some(), "{field}: {complaints:?}");
        }
    }
}
