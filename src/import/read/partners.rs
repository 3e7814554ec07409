//! Reads the rows of a directory of partners: a partner and one of its services in each.

use super::reader::Reader;
use super::row::Row;
use crate::import::{OfferedRow, PartnerRow};
use crate::partners::{Location, NewClosure, NewContact, PartnerFacts, Point, ServiceFacts, service};
use crate::values::{Capacity, Day, Email, Kind, Line, Note, PartnerType, ServiceStatus, Telephone, Vocabulary, Website, fold};

impl Reader<'_> {
    /// Reads a row. Nothing when something required cannot be read; the complaint is noted then.
    pub fn partner_row(&mut self, row: &Row<'_>) -> Option<PartnerRow> {
        let before = self.error_count();
        self.refuse_endless(row);
        let name = self.needed(row, "organization", |typed| Line::parse(typed, "the name of the partner"));
        let mut kinds = self.each(row, "partner_kinds", kind);
        let offered = self.offered(row, &kinds);
        if let Some(offered) = &offered
            && offered.facts.status == ServiceStatus::Active
            && !kinds.contains(&offered.facts.kind)
        {
            kinds.push(offered.facts.kind);
        }
        let facts = PartnerFacts {
            about: self.optional(row, "partner_about", |typed| Note::maybe(typed, "about").ok().flatten()).map(|note| note.to_string()),
            telephone: self.optional(row, "partner_telephone", |typed| Telephone::maybe(typed).ok().flatten()),
            types: self.each(row, "partner_types", |word| vocabulary(PartnerType::ALL, word)),
            website: self.optional(row, "partner_website", |typed| Website::maybe(typed).ok().flatten()),
            email: self.optional(row, "partner_email", |typed| Email::maybe(typed).ok().flatten()),
            is_closed: self.optional(row, "partner_closed", yes_or_no).unwrap_or(false),
            ..PartnerFacts::named(name?, kinds)
        };
        // Reasons and names may hold any sign: here only a new line parts.
        let closures = self.parts(row, "closed_days", &['\n'], closure);
        let contacts = self.parts(row, "contacts", &['\n'], contact);
        (self.error_count() == before).then_some(PartnerRow { line: row.line, facts, offered, closures, contacts })
    }

    /// A partner that takes nothing cannot be listed.
    pub fn refuse_without_kinds(&mut self, rows: &[PartnerRow]) {
        let takes: std::collections::BTreeSet<String> =
            rows.iter().filter(|row| !row.facts.kinds.is_empty()).map(|row| fold(row.facts.name.as_str())).collect();
        for row in rows.iter().filter(|row| !takes.contains(&fold(row.facts.name.as_str()))) {
            self.complain(format!(
                "Line {}: say in the column \"Takes\" which kinds of referral {} takes, or give it a service with its kind.",
                row.line, row.facts.name
            ));
        }
    }

    /// The service of a row, if there is one in it.
    fn offered(&mut self, row: &Row<'_>, kinds: &[Kind]) -> Option<OfferedRow> {
        let name = self.optional(row, "service", |typed| Line::parse(typed, "the name of the service").ok())?;
        let kind = match (row.text("service_kind").map(kind), kinds) {
            (Some(Some(kind)), _) => kind,
            (None, [kind]) => *kind,
            _ => {
                let known = Kind::ALL.map(Kind::code).join(", ");
                self.stop(row, "service_kind", &format!("say which kind of referral {name} answers: {known}"));
                return None;
            }
        };
        let mut note = |field| self.optional(row, field, |typed| Note::maybe(typed, "this text").ok().flatten());
        let (about, application_process) = (note("service_about"), note("application_process"));
        let (eligibility, fees) = (note("eligibility"), note("fees"));
        let (schedule, alert) = (note("schedule"), note("alert"));
        let mut line = |field| self.optional(row, field, |typed| Line::maybe(typed, "this text").ok().flatten());
        let wait_time = line("wait_time");
        let location = Location {
            name: line("location_name"),
            street: line("service_street"),
            city: line("service_city"),
            postal_code: line("service_postal_code"),
            point: self.spot(row),
        };
        let facts = ServiceFacts {
            name,
            kind,
            status: self.optional(row, "service_status", |typed| vocabulary(ServiceStatus::ALL, typed)).unwrap_or(ServiceStatus::Active),
            about,
            application_process,
            eligibility,
            fees,
            is_free: self.optional(row, "free", yes_or_no),
            wait_time,
            schedule,
            alert,
            location,
            languages: self.each_language(row),
            documents: self.each_line(row, "documents"),
            areas: self.each_line(row, "areas"),
        };
        let capacity = self.optional(row, "capacity", |typed| vocabulary(Capacity::ALL, typed));
        let until = self.optional(row, "full_until", |typed| Day::parse(typed).ok());
        let checked_on = self.optional(row, "checked_on", |typed| Day::parse(typed).ok());
        Some(OfferedRow { facts, checked_on, capacity, until })
    }

    fn spot(&mut self, row: &Row<'_>) -> Option<Point> {
        let (latitude, longitude) = (row.text("latitude").unwrap_or_default(), row.text("longitude").unwrap_or_default());
        match Point::maybe(latitude, longitude) {
            Ok(point) => point,
            Err(_) => {
                self.ask(row, "latitude", &format!("{latitude} {longitude}"));
                None
            }
        }
    }

    /// The parts of a cell, each a word that is known; each other one is a question.
    fn each<T: PartialEq>(&mut self, row: &Row<'_>, field: &str, known: impl Fn(&str) -> Option<T>) -> Vec<T> {
        self.parts(row, field, &[';', '\n'], known)
    }

    fn parts<T: PartialEq>(&mut self, row: &Row<'_>, field: &str, signs: &[char], known: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let mut words = Vec::new();
        for part in row.text(field).unwrap_or_default().split(signs).map(str::trim).filter(|part| !part.is_empty()) {
            match known(part) {
                Some(word) if !words.contains(&word) => words.push(word),
                Some(_) => {}
                None => self.ask(row, field, part),
            }
        }
        words
    }

    fn each_language(&mut self, row: &Row<'_>) -> Vec<String> {
        let codes = self.each(row, "languages", |word| service::languages([word]).ok().and_then(|codes| codes.into_iter().next()));
        // Known words only: this puts them in the order of the list.
        service::languages(codes.iter().map(String::as_str)).unwrap_or_default()
    }

    fn each_line(&mut self, row: &Row<'_>, field: &str) -> Vec<Line> {
        self.each(row, field, |word| Line::maybe(word, "this").ok().flatten())
    }
}

