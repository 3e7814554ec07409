//! Businesses, their owners over time, and how people want to be reached. Who people are is not here: see `firewall`.

mod intake;
pub mod likeness;
pub mod moving;
pub mod own;
pub mod queries;
pub mod routes;
pub mod views;

pub use intake::Intake;
pub use routes::routes;

use crate::i18n::{self, Language};
use crate::values::{ClientId, ContactBy, Day, JobBasis, LegalForm, Line, NaicsEdition, PersonId, Stage, Telephone};

/// A business enrolled in a program of the viewer.
#[derive(Debug, Clone)]
pub struct Client {
    /// Row key of the business.
    pub key: i64,
    /// Address.
    pub id: ClientId,
    /// Label F-0412; never a key.
    pub number: i64,
    /// What the owner calls it.
    pub name: String,
    /// If it is another.
    pub legal_name: Option<String>,
    /// What it makes.
    pub product: Option<String>,
    /// Industry code and its edition.
    pub naics: Option<(String, NaicsEdition)>,
    /// Where it stands.
    pub stage: Option<Stage>,
    /// First sale, hire, capital or expense.
    pub started_on: Option<Day>,
    /// Legal form.
    pub legal_form: Option<LegalForm>,
    /// Street, city, state, postal code, as far as known.
    pub place: Place,
    /// Owned by its members.
    pub is_cooperative: bool,
    /// Program it is enrolled in, by row key.
    pub program: i64,
    /// Name of the program.
    pub program_name: String,
    /// Row key and name of its advisor.
    pub advisor: Option<(i64, String)>,
    /// Since when it is a client.
    pub enrolled_on: Day,
    /// Until when, if it left.
    pub left_on: Option<Day>,
    /// Counts edits.
    pub version: i64,
}

/// Where a business is, as far as known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// Street.
    pub street: Option<String>,
    /// City.
    pub city: Option<String>,
    /// State code.
    pub state: Option<String>,
    /// ZIP or ZCTA.
    pub postal_code: Option<String>,
    /// County.
    pub county: Option<String>,
    /// County code.
    pub county_fips: Option<String>,
    /// Metropolitan area.
    pub metro: Option<String>,
    /// As people call it.
    pub neighborhood: Option<String>,
}

/// Somebody who owns or speaks for a business.
#[derive(Debug, Clone)]
pub struct Owner {
    /// Row key of the person.
    pub person: i64,
    /// Address of the person.
    pub id: PersonId,
    /// First name; empty for the unnamed owner of an imported file.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Telephone.
    pub telephone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Language they want to read, as staff wrote it down: a code of the official list.
    pub language: String,
    /// Tag of the catalog that they chose on their own pages.
    pub reads: Option<String>,
    /// How they like to hear from us.
    pub contact_by: Option<ContactBy>,
    /// Share in hundredths of a percent.
    pub share_bp: Option<u32>,
    /// The person we call.
    pub is_contact: bool,
    /// Since when.
    pub from_on: Option<Day>,
    /// When the private link was last made.
    pub self_id_asked_on: Option<Day>,
    /// When they last saved that page.
    pub self_id_answered_on: Option<Day>,
    /// Counts edits.
    pub version: i64,
}

impl Owner {
    /// First and last name; words for an unnamed one.
    pub fn name(&self) -> String {
        let name = format!("{} {}", self.first_name, self.last_name);
        if name.trim().is_empty() { "Unnamed owner".to_owned() } else { name.trim().to_owned() }
    }

    /// In which language they are written to.
    pub fn reading(&self) -> Language {
        i18n::of_person(self.reads.as_deref(), &self.language, None)
    }

    /// What a letter or page calls them.
    pub fn given_name(&self) -> &str {
        if self.first_name.is_empty() { &self.last_name } else { &self.first_name }
    }
}

/// How many workers, when, says who.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobSnapshot {
    /// The day counted.
    pub on: Day,
    /// All workers.
    pub workers: i64,
    /// Who says so.
    pub basis: JobBasis,
}

/// What is known of a business when it is registered. Only the name is required.
#[derive(Debug, Clone)]
pub struct NewClient {
    /// What the owner calls it.
    pub name: Line,
    /// What it makes.
    pub product: Option<Line>,
    /// Industry code of NAICS 2022.
    pub naics: Option<String>,
    /// Where it stands.
    pub stage: Option<Stage>,
    /// Where it is.
    pub place: Place,
    /// Workers, if told.
    pub workers: Option<i64>,
    /// The person we call, if there is one yet.
    pub contact: Option<NewPerson>,
}

/// A person, when they are first written down.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// First name.
    pub first_name: String,
    /// Last name; may be empty.
    pub last_name: String,
    /// Telephone.
    pub telephone: Option<Telephone>,
    /// E-mail.
    pub email: Option<crate::values::Email>,
    /// Language they want to read.
    pub language: String,
    /// How they like to hear from us.
    pub contact_by: Option<ContactBy>,
    /// Share in hundredths of a percent.
    pub share_bp: Option<u32>,
}

/// A business as it stands in a list or a search.
#[derive(Debug, Clone)]
pub struct Found {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: ClientId,
    /// Label.
    pub number: i64,
    /// Name.
    pub name: String,
    /// The person we call.
    pub contact: Option<String>,
    /// What it makes, or where it is.
    pub about: Option<String>,
    /// Name of the program.
    pub program_name: String,
}

/// A business as it is compared with others.
#[derive(Debug, Clone)]
pub struct Described {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: ClientId,
    /// Label.
    pub number: i64,
    /// What is known of it.
    pub facts: likeness::Facts,
}

/// Somebody like the one about to be registered.
#[derive(Debug, Clone)]
pub enum Lookalike {
    /// In a program of the viewer, and in what they are alike.
    Here(Found, String),
    /// Known to this organization, in a program the viewer does not work in. Nothing more is said.
    Elsewhere {
        /// Row key of the business.
        business: i64,
        /// Row key of that program.
        program: i64,
    },
}

/// "F-0412".
pub fn label(number: i64) -> String {
    format!("F-{number:04}")
}
