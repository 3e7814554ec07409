//! The fields of files of services, owners, training and outcomes; those of referrals stand in `referral_fields`.

use super::fields::{Field, RACE, SEX, VETERAN, f, required};
use crate::values::ImportKind;

const SERVICES: Option<ImportKind> = Some(ImportKind::Services);
const PEOPLE: Option<ImportKind> = Some(ImportKind::People);
const TRAINING: Option<ImportKind> = Some(ImportKind::Training);
const OUTCOMES: Option<ImportKind> = Some(ImportKind::Outcomes);

/// How a row says which client it is about: one of them must be there.
pub const WHOSE: [&str; 3] = ["fairfloor_client", "client_number", "name"];
/// The id of a client, as an export of this program writes it.
pub const CLIENT_IDS: &str = "fairfloor id of the client";
/// The id of what a row is, as an export of this program writes it.
pub const OWN_ID: &str = "Fairfloor id of the record";
/// How long a service took: minutes, or hours.
pub const LONG: [&str; 2] = ["minutes", "hours"];

pub(super) const CLIENT_NUMBERS: &str = "client number|client no|client id|number|client code|id|case number";
pub(super) const CLIENT_NAMES: &str = "name|client|client name|business|business name|company|company name|firm|organization";

/// Every field of a file of services.
#[rustfmt::skip]
pub const SERVICE_FIELDS: &[Field] = &[
    f("client_number", "Client number", SERVICES, CLIENT_NUMBERS, ""),
    f("fairfloor_client", "Fairfloor id of the client", SERVICES, CLIENT_IDS, ""),
    f("name", "Name of the business", SERVICES, CLIENT_NAMES, ""),
    required(f("served_on", "Day of the service", SERVICES, "date|day|session date|service date|date of session|date of service|contact date|meeting date", "")),
    required(f("help_kind", "Kind of help", SERVICES, "kind|service|service kind|kind of service|type of help|service type|assistance type|type of assistance", "")),
    f("channel", "How it was given", SERVICES, "channel|how|way|contact method|method|mode|delivery|contact type", ""),
    f("minutes", "Minutes", SERVICES, "minutes|contact minutes|duration|duration minutes|length|time minutes|min", ""),
    f("hours", "Hours", SERVICES, "hours|contact hours|duration hours|time hours|hrs", ""),
    f("advisor", "Advisor", SERVICES, "advisor|adviser|counselor|counsellor|consultant|staff|staff member|coach|given by|advisor email", "Who is this?"),
    f("session_type", "Session type", SERVICES, "session type|official session type|nexus session type", "Which official session type is this?"),
    f("topic", "Topic", SERVICES, "topic|primary topic|counseling topic|counseling provided|area|subject", "Which of the official topics is this?"),
    f("prepare_minutes", "Minutes to prepare", SERVICES, "prep minutes|preparation minutes|prep time|preparation", "How many minutes were these?"),
    f("travel_minutes", "Minutes on the way", SERVICES, "travel minutes|travel time|travel", "How many minutes were these?"),
    f("language", "Language", SERVICES, "language|languages|session language", "Which language is this? Several are parted by semicolons."),
    f("others_present", "Others present", SERVICES, "others present|others|other people|number of others", "How many people were there besides the client's?"),
    f("funding_source", "Who pays", SERVICES, "funding source|funder|source|fund|grant|paid by", "Who pays? It is not on the program's list."),
    f("fairfloor_id", OWN_ID, SERVICES, "fairfloor id of the record", ""),
    f("note", "Note", SERVICES, "note|notes|comment|comments|remarks|summary|narrative", "What is the note?"),
];

/// Every field of a file of owners.
#[rustfmt::skip]
pub const PEOPLE_FIELDS: &[Field] = &[
    f("client_number", "Client number", PEOPLE, CLIENT_NUMBERS, ""),
    f("fairfloor_client", "Fairfloor id of the client", PEOPLE, CLIENT_IDS, ""),
    f("name", "Name of the business", PEOPLE, CLIENT_NAMES, ""),
    f("contact_name", "Contact, full name", PEOPLE, "owner|owner name|person|person name|contact|contact name|full name", ""),
    f("first_name", "Contact, first name", PEOPLE, "first name|first|given name|owner first name", ""),
    f("last_name", "Contact, last name", PEOPLE, "last name|last|surname|family name|owner last name", ""),
    f("telephone", "Telephone", PEOPLE, "telephone|phone|phone number|telephone number|mobile|cell|tel|owner phone", "What is the telephone number?"),
    f("email", "E-mail", PEOPLE, "e-mail|email|email address|mail|owner email", "What is the e-mail address?"),
    f("language", "Language", PEOPLE, "language|preferred language|language preference", "Which language do they want to read?"),
    f("share", "Share in percent", PEOPLE, "share|percent|ownership|ownership percent|ownership percentage|percent owned|share percent|stake", ""),
    f("owner_since", "Owner since", PEOPLE, "since|owner since|from|start|owned since", "Since when?"),
    RACE,
    SEX,
    VETERAN,
];

