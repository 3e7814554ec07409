//! An indicator in words: how it is counted in one sentence, its figures, its periods. English, for staff and reports.

use super::{Count, Definition};
use crate::measures::Unit;
use crate::values::{IndicatorPer, ListedMeasure, Period, Vocabulary, grouped};

/// For each how many of what is counted against: enough that the figure is easy to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Per {
    /// In the unit of the measure: things, cents, minutes, square feet.
    pub basis: i64,
    /// What it is.
    pub unit: Unit,
}

impl Per {
    /// Of what is counted, and of what it is counted against.
    pub fn of(counted: Unit, against: Unit) -> Self {
        let basis = match (counted, against) {
            (Unit::Things, Unit::Things) | (Unit::SquareFeet, Unit::SquareFeet) => 100,
            (Unit::Things | Unit::Minutes, Unit::Minutes) => 100 * 60,
            (_, Unit::Minutes) => 60,
            // A hundred dollars are as many cents.
            (Unit::Cents, Unit::Cents) | (Unit::Things, Unit::SquareFeet) => 10_000,
            (_, Unit::Cents) => 100_000 * 100,
            (_, Unit::Things | Unit::SquareFeet) => 1,
        };
        Self { basis, unit: against }
    }

    /// How many of its unit, as people count them: things, dollars, hours, square feet.
    pub fn whole(self) -> i64 {
        match self.unit {
            Unit::Cents => self.basis / 100,
            Unit::Minutes => self.basis / 60,
            Unit::Things | Unit::SquareFeet => self.basis,
        }
    }
}

/// By what a count is multiplied and divided to be in hundredths of what is shown.
pub(super) fn hundredths_of(unit: Unit) -> (i64, i64) {
    match unit {
        Unit::Things | Unit::SquareFeet => (100, 1),
        Unit::Cents => (1, 1),
        Unit::Minutes => (100, 60),
    }
}

/// "37.5", "1,250".
pub fn decimal(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, part) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    let part = match (part, part % 10) {
        (0, _) => String::new(),
        (part, 0) => format!(".{}", part / 10),
        (part, _) => format!(".{part:02}"),
    };
    format!("{sign}{}{part}", grouped(i64::try_from(whole).unwrap_or(i64::MAX)))
}

/// A figure with its unit: "37.5", "$1,250.50", "31.5 hours", "2,250 sq ft".
pub fn shown(unit: Unit, hundredths: i64) -> String {
    match unit {
        Unit::Things => decimal(hundredths),
        Unit::Cents => {
            let amount = crate::values::Cents::new(hundredths.checked_abs().unwrap_or(i64::MAX));
            if hundredths < 0 { format!("-{amount}") } else { amount.to_string() }
        }
        Unit::Minutes => format!("{} hours", decimal(hundredths)),
        Unit::SquareFeet => format!("{} sq ft", decimal(hundredths)),
    }
}

/// One of a measure, after "for each"; what is no thing is counted in its unit.
fn one_of(measure: ListedMeasure) -> &'static str {
    use ListedMeasure as M;
    match measure {
        M::ClientsJoined => "client who joined",
        M::ClientsServed => "client served",
        M::Services => "service",
        M::Trainings => "training held",
        M::TrainingPeople => "person at trainings",
        M::OutreachReached => "person spoken to in outreach",
        M::OutreachContacts => "person in outreach who left a way to reach them",
        M::ReferralsSent => "referral sent",
        M::ReferralsAccepted => "referral that a partner said yes to",
        M::ReferralsCompleted => "referral completed",
        M::Awards => "resource awarded",
        M::Outcomes => "outcome",
        M::JobsCreated => "job created",
        M::JobsKept => "job kept",
        M::ContactTime => "hour with clients",
        M::LabTime => "hour in a lab",
        M::SpaceDelivered => "square foot handed over",
        M::DollarsAwarded => "dollar awarded to clients",
        M::DollarsDelivered => "dollar handed over to clients",
        M::CapitalRaised => "dollar that clients raised",
        M::ContractsWon => "dollar of contracts that clients won",
    }
}

/// Several of a measure, after a number.
fn many_of(measure: ListedMeasure) -> String {
    use ListedMeasure as M;
    match measure {
        M::DollarsAwarded => "awarded to clients".to_owned(),
        M::DollarsDelivered => "handed over to clients".to_owned(),
        M::CapitalRaised => "that clients raised".to_owned(),
        M::ContractsWon => "of contracts that clients won".to_owned(),
        measure => lower(measure.label()),
    }
}

