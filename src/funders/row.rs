//! A client as a row of a required table: for SSBCI one row, for MEP one for each project.

use super::{Entry, Holds, Sheet, hours, label_of, table};
use crate::sba::{Fault, Loss, Mend};
use crate::values::{Day, FilingForm, ProviderRelation, ProviderType, Vocabulary, codes};
use std::sync::LazyLock;

const SERVICES: &str = include_str!("../../assets/codes/ssbci-services.csv");

/// The facts that a column may hold.
#[cfg(test)]
pub(super) const FIELDS: &[&str] = &[
    "number",
    "name",
    "contact",
    "email",
    "telephone",
    "zip",
    "naics",
    "workers",
    "fte",
    "sedi",
    "sedi_reason",
    "hours_legal",
    "hours_accounting",
    "hours_financial",
    "provider",
    "provider_type",
    "provider_relation",
    "project",
    "hours",
    "sessions",
    "first_on",
    "last_on",
    "closed_on",
];

/// Which of SSBCI's services a topic is, by its word; none where it is not one of them.
pub fn service_of(topic: &str) -> Option<&'static str> {
    static ROWS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
        let mut reader = csv::Reader::from_reader(SERVICES.as_bytes());
        let cell = |row: &csv::StringRecord, place: usize| row.get(place).unwrap_or_default().to_owned();
        reader.records().filter_map(Result::ok).map(|row| (cell(&row, 0), cell(&row, 1))).collect()
    });
    ROWS.iter().find(|(known, _)| known == topic).map(|(_, service)| service.as_str())
}

/// Names and ways to reach somebody, where a contract asks for them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// Of the business.
    pub business: String,
    /// Of whoever speaks for it.
    pub person: String,
    /// Their e-mail.
    pub email: Option<String>,
    /// Their telephone.
    pub telephone: Option<String>,
}

/// What was done with a client about one topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// By its code.
    pub topic: String,
    /// Time with the client.
    pub minutes: i64,
    /// How many sessions.
    pub sessions: i64,
    /// The first of them.
    pub first: Day,
    /// The last.
    pub last: Day,
}

/// What is known of a client for a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientRow {
    /// Of which table.
    pub form: FilingForm,
    /// Our number.
    pub number: String,
    /// Names, where the filing has them.
    pub contact: Option<Contact>,
    /// ZIP code.
    pub zip: Option<String>,
    /// NAICS code.
    pub naics: Option<String>,
    /// How many work there.
    pub workers: Option<i64>,
    /// Full-time equivalents, in hundredths.
    pub fte: Option<i64>,
    /// The day the client left the program, where it is over.
    pub closed_on: Option<Day>,
    /// What was done, by topic.
    pub projects: Vec<Project>,
    /// Who gives the assistance, of what sort, and what it is to the grant.
    pub provider: (String, Option<ProviderType>, Option<ProviderRelation>),
    /// The last day that is counted: which edition of the table holds.
    pub on: Day,
}

/// What somebody said of SSBCI's self-certification.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum SediSaid<'a> {
    /// They certify, for a reason in words.
    Yes(&'a str),
    /// None of the reasons fits.
    No,
    /// They prefer not to say: there is no certification.
    Declined,
}

impl ClientRow {
    fn columns(&self) -> impl Iterator<Item = (&'static Entry, &'static str)> {
        let names = self.contact.is_some();
        table(self.form, self.on).filter_map(move |entry| match &entry.holds {
            Holds::Client(field) if names || !matches!(field.as_str(), "name" | "contact" | "email" | "telephone") => {
                Some((entry, field.as_str()))
            }
            _ => None,
        })
    }

    /// The head of the table.
    pub fn head(form: FilingForm, has_names: bool, on: Day) -> Sheet {
        let row = Self::blank(form, has_names, on);
        Sheet::new(row.columns().map(|(entry, _)| entry.label.clone()).collect::<Vec<_>>())
    }

    fn blank(form: FilingForm, has_names: bool, on: Day) -> Self {
        Self {
            form,
            number: String::new(),
            contact: has_names.then(Contact::default),
            zip: None,
            naics: None,
            workers: None,
            fte: None,
            closed_on: None,
            projects: Vec::new(),
            provider: (String::new(), None, None),
            on,
        }
    }

