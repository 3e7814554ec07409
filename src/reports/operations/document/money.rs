//! Who pays, who benefits, and how dollars are spread.

use super::{CLOCK, ENROLLED, Scope, amount, backwards, clock, columns, count, real, row, section, share, table, waits_are};
use crate::document::{Bars, Block, Cell, Chart, Column, Curve, Kind, Number, Picture, Row, Section, Table, Value};
use crate::reports::operations::figures::{Figures, KindLine, SourceLine, Spread};
use crate::values::{Amount, FundingKind, Unit, Vocabulary, grouped};

pub(super) fn pays(figures: &Figures, scope: &Scope) -> Section {
    let heading = "Who pays";
    if figures.sources.is_empty() {
        return section("pays", heading, vec![none("No award of these days is on record.")]);
    }
    let said = |line: &SourceLine| {
        let number = Number::new(Kind::Amount(line.unit), Some(Value::Whole(line.awarded.into())));
        Cell::Number(number.said(Amount { value: line.awarded, unit: line.unit }.to_string()))
    };
    // Why a number and not the name: two names may differ in signs that an id has no place for.
    let numbered = figures.sources.iter().zip(1..);
    let rows: Vec<Row> = numbered
        .map(|(line, number)| {
            let name = line.source.as_deref().unwrap_or("Not recorded");
            row(&format!("source-{number}"), name, vec![said(line), count(line.awards, "awards")])
        })
        .collect();
    let heads = columns(&[("awarded", "Awarded"), ("awards", "Awards")]);
    let table = table("who_pays", "funding_source", "Awards by funding source", "Source", heads, rows);
    let mut blocks = dollars_by_source(figures, scope).into_iter().collect::<Vec<_>>();
    blocks.push(Block::Table(table));
    blocks.extend((!figures.money.is_empty()).then(|| Block::Table(by_kind(&figures.money))));
    blocks.push(scope.line("an award", "awards made in the period", "each award counts once"));
    if let Some(clients) = &figures.clients {
        blocks.push(Block::Heading("What clients bring".to_owned()));
        blocks.extend(crate::reports::funding::client_blocks(clients, scope));
    }
    section("pays", heading, blocks)
}

fn by_kind(money: &[(String, u32, i64)]) -> Table {
    let rows = money.iter().map(|(code, awards, cents)| {
        let name = FundingKind::parse(code).map_or("Not recorded", FundingKind::label);
        let key = if code.is_empty() { "not-recorded" } else { code };
        row(key, name, vec![amount(*cents, Unit::Cents), count(*awards, "awards")])
    });
    let heads = columns(&[("awarded", "Awarded"), ("awards", "Awards")]);
    table("who_pays", "kind", "Dollars by kind of money", "Kind of money", heads, rows.collect())
}

/// Shares of the dollars, drawn; with one payer there is nothing to see.
fn dollars_by_source(figures: &Figures, scope: &Scope) -> Option<Block> {
    let dollars: Vec<&SourceLine> = figures.sources.iter().filter(|line| line.unit == Unit::Cents && line.awarded > 0).collect();
    let sum: i64 = dollars.iter().map(|line| line.awarded).sum();
    if dollars.len() < 2 {
        return None;
    }
    let part = |line: &SourceLine| {
        let share = Number::new(Kind::Share, Some(Value::Real(ratio(line.awarded, sum))));
        Cell::Number(share)
    };
    let rows = dollars.iter().zip(1..).map(|(line, number)| {
        let name = line.source.as_deref().unwrap_or("Not recorded");
        row(&format!("source-{number}"), name, vec![part(line), amount(line.awarded, Unit::Cents)])
    });
    let heads = columns(&[("share", "Of all dollars"), ("dollars", "Dollars")]);
    let table = table("dollars", "funding_source", "Dollars by funding source", "Source", heads, rows.collect());
    Some(bars(table, "share", "Who pays for the dollars awarded.", "Each bar is a funder’s part of all dollars awarded.", scope))
}

fn bars(table: Table, drawn: &str, takeaway: &str, reading: &str, scope: &Scope) -> Block {
    let instead = vec!["Nothing on record.".to_owned(); table.rows.len()];
    Block::Chart(Chart {
        table,
        takeaway: takeaway.to_owned(),
        reading: reading.to_owned(),
        source: scope.source(),
        picture: Picture::Bars(Bars { drawn: drawn.to_owned(), instead }),
    })
}

#[expect(clippy::cast_precision_loss, reason = "cents of a program stay below 2^53")]
fn ratio(part: i64, whole: i64) -> f64 {
    if whole > 0 { part as f64 / whole as f64 } else { 0.0 }
}

fn none(words: &str) -> Block {
    Block::Paragraph(String::new(), words.to_owned())
}

pub(super) fn benefits(figures: &Figures, scope: &Scope) -> Section {
    let heading = "Who benefits";
    let mut blocks = if figures.kinds.is_empty() {
        vec![none("Nothing asked for, awarded or delivered in these days is on record.")]
    } else {
        vec![
            Block::Table(kinds(&figures.kinds)),
            scope.line("a business, and an award", "resources asked for, awarded or delivered in the period", "each award counts once, a business once in each row"),
            Block::Aside("“Not recorded” counts awards of the period of which that amount is not written down. An award of zero dollars is an award of zero, not an unknown one; a correction is made in the award itself, so no amount is below zero.".to_owned()),
        ]
    };
    blocks.extend((figures.without_a_day > 0).then(|| {
        Block::Aside(format!("{} more resources have no day on record, so they stand in no period.", grouped(figures.without_a_day.into())))
    }));
    let names = [
        ("applied-awarded", "From asking to award"),
        ("awarded-delivered", "From award to delivery"),
        ("applied-delivered", "From asking to delivery"),
    ];
    if figures.steps.iter().any(|step| step.begun > 0) {
        let rows = names.iter().zip(&figures.steps).map(|((key, name), step)| row(key, name, clock(step, "awards")));
        blocks.push(Block::Table(table(
            "award_days",
            "",
            "Days from asking to award to delivery",
            "Step",
            columns(&CLOCK),
            rows.collect(),
        )));
        blocks.push(scope.line("a resource", "those asked for (or awarded, in the second row) in the period", "each counts once"));
        blocks.push(waits_are(scope));
        blocks.push(Block::Aside("An application that was refused waited until the day of the no: how long an award would have taken nobody knows. It stands under “Still open”.".to_owned()));
        blocks.extend(backwards(&figures.steps.each_ref()));
    }
    section("benefits", heading, blocks)
}

