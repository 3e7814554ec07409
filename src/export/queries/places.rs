//! What belongs to places: units of space, zones with their shapes, figures of who is there.

use super::{Cell, Table, day, hundredths, number, text, with, word};
use crate::error::{Error, Result};
use crate::export::records::Asked;
use crate::places::shape::Shape;
use crate::sites::attribute::{Attribute, Form, Value, of_sites};
use crate::values::SiteStatus;
use rusqlite::{Connection, Row};
use serde_json::json;

/// Their columns end with every attribute of units.
pub(super) static SITES: Table = Table {
    columns: &["Fairfloor id of the record", "Standing", "Looked at on", "In the program", "Name of the unit", "Landlord"],
    select: "
        SELECT site.public_id, site.status, site.checked_on, program.name AS program, site.name, partner.name AS partner",
    from: "
        FROM site
        JOIN partner ON partner.id = site.partner_id
        JOIN program ON program.id = partner.program_id
        WHERE +partner.program_id IN (SELECT value FROM json_each(:programs))
          AND :from IS NULL
          AND :to IS NULL
          AND :set IS NULL",
    order: "ORDER BY site.id",
    read: |row, _| {
        let mut cells = vec![
            text(row, "public_id")?,
            word::<SiteStatus>(row, "status")?,
            day(row, "checked_on")?,
            text(row, "program")?,
            text(row, "name")?,
            text(row, "partner")?,
        ];
        for attribute in of_sites() {
            cells.push(known(row, attribute)?);
        }
        Ok(cells)
    },
};

/// Their columns, behind those of the table.
pub(super) fn attributes() -> String {
    of_sites().map(|attribute| format!(", site.{}", attribute.name)).collect()
}

/// An attribute as an import reads it.
fn known(row: &Row<'_>, attribute: &Attribute) -> rusqlite::Result<Cell> {
    let name = attribute.name;
    Ok(match attribute.form {
        Form::Whole(_) => number(row, name)?,
        Form::Money => hundredths(row.get(name)?),
        Form::Degrees(_) => super::degrees(row.get(name)?),
        Form::Feet => Cell::text(row.get::<_, Option<i64>>(name)?.map(|inches| attribute.typed(&Value::Number(inches)))),
        Form::Yes => Cell::text(row.get::<_, Option<bool>>(name)?.map(|yes| if yes { "yes" } else { "no" }.to_owned())),
        Form::Date => day(row, name)?,
        Form::Text | Form::Words | Form::Choice(_) => text(row, name)?,
    })
}

pub(super) static ZONES: Table = Table {
    columns: &[
        "Name",
        "Part of",
        "Set",
        "What one of them is",
        "Source",
        "Licence",
        "Holds from",
        "Area in square meters",
        "Corners",
        "Fairfloor id of the record",
    ],
    select: "
        SELECT zone.name, zone_version.part_of, zone_set.name AS set_name, zone_set.kind, zone_edition.source, zone_edition.licence,
               zone_version.valid_from, zone_version.area_sq_m, zone_version.vertex_count, zone.public_id, zone_version.shape",
    from: "
        FROM zone_version
        JOIN zone ON zone.id = zone_version.zone_id
        JOIN zone_set ON zone_set.id = zone.set_id
        JOIN zone_edition ON zone_edition.id = zone_version.edition_id
        WHERE zone_version.valid_to IS NULL
          AND zone_edition.undone_at IS NULL
          AND (:set IS NULL OR zone_set.name = :set)
          AND :from IS NULL
          AND :to IS NULL
          AND :programs IS NOT NULL",
    order: "ORDER BY zone_version.id",
    read: |row, _| {
        Ok(vec![
            text(row, "name")?,
            text(row, "part_of")?,
            text(row, "set_name")?,
            text(row, "kind")?,
            text(row, "source")?,
            text(row, "licence")?,
            day(row, "valid_from")?,
            number(row, "area_sq_m")?,
            number(row, "vertex_count")?,
            text(row, "public_id")?,
        ])
    },
};

/// What a file of zones calls itself: one set and its source, or all sets.
pub fn title_of_zones(conn: &Connection, asked: &Asked) -> Result<String> {
    let sql = format!("SELECT count(DISTINCT zone_set.id), min(zone_set.name), max(zone_edition.source) {}", ZONES.from);
    with(conn, asked, |params| {
        let (sets, name, source): (i64, Option<String>, Option<String>) =
            conn.query_row(&sql, params, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(match (sets, name, source) {
            (1, Some(name), Some(source)) => format!("{name} ({source})"),
            _ => "Zones".to_owned(),
        })
    })
}

/// Hands each zone on as one feature of a `GeoJSON` file, with its ring in whole microdegrees as it is kept.
pub fn each_zone(conn: &Connection, asked: &Asked, take: &mut dyn FnMut(String) -> Result<()>) -> Result<()> {
    let sql = format!("{} {} {}", ZONES.select, ZONES.from, ZONES.order);
    let mut statement = conn.prepare(&sql)?;
    with(conn, asked, |params| {
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            take(feature(row)?)?;
        }
        Ok(())
    })
}

