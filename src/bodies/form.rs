//! What is typed about bodies, members, meetings and decisions, and how it is read at the door.

use super::{DecisionFacts, Meeting, Member, MemberFacts};
use crate::programs::{BodyFacts, DecidingBody};
use crate::values::{Complaint, Day, DecisionAbout, Line, Note, Seat, SpeaksFor, Vocabulary};
use crate::web::Complaints;

/// A body.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BodyForm {
    pub(super) key: String,
    pub(super) version: i64,
    pub(super) name: String,
    pub(super) decides: String,
    pub(super) contact: String,
    pub(super) since: String,
    pub(super) until: String,
}

/// A seat.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MemberForm {
    pub(super) key: String,
    pub(super) version: i64,
    pub(super) name: String,
    pub(super) seat: String,
    pub(super) speaks_for: String,
    pub(super) from: String,
    pub(super) to: String,
}

/// A meeting.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MeetingForm {
    pub(super) key: String,
    pub(super) version: i64,
    pub(super) on: String,
    pub(super) minutes: String,
}

/// A decision. `member` and `why` stand beside each other: why each member took no part, empty for those who did.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DecisionForm {
    pub(super) key: String,
    pub(super) corrects: String,
    pub(super) about: String,
    pub(super) decision: String,
    pub(super) reason: String,
    pub(super) votes_for: String,
    pub(super) votes_against: String,
    pub(super) votes_abstained: String,
    pub(super) member: Vec<String>,
    pub(super) why: Vec<String>,
}

fn day(day: Option<Day>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn line(complaints: &mut Complaints, field: &'static str, typed: &str, what: &str) -> Option<String> {
    complaints.take(field, Line::maybe(typed, what)).flatten().map(|line| line.to_string())
}

/// The end of a term or of a body, not before its beginning.
fn ends(complaints: &mut Complaints, field: &'static str, typed: &str, from: Option<Day>) -> Option<Day> {
    let to = complaints.take(field, Day::maybe(typed)).flatten();
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        complaints.add(field, "The last day lies before the first. Check both");
    }
    to
}

impl BodyForm {
    /// As it stands now.
    pub fn of(body: &DecidingBody) -> Self {
        let facts = &body.facts;
        Self {
            key: String::new(),
            version: body.version,
            name: facts.name.clone(),
            decides: facts.decides.clone().unwrap_or_default(),
            contact: facts.contact.clone().unwrap_or_default(),
            since: day(facts.since),
            until: day(facts.until),
        }
    }

    /// What is known, or what is wrong.
    pub fn facts(&self) -> Result<BodyFacts, Complaints> {
        let mut complaints = Complaints::default();
        let name = complaints.take("name", Line::parse(&self.name, "the name of the body"));
        let decides = line(&mut complaints, "decides", &self.decides, "what it decides");
        let contact = line(&mut complaints, "contact", &self.contact, "how it is reached");
        let since = complaints.take("since", Day::maybe(&self.since)).flatten();
        let until = ends(&mut complaints, "until", &self.until, since);
        complaints.or(name.map(|name| BodyFacts { name: name.to_string(), decides, contact, since, until }))
    }
}

impl MemberForm {
    /// As it stands now.
    pub fn of(member: &Member) -> Self {
        let facts = &member.facts;
        Self {
            key: String::new(),
            version: member.version,
            name: facts.name.clone().unwrap_or_default(),
            seat: facts.seat.code().to_owned(),
            speaks_for: facts.speaks_for.map(|whom| whom.code().to_owned()).unwrap_or_default(),
            from: facts.from.to_string(),
            to: day(facts.to),
        }
    }

    /// What is known, or what is wrong. Once a name was removed nobody writes it again.
    pub fn facts(&self, is_name_gone: bool) -> Result<MemberFacts, Complaints> {
        let mut complaints = Complaints::default();
        let name =
            if is_name_gone { Some(None) } else { complaints.take("name", Line::parse(&self.name, "the name of the member")).map(Some) };
        let seat = complaints.take("seat", Seat::parse(&self.seat));
        let speaks_for = if self.speaks_for.is_empty() { None } else { complaints.take("speaks_for", SpeaksFor::parse(&self.speaks_for)) };
        let from = complaints.take("from", Day::parse(&self.from));
        let to = ends(&mut complaints, "to", &self.to, from);
        let facts = name.zip(seat).zip(from).map(|((name, seat), from)| MemberFacts {
            name: name.map(|name| name.to_string()),
            seat,
            speaks_for,
            from,
            to,
        });
        complaints.or(facts)
    }
}

impl MeetingForm {
    /// As it stands now.
    pub fn of(meeting: &Meeting) -> Self {
        Self {
            key: String::new(),
            version: meeting.version,
            on: meeting.on.to_string(),
            minutes: meeting.minutes.clone().unwrap_or_default(),
        }
    }

    /// The day and the minutes, or what is wrong.
    pub fn facts(&self, today: Day) -> Result<(Day, Option<String>), Complaints> {
        let mut complaints = Complaints::default();
        let on = complaints.take("on", past(&self.on, today));
        let minutes = complaints.take("minutes", Note::maybe(&self.minutes, "the minutes")).flatten();
        complaints.or(on.map(|on| (on, minutes.map(|note| note.to_string()))))
    }
}

