//! "Who is here", and dollars by class: shares of told counts and told sums.

use super::words::{CLIENTS, ENROLLED, Estimand, ONCE, counted, grid, hidden, noted, ranged, real, row, whatever, whole};
use crate::document::{Block, Cell, Kind, Number, Section, Value};
use crate::equity::catalogue::{Class, Told};
use crate::equity::telling::Telling;
use crate::equity::telling::amounts::{AmountLine, Amounts};
use crate::equity::telling::grouping::Grouping;
use crate::equity::telling::reach::{Answered, Reach, ReachLine};
use crate::reports::benchmarks::compare::{Clients, Line, SILENT};
use crate::reports::document::{column, section};
use crate::reports::told;
use crate::values::{Unit, grouped};

/// The section of shares, by headline, race, sex and ownership; the other ways of counting stand in their own.
pub(super) fn who(told: &told::Told, telling: &Telling) -> Option<Section> {
    let tables = telling.reach.iter().filter(|reach| !super::is_other(reach.grouping));
    let blocks: Vec<Block> = tables.flat_map(|reach| shares(told, reach)).collect();
    (!blocks.is_empty()).then(|| section("who", "Who is here", blocks))
}

/// One table of shares with its estimand.
pub(super) fn shares(told: &told::Told, reach: &Reach) -> Vec<Block> {
    let columns = vec![
        column("clients", "Clients", true),
        column("share_of_known", "Of those who answered", true),
        column("share_of_all", "Of all", true),
        column("share_whatever_the_others_would_answer", "Whatever the others would answer", true),
    ];
    let known = reach.answered;
    let cells = |line: &ReachLine| {
        vec![
            counted(line.told, &hidden(told)),
            ranged(
                Kind::Share,
                line.of_known,
                &known.map_or_else(|| "Wilson 95 %".to_owned(), |known| format!("of {}; Wilson 95 %", known.known)),
            ),
            ranged(Kind::Share, line.of_all, "Wilson 95 %"),
            whatever(Kind::Share, line.bounds),
        ]
    };
    let rows = reach.lines.iter().map(|line| row(line.class, None, cells(line))).collect();
    let title = format!("{}: clients", reach.grouping.heading());
    let mut blocks = vec![
        Block::Heading(reach.grouping.heading().to_owned()),
        Block::Table(grid("reach".to_owned(), reach.grouping.code(), title, columns, rows)),
        Estimand { told, grouping: reach.grouping, pool: ENROLLED.to_owned(), reference: None, repeats: ONCE }.line(),
    ];
    blocks.extend(too_few(reach));
    blocks
}

/// Which classes are too few to be told, by name, so that nobody vanishes; never which of them are small.
fn too_few(reach: &Reach) -> Option<Block> {
    let names: Vec<String> = reach.lines.iter().filter(|line| line.told == Told::Hidden).map(|line| line.class.label()).collect();
    if names.is_empty() {
        return None;
    }
    let untold = match reach.untold {
        Some(untold) => format!("; {} of those who answered stand in no other row", super::clients(untold)),
        None => String::new(),
    };
    let groups = if names.len() == 1 { "1 group".to_owned() } else { format!("{} groups", names.len()) };
    Some(Block::Hidden(
        "Too few to report, or hidden so that no other number gives these away".to_owned(),
        format!("{groups}{untold}: {}. They are counted in the totals.", names.join("; ")),
    ))
}

/// The numbers that stand beside a benchmark: what is told by headline, race, sex and ownership.
pub(super) fn clients(told: &told::Told, telling: &Telling) -> Vec<Clients> {
    telling.reach.iter().filter(|reach| !super::is_other(reach.grouping)).map(|reach| beside(told, reach)).collect()
}

fn beside(told: &told::Told, reach: &Reach) -> Clients {
    let account = &told.account;
    let whole = account.cents(Class::Everyone).zip(reach.grouping.silent().and_then(|class| account.cents(class)));
    let whole = whole.and_then(|(all, silent)| all.checked_sub(silent));
    let line = |line: &ReachLine| {
        Some(Line {
            key: line.class.code(),
            class: Some(line.class.code()),
            group: line.class.label(),
            count: line.count()?,
            cents: account.cents(line.class).zip(whole),
        })
    };
    let heading = reach.grouping.heading().to_owned();
    let lines: Vec<Line> = reach.lines.iter().filter(|line| is_classed(line.class)).filter_map(line).collect();
    let (answered, others) = match reach.grouping {
        Grouping::Ownership => (classified(reach), "are in no class of the Census: no answer, owned by members, or shares not on record,"),
        _ => (reach.answered, SILENT),
    };
    let withheld = answered.is_none().then(|| "How many clients have an answer is hidden, so no share of them is compared.".to_owned());
    let Answered { known, pool } = answered.unwrap_or(Answered { known: 0, pool: 0 });
    let lines = if withheld.is_some() { Vec::new() } else { lines };
    Clients { scheme: reach.grouping.code().to_owned(), heading, withheld, known, pool, others, lines }
}

