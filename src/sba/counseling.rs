//! A record of form 641: one client and one session.

use super::convert::{FIRST_DAY, business_type, country, fits, hours, is_exact, named, official, placed};
use super::crosswalk::{self, Answers, Told};
use super::xml::{Document, Element, codes, codes_or_other, of, text};
use super::{Fault, Loss, Mend};
use crate::error::Result;
use crate::values::codes::{Code, List, label, rows};
use crate::values::{Day, InBusiness, LegalForm, Vocabulary};

/// Who the client is and how to reach them. Left out unless a filing asks for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// First name.
    pub first: String,
    /// Last name.
    pub last: String,
    /// E-mail.
    pub email: Option<String>,
    /// Telephone, as typed.
    pub telephone: Option<String>,
    /// Street.
    pub street: Option<String>,
    /// What the business is called.
    pub company: String,
    /// Who met them.
    pub counselor: String,
}

/// What is known of one session and its client, apart from what they said about themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Number of the client, at most 20 letters.
    pub client: String,
    /// Number of the session, at most 20 letters.
    pub number: String,
    /// The number that the SBA gave the center.
    pub location: Option<String>,
    /// Who they are, where the filing asks for it.
    pub names: Option<Names>,
    /// City.
    pub city: Option<String>,
    /// State, by its two letters.
    pub state: Option<String>,
    /// ZIP code.
    pub zip: Option<String>,
    /// May they be asked how it went?
    pub may_survey: Option<bool>,
    /// When they signed.
    pub signed_on: Option<Day>,
    /// The signed form is on file.
    pub is_on_file: Option<bool>,
    /// In business?
    pub in_business: Option<InBusiness>,
    /// Industry code.
    pub naics: Option<String>,
    /// Legal form.
    pub legal_form: Option<LegalForm>,
    /// Owned by its members or workers.
    pub is_cooperative: bool,
    /// All workers at the last count.
    pub workers: Option<i64>,
    /// In business since.
    pub started_on: Option<Day>,
    /// County, five digits.
    pub county_fips: Option<String>,
    /// What they came for, by its code.
    pub seeking: Option<String>,
    /// How they heard of the program, by codes.
    pub media: Vec<String>,
    /// How, where that is not on the list.
    pub media_words: Option<String>,
    /// The day.
    pub on: Day,
    /// Session type, by its code.
    pub session_type: String,
    /// Main topic, by its code.
    pub topic: String,
    /// What the topic was called where the form has no better word than other.
    pub topic_words: Option<String>,
    /// What else it was about, by codes.
    pub extra_topics: Vec<String>,
    /// Languages, by codes.
    pub languages: Vec<String>,
    /// Contact minutes.
    pub contact: i64,
    /// Minutes of preparation.
    pub prepare: i64,
    /// Minutes on the way.
    pub travel: i64,
    /// Certificates that are good on the day, by codes.
    pub certifications: Vec<String>,
    /// What those are called that the list has no word for.
    pub certification_words: Vec<String>,
    /// Kinds of the referrals sent that day, in words.
    pub referred: Vec<String>,
}

/// Session types without contact.
const WITHOUT_CONTACT: &[&str] = &["prepare_only", "training", "update_only"];
/// The most workers that part 3 of the form takes.
const MOST_WORKERS: i64 = 32_767;
/// The most minutes that a field of hours takes.
const MOST_MINUTES: i64 = 599_999;
/// The code of the certificate that part 2 asks about.
const EIGHT_A: &str = "sba_8a";
/// The most ways of having heard of the program.
const MOST_MEDIA: usize = 13;

