//! What can be known of a unit, and what a business can need of one: one table for pages, files, columns and matching.
//!
//! Nothing in it says who anybody is. Absent is "not known" for a unit and "not asked for" in a need; nothing is assumed.

use crate::values::{
    Cents, Complaint, Day, FloorWanted, Line, Phase, RentBasis, RentUnit, SpaceReason, SpaceTenure, TruckSize, Vocabulary, Volts,
};
use std::collections::BTreeMap;

/// Where an attribute stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// Only on units.
    Site,
    /// Only in needs.
    Need,
    /// On both, under one name.
    Both,
}

/// How a need is held against a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Not held against anything.
    Told,
    /// The unit has at least as much.
    AtLeast,
    /// The unit has it.
    Has,
    /// The unit has the same word.
    Same,
    /// The unit has one of the words listed, or all where each is wanted.
    Listed,
    /// By a rule of its own: see `matching`.
    Own,
}

/// How it is written.
#[derive(Debug, Clone, Copy)]
pub enum Form {
    /// A whole number up to a limit.
    Whole(i64),
    /// Feet and inches, kept in inches.
    Feet,
    /// Dollars, kept in cents.
    Money,
    /// Yes or no.
    Yes,
    /// One line.
    Text,
    /// Words parted by commas.
    Words,
    /// A word of a list.
    Choice(fn() -> Vec<(&'static str, &'static str)>),
    /// A date.
    Date,
    /// Degrees up to a limit, kept in millionths.
    Degrees(i64),
}

/// One thing that can be known or needed.
#[derive(Debug)]
pub struct Attribute {
    /// Column, and name in forms and files.
    pub name: &'static str,
    /// As people read it.
    pub label: &'static str,
    /// Behind the number.
    pub unit: &'static str,
    /// How it is written.
    pub form: Form,
    /// Where it stands.
    pub on: On,
    /// How a need is held against it.
    pub rule: Rule,
    /// What a landlord is asked where it is not known.
    pub ask: &'static str,
    /// Other headers it is known by, parted by bars.
    pub synonyms: &'static str,
}

const fn a(
    name: &'static str,
    label: &'static str,
    form: Form,
    on: On,
    rule: Rule,
    ask: &'static str,
    synonyms: &'static str,
) -> Attribute {
    Attribute { name, label, unit: "", form, on, rule, ask, synonyms }
}

const fn n(
    name: &'static str,
    label: &'static str,
    unit: &'static str,
    form: Form,
    ask: &'static str,
    synonyms: &'static str,
) -> Attribute {
    Attribute { name, label, unit, form, on: On::Both, rule: Rule::AtLeast, ask, synonyms }
}

const fn has(name: &'static str, label: &'static str, ask: &'static str, synonyms: &'static str) -> Attribute {
    Attribute { name, label, unit: "", form: Form::Yes, on: On::Both, rule: Rule::Has, ask, synonyms }
}

fn words<V: Vocabulary>() -> Vec<(&'static str, &'static str)> {
    V::ALL.iter().map(|word| (word.code(), word.label())).collect()
}

const AREA: Form = Form::Whole(10_000_000);
const COUNT: Form = Form::Whole(10_000);

