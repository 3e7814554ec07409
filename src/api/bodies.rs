//! What can be sent, field by field: from this bodies are read and their schemas made. Pure.

use super::codes_of;
use super::queries::shapes::{listed, session_types, topics};
use crate::values::codes::List;
use crate::values::{Channel, ContactBy, Kind, LegalForm, PublicId, ServiceId, ServiceKind, Stage, Urgency, is_base32};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What kind of value an entry takes.
#[derive(Clone, Copy)]
pub enum Takes {
    /// The address of a record.
    Id,
    /// Text of at most so many characters.
    Text(usize),
    /// A plain date.
    Day,
    /// A whole number between two.
    Whole(i64, i64),
    /// Yes or no.
    Yes,
    /// A word of a list.
    Word(fn() -> Vec<String>),
    /// Several words of a list.
    Words(fn() -> Vec<String>),
    /// Several ids.
    Ids,
}

/// One entry of a body.
#[derive(Clone, Copy)]
pub struct Entry {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// Must be there.
    pub is_needed: bool,
    /// Null takes away what is there.
    pub may_clear: bool,
    /// What it says.
    pub about: &'static str,
}

/// A kind of body.
pub struct Body {
    /// As the schema calls it.
    pub name: &'static str,
    /// Its entries.
    pub entries: &'static [Entry],
}