impl Session {
    /// Why the record can't be written, apart from what only the person can answer. Empty: it can.
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        named(&mut faults, &self.number, self.location.as_deref());
        fits(&mut faults, Mend::Client, "The client's number", &self.client, 20);
        self.about_the_client(&mut faults);
        self.about_the_session(&mut faults);
        if let Some(names) = &self.names {
            names.faults(&mut faults);
        }
        faults
    }

    fn about_the_client(&self, faults: &mut Vec<Fault>) {
        placed(faults, Mend::Client, self.city.as_deref(), self.state.as_deref(), self.zip.as_deref(), self.on);
        if [&self.city, &self.state, &self.zip].iter().all(|part| part.is_none()) {
            faults.push(Fault::new(Mend::Client, "Nothing is known of where they are: city, state or ZIP code"));
        }
        if self.is_on_file.is_none() {
            faults.push(Fault::new(Mend::Intake, "It is not written down whether their signed agreement is on file"));
        }
        if self.is_on_file == Some(true) && self.signed_on.is_none() {
            faults.push(Fault::new(Mend::Intake, "The day on which they signed is missing"));
        }
        if self.may_survey.is_none() {
            faults.push(Fault::new(Mend::Intake, "They were not asked whether the SBA may survey them"));
        }
        if self.in_business.is_none() {
            faults.push(Fault::new(Mend::Intake, "It is not written down whether they are in business"));
        }
        if self.workers.is_some_and(|workers| workers > MOST_WORKERS) {
            faults.push(Fault::new(Mend::Client, format!("The form takes at most {MOST_WORKERS} workers")));
        }
        if let Some(code) = self.county_fips.as_deref().filter(|code| code.len() != 5 || !code.bytes().all(|byte| byte.is_ascii_digit())) {
            faults.push(Fault::new(Mend::Client, format!("The county code {code:?} is not five digits")));
        }
        let words_alone = self.media_words.is_some() && !self.media.iter().any(|code| code == "other");
        if self.media.len() + usize::from(words_alone) > MOST_MEDIA {
            faults.push(Fault::new(Mend::Intake, format!("The form takes at most {MOST_MEDIA} ways of having heard of the program")));
        }
        fits(faults, Mend::Intake, "How else they heard of the program", self.media_words.as_deref().unwrap_or_default(), 80);
    }

    fn about_the_session(&self, faults: &mut Vec<Fault>) {
        if self.on.to_string().as_str() < FIRST_DAY {
            faults.push(Fault::new(Mend::Record, format!("It took place before {FIRST_DAY}; the SBA's system takes no earlier day")));
        }
        let mut listed = |list: List, code: &str, what: &str| {
            if official(list, code, self.on).is_none() {
                faults.push(Fault::new(Mend::Record, format!("{what} {code:?} is not on the official list")));
            }
        };
        listed(List::SessionTypes, &self.session_type, "The session type");
        listed(List::Topics, &self.topic, "The topic");
        self.languages.iter().for_each(|language| listed(List::Languages, language, "The language"));
        if self.languages.is_empty() {
            faults.push(Fault::new(Mend::Record, "No language is written down"));
        }
        if self.contact == 0 && !WITHOUT_CONTACT.contains(&self.session_type.as_str()) {
            faults.push(Fault::new(Mend::Record, "It has no contact time, and is neither preparation nor an update nor a training"));
        }
        for (what, minutes) in [("The contact time", self.contact), ("The preparation", self.prepare), ("The travel", self.travel)] {
            if !(0..=MOST_MINUTES).contains(&minutes) {
                faults.push(Fault::new(Mend::Record, format!("{what} is longer than the 9999.99 hours that the form takes")));
            }
        }
        let certified = self.is_in_business().then(|| self.certified().1).flatten().unwrap_or_default();
        fits(faults, Mend::Client, "The certificates that the form has no word for", &certified, 255);
        let words = self.referred.join("; ");
        fits(faults, Mend::Record, "What they were referred for", &words, 255);
        fits(faults, Mend::Record, "The topic in words", self.topic_words.as_deref().unwrap_or_default(), 255);
    }

    /// What is written otherwise than we hold it.
    pub fn losses(&self) -> Vec<Loss> {
        let mut losses = Vec::new();
        for (field, minutes) in [("Contact time", self.contact), ("Preparation", self.prepare), ("Travel", self.travel)] {
            if !is_exact(minutes) {
                losses.push(Loss::new(field, format!("{minutes} minutes"), format!("{} hours", hours(minutes))));
            }
        }
        for topic in &self.extra_topics {
            losses.push(Loss::new("A further topic", label(List::Topics, topic).unwrap_or(topic), ""));
        }
        if self.is_in_business() {
            for code in self.certifications.iter().filter(|code| official(List::Certifications, code, self.on).is_none()) {
                let held = label(List::Certifications, code).unwrap_or(code);
                losses.push(Loss::new("Certificate", held, format!("Other: {held}")));
            }
            if let Some(form) = self.legal_form.filter(|form| entity(*form).1.is_some()) {
                losses.push(Loss::new("Legal form", form.label(), format!("Other: {}", form.label())));
            }
        } else if self.workers.is_some() || self.started_on.is_some() || self.naics.is_some() || !self.certifications.is_empty() {
            losses.push(Loss::new("About the business", "known", "left out: the form stops at no and undetermined"));
        }
        losses
    }

    /// Certificates by their official spelling, each once and in the order of the list, and in words those that have none.
    fn certified(&self) -> (Vec<String>, Option<String>) {
        let held = |row: &&Code| self.certifications.contains(&row.code);
        let (listed, other): (Vec<&Code>, Vec<&Code>) =
            rows(List::Certifications).iter().filter(held).partition(|row| official(List::Certifications, &row.code, self.on).is_some());
        let mut spelled: Vec<String> = listed.iter().filter_map(|row| official(List::Certifications, &row.code, self.on)).collect();
        spelled.dedup();
        let mut words: Vec<&str> =
            other.iter().map(|row| row.label.as_str()).chain(self.certification_words.iter().map(String::as_str)).collect();
        words.dedup();
        (spelled, (!words.is_empty()).then(|| words.join("; ")))
    }

    fn is_in_business(&self) -> bool {
        self.in_business == Some(InBusiness::Yes)
    }

    /// Writes the record. Only where nothing is at fault, and the person answered or declined the question on race; otherwise nothing is
    /// written, and false comes back.
    pub fn write(&self, answers: &Answers, document: &mut Document, losses: &mut Vec<Loss>) -> Result<bool> {
        let Some(race) = crosswalk::race(&answers.race) else { return Ok(false) };
        if !self.faults().is_empty() {
            return Ok(false);
        }
        losses.extend(race.losses.iter().cloned());
        let intake = self.intake(answers, &race);
        document.add(&self.record(Some(intake)))?;
        Ok(true)
    }

    /// Writes the record without a name and without what the person said about themselves: a draft to look at. Part 2 is left out whole,
    /// for the schema refuses it without race.
    pub fn write_draft(&self, document: &mut Document) -> Result<bool> {
        if !self.faults().is_empty() {
            return Ok(false);
        }
        document.add(&Self { names: None, ..self.clone() }.record(None))?;
        Ok(true)
    }

    /// What the record holds apart from what the person said: so that a later change of it can be told from what was filed.
    pub fn facts(&self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        let business = of("Business", self.business());
        business.texts("", &mut found);
        self.record(None).texts("", &mut found);
        found
    }

    fn record(&self, intake: Option<Element>) -> Element {
        of(
            "CounselingRecord",
            vec![
                text("PartnerClientNumber", self.client.clone()),
                of("Location", vec![text("LocationCode", self.location.clone())]),
                self.request(),
                intake.unwrap_or_else(|| of("ClientIntake", Vec::new())),
                self.session(),
            ],
        )
    }

    fn request(&self) -> Element {
        let yes_no = |is: Option<bool>| is.map(|is| if is { "Yes" } else { "No" }.to_owned());
        let mut parts = Vec::new();
        if let Some(names) = &self.names {
            parts.push(names.person("ClientNamePart1"));
            parts.push(text("Email", names.email.clone()));
            parts.push(of("PhonePart1", vec![text("Primary", names.digits())]));
        }
        parts.push(self.address());
        parts.push(text("SurveyAgreement", yes_no(self.may_survey)));
        let signed = self.signed_on.filter(|_| self.is_on_file == Some(true)).map(|day| day.to_string());
        parts.push(of("ClientSignature", vec![text("Date", signed), text("OnFile", yes_no(self.is_on_file))]));
        of("ClientRequest", parts)
    }

    fn address(&self) -> Element {
        of(
            "AddressPart1",
            vec![
                text("Street1", self.names.as_ref().and_then(|names| names.street.clone())),
                text("City", self.city.clone()),
                text("State", self.state.as_deref().and_then(|state| official(List::States, state, self.on))),
                text("ZipCode", self.zip.clone()),
                of("Country", vec![text("Code", self.state.as_ref().or(self.zip.as_ref()).map(|_| country()))]),
            ],
        )
    }

    fn intake(&self, answers: &Answers, race: &crosswalk::Race) -> Element {
        let military = match &answers.military {
            Told::Nothing => crosswalk::one("veteran", &answers.veteran),
            told => crosswalk::one("military", told),
        };
        let codes = race.codes.iter().map(|code| text("Code", code.clone()));
        let mut parts = vec![
            of("Race", codes.chain([text("SelfDescribedRace", race.described.clone())]).collect()),
            text("Ethnicity", race.ethnicity.clone()),
            // The form has no word for whoever prefers not to say; the element is left out.
            text("Sex", crosswalk::one("sex", &answers.sex).filter(|word| word == "Male" || word == "Female")),
            text("Disability", crosswalk::one("disability", &answers.disability)),
            text("MilitaryStatus", military),
        ];
        let business = self.business();
        let women = self.is_in_business().then_some(answers.women_bp).flatten();
        let women = of("BusinessOwnership", vec![text("Female", women.map(|bp| format!("{}.{:02}", bp / 100, bp % 100)))]);
        parts.extend(business_with(business, women));
        of("ClientIntake", parts)
    }

    /// What part 2 says of the business, in its order. It stops at no and undetermined.
    fn business(&self) -> Vec<Element> {
        let media = self.media.iter().filter_map(|code| official(List::Media, code, self.on));
        let mut parts = vec![
            codes_or_other("Media", media, self.media_words.clone()),
            text("CurrentlyInBusiness", self.in_business.map(|is| word(is).to_owned())),
        ];
        if !self.is_in_business() {
            return parts;
        }
        parts.push(text("CompanyName", self.names.as_ref().map(|names| names.company.clone())));
        parts.push(text("BusinessType", self.naics.as_deref().and_then(business_type).map(str::to_owned)));
        // Yes where it is known. That nobody wrote one down is no "No".
        let is_8a = self.certifications.iter().any(|code| code == EIGHT_A);
        parts.push(text("ClientIntake_Certified8a", is_8a.then(|| "Yes".to_owned())));
        parts.push(text("Employee_Owned", self.is_cooperative.then(|| "Yes".to_owned())));
        parts.push(text("TotalNumberOfEmployees", self.workers.map(|workers| workers.to_string())));
        let (code, other) = self.legal_form.map_or((None, None), |form| (Some(entity(form).0), entity(form).1));
        parts.push(codes("LegalEntity", code.map(str::to_owned), other));
        parts.push(text("FIPS_Code", self.county_fips.clone()));
        parts.push(codes("CounselingSeeking", self.seeking.as_deref().and_then(|code| official(List::Topics, code, self.on)), None));
        parts
    }

    fn session(&self) -> Element {
        let is_known = self.is_in_business();
        let mut parts = vec![text("PartnerSessionNumber", self.number.clone())];
        if is_known {
            parts.push(text("BusinessStartDatePart3", self.started_on.map(|day| day.to_string())));
            parts.push(text("TotalNumberOfEmployees", self.workers.map(|workers| workers.to_string())));
            let (listed, other) = self.certified();
            parts.push(codes_or_other("Certifications", listed, other));
        }
        parts.push(codes("CounselingProvided", official(List::Topics, &self.topic, self.on), self.topic_words.clone()));
        let referred = (!self.referred.is_empty()).then(|| self.referred.join("; "));
        // The official list has no word for a landlord, a lab or a lender.
        parts.push(codes_or_other("ReferredClient", None, referred));
        parts.push(text("SessionType", official(List::SessionTypes, &self.session_type, self.on)));
        parts.push(codes("Language", self.languages.iter().filter_map(|code| official(List::Languages, code, self.on)), None));
        parts.push(text("DateCounseled", self.on.to_string()));
        parts.push(text("CounselorName", self.names.as_ref().map(|names| names.counselor.clone())));
        let spent = |name: &'static str, minutes: i64| text(name, (minutes > 0).then(|| hours(minutes)));
        parts.push(of(
            "CounselingHours",
            vec![spent("Contact", self.contact), spent("Prepare", self.prepare), spent("Travel", self.travel)],
        ));
        of("CounselorRecord", parts)
    }
}

