//! What sources paid, what clients brought, and how long it took, out of rows. Pure.

use super::Given;
use crate::programs::FundingSource;
use crate::reports::Span;
use crate::resources::days::{Days, Leg, measure};
use crate::resources::{Brought, Step};
use crate::values::{Day, FundingKind, Guarantee, ResourceKind, Unit, Vocabulary};
use std::collections::BTreeMap;

/// Every figure of the page.
#[derive(Debug, Clone)]
pub struct Funding {
    /// By funder and unit; a funder that paid nothing in these days has no line.
    pub sources: Vec<Paid<Option<i64>>>,
    /// By kind of money and unit; nothing is money of which no funder is on record.
    pub kinds: Vec<Paid<Option<FundingKind>>>,
    /// What clients bring, of dollars awarded.
    pub clients: Clients,
    /// Days of each leg: for all, for each kind of resource, for each funder.
    pub days: Vec<(Leg, Waits)>,
    /// Resources without any day: they stand in no days.
    pub without_a_day: u32,
}

/// What was asked for, awarded and paid, of one of something in one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paid<K> {
    /// Of what.
    pub of: K,
    /// What the amounts count.
    pub unit: Unit,
    /// How many awards.
    pub awards: u32,
    /// Asked for in these days.
    pub applied: i64,
    /// Awarded in these days.
    pub awarded: i64,
    /// Paid in these days.
    pub delivered: i64,
}

/// What clients had to bring for dollars awarded in some days.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Clients {
    /// Awards of dollars.
    pub awards: u32,
    /// Match, deposit, fees.
    pub amounts: [Brings; 3],
    /// How many awards had each kind of guarantee, in the order of the list.
    pub guarantees: Vec<u32>,
    /// Of how many awards somebody asked.
    pub guarantees_known: u32,
}

/// One of the amounts that clients bring.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Brings {
    /// Of how many awards it is known.
    pub known: u32,
    /// How many of those brought something.
    pub some: u32,
    /// How much in all, in cents.
    pub cents: i64,
    /// What was awarded with those of which it is known, in cents.
    pub awarded_cents: i64,
}

impl Brings {
    /// How much clients brought for each dollar awarded, of the awards of which it is known. Nothing where that is none.
    #[expect(clippy::cast_precision_loss, reason = "cents of a program stay below 2^53")]
    pub fn per_dollar(&self) -> Option<f64> {
        (self.awarded_cents > 0).then(|| self.cents as f64 / self.awarded_cents as f64)
    }
}

/// Days of one leg.
#[derive(Debug, Clone, Default)]
pub struct Waits {
    /// Of everything.
    pub all: Days,
    /// By kind of resource.
    pub kinds: Vec<(ResourceKind, Days)>,
    /// By funder, by row key; nothing is where none is on record.
    pub sources: Vec<(Option<i64>, Days)>,
}

/// Every figure of some rows.
pub fn funding(rows: &[Given], sources: &[FundingSource], span: Span, as_of: Day) -> Funding {
    let kind_of = |key: i64| sources.iter().find(|source| source.key == key).map(|source| source.facts.kind);
    Funding {
        sources: paid(rows, span, |row| row.source),
        kinds: paid(rows, span, |row| row.source.and_then(kind_of)),
        clients: clients(rows.iter().filter(|row| row.unit == Unit::Cents).map(|row| (row.steps.awarded, &row.brought)), span),
        days: Leg::ALL.map(|leg| (leg, waits(rows, leg, span, as_of))).into(),
        without_a_day: count(rows.iter().filter(|row| has_no_day(row))),
    }
}

fn count(items: impl Iterator) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

fn has_no_day(row: &Given) -> bool {
    [row.steps.applied, row.steps.awarded, row.steps.delivered].iter().all(|step| step.on.is_none())
}

/// The amount of a step that was taken in a span.
fn within(step: Step, span: Span) -> Option<i64> {
    step.amount.filter(|_| step.on.is_some_and(|on| span.holds(on)))
}

fn paid<K: Ord + Copy>(rows: &[Given], span: Span, of: impl Fn(&Given) -> K) -> Vec<Paid<K>> {
    let mut lines: BTreeMap<(Unit, K), Paid<K>> = BTreeMap::new();
    for row in rows {
        let steps = [row.steps.applied, row.steps.awarded, row.steps.delivered].map(|step| within(step, span));
        if steps.iter().all(Option::is_none) {
            continue;
        }
        let key = of(row);
        let line =
            lines.entry((row.unit, key)).or_insert(Paid { of: key, unit: row.unit, awards: 0, applied: 0, awarded: 0, delivered: 0 });
        line.awards += u32::from(steps[1].is_some());
        let [applied, awarded, delivered] = steps.map(Option::unwrap_or_default);
        (line.applied, line.awarded, line.delivered) = (line.applied + applied, line.awarded + awarded, line.delivered + delivered);
    }
    let mut lines: Vec<Paid<K>> = lines.into_values().collect();
    lines.sort_by_key(|line| (line.unit, std::cmp::Reverse(line.awarded), std::cmp::Reverse(line.delivered), line.of));
    lines
}

