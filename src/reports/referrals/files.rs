//! The measures as one tidy table and as JSON: the same figures as the page, and the definition beside each.

use super::Shown;
use crate::document::guarded;
use crate::error::{Error, Result};
use crate::referrals::measures::Measures;
use crate::referrals::measures::days::PERCENTILE;
use crate::referrals::measures::rows::{Row, rows};
use crate::referrals::measures::words::{DEFINITIONS, definition};

const HEADERS: [&str; 13] =
    ["organization", "program", "sent_in", "kind", "partner", "neighborhood", "zone", "cut_by", "cut", "measure", "group", "part", "value"];

/// The figures as CSV: UTF-8, CRLF, one figure a row; the whole first, then each cut.
pub fn csv(shown: &Shown) -> Result<Vec<u8>> {
    let broken = |cause: csv::Error| Error::internal(format!("a table could not be written: {cause}"));
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(HEADERS).map_err(broken)?;
    for (by, name, measures) in parts(shown) {
        for row in rows(measures) {
            let [organization, program, months, kind, partner, place, zone] = scope(shown);
            let cells = [organization, program, months, kind, partner, place, zone, by.to_owned(), name.to_owned()];
            let own = [row.measure.to_owned(), row.group, row.part.to_owned(), row.value];
            writer.write_record(cells.into_iter().chain(own).map(|cell| guarded(&cell))).map_err(broken)?;
        }
    }
    writer.into_inner().map_err(|cause| Error::internal(format!("a table could not be written: {cause}")))
}

/// What was chosen; empty where all is meant.
fn scope(shown: &Shown) -> [String; 7] {
    let only = &shown.only;
    [
        shown.organization.clone(),
        shown.program.clone(),
        shown.months.to_string(),
        only.kind.map(|kind| kind.code().to_owned()).unwrap_or_default(),
        only.partner.clone().unwrap_or_default(),
        only.place.clone().unwrap_or_default(),
        only.zone.clone().unwrap_or_default(),
    ]
}

/// The whole, then every cut.
fn parts(shown: &Shown) -> impl Iterator<Item = (&'static str, &str, &Measures)> {
    let cuts = shown.cuts.iter().flat_map(|(by, cut)| cut.iter().map(move |(name, measures)| (*by, name.as_str(), measures)));
    std::iter::once(("", "", &shown.measures)).chain(cuts)
}

#[derive(serde::Serialize)]
struct Document<'s> {
    format: &'static str,
    organization: &'s str,
    program: &'s str,
    sent_in: String,
    kind: String,
    partner: String,
    neighborhood: String,
    zone: String,
    percentile: &'static str,
    definitions: Vec<Defined>,
    figures: Vec<Figure>,
}

#[derive(serde::Serialize)]
struct Defined {
    measure: &'static str,
    counts: &'static str,
    old_enough: &'static str,
    opened_again: &'static str,
}

#[derive(serde::Serialize)]
struct Figure {
    cut_by: &'static str,
    cut: String,
    measure: &'static str,
    group: String,
    part: &'static str,
    value: Option<String>,
}

/// The figures as JSON.
pub fn json(shown: &Shown) -> Result<Vec<u8>> {
    let [_, _, sent_in, kind, partner, neighborhood, zone] = scope(shown);
    let figure = |by: &'static str, name: &str, row: Row| Figure {
        cut_by: by,
        cut: name.to_owned(),
        measure: row.measure,
        group: row.group,
        part: row.part,
        value: Some(row.value).filter(|value| !value.is_empty()),
    };
    let document = Document {
        format: "fairfloor-referral-measures-1",
        organization: &shown.organization,
        program: &shown.program,
        sent_in,
        kind,
        partner,
        neighborhood,
        zone,
        percentile: PERCENTILE,
        definitions: DEFINITIONS
            .iter()
            .map(|one| Defined { measure: one.id, counts: one.counts, old_enough: one.wait, opened_again: one.reopened })
            .collect(),
        figures: parts(shown)
            .flat_map(|(by, name, measures)| rows(measures).into_iter().map(move |row| (by, name, row)))
            .map(|(by, name, row)| figure(by, name, row))
            .collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&document)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The title of a measure.
pub(super) fn title(id: &str) -> &'static str {
    definition(id).map_or("", |definition| definition.title)
}
