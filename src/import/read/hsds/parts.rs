//! The parts of an organization and of a service: its words, places, hours, costs, people.

use super::Reader;
use crate::import::read::json::Node;
use crate::partners::{Location, NewClosure, NewContact, Point, service};
use crate::values::{Capacity, Day, Email, Line, Note, Telephone, Vocabulary, fold};
use serde_json::Value;

const LOCATION: &[&str] = &["id", "location_type", "name", "latitude", "longitude", "addresses", "metadata", "organization_id"];

impl<'v> Reader<'v> {
    /// Open, waitlist or full, its last day, and the sentence that the alert was given for it.
    pub(super) fn capacity(&mut self, node: &Node<'v>) -> (Option<Capacity>, Option<Day>, Option<String>) {
        let attributes = self.notes.list(node, "attributes");
        let Some((one, code)) = attributes.iter().find_map(|one| match term(one) {
            Some(("capacity", code)) => Some((one, code)),
            _ => None,
        }) else {
            return (None, None, None);
        };
        let word = vocabulary(Capacity::ALL, code);
        if word.is_none() {
            self.notes.ask(&one.path, code, "Is it open, waitlist or full?");
        }
        let until = self.notes.read(one, "value", "Until when? Write a date.", |typed| Day::parse(typed).ok());
        (word, until, one.word("label").map(str::to_owned))
    }

    /// Whether it is free, and what it costs in words.
    pub(super) fn cost(&mut self, node: &Node<'v>) -> (Option<bool>, Option<Note>) {
        let not_free = self.notes.list(node, "attributes").iter().any(|one| term(one) == Some(("cost", "not_free")));
        let options = self.notes.list(node, "cost_options");
        let amounts: Vec<f64> = options.iter().filter_map(|one| one.value.get("amount").and_then(Value::as_f64)).collect();
        let is_free = match amounts.as_slice() {
            _ if not_free => Some(false),
            [] => None,
            amounts => Some(amounts.iter().all(|amount| *amount <= 0.0)),
        };
        let costs = |one: &&Node<'v>| one.value.get("amount").and_then(Value::as_f64) != Some(0.0);
        let words: Vec<&str> = options
            .iter()
            .filter(costs)
            .filter_map(|one| one.word("amount_description").or(one.word("option")))
            .filter(|words| !words.trim().is_empty())
            .collect();
        let fees = self.note(node, "fees_description");
        (is_free, fees.or_else(|| Note::maybe(&words.join("\n"), "what it costs").ok().flatten()))
    }

    pub(super) fn schedule(&mut self, node: &Node<'v>) -> Option<Note> {
        let schedules = self.notes.list(node, "schedules");
        let words: Vec<String> = schedules.iter().map(hours).filter(|words| !words.is_empty()).collect();
        let read = Note::maybe(&words.join("\n"), "the schedule").ok().flatten();
        if read.is_none() && !words.is_empty() {
            self.notes.ask(&format!("{}.schedules", node.path), &words.join("; "), "When is it given? At most 10,000 characters.");
        }
        read
    }

    pub(super) fn languages(&mut self, node: &Node<'v>) -> Vec<String> {
        let mut codes = Vec::new();
        for one in self.notes.list(node, "languages") {
            let words = [one.word("code"), one.word("name")];
            let known = words.iter().flatten().find_map(|word| service::languages([*word]).ok().and_then(|codes| codes.into_iter().next()));
            match known {
                Some(code) => codes.push(code),
                None => {
                    let typed = words.iter().flatten().copied().collect::<Vec<_>>().join(" ");
                    self.notes.ask(&one.path, &typed, "Which language is this? Write it as the list of languages has it.");
                }
            }
        }
        service::languages(codes.iter().map(String::as_str)).unwrap_or_default()
    }