fn past(typed: &str, today: Day) -> Result<Day, Complaint> {
    let on = Day::parse(typed)?;
    if on > today { Err(Complaint::new("This day lies ahead; write the meeting down when it is over")) } else { Ok(on) }
}

/// The most votes that a body can have.
const MOST_VOTES: i64 = 10_000;

fn votes(typed: &str) -> Result<Option<i64>, Complaint> {
    match typed.trim().parse::<i64>() {
        _ if typed.trim().is_empty() => Ok(None),
        Ok(number) if (0..=MOST_VOTES).contains(&number) => Ok(Some(number)),
        _ => Err(Complaint::new("Type a whole number of votes, or leave it empty where nobody counted")),
    }
}

impl DecisionForm {
    /// What was decided, or what is wrong. `members` are those who held a seat that day.
    pub fn facts(&self, members: &[Member]) -> Result<DecisionFacts, Complaints> {
        let mut complaints = Complaints::default();
        let about = complaints.take("about", DecisionAbout::parse(&self.about));
        let decision = complaints.take("decision", Note::maybe(&self.decision, "the decision"));
        if decision == Some(None) {
            complaints.add("decision", "Write down what was decided");
        }
        let reason = complaints.take("reason", Note::maybe(&self.reason, "the reason")).flatten().map(|note| note.to_string());
        let votes = [("votes_for", &self.votes_for), ("votes_against", &self.votes_against), ("votes_abstained", &self.votes_abstained)]
            .map(|(field, typed)| complaints.take(field, votes(typed)).flatten());
        let mut recused = Vec::new();
        for (id, typed) in self.member.iter().zip(&self.why) {
            let Some(why) = line(&mut complaints, "why", typed, "why somebody took no part") else { continue };
            match members.iter().find(|member| member.id.as_str() == id) {
                Some(member) => recused.push((member.key, why)),
                None => complaints.add("why", "Only who held a seat that day can have stood aside. Open the form again"),
            }
        }
        let facts = about.zip(decision.flatten()).map(|(about, decision)| DecisionFacts {
            about,
            decision: decision.to_string(),
            reason,
            votes,
            recused,
        });
        complaints.or(facts)
    }

    /// Why a member took no part, as typed.
    pub fn why_of(&self, member: &Member) -> &str {
        let typed = self.member.iter().zip(&self.why).find(|(id, _)| *id == member.id.as_str());
        typed.map_or("", |(_, why)| why.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::{BodyId, MemberId};

    fn member() -> Member {
        let facts = MemberFacts {
            name: Some("Nia Hall".to_owned()),
            seat: Seat::Chair,
            speaks_for: Some(SpeaksFor::Entrepreneur),
            from: Day::new(jiff::civil::date(2026, 1, 1)),
            to: None,
        };
        Member {
            key: 4,
            id: MemberId::from_bits([4; 16]),
            body: (1, BodyId::from_bits([1; 16]), "Board".to_owned()),
            program: 1,
            facts,
            name_gone_at: None,
            link: None,
            statement: None,
            version: 1,
        }
    }

    #[test]
    fn a_decision_needs_words_and_whoever_stood_aside_held_a_seat() {
        let form = |decision: &str, votes: &str, member: &str, why: &str| DecisionForm {
            about: "awards".to_owned(),
            decision: decision.to_owned(),
            votes_for: votes.to_owned(),
            member: vec![member.to_owned()],
            why: vec![why.to_owned()],
            ..DecisionForm::default()
        };
        let id = member().id.to_string();
        #[rustfmt::skip]
        let table: &[(DecisionForm, Option<&str>)] = &[
            (form("Fund them", "5", &id, ""),                None),
            (form("Fund them", "", &id, "Owns a part of it"), None),
            (form(" ", "5", &id, ""),                        Some("decision")),
            (form("Fund them", "-1", &id, ""),               Some("votes_for")),
            (form("Fund them", "most", &id, ""),             Some("votes_for")),
            (form("Fund them", "5", "somebody", "A cousin"), Some("why")),
        ];
        for (form, wrong) in table {
            match (form.facts(&[member()]), wrong) {
                (Ok(facts), None) => assert_eq!(facts.recused.len(), usize::from(!form.why[0].is_empty())),
                (Err(complaints), Some(field)) => assert!(complaints.on(field).is_some(), "{field}: {complaints:?}"),
                (other, _) => panic!("{form:?}: {other:?}"),
            }
        }
    }

    #[test]
    fn a_term_ends_after_it_began_and_a_removed_name_stays_removed() {
        let form = MemberForm {
            name: "Nia Hall".to_owned(),
            seat: "chair".to_owned(),
            from: "2026-05-01".to_owned(),
            to: "2026-04-01".to_owned(),
            ..MemberForm::default()
        };
        assert!(form.facts(false).err().unwrap_or_default().on("to").is_some());
        let form = MemberForm { to: String::new(), ..form };
        assert_eq!(form.facts(false).ok().and_then(|facts| facts.name).as_deref(), Some("Nia Hall"));
        assert_eq!(form.facts(true).map(|facts| facts.name), Ok(None));
        let ahead = MeetingForm { on: "2026-12-01".to_owned(), ..MeetingForm::default() };
        let today = Day::new(jiff::civil::date(2026, 11, 30));
        assert!(ahead.facts(today).err().unwrap_or_default().on("on").is_some());
    }
}
