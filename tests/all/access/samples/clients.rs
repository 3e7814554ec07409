//! Samples of clients: who they are, what was done with them, what they got, and their self-identification.

use super::{CLIENT, KEY, NOTHING, Sample, TOKEN, VERSION, about, deed, other, page};

const ASKED: &[(&str, &str)] = &[("token", "{token}"), ("question", "{question}")];
const QUESTION: &[(&str, &str)] = &[("question", "{question}")];
const PROGRAM: &[(&str, &str)] = &[("id", "{program}")];
const OWNER: &[(&str, &str)] = &[("id", "{client}"), ("person", "{person}")];
const RESOURCE: &[(&str, &str)] = &[("id", "{resource}")];
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
    ("refused_on", ""),
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
const TRAINING: &[(&str, &str)] = &[("id", "{training}")];
const TRAINING_FACTS: &[(&str, &str)] = &[
    ("key", "0123456789abcdef"),
    ("version", "1"),
    ("title", "Planted"),
    ("topic", "technology"),
    ("format", "online"),
    ("on", "{tomorrow}"),
    ("hours", "2"),
    ("language", "en"),
];
const NOTE: &[(&str, &str)] = &[("id", "{note}")];
const COMMITMENT: &[(&str, &str)] = &[("id", "{commitment}")];
const PROMISE: &[(&str, &str)] = &[("key", "0123456789abcdef"), ("version", "1"), ("what", "Planted"), ("due_on", "{tomorrow}")];
const CERTIFICATION: &[(&str, &str)] = &[("id", "{certification}")];
const CERTIFIED: &[(&str, &str)] =
    &[("key", "0123456789abcdef"), ("version", "1"), ("code", "mbe"), ("agency", "Planted"), ("basis", "document_seen")];
const STORY: &[(&str, &str)] = &[("id", "{story}")];
const STORY_FACTS: &[(&str, &str)] = &[
    ("key", "0123456789abcdef"),
    ("version", "1"),
    ("title", "Planted"),
    ("words", "Planted"),
    ("named_as", "business"),
    ("described", ""),
    ("language", "en"),
    ("public", "yes"),
];
const OUTCOME: &[(&str, &str)] = &[("id", "{outcome}")];
const OUTCOME_FACTS: &[(&str, &str)] = &[
    ("key", "0123456789abcdef"),
    ("version", "1"),
    ("kind", "contract_won"),
    ("on", "2026-01-05"),
    ("after", "1,000"),
    ("level", "advisor_note"),
];
const KEEPING: &[(&str, &str)] = &[("key", "0123456789abcdef"), ("version", "1"), ("until_on", "{tomorrow}"), ("why", "Planted")];
const FOLLOW_UP: &[(&str, &str)] = &[("id", "{follow-up}")];

const SURVEY: &[(&str, &str)] = &[("id", "{survey}")];
const TOLD_SURVEY: &[(&str, &str)] = &[("id", "{told survey}")];
const ASKED_WORKERS: &[(&str, &str)] = &[
    ("key", "0123456789abcdef"),
    ("program", "{program key}"),
    ("title", "Planted"),
    ("from", "{tomorrow}"),
    ("until", "{tomorrow}"),
    ("most", "40"),
];
const LOOK: &[(&str, &str)] = &[("id", "{equity check}")];
const LOOKED: &[(&str, &str)] = &[
    ("key", "0123456789abcdef"),
    ("version", "1"),
    ("stage", "budget"),
    ("on", "2026-01-05"),
    ("who_pays", "Planted"),
    ("who_benefits", "Planted"),
    ("who_decides", "Planted"),
];
const INDICATOR: &[(&str, &str)] = &[("id", "{indicator}")];
const DEFINED: &[(&str, &str)] = &[
    ("key", "0123456789abcdef"),
    ("version", "1"),
    ("name", "Planted"),
    ("question", "benefits"),
    ("numerator", "services"),
    ("per", "quarter"),
    ("direction", "up"),
];
const SAID: &[(&str, &str)] = &[("key", "0123456789abcdef"), ("words", "Planted")];
const GRANT: &[(&str, &str)] = &[("id", "{grant}")];
const GRANTED: &[(&str, &str)] =
    &[("key", "0123456789abcdef"), ("version", "1"), ("name", "Planted"), ("from_on", "2026-01-01"), ("to_on", "2026-12-31")];
const WAGES: &[(&str, &str)] = &[("id", "{living wages}")];
const COUNT: &[(&str, &str)] = &[("id", "{job count}")];
const COUNTED: &[(&str, &str)] =
    &[("key", "0123456789abcdef"), ("version", "1"), ("on", "2026-01-05"), ("workers", "7"), ("basis", "document_seen")];
