//! Where a business is and how it holds its place, over time. Rows are added, never changed.

use crate::error::{Error, Result};
use crate::places::occupancy::{Occupancy, Told};
use crate::places::{Located, NewLocation};
use crate::store::{Object, Tx};
use crate::values::{ClientId, Day, PlaceBasis, Point};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// Where a business is on a day, as far as known now.
pub fn location(conn: &Connection, business: i64, day: Day) -> Result<Option<Located>> {
    let sql = "
        SELECT location.latitude_e6, location.longitude_e6, location.source, location.since_on, account.name AS by_name
        FROM location
        LEFT JOIN account ON account.id = location.account_id
        WHERE location.business_id = :business
          AND location.since_on <= :day
        ORDER BY location.since_on DESC, location.id DESC
        LIMIT 1";
    let params = named_params! { ":business": business, ":day": day };
    Ok(conn.prepare_cached(sql)?.query_row(params, read_located).optional()?.flatten())
}

fn read_located(row: &Row<'_>) -> rusqlite::Result<Option<Located>> {
    let latitude: Option<i32> = row.get("latitude_e6")?;
    let longitude: Option<i32> = row.get("longitude_e6")?;
    let Some(point) = latitude.zip(longitude).and_then(|(latitude, longitude)| Point::new(latitude, longitude)) else { return Ok(None) };
    Ok(Some(Located { point, source: row.get("source")?, since_on: row.get("since_on")?, by: row.get("by_name")? }))
}

/// Writes down where a business is. No point takes the place back.
pub fn locate(tx: &Tx<'_>, business: i64, client: &ClientId, new: &NewLocation) -> Result<()> {
    insert_location(tx, business, new)?;
    tx.audit_with("client.located", Object::new("business", client), if new.point.is_some() { "coordinates" } else { "taken back" })
}

/// As [`locate`], within a deed that is audited as a whole.
pub fn insert_location(tx: &Tx<'_>, business: i64, new: &NewLocation) -> Result<()> {
    let sql = "
        INSERT INTO location (business_id, latitude_e6, longitude_e6, source, since_on, import_id, account_id, recorded_at)
        VALUES (:business, :latitude, :longitude, :source, :since, :import, :account, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":business": business,
        ":latitude": new.point.map(Point::latitude_e6),
        ":longitude": new.point.map(Point::longitude_e6),
        ":source": new.source,
        ":since": new.since_on,
        ":import": new.import,
        ":account": new.account,
        ":at": tx.at(),
    })?;
    Ok(())
}

/// Who says how a place is held.
#[derive(Debug, Clone, Copy)]
pub struct Said {
    /// Who says so.
    pub basis: PlaceBasis,
    /// As of which day.
    pub told_on: Day,
    /// Who writes it down, by row key.
    pub account: Option<i64>,
}

const TOLD: &str = "
    SELECT occupancy.seq, occupancy.tenure, occupancy.lease_ends_on, occupancy.rent_cents, occupancy.rent_step_bp, occupancy.lease_option,
           occupancy.option_words, occupancy.notice, occupancy.notice_on, occupancy.has_rezoning, occupancy.rezoning_source,
           occupancy.has_building_sale, occupancy.has_competing_use, occupancy.competing_words, occupancy.basis, occupancy.told_on,
           account.name AS by_name
    FROM occupancy
    LEFT JOIN account ON account.id = occupancy.account_id";

/// Reads the facts of a row that has the columns of occupancy.
pub fn read_held(row: &Row<'_>) -> rusqlite::Result<Occupancy> {
    Ok(Occupancy {
        tenure: row.get("tenure")?,
        lease_ends_on: row.get("lease_ends_on")?,
        rent_cents: row.get("rent_cents")?,
        rent_step_bp: row.get("rent_step_bp")?,
        lease_option: row.get("lease_option")?,
        option_words: row.get("option_words")?,
        notice: row.get("notice")?,
        notice_on: row.get("notice_on")?,
        has_rezoning: row.get("has_rezoning")?,
        rezoning_source: row.get("rezoning_source")?,
        has_building_sale: row.get("has_building_sale")?,
        has_competing_use: row.get("has_competing_use")?,
        competing_words: row.get("competing_words")?,
    })
}

fn read_told(row: &Row<'_>) -> rusqlite::Result<Told> {
    Ok(Told {
        held: read_held(row)?,
        seq: row.get("seq")?,
        basis: row.get("basis")?,
        told_on: row.get("told_on")?,
        by: row.get("by_name")?,
    })
}

/// Everything that was told about how a business holds its place, the last first.
pub fn told(conn: &Connection, business: i64) -> Result<Vec<Told>> {
    let mut statement = conn.prepare_cached(&format!("{TOLD} WHERE occupancy.business_id = ?1 ORDER BY occupancy.seq DESC"))?;
    let told = statement.query_map([business], read_told)?;
    Ok(told.collect::<rusqlite::Result<_>>()?)
}

/// Writes down how a business holds its place, unless somebody did so since the form was drawn.
pub fn tell(tx: &Tx<'_>, business: i64, client: &ClientId, seq: i64, held: &Occupancy, said: &Said) -> Result<()> {
    let last: i64 =
        tx.prepare_cached("SELECT coalesce(max(seq), 0) FROM occupancy WHERE business_id = ?1")?.query_row([business], |row| row.get(0))?;
    if last != seq {
        return Err(Error::Stale);
    }
    let sql = "
        INSERT INTO occupancy (business_id, seq, tenure, lease_ends_on, rent_cents, rent_step_bp, lease_option, option_words, notice,
                               notice_on, has_rezoning, rezoning_source, has_building_sale, has_competing_use, competing_words, basis,
                               told_on, account_id, recorded_at)
        VALUES (:business, :seq, :tenure, :ends, :rent, :step, :option, :option_words, :notice, :notice_on, :rezoning, :rezoning_source,
                :sale, :competing, :competing_words, :basis, :told_on, :account, :at)";
    tx.execute(
        sql,
        named_params! {
            ":business": business,
            ":seq": seq + 1,
            ":tenure": held.tenure,
            ":ends": held.lease_ends_on,
            ":rent": held.rent_cents,
            ":step": held.rent_step_bp,
            ":option": held.lease_option,
            ":option_words": held.option_words,
            ":notice": held.notice,
            ":notice_on": held.notice_on,
            ":rezoning": held.has_rezoning,
            ":rezoning_source": held.rezoning_source,
            ":sale": held.has_building_sale,
            ":competing": held.has_competing_use,
            ":competing_words": held.competing_words,
            ":basis": said.basis,
            ":told_on": said.told_on,
            ":account": said.account,
            ":at": tx.at(),
        },
    )?;
    tx.audit_with("client.occupancy_recorded", Object::new("business", client), "terms dates rent notices")
}