/// A body that was read: names and values as they were sent, each of the kind it should be.
#[derive(Debug, Default)]
pub struct Given(BTreeMap<&'static str, Value>);

const fn must(name: &'static str, takes: Takes, about: &'static str) -> Entry {
    Entry { name, takes, is_needed: true, may_clear: false, about }
}

const fn may(name: &'static str, takes: Takes, about: &'static str) -> Entry {
    Entry { name, takes, is_needed: false, may_clear: false, about }
}

const fn clear(name: &'static str, takes: Takes, about: &'static str) -> Entry {
    Entry { name, takes, is_needed: false, may_clear: true, about }
}

/// A line of text.
const LINE: Takes = Takes::Text(200);

fn states() -> Vec<String> {
    listed(List::States)
}

fn languages() -> Vec<String> {
    listed(List::Languages)
}

/// A client to be registered.
pub const NEW_CLIENT: Body = Body {
    name: "NewClient",
    entries: &[
        must("program", Takes::Id, "In which program of the token."),
        must("name", LINE, "What the owner calls it."),
        may("product", LINE, "What it makes, in plain words."),
        may("naics", LINE, "A manufacturing code of NAICS 2022."),
        may("stage", Takes::Word(codes_of::<Stage>), "Where it stands."),
        may("workers", Takes::Whole(0, 1_000_000), "How many workers, owners that work included."),
        may("street", LINE, "Street."),
        may("city", LINE, "City."),
        may("state", Takes::Word(states), "Two letters."),
        may("postal_code", LINE, "Five digits."),
        may("neighborhood", LINE, "As people call it."),
        may("first_name", LINE, "The person to call."),
        may("last_name", LINE, "Their last name."),
        may("telephone", LINE, "Their telephone."),
        may("email", LINE, "Their e-mail."),
        may("language", Takes::Word(languages), "The language they want to read."),
        may("contact_by", Takes::Word(codes_of::<ContactBy>), "How they like to hear from the program."),
        may("although_alike", Takes::Yes, "Register it although one of the token's programs has one like it."),
    ],
};

/// What changes of a client.
pub const CLIENT_CHANGE: Body = Body {
    name: "ClientChange",
    entries: &[
        may("name", LINE, "What the owner calls it."),
        clear("legal_name", LINE, "If it is another."),
        clear("legal_form", Takes::Word(codes_of::<LegalForm>), "Legal form."),
        clear("product", LINE, "What it makes."),
        may("naics", LINE, "A manufacturing code of NAICS 2022."),
        clear("stage", Takes::Word(codes_of::<Stage>), "Where it stands."),
        clear("started_on", Takes::Day, "First sale, hire, capital or expense."),
        may("is_cooperative", Takes::Yes, "Owned by its members."),
        clear("street", LINE, "Street."),
        clear("city", LINE, "City."),
        clear("state", Takes::Word(states), "Two letters."),
        clear("postal_code", LINE, "Five digits."),
        clear("neighborhood", LINE, "As people call it."),
    ],
};

/// Minutes of a day.
const MINUTES: Takes = Takes::Whole(0, 1440);

const KIND: Takes = Takes::Word(codes_of::<ServiceKind>);
const CHANNEL: Takes = Takes::Word(codes_of::<Channel>);

/// A service to be logged.
pub const NEW_SERVICE: Body = Body {
    name: "NewService",
    entries: &[
        must("client", Takes::Id, "For which client."),
        must("kind", KIND, "What it was about."),
        must("channel", CHANNEL, "How people met."),
        must("minutes", MINUTES, "Contact time; none only where it was prepared or brought up to date."),
        may("served_on", Takes::Day, "The day; today where it is left out. At most 366 days back."),
        may("session_type", Takes::Word(session_types), "How it is filed; by how people met where it is left out."),
        may("topic", Takes::Word(topics), "What it is filed under; as the program sets where it is left out."),
        may("extra_topics", Takes::Words(topics), "What else it was about."),
        may("prepare_minutes", MINUTES, "Time to prepare."),
        may("travel_minutes", MINUTES, "Time on the way."),
        may("languages", Takes::Words(languages), "In which languages; the client's where it is left out."),
        may("people", Takes::Ids, "Who of the client was there."),
        may("others_present", Takes::Whole(0, 999), "How many others were there."),
        may("is_reportable", Takes::Yes, "Whether it counts in what is reported; as the program sets where it is left out."),
        may("reportable_why", LINE, "Why, where is_reportable is sent."),
    ],
};

/// What changes of a service.
pub const SERVICE_CHANGE: Body = Body {
    name: "ServiceChange",
    entries: &[
        may("kind", KIND, "What it was about."),
        may("channel", CHANNEL, "How people met."),
        may("minutes", MINUTES, "Contact time."),
        may("served_on", Takes::Day, "The day."),
        clear("session_type", Takes::Word(session_types), "How it is filed; null files it by how people met."),
        clear("topic", Takes::Word(topics), "What it is filed under; null files it as the program sets."),
        may("extra_topics", Takes::Words(topics), "What else it was about."),
        may("prepare_minutes", MINUTES, "Time to prepare."),
        may("travel_minutes", MINUTES, "Time on the way."),
        may("languages", Takes::Words(languages), "In which languages."),
        may("people", Takes::Ids, "Who of the client was there."),
        may("others_present", Takes::Whole(0, 999), "How many others were there."),
        clear("is_reportable", Takes::Yes, "Whether it counts in what is reported; null takes what the program sets."),
        clear("reportable_why", LINE, "Why."),
    ],
};

/// A draft of a referral.
pub const NEW_REFERRAL: Body = Body {
    name: "NewReferral",
    entries: &[
        must("client", Takes::Id, "For which client."),
        must("kind", Takes::Word(codes_of::<Kind>), "What kind of help."),
        must("need", Takes::Text(10_000), "The need, written so that it may be shared once the client agrees."),
        must("urgency", Takes::Word(codes_of::<Urgency>), "By when."),
    ],
};

impl Body {
    /// Reads a body. Everything that is wrong is told at once, field by field.
    pub fn read(&self, sent: &Map<String, Value>) -> Result<Given, Vec<(String, String)>> {
        let (mut given, mut wrong) = (BTreeMap::new(), Vec::new());
        for (name, value) in sent {
            match self.entries.iter().find(|entry| entry.name == name) {
                None => wrong.push((shortened(name), "There is no such field.".to_owned())),
                Some(entry) => match entry.check(value) {
                    Ok(()) => drop(given.insert(entry.name, value.clone())),
                    Err(words) => wrong.push((name.clone(), words)),
                },
            }
        }
        for entry in self.entries.iter().filter(|entry| entry.is_needed && !sent.contains_key(entry.name)) {
            wrong.push((entry.name.to_owned(), format!("This is needed: {}", entry.about)));
        }
        if wrong.is_empty() { Ok(Given(given)) } else { Err(wrong) }
    }
}

/// The beginning of a name that somebody sent.
fn shortened(name: &str) -> String {
    name.chars().take(40).collect()
}

impl Entry {
    fn check(&self, value: &Value) -> Result<(), String> {
        if value.is_null() && self.may_clear {
            return Ok(());
        }
        let text = |most: usize| match value.as_str() {
            None => Err("This must be a text.".to_owned()),
            Some(text) if text.chars().count() > most => Err(format!("At most {most} characters fit.")),
            Some(_) => Ok(()),
        };
        match self.takes {
            Takes::Text(most) => text(most),
            Takes::Id => of_id(value),
            Takes::Day => match value.as_str().map(str::parse::<jiff::civil::Date>) {
                Some(Ok(_)) if value.as_str().is_some_and(|text| text.len() == 10) => Ok(()),
                _ => Err("This must be a date such as 2026-10-13.".to_owned()),
            },
            Takes::Whole(least, most) => match value.as_i64() {
                Some(number) if (least..=most).contains(&number) => Ok(()),
                _ => Err(format!("This must be a whole number from {least} to {most}.")),
            },
            Takes::Yes => value.as_bool().map(drop).ok_or_else(|| "This must be true or false.".to_owned()),
            Takes::Word(list) => of_list(value, &list()),
            Takes::Words(list) => {
                let list = list();
                each(value, |one| of_list(one, &list))
            }
            Takes::Ids => each(value, of_id),
        }
    }
}

fn of_id(value: &Value) -> Result<(), String> {
    let fits = value.as_str().is_some_and(|text| ServiceId::parse(text).is_some());
    if fits { Ok(()) } else { Err("This must be the id of a record: 26 letters and digits.".to_owned()) }
}

fn of_list(value: &Value, list: &[String]) -> Result<(), String> {
    let fits = value.as_str().is_some_and(|word| list.iter().any(|known| known == word));
    if fits { Ok(()) } else { Err("This must be one of the words that the OpenAPI document lists.".to_owned()) }
}

/// At most so many of one thing.
pub const MOST_OF_A_LIST: usize = 20;

fn each(value: &Value, check: impl Fn(&Value) -> Result<(), String>) -> Result<(), String> {
    match value.as_array() {
        None => Err("This must be a list.".to_owned()),
        Some(many) if many.len() > MOST_OF_A_LIST => Err(format!("At most {MOST_OF_A_LIST} fit.")),
        Some(many) => many.iter().try_for_each(check),
    }
}

impl Given {
    /// True where nothing was sent.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// True where it was sent, be it null.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// As a form has it: a text, a number in digits; empty where it was not sent, or null.
    pub fn text(&self, name: &str) -> String {
        match self.0.get(name) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        }
    }

    /// True or false, where it was said.
    pub fn yes(&self, name: &str) -> Option<bool> {
        self.0.get(name).and_then(Value::as_bool)
    }

    /// Every text of a list.
    pub fn texts(&self, name: &str) -> Vec<String> {
        let many = self.0.get(name).and_then(Value::as_array);
        many.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// An id that was checked when the body was read.
    pub fn id<I: PublicId>(&self, name: &str) -> Option<I> {
        self.0.get(name).and_then(Value::as_str).filter(|text| is_base32(text, 26)).and_then(I::parse)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn wrong(body: &Body, sent: &Value) -> Vec<String> {
        body.read(sent.as_object().unwrap()).err().unwrap_or_default().into_iter().map(|(field, _)| field).collect()
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let sent = json!({ "client": "x", "kind": "magic", "minutes": 1441, "served_on": "13/01/2026", "people": ["1"], "note": "hello" });
        let mut fields = wrong(&NEW_SERVICE, &sent);
        fields.sort();
        assert_eq!(fields, ["channel", "client", "kind", "minutes", "note", "people", "served_on"]);
    }

    #[test]
    fn null_takes_away_only_where_that_can_be() {
        assert_eq!(wrong(&CLIENT_CHANGE, &json!({ "name": null, "street": null })), ["name"]);
        assert_eq!(wrong(&CLIENT_CHANGE, &json!({})), Vec::<String>::new());
    }

    #[test]
    fn a_number_is_no_text_and_a_day_is_a_day() {
        assert_eq!(wrong(&CLIENT_CHANGE, &json!({ "name": 5 })), ["name"]);
        for day in ["2026-02-30", "2026-10-13T00:00:00", "20261013", ""] {
            assert_eq!(wrong(&CLIENT_CHANGE, &json!({ "started_on": day })), ["started_on"], "{day}");
        }
        assert_eq!(wrong(&CLIENT_CHANGE, &json!({ "started_on": "2024-02-29" })), Vec::<String>::new());
    }
}
