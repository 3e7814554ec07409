//! The form that logs a service, wherever it stands: on Today, on the client's page, during a call.

use super::more::{PREPARED, is_without_contact};
use super::{Given, More, Promise, dates};
use crate::values::codes::{self, List};
use crate::values::{AttemptOutcome, Channel, Complaint, Day, Line, Minutes, Note, NoteLevel, PersonId, ServiceKind, Vocabulary};
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
    /// What came of it: a word of [`AttemptOutcome`]; nothing where they met.
    pub outcome: String,
    /// How it is filed; nothing is by how people met.
    pub session_type: String,
    /// What it is filed under; nothing is as the program sets.
    pub topic: String,
    /// What else it was about.
    pub extra_topic: Vec<String>,
    /// Minutes to prepare.
    pub prepare_minutes: String,
    /// Minutes on the way.
    pub travel_minutes: String,
    /// In which languages; nothing is the client's.
    pub language: Vec<String>,
    /// Who of the client was there.
    pub person: Vec<String>,
    /// How many others.
    pub others_present: String,
    /// Who pays, by row key; nothing is the program's usual source.
    pub funding_source: String,
    /// `yes` or `no`; nothing is as the program sets.
    pub reportable: String,
    /// Why.
    pub reportable_why: String,
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
        let channel = if self.channel.is_empty() { Some(channel) } else { complaints.take("channel", Channel::parse(&self.channel)) };
        let more = self.more(complaints, today);
        let without_contact = self.is_attempt() || is_without_contact(&self.session_type);
        let minutes = if without_contact { Some(Minutes::NONE) } else { complaints.take("minutes", Minutes::parse(self.minutes())) };
        let note = complaints.take("note", Note::maybe(&self.note, "the note"));
        let level = if self.note_level.is_empty() {
            Some(NoteLevel::Team)
        } else {
            complaints.take("note_level", NoteLevel::parse(&self.note_level))
        };
        let served_on = complaints.take("served_on", dates::served_on(&self.served_on, today));
        let (kind, minutes, channel, note, level) = (kind?, minutes?, channel?, note?, level?);
        Some(Given { kind, minutes, channel, note, level, served_on: served_on?, more: more? })
    }

    /// True where it came to nothing: they did not come, or a voicemail was left.
    fn is_attempt(&self) -> bool {
        !self.outcome.is_empty()
    }

    /// What came of it, where it is no session. The outer `None` is a complaint.
    pub fn attempt(&self, complaints: &mut Complaints) -> Option<Option<AttemptOutcome>> {
        if self.is_attempt() { complaints.take("outcome", AttemptOutcome::parse(&self.outcome)).map(Some) } else { Some(None) }
    }

    /// What was said besides, if there is nothing to complain about.
    fn more(&self, complaints: &mut Complaints, today: Day) -> Option<More> {
        let before = complaints.iter().count();
        let mut code = |field: &'static str, list: List, typed: &str| {
            let read = if typed.is_empty() { Ok(None) } else { codes::parse_on(list, typed, today).map(Some) };
            complaints.take(field, read).flatten().map(|row| row.code.clone())
        };
        let session_type = code("session_type", List::SessionTypes, &self.session_type);
        let topic = code("topic", List::Topics, &self.topic);
        let mut extra_topics: Vec<String> = self.extra_topic.iter().filter_map(|typed| code("extra_topic", List::Topics, typed)).collect();
        let mut languages: Vec<String> = self.language.iter().filter_map(|typed| code("language", List::Languages, typed)).collect();
        for list in [&mut extra_topics, &mut languages] {
            let mut seen = std::collections::BTreeSet::new();
            list.retain(|code| seen.insert(code.clone()));
        }
        // Whoever says that it was only prepared, and writes one number, means that one.
        let is_prepared = self.session_type == PREPARED && self.prepare_minutes.trim().is_empty();
        let prepare = if is_prepared { Minutes::parse(self.minutes()) } else { Minutes::beside(&self.prepare_minutes) };
        let prepare = complaints.take("prepare_minutes", prepare).map_or(0, Minutes::minutes);
        let travel = complaints.take("travel_minutes", Minutes::beside(&self.travel_minutes)).map_or(0, Minutes::minutes);
        let others = complaints.take("others_present", others(&self.others_present)).unwrap_or_default();
        let reportable = self.reportable(complaints);
        let people = self.person.iter().filter_map(|id| PersonId::parse(id)).collect();
        let funding_source = self.funding_source.parse().ok();
        let more = More { session_type, topic, extra_topics, prepare, travel, languages, people, others, funding_source, reportable };
        (complaints.iter().count() == before).then_some(more)
    }

    /// Whether it is reported, and why, where that is not as the program sets.
    fn reportable(&self, complaints: &mut Complaints) -> Option<(bool, Line)> {
        match self.reportable.as_str() {
            "yes" | "no" => {
                let why = complaints.take("reportable_why", Line::parse(&self.reportable_why, "why you decide this yourself"));
                why.map(|why| (self.reportable == "yes", why))
            }
            _ => {
                if !self.reportable_why.trim().is_empty() {
                    complaints.add("reportable", "You wrote why, but not which: choose Yes or No");
                }
                None
            }
        }
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

/// How many others were there.
fn others(typed: &str) -> Result<i64, Complaint> {
    match typed.trim() {
        "" => Ok(0),
        typed => typed
            .parse::<i64>()
            .ok()
            .filter(|count| (0..=999).contains(count))
            .ok_or_else(|| Complaint::new("Say how many others were there, as a whole number from 0 to 999")),
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
    fn whatever_is_said_besides_is_read() {
        let typed = LogForm {
            session_type: "face_to_face".to_owned(),
            topic: "technology".to_owned(),
            extra_topic: vec!["tax".to_owned(), "tax".to_owned()],
            prepare_minutes: "15".to_owned(),
            travel_minutes: "0".to_owned(),
            language: vec!["es".to_owned(), String::new(), "en".to_owned()],
            others_present: "2".to_owned(),
            reportable: "no".to_owned(),
            reportable_why: "Paid for by themselves".to_owned(),
            ..form()
        };
        let more = typed.given(&mut Complaints::default(), today(), Channel::Phone).unwrap().more;
        assert_eq!((more.session_type.as_deref(), more.topic.as_deref()), (Some("face_to_face"), Some("technology")));
        assert_eq!((more.extra_topics, more.languages), (vec!["tax".to_owned()], vec!["es".to_owned(), "en".to_owned()]));
        assert_eq!((more.prepare, more.travel, more.others), (15, 0, 2));
        assert!(!more.reportable.unwrap().0);
    }

    #[test]
    fn each_thing_said_wrong_is_told_at_its_field() {
        let wrong = LogForm {
            session_type: "carrier_pigeon".to_owned(),
            topic: "astrology".to_owned(),
            extra_topic: vec!["alchemy".to_owned()],
            prepare_minutes: "1441".to_owned(),
            travel_minutes: "far".to_owned(),
            language: vec!["xx".to_owned()],
            others_present: "-1".to_owned(),
            reportable: "no".to_owned(),
            ..form()
        };
        let mut complaints = Complaints::default();
        assert!(wrong.given(&mut complaints, today(), Channel::Phone).is_none());
        let fields: Vec<_> = complaints.iter().map(|(field, _)| field).collect();
        let expected =
            ["session_type", "topic", "extra_topic", "language", "prepare_minutes", "travel_minutes", "others_present", "reportable_why"];
        assert_eq!(fields, expected);
    }

    #[test]
    fn a_reason_without_an_answer_is_asked_about() {
        let typed = LogForm { reportable_why: "She paid for it".to_owned(), ..form() };
        let mut complaints = Complaints::default();
        assert!(typed.given(&mut complaints, today(), Channel::Phone).is_none());
        assert!(complaints.on("reportable").is_some());
    }

    #[test]
    fn no_contact_time_is_for_preparing_and_updating_alone() {
        let given = |session_type: &str, minutes: &str, prepare: &str| {
            let typed = LogForm {
                session_type: session_type.to_owned(),
                minutes: minutes.to_owned(),
                prepare_minutes: prepare.to_owned(),
                ..form()
            };
            typed.given(&mut Complaints::default(), today(), Channel::Phone).map(|given| (given.minutes.minutes(), given.more.prepare))
        };
        assert_eq!(given("", "0", ""), None);
        assert_eq!(given("telephone", "0", "30"), None);
        assert_eq!(given("prepare_only", "30", ""), Some((0, 30)), "one number alone is the preparation");
        assert_eq!(given("prepare_only", "30", "20"), Some((0, 20)));
        assert_eq!(given("prepare_only", "", ""), None, "nothing at all is no session");
        assert_eq!(given("update_only", "", ""), Some((0, 0)));
        assert_eq!(given("telephone", "30", "20"), Some((30, 20)));
    }

    #[test]
    fn an_attempt_has_no_contact_time() {
        let typed = LogForm { outcome: "voicemail".to_owned(), minutes: String::new(), ..form() };
        assert_eq!(typed.given(&mut Complaints::default(), today(), Channel::Phone).unwrap().minutes, Minutes::NONE);
        assert_eq!(typed.attempt(&mut Complaints::default()), Some(Some(AttemptOutcome::Voicemail)));
        assert_eq!(form().attempt(&mut Complaints::default()), Some(None));
        assert_eq!(LogForm { outcome: "ghosted".to_owned(), ..form() }.attempt(&mut Complaints::default()), None);
    }

    #[test]
    fn a_follow_up_without_words_is_about_the_service() {
        let promise = LogForm { follow_up: "tomorrow".to_owned(), ..form() }.promise(&mut Complaints::default(), today());
        assert_eq!(promise.flatten().map(|promise| promise.title.to_string()), Some("Follow up: Space".to_owned()));
    }
}
