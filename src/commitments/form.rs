//! What is typed about a commitment, and what was found, read at the door.

use super::{Facts, Found};
use crate::values::{CommitmentFound, Complaint, Day, Line, Note, Vocabulary, quoted};
use crate::web::Complaints;

/// The most days on which somebody looks, the last one too.
const MOST: usize = 12;
/// How far ahead a commitment may reach, in days.
const AHEAD: i64 = 30 * 366;

/// What was typed about a commitment.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CommitmentForm {
    /// Key of the form.
    pub key: String,
    /// Version of the commitment; zero for a new one.
    pub version: i64,
    /// What was promised.
    pub what: String,
    /// How many.
    pub amount: String,
    /// By when.
    pub due_on: String,
    /// When somebody looks before.
    pub check_on: Vec<String>,
}

impl CommitmentForm {
    /// As it stands now.
    pub fn of(facts: &Facts, version: i64) -> Self {
        Self {
            key: String::new(),
            version,
            what: facts.what.clone(),
            amount: facts.amount.map(|amount| amount.to_string()).unwrap_or_default(),
            due_on: facts.due_on.to_string(),
            check_on: facts.checks.iter().filter(|on| **on != facts.due_on).map(ToString::to_string).collect(),
        }
    }

    /// What was promised, if there is nothing to complain about.
    pub fn facts(&self, complaints: &mut Complaints, today: Day) -> Option<Facts> {
        let what = complaints.take("what", Line::parse(&self.what, "what was promised"));
        let amount = complaints.take("amount", count(&self.amount));
        let due_on = if self.due_on.trim().is_empty() { Err(Complaint::new("Say by when")) } else { Day::parse(&self.due_on) };
        let due_on = complaints.take("due_on", due_on);
        if due_on.is_some_and(|due_on| today.days_until(due_on) > AHEAD) {
            complaints.add("due_on", "Write a day within the next thirty years");
        }
        let typed = self.check_on.iter().filter(|typed| !typed.trim().is_empty());
        let checks = complaints.take("check_on", typed.map(|typed| Day::parse(typed)).collect::<Result<Vec<Day>, _>>());
        let (what, amount, due_on, mut checks) = (what?, amount?, due_on?, checks?);
        if checks.iter().any(|on| *on > due_on) {
            complaints.add("check_on", "A check day lies after the last day. Check both");
        }
        checks.push(due_on);
        checks.sort_unstable();
        checks.dedup();
        if checks.len() > MOST {
            complaints.add("check_on", format!("Choose up to {MOST} days, the last one too"));
        }
        Some(Facts { what: what.to_string(), amount, due_on, checks }).filter(|_| complaints.is_empty())
    }
}

fn count(typed: &str) -> Result<Option<i64>, Complaint> {
    match typed.trim().replace(',', "") {
        digits if digits.is_empty() => Ok(None),
        digits => match digits.parse::<i64>() {
            Ok(amount) if (0..=100_000_000).contains(&amount) => Ok(Some(amount)),
            _ => Err(Complaint::new(format!("Write a whole number, such as 24. You typed {}", quoted(typed)))),
        },
    }
}

/// What was found, as typed.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FoundForm {
    /// Key of the form.
    pub key: String,
    /// The check day.
    pub on: String,
    /// Kept, partly, broken.
    pub answer: String,
    /// How many there were.
    pub found_amount: String,
    /// In words.
    pub words: String,
}

impl FoundForm {
    /// The day and what was found, if there is nothing to complain about. What is not kept needs a word.
    pub fn parse(&self, complaints: &mut Complaints, today: Day) -> Option<(Day, Found)> {
        let on = complaints.take("answer", Day::parse(&self.on));
        let answer = CommitmentFound::parse(&self.answer).map_err(|_| Complaint::new("Say if it is kept, partly kept or broken"));
        let answer = complaints.take("answer", answer);
        if on.is_some_and(|on| on > today) {
            complaints.add("answer", "This check day has not come yet");
        }
        let amount = complaints.take("found_amount", count(&self.found_amount));
        let words = complaints.take("words", Note::maybe(&self.words, "the words about it"));
        if words == Some(None) && answer.is_some_and(|answer| answer != CommitmentFound::Kept) {
            complaints.add("words", "Say in a few words what is missing, and why");
        }
        let words = words?.map(|words| words.to_string());
        Some((on?, Found { answer: answer?, amount: amount?, words })).filter(|_| complaints.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        Day::parse("2026-11-30").unwrap()
    }

    fn form(change: impl FnOnce(&mut CommitmentForm)) -> CommitmentForm {
        let mut form = CommitmentForm {
            what: "Full-time jobs".to_owned(),
            amount: "3".to_owned(),
            due_on: "2027-11-30".to_owned(),
            check_on: vec!["2027-05-31".to_owned(), String::new(), "2027-11-30".to_owned()],
            ..CommitmentForm::default()
        };
        change(&mut form);
        form
    }

    #[test]
    fn the_last_day_is_a_check_day_too_and_each_is_there_once() {
        let facts = form(|_| {}).facts(&mut Complaints::default(), today()).unwrap();
        let days: Vec<String> = facts.checks.iter().map(ToString::to_string).collect();
        assert_eq!((days.join(" ").as_str(), facts.amount), ("2027-05-31 2027-11-30", Some(3)));
        assert_eq!(CommitmentForm::of(&facts, 2).facts(&mut Complaints::default(), today()), Some(facts));
    }

    type Case = (&'static str, fn(&mut CommitmentForm));

    #[test]
    fn each_wrong_field_is_named() {
        let cases: [Case; 6] = [
            ("what", |form| form.what = String::new()),
            ("amount", |form| form.amount = "a few".to_owned()),
            ("due_on", |form| form.due_on = String::new()),
            ("due_on", |form| form.due_on = "2099-01-01".to_owned()),
            ("check_on", |form| form.check_on = vec!["2028-01-01".to_owned()]),
            ("check_on", |form| form.check_on = (1..=12).map(|month| format!("2027-{month:02}-01")).collect()),
        ];
        for (field, change) in cases {
            let mut complaints = Complaints::default();
            assert!(form(change).facts(&mut complaints, today()).is_none());
            assert!(complaints.on(field).is_some(), "{field}: {complaints:?}");
        }
    }

    #[test]
    fn what_is_not_kept_needs_a_word_and_no_day_is_looked_at_before_it_comes() {
        let found = |on: &str, answer: &str, words: &str| {
            let text = str::to_owned;
            let form = FoundForm { on: text(on), answer: text(answer), words: text(words), ..FoundForm::default() };
            form.parse(&mut Complaints::default(), today()).is_some()
        };
        assert!(found("2026-11-30", "kept", "") && found("2026-11-30", "broken", "The order fell through"));
        assert!(!found("2026-11-30", "broken", "") && !found("2026-12-01", "kept", "") && !found("2026-11-30", "", ""));
    }
}
