//! The fields a file can fill, the headers people give them, and which column is read as which field.

use super::partner_fields::PARTNER_FIELDS;
use super::presets::{Kept, Preset};
use super::record_fields::{CLIENT_IDS, LONG, OUTCOME_FIELDS, OWN_ID, PEOPLE_FIELDS, SERVICE_FIELDS, TRAINING_FIELDS, WHOSE};
use super::referral_fields::REFERRAL_FIELDS;
use crate::sites::attribute::of_sites;
use crate::values::{ImportKind, fold};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// One thing that can be read from a file.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// As `--map` names it.
    pub name: &'static str,
    /// As people read it.
    pub label: &'static str,
    /// Headers it is known by, parted by bars.
    synonyms: &'static str,
    /// Only files of this kind have it; both where nothing is said.
    only: Option<ImportKind>,
    /// Who somebody is: goes behind the wall, and its values are shown nowhere.
    pub is_walled: bool,
    /// Never left out.
    pub is_required: bool,
    /// What is asked when its text cannot be read.
    pub question: &'static str,
}

const CLIENTS: Option<ImportKind> = Some(ImportKind::Clients);
const DEPLOYMENTS: Option<ImportKind> = Some(ImportKind::Deployments);
const SITES: Option<ImportKind> = Some(ImportKind::Sites);

pub(super) const fn f(
    name: &'static str,
    label: &'static str,
    only: Option<ImportKind>,
    synonyms: &'static str,
    question: &'static str,
) -> Field {
    Field { name, label, synonyms, only, is_walled: false, is_required: false, question }
}

pub(super) const fn required(field: Field) -> Field {
    Field { is_required: true, ..field }
}

const fn walled(name: &'static str, label: &'static str, synonyms: &'static str, question: &'static str) -> Field {
    Field { name, label, synonyms, only: None, is_walled: true, is_required: false, question }
}

// Known by the same headers in every file that has them.
#[rustfmt::skip]
pub(super) const RACE: Field = walled("race", "Race and ethnicity", "race|ethnicity|race ethnicity|race and ethnicity|owner race|race of owner", "These rows have a word about race or ethnicity that we do not know. Which of the standard's seven groups does the source mean? They are kept as unknown.");
#[rustfmt::skip]
pub(super) const SEX: Field = walled("sex", "Sex", "sex|gender|owner sex|owner gender|sex of owner", "These rows have a word about sex that we do not know. They are kept as unknown.");
#[rustfmt::skip]
pub(super) const VETERAN: Field = walled("veteran", "Veteran", "veteran|veteran status|veteran owned", "These rows have a word about veteran status that we do not know. They are kept as unknown.");

