//! The directory in the shape of Open Referral HSDS 3.0: organizations with their services, each at its location.
//!
//! What HSDS has no field for (the kind of referral, the sort of organization, capacity, that a partner is closed) stands in
//! `attributes`, under taxonomies of our own; `fairfloor import partners` reads all of it in again as it was. HSDS wants a state and a country in an address; the directory keeps none, so the state is empty and the country is US.
//! Who checked a service is written as "staff": the file names no member of staff.

use super::Entry;
use crate::error::Result;
use crate::partners::{Contact, Service};
use crate::store::sha256;
use crate::values::{Capacity, Day, Line, Vocabulary, codes};
use serde_json::{Map, Value, json};

/// The directory as JSON: one list of organizations.
pub fn json(entries: &[Entry], today: Day) -> Result<Vec<u8>> {
    let organizations: Vec<Value> = entries.iter().map(|entry| organization(entry, today)).collect();
    Ok(serde_json::to_vec_pretty(&json!({ "hsds_version": "3.0", "organizations": organizations }))?)
}

/// A stable id in the form of a UUID, from the ids above it: the same record has the same id in every file.
fn uuid(parts: &[&str]) -> String {
    let hash = sha256(parts.join("/").as_bytes());
    let hex: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    // Version 8, "made by rules of its own", and the variant of the standard.
    format!("{}-{}-8{}-8{}-{}", &hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..32])
}

/// An object without the fields that nobody knows.
fn object(fields: Value) -> Value {
    match fields {
        Value::Object(fields) => Value::Object(fields.into_iter().filter(|(_, value)| !is_nothing(value)).collect::<Map<_, _>>()),
        other => other,
    }
}

fn is_nothing(value: &Value) -> bool {
    value.is_null() || value.as_array().is_some_and(Vec::is_empty)
}

fn organization(entry: &Entry, today: Day) -> Value {
    let partner = &entry.partner;
    let id = uuid(&[partner.id.as_str()]);
    let own = |what: &str, place: usize| uuid(&[partner.id.as_str(), what, &place.to_string()]);
    let term = |(place, word): (usize, Word)| attribute(&own("attribute", place), &id, "organization", word);
    let types = partner.types.iter().map(|word| Word::new("organization_type", word.code(), word.label()));
    let kinds = partner.kinds.iter().map(|kind| Word::new("referral_kind", kind.code(), kind.label()));
    let closed = partner.is_closed.then_some(Word::new("listing", "closed", "Nothing is referred here any more"));
    let closures = entry.closures.iter().enumerate().map(|(place, closure)| {
        json!({ "id": own("closure", place), "valid_from": closure.from.to_string(), "valid_to": closure.to.to_string(), "notes": "Closed", "description": closure.reason })
    });
    object(json!({
        "id": id,
        "name": partner.name,
        "description": partner.about.clone().unwrap_or_default(),
        "email": partner.email,
        "website": partner.website,
        "phones": partner.telephone.iter().map(|number| json!({ "id": own("phone", 0), "organization_id": id, "number": number })).collect::<Vec<_>>(),
        "contacts": entry.people.iter().map(|contact| person(contact, &id)).collect::<Vec<_>>(),
        "services": entry.services.iter().map(|one| service(one, &id, today)).collect::<Vec<_>>(),
        "locations": entry.services.iter().filter_map(location).collect::<Vec<_>>(),
        "schedules": closures.collect::<Vec<_>>(),
        "attributes": types.chain(kinds).chain(closed).enumerate().map(term).collect::<Vec<_>>(),
    }))
}

fn person(contact: &Contact, organization: &str) -> Value {
    let id = uuid(&[contact.id.as_str()]);
    let phone = |number: &String| json!({ "id": uuid(&[contact.id.as_str(), "phone"]), "contact_id": id, "number": number });
    object(json!({
        "id": id,
        "organization_id": organization,
        "name": contact.name,
        "email": contact.email,
        "phones": contact.telephone.iter().map(phone).collect::<Vec<_>>(),
    }))
}

