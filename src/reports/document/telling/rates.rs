//! Rates by class as dot plots, and as compact tables where several rates stand side by side. Columns that no reader needs at once stand
//! in files of figures alone.

use super::words::{
    Estimand, ONCE, counted, ends, grid, hidden, label, noted, pool, ranged, real, reference, row, tag_words, whatever, whole,
};
use crate::document::{Block, Cell, Column, Kind, Look, Number, Plot, Table, Value};
use crate::equity::Interval;
use crate::equity::catalogue::{Class, Headline, Place, Told};
use crate::equity::telling::grouping::Grouping;
use crate::equity::telling::rates::{Against, Comparison, Family, Rate, RateLine, RateTable};
use crate::equity::telling::sentences::{Words, reached};
use crate::equity::verdict::Verdict;
use crate::reports::document::column;
use crate::reports::told;

/// What every rate table needs.
pub(super) struct Sheet<'t> {
    pub(super) told: &'t told::Told,
    /// How many comparisons were tested together in the section.
    pub(super) tested: u32,
    /// What its tables are called in ids, before the rate: "rate", "area-1".
    pub(super) key: String,
    /// Where: empty for everywhere, ", in the area North".
    pub(super) place: String,
}

/// "awarded a resource, of all clients".
fn titled(rate: Rate) -> String {
    let Words { clients, did } = Words::of(rate);
    format!("{clients} who {did}")
}

