//! A program's clients beside a benchmark: share of those known over share of those available, for head-counts that the report
//! shows and for no others.

use super::places::{self, Area};
use super::reading::codes::{CLASSIFIABLE, TOTAL};
use super::{ALL_SECTORS, Benchmark, Cell, Facts, Place, queries};
use crate::equity::benchmark::{self, Benchmark as Available, DisparityIndex, Refused};
use crate::equity::coverage::Answers;
use crate::equity::groups::{Race, Sex};
use crate::equity::multiple::benjamini_hochberg;
use crate::equity::table::ShareLine;
use crate::equity::verdict::Verdict;
use crate::equity::{Dimension, Interval, Tables};
use crate::error::Result;
use crate::reports::{Section, Span};
use crate::values::{GeoLevel, GroupScheme, Universe, Vocabulary};
use rusqlite::Connection;
use std::collections::BTreeMap;

const CONFIDENCE: f64 = 0.95;

/// What the section says of how the two sides define their groups.
pub const MAPPING: &str = "The Census puts a business into a group when people of the group own more than 50 % of it, and a business owned in equal parts by two groups into a class of its own, which is in neither. We put it into every group named by owners who hold 25 % or more. So a business owned by two people of different groups counts in both here and in neither there.";
/// What no benchmark measures.
pub const NOT_MEASURED: &str = "Which businesses are ready, willing and able is not measured by any census: a share of the area's businesses is what there is to compare with.";

/// The section of the report.
#[derive(Debug, Clone)]
pub struct Compared {
    /// One benchmark, or two side by side.
    pub sides: Vec<Beside>,
    /// Why these, in the program's words.
    pub reason: Option<String>,
}

/// The report beside one benchmark.
#[derive(Debug, Clone)]
pub struct Beside {
    pub benchmark: Benchmark,
    /// Businesses without employees, added.
    pub added: Option<Benchmark>,
    /// Clients inside and outside of its area; nothing where addresses can't tell.
    pub area: Option<Area>,
    pub parts: Vec<Part>,
}

/// The rows of one dimension.
#[derive(Debug, Clone)]
pub struct Part {
    pub dimension: Dimension,
    /// Why there are no rows.
    pub withheld: Option<String>,
    /// Businesses with an answer, of all: where the report shows both.
    pub answered: Option<(u32, u32)>,
    pub rows: Vec<Compare>,
}

/// One group beside the benchmark.
#[derive(Debug, Clone)]
pub struct Compare {
    /// Codes of the groups of the line, joined where there are several: "BLACK".
    pub code: String,
    pub group: String,
    pub count: u32,
    pub known: u32,
    pub of_known: Option<f64>,
    pub of_known_interval: Option<Interval>,
    /// The benchmark's share, where it has one.
    pub available: Option<Share>,
    /// The index whatever those without an answer would say; nothing where there is no index.
    pub bounds: Option<Interval>,
    pub outcome: Outcome,
}

/// A share of a benchmark with its error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    pub share: f64,
    pub firms: u64,
    pub rse_pct: Option<f64>,
}

/// What a comparison comes to.
#[derive(Debug, Clone)]
pub enum Outcome {
    Index(Index),
    /// The benchmark has a figure, and it carries no index; with what stands in its place, in this order.
    Refused {
        why: String,
        fallbacks: Vec<Fallback>,
    },
    /// The benchmark has no such group, or the line is no group of its own.
    None(String),
}

/// An index and what it is called.
#[derive(Debug, Clone)]
pub struct Index {
    pub index: f64,
    pub interval: Option<Interval>,
    /// True where the benchmark's own error is inside the interval.
    pub holds_error: bool,
    pub words: String,
}

/// A benchmark that stands in for a refused one.
#[derive(Debug, Clone)]
pub struct Fallback {
    /// "same industry in the state".
    pub step: &'static str,
    /// What is here for it.
    pub found: Found,
}

/// Whether a fallback can be used.
#[derive(Debug, Clone)]
pub enum Found {
    /// Not imported.
    Missing,
    /// Here, and refused too: its name and why.
    Refused(String, String),
    /// Here: its name and its index.
    Index(String, Index),
}

/// A benchmark with its figures, and those added to them.
struct Source {
    facts: Facts,
    cells: Vec<BTreeMap<Place, Cell>>,
}