/// What clients bring for dollars awarded in a span: each award with its step and what is known of it.
pub fn clients<'b>(awards: impl Iterator<Item = (Step, &'b Brought)>, span: Span) -> Clients {
    let mut all = Clients { guarantees: vec![0; Guarantee::ALL.len()], ..Clients::default() };
    for (step, brought) in awards {
        let Some(awarded) = within(step, span) else { continue };
        all.awards += 1;
        for (brings, cents) in all.amounts.iter_mut().zip([brought.matched, brought.deposit, brought.fees]) {
            let Some(cents) = cents else { continue };
            brings.known += 1;
            brings.some += u32::from(cents > 0);
            brings.cents += cents;
            brings.awarded_cents += awarded;
        }
        if let Some(place) = brought.guarantee.and_then(|kind| Guarantee::ALL.iter().position(|other| *other == kind)) {
            all.guarantees_known += 1;
            all.guarantees[place] += 1;
        }
    }
    all
}

fn waits(rows: &[Given], leg: Leg, span: Span, as_of: Day) -> Waits {
    let days = (span.first, span.last);
    let of = |is_in: &dyn Fn(&Given) -> bool| measure(rows.iter().filter(|row| is_in(row)).map(|row| &row.steps), leg, days, as_of);
    let mut keys: Vec<Option<i64>> = rows.iter().map(|row| row.source).collect();
    keys.sort_unstable_by_key(|key| key.map_or(i64::MAX, |key| key));
    keys.dedup();
    Waits {
        all: of(&|_| true),
        kinds: ResourceKind::ALL.iter().map(|kind| (*kind, of(&|row| row.kind == *kind))).filter(|(_, days)| !days.is_empty()).collect(),
        sources: keys.into_iter().map(|key| (key, of(&|row| row.source == key))).filter(|(_, days)| !days.is_empty()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resources::days::Steps;

    fn day(of: i64) -> Day {
        Day::new(jiff::civil::date(2026, 1, 1)).plus_days(of)
    }

    fn span() -> Span {
        Span { first: day(0), last: day(364) }
    }

    fn given(source: Option<i64>, awarded: (i64, i64), brought: Brought) -> Given {
        let step = Step { amount: Some(awarded.0), on: Some(day(awarded.1)) };
        Given { kind: ResourceKind::Grant, unit: Unit::Cents, source, steps: Steps { awarded: step, ..Steps::default() }, brought }
    }

    #[test]
    fn what_nobody_asked_is_left_out_of_what_clients_bring_per_dollar() {
        let known = |matched, guarantee| Brought { matched: Some(matched), guarantee, ..Brought::default() };
        let rows = [
            given(Some(1), (100_000, 10), known(20_000, Some(Guarantee::Personal))),
            given(Some(1), (300_000, 20), known(0, Some(Guarantee::None))),
            given(None, (900_000, 30), Brought::default()),
            // Of another year.
            given(Some(1), (500_000, -30), known(500_000, None)),
        ];
        let found = funding(&rows, &[], span(), day(200)).clients;
        assert_eq!((found.awards, found.amounts[0].known, found.amounts[0].some), (3, 2, 1));
        assert_eq!(found.amounts[0].per_dollar(), Some(0.05));
        assert_eq!((found.amounts[1].known, found.amounts[1].per_dollar()), (0, None), "nobody asked for a deposit");
        assert_eq!((found.guarantees, found.guarantees_known), (vec![1, 1, 0, 0], 2));
    }

    #[test]
    fn each_amount_stands_in_the_days_of_its_own_step() {
        let mut asked = given(Some(1), (100_000, 400), Brought::default());
        asked.steps.applied = Step { amount: Some(150_000), on: Some(day(300)) };
        let mut paid = given(Some(2), (70_000, -10), Brought::default());
        paid.steps.delivered = Step { amount: Some(70_000), on: Some(day(5)) };
        let mut undated = given(Some(2), (5, 5), Brought::default());
        undated.steps.awarded.on = None;
        let found = funding(&[asked, paid, undated], &[], span(), day(365));
        let lines: Vec<_> = found.sources.iter().map(|line| (line.of, line.awards, line.applied, line.awarded, line.delivered)).collect();
        assert_eq!(lines, [(Some(2), 0, 0, 0, 70_000), (Some(1), 0, 150_000, 0, 0)]);
        assert_eq!(found.without_a_day, 1);
    }
}
