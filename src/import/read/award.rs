//! Reads what a row says of a resource: how much of what, when each step of it was, what the client brings.

use super::reader::{Reader, day};
use super::row::Row;
use crate::import::fields::{AMOUNTS, DATES};
use crate::import::{Award, terms};
use crate::resources::Brought;
use crate::values::{Amount, Cents, Complaint, Day, Guarantee, quoted};

impl Reader<'_> {
    pub(super) fn award(&mut self, row: &Row<'_>) -> Option<Award> {
        let kind = self.needed(row, "kind", |typed| {
            terms::kind(typed).ok_or_else(|| {
                Complaint::new(format!(
                    "Write grant, loan, equity, fee waiver, space, lab time, equipment time, training, advice or in kind. You typed {}",
                    quoted(typed)
                ))
            })
        });
        let unit = kind.and_then(|kind| match row.text("unit") {
            None => Some(terms::usual_unit(kind)),
            Some(_) => self.needed(row, "unit", |typed| {
                terms::unit(typed, kind)
                    .ok_or_else(|| Complaint::new(format!("Write dollars, hours or square feet. You typed {}", quoted(typed))))
            }),
        });
        let [awarded_on, applied_on, delivered_on, refused_on] = DATES.map(|field| self.date(row, field));
        let dated = DATES.iter().any(|field| row.text(field).is_some());
        if !dated {
            self.stop(row, mapped(row, DATES), "Write the date, such as 2026-11-22");
        }
        let is_counted = AMOUNTS.iter().any(|field| row.text(field).is_some());
        if !is_counted {
            self.stop(row, mapped(row, AMOUNTS), "Write the amount, such as 1250.50");
        }
        let (kind, unit) = kind.zip(unit)?;
        let awarded = row.text("awarded").and_then(|_| self.needed(row, "awarded", |typed| Amount::parse(typed, unit)));
        let applied = self.optional(row, "applied", |typed| Amount::parse(typed, unit).ok());
        let delivered = self.optional(row, "delivered", |typed| Amount::parse(typed, unit).ok());
        let has_amount = awarded.is_some() || applied.is_some() || delivered.is_some();
        if is_counted && !has_amount && row.text("awarded").is_none() {
            self.stop(row, mapped(row, AMOUNTS), "No amount of this row can be read. Write one such as 1250.50");
        }
        if refused_on.is_some() && (awarded.is_some() || delivered.is_some() || awarded_on.is_some() || delivered_on.is_some()) {
            self.stop(
                row,
                mapped(row, ["refused_on"]),
                "This row says that it was refused, and that it was awarded. Leave one of the two empty",
            );
        }
        let funding_kind = self.known(row, "funding_kind", terms::funding_kind);
        has_amount.then_some(Award {
            id: row.text("fairfloor_id").map(str::to_owned),
            kind,
            unit,
            applied,
            awarded,
            delivered,
            applied_on,
            awarded_on,
            delivered_on,
            refused_on,
            funding: self.line(row, "funding_source").map(|name| (name, funding_kind)),
            deciding_body: self.line(row, "deciding_body"),
            brought: self.brought(row),
            note: self.note(row),
        })
    }

    /// What the client brings. An amount of a guarantee that is none, or of an unknown kind, is a question like any other cell.
    fn brought(&mut self, row: &Row<'_>) -> Brought {
        let mut dollars = |field: &str| self.optional(row, field, |typed| Cents::parse(typed).ok()).map(Cents::cents);
        let (matched, deposit, fees) = (dollars("matched"), dollars("deposit"), dollars("fees"));
        let guarantee = self.known(row, "guarantee", terms::guarantee);
        let vouches = guarantee.is_some_and(|kind| kind != Guarantee::None);
        let guarantee_cents =
            self.optional(row, "guarantee_amount", |typed| Cents::parse(typed).ok().filter(|_| vouches)).map(Cents::cents);
        Brought { matched, deposit, fees, guarantee, guarantee_cents }
    }

    /// A date. All of them are required to be readable: they decide in which year it counts.
    pub(super) fn date(&mut self, row: &Row<'_>, field: &str) -> Option<Day> {
        row.text(field)?;
        self.needed(row, field, day)
    }
}

/// The first of some fields that the file has a column for.
fn mapped<const MANY: usize>(row: &Row<'_>, group: [&'static str; MANY]) -> &'static str {
    group.into_iter().find(|field| row.mapping.has(field)).or(group.first().copied()).unwrap_or_default()
}