/// Without the capital of a label.
fn lower(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// "Lease signed", where a count is of one kind.
fn kind_of(count: &Count) -> Option<String> {
    let code = count.kind.as_ref()?;
    count.measure.kinds().all().into_iter().find(|(known, _)| known == code).map(|(_, words)| words)
}

/// " (Lease signed) in Northgate, paid by the city".
fn narrowed(count: &Count) -> String {
    let kind = kind_of(count).map(|kind| format!(" ({kind})"));
    let place = count.place.as_ref().map(|place| format!(" in {place}"));
    let source = count.source.as_ref().map(|(_, name)| format!(" paid by {name}"));
    kind.into_iter().chain(place).chain(source).collect()
}

/// "per 100 clients served in Northgate", "per client served".
pub fn for_every(counted: &Count, against: &Count) -> String {
    let per = Per::of(counted.measure.unit(), against.measure.unit());
    let what = match (per.whole(), per.unit) {
        (1, _) => one_of(against.measure).to_owned(),
        (many, Unit::Cents) => format!("${} {}", grouped(many), many_of(against.measure)),
        (many, _) => format!("{} {}", grouped(many), many_of(against.measure)),
    };
    format!("per {what}{}", narrowed(against))
}

/// How it is counted: "Outcomes (Lease signed) in Northgate per 100 clients served, each quarter".
pub fn sentence(definition: &Definition) -> String {
    let counted = &definition.numerator;
    let against = definition.denominator.as_ref().map(|against| format!(" {}", for_every(counted, against))).unwrap_or_default();
    format!("{}{}{against}, {}", counted.measure.label(), narrowed(counted), lower(definition.per.label()))
}

/// "July 2026", "Quarter 3, 2026", "2026".
pub fn period_words(period: Period) -> String {
    match period {
        Period::Month(..) => period.first().date().strftime("%B %Y").to_string(),
        Period::Quarter(year, quarter) => format!("Quarter {quarter}, {year}"),
        Period::Year(_) | Period::Fiscal(_) => period.to_string(),
    }
}

/// What a typed figure is of, for the hint beside its field.
pub(super) fn asked(per: IndicatorPer) -> &'static str {
    match per {
        IndicatorPer::Month => "a month",
        IndicatorPer::Quarter => "a quarter",
        IndicatorPer::Year => "a year",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::ListedMeasure as M;

    fn count(measure: M) -> Count {
        Count { measure, kind: None, place: None, source: None }
    }

    #[test]
    fn how_it_is_counted_is_one_sentence() {
        let leases = Count { kind: Some("lease_signed".to_owned()), place: Some("Red Hook".to_owned()), ..count(M::Outcomes) };
        let paid = Count { source: Some((7, "the city".to_owned())), ..count(M::DollarsAwarded) };
        #[rustfmt::skip]
        let table: &[(Count, Option<Count>, &str)] = &[
            (leases,                  Some(count(M::ClientsServed)),  "Outcomes (Lease signed) in Red Hook per 100 clients served, each quarter"),
            (paid,                    Some(count(M::ClientsServed)),  "Dollars awarded to clients paid by the city per client served, each quarter"),
            (count(M::JobsCreated),   Some(count(M::DollarsAwarded)), "Jobs created per $100,000 awarded to clients, each quarter"),
            (count(M::Services),      Some(count(M::ContactTime)),    "Services per 100 hours with clients, each quarter"),
            (count(M::ClientsJoined), None,                           "Clients who joined, each quarter"),
        ];
        for (numerator, denominator, expected) in table {
            let definition = Definition { numerator: numerator.clone(), denominator: denominator.clone(), per: IndicatorPer::Quarter };
            assert_eq!(sentence(&definition), *expected);
        }
    }

    #[test]
    fn figures_are_written_as_people_write_them() {
        assert_eq!(["0", "37.5", "37.05", "-1,250"].map(str::to_owned), [0, 3_750, 3_705, -125_000].map(decimal));
        assert_eq!(shown(Unit::Cents, -125_050), "-$1,250.50");
        assert_eq!(shown(Unit::Minutes, 3_150), "31.5 hours");
        assert_eq!(shown(Unit::SquareFeet, 225_000), "2,250 sq ft");
    }
}
