//! Charts whose every number is a number of their table: which columns are drawn, and how. They say themselves in words, and are drawn as
//! one picture for files and for paper.

use super::{Cell, Kind, Number, Row, Table, Value};
use crate::chart::{self, Area, Bar, BarRow, Drawing, Field, Painted, Panel, STEPS, Scale, Share};
use crate::values::Unit;

/// A table of which some columns are drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// The table.
    pub table: Table,
    /// What the chart shows, in one sentence.
    pub takeaway: String,
    /// How it is read.
    pub reading: String,
    /// Whose numbers, and of when.
    pub source: String,
    /// What is drawn of the table.
    pub picture: Picture,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Picture {
    /// A small chart for each row: how far its share falls.
    Panels(Panels),
    /// A bar for each row.
    Bars(Bars),
    /// One line over all rows.
    Curve(Curve),
    /// A field for each row.
    Map(Map),
}

/// Drop-out panels: a panel for each row but that of everybody, whose line is dashed in each.
#[derive(Debug, Clone, PartialEq)]
pub struct Panels {
    /// The columns of shares of the first station, in their order, and what each station is called in two words or fewer.
    pub stations: Vec<(String, String)>,
    /// Key of the row of everybody.
    pub all: String,
    /// Why a row without a line has none, by row.
    pub instead: Vec<String>,
}

/// Bars from a line of 0. A range of a number is drawn over its bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    /// Key of the column of lengths.
    pub drawn: String,
    /// Why a row without a bar has none, by row.
    pub instead: Vec<String>,
}

/// A curve from 0 to 1: of so many, so much.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// Key of the column of parts of those who share.
    pub across: String,
    /// Key of the column of what they have together.
    pub up: String,
    /// What is read off the curve: "Gini 0.41".
    pub label: String,
}

/// A map: areas of rows, in the order of the rows. A row without an area stands in the table alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// Key of the column that is painted.
    pub drawn: String,
    /// What it counts: "businesses".
    pub what: String,
    /// Width and height of the drawing.
    pub size: (i32, i32),
    /// The areas of the first rows.
    pub areas: Vec<Area>,
}

impl Chart {
    /// Its name in addresses: `concentration-dollars`.
    pub fn address(&self) -> String {
        [self.table.key.as_str(), &self.table.scheme].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
    }

    /// The picture for files and for paper.
    pub fn drawing(&self) -> Drawing {
        match &self.picture {
            Picture::Panels(panels) => {
                let names: Vec<String> = panels.stations.iter().map(|(_, name)| name.clone()).collect();
                chart::panels(&panels.of(&self.table), &names)
            }
            Picture::Bars(bars) => {
                let (rows, scale, ticks) = bars.of(&self.table);
                chart::bars(&rows, &scale, &ticks)
            }
            Picture::Curve(curve) => {
                let heading =
                    |key: &str| self.table.columns.iter().find(|column| column.key == key).map_or("", |column| column.heading.as_str());
                chart::curve(&curve.of(&self.table), (heading(&curve.across), heading(&curve.up)), &curve.label)
            }
            Picture::Map(map) => chart::map(map.size, &map.painted(&self.table), &map.key(&self.table)),
        }
    }

    /// Every row in words, for those who do not see the chart.
    pub fn in_words(&self) -> String {
        let said: Vec<String> = match &self.picture {
            Picture::Panels(panels) => panels.of(&self.table).iter().map(|panel| panels.in_words(panel)).collect(),
            Picture::Bars(bars) => bars.of(&self.table).0.iter().map(bar_in_words).collect(),
            Picture::Curve(curve) => {
                let places = curve.of(&self.table).into_iter();
                let places = places.map(|share| format!("{:.0}% have {:.0}%", share.across * 100.0, share.up * 100.0));
                vec![format!("{}. From those with the least: {}.", curve.label, places.collect::<Vec<_>>().join(", "))]
            }
            Picture::Map(map) => self.table.rows.iter().map(|row| map.in_words(&self.table, row)).collect(),
        };
        std::iter::once(self.reading.clone()).chain(said).filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The chart as one file.
    pub fn svg(&self) -> String {
        let around = chart::svg::Around {
            title: &self.table.title,
            description: &self.in_words(),
            takeaway: &self.takeaway,
            notes: &[self.reading.clone(), self.source.clone()],
        };
        chart::svg::standalone(&self.drawing(), around)
    }
}

fn number<'t>(table: &Table, row: &'t Row, key: &str) -> Option<&'t Number> {
    match table.cell(row, key) {
        Some(Cell::Number(number)) => Some(number),
        _ => None,
    }
}

fn real(table: &Table, row: &Row, key: &str) -> Option<f64> {
    number(table, row, key)?.value.map(Value::real)
}

impl Panels {
    /// The panels as they are drawn: one for each row but that of everybody. A line goes as far as its shares are told.
    pub fn of(&self, table: &Table) -> Vec<Panel> {
        let line = |row: &Row| -> Vec<f64> { self.stations.iter().map_while(|(key, _)| real(table, row, key)).collect() };
        let all = table.rows.iter().find(|row| row.key == self.all).map(line).unwrap_or_default();
        let rows = table.rows.iter().enumerate().filter(|(_, row)| row.key != self.all);
        rows.map(|(place, row)| {
            let line = line(row);
            Panel {
                name: row.name.clone(),
                under: row.under.clone().unwrap_or_default(),
                end: line.last().map(|share| format!("{:.0}%", share * 100.0)).unwrap_or_default(),
                line,
                all: all.clone(),
                instead: self.instead.get(place).cloned().unwrap_or_default(),
            }
        })
        .collect()
    }