/// Every attribute by its part of the form, in the order of forms and of matching.
#[rustfmt::skip]
pub const GROUPS: &[(&str, &[Attribute])] = &[
    ("Size and terms", &[
        a("reason", "Why they look", Form::Choice(words::<SpaceReason>), On::Need, Rule::Told, "", ""),
        a("use_words", "What happens there", Form::Text, On::Need, Rule::Told, "", ""),
        a("use_naics", "Industry code (NAICS)", Form::Text, On::Need, Rule::Told, "", ""),
        Attribute { unit: "sq ft", ..a("min_sq_ft", "Smallest floor area", AREA, On::Need, Rule::Own, "How many square feet are there?", "") },
        Attribute { unit: "sq ft", ..a("max_sq_ft", "Largest floor area", AREA, On::Need, Rule::Told, "", "") },
        Attribute { unit: "sq ft", ..a("area_sq_ft", "Floor area", AREA, On::Site, Rule::Told, "", "area|sq ft|square feet|sf|size|floor area|rentable area") },
        n("office_sq_ft", "Office", "sq ft", AREA, "How much of it is office?", "office|office sf|office area"),
        n("production_sq_ft", "Production", "sq ft", AREA, "How much of it can be used for production?", "production|production sf|shop area"),
        n("storage_sq_ft", "Storage", "sq ft", AREA, "How much of it is storage?", "storage|storage sf|warehouse area"),
        a("pay_cents", "Most they can pay", Form::Money, On::Need, Rule::Own, "What is the rent, and what comes on top of it?", ""),
        a("pay_unit", "Counted in", Form::Choice(words::<RentUnit>), On::Need, Rule::Told, "", ""),
        a("pay_basis", "Covering", Form::Choice(words::<RentBasis>), On::Need, Rule::Told, "", ""),
        a("rent_cents", "Rent asked", Form::Money, On::Site, Rule::Told, "", "rent|asking rent|ask|price"),
        a("rent_unit", "Rent counted in", Form::Choice(words::<RentUnit>), On::Site, Rule::Told, "", "rent unit|rent per|unit of rent"),
        a("rent_basis", "Rent covers", Form::Choice(words::<RentBasis>), On::Site, Rule::Told, "", "rent basis|basis|lease type"),
        Attribute { unit: "a sq ft a year", ..a("nnn_cents", "Taxes, insurance and upkeep", Form::Money, On::Both, Rule::Told, "", "nnn|nnn estimate|cam|net charges") },
        a("move_by", "Move by", Form::Date, On::Need, Rule::Own, "From when is it free?", ""),
        a("is_date_hard", "They must be out by then", Form::Yes, On::Need, Rule::Told, "", ""),
        a("available_on", "Free from", Form::Date, On::Site, Rule::Told, "", "available|available date|available from|free from|date available"),
        n("term_years", "Lease term", "years", Form::Whole(99), "For how many years can it be leased?", "term|lease term|years|term in years"),
        a("option_years", "With an option for", Form::Whole(99), On::Need, Rule::Told, "", ""),
        a("tenure", "How it is held", Form::Choice(words::<SpaceTenure>), On::Both, Rule::Same, "Is it for lease, for sublease, to share, or for sale?", "lease or sale|deal|offered as"),
        a("deposit_months", "Deposit, months of rent", Form::Whole(60), On::Both, Rule::Own, "How many months of rent is the deposit?", "deposit|security deposit|deposit in months"),
        a("gives_guarantee", "They can sign a personal guarantee", Form::Yes, On::Need, Rule::Own, "Is a personal guarantee needed?", ""),
        a("needs_guarantee", "A personal guarantee is needed", Form::Yes, On::Site, Rule::Told, "", "personal guarantee|guarantee|guarantor"),
        a("covenant", "Covenant that restricts use or rent", Form::Text, On::Site, Rule::Told, "", "restrictive covenant|covenants"),
    ]),
    ("Where", &[
        a("areas_wanted", "Where", Form::Words, On::Need, Rule::Own, "Which neighborhood or zone is it in?", ""),
        a("address", "Address", Form::Text, On::Site, Rule::Told, "", "street|street address|site address|location"),
        a("parcel", "Tax lot (BBL or APN)", Form::Text, On::Site, Rule::Told, "", "bbl|apn|parcel|tax lot|lot"),
        a("neighborhood", "Neighborhood or zone", Form::Text, On::Site, Rule::Told, "", "zone|area name|district|ibz|neighbourhood"),
        a("latitude", "Latitude", Form::Degrees(90), On::Site, Rule::Told, "", "lat"),
        a("longitude", "Longitude", Form::Degrees(180), On::Site, Rule::Told, "", "lon|lng|long"),
        a("building_owner", "Who owns the building", Form::Text, On::Site, Rule::Told, "", "owner|building owner|landlord name"),
        a("manager", "Who manages it", Form::Text, On::Site, Rule::Told, "", "property manager|managed by"),
        a("is_mission_driven", "Held for makers", Form::Yes, On::Site, Rule::Told, "", "mission driven|mission-driven|nonprofit owner"),
        a("zoning", "Zoning district", Form::Text, On::Site, Rule::Told, "", "zoning district|zoning class"),
        a("zoning_wanted", "Zoning that allows the work", Form::Words, On::Need, Rule::Own, "Which zoning district is it in?", ""),
        a("use_group", "Use group", Form::Text, On::Both, Rule::Same, "Which use group is allowed there?", "use groups"),
    ]),
    ("Building", &[
        a("floor_wanted", "Which floor", Form::Choice(words::<FloorWanted>), On::Need, Rule::Own, "Which floor is it on, and is there a freight elevator?", ""),
        a("floor_number", "Floor (1 is the ground floor)", Form::Whole(200), On::Site, Rule::Told, "", "floor|level|story"),
        n("clear_height", "Clear height", "ft", Form::Feet, "What is the clear height?", "ceiling height|ceiling|clear height ft|clear"),
        n("floor_load_psf", "Floor load", "lb a sq ft", Form::Whole(10_000), "How much load does the floor carry?", "floor load|load|psf"),
        n("column_spacing", "Column spacing", "ft", Form::Feet, "How far apart are the columns?", "columns|bay size"),
        n("crane_tons", "Crane", "tons", Form::Whole(1_000), "Is there a crane, and for how many tons?", "crane|overhead crane"),
    ]),
    ("Power and services", &[
        n("power_amps", "Power", "A", Form::Whole(100_000), "How many amps are there?", "amps|power amps|amperage|electric"),
        a("power_phase", "Type of power", Form::Choice(words::<Phase>), On::Both, Rule::Own, "Is the power single phase or 3-phase?", "phase|phases"),
        a("power_volts", "Volts", Form::Choice(words::<Volts>), On::Both, Rule::Same, "Which voltage is at the panel?", "volts|voltage"),
        n("gas_btu_h", "Gas", "Btu/h", Form::Whole(1_000_000_000), "How much gas is there, in Btu an hour?", "gas|btu"),
        n("water_gpm", "Water", "gallons a minute", Form::Whole(100_000), "How much water is there, in gallons a minute?", "water|gpm"),
        has("has_floor_drain", "Floor drains", "Are there floor drains?", "floor drain|floor drains|drains"),
        has("has_grease_interceptor", "Grease interceptor", "Is there a grease interceptor?", "grease trap|grease interceptor"),
        has("has_compressed_air", "Compressed air", "Is there compressed air?", "compressed air|air lines"),
        has("has_hvac", "Heating and cooling", "Is there heating and cooling?", "hvac|heat|cooling"),
        has("has_exhaust", "Process exhaust", "Is there process exhaust, or may it be put in?", "exhaust|process exhaust|ventilation"),
        has("has_spray_booth", "Spray booth", "Is there a spray booth, or may one be put in?", "spray booth|paint booth"),
        has("has_dust_collection", "Dust collection", "Is there dust collection?", "dust collection|dust collector"),
        has("has_sprinkler", "Sprinklers", "Are there sprinklers?", "sprinkler|sprinklers|sprinklered"),
    ]),
    ("Loading", &[
        n("dock_count", "Loading docks", "", COUNT, "How many loading docks are there?", "docks|loading docks|dock doors|dock high"),
        n("drive_in_count", "Drive-in doors", "", COUNT, "How many drive-in doors are there?", "drive ins|drive-in doors|grade doors|grade level doors"),
        n("door_width", "Drive-in door, width", "ft", Form::Feet, "How wide is the drive-in door?", "door width"),
        n("door_height", "Drive-in door, height", "ft", Form::Feet, "How high is the drive-in door?", "door height"),
        n("freight_elevator_lb", "Freight elevator", "lb", Form::Whole(1_000_000), "Is there a freight elevator, and what does it carry?", "freight elevator|elevator"),
        a("truck_size", "Largest truck", Form::Choice(words::<TruckSize>), On::Both, Rule::Own, "Which is the largest truck that reaches the door?", "truck|trucks|largest truck"),
        n("truck_court", "Truck court, depth", "ft", Form::Feet, "How deep is the truck court?", "truck court depth|court"),
    ]),
    ("Work there", &[
        has("air_permit_possible", "Air permit possible", "Can an air permit be had there?", "air permit"),
        has("allows_hazmat", "Hazardous material allowed", "Is hazardous material allowed there, with a fire permit?", "hazmat|hazardous materials|fire permit"),
        has("allows_noise", "Noise allowed", "Is noise allowed?", "noise|loud work"),
        has("allows_odor", "Odor allowed", "Is odor allowed?", "odor|odour|smell"),
        has("allows_all_hours", "Open nights", "May work go on at night and on weekends?", "24/7|24 7|hours|24 hours|all hours"),
        a("certifications", "Certified for", Form::Words, On::Both, Rule::Listed, "For what is the space certified (food grade, kosher, commissary)?", "certified|certifications of space|food grade"),
        has("near_transit", "Near transit for workers", "Can workers reach it by bus or train?", "transit|near transit|subway|bus"),
        a("worker_zips", "ZIP codes of workers", Form::Words, On::Need, Rule::Told, "", ""),
        a("commute_minutes", "Longest commute, minutes", Form::Whole(600), On::Need, Rule::Told, "", ""),
        has("is_accessible", "Accessible by wheelchair", "Is it accessible by wheelchair?", "ada|accessible|wheelchair"),
        n("parking_spaces", "Parking", "spaces", COUNT, "How many parking spaces belong to it?", "parking|parking spaces"),
        has("has_outdoor_storage", "Storage outdoors", "Can things be stored outdoors?", "outdoor storage|yard|outside storage"),
        a("jobs_now", "Jobs now", COUNT, On::Need, Rule::Told, "", ""),
        a("jobs_after", "Jobs after the move", COUNT, On::Need, Rule::Told, "", ""),
    ]),
];

