//! The comparison as figures for files. Every number of the page has an id here; the ids are stable.

use super::Benchmark;
use super::compare::{Beside, Compare, Compared, Found, Index, Outcome};
use crate::equity::{Dimension, Interval};
use crate::values::Vocabulary;

/// One figure.
#[derive(Debug, Clone)]
pub struct Entry {
    /// "benchmark-1.race.BLACK.index".
    pub id: String,
    pub by: &'static str,
    pub group: String,
    pub measure: &'static str,
    pub value: Option<f64>,
    pub interval: Option<Interval>,
    pub unit: &'static str,
    pub note: String,
}

/// A benchmark as a JSON file names it.
#[derive(Debug, serde::Serialize)]
pub struct Described {
    id: String,
    benchmark: String,
    title: String,
    source: String,
    dataset: String,
    vintage: Option<i64>,
    reference_year: i64,
    geo_level: &'static str,
    geo_id: String,
    naics: String,
    universe: &'static str,
    retrieved_on: Option<String>,
    url: Option<String>,
    file: String,
    sha256: String,
    added: Option<Box<Described>>,
}

/// The benchmarks of a comparison.
pub fn described(compared: Option<&Compared>) -> Vec<Described> {
    let sides = compared.map_or(&[][..], |compared| &compared.sides);
    let of = |side: &Beside, number: usize| Described {
        added: side.added.as_ref().map(|added| Box::new(one(added, format!("{}.added", name(number))))),
        ..one(&side.benchmark, name(number))
    };
    sides.iter().zip(1..).map(|(side, number)| of(side, number)).collect()
}

fn one(benchmark: &Benchmark, id: String) -> Described {
    let facts = &benchmark.facts;
    Described {
        id,
        benchmark: benchmark.id.to_string(),
        title: facts.title(),
        source: facts.source.clone(),
        dataset: facts.dataset.clone(),
        vintage: facts.vintage,
        reference_year: facts.reference_year,
        geo_level: facts.geo_level.code(),
        geo_id: facts.geo_id.clone(),
        naics: facts.naics.clone(),
        universe: facts.universe.code(),
        retrieved_on: facts.retrieved_on.map(|day| day.to_string()),
        url: facts.url.clone(),
        file: benchmark.file_name.clone(),
        sha256: benchmark.file_hash.clone(),
        added: None,
    }
}

/// "benchmark-1".
pub fn name(number: usize) -> String {
    format!("benchmark-{number}")
}

/// The id of a row: what the page, the spreadsheet and the JSON call it.
pub fn row_id(number: usize, dimension: Dimension, row: &Compare) -> String {
    format!("{}.{}.{}", name(number), word(dimension), row.code)
}

fn word(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Race => "race_ethnicity",
        Dimension::Sex => "sex",
    }
}

/// Every figure of a comparison.
pub fn entries(compared: Option<&Compared>) -> Vec<Entry> {
    let sides = compared.map_or(&[][..], |compared| &compared.sides);
    let mut all = Vec::new();
    for (side, number) in sides.iter().zip(1..) {
        all.extend(areas(side, number));
        for part in &side.parts {
            let by = word(part.dimension);
            if let Some(why) = &part.withheld {
                let id = format!("{}.{by}", name(number));
                all.push(Entry {
                    id,
                    by,
                    group: String::new(),
                    measure: "hidden",
                    value: None,
                    interval: None,
                    unit: "",
                    note: why.clone(),
                });
            }
            for row in &part.rows {
                all.extend(figures(row, by, &row_id(number, part.dimension, row)));
            }
        }
    }
    all
}

fn areas(side: &Beside, number: usize) -> Vec<Entry> {
    let Some(area) = &side.area else { return Vec::new() };
    let places = [
        ("inside the area", "inside", area.inside),
        ("elsewhere", "elsewhere", area.elsewhere),
        ("place not on record", "unknown", area.unknown),
    ];
    let of = |(group, word, counts): (&str, &str, super::places::Counts)| {
        [("businesses", counts.businesses), ("awards", counts.awards)].map(|(measure, count)| Entry {
            id: format!("{}.area.{word}.{measure}", name(number)),
            by: "area",
            group: group.to_owned(),
            measure,
            value: i32::try_from(count).ok().map(f64::from),
            interval: None,
            unit: measure,
            note: side.benchmark.facts.geo_name.clone(),
        })
    };
    places.into_iter().flat_map(of).collect()
}

fn figures(row: &Compare, by: &'static str, id: &str) -> Vec<Entry> {
    let entry = |measure, value, interval, unit, note: String| Entry {
        id: format!("{id}.{measure}"),
        by,
        group: row.group.clone(),
        measure,
        value,
        interval,
        unit,
        note,
    };
    let mut all = vec![
        entry("clients", Some(f64::from(row.count)), None, "businesses", String::new()),
        entry("share_of_known", row.of_known, row.of_known_interval, "share", format!("of {}; Wilson 95 %", row.known)),
    ];
    if let Some(available) = &row.available {
        let error = available.rse_pct.map_or_else(|| "no error given".to_owned(), |rse| format!("relative standard error {rse:.1} %"));
        all.push(entry("benchmark_share", Some(available.share), None, "share", error));
    }
    let of = |measure, index: &Index, before: &str| {
        let range = if index.holds_error { "95 % range with the benchmark's error" } else { "95 % range without the benchmark's error" };
        entry(measure, Some(index.index), index.interval, "index", format!("{before}{}; {range}", index.words))
    };
    match &row.outcome {
        Outcome::Index(index) => {
            all.push(of("index", index, ""));
            let note = "worst and best case for those without an answer".to_owned();
            all.extend(row.bounds.map(|ends| entry("index_whatever_the_others_would_answer", None, Some(ends), "index", note)));
        }
        Outcome::None(why) => all.push(entry("index", None, None, "index", why.clone())),
        Outcome::Refused { why, fallbacks } => {
            all.push(entry("index", None, None, "index", why.clone()));
            let measures = ["fallback_1", "fallback_2", "fallback_3"];
            all.extend(fallbacks.iter().zip(measures).map(|(fallback, measure)| match &fallback.found {
                Found::Missing => entry(measure, None, None, "index", format!("{}: not imported", fallback.step)),
                Found::Refused(name, why) => entry(measure, None, None, "index", format!("{}: {name}: {why}", fallback.step)),
                Found::Index(name, index) => of(measure, index, &format!("{}: {name}: ", fallback.step)),
            }));
        }
    }
    all
}
