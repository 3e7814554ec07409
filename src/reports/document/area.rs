//! "Compared with businesses in the area": the clients beside one benchmark or two.

use super::{capital, column, count, section};
use crate::document::{Block, Cell, Kind, Look, Number, Row, Section, Table, Value};
use crate::equity::Interval;
use crate::reports::benchmarks::available::{Chosen, Origin, Side};
use crate::reports::benchmarks::compare::{self, Clients, Compare, Fallback, Found, Index, MAPPING, NOT_MEASURED, Outcome, Part};
use crate::reports::benchmarks::places::Area;
use crate::values::grouped;

/// Names of the columns in which what stands in for a refused benchmark is written for files.
const FALLBACKS: [&str; 3] = ["fallback_1", "fallback_2", "fallback_3"];

/// The section: the report's clients beside what was chosen.
pub(super) fn compared(chosen: Option<&Chosen>, clients: &[Clients]) -> Section {
    let plain = |words: &str| Block::Paragraph(String::new(), words.to_owned());
    let Some(chosen) = chosen else {
        return section(
            "area",
            "Compared with businesses in the area",
            vec![plain("No benchmark is chosen, so clients are compared with one another only.")],
        );
    };
    let mut blocks = vec![plain(
        "An index of 100 means: as large a share of our clients as of the area's businesses. Below 80 is a gap that disparity studies call \
         substantial. The range holds chance in whom we reached and the benchmark's own error.",
    )];
    blocks.extend(chosen.reason.as_ref().map(|reason| Block::Paragraph("Why these: ".to_owned(), reason.clone())));
    for (side, number) in chosen.sides.iter().zip(1..) {
        blocks.extend(beside(side, clients, &format!("benchmark-{number}")));
    }
    blocks.extend([
        Block::Heading("How to read it".to_owned()),
        plain(MAPPING),
        plain(NOT_MEASURED),
        Block::Aside(
            "White there includes Hispanic owners who are White; Middle Eastern or North African owners are counted as White there. A group \
             of the report that is hidden or merged is not compared."
                .to_owned(),
        ),
    ]);
    Section { begins_page: true, ..section("area", "Compared with businesses in the area", blocks) }
}

fn beside(side: &Side, clients: &[Clients], key: &str) -> Vec<Block> {
    let mut origins = side.origins.iter().map(origin);
    let own = origins.next().unwrap_or_default();
    let origins = origins.fold(own, |all, added| format!("{all} Added to it: {added}"));
    let mut blocks = vec![Block::Heading(format!("{}, {}", side.industry, side.place)), Block::Aside(origins)];
    if let Some(area) = &side.area {
        blocks.extend(outside(area, &side.place));
        blocks.push(Block::Table(places(area, key)));
    }
    for part in compare::beside(side, clients) {
        blocks.extend(groups(&part, side, key));
    }
    blocks
}

/// "Annual Survey, counts 2016, businesses with employees. File survey.csv, SHA-256 0011…".
fn origin(one: &Origin) -> String {
    format!("{}. File {}, SHA-256 {}.", one.said, one.file_name, one.file_hash.get(..12).unwrap_or(&one.file_hash))
}

/// Clients that the benchmark does not speak of.
fn outside(area: &Area, place: &str) -> Option<Block> {
    let (inside, elsewhere, unknown) = (area.inside, area.elsewhere, area.unknown);
    let businesses = inside.businesses + elsewhere.businesses + unknown.businesses;
    let awards = inside.awards + elsewhere.awards + unknown.awards;
    let (out, lost) = (elsewhere.businesses + unknown.businesses, elsewhere.awards + unknown.awards);
    let lead = format!(
        "{} of {} businesses, with {} of {} awards, are not known to be in the benchmark's area",
        grouped(out),
        grouped(businesses),
        grouped(lost),
        grouped(awards)
    );
    let rest = format!(
        ": {} ({} awards) are elsewhere, and the address on record of {} ({} awards) does not say. The table counts them all; its index speaks of {} only.",
        grouped(elsewhere.businesses),
        grouped(elsewhere.awards),
        grouped(unknown.businesses),
        grouped(unknown.awards),
        place
    );
    (out > 0).then_some(Block::Paragraph(lead, rest))
}