/// A word of a list by its code or its label, whatever its case and spaces.
fn vocabulary<V: Vocabulary>(all: &[V], typed: &str) -> Option<V> {
    let folded = fold(typed);
    all.iter().copied().find(|word| fold(word.code()) == folded || fold(word.label()) == folded)
}

fn kind(typed: &str) -> Option<Kind> {
    vocabulary(<Kind as Vocabulary>::ALL, typed)
}

fn yes_or_no(typed: &str) -> Option<bool> {
    match fold(typed).as_str() {
        "yes" | "y" | "true" | "1" => Some(true),
        "no" | "n" | "false" | "0" => Some(false),
        _ => None,
    }
}

/// "2026-12-21 to 2027-01-02: holidays".
fn closure(typed: &str) -> Option<NewClosure> {
    let (days, reason) = typed.split_once(": ")?;
    let (from, to) = days.split_once(" to ").unwrap_or((days, days));
    let (from, to) = (Day::parse(from).ok()?, Day::parse(to).ok()?);
    (from <= to).then_some(NewClosure { from, to, reason: Line::parse(reason, "why").ok()? })
}

/// "Alan Silva | silva@northgate.example | 614-555-0110". A name alone is somebody too; a name may hold a bar where both follow.
fn contact(typed: &str) -> Option<NewContact> {
    let mut parts: Vec<&str> = typed.rsplitn(3, '|').map(str::trim).collect();
    parts.reverse();
    let name = Line::parse(parts.first()?, "the name").ok()?;
    let email = Email::maybe(parts.get(1).unwrap_or(&"")).ok()?;
    let telephone = Telephone::maybe(parts.get(2).unwrap_or(&"")).ok()?;
    Some(NewContact { name, email, telephone })
}