/// Every field, in the order they are shown.
#[rustfmt::skip]
pub const ALL: &[Field] = &[
    required(f("name", "Name of the business", None, "name|business|business name|company|company name|recipient|borrower|borrower name|client|client name|firm|awardee|grantee|organization", "")),
    f("fairfloor_client", "Fairfloor id of the client", None, CLIENT_IDS, ""),
    f("legal_name", "Legal name", None, "legal name|legal business name|registered name|corporate name", "What is the legal name?"),
    required(f("kind", "Kind of resource", DEPLOYMENTS, "kind|resource|resource kind|resource type|type of resource|deployment kind|award type", "")),
    f("awarded_on", "Awarded on", DEPLOYMENTS, "date|award date|date awarded|date approved|approval date|loan date|grant date", ""),
    f("awarded", "Amount awarded", DEPLOYMENTS, "amount|award|award amount|awarded amount|loan amount|grant amount|amount approved|approved amount|dollars", ""),
    f("applied_on", "Applied on", DEPLOYMENTS, "application date|date applied|date requested", ""),
    f("applied", "Amount applied for", DEPLOYMENTS, "applied|amount applied|amount requested|requested amount|requested", "How much was asked for?"),
    f("delivered_on", "Delivered on", DEPLOYMENTS, "delivery date|date delivered|date disbursed|disbursement date|disbursed on", ""),
    f("delivered", "Amount delivered", DEPLOYMENTS, "delivered|amount disbursed|disbursed|disbursed amount|paid", "How much was delivered?"),
    f("refused_on", "Refused on", DEPLOYMENTS, "date refused|date denied|denied on|denial date|date declined|declined on|rejected on|date rejected", "When was the answer no?"),
    f("unit", "Unit of the amounts", DEPLOYMENTS, "unit|units|unit of measure", ""),
    f("matched", "Match by the client", DEPLOYMENTS, "match|client match|matching|own contribution|equity injection", "How much did the client add, in dollars?"),
    f("deposit", "Deposit", DEPLOYMENTS, "security deposit|deposit amount", "How much is the deposit, in dollars?"),
    f("fees", "Fees paid by the client", DEPLOYMENTS, "fees|fee|fee amount|closing costs", "How much are the fees, in dollars?"),
    f("guarantee", "Guarantee", DEPLOYMENTS, "guaranty|guarantee type|collateral", "What do they vouch with: none, personal guarantee, somebody else, or collateral?"),
    f("guarantee_amount", "Amount of the guarantee", DEPLOYMENTS, "guarantee amount|guaranteed amount", "For how much do they vouch, in dollars?"),
    f("funding_source", "Who pays", DEPLOYMENTS, "funding source|funder|source|fund|source of funds|paid by", "Who paid?"),
    f("funding_kind", "Kind of money", DEPLOYMENTS, "funding kind|kind of funding|funder type|source type", "Is it public money, a foundation, a bank or the owner?"),
    f("deciding_body", "Who decided", DEPLOYMENTS, "deciding body|decided by|decision body|committee|board", "Who decided?"),
    f("fairfloor_id", OWN_ID, DEPLOYMENTS, "fairfloor id of the record", ""),
    f("note", "Note", DEPLOYMENTS, "note|notes|comment|comments|remarks", "What is the note?"),
    f("contact_name", "Contact, full name", None, "contact|contact name|owner|owner name|contact person|full name", "Who is the contact?"),
    f("first_name", "Contact, first name", None, "first name|first|given name|contact first name|owner first name", "What is the contact's first name?"),
    f("last_name", "Contact, last name", None, "last name|last|surname|family name|contact last name|owner last name", "What is the contact's last name?"),
    f("telephone", "Telephone", None, "telephone|phone|phone number|telephone number|mobile|cell|tel|contact phone", "What is the telephone number?"),
    f("email", "E-mail", None, "e-mail|email|email address|mail|contact email", "What is the e-mail address?"),
    f("website", "Website (only to know a business again)", None, "website|web site|url|homepage|web", "Which website is this?"),
    f("language", "Language", None, "language|preferred language|language preference", "Which language do they want to read?"),
    f("product", "What it makes", None, "product|products|what it makes|makes|description|business description", "What does it make?"),
    f("naics", "Industry code (NAICS)", None, "naics|naics code|naics6|industry code|naicscode", "Which industry code is this?"),
    f("stage", "Where it stands", None, "stage|business stage|status of business", "Where does the business stand: not yet in business, up to 12 months, longer, or closed?"),
    f("started_on", "In business since", None, "started on|start date|business start date|in business since|date established|established", "Since when is it in business?"),
    f("enrolled_on", "Client since", CLIENTS, "enrolled on|enrolled|enrollment date|client since|intake date|date of intake|registered on", "Since when is it a client?"),
    f("workers", "Workers", None, "workers|jobs|employees|number of employees|jobs reported|headcount|staff|fte", "How many workers are there?"),
    f("legal_form", "Legal form", None, "legal form|business type|legal entity|entity type|entity|legal structure|type of business", "Which legal form is this?"),
    f("street", "Street", None, "street|address|street address|address 1|address line 1|business address", "What is the street?"),
    f("city", "City", None, "city|town|municipality", "Which city is this?"),
    f("state", "State", None, "state|st|state code", "Which state is this?"),
    f("postal_code", "ZIP code", None, "zip|zip code|postal code|zcta|zipcode|postcode", "Which ZIP code is this? It has five digits."),
    f("county", "County", None, "county|county name|project county name", "Which county is this?"),
    f("county_fips", "County code (FIPS)", None, "fips|county fips|fips code|county code", "Which county code is this? It has five digits."),
    f("metro", "Metropolitan area", None, "metro|msa|metropolitan area|cbsa|metro area", "Which metropolitan area is this?"),
    f("neighborhood", "Neighborhood", None, "neighborhood|neighbourhood|district|community area", "Which neighborhood is this?"),
    f("latitude", "Latitude", None, "latitude|lat", "Where is this? Latitude and longitude must both be there, in degrees such as 40.71280 and -73.95610, and not swapped."),
    f("longitude", "Longitude", None, "longitude|lon|lng|long", "Where is this? Latitude and longitude must both be there, in degrees such as 40.71280 and -73.95610, and not swapped."),
    RACE,
    SEX,
    VETERAN,
];

