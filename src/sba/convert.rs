//! Our values in the form's words: hours, dollars, official spellings; and the limits of its fields.

use super::{Fault, Mend};
use crate::values::Day;
use crate::values::codes::{self, List};
use std::sync::LazyLock;

/// The first day of a session that the SBA's system takes.
pub(super) const FIRST_DAY: &str = "2023-10-01";

const BUSINESS_TYPES: &str = include_str!("../../assets/codes/business-types.csv");

/// Minutes as hours with two decimals, rounded half up.
pub(super) fn hours(minutes: i64) -> String {
    let hundredths = (minutes * 100 + 30) / 60;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// True where two decimals of an hour say exactly so many minutes.
pub(super) fn is_exact(minutes: i64) -> bool {
    minutes * 100 % 60 == 0
}

/// The official spelling of a code on a day.
pub(super) fn official(list: List, code: &str, on: Day) -> Option<String> {
    codes::find_on(list, code, on).map(|row| row.sba_label.clone()).filter(|label| !label.is_empty())
}

/// The type of business that an industry code belongs to: of several sectors the one that says most of the code.
pub(super) fn business_type(naics: &str) -> Option<&'static str> {
    static ROWS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
        let mut reader = csv::Reader::from_reader(BUSINESS_TYPES.as_bytes());
        let rows = reader.records().filter_map(Result::ok);
        let sectors = |row: csv::StringRecord| {
            let label = row.get(1).unwrap_or_default().to_owned();
            row.get(0).unwrap_or_default().split(' ').map(|sector| (sector.to_owned(), label.clone())).collect::<Vec<_>>()
        };
        rows.flat_map(sectors).collect()
    });
    ROWS.iter().filter(|(sector, _)| naics.starts_with(sector)).max_by_key(|(sector, _)| sector.len()).map(|(_, label)| label.as_str())
}

/// Complains where a text has more letters than the form's field.
pub(super) fn fits(faults: &mut Vec<Fault>, mend: Mend, what: &str, text: &str, most: usize) {
    let letters = text.chars().count();
    if letters > most {
        faults.push(Fault::new(mend, format!("{what} has {letters} letters; the form takes {most}")));
    }
}

/// Complains where a number that names a record, or the center, is not as the form wants it.
pub(super) fn named(faults: &mut Vec<Fault>, number: &str, location: Option<&str>) {
    if number.is_empty() {
        faults.push(Fault::new(Mend::Record, "It has no number of its own"));
    }
    fits(faults, Mend::Record, "Its number", number, 20);
    match location {
        None => faults.push(Fault::new(Mend::Filing, "The location code that the SBA gave this center is missing")),
        Some(code) if !code.parse::<u32>().is_ok_and(|code| (1..=9_999_999).contains(&code)) => {
            faults.push(Fault::new(Mend::Filing, format!("The location code {code:?} is no number from 1 to 9999999")));
        }
        Some(_) => {}
    }
}

/// Complains where a ZIP code is not five digits, or a state not on the official list.
pub(super) fn placed(faults: &mut Vec<Fault>, mend: Mend, city: Option<&str>, state: Option<&str>, zip: Option<&str>, on: Day) {
    fits(faults, mend, "The city", city.unwrap_or_default(), 80);
    if let Some(state) = state.filter(|state| official(List::States, state, on).is_none()) {
        faults.push(Fault::new(mend, format!("The state {state:?} is not on the official list")));
    }
    if let Some(zip) = zip.filter(|zip| zip.len() != 5 || !zip.bytes().all(|byte| byte.is_ascii_digit())) {
        faults.push(Fault::new(mend, format!("The ZIP code {zip:?} is not five digits")));
    }
}

/// The country of a state on our list; they all lie in the United States or are counted with them.
pub(super) fn country() -> String {
    codes::find(List::Countries, "united_states").map(|row| row.sba_label.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_become_hours_of_two_decimals() {
        let written: Vec<String> = [0, 1, 20, 25, 30, 45, 50, 60, 90, 125, 1440].iter().map(|minutes| hours(*minutes)).collect();
        assert_eq!(written, ["0.00", "0.02", "0.33", "0.42", "0.50", "0.75", "0.83", "1.00", "1.50", "2.08", "24.00"]);
        let exact: Vec<i64> = (1..=60).filter(|minutes| is_exact(*minutes)).collect();
        assert_eq!(exact, (1..=20).map(|number| number * 3).collect::<Vec<_>>());
    }

    #[test]
    fn every_sector_has_one_type_of_business() {
        assert_eq!(business_type("311811"), Some("Manufacturing"));
        assert_eq!(business_type("332710"), Some("Manufacturing"));
        assert_eq!(business_type("562111"), Some("Waste Management and Remediation Services"));
        assert_eq!(business_type("561499"), Some("Administrative and Support"));
        assert_eq!(business_type("99"), None);
        assert_eq!(BUSINESS_TYPES.lines().count(), 22);
    }
}
