//! What is filled into each route's address and form: records of one program.

use crate::house::{Program, Referred, TestApp};
use fairfloor::auth;
use fairfloor::config::Clock;
use fairfloor::import;
use fairfloor::partners::{self, NewClosure, ServiceFacts};
use fairfloor::people;
use fairfloor::referrals::deed::Who;
use fairfloor::referrals::inbound::InboundForm;
use fairfloor::referrals::queries;
use fairfloor::resources::{self, NewDeployment, Step};
use fairfloor::services::{self, Given, NewService, Promise, Whom};
use fairfloor::store::Actor;
use fairfloor::store::Tx;
use fairfloor::values::{
    AccountId, Channel, ClientId, ClosureId, ContactId, Day, DeploymentId, FollowUpId, ImportId, InboundId, Kind, Line, MessageId, Minutes,
    NeedId, OfferId, PartnerId, PersonId, ProgramId, ReferralId, ResourceKind, ServiceId, ServiceKind, SiteId, Unit,
};
use fairfloor::values::{ZoneEditionId, ZoneId};
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
    /// True when the address names a record.
    pub fn names_a_record(&self) -> bool {
        self.fills.iter().any(|(_, record)| {
            !matches!(
                *record,
                "{directory}" | "{file}" | "{hash}" | "{name}" | "{token}" | "{zone}" | "{edition}" | "{pressure}" | "{rule}"
            )
        })
    }

    /// True when address or form name a record.
    pub fn is_scoped(&self) -> bool {
        self.names_a_record() || self.fields.iter().any(|(_, value)| matches!(*value, "{client}" | "{program key}" | "{job}"))
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

const LOG: &[(&str, &str)] = &[
    ("key", "0123456789abcdef"),
    ("back", "client"),
    ("client_id", "{client}"),
    ("kind", "space"),
    ("minutes", "30"),
    ("channel", "phone"),
    ("follow_up", "none"),
];
const CALL: &[(&str, &str)] =
    &[("key", "0123456789abcdef"), ("kind", "space"), ("minutes", "30"), ("channel", "phone"), ("follow_up", "none")];
const SERVICE: &[(&str, &str)] = &[("id", "{service}")];
const FOLLOW_UP: &[(&str, &str)] = &[("id", "{follow-up}")];
const IMPORT: &[(&str, &str)] = &[("id", "{import}")];
const JOB: &[(&str, &str)] = &[("id", "{job}")];
const KEY: &[(&str, &str)] = &[("key", "0123456789abcdef")];
const INBOUND: &[(&str, &str)] = &[("id", "{inbound}")];
const REFERRAL: &[(&str, &str)] = &[("id", "{referral}")];
const PARTNER: &[(&str, &str)] = &[("id", "{partner}")];
const OFFER: &[(&str, &str)] = &[("id", "{partner}"), ("service", "{offer}")];
const SITE: &[(&str, &str)] = &[("id", "{site}")];
const TOKEN: &[(&str, &str)] = &[("token", "{token}")];

const VERSION_AND_KEY: &[(&str, &str)] = &[("key", "0123456789abcdef"), ("version", "1")];
const OCCUPANCY: &[(&str, &str)] = &[
    ("key", "0123456789abcdef"),
    ("version", "0"),
    ("tenure", "lease"),
    ("lease_ends_on", ""),
    ("rent", ""),
    ("rent_step", ""),
    ("lease_option", ""),
    ("option_words", ""),
    ("notice", ""),
    ("notice_on", ""),
    ("has_rezoning", ""),
    ("rezoning_source", ""),
    ("has_building_sale", ""),
    ("has_competing_use", ""),
    ("competing_words", ""),
    ("basis", "visit"),
    ("told_on", "2026-01-01"),
];
const DECISION: &[(&str, &str)] = &[
    ("key", "0123456789abcdef"),
    ("version", "0"),
    ("program", ""),
    ("is_on", "no"),
    ("level", "watch"),
    ("threshold", "5"),
    ("reason", "R"),
    ("evidence", "E"),
    ("decided_by", "B"),
    ("decided_on", "2026-01-01"),
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
    deed("/programs", NOTHING, &[("key", "0123456789abcdef"), ("name", "Planted"), ("telephone", ""), ("email", "")]),
    deed("/programs/{id}", PROGRAM, &[("telephone", ""), ("email", ""), ("version", "1")]),
    deed("/programs/{id}/funding-sources", PROGRAM, &[("key", "0123456789abcdef"), ("name", "Planted"), ("kind", "bank")]),
    deed("/programs/{id}/deciding-bodies", PROGRAM, &[("key", "0123456789abcdef"), ("name", "Planted")]),
    // people
    about("/clients/{id}/facts", CLIENT),
    deed("/clients/{id}/facts", CLIENT, FACTS),
    about("/clients/{id}/owners", CLIENT),
    deed("/clients/{id}/owners", CLIENT, NEW_OWNER),
    deed("/clients/{id}/owners/{person}", OWNER, PERSON),
    deed("/clients/{id}/owners/{person}/ending", OWNER, &[("on", "2026-01-01")]),
    deed("/clients/{id}/workers", CLIENT, &[("key", "0123456789abcdef"), ("workers", "5")]),
    deed("/clients/{id}/advisor", CLIENT, &[("advisor", "{advisor}"), ("from", "{advisor}")]),
    // resources
    about("/clients/{id}/resources", CLIENT),
    deed("/clients/{id}/resources", CLIENT, DEPLOYMENT),
    about("/resources/{id}", RESOURCE),
    deed("/resources/{id}", RESOURCE, DEPLOYMENT),
    deed("/resources/{id}/undoing", RESOURCE, VERSION),
    // self-identification
    other(about("/about-me/{token}", TOKEN)),
    deed("/about-me/{token}", TOKEN, &[("race", "WHITE")]),
    other(about("/about-me/{token}/saved", TOKEN)),
    deed("/about-me/{token}/deleting", TOKEN, NOTHING),
    // services
    about("/services/{id}", SERVICE),
    deed("/services/{id}", SERVICE, &[("key", "0123456789abcdef"), ("version", "1"), ("kind", "space"), ("minutes", "30"), ("channel", "phone")]),
    deed("/services/{id}/undoing", SERVICE, VERSION),
    deed("/services/{id}/client", SERVICE, &[("key", "0123456789abcdef"), ("version", "1"), ("client_id", "{own client}")]),
    page("/follow-ups/new"),
    deed("/follow-ups", NOTHING, &[("key", "0123456789abcdef"), ("client_id", "{client}"), ("title", "Planted"), ("due_on", "{tomorrow}")]),
    deed("/follow-ups/{id}/finish", FOLLOW_UP, VERSION),
    deed("/follow-ups/{id}/reopening", FOLLOW_UP, VERSION),
    // desk
    page("/today"),
    page("/find"),
    page("/clients"),
    page("/clients/waiting"),
    page("/clients/new"),
    deed("/clients", NOTHING, &[("key", "0123456789abcdef"), ("program", "{program key}"), ("name", "Planted"), ("first_name", "Planted")]),
    about("/clients/{id}", CLIENT),
    about("/clients/{id}/call", CLIENT),
    deed("/clients/{id}/call", CLIENT, CALL),
    deed("/clients/{id}/self-identification-links", CLIENT, &[("key", "0123456789abcdef"), ("person", "{person}")]),
    deed("/services", NOTHING, LOG),
    // import
    page("/imports"),
    other(page("/imports/preview")),
    deed("/imports/preview", NOTHING, NOTHING),
    deed("/imports", NOTHING, &[("key", "0123456789abcdef"), ("job", "{job}"), ("seen", "x")]),
    other(about("/imports/jobs/{id}", JOB)),
    about("/imports/{id}", IMPORT),
    deed("/imports/{id}/undoing", IMPORT, KEY),
    // referrals
    page("/lists"),
    deed("/lists", NOTHING, &[("key", "0123456789abcdef"), ("list", "decline"), ("label", "Planted"), ("client_label", "They planted something else."), ("group", "capacity"), ("side", "partner")]),
    deed("/lists/{code}/use", &[("code", "{file}")], &[("key", "0123456789abcdef"), ("list", "decline")]),
    page("/referrals"),
    about("/clients/{id}/referrals/new", CLIENT),
    deed("/clients/{id}/referrals", CLIENT, &[("key", "0123456789abcdef"), ("kind", "real_estate"), ("need", "Planted"), ("urgency", "no_rush")]),
    page("/referrals/triage"),
    deed("/referrals/{id}/taking", REFERRAL, &[("key", "0123456789abcdef"), ("version", "1"), ("advisor", "{advisor}")]),
    about("/inbound/{id}", INBOUND),
    deed("/inbound/{id}/taking", INBOUND, &[("key", "0123456789abcdef"), ("client", "new")]),
    deed("/inbound/{id}/closing", INBOUND, &[("key", "0123456789abcdef"), ("why", "Planted"), ("told_on", "2026-01-01")]),
    page("/referrals/next-steps"),
    deed("/referrals/next-steps", NOTHING, KEY),
    about("/referrals/{id}", REFERRAL),
    deed("/referrals/{id}/events", REFERRAL, &[("key", "0123456789abcdef"), ("version", "1"), ("event", "undo_send")]),
    other(about("/referrals/{id}/needs", REFERRAL)),
    deed("/referrals/{id}/needs", REFERRAL, &[("key", "0123456789abcdef"), ("version", "1"), ("need", "Planted")]),
    other(about("/referrals/{id}/confidential", REFERRAL)),
    deed("/referrals/{id}/confidential", REFERRAL, &[("key", "0123456789abcdef"), ("version", "0"), ("words", "Planted")]),
    deed("/referrals/{id}/non-disclosure", REFERRAL, &[("key", "0123456789abcdef"), ("signed_on", "2026-01-02"), ("until_on", "2027-01-02"), ("by_client", "Planted"), ("by_partner", "Planted"), ("document", "Planted")]),
    deed("/referrals/{id}/non-disclosure/ending", REFERRAL, &[("key", "0123456789abcdef")]),
    deed("/referrals/{id}/partner", REFERRAL, &[("key", "0123456789abcdef"), ("version", "1"), ("contact", "{contact}")]),
    deed("/referrals/{id}/consent", REFERRAL, &[("key", "0123456789abcdef"), ("version", "1"), ("answer", "ask")]),
    deed("/referrals/{id}/consent/ending", REFERRAL, &[("key", "0123456789abcdef"), ("version", "1"), ("source", "call")]),
    deed("/referrals/{id}/consent/renewal", REFERRAL, KEY),
    deed("/referrals/{id}/tasks", REFERRAL, &[("key", "0123456789abcdef"), ("task", "4711"), ("answer", "seen")]),
    deed("/referrals/{id}/contact", REFERRAL, &[("key", "0123456789abcdef"), ("contact", "{contact}")]),
    deed("/referrals/{id}/sending", REFERRAL, KEY),
    deed("/referrals/{id}/links", REFERRAL, &[("key", "0123456789abcdef"), ("version", "1")]),
    deed("/referrals/{id}/codes", REFERRAL, &[("key", "0123456789abcdef"), ("handing", "letter")]),
    deed("/referrals/{id}/codes/closing", REFERRAL, KEY),
    about("/referrals/{id}/messages", REFERRAL),
    deed("/referrals/{id}/messages", REFERRAL, &[("key", "0123456789abcdef"), ("readers", "client"), ("body", "Planted")]),
    deed("/referrals/{id}/messages/settling", REFERRAL, &[("key", "0123456789abcdef"), ("last", "1")]),
    page("/referrals/clocks"),
    deed("/referrals/clocks", &[], &[("key", "clocks0001"), ("program", "{program key}"), ("kind", "workforce"), ("timer", "decision"), ("days", "6"), ("reason", "The board meets every other Friday")]),
    deed("/referrals/clocks/held", &[], &[("program", "{program key}"), ("version", "1"), ("minutes", "10")]),
    deed("/referrals/{id}/calls", &[("id", "{referral}")], &[("key", "calls00001"), ("reached", "no")]),
    page("/outbox"),
    about("/outbox/{id}/letter", &[("id", "{message}")]),
    deed("/outbox/{id}/sending", &[("id", "{message}")], NOTHING),
    deed("/outbox/{id}/stop", &[("id", "{message}")], NOTHING),
    deed("/outbox/{id}/attempts", &[("id", "{message}")], NOTHING),
    // zones
    page("/zones"),
    about("/zones/{id}", &[("id", "{zone}")]),
    page("/zones/import"),
    other(page("/zones/preview")),
    deed("/zones/preview", NOTHING, NOTHING),
    deed("/zones/editions", NOTHING, &[("key", "0123456789abcdef"), ("job", "{job}"), ("set", "S"), ("kind", "K"), ("source", "S"), ("licence", ""), ("valid_from", "2026-01-01")]),
    deed("/zones/editions/{id}/undoing", &[("id", "{edition}")], KEY),
    deed("/zones/{id}/pressures", &[("id", "{zone}")], &[("key", "0123456789abcdef"), ("what", "W"), ("where_written", "S"), ("since_on", "")]),
    deed("/zones/{id}/pressures/{pressure}/ending", &[("id", "{zone}"), ("pressure", "{pressure}")], VERSION_AND_KEY),
    page("/leases"),
    about("/clients/{id}/place", CLIENT),
    deed("/clients/{id}/location", CLIENT, &[("key", "0123456789abcdef"), ("point", "40.7050, -73.9450"), ("source", "map"), ("since_on", "")]),
    deed("/clients/{id}/occupancy", CLIENT, OCCUPANCY),
    page("/zones/rules"),
    about("/zones/rules/{rule}", &[("rule", "{rule}")]),
    deed("/zones/rules/{rule}", &[("rule", "{rule}")], DECISION),
    // partners
    page("/partners"),
    deed("/partners", NOTHING, &[("key", "0123456789abcdef"), ("program", "{program key}"), ("name", "Planted"), ("kind", "workforce")]),
    about("/partners/{id}", PARTNER),
    deed("/partners/{id}", PARTNER, &[("version", "1"), ("name", "Planted"), ("kind", "workforce")]),
    deed("/partners/{id}/contacts", PARTNER, &[("key", "0123456789abcdef"), ("contact_name", "P"), ("contact_email", "p@example.org"), ("contact_telephone", "")]),
    deed("/partners/{id}/contacts/{contact}/closing", &[("id", "{partner}"), ("contact", "{contact}")], NOTHING),
    about("/partners/{id}/services/new", PARTNER),
    deed("/partners/{id}/services", PARTNER, &[("key", "0123456789abcdef"), ("name", "Planted"), ("kind", "workforce"), ("status", "active")]),
    about("/partners/{id}/services/{service}", OFFER),
    deed("/partners/{id}/services/{service}", OFFER, &[("version", "1"), ("name", "Planted"), ("kind", "workforce"), ("status", "active")]),
    deed("/partners/{id}/services/{service}/retirement", OFFER, &[("key", "0123456789abcdef"), ("version", "1")]),
    deed("/partners/{id}/services/{service}/checks", OFFER, &[("key", "0123456789abcdef"), ("version", "1")]),
    deed("/partners/{id}/services/{service}/capacity", OFFER, &[("key", "0123456789abcdef"), ("version", "1"), ("capacity", "full"), ("full_until", "")]),
    deed("/partners/{id}/closures", PARTNER, &[("key", "0123456789abcdef"), ("closure_from", "2199-12-21"), ("closure_to", "2199-12-31"), ("closure_reason", "Holidays")]),
    deed("/partners/{id}/closures/{closure}/withdrawal", &[("id", "{partner}"), ("closure", "{closure}")], NOTHING),
    // sites
    page("/sites"),
    deed("/sites", NOTHING, &[("key", "0123456789abcdef"), ("partner", "{partner}"), ("name", "Planted")]),
    page("/sites/new"),
    page("/sites/paste"),
    deed("/sites/paste", NOTHING, &[("key", "0123456789abcdef"), ("partner", "{partner}"), ("text", "name: Planted"), ("deed", "list")]),
    deed("/sites/asking", NOTHING, KEY),
    page("/sites/rule"),
    deed("/sites/rule", NOTHING, &[("key", "0123456789abcdef"), ("program", "{program key}"), ("rule", "wait"), ("reason", "Fair"), ("evidence", "A count"), ("decided_by", "The board"), ("decided_on", "2026-01-01")]),
    about("/sites/{id}", SITE),
    about("/sites/{id}/facts", SITE),
    deed("/sites/{id}", SITE, &[("version", "1"), ("name", "Planted"), ("status", "available")]),
    deed("/sites/{id}/checks", SITE, &[("key", "0123456789abcdef"), ("answer", "available")]),
    deed("/sites/{id}/tellings", SITE, KEY),
    deed("/sites/{id}/allocations", SITE, &[("key", "0123456789abcdef"), ("need", "{need}")]),
    other(about("/u/{token}", TOKEN)),
    deed("/u/{token}", TOKEN, &[("key", "0123456789abcdef"), ("site", "{site}"), ("answer", "gone")]),
    // space
    about("/clients/{id}/space", CLIENT),
    deed("/clients/{id}/space", CLIENT, &[("key", "0123456789abcdef"), ("version", "1"), ("min_sq_ft", "4000"), ("deed", "match")]),
    deed("/clients/{id}/space/closing", CLIENT, &[("key", "0123456789abcdef"), ("why", "met")]),
    deed("/clients/{id}/space/letting", CLIENT, &[("key", "0123456789abcdef"), ("referral", "{referral}"), ("site", "{site}")]),
    other(about("/clients/{id}/space/message", CLIENT)),
    deed("/clients/{id}/space/message", CLIENT, &[("key", "0123456789abcdef"), ("urgency", "no_rush"), ("to", "{site}")]),
    about("/clients/{id}/space/check", CLIENT),
    // partners' and entrepreneurs' own pages: see `links`
    other(about("/p/{token}", TOKEN)),
    about("/clients/{id}/questions", CLIENT),
    deed("/clients/{id}/questions", CLIENT, &[("key", "0123456789abcdef"), ("kind", "real_estate"), ("text", "Planted?"), ("contact", "{contact}")]),
    other(page("/q/thanks")),
    other(about("/q/{token}", TOKEN)),
    deed("/q/{token}", TOKEN, &[("answer", "yes"), ("sentence", ""), ("on", ""), ("name", "P")]),
    deed("/p/{token}", TOKEN, NOTHING),
    other(page("/p/inbox")),
    deed("/p/inbox/codes", NOTHING, &[("email", "sal@harbor.test")]),
    deed("/p/inbox", NOTHING, &[("email", "sal@harbor.test"), ("code", "000000")]),
    other(page("/p/mine")),
    deed("/p/mine/updates", NOTHING, &[("key", "0123456789abcdef"), ("next", "{tomorrow}")]),
    deed("/p/leaving", NOTHING, NOTHING),
    deed("/p/r/{id}/reminder", REFERRAL, &[("key", "0123456789abcdef"), ("on", "{tomorrow}")]),
    deed("/p/r/{id}/right-contact", REFERRAL, &[("key", "0123456789abcdef"), ("right_name", "P"), ("right_email", "p@harbor.test"), ("right_telephone", "")]),
    deed("/p/r/{id}/codes", REFERRAL, NOTHING),
    deed("/p/r/{id}/browser", REFERRAL, &[("code", "000000")]),
    deed("/p/{token}/opening", TOKEN, &[("name", "Planted")]),
    other(page("/p/thanks")),
    other(about("/p/r/{id}", REFERRAL)),
    deed("/p/r/{id}/confidential", REFERRAL, NOTHING),
    deed("/p/r/{id}/events", REFERRAL, &[("key", "0123456789abcdef"), ("version", "1"), ("event", "acknowledge")]),
    other(about("/s/{token}", TOKEN)),
    other(about("/s/{token}/stopping", TOKEN)),
    deed("/s/{token}/sharing", TOKEN, &[("key", "0123456789abcdef"), ("what", "renew")]),
    deed("/s/{token}/events", TOKEN, &[("key", "0123456789abcdef"), ("version", "1"), ("event", "withdraw")]),
    other(about("/s/{token}/requests", TOKEN)),
    deed("/s/{token}/requests", TOKEN, &[("key", "0123456789abcdef"), ("kind", "workforce"), ("need", "Planted"), ("urgency", "no_rush")]),
    other(about("/me/referrals/{id}/requests", REFERRAL)),
    deed("/me/referrals/{id}/requests", REFERRAL, &[("key", "0123456789abcdef"), ("kind", "workforce"), ("need", "Planted"), ("urgency", "no_rush")]),
    other(about("/p/r/{id}/somebody", REFERRAL)),
    deed("/p/r/{id}/somebody", REFERRAL, &[("key", "0123456789abcdef"), ("person_name", "Planted"), ("telephone", "718 555 0199"), ("kind", "workforce"), ("need", "Planted"), ("agreed", "yes")]),
    other(about("/s/{token}/messages", TOKEN)),
    deed("/s/{token}/messages", TOKEN, &[("key", "0123456789abcdef"), ("readers", "client"), ("body", "Planted")]),
    other(about("/me/referrals/{id}/messages", REFERRAL)),
    deed("/me/referrals/{id}/messages", REFERRAL, &[("key", "0123456789abcdef"), ("readers", "client"), ("body", "Planted")]),
    other(about("/p/r/{id}/messages", REFERRAL)),
    deed("/p/r/{id}/messages", REFERRAL, &[("key", "0123456789abcdef"), ("readers", "client"), ("body", "Planted")]),
    other(page("/c")),
    deed("/c", NOTHING, &[("reference", "R-1"), ("code", "0000-0000-0000")]),
    other(about("/me/referrals/{id}", REFERRAL)),
    other(about("/me/referrals/{id}/stopping", REFERRAL)),
    deed("/me/referrals/{id}/events", REFERRAL, &[("key", "0123456789abcdef"), ("version", "1"), ("event", "withdraw")]),
    deed("/me/referrals/{id}/sharing", REFERRAL, &[("key", "0123456789abcdef"), ("what", "renew")]),
    deed("/me/leaving", NOTHING, NOTHING),
    // reports
    page("/reports"),
    about("/exports/{file}", &[("file", "{directory}")]),
    page("/reports/referrals"),
    other(page("/reports/referrals.csv")),
    other(page("/reports/referrals.json")),
    about("/reports/{file}", &[("file", "{file}")]),
];

/// What stands in the directory about a partner.
async fn partner_things(app: &TestApp, partner: &str) -> Vec<(&'static str, String)> {
    let id = PartnerId::parse(partner).unwrap();
    let things = app.db.write(Actor::system(), move |tx| {
        let key = tx.query_row("SELECT id FROM partner WHERE public_id = ?1", [id], |row| row.get(0))?;
        let partner = partners::queries::find(tx, key)?;
        let day = Day::parse("2199-01-02")?;
        let new = NewClosure { from: day, to: day, reason: Line::parse("Stock-taking", "why")? };
        let facts = ServiceFacts::named(Line::parse("Lofts", "the name")?, Kind::RealEstate);
        Ok((partners::queries::announce_closure(tx, &partner, &new)?, partners::queries::add_service(tx, &partner, &facts)?))
    });
    let (closure, offer) = things.await.unwrap();
    vec![("{closure}", closure.to_string()), ("{offer}", offer.to_string())]
}

/// The records of one program, by the words samples call them.
#[derive(Debug, Clone)]
pub struct Records(BTreeMap<&'static str, String>);

impl Records {
    /// The records of a program; its client gets a resource.
    pub async fn of(app: &TestApp, program: &Program) -> Self {
        let mut records = Self::shared(app, program);
        let (client, key) = (program.client_key, program.key);
        let Referred { referral, partner, contact, message, .. } = app.refer(program).await;
        records.0.extend([("{referral}", referral), ("{partner}", partner), ("{contact}", contact), ("{message}", message)]);
        records.0.insert("{inbound}", sent_one(app, program, &records.value("{referral}")).await);
        let directory = partner_things(app, &records.value("{partner}")).await;
        records.0.extend(directory);
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
                referral: None,
                note: None,
            };
            resources::queries::deploy(tx, &client, &new)
        });
        records.0.insert("{resource}", resource.await.unwrap().to_string());
        let (site, need) = list_a_unit(app, program, &records.value("{partner}")).await;
        records.0.extend([("{site}", site), ("{need}", need)]);
        let advisor = app.account(program.advisor).0;
        let (service, follow_up) = app.db.write(Actor::system(), move |tx| log_one(tx, advisor, key, client)).await.unwrap();
        records.0.extend([("{service}", service), ("{follow-up}", follow_up), ("{import}", import_one(app, program).await)]);
        records.0.extend(draw_one(app).await);
        records
    }

    /// Ids that nothing has.
    pub fn unknown(app: &TestApp, program: &Program) -> Self {
        let mut records = Self::shared(app, program);
        let bits = [7; 16];
        let unknown = [
            ("{client}", ClientId::from_bits(bits).to_string()),
            ("{person}", PersonId::from_bits(bits).to_string()),
            ("{service}", ServiceId::from_bits(bits).to_string()),
            ("{follow-up}", FollowUpId::from_bits(bits).to_string()),
            ("{program key}", "4711".to_owned()),
            ("{referral}", ReferralId::from_bits(bits).to_string()),
            ("{inbound}", InboundId::from_bits(bits).to_string()),
            ("{partner}", PartnerId::from_bits(bits).to_string()),
            ("{contact}", ContactId::from_bits(bits).to_string()),
            ("{closure}", ClosureId::from_bits(bits).to_string()),
            ("{offer}", OfferId::from_bits(bits).to_string()),
            ("{message}", MessageId::from_bits(bits).to_string()),
            ("{import}", ImportId::from_bits(bits).to_string()),
            ("{resource}", DeploymentId::from_bits(bits).to_string()),
            ("{zone}", ZoneId::from_bits(bits).to_string()),
            ("{edition}", ZoneEditionId::from_bits(bits).to_string()),
            ("{account}", AccountId::from_bits(bits).to_string()),
            ("{program}", ProgramId::from_bits(bits).to_string()),
            ("{site}", SiteId::from_bits(bits).to_string()),
            ("{need}", NeedId::from_bits(bits).to_string()),
        ];
        records.0.extend(unknown);
        records
    }

    fn shared(app: &TestApp, program: &Program) -> Self {
        Self(BTreeMap::from([
            ("{client}", program.client.to_string()),
            ("{person}", program.owner.to_string()),
            ("{program}", program.id.to_string()),
            ("{program key}", program.key.to_string()),
            ("{own client}", app.beta.client.to_string()),
            ("{tomorrow}", app.db.clock().today().plus_days(1).to_string()),
            ("{account}", app.account("Aud").1.to_string()),
            ("{advisor}", app.account("Ada").0.to_string()),
            ("{file}", "2025.csv".to_owned()),
            ("{directory}", "partners.csv".to_owned()),
            ("{hash}", "none".to_owned()),
            ("{job}", "0".repeat(26)),
            ("{name}", "app.css".to_owned()),
            ("{rule}", "rent_step".to_owned()),
            ("{pressure}", "0".repeat(26)),
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
        let first = route.replacen("{id}", spelling, 1);
        let path = self.0.iter().fold(first, |path, (name, value)| path.replace(name, value));
        assert!(!path.contains('{'), "{route}");
        path
    }
}

/// Somebody whom the partner of a referral sent to the program.
async fn sent_one(app: &TestApp, program: &Program, referral: &str) -> String {
    let (program, referral) = (program.key, referral.to_owned());
    let sent = app.db.write(Actor::system(), move |tx| {
        let key: i64 =
            tx.query_row("SELECT id FROM referral WHERE public_id = ?1 AND program_id = ?2", (referral, program), |row| row.get(0))?;
        let form = InboundForm {
            key: String::new(),
            person_name: "Rosa Planted".to_owned(),
            telephone: "718 555 0199".to_owned(),
            business_name: String::new(),
            kind: "workforce".to_owned(),
            need: "Two welders".to_owned(),
            agreed: Some("yes".to_owned()),
        };
        let new = form.parse().unwrap();
        queries::send_somebody(tx, &Who::partner(None, "Sal Silva"), &queries::find(tx, key)?, &new)
    });
    sent.await.unwrap().to_string()
}

/// A service with a follow-up, by an advisor of the program.
fn log_one(tx: &Tx<'_>, advisor: i64, program: i64, business: i64) -> fairfloor::error::Result<(String, String)> {
    let viewer = auth::queries::find_viewer(tx, advisor, Clock::machine_now().millis())?.unwrap();
    let given =
        Given { kind: ServiceKind::Space, channel: Channel::Phone, minutes: Minutes::parse("30")?, note: None, served_on: tx.today() };
    let promise = Promise { title: Line::parse("Call Rosa", "the title")?, due_on: tx.today().plus_days(3) };
    let new = NewService { program, whom: Whom::Client(business), given, follow_up: Some(promise) };
    let (_, service) = services::queries::log(tx, &viewer, new)?;
    let follow_ups = services::queries::follow_ups_of(tx, &viewer, tx.at(), 5)?;
    Ok((service.to_string(), follow_ups[0].id.to_string()))
}

/// A unit of the program's partner, and a need of its client.
async fn list_a_unit(app: &TestApp, program: &Program, partner: &str) -> (String, String) {
    use fairfloor::sites::{NewSite, attribute::Facts, queries};
    let (partner, client, key) = (PartnerId::parse(partner).unwrap(), program.client_key, program.key);
    app.db
        .write(Actor::system(), move |tx| {
            let partner: i64 = tx.query_row("SELECT id FROM partner WHERE public_id = ?1", [&partner], |row| row.get(0))?;
            let partner = fairfloor::partners::queries::find(tx, partner)?;
            let (_, site) = queries::add(tx, &partner, &NewSite { name: "Foundry, unit 4".to_owned(), facts: Facts::default() })?;
            let client = people::queries::find_in(tx, client, key)?;
            let words = queries::Words { note: None, told: None };
            let looking = queries::start_need(tx, &client, &Facts::default(), &words, None)?;
            Ok((site.to_string(), looking.need.id.to_string()))
        })
        .await
        .unwrap()
}

/// A file with one client, read into the program.
async fn import_one(app: &TestApp, program: &Program) -> String {
    let file = app.folder.folder.path().with_extension("csv");
    std::fs::write(&file, "Business name,City\nAlpha Metal Imports,Macon\n").unwrap();
    let key = program.key;
    let name = app.db.read(move |conn| fairfloor::programs::queries::find(conn, key)).await.unwrap().name;
    let command = import::Command { kind: "clients".to_owned(), file, program: Some(name), map: Vec::new(), preset: None, dry_run: false };
    import::command(&app.db, command, &mut |_, _| {}).await.unwrap();
    app.db.read(|conn| Ok(conn.query_row("SELECT public_id FROM import_run", [], |row| row.get(0))?)).await.unwrap()
}

/// A zone around the harbor, and the edition it comes from.
async fn draw_one(app: &TestApp) -> [(&'static str, String); 2] {
    let file = app.folder.folder.path().with_extension("geojson");
    std::fs::write(&file, crate::zones::harbor()).unwrap();
    let command = fairfloor::places::command::Command { file, ..Default::default() };
    fairfloor::places::command::command(&app.db, command).await.unwrap();
    let one = |sql: &'static str| app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get::<_, String>(0))?));
    [("{zone}", one("SELECT public_id FROM zone").await.unwrap()), ("{edition}", one("SELECT public_id FROM zone_edition").await.unwrap())]
}