/// Dates of which a row of resources must have one, and amounts of which it must have one.
pub const DATES: [&str; 4] = ["awarded_on", "applied_on", "delivered_on", "refused_on"];
/// See [`DATES`].
pub const AMOUNTS: [&str; 3] = ["awarded", "applied", "delivered"];

/// What a file of units can fill: the unit, its landlord, and every attribute of units under its own headers.
static OF_SITES: LazyLock<Vec<Field>> = LazyLock::new(|| {
    let own = [
        required(f("name", "Name of the unit", SITES, "unit|site|name of the site|building|site name|unit name|listing", "")),
        required(f("partner", "Landlord", SITES, "landlord|partner|organization|company", "")),
    ];
    own.into_iter().chain(of_sites().map(|attribute| f(attribute.name, attribute.label, SITES, attribute.synonyms, ""))).collect()
});

/// The fields a file of this kind can fill.
pub fn of(kind: ImportKind) -> impl Iterator<Item = &'static Field> {
    let all: &'static [Field] = match kind {
        ImportKind::Sites => &OF_SITES,
        ImportKind::Partners => PARTNER_FIELDS,
        ImportKind::Services => SERVICE_FIELDS,
        ImportKind::People => PEOPLE_FIELDS,
        ImportKind::Training => TRAINING_FIELDS,
        ImportKind::Outcomes => OUTCOME_FIELDS,
        ImportKind::Referrals => REFERRAL_FIELDS,
        ImportKind::Clients | ImportKind::Deployments => ALL,
    };
    all.iter().filter(move |field| field.only.is_none_or(|only| only == kind))
}

/// A field by its name.
pub fn find(name: &str) -> Option<&'static Field> {
    let more = SERVICE_FIELDS.iter().chain(PEOPLE_FIELDS).chain(TRAINING_FIELDS).chain(OUTCOME_FIELDS).chain(REFERRAL_FIELDS);
    ALL.iter().chain(OF_SITES.iter()).chain(PARTNER_FIELDS).chain(more).find(|field| field.name == name)
}

/// Where a field is read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A column, by its place.
    Column(usize),
    /// Every row has this value.
    Fixed(String),
}

/// Field by field, where it is read from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping(BTreeMap<&'static str, Source>);

impl Mapping {
    /// One field with the same value in every row.
    pub fn fixed(field: &'static str, value: &str) -> Self {
        Self(BTreeMap::from([(field, Source::Fixed(value.to_owned()))]))
    }

    /// Where a field is read from.
    pub fn source(&self, field: &str) -> Option<&Source> {
        self.0.get(field)
    }

    /// True when some column or value fills the field.
    pub fn has(&self, field: &str) -> bool {
        self.0.contains_key(field)
    }

    /// The headers that no field reads.
    pub fn unread(&self, headers: &[String]) -> Vec<String> {
        let read = |place: usize| self.0.values().any(|source| *source == Source::Column(place));
        headers.iter().enumerate().filter(|(place, header)| !read(*place) && !header.is_empty()).map(|(_, header)| header.clone()).collect()
    }

    /// What a form says of a field: `awarded=Amount`, `kind==loan`, `note=`.
    pub fn pair(&self, field: &str, headers: &[String]) -> String {
        match self.0.get(field) {
            Some(Source::Column(place)) => format!("{field}={}", headers.get(*place).map(String::as_str).unwrap_or_default()),
            Some(Source::Fixed(value)) => format!("{field}=={value}"),
            None => format!("{field}="),
        }
    }

    /// Field and header (or `=value`), for the record.
    pub fn written(&self, headers: &[String]) -> BTreeMap<String, String> {
        self.0
            .iter()
            .map(|(field, source)| {
                let from = match source {
                    Source::Column(place) => headers.get(*place).cloned().unwrap_or_default(),
                    Source::Fixed(value) => format!("={value}"),
                };
                ((*field).to_owned(), from)
            })
            .collect()
    }
}

