//! Who pays, what clients bring and how long it takes, as sections: on the page, and in its file.

use super::measure::{Brings, Clients, Funding, Paid, Waits};
use crate::document::{Block, Cell, Kind, Number, Row, Section, Table, Value};
use crate::programs::FundingSource;
use crate::reports::operations::document::{Scope, columns, count, days, row, section, table};
use crate::resources::days::{Days, FEWEST, Leg};
use crate::values::{Amount, Cents, FundingKind, Guarantee, Unit, Vocabulary, grouped};

/// Every section but the list of funders, in the order they are read.
pub fn sections(funding: &Funding, sources: &[FundingSource], scope: &Scope) -> Vec<Section> {
    let mut all = vec![paid(funding, sources, scope), clients(&funding.clients, scope)];
    all.extend(funding.days.iter().map(|(leg, waits)| leg_of(*leg, waits, sources, scope)));
    all
}

fn none(words: &str) -> Block {
    Block::Paragraph(String::new(), words.to_owned())
}

fn paid(funding: &Funding, sources: &[FundingSource], scope: &Scope) -> Section {
    let heading = "What was asked for, awarded and paid";
    let mut blocks = Vec::new();
    if funding.sources.is_empty() {
        blocks.push(none("Nothing was asked for, awarded or paid in these days."));
    } else {
        blocks.push(Block::Table(lines("sources", "Asked for, awarded and paid, by funder", "Funder", &funding.sources, |key| {
            named(*key, sources)
        })));
        let kind = |kind: &Option<FundingKind>| kind.map_or("Not recorded", FundingKind::label).to_owned();
        blocks.push(Block::Table(lines("kinds", "Asked for, awarded and paid, by kind of money", "Kind of money", &funding.kinds, kind)));
        blocks.push(scope.line(
            "a resource",
            "those asked for, awarded or paid in the period",
            "each amount stands in the days of its own step",
        ));
    }
    if funding.without_a_day > 0 {
        let words = format!("{} more have no day on record, so they stand in no period.", grouped(funding.without_a_day.into()));
        blocks.push(Block::Aside(words));
    }
    section("paid", heading, blocks)
}

fn named(key: Option<i64>, sources: &[FundingSource]) -> String {
    let found = key.and_then(|key| sources.iter().find(|source| source.key == key));
    found.map_or("Not recorded", |source| source.facts.name.as_str()).to_owned()
}

fn lines<K>(scheme: &str, title: &str, rows_are: &str, all: &[Paid<K>], name: impl Fn(&K) -> String) -> Table {
    let rows = all.iter().zip(1..).map(|(line, number): (&Paid<K>, usize)| {
        let said = |value: i64| {
            let number = Number::new(Kind::Amount(line.unit), Some(Value::Whole(value.into())));
            Cell::Number(number.said(Amount { value, unit: line.unit }.to_string()))
        };
        let cells = vec![said(line.applied), said(line.awarded), said(line.delivered), count(line.awards, "awards")];
        let more = (line.unit != Unit::Cents).then(|| line.unit.label().to_lowercase());
        Row { more, ..row(&format!("{scheme}-{number}"), &name(&line.of), cells) }
    });
    let heads = columns(&[("applied", "Asked for"), ("awarded", "Awarded"), ("paid", "Paid"), ("awards", "Awards")]);
    table("funding", scheme, title, rows_are, heads, rows.collect())
}

const BROUGHT: [(&str, &str); 3] = [("match", "Match, of their own"), ("deposit", "Deposit"), ("fees", "Fees")];

