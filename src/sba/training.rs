//! A record of form 888: one training, and how many people came.

use super::convert::{country, fits, hours, is_exact, named, official, placed};
use super::crosswalk::{self, Answers, Told};
use super::xml::{Document, Element, codes, codes_or_other, of, text};
use super::{Fault, Loss, Mend};
use crate::error::Result;
use crate::values::Day;
use crate::values::codes::List;

/// What is known of a training, apart from what people said about themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Training {
    /// Number of the training, at most 20 letters.
    pub number: String,
    /// The number that the SBA gave the center.
    pub location: Option<String>,
    /// The days of its sessions, the first one first.
    pub days: Vec<Day>,
    /// Minutes, all sessions together.
    pub minutes: i64,
    /// What it is called.
    pub title: String,
    /// City.
    pub city: Option<String>,
    /// State, by its two letters.
    pub state: Option<String>,
    /// ZIP code.
    pub zip: Option<String>,
    /// Country, by its code, where it is not in one of our states.
    pub country: Option<String>,
    /// How many came.
    pub total: Option<i64>,
    /// How many of them are in business.
    pub in_business: Option<i64>,
    /// How many are not yet.
    pub not_yet: Option<i64>,
    /// Topic, by its code.
    pub topic: String,
    /// With whom, by codes.
    pub partners: Vec<String>,
    /// With whom, where that is not on the list.
    pub other_partner: Option<String>,
    /// How it is given, by its code.
    pub format: String,
    /// What one person pays, in cents.
    pub fee_cents: i64,
    /// Language, by its code.
    pub language: String,
    /// Who pays for it.
    pub sponsor: Option<String>,
    /// Who else does.
    pub cosponsor: Option<String>,
}

/// How many of those who came said what, each person once in every answer they gave.
#[derive(Default, Clone)]
pub struct Heads {
    counts: std::collections::BTreeMap<&'static str, u32>,
}

const DISABILITY: &str = "PersonWithDisabilities";
const UNITED_STATES: &str = "united_states";

/// Elements of the form by the official spelling of an answer, in its order.
#[rustfmt::skip]
const SEXES: &[(&str, &str)] = &[("Female", "Female"), ("Male", "Male")];
#[rustfmt::skip]
const MILITARY: &[(&str, &[&str])] = &[
    ("ActiveDuty",                     &["Active Duty"]),
    ("Veterans",                       &["Veteran", "Service Disabled Veteran"]),
    ("ServiceDisabledVeterans",        &["Service Disabled Veteran"]),
    ("MemberOfReserveOrNationalGuard", &["Member of the Reserve", "Member of National Guard"]),
    ("SpouseOfMilitaryMember",         &["Spouse of Military Member"]),
];
#[rustfmt::skip]
const RACES: &[(&str, &str)] = &[
    ("Asian",                         "Asian"),
    ("BlackOrAfricanAmerican",        "Black or African American"),
    ("NativeAmericanOrAlaskaNative",  "Native American/Alaska Native"),
    ("NativeHawaiianOrPacificIslander", "Native Hawaiian/Other Pacific Islander"),
    ("White",                         "White"),
    ("MiddleEastern",                 "Middle Eastern"),
    ("NorthAfrican",                  "North African"),
];
#[rustfmt::skip]
const ETHNICITIES: &[(&str, &str)] = &[
    ("HispanicOrLatinoOrigin",    "Hispanic or Latino"),
    ("NonHispanicOrLatinoOrigin", "Non Hispanic or Latino"),
];

