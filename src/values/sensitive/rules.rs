//! The table: which words, why they are not kept, and beside which words they mean something else.

use super::Why;

/// When the words of a rule are about somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// Wherever they stand.
    Always,
    /// Where they begin with a capital.
    Capital,
    /// Before a word for a person, or said of anything that is no thing: "Rosa is Mexican", not "the lathe is German".
    OfSomebody,
    /// Before a word for a person, or said of one; of a name only with a capital: "she is blind", "Rosa is Black", not "the panel is black".
    OfAPerson,
}

/// Words and what they mean. A star stands for any ending, `#` for a number.
#[derive(Debug)]
pub(super) struct Rule {
    pub words: &'static str,
    pub why: Why,
    pub when: When,
    pub not_before: &'static [&'static str],
    pub not_after: &'static [&'static str],
}

const fn r(why: Why, words: &'static str) -> Rule {
    Rule { words, why, when: When::Always, not_before: &[], not_after: &[] }
}

impl Rule {
    const fn when(self, when: When) -> Self {
        Self { when, ..self }
    }

    const fn not_before(self, not_before: &'static [&'static str]) -> Self {
        Self { not_before, ..self }
    }

    const fn not_after(self, not_after: &'static [&'static str]) -> Self {
        Self { not_after, ..self }
    }
}

/// Words that say something of somebody.
pub(super) const LINKS: &[&str] = &["is", "are", "was", "were", "s", "re", "m", "am", "being", "isn", "aren"];

/// People.
#[rustfmt::skip]
pub(super) const PERSONS: &[&str] = &[
    "he", "she", "they", "i", "we", "who", "owner", "owners", "co", "woman", "women", "man", "men", "person", "people", "client", "clients",
    "family", "families", "husband", "wife", "partner", "partners", "son", "daughter", "mother", "father", "parents", "brother", "sister",
    "kid", "kids", "child", "children", "guy", "lady", "founder", "founders", "entrepreneur", "entrepreneurs", "immigrant", "immigrants",
    "citizen", "citizens", "national", "nationals", "male", "female", "born", "descent", "origin", "background", "heritage", "passport",
    "nationality", "worker", "workers", "employee", "employees", "owned", "couple", "community",
];

/// Things that have a make, a color or a state.
#[rustfmt::skip]
pub(super) const THINGS: &[&str] = &[
    "machine", "machines", "press", "presses", "lathe", "lathes", "mill", "steel", "tool", "tools", "tooling", "supplier", "suppliers",
    "part", "parts", "equipment", "customer", "customers", "buyer", "buyers", "brand", "material", "materials", "oven", "ovens", "recipe",
    "recipes", "menu", "food", "product", "products", "fabric", "yarn", "design", "market", "company", "engine", "motor", "valve", "robot",
    "it", "this", "that", "panel", "frame", "paint", "finish", "coating", "wall", "walls", "label", "box", "one", "color", "hole", "flange",
    "alarm", "account", "switch", "name", "surname", "feature", "line", "brake", "brakes", "form", "letter", "flyer", "website",
];

/// Beside these a word for a group is part of a name: the Hispanic Chamber of Commerce.
const BODIES: &[&str] = &[
    "chamber*",
    "business*",
    "federation",
    "market*",
    "grocer*",
    "food*",
    "restaurant*",
    "bakery",
    "cuisine",
    "fund",
    "center",
    "council",
    "association",
    "charities",
    "university",
    "school",
    "museum",
    "network",
    "institute",
    "foundation",
    "enterprise*",
    "serving",
    "day",
    "heritage",
    "history",
    "month",
    "hospital",
    "services",
    "relief",
    "american",
    "new",
];

/// What a Visa that pays stands before.
const CARDS: &[&str] = &["card*", "terminal*", "bill*", "payment*", "account*"];

use When::{Capital, OfAPerson, OfSomebody};
use Why::{Birth, Group, Health, Number, Origin, Status};

