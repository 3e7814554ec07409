//! The form that logs a service, wherever it stands: on Today, on the client's page, during a call.

use super::{Given, Promise, dates};
use crate::values::{Channel, Complaint, Day, Line, Minutes, Note, NoteLevel, ServiceKind, Vocabulary};
use crate::web::Complaints;

/// What was typed about a service.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LogForm {
    /// Key of the form.
    pub key: String,
    /// Version of the service that is changed; zero for a new one.
    pub version: i64,
    /// Where it stood: `today`, `client` or `call`.
    pub back: String,
    /// The client as typed.
    pub client: String,
    /// The client as chosen from a list.
    pub client_id: String,
    /// Program of a caller, by row key.
    pub program: String,
    /// True when it is for somebody who is no client yet.
    pub caller: Option<String>,
    /// Who called.
    pub caller_name: String,
    /// Their number.
    pub caller_telephone: String,
    /// What it was about.
    pub kind: String,
    /// A number of minutes, or `other`.
    pub minutes: String,
    /// Another number of minutes.
    pub minutes_other: String,
    /// How.
    pub channel: String,
    /// What was said.
    pub note: String,
    /// Who reads it: a word of [`NoteLevel`]; the team where nobody says so.
    pub note_level: String,
    /// When to follow up: a choice of [`dates::FOLLOW_UP`].
    pub follow_up: String,
    /// The day picked.
    pub follow_up_on: String,
    /// What to do then.
    pub follow_up_title: String,
    /// The day, if it was not today.
    pub served_on: String,
    /// Kinds of referral to draft.
    pub refer: Vec<String>,
    /// What is needed, one for each kind there is, in their order.
    pub need: Vec<String>,
}

impl LogForm {
    /// The minutes, as a chip or as typed.
    pub fn minutes(&self) -> &str {
        if self.minutes == "other" { &self.minutes_other } else { &self.minutes }
    }

    /// What was given. `channel` is taken where the form does not ask for one.
    pub fn given(&self, complaints: &mut Complaints, today: Day, channel: Channel) -> Option<Given> {
        let kind = complaints.take("kind", ServiceKind::parse(&self.kind).map_err(|_| Complaint::new("Say what you did")));
        let minutes = complaints.take("minutes", Minutes::parse(self.minutes()));
        let channel = if self.channel.is_empty() { Some(channel) } else { complaints.take("channel", Channel::parse(&self.channel)) };
        let note = complaints.take("note", Note::maybe(&self.note, "the note"));
        let level = if self.note_level.is_empty() {
            Some(NoteLevel::Team)
        } else {
            complaints.take("note_level", NoteLevel::parse(&self.note_level))
        };
        let served_on = complaints.take("served_on", dates::served_on(&self.served_on, today));
        Some(Given { kind: kind?, minutes: minutes?, channel: channel?, note: note?, level: level?, served_on: served_on? })
    }

    /// What is to be done next, if anything. The outer `None` is a complaint.
    pub fn promise(&self, complaints: &mut Complaints, today: Day) -> Option<Option<Promise>> {
        let due_on = complaints.take("follow_up", dates::due_on(&self.follow_up, &self.follow_up_on, today));
        let about = ServiceKind::parse(&self.kind).map_or("this", ServiceKind::label);
        let typed = if self.follow_up_title.trim().is_empty() { format!("Follow up: {about}") } else { self.follow_up_title.clone() };
        let title = complaints.take("follow_up_title", Line::parse(&typed, "what to do next"));
        due_on.zip(title).map(|(due_on, title)| due_on.map(|due_on| Promise { title, due_on }))
    }
}

/// What was typed about a follow-up.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FollowUpForm {
    /// Key of the form.
    pub key: String,
    /// The client as typed.
    pub client: String,
    /// The client as chosen from a list.
    pub client_id: String,
    /// What to do.
    pub title: String,
    /// By when.
    pub due_on: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> LogForm {
        LogForm { kind: "space".to_owned(), minutes: "30".to_owned(), ..LogForm::default() }
    }

    fn today() -> Day {
        Day::parse("2026-10-13").unwrap()
    }

    #[test]
    fn three_fields_are_enough() {
        let mut complaints = Complaints::default();
        let given = form().given(&mut complaints, today(), Channel::Phone).unwrap();
        assert_eq!((given.minutes.minutes(), given.channel, given.served_on), (30, Channel::Phone, today()));
        assert!(given.note.is_none());
        assert!(form().promise(&mut complaints, today()).unwrap().is_none());
        assert!(complaints.is_empty());
    }

    #[test]
    fn other_minutes_count_only_when_other_is_chosen() {
        let typed = |minutes: &str| LogForm { minutes: minutes.to_owned(), minutes_other: "75".to_owned(), ..form() };
        assert_eq!(typed("other").minutes(), "75");
        assert_eq!(typed("45").minutes(), "45");
    }

    #[test]
    fn every_complaint_is_told_at_once() {
        let wrong = LogForm { minutes: "4500".to_owned(), served_on: "2030-01-01".to_owned(), ..LogForm::default() };
        let mut complaints = Complaints::default();
        assert!(wrong.given(&mut complaints, today(), Channel::Phone).is_none());
        let fields: Vec<_> = complaints.iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["kind", "minutes", "served_on"]);
    }

    #[test]
    fn a_follow_up_without_words_is_about_the_service() {
        let promise = LogForm { follow_up: "tomorrow".to_owned(), ..form() }.promise(&mut Complaints::default(), today());
        assert_eq!(promise.flatten().map(|promise| promise.title.to_string()), Some("Follow up: Space".to_owned()));
    }
}