/// Compares a program's report with what it chose. Nothing is chosen: nothing.
pub fn compare(conn: &Connection, program: i64, span: Span, sections: &[Section]) -> Result<Option<Compared>> {
    let Some(choice) = queries::chosen(conn, program)?.into_iter().next().filter(|choice| !choice.sides.is_empty()) else {
        return Ok(None);
    };
    let found = queries::whereabouts(conn, program, span)?;
    let mut sides = Vec::new();
    for side in &choice.sides {
        let benchmark = queries::by_key(conn, side.base)?;
        let added = side.add.map(|add| queries::by_key(conn, add)).transpose()?;
        let sources = with_fallbacks(conn, &benchmark, added.as_ref())?;
        let parts = sections.iter().map(|section| part(&section.tables, &sources)).collect();
        sides.push(Beside { area: places::area(&benchmark.facts, &found), parts, benchmark, added });
    }
    Ok(Some(Compared { sides, reason: choice.reason }))
}

/// The chosen one and what stands in for it, in order.
struct Sources {
    chosen: Source,
    fallbacks: Vec<(&'static str, Option<Source>)>,
}

fn with_fallbacks(conn: &Connection, benchmark: &Benchmark, added: Option<&Benchmark>) -> Result<Sources> {
    let facts = &benchmark.facts;
    let source = |base: &Benchmark, added: Option<&Benchmark>| -> Result<Source> {
        let mut cells = vec![queries::cells(conn, base.key)?];
        cells.extend(added.map(|added| queries::cells(conn, added.key)).transpose()?);
        Ok(Source { facts: base.facts.clone(), cells })
    };
    // What was added to the chosen one is added to each that stands in for it: else another pool would be compared.
    let newest = |level, name: Option<&str>, naics: &str| -> Result<Option<Source>> {
        let Some(base) = queries::newest(conn, level, name, naics, facts.universe)? else { return Ok(None) };
        if added.is_none() {
            return source(&base, None).map(Some);
        }
        let more = queries::newest(conn, level, Some(&base.facts.geo_name), naics, Universe::Nonemployer)?;
        let more = more.filter(|more| more.facts.reference_year == base.facts.reference_year);
        more.map(|more| source(&base, Some(&more))).transpose()
    };
    let mut fallbacks = Vec::new();
    if !matches!(facts.geo_level, GeoLevel::Nation | GeoLevel::State) {
        let states = places::states(facts);
        let mut found = None;
        for state in &states {
            found = found.or(newest(GeoLevel::State, Some(state), &facts.naics)?);
        }
        fallbacks.push(("the same industry in the state", found));
    }
    if facts.geo_level != GeoLevel::Nation {
        fallbacks.push(("the same industry in the nation", newest(GeoLevel::Nation, None, &facts.naics)?));
    }
    if facts.naics != ALL_SECTORS {
        fallbacks.push(("all sectors in the same area", newest(facts.geo_level, Some(&facts.geo_name), ALL_SECTORS)?));
    }
    Ok(Sources { chosen: source(benchmark, added)?, fallbacks })
}

/// The class of a benchmark that a group is read against; nothing where the Census has none.
fn class(dimension: Dimension, code: &str) -> Option<(GroupScheme, i64)> {
    match dimension {
        Dimension::Race => match Race::parse(code)? {
            Race::AmericanIndianOrAlaskaNative => Some((GroupScheme::Race, 50)),
            Race::Asian => Some((GroupScheme::Race, 60)),
            Race::BlackOrAfricanAmerican => Some((GroupScheme::Race, 40)),
            Race::HispanicOrLatino => Some((GroupScheme::Ethnicity, 20)),
            Race::MiddleEasternOrNorthAfrican => None,
            Race::NativeHawaiianOrPacificIslander => Some((GroupScheme::Race, 70)),
            Race::White => Some((GroupScheme::Race, 30)),
        },
        Dimension::Sex => match Sex::parse(code)? {
            Sex::Female => Some((GroupScheme::Sex, 2)),
            Sex::Male => Some((GroupScheme::Sex, 3)),
        },
    }
}

fn part(tables: &Tables, sources: &Sources) -> Part {
    let dimension = tables.dimension;
    let withheld = |why: &str| Part { dimension, withheld: Some(why.to_owned()), answered: None, rows: Vec::new() };
    let Some(table) = &tables.businesses else {
        return withheld("The numbers of businesses by group are hidden in this report, so none is compared.");
    };
    let Answers::Shown { answered: known, .. } = tables.coverage.answers else {
        return withheld("How many businesses have an answer is hidden in this report, so no share of them is compared.");
    };
    let lines: Vec<&ShareLine> = table.lines.iter().filter(|line| !line.line.no_answer && line.of_known.is_some()).collect();
    if lines.is_empty() {
        return withheld("No share of those who answered is shown in this report, so none is compared.");
    }
    // Why these p and no others: one table is one family, and what is refused is not tested.
    let measured: Vec<_> = lines.iter().map(|line| sources.chosen.of(dimension, line)).collect();
    let p: Vec<Option<f64>> = lines
        .iter()
        .zip(&measured)
        .map(|(line, measured)| {
            let share = measured.as_ref().ok()?.share()?;
            benchmark::against_expected(line.count, known, share).map(|against| against.exact.two_sided)
        })
        .collect();
    let family = benjamini_hochberg(&p);
    let rows =
        lines.iter().zip(measured).zip(family.adjusted).map(|((line, measured), q)| row(dimension, line, known, measured, q, sources));
    Part { dimension, withheld: None, answered: Some((known, tables.coverage.pool)), rows: rows.collect() }
}

fn row(
    dimension: Dimension,
    line: &ShareLine,
    known: u32,
    measured: std::result::Result<Available, Missing>,
    q: Option<f64>,
    sources: &Sources,
) -> Compare {
    let available = sources.chosen.share(dimension, line);
    let is_usable = measured.is_ok();
    let bounds = available.filter(|available| is_usable && available.share > 0.0).and_then(|available| {
        let ends = line.bounds.and_then(|bounds| bounds.bounds)?;
        let scale = 100.0 / available.share;
        Some(Interval { low: ends.low * scale, high: ends.high * scale })
    });
    let outcome = match measured {
        Ok(measured) => match index(line.count, known, &measured, q) {
            Ok(index) => Outcome::Index(index),
            Err(why) => Outcome::None(why),
        },
        Err(Missing::Never(why)) => Outcome::None(why),
        Err(Missing::Here(why)) => {
            let fallbacks = sources.fallbacks.iter().map(|(step, source)| fallback(step, source.as_ref(), dimension, line, known));
            Outcome::Refused { why, fallbacks: fallbacks.collect() }
        }
    };
    Compare {
        code: dimension.codes(line.line.groups).join("_"),
        group: crate::reports::document::called(line.line, dimension),
        count: line.count,
        known,
        of_known: line.of_known,
        of_known_interval: line.of_known_interval,
        available,
        bounds,
        outcome,
    }
}

fn fallback(step: &'static str, source: Option<&Source>, dimension: Dimension, line: &ShareLine, known: u32) -> Fallback {
    let Some(source) = source else { return Fallback { step, found: Found::Missing } };
    let name = source.facts.title();
    let found = match source.of(dimension, line).map_err(Missing::words) {
        Err(why) => Found::Refused(name, why),
        Ok(measured) => {
            let p = measured
                .share()
                .and_then(|share| benchmark::against_expected(line.count, known, share))
                .map(|against| against.exact.two_sided);
            match index(line.count, known, &measured, p) {
                Ok(index) => Found::Index(name, index),
                Err(why) => Found::Refused(name, why),
            }
        }
    };
    Fallback { step, found }
}

fn index(count: u32, known: u32, measured: &Available, q: Option<f64>) -> std::result::Result<Index, String> {
    let DisparityIndex { index, interval, with_benchmark_error } =
        benchmark::disparity_index(count, known, measured, CONFIDENCE).map_err(|_| "There is nothing to divide.".to_owned())?;
    let (ends, holds_error) = (with_benchmark_error.or(interval), with_benchmark_error.is_some());
    let ratio = ends.map(|ends| Interval { low: ends.low / 100.0, high: ends.high / 100.0 });
    // The test knows nothing of the benchmark's error, the range does: both must say so before chance is ruled out.
    let q = q.filter(|_| ratio.is_some_and(|ends| ends.low > 1.0 || ends.high < 1.0));
    let words = Verdict::of(Some(index / 100.0), ratio, q).map(Verdict::words).unwrap_or_default();
    Ok(Index { index, interval: ends, holds_error, words })
}

/// Why a benchmark has no figure to use.
enum Missing {
    /// It has none, nor has any other.
    Never(String),
    /// This one has none; another may.
    Here(String),
}

impl Missing {
    fn words(self) -> String {
        match self {
            Self::Never(why) | Self::Here(why) => why,
        }
    }
}

impl Source {
    /// The figures of a line, if they carry an index.
    fn of(&self, dimension: Dimension, line: &ShareLine) -> std::result::Result<Available, Missing> {
        let codes = dimension.codes(line.line.groups);
        let [code] = codes.as_slice() else {
            return Err(Missing::Never("Not compared: these groups stand together because they are too few to be shown apart.".to_owned()));
        };
        let (scheme, class) = class(dimension, code).ok_or_else(|| {
            Missing::Never("No benchmark: the Census counts no such group of owners. That is not a benchmark of 0.".to_owned())
        })?;
        let (group, group_rse) = self.sum(scheme, class)?;
        let (total, total_rse) = self.sum(scheme, self.whole(scheme, class))?;
        let available = Available { group, total, group_rse_pct: group_rse, total_rse_pct: total_rse };
        available.refused().map_or(Ok(available), |refused| Err(Missing::Here(refusal(refused, &available))))
    }