/// Cooperatives, and shares that are not on record, are in no class of the Census.
fn is_classed(class: Class) -> bool {
    use crate::equity::catalogue::Ownership::{Cooperative, NotClassifiable};
    !matches!(class, Class::Owned(Cooperative | NotClassifiable))
}

/// Of those the Census would classify: the whole of its shares by ownership.
fn classified(reach: &Reach) -> Option<Answered> {
    let lines = reach.lines.iter().filter(|line| is_classed(line.class));
    let known = lines.map(ReachLine::count).sum::<Option<u32>>()?;
    Some(Answered { known, pool: reach.answered?.pool })
}

/// The section of dollars.
pub(super) fn dollars(told: &told::Told, telling: &Telling) -> Option<Section> {
    let mut blocks: Vec<Block> = telling.amounts.iter().flat_map(|amounts| table(told, amounts)).collect();
    if blocks.is_empty() {
        return None;
    }
    if telling.amounts.iter().all(|amounts| amounts.all == Some(0)) {
        blocks.insert(
            0,
            Block::Paragraph(String::new(), "No dollars were awarded in the period, so there are no shares of them.".to_owned()),
        );
    }
    blocks.push(Block::Aside(
        "Dollars are sums that are told only where enough clients stand behind them and none is nearly all of it. They have no range and no \
         test here: both would need single awards, and these are told to nobody. A few large awards can make a sum."
            .to_owned(),
    ));
    Some(section("dollars", "Dollars awarded", blocks))
}

fn table(told: &told::Told, amounts: &Amounts) -> Vec<Block> {
    let columns = vec![
        column("dollars", "Dollars awarded", true),
        column("share_of_known", "Of those who answered", true),
        column("share_of_all", "Of all", false),
        column("per_client", "Per client", true),
        column("per_awarded_client", "Per client with an award", true),
        column("others_per_client", "Others, per client", true),
        column("ratio_per_client", "Times the others' dollars", true),
    ];
    let rows = amounts.lines.iter().map(|line| row(line.class, None, cells(line, &hidden(told)))).collect();
    let title = format!("{}: dollars awarded", amounts.grouping.heading());
    vec![
        Block::Heading(amounts.grouping.heading().to_owned()),
        Block::Table(grid("dollars".to_owned(), amounts.grouping.code(), title, columns, rows)),
        Estimand {
            told,
            grouping: amounts.grouping,
            pool: format!("awards of the period to {ENROLLED}"),
            reference: Some("all other clients who answered".to_owned()),
            repeats: "every award counts; a client with several counts once in each mean",
        }
        .line(),
    ]
}

fn cells(line: &AmountLine, hidden: &str) -> Vec<Cell> {
    let cents = Kind::Amount(Unit::Cents);
    let mean = |value: Option<f64>| value.map_or(Cell::Empty, |value| Cell::Number(Number::new(cents, Some(Value::Real(value)))));
    let total = line.cents.map_or_else(|| Cell::Hidden(hidden.to_owned()), |total| whole(cents, Some(total.into())));
    vec![
        total,
        real(Kind::Share, line.of_known),
        real(Kind::Share, line.of_all),
        mean(line.per_enrolled),
        mean(line.per_awarded),
        mean(line.others_per_enrolled),
        noted(real(Kind::Ratio, line.ratio), "dollars per client enrolled over those of all other clients who answered; no range"),
    ]
}

/// "Of 180 clients, 150 (83.3%) answered; of these, 97 (64.7%) have owners of color."
pub(super) fn lead(telling: &Telling) -> Option<String> {
    let reach = telling.reach.iter().find(|reach| reach.grouping == Grouping::Headline)?;
    let Answered { known, pool } = reach.answered?;
    let of_color = reach.lines.first()?;
    let count = of_color.count()?;
    let part = of_color.of_known.map(|(part, _)| format!(" ({:.0}%)", part * 100.0)).unwrap_or_default();
    let rate = reach.answered?.coverage().map(|part| format!(" ({:.0}%)", part * 100.0)).unwrap_or_default();
    let verb = if count == 1 { "has" } else { "have" };
    Some(format!(
        "Of {} {CLIENTS}, {}{rate} answered who their owners are. Of these, {}{part} {verb} owners of color.",
        grouped(pool.into()),
        grouped(known.into()),
        grouped(count.into()),
    ))
}
