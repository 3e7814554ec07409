//! What a program chose to be compared with, reduced to what a report keeps: a figure for each class that the Census has, or why there is
//! none, and the same of what stands in for a refused one.

use super::places::{self, Area};
use super::reading::codes::{CLASSIFIABLE, MINORITY, TOTAL};
use super::{ALL_SECTORS, Benchmark, Cell, Facts, Place, queries};
use crate::equity::benchmark::Benchmark as Measured;
use crate::equity::catalogue::{Class, Headline, Ownership};
use crate::equity::groups::{Race, Sex};
use crate::error::Result;
use crate::reports::Span;
use crate::values::{GeoLevel, GroupScheme, Universe, Vocabulary};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What clients are compared with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Chosen {
    /// One benchmark, or two side by side.
    pub sides: Vec<Side>,
    /// Why these, in the program's words.
    pub reason: Option<String>,
}

/// One benchmark.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Side {
    /// "Manufacturing (31-33)".
    pub industry: String,
    /// The place it counts.
    pub place: String,
    /// Whether people are counted, and not businesses.
    pub counts_people: bool,
    /// The files: the benchmark's own, and that of the businesses without employees that were added.
    pub origins: Vec<Origin>,
    /// Clients inside and outside of its area; nothing where addresses can't tell.
    pub area: Option<Area>,
    pub chosen: Source,
    /// What stands in for it where it is refused, in order; absent where nobody imported it.
    pub fallbacks: Vec<(String, Option<Source>)>,
}

/// Where a figure comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// "Annual Survey, counts 2016, businesses with employees".
    pub said: String,
    pub title: String,
    pub file_name: String,
    /// SHA-256.
    pub file_hash: String,
}

/// The figures of one benchmark.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// "Manufacturing (31-33), Riverton metro area, 2016, businesses with employees".
    pub title: String,
    /// By the code of the class of owners. A class that the Census does not count is not here.
    pub figures: BTreeMap<String, Figure>,
}

/// A figure of a class, or why there is none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Figure {
    /// Of a group and of the whole that it is a share of; errors in percent.
    Here {
        group: u64,
        total: u64,
        group_rse_pct: Option<f64>,
        total_rse_pct: Option<f64>,
    },
    Missing(String),
}

/// Every class that the Census counts, and as what. Why "of color" is its "minority": it is the nearest there is, and held by more than
/// half; the classes by ownership are the same on both sides.
const CLASSES: [(Class, GroupScheme, i64); 13] = [
    (Class::Headline(Headline::OfColor), GroupScheme::Race, MINORITY),
    (Class::Headline(Headline::White), GroupScheme::Race, 92),
    (Class::Race(Race::AmericanIndianOrAlaskaNative), GroupScheme::Race, 50),
    (Class::Race(Race::Asian), GroupScheme::Race, 60),
    (Class::Race(Race::BlackOrAfricanAmerican), GroupScheme::Race, 40),
    (Class::Race(Race::HispanicOrLatino), GroupScheme::Ethnicity, 20),
    (Class::Race(Race::NativeHawaiianOrPacificIslander), GroupScheme::Race, 70),
    (Class::Race(Race::White), GroupScheme::Race, 30),
    (Class::Sex(Sex::Female), GroupScheme::Sex, 2),
    (Class::Sex(Sex::Male), GroupScheme::Sex, 3),
    (Class::Owned(Ownership::Most), GroupScheme::Race, MINORITY),
    (Class::Owned(Ownership::Half), GroupScheme::Race, 91),
    (Class::Owned(Ownership::Less), GroupScheme::Race, 92),
];

/// What a program chose, with its figures. Nothing is chosen: nothing.
pub fn chosen(conn: &Connection, program: i64, span: Span) -> Result<Option<Chosen>> {
    let Some(choice) = queries::chosen(conn, program)?.into_iter().next().filter(|choice| !choice.sides.is_empty()) else {
        return Ok(None);
    };
    let found = queries::whereabouts(conn, program, span)?;
    let mut sides = Vec::new();
    for side in &choice.sides {
        let benchmark = queries::by_key(conn, side.base)?;
        let added = side.add.map(|add| queries::by_key(conn, add)).transpose()?;
        sides.push(Side {
            industry: benchmark.facts.industry(),
            place: benchmark.facts.geo_name.clone(),
            counts_people: benchmark.facts.universe == Universe::Population,
            origins: std::iter::once(&benchmark).chain(&added).map(origin).collect(),
            area: places::area(&benchmark.facts, &found),
            chosen: source(conn, &benchmark, added.as_ref())?,
            fallbacks: fallbacks(conn, &benchmark, added.is_some())?,
        });
    }
    Ok(Some(Chosen { sides, reason: choice.reason }))
}