fn kinds(lines: &[KindLine]) -> Table {
    let rows = lines.iter().map(|line| {
        let of = |value: i64| {
            let number = Number::new(Kind::Amount(line.unit), Some(Value::Whole(value.into())));
            Cell::Number(number.said(Amount { value, unit: line.unit }.to_string()))
        };
        let cells = vec![
            count(line.businesses, "businesses"),
            count(line.awards, "awards"),
            of(line.applied),
            of(line.awarded),
            of(line.delivered),
            count(line.refused, "applications"),
            count(line.applied_unknown, "awards"),
            count(line.delivered_unknown, "awards"),
        ];
        Row { more: (line.unit != Unit::Cents).then(|| line.unit.label().to_lowercase()), ..row(&line.code, &line.name, cells) }
    });
    let heads = columns(&[
        ("businesses", "Businesses with an award"),
        ("awards", "Awards"),
        ("applied", "Asked for"),
        ("awarded", "Awarded"),
        ("delivered", "Delivered"),
        ("refused", "Refused, applications"),
        ("applied_unknown", "Asked for: not recorded"),
        ("delivered_unknown", "Delivered: not recorded"),
    ]);
    table("resources", "kind", "Resources by kind", "Kind", heads, rows.collect())
}

pub(super) fn spread(figures: &Figures, scope: &Scope) -> Section {
    let heading = "How dollars are spread";
    let Some(spread) = &figures.spread else {
        let words = if figures.sums.businesses == 0 {
            "No business was enrolled in these days, so there is nothing to spread."
        } else {
            "No dollars were awarded in these days to businesses enrolled in them. A curve needs some."
        };
        return section("concentration", heading, vec![none(words)]);
    };
    let line = scope.line("a business", ENROLLED, "a business counts once, with the sum of its awards; one without dollars counts as zero");
    let mut blocks = vec![curve(spread, scope), Block::Table(measures(spread)), line];
    blocks.extend((spread.elsewhere_cents > 0).then(|| {
        let cents = Amount { value: spread.elsewhere_cents, unit: Unit::Cents };
        Block::Aside(format!("{cents} went to businesses that were not enrolled in the period. They stand in no curve."))
    }));
    section("concentration", heading, blocks)
}

fn curve(spread: &Spread, scope: &Scope) -> Block {
    let place = |(across, up): &(f64, f64)| {
        let percent = format!("{:.0}%", across * 100.0);
        row(percent.trim_end_matches('%'), &percent, vec![real(Kind::Share, *across), real(Kind::Share, *up)])
    };
    let heads: Vec<Column> =
        columns(&[("businesses", "businesses, those with the least first"), ("dollars", "dollars they have together")]);
    let rows = spread.lorenz.iter().map(place).collect();
    let table = table("lorenz", "dollars", "Share of dollars by share of businesses", "Of those with the least", heads, rows);
    let top = spread.top_fifth * 100.0;
    Block::Chart(Chart {
        table,
        takeaway: format!("The fifth of businesses with the most dollars got {top:.0}% of them."),
        reading: format!(
            "The fifth of businesses with the most dollars got {top:.0}% of them. The further the line hangs below the dashed one, the more uneven. \
             Gini is 0 where all have the same and nears 1 where one has it all."
        ),
        source: scope.source(),
        picture: Picture::Curve(Curve {
            across: "businesses".to_owned(),
            up: "dollars".to_owned(),
            label: format!("Gini {:.2}", spread.gini),
        }),
    })
}

fn measures(spread: &Spread) -> Table {
    let ratio = |number: f64| Cell::Number(Number::new(Kind::Ratio, Some(Value::Real(number))).said(format!("{number:.2}")));
    let mut rows = vec![
        row("businesses", "Businesses", vec![count(spread.businesses, "businesses")]),
        row("gini", "Gini", vec![ratio(spread.gini)]),
        row("top_fifth", "Share of the fifth that got most", vec![real(Kind::Share, spread.top_fifth)]),
        row("with_dollars", "Businesses with dollars", vec![count(spread.with_dollars, "businesses")]),
        row("with_dollars_share", "Share of businesses with dollars", vec![share(spread.with_dollars, spread.businesses)]),
        row("gini_with_dollars", "Gini among those with dollars", vec![ratio(spread.gini_with_dollars)]),
    ];
    if let Some(theil) = spread.theil {
        rows.push(row("theil", "Theil’s T, a business in each of its programs", vec![ratio(theil.total)]));
        rows.push(row("theil_between", "Of it, between programs", vec![ratio(theil.between)]));
        rows.push(row("theil_within", "Of it, within programs", vec![ratio(theil.within)]));
    }
    table("concentration", "", "How dollars are spread, in numbers", "Measure", columns(&[("value", "Value")]), rows)
}