/// Every field of a file of training events.
#[rustfmt::skip]
pub const TRAINING_FIELDS: &[Field] = &[
    required(f("title", "What the training is called", TRAINING, "title|name|training|event|event name|training title|workshop|course|class", "")),
    required(f("training_on", "Days of the training", TRAINING, "date|dates|day|days|training date|event date|start date|session dates", "")),
    required(f("training_topic", "Topic of the training", TRAINING, "topic|training topic|subject|primary topic", "")),
    required(f("training_format", "How the training is given", TRAINING, "format|training format|delivery|mode|how", "")),
    required(f("training_hours", "Hours of all sessions together", TRAINING, "hours|total hours|duration|duration hours|length", "")),
    f("heads", "How many came", TRAINING, "attendance|attendees|total|total attendees|number attending|number of attendees|participants|head count|headcount|people", ""),
    f("heads_in_business", "Of them in business", TRAINING, "in business|currently in business|number in business|attendees in business", ""),
    f("heads_not_yet", "Of them not yet in business", TRAINING, "not yet in business|not in business|pre venture|number not in business", ""),
    f("fee", "Fee for one person", TRAINING, "fee|price|cost|program fee|attendee fee", ""),
    f("training_language", "Language of the training", TRAINING, "language|training language", ""),
    f("training_partners", "With whom", TRAINING, "partner|partners|with|training partner|partner organization", ""),
    f("other_partner", "Another partner", TRAINING, "other partner|partner name", ""),
    f("sponsor", "Sponsor", TRAINING, "sponsor|paid by|host", ""),
    f("cosponsor", "Second sponsor", TRAINING, "cosponsor|co sponsor|second sponsor", ""),
    f("city", "City", TRAINING, "city|town|location|place", ""),
    f("state", "State", TRAINING, "state|st", ""),
    f("postal_code", "ZIP code", TRAINING, "zip|zip code|postal code|zipcode", ""),
    f("fairfloor_id", OWN_ID, TRAINING, "fairfloor id of the record", ""),
    f("country", "Country", TRAINING, "country", ""),
];

/// Every field of a file of outcomes.
#[rustfmt::skip]
pub const OUTCOME_FIELDS: &[Field] = &[
    f("client_number", "Client number", OUTCOMES, CLIENT_NUMBERS, ""),
    f("fairfloor_client", "Fairfloor id of the client", OUTCOMES, CLIENT_IDS, ""),
    f("name", "Name of the business", OUTCOMES, CLIENT_NAMES, ""),
    required(f("outcome_kind", "What came of it", OUTCOMES, "kind|outcome|outcome kind|milestone|impact|result|type|milestone type", "")),
    required(f("outcome_on", "Day it happened", OUTCOMES, "date|day|on|outcome date|milestone date|happened on", "")),
    f("amount_before", "Before", OUTCOMES, "before|baseline|amount before|from", ""),
    f("amount_after", "After, or how much", OUTCOMES, "after|amount|value|amount after|how much|to", ""),
    f("outcome_words", "More about it", OUTCOMES, "note|notes|comment|comments|words|description|details", ""),
    f("evidence", "How it is known", OUTCOMES, "evidence|verification|verification level|how known|level|verified", ""),
    f("seen", "What was seen, or who says so", OUTCOMES, "document|document seen|seen|source|third party|verified by", ""),
    f("seen_on", "Day it was seen or said", OUTCOMES, "seen on|verified on|verification date|document date", ""),
    f("fairfloor_id", OWN_ID, OUTCOMES, "fairfloor id of the record", ""),
    f("advisor", "Advisor", OUTCOMES, "advisor|adviser|counselor|staff|recorded by", "Who is this?"),
];
