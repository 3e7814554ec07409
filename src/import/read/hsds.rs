//! Reads a directory in the shape of Open Referral HSDS 3.0: organizations with their services, or services with their organizations.
//!
//! What cannot be a directory (no name, a number where a text belongs) stops the file, by its path; a value that cannot be read is
//! asked about and left unset; a field that has no place here is named as not read. A service at several locations becomes one
//! service at each of them.

mod parts;

use super::json::{Node, Notes};
use crate::import::{OfferedRow, PartnerRow, Reading, fields};
use crate::partners::{Location, PartnerFacts, ServiceFacts};
use crate::values::{Complaint, Day, Email, Kind, Line, PartnerType, ServiceStatus, Vocabulary, Website};
use parts::{line, term, vocabulary, without};
use serde_json::Value;

const ORGANIZATION: &[&str] = &[
    "id",
    "name",
    "description",
    "email",
    "website",
    "phones",
    "contacts",
    "services",
    "locations",
    "schedules",
    "attributes",
    "metadata",
    "last_modified",
];
const SERVICE: &[&str] = &[
    "id",
    "organization_id",
    "organization",
    "name",
    "status",
    "description",
    "application_process",
    "eligibility_description",
    "fees_description",
    "wait_time",
    "alert",
    "assured_date",
    "cost_options",
    "languages",
    "schedules",
    "required_documents",
    "service_areas",
    "service_at_locations",
    "attributes",
    "metadata",
    "last_modified",
];

/// True when the bytes look like JSON and not like a table.
pub fn is_json(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    bytes.iter().find(|byte| !byte.is_ascii_whitespace()).is_some_and(|byte| matches!(byte, b'{' | b'['))
}

/// Reads a directory. `Err` when it is no JSON at all; complaints about places in it are in the reading.
pub fn read(bytes: &[u8], adjustments: &[(String, String)]) -> Result<Reading, Complaint> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let file: Value = serde_json::from_slice(bytes).map_err(|cause| {
        let words = cause.to_string();
        let words = words.split(" at line ").next().unwrap_or_default();
        Complaint::new(format!("Line {}, column {}: this is no JSON ({words}). Export the directory again", cause.line(), cause.column()))
    })?;
    let mut reader = Reader { notes: Notes::default(), every: None, root: Node::root(&file), rows: Vec::new() };
    let mapping = reader.told(adjustments);
    reader.file();
    let row_count = reader.rows.len();
    if row_count == 0 && reader.notes.error_count == 0 {
        reader.notes.complain("", "there is no organization in it");
    }
    let (errors, error_count) = (std::mem::take(&mut reader.notes.errors), reader.notes.error_count);
    let (headers, questions) = reader.notes.finish();
    let partners = reader.rows;
    let encoding = "UTF-8, JSON in the shape of HSDS".to_owned();
    Ok(Reading { encoding, headers, mapping, row_count, partners, errors, error_count, questions, is_json: true, ..Reading::default() })
}

struct Reader<'v> {
    notes: Notes,
    /// The kind of each service that does not say.
    every: Option<Kind>,
    root: Node<'v>,
    rows: Vec<PartnerRow>,
}

impl<'v> Reader<'v> {
    /// What the person who reads the file in says of it: the kind of referral, and nothing else.
    fn told(&mut self, adjustments: &[(String, String)]) -> fields::Mapping {
        for (field, value) in adjustments.iter().filter(|(_, value)| !value.is_empty()) {
            match (field.as_str(), value.strip_prefix('=').map(kind)) {
                ("service_kind", Some(Some(kind))) => self.every = Some(kind),
                _ => self.notes.complain("", &format!(
                    "only the kind of referral can be said for all of it, such as --map service_kind==workforce, not {field}={value}. The kinds are: {}",
                    kinds()
                )),
            }
        }
        self.every.map(|kind| fields::Mapping::fixed("service_kind", kind.code())).unwrap_or_default()
    }

    /// Finds organizations and services wherever a file of this standard has them.
    fn file(&mut self) {
        let root = self.root.clone();
        if root.value.is_array() {
            let things = self.notes.objects(root.each());
            return things.iter().for_each(|thing| self.thing(thing));
        }
        if let Some(page) = root.get("contents") {
            if root.value.get("total_pages").and_then(Value::as_u64).is_some_and(|pages| pages > 1) {
                let pages = root.value.get("total_pages").map(ToString::to_string).unwrap_or_default();
                self.notes.ask("total_pages", &pages, "This file is one page of several. Where are the others?");
            }
            let things = self.notes.list(&root, "contents");
            if !page.value.is_array() {
                return;
            }
            return things.iter().for_each(|thing| self.thing(thing));
        }
        if root.get("organizations").is_some() || (root.get("services").is_some() && root.get("name").is_none()) {
            let organizations = self.notes.list(&root, "organizations");
            for organization in &organizations {
                self.organization(organization);
            }
            let services = self.notes.list(&root, "services");
            return services.iter().for_each(|service| self.alone(service));
        }
        if root.get("name").is_some() {
            return self.thing(&root);
        }
        self.notes.complain("", "there are neither \"organizations\" nor \"services\" in it, as a directory in the shape of HSDS 3.0 has");
    }