impl Heads {
    /// Counts what one person said.
    pub fn add(&mut self, answers: &Answers) {
        let spelled = |question: &str, told: &Told| crosswalk::one(question, told);
        let sex = spelled("sex", &answers.sex);
        self.count(SEXES.iter().filter(|(_, word)| sex.as_deref() == Some(*word)).map(|(name, _)| *name));
        if spelled("disability", &answers.disability).as_deref() == Some("Yes") {
            self.count([DISABILITY]);
        }
        let military = spelled("military", &answers.military).or_else(|| spelled("veteran", &answers.veteran));
        let military = military.unwrap_or_default();
        self.count(MILITARY.iter().filter(|(_, words)| words.contains(&military.as_str())).map(|(name, _)| *name));
        if let Some(race) = crosswalk::race(&answers.race) {
            self.count(RACES.iter().filter(|(_, word)| race.codes.iter().any(|code| code == word)).map(|(name, _)| *name));
            let ethnicity = race.ethnicity.as_deref();
            self.count(ETHNICITIES.iter().filter(|(_, word)| ethnicity == Some(*word)).map(|(name, _)| *name));
        }
    }

    /// Adds as many people as were counted at the door, by the name of an element.
    pub fn add_counted(&mut self, counted: &[(String, u32)]) {
        for name in Self::names() {
            let more: u32 = counted.iter().filter(|(word, _)| word == name).map(|(_, count)| *count).sum();
            *self.counts.entry(name).or_default() += more;
        }
    }

    /// Every element that counts people by what they said, in the order of the form.
    pub fn names() -> impl Iterator<Item = &'static str> {
        let military = MILITARY.iter().map(|(name, _)| *name);
        let races = RACES.iter().map(|(name, _)| *name);
        let ethnicities = ETHNICITIES.iter().map(|(name, _)| *name);
        [DISABILITY, "Female", "Male"].into_iter().chain(military).chain(races).chain(ethnicities)
    }

    /// The most people that one answer was given by.
    fn most(&self) -> u32 {
        self.counts.values().copied().max().unwrap_or_default()
    }

    fn count(&mut self, names: impl IntoIterator<Item = &'static str>) {
        names.into_iter().for_each(|name| *self.counts.entry(name).or_default() += 1);
    }

    /// A count; none where nobody said so, for nobody may have been asked.
    fn element(&self, name: &'static str) -> Element {
        let count = self.counts.get(name).copied().filter(|count| *count > 0);
        text(name, count.map(|count| count.to_string()))
    }
}