fn feature(row: &Row<'_>) -> Result<String> {
    let bytes: Vec<u8> = row.get("shape")?;
    let shape = Shape::from_bytes(&bytes).ok_or_else(|| Error::internal("the shape of a zone cannot be read"))?;
    let point = |point: &crate::values::Point| format!("[{}, {}]", degrees(point.longitude_e6()), degrees(point.latitude_e6()));
    let ring = |ring: &Vec<crate::values::Point>| {
        // A ring of a file ends where it began.
        let is_open = ring.first() != ring.last();
        let points: Vec<String> = ring.iter().chain(ring.first().filter(|_| is_open)).map(point).collect();
        format!("[{}]", points.join(", "))
    };
    let polygon = |rings: &Vec<Vec<crate::values::Point>>| format!("[{}]", rings.iter().map(ring).collect::<Vec<_>>().join(", "));
    let polygons: Vec<String> = shape.polygons().iter().map(polygon).collect();
    let word = |column: &str| row.get::<_, Option<String>>(column);
    let properties = json!({
        "name": word("name")?,
        "part_of": word("part_of")?,
        "set": word("set_name")?,
        "kind": word("kind")?,
        "source": word("source")?,
        "licence": word("licence")?,
        "valid_from": word("valid_from")?,
        "fairfloor_id": word("public_id")?,
    });
    Ok(format!(
        "{{\"type\": \"Feature\", \"properties\": {properties}, \"geometry\": {{\"type\": \"MultiPolygon\", \"coordinates\": [{}]}}}}",
        polygons.join(", ")
    ))
}

fn degrees(e6: i32) -> String {
    let sign = if e6 < 0 { "-" } else { "" };
    let (whole, part) = (e6.unsigned_abs() / 1_000_000, e6.unsigned_abs() % 1_000_000);
    format!("{sign}{whole}.{part:06}")
}

/// In the program's own long form: one figure a row, with everything about it.
pub(super) static BENCHMARK: Table = Table {
    columns: &[
        "benchmark_id",
        "source",
        "dataset",
        "vintage",
        "reference_year",
        "geo_level",
        "geo_id",
        "geo_name",
        "naics",
        "naics_label",
        "naics_version",
        "universe",
        "group_scheme",
        "group_code",
        "group_label",
        "denominator_code",
        "measure",
        "value",
        "flag",
        "rse_pct",
        "retrieved_on",
        "url",
        "sha256",
    ],
    select: "
        SELECT benchmark.public_id, benchmark.source, benchmark.dataset, benchmark.vintage, benchmark.reference_year, benchmark.geo_level,
               benchmark.geo_id, benchmark.geo_name, benchmark.naics, benchmark.naics_label, benchmark.naics_version, benchmark.universe,
               benchmark_cell.scheme, benchmark_cell.code, benchmark_cell.label, benchmark_cell.denominator, benchmark_cell.measure,
               benchmark_cell.value, benchmark_cell.flag, benchmark_cell.rse_e2, benchmark.retrieved_on, benchmark.url,
               benchmark.origin_hash",
    from: "
        FROM benchmark_cell
        JOIN benchmark ON benchmark.id = benchmark_cell.benchmark_id
        WHERE :programs IS NOT NULL
          AND :from IS NULL
          AND :to IS NULL
          AND :set IS NULL",
    order: "ORDER BY benchmark_cell.id",
    read: |row, _| {
        let flag: Option<String> = row.get("flag")?;
        // A class of sizes has no sign of its own in this form: it stands where the figure would.
        let (value, flag) = match flag.as_deref() {
            Some("range") => (Cell::Text("0 or more".to_owned()), Cell::Nothing),
            Some("blank") | None => (number(row, "value")?, Cell::Nothing),
            Some(_) => (number(row, "value")?, Cell::text(flag)),
        };
        Ok(vec![
            text(row, "public_id")?,
            text(row, "source")?,
            text(row, "dataset")?,
            number(row, "vintage")?,
            number(row, "reference_year")?,
            text(row, "geo_level")?,
            text(row, "geo_id")?,
            text(row, "geo_name")?,
            text(row, "naics")?,
            text(row, "naics_label")?,
            text(row, "naics_version")?,
            text(row, "universe")?,
            text(row, "scheme")?,
            number(row, "code")?,
            text(row, "label")?,
            number(row, "denominator")?,
            text(row, "measure")?,
            value,
            flag,
            hundredths(row.get("rse_e2")?),
            day(row, "retrieved_on")?,
            text(row, "url")?,
            text(row, "origin_hash")?,
        ])
    },
};