    /// What must be known first, in plain words.
    pub fn faults(&self) -> Vec<Fault> {
        let has = |wanted: &str| self.columns().any(|(_, field)| field == wanted);
        let mut faults = Vec::new();
        let mut lack = |field: &str, is_known: bool, mend: Mend, words: &str| {
            if has(field) && !is_known {
                faults.push(Fault::new(mend, words));
            }
        };
        lack("naics", self.naics.is_some(), Mend::Client, "What they make has no NAICS code");
        lack("zip", self.zip.is_some(), Mend::Client, "Their ZIP code is not known");
        lack("workers", self.workers.is_some(), Mend::Jobs, "How many people work there is not known");
        lack("fte", self.fte.is_some(), Mend::Jobs, "Full-time equivalents are not known: count the workers with their hours");
        lack(
            "provider_type",
            self.provider.1.is_some(),
            Mend::Filing,
            "What sort of organization gives the assistance is not written down",
        );
        lack("provider_relation", self.provider.2.is_some(), Mend::Filing, "What the program is to the grant is not written down");
        let reach = self.contact.as_ref().is_none_or(|contact| contact.email.is_some() || contact.telephone.is_some());
        lack("email", reach, Mend::Person, "Nobody there can be reached by e-mail or telephone");
        faults
    }

    /// What the table has no place for.
    pub fn losses(&self) -> Vec<Loss> {
        if self.form != FilingForm::Ssbci {
            return Vec::new();
        }
        let outside = self.projects.iter().filter(|project| service_of(&project.topic).is_none() && project.minutes > 0);
        let loss = |project: &Project| Loss {
            field: "Hours on a topic that is none of the three services",
            held: format!("{}: {}", label_of(codes::List::Topics, &project.topic), hours(project.minutes)),
            written: String::new(),
        };
        outside.map(loss).collect()
    }

    /// What it would hold of what is known, by column: to tell later what changed.
    pub fn facts(&self) -> Vec<(String, String)> {
        let known: Vec<_> = self.columns().filter(|(_, field)| !field.starts_with("sedi")).collect();
        let cells = |project: Option<&Project>| -> Vec<(String, String)> {
            known.iter().map(|(entry, field)| (entry.label.clone(), self.cell(field, project, None))).collect()
        };
        match self.form {
            FilingForm::Mep => self.projects.iter().flat_map(|project| cells(Some(project))).collect(),
            _ => cells(None),
        }
    }

    /// Writes its rows. What somebody certifies is given from behind the wall.
    pub fn write(&self, sedi: Option<SediSaid<'_>>, sheet: &mut Sheet) {
        let mut add = |project: Option<&Project>| {
            sheet.add(self.columns().map(|(_, field)| self.cell(field, project, sedi)).collect::<Vec<_>>());
        };
        match self.form {
            FilingForm::Mep => self.projects.iter().for_each(|project| add(Some(project))),
            _ => add(None),
        }
    }