fn word(is: InBusiness) -> &'static str {
    match is {
        InBusiness::Yes => "Yes",
        InBusiness::No => "No",
        InBusiness::Undetermined => "Undetermined",
    }
}

/// What part 2 says of the business, with what women own in its place.
fn business_with(business: Vec<Element>, women: Element) -> Vec<Element> {
    let place = business.iter().position(|element| element.is("ClientIntake_Certified8a")).unwrap_or(business.len());
    let mut parts = business;
    parts.insert(place, women);
    parts
}

/// The official spelling of a legal form, and what stands beside it.
fn entity(form: LegalForm) -> (&'static str, Option<String>) {
    match form {
        LegalForm::SoleProprietor => ("Sole Proprietor", None),
        LegalForm::Partnership => ("Partnership", None),
        LegalForm::Llc => ("LLC", None),
        LegalForm::Corporation => ("Corporation", None),
        LegalForm::SCorporation => ("S-Corporation", None),
        LegalForm::Cooperative | LegalForm::Nonprofit | LegalForm::ProfessionalAssociation | LegalForm::JointVenture => {
            ("Other", Some(form.label().to_owned()))
        }
        LegalForm::Other => ("Other", None),
    }
}

impl Names {
    fn person(&self, name: &'static str) -> Element {
        of(name, vec![text("Last", self.last.clone()), text("First", self.first.clone())])
    }