/// Pairs of field and header from a form: `awarded=Amount`, `kind==loan`, `note=`.
pub fn pairs(map: &[String]) -> Vec<(String, String)> {
    map.iter().filter_map(|pair| pair.split_once('=')).map(|(field, header)| (field.to_owned(), header.to_owned())).collect()
}

/// Finds the column of each field: by the preset or by the headers, then as told; and what is wrong with that. `adjustments` are pairs of a field and a
/// header; an empty header leaves the field out, and `=value` gives every row this value.
pub fn map(
    kind: ImportKind,
    preset: Option<&Preset>,
    kept: Option<&Kept>,
    headers: &[String],
    adjustments: &[(String, String)],
) -> (Mapping, Vec<String>) {
    let mut mapping = Mapping::default();
    let mut errors = Vec::new();
    match (preset, kept) {
        (Some(preset), _) => by_preset(preset, headers, &mut mapping),
        (None, Some(kept)) => by_kept(kept, headers, adjustments, &mut mapping, &mut errors),
        (None, None) => by_header(kind, headers, &mut mapping),
    }
    for (name, header) in adjustments {
        adjust(kind, headers, name, header, &mut mapping, &mut errors);
    }
    refuse_twins(headers, &mapping, &mut errors);
    refuse_leaks(kind, headers, &mapping, &mut errors);
    refuse_missing(kind, preset, headers, &mapping, &mut errors);
    (mapping, errors)
}

fn by_preset(preset: &Preset, headers: &[String], mapping: &mut Mapping) {
    for (name, header) in preset.columns {
        if let (Some(field), Some(place)) = (find(name), place_of(headers, header)) {
            mapping.0.insert(field.name, Source::Column(place));
        }
    }
    for (name, value) in preset.fixed {
        if let Some(field) = find(name) {
            mapping.0.insert(field.name, Source::Fixed((*value).to_owned()));
        }
    }
}

/// As it was kept. What this file does not have is named, unless somebody says where it is here.
fn by_kept(kept: &Kept, headers: &[String], adjustments: &[(String, String)], mapping: &mut Mapping, errors: &mut Vec<String>) {
    let mut missing = Vec::new();
    for (name, header) in &kept.mapping {
        let Some(field) = of(kept.kind).find(|field| field.name == name) else { continue };
        if let Some(value) = header.strip_prefix('=') {
            mapping.0.insert(field.name, Source::Fixed(value.to_owned()));
        } else if let Some(place) = place_of(headers, header) {
            mapping.0.insert(field.name, Source::Column(place));
        } else if !adjustments.iter().any(|(adjusted, _)| adjusted == name) {
            missing.push(format!("{header:?} for {:?}", field.label));
        }
    }
    if !missing.is_empty() {
        errors.push(format!(
            "The preset {:?} looks for columns that this file does not have: {}. Its columns are: {}. Choose other columns, or another preset.",
            kept.name,
            missing.join(", "),
            listed(headers)
        ));
    }
}

fn by_header(kind: ImportKind, headers: &[String], mapping: &mut Mapping) {
    let mut taken = Vec::new();
    for field in of(kind) {
        let known = std::iter::once(field.label).chain(std::iter::once(field.name)).chain(field.synonyms.split('|'));
        let found = known.filter_map(|name| place_of(headers, name)).find(|place| !taken.contains(place));
        if let Some(place) = found {
            taken.push(place);
            mapping.0.insert(field.name, Source::Column(place));
        }
    }
}

fn place_of(headers: &[String], name: &str) -> Option<usize> {
    headers.iter().position(|header| header == name).or_else(|| {
        let folded = fold(name);
        headers.iter().position(|header| !folded.is_empty() && fold(header) == folded)
    })
}

fn adjust(kind: ImportKind, headers: &[String], name: &str, header: &str, mapping: &mut Mapping, errors: &mut Vec<String>) {
    let Some(field) = of(kind).find(|field| field.name == name.trim() || fold(field.label) == fold(name)) else {
        let names = of(kind).map(|field| field.name).collect::<Vec<_>>().join(", ");
        errors.push(format!("There is no field {name:?}. The fields of this kind of file are: {names}."));
        return;
    };
    if header.trim().is_empty() {
        mapping.0.remove(field.name);
    } else if let Some(value) = header.strip_prefix('=').filter(|_| place_of(headers, header).is_none()) {
        if field.is_walled || matches!(field.name, "name" | "organization") {
            errors.push(format!("{}: this is different in every row, so it can only be read from a column.", field.label));
            return;
        }
        mapping.0.insert(field.name, Source::Fixed(value.trim().to_owned()));
    } else if let Some(walled) = walled_by(header).filter(|walled| walled.name != field.name) {
        errors.push(format!("{}: the column {header:?} says who somebody is. It can only be read as {:?}.", field.label, walled.label));
    } else if let Some(place) = place_of(headers, header) {
        mapping.0.insert(field.name, Source::Column(place));
    } else {
        errors.push(format!("{}: this file has no column {header:?}. Its columns are: {}.", field.label, listed(headers)));
    }
}