impl Sheet<'_> {
    fn title(&self, table: &RateTable) -> String {
        format!("{}: {}{}", table.grouping.heading(), titled(table.rate), self.place)
    }

    fn estimand(&self, table: &RateTable, pool: String) -> Block {
        let reference = Some(reference(table.grouping, table.against));
        Estimand { told: self.told, grouping: table.grouping, pool, reference, repeats: ONCE }.line()
    }

    /// The table with every figure of it, looked at as said.
    pub(super) fn table(&self, table: &RateTable, look: Look) -> Table {
        let against = table.against;
        let rows = table.lines.iter().map(|line| row(line.class, under(line), self.cells(line, table)));
        let key = format!("{}_{}", self.key, table.rate.code());
        Table { look, ..grid(key, table.grouping.code(), self.title(table), columns(table, against), rows.collect()) }
    }

    /// A dot plot with its estimand.
    pub(super) fn plot(&self, table: &RateTable) -> Vec<Block> {
        let against = format!("Compared with {}.", reference(table.grouping, table.against));
        let plot = Plot {
            takeaway: format!("{}.", self.title(table)),
            drawn: drawn(table.against).to_owned(),
            against,
            source: super::source(self.told),
            instead: table.lines.iter().map(|line| self.instead(line, table)).collect(),
            tags: table.lines.iter().map(|line| line.chosen(table.against).and_then(|compared| compared.tag).map(label)).collect(),
            table: self.table(table, Look::Grid),
        };
        vec![Block::Plot(plot), self.estimand(table, pool(table.rate))]
    }

    /// Why a row has no dot.
    fn instead(&self, line: &RateLine, table: &RateTable) -> String {
        let is_hidden = line.with == Told::Hidden || line.of == Told::Hidden;
        match line.chosen(table.against) {
            Some(compared) if compared.ratio.is_none() => {
                let words = compared.tag.map(|tag| tag_words(tag, table.rate)).unwrap_or_default();
                let (own, others) = (compared.own, compared.others);
                format!(
                    "{} of {}; others {} of {}. Too few for a rate. {words}.",
                    own.successes,
                    own.size(),
                    others.successes,
                    others.size()
                )
            }
            Some(_) => String::new(),
            None if is_hidden => hidden(self.told),
            None if line.of == Told::Shown(0) => "Nobody here yet.".to_owned(),
            None if line.class == Class::Headline(Headline::White) => "Owners of color are compared with these.".to_owned(),
            None => "Not compared: the others are hidden, or nobody is there.".to_owned(),
        }
    }

    fn cells(&self, line: &RateLine, table: &RateTable) -> Vec<Cell> {
        let words = hidden(self.told);
        let is_hidden = line.with == Told::Hidden || line.of == Told::Hidden;
        let rate = match line.rate {
            _ if is_hidden => Cell::Hidden(words.clone()),
            Some(_) => ranged(Kind::Share, line.rate, "Wilson 95 %"),
            None => bare(line).map_or(Cell::Empty, |said| {
                Cell::Number(Number::new(Kind::Share, None).said(said).noting("too few for a rate: counts only"))
            }),
        };
        let mut cells = vec![rate, counted(line.with, &words), counted(line.of, &words)];
        let of = |compared: Option<&Comparison>, note: &str| compared.map_or([const { Cell::Empty }; 7], |compared| sides(compared, note));
        cells.extend(of(
            line.compared.as_ref(),
            &reference(table.grouping, if table.against == Against::White { Against::White } else { Against::OtherAnswers }),
        ));
        cells.extend(of(line.beside_everyone.as_ref(), &reference(table.grouping, Against::Everyone)));
        cells.extend([whatever(Kind::Share, line.bounds)]);
        cells.extend(line.compared.as_ref().map_or([const { Cell::Empty }; 2], |compared| turning(compared, table.rate)));
        cells.extend(self.family(line, table));
        cells
    }

    /// What depends on the other rows of the section: chance within the family, and the best class.
    fn family(&self, line: &RateLine, table: &RateTable) -> [Cell; 5] {
        let chosen = line.chosen(table.against);
        let q = chosen.and_then(|compared| compared.q);
        let text = |words: String| if words.is_empty() { Cell::Empty } else { Cell::Text(words) };
        let verdict = chosen.and_then(|compared| compared.verdict.filter(|_| compared.ratio.is_some()));
        let flips = line.impact.and_then(|impact| impact.one_business_flips);
        [
            noted(real(Kind::Chance, q), &format!("Benjamini-Hochberg over the {} comparisons of this section", self.tested)),
            text(chosen.and_then(|compared| compared.tag).map_or_else(String::new, |tag| tag_words(tag, table.rate))),
            text(verdict.map_or_else(String::new, Verdict::words)),
            noted(
                real(Kind::Ratio, line.impact.and_then(|impact| impact.ratio)),
                "over the highest rate among classes of 30 or more (29 CFR 1607.4(D))",
            ),
            text(flips.map_or_else(String::new, |flips| {
                if flips { "one client more or fewer would change sides of 0.8" } else { "no" }.to_owned()
            })),
        ]
    }

    /// Several rates side by side, one row a class: each as a share with its mark. The full tables go into files.
    pub(super) fn compact(&self, key: &str, (title, pool): (&str, &str), tables: &[&RateTable]) -> Vec<Block> {
        let Some(first) = tables.first() else { return Vec::new() };
        let columns = tables.iter().flat_map(|table| {
            let point = table.rate.point.code().replace('-', "_");
            [column(&format!("{point}_share"), reached(table.rate), true), column(&format!("{point}_mark"), "Beside the others", true)]
        });
        let rows = first.lines.iter().enumerate().map(|(at, line)| {
            let lines = tables.iter().filter_map(|table| Some((table, table.lines.get(at)?)));
            row(line.class, None, lines.flat_map(|(table, line)| self.pair(line, table)).collect())
        });
        let table = grid(
            key.to_owned(),
            first.grouping.code(),
            format!("{}: {title}", first.grouping.heading()),
            columns.collect(),
            rows.collect(),
        );
        let files = tables.iter().map(|table| Block::Table(self.table(table, Look::Files)));
        std::iter::once(Block::Table(table)).chain([self.estimand(first, pool.to_owned())]).chain(files).collect()
    }

    fn pair(&self, line: &RateLine, table: &RateTable) -> [Cell; 2] {
        if line.with == Told::Hidden || line.of == Told::Hidden {
            return [Cell::Hidden(hidden(self.told)), Cell::Empty];
        }
        let share = match line.rate {
            Some(_) => ranged(Kind::Share, line.rate, "Wilson 95 %"),
            None => bare(line).map_or(Cell::Empty, |said| {
                Cell::Number(Number::new(Kind::Share, None).said(said).noting("too few for a rate: counts only"))
            }),
        };
        let tag = line.chosen(table.against).and_then(|compared| compared.tag);
        [share, tag.map_or(Cell::Empty, |tag| Cell::Text(tag_words(tag, table.rate)))]
    }
}

/// Every compact table of a family, by way of counting.
pub(super) fn side_by_side(told: &told::Told, family: &Family, key: &str, title: &str, pool: &str) -> Vec<Block> {
    let sheet = Sheet { told, tested: family.tested, key: "rate".to_owned(), place: String::new() };
    let mut blocks = Vec::new();
    for grouping in super::MAIN {
        let tables: Vec<&RateTable> =
            family.tables.iter().filter(|table| table.grouping == grouping && table.place == Place::Everywhere).collect();
        blocks.extend((!tables.is_empty()).then(|| Block::Heading(format!("{}: {title}", grouping.heading()))));
        blocks.extend(sheet.compact(key, (title, pool), &tables));
    }
    blocks
}

