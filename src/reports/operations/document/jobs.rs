//! What the work at clients is like: how long, how it is paid, what it comes with, who can get it.

use super::{Scope, amount, columns, count, real, row, section, table};
use crate::document::{Block, Cell, Kind, Number, Row, Section, Table};
use crate::reports::operations::figures::Figures;
use crate::reports::operations::measure::FEW;
use crate::values::{JobTerm, Unit};
use crate::workers::quality::{Known, Quality};

const HEADING: &str = "Job quality";

pub(super) fn jobs(figures: &Figures, scope: &Scope) -> Section {
    let jobs = &figures.jobs;
    let Some(quality) = &jobs.quality else {
        let words = match jobs.clients {
            0 => "Nobody described the work at any client in these days.".to_owned(),
            few => format!(
                "The work of {few} was described in these days. Figures of fewer than {FEW} clients would show what one of them pays, so none are shown."
            ),
        };
        return section("jobs", HEADING, vec![Block::Paragraph(String::new(), words)]);
    };
    let mut blocks = vec![
        sentence(quality, jobs.clients),
        Block::Table(kinds(quality)),
        Block::Table(quality_of(quality)),
        scope.line("a worker", "workers of clients whose work somebody described in the period", "the last count of each client; a client counts once"),
        Block::Aside("A share is of those it is known of. Nobody is taken to have what nobody asked about. Full-time equivalents: part-time hours of 40 a week, seasonal hours of 2,080 a year.".to_owned()),
    ];
    blocks.push(Block::Aside(if jobs.compared.is_empty() {
        "No table of living wages has the counties of these clients, so pay is compared with nothing.".to_owned()
    } else {
        format!(
            "Living wages: {}. {} of {} clients are in a county that such a table has.",
            jobs.compared.join("; "),
            jobs.with_living_wage,
            jobs.clients
        )
    }));
    section("jobs", HEADING, blocks)
}

fn sentence(quality: &Quality, clients: u32) -> Block {
    let living = quality.living;
    let lead = if living.known() == 0 {
        "Whether pay is enough to live on is not known of anybody.".to_owned()
    } else {
        format!("{} of {} workers whose pay is known and can be compared earn a living wage or more.", living.yes, living.known())
    };
    Block::Paragraph(
        lead,
        format!(" {clients} clients with {} workers were counted; the work of {} is described.", quality.workers, quality.described),
    )
}

fn kinds(quality: &Quality) -> Table {
    let term = |term: JobTerm| count(quality.by_term[term as usize], "workers");
    let fte = if quality.with_hours == 0 {
        Cell::Empty
    } else {
        Cell::Number(Number::new(Kind::Count("full-time equivalents"), Some(hundredths(quality.fte_hundredths))))
    };
    let median = quality.median_wage().map_or(Cell::Empty, |cents| amount(cents, Unit::Cents));
    let rows: Vec<Row> = vec![
        row("workers", "Workers", vec![count(quality.workers, "workers")]),
        row("described", "Of these, with work that is described", vec![count(quality.described, "workers")]),
        row("full", "Full-time", vec![term(JobTerm::Full)]),
        row("part", "Part-time", vec![term(JobTerm::Part)]),
        row("seasonal", "Seasonal", vec![term(JobTerm::Seasonal)]),
        row("fte", "Full-time equivalents", vec![fte]),
        row("with_hours", "Of so many workers", vec![count(quality.with_hours, "workers")]),
        row("median_wage", "Pay for an hour, median", vec![median]),
        row("with_wage", "Of so many workers", vec![count(quality.with_wage(), "workers")]),
    ];
    table("jobs", "", "Workers and their hours", "What", columns(&[("value", "Value")]), rows)
}

/// Full-time equivalents to the nearest whole one: a tenth of a job is nobody.
fn hundredths(hundredths: i64) -> crate::document::Value {
    crate::document::Value::Whole(i128::from((hundredths + 50) / 100))
}

fn quality_of(quality: &Quality) -> Table {
    let line = |key: &str, name: &str, known: Known| {
        let part = crate::equity::share(u32::try_from(known.yes).unwrap_or(u32::MAX), u32::try_from(known.known()).unwrap_or(u32::MAX));
        let share = part.map_or(Cell::Empty, |share| real(Kind::Share, share));
        row(key, name, vec![count(known.yes, "workers"), count(known.known(), "workers"), share, count(known.unknown, "workers")])
    };
    let rows = vec![
        line("living", "A living wage or more", quality.living),
        line("health", "Health insurance", quality.health),
        line("leave", "Paid days off", quality.leave),
        line("retirement", "A retirement plan", quality.retirement),
        line("open", "Open without a college degree", quality.open),
    ];
    let heads = columns(&[("yes", "Workers who have it"), ("known", "Of whom it is known"), ("share", "Share"), ("unknown", "Not known")]);
    table("job_quality", "", "What the work comes with", "What", heads, rows)
}
