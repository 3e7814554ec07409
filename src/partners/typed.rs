//! What is typed about a partner's services and closed days, by staff or by the partner itself, and read at the door.

use super::{Location, NewClosure, Point, Service, ServiceFacts, service};
use crate::values::{Capacity, Complaint, Day, Kind, Line, Note, ServiceStatus, Vocabulary};
use crate::web::Complaints;

/// A service as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceForm {
    #[serde(default)]
    pub key: String,
    #[serde(default)]
    pub version: i64,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub kind: String,
    #[serde(default)]
    pub status: String,
    #[serde(default)]
    pub about: String,
    #[serde(default)]
    pub application_process: String,
    #[serde(default)]
    pub eligibility: String,
    #[serde(default)]
    pub fees: String,
    #[serde(default)]
    pub free: String,
    #[serde(default)]
    pub wait_time: String,
    #[serde(default)]
    pub schedule: String,
    #[serde(default)]
    pub alert: String,
    #[serde(default)]
    pub location_name: String,
    #[serde(default)]
    pub street: String,
    #[serde(default)]
    pub city: String,
    #[serde(default)]
    pub postal_code: String,
    #[serde(default)]
    pub latitude: String,
    #[serde(default)]
    pub longitude: String,
    #[serde(default)]
    pub language: Vec<String>,
    #[serde(default)]
    pub documents: String,
    #[serde(default)]
    pub areas: String,
}

impl ServiceForm {
    /// What is known of a service, to be changed.
    pub fn of(service: &Service) -> Self {
        let facts = &service.facts;
        let note = |note: &Option<crate::values::Note>| note.as_ref().map(ToString::to_string).unwrap_or_default();
        let line = |line: &Option<crate::values::Line>| line.as_ref().map(ToString::to_string).unwrap_or_default();
        let lines = |lines: &[crate::values::Line]| lines.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        let point = facts.location.point;
        Self {
            key: String::new(),
            version: service.version,
            name: facts.name.to_string(),
            kind: facts.kind.code().to_owned(),
            status: facts.status.code().to_owned(),
            about: note(&facts.about),
            application_process: note(&facts.application_process),
            eligibility: note(&facts.eligibility),
            fees: note(&facts.fees),
            free: facts.is_free.map(|is_free| if is_free { "yes" } else { "no" }).unwrap_or_default().to_owned(),
            wait_time: line(&facts.wait_time),
            schedule: note(&facts.schedule),
            alert: note(&facts.alert),
            location_name: line(&facts.location.name),
            street: line(&facts.location.street),
            city: line(&facts.location.city),
            postal_code: line(&facts.location.postal_code),
            latitude: point.map(|point| point.latitude.to_string()).unwrap_or_default(),
            longitude: point.map(|point| point.longitude.to_string()).unwrap_or_default(),
            language: facts.languages.clone(),
            documents: lines(&facts.documents),
            areas: lines(&facts.areas),
        }
    }

    /// Reads it; complaints are for the person who typed.
    pub fn parse(&self) -> std::result::Result<ServiceFacts, Complaints> {
        let form = self;
        let mut complaints = Complaints::default();
        let name = complaints.take("name", Line::parse(&form.name, "the name of the service"));
        let kind = Kind::parse(&form.kind).ok_or_else(|| Complaint::new("Choose the kind of referral it answers"));
        let kind = complaints.take("kind", kind);
        let status = complaints.take("status", ServiceStatus::parse(&form.status));
        let is_free = match form.free.as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        let mut note = |field, typed: &str, what| complaints.take(field, Note::maybe(typed, what)).flatten();
        let about = note("about", &form.about, "what it is");
        let alert = note("alert", &form.alert, "what one must know first");
        let eligibility = note("eligibility", &form.eligibility, "for whom it is");
        let application_process = note("application_process", &form.application_process, "how to ask for it");
        let fees = note("fees", &form.fees, "what it costs");
        let schedule = note("schedule", &form.schedule, "when it is given");
        let mut line = |field, typed: &str, what| complaints.take(field, Line::maybe(typed, what)).flatten();
        let wait_time = line("wait_time", &form.wait_time, "how long it takes");
        let place = (
            line("location_name", &form.location_name, "the name of the place"),
            line("street", &form.street, "the street"),
            line("city", &form.city, "the city"),
            line("postal_code", &form.postal_code, "the ZIP code"),
        );
        let point = complaints.take("latitude", Point::maybe(&form.latitude, &form.longitude)).flatten();
        let languages = complaints.take("language", service::languages(form.language.iter().map(String::as_str)));
        let documents = complaints.take("documents", service::lines(&form.documents, "what to bring"));
        let areas = complaints.take("areas", service::lines(&form.areas, "the area"));
        let facts = name.zip(kind).zip(status).map(|((name, kind), status)| ServiceFacts {
            name,
            kind,
            status,
            about,
            application_process,
            eligibility,
            fees,
            is_free,
            wait_time,
            schedule,
            alert,
            location: Location { name: place.0, street: place.1, city: place.2, postal_code: place.3, point },
            languages: languages.unwrap_or_default(),
            documents: documents.unwrap_or_default(),
            areas: areas.unwrap_or_default(),
        });
        complaints.or(facts)
    }
}

/// Whether a service takes anybody, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CapacityForm {
    pub key: String,
    pub version: i64,
    #[serde(default)]
    pub capacity: String,
    #[serde(default)]
    pub full_until: String,
}

impl CapacityForm {
    /// The word, and the last day on which it holds.
    pub fn parse(&self, today: Day) -> std::result::Result<(Capacity, Option<Day>), Complaint> {
        let word = Capacity::parse(&self.capacity)?;
        let until = Day::maybe(&self.full_until)?;
        if word != Capacity::Open && until.is_some_and(|until| until < today) {
            return Err(Complaint::new("That day is over. Write the last day on which it takes nobody, or leave it empty."));
        }
        Ok((word, until))
    }
}

/// Days of closing as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClosureForm {
    pub key: String,
    pub closure_from: String,
    pub closure_to: String,
    pub closure_reason: String,
}

impl ClosureForm {
    /// Reads it; complaints are for the person who typed.
    pub fn parse(&self, today: Day) -> std::result::Result<NewClosure, Complaints> {
        let mut complaints = Complaints::default();
        let from = complaints.take("closure_from", Day::parse(&self.closure_from));
        let to = complaints.take("closure_to", Day::parse(&self.closure_to));
        let reason = complaints.take("closure_reason", Line::parse(&self.closure_reason, "why they are closed"));
        let new = from.zip(to).zip(reason).map(|((from, to), reason)| NewClosure { from, to, reason });
        if let Some(words) = new.as_ref().and_then(|new| new.trouble(today)) {
            complaints.add("closure_to", words);
        }
        complaints.or(new)
    }
}