/// Every rule there is. Where several hold at one place, the longest counts.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    // Immigration status.
    r(Status, "immigration status"), r(Status, "immigration papers"), r(Status, "immigration case"), r(Status, "immigration lawyer"),
    r(Status, "immigration attorney"), r(Status, "immigrant").not_before(&["entrepreneur*", "affairs", "services", "rights", "owned", "business*"]),
    r(Status, "immigrants").not_before(&["affairs", "rights"]), r(Status, "immigrated"), r(Status, "emigrated"),
    r(Status, "green card").not_before(&["stock", "paper", "board", "catalog*", "holder", "deck", "sleeve*"]), r(Status, "green card holder"), r(Status, "greencard"),
    r(Status, "undocumented").not_before(&["process*", "code", "cost*", "change*", "work", "hours", "feature*", "expense*", "expenses", "step*", "setting*", "repair*"]),
    r(Status, "illegal alien"), r(Status, "illegal immigrant"), r(Status, "illegals"), r(Status, "resident alien"), r(Status, "permanent resident"),
    r(Status, "legal resident"), r(Status, "naturalized"), r(Status, "citizenship").not_after(&["corporate"]), r(Status, "us citizen"), r(Status, "u s citizen"), r(Status, "american citizen"),
    r(Status, "citizen").when(OfAPerson).not_before(&["lathe*", "machine*", "bank", "watch*", "science"]),
    r(Status, "asylum"), r(Status, "refugee").not_before(&["services", "program*", "council", "agency", "center"]), r(Status, "deport"), r(Status, "deported"), r(Status, "deportation"), r(Status, "daca"), r(Status, "dreamer").when(OfSomebody),
    r(Status, "uscis"), r(Status, "h1b"), r(Status, "h 1b"), r(Status, "ead card"), r(Status, "work authorization"), r(Status, "employment authorization"),
    r(Status, "work visa"), r(Status, "her visa").not_before(CARDS), r(Status, "his visa").not_before(CARDS), r(Status, "their visa").not_before(CARDS), r(Status, "student visa"), r(Status, "visa status"), r(Status, "visa expire*"),
    r(Status, "temporary protected status"), r(Status, "overstayed"), r(Status, "no papers"), r(Status, "has papers"), r(Status, "without papers"),
    r(Status, "legal status").not_before(&["of"]).not_after(&["llc", "company", "business"]), r(Status, "indocumentad*"), r(Status, "estatus migratorio"), r(Status, "residencia legal"),
    // Where somebody is from.
    r(Origin, "country of birth"), r(Origin, "her country of origin"), r(Origin, "his country of origin"), r(Origin, "their country of origin"), r(Origin, "place of birth"), r(Origin, "birthplace"),
    r(Origin, "nationality"), r(Origin, "born in").not_after(&["was", "idea", "company", "business", "product", "brand"]), r(Origin, "was born in").not_after(&["idea", "company", "business", "product", "brand", "shop"]),
    r(Origin, "foreign born"), r(Origin, "originally from"), r(Origin, "native of"), r(Origin, "her home country"), r(Origin, "his home country"), r(Origin, "their home country"),
    r(Origin, "passport").not_before(&["control", "office", "photo*", "cover*", "holder*", "panel", "wallet*", "case*", "program"]).not_after(&["digital", "product", "workforce", "skills"]),
    n("mexican"), n("dominican"), n("puerto rican"), n("cuban"), n("haitian"), n("jamaican"), n("guatemalan"), n("honduran"), n("salvadoran"), n("nicaraguan"), n("colombian"),
    n("venezuelan"), n("ecuadorian"), n("peruvian"), n("brazilian"), n("bolivian"), n("chilean"), n("argentinian"), n("chinese"), n("taiwanese"), n("korean"), n("japanese"),
    n("vietnamese"), n("filipino"), n("filipina"), n("indian"), n("pakistani"), n("bangladeshi"), n("nepali"), n("afghan"), n("iranian"), n("iraqi"), n("syrian"), n("lebanese"),
    n("egyptian"), n("moroccan"), n("palestinian"), n("israeli"), n("yemeni"), n("somali"), n("ethiopian"), n("eritrean"), n("nigerian"), n("ghanaian"), n("kenyan"), n("congolese"),
    n("senegalese"), n("liberian"), n("russian"), n("ukrainian"), n("polish"), n("german"), n("french"), n("italian"), n("irish"), n("greek"), n("turkish"), n("albanian"), n("bosnian"), n("burmese"), n("thai"), n("laotian"), n("cambodian"),
    // Numbers.
    r(Number, "ssn"), r(Number, "itin"), r(Number, "social security").not_before(&["office", "administration", "benefit*", "act"]), r(Number, "social security number"), r(Number, "seguro social"),
    r(Number, "alien number"), r(Number, "passport number"), r(Number, "driver s license number"), r(Number, "license number of"),
    // Dates of birth.
    r(Birth, "date of birth"), r(Birth, "dob"), r(Birth, "d o b"), r(Birth, "birth date"), r(Birth, "birthdate"), r(Birth, "birthday").not_before(&["cake*", "card*", "candle*", "party", "gift*", "box*"]),
    r(Birth, "born on"), r(Birth, "born #"), r(Birth, "fecha de nacimiento"),
    // Health and disability.
    r(Health, "cancer").not_before(&["research", "center", "drug*", "device*"]), r(Health, "diabetes").not_before(&["device*", "monitor*"]), r(Health, "diabetic").when(OfSomebody), r(Health, "hiv"), r(Health, "chemo"), r(Health, "chemotherapy"),
    r(Health, "dialysis").not_before(&["machine*", "part*", "device*", "membrane*"]), r(Health, "heart attack"), r(Health, "heart condition"), r(Health, "had a stroke"), r(Health, "stroke patient"), r(Health, "surgery").not_after(&["for", "oral"]).not_before(&["table*", "light*", "center*", "tool*", "instrument*"]),
    r(Health, "in the hospital").when(OfSomebody), r(Health, "hospitalized"), r(Health, "pregnan*"), r(Health, "miscarriage"), r(Health, "mental health").not_before(&["clinic", "product*", "app"]), r(Health, "mental illness"),
    r(Health, "bipolar").not_before(&["transistor*", "plate*", "junction", "motor*", "power", "supply"]), r(Health, "schizo*"), r(Health, "autis*"), r(Health, "adhd"), r(Health, "ptsd"),
    r(Health, "has depression"), r(Health, "depressed").when(OfAPerson), r(Health, "suffers from depression"), r(Health, "has anxiety"), r(Health, "dementia"), r(Health, "alzheimer*"), r(Health, "epilep*"), r(Health, "parkinsons"), r(Health, "parkinson s"), r(Health, "has parkinson"),
    r(Health, "disability").not_before(&["access", "act", "insurance", "services"]), r(Health, "disabilities").not_before(&["act"]), r(Health, "disabled").when(OfAPerson), r(Health, "handicapped").when(OfAPerson),
    r(Health, "deaf").when(OfAPerson), r(Health, "blind").when(OfAPerson), r(Health, "hard of hearing"), r(Health, "in a wheelchair"), r(Health, "uses a wheelchair"),
    r(Health, "addict"), r(Health, "addicted"), r(Health, "addiction"), r(Health, "alcoholic").when(OfSomebody), r(Health, "alcoholism"), r(Health, "went to rehab"), r(Health, "in rehab"), r(Health, "medical condition"), r(Health, "chronic illness"),
    r(Health, "her illness"), r(Health, "his illness"), r(Health, "their illness"), r(Health, "medication").not_before(&["cart*", "dispenser*"]), r(Health, "was diagnosed with"), r(Health, "diagnosed with"), r(Health, "has covid"), r(Health, "had covid"), r(Health, "got covid"), r(Health, "long covid"),
    r(Health, "discapacidad"), r(Health, "embarazada"),
    // Who somebody is.
    r(Group, "her race"), r(Group, "his race"), r(Group, "their race"), r(Group, "race and ethnicity"), r(Group, "race or ethnicity"), r(Group, "racial"), r(Group, "ethnicity"), r(Group, "skin color"), r(Group, "person of color"), r(Group, "people of color"), r(Group, "bipoc"),
    r(Group, "african american").not_before(BODIES), r(Group, "native american").not_before(BODIES), r(Group, "asian american").not_before(BODIES), r(Group, "pacific islander"), r(Group, "middle eastern").not_before(BODIES), r(Group, "caucasian"), r(Group, "biracial"), r(Group, "multiracial"),
    r(Group, "hispanic").not_before(BODIES), r(Group, "latino").not_before(BODIES), r(Group, "latina").not_before(BODIES), r(Group, "latinx").not_before(BODIES), r(Group, "asian").when(OfSomebody).not_before(BODIES), r(Group, "arab").when(OfSomebody).not_before(BODIES),
    r(Group, "black").when(OfAPerson).not_before(&["oxide", "iron", "steel", "box*", "friday", "owned"]), r(Group, "black owned"), r(Group, "white").when(OfAPerson).not_before(&["oxide", "paint", "label*", "oak", "goods", "owned"]), r(Group, "white owned"),
    r(Group, "muslim").not_before(BODIES), r(Group, "jewish").not_before(BODIES), r(Group, "catholic").when(OfSomebody).not_before(BODIES), r(Group, "christian").when(OfSomebody).not_before(BODIES), r(Group, "hindu").not_before(BODIES),
    r(Group, "sikh").not_before(BODIES), r(Group, "buddhist").not_before(BODIES), r(Group, "mormon").not_before(BODIES), r(Group, "jehovah"), r(Group, "atheist"), r(Group, "evangelical").not_before(BODIES), r(Group, "her religion"), r(Group, "his religion"), r(Group, "their religion"), r(Group, "religion is"),
    r(Group, "gay").when(OfSomebody).not_before(&["street", "head"]), r(Group, "lesbian"), r(Group, "bisexual"), r(Group, "transgender"), r(Group, "gender identity"), r(Group, "sexual orientation"),
    r(Group, "is a veteran"), r(Group, "s a veteran"), r(Group, "military veteran"), r(Group, "army veteran"), r(Group, "navy veteran"), r(Group, "combat veteran"), r(Group, "disabled veteran"), r(Group, "veteran status"),
    r(Group, "lgbt").when(Capital), r(Group, "lgbtq").when(Capital),
];

/// A nationality: only where it is said of somebody. Machines and food have a country too.
const fn n(words: &'static str) -> Rule {
    r(Origin, words).when(OfSomebody).not_before(&[
        "chamber*",
        "market*",
        "food*",
        "restaurant*",
        "bakery",
        "steel",
        "press",
        "made",
        "language",
        "speaking",
        "machine*",
        "lathe*",
        "supplier*",
        "customer*",
    ])
}