/// What is known of something, by attribute. What is absent is not known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts(BTreeMap<&'static str, Value>);

/// One known thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A number in the attribute's smallest unit.
    Number(i64),
    /// Yes or no.
    Yes(bool),
    /// Text, or the code of a choice.
    Text(String),
    /// A date.
    Day(Day),
}

impl Facts {
    /// Notes something.
    pub fn set(&mut self, attribute: &Attribute, value: Value) {
        self.0.insert(attribute.name, value);
    }

    /// What is known.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// A number.
    pub fn number(&self, name: &str) -> Option<i64> {
        if let Some(Value::Number(number)) = self.get(name) { Some(*number) } else { None }
    }

    /// Yes or no.
    pub fn yes(&self, name: &str) -> Option<bool> {
        if let Some(Value::Yes(yes)) = self.get(name) { Some(*yes) } else { None }
    }

    /// A text or code.
    pub fn text(&self, name: &str) -> Option<&str> {
        if let Some(Value::Text(text)) = self.get(name) { Some(text) } else { None }
    }

    /// A word of a vocabulary.
    pub fn word<V: Vocabulary>(&self, name: &str) -> Option<V> {
        self.text(name).and_then(|code| V::parse(code).ok())
    }

    /// A date.
    pub fn day(&self, name: &str) -> Option<Day> {
        if let Some(Value::Day(day)) = self.get(name) { Some(*day) } else { None }
    }

