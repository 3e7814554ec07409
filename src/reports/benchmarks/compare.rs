//! A program's clients beside a benchmark: share of those known over share of those available, for numbers that are told and for no
//! others.

use super::available::{Chosen, Figure, Side, Source, measured};
use super::{Cell, Facts, Place};
use crate::equity::benchmark::{self, AgainstExpected, Benchmark as Available, DisparityIndex, Refused};
use crate::equity::bounds::manski_share;
use crate::equity::intervals::wilson;
use crate::equity::multiple::benjamini_hochberg;
use crate::equity::verdict::Verdict;
use crate::equity::{Interval, share};
use std::collections::BTreeMap;

const CONFIDENCE: f64 = 0.95;

/// What the section says of how the two sides define their groups.
pub const MAPPING: &str = "The Census puts a business into a group when people of the group own more than 50 % of it, and a business owned in equal parts by two groups into a class of its own, which is in neither. We put it into every group named by owners who hold 25 % or more. So a business owned by two people of different groups counts in both here and in neither there.";
/// What no benchmark measures.
pub const NOT_MEASURED: &str = "Which businesses are ready, willing and able is not measured by any census: a share of the area's businesses is what there is to compare with.";

/// The numbers of clients of one way of counting, as they may be told.
#[derive(Debug, Clone, PartialEq)]
pub struct Clients {
    /// Part of the ids: `race_ethnicity`.
    pub scheme: String,
    /// "By race and ethnicity".
    pub heading: String,
    /// Why there are no lines.
    pub withheld: Option<String>,
    /// With an answer, and all.
    pub known: u32,
    pub pool: u32,
    /// What is said of the others: "have no answer".
    pub others: &'static str,
    pub lines: Vec<Line>,
}

/// What is said of those who are in no share.
pub const SILENT: &str = "have no answer";

/// One line of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Part of the ids.
    pub key: String,
    /// Code of the class; nothing where several stand together.
    pub class: Option<String>,
    pub group: String,
    pub count: u32,
    /// Cents awarded to it and to all who answered, where both are told.
    pub cents: Option<(i64, i64)>,
}

/// The rows of one way of counting, beside one benchmark.
#[derive(Debug, Clone)]
pub struct Part {
    pub scheme: String,
    pub heading: String,
    /// Why there are no rows.
    pub withheld: Option<String>,
    pub known: u32,
    pub pool: u32,
    pub others: &'static str,
    /// How many were tested together.
    pub tested: u32,
    pub rows: Vec<Compare>,
}