    /// What the benchmark says of a line, whether or not it carries an index.
    fn share(&self, dimension: Dimension, line: &ShareLine) -> Option<Share> {
        let codes = dimension.codes(line.line.groups);
        let (scheme, class) = class(dimension, codes.first().filter(|_| codes.len() == 1)?)?;
        let (group, rse_pct) = self.sum(scheme, class).ok()?;
        let (total, _) = self.sum(scheme, self.whole(scheme, class)).ok()?;
        let share = Available { group, total, group_rse_pct: None, total_rse_pct: None }.share()?;
        Some(Share { share, firms: group, rse_pct })
    }

    /// Of which whole a class is a share, as its file says; of those whose owners are known, where it does not.
    fn whole(&self, scheme: GroupScheme, code: i64) -> i64 {
        let cell = self.cells.iter().find_map(|cells| cells.get(&Place { scheme, code, measure: self.facts.measure() }));
        cell.and_then(|cell| cell.denominator).unwrap_or(CLASSIFIABLE)
    }

    /// A figure with its error in percent, with what is added to it: counts add up, and errors of separate counts by their squares.
    /// A part without an error of its own (a count from registers) adds none.
    fn sum(&self, scheme: GroupScheme, code: i64) -> std::result::Result<(u64, Option<f64>), Missing> {
        let name = || super::reading::codes::label(scheme, code);
        let measure = self.facts.measure();
        let (mut total, mut squares, mut is_known) = (0_u64, 0.0, false);
        for cells in &self.cells {
            let whole = Place { scheme: GroupScheme::Whole, code, measure };
            let cell = cells.get(&Place { scheme, code, measure }).or_else(|| cells.get(&whole).filter(|_| code == TOTAL));
            let cell = cell.ok_or_else(|| Missing::Here(format!("No benchmark: it has no row for {}. That is not 0.", name())))?;
            let value =
                cell.value.map_err(|flag| Missing::Here(format!("Refused: its figure for {} is missing: {}.", name(), flag.label())))?;
            let value = u64::try_from(value).unwrap_or_default();
            total = total.saturating_add(value);
            if let Some(rse) = cell.rse_e2 {
                squares += (decimal(value) * f64_of(rse) / 10_000.0).powi(2);
                is_known = true;
            }
        }
        let percent = if total == 0 { 0.0 } else { squares.sqrt() / decimal(total) * 100.0 };
        Ok((total, is_known.then_some(percent)))
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of firms stay far below 2^53")]
fn decimal(count: u64) -> f64 {
    count as f64
}

#[expect(clippy::cast_precision_loss, reason = "hundredths of a percent")]
fn f64_of(hundredths: i64) -> f64 {
    hundredths as f64
}

/// Why a figure carries no index, by name.
fn refusal(refused: Refused, available: &Available) -> String {
    match refused {
        Refused::NoGroup => {
            "Refused: the benchmark counts none, which a sample does not prove, and nothing can be divided by 0.".to_owned()
        }
        Refused::Impossible => "Refused: the benchmark's group is larger than its whole.".to_owned(),
        Refused::TooNoisy => format!(
            "Refused: the benchmark's own error for this group is {:.1} %, above the {:.0} % at which an index says nothing.",
            available.group_rse_pct.unwrap_or_default(),
            benchmark::MOST_ERROR_PCT
        ),
        Refused::TooFewFirms => format!(
            "Refused: the benchmark rests on {}, fewer than {}, and gives no error for them.",
            crate::web::parts::count(i64::try_from(available.group).unwrap_or(i64::MAX), "business", "businesses"),
            benchmark::FEWEST_FIRMS
        ),
    }
}

/// Whether each group of a benchmark carries an index, and why not: for its own page.
pub fn usable(facts: &Facts, cells: &BTreeMap<Place, Cell>, place: Place) -> std::result::Result<Share, String> {
    let source = Source { facts: facts.clone(), cells: vec![cells.clone()] };
    let (group, group_rse_pct) = source.sum(place.scheme, place.code).map_err(Missing::words)?;
    let (total, total_rse_pct) = source.sum(place.scheme, source.whole(place.scheme, place.code)).map_err(Missing::words)?;
    let available = Available { group, total, group_rse_pct, total_rse_pct };
    let share = available.share().ok_or("Refused: there is no whole to divide by.")?;
    match available.refused() {
        Some(refused) => Err(refusal(refused, &available)),
        None => Ok(Share { share, firms: group, rse_pct: group_rse_pct }),
    }
}