    /// The words of a list.
    pub fn words(&self, name: &str) -> Vec<&str> {
        self.text(name).map(|text| text.split(", ").collect()).unwrap_or_default()
    }

    /// True when nothing is known.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Every attribute.
pub fn all() -> impl Iterator<Item = &'static Attribute> {
    GROUPS.iter().flat_map(|(_, attributes)| attributes.iter())
}

/// An attribute by its name.
pub fn find(name: &str) -> Option<&'static Attribute> {
    all().find(|attribute| attribute.name == name)
}

/// The attributes of units.
pub fn of_sites() -> impl Iterator<Item = &'static Attribute> {
    all().filter(|attribute| attribute.on != On::Need)
}

/// The attributes of needs.
pub fn of_needs() -> impl Iterator<Item = &'static Attribute> {
    all().filter(|attribute| attribute.on != On::Site)
}

impl Attribute {
    /// Reads what somebody typed; nothing typed is nothing.
    pub fn parse(&self, typed: &str) -> Result<Option<Value>, Complaint> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        match self.form {
            Form::Whole(most) => self.whole(typed, most).map(|number| Some(Value::Number(number))),
            Form::Feet => self.inches(typed).map(|inches| Some(Value::Number(inches))),
            Form::Money => Cents::parse(typed)
                .map(|cents| Some(Value::Number(cents.cents())))
                .map_err(|complaint| Complaint::new(format!("{}: {}", self.label, complaint.0))),
            Form::Yes => self.yes_or_no(typed).map(|yes| Some(Value::Yes(yes))),
            Form::Text => Ok(Line::maybe(typed, &format!("the field {}", self.label))?.map(|line| Value::Text(line.to_string()))),
            Form::Words => self.list(typed),
            Form::Choice(words) => self.choice(typed, &words()).map(|code| Some(Value::Text(code.to_owned()))),
            Form::Date => Day::parse(typed)
                .map(|day| Some(Value::Day(day)))
                .map_err(|complaint| Complaint::new(format!("{}: {}", self.label, complaint.0))),
            Form::Degrees(most) => self.degrees(typed, most).map(|degrees| Some(Value::Number(degrees))),
        }
    }
}

mod reading;

#[cfg(test)]
mod tests;