    /// "Asian: Joined 100%, Served 92%."
    pub fn in_words(&self, panel: &Panel) -> String {
        if !panel.is_drawn() {
            return format!("{}: {}", panel.name, panel.instead);
        }
        let steps = self.stations.iter().zip(&panel.line).map(|((_, name), share)| format!("{name} {:.0}%", share * 100.0));
        format!("{}: {}.", panel.name, steps.collect::<Vec<_>>().join(", "))
    }
}

impl Bars {
    /// The rows, the scale they are drawn on, and what its marks are called.
    pub fn of(&self, table: &Table) -> (Vec<BarRow>, Scale, Vec<String>) {
        let bar = |row: &Row| {
            let number = number(table, row, &self.drawn)?;
            let ends = number.ends.map(|(low, high)| (low.real(), high.real()));
            Some(Bar { length: number.value?.real(), ends, words: number.shown(), range: number.range() })
        };
        let rows = table.rows.iter().enumerate().map(|(place, row)| BarRow {
            name: row.name.clone(),
            under: row.under.clone().unwrap_or_default(),
            bar: bar(row),
            instead: self.instead.get(place).cloned().unwrap_or_default(),
        });
        let rows: Vec<BarRow> = rows.collect();
        let kind = table.rows.iter().find_map(|row| number(table, row, &self.drawn)).map_or(Kind::Share, |number| number.kind);
        let scale = chart::bar_scale(&rows, least_step(kind));
        let ticks = scale.ticks.iter().map(|tick| tick_words(kind, tick.number)).collect();
        (rows, scale, ticks)
    }
}

/// The least step of a scale: days, businesses and square feet are counted whole; money by the dollar, time by the hour.
fn least_step(kind: Kind) -> f64 {
    match kind {
        Kind::Count(_) | Kind::Amount(Unit::SquareFeet) => 1.0,
        Kind::Amount(Unit::Cents) => 100.0,
        Kind::Amount(Unit::Minutes | Unit::LabMinutes) => 60.0,
        _ => 0.0,
    }
}

fn tick_words(kind: Kind, number: f64) -> String {
    match kind {
        Kind::Share => format!("{:.0}%", number * 100.0).replace('-', "−"),
        Kind::Points => format!("{:+.0}", number * 100.0).replace('-', "−").replace("+0", "0"),
        kind => kind.show(Value::Real(number)),
    }
}

fn bar_in_words(row: &BarRow) -> String {
    match &row.bar {
        Some(bar) if bar.range.is_empty() => format!("{}: {}.", row.name, bar.words),
        Some(bar) => format!("{}: {}, 95 percent range {}.", row.name, bar.words, bar.range),
        None => format!("{}: {}", row.name, row.instead),
    }
}

impl Curve {
    /// The places of the curve, from nobody to everybody.
    pub fn of(&self, table: &Table) -> Vec<Share> {
        let place = |row: &Row| Some(Share { across: real(table, row, &self.across)?, up: real(table, row, &self.up)? });
        table.rows.iter().filter_map(place).collect()
    }
}

impl Map {
    fn most(&self, table: &Table) -> f64 {
        table.rows.iter().take(self.areas.len()).filter_map(|row| real(table, row, &self.drawn)).fold(0.0, f64::max)
    }

    /// How each area is painted.
    pub fn painted(&self, table: &Table) -> Vec<(Area, Painted)> {
        let most = self.most(table);
        self.areas.iter().zip(&table.rows).map(|(area, row)| (area.clone(), Painted::of(real(table, row, &self.drawn), most))).collect()
    }

    /// What the fillings stand for, the lightest first.
    pub fn key(&self, table: &Table) -> Vec<Field> {
        let most = self.most(table);
        let none = Field { painted: Painted::Hatched, words: "none on record, or not shown".to_owned() };
        let kind =
            table.rows.iter().find_map(|row| number(table, row, &self.drawn)).map_or(Kind::Count("businesses"), |number| number.kind);
        let step = Painted::step(most);
        let steps = (1..=STEPS).map(|at| (at, f64::from(at) * step)).take_while(|(_, until)| most > 0.0 && until - step < most);
        let fields = steps.map(|(at, until)| {
            let from = if matches!(kind, Kind::Count(_) | Kind::Amount(Unit::SquareFeet)) { until - step + 1.0 } else { until - step };
            let [from, until] = [from, until].map(|number| kind.show(Value::Real(number)));
            Field { painted: Painted::Step(at), words: if from == until { from } else { format!("{from} to {until}") } }
        });
        std::iter::once(none).chain(fields).collect()
    }

    fn in_words(&self, table: &Table, row: &Row) -> String {
        let said = match number(table, row, &self.drawn) {
            Some(number) => format!("{} {}", number.shown(), self.what),
            None => "not shown".to_owned(),
        };
        format!("{}: {said}.", row.name)
    }
}