    /// The ten digits of a telephone number of North America.
    fn digits(&self) -> Option<String> {
        let digits = crate::values::digits(self.telephone.as_deref()?);
        Some(digits.strip_prefix('1').filter(|rest| rest.len() == 10).unwrap_or(&digits).to_owned())
    }

    fn faults(&self, faults: &mut Vec<Fault>) {
        if self.first.trim().is_empty() || self.last.trim().is_empty() {
            faults.push(Fault::new(Mend::Person, "The form wants a first and a last name"));
        }
        for (what, name) in [("The first name", &self.first), ("The last name", &self.last)] {
            fits(faults, Mend::Person, what, name, 40);
        }
        if let Some(digits) = self.digits().filter(|digits| digits.len() != 10) {
            faults.push(Fault::new(Mend::Person, format!("The telephone number has {} digits; the form takes ten", digits.len())));
        }
        if let Some(email) = self.email.as_deref().filter(|email| !is_plain(email)) {
            faults.push(Fault::new(Mend::Person, format!("The form does not take the e-mail address {email:?}")));
        }
        fits(faults, Mend::Client, "The street", self.street.as_deref().unwrap_or_default(), 80);
        fits(faults, Mend::Client, "The name of the business", &self.company, 80);
        fits(faults, Mend::Record, "The advisor's name", &self.counselor, 80);
    }
}

/// True for an address of letters, digits, dots, hyphens and underscores with a dot in its domain: the form's pattern.
fn is_plain(email: &str) -> bool {
    let is_word = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    let Some((name, domain)) = email.split_once('@') else { return false };
    let mut parts = domain.split('.');
    !name.is_empty() && name.split('.').all(is_word) && parts.clone().count() > 1 && parts.all(|part| !part.is_empty() && is_word(part))
}