fn places(area: &Area, key: &str) -> Table {
    let places = [
        ("inside", "inside the area", area.inside),
        ("elsewhere", "elsewhere", area.elsewhere),
        ("unknown", "place not on record", area.unknown),
    ];
    let rows = places.map(|(key, name, counts)| Row {
        key: key.to_owned(),
        name: name.to_owned(),
        more: None,
        under: None,
        cells: vec![count(counts.businesses, "businesses"), count(counts.awards, "awards")],
    });
    Table {
        key: key.to_owned(),
        scheme: "area".to_owned(),
        title: "Where clients are".to_owned(),
        rows_are: "Place".to_owned(),
        look: Look::Files,
        columns: vec![column("businesses", "Businesses", true), column("awards", "Awards", true)],
        rows: rows.into(),
    }
}

fn groups(part: &Part, side: &Side, key: &str) -> Vec<Block> {
    if let Some(why) = &part.withheld {
        return vec![Block::Hidden(part.heading.clone(), why.clone())];
    }
    let mut blocks = vec![Block::Heading(part.heading.clone())];
    blocks.extend(unknown(part));
    let those = if side.counts_people { "Of the area's people" } else { "Of the area's businesses" };
    let mut columns = vec![
        column("clients", "Clients", true),
        column("share_of_known", "Of those who answered", true),
        column("benchmark_share", those, true),
        column("index", "Index, 95% range", true),
        column("index_whatever_the_others_would_answer", "Whatever the others would answer", true),
        column("dollar_index", "Index of dollars", part.rows.iter().any(|row| row.dollars.is_some())),
        column("more_than_expected", "More or fewer clients than expected", false),
        column("p_exact", "Chance alone (p)", false),
        column("q", "Within this table (q)", false),
    ];
    columns.extend(FALLBACKS.map(|key| column(key, key, false)));
    blocks.push(Block::Table(Table {
        key: key.to_owned(),
        scheme: part.scheme.clone(),
        title: format!("{}, beside {}", part.heading, side.chosen.title),
        rows_are: "Group".to_owned(),
        look: Look::Grid,
        columns,
        rows: part.rows.iter().map(|row| line(row, part)).collect(),
    }));
    let reasons: Vec<_> = part.rows.iter().filter_map(|row| Some((row.line.group.clone(), reason(&row.outcome)?))).collect();
    blocks.extend((!reasons.is_empty()).then_some(Block::Facts(reasons)));
    blocks
}

/// How many are in no share, and that little is known where most are not.
fn unknown(part: &Part) -> Option<Block> {
    let Part { known, pool, others, .. } = part;
    let silent = pool.saturating_sub(*known);
    let lead = if silent > *known { "Preliminary: most are not known, and each index could be anything in its last range. " } else { "" };
    let share = f64::from(silent) / f64::from((*pool).max(1)) * 100.0;
    let rest = format!("{} of {} businesses ({share:.0}%) {others} and are in no share.", grouped(silent.into()), grouped((*pool).into()));
    (silent > 0).then(|| Block::Paragraph(lead.to_owned(), rest))
}

fn line(row: &Compare, part: &Part) -> Row {
    let share = |value: Option<f64>| Number::new(Kind::Share, value.map(Value::Real));
    let known = share(row.of_known).within(ends(row.of_known_interval)).noting(&format!("of {}; Wilson 95 %", part.known));
    let available = row.available.map_or(Cell::Empty, |available| {
        let note = available.rse_pct.map_or_else(|| "no error given".to_owned(), |rse| format!("relative standard error {rse:.1} %"));
        let error = available.rse_pct.map_or_else(|| "error not given".to_owned(), |rse| format!("error {rse:.1}%"));
        Cell::Number(share(Some(available.share)).noting(&note).said(format!("{:.2}%, {error}", available.share * 100.0)))
    });
    let bounds = row.bounds.map_or(Cell::Empty, |bounds| {
        let number = Number::new(Kind::Index, None).within(ends(Some(bounds)));
        Cell::Number(number.noting("worst and best case for those without an answer"))
    });
    let mut cells = vec![count(row.line.count, "businesses"), Cell::Number(known), available, outcome(&row.outcome), bounds];
    cells.extend(expected(row, part));
    let stand_ins = match &row.outcome {
        Outcome::Refused { fallbacks, .. } => fallbacks.as_slice(),
        Outcome::Index(_) | Outcome::None(_) => &[],
    };
    cells.extend((0..FALLBACKS.len()).map(|place| stand_ins.get(place).map_or(Cell::Empty, stand_in)));
    Row { key: row.line.key.clone(), name: row.line.group.clone(), more: None, under: None, cells }
}

