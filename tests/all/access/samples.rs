//! What is filled into each route's address and form: records of one program.

use crate::house::{Program, TestApp};
use fairfloor::people;
use fairfloor::resources::{self, NewDeployment, Step};
use fairfloor::store::Actor;
use fairfloor::values::{AccountId, ClientId, DeploymentId, PersonId, ProgramId, ResourceKind, Unit};
use std::collections::BTreeMap;

/// What to call a route with.
#[derive(Debug, Clone, Copy)]
pub struct Sample {
    pub method: &'static str,
    pub route: &'static str,
    /// For each `{name}` of the address, the record that is put there.
    pub fills: &'static [(&'static str, &'static str)],
    /// A form that would be taken from somebody who may.
    pub fields: &'static [(&'static str, &'static str)],
    /// True for a page that whoever may sees at once.
    pub is_page: bool,
}

impl Sample {
    /// True when the address names a record of one program.
    pub fn is_scoped(&self) -> bool {
        self.fills.iter().any(|(_, record)| !matches!(*record, "{file}" | "{hash}" | "{name}" | "{token}"))
    }
}

const fn page(route: &'static str) -> Sample {
    Sample { method: "GET", route, fills: &[], fields: &[], is_page: true }
}

const fn about(route: &'static str, fills: &'static [(&'static str, &'static str)]) -> Sample {
    Sample { method: "GET", route, fills, fields: &[], is_page: true }
}

const fn deed(
    route: &'static str,
    fills: &'static [(&'static str, &'static str)],
    fields: &'static [(&'static str, &'static str)],
) -> Sample {
    Sample { method: "POST", route, fills, fields, is_page: false }
}

const fn other(sample: Sample) -> Sample {
    Sample { is_page: false, ..sample }
}

const CLIENT: &[(&str, &str)] = &[("id", "{client}")];
const OWNER: &[(&str, &str)] = &[("id", "{client}"), ("person", "{person}")];
const RESOURCE: &[(&str, &str)] = &[("id", "{resource}")];
const ACCOUNT: &[(&str, &str)] = &[("id", "{account}")];
const PROGRAM: &[(&str, &str)] = &[("id", "{program}")];
const VERSION: &[(&str, &str)] = &[("version", "1")];
const NOTHING: &[(&str, &str)] = &[];

const FACTS: &[(&str, &str)] = &[
    ("version", "1"),
    ("name", "Changed"),
    ("legal_name", ""),
    ("legal_form", ""),
    ("product", ""),
    ("naics", ""),
    ("stage", ""),
    ("started_on", ""),
    ("street", ""),
    ("city", ""),
    ("state", ""),
    ("postal_code", ""),
    ("neighborhood", ""),
];
const NEW_OWNER: &[(&str, &str)] = &[
    ("key", "0123456789abcdef"),
    ("first_name", "Planted"),
    ("last_name", "Owner"),
    ("telephone", ""),
    ("email", ""),
    ("language", "en"),
    ("contact_by", ""),
    ("share", ""),
    ("from_on", ""),
];
const PERSON: &[(&str, &str)] = &[
    ("version", "1"),
    ("first_name", "Planted"),
    ("last_name", "Owner"),
    ("telephone", ""),
    ("email", ""),
    ("language", "en"),
    ("contact_by", ""),
];
const DEPLOYMENT: &[(&str, &str)] = &[
    ("key", "0123456789abcdef"),
    ("version", "1"),
    ("kind", "grant"),
    ("unit", "cents"),
    ("applied", "100"),
    ("applied_on", ""),
    ("awarded", ""),
    ("awarded_on", ""),
    ("delivered", ""),
    ("delivered_on", ""),
    ("funding_source", ""),
    ("deciding_body", ""),
    ("note", ""),
];

