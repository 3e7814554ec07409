//! One line each for languages that have no catalog: who this is, that there is news, and which number to call for an interpreter.

use super::catalog::Direction;
use super::choosing::{Language, reads};
use std::sync::LazyLock;

const LINES: &str = include_str!("../../assets/codes/language-lines.csv");

/// A line in a language without a catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Code of the official list, which is a language tag too.
    pub code: String,
    /// Which way it runs.
    pub direction: Direction,
    text: String,
}

impl Line {
    /// With the name of the program and the telephone to call.
    pub fn filled(&self, program: &str, phone: &str) -> String {
        // A number runs left to right also where words do not.
        let phone = if self.direction == Direction::Rtl { format!("\u{2066}{phone}\u{2069}") } else { phone.to_owned() };
        self.text.replace("{program}", program).replace("{phone}", &phone)
    }
}

static ALL: LazyLock<Vec<Line>> = LazyLock::new(|| {
    let rows = csv::Reader::from_reader(LINES.as_bytes()).into_records();
    let line = |row: csv::StringRecord| {
        let direction = if row.get(1)? == "rtl" { Direction::Rtl } else { Direction::Ltr };
        Some(Line { code: row.get(0)?.to_owned(), direction, text: row.get(2)?.to_owned() })
    };
    rows.filter_map(|row| line(row.ok()?)).collect()
});

/// Every line.
pub fn lines() -> impl Iterator<Item = &'static Line> {
    ALL.iter()
}

/// The line of a language, by its code of the official list; none where there is a catalog, or nothing was written yet.
pub fn line_for(spoken: &str) -> Option<&'static Line> {
    ALL.iter().find(|line| line.code == spoken).filter(|_| reads(spoken) == Language::english())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::codes::{List, find};

    #[test]
    fn every_line_names_the_program_the_telephone_and_its_language_in_english() {
        assert!(ALL.len() >= 25);
        for line in ALL.iter() {
            let official = find(List::Languages, &line.code).unwrap_or_else(|| panic!("{} is not in the official list", line.code));
            assert_eq!((line.text.matches("{program}").count(), line.text.matches("{phone}").count()), (1, 1), "{}", line.code);
            let english = official.label.split([' ', '(']).next().unwrap_or_default();
            assert!(line.text.contains(english), "{}: whoever answers the telephone hears which language: {english}", line.code);
            assert!(line_for(&line.code).is_some(), "{} has a catalog, and needs no line", line.code);
            let said = line.filled("Riverton Makers", "555-0110");
            assert!(said.contains("Riverton Makers") && said.contains("555-0110") && !said.contains('{'), "{said}");
        }
        let codes: std::collections::BTreeSet<&str> = ALL.iter().map(|line| line.code.as_str()).collect();
        assert_eq!(codes.len(), ALL.len(), "each language once");
        assert_eq!(line_for("fa").map(|line| line.direction), Some(Direction::Rtl));
        assert!(line_for("en").is_none() && line_for("es").is_none() && line_for("tlh").is_none());
    }
}