fn service(service: &Service, organization: &str, today: Day) -> Value {
    let facts = &service.facts;
    let id = uuid(&[service.id.as_str()]);
    let own = |what: &str, place: usize| uuid(&[service.id.as_str(), what, &place.to_string()]);
    let list = |what: &'static str, field: &'static str, lines: &[Line]| -> Vec<Value> {
        lines.iter().enumerate().map(|(place, line)| json!({ "id": own(what, place), "service_id": id, field: line.as_str() })).collect()
    };
    let language = |(place, code): (usize, &String)| json!({ "id": own("language", place), "service_id": id, "code": code, "name": codes::label(codes::List::Languages, code) });
    let free = facts
        .is_free
        .filter(|is_free| *is_free)
        .map(|_| json!({ "id": own("cost", 0), "service_id": id, "amount": 0, "currency": "usd", "amount_description": "Free" }));
    let words = [
        Some(Word::new("referral_kind", facts.kind.code(), facts.kind.label())),
        capacity(service, today),
        facts.is_free.filter(|is_free| !is_free).map(|_| Word::new("cost", "not_free", "Not free")),
    ];
    let at = location(service).map(|place| json!({ "id": own("at", 0), "service_id": id, "location_id": place["id"], "location": place }));
    object(json!({
        "id": id,
        "organization_id": organization,
        "name": facts.name.as_str(),
        "status": facts.status.code().replace('_', " "),
        "description": facts.about.as_ref().map(ToString::to_string),
        "application_process": facts.application_process.as_ref().map(ToString::to_string),
        "eligibility_description": facts.eligibility.as_ref().map(ToString::to_string),
        "fees_description": facts.fees.as_ref().map(ToString::to_string),
        "wait_time": facts.wait_time.as_ref().map(Line::as_str),
        "alert": alert(service, today),
        "assured_date": service.checked_on.map(|day| day.to_string()),
        "cost_options": free.into_iter().collect::<Vec<_>>(),
        "languages": facts.languages.iter().enumerate().map(language).collect::<Vec<_>>(),
        "schedules": facts.schedule.iter().map(|words| json!({ "id": own("schedule", 0), "service_id": id, "description": words.to_string() })).collect::<Vec<_>>(),
        "required_documents": list("document", "document", &facts.documents),
        "service_areas": list("area", "name", &facts.areas),
        "service_at_locations": at.into_iter().collect::<Vec<_>>(),
        "attributes": words.into_iter().flatten().enumerate().map(|(place, word)| attribute(&own("attribute", place), &id, "service", word)).collect::<Vec<_>>(),
        "metadata": assured(service, &id, own("metadata", 0)).into_iter().collect::<Vec<_>>(),
    }))
}

/// What somebody said of capacity, with its last day, and the sentence that the alert begins with for it. Nothing where nobody said.
fn capacity(service: &Service, today: Day) -> Option<Word> {
    let said = &service.capacity;
    let is_said = said.at.is_some() || said.word != Capacity::Open;
    let until = said.until.map(|day| day.to_string());
    is_said.then(|| Word { value: until, said: full(service, today), ..Word::new("capacity", said.word.code(), said.word.label()) })
}

/// "Full until 2026-12-24.", for a service that takes nobody now.
fn full(service: &Service, today: Day) -> Option<String> {
    let label = service.capacity.word.label();
    (!service.capacity.standing(today).is_open()).then(|| match service.capacity.until {
        Some(day) => format!("{label} until {day}."),
        None => format!("{label}."),
    })
}

/// What one must know first; that it takes nobody now is one such thing.
fn alert(service: &Service, today: Day) -> Option<String> {
    let words: Vec<String> = full(service, today).into_iter().chain(service.facts.alert.as_ref().map(ToString::to_string)).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The check as HSDS keeps changes: one field, one date.
fn assured(service: &Service, resource: &str, id: String) -> Option<Value> {
    let day = service.checked_on?.to_string();
    Some(json!({
        "id": id, "resource_id": resource, "resource_type": "service", "field_name": "assured_date", "last_action_date": day,
        "last_action_type": "update", "previous_value": "", "replacement_value": day, "updated_by": "staff",
    }))
}

fn location(service: &Service) -> Option<Value> {
    let place = &service.facts.location;
    place.words().or(place.point.map(|_| String::new()))?;
    let id = uuid(&[service.id.as_str(), "location"]);
    let line = |line: &Option<Line>| line.as_ref().map(ToString::to_string).unwrap_or_default();
    let has_address = place.street.is_some() || place.city.is_some() || place.postal_code.is_some();
    let address = has_address.then(|| {
        json!({
            "id": uuid(&[service.id.as_str(), "address"]), "location_id": id, "address_1": line(&place.street), "city": line(&place.city),
            "state_province": "", "postal_code": line(&place.postal_code), "country": "US", "address_type": "physical",
        })
    });
    Some(object(json!({
        "id": id,
        "location_type": "physical",
        "name": place.name.as_ref().map(Line::as_str),
        "latitude": place.point.map(|point| point.latitude),
        "longitude": place.point.map(|point| point.longitude),
        "addresses": address.into_iter().collect::<Vec<_>>(),
    })))
}

/// A word of one of our lists, tied to a record.
struct Word {
    taxonomy: &'static str,
    code: &'static str,
    label: &'static str,
    /// The value that goes with it.
    value: Option<String>,
    /// What is said of it elsewhere in the record.
    said: Option<String>,
}

impl Word {
    const fn new(taxonomy: &'static str, code: &'static str, label: &'static str) -> Self {
        Self { taxonomy, code, label, value: None, said: None }
    }
}

fn attribute(id: &str, record: &str, entity: &str, word: Word) -> Value {
    let Word { taxonomy, code, label, value, said } = word;
    object(json!({
        "id": id, "link_id": record, "link_entity": entity, "value": value, "label": said,
        "taxonomy_term": {
            "id": uuid(&[taxonomy, code]), "code": code, "name": label, "description": label,
            "taxonomy_detail": { "id": uuid(&[taxonomy]), "name": taxonomy, "description": "A list of Fairfloor" },
        },
    }))
}
