//! No wrong door: somebody a partner sends us, and what waits for an advisor to take it.

use crate::referrals::Kind;
use crate::values::{Day, InboundId, Instant, Line, Note, Telephone, Urgency, Vocabulary};
use crate::web::Complaints;

/// Somebody a partner sent, with their yes to being called.
#[derive(Debug, Clone)]
pub struct Inbound {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: InboundId,
    /// Row key and name of the program.
    pub program: (i64, String),
    /// Row key and name of the partner who sent them.
    pub partner: (i64, String),
    /// Row key of the partner's contact.
    pub contact: Option<i64>,
    /// The name given at the partner's.
    pub asserted_name: Option<String>,
    /// Whom to call.
    pub person_name: String,
    /// At which number.
    pub telephone: String,
    /// Their business, if it has a name.
    pub business_name: Option<String>,
    /// What kind of help.
    pub kind: Kind,
    /// What they need.
    pub need: String,
    /// When they were sent.
    pub at: Instant,
    /// When somebody took it or closed it.
    pub settled_at: Option<Instant>,
}

/// What a partner writes down about somebody.
#[derive(Debug, Clone)]
pub struct NewInbound {
    /// Whom to call.
    pub person_name: Line,
    /// At which number.
    pub telephone: Telephone,
    /// Their business, if it has a name.
    pub business_name: Option<Line>,
    /// What kind of help.
    pub kind: Kind,
    /// What they need.
    pub need: Note,
}

/// As it was typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InboundForm {
    pub key: String,
    #[serde(default)]
    pub person_name: String,
    #[serde(default)]
    pub telephone: String,
    #[serde(default)]
    pub business_name: String,
    #[serde(default)]
    pub kind: String,
    #[serde(default)]
    pub need: String,
    /// The person said yes to being called.
    pub agreed: Option<String>,
}

impl InboundForm {
    /// What was typed, or what is wrong with it.
    pub fn parse(&self) -> Result<NewInbound, Complaints> {
        let mut complaints = Complaints::default();
        let person_name = complaints.take("person_name", Line::parse(&self.person_name, "the name of the person"));
        let telephone = complaints.take("telephone", Telephone::maybe(&self.telephone)).flatten();
        if telephone.is_none() && complaints.on("telephone").is_none() {
            complaints.add("telephone", "Fill in the telephone number: we call them");
        }
        let business_name = complaints.take("business_name", Line::maybe(&self.business_name, "the name of the business"));
        let kind = complaints.take("kind", <Kind as Vocabulary>::parse(&self.kind));
        let need = need(&mut complaints, &self.need);
        if self.agreed.is_none() {
            complaints.add("agreed", "Ask them first. Without their yes we may not call them");
        }
        let new = person_name.zip(telephone).zip(business_name).zip(kind).zip(need);
        complaints.or(new.map(|((((person_name, telephone), business_name), kind), need)| NewInbound {
            person_name,
            telephone,
            business_name,
            kind,
            need,
        }))
    }
}

/// A need in words: neither blank nor endless.
fn need(complaints: &mut Complaints, typed: &str) -> Option<Note> {
    let need = complaints.take("need", Note::maybe(typed, "the need")).flatten();
    match need.as_ref().map(|need| need.as_str().chars().count()) {
        None if complaints.on("need").is_none() => complaints.add("need", "Write down what is needed"),
        Some(2_001..) => complaints.add("need", "Shorten the need to 2,000 characters"),
        _ => {}
    }
    need
}

/// An entrepreneur who asks for something else, as it was typed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestForm {
    pub key: String,
    #[serde(default)]
    pub kind: String,
    #[serde(default)]
    pub need: String,
    #[serde(default)]
    pub urgency: String,
}

impl RequestForm {
    /// What was typed, or what is wrong with it.
    pub fn parse(&self) -> Result<(Kind, Note, Urgency), Complaints> {
        let mut complaints = Complaints::default();
        let kind = complaints.take("kind", <Kind as Vocabulary>::parse(&self.kind));
        let need = need(&mut complaints, &self.need);
        let urgency = complaints.take("urgency", Urgency::parse(&self.urgency));
        complaints.or(kind.zip(need).zip(urgency).map(|((kind, need), urgency)| (kind, need, urgency)))
    }
}

/// Something that waits for an advisor to take it.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// Where it is looked at.
    pub href: String,
    /// Who asks, and for what.
    pub title: String,
    /// Who sent it, in a sentence.
    pub from: String,
    /// What they need.
    pub need: String,
    /// When it came.
    pub at: Instant,
    /// By when somebody takes it.
    pub due_on: Day,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_without_a_name_a_number_a_need_and_their_yes() {
        let complaints = InboundForm::default().parse().unwrap_err();
        for field in ["person_name", "telephone", "kind", "need", "agreed"] {
            assert!(complaints.on(field).is_some(), "{field}");
        }
        let form = InboundForm {
            key: String::new(),
            person_name: "Ana Reyes".to_owned(),
            telephone: "718 555 0199".to_owned(),
            business_name: String::new(),
            kind: "workforce".to_owned(),
            need: "Two welders".to_owned(),
            agreed: Some("yes".to_owned()),
        };
        assert!(form.parse().is_ok());
        assert!(InboundForm { need: "x".repeat(2_001), ..form }.parse().unwrap_err().on("need").is_some());
    }
}