/// One group beside the benchmark.
#[derive(Debug, Clone)]
pub struct Compare {
    pub line: Line,
    pub of_known: Option<f64>,
    pub of_known_interval: Option<Interval>,
    /// The benchmark's share, where it has one.
    pub available: Option<Share>,
    /// The index whatever those without an answer would say; nothing where there is no index.
    pub bounds: Option<Interval>,
    /// Observed beside expected, where there is an index.
    pub expected: Option<AgainstExpected>,
    /// Chance within the table.
    pub q: Option<f64>,
    /// The index of dollars, where they are told.
    pub dollars: Option<f64>,
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
    pub step: String,
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

/// The parts of a report beside one benchmark.
pub fn beside(side: &Side, clients: &[Clients]) -> Vec<Part> {
    clients.iter().map(|clients| part(side, clients)).collect()
}

impl Chosen {
    /// What every page of a file says of the benchmarks behind it.
    pub fn hashes(&self) -> Vec<String> {
        let of = |one: &super::available::Origin| format!("Benchmark: {}, file {}, SHA-256 {}.", one.title, one.file_name, one.file_hash);
        self.sides.iter().flat_map(|side| &side.origins).map(of).collect()
    }
}

fn part(side: &Side, clients: &Clients) -> Part {
    let measured: Vec<_> = clients.lines.iter().map(|line| side.chosen.of(line)).collect();
    // Why these p and no others: one table is one family, and what is refused is not tested.
    let expected: Vec<Option<AgainstExpected>> =
        clients.lines.iter().zip(&measured).map(|(line, measured)| expected(line.count, clients.known, measured.as_ref().ok()?)).collect();
    let p: Vec<Option<f64>> = expected.iter().map(|expected| expected.map(|expected| expected.exact.two_sided)).collect();
    let family = benjamini_hochberg(&p);
    let lines = clients.lines.iter().zip(measured).zip(expected).zip(family.adjusted);
    Part {
        scheme: clients.scheme.clone(),
        heading: clients.heading.clone(),
        withheld: clients.withheld.clone(),
        known: clients.known,
        pool: clients.pool,
        others: clients.others,
        tested: family.tested,
        rows: lines.map(|(((line, measured), expected), q)| row(line, clients, measured, (expected, q), side)).collect(),
    }
}

fn expected(count: u32, known: u32, measured: &Available) -> Option<AgainstExpected> {
    benchmark::against_expected(count, known, measured.share()?)
}

fn row(
    line: &Line,
    clients: &Clients,
    measured: std::result::Result<Available, Missing>,
    (expected, q): (Option<AgainstExpected>, Option<f64>),
    side: &Side,
) -> Compare {
    let available = side.chosen.share(line);
    let unknown = clients.pool.saturating_sub(clients.known);
    let bounds = available.filter(|available| measured.is_ok() && available.share > 0.0).and_then(|available| {
        let ends = manski_share(line.count, clients.pool, unknown).bounds?;
        let scale = 100.0 / available.share;
        Some(Interval { low: ends.low * scale, high: ends.high * scale })
    });
    let dollars = measured.as_ref().ok().zip(line.cents).and_then(|(measured, (part, whole))| {
        benchmark::amount_index(part.into(), whole.into(), None, measured, CONFIDENCE).ok().map(|index| index.index)
    });
    let outcome = match measured {
        Ok(measured) => match index(line.count, clients.known, &measured, q) {
            Ok(index) => Outcome::Index(index),
            Err(why) => Outcome::None(why),
        },
        Err(Missing::Never(why)) => Outcome::None(why),
        Err(Missing::Here(why)) => {
            let fallbacks = side.fallbacks.iter().map(|(step, source)| fallback(step, source.as_ref(), line, clients.known));
            Outcome::Refused { why, fallbacks: fallbacks.collect() }
        }
    };
    Compare {
        line: line.clone(),
        of_known: share(line.count, clients.known),
        of_known_interval: wilson(line.count, clients.known, CONFIDENCE),
        available,
        bounds,
        expected,
        q,
        dollars,
        outcome,
    }
}

fn fallback(step: &str, source: Option<&Source>, line: &Line, known: u32) -> Fallback {
    let step = step.to_owned();
    let Some(source) = source else { return Fallback { step, found: Found::Missing } };
    let name = source.title.clone();
    let found = match source.of(line).map_err(Missing::words) {
        Err(why) => Found::Refused(name, why),
        Ok(measured) => {
            let p = expected(line.count, known, &measured).map(|against| against.exact.two_sided);
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
    fn of(&self, line: &Line) -> std::result::Result<Available, Missing> {
        let class = line.class.as_ref().ok_or_else(|| {
            Missing::Never("Not compared: these groups stand together because they are too few to be shown apart.".to_owned())
        })?;
        let figure = self.figures.get(class).ok_or_else(|| {
            Missing::Never("No benchmark: the Census counts no such group of owners. That is not a benchmark of 0.".to_owned())
        })?;
        let available = figure.available().map_err(|why| Missing::Here(why.to_owned()))?;
        available.refused().map_or(Ok(available), |refused| Err(Missing::Here(refusal(refused, &available))))
    }

    /// What the benchmark says of a line, whether or not it carries an index.
    fn share(&self, line: &Line) -> Option<Share> {
        let available = self.figures.get(line.class.as_ref()?)?.available().ok()?;
        Some(Share { share: available.share()?, firms: available.group, rse_pct: available.group_rse_pct })
    }
}

impl Figure {
    fn available(&self) -> std::result::Result<Available, &str> {
        match self {
            Self::Here { group, total, group_rse_pct, total_rse_pct } => {
                Ok(Available { group: *group, total: *total, group_rse_pct: *group_rse_pct, total_rse_pct: *total_rse_pct })
            }
            Self::Missing(why) => Err(why),
        }
    }
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
    let available = measured(facts, std::slice::from_ref(cells), place.scheme, place.code)?;
    let share = available.share().ok_or("Refused: there is no whole to divide by.")?;
    match available.refused() {
        Some(refused) => Err(refusal(refused, &available)),
        None => Ok(Share { share, firms: available.group, rse_pct: available.group_rse_pct }),
    }
}
