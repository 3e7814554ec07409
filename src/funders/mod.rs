//! The required tables of funders other than the SBA: what stands in which line or column is data (`assets/codes/filing-tables.csv`), and
//! how a fact is written there is here. Pure: facts in, faults, losses or cells out.
//!
//! No value is invented. What a table has a column for and nobody knows is a fault that keeps its row out; what people said of themselves is
//! filled in behind the wall.

mod hud;
mod row;
mod sheet;

pub use hud::{Hud, RACES};
pub use row::{ClientRow, Contact, Project, SediSaid, service_of};
pub use sheet::Sheet;

use crate::values::{Day, FilingForm, ListedMeasure, Question, Vocabulary, codes};
use std::sync::LazyLock;

const TABLES: &str = include_str!("../../assets/codes/filing-tables.csv");

/// Which of the businesses that got a service are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Businesses {
    /// All of them.
    All,
    /// Open for a year or less on the day of their last service.
    New,
    /// Open for longer.
    Existing,
    /// Nobody knows when they opened.
    AgeUnknown,
    /// Five or fewer people work there, owners included.
    Micro,
    /// More than five.
    Larger,
    /// Nobody knows how many.
    SizeUnknown,
}

/// The most people of a microenterprise, owners included.
pub const MICRO: i64 = 5;

/// What stands in a line or a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holds {
    /// On what the benefit of people with low and moderate income rests.
    Basis,
    /// A number of businesses.
    Businesses(Businesses),
    /// A listed measure, of one kind or of all.
    Measure(ListedMeasure, Option<String>),
    /// How many owners.
    People,
    /// A line for each race of HUD's list, and how many of them are Hispanic or Latino.
    HudRaces,
    /// A line for each answer to a question.
    Answers(Question),
    /// How many have low or moderate income.
    LowOrModerate,
    /// A column with a fact of a client.
    Client(String),
}

impl Holds {
    fn parse(written: &str) -> Option<Self> {
        let (what, rest) = written.split_once(':').unwrap_or((written, ""));
        Some(match what {
            "basis" => Self::Basis,
            "people" => Self::People,
            "hud_races" => Self::HudRaces,
            "low_or_moderate" => Self::LowOrModerate,
            "answers" => Self::Answers(Question::parse(rest).ok()?),
            "client" => Self::Client(rest.to_owned()),
            "measure" => {
                let (measure, kind) = rest.split_once(':').map_or((rest, None), |(measure, kind)| (measure, Some(kind.to_owned())));
                Self::Measure(ListedMeasure::parse(measure).ok()?, kind)
            }
            "businesses" => Self::Businesses(match rest {
                "all" => Businesses::All,
                "new" => Businesses::New,
                "existing" => Businesses::Existing,
                "age_unknown" => Businesses::AgeUnknown,
                "micro" => Businesses::Micro,
                "larger" => Businesses::Larger,
                "size_unknown" => Businesses::SizeUnknown,
                _ => return None,
            }),
            _ => return None,
        })
    }

    /// True where only what people said of themselves fills it.
    pub fn is_walled(&self) -> bool {
        matches!(self, Self::People | Self::HudRaces | Self::Answers(_) | Self::LowOrModerate)
    }
}

/// A line or a column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Of which table.
    pub form: FilingForm,
    /// Under which head; empty for columns.
    pub section: String,
    /// What it is called; empty where it becomes several lines that have names of their own.
    pub label: String,
    /// What stands there.
    pub holds: Holds,
    dates: (Option<Day>, Option<Day>),
}

/// Every entry of every table, of all editions.
fn entries() -> &'static [Entry] {
    static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
        let mut reader = csv::Reader::from_reader(TABLES.as_bytes());
        reader.records().filter_map(Result::ok).filter_map(|row| read(&row)).collect()
    });
    &ENTRIES
}

fn read(row: &csv::StringRecord) -> Option<Entry> {
    let cell = |place: usize| row.get(place).unwrap_or_default();
    Some(Entry {
        form: FilingForm::parse(cell(0)).ok()?,
        section: cell(1).to_owned(),
        label: cell(2).to_owned(),
        holds: Holds::parse(cell(3))?,
        dates: (Day::parse(cell(4)).ok(), Day::parse(cell(5)).ok()),
    })
}

/// The lines or columns of a table as they hold on a day, in their order.
pub fn table(form: FilingForm, on: Day) -> impl Iterator<Item = &'static Entry> {
    let holds = move |entry: &&Entry| {
        let (from, to) = entry.dates;
        entry.form == form && from.is_none_or(|from| from <= on) && to.is_none_or(|to| to >= on)
    };
    entries().iter().filter(holds)
}

/// A number as a table writes it: dollars with cents, hours with hundredths, all else whole.
pub fn written(measure: ListedMeasure, value: i64) -> String {
    let (whole, parts) = (value.abs() / 100, value.abs() % 100);
    let sign = if value < 0 { "-" } else { "" };
    match measure {
        ListedMeasure::ContactTime | ListedMeasure::LabTime => hours(value),
        ListedMeasure::DollarsAwarded | ListedMeasure::DollarsDelivered | ListedMeasure::CapitalRaised | ListedMeasure::ContractsWon => {
            format!("{sign}{whole}.{parts:02}")
        }
        _ => value.to_string(),
    }
}

/// Minutes as hours with two decimals, rounded half up.
pub fn hours(minutes: i64) -> String {
    let hundredths = (minutes * 100 + 30).div_euclid(60);
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// What a code of a list is called; the code where it is on none.
fn label_of(list: codes::List, code: &str) -> String {
    codes::find(list, code).map_or_else(|| code.to_owned(), |row| row.label.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_of_the_tables_is_read_and_no_table_is_empty() {
        assert_eq!(entries().len(), TABLES.lines().count() - 1);
        let today = Day::parse("2026-11-30").unwrap();
        for form in FilingForm::ALL {
            let has_table = !matches!(form, FilingForm::Table | FilingForm::Sba641 | FilingForm::Sba888 | FilingForm::OwnTable);
            assert_eq!(table(*form, today).next().is_some(), has_table, "{form:?}");
        }
        for entry in entries() {
            let is_column = matches!(entry.holds, Holds::Client(_));
            assert_eq!(entry.section.is_empty(), is_column, "{entry:?}");
            if let Holds::Client(field) = &entry.holds {
                assert!(row::FIELDS.contains(&field.as_str()), "{field}");
            }
            if let Holds::Measure(measure, Some(kind)) = &entry.holds {
                assert_eq!(*measure, ListedMeasure::Outcomes);
                assert!(codes::find(codes::List::OutcomeKinds, kind).is_some(), "{kind}");
            }
            // A table never takes an answer that it did not ask for.
            if let Holds::Answers(question) = entry.holds {
                assert!(entry.form.needs().contains(&question), "{entry:?}");
            }
        }
    }

    #[test]
    fn numbers_are_written_without_signs_that_a_portal_would_refuse() {
        assert_eq!(written(ListedMeasure::DollarsAwarded, 1_234_567), "12345.67");
        assert_eq!(written(ListedMeasure::CapitalRaised, -50), "-0.50");
        assert_eq!(written(ListedMeasure::JobsCreated, 1_200), "1200");
        for (minutes, want) in [(0, "0.00"), (1, "0.02"), (20, "0.33"), (40, "0.67"), (90, "1.50"), (6_000, "100.00")] {
            assert_eq!(written(ListedMeasure::ContactTime, minutes), want);
        }
    }
}