impl Training {
    /// Why the record can't be written. Empty: it can.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let on = self.on();
        named(&mut faults, &self.number, self.location.as_deref());
        if self.days.is_empty() {
            faults.push(Fault::new(Mend::Record, "No day is written down"));
        }
        if !(1..=599_999).contains(&self.minutes) {
            faults.push(Fault::new(Mend::Record, "The form takes from 0.01 to 9999.99 hours"));
        }
        fits(&mut faults, Mend::Record, "The title", &self.title, 255);
        placed(&mut faults, Mend::Record, self.city.as_deref(), self.state.as_deref(), self.zip.as_deref(), on);
        match self.total {
            None | Some(0) => faults.push(Fault::new(Mend::Record, "How many came is not written down; the form wants at least one")),
            Some(total) => self.counted(total, &mut faults),
        }
        let mut listed = |list: List, code: &str, what: &str| {
            if official(list, code, on).is_none() {
                faults.push(Fault::new(Mend::Record, format!("{what} {code:?} is not on the official list")));
            }
        };
        listed(List::Topics, &self.topic, "The topic");
        listed(List::TrainingFormats, &self.format, "The format");
        listed(List::Languages, &self.language, "The language");
        self.partners.iter().for_each(|partner| listed(List::TrainingPartners, partner, "The partner"));
        for (what, words) in [("Another partner", &self.other_partner), ("The sponsor", &self.sponsor), ("The cosponsor", &self.cosponsor)]
        {
            fits(&mut faults, Mend::Record, what, words.as_deref().unwrap_or_default(), 80);
        }
        if self.fee_cents > 100_000_000_000 {
            faults.push(Fault::new(Mend::Record, "The form takes fees of at most 1,000,000,000 dollars"));
        }
        faults
    }

    fn counted(&self, total: i64, faults: &mut Vec<Fault>) {
        let parts = self.in_business.unwrap_or_default() + self.not_yet.unwrap_or_default();
        if parts > total {
            faults.push(Fault::new(Mend::Record, format!("{parts} are in business or not yet, and only {total} came")));
        }
        if parts > 32_767 {
            faults.push(Fault::new(Mend::Record, "The form takes at most 32767 people in one count"));
        }
    }

    /// What is written otherwise than we hold it.
    pub fn losses(&self) -> Vec<Loss> {
        let mut losses = Vec::new();
        if !is_exact(self.minutes) {
            losses.push(Loss::new("Length", format!("{} minutes", self.minutes), format!("{} hours", hours(self.minutes))));
        }
        if self.fee_cents % 100 != 0 {
            losses.push(Loss::new("Fee", format!("{} cents", self.fee_cents), format!("{} dollars", self.dollars())));
        }
        losses
    }

    fn on(&self) -> Day {
        self.days.first().copied().unwrap_or_else(|| Day::new(jiff::civil::Date::MIN))
    }

    fn dollars(&self) -> i64 {
        (self.fee_cents + 50) / 100
    }

    /// Writes the record with how many said what. Only where nothing is at fault and no more people said something than came; otherwise
    /// nothing is written, and false comes back.
    pub fn write(&self, heads: &Heads, document: &mut Document) -> Result<bool> {
        if !self.faults().is_empty() || self.total.is_none_or(|total| i64::from(heads.most()) > total) {
            return Ok(false);
        }
        document.add(&self.record(heads))?;
        Ok(true)
    }

    /// What the record holds apart from what people said about themselves.
    pub fn facts(&self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        self.record(&Heads::default()).texts("", &mut found);
        found
    }

    fn record(&self, heads: &Heads) -> Element {
        let on = self.on();
        of(
            "ManagementTrainingRecord",
            vec![
                text("PartnerTrainingNumber", self.number.clone()),
                of("Location", vec![text("LocationCode", self.location.clone())]),
                text("DateTrainingStarted", self.days.first().map(ToString::to_string)),
                text("NumberOfSessions", self.days.len().to_string()),
                text("TotalTrainingHours", hours(self.minutes)),
                text("TrainingTitle", self.title.clone()),
                self.place(),
                self.people(heads),
                codes("TrainingTopic", official(List::Topics, &self.topic, on), None),
                self.with_whom(),
                text("ProgramFormatType", official(List::TrainingFormats, &self.format, on)),
                text("DollarAmountOfFees", self.dollars().to_string()),
                codes("Language", official(List::Languages, &self.language, on), None),
                text("SponsorName", self.sponsor.clone()),
                text("CosponsorsName", self.cosponsor.clone()),
            ],
        )
    }

    fn place(&self) -> Element {
        let home = self.state.as_ref().or(self.zip.as_ref()).map(|_| country());
        let abroad =
            self.country.as_deref().filter(|code| *code != UNITED_STATES).and_then(|code| official(List::Countries, code, self.on()));
        of(
            "TrainingLocation",
            vec![
                text("City", self.city.clone()),
                text("State", self.state.as_deref().and_then(|state| official(List::States, state, self.on()))),
                text("ZipCode", self.zip.clone()),
                of("Country", vec![text("Code", abroad.or(home))]),
            ],
        )
    }

    fn people(&self, heads: &Heads) -> Element {
        let number = |name: &'static str, count: Option<i64>| text(name, count.map(|count| count.to_string()));
        let mut parts = vec![
            number("Total", self.total),
            number("CurrentlyInBusiness", self.in_business),
            number("NotYetInBusiness", self.not_yet),
            heads.element(DISABILITY),
        ];
        parts.extend(SEXES.iter().map(|(name, _)| heads.element(name)));
        parts.extend(MILITARY.iter().map(|(name, _)| heads.element(name)));
        parts.push(of("Race", RACES.iter().map(|(name, _)| heads.element(name)).collect()));
        parts.push(of("Ethnicity", ETHNICITIES.iter().map(|(name, _)| heads.element(name)).collect()));
        of("NumberTrained", parts)
    }

    fn with_whom(&self) -> Element {
        let on = self.on();
        let listed = self.partners.iter().filter_map(|code| official(List::TrainingPartners, code, on));
        codes_or_other("TrainingPartners", listed, self.other_partner.clone())
    }
}
