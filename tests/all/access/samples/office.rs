//! Samples of the house itself: signing in, accounts, programs, lists, files in and out, reports, the record.

use super::{KEY, NOTHING, Sample, VERSION, about, deed, other, page};

const ACCOUNT: &[(&str, &str)] = &[("id", "{account}")];
const PROGRAM: &[(&str, &str)] = &[("id", "{program}")];
const SOURCE: &[(&str, &str)] = &[("id", "{source}")];
const BODY: &[(&str, &str)] = &[("id", "{body}")];
const MEMBER: &[(&str, &str)] = &[("id", "{member}")];
const MEETING: &[(&str, &str)] = &[("id", "{meeting}")];
const DECISION: &[(&str, &str)] = &[("id", "{decision}")];
const IMPORT: &[(&str, &str)] = &[("id", "{import}")];
const PRESET: &[(&str, &str)] = &[("id", "{preset}")];
const RELEASE: &[(&str, &str)] = &[("id", "{release}")];
const JOB: &[(&str, &str)] = &[("id", "{job}")];

#[rustfmt::skip]
pub const SAMPLES: &[Sample] = &[
    page("/languages"),
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
    deed("/account/away", NOTHING, &[("away_until", "")]),
    deed("/account/password", NOTHING, &[("current", "x"), ("password", "x"), ("again", "x")]),
    page("/accounts"),
    deed("/accounts", NOTHING, &[("key", "0123456789abcdef"), ("name", "N"), ("email", "n@fairfloor.test"), ("telephone", ""), ("role", "admin"), ("password", "x"), ("code", "000000")]),
    deed("/accounts/{id}/closing", ACCOUNT, VERSION),
    about("/accounts/{id}/reset", ACCOUNT),
    deed("/accounts/{id}/reset", ACCOUNT, &[("key", "0123456789abcdef"), ("version", "1"), ("password", "x"), ("code", "000000")]),
    // audit
    page("/audit"),
    // programs
    page("/programs"),
    deed("/programs", NOTHING, &[("key", "0123456789abcdef"), ("name", "Planted"), ("telephone", ""), ("email", "")]),
    deed("/programs/{id}", PROGRAM, &[("telephone", ""), ("email", ""), ("version", "1")]),
    deed("/programs/{id}/notes", PROGRAM, &[("note_months", "24"), ("version", "1")]),
    about("/programs/{id}/services", PROGRAM),
    deed("/programs/{id}/services", PROGRAM, &[("key", "0123456789abcdef"), ("version", "1"), ("topic", "operations"), ("topic", "financing"), ("topic", "technology"), ("topic", "other"), ("topic", "people"), ("topic", "people"), ("topic", "other")]),
    deed("/programs/{id}/funding-sources", PROGRAM, &[("key", "0123456789abcdef"), ("name", "Planted"), ("kind", "bank")]),
    about("/programs/{id}/funding-sources/new", PROGRAM),
    deed("/programs/{id}/funding-sources/new", PROGRAM, &[("key", "0123456789abcdef"), ("name", "Planted"), ("kind", "bank"), ("institution", "Harbor Bank"), ("cra_test", "lending"), ("cra_purpose", "")]),
    about("/funding-sources/{id}", SOURCE),
    deed("/funding-sources/{id}", SOURCE, &[("key", ""), ("version", "1"), ("name", "Planted"), ("kind", "public"), ("institution", ""), ("cra_test", ""), ("cra_purpose", "")]),
    deed("/funding-sources/{id}/retirement", SOURCE, &[("version", "1"), ("retire", "yes")]),
    about("/programs/{id}/funding", PROGRAM),
    other(about("/programs/{id}/funding.csv", PROGRAM)),
    deed("/programs/{id}/deciding-bodies", PROGRAM, &[("key", "0123456789abcdef"), ("name", "Planted")]),
    // bodies
    about("/programs/{id}/bodies", PROGRAM),
    deed("/programs/{id}/bodies", PROGRAM, &[("key", "0123456789abcdef"), ("name", "Planted"), ("decides", ""), ("contact", ""), ("since", ""), ("until", "")]),
    about("/bodies/{id}", BODY),
    about("/bodies/{id}/facts", BODY),
    deed("/bodies/{id}/facts", BODY, &[("key", ""), ("version", "1"), ("name", "Planted"), ("decides", "Loans"), ("contact", ""), ("since", ""), ("until", "")]),
    about("/bodies/{id}/members", BODY),
    deed("/bodies/{id}/members", BODY, &[("key", "0123456789abcdef"), ("name", "Nia Hall"), ("seat", "chair"), ("speaks_for", ""), ("from", "2026-01-01"), ("to", "")]),
    about("/seats/{id}", MEMBER),
    deed("/seats/{id}", MEMBER, &[("key", ""), ("version", "1"), ("name", "Nia Hall"), ("seat", "member"), ("speaks_for", "worker"), ("from", "2026-01-01"), ("to", "")]),
    deed("/seats/{id}/links", MEMBER, VERSION),
    deed("/seats/{id}/name-removal", MEMBER, VERSION),
    about("/bodies/{id}/meetings", BODY),
    deed("/bodies/{id}/meetings", BODY, &[("key", "0123456789abcdef"), ("on", "2026-01-05"), ("minutes", "")]),
    about("/board-meetings/{id}", MEETING),
    deed("/board-meetings/{id}", MEETING, &[("key", ""), ("version", "1"), ("on", "2026-01-05"), ("minutes", "Planted")]),
    about("/board-meetings/{id}/decisions", MEETING),
    deed("/board-meetings/{id}/decisions", MEETING, &[("key", "0123456789abcdef"), ("corrects", ""), ("about", "rule"), ("decision", "Planted"), ("reason", ""), ("votes_for", ""), ("votes_against", ""), ("votes_abstained", "")]),
    about("/decisions/{id}", DECISION),
    deed("/decisions/{id}/awards", DECISION, &[("award", "{resource}"), ("version", "1")]),
    // import
    page("/imports"),
    other(page("/imports/preview")),
    deed("/imports/preview", NOTHING, NOTHING),
    deed("/imports/refused", NOTHING, &[("key", "0123456789abcdef"), ("job", "{job}"), ("seen", "x")]),
    deed("/imports", NOTHING, &[("key", "0123456789abcdef"), ("job", "{job}"), ("seen", "x")]),
    other(about("/imports/jobs/{id}", JOB)),
    other(deed("/imports/jobs/{id}/stopping", JOB, KEY)),
    about("/imports/{id}", IMPORT),
    deed("/imports/{id}/undoing", IMPORT, KEY),
    deed("/imports/{id}/presets", IMPORT, &[("key", "0123456789abcdef"), ("name", "Planted"), ("whose", "program")]),
    deed("/imports/presets/{id}", PRESET, &[("key", "0123456789abcdef"), ("version", "1"), ("name", "Planted too")]),
    deed("/imports/presets/{id}/removing", PRESET, &[("key", "0123456789abcdef"), ("version", "1")]),
    // benchmarks
    page("/benchmarks"),
    page("/benchmarks/import"),
    other(page("/benchmarks/preview")),
    deed("/benchmarks/preview", NOTHING, NOTHING),
    deed("/benchmarks/files", NOTHING, &[("key", "0123456789abcdef"), ("job", "{job}")]),
    page("/benchmarks/choice"),
    deed("/benchmarks/choice", NOTHING, &[("key", "0123456789abcdef"), ("version", "0"), ("program", "{program}"), ("first", "{benchmark}"), ("first_add", ""), ("second", ""), ("second_add", ""), ("reason", "")]),
    about("/benchmarks/{id}", &[("id", "{benchmark}")]),
    // reports
    page("/reports"),
    about("/exports/{file}", &[("file", "{directory}")]),
    page("/exports"),
    deed("/exports", NOTHING, &[("key", "0123456789abcdef"), ("kind", "training"), ("form", "csv")]),
    other(about("/exports/jobs/{id}", JOB)),
    other(about("/exports/jobs/{id}/file", JOB)),
    deed("/exports/jobs/{id}/stopping", JOB, KEY),
    page("/reports/operations"),
    other(page("/reports/operations.csv")),
    page("/reports/referrals"),
    other(page("/reports/referrals.csv")),
    other(page("/reports/referrals.json")),
    other(page("/reports/referrals/outcomes-open.csv")),
    page("/reports/releases"),
    other(page("/reports/releases/publication.json")),
    about("/reports/releases/{id}", RELEASE),
    about("/reports/releases/{id}/{file}", &[("id", "{release}"), ("file", "public.csv")]),
    deed("/reports/releases/{id}/words", RELEASE, &[("key", "0123456789abcdef"), ("version", "0"), ("context", "Planted"), ("answer", "")]),
    other(page("/reports/releases/preview")),
    deed("/reports/releases/preview", NOTHING, &[("key", "0123456789abcdef"), ("program", "{program}"), ("period", "2025"), ("years", "")]),
    other(about("/reports/releases/jobs/{id}", JOB)),
    deed("/reports/releases", NOTHING, &[("key", "0123456789abcdef"), ("job", "{job}")]),
    deed("/programs/{id}/complaints-contact", PROGRAM, &[("name", ""), ("email", ""), ("telephone", ""), ("office_hours", ""), ("version", "1")]),
    // rights
    page("/complaints"),
    about("/complaints/{id}", &[("id", "{complaint}")]),
    deed("/complaints/{id}", &[("id", "{complaint}")], &[("key", "0123456789abcdef"), ("words", "Planted")]),
];