    /// An organization, or a service that names its own.
    fn thing(&mut self, node: &Node<'v>) {
        if node.get("organization").is_some() || node.get("organization_id").is_some() || node.get("service_at_locations").is_some() {
            self.alone(node);
        } else {
            self.organization(node);
        }
    }

    /// A service whose organization stands in it, or beside it under its id.
    fn alone(&mut self, node: &Node<'v>) {
        let beside = || {
            let id = node.word("organization_id")?;
            self.root.get("organizations")?.each().find(|organization| organization.word("id") == Some(id))
        };
        match node.get("organization").filter(|inside| inside.value.is_object()).or_else(beside) {
            Some(organization) => self.of(&organization, std::slice::from_ref(node)),
            None => self
                .notes
                .complain(&node.path, "this service names no organization. Its field \"organization\" must hold one with its name"),
        }
    }

    fn organization(&mut self, node: &Node<'v>) {
        let services = self.notes.list(node, "services");
        self.of(node, &services);
    }

    fn of(&mut self, node: &Node<'v>, services: &[Node<'v>]) {
        self.notes.leave(node, "organization", ORGANIZATION);
        let before = self.notes.error_count;
        let Some(name) = self.notes.needed(node, "name", |typed| Line::parse(typed, "the name of the partner")) else { return };
        let kinds = self.words(node, "referral_kind", <Kind as Vocabulary>::ALL);
        let mut facts = PartnerFacts::named(name, kinds);
        facts.about = self.note(node, "description").map(|note| note.to_string());
        facts.types = self.words(node, "organization_type", PartnerType::ALL);
        facts.website = self.notes.read(node, "website", "Which website is this?", |typed| Website::maybe(typed).ok().flatten());
        facts.email = self.notes.read(node, "email", "Which e-mail address is this?", |typed| Email::maybe(typed).ok().flatten());
        facts.telephone = self.telephone(node);
        facts.is_closed = self.notes.list(node, "attributes").iter().any(|one| term(one) == Some(("listing", "closed")));
        let closures = self.closures(node);
        let contacts = self.contacts(node);
        let offered: Vec<OfferedRow> = services.iter().flat_map(|service| self.service(node, service, &facts.kinds)).collect();
        for one in offered.iter().filter(|one| one.facts.status == ServiceStatus::Active) {
            if !facts.kinds.contains(&one.facts.kind) {
                facts.kinds.push(one.facts.kind);
            }
        }
        if facts.kinds.is_empty() && self.notes.error_count == before {
            match self.every {
                Some(kind) => facts.kinds.push(kind),
                None => self.ask_for_kind(&node.path),
            }
        }
        let row = |offered| PartnerRow { line: 0, facts: facts.clone(), offered, closures: closures.clone(), contacts: contacts.clone() };
        if offered.is_empty() {
            self.rows.push(row(None));
        }
        self.rows.extend(offered.into_iter().map(|one| row(Some(one))));
    }

    fn ask_for_kind(&mut self, path: &str) {
        let words = format!(
            "which kind of referral is this for? HSDS does not say. Choose one for all of the file on the page, or with --map service_kind==workforce; the kinds are: {}",
            kinds()
        );
        self.notes.complain(path, &words);
    }

    /// A service, once for each of its places.
    fn service(&mut self, organization: &Node<'v>, node: &Node<'v>, of_organization: &[Kind]) -> Vec<OfferedRow> {
        self.notes.leave(node, "service", SERVICE);
        let name = self.notes.needed(node, "name", |typed| Line::parse(typed, "the name of the service"));
        let said = self.words(node, "referral_kind", <Kind as Vocabulary>::ALL);
        let only = match of_organization {
            [kind] => Some(*kind),
            _ => None,
        };
        let Some(kind) = said.first().copied().or(self.every).or(only) else {
            self.ask_for_kind(&node.path);
            return Vec::new();
        };
        let Some(name) = name else { return Vec::new() };
        let status = self.notes.read(node, "status", "Is this offered? Write active, inactive, temporarily closed or defunct.", |typed| {
            vocabulary(ServiceStatus::ALL, typed)
        });
        let (capacity, until, added) = self.capacity(node);
        let (is_free, fees) = self.cost(node);
        let facts = ServiceFacts {
            status: status.unwrap_or(ServiceStatus::Active),
            about: self.note(node, "description"),
            application_process: self.note(node, "application_process"),
            eligibility: self.note(node, "eligibility_description"),
            fees,
            is_free,
            wait_time: self.notes.read(node, "wait_time", "How long does it take? At most 200 characters.", line),
            schedule: self.schedule(node),
            alert: self.note(node, "alert").and_then(|alert| without(&alert, added.as_deref())),
            languages: self.languages(node),
            documents: self.lines(node, "required_documents", "document"),
            areas: self.lines(node, "service_areas", "name"),
            ..ServiceFacts::named(name, kind)
        };
        let checked_on = self.notes.read(node, "assured_date", "When was this last checked?", |typed| Day::parse(typed).ok());
        let places = self.places(organization, node);
        let at = |location| OfferedRow { facts: ServiceFacts { location, ..facts.clone() }, checked_on, capacity, until };
        if places.is_empty() { vec![at(Location::default())] } else { places.into_iter().map(at).collect() }
    }
}

fn kind(typed: &str) -> Option<Kind> {
    vocabulary(<Kind as Vocabulary>::ALL, typed)
}

fn kinds() -> String {
    Kind::ALL.map(Kind::code).join(", ")
}