/// The field behind the wall that a header is known for.
fn walled_by(header: &str) -> Option<&'static Field> {
    let folded = fold(header);
    ALL.iter().filter(|field| field.is_walled).find(|field| field.synonyms.split('|').any(|word| fold(word) == folded))
}

fn refuse_twins(headers: &[String], mapping: &Mapping, errors: &mut Vec<String>) {
    for source in mapping.0.values() {
        if let Source::Column(place) = source
            && let Some(header) = headers.get(*place)
            && headers.iter().filter(|other| *other == header).count() > 1
        {
            errors.push(format!("Line 1: two columns are called {header:?}. Give one of them another name in the file."));
        }
    }
    errors.dedup();
}

/// A column that says who somebody is fills nothing else, whatever its header: the other field would keep it in plain.
fn refuse_leaks(kind: ImportKind, headers: &[String], mapping: &Mapping, errors: &mut Vec<String>) {
    for walled in ALL.iter().filter(|field| field.is_walled) {
        let Some(source @ Source::Column(place)) = mapping.source(walled.name) else { continue };
        for field in of(kind).filter(|field| field.name != walled.name && mapping.source(field.name) == Some(source)) {
            let header = headers.get(*place).map(String::as_str).unwrap_or_default();
            errors.push(format!("The column {header:?} is read as {:?}, so it cannot be read as {:?} too.", walled.label, field.label));
        }
    }
}

fn refuse_missing(kind: ImportKind, preset: Option<&Preset>, headers: &[String], mapping: &Mapping, errors: &mut Vec<String>) {
    let mut missing: Vec<&Field> = of(kind).filter(|field| field.is_required && !mapping.has(field.name)).collect();
    if kind == ImportKind::Deployments {
        for group in [&DATES[..], &AMOUNTS[..]] {
            if !group.iter().any(|name| mapping.has(name)) {
                missing.extend(group.first().and_then(|name| find(name)));
            }
        }
    }
    if matches!(kind, ImportKind::Services | ImportKind::People | ImportKind::Outcomes | ImportKind::Referrals)
        && !WHOSE.iter().any(|name| mapping.has(name))
    {
        missing.extend(of(kind).find(|field| field.name == "name"));
    }
    if kind == ImportKind::Services && !LONG.iter().any(|name| mapping.has(name)) {
        missing.extend(find(LONG[0]));
    }
    if kind == ImportKind::People && !["contact_name", "first_name"].iter().any(|name| mapping.has(name)) {
        missing.extend(find("contact_name"));
    }
    for field in missing {
        let expected = preset.and_then(|preset| preset.columns.iter().find(|(name, _)| *name == field.name));
        let expected = expected.map(|(_, header)| format!(" The preset looks for {header:?}.")).unwrap_or_default();
        let every = match field.name {
            "kind" => " If every row is of one kind, say so: kind==loan, or kind==grant.",
            "referral_kind" => " If every row is of one kind, say so: referral_kind==workforce.",
            "help_kind" => " If every row is of one kind, say so: help_kind==coaching.",
            _ => "",
        };
        errors.push(format!(
            "No column is read as {:?}, which this kind of file needs.{expected} The columns are: {}. Choose one on the page, or with --map {}=HEADER.{every}",
            field.label,
            listed(headers),
            field.name
        ));
    }
}

fn listed(headers: &[String]) -> String {
    let mut words =
        headers.iter().take(30).map(|header| format!("{:?}", header.chars().take(40).collect::<String>())).collect::<Vec<_>>().join(", ");
    if headers.len() > 30 {
        words.push_str(&format!(" and {} more", headers.len() - 30));
    }
    words
}

#[cfg(test)]
mod tests;
