//! What the results of an event brought: amounts of money, space, hours and seats, from the answers of its kind.

use super::log::{Resource, What};
use crate::referrals::fields::Answers;

/// An amount that stands among the answers of an event.
#[derive(Debug, Clone, Copy)]
pub struct Brought {
    /// Its field: said again in a later event, the later word counts.
    pub field: &'static str,
    /// How much of what.
    pub resource: Resource,
}

/// How far an amount has come.
#[derive(Clone, Copy)]
enum Step {
    Applied,
    Awarded,
    Delivered,
}

/// Fields whose amounts are resources. Sales, wages and savings are what people made of them, and stand elsewhere.
#[rustfmt::skip]
const FIELDS: &[(&str, What, Step)] = &[
    ("applied_cents",        What::Dollars, Step::Applied),
    ("obtained_cents",       What::Dollars, Step::Delivered),
    ("grant_cents",          What::Dollars, Step::Delivered),
    ("project_cents",        What::Dollars, Step::Delivered),
    ("seed_money_cents",     What::Dollars, Step::Delivered),
    ("subsidy_cents",        What::Dollars, Step::Delivered),
    ("signed_sq_ft",         What::Space,   Step::Delivered),
    ("bought_sq_ft",         What::Space,   Step::Delivered),
    ("hours_booked_minutes", What::LabTime, Step::Awarded),
    ("hours_used_minutes",   What::LabTime, Step::Delivered),
    ("placed_count",         What::Seats,   Step::Delivered),
    ("trained_count",        What::Seats,   Step::Delivered),
    ("apprentices_count",    What::Seats,   Step::Delivered),
];

/// The amounts among the answers of an event.
pub fn of(answers: &Answers) -> Vec<Brought> {
    let found = FIELDS.iter().filter_map(|(field, what, step)| Some((*field, *what, *step, answers.get(*field)?.parse::<i64>().ok()?)));
    found
        .map(|(field, what, step, amount)| {
            let at = |own: bool| own.then_some(amount);
            let resource = Resource {
                what,
                applied: at(matches!(step, Step::Applied)),
                awarded: at(matches!(step, Step::Awarded)),
                delivered: at(matches!(step, Step::Delivered)),
            };
            Brought { field, resource }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::referrals::results;

    #[test]
    fn every_field_is_one_that_some_kind_asks_for() {
        for (field, ..) in FIELDS {
            assert!(results::find(field).is_some(), "{field}");
        }
        let answers = Answers::from([("signed_sq_ft".to_owned(), "3000".to_owned()), ("signed_rent_cents".to_owned(), "100".to_owned())]);
        let brought = of(&answers);
        assert_eq!(brought.len(), 1, "rent is no resource");
        assert_eq!((brought[0].resource.what, brought[0].resource.delivered), (What::Space, Some(3_000)));
    }
}