fn count(told: Told) -> Option<u32> {
    match told {
        Told::Shown(count) | Told::Unchanged(count) => Some(count),
        Told::Hidden => None,
    }
}

/// "6 of 18".
fn bare(line: &RateLine) -> Option<String> {
    Some(format!("{} of {}", count(line.with)?, count(line.of)?))
}

/// "36 of 149 clients".
fn under(line: &RateLine) -> Option<String> {
    bare(line).map(|bare| format!("{bare} clients"))
}

/// Which column is drawn.
fn drawn(against: Against) -> &'static str {
    if against == Against::Everyone { "rate_ratio_beside_everyone" } else { "rate_ratio" }
}

fn columns(table: &RateTable, against: Against) -> Vec<Column> {
    let is_answers = against != Against::Everyone;
    // Owners of color beside White owners are read in the ratio already.
    let exclusive = table.grouping.is_exclusive() && table.grouping != Grouping::Headline && !table.rate.is_setback();
    let sides = |end: &str, is_read: bool| {
        let key = |key: &str| format!("{key}{end}");
        [
            column(&key("others"), "Others", is_read),
            column(&key("rate_ratio"), "Times as often", is_read),
            column(&key("rate_difference"), "Difference", is_read),
            column(&key("p_mid"), "Chance alone (p)", false),
            column(&key("p_fisher"), "Fisher's exact test", false),
            column(&key("p_z"), "Test of two proportions", false),
            column(&key("others_of"), "Others of", false),
        ]
    };
    let mut columns = vec![column("rate", "Share", true), column("with", "With", false), column("of", "Of", false)];
    columns.extend(sides("", is_answers));
    columns.extend(sides("_beside_everyone", !is_answers));
    columns.extend([
        column("rate_whatever_the_others_would_answer", "Share, whatever the others would answer", false),
        column("rate_ratio_whatever_the_others_would_answer", "Whatever the others would answer", is_answers),
        column("tipping_number", "Could it turn?", is_answers),
        column("q", "Within this section (q)", true),
        column("mark", "What it comes to", false),
        column("verdict", "And how large a gap could hide", false),
        column("impact_ratio", "Beside the highest rate", exclusive),
        column("one_client_flips", "Hangs on one client", exclusive),
    ]);
    columns
}

/// The others, and what the comparison gives.
fn sides(compared: &Comparison, note: &str) -> [Cell; 7] {
    let others = compared.others;
    let share = (others.size() > 0).then(|| Value::Real(f64::from(others.successes) / f64::from(others.size())));
    let ratio = compared.ratio.and_then(|ratio| Some((ratio.ratio?, ratio.interval)));
    let ratio = ratio.map_or(Cell::Empty, |(ratio, interval)| {
        let number = Number::new(Kind::Ratio, Some(Value::Real(ratio))).within(ends(interval));
        Cell::Number(
            Number { p: Some(compared.mid_p), ..number }.noting(&format!("Katz 95 %; p by the mid-P of Fisher's exact test; {note}")),
        )
    });
    let difference = compared.difference.map(|difference| (difference.difference, difference.interval));
    [
        Cell::Number(Number::new(Kind::Share, share).said(format!("{} of {}", others.successes, others.size())).noting(note)),
        ratio,
        ranged(Kind::Points, difference, "Newcombe 95 %"),
        noted(real(Kind::Chance, Some(compared.mid_p)), "mid-P of Fisher's exact test, two-sided"),
        noted(real(Kind::Chance, Some(compared.fisher)), "two-sided"),
        noted(real(Kind::Chance, compared.z.map(|z| z.p)), "pooled two-proportion z"),
        whole(Kind::Count(super::words::CLIENTS), Some(others.size().into())),
    ]
}

/// Whatever those without an answer would say, and how many of them could turn the finding.
fn turning(compared: &Comparison, rate: Rate) -> [Cell; 2] {
    let Some(bounds) = compared.bounds else { return [Cell::Empty, Cell::Empty] };
    let at = if rate.is_setback() { "1.25" } else { "0.8" };
    let number = Number::new(Kind::Count(super::words::CLIENTS), bounds.tipping.map(|number| Value::Whole(number.into())));
    let said = match bounds.tipping {
        Some(tipping) => number.said(format!("Yes, by {tipping}")),
        None => number.said("No".to_owned()),
    };
    let interval = bounds.low.zip(bounds.high).map(|(low, high)| Interval { low, high });
    [
        whatever(Kind::Ratio, interval),
        Cell::Number(said.noting(&format!("fewest of those without an answer who could carry the ratio across {at}"))),
    ]
}