const POSITION: &[(&str, &str)] = &[("id", "{position}")];
const WORK: &[(&str, &str)] = &[("key", "0123456789abcdef"), ("version", "1"), ("title", "Planted"), ("heads", "1"), ("term", "full")];
const OUTREACH: &[(&str, &str)] = &[("id", "{outreach}")];
const REACHED: &[(&str, &str)] = &[
    ("key", "0123456789abcdef"),
    ("version", "1"),
    ("program", "{program key}"),
    ("kind", "event"),
    ("title", "Planted"),
    ("on", "2026-01-05"),
    ("place", "Northgate"),
    ("language", "en"),
    ("reached", "5"),
    ("contacts", "2"),
];

#[rustfmt::skip]
pub const SAMPLES: &[Sample] = &[
    // people
    about("/clients/{id}/facts", CLIENT),
    deed("/clients/{id}/facts", CLIENT, FACTS),
    about("/clients/{id}/intake", CLIENT),
    deed("/clients/{id}/intake", CLIENT, &[("is_on_file", "yes"), ("signed_on", "2026-01-01"), ("may_survey", "no"), ("in_business", ""), ("seeking", ""), ("media_words", ""), ("version", "0")]),
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
    // commitments
    about("/resources/{id}/commitments", RESOURCE),
    deed("/resources/{id}/commitments", RESOURCE, PROMISE),
    about("/commitments/{id}", COMMITMENT),
    about("/commitments/{id}/facts", COMMITMENT),
    deed("/commitments/{id}/facts", COMMITMENT, PROMISE),
    deed("/commitments/{id}/checks", COMMITMENT, &[("key", "0123456789abcdef"), ("on", "2026-01-05"), ("answer", "kept")]),
    deed("/commitments/{id}/undoing", COMMITMENT, VERSION),
    // certifications
    page("/certifications"),
    about("/clients/{id}/certifications", CLIENT),
    deed("/clients/{id}/certifications", CLIENT, CERTIFIED),
    about("/certifications/{id}", CERTIFICATION),
    deed("/certifications/{id}", CERTIFICATION, CERTIFIED),
    deed("/certifications/{id}/evidence", CERTIFICATION, VERSION),
    deed("/certifications/{id}/undoing", CERTIFICATION, VERSION),
    // self-identification
    other(about("/about-me/{token}", TOKEN)),
    other(about("/about-me/{token}/questions/{question}", ASKED)),
    deed("/about-me/{token}/questions/{question}", ASKED, &[("race", "WHITE"), ("notice", "planted")]),
    other(about("/about-me/{token}/saved", TOKEN)),
    deed("/about-me/{token}/deleting", TOKEN, NOTHING),
    deed("/about-me/{token}/ending", TOKEN, NOTHING),
    deed("/about-me/{token}/language", TOKEN, &[("language", "es")]),
    other(page("/me/about-me")),
    other(about("/me/about-me/questions/{question}", QUESTION)),
    deed("/me/about-me/questions/{question}", QUESTION, &[("race", "WHITE"), ("notice", "planted")]),
    deed("/me/about-me/deleting", NOTHING, NOTHING),
    deed("/me/about-me/keeping", NOTHING, &[("notice", "planted")]),
    other(page("/never-asked")),
    other(page("/handed-back")),
    deed("/clients/{id}/self-identification-sittings", CLIENT, &[("person", "{person}")]),
    about("/clients/{id}/owners/{person}/read-out", OWNER),
    deed("/clients/{id}/owners/{person}/read-out", OWNER, &[("key", "0123456789abcdef"), ("notice", "planted"), ("heard", "yes"), ("race", "WHITE")]),
    about("/programs/{id}/questions", PROGRAM),
    deed("/programs/{id}/questions", PROGRAM, &[("version", "0"), ("question", "race")]),
    deed("/programs/{id}/income-limits", PROGRAM, &[("version", "0"), ("area", "Planted"), ("year", "2026"), ("source", "Planted"), ("extremely_low", "1 2 3 4 5 6 7 8"), ("low", "2 3 4 5 6 7 8 9"), ("moderate", "3 4 5 6 7 8 9 10")]),
    // services
    about("/services/{id}", SERVICE),
    deed("/services/{id}", SERVICE, &[("key", "0123456789abcdef"), ("version", "1"), ("kind", "space"), ("minutes", "30"), ("channel", "phone")]),
    deed("/services/{id}/keeping", SERVICE, KEEPING),
    deed("/services/{id}/undoing", SERVICE, VERSION),
    deed("/services/{id}/client", SERVICE, &[("key", "0123456789abcdef"), ("version", "1"), ("client_id", "{own client}")]),
    deed("/attempts/{id}/undoing", &[("id", "{attempt}")], VERSION),
    page("/follow-ups/new"),
    deed("/follow-ups", NOTHING, &[("key", "0123456789abcdef"), ("client_id", "{client}"), ("title", "Planted"), ("due_on", "{tomorrow}")]),
    deed("/follow-ups/{id}/finish", FOLLOW_UP, VERSION),
    deed("/follow-ups/{id}/reopening", FOLLOW_UP, VERSION),
    // training
    page("/trainings"),
    page("/trainings/new"),
    deed("/trainings", NOTHING, TRAINING_FACTS),
    about("/trainings/{id}", TRAINING),
    about("/trainings/{id}/facts", TRAINING),
    deed("/trainings/{id}/facts", TRAINING, TRAINING_FACTS),
    deed("/trainings/{id}/heads", TRAINING, &[("key", "0123456789abcdef"), ("version", "1"), ("total", "12")]),
    about("/trainings/{id}/groups", TRAINING),
    deed("/trainings/{id}/groups", TRAINING, &[("key", "0123456789abcdef"), ("Female", "1")]),
    deed("/trainings/{id}/people", TRAINING, &[("key", "0123456789abcdef"), ("client_id", "{client}"), ("person", "{person}"), ("sessions", "1")]),
    deed("/trainings/{id}/people/{person}/removal", &[("id", "{training}"), ("person", "{person}")], NOTHING),
    deed("/trainings/{id}/undoing", TRAINING, VERSION),
    // outreach
    page("/outreach"),
    deed("/outreach", NOTHING, REACHED),
    page("/outreach/new"),
    about("/outreach/{id}", OUTREACH),
    about("/outreach/{id}/facts", OUTREACH),
    deed("/outreach/{id}/facts", OUTREACH, REACHED),
    deed("/outreach/{id}/clients", OUTREACH, &[("client_id", "{client}")]),
    deed("/outreach/{id}/clients/{client}/removal", &[("id", "{outreach}"), ("client", "{client}")], NOTHING),
    deed("/outreach/{id}/undoing", OUTREACH, VERSION),
    // files
    about("/services/{id}/files", SERVICE),
    deed("/services/{id}/files", SERVICE, NOTHING),
    about("/trainings/{id}/files", TRAINING),
    deed("/trainings/{id}/files", TRAINING, NOTHING),
    about("/outcomes/{id}/files", OUTCOME),
    deed("/outcomes/{id}/files", OUTCOME, NOTHING),
    about("/resources/{id}/files", &[("id", "{resource}")]),
    deed("/resources/{id}/files", &[("id", "{resource}")], NOTHING),
    about("/files/{id}", &[("id", "{attachment}")]),
    deed("/files/{id}/undoing", &[("id", "{attachment}")], VERSION),
    // workers
    about("/clients/{id}/jobs", CLIENT),
    deed("/clients/{id}/jobs", CLIENT, COUNTED),
    about("/job-counts/{id}", COUNT),
    about("/job-counts/{id}/facts", COUNT),
    deed("/job-counts/{id}/facts", COUNT, COUNTED),
    deed("/job-counts/{id}/positions", COUNT, WORK),
    deed("/job-counts/{id}/copies", COUNT, VERSION),
    deed("/job-counts/{id}/undoing", COUNT, VERSION),
    about("/positions/{id}", POSITION),
    deed("/positions/{id}", POSITION, WORK),
    deed("/positions/{id}/removal", POSITION, VERSION),
    about("/resources/{id}/jobs", &[("id", "{resource}")]),
    // survey of workers
    page("/surveys"),
    page("/surveys/new"),
    deed("/surveys", NOTHING, ASKED_WORKERS),
    about("/surveys/{id}", SURVEY),
    about("/surveys/{id}/poster", SURVEY),
    deed("/surveys/{id}/closing", SURVEY, VERSION),
    deed("/surveys/{id}/totals", TOLD_SURVEY, VERSION),
    about("/surveys/{id}/figures", TOLD_SURVEY),
    other(about("/surveys/{id}/figures/{file}", &[("id", "{told survey}"), ("file", "csv")])),
    other(about("/w/{token}", TOKEN)),
    deed("/w/{token}", TOKEN, &[("key", "0123456789abcdef"), ("in", "en"), ("pay", "4000-")]),
    other(about("/w/{token}/thanks", TOKEN)),
    deed("/w/{token}/language", TOKEN, &[("language", "es")]),
    // equity checks
    page("/equity-checks"),
    page("/equity-checks/new"),
    deed("/equity-checks", NOTHING, LOOKED),
    about("/equity-checks/{id}", LOOK),
    about("/equity-checks/{id}/facts", LOOK),
    deed("/equity-checks/{id}/facts", LOOK, LOOKED),
    deed("/equity-checks/{id}/signatures", LOOK, VERSION),
    deed("/equity-checks/{id}/undoing", LOOK, VERSION),
    // indicators
    page("/indicators"),
    page("/indicators/new"),
    deed("/indicators", NOTHING, DEFINED),
    about("/indicators/{id}", INDICATOR),
    about("/indicators/{id}/definition", INDICATOR),
    deed("/indicators/{id}/definition", INDICATOR, DEFINED),
    deed("/indicators/{id}/decisions", INDICATOR, &[("key", "0123456789abcdef"), ("version", "1"), ("decision", "{decision}"), ("verdict", "chosen")]),
    deed("/indicators/{id}/retirement", INDICATOR, &[("key", "0123456789abcdef"), ("version", "1"), ("words", "Planted")]),
    deed("/indicators/{id}/undoing", INDICATOR, VERSION),
    deed("/indicators/{id}/comments", INDICATOR, SAID),
    deed("/indicator-comments/{id}/removal", &[("id", "{comment}")], NOTHING),
    // grants
    page("/grants"),
    page("/grants/new"),
    deed("/grants", NOTHING, GRANTED),
    about("/grants/{id}", GRANT),
    about("/grants/{id}/facts", GRANT),
    deed("/grants/{id}/facts", GRANT, GRANTED),
    deed("/grants/{id}/goals", GRANT, &[("key", "0123456789abcdef"), ("measure", "services"), ("target", "12")]),
    deed("/grants/{id}/dues", GRANT, &[("key", "0123456789abcdef"), ("what", "Planted"), ("due_on", "{tomorrow}")]),
    deed("/grants/{id}/undoing", GRANT, VERSION),
    deed("/grant-goals/{id}/removal", &[("id", "{grant goal}")], VERSION),
    deed("/grant-dues/{id}/settling", &[("id", "{grant due}")], &[("version", "1"), ("is_done", "true")]),
    // living wages
    page("/living-wages"),
    page("/living-wages/import"),
    deed("/living-wages/import", NOTHING, NOTHING),
    about("/living-wages/{id}", WAGES),
    deed("/living-wages/{id}/comparison", WAGES, &[("version", "1"), ("is_compared", "false")]),
    deed("/living-wages/{id}/undoing", WAGES, VERSION),
    // outcomes
    page("/outcomes"),
    about("/clients/{id}/outcomes", CLIENT),
    about("/clients/{id}/outcomes/new", CLIENT),
    deed("/clients/{id}/outcomes", CLIENT, OUTCOME_FACTS),
    about("/outcomes/{id}", OUTCOME),
    about("/outcomes/{id}/facts", OUTCOME),
    deed("/outcomes/{id}/facts", OUTCOME, OUTCOME_FACTS),
    deed("/outcomes/{id}/evidence", OUTCOME, &[("key", "0123456789abcdef"), ("version", "1"), ("level", "document_seen"), ("seen", "Planted"), ("seen_on", "2026-01-05")]),
    deed("/outcomes/{id}/asking", OUTCOME, KEY),
    deed("/outcomes/{id}/answers", OUTCOME, &[("key", "0123456789abcdef"), ("version", "1"), ("said", "right")]),
    deed("/outcomes/{id}/undoing", OUTCOME, &[("version", "1"), ("why", "Planted")]),
    // stories
    page("/stories"),
    about("/clients/{id}/stories", CLIENT),
    about("/clients/{id}/stories/new", CLIENT),
    deed("/clients/{id}/stories", CLIENT, STORY_FACTS),
    about("/stories/{id}", STORY),
    about("/stories/{id}/facts", STORY),
    deed("/stories/{id}/facts", STORY, STORY_FACTS),
    deed("/stories/{id}/asking", STORY, KEY),
    deed("/stories/{id}/answers", STORY, &[("key", "0123456789abcdef"), ("version", "1"), ("shown", "0"), ("said", "refused")]),
    deed("/stories/{id}/withdrawal", STORY, KEY),
    deed("/stories/{id}/undoing", STORY, VERSION),
    // notes
    about("/clients/{id}/notes", CLIENT),
    deed("/clients/{id}/notes", CLIENT, &[("key", "0123456789abcdef"), ("body", "Planted"), ("level", "team")]),
    about("/notes/{id}", NOTE),
    deed("/notes/{id}", NOTE, &[("key", "0123456789abcdef"), ("version", "1"), ("body", "Planted"), ("level", "team")]),
    deed("/notes/{id}/undoing", NOTE, VERSION),
    deed("/notes/{id}/keeping", NOTE, KEEPING),
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
    // rights
    about("/clients/{id}/helpers", CLIENT),
    deed("/clients/{id}/helpers", CLIENT, &[("key", "0123456789abcdef"), ("person", "{person}"), ("name", "Planted"), ("level", "see"), ("until", "{tomorrow}"), ("heard", "yes")]),
    deed("/clients/{id}/helpers/ending", CLIENT, &[("helper", "{helper}")]),
    page("/corrections"),
    deed("/corrections/{id}", &[("id", "{correction}")], &[("key", "0123456789abcdef"), ("answer", "kept"), ("words", "Planted")]),
];