#[rustfmt::skip]
pub const SAMPLES: &[Sample] = &[
    other(about("/assets/{hash}/{name}", &[("hash", "{hash}"), ("name", "{name}")])),
    // auth
    other(page("/")),
    other(page("/sign-in")),
    deed("/sign-in", NOTHING, &[("email", "x"), ("password", "x"), ("next", "/")]),
    other(page("/sign-in/code")),
    deed("/sign-in/code", NOTHING, &[("code", "000000")]),
    other(page("/sign-in/enroll")),
    deed("/sign-in/enroll", NOTHING, &[("code", "000000")]),
    deed("/sign-out", NOTHING, NOTHING),
    other(about("/invitation/{token}", &[("token", "{token}")])),
    deed("/invitation/{token}", &[("token", "{token}")], &[("password", "x"), ("again", "x")]),
    page("/account"),
    deed("/account/password", NOTHING, &[("current", "x"), ("password", "x"), ("again", "x")]),
    page("/accounts"),
    deed("/accounts", NOTHING, &[("key", "0123456789abcdef"), ("name", "N"), ("email", "n@fairfloor.test"), ("telephone", ""), ("role", "admin")]),
    deed("/accounts/{id}/closing", ACCOUNT, VERSION),
    deed("/accounts/{id}/reset", ACCOUNT, VERSION),
    // audit
    page("/audit"),
    // programs
    page("/programs"),
    deed("/programs", NOTHING, &[("name", "Planted"), ("telephone", ""), ("email", "")]),
    deed("/programs/{id}", PROGRAM, &[("telephone", ""), ("email", ""), ("version", "1")]),
    deed("/programs/{id}/funding-sources", PROGRAM, &[("name", "Planted"), ("kind", "bank")]),
    deed("/programs/{id}/deciding-bodies", PROGRAM, &[("name", "Planted")]),
    // people
    about("/clients/{id}/facts", CLIENT),
    deed("/clients/{id}/facts", CLIENT, FACTS),
    about("/clients/{id}/owners", CLIENT),
    deed("/clients/{id}/owners", CLIENT, NEW_OWNER),
    deed("/clients/{id}/owners/{person}", OWNER, PERSON),
    deed("/clients/{id}/owners/{person}/ending", OWNER, &[("on", "2026-01-01")]),
    deed("/clients/{id}/workers", CLIENT, &[("key", "0123456789abcdef"), ("workers", "5")]),
    deed("/clients/{id}/advisor", CLIENT, &[("advisor", "{advisor}")]),
    // resources
    about("/clients/{id}/resources", CLIENT),
    deed("/clients/{id}/resources", CLIENT, DEPLOYMENT),
    about("/resources/{id}", RESOURCE),
    deed("/resources/{id}", RESOURCE, DEPLOYMENT),
    deed("/resources/{id}/undoing", RESOURCE, VERSION),
    // reports
    page("/reports"),
    about("/reports/{file}", &[("file", "{file}")]),
];

/// The records of one program, by the words samples call them.
#[derive(Debug, Clone)]
pub struct Records(BTreeMap<&'static str, String>);

impl Records {
    /// The records of a program; its client gets a resource.
    pub async fn of(app: &TestApp, program: &Program) -> Self {
        let mut records = Self::shared(app, program);
        let (client, key) = (program.client_key, program.key);
        let resource = app.db.write(Actor::system(), move |tx| {
            let client = people::queries::find_in(tx, client, key)?;
            let amount = |amount| Step { amount, on: None };
            let new = NewDeployment {
                kind: ResourceKind::Grant,
                unit: Unit::Cents,
                applied: amount(Some(100_000)),
                awarded: amount(None),
                delivered: amount(None),
                funding_source: None,
                deciding_body: None,
                note: None,
            };
            resources::queries::deploy(tx, &client, &new)
        });
        records.0.insert("{resource}", resource.await.unwrap().to_string());
        records
    }

    /// Ids that nothing has.
    pub async fn unknown(app: &TestApp, program: &Program) -> Self {
        let mut records = Self::shared(app, program);
        let bits = [7; 16];
        let unknown = [
            ("{client}", ClientId::from_bits(bits).to_string()),
            ("{person}", PersonId::from_bits(bits).to_string()),
            ("{resource}", DeploymentId::from_bits(bits).to_string()),
            ("{account}", AccountId::from_bits(bits).to_string()),
            ("{program}", ProgramId::from_bits(bits).to_string()),
        ];
        records.0.extend(unknown);
        records
    }

    fn shared(app: &TestApp, program: &Program) -> Self {
        Self(BTreeMap::from([
            ("{client}", program.client.to_string()),
            ("{person}", program.owner.to_string()),
            ("{program}", program.id.to_string()),
            ("{account}", app.account("Aud").1.to_string()),
            ("{advisor}", app.account("Ada").0.to_string()),
            ("{file}", "2025.csv".to_owned()),
            ("{hash}", "none".to_owned()),
            ("{name}", "app.css".to_owned()),
            ("{token}", "0".repeat(52)),
        ]))
    }

    /// A record's id, or the text itself.
    pub fn value(&self, text: &str) -> String {
        self.0.get(text).cloned().unwrap_or_else(|| text.to_owned())
    }

    /// An address with its records.
    pub fn fill(&self, route: &str, fills: &[(&str, &str)]) -> String {
        let path = fills.iter().fold(route.to_owned(), |path, (name, record)| path.replace(&format!("{{{name}}}"), &self.value(record)));
        assert!(!path.contains('{'), "{route} has a name without a sample");
        path
    }

    /// An address whose first id is written otherwise.
    pub fn misspelt(&self, route: &str, spelling: &str) -> String {
        let path = route.replacen("{id}", spelling, 1).replace("{person}", &self.value("{person}"));
        assert!(!path.contains('{'), "{route}");
        path
    }
}
