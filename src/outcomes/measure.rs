//! What the amounts of an outcome count, by its kind: read, written, said. Pure.

use crate::i18n::{Args, Language};
use crate::values::codes::{self, List};
use crate::values::{Cents, Complaint, grouped, quoted};

/// The most of anything but money: typing errors stop here.
const MOST: i64 = 100_000_000;
/// A hundred percent, in hundredths.
const WHOLE_BP: i64 = 10_000;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// People.
    People,
    /// Cents.
    Cents,
    /// Square feet.
    SquareFeet,
    /// Hundredths of a percent.
    Percent,
}

/// What the amounts of a kind count, and whether there are two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// The unit; none for a kind without amounts.
    pub unit: Option<Unit>,
    /// Before and after, both needed; else one amount, which may be unknown.
    pub is_change: bool,
}

impl Measure {
    /// Of a kind. A kind that nobody knows any more has no amounts.
    pub fn of(kind: &str) -> Self {
        Self::parse(codes::find(List::OutcomeKinds, kind).map_or("none", |row| row.extra.as_str()))
    }

    fn parse(word: &str) -> Self {
        let (unit, is_change) = word.strip_suffix("_change").map_or((word, false), |unit| (unit, true));
        let unit = match unit {
            "people" => Some(Unit::People),
            "cents" => Some(Unit::Cents),
            "square_feet" => Some(Unit::SquareFeet),
            "percent" => Some(Unit::Percent),
            _ => None,
        };
        Self { unit, is_change }
    }

    /// "3 people more (5 before, 8 after)", "$120,000"; nothing where there is no amount.
    pub fn words(self, before: Option<i64>, after: Option<i64>) -> Option<String> {
        let unit = self.unit?;
        match (self.is_change, before, after) {
            (true, Some(before), Some(after)) => {
                let change = unit.signed(after - before);
                Some(format!("{change} ({} before, {} after)", unit.words(before), unit.words(after)))
            }
            (false, _, Some(amount)) => Some(unit.words(amount)),
            _ => None,
        }
    }
}

impl Unit {
    /// The word of the list, and of files.
    pub fn code(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Cents => "cents",
            Self::SquareFeet => "square_feet",
            Self::Percent => "percent_hundredths",
        }
    }

    /// "3 people", "$4,000".
    pub fn words(self, amount: i64) -> String {
        match self {
            Self::People if amount == 1 => "1 person".to_owned(),
            Self::People => format!("{} people", grouped(amount)),
            Self::Cents => Cents::new(amount).to_string(),
            Self::SquareFeet => format!("{} sq ft", grouped(amount)),
            Self::Percent => format!("{} %", percent(amount)),
        }
    }

    /// "3 people more", "$500 less", "no change".
    pub fn signed(self, change: i64) -> String {
        match change {
            0 => "no change".to_owned(),
            more if more > 0 => format!("{} more", self.words(more)),
            less => format!("{} less", self.words(-less)),
        }
    }

    /// The same for whoever reads another language.
    pub fn in_language(self, language: Language, amount: i64) -> String {
        let number = |key, number: String| language.say(key, Args::default().with("number", number));
        match self {
            Self::People => number("outcome-people", language.number(amount)),
            Self::Cents => language.money(amount),
            Self::SquareFeet => number("rights-amount-square-feet", language.number(amount)),
            Self::Percent => format!("{}\u{a0}%", percent(amount)),
        }
    }

    /// As it would be typed again.
    pub fn typed(self, amount: i64) -> String {
        match self {
            Self::Cents if amount % 100 == 0 => (amount / 100).to_string(),
            Self::Cents => format!("{}.{:02}", amount / 100, amount % 100),
            Self::Percent => percent(amount),
            Self::People | Self::SquareFeet => amount.to_string(),
        }
    }

    /// Reads what somebody typed.
    pub fn read(self, typed: &str) -> Result<i64, Complaint> {
        match self {
            Self::Cents => Cents::parse(typed).map(Cents::cents),
            Self::People | Self::SquareFeet => {
                let digits = typed.trim().replace(',', "");
                let amount = digits.parse::<i64>().ok().filter(|amount| (0..=MOST).contains(amount));
                amount.ok_or_else(|| Complaint::new(format!("Write a whole number, such as 24. You typed {}", quoted(typed))))
            }
            Self::Percent => {
                // Cents are hundredths too, and read the same way.
                let bare = typed.trim().trim_end_matches('%').trim();
                let amount = Cents::parse(bare).ok().map(Cents::cents).filter(|amount| *amount <= WHOLE_BP && !bare.starts_with('$'));
                amount.ok_or_else(|| Complaint::new(format!("Write a percentage from 0 to 100. You typed {}", quoted(typed))))
            }
        }
    }
}

fn percent(hundredths: i64) -> String {
    match hundredths % 100 {
        0 => (hundredths / 100).to_string(),
        part => format!("{}.{part:02}", hundredths / 100),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::codes::rows;

    #[test]
    fn every_kind_says_what_it_counts() {
        for row in rows(List::OutcomeKinds) {
            assert!(row.extra == "none" || Measure::parse(&row.extra).unit.is_some(), "{row:?}");
        }
        assert_eq!(Measure::of("jobs_created"), Measure { unit: Some(Unit::People), is_change: true });
        assert_eq!(Measure::of("capital_loan"), Measure { unit: Some(Unit::Cents), is_change: false });
        assert_eq!(Measure::of("astrology"), Measure { unit: None, is_change: false });
    }

    #[test]
    fn amounts_are_said_as_people_say_them() {
        let said = |kind: &str, before, after| Measure::of(kind).words(before, after);
        assert_eq!(said("jobs_created", Some(5), Some(8)).as_deref(), Some("3 people more (5 people before, 8 people after)"));
        assert_eq!(said("sales_change", Some(90_000), Some(40_000)).as_deref(), Some("$500 less ($900 before, $400 after)"));
        assert_eq!(said("contract_won", None, Some(12_000_000)).as_deref(), Some("$120,000"));
        assert_eq!(said("equity_kept", None, Some(5_150)).as_deref(), Some("51.50 %"));
        assert_eq!(said("contract_won", None, None), None);
        assert_eq!(said("patent", None, Some(3)), None);
    }

    #[test]
    fn what_is_typed_is_read_and_typed_again() {
        for (unit, typed, read) in [
            (Unit::People, "24", Some(24)),
            (Unit::People, "1,024", Some(1024)),
            (Unit::People, "-3", None),
            (Unit::People, "2.5", None),
            (Unit::People, "many", None),
            (Unit::SquareFeet, "12000", Some(12_000)),
            (Unit::Cents, "$1,200.50", Some(120_050)),
            (Unit::Cents, "-5", None),
            (Unit::Percent, "51 %", Some(5_100)),
            (Unit::Percent, "33.3", Some(3_330)),
            (Unit::Percent, "101", None),
            (Unit::Percent, "$5", None),
        ] {
            assert_eq!(unit.read(typed).ok(), read, "{unit:?} {typed}");
            if let Some(read) = read {
                assert_eq!(unit.read(&unit.typed(read)), Ok(read), "{unit:?} {typed}");
            }
        }
    }
}
