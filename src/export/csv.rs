//! The directory as a table: one row for each service, one for a partner without any. What is written is read in again as it was.

use super::Entry;
use crate::error::{Error, Result};
use crate::partners::{Service, service::Point};
use crate::values::{Capacity, Kind, Line, Note, Vocabulary, codes, disarmed};

/// The headers, which the import knows as the labels of its fields.
const HEADERS: [&str; 33] = [
    "Partner",
    "Sort of organization",
    "Takes",
    "About the partner",
    "Main telephone",
    "Main e-mail",
    "Website",
    "Closed",
    "Closed days",
    "Whom we ask",
    "Service",
    "Kind of referral",
    "Is it offered",
    "What it is",
    "How to ask for it",
    "For whom",
    "What to bring",
    "Free",
    "What it costs",
    "How long it takes",
    "When",
    "What one must know first",
    "Languages",
    "Area it serves",
    "Name of the place",
    "Street",
    "City",
    "ZIP code",
    "Latitude",
    "Longitude",
    "Checked on",
    "Open, waitlist or full",
    "Until",
];

/// The directory as CSV.
pub fn csv(entries: &[Entry]) -> Result<Vec<u8>> {
    let broken = |cause: &dyn std::fmt::Display| Error::internal(format!("a table could not be written: {cause}"));
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEADERS).map_err(|cause| broken(&cause))?;
    for entry in entries {
        let partner = of_partner(entry);
        if entry.services.is_empty() {
            write(&mut writer, partner.iter().cloned().chain(vec![String::new(); HEADERS.len() - partner.len()]))
                .map_err(|cause| broken(&cause))?;
        }
        for service in &entry.services {
            write(&mut writer, partner.iter().cloned().chain(of_service(service))).map_err(|cause| broken(&cause))?;
        }
    }
    writer.into_inner().map_err(|cause| broken(&cause))
}

fn write(writer: &mut csv::Writer<Vec<u8>>, cells: impl Iterator<Item = String>) -> csv::Result<()> {
    writer.write_record(cells.map(disarmed))
}

fn of_partner(entry: &Entry) -> Vec<String> {
    let partner = &entry.partner;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let closures = entry.closures.iter().map(|closure| format!("{} to {}: {}", closure.from, closure.to, closure.reason));
    let people = entry.people.iter().map(|contact| format!("{} | {} | {}", contact.name, text(&contact.email), text(&contact.telephone)));
    vec![
        partner.name.clone(),
        partner.types.iter().map(|word| word.label()).collect::<Vec<_>>().join("; "),
        partner.kinds.iter().map(|kind| kind.label()).collect::<Vec<_>>().join("; "),
        text(&partner.about),
        text(&partner.telephone),
        text(&partner.email),
        text(&partner.website),
        yes_or_no(Some(partner.is_closed)),
        closures.collect::<Vec<_>>().join("\n"),
        people.collect::<Vec<_>>().join("\n"),
    ]
}

fn of_service(service: &Service) -> Vec<String> {
    let facts = &service.facts;
    let note = |note: &Option<Note>| note.as_ref().map(ToString::to_string).unwrap_or_default();
    let line = |line: &Option<Line>| line.as_ref().map(ToString::to_string).unwrap_or_default();
    let lines = |lines: &[Line]| lines.iter().map(Line::as_str).collect::<Vec<_>>().join("; ");
    let degrees = |part: fn(Point) -> f64| facts.location.point.map(|point| part(point).to_string()).unwrap_or_default();
    let languages: Vec<&str> = facts.languages.iter().map(|code| codes::label(codes::List::Languages, code).unwrap_or(code)).collect();
    let said = &service.capacity;
    vec![
        facts.name.to_string(),
        Kind::label(facts.kind).to_owned(),
        facts.status.code().replace('_', " "),
        note(&facts.about),
        note(&facts.application_process),
        note(&facts.eligibility),
        lines(&facts.documents),
        yes_or_no(facts.is_free),
        note(&facts.fees),
        line(&facts.wait_time),
        note(&facts.schedule),
        note(&facts.alert),
        languages.join("; "),
        lines(&facts.areas),
        line(&facts.location.name),
        line(&facts.location.street),
        line(&facts.location.city),
        line(&facts.location.postal_code),
        degrees(|point| point.latitude),
        degrees(|point| point.longitude),
        service.checked_on.map(|day| day.to_string()).unwrap_or_default(),
        if said.at.is_some() || said.word != Capacity::Open { said.word.code().to_owned() } else { String::new() },
        said.until.map(|day| day.to_string()).unwrap_or_default(),
    ]
}

fn yes_or_no(answer: Option<bool>) -> String {
    answer.map(|yes| if yes { "yes" } else { "no" }).unwrap_or_default().to_owned()
}
