//! The fields of a directory of partners: one row for each service, in the words that directories of services share.

use super::fields::{Field, f, required};
use crate::values::ImportKind;

const PARTNERS: Option<ImportKind> = Some(ImportKind::Partners);

/// Every field of a directory, in the order of the file that `fairfloor export partners` writes. The label is its header there.
#[rustfmt::skip]
pub const PARTNER_FIELDS: &[Field] = &[
    required(f("organization", "Partner", PARTNERS, "organisation|organization name|partner name|provider|agency|name", "")),
    f("partner_types", "Sort of organization", PARTNERS, "types|type|organization type|sort", "Which sort of organization is this? The sorts are on the partner's page."),
    f("partner_kinds", "Takes", PARTNERS, "kinds|referral kinds|takes referrals for", "Which kind of referral is this?"),
    f("partner_about", "About the partner", PARTNERS, "organization description|about", "What is this about?"),
    f("partner_telephone", "Main telephone", PARTNERS, "telephone|phone|main phone|phone number", "Which telephone number is this?"),
    f("partner_email", "Main e-mail", PARTNERS, "email|e mail|email address|main email", "Which e-mail address is this?"),
    f("partner_website", "Website", PARTNERS, "url|web site|homepage|web", "Which website is this?"),
    f("partner_closed", "Closed", PARTNERS, "no longer referred to", "Is this partner closed? Write yes or no."),
    f("closed_days", "Closed days", PARTNERS, "closures|announced closures", "Which days are these? Write 2026-12-21 to 2027-01-02: holidays, each on a line of its own."),
    f("contacts", "Whom we ask", PARTNERS, "contacts|people", "Who is this? Write name, e-mail, telephone, with bars between, each person on a line of its own."),
    f("service", "Service", PARTNERS, "service name|name of the service|program name", ""),
    f("service_kind", "Kind of referral", PARTNERS, "kind|service kind|referral kind|kind of help", ""),
    f("service_status", "Is it offered", PARTNERS, "status|service status", "Is this service offered? Write active, inactive, temporarily closed or defunct."),
    f("service_about", "What it is", PARTNERS, "description|service description", "What is this?"),
    f("application_process", "How to ask for it", PARTNERS, "application process|how to apply|intake", "How does one ask for it?"),
    f("eligibility", "For whom", PARTNERS, "eligibility|eligibility description|who qualifies", "For whom is this?"),
    f("documents", "What to bring", PARTNERS, "required documents|documents|documents required", "What is to be brought?"),
    f("free", "Free", PARTNERS, "is free|free of charge", "Is it free? Write yes or no."),
    f("fees", "What it costs", PARTNERS, "fees|cost|fees description", "What does it cost?"),
    f("wait_time", "How long it takes", PARTNERS, "wait time|waiting time|wait", "How long does it take? At most 200 characters."),
    f("schedule", "When", PARTNERS, "schedule|hours|opening hours", "When is it given?"),
    f("alert", "What one must know first", PARTNERS, "alert|notice", "What must one know first?"),
    f("languages", "Languages", PARTNERS, "language|languages spoken", "Which language is this? Write it as the list of languages has it, several parted by semicolons."),
    f("areas", "Area it serves", PARTNERS, "service area|service areas|area|areas|coverage", "Which area is this?"),
    f("location_name", "Name of the place", PARTNERS, "location|location name|site", "What is the place called?"),
    f("service_street", "Street", PARTNERS, "address|street address|address 1", "What is the street?"),
    f("service_city", "City", PARTNERS, "town", "Which city is this?"),
    f("service_postal_code", "ZIP code", PARTNERS, "zip|zip code|postal code|postcode", "Which ZIP code is this?"),
    f("latitude", "Latitude", PARTNERS, "lat", "Where is this? Both latitude and longitude are needed, in degrees."),
    f("longitude", "Longitude", PARTNERS, "lon|lng|long", "Where is this? Both latitude and longitude are needed, in degrees."),
    f("checked_on", "Checked on", PARTNERS, "assured date|last verified|last checked|verified on", "When was this last checked?"),
    f("capacity", "Open, waitlist or full", PARTNERS, "capacity", "Is it open, waitlist or full?"),
    f("full_until", "Until", PARTNERS, "full until|waitlist until", "Until when? Write a date."),
];
