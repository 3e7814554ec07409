//! Who decides: bodies, for whom their seats speak, decisions and reasons, and members in their own words.

use super::{Scope, columns, count, row, section, share, table};
use crate::document::{Block, Cell, Kind, Look, Number, Row, Section, Table, Value};
use crate::reports::operations::figures::Decides;
use crate::values::{SpeaksFor, Vocabulary};

pub(super) fn decides(decides: &Decides, scope: &Scope) -> Section {
    let heading = "Who decides";
    let mut blocks = vec![Block::Table(facts(decides))];
    if !decides.bodies.is_empty() {
        blocks.push(Block::Table(bodies(decides)));
    }
    let seats: u32 = decides.seats.iter().map(|(_, seats)| seats).sum::<u32>() + decides.seats_unknown;
    if seats > 0 {
        blocks.push(Block::Table(speak_for(decides, seats)));
    }
    blocks.push(scope.line(
        "a seat, a decision, and an award",
        "seats held on some day of the period, decisions of its meetings, awards made in it",
        "each counts once; a decision that another took the place of does not count",
    ));
    if !decides.said.is_empty() {
        blocks.push(Block::Heading("Members in their own words".to_owned()));
        for said in &decides.said {
            blocks.push(Block::Paragraph(
                format!("{}, {}, {}. ", said.name, said.seat.to_lowercase(), said.body),
                format!("“{}”", said.words),
            ));
        }
        blocks.push(Block::Aside(
            "Each wrote this and agreed that it stands here. Nobody had to, it is counted nowhere, and who says nothing is not thereby anybody in particular.".to_owned(),
        ));
    }
    section("decides", heading, blocks)
}

/// A part with the whole it is of: "3 of 5".
fn of(part: u32, whole: u32, what: &'static str) -> Vec<Cell> {
    let number = Number::new(Kind::Count(what), Some(Value::Whole(part.into())));
    vec![Cell::Number(number.said(format!("{part} of {whole}")))]
}

fn facts(decides: &Decides) -> Table {
    let rows = vec![
        row("decisions", "Decisions on record", vec![count(decides.decisions, "decisions")]),
        row("with_reason", "Of these, with a reason", of(decides.with_reason, decides.decisions, "decisions")),
        row("with_votes", "With counted votes", of(decides.with_votes, decides.decisions, "decisions")),
        row("with_recusal", "In which somebody stood aside", of(decides.with_recusal, decides.decisions, "decisions")),
        row("awards_with_body", "Awards with a recorded body", of(decides.awards_with_body, decides.awards, "awards")),
        row("awards_with_decision", "Awards with a recorded decision", of(decides.awards_with_decision, decides.awards, "awards")),
    ];
    Table { look: Look::Facts, ..table("decides", "", "What is on record of decisions", "What", columns(&[("value", "Value")]), rows) }
}

fn bodies(decides: &Decides) -> Table {
    let rows = decides.bodies.iter().zip(1..).map(|(line, number): (_, usize)| {
        let cells = vec![count(line.seats, "seats"), count(line.meetings, "meetings"), count(line.decisions, "decisions")];
        Row { more: line.decides.clone(), ..row(&format!("body-{number}"), &line.name, cells) }
    });
    let heads = columns(&[("seats", "Seats held"), ("meetings", "Meetings on record"), ("decisions", "Decisions")]);
    table("bodies", "", "Bodies", "Body", heads, rows.collect())
}

fn speak_for(decides: &Decides, seats: u32) -> Table {
    let named = |code: &str| SpeaksFor::parse(code).map_or(code.to_owned(), |whom| whom.label().to_owned());
    let cells = |number: u32| vec![count(number, "seats"), share(number, seats)];
    let mut rows: Vec<Row> = decides.seats.iter().map(|(code, number)| row(code, &named(code), cells(*number))).collect();
    if decides.seats_unknown > 0 {
        rows.push(row("not-recorded", "Not recorded", cells(decides.seats_unknown)));
    }
    let heads = columns(&[("seats", "Seats"), ("share", "Of all seats")]);
    table("seats", "", "For whom seats speak", "For whom", heads, rows)
}