    pub(super) fn lines(&mut self, node: &Node<'v>, list: &str, field: &str) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        for one in self.notes.list(node, list) {
            if let Some(line) = self.notes.read(&one, field, "What is this? At most 200 characters.", line)
                && !lines.contains(&line)
            {
                lines.push(line);
            }
        }
        lines
    }

    /// The places of a service: in it, or under their ids in the organization or in the file.
    pub(super) fn places(&mut self, organization: &Node<'v>, node: &Node<'v>) -> Vec<Location> {
        let mut places = Vec::new();
        for at in self.notes.list(node, "service_at_locations") {
            let listed = || {
                let id = at.word("location_id")?;
                let all = [organization.get("locations"), self.root.get("locations")];
                all.into_iter().flatten().flat_map(|list| list.each()).find(|place| place.word("id") == Some(id))
            };
            match at.get("location").or_else(listed).filter(|place| place.value.is_object()) {
                Some(place) => places.push(self.place(&place)),
                None => {
                    self.notes.ask(&at.path, at.word("location_id").unwrap_or_default(), "Where is this? The location is not in the file.");
                }
            }
        }
        places
    }

    pub(super) fn place(&mut self, node: &Node<'v>) -> Location {
        self.notes.leave(node, "location", LOCATION);
        let addresses = self.notes.list(node, "addresses");
        let physical = addresses.iter().find(|one| one.word("address_type") == Some("physical"));
        let mut place = Location { name: self.notes.read(node, "name", "What is the place called?", line), ..Location::default() };
        if let Some(address) = physical.or(addresses.first()) {
            let mut part = |name, words| self.notes.read(address, name, words, line);
            let street = [part("address_1", "What is the street?"), part("address_2", "What is the street?")];
            let street: Vec<String> = street.into_iter().flatten().map(|line| line.to_string()).collect();
            place.street = Line::maybe(&street.join(", "), "the street").ok().flatten();
            place.city = part("city", "Which city is this?");
            place.postal_code = part("postal_code", "Which ZIP code is this?");
        }
        let degrees = |name: &str| match node.value.get(name) {
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::String(text)) => text.clone(),
            _ => String::new(),
        };
        let (latitude, longitude) = (degrees("latitude"), degrees("longitude"));
        match Point::maybe(&latitude, &longitude) {
            Ok(point) => place.point = point,
            Err(_) => self.notes.ask(
                &node.path,
                &format!("{latitude} {longitude}"),
                "Where is this? Both latitude and longitude are needed, in degrees.",
            ),
        }
        place
    }

    pub(super) fn telephone(&mut self, node: &Node<'v>) -> Option<Telephone> {
        let phones = self.notes.list(node, "phones");
        let first = phones.first()?;
        self.notes.read(first, "number", "Which telephone number is this?", |typed| Telephone::maybe(typed).ok().flatten())
    }

    /// Announced closures: schedules of the organization that say so. Its other hours have no place here.
    pub(super) fn closures(&mut self, node: &Node<'v>) -> Vec<NewClosure> {
        let mut closures = Vec::new();
        for one in
            self.notes.list(node, "schedules").into_iter().filter(|one| one.word("notes").is_some_and(|words| fold(words) == "closed"))
        {
            let day = |name| one.word(name).and_then(|typed| Day::parse(typed).ok());
            let reason = one.word("description").and_then(|typed| Line::parse(typed, "why").ok());
            match (day("valid_from"), day("valid_to"), reason) {
                (Some(from), Some(to), Some(reason)) if from <= to => closures.push(NewClosure { from, to, reason }),
                _ => self.notes.ask(&one.path, one.word("description").unwrap_or_default(), "From when to when is it closed, and why?"),
            }
        }
        closures
    }

    pub(super) fn contacts(&mut self, node: &Node<'v>) -> Vec<NewContact> {
        let mut people = Vec::new();
        for one in self.notes.list(node, "contacts") {
            let Some(name) = one.word("name").and_then(|typed| Line::parse(typed, "the name").ok()) else {
                self.notes.ask(&one.path, one.word("title").unwrap_or_default(), "Who is this? Somebody to ask has a name.");
                continue;
            };
            let email = self.notes.read(&one, "email", "Which e-mail address is this?", |typed| Email::maybe(typed).ok().flatten());
            people.push(NewContact { name, email, telephone: self.telephone(&one) });
        }
        people
    }

    pub(super) fn note(&mut self, node: &Node<'v>, name: &str) -> Option<Note> {
        self.notes.read(node, name, "What is this? At most 10,000 characters.", |typed| Note::maybe(typed, "this text").ok().flatten())
    }

    /// The words of one of our lists that a record is tied to.
    pub(super) fn words<V: Vocabulary + PartialEq>(&mut self, node: &Node<'v>, taxonomy: &str, all: &[V]) -> Vec<V> {
        let mut words = Vec::new();
        for one in self.notes.list(node, "attributes") {
            let Some((_, code)) = term(&one).filter(|(list, _)| *list == taxonomy) else { continue };
            match vocabulary(all, code) {
                Some(word) if !words.contains(&word) => words.push(word),
                Some(_) => {}
                None => self.notes.ask(&one.path, code, "Which word of our list is this?"),
            }
        }
        words
    }
}

/// Taxonomy and code of an attribute.
pub(super) fn term<'v>(attribute: &Node<'v>) -> Option<(&'v str, &'v str)> {
    let term = attribute.value.get("taxonomy_term")?;
    Some((term.get("taxonomy_detail")?.get("name")?.as_str()?, term.get("code")?.as_str()?))
}

/// A schedule in words: its own, or its days and hours.
pub(super) fn hours(schedule: &Node<'_>) -> String {
    if let Some(words) = schedule.word("description").filter(|words| !words.trim().is_empty()) {
        return words.to_owned();
    }
    let hours = match (schedule.word("opens_at"), schedule.word("closes_at")) {
        (Some(from), Some(to)) => Some(format!("{from} to {to}")),
        (from, to) => from.or(to).map(str::to_owned),
    };
    [schedule.word("byday").map(str::to_owned), hours].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// An alert without the sentence that was put before it for the capacity.
pub(super) fn without(alert: &Note, added: Option<&str>) -> Option<Note> {
    let text = alert.to_string();
    let own = added.and_then(|added| text.strip_prefix(added)).unwrap_or(&text);
    Note::maybe(own, "this text").ok().flatten()
}

pub(super) fn line(typed: &str) -> Option<Line> {
    Line::maybe(typed, "this").ok().flatten()
}

pub(super) fn vocabulary<V: Vocabulary>(all: &[V], typed: &str) -> Option<V> {
    let folded = fold(typed);
    all.iter().copied().find(|word| fold(word.code()) == folded || fold(word.label()) == folded)
}