fn origin(one: &Benchmark) -> Origin {
    let facts = &one.facts;
    let vintage = facts.vintage.map(|year| format!(", published as {year}")).unwrap_or_default();
    Origin {
        said: format!("{}, {}{vintage}; counts {}, {}", facts.source, facts.dataset, facts.reference_year, facts.universe.label()),
        title: facts.title(),
        file_name: one.file_name.clone(),
        file_hash: one.file_hash.clone(),
    }
}

fn source(conn: &Connection, base: &Benchmark, added: Option<&Benchmark>) -> Result<Source> {
    let mut cells = vec![queries::cells(conn, base.key)?];
    cells.extend(added.map(|added| queries::cells(conn, added.key)).transpose()?);
    let figure = |scheme, code| match measured(&base.facts, &cells, scheme, code) {
        Ok(Measured { group, total, group_rse_pct, total_rse_pct }) => Figure::Here { group, total, group_rse_pct, total_rse_pct },
        Err(why) => Figure::Missing(why),
    };
    let figures = CLASSES.into_iter().map(|(class, scheme, code)| (class.code(), figure(scheme, code)));
    Ok(Source { title: base.facts.title(), figures: figures.collect() })
}

/// What stands in for a benchmark, in order. What was added to it is added to each that stands in: else another pool would be compared.
fn fallbacks(conn: &Connection, benchmark: &Benchmark, is_added: bool) -> Result<Vec<(String, Option<Source>)>> {
    let facts = &benchmark.facts;
    let newest = |level, name: Option<&str>, naics: &str| -> Result<Option<Source>> {
        let Some(base) = queries::newest(conn, level, name, naics, facts.universe)? else { return Ok(None) };
        if !is_added {
            return source(conn, &base, None).map(Some);
        }
        let more = queries::newest(conn, level, Some(&base.facts.geo_name), naics, Universe::Nonemployer)?;
        let more = more.filter(|more| more.facts.reference_year == base.facts.reference_year);
        more.map(|more| source(conn, &base, Some(&more))).transpose()
    };
    let mut fallbacks = Vec::new();
    if !matches!(facts.geo_level, GeoLevel::Nation | GeoLevel::State) {
        let mut found = None;
        for state in &places::states(facts) {
            found = found.or(newest(GeoLevel::State, Some(state), &facts.naics)?);
        }
        fallbacks.push(("the same industry in the state".to_owned(), found));
    }
    if facts.geo_level != GeoLevel::Nation {
        fallbacks.push(("the same industry in the nation".to_owned(), newest(GeoLevel::Nation, None, &facts.naics)?));
    }
    if facts.naics != ALL_SECTORS {
        fallbacks.push(("all sectors in the same area".to_owned(), newest(facts.geo_level, Some(&facts.geo_name), ALL_SECTORS)?));
    }
    Ok(fallbacks)
}

/// The figures of a class and of its whole, or why there are none.
pub(super) fn measured(
    facts: &Facts,
    cells: &[BTreeMap<Place, Cell>],
    scheme: GroupScheme,
    code: i64,
) -> std::result::Result<Measured, String> {
    let (group, group_rse_pct) = sum(facts, cells, scheme, code)?;
    // Of which whole a class is a share, as its file says; of those whose owners are known, where it does not.
    let cell = cells.iter().find_map(|cells| cells.get(&Place { scheme, code, measure: facts.measure() }));
    let whole = cell.and_then(|cell| cell.denominator).unwrap_or(CLASSIFIABLE);
    let (total, total_rse_pct) = sum(facts, cells, scheme, whole)?;
    Ok(Measured { group, total, group_rse_pct, total_rse_pct })
}

/// A figure with its error in percent, with what is added to it: counts add up, and errors of separate counts by their squares.
/// A part without an error of its own (a count from registers) adds none.
fn sum(facts: &Facts, cells: &[BTreeMap<Place, Cell>], scheme: GroupScheme, code: i64) -> std::result::Result<(u64, Option<f64>), String> {
    let name = || super::reading::codes::label(scheme, code);
    let measure = facts.measure();
    let (mut total, mut squares, mut is_known) = (0_u64, 0.0, false);
    for cells in cells {
        let whole = Place { scheme: GroupScheme::Whole, code, measure };
        let cell = cells.get(&Place { scheme, code, measure }).or_else(|| cells.get(&whole).filter(|_| code == TOTAL));
        let cell = cell.ok_or_else(|| format!("No benchmark: it has no row for {}. That is not 0.", name()))?;
        let value = cell.value.map_err(|flag| format!("Refused: its figure for {} is missing: {}.", name(), flag.label()))?;
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

#[expect(clippy::cast_precision_loss, reason = "counts of firms stay far below 2^53")]
fn decimal(count: u64) -> f64 {
    count as f64
}

#[expect(clippy::cast_precision_loss, reason = "hundredths of a percent")]
fn f64_of(hundredths: i64) -> f64 {
    hundredths as f64
}
