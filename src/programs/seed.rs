//! What a new folder knows from the start: holidays, and the lists of stages, reasons and outcomes.

use crate::error::{Error, Result};
use crate::store::{Object, Tx};
use rusqlite::named_params;

const HOLIDAYS: &str = include_str!("../../assets/codes/holidays-us.csv");
const STAGES: &str = include_str!("../../assets/codes/stages.csv");
const REASONS: &str = include_str!("../../assets/codes/reasons.csv");
const OUTCOMES: &str = include_str!("../../assets/codes/outcomes.csv");

/// First day of use of everything seeded: before any record there can be.
const ALWAYS: &str = "1900-01-01";

/// Plants the lists into an empty folder.
pub fn plant(tx: &Tx<'_>) -> Result<()> {
    for row in rows(HOLIDAYS)? {
        tx.prepare_cached("INSERT INTO holiday (day, name) VALUES (:day, :name)")?
            .execute(named_params! { ":day": row.get(0), ":name": row.get(1) })?;
    }
    for row in rows(STAGES)? {
        put(
            tx,
            &Seed {
                list: "stage",
                kind: cell(&row, 0),
                code: cell(&row, 1),
                label: cell(&row, 2),
                client_label: cell(&row, 3),
                ..Seed::default()
            },
        )?;
    }
    for row in rows(REASONS)? {
        let seed = Seed {
            list: cell(&row, 0),
            kind: "any",
            code: cell(&row, 1),
            grp: cell(&row, 2),
            side: cell(&row, 3),
            unmet_need: cell(&row, 4) == "1",
            label: cell(&row, 5),
            client_label: cell(&row, 6),
            unit: "",
        };
        if seed.list != "origin" {
            put(tx, &seed)?;
        }
    }
    for row in rows(OUTCOMES)? {
        put(
            tx,
            &Seed {
                list: "outcome",
                kind: cell(&row, 0),
                code: cell(&row, 1),
                label: cell(&row, 2),
                client_label: cell(&row, 3),
                unit: cell(&row, 4),
                ..Seed::default()
            },
        )?;
    }
    tx.audit("organization.lists_planted", Object::new("organization", 1))
}

#[derive(Default)]
struct Seed<'s> {
    list: &'s str,
    kind: &'s str,
    code: &'s str,
    label: &'s str,
    client_label: &'s str,
    grp: &'s str,
    side: &'s str,
    unmet_need: bool,
    unit: &'s str,
}

fn put(tx: &Tx<'_>, seed: &Seed<'_>) -> Result<()> {
    let sql = "
        INSERT INTO code (list, kind, code, label, client_label, grp, side, unmet_need, unit, valid_from)
        VALUES (:list, :kind, :code, :label, :client_label, :grp, :side, :unmet_need, :unit, :from)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":list": seed.list,
        ":kind": seed.kind,
        ":code": seed.code,
        ":label": seed.label,
        ":client_label": seed.client_label,
        ":grp": seed.grp,
        ":side": seed.side,
        ":unmet_need": seed.unmet_need,
        ":unit": seed.unit,
        ":from": ALWAYS,
    })?;
    Ok(())
}

fn rows(text: &str) -> Result<Vec<csv::StringRecord>> {
    csv::Reader::from_reader(text.as_bytes())
        .records()
        .collect::<std::result::Result<_, _>>()
        .map_err(|cause| Error::internal(format!("an embedded list is not a table: {cause}")))
}

fn cell(row: &csv::StringRecord, place: usize) -> &str {
    row.get(place).unwrap_or_default()
}
