//! What is typed about outreach, and how it is read at the door.

use super::Facts;
use crate::values::codes::{self, List};
use crate::values::{Complaint, Day, Line, OutreachKind, Vocabulary};
use crate::web::Complaints;

/// How far back it may lie, in days.
const BACK: i64 = 5 * 366;
/// The most people that one day can reach.
const MOST: i64 = 1_000_000;

/// What was typed.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OutreachForm {
    /// Key of the form.
    pub key: String,
    /// Version; zero for a new one.
    pub version: i64,
    /// Program, by row key; nothing where there is one only.
    pub program: String,
    /// How people were met.
    pub kind: String,
    /// What it was.
    pub title: String,
    /// The day.
    pub on: String,
    /// The neighborhood.
    pub place: String,
    /// With which group.
    pub community_group: String,
    /// Language.
    pub language: String,
    /// How many were spoken to.
    pub reached: String,
    /// How many left a way to reach them.
    pub contacts: String,
}

impl OutreachForm {
    /// A form for today.
    pub fn fresh(today: Day) -> Self {
        Self { kind: OutreachKind::Event.code().to_owned(), language: "en".to_owned(), on: today.to_string(), ..Self::default() }
    }

    /// As it stands now.
    pub fn of(facts: &Facts, version: i64) -> Self {
        Self {
            version,
            kind: facts.kind.code().to_owned(),
            title: facts.title.clone(),
            on: facts.on.to_string(),
            place: facts.place.clone(),
            community_group: facts.community_group.clone().unwrap_or_default(),
            language: facts.language.clone(),
            reached: facts.reached.to_string(),
            contacts: facts.contacts.to_string(),
            ..Self::default()
        }
    }

    /// What is known, if there is nothing to complain about.
    pub fn facts(&self, complaints: &mut Complaints, today: Day) -> Option<Facts> {
        let kind = complaints.take("kind", OutreachKind::parse(&self.kind));
        let title = complaints.take("title", Line::parse(&self.title, "what it was"));
        let on = complaints.take("on", day(&self.on, today));
        let place = complaints.take("place", Line::parse(&self.place, "the neighborhood"));
        let group = complaints.take("community_group", Line::maybe(&self.community_group, "the group"));
        if kind == Some(OutreachKind::CommunityGroup) && group == Some(None) {
            complaints.add("community_group", "Say which group it was");
        }
        let language = complaints.take("language", codes::parse_on(List::Languages, &self.language, today)).map(|row| row.code.clone());
        let reached = complaints.take("reached", number(&self.reached));
        let contacts = complaints.take("contacts", number(&self.contacts));
        if let (Some(reached), Some(contacts)) = (reached, contacts)
            && contacts > reached
        {
            complaints.add("contacts", format!("Only {reached} were spoken to; no more of them can have left a number"));
        }
        Some(Facts {
            kind: kind?,
            title: title?.to_string(),
            on: on?,
            place: place?.to_string(),
            community_group: group?.map(|group| group.to_string()),
            language: language?,
            reached: reached?,
            contacts: contacts?,
        })
        .filter(|_| complaints.is_empty())
    }
}

fn day(typed: &str, today: Day) -> Result<Day, Complaint> {
    let on = Day::parse(typed)?;
    match on.days_until(today) {
        0..=BACK => Ok(on),
        ago if ago < 0 => Err(Complaint::new("This day lies ahead; write it down when it is over")),
        _ => Err(Complaint::new("Write a day of the last five years")),
    }
}

fn number(typed: &str) -> Result<i64, Complaint> {
    match typed.trim().replace(',', "").parse::<i64>() {
        _ if typed.trim().is_empty() => Err(Complaint::new("Type how many; 0 where it was nobody")),
        Ok(number) if (0..=MOST).contains(&number) => Ok(number),
        _ => Err(Complaint::new("Type a whole number from 0 to 1,000,000")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_taken_or_a_sentence_says_why_not() {
        let today = Day::parse("2026-11-30").unwrap();
        let form = |reached: &str, contacts: &str, on: &str, kind: &str, group: &str| OutreachForm {
            kind: kind.to_owned(),
            title: "Block party".to_owned(),
            on: on.to_owned(),
            place: "Dutch Kills".to_owned(),
            community_group: group.to_owned(),
            language: "es".to_owned(),
            reached: reached.to_owned(),
            contacts: contacts.to_owned(),
            ..OutreachForm::default()
        };
        #[rustfmt::skip]
        let table: &[(OutreachForm, Option<(&str, &str)>)] = &[
            (form("1,200", "40", "2026-11-29", "event", ""),           None),
            (form("0", "0", "2026-11-30", "door_knock", ""),            None),
            (form("12", "13", "2026-11-29", "event", ""),               Some(("contacts", "Only 12 were spoken to"))),
            (form("", "3", "2026-11-29", "event", ""),                  Some(("reached", "0 where it was nobody"))),
            (form("-1", "0", "2026-11-29", "event", ""),                Some(("reached", "from 0 to 1,000,000"))),
            (form("12", "x", "2026-11-29", "event", ""),                Some(("contacts", "whole number"))),
            (form("12", "3", "2026-12-01", "event", ""),                Some(("on", "lies ahead"))),
            (form("12", "3", "2001-12-01", "event", ""),                Some(("on", "last five years"))),
            (form("12", "3", "2026-11-29", "community_group", " "),     Some(("community_group", "which group"))),
            (form("12", "3", "2026-11-29", "billboard", ""),            Some(("kind", "on the list"))),
        ];
        for (form, wrong) in table {
            let mut complaints = Complaints::default();
            let facts = form.facts(&mut complaints, today);
            assert_eq!(facts.is_none(), wrong.is_some(), "{form:?}");
            if let Some((field, words)) = wrong {
                assert!(
                    complaints.on(field).is_some_and(|said| said.contains(words)),
                    "{field} says not {words:?}: {:?}",
                    complaints.on(field)
                );
            }
        }
    }
}