/// The index of dollars, and how far the clients are from what the benchmark leads one to expect.
fn expected(row: &Compare, part: &Part) -> [Cell; 4] {
    let real =
        |kind: Kind, value: Option<f64>| value.map_or(Cell::Empty, |value| Cell::Number(Number::new(kind, Some(Value::Real(value)))));
    let noting = |cell: Cell, note: &str| if let Cell::Number(number) = cell { Cell::Number(number.noting(note)) } else { cell };
    let difference = row.expected.map(|expected| {
        let z = expected.z.map_or_else(|| "fewer than 5 expected: no z".to_owned(), |z| format!("z = {:.2} standard deviations", z.z));
        Cell::Number(
            Number::new(Kind::Count("businesses"), Some(Value::Real(expected.difference)))
                .noting(&format!("{} of {} here, {:.1} expected; {z}", row.line.count, part.known, expected.expected)),
        )
    });
    [
        noting(
            real(Kind::Index, row.dollars),
            "share of the dollars of those who answered over the benchmark's share; no range, because single awards are told to nobody",
        ),
        difference.unwrap_or(Cell::Empty),
        noting(real(Kind::Chance, row.expected.map(|expected| expected.exact.two_sided)), "exact binomial, two-sided"),
        noting(real(Kind::Chance, row.q), &format!("Benjamini-Hochberg over the {} groups of this table", part.tested)),
    ]
}

fn ends(interval: Option<Interval>) -> Option<(Value, Value)> {
    interval.map(|ends| (Value::Real(ends.low), Value::Real(ends.high)))
}

fn outcome(outcome: &Outcome) -> Cell {
    let nothing = || Number::new(Kind::Index, None);
    Cell::Number(match outcome {
        Outcome::Index(index) => shown(index, ""),
        Outcome::None(why) => nothing().noting(why).said("none, see below".to_owned()),
        Outcome::Refused { why, .. } => nothing().noting(why).flagged("refused").said("refused, see below".to_owned()),
    })
}

/// Why a group has no index, and what stands in its place: under the table, because a telephone has no room for it in a cell.
fn reason(outcome: &Outcome) -> Option<String> {
    match outcome {
        Outcome::Index(_) => None,
        Outcome::None(why) => Some(why.clone()),
        Outcome::Refused { why, fallbacks } => {
            let places: String = fallbacks.iter().map(|fallback| format!(" {}", in_words(fallback))).collect();
            Some(if places.is_empty() { why.clone() } else { format!("{why} In its place, in this order:{places}") })
        }
    }
}

/// An index with its words: "41. A clear gap." The range stands beside it.
fn shown(index: &Index, before: &str) -> Number {
    let own = if index.holds_error { "" } else { " The range holds chance in our own numbers only." };
    let range = if index.holds_error { "95 % range with the benchmark's error" } else { "95 % range without the benchmark's error" };
    Number::new(Kind::Index, Some(Value::Real(index.index)))
        .within(ends(index.interval))
        .noting(&format!("{before}{}; {range}", index.words))
        .said(format!("{:.0}. {}.{own}", index.index, capital(index.words.trim_end_matches('.'))))
}

fn in_words(fallback: &Fallback) -> String {
    match &fallback.found {
        Found::Missing => format!("{}: not imported.", capital(&fallback.step)),
        Found::Refused(name, why) => format!("{} ({name}): {why}", capital(&fallback.step)),
        Found::Index(name, index) => {
            let number = shown(index, "");
            let range = number.range();
            let range = if range.is_empty() { range } else { format!(" ({range})") };
            format!("{} ({name}): {}{range}", capital(&fallback.step), number.shown())
        }
    }
}

fn stand_in(fallback: &Fallback) -> Cell {
    let nothing = |note: String| Number::new(Kind::Index, None).noting(&note);
    Cell::Number(match &fallback.found {
        Found::Missing => nothing(format!("{}: not imported", fallback.step)),
        Found::Refused(name, why) => nothing(format!("{}: {name}: {why}", fallback.step)),
        Found::Index(name, index) => shown(index, &format!("{}: {name}: ", fallback.step)),
    })
}
