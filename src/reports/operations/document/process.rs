//! How long people wait for a first service, and how their referrals go.

use super::{CLOCK, ENROLLED, Scope, backwards, clock, columns, count, real, row, section, share, table, waits_are};
use crate::document::{Block, Cell, Kind, Number, Row, Section, Table};
use crate::reports::operations::figures::{Clock, Figures, ProcessLine};

pub(super) fn waiting(figures: &Figures, scope: &Scope) -> Section {
    let wait = &figures.first_service;
    let heading = "How long people wait";
    if wait.begun == 0 {
        let words = "Nobody joined in these days, so no wait for a first service began in them.";
        return section("waiting", heading, vec![Block::Paragraph(String::new(), words.to_owned())]);
    }
    let rows = vec![row("all", "Who joined", clock(wait, "businesses"))];
    let days = table("first_service", "", "Days from joining to the first service", "Who", columns(&CLOCK), rows);
    let still = [30, 60, 90].iter().zip(wait.waiting).map(|(day, waiting)| {
        row(&format!("day-{day}"), &format!("By day {day}"), vec![waiting.map_or_else(unseen, |share| real(Kind::Share, share))])
    });
    let heads = columns(&[("share", "Not served yet")]);
    let still = table("not_served", "", "Share of those who joined that was not served", "Day", heads, still.collect());
    let mut blocks = vec![
        sentence(wait, scope),
        Block::Table(days),
        Block::Table(still),
        scope.line(
            "a business",
            "businesses whose first enrollment was in the period",
            "a business waits once; a service before it joined is no wait",
        ),
        waits_are(scope),
    ];
    blocks.extend(backwards(&[wait]));
    section("waiting", heading, blocks)
}

fn unseen() -> Cell {
    let words = "nobody seen so long yet";
    Cell::Number(Number::new(Kind::Share, None).said(words.to_owned()).noting(words))
}

fn sentence(wait: &Clock, scope: &Scope) -> Block {
    let still = if wait.open == 0 { "Nobody still waits.".to_owned() } else { format!("{} still waited on {}.", wait.open, scope.as_of) };
    let lead = match wait.median {
        Some(0) => "Half were served on the day they joined.".to_owned(),
        Some(1) => "Half were served within a day.".to_owned(),
        Some(days) => format!("Half were served within {days} days."),
        None => "More than half are still waiting.".to_owned(),
    };
    Block::Paragraph(lead, format!(" {still}"))
}

pub(super) fn referrals(figures: &Figures, scope: &Scope) -> Section {
    let heading = "How referrals go";
    let process = &figures.process;
    if process.all.referred == 0 {
        let words = "No referral of these businesses was sent, decided or ended in these days.";
        return section("process", heading, vec![Block::Paragraph(String::new(), words.to_owned())]);
    }
    let line = |repeats: &str| {
        scope.line("a business", "businesses enrolled in the period whose referral was sent, decided, ended or disputed in it", repeats)
    };
    let mut blocks = vec![
        Block::Table(of("", "What happened to referrals", "Who", std::slice::from_ref(&process.all))),
        Block::Table(of("kind", "What happened to referrals, by kind of help", "Kind of help", &process.by_kind)),
        Block::Table(of("partner", "What happened to referrals, by sort of partner", "Sort of partner", &process.by_partner)),
        line("a business counts once in each column it has such a referral in; in several kinds, and with partners of several sorts, in each of those rows"),
        Block::Aside("Declined: a partner said no. No answer: stopped by the clock, or by us, because nobody answered. Disagree: the partner reports a need met, and the entrepreneur says it was not, or did not happen so.".to_owned()),
    ];
    let lines: Vec<&ProcessLine> = std::iter::once(&process.all).chain(&process.by_kind).chain(&process.by_partner).collect();
    if process.all.answer.begun > 0 {
        blocks.push(Block::Table(answers("", "Days to a partner’s yes or no", "Who", std::slice::from_ref(&process.all))));
        blocks.push(Block::Table(answers("kind", "Days to a partner’s yes or no, by kind of help", "Kind of help", &process.by_kind)));
        blocks.push(scope.line("a referral", &format!("referrals sent in the period, of {ENROLLED}"), "each referral counts once"));
        blocks.push(waits_are(scope));
        blocks.push(Block::Aside("A referral that was stopped without an answer counts as waiting until that day.".to_owned()));
        blocks.extend(backwards(&lines.iter().take(1).map(|line| &line.answer).collect::<Vec<_>>()));
    }
    section("process", heading, blocks)
}

fn of(scheme: &str, title: &str, rows_are: &str, lines: &[ProcessLine]) -> Table {
    let part = |number: u32, line: &ProcessLine| match share(number, line.referred) {
        Cell::Number(share) => {
            Cell::Number(Number { words: Some(format!("{:.0}%", share.value.map_or(0.0, |value| value.real() * 100.0))), ..share })
        }
        other => other,
    };
    let rows: Vec<Row> = lines
        .iter()
        .map(|line| {
            let mut cells = vec![count(line.referred, "businesses")];
            for number in [line.declined, line.unanswered, line.disputed] {
                cells.extend([count(number, "businesses"), part(number, line)]);
            }
            row(&line.code, &line.name, cells)
        })
        .collect();
    let heads = columns(&[
        ("referred", "Referred"),
        ("declined", "Declined"),
        ("declined_share", "Declined, of those"),
        ("unanswered", "No answer"),
        ("unanswered_share", "No answer, of those"),
        ("disputed", "Disagree"),
        ("disputed_share", "Disagree, of those"),
    ]);
    table("process", scheme, title, rows_are, heads, rows)
}

fn answers(scheme: &str, title: &str, rows_are: &str, lines: &[ProcessLine]) -> Table {
    let rows = lines.iter().filter(|line| line.answer.begun > 0).map(|line| row(&line.code, &line.name, clock(&line.answer, "referrals")));
    table("answer_days", scheme, title, rows_are, columns(&CLOCK), rows.collect())
}