/// What clients bring: a table of amounts, one of guarantees, and how much of it is known.
pub(in crate::reports) fn client_blocks(clients: &Clients, scope: &Scope) -> Vec<Block> {
    if clients.awards == 0 {
        return vec![none("No award of dollars of these days is on record, so nobody had to bring anything.")];
    }
    let known = |known: u32| {
        let number = Number::new(Kind::Count("awards"), Some(Value::Whole(known.into())));
        Cell::Number(number.said(format!("{known} of {}", clients.awards)))
    };
    let unknown = || Cell::Number(Number::new(Kind::Amount(Unit::Cents), None).said("nobody asked".to_owned()).noting("nobody asked"));
    let rows = BROUGHT.iter().zip(&clients.amounts).map(|((key, name), brings)| {
        let (sum, share) = if brings.known == 0 {
            (unknown(), Cell::Empty)
        } else {
            let cents = Number::new(Kind::Amount(Unit::Cents), Some(Value::Whole(brings.cents.into())));
            (Cell::Number(cents.said(Cents::new(brings.cents).to_string())), per_dollar(brings))
        };
        row(key, name, vec![sum, share, count(brings.some, "awards"), known(brings.known)])
    });
    let heads =
        columns(&[("sum", "In all"), ("per_dollar", "For each dollar awarded"), ("some", "Awards with some"), ("known", "Known of")]);
    let amounts = table("clients_bring", "", "What clients had to bring", "What", heads, rows.collect());
    let rows =
        Guarantee::ALL.iter().zip(&clients.guarantees).map(|(kind, number)| row(kind.code(), kind.label(), vec![count(*number, "awards")]));
    let heads = columns(&[("awards", "Awards")]);
    let not_asked = clients.awards - clients.guarantees_known.min(clients.awards);
    let rows = rows.chain([row("not-asked", "Not asked", vec![count(not_asked, "awards")])]).collect();
    vec![
        Block::Table(amounts),
        Block::Table(table("guarantees", "", "What clients had to vouch with", "Guarantee", heads, rows)),
        scope.line("an award of dollars", "awards of dollars made in the period", "each award counts once"),
        Block::Aside("“For each dollar awarded” rests on the awards of which it is known what the client brings; those that nobody asked about are in neither side of it.".to_owned()),
    ]
}

fn per_dollar(brings: &Brings) -> Cell {
    brings
        .per_dollar()
        .map_or(Cell::Empty, |ratio| Cell::Number(Number::new(Kind::Ratio, Some(Value::Real(ratio))).said(format!("${ratio:.2}"))))
}

fn clients(clients: &Clients, scope: &Scope) -> Section {
    section("clients", "What clients bring", client_blocks(clients, scope))
}

const DAYS: [(&str, &str); 7] = [
    ("ended", "Came to the end"),
    ("waiting", "Still wait"),
    ("refused", "Were told no"),
    ("unknown", "A day is missing"),
    ("quarter", "A quarter within, days"),
    ("median", "Half within, days"),
    ("three_quarters", "Three quarters within, days"),
];

fn leg_of(leg: Leg, waits: &Waits, sources: &[FundingSource], scope: &Scope) -> Section {
    let key = format!("days-{}", leg.code());
    if waits.all.is_empty() {
        return section(&key, leg.label(), vec![none("No such wait began in these days.")]);
    }
    // What was awarded is refused no more.
    let can_be_refused = leg != Leg::AwardedPaid;
    let heads: Vec<(&str, &str)> = DAYS.into_iter().filter(|(key, _)| can_be_refused || *key != "refused").collect();
    let cells = |found: &Days| {
        let quarter = |number: Option<u32>| match number {
            None if found.ended < FEWEST => days(None, "too few"),
            other => days(other, "not reached yet"),
        };
        let refused = can_be_refused.then(|| count(found.refused, "resources"));
        let mut cells = vec![count(found.ended, "resources"), count(found.waiting, "resources")];
        cells.extend(refused);
        cells.extend([
            count(found.unknown + found.backwards, "resources"),
            quarter(found.quarter),
            if found.ended + found.waiting + found.refused == 0 { Cell::Empty } else { days(found.median, "not reached yet") },
            quarter(found.three_quarters),
        ]);
        cells
    };
    let mut rows = vec![row("all", "All", cells(&waits.all))];
    rows.extend(waits.kinds.iter().map(|(kind, found)| row(kind.code(), kind.label(), cells(found))));
    let by_kind = table(
        &format!("{}_days", leg.code().replace('-', "_")),
        "kind",
        &format!("{}, by kind of resource", leg.label()),
        "Kind",
        columns(&heads),
        rows,
    );
    let rows = waits
        .sources
        .iter()
        .zip(1..)
        .map(|((source, found), number): (_, usize)| row(&format!("source-{number}"), &named(*source, sources), cells(found)));
    let by_source = table(
        &format!("{}_days", leg.code().replace('-', "_")),
        "source",
        &format!("{}, by funder", leg.label()),
        "Funder",
        columns(&heads),
        rows.collect(),
    );
    let mut blocks = vec![
        Block::Table(by_kind),
        Block::Table(by_source),
        scope.line("a resource", "those whose wait began in the period", "each counts once"),
        Block::Aside(format!(
            "Calendar days. What still waits counts as waiting until {}, not as short and not as left out (Kaplan and Meier). Quarters stand where at least {FEWEST} came to the end.",
            scope.as_of
        )),
    ];
    if waits.all.backwards > 0 {
        let words = format!(
            "Of those with a day missing, {} have a later day that lies before the earlier one. Correct the days.",
            waits.all.backwards
        );
        blocks.push(Block::Aside(words));
    }
    section(&key, leg.label(), blocks)
}