    fn cell(&self, field: &str, project: Option<&Project>, sedi: Option<SediSaid<'_>>) -> String {
        let contact = self.contact.as_ref();
        let day = |day: Option<Day>| day.map(|day| day.to_string());
        let service = |wanted: &str| {
            hours(self.projects.iter().filter(|project| service_of(&project.topic) == Some(wanted)).map(|project| project.minutes).sum())
        };
        let found = match field {
            "number" => Some(self.number.clone()),
            "name" => contact.map(|contact| contact.business.clone()),
            "contact" => contact.map(|contact| contact.person.clone()),
            "email" => contact.and_then(|contact| contact.email.clone()),
            "telephone" => contact.and_then(|contact| contact.telephone.clone()),
            "zip" => self.zip.clone(),
            "naics" => self.naics.clone(),
            "workers" => self.workers.map(|workers| workers.to_string()),
            "fte" => self.fte.map(|fte| format!("{}.{:02}", fte / 100, fte % 100)),
            "sedi" => sedi.map(|said| if matches!(said, SediSaid::Yes(_)) { "Yes" } else { "No" }.to_owned()),
            "sedi_reason" => sedi.map(|said| match said {
                SediSaid::Yes(reason) => reason.to_owned(),
                SediSaid::No => "None of the reasons".to_owned(),
                SediSaid::Declined => "Prefers not to say".to_owned(),
            }),
            "hours_legal" => Some(service("legal")),
            "hours_accounting" => Some(service("accounting")),
            "hours_financial" => Some(service("financial")),
            "provider" => Some(self.provider.0.clone()),
            "provider_type" => self.provider.1.map(|kind| kind.label().to_owned()),
            "provider_relation" => self.provider.2.map(|relation| relation.label().to_owned()),
            "project" => project.map(|project| label_of(codes::List::Topics, &project.topic)),
            "hours" => project.map(|project| hours(project.minutes)),
            "sessions" => project.map(|project| project.sessions.to_string()),
            "first_on" => day(project.map(|project| project.first)),
            "last_on" => day(project.map(|project| project.last)),
            "closed_on" => day(self.closed_on),
            _ => None,
        };
        found.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn row(form: FilingForm) -> ClientRow {
        let project = |topic: &str, minutes: i64| Project {
            topic: topic.to_owned(),
            minutes,
            sessions: 2,
            first: day("2026-01-05"),
            last: day("2026-02-05"),
        };
        ClientRow {
            number: "C-7".to_owned(),
            zip: Some("11231".to_owned()),
            naics: Some("315250".to_owned()),
            workers: Some(4),
            fte: Some(325),
            projects: vec![project("tax", 90), project("legal", 20), project("technology", 60)],
            provider: ("Makers".to_owned(), Some(ProviderType::Nonprofit), Some(ProviderRelation::Contractor)),
            ..ClientRow::blank(form, false, day("2026-03-31"))
        }
    }

    #[test]
    fn a_client_is_one_row_for_ssbci_and_what_has_no_place_is_said() {
        let row = row(FilingForm::Ssbci);
        assert_eq!(row.faults(), Vec::new());
        let mut sheet = ClientRow::head(row.form, false, row.on);
        row.write(Some(SediSaid::Yes("lives in an investment area")), &mut sheet);
        row.write(Some(SediSaid::Declined), &mut sheet);
        let text = sheet.csv().unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines,
            [
                "Client number,ZIP code,NAICS code,Full-time equivalent employees,SEDI-owned by self-certification,Reason of the self-certification,Hours of legal services,Hours of accounting services,Hours of financial advisory services,Technical assistance provider,Organization type,Relationship to the grant",
                "C-7,11231,315250,3.25,Yes,lives in an investment area,0.33,1.50,0.00,Makers,Non-profit,Contractor",
                "C-7,11231,315250,3.25,No,Prefers not to say,0.33,1.50,0.00,Makers,Non-profit,Contractor",
            ]
        );
        let losses = row.losses();
        assert_eq!((losses.len(), losses[0].held.as_str()), (1, "Technology: 1.00"));
        assert!(row.facts().iter().all(|(field, _)| !field.contains("elf-certification")));
    }

    #[test]
    fn a_client_is_a_row_for_each_project_for_mep() {
        let row = row(FilingForm::Mep);
        let mut sheet = ClientRow::head(row.form, false, row.on);
        row.write(None, &mut sheet);
        let text = sheet.csv().unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 4);
        assert_eq!(lines[0], "Client number,ZIP code,NAICS code,Employees,Project,Hours,Sessions,First session,Last session,Closed");
        assert_eq!(lines[1], "C-7,11231,315250,4,Tax planning,1.50,2,2026-01-05,2026-02-05,");
        assert_eq!(row.losses(), Vec::new());
    }

    #[test]
    fn what_is_not_known_keeps_a_row_out_and_says_where_it_is_mended() {
        type Case = (FilingForm, fn(&mut ClientRow), Mend, &'static str);
        let cases: [Case; 7] = [
            (FilingForm::Ssbci, |row| row.naics = None, Mend::Client, "NAICS"),
            (FilingForm::Ssbci, |row| row.zip = None, Mend::Client, "ZIP"),
            (FilingForm::Ssbci, |row| row.fte = None, Mend::Jobs, "Full-time"),
            (FilingForm::Ssbci, |row| row.provider.1 = None, Mend::Filing, "sort of organization"),
            (FilingForm::Ssbci, |row| row.provider.2 = None, Mend::Filing, "to the grant"),
            (FilingForm::Mep, |row| row.workers = None, Mend::Jobs, "How many people"),
            (FilingForm::Mep, |row| row.contact = Some(Contact::default()), Mend::Person, "reached"),
        ];
        for (form, change, mend, words) in cases {
            let mut row = row(form);
            change(&mut row);
            let faults = row.faults();
            assert_eq!((faults.len(), faults[0].mend), (1, mend), "{words}");
            assert!(faults[0].words.contains(words), "{:?}", faults[0]);
        }
        // A table without the column does not ask for it.
        let mut mep = row(FilingForm::Mep);
        (mep.fte, mep.provider) = (None, (String::new(), None, None));
        assert_eq!(mep.faults(), Vec::new());
    }

    #[test]
    fn every_topic_of_the_crosswalk_is_one_of_the_official_list() {
        let mut reader = csv::Reader::from_reader(SERVICES.as_bytes());
        for row in reader.records() {
            let row = row.unwrap();
            assert!(codes::find(codes::List::Topics, &row[0]).is_some(), "{row:?}");
            assert!(matches!(&row[1], "legal" | "accounting" | "financial"), "{row:?}");
        }
    }
}
